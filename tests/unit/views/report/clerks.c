#include "documents.h"

/* --- refusals and problems ------------------------------------------------------------------------------ */

START_TEST(a_refusal_says_what_why_and_what_would_make_it_pass) {
    ck_assert_str_eq(
        shown("{'kind': 'refusal', 'code': 'NO_POWER', 'sentence': 'emil may not open a case',"
              "'rule': 'rules/charter.bylaw:69', 'mend': 'business_development may', 'logged': true}"),
        "Refused: emil may not open a case.\n  rule  rules/charter.bylaw:69\n"
        "  mend  business_development may\n"
        "Nothing was changed in the book; the attempt was noted beside it.\n");
}
END_TEST

START_TEST(a_refusal_that_could_not_be_noted_does_not_say_that_it_was) {
    ck_assert_hides("{'kind': 'refusal', 'sentence': 'no', 'logged': false}", "noted");
}
END_TEST

START_TEST(a_problem_says_its_mend) {
    ck_assert_str_eq(shown("{'kind': 'problem', 'sentence': 'x.book is no book', 'mend': 'name another'}"),
                     "bylaw: x.book is no book\n  mend  name another\n");
}
END_TEST

/* --- what is done and what is next ---------------------------------------------------------------------- */

#define WAITS                                                                                                \
    "'waits': [{'case': 'PRT-2026-001', 'step': 'roadmap', 'sentence': 'waits for bela', 'due': "            \
    "'2026-04-14'},"                                                                                         \
    "{'case': 'PRT-2026-001', 'step': 'board', 'sentence': 'waits for the board', 'due': '2026-04-01', "     \
    "'overdue': true},"                                                                                      \
    "{'case': 'PRT-2026-002', 'step': 'board', 'sentence': 'waits for the board'}]"

START_TEST(an_act_says_what_it_did_and_what_is_next) {
    ck_assert_str_eq(
        shown("{'kind': 'act', 'verb': 'submit', 'signed': true, 'scope': 'PRT-2026-001', 'version': 7,"
              "'fell_due': [], 'entries': [{'entry_kind': 'step_ended', 'sentence': 'the step x "
              "ended'}], " WAITS "}"),
        "PRT-2026-001, version 7\n  the step x ended\nNext\n"
        "  roadmap  waits for bela, due by 2026-04-14\n"
        "  board    waits for the board, overdue, was due by 2026-04-01\n"
        "  board    waits for the board\n");
}
END_TEST

START_TEST(what_fell_due_first_is_said_first) {
    ck_assert_str_eq(shown("{'kind': 'act', 'signed': true, 'fell_due': [{'scope': 'PRT-1', 'sentence': "
                           "'board was due'}], 'entries': []}"),
                     "Fell due by then\n  PRT-1: board was due\n");
    ck_assert_str_eq(shown("{'kind': 'act', 'signed': true, 'fell_due': [], 'entries': []}"),
                     "Nothing has fallen due.\n");
}
END_TEST

START_TEST(an_unsigned_head_is_not_passed_over) {
    ck_assert_shows("{'kind': 'act', 'signed': false, 'entries': [{'sentence': 'x'}]}", "not signed yet");
}
END_TEST

START_TEST(the_docket_names_each_case_once) {
    ck_assert_str_eq(shown("{'kind': 'docket', 'day': '2026-04-02', 'open_cases': 2, " WAITS "}"),
                     "Docket of 2026-04-02: 2 open cases\n"
                     "  PRT-2026-001  roadmap  waits for bela, due by 2026-04-14\n"
                     "                board    waits for the board, overdue, was due by 2026-04-01\n"
                     "  PRT-2026-002  board    waits for the board\n");
    ck_assert_shows("{'kind': 'docket', 'day': '2026-04-02', 'open_cases': 0, 'waits': []}", "nothing waits");
}
END_TEST

START_TEST(a_case_shows_its_facts_with_who_gave_them_and_in_which_entry) {
    const char *json =
        "{'kind': 'case', 'number': 'PRT-2026-001', 'version': 12, 'ended': false, 'opener': 'Amara',"
        "'opened': '2026-03-02', 'facts': [{'name': 'vertical', 'value': 'health', 'entry': 40, 'giver': "
        "'Amara'}],"
        "'steps': [{'name': 'board', 'open': true, 'entered': '2026-03-20', 'due': '2026-04-01', 'decider': "
        "'the_board'}],"
        "'recusals': [{'person': 'Carl', 'because': 'he scored it'}], 'waits': []}";
    ck_assert_shows(json, "Case PRT-2026-001, version 12\n");
    ck_assert_shows(json, "  vertical  health  stated by Amara, entry 40\n");
    ck_assert_shows(json, "  board  2026-03-20  open, due by 2026-04-01, for the_board to decide\n");
    ck_assert_shows(json, "  Carl: he scored it\n");
}
END_TEST

START_TEST(a_long_sentence_goes_on_below_where_it_began) {
    char words[160] = "", json[400];
    for (int i = 0; i < 12; i++) strcat(words, "alpha beta ");
    snprintf(json, sizeof json, "{'kind': 'act', 'signed': true, 'entries': [{'sentence': '%somega'}]}",
             words);
    const char *text = shown(json), *second = strchr(text, '\n') + 1;
    ck_assert_uint_le((size_t)(second - text), 112);
    ck_assert_msg(strncmp(second, "  alpha", 7) == 0 || strncmp(second, "  beta", 6) == 0, "%s", text);
    ck_assert_ptr_nonnull(strstr(text, "omega\n"));
}
END_TEST

/* --- history -------------------------------------------------------------------------------------------- */

#define COMMAND                                                                                              \
    "{'seq': 70, 'entry_kind': 'command', 'happened': '2026-03-24T12:00:00-04:00', 'recorded': "             \
    "'2026-11-23T10:00:00-05:00',"                                                                           \
    "'actor': {'name': 'Emil Sand'}, 'recorder': {'name': 'Dina Haddad'}, 'sentence': 'move'}"
#define CLOSED                                                                                               \
    "{'seq': 71, 'entry_kind': 'closed', 'sentence': 'M-2026-001 was carried',"                              \
    "'names': {'P-000006': 'Emil Sand', 'P-000007': 'Farah Aziz'}, 'body': {"                                \
    "'roll': {'in_favour': ['P-000006', 'P-000007'], 'recused': ['P-000004'], 'against': []},"               \
    "'comparisons': [{'of': 'carried', 'rule': 'more than 1/2 of votes cast', 'counted': 'votes for', "      \
    "'count': 3,"                                                                                            \
    "'relation': '>', 'needed': '2', 'base': 'votes cast', 'base_count': 4, 'held': true},"                  \
    "{'of': 'quorum', 'rule': 'at least 3 members', 'counted': 'members present', 'count': 2, 'relation': "  \
    "'>=', 'needed': '3',"                                                                                   \
    "'base': '', 'base_count': 0, 'held': false}]}}"
#define HISTORY "{'kind': 'history', 'scope': 'PRT-2026-001', 'entries': [" COMMAND "," CLOSED "]}"

START_TEST(an_entry_says_who_when_and_that_it_was_recorded_later_by_another) {
    ck_assert_shows(
        HISTORY, "    70  2026-03-24 12:00  Emil Sand: move   (recorded 2026-11-23 10:00 by Dina Haddad)\n");
}
END_TEST

START_TEST(what_is_recorded_at_once_by_whoever_did_it_says_no_more) {
    ck_assert_hides("{'kind': 'history', 'entries': [{'seq': 1, 'entry_kind': 'command', 'happened': "
                    "'2026-03-24T12:00:00-04:00',"
                    "'recorded': '2026-03-24T12:00:00-04:00', 'actor': {'name': 'A'}, 'recorder': {'name': "
                    "'A'}, 'sentence': 'move'}]}",
                    "recorded");
}
END_TEST

START_TEST(what_came_by_itself_names_nobody) {
    ck_assert_shows("{'kind': 'history', 'entries': [{'seq': 1, 'entry_kind': 'command', 'happened': "
                    "'2026-03-24T12:00:00-04:00',"
                    "'recorded': '2026-03-24T12:00:00-04:00', 'sentence': 'advance'}]}",
                    "by itself: advance\n");
}
END_TEST

START_TEST(a_closed_ballot_prints_every_comparison_and_its_roll) {
    ck_assert_shows(HISTORY, "carried       votes for 3 > 1/2 of votes cast 4 = 2: yes\n");
    ck_assert_shows(HISTORY, "quorum        members present 2 >= 3: no\n");
    ck_assert_shows(HISTORY, "for           2: Emil Sand, Farah Aziz\n");
    ck_assert_shows(HISTORY, "recused       1: P-000004\n");
    ck_assert_hides(HISTORY, "against");
}
END_TEST

Suite *clerks_suite(void) {
    Suite *suite = suite_create("report: what a clerk reads");
    TCase *refusals = tcase_create("refusals");
    tcase_add_test(refusals, a_refusal_says_what_why_and_what_would_make_it_pass);
    tcase_add_test(refusals, a_refusal_that_could_not_be_noted_does_not_say_that_it_was);
    tcase_add_test(refusals, a_problem_says_its_mend);
    suite_add_tcase(suite, refusals);
    TCase *standing = tcase_create("what stands");
    tcase_add_test(standing, an_act_says_what_it_did_and_what_is_next);
    tcase_add_test(standing, a_long_sentence_goes_on_below_where_it_began);
    tcase_add_test(standing, what_fell_due_first_is_said_first);
    tcase_add_test(standing, an_unsigned_head_is_not_passed_over);
    tcase_add_test(standing, the_docket_names_each_case_once);
    tcase_add_test(standing, a_case_shows_its_facts_with_who_gave_them_and_in_which_entry);
    suite_add_tcase(suite, standing);
    TCase *history = tcase_create("history");
    tcase_add_test(history, an_entry_says_who_when_and_that_it_was_recorded_later_by_another);
    tcase_add_test(history, what_is_recorded_at_once_by_whoever_did_it_says_no_more);
    tcase_add_test(history, what_came_by_itself_names_nobody);
    tcase_add_test(history, a_closed_ballot_prints_every_comparison_and_its_roll);
    suite_add_tcase(suite, history);
    return suite;
}
