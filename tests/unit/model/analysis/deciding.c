/* Who decides, who may, and where what they leave undecided goes. */
#include "analysed.h"

/* --- deciders ------------------------------------------------------------------------------------------- */

#define OTHER_FACTS                                                                                          \
    "facts trip {\n  owner : person, optional\n  place : vertical, optional\n  far : yes_no\n}\n"
#define MATRIX_OF_ONE(who, ballot)                                                                           \
    "authority m of partnership {\n  | row | grade || decided_by | ballot |\n  | A1 | - || " who             \
    " | " ballot " |\n}\n"
#define MATRIX(columns, rows) "authority m of trip {\n  | row | " columns " |\n" rows "}\n"

WARNS(a_person_who_may_be_missing_cannot_be_relied_on, analyse_deciders,
      OTHER_FACTS MATRIX("far || decided_by", "  | A1 | - || owner |\n"), NULL, DECIDER_MISSING,
      "\"owner\" can be missing, and then nobody decides what the row A1 of \"m\"")
WARNS(a_council_of_what_may_be_missing_cannot_be_relied_on, analyse_deciders,
      OTHER_FACTS MATRIX("far || decided_by", "  | A1 | - || council[place] then board |\n"), NULL,
      DECIDER_MISSING, "\"place\"")
IS_SILENT(a_row_that_takes_known_values_has_its_decider, analyse_deciders,
          OTHER_FACTS MATRIX("place || decided_by",
                             "  | A1 | not missing || council[place] |\n  | A2 | missing || board |\n"),
          NULL)

#define POWERS(rows) "powers {\n  | act | who |\n" rows "}\n"
WARNS(nobody_opens_and_decides_alone, analyse_deciders, POWERS("  | open | ceo |\n"), NULL, OPENS_AND_DECIDES,
      "only \"ceo\" may open a case")
IS_SILENT(others_who_may_open_help, analyse_deciders, POWERS("  | open | ceo, clerk |\n"), NULL)
IS_SILENT(one_of_several_is_enough_without_who_opens, analyse_deciders,
          "office cfo\n" POWERS("  | open | cfo |\n") MATRIX_OF_ONE("1 of (cfo, ceo)", "-"), NULL)
WARNS(all_of_several_need_who_opens, analyse_deciders,
      "office cfo\n" POWERS("  | open | cfo |\n") MATRIX_OF_ONE("2 of (cfo, ceo)", "-"), NULL,
      OPENS_AND_DECIDES, "cfo")
WARNS(nobody_in_a_line_votes_by_a_ballot, analyse_deciders,
      "register employees {\n  id : person, key\n  manager : person, optional\n  limit : money "
      "USD\n}\n" MATRIX_OF_ONE("first in employees.manager from sponsor whose limit covers fee", "slow"),
      NULL, BALLOT_OF_ONE, "\"slow\"")
WARNS(a_ballot_needs_a_body, analyse_deciders, "office cfo\n" MATRIX_OF_ONE("cfo and ceo", "slow"), NULL,
      BALLOT_OF_ONE, "\"slow\"")
IS_SILENT(a_ballot_holds_for_the_body_among_them, analyse_deciders, MATRIX_OF_ONE("ceo then board", "slow"),
          NULL)

/* --- powers --------------------------------------------------------------------------------------------- */

#define ENOUGH "  | open | clerk |\n  | import | clerk |\n"
WARNS(who_changes_the_rules_is_said, analyse_powers, POWERS(ENOUGH), FLOW_TEXT, LOCKED_OUT,
      "put a new edition of the rules in force: these rules can never be changed; add a row to the powers: | "
      "ratify | ROLE |")
WARNS(who_enters_people_is_said, analyse_powers, POWERS("  | open | clerk |\n  | ratify | board |\n"),
      FLOW_TEXT, LOCKED_OUT, "after them nobody could")
WARNS(who_opens_is_said, analyse_powers, POWERS("  | import | clerk |\n  | ratify | board |\n"), FLOW_TEXT,
      POWER_OF_NOBODY, "no case can ever begin")
WARNS(who_fills_a_register_is_said, analyse_powers,
      "register r {\n  id : person, key\n}\n" POWERS(ENOUGH "  | ratify | board |\n"), FLOW_TEXT,
      POWER_OF_NOBODY, "| register | ROLE |")
WARNS(who_erases_is_said, analyse_powers,
      "facts visit {\n  guest : text, personal\n}\n" POWERS(ENOUGH "  | ratify | board |\n"), FLOW_TEXT,
      POWER_OF_NOBODY, "no personal fact can ever be erased")
IS_SILENT(powers_that_are_enough_are_enough, analyse_powers, POWERS(ENOUGH "  | ratify | board |\n"),
          FLOW_TEXT)
#define LOCKS(import, ratify)                                                                                \
    POWERS("  | open | clerk |\n  | import | " import " |\n  | ratify | " ratify " |\n")
WARNS(an_office_that_alone_enters_people_is_lost_with_its_holder, analyse_lockouts, LOCKS("ceo", "board"),
      FLOW_TEXT, FILLED_BY_ITSELF,
      "while nobody holds that office, nobody can be entered there, nor into any other office, seat or role, "
      "once the founder of the book is gone; then \"board\" can still put in force an edition")
WARNS(a_body_that_alone_enters_people_is_lost_with_its_members, analyse_lockouts,
      LOCKS("board", "ceo, clerk"), FLOW_TEXT, FILLED_BY_ITSELF, "that body has no members")
WARNS(one_of_the_offices_for_each_member_is_one, analyse_lockouts, LOCKS("leader[health]", "board"),
      FLOW_TEXT, FILLED_BY_ITSELF, "only \"leader[health]\" may enter people")
WARNS(a_body_that_alone_changes_all_locks_everybody_out, analyse_lockouts, LOCKS("board", "board"), FLOW_TEXT,
      ALL_BY_ONE, "\"board\" alone may enter people and put a new edition in force")
WARNS(a_role_that_alone_changes_all_locks_everybody_out, analyse_lockouts, LOCKS("clerk", "clerk"), FLOW_TEXT,
      ALL_BY_ONE, "while nobody has that role")
IS_SILENT(a_role_that_enters_people_can_be_helped_by_who_ratifies, analyse_lockouts, LOCKS("clerk", "ceo"),
          FLOW_TEXT)
IS_SILENT(two_offices_fill_each_other, analyse_lockouts, "office cfo\n" LOCKS("ceo, cfo", "ceo"), FLOW_TEXT)
IS_SILENT(offices_for_each_member_are_several, analyse_lockouts,
          LOCKS("leader[health], leader[finance]", "leader[health]"), FLOW_TEXT)

WARNS(rules_that_give_no_powers_are_told_so_once, analyse_powers, "", FLOW_TEXT, NO_POWERS, "powers {")
IS_SILENT(rules_without_workflows_need_no_powers, analyse_powers, "", NULL)

/* --- amounts that can be split -------------------------------------------------------------------------- */

#define BY_AMOUNT(columns, rows)                                                                             \
    "authority m of partnership {\n  | row | " columns " || decided_by |\n" rows "}\n"
#define TWO_STEPS "  | A1 | < USD 5 || ceo |\n  | A2 | >= USD 5 || board |\n"
#define SPENT                                                                                                \
    "total spent of partnership for each sponsor {\n  sums fee\n  over 12 months\n  counting this\n}\n"

WARNS(an_amount_that_decides_who_approves_can_be_split, analyse_splitting, BY_AMOUNT("fee", TWO_STEPS), NULL,
      CAN_BE_SPLIT, "\"fee\" decides who approves, each case by itself")
WARNS(an_amount_that_is_worked_out_can_be_split, analyse_splitting,
      "definition twice of partnership {\n  means fee * 2\n}\n" BY_AMOUNT("twice", TWO_STEPS), NULL,
      CAN_BE_SPLIT, "sums     twice")
WARNS(other_columns_are_held_alike, analyse_splitting,
      BY_AMOUNT("grade | fee", "  | A1 | low | - || ceo |\n  | A2 | high | < USD 5 || ceo |\n"
                               "  | A3 | high | >= USD 5 || board |\n"),
      NULL, CAN_BE_SPLIT, "\"m\"")
IS_SILENT(a_total_beside_the_amount_sees_the_parts, analyse_splitting,
          SPENT BY_AMOUNT("fee | spent",
                          "  | A1 | < USD 5 | < USD 9 || ceo |\n  | A2 | >= USD 5 | < USD 9 || board |\n"
                          "  | A3 | - | >= USD 9 || board |\n"),
          NULL)
IS_SILENT(a_definition_may_read_the_total, analyse_splitting,
          SPENT "definition much of partnership {\n  means spent > USD 9\n}\n" BY_AMOUNT(
              "fee | much", "  | A1 | < USD 5 | no || ceo |\n  | A2 | >= USD 5 | - || board |\n"
                            "  | A3 | < USD 5 | yes || board |\n"),
          NULL)
IS_SILENT(an_amount_that_changes_nothing_need_not_be_split, analyse_splitting,
          BY_AMOUNT("fee", "  | A1 | < USD 5 || board |\n  | A2 | >= USD 5 || board |\n"), NULL)
IS_SILENT(another_column_may_change_who_decides, analyse_splitting,
          BY_AMOUNT("grade | fee", "  | A1 | low | >= USD 5 || ceo |\n  | A2 | high | >= USD 5 || board |\n"
                                   "  | A3 | - | < USD 5 || ceo |\n"),
          NULL)

/* --- escalations ---------------------------------------------------------------------------------------- */

#define ESCALATION(name, levels)                                                                             \
    "escalation " name " {\n  starts when objection\n  | level | to | within | on silence |\n" levels "}\n"
#define FIRST(who)  "  | 1 | " who " | 3 days | next |\n"
#define SECOND(who) "  | 2 | " who " | 3 days | next |\n"
#define THIRD(who)  "  | 3 | " who " | 3 days | reject |\n"
#define ONLY(who)   "  | 1 | " who " | 3 days | reject |\n"
#define DECISIONS(rows)                                                                                      \
    "authority m of partnership {\n  | row | grade || decided_by | escalation |\n" rows "}\n"

WARNS(who_kept_silent_is_not_asked_again, analyse_escalations,
      ESCALATION("e", FIRST("board") SECOND("ceo") THIRD("board")), NULL, LEVEL_AGAIN,
      "level 3 asks \"board\" again, who kept silent at level 1")
WARNS(a_question_does_not_go_back, analyse_escalations,
      ESCALATION("e", FIRST("ceo") "  | 2 | board | 3 days | reject |\n")
          DECISIONS("  | A1 | - || board | e |\n"),
      NULL, ESCALATES_TO_SELF, "goes back to \"board\", at level 2 of \"e\"")
IS_SILENT(one_leader_escalates_to_another, analyse_escalations,
          "escalation e for each vertical {\n  starts when objection\n"
          "  | level | to | within | on silence |\n" ONLY("leader[vertical]") "}\n" DECISIONS(
              "  | A1 | - || leader[health] | e[finance] |\n"),
          NULL)
WARNS(a_circle_of_two_is_found, analyse_escalations,
      ESCALATION("e", ONLY("ceo")) ESCALATION("f", ONLY("board"))
          DECISIONS("  | A1 | low || board | e |\n  | A2 | high || ceo | f |\n"),
      NULL, ESCALATION_CIRCLE, "from board to ceo to board")
WARNS(a_circle_of_three_is_found_once, analyse_escalations,
      "office cfo\n" ESCALATION("e", ONLY("cfo")) ESCALATION("f", ONLY("ceo")) ESCALATION("g", ONLY("board"))
          DECISIONS("  | A1 | low || board | e |\n  | A2 | high || cfo | f "
                    "|\n") "authority n of partnership {\n  | row | grade || "
                           "decided_by | escalation |\n"
                           "  | B1 | - || ceo | g |\n}\n",
      NULL, ESCALATION_CIRCLE, "circle")
IS_SILENT(a_ladder_is_no_circle, analyse_escalations,
          ESCALATION("e", FIRST("ceo") "  | 2 | board | 3 days | reject |\n")
              DECISIONS("  | A1 | - || council[vertical] | e |\n"),
          NULL)

Suite *deciding_suite(void) {
    Suite *suite = suite_create("deciding");
    TCase *tcase = tcase_create("deciding");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_person_who_may_be_missing_cannot_be_relied_on);
    tcase_add_test(tcase, a_council_of_what_may_be_missing_cannot_be_relied_on);
    tcase_add_test(tcase, a_row_that_takes_known_values_has_its_decider);
    tcase_add_test(tcase, nobody_opens_and_decides_alone);
    tcase_add_test(tcase, others_who_may_open_help);
    tcase_add_test(tcase, one_of_several_is_enough_without_who_opens);
    tcase_add_test(tcase, all_of_several_need_who_opens);
    tcase_add_test(tcase, nobody_in_a_line_votes_by_a_ballot);
    tcase_add_test(tcase, a_ballot_needs_a_body);
    tcase_add_test(tcase, a_ballot_holds_for_the_body_among_them);
    tcase_add_test(tcase, who_changes_the_rules_is_said);
    tcase_add_test(tcase, who_enters_people_is_said);
    tcase_add_test(tcase, who_opens_is_said);
    tcase_add_test(tcase, who_fills_a_register_is_said);
    tcase_add_test(tcase, who_erases_is_said);
    tcase_add_test(tcase, powers_that_are_enough_are_enough);
    tcase_add_test(tcase, an_office_that_alone_enters_people_is_lost_with_its_holder);
    tcase_add_test(tcase, a_body_that_alone_enters_people_is_lost_with_its_members);
    tcase_add_test(tcase, one_of_the_offices_for_each_member_is_one);
    tcase_add_test(tcase, a_body_that_alone_changes_all_locks_everybody_out);
    tcase_add_test(tcase, a_role_that_alone_changes_all_locks_everybody_out);
    tcase_add_test(tcase, a_role_that_enters_people_can_be_helped_by_who_ratifies);
    tcase_add_test(tcase, two_offices_fill_each_other);
    tcase_add_test(tcase, offices_for_each_member_are_several);
    tcase_add_test(tcase, rules_that_give_no_powers_are_told_so_once);
    tcase_add_test(tcase, rules_without_workflows_need_no_powers);
    tcase_add_test(tcase, who_kept_silent_is_not_asked_again);
    tcase_add_test(tcase, a_question_does_not_go_back);
    tcase_add_test(tcase, one_leader_escalates_to_another);
    tcase_add_test(tcase, a_circle_of_two_is_found);
    tcase_add_test(tcase, a_circle_of_three_is_found_once);
    tcase_add_test(tcase, a_ladder_is_no_circle);
    tcase_add_test(tcase, an_amount_that_decides_who_approves_can_be_split);
    tcase_add_test(tcase, an_amount_that_is_worked_out_can_be_split);
    tcase_add_test(tcase, other_columns_are_held_alike);
    tcase_add_test(tcase, a_total_beside_the_amount_sees_the_parts);
    tcase_add_test(tcase, a_definition_may_read_the_total);
    tcase_add_test(tcase, an_amount_that_changes_nothing_need_not_be_split);
    tcase_add_test(tcase, another_column_may_change_who_decides);
    return suite;
}
