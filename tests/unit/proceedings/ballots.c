/* Thresholds against counts (law P1), without state. */
#include "proceedings/ballots.h"
#include "check_more.h"

static Arena *arena;
static Closed closed;

static void set_up(void) {
    arena = arena_new(0);
    closed = *(Closed *)record_new(arena, &Closed_record);
}

static void tear_down(void) {
    arena_free(arena);
}

static Number ratio(int64_t num, int64_t den) {
    Number number;
    ck_assert_int_eq(number_ratio(arena, num, den, &number), NUMBER_OK);
    return number;
}

static Bound more_than(int64_t num, int64_t den, CountId base) {
    return (Bound){.counted = COUNT_VOTES_FOR,
                   .quantity = ratio(num, den),
                   .of_count = true,
                   .base = base,
                   .including_role = NONE};
}

static Bound at_least(int64_t num, int64_t den, CountId base) {
    Bound bound = more_than(num, den, base);
    bound.at_least = true;
    return bound;
}

static Bound root_of(CountId base, bool reached) {
    return (Bound){.counted = COUNT_VOTES_FOR,
                   .quantity = number_int(1),
                   .root = true,
                   .base = base,
                   .at_least = reached,
                   .including_role = NONE};
}

/* So many for, against and present; 15 in office. */
static Counts counted(int64_t in_favour, int64_t against, int64_t present) {
    Counts counts = {0};
    counts.of[COUNT_VOTES_FOR] = in_favour;
    counts.of[COUNT_VOTES_AGAINST] = against;
    counts.of[COUNT_VOTES_CAST] = in_favour + against;
    counts.of[COUNT_MEMBERS] = counts.of[COUNT_MEMBERS_PRESENT] = present;
    counts.of[COUNT_MEMBERS_IN_OFFICE] = 15;
    return counts;
}

static bool met(Bound bound, Counts counts) {
    Threshold threshold = {&bound, 1};
    return threshold_met(arena, &threshold, &counts, "carried", &closed.comparisons);
}

static const Compared *last(void) {
    ck_assert_uint_gt(closed.comparisons.len, 0);
    return &closed.comparisons.at[closed.comparisons.len - 1];
}

START_TEST(seven_to_four_of_thirteen_passes_those_present_and_fails_two_thirds_of_votes) {
    Counts counts = counted(7, 4, 13);
    ck_assert(met(more_than(1, 2, COUNT_MEMBERS_PRESENT), counts));
    ck_assert(!met(at_least(2, 3, COUNT_VOTES_CAST), counts));
}
END_TEST

START_TEST(two_to_one_with_ten_abstaining_does_the_reverse) {
    Counts counts = counted(2, 1, 13);
    ck_assert(!met(more_than(1, 2, COUNT_MEMBERS_PRESENT), counts));
    ck_assert(met(at_least(2, 3, COUNT_VOTES_CAST), counts));
}
END_TEST

START_TEST(a_tie_is_not_a_majority) {
    ck_assert(!met(more_than(1, 2, COUNT_VOTES_CAST), counted(5, 5, 10)));
    ck_assert(met(more_than(1, 2, COUNT_VOTES_CAST), counted(6, 5, 11)));
}
END_TEST

START_TEST(an_empty_base_meets_nothing) {
    ck_assert(!met(more_than(1, 2, COUNT_VOTES_CAST), counted(0, 0, 9)));
    ck_assert(!met(at_least(1, 2, COUNT_VOTES_CAST), counted(0, 0, 9)));
    ck_assert(!met(at_least(0, 1, COUNT_VOTES_CAST), counted(0, 0, 9)));
    ck_assert(!met(root_of(COUNT_VOTES_CAST, true), counted(0, 0, 9)));
}
END_TEST

START_TEST(a_threshold_that_asks_nothing_is_not_met) {
    Threshold nothing = {0};
    Counts counts = counted(9, 0, 9);
    ck_assert(!threshold_met(arena, &nothing, &counts, "carried", &closed.comparisons));
}
END_TEST

START_TEST(a_square_root_is_compared_exactly) {
    Counts counts = counted(3, 0, 9);
    ck_assert(met(root_of(COUNT_MEMBERS_PRESENT, true), counts));
    ck_assert(!met(root_of(COUNT_MEMBERS_PRESENT, false), counts));
    ck_assert_text_is(last()->needed, "sqrt 9");
    ck_assert(!met(root_of(COUNT_MEMBERS_PRESENT, true), counted(3, 0, 10)));
    ck_assert(met(root_of(COUNT_MEMBERS_PRESENT, false), counted(4, 0, 15)));
}
END_TEST

START_TEST(a_part_of_a_square_root_is_compared_exactly) {
    Bound bound = root_of(COUNT_MEMBERS_PRESENT, true);
    bound.quantity = ratio(3, 2);
    ck_assert(met(bound, counted(6, 0, 16)));
    ck_assert(!met(bound, counted(6, 0, 17)));
    ck_assert(met(bound, counted(7, 0, 17)));
    bound.at_least = false;
    ck_assert(!met(bound, counted(6, 0, 16)));
    bound.quantity = number_int(0);
    ck_assert(met(bound, counted(1, 0, 16)));
    ck_assert(!met(bound, counted(0, 0, 16)));
}
END_TEST

START_TEST(every_bound_of_a_threshold_must_hold_and_each_is_written_down) {
    Bound bounds[] = {at_least(2, 3, COUNT_VOTES_CAST), more_than(1, 2, COUNT_MEMBERS_PRESENT)};
    Threshold both = {bounds, 2};
    Counts counts = counted(2, 1, 13);
    ck_assert(!threshold_met(arena, &both, &counts, "carried", &closed.comparisons));
    ck_assert_uint_eq(closed.comparisons.len, 2);
    ck_assert(closed.comparisons.at[0].held);
    ck_assert(!closed.comparisons.at[1].held);
}
END_TEST

START_TEST(a_comparison_can_be_checked_with_pen_and_paper) {
    ck_assert(met(more_than(1, 2, COUNT_MEMBERS_PRESENT), counted(7, 4, 13)));
    ck_assert_text_is(last()->of, "carried");
    ck_assert_text_is(last()->counted, "votes for");
    ck_assert_int_eq(last()->count, 7);
    ck_assert_text_is(last()->relation, ">");
    ck_assert_text_is(last()->needed, "13/2");
    ck_assert_text_is(last()->base, "members present");
    ck_assert_int_eq(last()->base_count, 13);
    ck_assert(last()->held);
}
END_TEST

START_TEST(a_plain_number_has_no_base) {
    Bound three = {
        .counted = COUNT_MEMBERS, .at_least = true, .quantity = ratio(3, 1), .including_role = NONE};
    ck_assert(met(three, counted(0, 0, 3)));
    ck_assert_text_is(last()->needed, "3");
    ck_assert_text_is(last()->base, "");
    ck_assert(!met(three, counted(0, 0, 2)));
}
END_TEST

static int64_t one_external(const void *context, CountId what, Text role) {
    (void)what;
    return text_is(role, "external") ? *(const int64_t *)context : 0;
}

START_TEST(a_composition_is_counted_among_those_counted) {
    static const Role roles[] = {{.name = TEXT_ROW("external")}};
    int64_t externals = 0;
    Bound bound = {.counted = COUNT_MEMBERS, .at_least = true, .quantity = ratio(3, 1), .including = 1};
    Counts counts = counted(0, 0, 4);
    counts.roles = roles;
    counts.with_role = one_external;
    counts.context = &externals;
    ck_assert(!met(bound, counts));
    ck_assert(!last()->held);
    externals = 1;
    ck_assert(met(bound, counts));
    ck_assert_text_is(last()->counted, "members with role external");
}
END_TEST

/* RONR (12th ed.) 44:1-6: of 19 votes cast 10 are a majority, of 20 and 21 it is 11; two thirds of 60 are 40,
 * of 61 41, of 62 42, of 63 42. Abstentions and blanks are ignored. */
START_TEST(majorities_and_two_thirds_are_those_of_roberts_rules) {
    static const int64_t majorities[][2] = {{19, 10}, {20, 11}, {21, 11}};
    static const int64_t thirds[][2] = {{60, 40}, {61, 41}, {62, 42}, {63, 42}};
    for (size_t i = 0; i < 3; i++) {
        int64_t cast = majorities[i][0], least = majorities[i][1];
        ck_assert(met(more_than(1, 2, COUNT_VOTES_CAST), counted(least, cast - least, 200)));
        ck_assert(!met(more_than(1, 2, COUNT_VOTES_CAST), counted(least - 1, cast - least + 1, 200)));
    }
    for (size_t i = 0; i < 4; i++) {
        int64_t cast = thirds[i][0], least = thirds[i][1];
        ck_assert(met(at_least(2, 3, COUNT_VOTES_CAST), counted(least, cast - least, 200)));
        ck_assert(!met(at_least(2, 3, COUNT_VOTES_CAST), counted(least - 1, cast - least + 1, 200)));
    }
}
END_TEST

/* 45 CFR 46.108(b): a majority of the members present, including at least one member whose primary concerns
 * are in nonscientific areas. */
START_TEST(a_quorum_of_a_majority_needs_its_nonscientist_too) {
    static const Role roles[] = {{.name = TEXT_ROW("external")}};
    int64_t nonscientists = 1;
    Bound bound = {.counted = COUNT_MEMBERS_PRESENT,
                   .quantity = ratio(1, 2),
                   .of_count = true,
                   .base = COUNT_MEMBERS_IN_OFFICE,
                   .including = 1};
    Counts eight = counted(0, 0, 8), seven = counted(0, 0, 7);
    eight.roles = seven.roles = roles;
    eight.with_role = seven.with_role = one_external;
    eight.context = seven.context = &nonscientists;
    ck_assert(met(bound, eight));
    ck_assert(!met(bound, seven));
    nonscientists = 0;
    ck_assert(!met(bound, eight));
}
END_TEST

START_TEST(an_office_needs_its_holder_and_the_holders_vote) {
    Counts nobody = counted(0, 0, 0), alone = counted(1, 0, 1), against = counted(0, 1, 1);
    ck_assert(!threshold_met(arena, &office_quorum, &nobody, "quorum", &closed.comparisons));
    ck_assert(threshold_met(arena, &office_quorum, &alone, "quorum", &closed.comparisons));
    ck_assert(threshold_met(arena, &office_carried, &alone, "carried", &closed.comparisons));
    ck_assert(!threshold_met(arena, &office_carried, &against, "carried", &closed.comparisons));
}
END_TEST

/* Held against whole-number arithmetic: count / base beside num / den is count * den beside num * base. */
START_TEST(fractions_agree_with_cross_multiplication) {
    uint64_t seed = check_seed("fractions_agree_with_cross_multiplication");
    for (int i = 0; i < 2000; i++) {
        int64_t base = (int64_t)check_below(&seed, 40), den = 1 + (int64_t)check_below(&seed, 12);
        int64_t num = (int64_t)check_below(&seed, (uint64_t)den + 1), count = (int64_t)check_below(&seed, 41);
        Counts counts = counted(count, 0, base);
        ck_assert_int_eq(met(more_than(num, den, COUNT_MEMBERS_PRESENT), counts),
                         base > 0 && count * den > num * base);
        ck_assert_int_eq(met(at_least(num, den, COUNT_MEMBERS_PRESENT), counts),
                         base > 0 && count * den >= num * base);
    }
}
END_TEST

Suite *ballots_suite(void) {
    Suite *suite = suite_create("ballots");
    TCase *cases = tcase_create("thresholds");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, seven_to_four_of_thirteen_passes_those_present_and_fails_two_thirds_of_votes);
    tcase_add_test(cases, two_to_one_with_ten_abstaining_does_the_reverse);
    tcase_add_test(cases, a_tie_is_not_a_majority);
    tcase_add_test(cases, an_empty_base_meets_nothing);
    tcase_add_test(cases, a_threshold_that_asks_nothing_is_not_met);
    tcase_add_test(cases, a_square_root_is_compared_exactly);
    tcase_add_test(cases, a_part_of_a_square_root_is_compared_exactly);
    tcase_add_test(cases, every_bound_of_a_threshold_must_hold_and_each_is_written_down);
    tcase_add_test(cases, a_comparison_can_be_checked_with_pen_and_paper);
    tcase_add_test(cases, a_plain_number_has_no_base);
    tcase_add_test(cases, a_composition_is_counted_among_those_counted);
    tcase_add_test(cases, an_office_needs_its_holder_and_the_holders_vote);
    tcase_add_test(cases, majorities_and_two_thirds_are_those_of_roberts_rules);
    tcase_add_test(cases, a_quorum_of_a_majority_needs_its_nonscientist_too);
    tcase_add_test(cases, fractions_agree_with_cross_multiplication);
    suite_add_tcase(suite, cases);
    return suite;
}
