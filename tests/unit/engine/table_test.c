#include "hand.h"

static const char *row_for(const int *scores) {
    static const char *const names[] = {"R1", "R2", "R3", "R4"};
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, scores);
    evaluate(frame, book.recommendation, NULL, &out);
    hand_free(book.hand);
    return out.outcome == OUTCOME_DECIDED ? names[out.row] : "-";
}

START_TEST(the_handbooks_example_is_recommended_by_r4) {
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
    evaluate(frame, book.recommendation, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert_int_eq(out.row, 3);
    ck_assert_uint_eq(out.where->line, 13);
    ck_assert_uint_eq(out.output_count, 1);
    ck_assert_text_is(out.outputs[0].text, "recommend");
    hand_free(book.hand);
}
END_TEST

START_TEST(a_total_of_exactly_7_5_is_in_the_row_that_starts_there) {
    ck_assert_str_eq(row_for((const int[]){8, 8, 7, 7, 7}), "R3");  /* 7.45 */
    ck_assert_str_eq(row_for((const int[]){7, 10, 7, 7, 6}), "R3"); /* 7.45 */
    ck_assert_str_eq(row_for((const int[]){9, 7, 7, 7, 7}), "R4");  /* 7.5 */
}
END_TEST

START_TEST(a_total_of_exactly_6_is_in_the_row_that_starts_there) {
    ck_assert_str_eq(row_for((const int[]){7, 5, 7, 5, 5}), "R3"); /* 6 */
    ck_assert_str_eq(row_for((const int[]){7, 5, 7, 5, 4}), "R2"); /* 5.85 */
}
END_TEST

START_TEST(a_row_that_matches_decides_under_unique_though_others_are_undetermined) {
    /* Strategic alignment is too low: not eligible, whatever the missing scores will be. */
    ck_assert_str_eq(row_for((const int[]){6, 0, 0, 0, 0}), "R1");
}
END_TEST

START_TEST(an_undetermined_table_names_the_facts_behind_what_it_reads) {
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 0, 8, 7, 8});
    evaluate(frame, book.recommendation, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], book.program->scorecards[0].criteria[1].score_slot);
    hand_free(book.hand);
}
END_TEST

/* A table of one output over the facts a (yes_no) and n (an optional number). */
typedef struct Small {
    Hand *hand;
    Index a, n, unit;
    Frame *frame;
} Small;

static Small small_made(HitPolicy policy, bool missing_listed, const CellCode *cells, size_t rows,
                        Index otherwise) {
    Small made = {.hand = hand_new()};
    Hand *hand = made.hand;
    made.a = hand_slot(hand, "a", SLOT_FACT, TYPE_YES_NO);
    made.n = hand_slot(hand, "n", SLOT_FACT, TYPE_INTEGER);
    ColumnCode *columns = arena_array(hand->arena, ColumnCode, 2);
    columns[0] =
        (ColumnCode){.slot = made.a, .kind = TYPE_YES_NO, .over = 1, .member_count = 2, .head = TEXT("a")};
    columns[1] = (ColumnCode){
        .slot = made.n, .kind = TYPE_INTEGER, .missing = missing_listed, .over = 1, .head = TEXT("n")};
    Value *outputs = arena_array(hand->arena, Value, rows);
    for (size_t i = 0; i < rows; i++) outputs[i] = value_text(TEXT("out"));
    made.unit = hand_table(hand,
                           (HandTable){.name = "small",
                                       .policy = policy,
                                       .columns = columns,
                                       .column_count = 2,
                                       .row_count = rows,
                                       .cells = cells,
                                       .otherwise = otherwise,
                                       .output_count = 1,
                                       .outputs = outputs,
                                       .indexed = true},
                           0, NULL);
    made.frame = frame_new(hand->arena, hand_program(hand));
    return made;
}

static Determination ask(const Small *made, Value a, Value n) {
    Determination out;
    frame_set(made->frame, made->a, a);
    frame_set(made->frame, made->n, n);
    evaluate(made->frame, made->unit, NULL, &out);
    return out;
}

START_TEST(two_rows_that_fit_are_an_error_under_unique) {
    Hand *sets = hand_new();
    CellCode cells[] = {is_yes(true), any(), any(), below(sets, whole(5))};
    Small made = small_made(POLICY_UNIQUE, false, cells, 2, NONE);
    Determination out = ask(&made, value_yes_no(true), whole(3));
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_TWO_ROWS);
    ck_assert_int_eq(out.row, 0);
    ck_assert_int_eq(out.other_row, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(true), whole(5)).row, 0);
    hand_free(made.hand);
    hand_free(sets);
}
END_TEST

START_TEST(an_undetermined_earlier_row_blocks_under_first_and_a_failed_one_does_not) {
    Hand *sets = hand_new();
    CellCode cells[] = {is_yes(true), below(sets, whole(5)), any(), any()};
    Small made = small_made(POLICY_FIRST, false, cells, 2, NONE);
    Determination out = ask(&made, value_yes_no(true), value_missing());
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], made.n);
    ck_assert_int_eq(ask(&made, value_yes_no(false), value_missing()).row, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(true), whole(4)).row, 0);
    hand_free(made.hand);
    hand_free(sets);
}
END_TEST

START_TEST(otherwise_catches_what_no_row_fits_but_never_what_is_undetermined) {
    Hand *sets = hand_new();
    CellCode cells[] = {is_yes(true), below(sets, whole(5)), any(), any()};
    Small made = small_made(POLICY_UNIQUE, false, cells, 2, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(true), whole(5)).row, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(false), value_missing()).row, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(true), value_missing()).outcome, OUTCOME_UNDETERMINED);
    hand_free(made.hand);
    hand_free(sets);
}
END_TEST

START_TEST(a_missing_cell_puts_missing_in_the_domain_of_its_column) {
    Hand *sets = hand_new();
    CellCode cells[] = {is_yes(true), below(sets, whole(5)), is_yes(true), only_missing()};
    Small made = small_made(POLICY_UNIQUE, true, cells, 2, NONE);
    ck_assert_int_eq(ask(&made, value_yes_no(true), value_missing()).row, 1);
    ck_assert_int_eq(ask(&made, value_yes_no(true), whole(1)).row, 0);
    ck_assert_int_eq(ask(&made, value_yes_no(true), whole(6)).outcome, OUTCOME_NO_ROW);
    hand_free(made.hand);
    hand_free(sets);
}
END_TEST

START_TEST(a_fact_that_does_not_apply_is_an_error_where_it_is_read_and_nowhere_else) {
    Hand *sets = hand_new();
    CellCode cells[] = {is_yes(true), below(sets, whole(5)), is_yes(false), any()};
    Small made = small_made(POLICY_UNIQUE, false, cells, 2, NONE);
    Determination out = ask(&made, value_yes_no(true), value_not_applicable());
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_NOT_APPLICABLE);
    ck_assert_int_eq(ask(&made, value_yes_no(false), value_not_applicable()).row, 1);
    hand_free(made.hand);
    hand_free(sets);
}
END_TEST

START_TEST(an_output_that_is_named_by_a_fact_waits_for_that_fact) {
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_YES_NO),
          v = hand_slot(hand, "vertical", SLOT_FACT, TYPE_ENUM);
    ColumnCode columns[] = {
        {.slot = a, .kind = TYPE_YES_NO, .over = 1, .member_count = 2, .head = TEXT("a")}};
    CellCode cells[] = {is_yes(true), is_yes(false)};
    Value outputs[] = {value_missing(), value_text(TEXT("board"))};
    *vec_push(hand->arena, &hand->constants) = value_text(TEXT("council[health]"));
    *vec_push(hand->arena, &hand->constants) = value_text(TEXT("council[finance]"));
    hand_op(hand, CODE_MEMBER, hand_op(hand, CODE_SLOT, v, NONE), 0);
    Index computed[] = {hand_code(hand), NONE};
    Index unit = hand_table(hand,
                            (HandTable){.name = "who",
                                        .columns = columns,
                                        .column_count = 1,
                                        .row_count = 2,
                                        .cells = cells,
                                        .otherwise = NONE,
                                        .output_count = 1,
                                        .outputs = outputs,
                                        .computed = computed,
                                        .indexed = true},
                            0, NULL);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    Determination out;
    frame_set(frame, a, value_yes_no(true));
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_int_eq(out.settle[0], v);
    frame_set(frame, v, value_member(1));
    evaluate(frame, unit, NULL, &out);
    ck_assert_text_is(out.outputs[0].text, "council[finance]");
    frame_set(frame, a, value_yes_no(false));
    frame_set(frame, v, value_missing());
    evaluate(frame, unit, NULL, &out);
    ck_assert_text_is(out.outputs[0].text, "board");
    hand_free(hand);
}
END_TEST

Suite *table_test_suite(void) {
    Suite *suite = suite_create("tables");
    TCase *tests = tcase_create("tables");
    tcase_add_test(tests, the_handbooks_example_is_recommended_by_r4);
    tcase_add_test(tests, a_total_of_exactly_7_5_is_in_the_row_that_starts_there);
    tcase_add_test(tests, a_total_of_exactly_6_is_in_the_row_that_starts_there);
    tcase_add_test(tests, a_row_that_matches_decides_under_unique_though_others_are_undetermined);
    tcase_add_test(tests, an_undetermined_table_names_the_facts_behind_what_it_reads);
    tcase_add_test(tests, two_rows_that_fit_are_an_error_under_unique);
    tcase_add_test(tests, an_undetermined_earlier_row_blocks_under_first_and_a_failed_one_does_not);
    tcase_add_test(tests, otherwise_catches_what_no_row_fits_but_never_what_is_undetermined);
    tcase_add_test(tests, a_missing_cell_puts_missing_in_the_domain_of_its_column);
    tcase_add_test(tests, a_fact_that_does_not_apply_is_an_error_where_it_is_read_and_nowhere_else);
    tcase_add_test(tests, an_output_that_is_named_by_a_fact_waits_for_that_fact);
    suite_add_tcase(suite, tests);
    return suite;
}
