#include "hand.h"

/* What a condition over two yes_no facts comes to: y, n, ? (undetermined) or ! (an error). */
static char outcome_of(const Determination *d) {
    if (d->outcome == OUTCOME_DECIDED) return d->yes ? 'y' : 'n';
    return d->outcome == OUTCOME_UNDETERMINED ? '?' : '!';
}

static Value given(char c) {
    if (c == '?') return value_missing();
    return c == '!' ? value_not_applicable() : value_yes_no(c == 'y');
}

typedef struct Both {
    Hand *hand;
    Index a, b, unit;
    Frame *frame;
} Both;

static Both both(CodeOp op) {
    Both both = {.hand = hand_new()};
    both.a = hand_slot(both.hand, "a", SLOT_FACT, TYPE_YES_NO);
    both.b = hand_slot(both.hand, "b", SLOT_FACT, TYPE_YES_NO);
    hand_op(both.hand, CODE_SLOT, both.a, NONE);
    hand_op(both.hand, CODE_SLOT, both.b, NONE);
    hand_op(both.hand, op, 0, 1);
    both.unit = hand_condition(both.hand);
    both.frame = frame_new(both.hand->arena, hand_program(both.hand));
    return both;
}

static char combined(const Both *both, char a, char b) {
    Determination out;
    frame_set(both->frame, both->a, given(a));
    frame_set(both->frame, both->b, given(b));
    evaluate(both->frame, both->unit, NULL, &out);
    return outcome_of(&out);
}

/* rows: a b and what a op b is */
static void check_table(CodeOp op, const char *const *rows, size_t count) {
    Both made = both(op);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(combined(&made, rows[i][0], rows[i][1]) == rows[i][2], "%s: got %c", rows[i],
                      combined(&made, rows[i][0], rows[i][1]));
    hand_free(made.hand);
}

START_TEST(no_and_missing_is_no_and_yes_and_missing_is_missing) {
    const char *const rows[] = {"yyy", "ynn", "nyn", "nnn", "y??", "?y?", "n?n", "?nn",
                                "???", "n!n", "!nn", "y!!", "!y!", "?!?", "!??", "!!!"};
    check_table(CODE_AND, rows, sizeof rows / sizeof *rows);
}
END_TEST

START_TEST(yes_or_missing_is_yes_and_no_or_missing_is_missing) {
    const char *const rows[] = {"yyy", "yny", "nyy", "nnn", "y?y", "?yy", "n??", "?n?",
                                "???", "y!y", "!yy", "n!!", "!n!", "?!?", "!??", "!!!"};
    check_table(CODE_OR, rows, sizeof rows / sizeof *rows);
}
END_TEST

START_TEST(a_comparison_with_a_missing_side_is_undetermined) {
    const char *const equal[] = {"yyy", "ynn", "y??", "?n?", "???", "y!!", "?!!"};
    const char *const differ[] = {"yyn", "yny", "y??", "?n?", "???", "!n!"};
    check_table(CODE_EQUAL, equal, sizeof equal / sizeof *equal);
    check_table(CODE_NOT_EQUAL, differ, sizeof differ / sizeof *differ);
}
END_TEST

START_TEST(not_missing_is_undetermined) {
    const char inputs[] = "yn?!", wanted[] = "ny?!";
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_YES_NO);
    hand_op(hand, CODE_NOT, hand_op(hand, CODE_SLOT, a, NONE), NONE);
    Index unit = hand_condition(hand);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    for (size_t i = 0; i < 4; i++) {
        Determination out;
        frame_set(frame, a, given(inputs[i]));
        evaluate(frame, unit, NULL, &out);
        ck_assert_int_eq(outcome_of(&out), wanted[i]);
    }
    hand_free(hand);
}
END_TEST

START_TEST(whether_a_fact_is_missing_is_always_decided) {
    const char inputs[] = "yn?!", wanted[] = "nnyn";
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_YES_NO);
    hand_op(hand, CODE_MISSING, hand_op(hand, CODE_SLOT, a, NONE), NONE);
    Index unit = hand_condition(hand);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    for (size_t i = 0; i < 4; i++) {
        Determination out;
        frame_set(frame, a, given(inputs[i]));
        evaluate(frame, unit, NULL, &out);
        ck_assert_int_eq(outcome_of(&out), wanted[i]);
    }
    hand_free(hand);
}
END_TEST

START_TEST(an_undetermined_condition_names_the_facts_that_would_settle_it_once_and_in_order) {
    /* (a and b) or (c and b), with a known to be no: c and b would settle it, a would not. */
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_YES_NO);
    Index b = hand_slot(hand, "b", SLOT_FACT, TYPE_YES_NO);
    Index c = hand_slot(hand, "c", SLOT_FACT, TYPE_YES_NO);
    Index left =
        hand_op(hand, CODE_AND, hand_op(hand, CODE_SLOT, a, NONE), hand_op(hand, CODE_SLOT, b, NONE));
    Index c_read = hand_op(hand, CODE_SLOT, c, NONE);
    Index right = hand_op(hand, CODE_AND, c_read, hand_op(hand, CODE_SLOT, b, NONE));
    hand_op(hand, CODE_OR, left, right);
    Index unit = hand_condition(hand);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    Determination out;
    frame_set(frame, a, value_yes_no(false));
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 2);
    ck_assert_int_eq(out.settle[0], b);
    ck_assert_int_eq(out.settle[1], c);
    frame_set(frame, b, value_yes_no(false));
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'n');
    hand_free(hand);
}
END_TEST

START_TEST(a_third_times_three_is_one) {
    Hand *hand = hand_new();
    Index one = hand_constant(hand, whole(1)), three = hand_constant(hand, whole(3));
    Index third = hand_op(hand, CODE_DIVIDE, one, three);
    hand_op(hand, CODE_EQUAL, hand_op(hand, CODE_MULTIPLY, third, three), one);
    Index unit = hand_condition(hand);
    Determination out;
    evaluate(frame_new(hand->arena, hand_program(hand)), unit, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'y');
    hand_free(hand);
}
END_TEST

START_TEST(dividing_by_zero_is_an_error_of_the_rule_unless_something_else_decides) {
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_DECIMAL);
    Index read = hand_op(hand, CODE_SLOT, a, NONE), zero = hand_constant(hand, whole(0));
    Index one = hand_constant(hand, whole(1));
    Index is_other = hand_op(hand, CODE_NOT_EQUAL, read, zero);
    Index is_large = hand_op(hand, CODE_GREATER, hand_op(hand, CODE_DIVIDE, one, read), one);
    Index guarded_code;
    hand_op(hand, CODE_AND, is_other, is_large);
    guarded_code = hand_condition(hand);
    hand_op(hand, CODE_SLOT, a, NONE);
    hand_constant(hand, whole(1));
    hand_op(hand, CODE_DIVIDE, 1, 0);
    hand_op(hand, CODE_GREATER, 2, 1);
    Index bare = hand_condition(hand);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    Determination out;
    frame_set(frame, a, whole(0));
    evaluate(frame, guarded_code, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'n');
    evaluate(frame, bare, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_DIVIDED_BY_ZERO);
    ck_assert_uint_eq(out.where->line, 1);
    hand_free(hand);
}
END_TEST

START_TEST(a_number_that_grows_past_its_bounds_is_an_error_and_no_wrong_number) {
    Hand *hand = hand_new();
    Index x = hand_constant(hand, whole(INT64_MAX));
    for (int i = 0; i < 5; i++) x = hand_op(hand, CODE_MULTIPLY, x, x);
    hand_op(hand, CODE_GREATER, x, hand_constant(hand, whole(0)));
    Index unit = hand_condition(hand);
    Determination out;
    evaluate(frame_new(hand->arena, hand_program(hand)), unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_TOO_LARGE);
    hand_free(hand);
}
END_TEST

START_TEST(being_one_of_a_list_is_undetermined_for_a_missing_fact_unless_missing_is_listed) {
    Hand *hand = hand_new();
    Index a = hand_slot(hand, "a", SLOT_FACT, TYPE_ENUM);
    hand_test(hand, hand_op(hand, CODE_SLOT, a, NONE), members(5));
    Index plain = hand_condition(hand);
    hand_test(hand, hand_op(hand, CODE_SLOT, a, NONE), or_missing(members(5)));
    Index listed = hand_condition(hand);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    Determination out;
    evaluate(frame, plain, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), '?');
    evaluate(frame, listed, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'y');
    frame_set(frame, a, value_member(2));
    evaluate(frame, plain, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'y');
    frame_set(frame, a, value_member(1));
    evaluate(frame, listed, NULL, &out);
    ck_assert_int_eq(outcome_of(&out), 'n');
    hand_free(hand);
}
END_TEST

START_TEST(the_reasons_of_a_no_name_only_the_side_that_decided) {
    Both made = both(CODE_AND);
    Reasons reasons = {0};
    Determination out;
    frame_set(made.frame, made.a, value_yes_no(true));
    frame_set(made.frame, made.b, value_yes_no(false));
    evaluate(made.frame, made.unit, &reasons, &out);
    ck_assert_uint_eq(reasons.len, 2);
    ck_assert_int_eq(reasons.at[0].kind, REASON_UNIT);
    ck_assert_int_eq(reasons.at[1].kind, REASON_SLOT);
    ck_assert_int_eq(reasons.at[1].index, made.b);
    hand_free(made.hand);
}
END_TEST

Suite *condition_test_suite(void) {
    Suite *suite = suite_create("conditions");
    TCase *tests = tcase_create("conditions");
    tcase_add_test(tests, no_and_missing_is_no_and_yes_and_missing_is_missing);
    tcase_add_test(tests, yes_or_missing_is_yes_and_no_or_missing_is_missing);
    tcase_add_test(tests, a_comparison_with_a_missing_side_is_undetermined);
    tcase_add_test(tests, not_missing_is_undetermined);
    tcase_add_test(tests, whether_a_fact_is_missing_is_always_decided);
    tcase_add_test(tests, an_undetermined_condition_names_the_facts_that_would_settle_it_once_and_in_order);
    tcase_add_test(tests, a_third_times_three_is_one);
    tcase_add_test(tests, dividing_by_zero_is_an_error_of_the_rule_unless_something_else_decides);
    tcase_add_test(tests, a_number_that_grows_past_its_bounds_is_an_error_and_no_wrong_number);
    tcase_add_test(tests, being_one_of_a_list_is_undetermined_for_a_missing_fact_unless_missing_is_listed);
    tcase_add_test(tests, the_reasons_of_a_no_name_only_the_side_that_decided);
    suite_add_tcase(suite, tests);
    return suite;
}
