/* Cases on their way: opening, facts, tasks, scores, evaluations, guards, parallel steps and ends. */
#include "fixture.h"
#include <string.h>

#define MEDDATA "name=MedData vertical=health personal_data=yes contact=partnerships@meddata.example"
#define SHEET                                                                                                \
    "strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "             \
    "financial_value=8"

static void yes(const char *who, const char *when, const char *line) {
    allow(the_book, who, when, line);
}

static void no(const char *code, const char *who, const char *when, const char *line) {
    forbid(the_book, code, who, when, line);
}

static void open_meddata(void) {
    yes("amara", "2026-03-02", "open partnership_approval " MEDDATA);
}

static void score_meddata(void) {
    yes("amara", "2026-03-10", "score PRT-1 " SHEET);
    yes("bela", "2026-03-10", "score PRT-1 " SHEET);
    yes("carl", "2026-03-11", "score PRT-1 " SHEET);
}

static bool says(Text text, const char *part) {
    return strstr(text_copy(the_book->arena, text).at, part) != NULL;
}

/* --- opening -------------------------------------------------------------------------------------------- */

START_TEST(a_case_is_opened_under_the_next_number_of_its_year) {
    yes("amara", "2026-03-02", "open partnership_approval");
    yes("amara", "2026-03-02", "open partnership_approval");
    yes("amara", "2027-01-04", "open partnership_approval");
    ck_assert_ptr_nonnull(book_case(the_book, "PRT-2026-002"));
    ck_assert_ptr_nonnull(book_case(the_book, "PRT-2027-001"));
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->opener, "P-000002");
}
END_TEST

START_TEST(only_who_has_the_power_opens_a_case) {
    no("NO_POWER", "carl", "2026-03-02", "open partnership_approval");
    ck_assert_text_is(sentence_of(the_book), "carl may not open a case");
    ck_assert(says(refusal_rule(the_book->arena, &the_book->refusal), "rules/charter.bylaw:"));
}
END_TEST

START_TEST(a_case_is_not_opened_before_the_charter_is_in_force) {
    no("NO_SUCH_WORKFLOW", "amara", "2026-03-02", "open partnership_aproval");
    ck_assert_text_is(mend_of(the_book), "did you mean \"partnership_approval\"?");
    no("NOT_IN_FORCE", "amara", "2025-12-30", "open partnership_approval");
}
END_TEST

START_TEST(what_has_not_happened_yet_and_what_was_not_seen_is_refused) {
    open_meddata();
    the_book->last.happened.utc += 3600;
    Batch batch;
    State *state = book_state(the_book);
    ck_assert(!proceed(state, &the_book->last, 0, &batch, &the_book->refusal));
    ck_assert_int_eq(the_book->refusal.code, REFUSAL_IN_THE_FUTURE);
    the_book->last.happened.utc -= 3600;
    the_book->last.seen_scope = TEXT("PRT-2026-001");
    the_book->last.seen = 3;
    ck_assert(!proceed(state, &the_book->last, 0, &batch, &the_book->refusal));
    ck_assert_int_eq(the_book->refusal.code, REFUSAL_MOVED_ON);
}
END_TEST

/* --- facts ---------------------------------------------------------------------------------------------- */

START_TEST(a_personal_fact_is_in_no_entry_and_the_others_are) {
    open_meddata();
    Text body = last_body(the_book, KIND_FACTS_STATED);
    ck_assert_msg(says(body, "\"name\":{\"value\":\"MedData\"}"), "%s", body.at);
    ck_assert(says(body, "\"personal_data\":{\"value\":true}"));
    ck_assert(says(body, "\"contact\":{\"sealed\":\""));
    for (size_t i = 0; i < the_book->entries.len; i++)
        ck_assert(!says(the_book->entries.at[i].body, "partnerships@"));
}
END_TEST

START_TEST(a_fact_in_the_wrong_form_is_refused_with_the_right_one) {
    no("UNKNOWN_FACT", "amara", "2026-03-02", "open partnership_approval nmae=MedData");
    ck_assert_text_is(mend_of(the_book), "did you mean \"name\"?");
    no("BAD_VALUE", "amara", "2026-03-02", "open partnership_approval vertical=helth");
    ck_assert_text_is(mend_of(the_book), "did you mean \"health\"?");
    no("BAD_VALUE", "amara", "2026-03-02", "open partnership_approval annual_value=100000");
    ck_assert_text_is(mend_of(the_book), "write the currency before the amount: USD 100_000");
    no("NOT_A_FACT", "amara", "2026-03-02", "open partnership_approval evaluation.total=9");
    no("BAD_ARGUMENT", "amara", "2026-03-02", "open partnership_approval MedData");
    no("BAD_ARGUMENT", "amara", "2026-03-02", "open partnership_approval name=A name=B");
    no("MISSING_ARGUMENT", "amara", "2026-03-02", "open");
}
END_TEST

START_TEST(facts_may_stand_in_a_file) {
    yes("amara", "2026-03-02",
        "open partnership_approval --facts '{name: 42, vertical: health, annual_value: null}'");
    const CaseState *subject = book_case(the_book, "PRT-2026-001");
    ck_assert_uint_eq(subject->facts.len, 2);
    ck_assert_text_is(tree_get_text(case_fact(subject, TEXT("name"))->value, "value"), "42");
    no("BAD_ARGUMENT", "amara", "2026-03-02", "submit PRT-1 name=A --facts '{name: B}'");
}
END_TEST

START_TEST(a_fact_knows_its_entry_and_its_giver) {
    open_meddata();
    const FactState *fact = case_fact(book_case(the_book, "PRT-2026-001"), TEXT("vertical"));
    ck_assert_int_eq(the_book->entries.at[fact->entry].kind, KIND_FACTS_STATED);
    ck_assert_text_is(fact->giver, "P-000002");
}
END_TEST

START_TEST(who_is_not_asked_for_a_fact_does_not_state_it) {
    yes("amara", "2026-03-02", "open partnership_approval");
    no("NOT_YOURS_TO_STATE", "farah", "2026-03-02", "submit PRT-1 name=Other");
    ck_assert_text_is(sentence_of(the_book),
                      "name is not for farah to state, but for business_development or who opened the case");
}
END_TEST

/* --- tasks ---------------------------------------------------------------------------------------------- */

START_TEST(a_task_waits_for_the_facts_that_it_must_collect_and_ends_with_the_last) {
    yes("amara", "2026-03-02", "open partnership_approval name=MedData");
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "fact business_development vertical; fact business_development personal_data; "
                      "fact business_development contact");
    yes("amara", "2026-03-03", "submit PRT-1 vertical=health personal_data=yes");
    no("FACTS_MISSING", "amara", "2026-03-04", "submit PRT-1 --step initial_assessment");
    ck_assert_text_is(mend_of(the_book), "state it with: bylaw submit PRT-2026-001 contact=...");
    yes("amara", "2026-03-04", "submit PRT-1 contact=x@y.example");
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "score vertical_lead evaluation; score technical_architect evaluation; "
                      "score business_development evaluation");
}
END_TEST

START_TEST(facts_that_are_known_already_count) {
    open_meddata();
    const StepState *step = case_step(book_case(the_book, "PRT-2026-001"), TEXT("initial_assessment"));
    ck_assert(!step->open);
    ck_assert_text_is(step->outcome, "done");
    ck_assert(case_step(book_case(the_book, "PRT-2026-001"), TEXT("detailed_analysis"))->open);
}
END_TEST

START_TEST(a_deadline_counts_working_days_from_the_day_the_step_was_entered) {
    yes("amara", "2026-03-02", "open partnership_approval");
    const StepState *step = case_step(book_case(the_book, "PRT-2026-001"), TEXT("initial_assessment"));
    ck_assert_text_is(date_text(the_book->arena, step->due), "2026-03-16");
    yes("amara", "2028-12-20", "open partnership_approval");
    step = case_step(book_case(the_book, "PRT-2028-001"), TEXT("initial_assessment"));
    ck_assert_int_eq(step->due, DATE_NONE);
}
END_TEST

START_TEST(the_end_of_a_step_stops_its_clock) {
    yes("amara", "2026-03-02", "open partnership_approval");
    Text key;
    const TimerState *timer;
    ck_assert(state_next_timer(book_state(the_book), (Text){0}, &key, &timer));
    ck_assert_text_is(key, "2026-03-16 PRT-2026-001 initial_assessment deadline");
    yes("amara", "2026-03-03", "submit PRT-1 " MEDDATA);
    ck_assert(state_next_timer(book_state(the_book), (Text){0}, &key, &timer));
    ck_assert_text_is(timer->step, "detailed_analysis");
}
END_TEST

/* --- scores --------------------------------------------------------------------------------------------- */

START_TEST(a_score_step_wants_one_whole_sheet_of_each_role) {
    open_meddata();
    no("SCORES_MISSING", "amara", "2026-03-10", "score PRT-1 strategic_alignment=9");
    no("OFF_SCALE", "amara", "2026-03-10", "score PRT-1 strategic_alignment=11");
    ck_assert_text_is(sentence_of(the_book),
                      "strategic_alignment is scored in whole numbers from 1 to 10, and \"11\" is none");
    no("OFF_SCALE", "amara", "2026-03-10", "score PRT-1 strategic_alignment=8.5");
    no("OFF_SCALE", "amara", "2026-03-10", "score PRT-1 strategic_alignment=high");
    no("UNKNOWN_CRITERION", "amara", "2026-03-10", "score PRT-1 strategic_alignement=9");
    ck_assert_text_is(mend_of(the_book), "did you mean \"strategic_alignment\"?");
    no("NOT_A_SCORER", "farah", "2026-03-10", "score PRT-1 " SHEET);
    yes("amara", "2026-03-10", "score PRT-1 " SHEET);
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "score vertical_lead evaluation; score technical_architect evaluation");
}
END_TEST

START_TEST(one_person_fills_one_sheet_and_may_fill_it_anew) {
    yes("dina", "2026-02-01",
        "import '{people: [{key: amara, name: Amara Okafor, roles: [technical_architect]}]}'");
    open_meddata();
    yes("amara", "2026-03-10", "score PRT-1 " SHEET);
    yes("amara", "2026-03-10",
        "score PRT-1 strategic_alignment=8 market_impact=8 technical_compatibility=8 "
        "operational_feasibility=8 financial_value=8");
    const CaseState *subject = book_case(the_book, "PRT-2026-001");
    ck_assert_uint_eq(subject->sheets.len, 1);
    ck_assert_text_is(subject->sheets.at[0].role, "technical_architect");
    ck_assert_text_is(tree_get_text(subject->sheets.at[0].scores, "market_impact"), "8");
}
END_TEST

START_TEST(a_sheet_may_stand_in_a_file_of_facts_under_its_scorecard) {
    open_meddata();
    yes("amara", "2026-03-10",
        "score PRT-1 --scores '{name: MedData, evaluation: {strategic_alignment: 9, market_impact: 9, "
        "technical_compatibility: 8, operational_feasibility: 7, financial_value: 8}}'");
}
END_TEST

/* --- evaluations ---------------------------------------------------------------------------------------- */

START_TEST(the_worked_example_comes_to_8_3_and_is_recommended_by_r4) {
    open_meddata();
    score_meddata();
    size_t determined = 0;
    Text body = {0};
    for (size_t i = 0; i < the_book->entries.len && determined == 0; i++)
        if (the_book->entries.at[i].kind == KIND_DETERMINED)
            body = the_book->entries.at[i].body, determined++;
    ck_assert_msg(says(body, "\"unit\":\"recommendation\"") && says(body, "\"outcome\":\"recommend\"") &&
                      says(body, "\"row\":\"R4\"") && says(body, "8.3"),
                  "%s", body.at);
    ck_assert_msg(says(body, "\"givers\":[\"P-000002\",\"P-000003\",\"P-000004\"]"), "%s", body.at);
    const CaseState *subject = book_case(the_book, "PRT-2026-001");
    ck_assert_text_is(case_step(subject, TEXT("recommend"))->outcome, "recommend");
    ck_assert(case_step(subject, TEXT("ethics"))->open);
}
END_TEST

START_TEST(a_declined_recommendation_ends_the_case) {
    open_meddata();
    const char *weak = "score PRT-1 strategic_alignment=10 market_impact=10 technical_compatibility=6 "
                       "operational_feasibility=10 financial_value=10";
    yes("amara", "2026-03-10", weak);
    yes("bela", "2026-03-10", weak);
    yes("carl", "2026-03-10", weak);
    const CaseState *subject = book_case(the_book, "PRT-2026-001");
    ck_assert(subject->ended);
    ck_assert_text_is(subject->outcome, "declined");
    no("CASE_ENDED", "amara", "2026-03-11", "submit PRT-1 name=Again");
    Text number;
    ck_assert(!state_next_open_case(book_state(the_book), (Text){0}, &number));
    check_replay(the_book);
}
END_TEST

/* --- names ---------------------------------------------------------------------------------------------- */

START_TEST(a_short_number_is_that_of_the_year_in_which_it_is_said) {
    yes("amara", "2026-12-30", "open partnership_approval");
    yes("amara", "2027-01-04", "open partnership_approval");
    yes("amara", "2027-01-05", "submit PRT-1 name=Second");
    ck_assert_ptr_nonnull(case_fact(book_case(the_book, "PRT-2027-001"), TEXT("name")));
    ck_assert_ptr_null(case_fact(book_case(the_book, "PRT-2026-001"), TEXT("name")));
    no("NO_SUCH_CASE", "amara", "2027-01-05", "submit PRT-2 name=Third");
    ck_assert_text_is(sentence_of(the_book), "there is no case PRT-2027-002");
}
END_TEST

START_TEST(the_entries_of_a_case_count_its_versions) {
    open_meddata();
    State *state = book_state(the_book);
    int64_t version = state_scope_version(state, TEXT("PRT-2026-001"));
    size_t entries = 0;
    for (size_t i = 0; i < the_book->entries.len; i++)
        entries += text_is(the_book->entries.at[i].context.scope, "PRT-2026-001");
    ck_assert_int_eq(version, (int64_t)entries);
}
END_TEST

Suite *working_cases_suite(void) {
    Suite *suite = suite_create("proceedings: cases");
    TCase *tests = tcase_create("cases");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, a_case_is_opened_under_the_next_number_of_its_year);
    tcase_add_test(tests, only_who_has_the_power_opens_a_case);
    tcase_add_test(tests, a_case_is_not_opened_before_the_charter_is_in_force);
    tcase_add_test(tests, what_has_not_happened_yet_and_what_was_not_seen_is_refused);
    tcase_add_test(tests, a_personal_fact_is_in_no_entry_and_the_others_are);
    tcase_add_test(tests, a_fact_in_the_wrong_form_is_refused_with_the_right_one);
    tcase_add_test(tests, facts_may_stand_in_a_file);
    tcase_add_test(tests, a_fact_knows_its_entry_and_its_giver);
    tcase_add_test(tests, who_is_not_asked_for_a_fact_does_not_state_it);
    tcase_add_test(tests, a_task_waits_for_the_facts_that_it_must_collect_and_ends_with_the_last);
    tcase_add_test(tests, facts_that_are_known_already_count);
    tcase_add_test(tests, a_deadline_counts_working_days_from_the_day_the_step_was_entered);
    tcase_add_test(tests, the_end_of_a_step_stops_its_clock);
    tcase_add_test(tests, a_score_step_wants_one_whole_sheet_of_each_role);
    tcase_add_test(tests, one_person_fills_one_sheet_and_may_fill_it_anew);
    tcase_add_test(tests, a_sheet_may_stand_in_a_file_of_facts_under_its_scorecard);
    tcase_add_test(tests, the_worked_example_comes_to_8_3_and_is_recommended_by_r4);
    tcase_add_test(tests, a_declined_recommendation_ends_the_case);
    tcase_add_test(tests, a_short_number_is_that_of_the_year_in_which_it_is_said);
    tcase_add_test(tests, the_entries_of_a_case_count_its_versions);
    suite_add_tcase(suite, tests);
    return suite;
}
