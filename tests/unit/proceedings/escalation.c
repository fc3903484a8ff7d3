/* Escalation, objections, lost quorums, and what falls due (law P7). */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void advance(const char *when) {
    allow(book, "dina", when, "advance");
}

static const Escalated *last_escalated(void) {
    Text error = {0};
    const Escalated *escalated =
        record_read(book->arena, &Escalated_record, last_body(book, KIND_ESCALATED), &error);
    ck_assert(escalated != NULL);
    return escalated;
}

#define ck_assert_day(got, want) ck_assert_text_is(date_text(book->arena, (got)), (want))

/* Kind and body of every entry but the commands, a line each. */
static Text effects(void) {
    Buf buf = buf_new(book->arena);
    for (size_t i = 0; i < book->entries.len; i++) {
        const KeptEntry *entry = &book->entries.at[i];
        if (entry->kind != KIND_COMMAND)
            buf_format(&buf, "%.*s %.*s\n", TEXT_ARG(kind_row(entry->kind)->word), TEXT_ARG(entry->body));
    }
    return buf_done(&buf);
}

/* --- undecided ------------------------------------------------------------------------------------------ */

START_TEST(a_deadline_ends_with_its_day) {
    advance("2026-03-09T23:59");
    ck_assert(!asked()->overdue);
    advance("2026-03-10T00:00");
    ck_assert(asked()->overdue);
    ck_assert(asked()->open);
}
END_TEST

START_TEST(an_undecided_question_goes_up_and_its_clock_counts_from_the_due_day) {
    advance("2026-04-01");
    ck_assert_int_eq(asked()->level, 0);
    advance("2026-04-08");
    ck_assert_int_eq(asked()->level, 1);
    ck_assert_text_is(asked()->decider, "executive_committee");
    ck_assert_text_is(last_escalated()->cause, "undecided");
    ck_assert_day(last_escalated()->due, "2026-04-01");
    ck_assert_day(last_escalated()->until, "2026-04-15");
}
END_TEST

START_TEST(silence_goes_up_two_levels_and_is_then_a_rejection) {
    advance("2026-04-16");
    ck_assert_text_is(asked()->decider, "ceo");
    ck_assert_text_is(last_escalated()->cause, "silence");
    ck_assert_day(last_escalated()->until, "2026-04-22");
    advance("2026-04-22");
    ck_assert(asked()->open);
    advance("2026-04-23");
    ck_assert_text_is(asked()->outcome, "rejected");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "denied");
    ck_assert_uint_eq(count_entries(book, KIND_SILENCE), 2);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(a_late_advance_equals_early_ones) {
    static const char *const days[] = {"2026-03-10", "2026-04-02", "2026-04-16",
                                       "2026-04-23", "2026-05-14", "2026-08-01"};
    Text early = {0};
    forget_question();
    for (int late = 0; late < 2; late++) {
        new_question_book("strategic_partnership", "again", NULL);
        allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
        allow(book, "hana", "2026-03-02", "open question name=Other vertical=health");
        for (size_t i = late ? 5 : 0; i < 6; i++) advance(days[i]);
        if (late) break;
        /* Kept outside of the first book, which is forgotten. */
        early = effects();
        early = (Text){strndup(early.at, early.len), early.len};
        forget_question();
    }
    ck_assert_text_eq(effects(), early);
    ck_assert_uint_eq(count_entries(book, KIND_DEADLINE_PASSED), 4);
    ck_assert_day(case_step(book_case(book, "PRT-2026-001"), TEXT("again"))->entered, "2026-04-22");
    ck_assert_day(case_step(book_case(book, "PRT-2026-001"), TEXT("again"))->due, "2026-05-13");
    free((void *)early.at);
}
END_TEST

START_TEST(a_second_advance_finds_nothing_due) {
    Moment now;
    ck_assert(moment_parse(TEXT("2026-08-01T12:00:00-05:00"), &now));
    ck_assert(something_due(book_state(book), now));
    advance("2026-08-01");
    Text once = effects();
    ck_assert(!something_due(book_state(book), now));
    advance("2026-08-01");
    ck_assert_text_eq(effects(), once);
}
END_TEST

START_TEST(what_is_decided_in_time_goes_nowhere) {
    meet("partnership_review_board", "all");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "close M-1");
    advance("2026-12-01");
    ck_assert_uint_eq(count_entries(book, KIND_ESCALATED), 0);
}
END_TEST

START_TEST(an_open_motion_ends_when_the_question_moves_up) {
    meet("partnership_review_board", "all");
    move_in_meeting();
    advance("2026-04-02");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert(!question_is_put(asked()));
    forbid(book, "MOTION_CLOSED", "dina", "2026-04-02", "vote M-1 --for all");
    forbid(book, "OTHER_BODY", "dina", "2026-04-02", "move PRT-1 --in MTG-1");
}
END_TEST

START_TEST(nothing_is_entered_before_a_recorded_lapse) {
    advance("2026-04-02");
    forbid(book, "BEFORE_LAPSE", "dina", "2026-04-01", "recuse farah --from PRT-1 --because 'a share in it'");
    allow(book, "dina", "2026-04-02", "recuse farah --from PRT-1 --because 'a share in it'");
}
END_TEST

START_TEST(being_overdue_is_no_lapse) {
    advance("2026-03-10");
    ck_assert(asked()->overdue);
    allow(book, "dina", "2026-03-09", "recuse farah --from PRT-1 --because 'a share in it'");
}
END_TEST

START_TEST(a_rejection_that_cannot_go_on_does_not_hold_up_the_book) {
    forget_question();
    new_question_book("strategic_partnership", "denied",
                      "guard careful before denied source \"local policy\" {\n"
                      "  requires annual_value >= USD 10\n"
                      "}\n");
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    advance("2026-05-01");
    ck_assert_ptr_nonnull(strstr(last_body(book, KIND_SILENCE).at, "\"blocked\""));
    ck_assert(asked()->open);
    allow(book, "jonas", "2026-05-01", "move PRT-1");
    allow(book, "jonas", "2026-05-01", "vote M-1 --for jonas");
    allow(book, "jonas", "2026-05-01", "close M-1");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    check_replay(book);
}
END_TEST

/* --- quorum lost, objection ----------------------------------------------------------------------------- */

START_TEST(a_quorum_lost_twice_moves_the_question_up) {
    meet("partnership_review_board", "emil farah");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "close M-1");
    ck_assert_int_eq(asked()->level, 0);
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "close M-2");
    ck_assert_int_eq(asked()->level, 1);
    ck_assert_text_is(last_escalated()->cause, "quorum_lost");
    ck_assert_day(last_escalated()->until, "2026-03-24");
}
END_TEST

START_TEST(an_objection_of_a_member_moves_the_question_up) {
    forbid(book, "NOT_A_MEMBER", "iris", "2026-03-05", "object PRT-1 --because 'no'");
    allow(book, "farah", "2026-03-05", "object PRT-1 --because 'too near to our own work'");
    ck_assert_text_is(last_escalated()->cause, "objection");
    ck_assert_text_is(asked()->decider, "executive_committee");
    ck_assert_uint_eq(count_entries(book, KIND_OBJECTED), 1);
    forbid(book, "GONE_UP", "jonas", "2026-03-05", "object PRT-1 --because 'no'");
    advance("2026-03-20");
    ck_assert_text_is(asked()->decider, "ceo");
}
END_TEST

START_TEST(a_recused_member_does_not_object) {
    allow(book, "dina", "2026-03-05", "recuse farah --from PRT-1 --because 'a share in it'");
    forbid(book, "TAKES_NO_PART", "farah", "2026-03-05", "object PRT-1 --because 'no'");
}
END_TEST

START_TEST(an_objection_is_refused_where_the_escalation_does_not_start_with_one) {
    forget_question();
    ask("technical_standard");
    forbid(book, "NO_OBJECTION", "farah", "2026-03-05", "object PRT-1 --because 'no'");
    ck_assert_ptr_nonnull(strstr(refusal_rule(book->arena, &book->refusal).at, "governance.bylaw"));
}
END_TEST

/* --- offices -------------------------------------------------------------------------------------------- */

START_TEST(an_office_decides_by_its_holder_without_a_meeting) {
    forget_question();
    ask("ethics_concern");
    allow(book, "iris", "2026-03-05", "object PRT-1 --because 'above us'");
    ck_assert_text_is(asked()->decider, "ceo");
    meet("ethics_review_panel", "all");
    forbid(book, "NO_MEETING_NEEDED", "jonas", "2026-03-10", "move PRT-1 --in MTG-1");
    allow(book, "jonas", "2026-03-10", "move PRT-1");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for iris");
    allow(book, "jonas", "2026-03-10", "vote M-1 --for jonas");
    allow(book, "jonas", "2026-03-10", "close M-1");
    ck_assert_text_is(last_closed()->result, "carried");
    ck_assert_text_is(last_closed()->decider, "ceo");
    ck_assert_uint_eq(last_closed()->roll->in_office.len, 1);
    check_replay(book);
}
END_TEST

START_TEST(an_indexed_escalation_goes_to_the_office_of_the_same_index) {
    forget_question();
    new_question_book("vertical_approval", "denied", NULL);
    allow(book, "amara", "2026-03-02",
          "open question name=MedData vertical=health annual_value='USD 50_000'");
    advance("2026-04-02");
    ck_assert_text_is(asked()->decider, "vertical_leader[health]");
    allow(book, "bela", "2026-04-02", "move PRT-1");
    allow(book, "bela", "2026-04-02", "vote M-1 --against bela");
    allow(book, "bela", "2026-04-02", "close M-1");
    ck_assert_text_is(last_closed()->result, "lost");
}
END_TEST

START_TEST(a_higher_body_decides_in_its_own_meeting) {
    advance("2026-04-02");
    allow(book, "dina", "2026-04-02", "convene executive_committee --on 2026-04-03");
    allow(book, "dina", "2026-04-03", "attend MTG-1 all");
    allow(book, "jonas", "2026-04-03", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-04-03", "vote M-1 --for all");
    allow(book, "jonas", "2026-04-03", "close M-1");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    advance("2026-12-01");
    ck_assert_uint_eq(count_entries(book, KIND_SILENCE), 0);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *escalation_suite(void) {
    Suite *suite = suite_create("escalation");
    TCase *due = tcase_create("what falls due");
    tcase_add_checked_fixture(due, set_up, forget_question);
    tcase_add_test(due, a_deadline_ends_with_its_day);
    tcase_add_test(due, an_undecided_question_goes_up_and_its_clock_counts_from_the_due_day);
    tcase_add_test(due, silence_goes_up_two_levels_and_is_then_a_rejection);
    tcase_add_test(due, a_late_advance_equals_early_ones);
    tcase_add_test(due, a_second_advance_finds_nothing_due);
    tcase_add_test(due, what_is_decided_in_time_goes_nowhere);
    tcase_add_test(due, an_open_motion_ends_when_the_question_moves_up);
    tcase_add_test(due, nothing_is_entered_before_a_recorded_lapse);
    tcase_add_test(due, being_overdue_is_no_lapse);
    tcase_add_test(due, a_rejection_that_cannot_go_on_does_not_hold_up_the_book);
    suite_add_tcase(suite, due);
    TCase *causes = tcase_create("other causes");
    tcase_add_checked_fixture(causes, set_up, forget_question);
    tcase_add_test(causes, a_quorum_lost_twice_moves_the_question_up);
    tcase_add_test(causes, an_objection_of_a_member_moves_the_question_up);
    tcase_add_test(causes, a_recused_member_does_not_object);
    tcase_add_test(causes, an_objection_is_refused_where_the_escalation_does_not_start_with_one);
    tcase_add_test(causes, an_office_decides_by_its_holder_without_a_meeting);
    tcase_add_test(causes, an_indexed_escalation_goes_to_the_office_of_the_same_index);
    tcase_add_test(causes, a_higher_body_decides_in_its_own_meeting);
    suite_add_tcase(suite, causes);
    return suite;
}
