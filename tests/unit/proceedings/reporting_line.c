/* Who decides by the reporting line: by name, as the registers hold on the day, with the rules of all others.
 */
#include "fixture.h"
#include "proceedings/motion.h"
#include <string.h>

#define RULES                                                                                                \
    "register employees {\n  id : person, key\n  manager : person, optional\n"                               \
    "  approval_limit : money USD\n}\n"                                                                      \
    "powers {\n  | act | who |\n  | register | clerk |\n}\n"                                                 \
    "enum asking { spend }\noffice cfo\n"                                                                    \
    "facts purchase {\n  item : text\n  requester : person\n  amount : money USD\n}\n"                       \
    "authority spending of purchase {\n  | row | asking | amount || decided_by |\n"                          \
    "  | S1 | spend | < USD 10_000 || first in employees.manager from requester whose approval_limit"        \
    " covers amount |\n"                                                                                     \
    "  | S2 | spend | >= USD 10_000 || first in employees.manager from requester whose approval_limit"       \
    " covers amount and cfo |\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: buying\ntitle: Buying\nof: purchase\nstart: say\nsteps:\n"                                    \
    "  say:\n    task: Say what is bought\n    by: business_development\n"                                   \
    "    collects: [item, requester, amount]\n    next: ask\n"                                               \
    "  ask:\n    motion: Buy {item}\n    decision: spend\n"                                                  \
    "    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }\n"                  \
    "  bought: { end: bought }\n  refused: { end: refused }\n"

#define PEOPLE                                                                                               \
    "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: carl, name: C},"          \
    "{key: dina, name: D, roles: [clerk]}, {key: emil, name: E, roles: [business_development]},"             \
    "{key: hana, name: H}], offices: {cfo: [{person: hana, from: 2026-01-01},"                               \
    "{person: carl, from: 2026-01-01}]}}'"

static Book *book;

static void row(const char *line) {
    allow(book, "dina", "2026-01-06", text_format(book->arena, "register employees %s", line).at);
}

/* amara, above her carl, above him emil, above him hana. */
static void set_up(void) {
    Arena *arena = arena_new(0);
    book = book_with(arena, RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05", PEOPLE);
    row("id=amara manager=carl approval_limit='USD 9000' --from 2026-01-06");
    row("id=carl manager=emil approval_limit='USD 500' --from 2026-01-06");
    row("id=emil manager=hana approval_limit='USD 5000' --from 2026-01-06");
    row("id=hana approval_limit='USD 50_000' --from 2026-01-06");
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

static const char *line(const char *facts) {
    return text_format(book->arena, "open buying item=Desks %s", facts).at;
}

static Text decider(void) {
    return case_step(book_case(book, "PRT-2026-001"), TEXT("ask"))->decider;
}

static Text id_of(const char *key) {
    Text id;
    ck_assert(state_find_person(book_state(book), text_of(key), &id));
    return id;
}

static void says(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(book->arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

START_TEST(the_first_whose_limit_covers_it_decides_by_name) {
    allow(book, "amara", "2026-03-02", line("requester=amara amount='USD 501'"));
    ck_assert_text_is(decider(), id_of("emil").at);
    forbid(book, "NO_SEAT", "carl", "2026-03-02", "move PRT-1");
    allow(book, "emil", "2026-03-02", "move PRT-1");
    forbid(book, "NOT_FOR_YOU", "carl", "2026-03-02", "vote M-1 --for carl");
    says(sentence_of(book), "M-2026-001 is not for carl to do, but for emil");
    allow(book, "emil", "2026-03-02", "vote M-1 --for emil");
    allow(book, "emil", "2026-03-02", "close M-1");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "bought");
}
END_TEST

START_TEST(the_rows_on_the_day_say_who_it_is_and_are_cited) {
    row("id=carl approval_limit='USD 600' --from 2026-03-02");
    allow(book, "amara", "2026-03-01", line("requester=amara amount='USD 501'"));
    ck_assert_text_is(decider(), id_of("emil").at);
    Text reasons = last_body(book, KIND_DETERMINED);
    says(reasons, "\"fact\":\"employees[P-000002].manager\"");
    says(reasons, "\"fact\":\"employees[P-000003].approval_limit\"");
    says(reasons, "\"entry\":");
    allow(book, "amara", "2026-03-02", line("requester=amara amount='USD 501'"));
    ck_assert_text_is(case_step(book_case(book, "PRT-2026-002"), TEXT("ask"))->decider, id_of("carl").at);
}
END_TEST

START_TEST(nobody_decides_on_their_own_request_nor_being_recused) {
    allow(book, "emil", "2026-03-02", line("requester=amara amount='USD 501'"));
    ck_assert_text_is(decider(), id_of("emil").at);
    allow(book, "emil", "2026-03-02", "move PRT-1");
    forbid(book, "OWN_CASE", "emil", "2026-03-02", "vote M-1 --for emil");
    allow(book, "amara", "2026-03-02", line("requester=amara amount='USD 300'"));
    allow(book, "carl", "2026-03-02", "move PRT-2");
    allow(book, "dina", "2026-03-02", "recuse carl --from PRT-2 --because 'it is his sister'");
    forbid(book, "TAKES_NO_PART", "carl", "2026-03-02", "vote M-2 --for carl");
}
END_TEST

START_TEST(a_joint_decision_with_the_line_needs_distinct_people) {
    allow(book, "amara", "2026-03-02", line("requester=amara amount='USD 12_000'"));
    ck_assert_text_is(waits_of(book, "PRT-2026-001"), "motion hana Buy Desks; motion cfo Buy Desks");
    allow(book, "hana", "2026-03-02", "move PRT-1 --to hana");
    allow(book, "hana", "2026-03-02", "vote M-1 --for hana");
    allow(book, "hana", "2026-03-02", "close M-1");
    allow(book, "hana", "2026-03-02", "move PRT-1 --to cfo");
    forbid(book, "HAS_DECIDED", "hana", "2026-03-02", "vote M-2 --for hana");
    allow(book, "carl", "2026-03-02", "vote M-2 --for carl");
    allow(book, "carl", "2026-03-02", "close M-2");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "bought");
}
END_TEST

START_TEST(where_the_line_leads_to_nobody_it_is_said_where_it_ended) {
    forbid(book, "LINE_ENDS", "amara", "2026-03-02", line("requester=amara amount='USD 60_000'"));
    says(sentence_of(book),
         "the line employees.manager from amara ends with hana, and no approval_limit in it "
         "covers USD 60000");
    says(mend_of(book), "bylaw register employees id=hana manager=... --from 2026-03-02");
    forbid(book, "LINE_ENDS", "amara", "2026-03-02", line("requester=dina amount='USD 6'"));
    says(sentence_of(book), "ends with dina");
    row("id=hana manager=carl --from 2026-03-03");
    forbid(book, "LINE_FAILS", "amara", "2026-03-03", line("requester=amara amount='USD 60_000'"));
    says(sentence_of(book), "comes to carl again: it goes round");
}
END_TEST

Suite *reporting_line_suite(void) {
    Suite *suite = suite_create("the reporting line in a case");
    TCase *tcase = tcase_create("the reporting line in a case");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, the_first_whose_limit_covers_it_decides_by_name);
    tcase_add_test(tcase, the_rows_on_the_day_say_who_it_is_and_are_cited);
    tcase_add_test(tcase, nobody_decides_on_their_own_request_nor_being_recused);
    tcase_add_test(tcase, a_joint_decision_with_the_line_needs_distinct_people);
    tcase_add_test(tcase, where_the_line_leads_to_nobody_it_is_said_where_it_ended);
    return suite;
}
