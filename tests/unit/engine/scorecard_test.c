#include "hand.h"

static Value list_of(Arena *arena, size_t count, const int *scores) {
    Value *at = arena_array(arena, Value, count);
    for (size_t i = 0; i < count; i++) at[i] = scores[i] == 0 ? value_missing() : whole(scores[i]);
    Value list = {.state = VALUE_KNOWN, .kind = TYPE_LIST};
    list.list.at = at;
    list.list.len = count;
    return list;
}

static Index score_slot(const Handbook *book, size_t criterion) {
    return book->program->scorecards[0].criteria[criterion].score_slot;
}

START_TEST(the_handbooks_example_is_exactly_8_3) {
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert(number_equal(out.total, ratio(83, 10)));
    ck_assert(out.eligible);
    hand_free(book.hand);
}
END_TEST

START_TEST(missing_scores_leave_the_total_undetermined_and_are_named) {
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 0, 8, 0, 8});
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 2);
    ck_assert_int_eq(out.settle[0], score_slot(&book, 1));
    ck_assert_int_eq(out.settle[1], score_slot(&book, 3));
    hand_free(book.hand);
}
END_TEST

START_TEST(a_score_that_is_off_the_scale_or_not_whole_is_an_error) {
    Handbook book = handbook();
    Frame *frame = frame_new(book.hand->arena, book.program);
    const Value bad[] = {whole(11), whole(0), whole(-3), decimal(15, 2)};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Determination out;
        give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
        frame_set(frame, score_slot(&book, 2), bad[i]);
        evaluate(frame, book.recommendation, NULL, &out);
        ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
        ck_assert_int_eq(out.problem, PROBLEM_OFF_SCALE);
        ck_assert_int_eq(out.unit, book.scorecard);
    }
    hand_free(book.hand);
}
END_TEST

START_TEST(several_peoples_scores_are_combined_by_their_mean_exactly) {
    Handbook book = handbook();
    Arena *arena = book.hand->arena;
    Frame *frame = frame_new(arena, book.program);
    const int three[] = {9, 8, 8}, two[] = {9, 8};
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
    frame_set(frame, score_slot(&book, 0), list_of(arena, 3, three));
    frame_set(frame, score_slot(&book, 1), list_of(arena, 2, two));
    evaluate(frame, book.scorecard, NULL, &out);
    /* 25/3 * 1/4 + 17/2 * 1/5 + 8 * 1/4 + 7 * 3/20 + 8 * 3/20 */
    ck_assert(
        number_equal(out.total, ratio(25 * 25 * 2 + 17 * 20 * 3 + (8 * 25 + 7 * 15 + 8 * 15) * 6, 600)));
    Value mean = frame_get(frame, book.program->scorecards[0].criteria[0].combined_slot);
    ck_assert(number_equal(mean.number, ratio(25, 3)));
    hand_free(book.hand);
}
END_TEST

START_TEST(no_scores_at_all_are_missing_scores_and_one_missing_among_several_is_too) {
    Handbook book = handbook();
    Arena *arena = book.hand->arena;
    Frame *frame = frame_new(arena, book.program);
    const int with_gap[] = {9, 0, 8};
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
    frame_set(frame, score_slot(&book, 4), list_of(arena, 0, NULL));
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    frame_set(frame, score_slot(&book, 4), list_of(arena, 3, with_gap));
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    hand_free(book.hand);
}
END_TEST

/* Eligible with these two scores for the first criterion, whose minimum is 7? */
static bool eligible_with(Combine combine, bool each, int first, int second) {
    Handbook book = handbook_made(
        (HandScorecard){HANDBOOK_NAMES, HANDBOOK_PERCENTS, HANDBOOK_MINIMUMS, 5, combine, each, false});
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    give_scores(frame, book.program, (const int[]){9, 9, 7, 7, 8});
    frame_set(frame, score_slot(&book, 0), list_of(book.hand->arena, 2, (const int[]){first, second}));
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    hand_free(book.hand);
    return out.eligible;
}

START_TEST(a_minimum_is_met_when_it_is_reached_exactly) {
    ck_assert(eligible_with(COMBINE_MEAN, false, 7, 7));
    ck_assert(eligible_with(COMBINE_MEAN, false, 6, 8));
    ck_assert(!eligible_with(COMBINE_MEAN, false, 6, 7));
}
END_TEST

START_TEST(a_minimum_can_be_held_against_the_lowest_or_against_each_score) {
    ck_assert(!eligible_with(COMBINE_LOWEST, false, 6, 8));
    ck_assert(!eligible_with(COMBINE_MEAN, true, 6, 8));
    ck_assert(eligible_with(COMBINE_MEAN, true, 7, 10));
}
END_TEST

/* Do all the minimums that the reasons tell of read as met? */
static bool told_as_met(const Reasons *reasons) {
    bool met = true;
    for (size_t i = 0; i < reasons->len; i++)
        if (reasons->at[i].kind == REASON_MINIMUM) met = met && reasons->at[i].yes;
    return met;
}

START_TEST(one_persons_score_below_a_minimum_for_each_is_told_as_not_met) {
    Handbook book = handbook_made(
        (HandScorecard){HANDBOOK_NAMES, HANDBOOK_PERCENTS, HANDBOOK_MINIMUMS, 5, COMBINE_MEAN, true, false});
    Frame *frame = frame_new(book.hand->arena, book.program);
    for (int score = 6; score <= 7; score++) {
        Determination out;
        Reasons reasons = {0};
        give_scores(frame, book.program, (const int[]){score, 9, 7, 7, 8});
        evaluate(frame, book.scorecard, &reasons, &out);
        ck_assert_int_eq(out.eligible, score == 7);
        ck_assert_int_eq(told_as_met(&reasons), score == 7);
    }
    hand_free(book.hand);
}
END_TEST

START_TEST(weights_without_a_common_denominator_of_64_bits_still_sum_exactly) {
    Handbook book = handbook();
    Scorecard *scorecard = &book.hand->scorecards.at[0];
    Frame *frame = frame_new(book.hand->arena, book.program);
    Determination out;
    scorecard->denominator = 0;
    scorecard->plain = NULL;
    give_scores(frame, book.program, (const int[]){9, 9, 8, 7, 8});
    evaluate(frame, book.scorecard, NULL, &out);
    ck_assert(number_equal(out.total, ratio(83, 10)));
    hand_free(book.hand);
}
END_TEST

START_TEST(totals_in_64_bits_and_by_exact_numbers_are_the_same) {
    uint64_t seed = check_seed("totals");
    Handbook book = handbook();
    Scorecard *scorecard = &book.hand->scorecards.at[0];
    Frame *frame = frame_new(book.hand->arena, book.program);
    const Scorecard known = *scorecard;
    for (int round = 0; round < 2000; round++) {
        ArenaMark mark = arena_mark(book.hand->arena);
        Determination quick, slow;
        for (size_t c = 0; c < 5; c++) {
            int scores[4];
            size_t count = round % 2 == 0 ? 1 : 1 + check_below(&seed, 4);
            for (size_t i = 0; i < count; i++) scores[i] = 1 + (int)check_below(&seed, 10);
            Value list = list_of(book.hand->arena, count, scores);
            frame_set(frame, score_slot(&book, c), round % 4 == 0 ? list.list.at[0] : list);
        }
        *scorecard = known;
        evaluate(frame, book.scorecard, NULL, &quick);
        scorecard->denominator = 0;
        scorecard->plain = NULL;
        evaluate(frame, book.scorecard, NULL, &slow);
        ck_assert(number_equal(quick.total, slow.total));
        ck_assert_int_eq(quick.eligible, slow.eligible);
        arena_rewind(book.hand->arena, mark);
    }
    hand_free(book.hand);
}
END_TEST

Suite *scorecard_test_suite(void) {
    Suite *suite = suite_create("scorecards");
    TCase *tests = tcase_create("scorecards");
    tcase_add_test(tests, the_handbooks_example_is_exactly_8_3);
    tcase_add_test(tests, missing_scores_leave_the_total_undetermined_and_are_named);
    tcase_add_test(tests, a_score_that_is_off_the_scale_or_not_whole_is_an_error);
    tcase_add_test(tests, several_peoples_scores_are_combined_by_their_mean_exactly);
    tcase_add_test(tests, no_scores_at_all_are_missing_scores_and_one_missing_among_several_is_too);
    tcase_add_test(tests, a_minimum_is_met_when_it_is_reached_exactly);
    tcase_add_test(tests, one_persons_score_below_a_minimum_for_each_is_told_as_not_met);
    tcase_add_test(tests, a_minimum_can_be_held_against_the_lowest_or_against_each_score);
    tcase_add_test(tests, weights_without_a_common_denominator_of_64_bits_still_sum_exactly);
    tcase_add_test(tests, totals_in_64_bits_and_by_exact_numbers_are_the_same);
    suite_add_tcase(suite, tests);
    return suite;
}
