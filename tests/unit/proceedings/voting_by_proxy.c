/* Proxies: who votes for a member who is not there, and what that counts for (law P3). */
#include "question.h"

#define RULES(proxies)                                                                                       \
    "enum topic { swap \"A swap\" }\n"                                                                       \
    "body council \"Council\" {\n"                                                                           \
    "  seats   3..9\n"                                                                                       \
    "  quorum  at least 3 members\n"                                                                         \
    "  carried by more than 1/2 of members present\n"                                                        \
    "  tie     chair decides\n" proxies "}\n"                                                                \
    "ballot by_paper {\n  kind secret\n  carried by more than 1/2 of members present\n}\n"                   \
    "authority topics of partnership source \"local policy\" {\n"                                            \
    "  | row | topic | annual_value            || decided_by | ballot   |\n"                                 \
    "  | T1  | swap  | < USD 10, missing       || council    | -        |\n"                                 \
    "  | T2  | swap  | >= USD 10               || council    | by_paper |\n"                                 \
    "}\n"

#define COUNCIL                                                                                              \
    "import '{people: [{key: emil, name: E}], bodies: {council: {chair: emil, members: ["                    \
    "{person: emil, from: 2026-01-01}, {person: farah, from: 2026-01-01},"                                   \
    "{person: goran, from: 2026-01-01}, {person: hana, from: 2026-01-01},"                                   \
    "{person: carl, from: 2026-01-01}]}}}'"

#define TO_MEMBERS "  proxies allowed to members, at most 2\n"

static void begin(const char *rules) {
    new_question_book("swap", "denied", rules);
    allow(book, "dina", "2026-01-06", COUNCIL);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
}

static void end(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

/* Hana's vote is for Farah to give, on the day of the meeting. */
#define GIVEN "proxy farah --for hana --in council --from 2026-03-10 --until 2026-03-11"

static void meet_with(const char *present) {
    meet("council", present);
    move_in_meeting();
}

static const Roll *roll(void) {
    return last_closed()->roll;
}

START_TEST(who_holds_a_proxy_gives_the_vote_of_the_member_and_the_roll_names_both) {
    begin(RULES(TO_MEMBERS));
    allow(book, "hana", "2026-03-05", GIVEN);
    meet_with("emil farah goran");
    allow(book, "farah", "2026-03-10", "vote M-1 --for farah --against hana");
    forbid(book, "NO_POWER", "goran", "2026-03-10", "vote M-1 --for hana");
    forbid(book, "NOT_THERE", "hana", "2026-03-10", "vote M-1 --for hana");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->in_favour.len, 3);
    ck_assert(texts_have(&roll()->against, id_of("hana")));
    ck_assert_uint_eq(roll()->standing_in.len, 1);
    ck_assert_text_eq(roll()->standing_in.at[0].person, id_of("farah"));
    ck_assert_text_eq(roll()->standing_in.at[0].member, id_of("hana"));
    ck_assert_text_is(roll()->standing_in.at[0].as, "proxy");
    const Compared *carried = comparison_of(last_closed(), "carried");
    ck_assert_int_eq(carried->base_count, 4);
    ck_assert_int_eq(carried->count, 3);
    end();
}
END_TEST

START_TEST(who_is_represented_counts_in_the_quorum_where_the_body_says_so) {
    begin(RULES(TO_MEMBERS));
    allow(book, "hana", "2026-03-05", GIVEN);
    meet_with("emil farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "no_quorum");
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->count, 2);
    ck_assert_text_is(comparison_of(last_closed(), "quorum")->counted, "members present in person");
    end();
    begin(RULES(TO_MEMBERS "  proxies count in the quorum\n"));
    allow(book, "hana", "2026-03-05", GIVEN);
    meet_with("emil farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_int_eq(comparison_of(last_closed(), "quorum")->count, 3);
    end();
}
END_TEST

START_TEST(a_member_who_comes_votes_themselves) {
    begin(RULES(TO_MEMBERS));
    allow(book, "hana", "2026-03-05", GIVEN);
    meet_with("emil farah goran");
    allow(book, "farah", "2026-03-10", "vote M-1 --against hana");
    allow(book, "dina", "2026-03-10", "attend MTG-1 hana");
    allow(book, "hana", "2026-03-10", "vote M-1 --for hana");
    ck_assert_uint_eq(motion_numbered("M-2026-001")->by_proxy.len, 0);
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->standing_in.len, 0);
    ck_assert_uint_eq(roll()->in_favour.len, 4);
    end();
}
END_TEST

START_TEST(a_proxy_holds_on_its_days_and_until_it_is_revoked) {
    begin(RULES(TO_MEMBERS));
    allow(book, "hana", "2026-03-05",
          "proxy farah --for hana --in council --from 2026-03-08 --until 2026-03-10");
    allow(book, "carl", "2026-03-05",
          "proxy farah --for carl --in council --from 2026-03-10 --until 2026-03-20");
    forbid(book, "NOT_YOUR_PROXY", "hana", "2026-03-06", "revoke D-2 --because no");
    allow(book, "carl", "2026-03-06", "revoke D-2 --because 'I come myself'");
    meet_with("emil farah goran");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->present.len, 3);
    end();
}
END_TEST

START_TEST(nobody_votes_for_the_recused_nor_on_a_request_of_their_own) {
    begin(RULES(TO_MEMBERS));
    allow(book, "hana", "2026-03-05", "open question name=Own vertical=health");
    allow(book, "carl", "2026-03-05",
          "proxy hana --for carl --in council --from 2026-03-10 --until 2026-03-11");
    allow(book, "goran", "2026-03-05",
          "proxy farah --for goran --in council --from 2026-03-10 --until 2026-03-11");
    allow(book, "dina", "2026-03-05", "recuse goran --from PRT-2 --because kin");
    meet("council", "emil farah hana");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_uint_eq(roll()->standing_in.len, 0);
    ck_assert_uint_eq(roll()->in_favour.len, 2);
    ck_assert_uint_eq(roll()->recused.len, 1);
    end();
}
END_TEST

START_TEST(proxies_are_as_many_as_the_rule_says_and_never_come_back) {
    begin(RULES("  proxies allowed to members, at most 1\n"));
    allow(book, "hana", "2026-03-05", GIVEN);
    forbid(book, "DELEGATED_BACK", "hana", "2026-03-05",
           "proxy carl --for hana --in council --from 2026-03-01 --until 2026-03-12");
    forbid(book, "PROXY_GIVEN", "hana", "2026-03-05",
           "proxy carl --for hana --in council --from 2026-03-09 --until 2026-03-12");
    forbid(book, "PROXIES_FULL", "carl", "2026-03-05",
           "proxy farah --for carl --in council --from 2026-03-10 --until 2026-03-12");
    forbid(book, "PROXY_COMES_BACK", "farah", "2026-03-05",
           "proxy hana --for farah --in council --from 2026-03-10 --until 2026-03-12");
    forbid(book, "PROXY_COMES_BACK", "farah", "2026-03-05",
           "proxy farah --for farah --in council --from 2026-03-20 --until 2026-03-22");
    forbid(book, "PROXY_NO_MEMBER", "carl", "2026-03-05",
           "proxy amara --for carl --in council --from 2026-03-10 --until 2026-03-12");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-05",
           "proxy carl --for amara --in council --from 2026-03-10 --until 2026-03-12");
    forbid(book, "NO_POWER", "carl", "2026-03-05",
           "proxy carl --for goran --in council --from 2026-03-10 --until 2026-03-12");
    forbid(book, "NO_PROXIES", "dina", "2026-03-05",
           "proxy emil --for farah --in partnership_review_board --from 2026-03-10 --until 2026-03-12");
    allow(book, "carl", "2026-03-05",
          "proxy farah --for carl --in council --from 2026-03-11 --until 2026-03-12");
    end();
}
END_TEST

START_TEST(anybody_votes_for_members_where_the_rule_says_so_and_for_one_case_alone) {
    begin(RULES("  proxies allowed to anyone\n"));
    allow(book, "amara", "2026-03-05", "open question name=Other vertical=health");
    allow(book, "hana", "2026-03-05",
          "proxy bela --for hana --in council --from 2026-03-10 --until 2026-03-11 --case PRT-2");
    meet_with("emil farah goran --observers bela");
    forbid(book, "NOT_A_MEMBER", "dina", "2026-03-10", "vote M-1 --for bela");
    forbid(book, "NOT_THERE", "bela", "2026-03-10", "vote M-1 --for hana");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    allow(book, "bela", "2026-03-10", "vote M-2 --for hana");
    allow(book, "dina", "2026-03-10", "vote M-2 --for all");
    close_and_expect("2026-03-10", "close M-2", "carried");
    ck_assert_uint_eq(roll()->in_favour.len, 4);
    ck_assert_text_eq(roll()->standing_in.at[0].person, id_of("bela"));
    end();
}
END_TEST

START_TEST(in_a_secret_ballot_nobody_votes_for_another_unless_the_rule_says_so) {
    begin(RULES(TO_MEMBERS));
    allow(book, "amara", "2026-03-02", "open question name=Paper vertical=health annual_value='USD 20'");
    allow(book, "hana", "2026-03-05", GIVEN);
    meet("council", "emil farah goran");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    forbid(book, "TOO_MANY_VOTES", "dina", "2026-03-10",
           "close M-1 for=4 against=0 abstaining=0 --tellers goran,farah --voted all");
    close_and_expect("2026-03-10", "close M-1 for=3 against=0 abstaining=0 --tellers goran,farah --voted all",
                     "carried");
    end();
    begin(RULES(TO_MEMBERS "  proxies vote in secret ballots\n"));
    allow(book, "amara", "2026-03-02", "open question name=Paper vertical=health annual_value='USD 20'");
    allow(book, "hana", "2026-03-05", GIVEN);
    meet("council", "emil farah goran");
    allow(book, "dina", "2026-03-10", "move PRT-2 --in MTG-1");
    close_and_expect("2026-03-10", "close M-1 for=4 against=0 abstaining=0 --tellers goran,farah --voted all",
                     "carried");
    end();
}
END_TEST

START_TEST(a_chair_who_is_represented_decides_no_tie) {
    begin(RULES(TO_MEMBERS "  proxies count in the quorum\n"));
    allow(book, "emil", "2026-03-05",
          "proxy farah --for emil --in council --from 2026-03-10 --until 2026-03-11");
    meet_with("farah goran hana");
    allow(book, "farah", "2026-03-10", "vote M-1 --for farah,emil");
    allow(book, "dina", "2026-03-10", "vote M-1 --against all");
    forbid(book, "NO_CHAIR", "dina", "2026-03-10", "close M-1 --casting for");
    close_and_expect("2026-03-10", "close M-1", "lost");
    end();
}
END_TEST

/* Everybody but Emil and Farah is there, away, or represented by chance, and votes by chance; what it comes
 * to follows from the roll alone. */
START_TEST(a_result_with_proxies_can_be_recomputed_from_its_roll_alone) {
    static const char *const others[] = {"goran", "hana", "carl"};
    uint64_t seed = check_seed("a_result_with_proxies_can_be_recomputed_from_its_roll_alone");
    for (int round = 0; round < 6; round++) {
        begin(RULES(TO_MEMBERS));
        Buf there = buf_new(book->arena), votes = buf_new(book->arena);
        buf_cstr(&there, "emil farah");
        for (size_t i = 0; i < 3; i++) {
            uint64_t part = check_below(&seed, 4);
            if (part == 1) buf_format(&there, " %s", others[i]);
            if (part > 1)
                allow(book, "dina", "2026-03-05",
                      text_format(book->arena,
                                  "proxy %s --for %s --in council --from 2026-03-10 --until 2026-03-11",
                                  i == 0 ? "emil" : "farah", others[i])
                          .at);
            if (part > 0)
                buf_format(&votes, " --%s %s", check_below(&seed, 2) ? "for" : "against", others[i]);
        }
        meet_with(buf_done(&there).at);
        Text line = text_format(book->arena, "vote M-1 --for farah --abstain emil%s", buf_done(&votes).at);
        allow(book, "dina", "2026-03-10", line.at);
        if (!act(book, "dina", "2026-03-10", "close M-1"))
            allow(book, "dina", "2026-03-10", "close M-1 --casting against");
        bool quorum = roll()->present.len - roll()->standing_in.len >= 3;
        bool carried = 2 * roll()->in_favour.len > roll()->present.len;
        ck_assert_text_is(last_closed()->result, !quorum ? "no_quorum" : carried ? "carried" : "lost");
        end();
    }
}
END_TEST

Suite *voting_by_proxy_suite(void) {
    Suite *suite = suite_create("voting by proxy");
    TCase *tests = tcase_create("voting by proxy");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, who_holds_a_proxy_gives_the_vote_of_the_member_and_the_roll_names_both);
    tcase_add_test(tests, who_is_represented_counts_in_the_quorum_where_the_body_says_so);
    tcase_add_test(tests, a_member_who_comes_votes_themselves);
    tcase_add_test(tests, a_proxy_holds_on_its_days_and_until_it_is_revoked);
    tcase_add_test(tests, nobody_votes_for_the_recused_nor_on_a_request_of_their_own);
    tcase_add_test(tests, proxies_are_as_many_as_the_rule_says_and_never_come_back);
    tcase_add_test(tests, anybody_votes_for_members_where_the_rule_says_so_and_for_one_case_alone);
    tcase_add_test(tests, in_a_secret_ballot_nobody_votes_for_another_unless_the_rule_says_so);
    tcase_add_test(tests, a_chair_who_is_represented_decides_no_tie);
    tcase_add_test(tests, a_result_with_proxies_can_be_recomputed_from_its_roll_alone);
    return suite;
}
