/* Rules as an author writes them, compiled and run. */
#include "made.h"

/* --- conditions ----------------------------------------------------------------------------------------- */

static Made condition(const char *written) {
    return made_condition("", written);
}

static void check_constant(const char *written, char wanted) {
    Made it = condition(written);
    ck_assert_msg(answer(&it) == wanted, "%s is %c", written, answer(&it));
    arena_free(it.arena);
}

START_TEST(arithmetic_is_exact) {
    check_constant("1/3 * 3 = 1", 'y');
    check_constant("0.1 + 0.2 = 0.3", 'y');
    check_constant("25% = 1/4", 'y');
    check_constant("USD 100 * 1/3 * 3 = USD 100", 'y');
    check_constant("-2 * -3 > 5.99", 'y');
}
END_TEST

static void check_given(const char *written, const char *fact, const char *value, char wanted) {
    check_condition("", written, fact, value, wanted);
}

START_TEST(comparisons_read_facts_of_every_type) {
    check_given("n >= 6", "n", "6", 'y');
    check_given("n > 6", "n", "6", 'n');
    check_given("x < 7.5", "x", "7.49", 'y');
    check_given("share = 12.5%", "share", "12.5%", 'y');
    check_given("paid <= USD 100_000", "paid", "USD 100000", 'y');
    check_given("due < 2026-03-02", "due", "2026-03-01", 'y');
    check_given("note = \"yes\"", "note", "yes", 'y');
    check_given("colour = green", "colour", "green", 'y');
    check_given("colour != green", "colour", "green", 'n');
    check_given("colour in (red, blue)", "colour", "blue", 'y');
    check_given("n in (1..3, 7)", "n", "3", 'y');
    check_given("n in (1..<3, 7)", "n", "3", 'n');
    check_given("not a", "a", "no", 'y');
}
END_TEST

START_TEST(whatever_is_missing_leaves_it_open_but_whether_it_is_missing) {
    check_given("n > 6", "n", NULL, '?');
    check_given("n > 6 or n <= 6", "n", NULL, '?');
    check_given("n = missing", "n", NULL, 'y');
    check_given("n != missing", "n", NULL, 'n');
    check_given("n = missing or n > 6", "n", NULL, 'y');
    check_given("n != missing and n > 6", "n", NULL, 'n');
    check_given("colour in (red, blue)", "colour", NULL, '?');
}
END_TEST

START_TEST(what_does_not_apply_is_neither_missing_nor_a_value) {
    check_given("ends is applicable", "ends", "2026-03-02", 'y');
    check_given("ends is applicable", "ends", "not applicable", 'n');
    check_given("ends is not applicable", "ends", "not applicable", 'y');
    check_given("ends is not applicable", "ends", NULL, '?');
    check_given("ends is missing", "ends", "not applicable", 'n');
    check_given("ends is applicable and ends < 2026-03-03", "ends", "2026-03-02", 'y');
    check_given("ends is applicable and ends < 2026-03-03", "ends", "not applicable", 'n');
    check_given("ends is not applicable or ends < 2026-03-03", "ends", "not applicable", 'y');
    check_given("ends is not applicable or ends < 2026-03-03", "ends", NULL, '?');
    check_given("ends is applicable and a or ends is not applicable and b", "ends", NULL, '?');
}
END_TEST

START_TEST(dividing_by_a_fact_that_is_zero_is_an_error) {
    check_given("1 / x > 0", "x", "0", '!');
    check_given("x != 0 and 1 / x > 0", "x", "0", 'n');
    check_given("1 / x > 0", "x", NULL, '?');
}
END_TEST

START_TEST(a_reason_shows_a_comparison_as_it_was_written_and_the_facts_in_it) {
    Made it = condition("a and x + 1 > 2");
    Reasons reasons = {0};
    Determination out;
    give(&it, "a", "yes");
    give(&it, "x", "5");
    evaluate(it.frame, it.program->guards[0].requires[0], &reasons, &out);
    ck_assert_uint_eq(reasons.len, 4);
    ck_assert_int_eq(reasons.at[1].kind, REASON_SLOT);
    ck_assert_int_eq(reasons.at[2].kind, REASON_COMPARE);
    ck_assert_text_is(*reasons.at[2].detail, "x + 1 > 2");
    ck_assert(reasons.at[2].yes);
    ck_assert_int_eq(reasons.at[3].kind, REASON_SLOT);
    ck_assert_int_eq(reasons.at[3].depth, 2);
    arena_free(it.arena);
}
END_TEST

/* --- cells ---------------------------------------------------------------------------------------------- */

/* A table `t` of one column with this cell in R1, and anything else in R2. */
static Made cell(const char *head, const char *written) {
    char rules[512];
    snprintf(
        rules, sizeof rules,
        "table t of f {\n | row | %s || out : yes_no |\n | R1 | %s || yes |\n | R2 | otherwise || no |\n}\n",
        head, written);
    return made(rules);
}

static char fits(const Made *made) {
    Determination out;
    evaluate(made->frame, program_unit(made->program, TEXT("t")), NULL, &out);
    if (out.outcome == OUTCOME_UNDETERMINED) return '?';
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    return out.outputs[0].yes ? 'y' : 'n';
}

static void check_cell(const char *head, const char *written, const char *value, char wanted) {
    Made it = cell(head, written);
    if (value) give(&it, head, value);
    ck_assert_msg(fits(&it) == wanted, "%s: %s with %s is %c", head, written, value ? value : "missing",
                  fits(&it));
    arena_free(it.arena);
}

START_TEST(cells_test_ranges_exactly_at_their_ends) {
    check_cell("x", "6 ..< 7.5", "6", 'y');
    check_cell("x", "6 ..< 7.5", "7.5", 'n');
    check_cell("x", "6 .. 7.5", "7.5", 'y');
    check_cell("x", "6 ..< 7.5", "5.999999999999999999999999", 'n');
    check_cell("due", "2026-01-01 .. 2026-03-31", "2026-03-31", 'y');
    check_cell("paid", "< USD 100_000", "USD 100000", 'n');
}
END_TEST

START_TEST(cells_list_and_negate) {
    check_cell("colour", "red, blue", "blue", 'y');
    check_cell("colour", "red, blue", "green", 'n');
    check_cell("colour", "not red", "green", 'y');
    check_cell("colour", "not red", "red", 'n');
    check_cell("n", "< 2, 5, > 8", "5", 'y');
    check_cell("n", "< 2, 5, > 8", "2", 'n');
    check_cell("n", "!= 5", "5", 'n');
    check_cell("n", "!= 5", "6", 'y');
    check_cell("n", "not 3..5", "4", 'n');
    check_cell("note", "\"a\", \"b\"", "b", 'y');
    check_cell("note", "not \"a\"", "a", 'n');
    check_cell("colour", "not (red, blue)", "blue", 'n');
    check_cell("colour", "not (red, blue)", "green", 'y');
    check_cell("n", "not (2, 5..8), 6", "7", 'n');
    check_cell("n", "not (2, 5..8), 6", "6", 'y');
    check_cell("n", "not (2, 5..8)", NULL, '?');
    check_cell("n", "not (2, missing)", NULL, 'n');
    check_cell("note", "not (\"a\", \"b\")", "c", 'y');
}
END_TEST

START_TEST(missing_is_in_the_domain_only_where_a_cell_says_so) {
    check_cell("n", "< 2", NULL, '?');
    check_cell("n", "< 2, missing", NULL, 'y');
    check_cell("n", "missing", "7", 'n');
    check_cell("n", "not missing", "7", 'y');
    check_cell("n", "not missing", NULL, 'n');
    check_cell("n", "-", NULL, 'y');
    check_cell("x", "< 2", NULL, '?');
}
END_TEST

/* What is not known of a table is not what it leaves out. */
START_TEST(a_result_that_is_left_out_is_missing_only_where_the_table_is_determined) {
    Made it = made("table n of f {\n | row | a || note : text, optional |\n | N1 | yes || - |\n"
                   " | N2 | no || \"x\" |\n}\n"
                   "table t of f {\n | row | n.note || out : integer |\n | R1 | missing || 1 |\n"
                   " | R2 | \"x\" || 2 |\n | R3 | not \"x\" || 3 |\n}\n"
                   "definition none of f {\n means n.note = missing\n}\n");
    ck_assert_int_eq(evaluated(&it, "t", NULL).outcome, OUTCOME_UNDETERMINED);
    Determination open = evaluated(&it, "none", NULL);
    ck_assert_int_eq(open.outcome, OUTCOME_UNDETERMINED);
    ck_assert_int_eq(open.settle[0], slot_of(it.program, "a"));
    give(&it, "a", "yes");
    ck_assert_int_eq(evaluated(&it, "n", NULL).outcome, OUTCOME_DECIDED);
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 0);
    ck_assert(evaluated(&it, "none", NULL).yes);
    give(&it, "a", "no");
    ck_assert_int_eq(evaluated(&it, "t", NULL).row, 1);
    ck_assert(!evaluated(&it, "none", NULL).yes);
    arena_free(it.arena);
}
END_TEST

START_TEST(an_output_may_be_worked_out_from_facts) {
    Made it = made("table t of f {\n | row | a || fee : money USD |\n | R1 | yes || paid * 3 / 2 |\n"
                   " | R2 | no || USD 5 |\n}\n");
    Determination out;
    give(&it, "a", "yes");
    evaluate(it.frame, program_unit(it.program, TEXT("t")), NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "paid"));
    give(&it, "paid", "USD 7");
    evaluate(it.frame, program_unit(it.program, TEXT("t")), NULL, &out);
    ck_assert_text_is(slot_value_text(it.arena, it.program, slot_of(it.program, "t.fee"), out.outputs[0]),
                      "USD 10.5");
    arena_free(it.arena);
}
END_TEST

START_TEST(under_first_the_facts_that_put_earlier_rows_out_are_among_the_reasons) {
    Made it =
        made("table t of f {\n hit first\n | row | a | b || out : text |\n | R1 | yes | - || \"one\" |\n"
             " | R2 | - | yes || \"two\" |\n | R3 | - | - || \"three\" |\n}\n");
    Reasons reasons = {0};
    Determination out;
    give(&it, "a", "no");
    give(&it, "b", "yes");
    Index unit = program_unit(it.program, TEXT("t"));
    evaluate(it.frame, unit, &reasons, &out);
    Tree *tree = determination_tree(it.arena, it.program, unit, &out, &reasons);
    ck_assert_text_is(tree_get_text(tree, "row"), "R2");
    ck_assert_uint_eq(tree_len(tree_get(tree, "facts")), 2);
    const Tree *changes = tree_get(tree, "would_change");
    ck_assert_uint_eq(tree_len(changes), 2);
    ck_assert_text_is(tree_get_text(changes->items[0], "row"), "R3");
    ck_assert_text_is(tree_get_text(changes->items[1], "row"), "R1");
    arena_free(it.arena);
}
END_TEST

START_TEST(the_facts_behind_a_table_that_another_reads_are_named) {
    Made it = made(
        "table inner of f {\n | row | n || high : yes_no |\n | R1 | < 5 || no |\n | R2 | >= 5 || yes |\n}\n"
        "table outer of f {\n | row | a | inner.high || out : text |\n | R1 | no | - || \"a\" |\n"
        " | R2 | yes | yes || \"b\" |\n | R3 | yes | no || \"c\" |\n}\n");
    Determination out;
    Index unit = program_unit(it.program, TEXT("outer"));
    give(&it, "a", "no");
    evaluate(it.frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    give(&it, "a", "yes");
    evaluate(it.frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "n"));
    arena_free(it.arena);
}
END_TEST

START_TEST(near_misses_lie_exactly_where_the_next_row_begins) {
    Made it = made(
        "table t of f {\n | row | x || out : text |\n | R1 | < 6 || \"a\" |\n"
        " | R2 | 6 ..< 7.5 || \"b\" |\n | R3 | >= 7.5 || \"c\" |\n}\n"
        "table u of f {\n | row | x || out : text |\n | R1 | <= 6 || \"a\" |\n | R2 | > 6 || \"b\" |\n}\n"
        "table d of f {\n | row | due || out : text |\n | R1 | < 2026-03-02 || \"a\" |\n"
        " | R2 | >= 2026-03-02 || \"b\" |\n}\n");
    give(&it, "x", "7");
    ck_assert_text_is(changes_of(&it, "t"), "x at least 7.5 -> R3; x less than 6 -> R1");
    give(&it, "x", "7.5");
    give(&it, "due", "2026-03-02");
    ck_assert_text_is(changes_of(&it, "t"), "x less than 7.5 -> R2; x less than 6 -> R1");
    ck_assert_text_is(changes_of(&it, "u"), "x at most 6 -> R1");
    ck_assert_text_is(changes_of(&it, "d"), "due at most 2026-03-01 -> R1");
    give(&it, "x", "6");
    give(&it, "due", "2026-01-01");
    ck_assert_text_is(changes_of(&it, "u"), "x more than 6 -> R2");
    ck_assert_text_is(changes_of(&it, "d"), "due at least 2026-03-02 -> R2");
    arena_free(it.arena);
}
END_TEST

START_TEST(near_misses_of_scores_that_need_not_be_whole_are_worked_out_from_the_total) {
    Made it =
        made("scorecard s of f {\n scale 1..10\n combined by mean\n minimum applies to mean\n"
             " | criterion | group | weight | minimum |\n | one | - | 75% | 3 |\n | two | - | 25% | - |\n}\n"
             "table t of f {\n | row | s.eligible | s.total || out : text |\n | R1 | no | - || \"a\" |\n"
             " | R2 | yes | < 6 || \"b\" |\n | R3 | yes | >= 6 || \"c\" |\n}\n");
    give(&it, "s.one", "7");
    give(&it, "s.two", "5");
    /* 7 * 3/4 + 5 * 1/4 = 6.5 */
    ck_assert_text_is(changes_of(&it, "t"),
                      "s.one less than 19/3 -> R2; s.one less than 3 -> R1; s.two less than 3 -> R2");
    arena_free(it.arena);
}
END_TEST

START_TEST(several_peoples_scores_change_by_one_persons_score_at_a_time) {
    Made it = made("scorecard s of f {\n scale 1..10 whole\n combined by mean\n minimum applies to mean\n"
                   " | criterion | group | weight | minimum |\n | one | - | 100% | 7 |\n}\n"
                   "table t of f {\n | row | s.eligible || out : text |\n | R1 | no || \"a\" |\n | R2 | yes "
                   "|| \"b\" |\n}\n");
    const Value scores[] = {value_number(TYPE_INTEGER, number_int(8)),
                            value_number(TYPE_INTEGER, number_int(7)),
                            value_number(TYPE_INTEGER, number_int(8))};
    Value list = {.state = VALUE_KNOWN, .kind = TYPE_LIST};
    list.list.at = scores;
    list.list.len = 3;
    frame_set(it.frame, slot_of(it.program, "s.one"), list);
    /* a mean of 23/3; 20/3 is below 7, 21/3 is not */
    ck_assert_text_is(changes_of(&it, "t"), "s.one at most 20/3 -> R1");
    arena_free(it.arena);
}
END_TEST

Suite *written_test_suite(void) {
    Suite *suite = suite_create("rules as written");
    TCase *tests = tcase_create("rules as written");
    tcase_add_test(tests, arithmetic_is_exact);
    tcase_add_test(tests, comparisons_read_facts_of_every_type);
    tcase_add_test(tests, whatever_is_missing_leaves_it_open_but_whether_it_is_missing);
    tcase_add_test(tests, what_does_not_apply_is_neither_missing_nor_a_value);
    tcase_add_test(tests, dividing_by_a_fact_that_is_zero_is_an_error);
    tcase_add_test(tests, a_reason_shows_a_comparison_as_it_was_written_and_the_facts_in_it);
    tcase_add_test(tests, cells_test_ranges_exactly_at_their_ends);
    tcase_add_test(tests, cells_list_and_negate);
    tcase_add_test(tests, missing_is_in_the_domain_only_where_a_cell_says_so);
    tcase_add_test(tests, a_result_that_is_left_out_is_missing_only_where_the_table_is_determined);
    tcase_add_test(tests, an_output_may_be_worked_out_from_facts);
    tcase_add_test(tests, under_first_the_facts_that_put_earlier_rows_out_are_among_the_reasons);
    tcase_add_test(tests, the_facts_behind_a_table_that_another_reads_are_named);
    tcase_add_test(tests, near_misses_lie_exactly_where_the_next_row_begins);
    tcase_add_test(tests, near_misses_of_scores_that_need_not_be_whole_are_worked_out_from_the_total);
    tcase_add_test(tests, several_peoples_scores_change_by_one_persons_score_at_a_time);
    suite_add_tcase(suite, tests);
    return suite;
}
