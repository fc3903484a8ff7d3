/* Exceptions to tables: what holds instead of the row's results. */
#include "made.h"

#define TABLE                                                                                                \
    "table t of f {\n | row | a || who : text | fee : decimal |\n | R1 | yes || \"one\" | 1 |\n"             \
    " | R2 | no || \"two\" | x |\n}\n"
#define DEAR  "exception dear to t when n > 5 {\n gives who = \"boss\"\n}\n"
#define NOTED "exception noted to t when b source \"§9\" {\n gives fee = x + 1\n}\n"

static Made ask(const char *rules, const char *a, const char *b, const char *n) {
    Made it = made(rules);
    give(&it, "a", a);
    if (b) give(&it, "b", b);
    if (n) give(&it, "n", n);
    return it;
}

START_TEST(an_exception_changes_the_results_it_gives_and_leaves_the_others) {
    Made it = ask(TABLE DEAR, "yes", NULL, "6");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert_int_eq(out.row, 0);
    ck_assert_text_is(determination_exception(it.program, &out), "dear");
    ck_assert_text_is(out.outputs[0].text, "boss");
    ck_assert_text_is(result_of(&it, "t.fee"), "1");
    give(&it, "n", "5");
    out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.exception, NONE);
    ck_assert_text_is(out.outputs[0].text, "one");
    arena_free(it.arena);
}
END_TEST

START_TEST(what_an_exception_gives_can_be_computed_and_the_row_need_not_be) {
    Made it = ask(TABLE NOTED, "no", "yes", NULL);
    ck_assert_int_eq(evaluated(&it, "t", NULL).outcome, OUTCOME_UNDETERMINED);
    give(&it, "x", "2");
    evaluated(&it, "t", NULL);
    ck_assert_text_is(result_of(&it, "t.fee"), "3");
    Made constant = ask(TABLE "exception free to t when b {\n gives fee = 0\n}\n", "no", "yes", NULL);
    ck_assert_int_eq(evaluated(&constant, "t", NULL).outcome, OUTCOME_DECIDED);
    ck_assert_text_is(result_of(&constant, "t.fee"), "0");
    arena_free(constant.arena);
    arena_free(it.arena);
}
END_TEST

START_TEST(whether_an_exception_applies_must_be_known) {
    Made it = ask(TABLE DEAR, "yes", NULL, NULL);
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "n"));
    arena_free(it.arena);
}
END_TEST

START_TEST(two_exceptions_that_apply_at_once_are_an_error) {
    Made it = ask(TABLE DEAR NOTED, "yes", "yes", "6");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_TWO_EXCEPTIONS);
    ck_assert_int_eq(out.other_exception, 1);
    give(&it, "n", "5");
    give(&it, "x", "1");
    ck_assert_text_is(determination_exception(it.program, (out = evaluated(&it, "t", NULL), &out)), "noted");
    arena_free(it.arena);
}
END_TEST

START_TEST(the_reasons_say_which_exceptions_applied_and_why_others_did_not) {
    Made it = ask(TABLE DEAR NOTED, "yes", "no", "6");
    Reasons reasons = {0};
    Determination out = evaluated(&it, "t", &reasons);
    Tree *tree = determination_tree(it.arena, it.program, out.unit, &out, &reasons);
    ck_assert_text_is(tree_get_text(tree, "exception"), "dear");
    ck_assert_uint_eq(tree_len(tree_get(tree, "facts")), 3);
    const Tree *exceptions = tree_get(tree_get(tree, "steps")->items[0], "exceptions");
    ck_assert_uint_eq(tree_len(exceptions), 2);
    ck_assert_text_is(tree_get_text(exceptions->items[0], "when"), "n > 5");
    const Tree *changes = tree_get(tree, "would_change");
    bool told = false;
    for (size_t i = 0; i < tree_len(changes); i++) {
        const Tree *change = changes->items[i];
        if (!text_is(tree_get_text(change, "fact"), "n")) continue;
        told = true;
        ck_assert_text_is(tree_get_text(change, "to"), "5");
        ck_assert_ptr_null(tree_get(change, "exception"));
    }
    ck_assert(told);
    arena_free(it.arena);
}
END_TEST

Suite *exception_test_suite(void) {
    Suite *suite = suite_create("exceptions");
    TCase *tests = tcase_create("exceptions");
    tcase_add_test(tests, an_exception_changes_the_results_it_gives_and_leaves_the_others);
    tcase_add_test(tests, what_an_exception_gives_can_be_computed_and_the_row_need_not_be);
    tcase_add_test(tests, whether_an_exception_applies_must_be_known);
    tcase_add_test(tests, two_exceptions_that_apply_at_once_are_an_error);
    tcase_add_test(tests, the_reasons_say_which_exceptions_applied_and_why_others_did_not);
    suite_add_tcase(suite, tests);
    return suite;
}
