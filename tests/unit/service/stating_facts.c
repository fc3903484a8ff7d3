/* Facts given to an evaluation: what is wrong with them has a code, a place in the file, and the mend. */
#include "story.h"

static bylaw_rules *rules;

static void set_up(void) {
    static const char *const paths[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
    story_set_up();
    result_ends(bylaw_rules_read(paths, 2, &rules), BYLAW_DONE);
}

static void tear_down(void) {
    bylaw_rules_free(rules);
    story_tear_down();
}

static bylaw_result *evaluated(const char *name, const char *facts) {
    return bylaw_rules_evaluate(rules, &(bylaw_evaluate_options){.size = sizeof(bylaw_evaluate_options),
                                                                 .name = name,
                                                                 .facts_name = "facts.yaml",
                                                                 .facts = facts,
                                                                 .facts_length = strlen(facts)});
}

static const struct {
    const char *facts;
    const char *code;
    int line, column, length;
    const char *says, *mend; /* of the mend; "" for none */
} wrong[] = {
    {"verticle: health\n", "E0401", 1, 1, 8, "no fact \"verticle\"", "did you mean \"vertical\""},
    {"name: x\nshoe_size: 43\n", "E0401", 2, 1, 9, "no fact \"shoe_size\"", ""},
    {"evaluation:\n  market_impakt: 9\n", "E0401", 2, 3, 13, "evaluation.market_impakt",
     "evaluation.market_impact"},
    {"vertical: helth\n", "E0402", 1, 11, 5, "vertical is", "health, finance or education"},
    {"personal_data: perhaps\n", "E0402", 1, 16, 7, "\"perhaps\" is not", "write yes or no"},
    {"annual_value: 100000\n", "E0402", 1, 15, 6, "annual_value is", "write the currency too: USD"},
    {"annual_value: EUR 5\n", "E0402", 1, 15, 5, "annual_value is", "write it in USD"},
    {"evaluation:\n  market_impact: nine\n", "E0402", 2, 18, 4, "a score, or a list", ""},
    {"name: [a, b]\n", "E0402", 1, 7, 6, "what stands here is not", ""},
    {"evaluation:\n  total: 8.3\n", "E0403", 2, 3, 5, "evaluation.total is computed", "leave it out"},
    {"recommendation.outcome: recommend\n", "E0403", 1, 1, 22, "is computed", "leave it out"},
    {"- 9\n- 8\n", "E0404", 1, 1, 0, "name: value", ""},
    {"just a text\n", "E0404", 1, 1, 11, "name: value", ""},
};

START_TEST(a_wrong_fact_is_shown_with_its_place_and_its_mend) {
    bylaw_result *result = evaluated("recommendation", wrong[_i].facts);
    const char *json = bylaw_result_json(result, NULL);
    ck_assert_int_eq(bylaw_result_code(result), BYLAW_WANTING);
    ck_assert_str_eq(bylaw_result_kind(result), "check");
    const bylaw_node *document = bylaw_result_document(result);
    const bylaw_node *one = bylaw_item(bylaw_get(document, "diagnostics"), 0);
    ck_assert_msg(bylaw_get_integer(document, "errors") == 1, "%s", json);
    ck_assert_str_eq(bylaw_get_text(one, "code"), wrong[_i].code);
    ck_assert_str_eq(bylaw_get_text(one, "path"), "facts.yaml");
    ck_assert_msg(strstr(bylaw_get_text(one, "sentence"), wrong[_i].says), "%s", json);
    ck_assert_msg(strstr(bylaw_get_text(one, "mend"), wrong[_i].mend), "%s", json);
    ck_assert_msg(bylaw_get_integer(one, "line") == wrong[_i].line &&
                      bylaw_get_integer(one, "column") == wrong[_i].column,
                  "%s", json);
    if (wrong[_i].length) ck_assert_msg(bylaw_get_integer(one, "length") == wrong[_i].length, "%s", json);
    bylaw_free(result);
}
END_TEST

START_TEST(everything_that_is_wrong_is_found_at_once) {
    bylaw_result *result = evaluated("recommendation", "verticle: health\npersonal_data: perhaps\n"
                                                       "evaluation:\n  total: 8\n  market_impact: x\n");
    ck_assert_int_eq(bylaw_get_integer(bylaw_result_document(result), "errors"), 4);
    bylaw_free(result);
}
END_TEST

START_TEST(no_facts_at_all_leave_it_undetermined_and_say_what_would_settle_it) {
    static const char *const nothing[] = {"", "# nothing\n", "{}\n"};
    for (size_t i = 0; i < 3; i++) {
        Text said = result_ends(evaluated("recommendation", nothing[i]), BYLAW_WANTING);
        ck_assert_says(said, "\"undetermined\"");
        ck_assert_says(said, "evaluation.market_impact");
    }
}
END_TEST

START_TEST(facts_are_also_written_flat_or_in_json) {
    static const char map[] =
        "evaluation: {strategic_alignment: 9, market_impact: 9, technical_compatibility: 8,"
        " operational_feasibility: 7, financial_value: 8}";
    static const char flat[] =
        "evaluation.strategic_alignment: 9\nevaluation.market_impact: 9\n"
        "evaluation.technical_compatibility: 8\nevaluation.operational_feasibility: 7\n"
        "evaluation.financial_value: [7, 9]\n";
    static const char json[] = "{\"evaluation\": {\"strategic_alignment\": 9, \"market_impact\": 9,"
                               " \"technical_compatibility\": 8, \"operational_feasibility\": 7,"
                               " \"financial_value\": 8}}";
    static const char *const ways[] = {map, flat, json};
    for (size_t i = 0; i < 3; i++) {
        Text said = result_ends(evaluated("recommendation", ways[i]), BYLAW_DONE);
        ck_assert_says(said, "\"recommend\"");
        ck_assert_says(said, "\"R4\"");
    }
}
END_TEST

START_TEST(a_file_that_is_no_yaml_is_shown_as_such) {
    Text said = result_ends(evaluated("recommendation", "evaluation: [9\n"), BYLAW_WANTING);
    ck_assert_says(said, "E0014");
}
END_TEST

START_TEST(a_name_that_nothing_has_is_a_call_that_makes_no_sense) {
    Text said = result_ends(evaluated("recommandation", ""), BYLAW_USAGE);
    ck_assert_says(said, "did you mean \\\"recommendation\\\"");
}
END_TEST

Suite *stating_facts_suite(void) {
    Suite *suite = suite_create("stating facts");
    TCase *tests = tcase_create("facts");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_wrong_fact_is_shown_with_its_place_and_its_mend, 0,
                        sizeof wrong / sizeof wrong[0]);
    tcase_add_test(tests, everything_that_is_wrong_is_found_at_once);
    tcase_add_test(tests, no_facts_at_all_leave_it_undetermined_and_say_what_would_settle_it);
    tcase_add_test(tests, facts_are_also_written_flat_or_in_json);
    tcase_add_test(tests, a_file_that_is_no_yaml_is_shown_as_such);
    tcase_add_test(tests, a_name_that_nothing_has_is_a_call_that_makes_no_sense);
    suite_add_tcase(suite, tests);
    return suite;
}
