/* Reviews of a case: whether they apply, answers, concerns, votes, plans, and what they come to. */
#include "fixture.h"
#include <string.h>

#define SHEET                                                                                                \
    "strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "             \
    "financial_value=8"
#define ALL_MET "transparency=yes privacy=yes fairness=yes accountability=yes beneficial_purpose=yes"

static void yes(const char *who, const char *when, const char *line) {
    allow(the_book, who, when, line);
}

static void no(const char *code, const char *who, const char *when, const char *line) {
    forbid(the_book, code, who, when, line);
}

static void score_all(void) {
    yes("amara", "2026-03-10", "score PRT-1 " SHEET);
    yes("bela", "2026-03-10", "score PRT-1 " SHEET);
    yes("carl", "2026-03-11", "score PRT-1 " SHEET);
}

/* A case whose review is at its screening. */
static void come_to_review(void) {
    yes("amara", "2026-03-02",
        "open partnership_approval name=MedData vertical=health personal_data=yes contact=c");
    score_all();
}

static const ReviewState *review(void) {
    const ReviewState *found = case_review(book_case(the_book, "PRT-2026-001"), TEXT("partnership_ethics"));
    ck_assert_ptr_nonnull(found);
    return found;
}

static bool says(Text text, const char *part) {
    return strstr(text_copy(the_book->arena, text).at, part) != NULL;
}

/* A vote of the panel on the review's question. */
static void panel_votes(const char *meeting, const char *motion, const char *side) {
    char line[200];
    yes("dina", "2026-03-16", "convene ethics_review_panel --on 2026-03-16");
    snprintf(line, sizeof line, "attend %s iris farah hana", meeting);
    yes("dina", "2026-03-16", line);
    snprintf(line, sizeof line, "move PRT-1 --in %s", meeting);
    yes("dina", "2026-03-16", line);
    snprintf(line, sizeof line, "vote %s --%s all", motion, side);
    yes("dina", "2026-03-16", line);
    snprintf(line, sizeof line, "close %s", motion);
    yes("dina", "2026-03-16", line);
}

START_TEST(a_review_that_does_not_apply_is_passed_citing_its_rule) {
    yes("amara", "2026-03-02",
        "open partnership_approval name=Plain vertical=finance personal_data=no contact=c");
    score_all();
    ck_assert_text_is(review()->outcome, "not_applicable");
    Text body = {0};
    for (size_t i = 0; i < the_book->entries.len; i++)
        if (the_book->entries.at[i].kind == KIND_DETERMINED &&
            says(the_book->entries.at[i].body, "\"unit\":\"partnership_ethics\""))
            body = the_book->entries.at[i].body;
    ck_assert_msg(says(body, "\"outcome\":\"not_applicable\"") && says(body, "rules/governance.bylaw"), "%s",
                  body.at);
    ck_assert_msg(says(body, "\"giver\":\"P-000002\""), "%s", body.at);
    ck_assert(case_step(book_case(the_book, "PRT-2026-001"), TEXT("board"))->open);
}
END_TEST

START_TEST(a_review_that_applies_asks_its_body_every_question) {
    come_to_review();
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "answer ethics_review_panel transparency; answer ethics_review_panel privacy; "
                      "answer ethics_review_panel fairness; answer ethics_review_panel accountability; "
                      "answer ethics_review_panel beneficial_purpose");
}
END_TEST

START_TEST(only_members_of_the_body_answer_or_a_clerk_enters_it_for_them) {
    come_to_review();
    no("NOT_FOR_YOU", "emil", "2026-03-12", "answer PRT-1 " ALL_MET);
    no("NOT_FOR_YOU", "dina", "2026-03-12", "answer PRT-1 " ALL_MET);
    yes("dina for iris", "2026-03-12", "answer PRT-1 " ALL_MET);
    ck_assert_text_is(review()->outcome, "cleared");
}
END_TEST

START_TEST(a_member_who_is_recused_does_not_answer) {
    come_to_review();
    yes("iris", "2026-03-12", "recuse iris --from PRT-1 --because 'advises the partner'");
    no("TAKES_NO_PART", "iris", "2026-03-12", "answer PRT-1 " ALL_MET);
}
END_TEST

START_TEST(nobody_answers_on_their_own_request) {
    yes("dina", "2026-02-01",
        "import '{people: [{key: iris, name: Iris Lund, roles: [business_development]}]}'");
    yes("iris", "2026-03-02",
        "open partnership_approval name=MedData vertical=health personal_data=yes contact=c");
    score_all();
    no("OWN_CASE", "iris", "2026-03-12", "answer PRT-1 " ALL_MET);
}
END_TEST

START_TEST(answers_may_come_one_by_one_and_the_last_decides) {
    come_to_review();
    no("BAD_VALUE", "iris", "2026-03-12", "answer PRT-1 privacy=maybe");
    no("NO_QUESTION", "iris", "2026-03-12", "answer PRT-1 privcy=yes");
    ck_assert_text_is(mend_of(the_book), "did you mean \"privacy\"?");
    yes("iris", "2026-03-12",
        "answer PRT-1 transparency=yes fairness=yes privacy=no --note 'consent is unclear'");
    ck_assert_text_is(review()->step, "screening");
    no("CONCERN_STANDS", "farah", "2026-03-12", "answer PRT-1 privacy=yes");
    ck_assert_text_is(sentence_of(the_book),
                      "iris raised a concern about privacy, and only iris takes it back");
    yes("iris", "2026-03-12", "answer PRT-1 privacy=Yes");
    yes("farah", "2026-03-12", "answer PRT-1 accountability=yes beneficial_purpose=yes");
    ck_assert_text_is(review()->outcome, "cleared");
    no("NO_QUESTION", "farah", "2026-03-12", "answer PRT-1 privacy=no");
}
END_TEST

START_TEST(a_concern_goes_to_a_vote_of_the_body_and_then_wants_a_plan) {
    come_to_review();
    yes("iris", "2026-03-12",
        "answer PRT-1 transparency=yes privacy=no fairness=yes accountability=yes beneficial_purpose=yes");
    ck_assert_text_is(review()->step, "detailed");
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "motion ethics_review_panel is the concern about privacy upheld?");
    panel_votes("MTG-1", "M-1", "for");
    ck_assert_text_is(state_motion(book_state(the_book), TEXT("M-2026-001"))->text,
                      "is the concern about privacy upheld?");
    ck_assert_text_is(review()->step, "mitigation");
    ck_assert(review()->voted && review()->upheld);
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"), "plan amara privacy");
    no("UNKNOWN_FACT", "amara", "2026-03-17", "submit PRT-1 fairness='more care'");
    no("EMPTY_TEXT", "amara", "2026-03-17", "submit PRT-1 privacy=");
    ck_assert_text_is(mend_of(the_book), "say it in words, or leave it out");
    no("NOT_YOURS_TO_STATE", "emil", "2026-03-17", "submit PRT-1 privacy='no data at all'");
    yes("amara", "2026-03-17", "submit PRT-1 privacy='a consent form, audited'");
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "motion ethics_review_panel are the plans accepted?");
    yes("dina", "2026-03-18", "convene ethics_review_panel --on 2026-03-18");
    yes("dina", "2026-03-18", "attend MTG-2 iris farah hana");
    yes("dina", "2026-03-18", "move PRT-1 --in MTG-2");
    yes("dina", "2026-03-18", "vote M-2 --for all");
    yes("dina", "2026-03-18", "close M-2");
    ck_assert_text_is(review()->outcome, "monitored");
    ck_assert(case_step(book_case(the_book, "PRT-2026-001"), TEXT("board"))->open);
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(a_concern_that_two_raised_stands_until_both_take_it_back) {
    come_to_review();
    yes("iris", "2026-03-12", "answer PRT-1 privacy=no");
    yes("farah", "2026-03-12", "answer PRT-1 privacy=no");
    yes("iris", "2026-03-12", "answer PRT-1 privacy=yes");
    ck_assert(!review()->answers.at[0].met);
    no("CONCERN_STANDS", "hana", "2026-03-12", "answer PRT-1 privacy=yes");
    yes("farah", "2026-03-12", "answer PRT-1 privacy=yes");
    ck_assert(review()->answers.at[0].met);
    ck_assert_text_is(state_person_name(book_state(the_book), review()->answers.at[0].giver, "key"), "farah");
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(a_concern_that_is_not_upheld_is_cleared) {
    come_to_review();
    yes("iris", "2026-03-12",
        "answer PRT-1 transparency=yes privacy=no fairness=yes accountability=yes beneficial_purpose=yes");
    panel_votes("MTG-1", "M-1", "against");
    ck_assert_text_is(review()->outcome, "cleared");
}
END_TEST

START_TEST(plans_that_are_not_accepted_refuse_and_end_the_case) {
    come_to_review();
    yes("iris", "2026-03-12",
        "answer PRT-1 transparency=yes privacy=no fairness=yes accountability=yes beneficial_purpose=yes");
    panel_votes("MTG-1", "M-1", "for");
    yes("amara", "2026-03-16", "submit PRT-1 privacy='none'");
    panel_votes("MTG-2", "M-2", "against");
    ck_assert_text_is(review()->outcome, "refused");
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "declined");
}
END_TEST

Suite *reviewing_suite(void) {
    Suite *suite = suite_create("proceedings: reviews");
    TCase *tests = tcase_create("reviews");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, a_review_that_does_not_apply_is_passed_citing_its_rule);
    tcase_add_test(tests, a_review_that_applies_asks_its_body_every_question);
    tcase_add_test(tests, only_members_of_the_body_answer_or_a_clerk_enters_it_for_them);
    tcase_add_test(tests, a_member_who_is_recused_does_not_answer);
    tcase_add_test(tests, nobody_answers_on_their_own_request);
    tcase_add_test(tests, answers_may_come_one_by_one_and_the_last_decides);
    tcase_add_test(tests, a_concern_goes_to_a_vote_of_the_body_and_then_wants_a_plan);
    tcase_add_test(tests, a_concern_that_two_raised_stands_until_both_take_it_back);
    tcase_add_test(tests, a_concern_that_is_not_upheld_is_cleared);
    tcase_add_test(tests, plans_that_are_not_accepted_refuse_and_end_the_case);
    suite_add_tcase(suite, tests);
    return suite;
}
