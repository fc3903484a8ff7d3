/* Motions: who decides, who may vote, what closes a ballot, and what its frozen roll says. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

/* --- who decides ---------------------------------------------------------------------------------------- */

START_TEST(the_authority_matrix_names_the_decider_and_its_row_is_entered) {
    ck_assert_text_is(asked()->decider, "partnership_review_board");
    ck_assert_text_is(asked()->escalation, "to_executive_committee");
    ck_assert_text_is(asked()->ballot, "");
    Text error = {0};
    const Determined *found =
        record_read(book->arena, &Determined_record, last_body(book, KIND_DETERMINED), &error);
    ck_assert_text_is(found->unit, "partnership_decisions");
    ck_assert_text_is(found->row, "A1");
    ck_assert_text_is(found->outcome, "partnership_review_board");
    ck_assert(tree_len(found->reasons) > 0);
}
END_TEST

START_TEST(an_indexed_decider_is_the_cases_own) {
    forget_question();
    new_question_book("vertical_approval", "denied", NULL);
    allow(book, "amara", "2026-03-02",
          "open question name=MedData vertical=health annual_value='USD 50_000'");
    ck_assert_text_is(asked()->decider, "vertical_council[health]");
    ck_assert_text_is(asked()->escalation, "to_vertical_leader[health]");
    allow(book, "amara", "2026-03-02", "open question name=Other vertical=health");
    const CaseState *other = book_case(book, "PRT-2026-002");
    ck_assert_text_is(case_step(other, TEXT("ask"))->decider, "partnership_review_board");
}
END_TEST

START_TEST(an_undetermined_authority_refuses_and_names_the_fact) {
    forget_question();
    new_question_book("vertical_approval", "denied", NULL);
    forbid(book, "UNDETERMINED", "amara", "2026-03-02",
           "open question name=MedData annual_value='USD 50_000'");
    ck_assert_ptr_nonnull(strstr(sentence_of(book).at, "vertical"));
}
END_TEST

/* --- moving --------------------------------------------------------------------------------------------- */

START_TEST(a_body_decides_in_a_meeting_of_its_own) {
    meet("ethics_review_panel", "all");
    forbid(book, "MEETING_NEEDED", "dina", "2026-03-10", "move PRT-1");
    forbid(book, "OTHER_BODY", "dina", "2026-03-10", "move PRT-1 --in MTG-1");
}
END_TEST

START_TEST(a_member_moves_and_a_question_has_one_open_motion) {
    meet("partnership_review_board", "all");
    forbid(book, "NO_SEAT", "amara", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "farah", "2026-03-10", "move PRT-1 --in MTG-1");
    ck_assert_text_eq(motion_numbered("M-2026-001")->mover, id_of("farah"));
    forbid(book, "MOTION_OPEN", "dina", "2026-03-10", "move PRT-1 --in MTG-1");
}
END_TEST

START_TEST(a_meeting_at_which_nobody_was_entered_loses_no_quorum) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "emil", "2026-03-10", "move PRT-1 --in MTG-1");
    forbid(book, "NOBODY_CAME", "emil", "2026-03-10", "close M-1");
    ck_assert_text_is(
        mend_of(book),
        "enter who is there with: bylaw attend MTG-2026-001 all; if nobody came: bylaw withdraw "
        "M-2026-001");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil");
    allow(book, "emil", "2026-03-10", "close M-1");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "no_quorum");
}
END_TEST

START_TEST(a_withdrawn_motion_leads_where_the_workflow_says) {
    in_the_board("all");
    forbid(book, "NO_SEAT", "farah", "2026-03-10", "withdraw M-1 --because 'not ready'");
    allow(book, "emil", "2026-03-10", "withdraw M-1 --because 'not ready'");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "denied");
    forbid(book, "MOTION_CLOSED", "dina", "2026-03-10", "vote M-1 --for all");
}
END_TEST

/* --- voting --------------------------------------------------------------------------------------------- */

START_TEST(one_line_enters_everybodys_vote) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all --except carl --abstain hana");
    const MotionState *motion = motion_numbered("M-2026-001");
    ck_assert_uint_eq(motion->in_favour.len, 3);
    ck_assert_uint_eq(motion->abstaining.len, 1);
    ck_assert(!texts_have(&motion->in_favour, id_of("carl")));
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(last_closed()->roll->not_voting.len, 1);
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
}
END_TEST

START_TEST(all_leaves_out_who_is_recused_or_absent_or_asks_himself) {
    forget_question();
    new_question_book("strategic_partnership", "denied", NULL);
    allow(book, "hana", "2026-03-02", "open question name=MedData vertical=health");
    allow(book, "carl", "2026-03-03", "recuse carl --from PRT-1 --because 'he scored it'");
    in_the_board("emil farah hana carl");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    const MotionState *motion = motion_numbered("M-2026-001");
    ck_assert_uint_eq(motion->in_favour.len, 2);
    ck_assert(texts_have(&motion->in_favour, id_of("emil")));
    ck_assert(texts_have(&motion->in_favour, id_of("farah")));
}
END_TEST

START_TEST(nobody_decides_on_their_own_request) {
    forget_question();
    new_question_book("strategic_partnership", "denied", NULL);
    allow(book, "hana", "2026-03-02", "open question name=MedData vertical=health");
    in_the_board("all");
    forbid(book, "OWN_CASE", "hana", "2026-03-10", "vote M-1 --for hana");
    forbid(book, "OWN_CASE", "dina", "2026-03-10", "vote M-1 --for emil,farah,hana");
}
END_TEST

START_TEST(only_members_who_are_there_and_take_part_vote) {
    allow(book, "carl", "2026-03-03", "recuse carl --from PRT-1 --because 'he scored it'");
    in_the_board("emil farah carl");
    forbid(book, "NOT_THERE", "dina", "2026-03-10", "vote M-1 --for goran");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    forbid(book, "TAKES_NO_PART", "dina", "2026-03-10", "vote M-1 --for carl");
    ck_assert_ptr_nonnull(strstr(sentence_of(book).at, "carl"));
}
END_TEST

START_TEST(a_member_votes_for_himself_alone) {
    in_the_board("all");
    allow(book, "farah", "2026-03-10", "vote M-1 --for farah");
    allow(book, "dina for goran", "2026-03-10", "vote M-1 --against goran");
    forbid(book, "NO_POWER", "farah", "2026-03-10", "vote M-1 --for goran");
    forbid(book, "NO_POWER", "dina for farah", "2026-03-10", "vote M-1 --for all");
}
END_TEST

START_TEST(nobody_is_named_with_two_votes) {
    in_the_board("all");
    forbid(book, "VOTES_TWICE", "dina", "2026-03-10", "vote M-1 --for farah --against farah");
    forbid(book, "ALL_TWICE", "dina", "2026-03-10", "vote M-1 --for all --against all");
    forbid(book, "EXCEPT_WHOM", "dina", "2026-03-10", "vote M-1 --for farah --except carl");
    forbid(book, "NOBODY_NAMED", "dina", "2026-03-10", "vote M-1");
}
END_TEST

START_TEST(a_changed_vote_counts_once_and_both_entries_stand) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --against farah");
    ck_assert_uint_eq(count_entries(book, KIND_VOTED), 2);
    ck_assert_uint_eq(motion_numbered("M-2026-001")->in_favour.len, 0);
    ck_assert_uint_eq(motion_numbered("M-2026-001")->against.len, 1);
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    ck_assert(texts_have(&motion_numbered("M-2026-001")->against, id_of("farah")));
    forbid(book, "NOBODY_LEFT", "dina", "2026-03-10", "vote M-1 --for all");
}
END_TEST

START_TEST(a_vote_does_not_come_before_its_motion) {
    meet("partnership_review_board", "all");
    allow(book, "dina", "2026-03-10T15:00", "move PRT-1 --in MTG-1");
    forbid(book, "BEFORE_MOTION", "dina", "2026-03-10T14:00", "vote M-1 --for all");
}
END_TEST

/* --- closing -------------------------------------------------------------------------------------------- */

START_TEST(the_roll_is_frozen_with_every_comparison) {
    allow(book, "carl", "2026-03-03", "recuse carl --from PRT-1 --because 'he scored it'");
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all --against goran --abstain hana");
    close_and_expect("2026-03-10", "close M-1", "carried");
    const Closed *closed = last_closed();
    ck_assert_uint_eq(closed->roll->in_office.len, 5);
    ck_assert_uint_eq(closed->roll->recused.len, 1);
    ck_assert_uint_eq(closed->roll->present.len, 4);
    ck_assert_uint_eq(closed->roll->in_favour.len, 2);
    ck_assert_uint_eq(closed->roll->against.len, 1);
    ck_assert_uint_eq(closed->roll->abstaining.len, 1);
    ck_assert_uint_eq(closed->roll->not_voting.len, 0);
    ck_assert_text_eq(closed->roll->chair, id_of("emil"));
    ck_assert_int_eq(closed->roll->seats, 9);
    const Compared *carried = comparison_of(closed, "carried");
    ck_assert_int_eq(carried->count, 2);
    ck_assert_text_is(carried->needed, "3/2");
    ck_assert_text_is(carried->base, "votes cast");
    ck_assert_int_eq(carried->base_count, 3);
}
END_TEST

START_TEST(recused_members_leave_the_base_of_the_boards_quorum) {
    allow(book, "carl", "2026-03-03", "recuse carl --from PRT-1 --because 'he scored it'");
    allow(book, "hana", "2026-03-03", "recuse hana --from PRT-1 --because 'a share in it'");
    in_the_board("emil farah carl hana");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    const Compared *quorum = comparison_of(last_closed(), "quorum");
    ck_assert_int_eq(quorum->count, 2);
    ck_assert_int_eq(quorum->base_count, 3);
}
END_TEST

START_TEST(where_recused_members_stay_in_the_base_the_same_meeting_has_no_quorum) {
    forget_question();
    ask("technical_standard");
    allow(book, "goran", "2026-03-03", "recuse goran --from PRT-1 --because 'his own work'");
    meet("integration_standards_committee", "goran farah hana");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-13", "close M-1", "no_quorum");
    const Compared *quorum = comparison_of(last_closed(), "quorum");
    ck_assert_int_eq(quorum->count, 2);
    ck_assert_int_eq(quorum->base_count, 4);
    ck_assert(asked()->open);
    ck_assert_int_eq(asked()->quorum_lost, 1);
    ck_assert(!question_is_put(asked()));
}
END_TEST

START_TEST(a_quorum_by_composition_needs_the_external_member) {
    forget_question();
    ask("ethics_concern");
    meet("ethics_review_panel", "farah hana carl");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
    allow(book, "dina", "2026-03-10", "attend MTG-1 iris");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-2 --for all");
    close_and_expect("2026-03-10", "close M-2", "carried");
}
END_TEST

START_TEST(both_thresholds_of_the_panel_must_hold) {
    forget_question();
    ask("ethics_concern");
    meet("ethics_review_panel", "all");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --for iris,farah --abstain hana,carl");
    close_and_expect("2026-03-10", "close M-1", "lost");
    const Closed *closed = last_closed();
    ck_assert(closed->comparisons.at[closed->comparisons.len - 2].held);
    ck_assert(!closed->comparisons.at[closed->comparisons.len - 1].held);
}
END_TEST

START_TEST(abstentions_alone_carry_nothing) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --abstain all");
    close_and_expect("2026-03-10", "close M-1", "lost");
    ck_assert(!last_closed()->tie);
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "denied");
}
END_TEST

START_TEST(a_ballot_without_a_vote_is_not_closed_by_mistake) {
    in_the_board("all");
    forbid(book, "NOBODY_VOTED", "dina", "2026-03-10", "close M-1");
}
END_TEST

START_TEST(without_a_quorum_a_ballot_closes_without_votes) {
    in_the_board("emil farah");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
}
END_TEST

START_TEST(who_voted_and_left_was_there) {
    in_the_board("emil farah goran");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "attend MTG-1 --left goran");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(last_closed()->roll->present.len, 3);
}
END_TEST

START_TEST(a_ballot_closes_once_by_the_chair_or_a_clerk) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    forbid(book, "NO_SEAT", "farah", "2026-03-10", "close M-1");
    ck_assert_text_is(
        sentence_of(book),
        "farah may not close the ballot: the chair of partnership_review_board does, or who may record");
    ck_assert_text_is(mend_of(book), "have it entered by who may record: clerk");
    allow(book, "emil", "2026-03-10", "close M-1");
    forbid(book, "MOTION_CLOSED", "emil", "2026-03-10", "close M-1");
}
END_TEST

START_TEST(a_named_ballot_stays_open_and_replaces_the_bodys_threshold) {
    forget_question();
    ask("technical_standard");
    ck_assert_text_is(asked()->ballot, "standards_change");
    meet("integration_standards_committee", "all");
    allow(book, "dina", "2026-03-10T10:00", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-10T10:30", "vote M-1 --for farah,goran,hana --against emil");
    forbid(book, "BALLOT_OPEN", "dina", "2026-03-13T09:59", "close M-1");
    ck_assert_ptr_nonnull(strstr(refusal_rule(book->arena, &book->refusal).at, "governance.bylaw"));
    close_and_expect("2026-03-13T10:00", "close M-1", "carried");
    ck_assert_text_is(comparison_of(last_closed(), "carried")->needed, "8/3");
}
END_TEST

Suite *motions_suite(void) {
    Suite *suite = suite_create("motions");
    TCase *deciders = tcase_create("who decides");
    tcase_add_checked_fixture(deciders, set_up, forget_question);
    tcase_add_test(deciders, the_authority_matrix_names_the_decider_and_its_row_is_entered);
    tcase_add_test(deciders, an_indexed_decider_is_the_cases_own);
    tcase_add_test(deciders, an_undetermined_authority_refuses_and_names_the_fact);
    tcase_add_test(deciders, a_body_decides_in_a_meeting_of_its_own);
    tcase_add_test(deciders, a_member_moves_and_a_question_has_one_open_motion);
    tcase_add_test(deciders, a_meeting_at_which_nobody_was_entered_loses_no_quorum);
    tcase_add_test(deciders, a_withdrawn_motion_leads_where_the_workflow_says);
    suite_add_tcase(suite, deciders);
    TCase *votes = tcase_create("votes");
    tcase_add_checked_fixture(votes, set_up, forget_question);
    tcase_add_test(votes, one_line_enters_everybodys_vote);
    tcase_add_test(votes, all_leaves_out_who_is_recused_or_absent_or_asks_himself);
    tcase_add_test(votes, nobody_decides_on_their_own_request);
    tcase_add_test(votes, only_members_who_are_there_and_take_part_vote);
    tcase_add_test(votes, a_member_votes_for_himself_alone);
    tcase_add_test(votes, nobody_is_named_with_two_votes);
    tcase_add_test(votes, a_changed_vote_counts_once_and_both_entries_stand);
    tcase_add_test(votes, a_vote_does_not_come_before_its_motion);
    suite_add_tcase(suite, votes);
    TCase *closing = tcase_create("closing");
    tcase_add_checked_fixture(closing, set_up, forget_question);
    tcase_add_test(closing, the_roll_is_frozen_with_every_comparison);
    tcase_add_test(closing, recused_members_leave_the_base_of_the_boards_quorum);
    tcase_add_test(closing, where_recused_members_stay_in_the_base_the_same_meeting_has_no_quorum);
    tcase_add_test(closing, a_quorum_by_composition_needs_the_external_member);
    tcase_add_test(closing, both_thresholds_of_the_panel_must_hold);
    tcase_add_test(closing, abstentions_alone_carry_nothing);
    tcase_add_test(closing, a_ballot_without_a_vote_is_not_closed_by_mistake);
    tcase_add_test(closing, without_a_quorum_a_ballot_closes_without_votes);
    tcase_add_test(closing, who_voted_and_left_was_there);
    tcase_add_test(closing, a_ballot_closes_once_by_the_chair_or_a_clerk);
    tcase_add_test(closing, a_named_ballot_stays_open_and_replaces_the_bodys_threshold);
    suite_add_tcase(suite, closing);
    return suite;
}
