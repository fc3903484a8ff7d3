/* Choices among options: known elections, and chance against Schulze's own definition, by brute force. */
#include "paths.h"
#include <string.h>

static Arena *arena;

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    arena_free(arena);
}

/* --- elections, written "5 ACBED": five voters who rank A over C over B ...; "A=C" are equal -------------
 */

static Poll election(size_t options, const char *ballots) {
    Poll poll = {.count = options};
    Text rest = text_of(ballots), line;
    while (text_next(&rest, ',', &line)) {
        Ranking ranking = {{0}};
        uint8_t place = 0;
        int64_t count = 0;
        Text voters, ranks = text_trim(line);
        ck_assert(text_next(&ranks, ' ', &voters) && text_to_int(voters, &count));
        for (size_t i = 0; i < ranks.len; i++) {
            if (ranks.at[i] == '=') continue;
            place = (uint8_t)(place + (i == 0 || ranks.at[i - 1] != '='));
            ranking.place[ranks.at[i] - 'A'] = place;
        }
        poll_add(&poll, &ranking, count);
    }
    return poll;
}

static OptionSet options(const char *letters) {
    OptionSet set = 0;
    for (; *letters; letters++) set |= option_bit((size_t)(*letters - 'A'));
    return set;
}

static OptionSet all_of(const Poll *poll) {
    return option_bit(poll->count) - 1;
}

static void expect_of(size_t count, const char *ballots, const char *kept, const char *winners) {
    Poll poll = election(count, ballots);
    ChoiceRounds rounds = {0};
    ck_assert_uint_eq(choose_ranked(arena, &poll, options(kept), &rounds), options(winners));
}

/* --- known elections ------------------------------------------------------------------------------------ */

#define SCHULZE_45 "5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC"

START_TEST(schulzes_example_of_45_voters_elects_e) {
    Poll poll = election(5, SCHULZE_45);
    ck_assert_int_eq(poll.over[0][1], 20);
    ck_assert_int_eq(poll.over[1][0], 25);
    ck_assert_int_eq(poll.over[1][3], 33);
    ck_assert_int_eq(poll.over[2][4], 24);
    ck_assert_int_eq(poll.ballots, 45);
    expect_of(5, SCHULZE_45, "ABCDE", "E");
}
END_TEST

START_TEST(what_everybody_beats_in_pairs_wins_whoever_is_first_on_most_ballots) {
    const char *tennessee =
        "42 ABCD, 26 BCDA, 15 CDBA, 17 DCBA"; /* Memphis, Nashville, Chattanooga, Knoxville */
    Poll poll = election(4, tennessee);
    expect_of(4, tennessee, "ABCD", "B");
    ck_assert_uint_eq(choose_highest(&poll, all_of(&poll)), options("A"));
}
END_TEST

START_TEST(a_cycle_is_broken_at_its_weakest_defeat) {
    Poll poll = election(3, "7 ABC, 5 BCA, 4 CAB");
    ChoiceRounds rounds = {0};
    ck_assert_uint_eq(choose_ranked(arena, &poll, options("ABC"), &rounds), options("A"));
    ck_assert_uint_eq(rounds.len, 2);
    ck_assert_uint_eq(rounds.at[0].schwartz, options("ABC"));
    ck_assert_uint_eq(rounds.at[0].dropped.len, 1);
    ck_assert_uint_eq(rounds.at[0].dropped.at[0].winner, 2);
    ck_assert_uint_eq(rounds.at[0].dropped.at[0].loser, 0);
    ck_assert_uint_eq(rounds.at[1].dropped.len, 0);
}
END_TEST

START_TEST(of_defeats_by_as_many_the_one_is_weaker_that_more_are_against) {
    Poll poll = {.count = 3, .ballots = 10}; /* A over B 6:3, B over C 6:4, C over A 7:2 */
    poll.over[0][1] = 6, poll.over[1][0] = 3;
    poll.over[1][2] = 6, poll.over[2][1] = 4;
    poll.over[2][0] = 7, poll.over[0][2] = 2;
    ChoiceRounds rounds = {0};
    ck_assert_uint_eq(choose_ranked(arena, &poll, options("ABC"), &rounds), options("C"));
    ck_assert_uint_eq(rounds.at[0].dropped.len, 1);
    ck_assert_uint_eq(rounds.at[0].dropped.at[0].winner, 1);
}
END_TEST

START_TEST(a_whole_cycle_of_equal_defeats_is_a_tie) {
    expect_of(3, "1 ABC, 1 BCA, 1 CAB", "ABC", "ABC");
}
END_TEST

START_TEST(as_many_for_as_against_is_no_defeat) {
    expect_of(2, "3 AB, 3 BA", "AB", "AB");
    expect_of(2, "3 AB, 2 BA, 1 A=B", "AB", "A");
}
END_TEST

START_TEST(what_is_not_ranked_is_below_all_that_is_and_equal_among_itself) {
    Poll poll = election(4, "2 A, 3 B=C");
    ck_assert_int_eq(poll.over[0][1], 2);
    ck_assert_int_eq(poll.over[1][3], 3);
    ck_assert_int_eq(poll.over[1][2], 0);
    ck_assert_int_eq(poll.over[2][3], 3);
    ck_assert_int_eq(poll.over[3][2] + poll.over[3][1], 0);
}
END_TEST

START_TEST(what_was_dropped_beats_nothing_any_more) {
    expect_of(3, "7 ABC, 5 BCA, 4 CAB", "BC", "B");
    expect_of(3, "7 ABC, 5 BCA, 4 CAB", "C", "C");
}
END_TEST

START_TEST(nobody_voted_and_all_are_tied) {
    Poll poll = {.count = 3};
    ChoiceRounds rounds = {0};
    ck_assert_uint_eq(choose_ranked(arena, &poll, options("ABC"), &rounds), options("ABC"));
    ck_assert_uint_eq(choose_highest(&poll, options("ABC")), options("ABC"));
}
END_TEST

START_TEST(by_plurality_the_option_with_most_ballots_wins_and_several_tie) {
    Poll poll = election(3, "4 A, 4 B, 3 C");
    ck_assert_uint_eq(choose_highest(&poll, options("ABC")), options("AB"));
    ck_assert_uint_eq(choose_highest(&poll, options("BC")), options("B"));
}
END_TEST

START_TEST(by_approval_a_ballot_counts_for_each_that_it_names) {
    Poll poll = election(3, "4 A=B, 3 B=C, 2 C");
    ck_assert_int_eq(poll.highest[1], 7);
    ck_assert_uint_eq(choose_highest(&poll, options("ABC")), options("B"));
}
END_TEST

/* --- against the definition by strongest paths ---------------------------------------------------------- */

static Poll random_election(uint64_t *seed) {
    Poll poll = {.count = 2 + check_below(seed, 5)};
    size_t ballots = 1 + check_below(seed, 14);
    for (size_t i = 0; i < ballots; i++) {
        Ranking ranking;
        for (size_t k = 0; k < poll.count; k++) ranking.place[k] = (uint8_t)check_below(seed, poll.count + 1);
        poll_add(&poll, &ranking, 1 + (int64_t)check_below(seed, 4));
    }
    return poll;
}

START_TEST(the_winners_are_those_whose_strongest_paths_are_beaten_by_none) {
    uint64_t seed = check_seed("the_winners_are_those_whose_strongest_paths_are_beaten_by_none");
    for (int round = check_rounds(20000); round > 0; round--) {
        Poll poll = random_election(&seed);
        OptionSet kept = (OptionSet)check_below(&seed, all_of(&poll)) + 1;
        ChoiceRounds rounds = {0};
        ck_assert_uint_eq(choose_ranked(arena, &poll, kept, &rounds), winners_by_paths(&poll, kept));
        if (round % 1000 == 0) tear_down(), set_up();
    }
}
END_TEST

START_TEST(who_beats_all_others_in_pairs_wins_alone) {
    uint64_t seed = check_seed("who_beats_all_others_in_pairs_wins_alone");
    for (int round = check_rounds(20000); round > 0; round--) {
        Poll poll = random_election(&seed);
        ChoiceRounds rounds = {0};
        OptionSet winners = choose_ranked(arena, &poll, all_of(&poll), &rounds);
        ck_assert_uint_ne(winners, 0);
        for (size_t i = 0; i < poll.count; i++) {
            bool beats_all = true;
            for (size_t k = 0; k < poll.count; k++)
                beats_all = beats_all && (i == k || poll.over[i][k] > poll.over[k][i]);
            if (beats_all) ck_assert_uint_eq(winners, option_bit(i));
        }
        if (round % 1000 == 0) tear_down(), set_up();
    }
}
END_TEST

Suite *choosing_options_suite(void) {
    Suite *suite = suite_create("choosing_options");
    TCase *tests = tcase_create("choices");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, schulzes_example_of_45_voters_elects_e);
    tcase_add_test(tests, what_everybody_beats_in_pairs_wins_whoever_is_first_on_most_ballots);
    tcase_add_test(tests, a_cycle_is_broken_at_its_weakest_defeat);
    tcase_add_test(tests, of_defeats_by_as_many_the_one_is_weaker_that_more_are_against);
    tcase_add_test(tests, a_whole_cycle_of_equal_defeats_is_a_tie);
    tcase_add_test(tests, as_many_for_as_against_is_no_defeat);
    tcase_add_test(tests, what_is_not_ranked_is_below_all_that_is_and_equal_among_itself);
    tcase_add_test(tests, what_was_dropped_beats_nothing_any_more);
    tcase_add_test(tests, nobody_voted_and_all_are_tied);
    tcase_add_test(tests, by_plurality_the_option_with_most_ballots_wins_and_several_tie);
    tcase_add_test(tests, by_approval_a_ballot_counts_for_each_that_it_names);
    tcase_add_test(tests, the_winners_are_those_whose_strongest_paths_are_beaten_by_none);
    tcase_add_test(tests, who_beats_all_others_in_pairs_wins_alone);
    suite_add_tcase(suite, tests);
    return suite;
}
