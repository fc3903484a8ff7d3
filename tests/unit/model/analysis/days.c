/* Days on which nothing holds, or two things do. */
#include "analysed.h"

#define LIMIT(clauses) "definition limit of partnership {\n" clauses "}\n"

CLEAN(values_that_follow_one_another_are_enough,
      LIMIT("  means 6 from 2026-07-01\n  means 5 until 2026-07-01\n"))
CLEAN(before_the_charters_first_day_nothing_is_asked,
      LIMIT("  means 5 from 2025-07-01 until 2026-07-01\n  means 6 from 2026-07-01\n"))
FINDS(a_day_on_which_a_definition_means_nothing_is_shown,
      LIMIT("  means 5 until 2026-03-01\n  means 6 from 2026-04-01\n"), NOT_IN_FORCE, "on 2026-03-01 nothing")
FINDS(nothing_on_the_charters_first_day, LIMIT("  means 5 from 2026-03-01\n"), NOT_IN_FORCE, "on 2026-01-01")
FINDS(nothing_after_the_last_day, LIMIT("  means 5 until 2030-03-01\n"), NOT_IN_FORCE, "on 2030-03-01")
FINDS(a_day_on_which_a_definition_means_two_things_is_shown,
      LIMIT("  means 5 until 2026-05-01\n  means 6 from 2026-04-01\n"), TWICE_IN_FORCE, "on 2026-04-01 two")
FINDS(values_without_days_hold_on_all_of_them, LIMIT("  means 5\n  means 6\n"), TWICE_IN_FORCE,
      "on 2026-01-01 two")
FINDS(what_ended_before_the_charter_began_overlaps_all_the_same,
      LIMIT("  as_of signed\n  means 5 until 2025-03-01\n  means 7 until 2025-04-01\n  means 6 from "
            "2025-04-01\n"),
      TWICE_IN_FORCE, "on 2025-02-28 two")
FINDS(a_value_within_anothers_days_is_told_of_that_one,
      LIMIT("  means 5\n  means 6 from 2026-04-01 until 2026-05-01\n"), TWICE_IN_FORCE, "on 2026-04-01 two")

#define TABLE(columns, rows)                                                                                 \
    "table t of partnership {\n  as_of signed\n  | row | " columns " || n : integer |\n" rows "}\n"

CLEAN(rows_that_follow_one_another_are_enough,
      TABLE("from | until", "  | R1 | - | 2026-07-01 || 1 |\n  | R2 | 2026-07-01 | - || 2 |\n"))
CLEAN(no_row_need_hold_before_the_charter,
      TABLE("from | personal_data", "  | R1 | 2026-01-01 | yes || 1 |\n  | R2 | 2025-12-31 | no || 2 |\n"))
FINDS(a_day_on_which_no_row_holds_is_shown,
      TABLE("from | until", "  | R1 | - | 2026-07-01 || 1 |\n  | R2 | 2026-07-02 | - || 2 |\n"), TABLE_GAP,
      "signed = 2026-07-01")
FINDS(a_day_on_which_two_rows_hold_is_shown,
      TABLE("from | until", "  | R1 | - | 2026-07-01 || 1 |\n  | R2 | 2026-06-30 | - || 2 |\n"),
      TABLE_OVERLAP, "signed = 2026-06-30")
FINDS(rows_overlap_before_the_charter_too,
      TABLE("from | until", "  | R1 | - | 2025-07-01 || 1 |\n  | R2 | 2025-06-30 | - || 2 |\n"),
      TABLE_OVERLAP, "signed = 2025-06-30")
FINDS(days_and_facts_are_searched_together,
      TABLE("personal_data | until", "  | R1 | yes | - || 1 |\n  | R2 | no | 2026-05-01 || 2 |\n"), TABLE_GAP,
      "personal_data = no, signed = 2026-05-01")
FINDS(under_first_a_row_whose_days_are_taken_is_never_used,
      "table t of partnership {\n  hit first\n  | row | from || n : integer |\n  | R1 | 2026-01-01 || 1 |\n"
      "  | R2 | 2026-02-01 || 2 |\n}\n",
      ROW_UNUSED, "R2")

#define EXCEPTION(name, clauses)                                                                             \
    "exception " name " to advice when personal_data {\n" clauses "  gives grade = low\n}\n"

CLEAN(exceptions_on_other_days_do_not_meet,
      EXCEPTION("one", "  in_force until 2026-07-01\n") EXCEPTION("two", "  in_force from 2026-07-01\n"))
FINDS(exceptions_whose_days_meet_do,
      EXCEPTION("one", "  in_force until 2026-07-01\n") EXCEPTION("two", "  in_force from 2026-06-01\n"),
      EXCEPTIONS_MEET, "personal_data = yes")
FINDS(exceptions_read_as_of_different_days_may_meet,
      EXCEPTION("one", "  as_of signed\n  in_force until 2026-07-01\n")
          EXCEPTION("two", "  in_force from 2026-07-01\n"),
      EXCEPTIONS_MEET, "personal_data = yes")

/* --- random tables, each day tried ---------------------------------------------------------------------- */

enum { DAYS = 12, ROWS = 5, FIRST = 4, LAST = 9 }; /* the charter is in force from FIRST until LAST */

#define SHORT_CHARTER                                                                                        \
    "charter \"Partners\" {\n  language 1\n  edition \"2026.1\"\n  in_force from 2026-01-05 until "          \
    "2026-01-10\n"                                                                                           \
    "  time_zone \"Europe/Berlin\"\n  working_days by company\n"                                             \
    "  series cases PRT, meetings MTG, motions M\n}\n" CALENDAR_TEXT                                         \
    "facts f {\n  a : yes_no\n  signed : date\n}\n"

typedef struct DatedRow {
    int from, until; /* -1: open */
    int a;           /* 2: either */
} DatedRow;

static DatedRow random_row(uint64_t *seed, Buf *text, int row) {
    static const char *const CELLS[] = {"no", "yes", "-"};
    DatedRow made = {(int)check_below(seed, DAYS) - 2, (int)check_below(seed, DAYS),
                     (int)check_below(seed, 3)};
    if (made.from < 0) made.from = -1;
    if (made.until <= made.from || made.until == 0) made.until = -1;
    buf_format(text, "  | R%d | %s | ", row, CELLS[made.a]);
    if (made.from < 0)
        buf_cstr(text, "- | ");
    else
        buf_format(text, "2026-01-%02d | ", made.from + 1);
    if (made.until < 0)
        buf_cstr(text, "- || 1 |\n");
    else
        buf_format(text, "2026-01-%02d || 1 |\n", made.until + 1);
    return made;
}

static int fitting(const DatedRow *rows, int count, int day, int a) {
    int fit = 0;
    for (int i = 0; i < count; i++)
        fit += (rows[i].a == 2 || rows[i].a == a) && (rows[i].from < 0 || rows[i].from <= day) &&
               (rows[i].until < 0 || day < rows[i].until);
    return fit;
}

static bool reported(DiagnosticCode code) {
    bool found = false;
    for (size_t i = 0; i < checked.found->all.len; i++) found |= checked.found->all.at[i].code == code;
    return found;
}

/* The day of its example, counted from the first of January; any day, where it names none. */
static int day_shown(const Diagnostic *found) {
    Text sentence = text_copy(checked.arena, diagnostic_sentence(checked.arena, found));
    const char *day = strstr(sentence.at, "signed = ");
    Date date = DATE_NONE;
    if (!day) return FIRST;
    ck_assert(date_parse((Text){day + strlen("signed = "), strlen("2026-01-01")}, &date));
    return date - 20454;
}

static void check_shown(const DatedRow *rows, int count) {
    for (size_t i = 0; i < checked.found->all.len; i++) {
        const Diagnostic *found = &checked.found->all.at[i];
        if (found->code != DIAG_TABLE_GAP && found->code != DIAG_TABLE_OVERLAP) continue;
        int day = day_shown(found), no = fitting(rows, count, day, 0), yes = fitting(rows, count, day, 1);
        if (found->code == DIAG_TABLE_GAP)
            ck_assert(day >= FIRST && day < LAST && (no == 0 || yes == 0));
        else
            ck_assert_msg(no > 1 || yes > 1, "%.*s", TEXT_ARG(checked_shown()));
    }
}

START_TEST(days_that_are_reported_are_all_that_there_are) {
    uint64_t seed = check_seed("days");
    for (int round = 0; round < check_rounds(400); round++) {
        DatedRow rows[ROWS];
        int count = 1 + (int)check_below(&seed, ROWS);
        Arena *arena = arena_new(0);
        Buf text = buf_new(arena);
        buf_cstr(&text, SHORT_CHARTER
                 "table t of f {\n  as_of signed\n  | row | a | from | until || n : integer |\n");
        for (int i = 0; i < count; i++) rows[i] = random_row(&seed, &text, i);
        buf_cstr(&text, "}\n");
        analyse_texts(text_copy(arena, buf_done(&text)).at, NULL);
        bool gap = false, overlap = false;
        for (int day = -1; day < DAYS + 1; day++)
            for (int a = 0; a < 2; a++) {
                gap |= day >= FIRST && day < LAST && fitting(rows, count, day, a) == 0;
                overlap |= fitting(rows, count, day, a) > 1;
            }
        ck_assert_msg(reported(DIAG_TABLE_GAP) == gap && reported(DIAG_TABLE_OVERLAP) == overlap, "%.*s%.*s",
                      TEXT_ARG(buf_done(&text)), TEXT_ARG(checked_shown()));
        check_shown(rows, count);
        checked_end();
        arena_free(arena);
    }
}
END_TEST

Suite *days_suite(void) {
    Suite *suite = suite_create("days");
    TCase *tcase = tcase_create("days");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, values_that_follow_one_another_are_enough);
    tcase_add_test(tcase, before_the_charters_first_day_nothing_is_asked);
    tcase_add_test(tcase, a_day_on_which_a_definition_means_nothing_is_shown);
    tcase_add_test(tcase, nothing_on_the_charters_first_day);
    tcase_add_test(tcase, nothing_after_the_last_day);
    tcase_add_test(tcase, a_day_on_which_a_definition_means_two_things_is_shown);
    tcase_add_test(tcase, values_without_days_hold_on_all_of_them);
    tcase_add_test(tcase, what_ended_before_the_charter_began_overlaps_all_the_same);
    tcase_add_test(tcase, a_value_within_anothers_days_is_told_of_that_one);
    tcase_add_test(tcase, rows_that_follow_one_another_are_enough);
    tcase_add_test(tcase, no_row_need_hold_before_the_charter);
    tcase_add_test(tcase, a_day_on_which_no_row_holds_is_shown);
    tcase_add_test(tcase, a_day_on_which_two_rows_hold_is_shown);
    tcase_add_test(tcase, rows_overlap_before_the_charter_too);
    tcase_add_test(tcase, days_and_facts_are_searched_together);
    tcase_add_test(tcase, under_first_a_row_whose_days_are_taken_is_never_used);
    tcase_add_test(tcase, exceptions_on_other_days_do_not_meet);
    tcase_add_test(tcase, exceptions_whose_days_meet_do);
    tcase_add_test(tcase, exceptions_read_as_of_different_days_may_meet);
    tcase_add_test(tcase, days_that_are_reported_are_all_that_there_are);
    return suite;
}
