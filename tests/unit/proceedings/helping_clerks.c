/* What a clerk is told, and how a clerk's words are read. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static Waiting first_wait(void) {
    State *state = book_state(book);
    WaitingList waiting = {0};
    case_waits(state, state_case(state, TEXT("PRT-2026-001")), moment_date(book->last.happened), &waiting);
    ck_assert_uint_gt(waiting.len, 0);
    return waiting.at[0];
}

static void wait_is(const char *waits, const char *due) {
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), waits);
    ck_assert_text_is(date_text(book->arena, first_wait().due), due);
}

/* --- questions ------------------------------------------------------------------------------------------ */

START_TEST(a_question_is_due_when_it_moves_up_or_lapses) {
    wait_is("motion partnership_review_board Agree to MedData", "2026-04-01");
    allow(book, "dina", "2026-04-02", "advance");
    wait_is("motion executive_committee Agree to MedData", "2026-04-15");
    allow(book, "dina", "2026-04-16", "advance");
    wait_is("motion ceo Agree to MedData", "2026-04-22");
    allow(book, "jonas", "2026-04-17", "move PRT-1");
    wait_is("vote jonas M-2026-001", "2026-04-22");
    allow(book, "jonas", "2026-04-17", "vote M-1 --for jonas");
    wait_is("close ceo M-2026-001", "2026-04-22");
}
END_TEST

START_TEST(a_motion_nobody_attends_waits_for_its_attendance) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    move_in_meeting();
    wait_is("attend clerk MTG-2026-001", "2026-04-01");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil");
    wait_is("vote emil M-2026-001", "2026-04-01");
}
END_TEST

START_TEST(whose_request_it_is_is_not_waited_for) {
    forget_question();
    new_question_book("strategic_partnership", "denied", NULL);
    allow(book, "hana", "2026-03-02", "open question name=MedData vertical=health");
    in_the_board("hana emil farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "close partnership_review_board M-2026-001");
}
END_TEST

START_TEST(what_was_put_to_the_vote_is_entered_in_words) {
    in_the_board("all");
    ck_assert_text_is(motion_numbered("M-2026-001")->text, "Agree to MedData");
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_MOVED).at, "\"text\":\"Agree to MedData\""));
    check_rebuild(book);
    check_replay(book);
}
END_TEST

static const char telling[] =
    "workflow: telling\n"
    "title: Tell\n"
    "of: partnership\n"
    "start: ask\n"
    "steps:\n"
    "  ask:\n"
    "    motion: \"{name}: {vertical}, {annual_value}, {personal_data}, {contact}.\"\n"
    "    decision: strategic_partnership\n"
    "    next: { carried: done, lost: done, rejected: done, withdrawn: done }\n"
    "  done: { end: done }\n";

START_TEST(the_words_of_a_motion_have_its_facts_and_nothing_personal) {
    forget_question();
    book = book_with(arena_new(0), NULL, telling);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "amara", "2026-03-02", "open telling name=A vertical=health personal_data=no contact=secret");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "motion partnership_review_board A: health, ?, no, (kept in the vault).");
    Buf name = buf_new(book->arena);
    buf_repeat(&name, 'x', 5000);
    allow(book, "amara", "2026-03-02",
          text_format(book->arena, "open telling name=%s", buf_done(&name).at).at);
    ck_assert_uint_lt(waits_of(book, "PRT-2026-002").len, 300);
}
END_TEST

/* --- acting for others ---------------------------------------------------------------------------------- */

static RefusalCode refused_on_behalf(const char *behalf) {
    Batch batch;
    Command command = book->last;
    command.behalf = text_of(behalf);
    book->refusal = (Refusal){.code = REFUSAL_COUNT};
    bool accepted = proceed(book_state(book), &command, (int64_t)book->entries.len, &batch, &book->refusal);
    ck_assert(accepted == (book->refusal.code == REFUSAL_COUNT));
    return book->refusal.code;
}

START_TEST(who_acts_for_an_office_or_body_belongs_to_it) {
    allow(book, "hana", "2026-03-02", "open question name=Other vertical=health");
    ck_assert_int_eq(refused_on_behalf("partnership_review_board"), REFUSAL_COUNT);
    ck_assert_int_eq(refused_on_behalf("vertical_council[health]"), REFUSAL_COUNT);
    ck_assert_int_eq(refused_on_behalf("cto"), REFUSAL_NOT_BEHALF);
    ck_assert_text_is(mend_of(book), "goran may act for it; else leave out --behalf");
    ck_assert_int_eq(refused_on_behalf("vertical_council[finance]"), REFUSAL_NOT_BEHALF);
    ck_assert_text_is(mend_of(book), "nobody may act for it; else leave out --behalf");
    ck_assert_int_eq(refused_on_behalf("partnership_review_bord"), REFUSAL_NO_SUCH_BEHALF);
    ck_assert_text_is(mend_of(book), "did you mean \"partnership_review_board\"?");
}
END_TEST

/* --- finding people ------------------------------------------------------------------------------------- */

#define NAMED(people) allow(book, "dina", "2026-02-01", "import '{people: [" people "]}'")

static bool finds(const char *who, const char *key) {
    Text id = {0};
    State *state = book_state(book);
    return state_find_person(state, text_of(who), &id) && text_is(state_person_name(state, id, "key"), key);
}

START_TEST(a_person_is_found_by_the_full_name_where_it_is_unique) {
    NAMED("{key: ann, name: \"Ann O`Neil\"}, {key: kim1, name: Kim Lee}, {key: kim2, name: Kim Lee}");
    ck_assert(finds("Ann O`Neil", "ann"));
    ck_assert(!finds("Ann", "ann") && !finds("ann o`neil", "ann"));
    ck_assert(!finds("Kim Lee", "kim1") && !finds("Kim Lee", "kim2"));
    NAMED("{key: kim1, name: Kim Roe}");
    ck_assert(finds("Kim Lee", "kim2") && finds("Kim Roe", "kim1"));
    check_rebuild(book);
    check_replay(book);
    erase_all(book);
    ck_assert(!finds("Kim Roe", "kim1"));
}
END_TEST

START_TEST(a_handle_is_asked_before_a_full_name) {
    NAMED("{key: ann, name: Bob}, {key: Bob, name: Robert}");
    ck_assert(finds("Bob", "Bob"));
}
END_TEST

START_TEST(nobody_is_refused_with_a_name_that_is_near) {
    Text id;
    Refusal refusal;
    NAMED("{key: q, name: Quentin Abara}");
    State *state = book_state(book);
    ck_assert(resolve_person(state, TEXT("goran"), &id, &refusal));
    ck_assert(!resolve_person(state, TEXT("gorna"), &id, &refusal));
    ck_assert_int_eq(refusal.code, REFUSAL_NO_SUCH_PERSON);
    ck_assert_text_is(refusal_mend(book->arena, &refusal), "did you mean \"goran\"?");
    ck_assert(!resolve_person(state, TEXT("Quentin Abarra"), &id, &refusal));
    ck_assert_text_is(refusal_mend(book->arena, &refusal), "did you mean \"Quentin Abara\"?");
    NAMED("{key: zoe, name: Zoe Zed}");
    ck_assert(!resolve_person(book_state(book), TEXT("somebody"), &id, &refusal));
    ck_assert_text_is(refusal_mend(book->arena, &refusal), "bylaw show people lists everybody");
}
END_TEST

START_TEST(a_person_entered_again_is_no_newcomer) {
    NAMED("{key: zoe, name: Zoe Zed}");
    ck_assert_ptr_null(strstr(last_body(book, KIND_PERSON_ENTERED).at, "again"));
    NAMED("{key: zoe, name: Zoe Zed-Roux}");
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_PERSON_ENTERED).at, "\"again\":\"again\""));
    check_replay(book);
}
END_TEST

/* --- numbers and words ---------------------------------------------------------------------------------- */

static Text whole(const char *given) {
    Date day;
    ck_assert(date_parse(TEXT("2026-03-10"), &day));
    return whole_number(book->arena, text_of(given), day);
}

START_TEST(numbers_are_read_without_regard_to_capitals_and_leading_zeros) {
    ck_assert_text_is(whole("prt-1"), "PRT-2026-001");
    ck_assert_text_is(whole("Prt-00012"), "PRT-2026-012");
    ck_assert_text_is(whole("PRT-2025-1"), "PRT-2025-001");
    ck_assert_text_is(whole("prt-2026-001"), "PRT-2026-001");
    ck_assert_text_is(whole("prt-2026-1234"), "PRT-2026-1234");
    static const char *const none[] = {"PRT-", "-1", "PRT-26-1", "PRT-2026-", "PRT-1-2026-3", "board", ""};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) ck_assert_text_is(whole(none[i]), none[i]);
}
END_TEST

START_TEST(a_wrong_number_is_not_mended_by_guessing) {
    in_the_board("all");
    forbid(book, "NO_SUCH_CASE", "dina", "2026-03-10", "move prt-7 --in MTG-1");
    ck_assert_text_is(mend_of(book), "did you mean \"PRT-2026-001\"?");
    forbid(book, "NO_SUCH_CASE", "dina", "2026-03-10", "move PRT-77 --in MTG-1");
    ck_assert_text_is(mend_of(book), "bylaw docket lists the open cases");
    forbid(book, "NO_SUCH_MOTION", "dina", "2026-03-10", "vote M-23 --for all");
    ck_assert_text_is(mend_of(book), "bylaw history lists them");
    forbid(book, "NO_SUCH_MEETING", "dina", "2026-03-10", "attend MTG-44 all");
    ck_assert_text_is(mend_of(book), "bylaw history lists them");
    allow(book, "amara", "2026-03-10", "open question name=Other vertical=health");
    forbid(book, "NO_SUCH_CASE", "dina", "2026-03-10", "move PRT-7 --in MTG-1");
    ck_assert_text_is(mend_of(book), "bylaw docket lists the open cases");
}
END_TEST

START_TEST(yes_no_and_members_are_read_without_regard_to_capitals) {
    allow(book, "amara", "2026-03-02", "open question name=Other vertical=Health personal_data=YES");
    const CaseState *other = book_case(book, "PRT-2026-002");
    ck_assert_text_is(tree_get_text(case_fact(other, TEXT("vertical"))->value, "value"), "health");
    ck_assert(tree_get(case_fact(other, TEXT("personal_data"))->value, "value")->yes);
    forbid(book, "BAD_VALUE", "amara", "2026-03-02", "open question name=Other vertical=Healthy");
    ck_assert_text_is(mend_of(book), "did you mean \"health\"?");
}
END_TEST

START_TEST(an_empty_text_says_nothing) {
    forbid(book, "EMPTY_TEXT", "amara", "2026-03-02", "open question name=");
    forbid(book, "EMPTY_TEXT", "amara", "2026-03-02", "open question name=A contact='  '");
    ck_assert_text_is(sentence_of(book), "nothing is said for contact");
}
END_TEST

Suite *helping_clerks_suite(void) {
    Suite *suite = suite_create("helping clerks");
    TCase *questions = tcase_create("questions");
    tcase_add_checked_fixture(questions, set_up, forget_question);
    tcase_add_test(questions, a_question_is_due_when_it_moves_up_or_lapses);
    tcase_add_test(questions, a_motion_nobody_attends_waits_for_its_attendance);
    tcase_add_test(questions, whose_request_it_is_is_not_waited_for);
    tcase_add_test(questions, what_was_put_to_the_vote_is_entered_in_words);
    tcase_add_test(questions, the_words_of_a_motion_have_its_facts_and_nothing_personal);
    suite_add_tcase(suite, questions);
    TCase *people = tcase_create("people");
    tcase_add_checked_fixture(people, set_up, forget_question);
    tcase_add_test(people, who_acts_for_an_office_or_body_belongs_to_it);
    tcase_add_test(people, a_person_is_found_by_the_full_name_where_it_is_unique);
    tcase_add_test(people, a_handle_is_asked_before_a_full_name);
    tcase_add_test(people, nobody_is_refused_with_a_name_that_is_near);
    tcase_add_test(people, a_person_entered_again_is_no_newcomer);
    suite_add_tcase(suite, people);
    TCase *words = tcase_create("numbers and words");
    tcase_add_checked_fixture(words, set_up, forget_question);
    tcase_add_test(words, numbers_are_read_without_regard_to_capitals_and_leading_zeros);
    tcase_add_test(words, a_wrong_number_is_not_mended_by_guessing);
    tcase_add_test(words, yes_no_and_members_are_read_without_regard_to_capitals);
    tcase_add_test(words, an_empty_text_says_nothing);
    suite_add_tcase(suite, words);
    return suite;
}
