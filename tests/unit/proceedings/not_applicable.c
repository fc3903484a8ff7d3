/* Facts of which somebody says that they do not apply: neither missing nor a value, in a book as in rules. */
#include "fixture.h"
#include <string.h>

static const char RULES[] =
    "facts lease {\n  shop : text\n  ends : date, where applicable\n  rent : money USD, optional, where "
    "applicable\n"
    "  regions : list of text, optional, where applicable\n  debt : money USD, optional, personal, where "
    "applicable\n"
    "}\n"
    "powers {\n  | act | who |\n  | register | clerk |\n}\n"
    "register landlords \"Landlords\" {\n  id : person, key\n  left : date, where applicable\n}\n"
    "table notice of lease {\n  | row | ends || weeks : integer |\n  | N1 | < 2026-06-01 || 4 |\n"
    "  | N2 | >= 2026-06-01 || 8 |\n  | N3 | not applicable || 0 |\n}\n"
    "invariant affordable of lease {\n  requires rent is not applicable or rent <= USD 500\n"
    "  requires debt is missing or debt is not applicable or debt <= USD 50\n}\n";

static const char WORKFLOW[] = "workflow: leasing\ntitle: Leasing\nof: lease\nstart: asking\nsteps:\n"
                               "  asking:\n    task: Ask\n    by: business_development\n"
                               "    collects: [shop, ends]\n    next: noticing\n"
                               "  noticing:\n    evaluate: notice\n    next: signing\n"
                               "  signing:\n    task: Sign for {shop}, which ends {ends}\n"
                               "    by: business_development\n    next: signed\n"
                               "  signed: { end: approved }\n";

static Book *book;

static void set_up(void) {
    book = book_with(arena_new(0), RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: amara, name: Amara, roles: [business_development]},"
          "{key: dina, name: Dina, roles: [clerk]}]}'");
    allow(book, "amara", "2026-03-02", "open leasing shop=Corner");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

static void state(const char *facts) {
    allow(book, "amara", "2026-03-03", text_format(book->arena, "submit PRT-1 %s", facts).at);
}

static void says(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(book->arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

START_TEST(what_does_not_apply_has_been_said_and_the_rules_know_it) {
    says(waits_of(book, "PRT-2026-001"), "ends");
    state("ends='Not Applicable'");
    Text found = last_body(book, KIND_DETERMINED);
    says(found, "\"row\":\"N3\"");
    says(found, "\"not_applicable\":true");
    says(found, "\"giver\":");
    says(waits_of(book, "PRT-2026-001"), "Sign for");
}
END_TEST

START_TEST(it_is_entered_in_one_written_form_and_can_be_said_otherwise_later) {
    state("rent='NOT APPLICABLE' regions='not applicable'");
    says(last_body(book, KIND_FACTS_STATED), "\"regions\":{\"value\":\"not applicable\"}");
    says(last_body(book, KIND_FACTS_STATED), "\"rent\":{\"value\":\"not applicable\"}");
    state("rent='USD 400' regions='north, south'");
    says(last_body(book, KIND_FACTS_STATED), "\"rent\":{\"value\":\"USD 400\"}");
    state("rent='not applicable'");
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-03", "submit PRT-1 rent='USD 501'");
}
END_TEST

START_TEST(of_what_always_applies_nobody_can_say_it) {
    forbid(book, "ALWAYS_APPLIES", "amara", "2026-03-03", "submit PRT-1 shop='not applicable'");
    says(sentence_of(book), "shop always applies");
    forbid(book, "ALWAYS_APPLIES", "amara", "2026-03-03", "open leasing shop='not applicable'");
    forbid(book, "ALWAYS_APPLIES", "dina", "2026-03-03",
           "register landlords id='not applicable' left=2026-01-01 --from 2026-01-01");
}
END_TEST

START_TEST(that_a_personal_fact_does_not_apply_is_personal_too) {
    state("debt='not applicable'");
    says(last_body(book, KIND_FACTS_STATED), "\"debt\":{\"sealed\"");
    ck_assert(strstr(text_copy(book->arena, last_body(book, KIND_FACTS_STATED)).at, "applicable") == NULL);
    forbid(book, "INVARIANT_BROKEN", "amara", "2026-03-03", "submit PRT-1 debt='USD 51'");
}
END_TEST

START_TEST(a_row_of_a_register_holds_that_something_does_not_apply) {
    allow(book, "dina", "2026-03-03", "register landlords id=amara left='not applicable' --from 2026-01-01");
    says(last_body(book, KIND_REGISTERED), "\"left\":\"not applicable\"");
}
END_TEST

Suite *not_applicable_suite(void) {
    Suite *suite = suite_create("where applicable");
    TCase *tests = tcase_create("not_applicable");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_does_not_apply_has_been_said_and_the_rules_know_it);
    tcase_add_test(tests, it_is_entered_in_one_written_form_and_can_be_said_otherwise_later);
    tcase_add_test(tests, of_what_always_applies_nobody_can_say_it);
    tcase_add_test(tests, that_a_personal_fact_does_not_apply_is_personal_too);
    tcase_add_test(tests, a_row_of_a_register_holds_that_something_does_not_apply);
    suite_add_tcase(suite, tests);
    return suite;
}
