/* Rules that change on a day, and the day as of which they are read. */
#include "made.h"
#include "program/code.h"

#define LIMIT                                                                                                \
    "definition limit of f {\n as_of due\n means 5 until 2026-07-01\n means x + 1 from 2026-07-01\n}\n"
#define FEE                                                                                                  \
    "definition fee of f {\n means 1 from 2026-01-01 until 2026-02-01\n means 2 from 2026-02-01 until "      \
    "2026-03-01\n means 3 from 2026-03-01 until 2027-01-01\n}\n"

static Determination decided(const Made *it, const char *unit) {
    return evaluated(it, unit, NULL);
}

static Text value_of(const Made *it, const char *unit) {
    ck_assert_int_eq(decided(it, unit).outcome, OUTCOME_DECIDED);
    return result_of(it, unit);
}

static Determination required(const Made *it) {
    Determination out;
    evaluate(it->frame, it->program->guards[0].requires[0], NULL, &out);
    return out;
}

START_TEST(a_definition_means_what_is_in_force_on_its_day) {
    Made it = made(LIMIT);
    give(&it, "x", "9");
    give(&it, "due", "2026-06-30");
    ck_assert_text_is(value_of(&it, "limit"), "5");
    give(&it, "due", "2026-07-01");
    ck_assert_text_is(value_of(&it, "limit"), "10");
    arena_free(it.arena);
}
END_TEST

START_TEST(what_is_not_read_on_a_day_need_not_be_known) {
    Made it = made(LIMIT);
    Determination out = decided(&it, "limit");
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "due"));
    give(&it, "due", "2026-01-01");
    ck_assert_text_is(value_of(&it, "limit"), "5");
    arena_free(it.arena);
}
END_TEST

START_TEST(outside_its_days_a_definition_is_an_error) {
    Made it = made(FEE);
    static const char *const DAYS[] = {"2026-01-01", "2026-01-31", "2026-02-01", "2026-12-31"};
    static const char *const FEES[] = {"1", "1", "2", "3"};
    for (int i = 0; i < 4; i++) {
        give(&it, "today", DAYS[i]);
        ck_assert_text_is(value_of(&it, "fee"), FEES[i]);
    }
    give(&it, "today", "2027-01-01");
    ck_assert_int_eq(decided(&it, "fee").problem, PROBLEM_NOT_IN_FORCE);
    give(&it, "today", "2025-12-31");
    ck_assert_int_eq(decided(&it, "fee").problem, PROBLEM_NOT_IN_FORCE);
    arena_free(it.arena);
}
END_TEST

START_TEST(without_a_named_day_it_is_the_day_the_case_was_opened) {
    Made it = made(FEE);
    give(&it, "today", "2026-03-05");
    give(&it, "case_opened", "2026-01-05");
    ck_assert_text_is(value_of(&it, "fee"), "1");
    frame_clear(it.frame);
    Determination out = decided(&it, "fee");
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_int_eq(out.settle[0], slot_of(it.program, "today"));
    arena_free(it.arena);
}
END_TEST

START_TEST(a_guard_asks_nothing_outside_its_days) {
    Made it = made(
        "guard g before here {\n in_force from 2026-02-01 until 2026-03-01\n as_of due\n requires a\n}\n");
    give(&it, "a", "no");
    give(&it, "due", "2026-02-01");
    ck_assert(!required(&it).yes);
    give(&it, "due", "2026-03-01");
    ck_assert(required(&it).yes);
    give(&it, "due", "2026-01-31");
    ck_assert(required(&it).yes);
    frame_clear(it.frame);
    ck_assert_uint_eq(required(&it).settle_count, 2);
    give(&it, "a", "yes"); /* on whatever day */
    ck_assert(required(&it).yes);
    arena_free(it.arena);
}
END_TEST

START_TEST(an_exception_is_read_as_of_its_tables_day) {
    Made it = made("table t of f {\n as_of due\n | row | a || n : integer |\n | R1 | - || 1 |\n}\n"
                   "exception e to t when b {\n in_force from 2026-02-01\n gives n = 2\n}\n");
    give(&it, "b", "yes");
    give(&it, "due", "2026-01-31");
    ck_assert_int_eq(decided(&it, "t").exception, NONE);
    give(&it, "due", "2026-02-01");
    ck_assert_int_eq(decided(&it, "t").exception, 0);
    ck_assert_text_is(changes_of(&it, "t"), "due at most 2026-01-31 -> R1; b is no -> R1");
    arena_free(it.arena);
}
END_TEST

START_TEST(the_day_and_what_is_meant_on_it_are_reasons) {
    Made it = made(LIMIT);
    Reasons reasons = {0};
    give(&it, "x", "9");
    give(&it, "due", "2026-07-01");
    Determination out = evaluated(&it, "limit", &reasons);
    ck_assert_uint_eq(reasons.len, 3);
    ck_assert_text_is(reasons.at[0].meaning->written, "x + 1");
    ck_assert_int_eq(reasons.at[1].index, slot_of(it.program, "due"));
    ck_assert_int_eq(reasons.at[2].index, slot_of(it.program, "x"));
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    arena_free(it.arena);
}
END_TEST

START_TEST(a_row_holds_on_its_days) {
    Made it = made("table t of f {\n as_of due\n | row | a | from | until || n : integer |\n"
                   " | R1 | yes | - | 2026-07-01 || 1 |\n | R2 | yes | 2026-07-01 | - || 2 |\n"
                   " | R3 | no | - | - || 3 |\n}\n");
    give(&it, "a", "no");
    ck_assert_int_eq(decided(&it, "t").row, 2);
    give(&it, "a", "yes");
    Determination open = decided(&it, "t");
    ck_assert_int_eq(open.outcome, OUTCOME_UNDETERMINED);
    ck_assert_int_eq(open.settle[0], slot_of(it.program, "due"));
    give(&it, "due", "2026-06-30");
    ck_assert_int_eq(decided(&it, "t").row, 0);
    ck_assert_text_is(changes_of(&it, "t"), "a is no -> R3; due at least 2026-07-01 -> R2");
    give(&it, "due", "2026-07-01");
    ck_assert_int_eq(decided(&it, "t").row, 1);
    arena_free(it.arena);
}
END_TEST

/* --- random rows, compiled, against a plain scan of them ------------------------------------------------ */

enum { DAYS = 16, ROWS = 12 };
static const Date FIRST = 20454; /* 2026-01-01 */

typedef struct DatedRow {
    int from, until; /* days after the first; -1: open */
    int a;           /* 2: either */
} DatedRow;

static void write_day(Buf *text, int day) {
    if (day < 0)
        buf_cstr(text, " - |");
    else
        buf_format(text, " 2026-01-%02d |", day + 1);
}

static DatedRow random_row(uint64_t *seed, Buf *text, int row) {
    static const char *const CELLS[] = {"no", "yes", "-"};
    DatedRow made = {(int)check_below(seed, DAYS) - 1, (int)check_below(seed, DAYS),
                     (int)check_below(seed, 3)};
    if (made.until <= made.from || made.until == 0) made.until = -1;
    buf_format(text, " | R%d | %s |", row, CELLS[made.a]);
    write_day(text, made.from);
    write_day(text, made.until);
    buf_format(text, "| %d |\n", row);
    return made;
}

static bool holds(const DatedRow *row, int day, int a) {
    return (row->a == 2 || row->a == a) && row->from <= day && (row->until < 0 || day < row->until);
}

static void check_day(const Made *it, const DatedRow *rows, int count, bool first, int day, int a) {
    int fit = 0, row = NONE;
    for (int i = count; i-- > 0;)
        if (holds(&rows[i], day, a)) fit++, row = i;
    frame_set(it->frame, slot_of(it->program, "due"), value_date(FIRST + day));
    frame_set_yes_no(it->frame, slot_of(it->program, "a"), a);
    Determination out = decided(it, "t");
    Outcome wanted = fit == 0 ? OUTCOME_NO_ROW : fit > 1 && !first ? OUTCOME_ERROR : OUTCOME_DECIDED;
    ck_assert_int_eq(out.outcome, wanted);
    ck_assert_int_eq(out.row, row);
}

START_TEST(dated_rows_are_found_by_an_index_as_by_a_plain_scan) {
    uint64_t seed = check_seed("dated rows");
    for (int round = 0; round < check_rounds(100); round++) {
        DatedRow rows[ROWS];
        int count = 1 + (int)check_below(&seed, ROWS);
        bool first = check_below(&seed, 2);
        Arena *arena = arena_new(0);
        Buf text = buf_new(arena);
        buf_format(&text, "table t of f {\n hit %s\n as_of due\n | row | a | from | until || n : integer |\n",
                   first ? "first" : "unique");
        for (int i = 0; i < count; i++) rows[i] = random_row(&seed, &text, i);
        buf_cstr(&text, "}\n");
        Made it = made(text_copy(arena, buf_done(&text)).at);
        ck_assert_ptr_nonnull(it.program->tables[0].code->index);
        for (int day = -1; day <= DAYS; day++)
            for (int a = 0; a < 2; a++) check_day(&it, rows, count, first, day, a);
        arena_free(it.arena);
        arena_free(arena);
    }
}
END_TEST

Suite *dated_test_suite(void) {
    Suite *suite = suite_create("dated rules");
    TCase *tests = tcase_create("dated rules");
    tcase_add_test(tests, a_definition_means_what_is_in_force_on_its_day);
    tcase_add_test(tests, what_is_not_read_on_a_day_need_not_be_known);
    tcase_add_test(tests, outside_its_days_a_definition_is_an_error);
    tcase_add_test(tests, without_a_named_day_it_is_the_day_the_case_was_opened);
    tcase_add_test(tests, a_guard_asks_nothing_outside_its_days);
    tcase_add_test(tests, an_exception_is_read_as_of_its_tables_day);
    tcase_add_test(tests, the_day_and_what_is_meant_on_it_are_reasons);
    tcase_add_test(tests, a_row_holds_on_its_days);
    tcase_add_test(tests, dated_rows_are_found_by_an_index_as_by_a_plain_scan);
    suite_add_tcase(suite, tests);
    return suite;
}
