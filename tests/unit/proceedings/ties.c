/* Ties and casting votes, and results recomputed from their rolls. */
#include "question.h"

static void set_up(void) {
    ask("strategic_partnership");
}

static void tie(void) {
    in_the_board("emil farah goran hana");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah --against goran,hana");
}

static void tie_of_the_standards_committee(void) {
    forget_question();
    ask("technical_standard");
    meet("integration_standards_committee", "all");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil,farah --against goran,hana");
}

START_TEST(a_tie_is_not_a_majority) {
    tie_of_the_standards_committee();
    close_and_expect("2026-03-20", "close M-1", "lost");
    ck_assert(last_closed()->tie);
}
END_TEST

START_TEST(a_tie_that_the_chair_decides_is_not_closed_without_the_chair) {
    tie();
    forbid(book, "TIED", "dina", "2026-03-10", "close M-1");
    ck_assert_text_is(sentence_of(book), "M-2026-001 is tied, 2 for and 2 against; the chair decides");
    ck_assert_text_is(mend_of(book),
                      "close it with: bylaw close M-2026-001 --casting for, or --casting against");
}
END_TEST

START_TEST(the_chair_decides_a_tie_where_the_body_says_so) {
    tie();
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-10", "close M-1 --casting perhaps");
    close_and_expect("2026-03-10", "close M-1 --casting for", "carried");
    ck_assert(last_closed()->tie);
    ck_assert_text_is(last_closed()->casting, "for");
    ck_assert(!comparison_of(last_closed(), "carried")->held);
    ck_assert_int_eq(comparison_of(last_closed(), "casting")->count, 3);
}
END_TEST

START_TEST(the_chair_can_decide_a_tie_against) {
    tie();
    close_and_expect("2026-03-10", "close M-1 --casting against", "lost");
}
END_TEST

START_TEST(a_casting_vote_needs_a_tie) {
    in_the_board("all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all --against goran");
    forbid(book, "NO_TIE", "dina", "2026-03-10", "close M-1 --casting for");
}
END_TEST

START_TEST(a_chair_who_is_not_there_decides_nothing) {
    in_the_board("farah goran hana carl");
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah,carl --against goran,hana");
    forbid(book, "NOT_THERE", "dina", "2026-03-10", "close M-1 --casting for");
    close_and_expect("2026-03-10", "close M-1", "lost");
}
END_TEST

START_TEST(a_body_that_says_nothing_of_ties_loses_them) {
    tie_of_the_standards_committee();
    forbid(book, "NO_CASTING", "dina", "2026-03-20", "close M-1 --casting for");
}
END_TEST

#define UNVOTED_RULES                                                                                        \
    "enum topic { swap \"A swap\" }\n"                                                                       \
    "body jury \"Jury\" source \"local policy\" {\n"                                                         \
    "  seats   3..9\n"                                                                                       \
    "  quorum  at least 2 members\n"                                                                         \
    "  carried by more than 1/2 of votes cast and at least 1/2 of members present\n"                         \
    "  tie     chair decides if the chair has not voted\n"                                                   \
    "}\n"                                                                                                    \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic || decided_by |\n"                                                                      \
    "  | T1  | swap  || jury       |\n"                                                                      \
    "}\n"

static void ask_the_jury(void) {
    forget_question();
    new_question_book("swap", "denied", UNVOTED_RULES);
    allow(book, "dina", "2026-01-06",
          "import '{bodies: {jury: {chair: emil, members: [{person: emil, from: 2026-01-01},"
          "{person: farah, from: 2026-01-01}, {person: goran, from: 2026-01-01}]}}}'");
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
    meet("jury", "all");
    move_in_meeting();
}

START_TEST(a_chair_who_has_not_voted_decides_where_only_such_a_chair_may) {
    ask_the_jury();
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah --against goran");
    forbid(book, "TIED", "dina", "2026-03-10", "close M-1");
    close_and_expect("2026-03-10", "close M-1 --casting for", "carried");
}
END_TEST

START_TEST(a_chair_who_has_voted_does_not_decide_there) {
    ask_the_jury();
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil --against goran --abstain farah");
    forbid(book, "CHAIR_VOTED", "dina", "2026-03-10", "close M-1 --casting for");
    close_and_expect("2026-03-10", "close M-1", "lost");
}
END_TEST

START_TEST(a_casting_vote_carries_what_one_vote_more_carries) {
    ask_the_jury();
    allow(book, "dina", "2026-03-10",
          "import '{bodies: {jury: {members: [{person: hana, from: 2026-01-01}, {person: carl, from: "
          "2026-01-01},"
          "{person: bela, from: 2026-01-01}]}}}'");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "dina", "2026-03-10", "vote M-1 --for farah --against goran --abstain hana,carl,bela");
    close_and_expect("2026-03-10", "close M-1 --casting for", "lost");
}
END_TEST

START_TEST(where_all_who_are_there_are_recused_there_is_no_quorum) {
    allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "recuse emil --from PRT-1 --because kin");
    allow(book, "dina", "2026-03-10", "attend MTG-1 emil");
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
}
END_TEST

/* Every member of the board is absent, recused, silent, for, against or abstaining by chance; the result is
 * recomputed from the roll as somebody with pen and paper would. */
START_TEST(a_result_can_be_recomputed_from_its_roll_alone) {
    static const char *const board[] = {"emil", "farah", "goran", "hana", "carl"};
    static const char *const choices[] = {"for", "against", "abstain"};
    uint64_t seed = check_seed("a_result_can_be_recomputed_from_its_roll_alone");
    for (int round = 1; round <= 12; round++) {
        if (round > 1) allow(book, "amara", "2026-03-02", "open question name=Next vertical=health");
        allow(book, "dina", "2026-03-10", "convene partnership_review_board --on 2026-03-10");
        Buf there = buf_new(book->arena), votes = buf_new(book->arena);
        for (size_t i = 0; i < 5; i++) {
            uint64_t part = check_below(&seed, 7);
            if (part > 0) buf_format(&there, " %s", board[i]);
            if (part == 1)
                allow(book, "dina", "2026-03-10",
                      text_format(book->arena, "recuse %s --from PRT-%d --because kin", board[i], round).at);
            if (part > 3) buf_format(&votes, " --%s %s", choices[part - 4], board[i]);
        }
        buf_format(&there, " %s", there.len == 0 ? "emil" : "");
        allow(book, "dina", "2026-03-10",
              text_format(book->arena, "attend MTG-%d%s", round, buf_done(&there).at).at);
        allow(book, "dina", "2026-03-10",
              text_format(book->arena, "move PRT-%d --in MTG-%d", round, round).at);
        if (votes.len > 0)
            allow(book, "dina", "2026-03-10",
                  text_format(book->arena, "vote M-%d%s", round, buf_done(&votes).at).at);
        if (!act(book, "dina", "2026-03-10", text_format(book->arena, "close M-%d", round).at)) {
            if (book->refusal.code == REFUSAL_NOBODY_VOTED) continue;
            ck_assert_int_eq(book->refusal.code, REFUSAL_TIED);
            allow(book, "dina", "2026-03-10",
                  text_format(book->arena, "close M-%d --casting against", round).at);
        }
        const Roll *roll = last_closed()->roll;
        size_t cast = roll->in_favour.len + roll->against.len;
        bool quorum = 2 * roll->present.len > roll->in_office.len - roll->recused.len;
        bool carried = 2 * roll->in_favour.len > cast;
        ck_assert_text_is(last_closed()->result, !quorum ? "no_quorum" : carried ? "carried" : "lost");
        ck_assert_uint_eq(cast + roll->abstaining.len + roll->not_voting.len, roll->present.len);
        for (size_t i = 0; i < roll->recused.len; i++)
            ck_assert(!texts_have(&roll->present, roll->recused.at[i]));
    }
    check_rebuild(book);
    check_replay(book);
}
END_TEST

START_TEST(what_is_entered_of_motions_is_rebuilt_and_replayed) {
    tie();
    close_and_expect("2026-03-10", "close M-1 --casting for", "carried");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *ties_suite(void) {
    Suite *suite = suite_create("ties");
    TCase *ties = tcase_create("ties");
    tcase_add_checked_fixture(ties, set_up, forget_question);
    tcase_add_test(ties, a_tie_is_not_a_majority);
    tcase_add_test(ties, a_tie_that_the_chair_decides_is_not_closed_without_the_chair);
    tcase_add_test(ties, the_chair_decides_a_tie_where_the_body_says_so);
    tcase_add_test(ties, the_chair_can_decide_a_tie_against);
    tcase_add_test(ties, a_casting_vote_needs_a_tie);
    tcase_add_test(ties, a_chair_who_is_not_there_decides_nothing);
    tcase_add_test(ties, a_body_that_says_nothing_of_ties_loses_them);
    tcase_add_test(ties, a_chair_who_has_not_voted_decides_where_only_such_a_chair_may);
    tcase_add_test(ties, a_chair_who_has_voted_does_not_decide_there);
    tcase_add_test(ties, a_casting_vote_carries_what_one_vote_more_carries);
    tcase_add_test(ties, what_is_entered_of_motions_is_rebuilt_and_replayed);
    tcase_add_test(ties, where_all_who_are_there_are_recused_there_is_no_quorum);
    tcase_add_test(ties, a_result_can_be_recomputed_from_its_roll_alone);
    suite_add_tcase(suite, ties);
    return suite;
}
