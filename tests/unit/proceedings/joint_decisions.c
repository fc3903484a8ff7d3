/* Questions that several decide: together, some of them, or one after the other; and who recommends. */
#include "fixture.h"
#include "proceedings/motion.h"
#include <string.h>

#define RULES                                                                                                \
    "enum asking { spend }\n"                                                                                \
    "enum kind { pair, some, order, nested, named, advised }\n"                                              \
    "office cfo\noffice coo\n"                                                                               \
    "facts purchase {\n  item : text\n  kind : kind\n  approver : person, optional\n"                        \
    "  other : person, optional\n}\n"                                                                        \
    "escalation up {\n  starts when undecided for 30 days\n  starts when objection\n"                        \
    "  | level | to  | within | on silence |\n  | 1     | ceo | 5 days | reject     |\n}\n"                  \
    "authority spending of purchase {\n"                                                                     \
    "  | row | asking | kind    || decided_by                        | escalation | recommends          |"   \
    " consulted | informed |\n"                                                                              \
    "  | S1  | spend  | pair    || cfo and coo                       | up         | -                   |"   \
    " - | - |\n"                                                                                             \
    "  | S2  | spend  | some    || 2 of (cfo, coo, ceo)              | up         | -                   |"   \
    " - | - |\n"                                                                                             \
    "  | S3  | spend  | order   || cfo then executive_committee      | up         | -                   |"   \
    " - | - |\n"                                                                                             \
    "  | S4  | spend  | nested  || 1 of (cfo and coo, ceo) then cto  | -          | -                   |"   \
    " - | - |\n"                                                                                             \
    "  | S5  | spend  | named   || approver and other                | -          | -                   |"   \
    " - | - |\n"                                                                                             \
    "  | S6  | spend  | advised || ceo | - | clerk, cfo, executive_committee | cto | clerk |\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: buying\ntitle: Buying\nsource: local policy\nof: purchase\nstart: ask\nsteps:\n"              \
    "  ask:\n    motion: Buy {item}\n    decision: spend\n    within: 5 working days\n"                      \
    "    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }\n"                  \
    "  bought: { end: bought }\n  refused: { end: refused }\n"

/* Hana holds two offices, of each of which there is another holder too. */
#define PEOPLE                                                                                               \
    "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: carl, name: C},"          \
    "{key: dina, name: D, roles: [clerk]}, {key: emil, name: E}, {key: farah, name: F},"                     \
    "{key: goran, name: G}, {key: hana, name: H}, {key: jonas, name: J}],"                                   \
    "offices: {cfo: [{person: carl, from: 2026-01-01}, {person: hana, from: 2026-01-01}],"                   \
    "coo: [{person: hana, from: 2026-01-01}, {person: emil, from: 2026-03-05}],"                             \
    "ceo: [{person: jonas, from: 2026-01-01}], cto: [{person: goran, from: 2026-01-01}]},"                   \
    "bodies: {executive_committee: {chair: jonas, members: [{person: jonas, from: 2026-01-01},"              \
    "{person: carl, from: 2026-01-01}, {person: farah, from: 2026-01-01}]}}}'"

static Book *book;

static void set_up(void) {
    Arena *arena = arena_new(0);
    book = book_with(arena, RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05", PEOPLE);
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

/* PRT-2026-001, opened by amara on 2 March 2026 and asked at once. */
static void ask(const char *facts) {
    allow(book, "amara", "2026-03-02", text_format(book->arena, "open buying item=Desks %s", facts).at);
}

static const StepState *asked(void) {
    return case_step(book_case(book, "PRT-2026-001"), TEXT("ask"));
}

/* Who of the holders decides, on which motion, how. */
static void decide(const char *who, const char *when, const char *office, const char *motion,
                   const char *how) {
    allow(book, who, when, text_format(book->arena, "move PRT-1 --to %s", office).at);
    allow(book, who, when, text_format(book->arena, "vote %s --%s %s", motion, how, who).at);
    allow(book, who, when, text_format(book->arena, "close %s", motion).at);
}

static void stands(const char *decider, const char *word) {
    const StepState *step = asked();
    const PartState *part = part_of(step, text_of(decider));
    ck_assert_msg(part != NULL, "%s is no part", decider);
    ck_assert_text_is(part_word(book_state(book), step, part), word);
}

static void ended(const char *outcome) {
    ck_assert(book_case(book, "PRT-2026-001")->ended);
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, outcome);
}

static const JointlyDecided *jointly(void) {
    Text error = {0};
    return record_read(book->arena, &JointlyDecided_record, last_body(book, KIND_JOINTLY_DECIDED), &error);
}

/* --- together ------------------------------------------------------------------------------------------- */

START_TEST(both_have_to_carry_it) {
    ask("kind=pair");
    ck_assert_text_is(asked()->decider, "cfo and coo");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion cfo Buy Desks; motion coo Buy Desks");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    stands("cfo", "carried");
    stands("coo", "asked");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion coo Buy Desks");
    decide("hana", "2026-03-03", "coo", "M-2", "for");
    ended("bought");
}
END_TEST

START_TEST(what_each_of_them_decided_stands_in_one_entry) {
    ask("kind=pair");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    decide("hana", "2026-03-03", "coo", "M-2", "for");
    const JointlyDecided *found = jointly();
    ck_assert_text_is(found->decider, "cfo and coo");
    ck_assert_text_is(found->result, "carried");
    ck_assert_uint_eq(found->parts.len, 2);
    ck_assert_text_is(found->parts.at[0].decider, "cfo");
    ck_assert_text_is(found->parts.at[0].motion, "M-2026-001");
    ck_assert_text_is(found->parts.at[1].result, "carried");
}
END_TEST

START_TEST(it_is_lost_as_soon_as_one_of_two_loses_it) {
    ask("kind=pair");
    allow(book, "hana", "2026-03-03", "move PRT-1 --to coo");
    decide("carl", "2026-03-03", "cfo", "M-2", "against");
    ended("refused");
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-001"))->result, "withdrawn");
    ck_assert_text_is(jointly()->parts.at[1].result, "");
}
END_TEST

START_TEST(a_single_decider_makes_no_joint_decision) {
    ask("kind=advised");
    decide("jonas", "2026-03-03", "ceo", "M-1", "for");
    ended("bought");
    ck_assert_uint_eq(count_entries(book, KIND_JOINTLY_DECIDED), 0);
}
END_TEST

/* --- some of them --------------------------------------------------------------------------------------- */

START_TEST(two_of_three_carry_it_and_the_third_is_not_needed) {
    ask("kind=some");
    allow(book, "jonas", "2026-03-03", "move PRT-1 --to ceo");
    decide("carl", "2026-03-03", "cfo", "M-2", "for");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    decide("hana", "2026-03-03", "coo", "M-3", "for");
    ended("bought");
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-001"))->result, "withdrawn");
    stands("ceo", "spare");
}
END_TEST

START_TEST(one_of_three_may_be_against_it_and_two_may_not) {
    ask("kind=some");
    decide("carl", "2026-03-03", "cfo", "M-1", "against");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    decide("hana", "2026-03-03", "coo", "M-2", "against");
    ended("refused");
}
END_TEST

/* --- one after the other -------------------------------------------------------------------------------- */

START_TEST(the_second_is_asked_when_the_first_has_carried_it) {
    ask("kind=order");
    stands("executive_committee", "later");
    allow(book, "dina", "2026-03-03", "convene executive_committee --on 2026-03-04");
    allow(book, "dina", "2026-03-04", "attend MTG-1 all");
    forbid(book, "NO_MEETING_NEEDED", "dina", "2026-03-04", "move PRT-1 --in MTG-1");
    forbid(book, "NOT_ASKED", "dina", "2026-03-04", "move PRT-1 --in MTG-1 --to executive_committee");
    decide("carl", "2026-03-04", "cfo", "M-1", "for");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion executive_committee Buy Desks");
    allow(book, "dina", "2026-03-04", "move PRT-1 --in MTG-1");
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-002"))->decider, "executive_committee");
}
END_TEST

START_TEST(the_second_is_not_asked_when_the_first_has_lost_it) {
    ask("kind=order");
    decide("carl", "2026-03-03", "cfo", "M-1", "against");
    ended("refused");
    stands("executive_committee", "spare");
}
END_TEST

START_TEST(a_body_decides_as_a_body_whoever_sits_in_it) {
    ask("kind=order");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    allow(book, "dina", "2026-03-03", "convene executive_committee --on 2026-03-04");
    allow(book, "dina", "2026-03-04", "attend MTG-1 all");
    allow(book, "dina", "2026-03-04", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-04", "vote M-2 --for carl,farah");
    allow(book, "dina", "2026-03-04", "close M-2");
    ended("bought");
}
END_TEST

START_TEST(a_lost_quorum_leaves_a_part_open) {
    ask("kind=order");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    allow(book, "dina", "2026-03-03", "convene executive_committee --on 2026-03-04");
    allow(book, "dina", "2026-03-04", "attend MTG-1 jonas");
    allow(book, "dina", "2026-03-04", "move PRT-1 --in MTG-1");
    allow(book, "dina", "2026-03-04", "close M-2");
    stands("cfo", "carried");
    stands("executive_committee", "asked");
}
END_TEST

START_TEST(parts_have_parts) {
    ask("kind=nested");
    stands("coo", "asked");
    stands("cto", "later");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    stands("cto", "later");
    decide("jonas", "2026-03-03", "ceo", "M-2", "for");
    stands("coo", "spare");
    stands("cto", "asked");
    decide("goran", "2026-03-03", "cto", "M-3", "for");
    ended("bought");
}
END_TEST

/* --- distinct people (law P8) --------------------------------------------------------------------------- */

START_TEST(who_holds_both_offices_decides_once) {
    ask("kind=pair");
    decide("hana", "2026-03-03", "cfo", "M-1", "for");
    allow(book, "hana", "2026-03-03", "move PRT-1 --to coo");
    forbid(book, "HAS_DECIDED", "hana", "2026-03-03", "vote M-2 --for hana");
    forbid(book, "NOBODY_LEFT", "dina", "2026-03-03", "vote M-2 --for all");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "holder coo M-2026-002");
    ck_assert(!book_case(book, "PRT-2026-001")->ended);
    allow(book, "dina", "2026-03-05", "withdraw M-2 --because 'put again to the new holder'");
    ended("refused");
}
END_TEST

START_TEST(another_holder_decides_for_the_second_office) {
    ask("kind=pair");
    decide("hana", "2026-03-05", "cfo", "M-1", "for");
    allow(book, "emil", "2026-03-05", "move PRT-1");
    allow(book, "emil", "2026-03-05", "vote M-2 --for all");
    ck_assert(!has_voted(state_motion(book_state(book), TEXT("M-2026-002")),
                         state_motion(book_state(book), TEXT("M-2026-001"))->in_favour.at[0]));
    allow(book, "emil", "2026-03-05", "close M-2");
    ended("bought");
}
END_TEST

START_TEST(an_open_vote_for_one_office_keeps_from_the_other_too) {
    ask("kind=pair");
    allow(book, "dina", "2026-03-05", "move PRT-1 --to cfo");
    allow(book, "dina", "2026-03-05", "move PRT-1 --to coo");
    allow(book, "hana", "2026-03-05", "vote M-1 --abstain hana");
    forbid(book, "HAS_DECIDED", "hana", "2026-03-05", "vote M-2 --for hana");
    allow(book, "hana", "2026-03-05", "withdraw M-1 --because 'hana decides as coo'");
}
END_TEST

START_TEST(facts_that_name_one_person_twice_are_refused) {
    forbid(book, "TWICE_THE_SAME", "amara", "2026-03-02",
           "open buying item=Desks kind=named approver=carl other=carl");
    ck_assert_ptr_nonnull(strstr(sentence_of(book).at, "carl"));
}
END_TEST

START_TEST(a_person_decides_alone) {
    ask("kind=named approver=carl other=farah");
    decide("carl", "2026-03-03", "carl", "M-1", "for");
    forbid(book, "NO_SEAT", "emil", "2026-03-03", "move PRT-1");
    allow(book, "farah", "2026-03-03", "move PRT-1");
    forbid(book, "NOT_FOR_YOU", "dina", "2026-03-03", "vote M-2 --for emil");
    allow(book, "farah", "2026-03-03", "vote M-2 --for all");
    allow(book, "farah", "2026-03-03", "close M-2");
    ended("bought");
}
END_TEST

START_TEST(nobody_is_asked_to_decide_on_their_own_request) {
    ask("kind=named approver=amara other=farah");
    allow(book, "dina", "2026-03-03", "move PRT-1 --to amara");
    forbid(book, "OWN_CASE", "amara", "2026-03-03", "vote M-1 --for amara");
    ck_assert_ptr_nonnull(strstr(waits_of(book, "PRT-2026-001").at, "holder"));
}
END_TEST

/* --- to whom it is put ---------------------------------------------------------------------------------- */

START_TEST(a_holder_puts_it_to_their_own_office) {
    ask("kind=pair");
    forbid(book, "WHICH_DECIDER", "dina", "2026-03-05", "move PRT-1");
    forbid(book, "NOT_ASKED", "dina", "2026-03-05", "move PRT-1 --to ceo");
    allow(book, "carl", "2026-03-05", "move PRT-1");
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-001"))->decider, "cfo");
    forbid(book, "MOTION_OPEN", "carl", "2026-03-05", "move PRT-1 --to cfo");
    allow(book, "dina", "2026-03-05", "move PRT-1");
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-002"))->decider, "coo");
    forbid(book, "MOTION_OPEN", "dina", "2026-03-05", "move PRT-1");
}
END_TEST

/* --- what moves it up ----------------------------------------------------------------------------------- */

START_TEST(a_level_takes_the_place_of_all_who_decided) {
    ask("kind=pair");
    decide("carl", "2026-03-03", "cfo", "M-1", "for");
    allow(book, "hana", "2026-03-03", "move PRT-1");
    allow(book, "dina", "2026-04-02", "advance");
    ck_assert_text_is(asked()->decider, "ceo");
    ck_assert_uint_eq(asked()->parts.len, 1);
    ck_assert_text_is(state_motion(book_state(book), TEXT("M-2026-002"))->result, "withdrawn");
    decide("jonas", "2026-04-03", "ceo", "M-3", "for");
    ended("bought");
}
END_TEST

START_TEST(who_is_asked_may_object_and_who_is_not_yet_may_not) {
    ask("kind=order");
    forbid(book, "NOT_A_MEMBER", "farah", "2026-03-03", "object PRT-1 --because 'too dear'");
    allow(book, "carl", "2026-03-03", "object PRT-1 --because 'too dear'");
    ck_assert_text_is(asked()->decider, "ceo");
}
END_TEST

/* --- who recommends ------------------------------------------------------------------------------------- */

static const Moved *moved(void) {
    Text error = {0};
    return record_read(book->arena, &Moved_record, last_body(book, KIND_MOVED), &error);
}

START_TEST(a_motion_is_put_with_what_was_recommended_and_who_was_silent) {
    ask("kind=advised");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "recommend clerk Buy Desks; recommend cfo Buy Desks; "
                      "recommend executive_committee Buy Desks; motion ceo Buy Desks");
    allow(book, "dina", "2026-03-03", "recommend PRT-1 yes --because 'they are needed'");
    allow(book, "carl", "2026-03-03", "recommend PRT-1 no --because 'they are dear'");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"),
                      "recommend executive_committee Buy Desks; motion ceo Buy Desks");
    allow(book, "jonas", "2026-03-03", "move PRT-1");
    ck_assert_text_is(moved()->recommended.at[0], "clerk");
    ck_assert_text_is(moved()->advised_against.at[0], "cfo");
    ck_assert_text_is(moved()->silent.at[0], "executive_committee");
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "vote jonas M-2026-001");
    forbid(book, "PUT_ALREADY", "hana", "2026-03-03", "recommend PRT-1 yes --because 'changed my mind'");
}
END_TEST

START_TEST(who_recommends_may_think_again_before_it_is_put) {
    ask("kind=advised");
    allow(book, "carl", "2026-03-03", "recommend PRT-1 no --because 'they are dear'");
    allow(book, "hana", "2026-03-03", "recommend PRT-1 yes --because 'they are cheaper now'");
    ck_assert_uint_eq(asked()->recommendations.len, 1);
    ck_assert_text_is(asked()->recommendations.at[0].advice, "yes");
}
END_TEST

START_TEST(a_body_recommends_through_its_chair) {
    ask("kind=advised");
    forbid(book, "NOT_FOR_YOU", "farah", "2026-03-03", "recommend PRT-1 yes --because 'we like it'");
    allow(book, "jonas", "2026-03-03", "recommend PRT-1 yes --because 'we like it'");
    ck_assert_text_is(asked()->recommendations.at[0].named, "executive_committee");
}
END_TEST

START_TEST(a_recommendation_is_refused_that_nobody_asked_for) {
    ask("kind=advised");
    forbid(book, "NOT_FOR_YOU", "emil", "2026-03-03", "recommend PRT-1 yes --because 'I like it'");
    forbid(book, "BAD_ARGUMENT", "dina", "2026-03-03", "recommend PRT-1 perhaps --because 'who knows'");
    allow(book, "dina", "2026-03-03", "recuse carl --from PRT-1 --because 'he sells desks'");
    forbid(book, "TAKES_NO_PART", "carl", "2026-03-03", "recommend PRT-1 yes --because 'they are mine'");
    allow(book, "amara", "2026-03-03", "open buying item=Chairs kind=pair");
    forbid(book, "NOTHING_TO_RECOMMEND", "dina", "2026-03-03", "recommend PRT-2 yes --because 'why not'");
}
END_TEST

START_TEST(who_is_several_says_for_whom) {
    allow(book, "dina", "2026-03-01", "import '{offices: {cfo: [{person: dina, from: 2026-01-01}]}}'");
    ask("kind=advised");
    forbid(book, "WHICH_VOICE", "dina", "2026-03-03", "recommend PRT-1 yes --because 'needed'");
    allow(book, "dina", "2026-03-03", "recommend PRT-1 yes --for cfo --because 'needed'");
    ck_assert_text_is(asked()->recommendations.at[0].named, "cfo");
}
END_TEST

/* --- any plan ------------------------------------------------------------------------------------------- */

enum { PARTS_MOST = 12 };

static uint64_t rolls;

static int64_t rolled(uint64_t sides) {
    return (int64_t)check_below(&rolls, sides);
}

/* Adds a part with as many within it as there is room for; answers how many were added. */
static int64_t grow(Arena *arena, StepState *step, size_t room, int depth) {
    size_t at = step->parts.len;
    PartState *part = record_push(arena, &PartState_record, &step->parts);
    part->decider = text_format(arena, "d%zu", at);
    if (depth == 0 || room < 3 || rolled(3) == 0) {
        static const char *const RESULTS[] = {"", "", "carried", "lost"};
        part->result = text_of(RESULTS[rolled(4)]);
        return 1;
    }
    int64_t within = 0, count = 0;
    do {
        within += grow(arena, step, room / 2, depth - 1);
        count++;
    } while ((size_t)within < room - 1 && rolled(4) > 0);
    part = &step->parts.at[at];
    part->within = within;
    part->in_order = rolled(2) == 0;
    part->needed = part->in_order ? count : 1 + rolled((uint64_t)count);
    return within + 1;
}

/* Would it be carried, if all who are open carried it, or none of them? */
static bool carried_if(const StepState *step, size_t at, bool open) {
    const PartState *part = &step->parts.at[at];
    if (part->within == 0) return text_empty(part->result) ? open : text_is(part->result, "carried");
    int64_t carried = 0;
    for (size_t i = at + 1; i <= at + (size_t)part->within; i += 1 + (size_t)step->parts.at[i].within)
        carried += carried_if(step, i, open);
    return carried >= part->needed;
}

static void check_plan(Arena *arena) {
    StepState step = {0};
    PartList asked_now = {0};
    grow(arena, &step, PARTS_MOST, 3);
    bool sure = carried_if(&step, 0, false), possible = carried_if(&step, 0, true);
    Standing wanted = sure ? STANDS_CARRIED : possible ? STANDS_OPEN : STANDS_LOST;
    ck_assert(question_standing(&step) == wanted);
    parts_asked(arena, &step, &asked_now);
    ck_assert((asked_now.len > 0) == (wanted == STANDS_OPEN));
    for (size_t i = 0; i < asked_now.len; i++) ck_assert(text_empty(asked_now.at[i]->result));
}

START_TEST(a_plan_is_decided_just_when_nothing_that_is_open_could_change_it) {
    rolls = check_seed("plans");
    for (int i = 0; i < 20000; i++) {
        Arena *arena = arena_new(0);
        check_plan(arena);
        arena_free(arena);
    }
}
END_TEST

Suite *joint_decisions_suite(void) {
    Suite *suite = suite_create("joint decisions");
    TCase *tcase = tcase_create("joint decisions"), *plans = tcase_create("plans");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    suite_add_tcase(suite, tcase);
    suite_add_tcase(suite, plans);
    tcase_add_test(plans, a_plan_is_decided_just_when_nothing_that_is_open_could_change_it);
    tcase_add_test(tcase, both_have_to_carry_it);
    tcase_add_test(tcase, what_each_of_them_decided_stands_in_one_entry);
    tcase_add_test(tcase, it_is_lost_as_soon_as_one_of_two_loses_it);
    tcase_add_test(tcase, a_single_decider_makes_no_joint_decision);
    tcase_add_test(tcase, two_of_three_carry_it_and_the_third_is_not_needed);
    tcase_add_test(tcase, one_of_three_may_be_against_it_and_two_may_not);
    tcase_add_test(tcase, the_second_is_asked_when_the_first_has_carried_it);
    tcase_add_test(tcase, the_second_is_not_asked_when_the_first_has_lost_it);
    tcase_add_test(tcase, a_body_decides_as_a_body_whoever_sits_in_it);
    tcase_add_test(tcase, a_lost_quorum_leaves_a_part_open);
    tcase_add_test(tcase, parts_have_parts);
    tcase_add_test(tcase, who_holds_both_offices_decides_once);
    tcase_add_test(tcase, another_holder_decides_for_the_second_office);
    tcase_add_test(tcase, an_open_vote_for_one_office_keeps_from_the_other_too);
    tcase_add_test(tcase, facts_that_name_one_person_twice_are_refused);
    tcase_add_test(tcase, a_person_decides_alone);
    tcase_add_test(tcase, nobody_is_asked_to_decide_on_their_own_request);
    tcase_add_test(tcase, a_holder_puts_it_to_their_own_office);
    tcase_add_test(tcase, a_level_takes_the_place_of_all_who_decided);
    tcase_add_test(tcase, who_is_asked_may_object_and_who_is_not_yet_may_not);
    tcase_add_test(tcase, a_motion_is_put_with_what_was_recommended_and_who_was_silent);
    tcase_add_test(tcase, who_recommends_may_think_again_before_it_is_put);
    tcase_add_test(tcase, a_body_recommends_through_its_chair);
    tcase_add_test(tcase, a_recommendation_is_refused_that_nobody_asked_for);
    tcase_add_test(tcase, who_is_several_says_for_whom);
    return suite;
}
