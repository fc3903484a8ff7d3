/* Tables whose rows are read from a file. */
#include "parsing.h"

static const Table *table;

/* A declaration and the file it names. */
static void read_file(const char *declaration, const char *file) {
    parse_text(text_of(declaration));
    Decl *decl = parsing.ast->files.at[0]->decls.at[0];
    uint32_t index = sources_add(parsing.sources, TEXT("rows.csv"), text_copy(parsing.arena, text_of(file)));
    parse_table_file(parsing.ast, decl, index, parsing.diagnostics);
    table = decl->table;
}

static void read_right(const char *declaration, const char *file) {
    read_file(declaration, file);
    ck_assert_msg(parsing.diagnostics->all.len == 0, "%.*s", TEXT_ARG(parsing_shown()));
}

/* "row, area || level : grade": the columns as a table's first row has them. */
static Text columns_shown(void) {
    Buf buf = buf_new(parsing.arena);
    for (size_t i = 0; i < table->columns.len; i++) {
        const TableColumn *column = &table->columns.at[i];
        if (i > 0) buf_cstr(&buf, column->output ? " || " : ", ");
        expr_write(&buf, column->head);
        if (!column->type) continue;
        buf_cstr(&buf, " : ");
        expr_write(&buf, column->type);
    }
    return buf_done(&buf);
}

static Text cells_shown(size_t row) {
    Buf buf = buf_new(parsing.arena);
    for (size_t i = 0; i < table->rows.at[row].cells.len; i++) {
        if (i > 0) buf_cstr(&buf, " | ");
        cell_write(&buf, &table->rows.at[row].cells.at[i]);
    }
    return buf_done(&buf);
}

#define DECLARED "table t of f from \"rows.csv\"\n"

START_TEST(the_first_line_names_the_columns_and_a_type_makes_a_result) {
    read_right(DECLARED, "row,area,evaluation.total,level : grade,fee : money USD\nR1,it,< 5,low,USD 5\n");
    ck_assert_text_is(columns_shown(), "row, area, evaluation.total || level : grade || fee : money USD");
    ck_assert_text_is(cells_shown(0), "R1 | it | < 5 | low | USD 5");
}
END_TEST

START_TEST(cells_are_written_as_in_the_language) {
    read_right(DECLARED, "row;a;b;c : integer\nR1;6 ..< 7.5;not x;1\n"
                         "R2;-;>= 2026-01-01, missing;a + 1\nR3;otherwise;-;1\n");
    ck_assert_text_is(cells_shown(0), "R1 | 6 ..< 7.5 | not x | 1");
    ck_assert_text_is(cells_shown(1), "R2 | - | >= 2026-01-01, missing | a + 1");
    ck_assert_text_is(cells_shown(2), "R3 | otherwise | - | 1");
}
END_TEST

START_TEST(a_result_that_is_a_text_is_written_with_or_without_quotes) {
    read_right(
        DECLARED,
        "row,a,b : text\nR1,-,as it is (all of it)\nR2,-,\"\"\"in quotes\"\"\"\nR3,-,\"a \"\"b\"\", c\"\n");
    ck_assert_text_is(cells_shown(0), "R1 | - | \"as it is (all of it)\"");
    ck_assert_text_is(cells_shown(1), "R2 | - | \"in quotes\"");
    ck_assert_text_is(cells_shown(2), "R3 | - | \"a \\\"b\\\", c\"");
}
END_TEST

START_TEST(the_block_says_what_a_heading_means_and_what_to_leave_out) {
    read_right("table t of f from \"rows.csv\" {\n  hit first\n  column \"Amount (USD)\" is amount\n"
               "  column \"Notes\" is -\n  column \"Level\" is level : grade\n}\n",
               "row,Notes,Amount (USD),Level\nR1,\"what, ever\",< USD 5,low\n");
    ck_assert_text_is(columns_shown(), "row, amount || level : grade");
    ck_assert_text_is(cells_shown(0), "R1 | < USD 5 | low");
}
END_TEST

START_TEST(a_heading_says_that_a_result_may_be_left_out) {
    read_right("table t of f from \"rows.csv\" {\n  column \"Level\" is level : grade, optional\n}\n",
               "row,amount,Level,\"note : text, optional\"\nR1,< 5,low,-\n");
    ck_assert_text_is(table->columns.at[2].attribute.text, "optional");
    ck_assert_text_is(table->columns.at[3].attribute.text, "optional");
    ck_assert(text_empty(table->columns.at[1].attribute.text));
}
END_TEST

START_TEST(ten_thousand_rows_are_read_each_in_its_place) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, "row,a,b,c : text\n");
    for (int i = 0; i < 10000; i++) buf_format(&buf, "R%d,%d ..< %d,\"x, y\",some text\n", i, i, i + 1);
    read_right(DECLARED, buf_done(&buf).at);
    arena_free(arena);
    ck_assert_uint_eq(table->rows.len, 10000);
    ck_assert_text_is(cells_shown(9999), "R9999 | 9999 ..< 10000 | x, y | \"some text\"");
    ck_assert_uint_eq(source_place(parsing.sources, table->rows.at[9999].cells.at[1].at).line, 10001);
}
END_TEST

/* A file whose second row is wrong, between two that are right. */
static void check_row(const char *row, DiagnosticCode code, const char *words) {
    Arena *arena = arena_new(0);
    Text text = text_format(arena, "row,a,b : text\nR1,1,x\n%s\nR3,3,z\n", row);
    read_file(DECLARED, text.at);
    ck_assert_msg(reading_found(&parsing, code, words), "%.*s", TEXT_ARG(parsing_shown()));
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_uint_eq(source_place(parsing.sources, parsing.diagnostics->all.at[0].at).line, 3);
    ck_assert_uint_eq(table->rows.len, 2);
    ck_assert_text_is(cells_shown(1), "R3 | 3 | \"z\"");
    arena_free(arena);
}

START_TEST(what_is_wrong_is_said_of_the_cell_and_costs_no_other_row) {
    check_row("R2,5 fortnights,x", DIAG_UNKNOWN_UNIT, "fortnights");
    check_row("R2,< ,x", DIAG_UNEXPECTED, "");
    check_row("R2,1 | 2,x", DIAG_UNEXPECTED, "|");
    check_row("R2,(1,x", DIAG_OPEN_BRACKET, "(");
    check_row("R2,1", DIAG_ROW_WIDTH, "R2,1");
    check_row("R2,1,x,y", DIAG_ROW_WIDTH, "R2,1,x,y");
}
END_TEST

START_TEST(an_empty_cell_is_no_test_that_was_forgotten) {
    read_file(DECLARED, "row,a,b : text\nR1,,x\n");
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_EMPTY_CELL);
}
END_TEST

START_TEST(a_heading_that_is_no_name_is_to_be_explained) {
    read_file(DECLARED, "row,Amount (USD),b : text\nR1,-,x\n");
    ck_assert(reading_found(&parsing, DIAG_CSV_HEADING, "Amount (USD)"));
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
}
END_TEST

START_TEST(a_heading_that_is_explained_is_there) {
    read_file("table t of f from \"rows.csv\" {\n  column \"Amount\" is amount\n}\n",
              "row,Amounts,b : text\nR1,-,x\n");
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_CSV_NO_COLUMN);
    ck_assert_text_is(reading_mend(&parsing, 0), "did you mean \"Amounts\"?");
}
END_TEST

START_TEST(a_file_without_rows_says_nothing) {
    read_file(DECLARED, "row,a,b : text\n\n");
    ck_assert(reading_found(&parsing, DIAG_CSV_EMPTY, "\"rows.csv\""));
}
END_TEST

START_TEST(rows_stand_in_one_place) {
    read_file("table t of f from \"rows.csv\" {\n  | row | a || b : text |\n  | R1 | - || \"x\" |\n}\n",
              "row,a,b : text\nR1,-,x\n");
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_ROWS_ELSEWHERE);
}
END_TEST

Suite *table_files_suite(void) {
    Suite *suite = suite_create("table files");
    TCase *cases = tcase_create("table files");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, the_first_line_names_the_columns_and_a_type_makes_a_result);
    tcase_add_test(cases, cells_are_written_as_in_the_language);
    tcase_add_test(cases, a_result_that_is_a_text_is_written_with_or_without_quotes);
    tcase_add_test(cases, the_block_says_what_a_heading_means_and_what_to_leave_out);
    tcase_add_test(cases, a_heading_says_that_a_result_may_be_left_out);
    tcase_add_test(cases, ten_thousand_rows_are_read_each_in_its_place);
    tcase_add_test(cases, what_is_wrong_is_said_of_the_cell_and_costs_no_other_row);
    tcase_add_test(cases, an_empty_cell_is_no_test_that_was_forgotten);
    tcase_add_test(cases, a_heading_that_is_no_name_is_to_be_explained);
    tcase_add_test(cases, a_heading_that_is_explained_is_there);
    tcase_add_test(cases, a_file_without_rows_says_nothing);
    tcase_add_test(cases, rows_stand_in_one_place);
    suite_add_tcase(suite, cases);
    return suite;
}
