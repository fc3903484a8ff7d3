/* Editions of the charter: who puts one in force, from when, and what goes on under which. */
#include "question.h"

#define NEXT_YEAR                                                                                            \
    { "edition      \"2026.1\"", "edition      \"2026.2\"" }
#define FROM(day)                                                                                            \
    { "in_force     from 2026-01-01", "in_force     from " day }

static void set_up(void) {
    ask("strategic_partnership");
    next_edition(book, (Edit[]){NEXT_YEAR, FROM("2026-04-01"), {NULL, NULL}});
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    forget_question();
}

/* The board meets on the 10th of March and votes on the edition. */
static void put_to_the_board(void) {
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    allow(book, "dina", "2026-03-10", "ratify --rules next --in MTG-1");
}

static void ratify(void) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "close M-1");
}

static Text in_force(const char *day) {
    Date date;
    ck_assert(date_parse(text_of(day), &date));
    return charter_on(book_state(book), date);
}

/* --- who ------------------------------------------------------------------------------------------------ */

START_TEST(a_body_ratifies_by_a_vote_and_nobody_else) {
    forbid(book, "NO_POWER", "amara", "2026-03-10", "ratify --rules next");
    forbid(book, "BODY_RATIFIES", "emil", "2026-03-10", "ratify --rules next");
    ck_assert_text_is(sentence_of(book), "emil alone may not put a new edition in force: "
                                         "partnership_review_board ratifies it, by a vote");
    allow(book, "dina", "2026-03-04", "convene ethics_review_panel --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    forbid(book, "OTHER_RATIFIES", "dina", "2026-03-10", "ratify --rules next --in MTG-1");
}
END_TEST

START_TEST(it_is_in_force_once_the_motion_is_carried_from_the_day_that_it_says) {
    put_to_the_board();
    ck_assert_uint_eq(count_entries(book, KIND_CHARTER_ADOPTED), 1);
    forbid(book, "EDITION_PUT", "dina", "2026-03-10", "ratify --rules next --in MTG-1");
    allow(book, "dina", "2026-03-10", "vote M-1 --for all");
    allow(book, "dina", "2026-03-10", "close M-1");
    ck_assert_text_is(tree_get_text(json_of(book, last_body(book, KIND_CHARTER_ADOPTED)), "motion"),
                      "M-2026-001");
    ck_assert_text_is(in_force("2026-03-31"), "handbook");
    ck_assert_text_is(in_force("2026-04-01"), "next");
    ck_assert_uint_eq(count_entries(book, KIND_EDITION_BEGAN), 0);
    allow(book, "dina", "2026-04-01", "advance");
    ck_assert_uint_eq(count_entries(book, KIND_EDITION_BEGAN), 1);
    ck_assert_text_is(state_book(book_state(book))->charter, "next");
}
END_TEST

START_TEST(what_the_body_turns_down_or_takes_back_is_no_edition) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --against all");
    allow(book, "dina", "2026-03-10", "close M-1");
    allow(book, "dina", "2026-03-10", "ratify --rules next --in MTG-1");
    allow(book, "dina", "2026-03-10", "withdraw M-2 --because 'a comma is wrong'");
    allow(book, "dina", "2026-03-10", "ratify --rules next --in MTG-1");
    ck_assert_text_is(in_force("2027-01-01"), "handbook");
}
END_TEST

START_TEST(while_nobody_holds_the_power_the_founder_may) {
    Book *fresh = book_with(book->arena, NULL, NULL);
    next_edition(fresh, (Edit[]){NEXT_YEAR, FROM("2026-02-01"), {NULL, NULL}});
    allow(fresh, "founder", "2026-01-20", "ratify --rules next");
    ck_assert_text_is(charter_on(book_state(fresh), 20500), "next");
    check_rebuild(fresh);
    check_replay(fresh);
}
END_TEST

/* --- when ----------------------------------------------------------------------------------------------- */

START_TEST(an_edition_that_does_not_follow_the_last_is_refused) {
    static const struct {
        const char *refusal;
        Edit edits[3];
    } wrong[] = {{"EDITION_NAMED", {FROM("2026-04-01")}},
                 {"EDITION_PASSED", {NEXT_YEAR, FROM("2026-03-09")}}};
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        next_edition(book, wrong[i].edits);
        forbid(book, wrong[i].refusal, "dina", "2026-03-10", "ratify --rules next --in MTG-1");
    }
    forbid(book, "EDITION_KNOWN", "dina", "2026-03-10", "ratify --rules handbook --in MTG-1");
}
END_TEST

START_TEST(what_happened_on_a_day_happened_under_the_edition_of_that_day) {
    next_edition(book, (Edit[]){NEXT_YEAR,
                                FROM("2026-04-01"),
                                {"series       cases PRT", "series       cases NEW"},
                                {NULL, NULL}});
    ratify();
    allow(book, "amara", "2026-04-02", "open question name=MedData vertical=health");
    ck_assert_ptr_nonnull(book_case(book, "NEW-2026-001"));
    ck_assert_text_is(book_case(book, "NEW-2026-001")->charter, "next");
    allow(book, "amara", "2026-03-31", "open question name=MedData vertical=health"); /* entered late */
    ck_assert_text_is(book_case(book, "PRT-2026-002")->charter, "handbook");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->charter, "handbook");
}
END_TEST

/* --- who is where --------------------------------------------------------------------------------------- */

#define RENAMED_BOARD                                                                                        \
    {"partnership_review_board", "council"}, {                                                               \
        "body council \"Partnership Review Board\"", "body council was partnership_review_board \"Council\"" \
    }

START_TEST(who_sits_in_a_body_sits_in_it_when_it_is_called_otherwise) {
    next_edition(book, (Edit[]){NEXT_YEAR, FROM("2026-04-01"), RENAMED_BOARD, {NULL, NULL}});
    ratify();
    allow(book, "dina", "2026-04-02", "convene council --on 2026-04-08");
    allow(book, "dina", "2026-04-08", "attend MTG-2 all");
    ck_assert_uint_eq(state_meeting(book_state(book), TEXT("MTG-2026-002"))->present.len, 5);
    /* a case that is older than the name is for the same people to decide */
    allow(book, "dina", "2026-04-08", "reopen PRT-1 --because 'the board meets late'");
    allow(book, "dina", "2026-04-08", "move PRT-1 --in MTG-2");
    allow(book, "dina", "2026-04-08", "vote M-2 --for all");
    allow(book, "dina", "2026-04-08", "close M-2");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
    allow(book, "dina", "2026-04-09", "release hana --from council --on 2026-05-01 --because 'she moves'");
    ck_assert(!holds(book_state(book), TEXT("partnership_review_board"), TEXT("P-000009"), 20600));
}
END_TEST

START_TEST(a_post_with_somebody_in_it_is_not_dropped) {
    static const Edit edits[] = {
        NEXT_YEAR, FROM("2026-04-01"), {"office ceo ", "office chief "}, {"| ceo", "| chief"}, {NULL, NULL}};
    next_edition(book, edits);
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    forbid(book, "POST_GONE", "dina", "2026-03-10", "ratify --rules next --in MTG-1");
    ck_assert_text_is(sentence_of(book), "the new edition has no ceo, and jonas in it still on 2026-04-01");
    allow(book, "dina", "2026-03-10", "release jonas --from ceo --on 2026-04-01 --because 'there is none'");
    allow(book, "dina", "2026-03-10", "ratify --rules next --in MTG-1");
}
END_TEST

Suite *ratifying_suite(void) {
    Suite *suite = suite_create("ratifying");
    TCase *tests = tcase_create("ratifying");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_body_ratifies_by_a_vote_and_nobody_else);
    tcase_add_test(tests, it_is_in_force_once_the_motion_is_carried_from_the_day_that_it_says);
    tcase_add_test(tests, what_the_body_turns_down_or_takes_back_is_no_edition);
    tcase_add_test(tests, while_nobody_holds_the_power_the_founder_may);
    tcase_add_test(tests, an_edition_that_does_not_follow_the_last_is_refused);
    tcase_add_test(tests, what_happened_on_a_day_happened_under_the_edition_of_that_day);
    tcase_add_test(tests, who_sits_in_a_body_sits_in_it_when_it_is_called_otherwise);
    tcase_add_test(tests, a_post_with_somebody_in_it_is_not_dropped);
    suite_add_tcase(suite, tests);
    return suite;
}
