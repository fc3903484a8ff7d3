#include "parsing.h"

static const Table *table_in(const char *rows) {
    Arena *arena = arena_new(0);
    parse_right(text_format(arena, "table t of f {\n%s}\n", rows).at);
    arena_free(arena);
    return decl_at(0)->table;
}

static Text written_cell(const Table *table, size_t row, size_t column) {
    Buf buf = buf_new(parsing.arena);
    cell_write(&buf, &table->rows.at[row].cells.at[column]);
    return buf_done(&buf);
}

START_TEST(the_first_row_names_the_columns) {
    const Table *table = table_in("  | row | a.b || outcome : result | on silence |\n");
    ck_assert_uint_eq(table->columns.len, 4);
    ck_assert_text_is(written_expr(table->columns.at[1].head), "a.b");
    ck_assert(!table->columns.at[1].output && table->columns.at[2].output);
    ck_assert_text_is(written_expr(table->columns.at[2].type), "result");
    ck_assert_int_eq(table->columns.at[3].head->kind, EXPR_WORDS);
    ck_assert_ptr_null(table->columns.at[3].type);
    ck_assert_uint_eq(table->rows.len, 0);
}
END_TEST

START_TEST(a_table_without_bars_between_has_inputs_only) {
    const Table *table = table_in("| act | who |\n| open | clerk |\n");
    ck_assert(!table->columns.at[0].output && !table->columns.at[1].output);
    ck_assert_uint_eq(table->rows.len, 1);
}
END_TEST

START_TEST(cells_hold_tests_of_every_kind) {
    const Table *table = table_in("  | a || b |\n"
                                  "  | - || as needed |\n"
                                  "  | < 6 || council[vertical] |\n"
                                  "  | 6 ..< 7.5 || 10 working days |\n"
                                  "  | >= USD 100_000, missing || \"text\" |\n"
                                  "  | not x, y || a + 1 |\n"
                                  "  | not < 5 || yes |\n"
                                  "  | otherwise || -5 |\n"
                                  "  | != x || 2026-01-01 |\n");
    static const char *const written[][2] = {{"-", "as needed"},
                                             {"< 6", "council[vertical]"},
                                             {"6 ..< 7.5", "10 working days"},
                                             {">= USD 100000, missing", "\"text\""},
                                             {"not x, y", "a + 1"},
                                             {"not < 5", "yes"},
                                             {"otherwise", "-5"},
                                             {"!= x", "2026-01-01"}};
    ck_assert_uint_eq(table->rows.len, 8);
    for (size_t row = 0; row < 8; row++) {
        for (size_t column = 0; column < 2; column++) {
            ck_assert_text_is(written_cell(table, row, column), written[row][column]);
        }
    }
    ck_assert_int_eq(table->rows.at[0].cells.at[0].kind, CELL_ANY);
    ck_assert_int_eq(table->rows.at[6].cells.at[0].kind, CELL_OTHERWISE);
    ck_assert(table->rows.at[4].cells.at[0].tests.at[0].negated);
    ck_assert(!table->rows.at[4].cells.at[0].tests.at[1].negated);
    ck_assert_int_eq(table->rows.at[0].cells.at[1].tests.at[0].value->kind, EXPR_WORDS);
}
END_TEST

/* A row that is wrong, between two that are right: what is said of it, and that the others are kept. */
static void check_row(const char *row, DiagnosticCode code, const char *words) {
    Arena *arena = arena_new(0);
    parse_text(
        text_format(arena, "table t of f {\n| a | b || c |\n| 1 | 2 || 3 |\n%s\n| 4 | 5 || 6 |\n}\n", row));
    arena_free(arena);
    ck_assert_msg(reading_found(&parsing, code, words), "%.*s", TEXT_ARG(parsing_shown()));
    ck_assert_msg(parsing.diagnostics->all.len == 1, "%.*s", TEXT_ARG(parsing_shown()));
    const Table *table = decl_at(0)->table;
    ck_assert_text_is(written_cell(table, table->rows.len - 1, 2), "6");
    parsing_end();
}

START_TEST(a_wrong_row_costs_no_other) {
    check_row("| x |   || y |", DIAG_EMPTY_CELL, "| ");
    check_row("| x | y || z", DIAG_OPEN_ROW, "z");
    check_row("| x | y | z |", DIAG_ROW_DIVIDED, "| x | y | z |");
    check_row("| x || y | z |", DIAG_ROW_DIVIDED, "| x || y | z |");
    check_row("| x | y || z | z |", DIAG_ROW_WIDTH, "| x | y || z | z |");
    check_row("| x | y || z || z |", DIAG_DIVIDED_TWICE, "||");
    check_row("| x | 5 || \"z |", DIAG_OPEN_STRING, "\"z |");
    check_row("| x | (y || z |", DIAG_OPEN_BRACKET, "(");
    check_row("| x | (y,", DIAG_UNEXPECTED, "");
    check_row("| x | 5 fortnights || z |", DIAG_UNKNOWN_UNIT, "fortnights");
    check_row("| x | \xE2\x89\xA5 5 || z |", DIAG_BAD_CHARACTER, "\xE2\x89\xA5");
    parse_right("");
}
END_TEST

START_TEST(rows_under_a_wrong_first_row_are_read_but_not_measured) {
    parse_text(TEXT("table t of f {\n| a | = || c |\n| 1 | 2 || 3 |\n| 1 | == || 3 |\n}\n"));
    ck_assert_uint_eq(parsing.diagnostics->all.len, 2);
    ck_assert(reading_found(&parsing, DIAG_UNEXPECTED, "="));
    ck_assert(reading_found(&parsing, DIAG_BAD_CHARACTER, "=="));
}
END_TEST

START_TEST(ten_thousand_rows_are_read) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, "table t of f {\n| row | a | b || c |\n");
    for (int i = 0; i < 10000; i++) buf_format(&buf, "| R%d | %d ..< %d | - || x |\n", i, i, i + 1);
    buf_cstr(&buf, "}\n");
    parse_right(buf_done(&buf).at);
    arena_free(arena);
    ck_assert_uint_eq(decl_at(0)->table->rows.len, 10000);
    ck_assert_text_is(written_cell(decl_at(0)->table, 9999, 1), "9999 ..< 10000");
}
END_TEST

Suite *parse_tables_suite(void) {
    Suite *suite = suite_create("parse_tables");
    TCase *cases = tcase_create("parse_tables");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, the_first_row_names_the_columns);
    tcase_add_test(cases, a_table_without_bars_between_has_inputs_only);
    tcase_add_test(cases, cells_hold_tests_of_every_kind);
    tcase_add_test(cases, a_wrong_row_costs_no_other);
    tcase_add_test(cases, rows_under_a_wrong_first_row_are_read_but_not_measured);
    tcase_add_test(cases, ten_thousand_rows_are_read);
    suite_add_tcase(suite, cases);
    return suite;
}
