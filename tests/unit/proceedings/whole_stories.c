/* Whole cases, and what rebuilding and replaying make of them. */
#include "fixture.h"
#include <string.h>

#define SHEET                                                                                                \
    "strategic_alignment=9 market_impact=9 technical_compatibility=8 operational_feasibility=7 "             \
    "financial_value=8"
#define ALL_MET "transparency=yes privacy=yes fairness=yes accountability=yes beneficial_purpose=yes"

static void yes(const char *who, const char *when, const char *line) {
    allow(the_book, who, when, line);
}

static void come_to_planning(void) {
    yes("amara", "2026-03-02",
        "open partnership_approval name=MedData vertical=health personal_data=yes contact=c");
    yes("amara", "2026-03-10", "score PRT-1 " SHEET);
    yes("bela", "2026-03-10", "score PRT-1 " SHEET);
    yes("carl", "2026-03-11", "score PRT-1 " SHEET);
    yes("dina for iris", "2026-03-12", "answer PRT-1 " ALL_MET);
    yes("dina", "2026-03-24", "convene partnership_review_board --on 2026-03-24");
    yes("dina", "2026-03-24", "attend MTG-1 emil farah goran hana carl");
    yes("dina", "2026-03-24", "recuse carl --from PRT-1 --because 'scored the case'");
    yes("dina", "2026-03-24", "move PRT-1 --in MTG-1");
    yes("dina", "2026-03-24", "vote M-1 --for all --abstain hana");
    yes("dina", "2026-03-24", "close M-1");
}

START_TEST(the_handbooks_case_is_carried_from_its_opening_to_its_approval) {
    come_to_planning();
    ck_assert_text_is(waits_of(the_book, "PRT-2026-001"),
                      "task technical_architect Draw up the integration roadmap; task vertical_lead Allocate "
                      "resources; task business_development Define success metrics and KPIs");
    yes("bela", "2026-04-01", "submit PRT-1 --step roadmap --note 'three phases'");
    yes("carl", "2026-04-02", "submit PRT-1");
    ck_assert(!book_case(the_book, "PRT-2026-001")->ended);
    yes("dina for amara", "2026-04-03", "submit PRT-1 --step metrics");
    ck_assert(book_case(the_book, "PRT-2026-001")->ended);
    ck_assert_text_is(book_case(the_book, "PRT-2026-001")->outcome, "approved");
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

START_TEST(a_parallel_joins_only_when_its_last_branch_has_ended) {
    come_to_planning();
    forbid(the_book, "NOT_FOR_YOU", "carl", "2026-04-01", "submit PRT-1 --step roadmap");
    forbid(the_book, "NOT_YOUR_TASK", "emil", "2026-04-01", "submit PRT-1");
    yes("bela", "2026-04-01", "submit PRT-1");
    forbid(the_book, "STEP_NOT_OPEN", "bela", "2026-04-02", "submit PRT-1 --step roadmap");
    forbid(the_book, "NO_SUCH_STEP", "bela", "2026-04-02", "submit PRT-1 --step roadmp");
    ck_assert_text_is(mend_of(the_book), "did you mean \"roadmap\"?");
    ck_assert(case_step(book_case(the_book, "PRT-2026-001"), TEXT("planning"))->open);
}
END_TEST

START_TEST(what_is_overdue_is_applied_before_the_next_command_and_said) {
    yes("amara", "2026-03-02", "open partnership_approval name=MedData");
    yes("amara", "2026-03-20", "submit PRT-1 vertical=health");
    ck_assert_uint_eq(count_entries(the_book, KIND_DEADLINE_PASSED), 1);
    ck_assert(case_step(book_case(the_book, "PRT-2026-001"), TEXT("initial_assessment"))->overdue);
    check_replay(the_book);
}
END_TEST

/* --- any commands at all -------------------------------------------------------------------------------- */

static uint64_t chance;

static const char *one_of(const char *const *words, size_t count) {
    return words[check_below(&chance, count)];
}
#define ONE_OF(...)                                                                                          \
    one_of((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* A command as likely to be refused as not. */
static const char *any_line(char *line, size_t size) {
    int subject = 1 + (int)check_below(&chance, 3), score = 5 + (int)check_below(&chance, 6);
    switch (check_below(&chance, 12)) {
    case 0:
        snprintf(line, size, "open partnership_approval name=N vertical=%s personal_data=%s contact=c",
                 ONE_OF("health", "finance", "education"), ONE_OF("yes", "no"));
        break;
    case 1:
        snprintf(line, size, "submit PRT-%d annual_value='USD %d'", subject, score * 1000);
        break;
    case 2:
    case 3:
    case 4:
        snprintf(line, size,
                 "score PRT-%d strategic_alignment=%d market_impact=9 technical_compatibility=%d "
                 "operational_feasibility=7 financial_value=8",
                 subject, score, score);
        break;
    case 5:
        snprintf(line, size, "answer PRT-%d transparency=yes fairness=yes privacy=%s", subject,
                 ONE_OF("yes", "no"));
        break;
    case 6:
        snprintf(line, size, "answer PRT-%d accountability=yes beneficial_purpose=yes privacy=yes", subject);
        break;
    case 7:
        snprintf(line, size, "submit PRT-%d", subject);
        break;
    case 8:
        snprintf(line, size, "recuse %s --from PRT-%d --because tie", ONE_OF("emil", "carl", "iris"),
                 subject);
        break;
    case 9:
        snprintf(line, size, "move PRT-%d --in MTG-1", subject);
        break;
    case 10:
        snprintf(line, size, "vote M-%d --for all --abstain farah", subject);
        break;
    default:
        snprintf(line, size, "close M-%d", subject);
        break;
    }
    return line;
}

START_TEST(any_commands_rebuild_and_replay_to_the_same_book) {
    char line[400], day[11];
    chance = check_seed("any commands rebuild and replay to the same book");
    yes("dina", "2026-03-01", "convene partnership_review_board --on 2026-03-02");
    yes("dina", "2026-03-02", "attend MTG-1 emil farah goran hana carl");
    for (int i = 0; i < 2; i++) /* something to work on, whatever chance brings */
        yes("amara", "2026-03-02",
            "open partnership_approval name=N vertical=health personal_data=yes contact=c");
    size_t accepted = 0;
    for (int i = 0; i < 150; i++) {
        snprintf(day, sizeof day, "2026-%02d-%02d", 3 + i / 28, 1 + i % 28);
        accepted +=
            act(the_book, ONE_OF("amara", "bela", "carl", "dina", "dina for iris", "farah", "dina for amara"),
                day, any_line(line, sizeof line));
    }
    ck_assert_uint_gt(accepted, 0);
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

Suite *whole_stories_suite(void) {
    Suite *suite = suite_create("proceedings: whole stories");
    TCase *tests = tcase_create("stories");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, the_handbooks_case_is_carried_from_its_opening_to_its_approval);
    tcase_add_test(tests, a_parallel_joins_only_when_its_last_branch_has_ended);
    tcase_add_test(tests, what_is_overdue_is_applied_before_the_next_command_and_said);
    tcase_add_test(tests, any_commands_rebuild_and_replay_to_the_same_book);
    suite_add_tcase(suite, tests);
    return suite;
}
