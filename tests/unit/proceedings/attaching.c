/* Evidence: files under numbers of their case, how long they are kept, and who may do what with them. */
#include "fixture.h"

#define AGREEMENT "'{name: agreement.pdf, digest: aa}'"
#define REPORT    "'{name: report.txt, digest: bb}'"

static void yes(const char *who, const char *when, const char *line) {
    allow(the_book, who, when, line);
}

static void no(const char *code, const char *who, const char *when, const char *line) {
    forbid(the_book, code, who, when, line);
}

static void set_up(void) {
    the_book_set_up();
    yes("amara", "2026-03-02", "open technical_integration name=LedgerData vertical=finance");
}

static void tear_down(void) {
    check_rebuild(the_book);
    check_replay(the_book);
    the_book_tear_down();
}

static Date day(const char *written) {
    Date date = DATE_NONE;
    ck_assert(date_parse(text_of(written), &date));
    return date;
}

static const Tree *last(EntryKind kind) {
    return json_of(the_book, last_body(the_book, kind));
}

static int64_t number_of_last(void) {
    return tree_get(last(KIND_ATTACHED), "number")->number;
}

START_TEST(files_are_numbered_within_their_case) {
    yes("amara", "2026-03-02", "open technical_integration name=OtherData vertical=finance");
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " " REPORT);
    ck_assert_int_eq(number_of_last(), 2);
    yes("amara", "2026-03-03", "attach PRT-2 " AGREEMENT);
    ck_assert_int_eq(number_of_last(), 1);
    State *state = book_state(the_book);
    ck_assert_text_is(state_evidence(state, TEXT("PRT-2026-001"), TEXT("e2"))->name, "report.txt");
    ck_assert_ptr_null(state_evidence(state, TEXT("PRT-2026-002"), TEXT("E2")));
    ck_assert_ptr_null(state_evidence(state, TEXT("PRT-2026-001"), TEXT("E")));
}
END_TEST

START_TEST(who_takes_no_part_in_the_case_attaches_nothing) {
    no("NOT_IN_CASE", "emil", "2026-03-03", "attach PRT-1 " AGREEMENT);
    yes("bela", "2026-03-03", "attach PRT-1 " AGREEMENT);
    yes("dina", "2026-03-03", "attach PRT-1 " AGREEMENT);
}
END_TEST

START_TEST(what_a_file_shows_is_a_fact_or_an_item_of_the_case) {
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --as-evidence-for vertical");
    yes("carl", "2026-03-03", "attach PRT-1 " AGREEMENT " --as-evidence-for pci_dss");
    no("SHOWS_NOTHING", "amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --as-evidence-for pci_ds");
    ck_assert_text_is(mend_of(the_book), "did you mean \"pci_dss\"?");
}
END_TEST

START_TEST(an_item_is_ticked_by_the_number_of_a_file_that_is_there) {
    no("NO_SUCH_EVIDENCE", "carl", "2026-03-03", "tick PRT-1 pci_dss=yes --evidence E1");
    yes("carl", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '1 month'");
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=yes --evidence E1");
    yes("dina", "2026-04-03", "discard PRT-1 E1 --because 'its month is over'");
    no("EVIDENCE_GONE", "carl", "2026-04-03", "tick PRT-1 sox=yes --evidence e1");
    yes("carl", "2026-04-03", "tick PRT-1 sox=yes --evidence 'E1 as it was'");
}
END_TEST

START_TEST(a_file_is_discarded_when_its_time_is_up_and_not_before) {
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '1 month'");
    yes("amara", "2026-03-03", "attach PRT-1 " REPORT);
    no("KEPT_STILL", "dina", "2026-04-02", "discard PRT-1 E1 --because 'no room'");
    no("KEPT_FOR_GOOD", "dina", "2026-04-03", "discard PRT-1 E2 --because 'no room'");
    no("NO_SUCH_EVIDENCE", "dina", "2026-04-03", "discard PRT-1 E3 --because 'no room'");
    no("NO_POWER", "amara", "2026-04-03", "discard PRT-1 E1 --because 'no room'");
    Text place = {0};
    ck_assert_ptr_null(next_expired(book_state(the_book), place, day("2026-04-02"), &place));
    ck_assert_ptr_nonnull(next_expired(book_state(the_book), place, day("2026-04-03"), &place));
    yes("dina", "2026-04-03", "discard PRT-1 E1 --because 'its month is over'");
    ck_assert_ptr_null(next_expired(book_state(the_book), place, day("2030-01-01"), &place));
    no("EVIDENCE_GONE", "dina", "2026-04-03", "discard PRT-1 E1 --because 'its month is over'");
}
END_TEST

START_TEST(bytes_go_with_the_last_attachment_that_has_them_in_that_place) {
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '1 day'");
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '1 day'");
    yes("amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '1 day' --beside");
    yes("dina", "2026-03-04", "discard PRT-1 E1 --because 'twice'");
    ck_assert_ptr_null(tree_get(last(KIND_DISCARDED), "gone"));
    yes("dina", "2026-03-04", "discard PRT-1 E2 --because 'over'");
    ck_assert(tree_get(last(KIND_DISCARDED), "gone")->yes);
    yes("dina", "2026-03-04", "discard PRT-1 E3 --because 'over'");
    ck_assert(tree_get(last(KIND_DISCARDED), "gone")->yes);
}
END_TEST

START_TEST(without_classes_none_can_be_given_and_a_time_is_one_of_days) {
    no("NO_CLASSES", "amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --class public");
    no("BAD_KEEP", "amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep '3 working days'");
    no("BAD_KEEP", "amara", "2026-03-03", "attach PRT-1 " AGREEMENT " --keep long");
    no("NO_FILES", "amara", "2026-03-03", "attach PRT-1 --keep '1 year'");
}
END_TEST

Suite *attaching_suite(void) {
    Suite *suite = suite_create("attaching");
    TCase *tests = tcase_create("evidence");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, files_are_numbered_within_their_case);
    tcase_add_test(tests, who_takes_no_part_in_the_case_attaches_nothing);
    tcase_add_test(tests, what_a_file_shows_is_a_fact_or_an_item_of_the_case);
    tcase_add_test(tests, an_item_is_ticked_by_the_number_of_a_file_that_is_there);
    tcase_add_test(tests, a_file_is_discarded_when_its_time_is_up_and_not_before);
    tcase_add_test(tests, bytes_go_with_the_last_attachment_that_has_them_in_that_place);
    tcase_add_test(tests, without_classes_none_can_be_given_and_a_time_is_one_of_days);
    suite_add_tcase(suite, tests);
    return suite;
}
