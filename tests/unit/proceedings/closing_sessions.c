/* Closed sessions: what is said in them stands in the vault, and is for those who sat in them. */
#include "question.h"

static void set_up(void) {
    new_question_book("strategic_partnership", "denied", NULL);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10T14:00", "attend MTG-1 emil farah goran");
}

static const Tree *last_note(const char *key) {
    return tree_get(json_of(book, last_body(book, KIND_NOTED)), key);
}

static bool may_know(const char *when, const char *about, const char *who) {
    State *state = book_state(book);
    Moment at = {0};
    ck_assert(moment_parse(text_of(when), &at));
    return may_know_closed(state, state_meeting(state, TEXT("MTG-2026-001")), at, text_of(about), id_of(who));
}

START_TEST(what_is_said_in_closed_session_is_sealed_and_what_is_said_after_it_is_not) {
    forbid(book, "MISSING_ARGUMENT", "dina", "2026-03-10T14:10", "closed MTG-1");
    forbid(book, "NO_SEAT", "farah", "2026-03-10T14:10", "closed MTG-1 --because 'staff'");
    allow(book, "dina", "2026-03-10T14:10", "closed MTG-1 --because 'staff'");
    forbid(book, "SESSION_CLOSED", "dina", "2026-03-10T14:11", "closed MTG-1 --because 'staff'");
    allow(book, "dina", "2026-03-10T14:20", "note MTG-1 'She is ill' --issue --resolved 'A deputy acts'");
    ck_assert(tree_get(last_note("text"), "sealed") != NULL);
    ck_assert(tree_get(last_note("resolution"), "sealed") != NULL);
    allow(book, "dina", "2026-03-10T14:30", "closed MTG-1 --ends");
    forbid(book, "SESSION_OPEN", "dina", "2026-03-10T14:31", "closed MTG-1 --ends");
    allow(book, "dina", "2026-03-10T14:30", "note MTG-1 'All came back'");
    ck_assert_text_is(last_note("text")->text, "All came back");
    allow(book, "dina", "2026-03-10T14:29", "note MTG-1 'The deputy is paid'");
    ck_assert(tree_get(last_note("text"), "sealed") != NULL);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_session_can_be_closed_for_one_case) {
    allow(book, "dina", "2026-03-10T14:10", "closed MTG-1 --about PRT-1 --because 'trade secrets'");
    allow(book, "dina", "2026-03-10T14:11", "note MTG-1 'A clause' --about PRT-1");
    ck_assert(tree_get(last_note("text"), "sealed") != NULL);
    allow(book, "dina", "2026-03-10T14:12", "note MTG-1 'The weather'");
    ck_assert_text_is(last_note("text")->text, "The weather");
    forbid(book, "SESSION_OPEN", "dina", "2026-03-10T14:13", "closed MTG-1 --ends");
    allow(book, "dina", "2026-03-10T14:13", "closed MTG-1 --about PRT-1 --ends");
}
END_TEST

START_TEST(members_who_take_part_and_whoever_was_admitted_may_know_what_was_said) {
    allow(book, "dina", "2026-03-10T14:05", "recuse goran --from PRT-1 --because kin");
    allow(book, "dina", "2026-03-10T14:10", "closed MTG-1 --because 'trade secrets' --admit iris");
    static const char when[] = "2026-03-10T14:20:00-05:00";
    ck_assert(may_know(when, "PRT-2026-001", "hana"));
    ck_assert(may_know(when, "", "goran"));
    ck_assert(!may_know(when, "PRT-2026-001", "goran"));
    ck_assert(may_know(when, "", "iris"));
    ck_assert(may_know(when, "", "dina"));
    ck_assert(!may_know(when, "", "jonas"));
    ck_assert(!may_know(when, "", "amara"));
}
END_TEST

START_TEST(what_was_said_in_closed_session_can_be_erased) {
    allow(book, "dina", "2026-03-10T14:10", "closed MTG-1 --because 'staff'");
    allow(book, "dina", "2026-03-10T14:20", "note MTG-1 'She is ill'");
    erase_all(book);
    Text words;
    ck_assert(!state_unseal(book_state(book), tree_get_text(last_note("text"), "sealed"), &words));
}
END_TEST

Suite *closing_sessions_suite(void) {
    Suite *suite = suite_create("closed sessions");
    TCase *tests = tcase_create("closed sessions");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, what_is_said_in_closed_session_is_sealed_and_what_is_said_after_it_is_not);
    tcase_add_test(tests, a_session_can_be_closed_for_one_case);
    tcase_add_test(tests, members_who_take_part_and_whoever_was_admitted_may_know_what_was_said);
    tcase_add_test(tests, what_was_said_in_closed_session_can_be_erased);
    suite_add_tcase(suite, tests);
    return suite;
}
