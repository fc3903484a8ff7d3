/* Checklists of a case: who answers for their items, which of them apply, and what they come to. */
#include "fixture.h"
#include <string.h>

#define API_MET                                                                                              \
    "authentication=yes data_exchange=yes documentation=yes rate_limiting=yes versioning=yes "               \
    "error_handling=yes"
#define SECURITY_MET "encryption=yes data_minimization=yes scanning=yes access_control=yes audit_logging=yes"

static void yes(const char *who, const char *when, const char *line) {
    allow(the_book, who, when, line);
}

static void no(const char *code, const char *who, const char *when, const char *line) {
    forbid(the_book, code, who, when, line);
}

/* A case at its three checklists; the partner is in finance. */
static void come_to_standards(void) {
    yes("amara", "2026-03-02", "open technical_integration name=LedgerData vertical=finance");
}

static Text standing(void) {
    return waits_of(the_book, "PRT-2026-001");
}

static void tear_down(void) {
    check_rebuild(the_book);
    check_replay(the_book);
    the_book_tear_down();
}

static Text outcome(const char *step) {
    const StepState *state = case_step(book_case(the_book, "PRT-2026-001"), text_of(step));
    ck_assert_ptr_nonnull(state);
    return state->outcome;
}

START_TEST(the_items_that_apply_are_waited_for_and_no_others) {
    come_to_standards();
    ck_assert_ptr_nonnull(
        strstr(text_copy(the_book->arena, standing()).at, "items vertical_lead pci_dss, sox, glba"));
}
END_TEST

START_TEST(the_last_answer_ends_the_step) {
    come_to_standards();
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=yes vertical_compliance.sox=yes --evidence attestation");
    ck_assert_text_is(outcome("compliance"), "");
    yes("carl", "2026-03-04", "tick PRT-1 glba=yes");
    ck_assert_text_is(outcome("compliance"), "complete");
    const Tree *came_to = json_of(the_book, last_body(the_book, KIND_DETERMINED));
    ck_assert_text_is(tree_get_text(came_to, "unit"), "vertical_compliance");
    const Tree *facts = tree_get(tree_get(came_to, "reasons"), "facts");
    ck_assert_text_is(tree_get_text(facts->items[1], "fact"), "vertical_compliance.pci_dss");
    ck_assert_text_is(tree_get_text(facts->items[1], "giver"), "P-000004");
}
END_TEST

START_TEST(an_answer_of_no_waits_for_the_others_and_makes_it_incomplete) {
    come_to_standards();
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=no sox=yes --note 'no tokens yet'");
    ck_assert_text_is(outcome("compliance"), "");
    yes("carl", "2026-03-04", "tick PRT-1 glba=yes");
    ck_assert_text_is(outcome("compliance"), "incomplete");
}
END_TEST

START_TEST(what_was_met_stays_met_when_it_is_gone_through_again) {
    come_to_standards();
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=no sox=yes glba=yes");
    yes("bela", "2026-03-03", "tick PRT-1 " API_MET " --evidence pages");
    yes("bela", "2026-03-03", "tick PRT-1 " SECURITY_MET " --evidence scans");
    ck_assert_text_is(standing(), "task technical_architect Remedy what is not met");
    yes("bela", "2026-03-20", "submit PRT-1 --step remedy");
    ck_assert_text_is(standing(), "items vertical_lead pci_dss");
    yes("carl", "2026-03-23", "tick PRT-1 pci_dss=yes --evidence attestation");
    ck_assert(book_case(the_book, "PRT-2026-001")->ended);
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "live");
}
END_TEST

START_TEST(an_answer_can_be_changed_while_the_step_is_open) {
    come_to_standards();
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=no");
    yes("carl", "2026-03-04", "tick PRT-1 pci_dss=yes --evidence attestation");
    const TickState *tick =
        case_tick(book_case(the_book, "PRT-2026-001"), TEXT("vertical_compliance"), TEXT("pci_dss"));
    ck_assert(tick->met);
    ck_assert_text_is(tick->evidence, "attestation");
    ck_assert_uint_eq(count_entries(the_book, KIND_TICKED), 2);
}
END_TEST

START_TEST(what_does_not_apply_is_not_answered) {
    come_to_standards();
    no("DOES_NOT_APPLY", "carl", "2026-03-03", "tick PRT-1 hipaa=yes");
}
END_TEST

START_TEST(what_evidence_is_asked_for_is_named_with_a_yes) {
    come_to_standards();
    no("EVIDENCE_NEEDED", "carl", "2026-03-03", "tick PRT-1 pci_dss=yes");
    ck_assert_text_is(mend_of(the_book), "say it with: bylaw tick PRT-2026-001 pci_dss=yes --evidence ...");
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=no sox=yes");
    yes("carl", "2026-03-03", "tick PRT-1 pci_dss=yes --evidence attestation");
}
END_TEST

START_TEST(only_those_whom_the_step_names_answer) {
    come_to_standards();
    no("NOT_FOR_YOU", "amara", "2026-03-03", "tick PRT-1 pci_dss=yes");
    no("NO_ITEM", "carl", "2026-03-03", "tick PRT-1 pcidss=yes");
    no("BAD_VALUE", "carl", "2026-03-03", "tick PRT-1 pci_dss=maybe");
    no("NOTHING_GIVEN", "carl", "2026-03-03", "tick PRT-1");
}
END_TEST

/* --- lists that hang on facts --------------------------------------------------------------------------- */

static const char DATA_RULES[] = "facts deal { eu_data : yes_no  \n kind : text }\n"
                                 "checklist gdpr of deal {\n"
                                 "  applies when eu_data\n"
                                 "  | item  | requirement        | applies       |\n"
                                 "  | dpo   | \"Somebody is named\" | -             |\n"
                                 "  | model | \"Clauses signed\"    | kind = \"far\"  |\n"
                                 "}\n";
static const char DATA_FLOW[] = "workflow: deals\ntitle: Deals\nof: deal\nstart: data\nsteps:\n"
                                "  data: { checklist: gdpr, by: clerk, next: { complete: good, incomplete: "
                                "bad, not_applicable: none } }\n"
                                "  good: { end: good }\n  bad: { end: bad }\n  none: { end: none }\n";

static const char DATA_PEOPLE[] =
    "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: dina, name: D, roles: "
    "[clerk]}]}'";

static void deals_set_up(void) {
    the_book = book_with(arena_new(0), DATA_RULES, DATA_FLOW);
    yes("founder", "2026-01-05", DATA_PEOPLE);
}

static void open_deal(const char *facts) {
    char line[200];
    snprintf(line, sizeof line, "open deals %s", facts);
    yes("amara", "2026-03-02", line);
}

START_TEST(a_list_that_does_not_apply_is_passed_citing_its_rule) {
    open_deal("eu_data=no");
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "none");
    const Tree *came_to = json_of(the_book, last_body(the_book, KIND_DETERMINED));
    ck_assert_text_is(tree_get_text(came_to, "outcome"), "not_applicable");
}
END_TEST

START_TEST(a_list_that_nobody_knows_to_apply_waits_for_the_facts) {
    open_deal("");
    ck_assert_text_is(standing(), "fact amara eu_data; fact amara kind");
    yes("amara", "2026-03-03", "submit PRT-1 eu_data=no");
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "none");
}
END_TEST

START_TEST(an_item_that_facts_put_out_of_account_ends_the_list) {
    open_deal("eu_data=yes");
    yes("dina", "2026-03-03", "tick PRT-1 dpo=yes");
    ck_assert_text_is(standing(), "fact amara kind");
    yes("amara", "2026-03-04", "submit PRT-1 kind=near");
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "good");
}
END_TEST

Suite *ticking_suite(void) {
    Suite *suite = suite_create("ticking");
    TCase *standards = tcase_create("the handbook's standards"),
          *deals = tcase_create("lists that hang on facts");
    tcase_add_checked_fixture(standards, the_book_set_up, tear_down);
    tcase_add_checked_fixture(deals, deals_set_up, tear_down);
    tcase_add_test(standards, the_items_that_apply_are_waited_for_and_no_others);
    tcase_add_test(standards, the_last_answer_ends_the_step);
    tcase_add_test(standards, an_answer_of_no_waits_for_the_others_and_makes_it_incomplete);
    tcase_add_test(standards, what_was_met_stays_met_when_it_is_gone_through_again);
    tcase_add_test(standards, an_answer_can_be_changed_while_the_step_is_open);
    tcase_add_test(standards, what_does_not_apply_is_not_answered);
    tcase_add_test(standards, what_evidence_is_asked_for_is_named_with_a_yes);
    tcase_add_test(standards, only_those_whom_the_step_names_answer);
    tcase_add_test(deals, a_list_that_does_not_apply_is_passed_citing_its_rule);
    tcase_add_test(deals, a_list_that_nobody_knows_to_apply_waits_for_the_facts);
    tcase_add_test(deals, an_item_that_facts_put_out_of_account_ends_the_list);
    suite_add_tcase(suite, standards);
    suite_add_tcase(suite, deals);
    return suite;
}
