/* What is decided without a vote: by a reviewer in place of the body, and by its silence. */
#include "question.h"

#define STUDY_RULES                                                                                          \
    "enum topic { swap \"A study\", picnic \"A picnic\", "                                                   \
    "grant \"A grant\", motto \"A motto\" }\n"                                                               \
    "role reviewer \"Reviewer\"\n"                                                                           \
    "body irb \"Institutional review board\" source \"45 CFR 46.110\" {\n"                                   \
    "  seats   3..15\n"                                                                                      \
    "  quorum  more than 1/2 of members in office\n"                                                         \
    "  carried by more than 1/2 of members present\n"                                                        \
    "}\n"                                                                                                    \
    "ballot by_reviewer {\n"                                                                                 \
    "  expedited by role reviewer\n"                                                                         \
    "  carried   by more than 1/2 of members present\n"                                                      \
    "}\n"                                                                                                    \
    "ballot by_silence {\n"                                                                                  \
    "  consent after 5 working days of silence\n"                                                            \
    "  carried by more than 1/2 of votes cast\n"                                                             \
    "}\n"                                                                                                    \
    "ballot by_acclamation {\n"                                                                              \
    "  unopposed is carried\n"                                                                               \
    "  carried   by more than 1/2 of votes cast\n"                                                           \
    "}\n"                                                                                                    \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic  || decided_by  | ballot         |\n"                                                   \
    "  | T1  | swap   || irb         | by_reviewer    |\n"                                                   \
    "  | T2  | picnic || irb         | by_silence     |\n"                                                   \
    "  | T3  | grant  || cto and irb | by_reviewer    |\n"                                                   \
    "  | T4  | motto  || irb         | by_acclamation |\n"                                                   \
    "}\n"

#define IRB                                                                                                  \
    "import '{people: [{key: farah, name: F, roles: [reviewer]}, "                                           \
    "{key: hana, name: H, roles: [business_development, reviewer]}],"                                        \
    "bodies: {irb: {chair: emil, members: [{person: emil, from: 2026-01-01},"                                \
    "{person: farah, from: 2026-01-01}, {person: goran, from: 2026-01-01}]}}}'"

static void ask_the_irb(const char *decision) {
    new_question_book(decision, "denied", STUDY_RULES);
    allow(book, "dina", "2026-01-06", IRB);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
}

/* --- expedited ------------------------------------------------------------------------------------------ */

START_TEST(a_reviewer_approves_in_place_of_the_body) {
    ask_the_irb("swap");
    allow(book, "farah", "2026-03-03", "expedite PRT-1 approve --because 'minimal risk'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    ck_assert_uint_eq(state_holders(book_state(book), TEXT("irb"))->told.len, 1);
    allow(book, "dina", "2026-03-04", "convene irb --on 2026-03-10");
    const MeetingState *meeting = state_meeting(book_state(book), TEXT("MTG-2026-001"));
    ck_assert_text_is(meeting->told.at[0], "PRT-2026-001");
    ck_assert_uint_eq(state_holders(book_state(book), TEXT("irb"))->told.len, 0);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_reviewer_refers_and_never_declines) {
    ask_the_irb("swap");
    forbid(book, "BAD_ARGUMENT", "farah", "2026-03-03", "expedite PRT-1 decline --because risky");
    allow(book, "farah", "2026-03-03", "expedite PRT-1 refer --because 'more than minimal risk'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion irb Agree to MedData");
    forbid(book, "REFERRED", "hana", "2026-03-03", "expedite PRT-1 approve --because fine");
    ck_assert_text_is(sentence_of(book), "farah has referred ask to irb, and irb decides it");
    meet("irb", "all");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --against all");
    close_and_expect("2026-03-10", "close M-1", "lost");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(only_whom_the_ballot_names_expedites_and_nobody_their_own_request) {
    ask_the_irb("swap");
    forbid(book, "NOT_YOUR_REVIEW", "goran", "2026-03-03", "expedite PRT-1 approve --because fine");
    allow(book, "hana", "2026-03-03", "open question name=Own vertical=health");
    forbid(book, "OWN_CASE", "hana", "2026-03-03", "expedite PRT-2 approve --because fine");
    allow(book, "dina", "2026-03-03", "recuse farah --from PRT-2 --because kin");
    forbid(book, "TAKES_NO_PART", "farah", "2026-03-03", "expedite PRT-2 approve --because fine");
}
END_TEST

START_TEST(what_is_put_to_the_vote_is_not_expedited) {
    ask_the_irb("swap");
    meet("irb", "all");
    move_in_meeting();
    forbid(book, "MOTION_OPEN", "farah", "2026-03-10", "expedite PRT-1 approve --because fine");
}
END_TEST

START_TEST(where_the_ballot_says_nothing_nobody_expedites) {
    ask_the_irb("picnic");
    forbid(book, "NOT_EXPEDITED", "farah", "2026-03-03", "expedite PRT-1 approve --because fine");
}
END_TEST

START_TEST(one_person_is_not_two_of_a_joint_decision_by_approving_for_a_body) {
    ask_the_irb("grant");
    allow(book, "dina", "2026-03-03", "import '{people: [{key: goran, name: G, roles: [reviewer]}]}'");
    allow(book, "goran", "2026-03-03", "expedite PRT-1 approve --because 'minimal risk'");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    allow(book, "goran", "2026-03-03", "move PRT-1 --to cto");
    forbid(book, "HAS_DECIDED", "goran", "2026-03-03", "vote M-1 --for goran");
    allow(book, "hana", "2026-03-03", "open question name=Other vertical=health");
    allow(book, "goran", "2026-03-03", "move PRT-2 --to cto");
    allow(book, "goran", "2026-03-03", "vote M-2 --for goran");
    forbid(book, "HAS_DECIDED", "goran", "2026-03-03", "expedite PRT-2 approve --because fine");
    allow(book, "farah", "2026-03-03", "expedite PRT-2 approve --because fine");
    allow(book, "goran", "2026-03-03", "close M-2");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->outcome, "granted");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

#define LONGER_WORKFLOW                                                                                      \
    "workflow: question\n"                                                                                   \
    "title: One question\n"                                                                                  \
    "of: partnership\n"                                                                                      \
    "start: ask\n"                                                                                           \
    "steps:\n"                                                                                               \
    "  ask:\n"                                                                                               \
    "    motion: Agree to {name}\n"                                                                          \
    "    decision: %s\n"                                                                                     \
    "    next: { carried: doing, lost: done, rejected: done, withdrawn: done }\n"                            \
    "  doing: { task: Do it, by: business_development, next: done }\n"                                       \
    "  done: { end: done }\n"

static void ask_and_go_on(const char *decision) {
    Arena *arena = arena_new(0);
    book = book_with(arena, STUDY_RULES, text_format(arena, LONGER_WORKFLOW, decision).at);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "dina", "2026-01-06", IRB);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health annual_value='USD 10'");
}

START_TEST(what_a_reviewer_approved_holds_for_what_was_approved) {
    ask_and_go_on("swap");
    allow(book, "farah", "2026-03-03", "expedite PRT-1 approve --because 'minimal risk'");
    allow(book, "amara", "2026-03-04", "submit PRT-1 personal_data=yes");
    ck_assert_uint_eq(count_entries(book, KIND_STALE), 0);
    allow(book, "amara", "2026-03-05", "submit PRT-1 annual_value='USD 900'");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_STALE)), "fact"), "annual_value");
    const CaseState *subject = book_case(book, "PRT-2026-001");
    for (size_t i = 0; i < subject->standing.len; i++)
        if (subject->standing.at[i].stale > 0) ck_assert_uint_eq(subject->standing.at[i].unit.len, 0);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_silence_carried_holds_for_what_was_carried) {
    ask_and_go_on("picnic");
    allow(book, "dina", "2026-03-10", "advance");
    allow(book, "amara", "2026-03-11", "submit PRT-1 vertical=finance");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_STALE)), "fact"), "vertical");
}
END_TEST

/* --- consent by silence --------------------------------------------------------------------------------- */

START_TEST(silence_carries_when_its_days_have_passed) {
    ask_the_irb("picnic");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "silence irb Agree to MedData");
    allow(book, "dina", "2026-03-09", "advance");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    allow(book, "dina", "2026-03-10", "advance");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    const Tree *body = json_of(book, last_body(book, KIND_CONSENTED));
    ck_assert_text_is(tree_get_text(body, "due"), "2026-03-09");
    ck_assert_uint_eq(tree_len(tree_get(body, "silent")), 3);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(silence_carries_the_same_however_late_it_is_applied) {
    ask_the_irb("picnic");
    allow(book, "dina", "2026-06-01", "advance");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_CONSENTED)), "due"), "2026-03-09");
    forbid(book, "CASE_ENDED", "emil", "2026-06-01", "object PRT-1 --because late");
}
END_TEST

START_TEST(an_objection_brings_it_to_a_vote) {
    ask_the_irb("picnic");
    forbid(book, "NOT_A_MEMBER", "carl", "2026-03-03", "object PRT-1 --because no");
    allow(book, "emil", "2026-03-09", "object PRT-1 --because 'let us talk'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion irb Agree to MedData");
    allow(book, "dina", "2026-03-31", "advance");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_is_put_to_the_vote_is_not_carried_by_silence) {
    ask_the_irb("picnic");
    allow(book, "dina", "2026-03-04", "convene irb --on 2026-03-09");
    allow(book, "dina", "2026-03-09", "attend MTG-1 all");
    allow(book, "dina", "2026-03-09", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-20", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_CONSENTED), 0);
}
END_TEST

START_TEST(the_silence_of_nobody_carries_nothing) {
    ask_the_irb("picnic");
    allow(book, "dina", "2026-03-03", "recuse emil --from PRT-1 --because kin");
    allow(book, "dina", "2026-03-03", "recuse farah --from PRT-1 --because kin");
    allow(book, "dina", "2026-03-03", "recuse goran --from PRT-1 --because kin");
    allow(book, "dina", "2026-03-10", "advance");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_CONSENTED)), "result"), "blocked");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

/* --- unanimous consent ---------------------------------------------------------------------------------- */

static void ask_for_acclamation(void) {
    ask_the_irb("motto");
    meet("irb", "all");
    move_in_meeting();
}

START_TEST(what_nobody_at_the_meeting_objects_to_is_carried_without_votes) {
    ask_for_acclamation();
    close_and_expect("2026-03-10", "close M-1 --unopposed", "carried");
    ck_assert(last_closed()->unopposed);
    ck_assert(comparison_of(last_closed(), "quorum")->held);
    ck_assert_uint_eq(last_closed()->roll->present.len, 3);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_vote_against_is_an_objection) {
    ask_for_acclamation();
    allow(book, "dina", "2026-03-10", "vote M-1 --against goran");
    forbid(book, "OPPOSED", "dina", "2026-03-10", "close M-1 --unopposed");
    ck_assert_text_is(sentence_of(book), "M-2026-001 is opposed: goran");
}
END_TEST

START_TEST(unanimous_consent_needs_a_quorum_too) {
    ask_for_acclamation();
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left emil,farah");
    close_and_expect("2026-03-10", "close M-1 --unopposed", "no_quorum");
}
END_TEST

START_TEST(where_the_ballot_does_not_say_so_nothing_is_carried_without_votes) {
    ask_the_irb("swap");
    meet("irb", "all");
    move_in_meeting();
    forbid(book, "VOTES_WANTED", "dina", "2026-03-10", "close M-1 --unopposed");
}
END_TEST

Suite *without_votes_suite(void) {
    Suite *suite = suite_create("without votes");
    TCase *expedited = tcase_create("expedited");
    tcase_add_checked_fixture(expedited, NULL, forget_question);
    tcase_add_test(expedited, a_reviewer_approves_in_place_of_the_body);
    tcase_add_test(expedited, a_reviewer_refers_and_never_declines);
    tcase_add_test(expedited, only_whom_the_ballot_names_expedites_and_nobody_their_own_request);
    tcase_add_test(expedited, what_is_put_to_the_vote_is_not_expedited);
    tcase_add_test(expedited, where_the_ballot_says_nothing_nobody_expedites);
    tcase_add_test(expedited, one_person_is_not_two_of_a_joint_decision_by_approving_for_a_body);
    tcase_add_test(expedited, what_a_reviewer_approved_holds_for_what_was_approved);
    tcase_add_test(expedited, what_silence_carried_holds_for_what_was_carried);
    suite_add_tcase(suite, expedited);
    TCase *consent = tcase_create("consent");
    tcase_add_checked_fixture(consent, NULL, forget_question);
    tcase_add_test(consent, silence_carries_when_its_days_have_passed);
    tcase_add_test(consent, silence_carries_the_same_however_late_it_is_applied);
    tcase_add_test(consent, an_objection_brings_it_to_a_vote);
    tcase_add_test(consent, what_is_put_to_the_vote_is_not_carried_by_silence);
    tcase_add_test(consent, the_silence_of_nobody_carries_nothing);
    tcase_add_test(consent, what_nobody_at_the_meeting_objects_to_is_carried_without_votes);
    tcase_add_test(consent, a_vote_against_is_an_objection);
    tcase_add_test(consent, unanimous_consent_needs_a_quorum_too);
    tcase_add_test(consent, where_the_ballot_does_not_say_so_nothing_is_carried_without_votes);
    suite_add_tcase(suite, consent);
    return suite;
}
