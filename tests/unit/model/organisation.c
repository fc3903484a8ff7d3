/* Bodies, ballots, powers, escalations and reviews. */
#include "charter_text.h"

#define BODY(seats, quorum)                                                                                  \
    "body b {\n  seats " seats "\n  quorum " quorum "\n  carried by more than 1/2 of votes cast\n}\n"
REFUSED(a_body_has_seats,
        "body b {\n  quorum at least 1 members\n  carried by more than 1/2 of votes cast\n}\n",
        SETTING_NEEDED, "seats 5..9")
REFUSED(a_body_has_a_quorum, "body b {\n  seats 3..5\n  carried by more than 1/2 of votes cast\n}\n",
        SETTING_NEEDED, "quorum")
REFUSED(seats_run_upward, BODY("5..3", "at least 1 members"), RANGE_REVERSED, "seats")
REFUSED(a_body_has_a_seat, BODY("0..3", "at least 1 members"), RANGE_REVERSED, "at 1 or above")
REFUSED(a_quorum_is_counted_before_the_vote, BODY("3..5", "more than 1/2 of votes cast"), QUORUM_BASE,
        "votes cast")
REFUSED(a_quorum_names_a_role, BODY("3..5", "at least 3 members including 1 with role clark"), UNKNOWN_NAME,
        "did you mean \"clerk\"?")
REFUSED(one_body_for_each_member_of_an_enum, "office o for each board\n", WRONG_KIND_OF_NAME, "an enum")
REFUSED(a_ballot_says_what_carries, "ballot b {\n  open at least 3 days\n}\n", SETTING_NEEDED, "carried")

#define POWERS(rows) "powers {\n  | act | who |\n" rows "}\n"
ACCEPTED(powers_are_given_to_roles_offices_and_bodies,
         POWERS("  | open | clerk, ceo |\n  | record | clerk |\n  | ratify | board |\n  | erase | "
                "leader[health] |\n"))
REFUSED(an_act_is_known, POWERS("  | opne | clerk |\n"), UNKNOWN_ACT, "did you mean \"open\"?")
REFUSED(an_act_has_one_row, POWERS("  | open | clerk |\n  | open | ceo |\n"), ACT_TWICE, "open")
REFUSED(who_may_is_known, POWERS("  | open | clark |\n"), UNKNOWN_NAME, "did you mean \"clerk\"?")
REFUSED(somebody_may, POWERS("  | open | - |\n"), CELL_NEEDS, "roles, offices or bodies")
REFUSED(which_leader_may_is_said, POWERS("  | open | leader |\n"), INDEX_NEEDED, "leader")
REFUSED(a_power_does_not_hang_on_a_case, POWERS("  | open | leader[vertical] |\n"), CONSTANT_NEEDED,
        "vertical")
REFUSED(powers_have_two_columns, "powers {\n  | who | act |\n  | clerk | open |\n}\n", WRONG_COLUMNS,
        "| act | who |")

#define ESCALATION(head, rows)                                                                               \
    "escalation e" head " {\n  starts when objection\n  | level | to | within | on silence |\n" rows "}\n"
ACCEPTED(an_escalation_goes_to_the_same_vertical,
         ESCALATION(" for each vertical",
                    "  | 1 | leader[vertical] | 3 days | next |\n  | 2 | ceo | 1 week | reject |\n"))
REFUSED(an_escalation_starts,
        "escalation e {\n  | level | to | within | on silence |\n  | 1 | ceo | 3 days | reject |\n}\n",
        SETTING_NEEDED, "starts")
REFUSED(levels_are_counted, ESCALATION("", "  | 2 | ceo | 3 days | reject |\n"), CELL_NEEDS, "counted from 1")
REFUSED(a_level_goes_to_somebody, ESCALATION("", "  | 1 | clerk | 3 days | reject |\n"), WRONG_KIND_OF_NAME,
        "an office")
REFUSED(a_level_says_which_leader, ESCALATION("", "  | 1 | leader[vertical] | 3 days | reject |\n"),
        INDEX_NEEDED, "for each vertical")
REFUSED(a_level_has_time, ESCALATION("", "  | 1 | ceo | soon | reject |\n"), CELL_NEEDS, "10 working days")
REFUSED(a_level_ends_with_a_day, ESCALATION("", "  | 1 | ceo | 3 hours | reject |\n"), HOURS_HERE,
        "working days")
REFUSED(silence_means_something, ESCALATION("", "  | 1 | ceo | 3 days | wait |\n"), CELL_NEEDS, "reject")
REFUSED(the_last_level_has_no_next, ESCALATION("", "  | 1 | ceo | 3 days | next |\n"), LAST_LEVEL, "reject")

#define REVIEW(head, lines) "review r" head " {\n  | principle | question |\n  | a | \"b?\" |\n" lines "}\n"
#define ASK(ways)           "  step ask answers each principle then " ways "\n"
#define OUTCOMES            "  outcome fine\n  outcome bad\n"
ACCEPTED(a_review_need_not_name_the_only_group,
         REVIEW(" by board", ASK("fine when concerns < 2, bad otherwise") OUTCOMES))
REFUSED(a_review_is_by_a_body, REVIEW("", ASK("fine when concerns = 0, bad otherwise") OUTCOMES), PART_NEEDED,
        "by BODY")
REFUSED(a_review_is_by_one_body, REVIEW(" by council", ASK("fine when concerns = 0, bad otherwise") OUTCOMES),
        INDEX_NEEDED, "council")
REFUSED(a_review_has_steps, REVIEW(" by board", OUTCOMES), SETTING_NEEDED, "step")
REFUSED(a_review_comes_to_an_end, REVIEW(" by board", ASK("ask otherwise") OUTCOMES), STEP_ENDLESS, "ask")
REFUSED(answers_are_to_questions,
        "review r by board {\n" ASK("fine when concerns = 0, bad otherwise") OUTCOMES "}\n", TABLE_NEEDED,
        "| principle | question |")
REFUSED(a_question_is_a_text,
        "review r by board {\n  | principle | question |\n  | a | b |\n" ASK(
            "fine when concerns = 0, bad otherwise") OUTCOMES "}\n",
        CELL_NEEDS, "in quotes")
REFUSED(a_way_leads_to_a_step_or_an_outcome,
        REVIEW(" by board", ASK("fien when concerns = 0, bad otherwise") OUTCOMES), UNKNOWN_NAME,
        "did you mean \"fine\"?")
REFUSED(the_last_way_has_no_condition,
        REVIEW(" by board", ASK("fine when concerns = 0, bad when concerns > 0") OUTCOMES), OTHERWISE_NEEDED,
        "bad otherwise")
REFUSED(only_the_last_way_has_no_condition,
        REVIEW(" by board", ASK("fine otherwise, bad otherwise") OUTCOMES), OTHERWISE_EARLY, "put it last")
REFUSED(a_step_is_reached,
        REVIEW(" by board",
               ASK("fine when concerns = 0, bad otherwise") "  step other by vote then bad\n" OUTCOMES),
        STEP_UNREACHED, "other")
REFUSED(not_applicable_is_nobodys_choice,
        REVIEW(" by board", ASK("not_applicable when concerns = 0, bad otherwise") OUTCOMES),
        NOT_APPLICABLE_STEP, "applies")
REFUSED(a_way_has_a_condition_of_yes_or_no,
        REVIEW(" by board", ASK("fine when concerns, bad otherwise") OUTCOMES), WRONG_TYPE, "yes or no")
REFUSED(a_review_is_held_again_when_a_fact_changes,
        REVIEW(" by board",
               ASK("fine when concerns = 0, bad otherwise") OUTCOMES "  reassess when shares changed\n"),
        UNKNOWN_NAME, "did you mean \"share\"?")

#define FINE ASK("fine when concerns = 0, bad otherwise")
REFUSED(what_an_outcome_opens_comes_after_some_time,
        REVIEW(" by board", FINE "  outcome fine opens flow every 0 months\n  outcome bad\n"), COUNT_NEEDED,
        "not 0")
REFUSED(what_an_outcome_opens_comes_on_days,
        REVIEW(" by board", FINE "  outcome fine opens flow every 48 hours\n  outcome bad\n"), HOURS_HERE,
        "opened again and again")
REFUSED(what_an_outcome_opens_is_counted_from_one,
        REVIEW(" by board", FINE "  outcome fine opens flow every 1 month, 0 times\n  outcome bad\n"),
        COUNT_NEEDED, "not 0")
REFUSED(a_review_is_held_again_in_one_workflow,
        REVIEW(" by board", FINE OUTCOMES
               "  reassess every 12 months opens flow\n  reassess when share changed opens other\n"),
        REASSESSED_TWICE, "held again in \"flow\", and here in \"other\"")
START_TEST(a_review_is_held_again_where_a_step_holds_it) {
    static const char RULES[] =
        CHARTER_TEXT REVIEW(" by board", FINE OUTCOMES "  reassess every 12 months opens flow\n");
    check_texts(RULES, FLOW_TEXT);
    ck_assert_only(DIAG_NOT_REASSESSED, "a step with review: r");
    checked_end();
    check_texts(RULES,
                FLOW_HEAD "  first: { review: r, next: { fine: done, bad: done } }\n  done: { end: done }\n");
    ck_assert_right();
    checked_end();
}
END_TEST

REFUSED(a_level_that_could_not_be_read_is_counted,
        "escalation e {\n  starts when undecided for 30 days\n  | level | to | within | on silence |\n"
        "  | 1 | ceo | 10 fortnights | next |\n  | 2 | ceo | 5 days | next |\n"
        "  | 3 | board | 5 days | reject |\n}\n",
        UNKNOWN_UNIT, "fortnights")

Suite *organisation_suite(void) {
    Suite *suite = suite_create("organisation");
    TCase *tcase = tcase_create("organisation");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_body_has_seats);
    tcase_add_test(tcase, a_body_has_a_quorum);
    tcase_add_test(tcase, seats_run_upward);
    tcase_add_test(tcase, a_body_has_a_seat);
    tcase_add_test(tcase, a_quorum_is_counted_before_the_vote);
    tcase_add_test(tcase, a_quorum_names_a_role);
    tcase_add_test(tcase, one_body_for_each_member_of_an_enum);
    tcase_add_test(tcase, a_ballot_says_what_carries);
    tcase_add_test(tcase, powers_are_given_to_roles_offices_and_bodies);
    tcase_add_test(tcase, an_act_is_known);
    tcase_add_test(tcase, an_act_has_one_row);
    tcase_add_test(tcase, who_may_is_known);
    tcase_add_test(tcase, somebody_may);
    tcase_add_test(tcase, which_leader_may_is_said);
    tcase_add_test(tcase, a_power_does_not_hang_on_a_case);
    tcase_add_test(tcase, powers_have_two_columns);
    tcase_add_test(tcase, an_escalation_goes_to_the_same_vertical);
    tcase_add_test(tcase, an_escalation_starts);
    tcase_add_test(tcase, levels_are_counted);
    tcase_add_test(tcase, a_level_goes_to_somebody);
    tcase_add_test(tcase, a_level_says_which_leader);
    tcase_add_test(tcase, a_level_has_time);
    tcase_add_test(tcase, a_level_ends_with_a_day);
    tcase_add_test(tcase, silence_means_something);
    tcase_add_test(tcase, the_last_level_has_no_next);
    tcase_add_test(tcase, a_review_need_not_name_the_only_group);
    tcase_add_test(tcase, a_review_is_by_a_body);
    tcase_add_test(tcase, a_review_is_by_one_body);
    tcase_add_test(tcase, a_review_has_steps);
    tcase_add_test(tcase, a_review_comes_to_an_end);
    tcase_add_test(tcase, answers_are_to_questions);
    tcase_add_test(tcase, a_question_is_a_text);
    tcase_add_test(tcase, a_way_leads_to_a_step_or_an_outcome);
    tcase_add_test(tcase, the_last_way_has_no_condition);
    tcase_add_test(tcase, only_the_last_way_has_no_condition);
    tcase_add_test(tcase, a_step_is_reached);
    tcase_add_test(tcase, not_applicable_is_nobodys_choice);
    tcase_add_test(tcase, a_way_has_a_condition_of_yes_or_no);
    tcase_add_test(tcase, a_review_is_held_again_when_a_fact_changes);
    tcase_add_test(tcase, what_an_outcome_opens_comes_after_some_time);
    tcase_add_test(tcase, what_an_outcome_opens_comes_on_days);
    tcase_add_test(tcase, what_an_outcome_opens_is_counted_from_one);
    tcase_add_test(tcase, a_review_is_held_again_in_one_workflow);
    tcase_add_test(tcase, a_review_is_held_again_where_a_step_holds_it);
    tcase_add_test(tcase, a_level_that_could_not_be_read_is_counted);
    return suite;
}
