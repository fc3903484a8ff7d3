/* Bodies whose seats cannot meet their thresholds, and scorecards whose weights are not all. */
#include "analysed.h"

#define BODY(seats, quorum, carried)                                                                         \
    "body b {\n  seats " seats "\n  quorum " quorum "\n  carried by " carried "\n}\n"
#define HALF "more than 1/2 of members in office"
#define MOST "more than 1/2 of votes cast"

FINDS(a_quorum_has_its_seats, BODY("3..5", "at least 6 members", MOST), NEVER_MET, "at most 5 seats \"b\"")
FINDS(more_than_all_seats_are_never_there, BODY("3..5", "more than 5 members", MOST), NEVER_MET, "5 seats")
FINDS(votes_need_their_seats, BODY("3..5", HALF, MOST " and at least 7 votes for"), NEVER_MET, "5 seats")
FINDS(more_than_all_is_never_met, BODY("3..5", HALF, "more than 100% of votes cast"), NEVER_MET, "5 seats")
FINDS(a_role_needs_its_seats, BODY("3..5", HALF " including 6 with role clerk", MOST), NEVER_MET, "5 seats")
FINDS(the_fewest_seats_can_meet_a_quorum, BODY("2..5", "at least 3 members", MOST), NOT_MET_BY_FEWEST,
      "only 2 seats")
CLEAN(all_can_be_asked_for, BODY("3..5", "at least 3 members", "at least 100% of votes cast"))
CLEAN(half_can_be_asked_for, BODY("1..1", HALF, MOST))
CLEAN(the_root_of_a_count_can_be_asked_for, BODY("2..3", HALF, "more than square root of members in office"))
FINDS(a_ballot_is_held_against_the_body_it_is_for,
      "ballot many {\n  carried by at least 8 votes for\n}\n" BODY(
          "3..5", HALF, MOST) "authority m of partnership {\n  | row | grade || decided_by | ballot |\n  | "
                              "A1 | - || b | many |\n}\n",
      NEVER_MET, "\"b\"")

#define SCORES(a, b, minimum)                                                                                \
    "scorecard s of partnership {\n  scale 1..10 whole\n  combined by mean\n  minimum applies to mean\n"     \
    "  | criterion | group | weight | minimum |\n  | a | - | " a " | " minimum " |\n  | b | - | " b          \
    " | - |\n}\n"
CLEAN(weights_are_all, SCORES("33.3%", "66.7%", "7"))
FINDS(weights_that_are_less_than_all_say_by_how_much, SCORES("33.3%", "66.6%", "7"), WEIGHTS,
      "99.9%, 0.1% less than 100%")
FINDS(weights_that_are_more_than_all_say_by_how_much, SCORES("50%", "60%", "7"), WEIGHTS,
      "110%, 10% more than 100%")
FINDS(a_minimum_is_on_the_scale, SCORES("50%", "50%", "11"), MINIMUM_OFF_SCALE,
      "11 is not on the scale 1..10")

Suite *thresholds_suite(void) {
    Suite *suite = suite_create("thresholds");
    TCase *tcase = tcase_create("thresholds");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_quorum_has_its_seats);
    tcase_add_test(tcase, more_than_all_seats_are_never_there);
    tcase_add_test(tcase, votes_need_their_seats);
    tcase_add_test(tcase, more_than_all_is_never_met);
    tcase_add_test(tcase, a_role_needs_its_seats);
    tcase_add_test(tcase, the_fewest_seats_can_meet_a_quorum);
    tcase_add_test(tcase, all_can_be_asked_for);
    tcase_add_test(tcase, half_can_be_asked_for);
    tcase_add_test(tcase, the_root_of_a_count_can_be_asked_for);
    tcase_add_test(tcase, a_ballot_is_held_against_the_body_it_is_for);
    tcase_add_test(tcase, weights_are_all);
    tcase_add_test(tcase, weights_that_are_less_than_all_say_by_how_much);
    tcase_add_test(tcase, weights_that_are_more_than_all_say_by_how_much);
    tcase_add_test(tcase, a_minimum_is_on_the_scale);
    return suite;
}
