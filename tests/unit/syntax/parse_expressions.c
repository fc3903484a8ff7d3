#include "parsing.h"

/* What a guard requires, parsed and written again. */
static const Expr *required(const char *condition) {
    Arena *arena = arena_new(0);
    const Clause *clause =
        clause_in(text_format(arena, "guard g before x {\n  requires %s\n}\n", condition).at);
    arena_free(arena);
    return clause->expr;
}

static void check_written(const char *condition, const char *written) {
    ck_assert_text_is(written_expr(required(condition)), written);
    parsing_end();
    ck_assert_text_is(written_expr(required(written)), written);
    parsing_end();
}

START_TEST(what_is_written_is_read_again_as_the_same) {
    check_written("a  or b and not c", "a or b and not c");
    check_written("(a or b) and c", "(a or b) and c");
    check_written("not (a and b)", "not (a and b)");
    check_written("a.b.c[d.e] >= 6", "a.b.c[d.e] >= 6");
    check_written("a - (b - c) - d", "a - (b - c) - d");
    check_written("a * (b + c) / 2", "a * (b + c) / 2");
    check_written("-(a + b) < - c", "-(a + b) < -c");
    check_written("x in (a, b, \"c \\\" \\\\\", 1 ..< 2)", "x in (a, b, \"c \\\" \\\\\", 1 ..< 2)");
    check_written("x = missing or (a = b) = yes", "x is missing or (a = b) = yes");
    check_written("x != missing and missing = x", "x is not missing and missing = x");
    check_written("a + b  rounded to 2 half  even > c", "a + b rounded to 2 half even > c");
    check_written("a + (b rounded to 0 up) * 2 = c", "a + (b rounded to 0 up) * 2 = c");
    check_written("(a rounded to 1 down) + b = c", "(a rounded to 1 down) + b = c");
    check_written("days from a + 2 days to b - 3 days > c", "days from a + 2 days to b - 3 days > c");
    check_written("(days from a to b) - c * 2 > d", "(days from a to b) - c * 2 > d");
    check_written("c + days from a to b > d", "c + (days from a to b) > d");
    check_written("x in grades and y in r[a].b", "x in grades and y in r[a].b");
    check_written("count of a + 1 > -sum of (b)", "count of a + 1 > -(sum of b)");
    check_written("a >= square root of (b + 1)", "a >= square root of (b + 1)");
    check_written("square root of a.b = c", "square root of a.b = c");
    check_written("all plans accepted", "all plans accepted");
    check_written("a = (b, c)", "a = (b, c)");
    check_written("a + b  in USD at r * 2 > c", "a + b in USD at r * 2 > c");
    check_written("(a + b) in USD at r in (at, in_usd)", "(a + b) in USD at r in (at, in_usd)");
    check_written("-a in USD at r < (-b) in EUR at r", "-a in USD at r < (-b) in EUR at r");
    parse_right("");
}
END_TEST

START_TEST(and_binds_more_than_or_and_not_more_than_and) {
    const Expr *expr = required("a or not b and c = d + e * f");
    ck_assert_int_eq(expr->op, OP_OR);
    ck_assert_int_eq(expr->right->op, OP_AND);
    ck_assert_int_eq(expr->right->left->kind, EXPR_NOT);
    ck_assert_int_eq(expr->right->right->op, OP_EQUAL);
    ck_assert_int_eq(expr->right->right->right->op, OP_ADD);
    ck_assert_int_eq(expr->right->right->right->right->op, OP_MULTIPLY);
}
END_TEST

START_TEST(numbers_are_exact) {
    const Expr *expr = required("a = 8.3 + 100_000");
    Number number = expr->right->left->value.number;
    ck_assert(number.num == 83 && number.den == 10);
    ck_assert_int_eq(expr->right->left->value.kind, TYPE_DECIMAL);
    ck_assert_int_eq(expr->right->right->value.kind, TYPE_INTEGER);
    ck_assert(number_equal(expr->right->right->value.number, number_int(100000)));
}
END_TEST

START_TEST(a_percentage_is_a_fraction_and_knows_how_it_was_written) {
    const Expr *expr = required("a = 25%")->right;
    ck_assert(expr->percent);
    ck_assert(expr->value.number.num == 1 && expr->value.number.den == 4);
    ck_assert_text_is(written_expr(expr), "25%");
}
END_TEST

START_TEST(money_carries_its_currency) {
    const Expr *expr = required("a = USD 100_000.50")->right;
    ck_assert_int_eq(expr->value.kind, TYPE_MONEY);
    ck_assert_str_eq(expr->value.currency, "USD");
    ck_assert(expr->value.number.num == 200001 && expr->value.number.den == 2);
}
END_TEST

START_TEST(dates_and_durations_are_values) {
    ck_assert_int_eq(required("a = 1970-01-11")->right->value.date, 10);
    parsing_end();
    const Expr *expr = required("a = 10 working days")->right;
    ck_assert_int_eq(expr->value.kind, TYPE_DURATION);
    ck_assert_int_eq(expr->value.unit, UNIT_WORKING_DAYS);
    ck_assert_text_is(source_text(parsing.sources, expr->at), "10 working days");
}
END_TEST

START_TEST(an_expression_in_brackets_goes_over_lines) {
    ck_assert_text_is(written_expr(required("a in (\n    b, # why\n    c\n  ) and (d\n  or e)")),
                      "a in (b, c) and (d or e)");
}
END_TEST

START_TEST(one_condition_is_read_out_of_another_file) {
    parsing = reading_of(TEXT("steps:\n  - when: vertical = health\n       or personal_data\n"));
    Expr *expr = parse_condition(parsing.ast, (Span){0, 17, 58}, parsing.diagnostics);
    ck_assert_ptr_nonnull(expr);
    ck_assert_text_is(written_expr(expr), "vertical = health or personal_data");
    ck_assert_text_is(source_text(parsing.sources, expr->right->at), "personal_data");
}
END_TEST

START_TEST(a_wrong_condition_is_reported_in_its_own_file) {
    parsing = reading_of(TEXT("when: a = = b"));
    ck_assert_ptr_null(parse_condition(parsing.ast, (Span){0, 6, 13}, parsing.diagnostics));
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_uint_eq(parsing.diagnostics->all.at[0].at.start, 10);
    ck_assert_ptr_null(parse_condition(parsing.ast, (Span){0, 6, 6}, parsing.diagnostics));
    ck_assert_ptr_null(parse_condition(parsing.ast, (Span){0, 6, 9}, parsing.diagnostics));
}
END_TEST

Suite *parse_expressions_suite(void) {
    Suite *suite = suite_create("parse_expressions");
    TCase *cases = tcase_create("parse_expressions");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, what_is_written_is_read_again_as_the_same);
    tcase_add_test(cases, and_binds_more_than_or_and_not_more_than_and);
    tcase_add_test(cases, numbers_are_exact);
    tcase_add_test(cases, a_percentage_is_a_fraction_and_knows_how_it_was_written);
    tcase_add_test(cases, money_carries_its_currency);
    tcase_add_test(cases, dates_and_durations_are_values);
    tcase_add_test(cases, an_expression_in_brackets_goes_over_lines);
    tcase_add_test(cases, one_condition_is_read_out_of_another_file);
    tcase_add_test(cases, a_wrong_condition_is_reported_in_its_own_file);
    suite_add_tcase(suite, cases);
    return suite;
}
