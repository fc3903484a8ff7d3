/* Delegation of authority: what a body decides, an office or a person decides in its place, within bounds. */
#include "question.h"

#define DELEGATIONS                                                                                          \
    "office cfo\noffice coo\n"                                                                               \
    "enum matter { spend, hire, travel_abroad }\n"                                                           \
    "enum kind { equipment, travel }\n"                                                                      \
    "facts purchase {\n  item : text\n  amount : money EUR, optional, material beyond 10%\n"                 \
    "  kind : kind\n  note : text\n}\n"                                                                      \
    "authority spending of purchase {\n"                                                                     \
    "  | row | matter || decided_by                      |\n"                                                \
    "  | S1  | spend  || partnership_review_board        |\n"                                                \
    "  | S2  | hire   || cfo and executive_committee     |\n"                                                \
    "  | S3  | travel_abroad || coo |\n}\n"                                                                  \
    "delegation small_purchases of purchase source \"Policy 7\" {\n"                                         \
    "  from  partnership_review_board\n"                                                                     \
    "  to    cfo, vertical_lead\n"                                                                           \
    "  when  amount <= EUR 10_000\n"                                                                         \
    "  when  kind = equipment\n"                                                                             \
    "  lasts at most 12 months\n}\n"                                                                         \
    "delegation hiring of purchase {\n"                                                                      \
    "  from  executive_committee\n  to    cfo\n  lasts at most 90 days\n}\n"                                 \
    "delegation while_away of purchase {\n  from  coo\n  to    cfo\n  lasts at most 30 days\n}\n"

#define WORKFLOW(decision)                                                                                   \
    "workflow: buying\ntitle: Buying\nsource: local policy\nof: purchase\nstart: ask\nsteps:\n"              \
    "  ask:\n    motion: Buy {item}\n    decision: " decision "\n"                                           \
    "    next: { carried: checking, lost: refused, rejected: refused, withdrawn: refused }\n"                \
    "  checking: { task: Check it, by: clerk, collects: [note], next: bought }\n"                            \
    "  bought: { end: bought }\n  refused: { end: refused }\n"

static void begin(const char *workflow) {
    book = book_with(arena_new(0), DELEGATIONS, workflow);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
    allow(book, "dina", "2026-01-05", "appoint carl --to cfo --from 2026-01-01");
}

static void set_up(void) {
    begin(WORKFLOW("spend"));
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

#define GRANT "delegate small_purchases --to cfo --from 2026-02-01 --until 2026-08-01"

/* By the board's chair. */
static void grant(void) {
    allow(book, "emil", "2026-02-01", GRANT);
}

static void buy(const char *facts) {
    allow(book, "amara", "2026-03-02", text_format(book->arena, "open buying item=Desks %s", facts).at);
}

static void says(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(book->arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

/* --- given ---------------------------------------------------------------------------------------------- */

START_TEST(the_chair_delegates_or_who_records_names_the_meeting) {
    forbid(book, "NO_SEAT", "farah", "2026-02-01", GRANT);
    forbid(book, "DECIDED_WHERE", "dina", "2026-02-01", GRANT);
    ck_assert_text_is(mend_of(book), "name the meeting that decided it with: --in MEETING");
    grant();
    const DelegationState *given = state_delegation(book_state(book), TEXT("D-2026-001"));
    ck_assert_text_is(given->of, "partnership_review_board");
    ck_assert_text_is(given->to, "cfo");
    allow(book, "dina", "2026-02-01", "convene executive_committee --on 2026-02-02");
    allow(book, "dina", "2026-02-01", "convene partnership_review_board --on 2026-02-02");
    forbid(book, "NOT_THEIR_MEETING", "dina", "2026-02-02",
           "delegate small_purchases --to cfo --in MTG-1 --from 2026-02-02 --until 2026-03-01");
    allow(book, "dina", "2026-02-02",
          "delegate small_purchases --to cfo --in MTG-2 --from 2026-02-02 --until 2026-03-01");
    ck_assert_text_is(state_meeting(book_state(book), TEXT("MTG-2026-002"))->delegated.at[0], "D-2026-002");
}
END_TEST

START_TEST(it_is_given_to_whom_the_rules_name_and_for_no_longer_than_they_say) {
    forbid(book, "NO_DELEGATION_RULE", "emil", "2026-02-01",
           "delegate small_purchase --from 2026-02-01 --until 2026-08-01");
    ck_assert_text_is(mend_of(book), "did you mean \"small_purchases\"?");
    forbid(book, "WHICH_DELEGATE", "emil", "2026-02-01",
           "delegate small_purchases --from 2026-02-01 --until 2026-08-01");
    forbid(book, "NO_DELEGATE", "emil", "2026-02-01",
           "delegate small_purchases --to farah --from 2026-02-01 --until 2026-08-01");
    ck_assert_text_is(sentence_of(book),
                      "small_purchases cannot be given to \"farah\": it can to cfo or vertical_lead");
    forbid(book, "DELEGATED_TOO_LONG", "emil", "2026-02-01",
           "delegate small_purchases --to cfo --from 2026-02-01 --until 2027-02-02");
    ck_assert_text_is(sentence_of(book),
                      "small_purchases can be given for 12 months, and so until 2027-02-01 at most");
    forbid(book, "DELEGATED_BACK", "emil", "2026-02-02", GRANT);
    forbid(book, "ENDS_BEFORE", "emil", "2026-02-01",
           "delegate small_purchases --to cfo --from 2026-02-01 --until 2026-02-01");
    forbid(book, "NOT_THEIRS_TO_GIVE", "emil", "2026-02-01", GRANT " --of ethics_review_panel");
    allow(book, "emil", "2026-02-01",
          "delegate small_purchases --to cfo --from 2026-02-01 --until 2027-02-01");
}
END_TEST

/* --- used ----------------------------------------------------------------------------------------------- */

START_TEST(within_the_bounds_the_delegate_decides_and_the_record_says_in_whose_place) {
    grant();
    buy("kind=equipment amount='EUR 10000'");
    allow(book, "carl", "2026-03-03", "move PRT-1");
    allow(book, "carl", "2026-03-03", "vote M-1 --for carl");
    allow(book, "carl", "2026-03-03", "close M-1");
    const Closed *closed = last_closed();
    ck_assert_text_is(closed->result, "carried");
    ck_assert_text_is(closed->decider, "cfo");
    ck_assert_text_is(closed->delegation, "D-2026-001");
    ck_assert_text_is(closed->delegator, "partnership_review_board");
    says(last_body(book, KIND_BOUNDS_HELD), "amount");
    ck_assert(!asked()->open);
    ck_assert_text_is(state_holders(book_state(book), TEXT("partnership_review_board"))->told.at[0],
                      "PRT-2026-001");
}
END_TEST

START_TEST(past_a_bound_the_refusal_says_which) {
    grant();
    buy("kind=equipment amount='EUR 10001'");
    forbid(book, "OUT_OF_BOUNDS", "carl", "2026-03-03", "move PRT-1");
    ck_assert_text_is(
        sentence_of(book),
        "PRT-2026-001 is past the bounds of small_purchases: that asks for amount <= EUR 10000");
    buy("kind=travel amount='EUR 10'");
    forbid(book, "OUT_OF_BOUNDS", "carl", "2026-03-03", "move PRT-2 --under D-1");
    says(sentence_of(book), "kind = equipment");
    buy("kind=equipment");
    forbid(book, "UNDETERMINED", "carl", "2026-03-03", "move PRT-3");
    says(sentence_of(book), "amount");
}
END_TEST

START_TEST(it_holds_on_its_days_and_until_it_is_revoked) {
    grant();
    allow(book, "emil", "2026-03-02",
          "delegate small_purchases --to cfo --from 2026-04-01 --until 2026-05-01");
    buy("kind=equipment amount='EUR 10'");
    forbid(book, "DELEGATION_OVER", "carl", "2026-03-31", "move PRT-1 --under D-2");
    forbid(book, "DELEGATION_OVER", "carl", "2026-08-01", "move PRT-1 --under D-1");
    says(sentence_of(book), "it held until 2026-08-01, which is no part of it");
    forbid(book, "MEETING_NEEDED", "carl", "2026-08-01", "move PRT-1");
    forbid(book, "NO_SEAT", "carl", "2026-03-03", "revoke D-1 --because so");
    allow(book, "emil", "2026-08-01",
          "delegate small_purchases --to cfo --from 2026-08-01 --until 2026-09-01");
    allow(book, "carl", "2026-08-02", "move PRT-1");
    allow(book, "emil", "2026-08-02", "revoke D-3 --because 'audit finding'");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert(asked()->open);
    forbid(book, "DELEGATION_OVER", "carl", "2026-08-02", "move PRT-1 --under D-3");
    says(sentence_of(book), "it was revoked on 2026-08-02: audit finding");
    forbid(book, "REVOKED_ALREADY", "emil", "2026-08-02", "revoke D-3 --because again");
    forbid(book, "DELEGATION_OVER", "emil", "2026-08-02", "revoke D-1 --because late");
    forbid(book, "NO_SUCH_DELEGATION", "emil", "2026-08-02", "revoke D-9 --because late");
}
END_TEST

START_TEST(what_ends_before_the_ballot_closes_decides_nothing) {
    grant();
    buy("kind=equipment amount='EUR 10'");
    allow(book, "carl", "2026-07-31", "move PRT-1");
    allow(book, "carl", "2026-07-31", "vote M-1 --for carl");
    forbid(book, "DELEGATION_OVER", "carl", "2026-08-01", "close M-1");
    allow(book, "carl", "2026-08-01", "withdraw M-1 --because 'it has run out'");
    ck_assert(asked()->open);
}
END_TEST

START_TEST(the_body_can_still_decide_it_itself) {
    grant();
    buy("kind=equipment amount='EUR 10'");
    allow(book, "carl", "2026-03-03", "move PRT-1");
    meet("partnership_review_board", "emil,farah,hana");
    move_in_meeting();
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    forbid(book, "MOTION_OPEN", "carl", "2026-03-10", "move PRT-1");
    allow(book, "dina", "2026-03-10", "vote M-2 --against all");
    close_and_expect("2026-03-10", "close M-2", "lost");
    ck_assert_text_is(last_closed()->decider, "partnership_review_board");
    ck_assert_uint_eq(last_closed()->delegation.len, 0);
}
END_TEST

START_TEST(a_delegate_decides_neither_their_own_request_nor_recused) {
    grant();
    buy("kind=equipment amount='EUR 10'");
    allow(book, "dina", "2026-03-03", "recuse carl --from PRT-1 --because kin");
    forbid(book, "TAKES_NO_PART", "carl", "2026-03-03", "move PRT-1");
    allow(book, "dina", "2026-03-03", "move PRT-1 --under D-1");
    forbid(book, "TAKES_NO_PART", "carl", "2026-03-03", "vote M-1 --for carl");
    allow(book, "dina", "2026-03-04", "appoint hana --to coo --from 2026-01-01");
    allow(book, "dina", "2026-03-04", "appoint hana --to cfo --from 2026-03-04 --succeeds carl");
    allow(book, "hana", "2026-03-05", "open buying item=Chairs kind=equipment amount='EUR 5'");
    allow(book, "hana", "2026-03-05", "move PRT-2");
    forbid(book, "OWN_CASE", "hana", "2026-03-05", "vote M-2 --for hana");
}
END_TEST

START_TEST(of_a_role_the_person_who_has_it_decides_and_a_person_by_name) {
    allow(book, "emil", "2026-02-01",
          "delegate small_purchases --to vertical_lead --from 2026-02-01 --until 2026-08-01");
    buy("kind=equipment amount='EUR 10'");
    forbid(book, "NOT_THE_DELEGATE", "dina", "2026-03-03", "move PRT-1 --under D-1");
    allow(book, "bela", "2026-03-03", "move PRT-1");
    ck_assert(text_equal(motion_numbered("M-2026-001")->decider, id_of("bela")));
    allow(book, "bela", "2026-03-03", "vote M-1 --for bela");
    close_and_expect("2026-03-03", "close M-1", "carried");
    allow(book, "emil", "2026-03-04",
          "delegate small_purchases --to carl --from 2026-03-04 --until 2026-04-01");
    buy("kind=equipment amount='EUR 20'");
    allow(book, "carl", "2026-03-05", "move PRT-2");
    ck_assert(text_equal(motion_numbered("M-2026-002")->decider, id_of("carl")));
    ck_assert_text_is(motion_numbered("M-2026-002")->delegation, "D-2026-002");
}
END_TEST

START_TEST(one_person_is_not_two_of_a_joint_decision_under_a_delegation) {
    tear_down();
    begin(WORKFLOW("hire"));
    allow(book, "jonas", "2026-02-01", "delegate hiring --from 2026-02-01 --until 2026-04-01");
    buy("kind=travel");
    allow(book, "carl", "2026-03-03", "move PRT-1 --to cfo");
    allow(book, "carl", "2026-03-03", "vote M-1 --for carl");
    allow(book, "carl", "2026-03-03", "close M-1");
    allow(book, "carl", "2026-03-03", "move PRT-1 --under D-1");
    forbid(book, "HAS_DECIDED", "carl", "2026-03-03", "vote M-2 --for carl");
}
END_TEST

START_TEST(what_grows_past_the_bounds_after_it_was_approved_no_longer_holds) {
    grant();
    buy("kind=equipment amount='EUR 9900'");
    allow(book, "carl", "2026-03-03", "move PRT-1");
    allow(book, "carl", "2026-03-03", "vote M-1 --for carl");
    allow(book, "carl", "2026-03-03", "close M-1");
    allow(book, "amara", "2026-03-04", "submit PRT-1 amount='EUR 9950'");
    ck_assert_uint_eq(count_entries(book, KIND_STALE), 0);
    allow(book, "amara", "2026-03-04", "submit PRT-1 amount='EUR 10050'");
    ck_assert_uint_eq(count_entries(book, KIND_STALE), 1);
    says(last_body(book, KIND_STALE), "small_purchases");
}
END_TEST

START_TEST(who_holds_an_office_and_is_away_lets_another_decide_and_takes_it_back_on_return) {
    tear_down();
    begin(WORKFLOW("travel_abroad"));
    allow(book, "dina", "2026-01-05", "appoint hana --to coo --from 2026-01-01");
    forbid(book, "NO_SEAT", "carl", "2026-03-01",
           "delegate while_away --from 2026-03-01 --until 2026-03-20 --because leave");
    allow(book, "hana", "2026-03-01",
          "delegate while_away --from 2026-03-01 --until 2026-03-20 --because leave");
    buy("kind=travel");
    allow(book, "carl", "2026-03-03", "move PRT-1");
    ck_assert_text_is(motion_numbered("M-2026-001")->decider, "cfo");
    allow(book, "hana", "2026-03-04", "move PRT-1");
    ck_assert_text_is(motion_numbered("M-2026-001")->result, "withdrawn");
    ck_assert_text_is(motion_numbered("M-2026-002")->decider, "coo");
    allow(book, "hana", "2026-03-04", "withdraw M-2 --because 'carl has looked at it'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "refused");
    buy("kind=travel");
    allow(book, "carl", "2026-03-05", "move PRT-2");
    allow(book, "carl", "2026-03-05", "vote M-3 --for carl");
    close_and_expect("2026-03-05", "close M-3", "carried");
    ck_assert_text_is(last_closed()->delegator, "coo");
    buy("kind=travel");
    forbid(book, "NO_SEAT", "carl", "2026-03-20", "move PRT-3");
}
END_TEST

START_TEST(what_waits_for_a_body_names_who_can_decide_in_its_place) {
    grant();
    buy("kind=equipment amount='EUR 10'");
    WaitingList waiting = {0};
    State *state = book_state(book);
    Date day;
    ck_assert(date_parse(TEXT("2026-03-03"), &day));
    case_waits(state, state_case(state, TEXT("PRT-2026-001")), day, &waiting);
    ck_assert_uint_eq(waiting.len, 1);
    ck_assert_uint_eq(waiting.at[0].delegates.len, 1);
    ck_assert_text_is(waiting.at[0].delegates.at[0], "cfo under D-2026-001");
}
END_TEST

Suite *delegating_suite(void) {
    Suite *suite = suite_create("delegating");
    TCase *given = tcase_create("given"), *used = tcase_create("used");
    tcase_add_checked_fixture(given, set_up, tear_down);
    tcase_add_checked_fixture(used, set_up, tear_down);
    suite_add_tcase(suite, given);
    suite_add_tcase(suite, used);
    tcase_add_test(given, the_chair_delegates_or_who_records_names_the_meeting);
    tcase_add_test(given, it_is_given_to_whom_the_rules_name_and_for_no_longer_than_they_say);
    tcase_add_test(used, within_the_bounds_the_delegate_decides_and_the_record_says_in_whose_place);
    tcase_add_test(used, past_a_bound_the_refusal_says_which);
    tcase_add_test(used, it_holds_on_its_days_and_until_it_is_revoked);
    tcase_add_test(used, what_ends_before_the_ballot_closes_decides_nothing);
    tcase_add_test(used, the_body_can_still_decide_it_itself);
    tcase_add_test(used, a_delegate_decides_neither_their_own_request_nor_recused);
    tcase_add_test(used, of_a_role_the_person_who_has_it_decides_and_a_person_by_name);
    tcase_add_test(used, one_person_is_not_two_of_a_joint_decision_under_a_delegation);
    tcase_add_test(used, what_grows_past_the_bounds_after_it_was_approved_no_longer_holds);
    tcase_add_test(used, who_holds_an_office_and_is_away_lets_another_decide_and_takes_it_back_on_return);
    tcase_add_test(used, what_waits_for_a_body_names_who_can_decide_in_its_place);
    return suite;
}
