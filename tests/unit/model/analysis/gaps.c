/* Gaps, overlaps and rows that are never used: single cases, and a size that must stay quick. */
#include "analysed.h"

CLEAN(a_small_charter_has_no_gaps, "")

#define TABLE(hit, head, rows)                                                                               \
    "table t of partnership {\n" hit "  | row | " head " || a : integer |\n" rows "}\n"
#define FIRST "  hit first\n"

FINDS(a_member_without_a_row_is_a_gap, TABLE("", "vertical", "  | R1 | health || 1 |\n"), TABLE_GAP,
      "no row of \"t\" fits when vertical = finance")
FINDS(an_optional_fact_can_be_missing,
      TABLE("", "annual_value", "  | R1 | < USD 5 || 1 |\n  | R2 | >= USD 5 || 1 |\n"), TABLE_GAP,
      "annual_value = missing")
FINDS(a_missing_fact_without_a_row_is_mended_in_a_cell,
      TABLE("", "annual_value", "  | R1 | < USD 5 || 1 |\n  | R2 | >= USD 5 || 1 |\n"), TABLE_GAP,
      "add missing to the cell under \"annual_value\"")
FINDS(otherwise_does_not_say_what_missing_means,
      TABLE("", "annual_value", "  | R1 | < USD 5 || 1 |\n  | R2 | otherwise || 1 |\n"), MISSING_UNSAID,
      "\"annual_value\" can be missing, and no row of \"t\" says what then holds")
FINDS(under_first_a_row_that_does_not_look_does_not_say_it_either,
      TABLE(FIRST, "annual_value", "  | R1 | < USD 5 || 1 |\n  | R2 | - || 1 |\n"), MISSING_UNSAID,
      "annual_value")
CLEAN(one_cell_says_what_missing_means,
      TABLE(FIRST, "annual_value", "  | R1 | < USD 5, missing || 1 |\n  | R2 | - || 1 |\n"))
FINDS(a_point_between_two_open_ends_is_a_gap,
      TABLE("", "margin", "  | R1 | < 6 || 1 |\n  | R2 | > 6 || 1 |\n"), TABLE_GAP, "margin = 6")
FINDS(what_lies_between_two_numbers_is_a_gap,
      TABLE("", "margin", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6.5 || 1 |\n"), TABLE_GAP, "margin = 6.25")
CLEAN(nothing_lies_between_two_whole_numbers,
      TABLE("", "staff", "  | R1 | <= 6 || 1 |\n  | R2 | >= 7 || 1 |\n"))
CLEAN(nothing_lies_between_two_days,
      TABLE("", "signed", "  | R1 | <= 2026-02-28 || 1 |\n  | R2 | >= 2026-03-01 || 1 |\n"))
CLEAN(a_criterion_lies_on_its_scale,
      TABLE("", "score.fit", "  | R1 | 1 ..< 5 || 1 |\n  | R2 | 5 .. 10 || 1 |\n"))
FINDS(a_criterion_combined_is_no_whole_number,
      TABLE("", "score.fit", "  | R1 | 1 .. 5 || 1 |\n  | R2 | 6 .. 10 || 1 |\n"), TABLE_GAP,
      "score.fit = 5.5")
CLEAN(a_total_lies_on_its_scale,
      TABLE("", "score.total", "  | R1 | 1 ..< 5 || 1 |\n  | R2 | 5 .. 10 || 1 |\n"))
FINDS(a_total_off_the_scale_never_comes,
      TABLE("", "score.total", "  | R1 | 1 .. 10 || 1 |\n  | R2 | > 20 || 1 |\n"), ROW_EMPTY, "score.total")
FINDS(a_text_can_be_anything_else, TABLE("", "name", "  | R1 | \"x\" || 1 |\n"), TABLE_GAP,
      "name = anything else")
CLEAN(otherwise_takes_what_is_left, TABLE("", "name", "  | R1 | \"x\" || 1 |\n  | R2 | otherwise || 1 |\n"))
CLEAN(a_negated_list_takes_all_others,
      TABLE("", "staff", "  | R1 | not (1, 4 ..< 6) || 1 |\n  | R2 | 1, 4, 5 || 1 |\n"))
FINDS(an_item_of_a_negated_list_is_not_taken,
      TABLE("", "staff", "  | R1 | not (1, 4 ..< 6) || 1 |\n  | R2 | 1, 4 || 1 |\n"), TABLE_GAP, "staff = 5")
FINDS(what_may_be_left_out_can_be_missing,
      "table n of partnership {\n  | row | personal_data || note : yes_no, optional |\n  | N1 | - || - "
      "|\n}\n" TABLE("", "n.note", "  | R1 | yes || 1 |\n  | R2 | no || 1 |\n"),
      TABLE_GAP, "n.note = missing")
FINDS(a_negated_cell_does_not_take_missing,
      TABLE("", "annual_value", "  | R1 | not USD 5 || 1 |\n  | R2 | USD 5 || 1 |\n"), TABLE_GAP,
      "annual_value = missing")
FINDS(a_gap_says_no_more_than_it_must,
      TABLE("", "vertical | personal_data | staff",
            "  | R1 | health | yes | - || 1 |\n  | R2 | - | no | - || 1 |\n"),
      TABLE_GAP, "when vertical = finance, personal_data = yes;")

FINDS(two_rows_that_both_fit_overlap, TABLE("", "margin", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || 1 |\n"),
      TABLE_OVERLAP, "rows R1 and R2 of \"t\" both fit when margin = 6")
FINDS(a_row_that_fits_always_overlaps_all,
      TABLE("", "vertical", "  | R1 | - || 1 |\n  | R2 | health || 1 |\n"), TABLE_OVERLAP,
      "vertical = health")
CLEAN(under_first_rows_may_overlap, TABLE(FIRST, "margin", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || 1 |\n"))
FINDS(under_first_a_gap_is_a_gap, TABLE(FIRST, "margin", "  | R1 | < 6 || 1 |\n  | R2 | < 7 || 1 |\n"),
      TABLE_GAP, "margin = 7")
FINDS(a_row_behind_others_is_never_used,
      TABLE(FIRST, "margin", "  | R1 | < 6 || 1 |\n  | R2 | >= 6 || 1 |\n  | R3 | 5 .. 7 || 1 |\n"),
      ROW_UNUSED, "\"R3\"")
FINDS(a_row_off_the_scale_never_fits, TABLE("", "score.fit", "  | R1 | - || 1 |\n  | R2 | > 10 || 1 |\n"),
      ROW_EMPTY, "score.fit")
FINDS(an_authority_is_complete,
      "authority m of partnership {\n  | row | grade || decided_by |\n  | A1 | low || board |\n}\n",
      TABLE_GAP, "grade = high")

/* --- an example as a test ------------------------------------------------------------------------------- */

#define OFFERS(name, rules, written)                                                                         \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT rules, NULL);                                                             \
        ck_assert_text_is(checked.found->all.at[0].test, written);                                           \
        ck_assert_pastes(CHARTER_TEXT rules);                                                                \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

OFFERS(a_gap_is_offered_as_a_test,
       TABLE("", "vertical | annual_value",
             "  | R1 | health | - || 1 |\n  | R2 | finance | < USD 5, missing || 2 |\n"),
       "test \"t when vertical = finance, annual_value = USD 5\" {\n  given  vertical = finance\n"
       "  given  annual_value = USD 5\n  expect t.a = 1 # or what else should come out\n}\n")
OFFERS(an_overlap_is_offered_as_a_test_of_its_first_row,
       TABLE("", "margin", "  | R1 | <= 6 || 1 |\n  | R2 | >= 6 || 2 |\n"),
       "test \"t when margin = 6\" {\n  given  margin = 6\n"
       "  expect t.a = 1 by R1 # or what else should come out\n}\n")
OFFERS(several_deciders_are_expected_in_brackets,
       "office cfo\nauthority m of partnership {\n  | row | grade || decided_by |\n"
       "  | A1 | low || cfo and ceo then board |\n}\n",
       "test \"m when grade = high\" {\n  given  grade = high\n"
       "  expect m.decided_by = (cfo and ceo then board) # or what else should come out\n}\n")
OFFERS(
    a_decider_that_hangs_on_the_case_is_any_body,
    "authority m of partnership {\n  | row | grade || decided_by |\n  | A1 | low || council[vertical] |\n}\n",
    "test \"m when grade = high\" {\n  given  grade = high\n"
    "  expect m.decided_by = board # or what else should come out\n}\n")
OFFERS(what_is_worked_out_stands_in_a_comment,
       TABLE("", "score.total", "  | R1 | < 5 || 1 |\n  | R2 | > 5 || 2 |\n"),
       "test \"t when score.total = 5\" {\n"
       "  # where score.total = 5: give what it is worked out of\n"
       "  expect t.a = 1 # or what else should come out\n}\n")
OFFERS(a_text_that_no_row_names_is_made_up,
       TABLE("", "name", "  | R1 | \"other\" || 1 |\n  | R2 | \"a \\\"b\\\"\" || 1 |\n"),
       "test \"t when name = anything else\" {\n  given  name = \"other_\"\n"
       "  expect t.a = 1 # or what else should come out\n}\n")

START_TEST(at_most_a_handful_of_gaps_is_shown) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, CHARTER_TEXT "table t {\n  | row | staff || a : integer |\n");
    for (int i = 0; i < 100; i++) buf_format(&buf, "  | R%d | %d || 1 |\n", i, 2 * i);
    buf_cstr(&buf, "}\n");
    analyse_texts(buf_done(&buf).at, NULL);
    ck_assert_uint_eq(checked.found->all.len, 5);
    checked_end();
    arena_free(arena);
}
END_TEST

/* Every row is a cell of a grid of two enums, ranges of money and days; one is left out, and one is twice. */
static Text large_table(Arena *arena, int steps) {
    Buf buf = buf_new(arena);
    buf_cstr(&buf, CHARTER_TEXT
             "table t {\n  | row | vertical | margin | staff | personal_data || a : integer |\n");
    for (int i = 0, skipped = steps * steps / 3; i < steps * steps; i++) {
        int x = i / steps, y = i % steps;
        for (int k = 0; k < 4; k++) {
            if (i == skipped && k == 1) continue;
            buf_format(&buf, "  | R%d_%d | %s | ", i, k, k / 2 ? "health" : "finance");
            if (x == 0)
                buf_format(&buf, "< %d", x + 1);
            else if (x == steps - 1)
                buf_format(&buf, ">= %d", x);
            else
                buf_format(&buf, "%d ..< %d", x, x + 1);
            if (y == 0)
                buf_format(&buf, " | < %d", y + 1);
            else if (y == steps - 1)
                buf_format(&buf, " | >= %d", y);
            else
                buf_format(&buf, " | %d ..< %d", y, y + 1);
            buf_format(&buf, " | %s || 1 |\n", k % 2 ? "yes" : "no");
        }
    }
    buf_format(&buf, "  | again | health | 7 | 9 | yes || 1 |\n}\n");
    return buf_done(&buf);
}

START_TEST(ten_thousand_rows_are_searched_through) {
    Arena *arena = arena_new(0);
    analyse_texts(large_table(arena, 50).at, NULL);
    ck_assert_uint_eq(checked.found->all.len, 2);
    ck_assert_int_eq(checked.found->all.at[0].code, DIAG_TABLE_GAP);
    ck_assert_text_is(checked.found->all.at[0].args[1],
                      "vertical = finance, margin = 16, staff = 33, personal_data = yes");
    ck_assert_int_eq(checked.found->all.at[1].code, DIAG_TABLE_OVERLAP);
    ck_assert_text_is(checked.found->all.at[1].args[1], "R359_3");
    ck_assert_text_is(checked.found->all.at[1].args[2], "again");
    checked_end();
    arena_free(arena);
}
END_TEST

/* Boxes that lie across one another in every column: the work grows beyond all bounds. */
START_TEST(what_cannot_be_searched_is_said) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    uint64_t seed = 7;
    buf_cstr(&buf, CHARTER_TEXT
             "table t {\n  hit first\n  | row | margin | staff | fee | signed || a : integer |\n");
    for (int i = 0; i < 4000; i++) {
        uint64_t a = check_below(&seed, 5000), b = check_below(&seed, 5000), c = check_below(&seed, 5000);
        buf_format(&buf, "  | R%d | %d .. %d | %d .. %d | USD %d .. USD %d | - || 1 |\n", i, (int)a,
                   (int)a + 4000, (int)b, (int)b + 4000, (int)c, (int)c + 4000);
    }
    buf_cstr(&buf, "}\n");
    analyse_texts(buf_done(&buf).at, NULL);
    size_t said = 0;
    for (size_t i = 0; i < checked.found->all.len; i++)
        said += checked.found->all.at[i].code == DIAG_TABLE_TOO_LARGE;
    ck_assert_uint_eq(said, 1);
    checked_end();
    arena_free(arena);
}
END_TEST

Suite *gaps_suite(void) {
    Suite *suite = suite_create("gaps");
    TCase *tcase = tcase_create("gaps");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_small_charter_has_no_gaps);
    tcase_add_test(tcase, a_member_without_a_row_is_a_gap);
    tcase_add_test(tcase, an_optional_fact_can_be_missing);
    tcase_add_test(tcase, otherwise_does_not_say_what_missing_means);
    tcase_add_test(tcase, under_first_a_row_that_does_not_look_does_not_say_it_either);
    tcase_add_test(tcase, one_cell_says_what_missing_means);
    tcase_add_test(tcase, a_point_between_two_open_ends_is_a_gap);
    tcase_add_test(tcase, what_lies_between_two_numbers_is_a_gap);
    tcase_add_test(tcase, nothing_lies_between_two_whole_numbers);
    tcase_add_test(tcase, nothing_lies_between_two_days);
    tcase_add_test(tcase, a_criterion_lies_on_its_scale);
    tcase_add_test(tcase, a_criterion_combined_is_no_whole_number);
    tcase_add_test(tcase, a_text_can_be_anything_else);
    tcase_add_test(tcase, otherwise_takes_what_is_left);
    tcase_add_test(tcase, a_negated_list_takes_all_others);
    tcase_add_test(tcase, an_item_of_a_negated_list_is_not_taken);
    tcase_add_test(tcase, what_may_be_left_out_can_be_missing);
    tcase_add_test(tcase, a_negated_cell_does_not_take_missing);
    tcase_add_test(tcase, a_gap_says_no_more_than_it_must);
    tcase_add_test(tcase, two_rows_that_both_fit_overlap);
    tcase_add_test(tcase, a_row_that_fits_always_overlaps_all);
    tcase_add_test(tcase, under_first_rows_may_overlap);
    tcase_add_test(tcase, under_first_a_gap_is_a_gap);
    tcase_add_test(tcase, a_row_behind_others_is_never_used);
    tcase_add_test(tcase, a_row_off_the_scale_never_fits);
    tcase_add_test(tcase, an_authority_is_complete);
    tcase_add_test(tcase, at_most_a_handful_of_gaps_is_shown);
    tcase_add_test(tcase, ten_thousand_rows_are_searched_through);
    tcase_add_test(tcase, what_cannot_be_searched_is_said);
    tcase_add_test(tcase, a_total_lies_on_its_scale);
    tcase_add_test(tcase, a_total_off_the_scale_never_comes);
    tcase_add_test(tcase, a_missing_fact_without_a_row_is_mended_in_a_cell);
    tcase_add_test(tcase, a_gap_is_offered_as_a_test);
    tcase_add_test(tcase, an_overlap_is_offered_as_a_test_of_its_first_row);
    tcase_add_test(tcase, several_deciders_are_expected_in_brackets);
    tcase_add_test(tcase, a_decider_that_hangs_on_the_case_is_any_body);
    tcase_add_test(tcase, what_is_worked_out_stands_in_a_comment);
    tcase_add_test(tcase, a_text_that_no_row_names_is_made_up);
    return suite;
}
