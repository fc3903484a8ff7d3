/* Agendas: the clerk's order, what is carried together, and who reviews what comes up. */
#include "question.h"

#define CLUB                                                                                                 \
    "enum topic { outing \"An outing\", colour \"A colour\", budget \"A budget\" }\n"                        \
    "body club \"The Club\" {\n"                                                                             \
    "  seats   1..9\n"                                                                                       \
    "  quorum  at least 2 members\n"                                                                         \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "ballot routine {\n"                                                                                     \
    "  unopposed is carried on the consent agenda\n"                                                         \
    "  carried   by more than 1/2 of votes cast\n"                                                           \
    "}\n"                                                                                                    \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic  || decided_by | ballot  |\n"                                                           \
    "  | T1  | outing || club       | routine |\n"                                                           \
    "  | T2  | colour || club       | routine |\n"                                                           \
    "  | T3  | budget || club       | -       |\n"                                                           \
    "}\n"
#define MEMBERS                                                                                              \
    "import '{bodies: {club: {chair: emil, members: [{person: emil, from: 2026-01-01},"                      \
    " {person: farah, from: 2026-01-01}, {person: hana, from: 2026-01-01}]}}}'"

/* PRT-1 and PRT-2 wait for the club, which meets on 10 March. */
static void set_up_for(const char *topic) {
    new_question_book(topic, "denied", CLUB);
    allow(book, "dina", "2026-01-06", MEMBERS);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    allow(book, "amara", "2026-03-03", "open question name=EduData vertical=health");
    allow(book, "dina", "2026-03-04", "convene club --on 2026-03-10");
}

static void set_up(void) {
    set_up_for("outing");
}

static Text agenda(void) {
    State *state = book_state(book);
    AgendaItems items = {0};
    Buf all = buf_new(book->arena);
    Date day;
    ck_assert(date_parse(TEXT("2026-03-05"), &day));
    agenda_of(state, state_meeting(state, TEXT("MTG-2026-001")), day, &items);
    for (size_t i = 0; i < items.len; i++)
        buf_format(&all, "%s%.*s%.*s%s", i ? "; " : "", TEXT_ARG(items.at[i].subject),
                   TEXT_ARG(items.at[i].text), items.at[i].together ? " together" : "");
    return buf_done(&all);
}

START_TEST(what_waits_for_the_body_stands_on_its_agenda_as_it_is_due) {
    ck_assert_text_is(agenda(), "PRT-2026-001 together; PRT-2026-002 together");
}
END_TEST

START_TEST(the_clerk_gives_an_agenda_another_order_and_adds_to_it_in_words) {
    forbid(book, "NO_SEAT", "farah", "2026-03-05", "item MTG-1 PRT-2 --place 1");
    allow(book, "dina", "2026-03-05", "item MTG-1 PRT-2 --place 1");
    allow(book, "dina", "2026-03-05", "item MTG-1 'Report of the chair' --place 1");
    allow(book, "dina", "2026-03-05", "item MTG-1 'Any other business'");
    ck_assert_text_is(agenda(), "Report of the chair; PRT-2026-002 together; PRT-2026-001 together; "
                                "Any other business");
    allow(book, "dina", "2026-03-05", "item MTG-1 PRT-1 --place 2");
    allow(book, "dina", "2026-03-05", "item MTG-1 'Report of the chair'");
    ck_assert_text_is(agenda(), "PRT-2026-001 together; PRT-2026-002 together; Any other business; "
                                "Report of the chair");
    forbid(book, "NOT_A_PLACE", "dina", "2026-03-05", "item MTG-1 PRT-2 --place first");
    forbid(book, "NO_SUCH_CASE", "dina", "2026-03-05", "item MTG-1 PRT-7");
    forbid(book, "EMPTY_TEXT", "dina", "2026-03-05", "item MTG-1 ' '");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_is_struck_does_not_come_up_until_it_is_put_back) {
    allow(book, "dina", "2026-03-05", "item MTG-1 'Report of the chair'");
    allow(book, "dina", "2026-03-05", "strike MTG-1 PRT-1 --because 'a paper is missing'");
    allow(book, "dina", "2026-03-05", "strike MTG-1 'Report of the chair'");
    ck_assert_text_is(agenda(), "PRT-2026-002 together");
    forbid(book, "NOT_ON_AGENDA", "dina", "2026-03-05", "strike MTG-1 PRT-1");
    forbid(book, "NOT_ON_AGENDA", "dina", "2026-03-05", "strike MTG-1 'Report of the chair'");
    allow(book, "dina", "2026-03-05", "item MTG-1 PRT-1 --place 1");
    ck_assert_text_is(agenda(), "PRT-2026-001 together; PRT-2026-002 together");
}
END_TEST

/* --- the consent agenda --------------------------------------------------------------------------------- */

START_TEST(a_consent_agenda_is_carried_at_once_with_a_determination_for_each) {
    forbid(book, "NOT_YET_MET", "dina", "2026-03-05", "carry MTG-1");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah");
    allow(book, "emil", "2026-03-10", "carry MTG-1");
    ck_assert_uint_eq(count_entries(book, KIND_CLOSED), 2);
    ck_assert(last_closed()->unopposed);
    ck_assert(comparison_of(last_closed(), "quorum")->held);
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->outcome, "granted");
    ck_assert_text_is(
        tree_get(json_of(book, last_body(book, KIND_CARRIED_TOGETHER)), "motions")->items[1]->text,
        "M-2026-002");
    forbid(book, "NOTHING_TOGETHER", "emil", "2026-03-10", "carry MTG-1");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(any_member_has_a_case_decided_by_itself) {
    forbid(book, "NO_SEAT", "jonas", "2026-03-05", "separate MTG-1 PRT-1");
    allow(book, "farah", "2026-03-05", "separate MTG-1 PRT-1 --because 'it is dear'");
    ck_assert_text_is(agenda(), "PRT-2026-001; PRT-2026-002 together");
    forbid(book, "NOT_TOGETHER", "hana", "2026-03-05", "separate MTG-1 PRT-1");
    forbid(book, "TAKEN_OUT", "dina", "2026-03-05", "item MTG-1 PRT-1 --consent");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "emil", "2026-03-10", "carry MTG-1");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    ck_assert(book_case(book, "PRT-2026-002")->ended);
    check_rebuild(book);
}
END_TEST

START_TEST(what_its_ballot_votes_on_is_not_put_on_a_consent_agenda) {
    forget_question();
    set_up_for("budget");
    ck_assert_text_is(agenda(), "PRT-2026-001; PRT-2026-002");
    forbid(book, "CONSENT_WANTS_VOTES", "dina", "2026-03-05", "item MTG-1 PRT-1 --consent");
    forbid(book, "WORDS_TOGETHER", "dina", "2026-03-05", "item MTG-1 'Thanks' --consent");
    allow(book, "amara", "2026-03-05", "withdraw PRT-1 --because 'no need'");
    forbid(book, "NOT_BEFORE_BODY", "dina", "2026-03-05", "item MTG-1 PRT-1 --consent");
}
END_TEST

START_TEST(a_consent_agenda_is_carried_whole_or_not_at_all) {
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil farah");
    allow(book, "dina", "2026-03-10", "recuse farah --from PRT-2 --because kin");
    forbid(book, "NOT_CARRIED", "emil", "2026-03-10", "carry MTG-1");
    ck_assert_text_is(sentence_of(book),
                      "PRT-2026-002 would not be carried with the others, but come to: no_quorum");
    ck_assert_text_is(mend_of(book), "have it decided by itself: bylaw separate MTG-2026-001 PRT-2026-002");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
}
END_TEST

/* --- reviewers ------------------------------------------------------------------------------------------ */

START_TEST(a_case_has_reviewers_for_a_meeting_who_report_before_it) {
    allow(book, "dina", "2026-03-05", "reviewer MTG-1 hana --about PRT-1");
    forbid(book, "HAS_PRIMARY", "dina", "2026-03-05", "reviewer MTG-1 farah --about PRT-1");
    allow(book, "dina", "2026-03-05", "reviewer MTG-1 farah --about PRT-1 --secondary");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "motion club Agree to MedData; report hana MTG-2026-001; report farah "
                      "MTG-2026-001");
    forbid(book, "NOT_REVIEWER", "emil", "2026-03-06", "report MTG-1 'It is sound' --about PRT-1");
    allow(book, "hana", "2026-03-06", "report MTG-1 'It is sound' --about PRT-1");
    allow(book, "dina", "2026-03-06", "reviewer MTG-1 farah --about PRT-1 --withdraw --because ill");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion club Agree to MedData");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->reviewers.at[0].report, "It is sound");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(nobody_reviews_what_they_would_take_no_part_in) {
    allow(book, "dina", "2026-03-05", "recuse farah --from PRT-1 --because kin");
    forbid(book, "TAKES_NO_PART", "dina", "2026-03-05", "reviewer MTG-1 farah --about PRT-1");
    forbid(book, "OWN_CASE", "dina", "2026-03-05", "reviewer MTG-1 amara --about PRT-1");
    forbid(book, "NOT_REVIEWER", "dina", "2026-03-05", "reviewer MTG-1 hana --about PRT-1 --withdraw");
}
END_TEST

Suite *making_agendas_suite(void) {
    Suite *suite = suite_create("agendas");
    TCase *tests = tcase_create("making agendas");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, what_waits_for_the_body_stands_on_its_agenda_as_it_is_due);
    tcase_add_test(tests, the_clerk_gives_an_agenda_another_order_and_adds_to_it_in_words);
    tcase_add_test(tests, what_is_struck_does_not_come_up_until_it_is_put_back);
    tcase_add_test(tests, a_consent_agenda_is_carried_at_once_with_a_determination_for_each);
    tcase_add_test(tests, any_member_has_a_case_decided_by_itself);
    tcase_add_test(tests, what_its_ballot_votes_on_is_not_put_on_a_consent_agenda);
    tcase_add_test(tests, a_consent_agenda_is_carried_whole_or_not_at_all);
    tcase_add_test(tests, a_case_has_reviewers_for_a_meeting_who_report_before_it);
    tcase_add_test(tests, nobody_reviews_what_they_would_take_no_part_in);
    suite_add_tcase(suite, tests);
    return suite;
}
