/* Deciding many cases through the public header: bound by name once, then filled in and decided. */
#include "story.h"

static const char more[] = "facts loan {\n"
                           "  amount : money USD\n"
                           "  term   : integer\n"
                           "  risk   : risk\n"
                           "  bank   : yes_no\n"
                           "  day    : date\n"
                           "  ends   : date, where applicable\n"
                           "}\n"
                           "enum risk { low, middle, high }\n"
                           "table grant of loan {\n"
                           "  | row | amount        | risk         || answer : text |\n"
                           "  | G1  | < USD 1_000   | low, middle  || \"grant\"       |\n"
                           "  | G2  | < USD 1_000   | high         || \"ask\"         |\n"
                           "  | G3  | >= USD 1_000  | -            || \"ask\"         |\n"
                           "}\n"
                           "table dated of loan {\n"
                           "  | row | day           | bank || answer : text |\n"
                           "  | D1  | < 2026-07-01  | -    || \"early\"       |\n"
                           "  | D2  | >= 2026-07-01 | yes  || \"late\"        |\n"
                           "  | D3  | >= 2026-07-01 | no   || \"never\"       |\n"
                           "}\n"
                           "table lapse of loan {\n"
                           "  | row | ends           || answer : text |\n"
                           "  | L1  | < 2026-07-01   || \"soon\"        |\n"
                           "  | L2  | >= 2026-07-01  || \"late\"        |\n"
                           "  | L3  | not applicable || \"never\"       |\n"
                           "}\n"
                           "table priced of loan {\n"
                           "  | row | risk      || price : integer |\n"
                           "  | P1  | low       || 8               |\n"
                           "  | P2  | otherwise || 9               |\n"
                           "}\n"
                           "table risks of loan {\n"
                           "  hit collect list\n"
                           "  | row | bank || risk : risk |\n"
                           "  | K1  | yes  || high        |\n"
                           "  | K2  | -    || middle      |\n"
                           "}\n";

static bylaw_rules *rules;
static bylaw_evaluator *evaluator;
static bylaw_answer answer;

static void set_up(void) {
    story_set_up();
    story_write(story_path("more.bylaw"), (Text){more, sizeof more - 1});
    const char *paths[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows", story_path("more.bylaw")};
    result_ends(bylaw_rules_read(paths, 3, &rules), BYLAW_DONE);
    evaluator = NULL;
}

static void tear_down(void) {
    bylaw_evaluator_free(evaluator);
    bylaw_rules_free(rules);
    story_tear_down();
}

static void begin(const char *name) {
    bylaw_evaluator_free(evaluator);
    evaluator = bylaw_evaluator_new(rules, name);
    ck_assert_msg(evaluator != NULL, "there is no %s", name);
}

static int bound(const char *fact) {
    int slot = bylaw_bind(evaluator, fact);
    ck_assert_msg(slot >= 0, "there is no fact %s", fact);
    return slot;
}

static void decides(bylaw_outcome outcome, const char *row, const char *text) {
    bylaw_decide(evaluator, false, &answer);
    ck_assert_int_eq(answer.outcome, outcome);
    ck_assert_str_eq(answer.row_id, row);
    ck_assert_str_eq(answer.text, text);
    ck_assert_int_eq(answer.row >= 0, *row != 0);
}

START_TEST(what_the_rules_have_not_cannot_be_bound) {
    ck_assert_ptr_null(bylaw_evaluator_new(rules, "nothing"));
    ck_assert_ptr_null(bylaw_evaluator_new(rules, ""));
    begin("grant");
    ck_assert_int_eq(bylaw_bind(evaluator, "colour"), -1);
    ck_assert_int_eq(bylaw_bind(evaluator, ""), -1);
    ck_assert_int_eq(bylaw_member(evaluator, bound("risk"), "enormous"), -1);
    ck_assert_int_eq(bylaw_member(evaluator, bound("amount"), "low"), -1);
    ck_assert_int_eq(bylaw_member(evaluator, bound("risk"), "high"), 2);
}
END_TEST

START_TEST(a_missing_fact_leaves_it_undetermined_until_it_is_there) {
    begin("grant");
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_number(evaluator, bound("amount"), 999, 1);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_member(evaluator, bound("risk"), 1);
    decides(BYLAW_DECIDED, "G1", "grant");
    bylaw_set_member(evaluator, bound("risk"), 2);
    decides(BYLAW_DECIDED, "G2", "ask");
    bylaw_set_missing(evaluator, bound("risk"));
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_number(evaluator, bound("amount"), 1000, 1);
    decides(BYLAW_DECIDED, "G3", "ask");
    bylaw_set_number(evaluator, bound("amount"), 1, 0);
    decides(BYLAW_UNDETERMINED, "", "");
}
END_TEST

START_TEST(what_does_not_apply_is_not_missing) {
    begin("lapse");
    bylaw_set_date(evaluator, bound("ends"), 2026, 7, 1);
    decides(BYLAW_DECIDED, "L2", "late");
    bylaw_set_not_applicable(evaluator, bound("ends"));
    decides(BYLAW_DECIDED, "L3", "never");
    bylaw_set_missing(evaluator, bound("ends"));
    decides(BYLAW_UNDETERMINED, "", "");
    begin("grant");
    bylaw_set_not_applicable(evaluator, bound("amount"));
    decides(BYLAW_UNDETERMINED, "", "");
}
END_TEST

START_TEST(fractions_are_exact) {
    begin("grant");
    bylaw_set_member(evaluator, bound("risk"), 0);
    bylaw_set_number(evaluator, bound("amount"), 2999, 3);
    decides(BYLAW_DECIDED, "G1", "grant");
    bylaw_set_number(evaluator, bound("amount"), 3000, 3);
    decides(BYLAW_DECIDED, "G3", "ask");
    bylaw_set_number(evaluator, bound("amount"), INT64_MAX, INT64_MAX / 1000);
    decides(BYLAW_DECIDED, "G3", "ask");
    bylaw_set_number(evaluator, bound("amount"), INT64_MIN, 1);
    decides(BYLAW_DECIDED, "G1", "grant");
}
END_TEST

START_TEST(a_score_off_its_scale_is_an_error_of_the_rule) {
    static const char *const names[] = {"strategic_alignment", "market_impact", "technical_compatibility",
                                        "operational_feasibility", "financial_value"};
    char name[64];
    begin("recommendation");
    for (size_t i = 0; i < 5; i++) {
        snprintf(name, sizeof name, "evaluation.%s", names[i]);
        bylaw_set_number(evaluator, bound(name), 8, 1);
    }
    decides(BYLAW_DECIDED, "R4", "recommend");
    bylaw_set_number(evaluator, bound("evaluation.market_impact"), 11, 1);
    decides(BYLAW_RULE_ERROR, "", "");
    bylaw_set_number(evaluator, bound("evaluation.market_impact"), 15, 2);
    decides(BYLAW_RULE_ERROR, "", "");
    bylaw_set_number(evaluator, bound("evaluation.market_impact"), 1, 1);
    decides(BYLAW_DECIDED, "R3", "refer");
}
END_TEST

START_TEST(dates_and_yes_or_no_decide) {
    begin("dated");
    bylaw_set_date(evaluator, bound("day"), 2026, 6, 30);
    decides(BYLAW_DECIDED, "D1", "early");
    bylaw_set_date(evaluator, bound("day"), 2026, 7, 1);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_yes(evaluator, bound("bank"), true);
    decides(BYLAW_DECIDED, "D2", "late");
    bylaw_set_yes(evaluator, bound("bank"), false);
    decides(BYLAW_DECIDED, "D3", "never");
    bylaw_set_date(evaluator, bound("day"), 2026, 2, 30); /* no such day: missing */
    decides(BYLAW_UNDETERMINED, "", "");
}
END_TEST

/* The facts of `grant` in one call. */
static void give(bylaw_value amount, bylaw_value risk) {
    const int facts[] = {bound("amount"), bound("risk"), -1};
    bylaw_set_all(evaluator, facts, (bylaw_value[]){amount, risk, {1, 1}}, 3);
}

START_TEST(many_facts_can_be_set_in_one_call) {
    const bylaw_value missing = {0, 0};
    begin("grant");
    give((bylaw_value){999, 1}, (bylaw_value){2, 1});
    decides(BYLAW_DECIDED, "G2", "ask");
    give((bylaw_value){3000, 3}, missing);
    decides(BYLAW_DECIDED, "G3", "ask");
    give((bylaw_value){2999, 3}, (bylaw_value){1, 1});
    decides(BYLAW_DECIDED, "G1", "grant");
    give((bylaw_value){5, 1}, (bylaw_value){3, 1}); /* no such member */
    decides(BYLAW_UNDETERMINED, "", "");
    give((bylaw_value){5, 1}, (bylaw_value){(int64_t)1 << 32, 1});
    decides(BYLAW_UNDETERMINED, "", "");
    give(missing, (bylaw_value){0, 1});
    decides(BYLAW_UNDETERMINED, "", "");
}
END_TEST

START_TEST(days_and_yes_or_no_are_set_in_one_call_too) {
    begin("dated");
    const int facts[] = {bound("day"), bound("bank")};
    bylaw_set_all(evaluator, facts, (bylaw_value[]){{20260630, 1}, {1, 1}}, 2);
    decides(BYLAW_DECIDED, "D1", "early");
    bylaw_set_all(evaluator, facts, (bylaw_value[]){{20260701, 1}, {1, 1}}, 2);
    decides(BYLAW_DECIDED, "D2", "late");
    bylaw_set_all(evaluator, facts, (bylaw_value[]){{20260701, 1}, {0, 1}}, 2);
    decides(BYLAW_DECIDED, "D3", "never");
    bylaw_set_all(evaluator, facts, (bylaw_value[]){{20260230, 1}, {0, 1}}, 2); /* no such day */
    decides(BYLAW_UNDETERMINED, "", "");
}
END_TEST

START_TEST(a_result_that_is_no_text_has_none) {
    begin("priced");
    bylaw_set_member(evaluator, bound("risk"), 0);
    decides(BYLAW_DECIDED, "P1", "");
    ck_assert_int_eq(answer.member, -1);
}
END_TEST

START_TEST(what_several_rows_come_to_is_of_no_one_row) {
    begin("risks");
    bylaw_set_yes(evaluator, bound("bank"), true);
    decides(BYLAW_DECIDED, "", "");
    ck_assert_int_eq(answer.row, -1);
}
END_TEST

START_TEST(who_decides_is_answered_by_name) {
    begin("partnership_decisions");
    bylaw_set_member(evaluator, bound("decision"),
                     bylaw_member(evaluator, bound("decision"), "vertical_approval"));
    bylaw_set_number(evaluator, bound("annual_value"), 5000, 1);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_member(evaluator, bound("vertical"), 1);
    decides(BYLAW_DECIDED, "A4", "vertical_council[finance]");
    bylaw_set_missing(evaluator, bound("annual_value"));
    decides(BYLAW_DECIDED, "A5", "partnership_review_board");
}
END_TEST

START_TEST(reasons_are_kept_when_asked_for_and_only_then) {
    begin("grant");
    bylaw_set_number(evaluator, bound("amount"), 5, 1);
    bylaw_set_member(evaluator, bound("risk"), 0);
    bylaw_decide(evaluator, true, &answer);
    ck_assert_uint_gt(answer.reasons, 0);
    bylaw_decide(evaluator, false, &answer);
    ck_assert_uint_eq(answer.reasons, 0);
}
END_TEST

START_TEST(what_makes_no_sense_for_a_fact_leaves_it_missing) {
    begin("grant");
    bylaw_set_number(evaluator, bound("amount"), 5, 1);
    bylaw_set_member(evaluator, bound("risk"), 0);
    decides(BYLAW_DECIDED, "G1", "grant");
    bylaw_set_member(evaluator, bound("risk"), 99);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_member(evaluator, bound("risk"), -1);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_number(evaluator, bound("risk"), 1, 1);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_member(evaluator, bound("risk"), 0);
    bylaw_set_yes(evaluator, bound("amount"), true);
    decides(BYLAW_UNDETERMINED, "", "");
    bylaw_set_number(evaluator, -1, 5, 1);
    bylaw_set_yes(evaluator, -1, true);
    bylaw_set_member(evaluator, -1, 0);
    bylaw_set_date(evaluator, -1, 2026, 1, 1);
    bylaw_set_missing(evaluator, -1);
    ck_assert_int_eq(bylaw_member(evaluator, -1, "low"), -1);
}
END_TEST

START_TEST(a_large_fact_stays_what_it_is_however_many_cases_are_decided) {
    begin("grant");
    bylaw_set_member(evaluator, bound("risk"), 0);
    bylaw_set_number(evaluator, bound("amount"), INT64_MIN, -1); /* 2^63 */
    for (int i = 0; i < 30000; i++) {
        bylaw_decide(evaluator, true, &answer);
        ck_assert_int_eq(answer.outcome, BYLAW_DECIDED);
        ck_assert_str_eq(answer.row_id, "G3");
    }
    bylaw_set_number(evaluator, bound("amount"), 1, INT64_MIN);
    for (int i = 0; i < 30000; i++) {
        bylaw_decide(evaluator, true, &answer);
        ck_assert_str_eq(answer.row_id, "G1");
    }
}
END_TEST

Suite *evaluating_suite(void) {
    Suite *suite = suite_create("deciding many cases");
    TCase *tests = tcase_create("evaluator");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_the_rules_have_not_cannot_be_bound);
    tcase_add_test(tests, a_missing_fact_leaves_it_undetermined_until_it_is_there);
    tcase_add_test(tests, what_does_not_apply_is_not_missing);
    tcase_add_test(tests, fractions_are_exact);
    tcase_add_test(tests, a_score_off_its_scale_is_an_error_of_the_rule);
    tcase_add_test(tests, dates_and_yes_or_no_decide);
    tcase_add_test(tests, many_facts_can_be_set_in_one_call);
    tcase_add_test(tests, days_and_yes_or_no_are_set_in_one_call_too);
    tcase_add_test(tests, a_result_that_is_no_text_has_none);
    tcase_add_test(tests, what_several_rows_come_to_is_of_no_one_row);
    tcase_add_test(tests, who_decides_is_answered_by_name);
    tcase_add_test(tests, reasons_are_kept_when_asked_for_and_only_then);
    tcase_add_test(tests, what_makes_no_sense_for_a_fact_leaves_it_missing);
    tcase_add_test(tests, a_large_fact_stays_what_it_is_however_many_cases_are_decided);
    suite_add_tcase(suite, tests);
    return suite;
}
