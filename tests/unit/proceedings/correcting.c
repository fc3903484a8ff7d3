/* Corrections of what was entered wrongly: the old entry stays, and what rested on it is looked at again. */
#include "question.h"

#define TWO_STEPS                                                                                            \
    "workflow: in_two\ntitle: In two steps\nof: partnership\nstart: ask\nsteps:\n"                           \
    "  ask:\n    motion: Agree to {name}\n    decision: strategic_partnership\n"                             \
    "    next: { carried: sign, lost: denied, rejected: denied, withdrawn: denied }\n"                       \
    "  sign: { task: Sign it, by: business_development, next: granted }\n"                                   \
    "  granted: { end: granted }\n  denied: { end: denied }\n"

static void set_up(void) {
    book = book_with(arena_new(0), NULL, TWO_STEPS);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "amara", "2026-03-02", "open in_two name=MedData vertical=health");
    in_the_board("all");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static void decide(const char *votes, const char *result) {
    allow(book, "dina", "2026-03-10", votes);
    close_and_expect("2026-03-10", "close M-1", result);
}

static void says(EntryKind kind, const char *part) {
    ck_assert_msg(strstr(last_body(book, kind).at, part) != NULL, "%s", last_body(book, kind).at);
}

START_TEST(a_vote_that_was_misheard_is_corrected_and_the_result_stands_until_it_is_decided_again) {
    decide("vote M-1 --for emil,farah,hana --against goran,carl", "carried");
    allow(book, "dina", "2026-03-11", "correct M-1 --against farah --because misheard");
    says(KIND_VOTES_CORRECTED, "\"result\":\"lost\"");
    says(KIND_VOTES_CORRECTED, "\"before\":\"carried\"");
    says(KIND_STALE, "\"after\":\"lost\"");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "carried");
    ck_assert_text_is(motion_numbered("M-2026-001")->corrected, "lost");
    allow(book, "dina", "2026-03-12", "reconsider PRT-1 --because 'a vote was misheard'");
    ck_assert(asked()->open);
}
END_TEST

START_TEST(who_did_not_vote_is_taken_out_of_the_votes) {
    decide("vote M-1 --for emil,farah,hana --against goran,carl", "carried");
    allow(book, "dina", "2026-03-11", "correct M-1 --no-vote farah --because 'she was out of the room'");
    says(KIND_VOTES_CORRECTED, "\"result\":\"lost\"");
    ck_assert(!has_voted(motion_numbered("M-2026-001"), id_of("farah")));
    allow(book, "dina", "2026-03-12", "correct M-1 --for farah --because 'she was there after all'");
    says(KIND_VOTES_CORRECTED, "\"result\":\"carried\"");
}
END_TEST

START_TEST(a_correction_that_changes_no_result_unsettles_nothing) {
    decide("vote M-1 --for emil,farah,hana,carl --against goran", "carried");
    allow(book, "dina", "2026-03-11", "correct M-1 --against farah --because misheard");
    ck_assert_uint_eq(count_entries(book, KIND_STALE), 0);
    says(KIND_VOTES_CORRECTED, "\"result\":\"carried\"");
    ck_assert_ptr_null(strstr(last_body(book, KIND_VOTES_CORRECTED).at, "\"before\""));
}
END_TEST

/* What has changed since then changes nothing of it (law P4). */
START_TEST(it_is_counted_again_from_the_frozen_roll) {
    decide("vote M-1 --for emil,farah,hana --against goran,carl", "carried");
    allow(book, "goran", "2026-03-10", "recuse goran --from PRT-1 --because 'a share in it'");
    allow(book, "dina", "2026-03-10", "adjourn MTG-1 --to 2026-03-20");
    allow(book, "dina", "2026-03-11", "correct M-1 --abstain carl --because misheard");
    const Tree *roll = tree_get(json_of(book, last_body(book, KIND_VOTES_CORRECTED)), "roll");
    ck_assert_uint_eq(tree_len(tree_get(roll, "present")), 5);
    ck_assert_uint_eq(tree_len(tree_get(roll, "against")), 1);
    ck_assert_uint_eq(tree_len(tree_get(roll, "abstaining")), 1);
}
END_TEST

START_TEST(it_names_the_entry_that_was_wrong) {
    decide("vote M-1 --for emil,farah,hana --against goran,carl", "carried");
    int64_t closed = motion_numbered("M-2026-001")->closed;
    ck_assert(book->entries.at[closed].kind == KIND_CLOSED);
    allow(book, "dina", "2026-03-11", "correct M-1 --for carl --because misheard");
    says(KIND_CORRECTED, text_format(book->arena, "\"entry\":%lld", (long long)closed).at);
}
END_TEST

START_TEST(only_who_was_on_the_roll_and_only_what_is_closed_is_corrected) {
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah,hana --against goran,carl");
    forbid(book, "NOT_CLOSED", "dina", "2026-03-10", "correct M-1 --against farah --because misheard");
    close_and_expect("2026-03-10", "close M-1", "carried");
    forbid(book, "NOT_ON_ROLL", "dina", "2026-03-11", "correct M-1 --against iris --because misheard");
    forbid(book, "VOTES_TWICE", "dina", "2026-03-11", "correct M-1 --for carl --against carl --because why");
    forbid(book, "NOBODY_NAMED", "dina", "2026-03-11", "correct M-1 --because why");
    forbid(book, "NO_POWER", "farah", "2026-03-11", "correct M-1 --against farah --because misheard");
}
END_TEST

START_TEST(a_fact_is_corrected_by_who_stated_it_or_who_may_and_what_was_decided_on_it_holds_no_more) {
    decide("vote M-1 --for all", "carried");
    forbid(book, "NO_POWER", "emil", "2026-03-11", "correct PRT-1 name=MedCorp --because 'a misprint'");
    forbid(book, "NOT_STATED", "dina", "2026-03-11",
           "correct PRT-1 personal_data=yes --because 'a misprint'");
    allow(book, "dina", "2026-03-11", "correct PRT-1 name=MedCorp --because 'a misprint'");
    says(KIND_CORRECTED, "\"fact\":\"name\"");
    says(KIND_STALE, "\"before\":\"MedData\"");
    allow(book, "amara", "2026-03-11", "correct PRT-1 vertical=finance --because 'the wrong line'");
}
END_TEST

Suite *correcting_suite(void) {
    Suite *suite = suite_create("correcting");
    TCase *tests = tcase_create("correcting");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   a_vote_that_was_misheard_is_corrected_and_the_result_stands_until_it_is_decided_again);
    tcase_add_test(tests, who_did_not_vote_is_taken_out_of_the_votes);
    tcase_add_test(tests, a_correction_that_changes_no_result_unsettles_nothing);
    tcase_add_test(tests, it_is_counted_again_from_the_frozen_roll);
    tcase_add_test(tests, it_names_the_entry_that_was_wrong);
    tcase_add_test(tests, only_who_was_on_the_roll_and_only_what_is_closed_is_corrected);
    tcase_add_test(tests,
                   a_fact_is_corrected_by_who_stated_it_or_who_may_and_what_was_decided_on_it_holds_no_more);
    suite_add_tcase(suite, tests);
    return suite;
}
