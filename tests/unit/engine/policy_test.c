/* Hit policies other than unique and first. */
#include "made.h"

/* A table of these columns and rows, under a hit policy. */
#define TABLE(hit, head, rows) "table t of f {\n hit " hit "\n | row | " head " |\n" rows "}\n"

#define LEVELS "enum level { grave, plain }\n"
#define GRAVER                                                                                               \
    LEVELS TABLE("priority", "a | n || level : level",                                                       \
                 " | R1 | no | - || plain |\n | R2 | - | >= 5 || grave |\n"                                  \
                 " | R3 | yes | - || grave |\n | R4 | - | < 5, missing || plain |\n")

START_TEST(under_any_the_first_of_the_rows_that_agree_is_named) {
    Made it = made(TABLE("any", "a | b || out : text",
                         " | R1 | yes | - || \"x\" |\n | R2 | - | yes || \"x\" |\n"
                         " | R3 | no | no || \"y\" |\n"));
    give(&it, "a", "yes");
    give(&it, "b", "yes");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert_int_eq(out.row, 0);
    frame_set(it.frame, slot_of(it.program, "a"), value_missing());
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 1);
    arena_free(it.arena);
}
END_TEST

START_TEST(under_any_computed_results_that_differ_are_an_error) {
    Made it = made(TABLE("any", "a | b || out : decimal",
                         " | R1 | yes | - || x |\n | R2 | - | yes || 7 |\n"
                         " | R3 | no | no || 0 |\n"));
    give(&it, "a", "yes");
    give(&it, "b", "yes");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "x"));
    give(&it, "x", "7");
    ck_assert_int_eq(evaluated(&it, "t", NULL).outcome, OUTCOME_DECIDED);
    give(&it, "x", "7.1");
    out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_TWO_ROWS);
    ck_assert_int_eq(out.other_row, 1);
    arena_free(it.arena);
}
END_TEST

START_TEST(under_priority_the_result_that_its_enum_names_first_decides) {
    Made it = made(GRAVER);
    give(&it, "a", "no");
    give(&it, "n", "5");
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 1);
    give(&it, "n", "4");
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 0);
    arena_free(it.arena);
}
END_TEST

START_TEST(under_priority_only_an_undetermined_row_that_goes_before_blocks) {
    Made it = made(GRAVER);
    give(&it, "n", "5");
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 1);
    give(&it, "n", "4");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "a"));
    arena_free(it.arena);
}
END_TEST

START_TEST(under_priority_what_put_the_rows_before_it_out_is_among_the_reasons) {
    Made it = made(GRAVER);
    Reasons reasons = {0};
    give(&it, "a", "no");
    give(&it, "n", "4");
    Determination out = evaluated(&it, "t", &reasons);
    Tree *tree = determination_tree(it.arena, it.program, out.unit, &out, &reasons);
    ck_assert_text_is(tree_get_text(tree, "row"), "R1");
    ck_assert_uint_eq(tree_len(tree_get(tree, "facts")), 2);
    ck_assert_uint_eq(tree_len(tree_get(tree, "would_change")), 2);
    arena_free(it.arena);
}
END_TEST

/* What the rows R1 (a: 2), R2 (b: 3) and R3 (n >= 5: 1.5) come to. */
static void check_collected(const char *hit, const char *a, const char *b, const char *n,
                            const char *wanted) {
    char rules[512];
    snprintf(rules, sizeof rules,
             "table t of f {\n hit collect %s\n | row | a | b | n || out : decimal |\n"
             " | R1 | yes | - | - || 2 |\n | R2 | - | yes | - || 3 |\n | R3 | - | - | >= 5 || x |\n}\n",
             hit);
    Made it = made(rules);
    give(&it, "a", a);
    give(&it, "b", b);
    give(&it, "n", n);
    give(&it, "x", "1.5");
    bool decided = evaluated(&it, "t", NULL).outcome == OUTCOME_DECIDED;
    ck_assert_text_is(decided ? result_of(&it, "t.out") : TEXT("nothing"), wanted);
    arena_free(it.arena);
}

START_TEST(the_results_of_all_rows_that_fit_are_collected_in_their_order) {
    check_collected("list", "yes", "yes", "5", "[\"2\",\"3\",\"1.5\"]");
    check_collected("list", "no", "yes", "4", "[\"3\"]");
    check_collected("list", "no", "no", "4", "[]");
    check_collected("sum", "yes", "yes", "5", "6.5");
    check_collected("sum", "no", "no", "4", "0");
    check_collected("min", "yes", "yes", "5", "1.5");
    check_collected("max", "yes", "yes", "5", "3");
    check_collected("max", "no", "no", "4", "nothing");
}
END_TEST

START_TEST(a_table_that_counts_gives_the_number_of_its_rows_that_fit) {
    Made it = made(TABLE("collect count", "a | b", " | R1 | yes | - |\n | R2 | - | yes |\n"));
    give(&it, "a", "yes");
    give(&it, "b", "no");
    evaluated(&it, "t", NULL);
    ck_assert_text_is(result_of(&it, "t.count"), "1");
    give(&it, "a", "no");
    evaluated(&it, "t", NULL);
    ck_assert_text_is(result_of(&it, "t.count"), "0");
    arena_free(it.arena);
}
END_TEST

START_TEST(a_sum_of_money_is_money) {
    Made it =
        made(TABLE("collect sum", "a || fee : money USD", " | R1 | yes || USD 5 |\n | R2 | - || paid |\n"));
    give(&it, "a", "yes");
    give(&it, "paid", "USD 0.5");
    evaluated(&it, "t", NULL);
    ck_assert_text_is(result_of(&it, "t.fee"), "USD 5.5");
    arena_free(it.arena);
}
END_TEST

START_TEST(a_table_that_collects_needs_every_row_determined) {
    Made it = made(TABLE("collect list", "a | b || out : text",
                         " | R1 | yes | - || \"x\" |\n | R2 | - | yes || \"y\" |\n"));
    give(&it, "a", "yes");
    Determination out = evaluated(&it, "t", NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "b"));
    arena_free(it.arena);
}
END_TEST

START_TEST(every_row_that_was_collected_is_a_reason_and_so_is_what_put_the_others_out) {
    Made it = made(TABLE("collect list", "a | b || out : text",
                         " | R1 | yes | - || \"x\" |\n | R2 | - | yes || \"y\" |\n"));
    Reasons reasons = {0};
    give(&it, "a", "yes");
    give(&it, "b", "no");
    Determination out = evaluated(&it, "t", &reasons);
    Tree *tree = determination_tree(it.arena, it.program, out.unit, &out, &reasons);
    ck_assert_uint_eq(tree_len(tree_get(tree, "rows")), 1);
    ck_assert_uint_eq(tree_len(tree_get(tree, "facts")), 2);
    ck_assert_text_is(determination_rows(it.arena, it.program, &out), "R1");
    ck_assert(determination_has_row(&out, 0) && !determination_has_row(&out, 1));
    const Tree *changes = tree_get(tree, "would_change");
    ck_assert_uint_eq(tree_len(changes), 2);
    ck_assert_text_is(tree_get_text(changes->items[0], "rows"), "");
    ck_assert_text_is(tree_get_text(changes->items[1], "rows"), "R1, R2");
    arena_free(it.arena);
}
END_TEST

Suite *policy_test_suite(void) {
    Suite *suite = suite_create("hit policies");
    TCase *tests = tcase_create("hit policies");
    tcase_add_test(tests, under_any_the_first_of_the_rows_that_agree_is_named);
    tcase_add_test(tests, under_any_computed_results_that_differ_are_an_error);
    tcase_add_test(tests, under_priority_the_result_that_its_enum_names_first_decides);
    tcase_add_test(tests, under_priority_only_an_undetermined_row_that_goes_before_blocks);
    tcase_add_test(tests, under_priority_what_put_the_rows_before_it_out_is_among_the_reasons);
    tcase_add_test(tests, the_results_of_all_rows_that_fit_are_collected_in_their_order);
    tcase_add_test(tests, a_table_that_counts_gives_the_number_of_its_rows_that_fit);
    tcase_add_test(tests, a_sum_of_money_is_money);
    tcase_add_test(tests, a_table_that_collects_needs_every_row_determined);
    tcase_add_test(tests, every_row_that_was_collected_is_a_reason_and_so_is_what_put_the_others_out);
    suite_add_tcase(suite, tests);
    return suite;
}
