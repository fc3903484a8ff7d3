/* Terms that begin and end by command, or line by line of a file. */
#include "fixture.h"
#include <string.h>

#define BOARD "partnership_review_board"

static Date day(const char *text) {
    Date date;
    ck_assert(date_parse(text_of(text), &date));
    return date;
}

static Text id_of(const char *who) {
    Text id;
    ck_assert_msg(state_find_person(book_state(the_book), text_of(who), &id), "nobody is called %s", who);
    return id;
}

static bool is_in(const char *post, const char *who, const char *on) {
    return holds(book_state(the_book), text_of(post), id_of(who), day(on));
}

static bool chairs(const char *who, const char *on) {
    return is_chair(book_state(the_book), TEXT(BOARD), id_of(who), day(on));
}

static bool has_role(const char *who, const char *role, const char *on) {
    return person_has_role(book_state(the_book), id_of(who), text_of(role), day(on));
}

static void yes(const char *when, const char *line) {
    allow(the_book, "dina", when, line);
}

static void no(const char *code, const char *line) {
    forbid(the_book, code, "dina", "2026-03-02", line);
}

START_TEST(whoever_is_appointed_belongs_to_the_body_from_that_day_until_the_other) {
    yes("2026-03-02", "appoint amara --to " BOARD " --from 2026-04-01 --until 2026-07-01");
    ck_assert(!is_in(BOARD, "amara", "2026-03-31"));
    ck_assert(is_in(BOARD, "amara", "2026-04-01"));
    ck_assert(is_in(BOARD, "amara", "2026-06-30"));
    ck_assert(!is_in(BOARD, "amara", "2026-07-01"));
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(whoever_is_released_is_in_no_more_from_that_day_on_and_was_before) {
    yes("2026-03-02", "release farah --from " BOARD " --on 2026-03-10 --because 'she has resigned'");
    ck_assert(is_in(BOARD, "farah", "2026-03-09"));
    ck_assert(!is_in(BOARD, "farah", "2026-03-10"));
    ck_assert_msg(strstr(last_body(the_book, KIND_RELEASED).at, "resigned") != NULL, "%s",
                  last_body(the_book, KIND_RELEASED).at);
    no("NOT_IN_POST", "release farah --from " BOARD " --on 2026-03-10 --because 'again'");
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(a_term_that_would_end_before_it_begins_was_never) {
    yes("2026-03-02", "appoint amara --to " BOARD " --from 2026-04-01");
    yes("2026-03-03", "release amara --from " BOARD " --on 2026-03-20 --because 'she declines'");
    ck_assert(!is_in(BOARD, "amara", "2026-03-31"));
    ck_assert(!is_in(BOARD, "amara", "2026-04-01"));
    check_rebuild(the_book);
}
END_TEST

START_TEST(the_chair_passes_to_another_and_who_had_it_stays_a_member) {
    yes("2026-03-02", "appoint hana --to " BOARD " --from 2026-04-01 --chair");
    ck_assert(chairs("emil", "2026-03-31") && !chairs("hana", "2026-03-31"));
    ck_assert(chairs("hana", "2026-04-01") && !chairs("emil", "2026-04-01"));
    ck_assert(is_in(BOARD, "emil", "2026-04-01"));
    no("ENTERED_ALREADY", "appoint hana --to " BOARD " --from 2026-05-01 --chair");
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(a_member_who_becomes_chair_keeps_the_end_of_the_term) {
    yes("2026-03-02", "appoint goran --to " BOARD " --from 2026-04-01 --chair");
    ck_assert(chairs("goran", "2026-12-31"));
    ck_assert(!is_in(BOARD, "goran", "2027-01-01"));
}
END_TEST

START_TEST(an_office_changes_hands_where_one_succeeds_the_other) {
    yes("2026-03-02", "appoint bela --to cto --from 2026-04-01 --succeeds goran");
    ck_assert(is_in("cto", "goran", "2026-03-31") && !is_in("cto", "bela", "2026-03-31"));
    ck_assert(is_in("cto", "bela", "2026-04-01") && !is_in("cto", "goran", "2026-04-01"));
    no("NOT_IN_POST", "appoint carl --to cto --from 2026-05-01 --succeeds goran");
    check_replay(the_book);
}
END_TEST

START_TEST(who_succeeds_themselves_ends_one_term_once_and_begins_another) {
    yes("2026-03-02", "appoint goran --to cto --from 2026-04-01 --until 2027-04-01 --succeeds goran");
    ck_assert_int_eq((int)count_entries(the_book, KIND_RELEASED), 1);
    ck_assert(is_in("cto", "goran", "2026-04-01") && !is_in("cto", "goran", "2027-04-01"));
    check_replay(the_book);
}
END_TEST

START_TEST(a_role_begins_and_ends_by_command) {
    yes("2026-03-02", "appoint hana --to clerk --from 2026-03-10");
    ck_assert(!has_role("hana", "clerk", "2026-03-09") && has_role("hana", "clerk", "2026-03-10"));
    yes("2026-03-03", "release hana --from clerk --on 2026-04-01 --because 'leave'");
    ck_assert(has_role("hana", "clerk", "2026-03-31") && !has_role("hana", "clerk", "2026-04-01"));
    check_rebuild(the_book);
}
END_TEST

START_TEST(what_no_body_could_have_is_refused) {
    no("ENTERED_ALREADY", "appoint farah --to " BOARD " --from 2026-04-01");
    no("NO_SUCH_PLACE", "appoint hana --to cto --from 2026-04-01 --chair");
    no("ENDS_BEFORE", "appoint amara --to " BOARD " --from 2026-04-01 --until 2026-04-01");
    no("NO_SUCH_POST", "appoint amara --to " BOARD "s --from 2026-04-01");
    ck_assert_text_is(mend_of(the_book), "did you mean \"" BOARD "\"?");
    no("TOO_MANY_SEATS",
       "import '{heads: [person, post], rows: ["
       "{line: 2, cells: [amara, executive_committee]}, {line: 3, cells: [bela, executive_committee]},"
       "{line: 4, cells: [carl, executive_committee]}, {line: 5, cells: [dina, executive_committee]},"
       "{line: 6, cells: [emil, executive_committee]}, {line: 7, cells: [hana, executive_committee]}]}'");
    forbid(the_book, "NO_POWER", "amara", "2026-03-02", "appoint amara --to " BOARD " --from 2026-04-01");
    forbid(the_book, "NO_POWER", "amara", "2026-03-02",
           "release emil --from " BOARD " --on 2026-04-01 --because 'no'");
}
END_TEST

START_TEST(a_file_of_lines_enters_people_and_their_terms) {
    yes("2026-03-02", "import '{heads: [person, name, login, post, as, from, until], rows: ["
                      "{line: 2, cells: [kofi, Kofi Mensah, km, clerk, \"\", 2026-03-01, \"\"]},"
                      "{line: 3, cells: [kofi, Kofi Mensah, \"\", " BOARD ", \"\", 2026-04-01, 2027-01-01]},"
                      "{line: 4, cells: [bela, \"\", \"\", cto, \"\", 2026-05-01, \"\"]}]}'");
    ck_assert(has_role("kofi", "clerk", "2026-03-01"));
    ck_assert(is_in(BOARD, "kofi", "2026-12-31") && !is_in(BOARD, "kofi", "2027-01-01"));
    ck_assert(is_in("cto", "bela", "2026-05-01"));
    ck_assert_text_is(state_person_name(book_state(the_book), id_of("km"), "name"), "Kofi Mensah");
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(of_a_file_every_line_that_is_refused_is_told_and_none_is_entered) {
    no("LINES_REFUSED", "import '{heads: [person, post, as, from], rows: ["
                        "{line: 2, cells: [bela, cto, \"\", 2026-05-01]},"
                        "{line: 3, cells: [gorna, cto, \"\", 2026-05-01]},"
                        "{line: 4, cells: [bela, cot, \"\", 2026-05-01]},"
                        "{line: 5, cells: [bela, cto, chair, 2026-05-01]},"
                        "{line: 6, cells: [bela, cto, \"\", 2026-05-32]}]}'");
    const Tree *lines = the_book->refusal.lines;
    ck_assert_uint_eq(tree_len(lines), 4);
    ck_assert_text_is(tree_get_text(lines->items[0], "sentence"), "nobody here is called \"gorna\"");
    ck_assert_text_is(tree_get_text(lines->items[1], "sentence"),
                      "the charter has no body, office or role \"cot\"");
    ck_assert(!is_in("cto", "bela", "2026-05-01"));
    no("BAD_PEOPLE", "import '{heads: [person, psot], rows: []}'");
    ck_assert_text_is(mend_of(the_book), "did you mean \"post\"?");
}
END_TEST

Suite *appointing_suite(void) {
    Suite *suite = suite_create("appointing");
    TCase *tests = tcase_create("appointing");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, whoever_is_appointed_belongs_to_the_body_from_that_day_until_the_other);
    tcase_add_test(tests, whoever_is_released_is_in_no_more_from_that_day_on_and_was_before);
    tcase_add_test(tests, a_term_that_would_end_before_it_begins_was_never);
    tcase_add_test(tests, the_chair_passes_to_another_and_who_had_it_stays_a_member);
    tcase_add_test(tests, a_member_who_becomes_chair_keeps_the_end_of_the_term);
    tcase_add_test(tests, an_office_changes_hands_where_one_succeeds_the_other);
    tcase_add_test(tests, who_succeeds_themselves_ends_one_term_once_and_begins_another);
    tcase_add_test(tests, a_role_begins_and_ends_by_command);
    tcase_add_test(tests, what_no_body_could_have_is_refused);
    tcase_add_test(tests, a_file_of_lines_enters_people_and_their_terms);
    tcase_add_test(tests, of_a_file_every_line_that_is_refused_is_told_and_none_is_entered);
    suite_add_tcase(suite, tests);
    return suite;
}
