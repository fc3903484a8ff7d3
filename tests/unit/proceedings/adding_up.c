/* Totals over cases: which are counted, from which day on, what they come to, and what that is told by. */
#include "fixture.h"
#include <string.h>

static const char RULES[] =
    "enum asking { spend }\n"
    "enum wish { buy, drop }\n"
    "office cfo\noffice head\n"
    "register rates {\n  from : text, key\n  to : text, key\n  rate : decimal\n}\n"
    "powers {\n  | act | who |\n  | register | clerk |\n}\n"
    "facts purchase {\n  vendor : text\n  amount : money of any currency\n  wish : wish\n}\n"
    "total committed of purchase for each vendor {\n  sums amount in USD at rates\n  over 12 months\n"
    "  counting bought, pending, this\n}\n"
    "total all_bought of purchase {\n  sums amount in USD at rates\n  counting bought\n}\n"
    "authority spending of purchase {\n"
    "  | row | asking | committed     || decided_by |\n"
    "  | S1  | spend  | <= USD 80_000 || head       |\n"
    "  | S2  | spend  | > USD 80_000  || cfo        |\n}\n"
    "table wishes of purchase {\n  | row | wish || wanted : yes_no |\n  | W1 | buy || yes |\n  | W2 | drop "
    "|| no |\n}\n"
    "invariant not_too_much of purchase {\n  requires all_bought <= USD 1_000_000\n}\n";

static const char WORKFLOW[] =
    "workflow: buying\ntitle: Buying\nof: purchase\nstart: ask\nsteps:\n"
    "  ask:\n    task: Say what is bought\n    by: business_development\n    collects: [vendor, amount]\n"
    "    next: deciding\n"
    "  deciding:\n    motion: Buy from {vendor}\n    decision: spend\n    within: 2 weeks\n"
    "    next: { carried: bought, lost: declined, rejected: declined, withdrawn: declined }\n"
    "  bought: { end: bought }\n  declined: { end: declined }\n";

static const char PEOPLE[] =
    "import '{people: [{key: amara, name: A, roles: [business_development]}, {key: dina, name: D, roles: "
    "[clerk]},"
    "{key: emil, name: E}, {key: farah, name: F}],"
    "offices: {cfo: [{person: emil, from: 2026-01-01}], head: [{person: farah, from: 2026-01-01}]}}'";

static Book *book;
static int motions;

static void set_up(void) {
    motions = 0;
    book = book_with(arena_new(0), RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05", PEOPLE);
}

static void tear_down(void) {
    check_rebuild(book);
    check_replay(book);
    arena_free(book->arena);
    book = NULL;
}

static void buys(const char *when, const char *facts) {
    allow(book, "amara", when, text_format(book->arena, "open buying %s", facts).at);
}

/* The office that the purchase of that number is for to decide: by hundreds, as it was numbered. */
static void decided_by(const char *number, const char *office) {
    const StepState *step = case_step(book_case(book, number), TEXT("deciding"));
    ck_assert_msg(step != NULL, "%s is not to be decided", number);
    ck_assert_text_is(step->decider, office);
}

static void decide(const char *who, const char *when, const char *number, const char *how) {
    motions++;
    allow(book, who, when, text_format(book->arena, "move %s", number).at);
    allow(book, who, when, text_format(book->arena, "vote M-%d --%s %s", motions, how, who).at);
    allow(book, who, when, text_format(book->arena, "close M-%d", motions).at);
}

/* What the last determination says of a total. */
static const Tree *told(const char *total) {
    const Tree *body = json_of(book, last_body(book, KIND_DETERMINED));
    const Tree *facts = tree_get(tree_get(body, "reasons"), "facts");
    for (size_t i = 0; i < tree_len(facts); i++)
        if (text_is(tree_get_text(facts->items[i], "fact"), total)) return facts->items[i];
    ck_abort_msg("nothing is said of %s", total);
    return NULL;
}

/* "PRT-2026-001 bought USD 20000; PRT-2026-002 this USD 5" */
static Text parts_told(void) {
    const Tree *parts = tree_get(told("committed"), "parts");
    Buf buf = buf_new(book->arena);
    for (size_t i = 0; i < tree_len(parts); i++) {
        const Tree *part = parts->items[i];
        buf_format(&buf, "%s%.*s %.*s %.*s", i ? "; " : "", TEXT_ARG(tree_get_text(part, "case")),
                   TEXT_ARG(tree_get_text(part, "as")), TEXT_ARG(tree_get_text(part, "value")));
    }
    return buf_done(&buf);
}

START_TEST(the_purchase_that_passes_the_limit_goes_up) {
    for (int i = 1; i <= 5; i++) {
        buys("2026-03-02", "vendor=acme 'amount=USD 15_000'");
        decided_by(text_format(book->arena, "PRT-2026-00%d", i).at, "head");
    }
    buys("2026-03-03", "vendor=acme 'amount=USD 5_000'");
    decided_by("PRT-2026-006", "head");
    buys("2026-03-03", "vendor=acme 'amount=USD 1'");
    decided_by("PRT-2026-007", "cfo");
    ck_assert_text_is(tree_get_text(told("committed"), "value"), "USD 80001");
    ck_assert_int_eq(tree_get(told("committed"), "cases")->number, 7);
}
END_TEST

START_TEST(another_vendor_has_a_total_of_its_own) {
    buys("2026-03-02", "vendor=acme 'amount=USD 80_000'");
    buys("2026-03-02", "vendor='acme \"2026\" ltd' 'amount=USD 80_000'");
    decided_by("PRT-2026-002", "head");
    buys("2026-03-02", "vendor=acme 'amount=USD 1'");
    decided_by("PRT-2026-003", "cfo");
}
END_TEST

START_TEST(it_is_told_of_each_case_as_what_it_counts_and_which_entries_made_it) {
    buys("2026-03-02", "vendor=acme 'amount=USD 20_000'");
    int64_t stated = (int64_t)book->entries.len;
    while (book->entries.at[stated - 1].kind != KIND_FACTS_STATED) stated--;
    decide("farah", "2026-03-03", "PRT-1", "for");
    buys("2026-03-04", "vendor=acme 'amount=USD 5'");
    buys("2026-03-05", "vendor=acme 'amount=USD 7'");
    ck_assert_text_is(parts_told(),
                      "PRT-2026-001 bought USD 20000; PRT-2026-002 pending USD 5; PRT-2026-003 this USD 7");
    const Tree *committed = told("committed");
    ck_assert_text_is(tree_get_text(committed, "value"), "USD 20012");
    ck_assert_text_is(tree_get_text(committed, "each"), "acme");
    ck_assert_text_is(tree_get_text(committed, "since"), "2025-03-06");
    ck_assert_text_is(tree_get_text(committed, "how"), "added up");
    const Tree *entries = tree_get(tree_get(committed, "parts")->items[0], "entries");
    ck_assert_uint_eq(tree_len(entries), 1);
    ck_assert_int_eq(entries->items[0]->number, stated - 1);
}
END_TEST

START_TEST(what_was_declined_is_not_counted) {
    buys("2026-03-02", "vendor=acme 'amount=USD 80_000'");
    decide("farah", "2026-03-03", "PRT-1", "against");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "declined");
    buys("2026-03-04", "vendor=acme 'amount=USD 5'");
    ck_assert_text_is(parts_told(), "PRT-2026-002 this USD 5");
}
END_TEST

START_TEST(the_days_that_count_are_those_of_twelve_months_that_end_with_the_day) {
    buys("2026-03-02", "vendor=acme 'amount=USD 80_000'");
    decide("farah", "2026-03-02", "PRT-1", "for");
    buys("2027-03-01", "vendor=acme 'amount=USD 1'");
    decided_by("PRT-2027-001", "cfo");
    buys("2027-03-02", "vendor=acme 'amount=USD 1'");
    decided_by("PRT-2027-002", "head");
    ck_assert_text_is(parts_told(), "PRT-2027-001 pending USD 1; PRT-2027-002 this USD 1");
}
END_TEST

START_TEST(a_decision_entered_late_counts_what_had_been_opened_by_then) {
    buys("2026-03-02", "vendor=acme 'amount=USD 1'");
    buys("2026-03-10", "vendor=acme 'amount=USD 80_000'");
    decided_by("PRT-2026-002", "cfo");
    buys("2026-03-09", "vendor=acme 'amount=USD 2'");
    ck_assert_text_is(parts_told(), "PRT-2026-001 pending USD 1; PRT-2026-003 this USD 2");
}
END_TEST

START_TEST(a_case_counts_where_its_fact_was_corrected_to) {
    buys("2026-03-02", "vendor=acme 'amount=USD 80_000'");
    allow(book, "amara", "2026-03-03", "submit PRT-1 vendor=other 'amount=USD 70_000'");
    buys("2026-03-04", "vendor=acme 'amount=USD 5'");
    ck_assert_text_is(parts_told(), "PRT-2026-002 this USD 5");
    buys("2026-03-04", "vendor=other 'amount=USD 6'");
    ck_assert_text_is(parts_told(), "PRT-2026-001 pending USD 70000; PRT-2026-003 this USD 6");
}
END_TEST

START_TEST(every_amount_is_turned_at_the_rate_of_the_day_on_which_its_case_was_opened) {
    allow(book, "dina", "2026-01-06", "register rates from=EUR to=USD rate=1.1 --from 2026-01-01");
    allow(book, "dina", "2026-01-06", "register rates from=EUR to=USD rate=1.2 --from 2026-04-01");
    buys("2026-03-31", "vendor=acme 'amount=EUR 1_000'");
    buys("2026-04-01", "vendor=acme 'amount=EUR 1_000'");
    ck_assert_text_is(parts_told(), "PRT-2026-001 pending USD 1100; PRT-2026-002 this USD 1200");
    ck_assert_uint_eq(tree_len(tree_get(tree_get(told("committed"), "parts")->items[0], "entries")), 2);
}
END_TEST

static void names(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(book->arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

START_TEST(a_rate_that_is_not_there_is_named_and_so_is_what_would_enter_it) {
    forbid(book, "UNDETERMINED", "amara", "2026-03-02", "open buying vendor=acme 'amount=EUR 5'");
    names(sentence_of(book), "rates[EUR, USD].rate");
    names(mend_of(book), "bylaw register rates from=EUR to=USD rate=... --from 2026-03-02");
}
END_TEST

START_TEST(an_amount_that_nobody_has_said_leaves_the_total_of_its_vendor_undetermined) {
    buys("2026-03-02", "vendor=acme");
    forbid(book, "UNDETERMINED", "amara", "2026-03-03", "open buying vendor=acme 'amount=USD 5'");
    names(sentence_of(book), "amount of PRT-2026-001");
    names(mend_of(book), "bylaw submit PRT-2026-001 amount=...");
    buys("2026-03-03", "vendor=other 'amount=USD 5'");
    allow(book, "amara", "2026-03-04", "submit PRT-1 'amount=USD 6'");
    buys("2026-03-05", "vendor=acme 'amount=USD 7'");
    ck_assert_text_is(parts_told(), "PRT-2026-001 pending USD 6; PRT-2026-003 this USD 7");
}
END_TEST

START_TEST(an_invariant_over_all_cases_holds_the_act_back_that_would_pass_it) {
    buys("2026-03-02", "vendor=acme 'amount=USD 999_999'");
    decide("emil", "2026-03-03", "PRT-1", "for");
    buys("2026-03-02", "vendor=other 'amount=USD 2'");
    allow(book, "farah", "2026-03-03", "move PRT-2");
    allow(book, "farah", "2026-03-03", "vote M-2 --for farah");
    forbid(book, "INVARIANT_BROKEN", "farah", "2026-03-03", "close M-2");
    names(sentence_of(book), "not_too_much");
}
END_TEST

START_TEST(of_many_cases_the_list_is_proved_by_its_digest) {
    for (int i = 0; i < 201; i++) buys("2026-03-02", "vendor=acme 'amount=USD 1'");
    ck_assert_int_eq(tree_get(told("committed"), "cases")->number, 201);
    ck_assert(tree_get(told("committed"), "parts") == NULL);
    ck_assert_uint_eq(tree_get_text(told("committed"), "parts_digest").len, 64);
}
END_TEST

Suite *adding_up_suite(void) {
    Suite *suite = suite_create("adding up");
    TCase *tests = tcase_create("totals");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_purchase_that_passes_the_limit_goes_up);
    tcase_add_test(tests, another_vendor_has_a_total_of_its_own);
    tcase_add_test(tests, it_is_told_of_each_case_as_what_it_counts_and_which_entries_made_it);
    tcase_add_test(tests, what_was_declined_is_not_counted);
    tcase_add_test(tests, the_days_that_count_are_those_of_twelve_months_that_end_with_the_day);
    tcase_add_test(tests, a_decision_entered_late_counts_what_had_been_opened_by_then);
    tcase_add_test(tests, a_case_counts_where_its_fact_was_corrected_to);
    tcase_add_test(tests, every_amount_is_turned_at_the_rate_of_the_day_on_which_its_case_was_opened);
    tcase_add_test(tests, a_rate_that_is_not_there_is_named_and_so_is_what_would_enter_it);
    tcase_add_test(tests, an_amount_that_nobody_has_said_leaves_the_total_of_its_vendor_undetermined);
    tcase_add_test(tests, an_invariant_over_all_cases_holds_the_act_back_that_would_pass_it);
    tcase_add_test(tests, of_many_cases_the_list_is_proved_by_its_digest);
    suite_add_tcase(suite, tests);
    return suite;
}
