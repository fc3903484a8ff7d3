/* Import: people, roles, offices, bodies; and who may act. */
#include "fixture.h"
#include <string.h>

static void import(const char *file) {
    char line[2000];
    snprintf(line, sizeof line, "import '%s'", file);
    allow(the_book, "dina", "2026-02-01", line);
}

static void import_refused(const char *code, const char *file) {
    char line[2000];
    snprintf(line, sizeof line, "import '%s'", file);
    forbid(the_book, code, "dina", "2026-02-01", line);
}

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

START_TEST(people_get_their_numbers_in_the_order_of_the_file_after_the_founder) {
    ck_assert_text_is(id_of("founder"), "P-000001");
    ck_assert_text_is(id_of("amara"), "P-000002");
    ck_assert_text_is(id_of("jonas"), "P-000011");
}
END_TEST

START_TEST(a_person_is_found_by_number_handle_and_login) {
    ck_assert_text_is(id_of("P-000005"), "P-000005");
    ck_assert_text_is(id_of("dina"), "P-000005");
    import("{people: [{key: dina, name: Dina Haddad, login: dhaddad}]}");
    ck_assert_text_is(id_of("dhaddad"), "P-000005");
    Text id;
    ck_assert(!state_find_person(book_state(the_book), TEXT("haddad"), &id));
}
END_TEST

START_TEST(a_key_that_is_known_updates_that_person_and_keeps_what_is_not_given) {
    import("{people: [{key: dina, name: Dina Haddad, login: dina}]}");
    import("{people: [{key: dina, name: Dina Haddad-Roux}]}");
    State *state = book_state(the_book);
    ck_assert_text_is(id_of("dina"), "P-000005");
    ck_assert_text_is(state_person_name(state, id_of("dina"), "name"), "Dina Haddad-Roux");
    ck_assert_text_is(state_person_name(state, id_of("dina"), "login"), "dina");
    ck_assert_int_eq(state_book(state)->people, 11);
    check_rebuild(the_book);
}
END_TEST

START_TEST(the_same_file_again_enters_nothing_but_the_command) {
    size_t entries = the_book->entries.len;
    import("{people: [{key: carl, name: Carl Ito, roles: [vertical_lead]}], "
           "offices: {ceo: [{person: jonas, from: 2026-01-01}]}}");
    ck_assert_uint_eq(the_book->entries.len, entries + 1);
}
END_TEST

START_TEST(no_name_and_no_login_stands_in_an_entry) {
    import("{people: [{key: kofi, name: Kofi Mensah, login: kmensah, roles: [clerk]}]}");
    for (size_t i = 0; i < the_book->entries.len; i++) {
        const char *body = the_book->entries.at[i].body.at;
        ck_assert_msg(!strstr(body, "Mensah") && !strstr(body, "kofi") && !strstr(body, "Haddad"), "%s",
                      body);
    }
}
END_TEST

START_TEST(a_term_holds_from_its_first_day_until_the_day_before_its_last) {
    State *state = book_state(the_book);
    Text board = TEXT("partnership_review_board"), goran = id_of("goran");
    ck_assert(!holds(state, board, goran, day("2025-12-31")));
    ck_assert(holds(state, board, goran, day("2026-01-01")));
    ck_assert(holds(state, board, goran, day("2026-12-31")));
    ck_assert(!holds(state, board, goran, day("2027-01-01")));
    ck_assert(is_chair(state, board, id_of("emil"), day("2026-03-01")));
    ck_assert(!is_chair(state, board, goran, day("2026-03-01")));
}
END_TEST

START_TEST(a_term_entered_again_is_changed_and_not_doubled) {
    import("{bodies: {partnership_review_board: {chair: hana, members: "
           "[{person: hana, from: 2026-01-01}, {person: emil, from: 2026-01-01}]}}}");
    State *state = book_state(the_book);
    TextList members = {0};
    holders_on(state, TEXT("partnership_review_board"), day("2026-03-01"), &members);
    ck_assert_uint_eq(members.len, 5);
    ck_assert(is_chair(state, TEXT("partnership_review_board"), id_of("hana"), day("2026-03-01")));
    ck_assert(!is_chair(state, TEXT("partnership_review_board"), id_of("emil"), day("2026-03-01")));
}
END_TEST

START_TEST(a_body_has_one_chair_and_no_more_members_than_seats) {
    import_refused(
        "TWO_CHAIRS",
        "{bodies: {partnership_review_board: {chair: hana, members: [{person: hana, from: 2026-01-01}]}}}");
    import_refused("TOO_MANY_SEATS",
                   "{bodies: {executive_committee: {members: [amara, bela, carl, dina, emil, hana]}}}");
}
END_TEST

START_TEST(an_indexed_body_and_office_are_named_with_their_index) {
    import("{offices: {\"vertical_leader[health]\": [carl]}, bodies: {\"vertical_council[health]\": "
           "{members: [hana, farah]}}}");
    ck_assert(holds(book_state(the_book), TEXT("vertical_leader[health]"), id_of("carl"), day("2026-03-01")));
    import_refused("NO_SUCH_BODY", "{bodies: {vertical_council: {members: [hana]}}}");
    import_refused("NO_SUCH_BODY", "{bodies: {\"vertical_council[helth]\": {members: [hana]}}}");
    ck_assert_text_is(mend_of(the_book), "did you mean \"vertical_council[health]\"?");
}
END_TEST

START_TEST(what_the_charter_does_not_name_is_refused_with_what_is_near) {
    import_refused("NO_SUCH_ROLE", "{people: [{key: kofi, name: Kofi, roles: [clrek]}]}");
    ck_assert_text_is(mend_of(the_book), "did you mean \"clerk\"?");
    import_refused("NO_SUCH_OFFICE", "{offices: {cfo: [emil]}}");
    import_refused("NO_SUCH_PERSON", "{offices: {cto: [gorna]}}");
    ck_assert_text_is(mend_of(the_book), "did you mean \"goran\"?");
}
END_TEST

START_TEST(a_file_of_people_in_the_wrong_form_is_refused_with_the_place) {
    import_refused("BAD_PEOPLE", "{people: [{key: kofi, nmae: Kofi}]}");
    ck_assert_text_is(sentence_of(the_book), "in the file of people, person 1 has no \"nmae\"");
    ck_assert_text_is(mend_of(the_book), "did you mean \"name\"?");
    import_refused("BAD_PEOPLE", "{people: [{name: Kofi}]}");
    import_refused("BAD_PEOPLE", "{people: [{key: kofi}]}");
    import_refused("BAD_PEOPLE", "{people: [{key: kofi, name: K}, {key: kofi, name: L}]}");
    import_refused("BAD_PEOPLE", "{people: [{key: kofi, name: K, login: root}]}");
    import_refused("BAD_PEOPLE", "{people: {kofi: Kofi}}");
    import_refused("BAD_PEOPLE", "{offices: {cto: [{person: emil, from: 2026-02-30}]}}");
    import_refused("BAD_PEOPLE", "{offices: {cto: [{person: emil, from: 2026-03-01, until: 2026-03-01}]}}");
    import_refused("BAD_PEOPLE", "{bodies: {executive_committee: {chair: emil, members: [hana]}}}");
}
END_TEST

START_TEST(the_founder_may_import_only_while_nobody_has_the_power) {
    forbid(the_book, "NO_POWER", "founder", "2026-02-01", "import '{people: [{key: kofi, name: Kofi}]}'");
    ck_assert_text_is(sentence_of(the_book), "founder may not enter people, offices and members");
    ck_assert_text_is(mend_of(the_book), "clerk may");
}
END_TEST

START_TEST(only_who_may_record_enters_what_another_did) {
    forbid(the_book, "NO_POWER", "hana for amara", "2026-03-02", "open partnership_approval");
    allow(the_book, "dina for amara", "2026-03-02", "open partnership_approval");
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->opener, "P-000002");
}
END_TEST

START_TEST(when_the_vault_forgets_a_person_is_only_a_number) {
    erase_all(the_book);
    ck_assert_text_is(state_person_name(book_state(the_book), TEXT("P-000005"), "name"), "P-000005");
}
END_TEST

START_TEST(a_large_import_is_kept_as_a_blob_and_replays) {
    Buf file = buf_new(the_book->arena);
    buf_cstr(&file, "import '{people: [");
    for (int i = 0; i < 200; i++) buf_format(&file, "{key: member%d, name: Member %d},", i, i);
    buf_cstr(&file, "]}'");
    allow(the_book, "dina", "2026-02-01", buf_done(&file).at);
    ck_assert_msg(strstr(last_body(the_book, KIND_COMMAND).at, "args_blob") != NULL, "%s",
                  last_body(the_book, KIND_COMMAND).at);
    ck_assert_int_eq(state_book(book_state(the_book))->people, 211);
    check_replay(the_book);
}
END_TEST

Suite *entering_people_suite(void) {
    Suite *suite = suite_create("proceedings: people");
    TCase *tests = tcase_create("people");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, people_get_their_numbers_in_the_order_of_the_file_after_the_founder);
    tcase_add_test(tests, a_person_is_found_by_number_handle_and_login);
    tcase_add_test(tests, a_key_that_is_known_updates_that_person_and_keeps_what_is_not_given);
    tcase_add_test(tests, the_same_file_again_enters_nothing_but_the_command);
    tcase_add_test(tests, no_name_and_no_login_stands_in_an_entry);
    tcase_add_test(tests, a_term_holds_from_its_first_day_until_the_day_before_its_last);
    tcase_add_test(tests, a_term_entered_again_is_changed_and_not_doubled);
    tcase_add_test(tests, a_body_has_one_chair_and_no_more_members_than_seats);
    tcase_add_test(tests, an_indexed_body_and_office_are_named_with_their_index);
    tcase_add_test(tests, what_the_charter_does_not_name_is_refused_with_what_is_near);
    tcase_add_test(tests, a_file_of_people_in_the_wrong_form_is_refused_with_the_place);
    tcase_add_test(tests, the_founder_may_import_only_while_nobody_has_the_power);
    tcase_add_test(tests, only_who_may_record_enters_what_another_did);
    tcase_add_test(tests, when_the_vault_forgets_a_person_is_only_a_number);
    tcase_add_test(tests, a_large_import_is_kept_as_a_blob_and_replays);
    suite_add_tcase(suite, tests);
    return suite;
}
