/* Approvals with conditions (law P5): put, set, met, waived, given more time, lapsed. */
#include "question.h"

/* Carried, something is still to be planned; `lapsed` is what follows when a condition is not met in time. */
#define CONDITIONAL                                                                                          \
    "workflow: question\n"                                                                                   \
    "title: One question\n"                                                                                  \
    "source: local policy\n"                                                                                 \
    "of: partnership\n"                                                                                      \
    "start: ask\n"                                                                                           \
    "steps:\n"                                                                                               \
    "  ask:\n"                                                                                               \
    "    motion: Agree to {name}\n"                                                                          \
    "    decision: strategic_partnership\n"                                                                  \
    "    conditions: allowed\n"                                                                              \
    "    next: { carried: planning, %slost: denied, rejected: denied, withdrawn: denied }\n"                 \
    "  planning: { task: Plan it, by: business_development, next: granted }\n"                               \
    "  talking: { task: Talk to them again, by: business_development, next: ask }\n"                         \
    "  granted: { end: granted }\n"                                                                          \
    "  fallen: { end: fallen }\n"                                                                            \
    "  denied: { end: denied }\n"

#define AGREEMENT                                                                                            \
    "condition M-1 'A signed agreement' --owner amara --due 2026-05-01 --evidence 'the signed copy' "        \
    "--discharged-by ethics_review_panel"

static void begin(const char *lapsed, const char *more_rules) {
    Arena *arena = arena_new(0);
    book = book_with(arena, more_rules, text_format(arena, CONDITIONAL, lapsed).at);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    in_the_board("all");
}

static void set_up(void) {
    begin("", NULL);
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

static void start_over(const char *lapsed, const char *more_rules) {
    tear_down();
    begin(lapsed, more_rules);
}

static void decide(const char *votes, const char *result) {
    allow(book, "dina", "2026-03-10", text_format(book->arena, "vote M-1 %s all", votes).at);
    close_and_expect("2026-03-10", "close M-1", result);
}

/* The agreement is condition 1, until 1 May 2026. */
static void carry_with_agreement(void) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    decide("--for", "carried");
}

static const CaseState *subject(void) {
    return book_case(book, "PRT-2026-001");
}

static const char *stands(int64_t number) {
    const ConditionState *condition = case_condition(subject(), number);
    ck_assert_msg(condition != NULL, "there is no condition %lld", (long long)number);
    return text_copy(book->arena, condition->stands).at;
}

static Text due(int64_t number) {
    return date_text(book->arena, case_condition(subject(), number)->due);
}

static size_t open_conditions(void) {
    State *state = book_state(book);
    const OpenConditionState *open;
    size_t count = 0;
    for (Text place = {0}; state_next_condition(state, place, &place, &open); count++)
        place = key_after(book->arena, place);
    return count;
}

/* The panel meets on the day, as MTG-2. */
static void panel_meets(const char *day) {
    allow(book, "dina", day, text_format(book->arena, "convene ethics_review_panel --on %s", day).at);
    allow(book, "dina", day, "attend MTG-2 all");
}

/* --- put ------------------------------------------------------------------------------------------------ */

START_TEST(what_is_put_with_a_motion_is_a_condition_of_the_case_once_it_is_carried) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    allow(book, "dina", "2026-03-10",
          "condition M-1 'A plan for leaving' --owner farah --due 2026-06-01 --evidence 'the plan'");
    ck_assert_uint_eq(subject()->conditions.len, 0);
    ck_assert_uint_eq(open_conditions(), 0);
    decide("--for", "carried");
    ck_assert_uint_eq(subject()->conditions.len, 2);
    ck_assert_uint_eq(open_conditions(), 2);
    const ConditionState *first = case_condition(subject(), 1), *second = case_condition(subject(), 2);
    ck_assert_text_is(first->text, "A signed agreement");
    ck_assert_text_is(first->discharged_by, "ethics_review_panel");
    ck_assert_text_is(second->discharged_by, "partnership_review_board"); /* who decided */
    ck_assert_str_eq(stands(1), "open");
    ck_assert_text_is(due(2), "2026-06-01");
}
END_TEST

START_TEST(what_is_lost_or_withdrawn_has_no_conditions) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    decide("--against", "lost");
    ck_assert_uint_eq(subject()->conditions.len, 0);
    start_over("", NULL);
    allow(book, "emil", "2026-03-10", AGREEMENT);
    allow(book, "emil", "2026-03-10", "withdraw M-1 --because 'too early'");
    ck_assert_uint_eq(subject()->conditions.len, 0);
    ck_assert_uint_eq(open_conditions(), 0);
}
END_TEST

START_TEST(what_is_voted_on_does_not_change) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah");
    forbid(book, "VOTES_ARE_IN", "emil", "2026-03-10", AGREEMENT);
    ck_assert_text_is(sentence_of(book), "votes on M-2026-001 are in, and what is voted on does not change");
    forbid(book, "VOTES_ARE_IN", "emil", "2026-03-10", "drop M-1 1");
}
END_TEST

START_TEST(one_that_was_entered_wrongly_is_dropped_and_its_number_is_not_given_again) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    allow(book, "emil", "2026-03-10", AGREEMENT);
    forbid(book, "NOT_ON_MOTION", "emil", "2026-03-10", "drop M-1 3");
    allow(book, "emil", "2026-03-10", "drop M-1 1");
    allow(book, "emil", "2026-03-10", AGREEMENT);
    ck_assert_int_eq(motion_numbered("M-2026-001")->conditions.at[1].number, 3);
    decide("--for", "carried");
    ck_assert_int_eq(case_condition(subject(), 2)->number, 2); /* of the case they are numbered anew */
}
END_TEST

START_TEST(conditions_are_for_whom_it_is_put_to_and_where_the_workflow_allows_them) {
    forbid(book, "NO_SEAT", "amara", "2026-03-10", AGREEMENT);
    forbid(book, "DUE_BEFORE_TODAY", "emil", "2026-03-10",
           "condition M-1 x --owner amara --due 2026-03-09 --evidence y");
    forbid(book, "EMPTY_TEXT", "emil", "2026-03-10",
           "condition M-1 x --owner amara --due 2026-03-19 --evidence ' '");
    forbid(book, "MISSING_ARGUMENT", "emil", "2026-03-10", "condition M-1 x --due 2026-03-19 --evidence y");
    tear_down();
    ask("strategic_partnership");
    in_the_board("all");
    forbid(book, "UNCONDITIONAL", "emil", "2026-03-10", AGREEMENT);
    ck_assert_text_is(mend_of(book), "its workflow would have to say there: conditions: allowed");
}
END_TEST

/* --- met ------------------------------------------------------------------------------------------------ */

START_TEST(a_body_finds_it_met_in_a_meeting_of_its_own) {
    carry_with_agreement();
    panel_meets("2026-04-20");
    forbid(book, "MEETING_NEEDED", "iris", "2026-04-20", "discharge PRT-1 1 --evidence 'the copy'");
    forbid(book, "OTHER_BODY", "iris", "2026-04-20", "discharge PRT-1 1 --evidence 'the copy' --in MTG-1");
    ck_assert_text_is(sentence_of(book), "MTG-2026-001 is a meeting of partnership_review_board, but "
                                         "ethics_review_panel decides condition 1 of PRT-2026-001");
    forbid(book, "NO_SEAT", "farah", "2026-04-20", "discharge PRT-1 1 --evidence 'the copy' --in MTG-2");
    forbid(book, "NO_SUCH_CONDITION", "iris", "2026-04-20", "discharge PRT-1 2 --evidence c --in MTG-2");
    allow(book, "iris", "2026-04-20", "discharge PRT-1 1 --evidence 'the copy of 18 April' --in MTG-2");
    ck_assert_str_eq(stands(1), "discharged");
    ck_assert_text_is(case_condition(subject(), 1)->shown, "the copy of 18 April");
    ck_assert_uint_eq(open_conditions(), 0);
    forbid(book, "CONDITION_SETTLED", "iris", "2026-04-20", "discharge PRT-1 1 --evidence c --in MTG-2");
    ck_assert_text_is(sentence_of(book), "condition 1 of PRT-2026-001 is discharged already");
    allow(book, "dina", "2026-06-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_LAPSED), 0);
}
END_TEST

START_TEST(nobody_finds_on_their_own_doing_or_their_own_request) {
    allow(book, "emil", "2026-03-10",
          "condition M-1 'Keys are kept' --owner goran --due 2026-05-01 --evidence 'a log' --discharged-by "
          "cto");
    allow(book, "emil", "2026-03-10",
          "condition M-1 'Users are told' --owner farah --due 2026-05-01 --evidence 'the letter' "
          "--discharged-by business_development");
    decide("--for", "carried");
    forbid(book, "OWN_CONDITION", "goran", "2026-04-20", "discharge PRT-1 1 --evidence 'the log'");
    ck_assert_text_is(sentence_of(book), "goran is to meet condition 1 of PRT-2026-001, and another finds "
                                         "whether it is met");
    forbid(book, "OWN_CASE", "amara", "2026-04-20", "discharge PRT-1 2 --evidence 'the letter'");
    forbid(book, "NO_MEETING_NEEDED", "hana", "2026-04-20", "discharge PRT-1 2 --evidence l --in MTG-1");
    allow(book, "hana", "2026-04-20", "discharge PRT-1 2 --evidence 'the letter'"); /* by her role */
    allow(book, "dina", "2026-04-20", "discharge PRT-1 1 --evidence 'the log'");    /* who records */
    ck_assert_str_eq(stands(1), "discharged");
    ck_assert_str_eq(stands(2), "discharged");
}
END_TEST

START_TEST(it_is_waived_or_given_more_time_with_a_reason) {
    allow(book, "emil", "2026-03-10", AGREEMENT);
    carry_with_agreement();
    panel_meets("2026-04-20");
    forbid(book, "NO_LATER", "iris", "2026-04-20",
           "extend PRT-1 1 --until 2026-05-01 --because x --in MTG-2");
    allow(book, "iris", "2026-04-20",
          "extend PRT-1 1 --until 2026-05-15 --because 'their lawyer is ill' --in MTG-2");
    allow(book, "iris", "2026-04-20", "waive PRT-1 2 --because 'no data leaves the house' --in MTG-2");
    ck_assert_text_is(due(1), "2026-05-15");
    ck_assert_str_eq(stands(2), "waived");
    allow(book, "dina", "2026-05-15", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_LAPSED), 0);
    allow(book, "dina", "2026-05-16", "advance");
    ck_assert_str_eq(stands(1), "lapsed");
}
END_TEST

START_TEST(conditions_outlive_the_end_of_an_approved_case) {
    carry_with_agreement();
    allow(book, "amara", "2026-03-11", "submit PRT-1 --note planned");
    ck_assert_text_is(subject()->outcome, "granted");
    ck_assert_str_eq(stands(1), "open");
    panel_meets("2026-04-20");
    allow(book, "iris", "2026-04-20", "discharge PRT-1 1 --evidence 'the copy' --in MTG-2");
    ck_assert_str_eq(stands(1), "discharged");
}
END_TEST

/* --- lapsed --------------------------------------------------------------------------------------------- */

START_TEST(a_lapse_of_which_the_workflow_says_nothing_is_recorded_and_the_case_goes_on) {
    carry_with_agreement();
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert_str_eq(stands(1), "lapsed");
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_CONDITION_LAPSED).at, "\"due\":\"2026-05-01\""));
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "task business_development Plan it");
    ck_assert_uint_eq(open_conditions(), 0);
}
END_TEST

/* Found on 28 April, entered on 10 May. */
START_TEST(what_was_found_in_time_and_entered_late_needs_the_condition_taken_up_again) {
    carry_with_agreement();
    panel_meets("2026-04-28");
    allow(book, "dina", "2026-05-10", "advance");
    forbid(book, "BEFORE_LAPSE", "iris", "2026-04-28", "discharge PRT-1 1 --evidence 'the copy' --in MTG-2");
    ck_assert_text_is(mend_of(book), "have it taken up again first: bylaw reopen PRT-2026-001 --because ...");
    forbid(book, "CONDITION_IS_LAPSED", "iris", "2026-05-10", "discharge PRT-1 1 --evidence c --in MTG-2");
    forbid(book, "NO_POWER", "iris", "2026-05-10", "reopen PRT-1 --because 'it was met'");
    allow(book, "dina", "2026-05-10", "reopen PRT-1 --because 'the panel found it met on 28 April'");
    ck_assert_str_eq(stands(1), "open");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "task business_development Plan it"); /* as before */
    allow(book, "iris", "2026-04-28", "discharge PRT-1 1 --evidence 'the copy' --in MTG-2");
    ck_assert_str_eq(stands(1), "discharged");
    forbid(book, "NOT_LAPSED", "dina", "2026-05-10", "reopen PRT-1 --condition 1 --because again");
}
END_TEST

START_TEST(one_that_is_taken_up_again_has_the_day_and_then_lapses_again) {
    carry_with_agreement();
    allow(book, "dina", "2026-05-10", "advance");
    allow(book, "dina", "2026-05-10", "reopen PRT-1 --condition 1 --because 'there is a letter'");
    ck_assert_text_is(due(1), "2026-05-10");
    allow(book, "dina", "2026-05-11", "advance");
    ck_assert_str_eq(stands(1), "lapsed");
}
END_TEST

START_TEST(where_the_workflow_leads_on_the_approval_falls_with_all_its_conditions) {
    start_over("lapsed: talking, ", NULL);
    allow(book, "emil", "2026-03-10",
          "condition M-1 'A plan' --owner farah --due 2026-06-01 --evidence 'the plan'");
    carry_with_agreement(); /* condition 2 */
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert_str_eq(stands(2), "lapsed");
    ck_assert_str_eq(stands(1), "fallen");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "task business_development Talk to them again");
    ck_assert_uint_eq(subject()->standing.len, 0); /* nothing that was decided there stands */
    forbid(book, "CONDITION_FELL", "emil", "2026-05-10", "discharge PRT-1 1 --evidence 'the plan'");
    allow(book, "amara", "2026-05-11", "submit PRT-1 --note 'they want to sign'");
    forbid(book, "DECIDED_SINCE", "dina", "2026-05-11",
           "reopen PRT-1 --condition 2 --because 'it was signed'");
}
END_TEST

START_TEST(an_ended_case_ends_anew_and_stands_again_where_the_lapse_was_none) {
    start_over("lapsed: fallen, ", NULL);
    carry_with_agreement();
    allow(book, "amara", "2026-03-11", "submit PRT-1 --note planned");
    panel_meets("2026-04-28");
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert_text_is(subject()->outcome, "fallen");
    allow(book, "dina", "2026-05-10", "reopen PRT-1 --because 'the panel found it met on 28 April'");
    ck_assert_text_is(subject()->outcome, "granted");
    ck_assert(case_approved(book_state(book), subject()));
    allow(book, "iris", "2026-04-28", "discharge PRT-1 1 --evidence 'the copy' --in MTG-2");
    allow(book, "dina", "2026-06-10", "advance");
    ck_assert_text_is(subject()->outcome, "granted");
}
END_TEST

START_TEST(an_open_case_goes_on_where_it_was_with_the_conditions_that_fell) {
    start_over("lapsed: ask, ", NULL); /* the board decides again */
    allow(book, "emil", "2026-03-10",
          "condition M-1 'A plan' --owner farah --due 2026-06-01 --evidence 'the plan'");
    carry_with_agreement(); /* condition 2 */
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert(asked()->open);
    ck_assert_str_eq(stands(1), "fallen");
    forbid(book, "ONE_WAY_BACK", "dina", "2026-05-10", "reopen PRT-1 --condition 2 --step ask --because x");
    forbid(book, "DECIDED_SINCE", "dina", "2026-05-10", "reopen PRT-1 --condition 2 --because 'it was met'");
    start_over("lapsed: talking, ", NULL);
    allow(book, "emil", "2026-03-10",
          "condition M-1 'A plan' --owner farah --due 2026-06-01 --evidence 'the plan'");
    carry_with_agreement();
    allow(book, "dina", "2026-05-10", "advance");
    allow(book, "dina", "2026-05-10", "reopen PRT-1 --condition 2 --because 'it was met'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "task business_development Plan it");
    ck_assert_str_eq(stands(1), "open");
    ck_assert_text_is(due(1), "2026-06-01");
    ck_assert_text_is(asked()->outcome, "carried");
}
END_TEST

START_TEST(a_lapse_is_entered_even_where_what_should_follow_cannot_begin) {
    start_over("lapsed: fallen, ", "guard never before fallen {\n  requires not (name = \"MedData\")\n}\n");
    carry_with_agreement();
    allow(book, "dina", "2026-05-10", "advance");
    ck_assert_str_eq(stands(1), "lapsed");
    ck_assert(!subject()->ended);
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_CONDITION_LAPSED).at, "\"blocked\":\"fallen\""));
}
END_TEST

/* --- and the case itself -------------------------------------------------------------------------------- */

START_TEST(its_clock_stops_while_the_case_is_suspended) {
    carry_with_agreement();
    allow(book, "dina", "2026-04-20", "suspend PRT-1 --because 'a court looks at it'");
    allow(book, "dina", "2026-05-20", "advance");
    ck_assert_str_eq(stands(1), "open");
    allow(book, "dina", "2026-05-20", "resume PRT-1");
    ck_assert_text_is(due(1), "2026-06-01"); /* 30 days later is a Sunday */
    ck_assert_uint_eq(open_conditions(), 1);
    allow(book, "dina", "2026-06-02", "advance");
    ck_assert_str_eq(stands(1), "lapsed");
}
END_TEST

START_TEST(they_fall_when_the_case_is_withdrawn_or_decided_again) {
    carry_with_agreement();
    allow(book, "emil", "2026-04-20", "reconsider PRT-1 --step ask --because 'there is news'");
    ck_assert_str_eq(stands(1), "fallen");
    ck_assert_uint_eq(open_conditions(), 0);
    start_over("", NULL);
    carry_with_agreement();
    allow(book, "amara", "2026-04-20", "withdraw PRT-1 --because 'the partner has gone'");
    ck_assert_str_eq(stands(1), "fallen");
    allow(book, "dina", "2026-06-20", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_CONDITION_LAPSED), 0);
}
END_TEST

START_TEST(they_stay_where_the_case_is_taken_up_behind_the_decision) {
    carry_with_agreement();
    allow(book, "amara", "2026-03-11", "submit PRT-1 --note planned");
    allow(book, "dina", "2026-04-01", "reopen PRT-1 --step planning --because 'the plan has to be mended'");
    ck_assert_str_eq(stands(1), "open");
    allow(book, "dina", "2026-04-01", "reconsider PRT-1 --step ask --because 'all of it has to be mended'");
    ck_assert_str_eq(stands(1), "fallen");
}
END_TEST

START_TEST(they_fall_with_a_case_that_another_supersedes) {
    carry_with_agreement();
    allow(book, "amara", "2026-03-11", "submit PRT-1 --note planned");
    allow(book, "amara", "2026-03-12", "open question --supersedes PRT-1 name=MedData vertical=health");
    allow(book, "dina", "2026-03-12", "convene partnership_review_board --on 2026-03-20");
    allow(book, "dina", "2026-03-20", "attend MTG-2 all");
    allow(book, "dina", "2026-03-20", "move PRT-2 --in MTG-2");
    allow(book, "dina", "2026-03-20", "vote M-2 --for all");
    close_and_expect("2026-03-20", "close M-2", "carried");
    ck_assert_str_eq(stands(1), "open");
    allow(book, "amara", "2026-03-21", "submit PRT-2 --note planned");
    ck_assert_str_eq(stands(1), "fallen");
}
END_TEST

Suite *conditions_suite(void) {
    Suite *suite = suite_create("conditions");
    TCase *tests = tcase_create("conditions");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_is_put_with_a_motion_is_a_condition_of_the_case_once_it_is_carried);
    tcase_add_test(tests, what_is_lost_or_withdrawn_has_no_conditions);
    tcase_add_test(tests, what_is_voted_on_does_not_change);
    tcase_add_test(tests, one_that_was_entered_wrongly_is_dropped_and_its_number_is_not_given_again);
    tcase_add_test(tests, conditions_are_for_whom_it_is_put_to_and_where_the_workflow_allows_them);
    tcase_add_test(tests, a_body_finds_it_met_in_a_meeting_of_its_own);
    tcase_add_test(tests, nobody_finds_on_their_own_doing_or_their_own_request);
    tcase_add_test(tests, it_is_waived_or_given_more_time_with_a_reason);
    tcase_add_test(tests, conditions_outlive_the_end_of_an_approved_case);
    tcase_add_test(tests, a_lapse_of_which_the_workflow_says_nothing_is_recorded_and_the_case_goes_on);
    tcase_add_test(tests, what_was_found_in_time_and_entered_late_needs_the_condition_taken_up_again);
    tcase_add_test(tests, one_that_is_taken_up_again_has_the_day_and_then_lapses_again);
    tcase_add_test(tests, where_the_workflow_leads_on_the_approval_falls_with_all_its_conditions);
    tcase_add_test(tests, an_ended_case_ends_anew_and_stands_again_where_the_lapse_was_none);
    tcase_add_test(tests, an_open_case_goes_on_where_it_was_with_the_conditions_that_fell);
    tcase_add_test(tests, a_lapse_is_entered_even_where_what_should_follow_cannot_begin);
    tcase_add_test(tests, its_clock_stops_while_the_case_is_suspended);
    tcase_add_test(tests, they_fall_when_the_case_is_withdrawn_or_decided_again);
    tcase_add_test(tests, they_stay_where_the_case_is_taken_up_behind_the_decision);
    tcase_add_test(tests, they_fall_with_a_case_that_another_supersedes);
    suite_add_tcase(suite, tests);
    return suite;
}
