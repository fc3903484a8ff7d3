/* Names for values that are worked out. */
#include "made.h"

#define DEFINITIONS                                                                                          \
    "definition large of f {\n means paid >= USD 100\n}\n"                                                   \
    "definition twice of f {\n means x * 2\n}\n"                                                             \
    "definition ratio of f {\n means 1 / x\n}\n"                                                             \
    "definition grave of f {\n means large and (a or twice > 10)\n}\n"                                       \
    "table t of f {\n | row | x | ratio || out : text |\n | R1 | 0 | - || \"none\" |\n"                      \
    " | R2 | > 0 | < 2 || \"some\" |\n | R3 | > 0 | >= 2 || \"most\" |\n | R4 | < 0 | - || \"less\" |\n}\n"  \
    "guard g before here {\n requires x = 0 or ratio > 1\n requires ratio > 1\n}\n"

static Determination asked(const Made *it, Index unit) {
    Determination out;
    evaluate(it->frame, unit, NULL, &out);
    return out;
}

static Determination come_to(const Made *it, const char *unit) {
    return asked(it, program_unit(it->program, text_of(unit)));
}

START_TEST(a_definition_is_worked_out_from_facts_and_definitions) {
    Made it = made(DEFINITIONS);
    give(&it, "paid", "USD 100");
    give(&it, "x", "6");
    give(&it, "a", "no");
    ck_assert(come_to(&it, "grave").yes);
    Determination twice = come_to(&it, "twice");
    ck_assert_uint_eq(twice.output_count, 1);
    ck_assert(number_equal(twice.outputs[0].number, number_int(12)));
    give(&it, "x", "5");
    ck_assert(!come_to(&it, "grave").yes);
    arena_free(it.arena);
}
END_TEST

START_TEST(what_would_settle_a_definition_is_named) {
    Made it = made(DEFINITIONS);
    give(&it, "paid", "USD 100");
    give(&it, "a", "no");
    Determination out = come_to(&it, "grave");
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "x"));
    give(&it, "paid", "USD 99"); /* no, whatever else */
    ck_assert_int_eq(come_to(&it, "grave").outcome, OUTCOME_DECIDED);
    arena_free(it.arena);
}
END_TEST

/* As if the expression stood where the name does. */
START_TEST(an_error_concerns_only_those_that_need_the_definition) {
    Made it = made(DEFINITIONS);
    give(&it, "x", "0");
    ck_assert_int_eq(come_to(&it, "ratio").problem, PROBLEM_DIVIDED_BY_ZERO);
    ck_assert(!value_known(frame_get(it.frame, slot_of(it.program, "ratio"))));
    ck_assert_int_eq(come_to(&it, "t").outcome, OUTCOME_DECIDED);
    ck_assert(asked(&it, it.program->guards[0].requires[0]).yes);
    Determination needs = asked(&it, it.program->guards[0].requires[1]);
    ck_assert_int_eq(needs.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(needs.problem, PROBLEM_DIVIDED_BY_ZERO);
    arena_free(it.arena);
}
END_TEST

START_TEST(a_row_that_tests_an_error_is_one) {
    Made it = made("definition ratio of f {\n means 1 / x\n}\n"
                   "table t of f {\n | row | ratio || out : yes_no |\n | R1 | < 2 || no |\n"
                   " | R2 | >= 2 || yes |\n}\n");
    give(&it, "x", "0");
    Determination out = come_to(&it, "t");
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_DIVIDED_BY_ZERO);
    arena_free(it.arena);
}
END_TEST

START_TEST(a_definition_is_a_reason_of_its_own) {
    Made it = made(DEFINITIONS);
    Reasons reasons = {0};
    Determination out;
    give(&it, "paid", "USD 200");
    give(&it, "x", "6");
    Index unit = program_unit(it.program, TEXT("grave"));
    evaluate(it.frame, unit, &reasons, &out);
    Tree *tree = determination_tree(it.arena, it.program, unit, &out, &reasons);
    const Tree *steps = tree_get(tree, "steps");
    ck_assert(tree_get(tree, "value")->yes);
    ck_assert_uint_eq(tree_len(steps), 3);
    ck_assert_text_is(tree_get_text(steps->items[0], "unit"), "large");
    ck_assert_text_is(tree_get_text(steps->items[1], "unit"), "twice");
    ck_assert_text_is(tree_get_text(steps->items[1], "value"), "12");
    ck_assert_text_is(tree_get_text(steps->items[1], "means"), "x * 2");
    ck_assert_text_is(tree_get_text(steps->items[2], "kind"), "definition");
    ck_assert_uint_eq(tree_len(tree_get(tree, "facts")), 2); /* a had no part in it */
    arena_free(it.arena);
}
END_TEST

START_TEST(near_misses_are_found_behind_a_definition) {
    Made it = made(DEFINITIONS "table u of f {\n | row | large || out : yes_no |\n | R1 | yes || yes |\n"
                               " | R2 | no || no |\n}\n");
    give(&it, "paid", "USD 120");
    ck_assert_text_is(changes_of(&it, "u"), "paid less than USD 100 -> R2");
    arena_free(it.arena);
}
END_TEST

Suite *definition_test_suite(void) {
    Suite *suite = suite_create("definitions");
    TCase *tests = tcase_create("definitions");
    tcase_add_test(tests, a_definition_is_worked_out_from_facts_and_definitions);
    tcase_add_test(tests, what_would_settle_a_definition_is_named);
    tcase_add_test(tests, an_error_concerns_only_those_that_need_the_definition);
    tcase_add_test(tests, a_row_that_tests_an_error_is_one);
    tcase_add_test(tests, a_definition_is_a_reason_of_its_own);
    tcase_add_test(tests, near_misses_are_found_behind_a_definition);
    suite_add_tcase(suite, tests);
    return suite;
}
