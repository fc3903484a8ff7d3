#include "parsing.h"
#include <stdio.h>

#define FOUND(code, words)                                                                                   \
    ck_assert_msg(reading_found(&parsing, (code), (words)), "%.*s", TEXT_ARG(parsing_shown()))
#define FOUND_ONLY(count)                                                                                    \
    ck_assert_msg(parsing.diagnostics->all.len == (count), "%.*s", TEXT_ARG(parsing_shown()))

START_TEST(one_run_reports_an_error_in_every_clause) {
    parse_text(TEXT(
        "body b {\n  seats 3\n  tie never\n  colour blue\n  meets monthly\n}\nbody c {\n  seats x y\n}\n"));
    FOUND(DIAG_UNEXPECTED, "\n");
    FOUND(DIAG_UNKNOWN_PHRASE, "never");
    FOUND(DIAG_UNKNOWN_SETTING, "colour");
    FOUND(DIAG_UNEXPECTED, "y");
    FOUND_ONLY(4);
    ck_assert_int_eq(decl_at(0)->clauses.at[decl_at(0)->clauses.len - 1].phrase.id, PHRASE_MEETS_MONTHLY);
}
END_TEST

START_TEST(what_is_written_in_another_manner_is_mended) {
    static const char *const cells[][2] = {{"6 to 8", "write .. for a range: 6..8"},
                                           {"< 5_000 EUR", "write the currency first: EUR 5_000"},
                                           {"25.12.2026", "a date is written year-month-day: 2026-03-31"},
                                           {"(1, 2", "close it with )"}};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        char text[200];
        snprintf(text, sizeof text, "table t {\n  | row | a || r : integer |\n  | R1 | %s || 1 |\n}\n",
                 cells[i][0]);
        parse_text(text_of(text));
        FOUND_ONLY(1);
        ck_assert_text_is(reading_mend(&parsing, 0), cells[i][1]);
    }
}
END_TEST

/* The mend of the only error in a line of the block that `before` begins. */
static void mended(const char *before, const char *line, const char *mend) {
    char text[300];
    snprintf(text, sizeof text, "%s {\n  %s\n}\n", before, line);
    parse_text(text_of(text));
    FOUND_ONLY(1);
    ck_assert_text_is(reading_mend(&parsing, 0), mend);
}

START_TEST(a_threshold_in_words_is_mended) {
    static const char *const lines[][2] = {
        {"quorum  majority of members in office", "write: more than 1/2 of members in office"},
        {"carried by a simple majority of votes cast", "write: more than 1/2 of votes cast"},
        {"carried > 1/2 of votes cast", "write: more than 1/2 of votes cast"},
        {"carried by >= 2/3 of votes cast # as ever", "write: at least 2/3 of votes cast"},
        {"carried by two thirds of votes cast", "write: at least 2/3 of votes cast"},
        {"quorum  at least half of members in office", "write: at least 1/2 of members in office"},
        {"quorum  3", "write: at least 3, or: more than 3"},
        {"carried by consensus",
         "a threshold begins with more than or at least: more than 1/2 of votes cast"}};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) mended("body b", lines[i][0], lines[i][1]);
}
END_TEST

START_TEST(a_range_in_another_manner_is_mended) {
    mended("body b", "seats 3-7", "write: 3..7");
    mended("body b", "seats 3 to 7", "write: 3..7");
    mended("calendar c", "week monday - friday", "write: monday..friday");
    mended("body b", "seats 5", "write the lowest, .. and the highest: 3..7, monday..friday");
}
END_TEST

START_TEST(a_comparison_in_words_is_mended) {
    mended("metric m : percent", "target at least 99%", "write: >= 99%");
    mended("guard g before x", "requires amount exceeds EUR 5", "write: > EUR 5");
    mended("guard g before x", "requires amount is at most EUR 5 and y", "write: <= EUR 5 and y");
    mended("guard g before x", "requires amount < 1_000 EUR", "write the currency first: EUR 1_000");
    mended("facts f", "amount : money EUR, material 10%", "write: material beyond 10%");
}
END_TEST

START_TEST(a_number_that_could_be_read_in_two_ways_is_refused) {
    static const char *const numbers[][2] = {
        {"means a < 1,5", "write, as one number: 1.5; as several: 1, 5"},
        {"means a < 12,500", "write, as one number: 12_500; as several: 12, 500"},
        {"means a < 1,000", "write: 1_000"},
        {"means a < EUR 1,000,000", "write: EUR 1_000_000"},
        {"means a < EUR 1.000,50", "write: EUR 1000.50"},
        {"means a < EUR 1.000", "write: EUR 1_000; or, where a point is meant: EUR 1"},
        {"means a < 1.250", "write: 1_250; or, where a point is meant: 1.25"},
        {"means a < 1.000.000", "write: 1_000_000"},
        {"means a < 1'000", "thousands are parted by _: 1_000"}};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        mended("definition d", numbers[i][0], numbers[i][1]);
    parse_right("guard g before x {\n  requires a < 1.085 and b in (1, 5) and c > 0.250\n}\n");
}
END_TEST

START_TEST(quotes_in_the_manner_of_a_spreadsheet_are_mended) {
    mended("body b", "mandate \"\"of the board\"\"", "write: \"of the board\"");
}
END_TEST

START_TEST(a_forgotten_opening_brace_is_one_error) {
    parse_text(TEXT("body b \"B\"\n  seats 3..5\n  tie is lost\n}\nenum e\n  one,\n  two\n}\n"
                    "facts f\n  # what is known\n  a : text\n}\nrole r\n"));
    FOUND(DIAG_NEEDS_BLOCK, "body b \"B\"");
    FOUND(DIAG_NEEDS_BLOCK, "enum e");
    FOUND(DIAG_NEEDS_BLOCK, "facts f");
    FOUND_ONLY(3);
    ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 4);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 2);
    ck_assert_uint_eq(decl_at(1)->members.len, 2);
    ck_assert_text_is(decl_at(2)->fields.at[0].name.text, "a");
}
END_TEST

START_TEST(a_missing_quote_in_a_first_line_is_said) {
    parse_text(TEXT("body b \"Committee source \"\u00a73\" {\n  seats 3..5\n}\n"
                    "body c \"Committee source \"x\" {\n  seats 3..5\n}\n"));
    FOUND(DIAG_BAD_CHARACTER, "\u00a7");
    FOUND(DIAG_HEADER_TWICE, "x");
    FOUND_ONLY(3); /* and a quote that opens the rest of the line */
    for (size_t i = 0; i < 2; i++)
        ck_assert_text_is(reading_mend(&parsing, i),
                          "a quote is missing, or one too many: the text before it ends right here");
    ck_assert_text_is(decl_at(0)->name.text, "b");
    ck_assert_uint_eq(decl_at(1)->clauses.len, 1);
}
END_TEST

START_TEST(a_word_that_is_nearly_right_is_offered) {
    parse_text(TEXT("bodi b {\n  anything {\n  }\n}\nbody b {\n  quorm x, \n y\n}\n"));
    FOUND_ONLY(2);
    ck_assert_text_is(reading_mend(&parsing, 0), "did you mean \"body\"?");
    ck_assert_text_is(reading_mend(&parsing, 1), "did you mean \"quorum\"?");
}
END_TEST

START_TEST(a_block_that_is_not_closed_ends_before_the_next_declaration) {
    parse_text(TEXT("body b {\n  seats 3..5\n\nbody c {\n  seats 3..5\n}\nfacts f {\n  body : text\nrole "
                    "r\nenum e {\n  a"));
    FOUND(DIAG_OPEN_BLOCK, "{");
    FOUND_ONLY(3);
    ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 5);
    ck_assert_text_is(decl_at(2)->fields.at[0].name.text, "body");
    ck_assert_text_is(decl_at(4)->members.at[0].name.text, "a");
}
END_TEST

START_TEST(a_brace_too_many_is_one_error) {
    parse_text(TEXT("role a\n}\nrole b\n"));
    FOUND(DIAG_UNEXPECTED, "}");
    FOUND_ONLY(1);
    ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 2);
}
END_TEST

START_TEST(a_setting_after_a_block_closed_too_early_is_told_so) {
    parse_text(TEXT("body b {\n  seats 3..5\n}\n  recused leave the quorum base\n"));
    FOUND(DIAG_UNKNOWN_DECLARATION, "recused");
    FOUND_ONLY(1);
    ck_assert_text_is(reading_mend(&parsing, 0),
                      "\"recused\" is a setting of a body: is there a } too many above it?");
}
END_TEST

START_TEST(an_open_quote_costs_its_line_only) {
    parse_text(TEXT("body b \"Board {\n  seats 3..5\n  mandate \"To\n  tie is lost\n}\n"));
    FOUND(DIAG_OPEN_STRING, "\"Board");
    FOUND(DIAG_OPEN_STRING, "\"To");
    FOUND_ONLY(2);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 2);
}
END_TEST

START_TEST(an_open_bracket_costs_its_clause_only) {
    parse_text(TEXT("guard g before x {\n  requires a in (b, c\n  requires (d\n  requires e\n}\nrole r\n"));
    FOUND_ONLY(2);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 1);
    ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 2);
}
END_TEST

START_TEST(a_comma_too_many_costs_its_line_only) {
    parse_text(TEXT("facts f {\n  a : text,\n  b : text\n}\ncharter \"C\" {\n  series cases PRT,\n}\n"));
    FOUND_ONLY(2);
    ck_assert_text_is(decl_at(0)->fields.at[decl_at(0)->fields.len - 1].name.text, "b");
}
END_TEST

START_TEST(a_declaration_has_a_block_or_has_none) {
    parse_text(TEXT("role r {\n  seats 3\n}\nbody b\nrole s\n"));
    FOUND(DIAG_NO_BLOCK, "{");
    FOUND(DIAG_NEEDS_BLOCK, "body b");
    FOUND_ONLY(2);
}
END_TEST

START_TEST(a_block_within_a_block_is_one_error) {
    parse_text(TEXT("body b {\n  seats {\n    few { 3 }\n  }\n  tie is lost\n}\nrole r\n"));
    FOUND(DIAG_UNEXPECTED, "{");
    FOUND_ONLY(1);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 1);
}
END_TEST

START_TEST(what_is_said_once_cannot_be_said_twice) {
    parse_text(
        TEXT("body b c \"B\" \"C\" {\n  tie is lost\n  tie is lost\n}\nrole s source \"1\" source \"2\"\n"));
    FOUND(DIAG_HEADER_TWICE, "c");
    FOUND(DIAG_HEADER_TWICE, "\"C\"");
    FOUND(DIAG_HEADER_TWICE, "\"2\"");
    FOUND(DIAG_SETTING_TWICE, "tie");
    FOUND_ONLY(4);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 1);
}
END_TEST

START_TEST(a_reserved_word_is_no_name) {
    parse_text(TEXT("role missing\nenum e { a, no }\nfacts f {\n  or : text\n}\n"));
    FOUND_ONLY(3);
    for (size_t i = 0; i < 3; i++) {
        ck_assert(
            text_ends(reading_mend(&parsing, i), TEXT("is a word of the language; choose another name")));
    }
}
END_TEST

START_TEST(signs_of_other_languages_are_mended) {
    parse_text(TEXT(
        "guard g before x {\n  requires a == b\n  requires a <> b\n  requires !a\n  requires a && b\n}\n"));
    FOUND_ONLY(4);
    ck_assert_text_is(reading_mend(&parsing, 0), "write = once");
    ck_assert_text_is(reading_mend(&parsing, 1), "write !=");
    ck_assert_text_is(reading_mend(&parsing, 2), "write not");
    ck_assert_text_is(reading_mend(&parsing, 3), "write and");
}
END_TEST

START_TEST(impossible_days_and_fractions_are_refused) {
    parse_text(TEXT(
        "charter \"C\" {\n  in_force from 2026-02-30\n}\nbody b {\n  carried more than 1/0 of votes cast\n"
        "  quorum at least 3 chairs\n}\n"));
    FOUND(DIAG_NO_SUCH_DAY, "2026-02-30");
    FOUND(DIAG_BAD_FRACTION, "0");
    FOUND(DIAG_UNKNOWN_COUNT, "chairs");
    FOUND_ONLY(3);
}
END_TEST

START_TEST(expectations_are_few_and_in_words) {
    parse_text(TEXT("charter \"C\" {\n  edition 5\n}\ntest \"t\" {\n  given a 5\n}\n"));
    ck_assert_text_is(reading_sentence(&parsing, 0), "unexpected \"5\"; expected a text in quotes");
    ck_assert_text_is(reading_sentence(&parsing, 1), "unexpected \"5\"; expected an operator");
}
END_TEST

Suite *parse_errors_suite(void) {
    Suite *suite = suite_create("parse_errors");
    TCase *cases = tcase_create("parse_errors");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, one_run_reports_an_error_in_every_clause);
    tcase_add_test(cases, what_is_written_in_another_manner_is_mended);
    tcase_add_test(cases, a_threshold_in_words_is_mended);
    tcase_add_test(cases, a_range_in_another_manner_is_mended);
    tcase_add_test(cases, a_comparison_in_words_is_mended);
    tcase_add_test(cases, a_number_that_could_be_read_in_two_ways_is_refused);
    tcase_add_test(cases, quotes_in_the_manner_of_a_spreadsheet_are_mended);
    tcase_add_test(cases, a_forgotten_opening_brace_is_one_error);
    tcase_add_test(cases, a_missing_quote_in_a_first_line_is_said);
    tcase_add_test(cases, a_word_that_is_nearly_right_is_offered);
    tcase_add_test(cases, a_block_that_is_not_closed_ends_before_the_next_declaration);
    tcase_add_test(cases, a_brace_too_many_is_one_error);
    tcase_add_test(cases, a_setting_after_a_block_closed_too_early_is_told_so);
    tcase_add_test(cases, an_open_quote_costs_its_line_only);
    tcase_add_test(cases, an_open_bracket_costs_its_clause_only);
    tcase_add_test(cases, a_comma_too_many_costs_its_line_only);
    tcase_add_test(cases, a_declaration_has_a_block_or_has_none);
    tcase_add_test(cases, a_block_within_a_block_is_one_error);
    tcase_add_test(cases, what_is_said_once_cannot_be_said_twice);
    tcase_add_test(cases, a_reserved_word_is_no_name);
    tcase_add_test(cases, signs_of_other_languages_are_mended);
    tcase_add_test(cases, impossible_days_and_fractions_are_refused);
    tcase_add_test(cases, expectations_are_few_and_in_words);
    suite_add_tcase(suite, cases);
    return suite;
}
