/* Conflicts of interest: found by a body's rules, and challenged by its members. */
#include "fixture.h"
#include "proceedings/motion.h"
#include <string.h>

#define RULES                                                                                                \
    "enum award { award }\n"                                                                                 \
    "facts grant {\n  name : text\n  sponsor : person\n  helpers : list of person, optional\n}\n"            \
    "body jury \"Jury\" source \"local policy\" {\n  seats 3..7\n  quorum at least 3 members\n"              \
    "  carried by more than 1/2 of votes cast\n  recused leave the quorum base\n"                            \
    "  conflicted requester is recused\n  conflicted scorers are recused\n"                                  \
    "  conflicted named in sponsor is recused\n  conflicted named in helpers must be recused\n%s}\n"         \
    "scorecard merit of grant {\n  scale 1..5 whole\n  combined by mean\n"                                   \
    "  | criterion | group | weight | minimum |\n  | worth | all | 100%% | - |\n}\n"                         \
    "authority awards of grant {\n  | row | award || decided_by |\n  | A1 | award || jury |\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: granting\ntitle: Granting\nsource: local policy\nof: grant\nstart: look\nsteps:\n"            \
    "  look:\n    score: merit\n    by: [vertical_lead]\n    within: 5 working days\n    next: ask\n"        \
    "  ask:\n    motion: Grant {name}\n    decision: award\n    within: 5 working days\n"                    \
    "    next: { carried: granted, lost: refused, rejected: refused, withdrawn: refused }\n"                 \
    "  granted: { end: granted }\n  refused: { end: refused }\n"

#define PEOPLE                                                                                               \
    "import '{people: [{key: amara, name: A, roles: [business_development]},"                                \
    "{key: bela, name: B, roles: [vertical_lead]}, {key: carl, name: C},"                                    \
    "{key: dina, name: D, roles: [clerk]}, {key: emil, name: E}, {key: farah, name: F},"                     \
    "{key: goran, name: G}, {key: hana, name: H}],"                                                          \
    "bodies: {jury: {chair: emil, members: [{person: emil, from: 2026-01-01},"                               \
    "{person: farah, from: 2026-01-01}, {person: goran, as: deputy, from: 2026-01-01},"                      \
    "{person: hana, from: 2026-01-01}, {person: carl, from: 2026-01-01},"                                    \
    "{person: bela, from: 2026-01-01}, {person: amara, from: 2026-01-01}]}}}'"

static Book *book;

static void book_whose_body_says(const char *more) {
    Arena *arena = arena_new(0);
    book = book_with(arena, text_format(arena, RULES, more).at, WORKFLOW);
    allow(book, "founder", "2026-01-05", PEOPLE);
}

static void set_up(void) {
    book_whose_body_says("");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

/* Asked for by amara and scored by bela, and put to a meeting of all on 10 March. */
static void ask(const char *facts) {
    allow(book, "amara", "2026-03-02", text_format(book->arena, "open granting name=Well %s", facts).at);
    allow(book, "bela", "2026-03-03", "score PRT-1 worth=4");
    allow(book, "dina", "2026-03-04", "convene jury --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
}

static void put(const char *facts) {
    ask(facts);
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
}

static const RecusalState *recusal_of(const char *key) {
    Text id = {0};
    ck_assert(state_find_person(book_state(book), text_of(key), &id));
    return case_recusal(book_case(book, "PRT-2026-001"), id);
}

static void is_recused_as(const char *key, const char *ground) {
    ck_assert_msg(recusal_of(key) != NULL, "%s takes part", key);
    ck_assert_text_is(recusal_of(key)->ground, ground);
}

START_TEST(who_asked_who_scored_and_who_is_named_are_recused_when_the_case_is_put) {
    ask("sponsor=farah");
    ck_assert(!recusal_of("amara"));
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
    is_recused_as("amara", "requester");
    is_recused_as("bela", "scorer");
    is_recused_as("farah", "named");
    ck_assert_text_is(recusal_of("farah")->fact, "sponsor");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->recusals.len, 3);
    forbid(book, "TAKES_NO_PART", "farah", "2026-03-10", "vote M-1 --for farah");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "close M-1");
    ck_assert(book_case(book, "PRT-2026-001")->ended);
}
END_TEST

START_TEST(who_has_to_be_recused_is_told_of_and_neither_votes_nor_is_counted) {
    put("sponsor=farah helpers=goran,hana");
    ck_assert_text_is(remarks_of(book), "TO_BE_RECUSED TO_BE_RECUSED");
    forbid(book, "IN_CONFLICT", "goran", "2026-03-10", "vote M-1 --for goran");
    allow(book, "dina", "2026-03-10", "vote M-1 --for emil --against carl");
    forbid(book, "IN_CONFLICT", "dina", "2026-03-10", "close M-1");
    ck_assert_text_is(sentence_of(book), "goran can neither vote nor be counted on PRT-2026-001: the rules "
                                         "find a conflict (named in helpers)");
}
END_TEST

START_TEST(a_recusal_that_leaves_no_quorum_is_told_at_once) {
    put("sponsor=farah");
    allow(book, "dina", "2026-03-10", "recuse goran --from PRT-1 --because kin");
    ck_assert_text_is(remarks_of(book), "");
    allow(book, "dina", "2026-03-10", "recuse hana --from PRT-1 --because kin");
    ck_assert_text_is(remarks_of(book), "NO_QUORUM_LEFT");
    ck_assert_text_is(
        remark_sentence(book->arena, &book->remarks.at[0]),
        "jury can have no quorum on PRT-2026-001: 2 of its 7 members may take part, and it asks "
        "for at least 3 members present");
}
END_TEST

START_TEST(what_the_rules_find_is_not_taken_back_while_it_is_so) {
    put("sponsor=farah");
    forbid(book, "RULES_RECUSE", "farah", "2026-03-10",
           "recuse farah --from PRT-1 --withdraw --because 'I can be fair'");
    allow(book, "dina", "2026-03-10", "correct PRT-1 sponsor=dina --because 'another of that name'");
    allow(book, "dina", "2026-03-10", "recuse farah --from PRT-1 --withdraw --because 'it was not her'");
    allow(book, "farah", "2026-03-10", "vote M-1 --for farah");
}
END_TEST

START_TEST(a_member_challenges_another_and_the_chair_rules) {
    put("sponsor=farah");
    allow(book, "goran", "2026-03-10", "challenge hana --in PRT-1 --because 'her firm digs it'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "ruling jury P-000009; vote emil M-2026-001; vote goran M-2026-001; "
                      "vote hana M-2026-001; vote carl M-2026-001");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all --against hana");
    forbid(book, "CHALLENGE_STANDS", "dina", "2026-03-10", "close M-1");
    forbid(book, "NOT_YOUR_RULING", "goran", "2026-03-10", "ruling hana upheld --in PRT-1");
    forbid(book, "RULED_BY_CHAIR", "dina", "2026-03-10", "ruling hana upheld --in PRT-1 --for carl");
    forbid(book, "NO_RULING", "emil", "2026-03-10", "ruling hana granted --in PRT-1");
    allow(book, "emil", "2026-03-10", "ruling hana upheld --in PRT-1");
    ck_assert_text_is(recusal_of("hana")->because, "her firm digs it");
    allow(book, "dina", "2026-03-10", "close M-1");
    const Tree *roll = tree_get(json_of(book, last_body(book, KIND_CLOSED)), "roll");
    ck_assert_uint_eq(tree_len(tree_get(roll, "in_favour")), 3);
    ck_assert_uint_eq(tree_len(tree_get(roll, "against")), 0);
    ck_assert_uint_eq(tree_len(tree_get(roll, "recused")), 4);
}
END_TEST

START_TEST(a_dismissed_challenge_leaves_the_member_in) {
    put("sponsor=farah");
    allow(book, "goran", "2026-03-10", "challenge hana --in PRT-1 --because rumour");
    forbid(book, "CHALLENGED_ALREADY", "carl", "2026-03-10", "challenge hana --in PRT-1 --because rumour");
    allow(book, "dina for emil", "2026-03-10", "ruling hana dismissed --in PRT-1 --because 'no ground'");
    ck_assert(!recusal_of("hana"));
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "close M-1");
}
END_TEST

START_TEST(the_challenged_answers_by_a_recusal) {
    put("sponsor=farah");
    allow(book, "goran", "2026-03-10", "challenge hana --in PRT-1 --because rumour");
    allow(book, "hana", "2026-03-10", "recuse hana --from PRT-1 --because 'I sold it'");
    ck_assert_uint_eq(book_case(book, "PRT-2026-001")->challenges.len, 0);
    forbid(book, "NO_CHALLENGE", "emil", "2026-03-10", "ruling hana upheld --in PRT-1");
}
END_TEST

START_TEST(a_chair_who_is_challenged_does_not_rule_but_the_deputy_or_the_others) {
    put("sponsor=farah");
    allow(book, "carl", "2026-03-10", "challenge emil --in PRT-1 --because kin");
    forbid(book, "RULING_OF_OTHERS", "emil", "2026-03-10", "ruling emil dismissed --in PRT-1");
    allow(book, "goran", "2026-03-10", "ruling emil dismissed --in PRT-1");
    allow(book, "carl", "2026-03-10", "challenge emil --in PRT-1 --because 'kin indeed'");
    allow(book, "dina", "2026-03-10", "ruling emil upheld --in PRT-1 --for carl,hana --against goran");
    ck_assert(recusal_of("emil") != NULL);
}
END_TEST

START_TEST(the_others_rule_by_vote_where_the_body_says_so) {
    tear_down();
    book_whose_body_says("  challenges ruled by vote\n");
    put("sponsor=farah");
    allow(book, "goran", "2026-03-10", "challenge hana --in PRT-1 --because rumour");
    forbid(book, "RULED_BY_VOTE", "emil", "2026-03-10", "ruling hana upheld --in PRT-1");
    forbid(book, "RULING_OF_OTHERS", "dina", "2026-03-10", "ruling hana dismissed --in PRT-1 --against hana");
    forbid(book, "TAKES_NO_PART", "dina", "2026-03-10", "ruling hana upheld --in PRT-1 --for farah");
    forbid(book, "VOTES_TWICE", "dina", "2026-03-10",
           "ruling hana upheld --in PRT-1 --for carl --against carl");
    forbid(book, "RULED_OTHERWISE", "dina", "2026-03-10",
           "ruling hana upheld --in PRT-1 --for carl --against emil");
    allow(book, "dina", "2026-03-10", "ruling hana upheld --in PRT-1 --for carl,goran --against emil");
    ck_assert(recusal_of("hana") != NULL);
}
END_TEST

START_TEST(only_a_colleague_challenges_and_only_who_is_asked_is_challenged) {
    put("sponsor=farah");
    forbid(book, "NOT_A_COLLEAGUE", "dina", "2026-03-10", "challenge hana --in PRT-1 --because rumour");
    forbid(book, "NOT_ASKED_HERE", "goran", "2026-03-10", "challenge dina --in PRT-1 --because rumour");
    forbid(book, "OWN_CHALLENGE", "goran", "2026-03-10", "challenge goran --in PRT-1 --because rumour");
    forbid(book, "TAKES_NO_PART", "goran", "2026-03-10", "challenge farah --in PRT-1 --because rumour");
}
END_TEST

Suite *conflicts_suite(void) {
    Suite *suite = suite_create("conflicts");
    TCase *tcase = tcase_create("conflicts");
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, who_asked_who_scored_and_who_is_named_are_recused_when_the_case_is_put);
    tcase_add_test(tcase, who_has_to_be_recused_is_told_of_and_neither_votes_nor_is_counted);
    tcase_add_test(tcase, a_recusal_that_leaves_no_quorum_is_told_at_once);
    tcase_add_test(tcase, what_the_rules_find_is_not_taken_back_while_it_is_so);
    tcase_add_test(tcase, a_member_challenges_another_and_the_chair_rules);
    tcase_add_test(tcase, a_dismissed_challenge_leaves_the_member_in);
    tcase_add_test(tcase, the_challenged_answers_by_a_recusal);
    tcase_add_test(tcase, a_chair_who_is_challenged_does_not_rule_but_the_deputy_or_the_others);
    tcase_add_test(tcase, the_others_rule_by_vote_where_the_body_says_so);
    tcase_add_test(tcase, only_a_colleague_challenges_and_only_who_is_asked_is_challenged);
    return suite;
}
