/* Comma-separated values cut into cells. */
#include "syntax/csv.h"
#include "reading.h"

static Reading reading;
static Csv csv;

static bool cut(const char *text) {
    if (reading.arena) arena_free(reading.arena);
    reading = reading_of(text_of(text));
    return csv_read(reading.arena, reading.sources, 0, &csv, reading.diagnostics);
}

static void end(void) {
    if (reading.arena) arena_free(reading.arena);
    reading = (Reading){0};
}

/* "a|b/c|d": cells, and records, as they were cut. */
static Text shown(void) {
    Buf buf = buf_new(reading.arena);
    for (size_t i = 0; i < csv.records.len; i++) {
        if (i > 0) buf_char(&buf, '/');
        for (uint32_t k = 0; k < csv.records.at[i].count; k++) {
            if (k > 0) buf_char(&buf, '|');
            buf_text(&buf, csv_text(&csv, csv.cells.at[csv.records.at[i].first + k]));
        }
    }
    return buf_done(&buf);
}

static void check_cut(const char *text, const char *wanted) {
    ck_assert_msg(cut(text), "%s is refused", text);
    ck_assert_text_is(shown(), wanted);
}

START_TEST(cells_are_parted_by_commas_and_records_by_lines) {
    check_cut("a,b\nc,d\n", "a|b/c|d");
    check_cut("a,b\r\nc,d", "a|b/c|d");
    check_cut("a, b ,\tc\n", "a|b|c");
    check_cut("a,,c\n,,\n\n   \nd,e,\n", "a||c/d|e|");
    check_cut("", "");
    check_cut("\xEF\xBB\xBF"
              "a,b\n",
              "a|b");
}
END_TEST

START_TEST(a_semicolon_in_the_first_line_parts_cells_instead) {
    check_cut("a;b\nc,d;e\n", "a|b/c,d|e");
    check_cut("\"a;b\",c\n", "a;b|c");
}
END_TEST

START_TEST(a_cell_in_quotes_holds_anything) {
    check_cut("\"a,b\",\" c \"\n", "a,b|c");
    check_cut("\"a\nb\",c\n", "a\nb|c");
    check_cut("\"say \"\"hi\"\", you\",\"\"\"x\"\"\"\nplain,\"\"\n", "say \"hi\", you|\"x\"/plain|");
    check_cut("a\"b,c\n", "a\"b|c");
}
END_TEST

START_TEST(a_cell_stands_where_it_is_in_the_file) {
    ck_assert(cut("a,b\n\"c\"\"d\",e\n"));
    Span cell = csv.cells.at[3];
    ck_assert_text_is(source_text(reading.sources, cell), "e");
    ck_assert_uint_eq(source_place(reading.sources, cell).line, 2);
    ck_assert_uint_eq(source_place(reading.sources, cell).column, 8);
}
END_TEST

START_TEST(what_is_wrong_with_quotes_is_said_where_it_stands) {
    ck_assert(!cut("a,b\n\"c,d\n"));
    ck_assert(reading_found(&reading, DIAG_CSV_OPEN, "\""));
    ck_assert_uint_eq(csv.records.len, 1);
    ck_assert(!cut("a,\"b\"c\n"));
    ck_assert(reading_found(&reading, DIAG_CSV_AFTER_QUOTE, "c"));
    ck_assert(!cut("a,\xFF\n"));
    ck_assert_int_eq(reading.diagnostics->all.at[0].code, DIAG_NOT_UTF8);
}
END_TEST

Suite *csv_suite(void) {
    Suite *suite = suite_create("csv");
    TCase *cases = tcase_create("csv");
    tcase_add_checked_fixture(cases, NULL, end);
    tcase_add_test(cases, cells_are_parted_by_commas_and_records_by_lines);
    tcase_add_test(cases, a_semicolon_in_the_first_line_parts_cells_instead);
    tcase_add_test(cases, a_cell_in_quotes_holds_anything);
    tcase_add_test(cases, a_cell_stands_where_it_is_in_the_file);
    tcase_add_test(cases, what_is_wrong_with_quotes_is_said_where_it_stands);
    suite_add_tcase(suite, cases);
    return suite;
}
