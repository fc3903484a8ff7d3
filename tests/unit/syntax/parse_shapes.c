#include "parsing.h"

START_TEST(a_text_is_read_without_quotes_and_escapes) {
    const Clause *clause = clause_in("charter \"A\" {\n  edition \"say \\\"yes\\\" \\\\ no\"\n}\n");
    ck_assert_int_eq(clause->setting, SETTING_EDITION);
    ck_assert_text_is(clause->text, "say \"yes\" \\ no");
}
END_TEST

START_TEST(days_may_have_either_end_open) {
    const Clause *clause = clause_in("charter \"A\" {\n  in_force from 2026-01-01 until 2027-01-01\n}");
    ck_assert_int_eq(clause->until - clause->from, 365);
    parsing_end();
    ck_assert_int_eq(clause_in("charter \"A\" {\n  in_force from 2026-01-01\n}")->until, DATE_NONE);
    parsing_end();
    ck_assert_int_eq(clause_in("charter \"A\" {\n  in_force until 2026-01-01\n}")->from, DATE_NONE);
}
END_TEST

START_TEST(pairs_go_on_after_a_comma_at_the_end_of_a_line) {
    const Clause *clause = clause_in("charter \"A\" {\n  series cases PRT, # and\n\n     motions M\n}");
    ck_assert_uint_eq(clause->names.len, 4);
    ck_assert_text_is(clause->names.at[2].text, "motions");
    ck_assert_text_is(clause->names.at[3].text, "M");
}
END_TEST

START_TEST(a_range_has_numbers_or_words_at_its_ends) {
    const Clause *clause = clause_in("calendar c { week monday..friday }");
    ck_assert_int_eq(clause->expr->kind, EXPR_RANGE);
    ck_assert_text_is(clause->expr->right->parts.at[0].text, "friday");
    parsing_end();
    ck_assert_text_is(written_expr(clause_in("body b { seats 5..9 }")->expr), "5 .. 9");
}
END_TEST

START_TEST(a_day_may_have_a_name) {
    const Clause *clause = clause_in("calendar c {\n  holiday 1970-01-02 \"Second Day\"\n}");
    ck_assert_int_eq(clause->from, 1);
    ck_assert_text_is(clause->text, "Second Day");
    parsing_end();
    ck_assert_text_is(clause_in("calendar c {\n  holiday 1970-01-02\n}")->text, "");
}
END_TEST

static const Comparison *threshold(const char *clause) {
    Arena *arena = arena_new(0);
    clause_in(text_format(arena, "body b {\n  %s\n}\n", clause).at);
    arena_free(arena);
    return decl_at(0)->clauses.at[0].comparisons.at;
}

static Text threshold_written(const char *clause) {
    const Comparison *comparison = threshold(clause);
    Buf buf = buf_new(parsing.arena);
    comparison_write(&buf, comparison);
    return buf_done(&buf);
}

START_TEST(a_value_may_have_days_on_which_it_holds) {
    const Clause *means =
        clause_in("definition d {\n  means days from a to b + 3 days from 2026-01-01 until 2026-07-01\n}\n");
    ck_assert_text_is(written_expr(means->expr), "days from a to b + 3 days");
    ck_assert_int_eq(means->from, 20454);
    ck_assert_int_eq(means->until, 20635);
    parsing_end();
    means = clause_in("definition d {\n  means until = yes\n}\n"); /* a fact may be called so */
    ck_assert_text_is(written_expr(means->expr), "until = yes");
    ck_assert_int_eq(means->from, DATE_NONE);
}
END_TEST

START_TEST(a_threshold_is_a_fraction_of_a_count) {
    const Comparison *carried = threshold("carried by more than 1/2 of votes cast");
    ck_assert(!carried->at_least && carried->of_count && !carried->root);
    ck_assert_int_eq(carried->base, COUNT_VOTES_CAST);
    ck_assert_int_eq(carried->counted, COUNT_VOTES_FOR);
    ck_assert(carried->quantity.num == 1 && carried->quantity.den == 2);
    parsing_end();
    ck_assert_text_is(threshold_written("carried at least 50% of members in office"),
                      "at least 1/2 of members in office");
}
END_TEST

START_TEST(thresholds_join_by_and) {
    const Comparison *both =
        threshold("carried by at least 2/3 of votes cast and more than 1/2 of members present");
    ck_assert_uint_eq(decl_at(0)->clauses.at[0].comparisons.len, 2);
    ck_assert(both[0].at_least && !both[1].at_least);
    ck_assert_int_eq(both[1].base, COUNT_MEMBERS_PRESENT);
}
END_TEST

START_TEST(a_quorum_counts_members_present_and_may_ask_for_a_role) {
    const Comparison *quorum = threshold("quorum at least 3 members including 1 with role external");
    ck_assert(quorum->at_least && !quorum->of_count);
    ck_assert_int_eq(quorum->counted, COUNT_MEMBERS_PRESENT);
    ck_assert_int_eq(quorum->including, 1);
    ck_assert_text_is(quorum->including_role.text, "external");
    parsing_end();
    ck_assert_text_is(threshold_written("quorum at least 3 members including 1 with role external"),
                      "at least 3 members present including 1 with role external");
}
END_TEST

START_TEST(a_threshold_may_be_a_square_root) {
    const Comparison *quorum = threshold("quorum more than square root of members in office");
    ck_assert(quorum->root && !quorum->of_count);
    ck_assert_int_eq(quorum->base, COUNT_MEMBERS_IN_OFFICE);
    parsing_end();
    ck_assert_text_is(threshold_written("quorum more than square root of members in office"),
                      "more than square root of members in office");
}
END_TEST

START_TEST(a_step_says_what_happens_and_where_its_outcomes_lead) {
    const Clause *step = clause_in("review r {\n  step screening answers each principle then cleared when "
                                   "concerns = 0, detailed otherwise\n}\n");
    ck_assert_text_is(step->names.at[0].text, "screening");
    ck_assert_int_eq(step->phrase.id, PHRASE_STEP_ANSWERS);
    ck_assert_uint_eq(step->branches.len, 2);
    ck_assert_text_is(step->branches.at[0].to.text, "cleared");
    ck_assert_text_is(written_expr(step->branches.at[0].when), "concerns = 0");
    ck_assert_ptr_null(step->branches.at[1].when);
}
END_TEST

START_TEST(a_condition_may_be_several_words) {
    const Clause *step =
        clause_in("review r {\n  step mitigation plans for each concern then monitored when all "
                  "plans accepted, refused otherwise\n}\n");
    const Expr *when = step->branches.at[0].when;
    ck_assert_int_eq(when->kind, EXPR_WORDS);
    ck_assert_uint_eq(when->parts.len, 3);
    ck_assert_text_is(written_expr(when), "all plans accepted");
}
END_TEST

START_TEST(a_test_gives_facts_and_expects_results_by_a_row) {
    parse_right(
        "test \"t\" {\n  given a.b = USD 100_000\n  expect x.outcome = recommend by R4\n  expect y\n}");
    const Clause *given = &decl_at(0)->clauses.at[0], *expect = &decl_at(0)->clauses.at[1];
    ck_assert_text_is(written_expr(given->target), "a.b");
    ck_assert_text_is(written_expr(given->expr), "USD 100000");
    ck_assert_text_is(written_expr(expect->expr), "x.outcome = recommend");
    ck_assert_text_is(expect->row.text, "R4");
    ck_assert_text_is(decl_at(0)->clauses.at[2].row.text, "");
}
END_TEST

START_TEST(the_parts_of_a_header_come_in_any_order) {
    parse_right("review r by panel of partnership \"Title\" source \"1\" {\n}\n"
                "review source \"1\" \"Title\" of partnership by panel r {\n}\n"
                "body council for each vertical was board { }\nguard g before approved\n{\n}\n");
    for (size_t i = 0; i < 2; i++) {
        ck_assert_text_is(decl_at(i)->name.text, "r");
        ck_assert_text_is(decl_at(i)->by.text, "panel");
        ck_assert_text_is(decl_at(i)->of.text, "partnership");
        ck_assert_text_is(decl_at(i)->title, "Title");
        ck_assert_text_is(decl_at(i)->source, "1");
    }
    ck_assert_text_is(decl_at(2)->for_each.text, "vertical");
    ck_assert_text_is(decl_at(2)->was.text, "board");
    ck_assert_text_is(decl_at(3)->before.text, "approved");
}
END_TEST

START_TEST(an_enum_stands_on_one_line_or_on_many) {
    parse_right("enum a { x \"X\", y }\nenum b {\n  x \"X\"\n  y\n}\nenum c {\n  x \"X\",\n  y,\n}\n");
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(decl_at(i)->members.len, 2);
        ck_assert_text_is(decl_at(i)->members.at[0].title, "X");
        ck_assert_text_is(decl_at(i)->members.at[1].name.text, "y");
    }
}
END_TEST

START_TEST(a_fact_has_a_type_and_attributes) {
    parse_right(
        "facts f {\n  value : money USD, optional, material beyond USD 5 + 5  # why\n  kind : vertical\n}\n");
    const FieldDecl *value = &decl_at(0)->fields.at[0];
    ck_assert_text_is(value->name.text, "value");
    ck_assert_text_is(written_expr(value->type), "money USD");
    ck_assert_uint_eq(value->attributes.len, 2);
    ck_assert_text_is(value->attributes.at[0].word.text, "optional");
    ck_assert_ptr_null(value->attributes.at[0].value);
    ck_assert_text_is(value->attributes.at[1].word.text, "material");
    ck_assert_text_is(value->attributes.at[1].then.text, "beyond");
    ck_assert_text_is(written_expr(value->attributes.at[1].value), "USD 5 + 5");
    ck_assert_int_eq(decl_at(0)->fields.at[1].type->kind, EXPR_PATH);
}
END_TEST

START_TEST(words_are_keywords_only_where_they_lead) {
    parse_right("enum role { body, step, source, of, when }\nfacts table {\n  role : role\n  by : text\n}\n"
                "guard guard before step {\n  requires step = by and role in (of, when)\n}\n");
    ck_assert_uint_eq(decl_at(0)->members.len, 5);
}
END_TEST

START_TEST(line_ends_of_windows_and_a_byte_order_mark_change_nothing) {
    parse_right("\xEF\xBB\xBF"
                "body b {\r\n  seats 3..5\r\n\r\n  tie is lost\r\n}\r\n");
    ck_assert_uint_eq(decl_at(0)->clauses.len, 2);
}
END_TEST

START_TEST(every_node_has_its_place) {
    const Clause *clause = clause_in("body b {\n  seats 3..5  # few\n}\n");
    ck_assert_text_is(source_text(parsing.sources, clause->at), "seats 3..5");
    ck_assert_text_is(source_text(parsing.sources, clause->word), "seats");
    ck_assert_text_is(source_text(parsing.sources, decl_at(0)->at), "body b {\n  seats 3..5  # few\n}");
}
END_TEST

Suite *parse_shapes_suite(void) {
    Suite *suite = suite_create("parse_shapes");
    TCase *cases = tcase_create("parse_shapes");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, a_text_is_read_without_quotes_and_escapes);
    tcase_add_test(cases, days_may_have_either_end_open);
    tcase_add_test(cases, pairs_go_on_after_a_comma_at_the_end_of_a_line);
    tcase_add_test(cases, a_range_has_numbers_or_words_at_its_ends);
    tcase_add_test(cases, a_day_may_have_a_name);
    tcase_add_test(cases, a_value_may_have_days_on_which_it_holds);
    tcase_add_test(cases, a_threshold_is_a_fraction_of_a_count);
    tcase_add_test(cases, thresholds_join_by_and);
    tcase_add_test(cases, a_quorum_counts_members_present_and_may_ask_for_a_role);
    tcase_add_test(cases, a_threshold_may_be_a_square_root);
    tcase_add_test(cases, a_step_says_what_happens_and_where_its_outcomes_lead);
    tcase_add_test(cases, a_condition_may_be_several_words);
    tcase_add_test(cases, a_test_gives_facts_and_expects_results_by_a_row);
    tcase_add_test(cases, the_parts_of_a_header_come_in_any_order);
    tcase_add_test(cases, an_enum_stands_on_one_line_or_on_many);
    tcase_add_test(cases, a_fact_has_a_type_and_attributes);
    tcase_add_test(cases, words_are_keywords_only_where_they_lead);
    tcase_add_test(cases, line_ends_of_windows_and_a_byte_order_mark_change_nothing);
    tcase_add_test(cases, every_node_has_its_place);
    suite_add_tcase(suite, cases);
    return suite;
}
