/* Facts and columns of registers that name who decides: looked up where they are given. */
#include "fixture.h"
#include "proceedings/motion.h"

#define RULES                                                                                                \
    "enum asking { spend }\noffice cfo\n"                                                                    \
    "powers {\n  | act | who |\n  | register | clerk |\n}\n"                                                 \
    "register units {\n  code : text, key\n  head : decider\n  lead : office\n}\n"                           \
    "facts purchase {\n  item : text\n  approver : decider\n  unit : text, optional\n"                       \
    "  signers : list of person, optional\n}\n"                                                              \
    "authority spending of purchase {\n  | row | asking | unit || decided_by |\n"                            \
    "  | S1 | spend | missing || approver |\n"                                                               \
    "  | S2 | spend | \"mills\" || units[unit].head and units[unit].lead |\n"                                \
    "  | S3 | spend | not \"mills\" || approver then cfo |\n}\n"

#define WORKFLOW                                                                                             \
    "workflow: buying\ntitle: Buying\nof: purchase\nstart: say\nsteps:\n"                                    \
    "  say:\n    task: Say what is bought\n    by: business_development\n"                                   \
    "    collects: [item, approver]\n    next: ask\n"                                                        \
    "  ask:\n    motion: Buy {item}\n    decision: spend\n"                                                  \
    "    next: { carried: bought, lost: refused, rejected: refused, withdrawn: refused }\n"                  \
    "  bought: { end: bought }\n  refused: { end: refused }\n"

static Book *book;

static void set_up(void) {
    Arena *arena = arena_new(0);
    book = book_with(arena, RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: carl, name: C},"
          "{key: dina, name: D, roles: [clerk]}]}'");
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

static void decides(const char *facts, const char *decider) {
    allow(book, "amara", "2026-03-02", line(facts));
    ck_assert_text_is(case_step(book_case(book, "PRT-2026-001"), TEXT("ask"))->decider, decider);
}

START_TEST(a_stated_decider_is_an_office) {
    decides("approver=cfo", "cfo");
}
END_TEST

START_TEST(a_stated_decider_is_one_body_of_several) {
    decides("approver='vertical_council[health]'", "vertical_council[health]");
}
END_TEST

START_TEST(a_stated_decider_is_a_person_and_stands_by_id) {
    decides("approver=carl", "P-000003");
    allow(book, "carl", "2026-03-02", "move PRT-1");
}
END_TEST

START_TEST(what_decides_nothing_is_refused) {
    forbid(book, "NO_SUCH_DECIDER", "amara", "2026-03-02", line("approver=cfoo"));
    ck_assert_text_is(mend_of(book), "did you mean \"cfo\"?");
    forbid(book, "NO_SUCH_DECIDER", "amara", "2026-03-02", line("approver='cfo and carl'"));
    forbid(book, "NO_SUCH_DECIDER", "amara", "2026-03-02", line("approver='vertical_council[death]'"));
    forbid(book, "NO_SUCH_DECIDER", "amara", "2026-03-02", line("approver=clerk"));
}
END_TEST

START_TEST(people_in_a_list_stand_by_their_ids) {
    decides("approver=cfo signers='dina, carl'", "cfo");
    const FactState *signers = case_fact(book_case(book, "PRT-2026-001"), TEXT("signers"));
    const Tree *list = tree_get(signers->value, "value");
    ck_assert_uint_eq(tree_len(list), 2);
    ck_assert_text_is(list->items[0]->text, "P-000004");
    forbid(book, "NO_SUCH_PERSON", "amara", "2026-03-02", line("approver=cfo signers='dina, carla'"));
}
END_TEST

START_TEST(a_register_names_who_decides) {
    allow(book, "dina", "2026-01-06", "register units code=mills head=carl lead=cfo --from 2026-01-06");
    forbid(book, "NO_SUCH_DECIDER", "dina", "2026-01-06",
           "register units code=mills head=nobody --from 2026-02-01");
    forbid(book, "NO_SUCH_OFFICE", "dina", "2026-01-06",
           "register units code=mills lead=carl --from 2026-02-01");
    decides("approver=dina unit=mills", "P-000003 and cfo");
}
END_TEST

START_TEST(facts_that_name_the_same_twice_do_not_decide_twice) {
    forbid(book, "TWICE_THE_SAME", "amara", "2026-03-02", line("approver=cfo unit=desks"));
}
END_TEST

Suite *stated_deciders_suite(void) {
    Suite *suite = suite_create("stated deciders");
    TCase *tcase = tcase_create("stated deciders");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_stated_decider_is_an_office);
    tcase_add_test(tcase, a_stated_decider_is_one_body_of_several);
    tcase_add_test(tcase, a_stated_decider_is_a_person_and_stands_by_id);
    tcase_add_test(tcase, what_decides_nothing_is_refused);
    tcase_add_test(tcase, people_in_a_list_stand_by_their_ids);
    tcase_add_test(tcase, a_register_names_who_decides);
    tcase_add_test(tcase, facts_that_name_the_same_twice_do_not_decide_twice);
    return suite;
}
