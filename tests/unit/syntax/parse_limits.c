#include "parsing.h"

/* `before`, then `piece` many times, then `after`. */
static void parse_repeated(const char *before, const char *piece, size_t times, const char *after) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, before);
    for (size_t i = 0; i < times; i++) buf_cstr(&buf, piece);
    buf_cstr(&buf, after);
    parse_text(buf_done(&buf));
    arena_free(arena);
}

#define GUARD "guard g before x {\n  requires "
#define END   "\n  requires b\n}\nrole r\n"

START_TEST(deep_nesting_is_one_error_and_the_next_clause_is_read) {
    static const char *const pieces[] = {"(", "a[", "not (", "-(", "a in (", "a or b and c = d + e * ("};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        parse_repeated(GUARD, pieces[i], 10000, END);
        ck_assert_msg(
            reading_found(&parsing, DIAG_TOO_DEEP, pieces[i][0] == 'a' && pieces[i][1] == '[' ? "[" : "("),
            "%.*s", TEXT_ARG(parsing_shown()));
        ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
        ck_assert_uint_eq(decl_at(0)->clauses.len, 1);
        ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 2);
        parsing_end();
    }
    parse_right("");
}
END_TEST

START_TEST(as_many_brackets_as_are_allowed_are_read) {
    parse_repeated(GUARD, "(", NESTING_MAX, "a");
    parsing_end();
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, GUARD);
    buf_repeat(&buf, '(', NESTING_MAX);
    buf_char(&buf, 'a');
    buf_repeat(&buf, ')', NESTING_MAX);
    buf_cstr(&buf, END);
    parse_right(buf_done(&buf).at);
    arena_free(arena);
}
END_TEST

START_TEST(prefixes_do_not_pile_up) {
    parse_repeated(GUARD, "not ", 10000, "a" END);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    parsing_end();
    parse_repeated(GUARD, "- ", 10000, "a" END);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
}
END_TEST

START_TEST(a_chain_of_operators_is_bounded) {
    parse_repeated(GUARD "a", " or a", 10000, END);
    ck_assert_uint_gt(parsing.diagnostics->errors, 0);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_TOO_LONG);
    ck_assert_text_is(written_expr(decl_at(0)->clauses.at[1].expr), "b");
    parsing_end();
    parse_repeated(GUARD "a", " or a", 400, END);
    ck_assert_uint_eq(parsing.diagnostics->errors, 0);
}
END_TEST

START_TEST(long_lists_are_no_deep_ones) {
    parse_repeated(GUARD "a in (b", ", b", 100000, ")" END);
    ck_assert_uint_eq(parsing.diagnostics->errors, 0);
    ck_assert_uint_eq(decl_at(0)->clauses.at[0].expr->items.len, 100001);
}
END_TEST

START_TEST(braces_nested_ten_thousand_deep_are_one_error) {
    parse_repeated("", "body b {\n", 10000, "");
    ck_assert(parsing.diagnostics->cut); /* each is a block that is not closed */
    parsing_end();
    parse_repeated("body b {\n  seats ", "{", 10000, "");
    ck_assert_uint_le(parsing.diagnostics->all.len, 2);
}
END_TEST

START_TEST(a_file_that_is_no_text_is_refused) {
    parse_text((Text){"body b {\n  mandate \"\xFF\"\n}", 25});
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_NOT_UTF8);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    parsing_end();
    parse_text((Text){"role r\0\n", 8});
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_NOT_UTF8);
    ck_assert_uint_eq(parsing.ast->files.at[0]->decls.len, 0);
}
END_TEST

START_TEST(a_file_past_the_limit_is_refused) {
    parsing = reading_of((Text){0});
    size_t len = (size_t)RULE_FILE_MAX + 1;
    parsing.sources->files.at[0].text = (Text){arena_alloc(parsing.arena, len), len};
    parse_rules(parsing.ast, 0, parsing.diagnostics);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_FILE_TOO_LARGE);
}
END_TEST

START_TEST(an_empty_file_and_one_of_comments_are_right) {
    parse_right("");
    parsing_end();
    parse_right("# only this");
    parsing_end();
    parse_right("\n\n  \t\n# a\n\n");
}
END_TEST

START_TEST(a_number_of_many_digits_is_refused) {
    parse_repeated(GUARD "a = ", "9", 100000, END);
    ck_assert_int_eq(parsing.diagnostics->all.at[0].code, DIAG_NUMBER_TOO_LARGE);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
}
END_TEST

static void parse_governance(void *context) {
    const Reading *reading = context;
    parse_rules(reading->ast, 0, reading->diagnostics);
}

START_TEST(running_out_of_memory_anywhere_leaves_the_parser_in_order) {
    bool done = false;
    for (size_t after = 1; !done; after += 7) {
        parsing = reading_of((Text){0});
        parsing.sources->files.at[0].text =
            reading_file(parsing.arena, "tests/golden/parse/governance.bylaw");
        arena_fail_after(parsing.arena, after);
        done = arena_try(parsing.arena, parse_governance, &parsing);
        if (!done) parsing_end();
    }
    ck_assert_uint_eq(parsing.diagnostics->errors, 0);
}
END_TEST

Suite *parse_limits_suite(void) {
    Suite *suite = suite_create("parse_limits");
    TCase *cases = tcase_create("parse_limits");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, deep_nesting_is_one_error_and_the_next_clause_is_read);
    tcase_add_test(cases, as_many_brackets_as_are_allowed_are_read);
    tcase_add_test(cases, prefixes_do_not_pile_up);
    tcase_add_test(cases, a_chain_of_operators_is_bounded);
    tcase_add_test(cases, long_lists_are_no_deep_ones);
    tcase_add_test(cases, braces_nested_ten_thousand_deep_are_one_error);
    tcase_add_test(cases, a_file_that_is_no_text_is_refused);
    tcase_add_test(cases, a_file_past_the_limit_is_refused);
    tcase_add_test(cases, an_empty_file_and_one_of_comments_are_right);
    tcase_add_test(cases, a_number_of_many_digits_is_refused);
    tcase_add_test(cases, running_out_of_memory_anywhere_leaves_the_parser_in_order);
    suite_add_tcase(suite, cases);
    return suite;
}
