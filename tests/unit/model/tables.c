/* Tables, authorities and scorecards: their columns and cells. */
#include "charter_text.h"

#define TABLE(head, rows)  "table t of partnership {\n  " head "\n" rows "}\n"
#define COLUMN(cell, head) TABLE("| row | " head " || a : integer |", "  | R1 | " cell " || 1 |\n")

ACCEPTED(cells_test_what_their_columns_hold,
         "table t of partnership {\n"
         "  | row | vertical    | annual_value             | personal_data | share        | staff   | signed "
         "|| a : text |\n"
         "  | R1  | health      | < USD 100_000, missing   | yes           | 5% ..< 10%   | >= 7.5  | "
         "2026-01-01 .. 2026-12-31 || \"x\" |\n"
         "  | R2  | not health  | not missing              | not yes       | != 5%, > 50% | -3, 4   | - || "
         "\"y\" |\n"
         "  | R3  | otherwise   | otherwise                | -             | -            | -       | - || "
         "\"z\" |\n}\n")
ACCEPTED(a_result_can_be_computed,
         TABLE("| row | personal_data || due : money USD | rate : percent |",
               "  | R1 | yes || fee * 2 | 5% |\n  | R2 | no || fee | share + 1% |\n"))
ACCEPTED(a_column_may_say_its_type, COLUMN("-", "annual_value : money USD"))

REFUSED(a_table_has_rows, "table t of partnership {\n}\n", TABLE_NEEDED, "| row |")
REFUSED(rows_have_names, TABLE("| staff || a : integer |", "  | 1 || 2 |\n"), ROW_COLUMN_NEEDED, "row")
REFUSED(a_row_has_one_name, TABLE("| row | staff || a : integer |", "  | R1, R2 | - || 2 |\n"), CELL_NEEDS,
        "R1")
REFUSED(two_rows_have_two_names,
        TABLE("| row | personal_data || a : integer |", "  | R1 | yes || 2 |\n  | R1 | no || 3 |\n"),
        DECLARED_TWICE, "R1")
REFUSED(a_table_has_results, TABLE("| row | staff |", "  | R1 | - |\n"), OUTPUT_NEEDED, "||")
REFUSED(a_result_has_a_name, TABLE("| row | staff || a.b : integer |", "  | R1 | - || 2 |\n"), OUTPUT_NAME,
        "a.b")
REFUSED(a_result_has_a_type, TABLE("| row | staff || a |", "  | R1 | - || 2 |\n"), OUTPUT_TYPE, "a : TYPE")
REFUSED(a_result_has_one_name,
        TABLE("| row | staff || a : integer | a : text |", "  | R1 | - || 2 | \"x\" |\n"), DECLARED_TWICE,
        "\"a\"")
REFUSED(a_column_is_a_fact, COLUMN("-", "stuff"), UNKNOWN_NAME, "staff")
REFUSED(a_column_is_one_word, COLUMN("-", "staff number"), UNKNOWN_NAME, "staff number")
REFUSED(a_column_stands_once, TABLE("| row | staff | staff || a : integer |", "  | R1 | - | - || 2 |\n"),
        COLUMN_TWICE, "staff")
REFUSED(a_column_is_no_list, COLUMN("-", "tags"), COLUMN_OF_LIST, "tags")
REFUSED(a_column_has_the_type_it_says, COLUMN("-", "annual_value : decimal"), WRONG_TYPE, "money USD")

REFUSED(a_member_in_a_cell_is_of_its_column, COLUMN("helth", "vertical"), UNKNOWN_MEMBER,
        "did you mean \"health\"?")
REFUSED(a_cell_is_of_its_columns_type, COLUMN("3", "vertical"), WRONG_TYPE, "one of \"vertical\"")
REFUSED(money_in_a_cell_has_its_currency, COLUMN("< EUR 3", "annual_value"), TWO_CURRENCIES, "USD and EUR")
REFUSED(a_percentage_has_its_sign, COLUMN("> 25", "share"), NEEDS_PERCENT, "25%")
REFUSED(a_whole_number_is_no_part, COLUMN("7.5", "staff"), WRONG_TYPE, "a whole number")
REFUSED(a_cell_is_no_fact, COLUMN("staff", "margin"), CONSTANT_NEEDED, "not computed")
REFUSED(a_text_has_no_range, COLUMN("\"a\" .. \"b\"", "name"), NOT_ORDERED, "a text")
REFUSED(a_text_is_not_less, COLUMN("< \"a\"", "name"), NOT_ORDERED, "a text")
REFUSED(a_range_is_not_empty, COLUMN("7 .. 5", "staff"), RANGE_EMPTY, "lower end")
REFUSED(a_half_open_range_is_not_empty, COLUMN("7 ..< 7", "staff"), RANGE_EMPTY, "lower end")
REFUSED(only_an_optional_fact_is_missing, COLUMN("missing", "staff"), MISSING_NEEDS_OPTIONAL, "staff")
REFUSED(missing_is_not_less, COLUMN("< missing", "annual_value"), MISSING_HERE, "missing")
REFUSED(otherwise_is_the_whole_row,
        TABLE("| row | staff | personal_data || a : integer |", "  | R1 | otherwise | yes || 2 |\n"),
        OTHERWISE_TESTS, "-")
REFUSED(otherwise_is_the_last_row,
        TABLE("| row | staff || a : integer |", "  | R1 | otherwise || 2 |\n  | R2 | 3 || 2 |\n"),
        OTHERWISE_LAST, "end")
REFUSED(a_result_is_of_its_type, TABLE("| row | staff || a : integer |", "  | R1 | - || \"x\" |\n"),
        WRONG_TYPE, "a text")
REFUSED(a_result_is_said, TABLE("| row | staff || a : integer |", "  | R1 | - || - |\n"), CELL_NEEDS,
        "a whole number")
REFUSED(a_result_is_not_missing, TABLE("| row | staff || a : integer |", "  | R1 | - || missing |\n"),
        MISSING_HERE, "missing")
REFUSED(a_table_does_not_need_itself, TABLE("| row | t.a || a : integer |", "  | R1 | - || 1 |\n"), CYCLE,
        "t needs t")
REFUSED(tables_do_not_need_each_other,
        TABLE("| row | u.b || a : integer |",
              "  | R1 | - || 1 |\n") "table u of partnership {\n"
                                     "  | row | staff || b : integer |\n  | R1 | - || t.a + 1 |\n}\n",
        CYCLE, "t needs u needs t")
REFUSED(a_group_is_named_where_there_are_two,
        "facts other {\n  a : text\n}\ntable t {\n  | row | name || b : integer |\n  | R1 | - || 1 |\n}\n",
        GROUP_NEEDED, "of GROUP")
ACCEPTED(the_only_group_need_not_be_named,
         "table t {\n  | row | name || b : integer |\n  | R1 | - || 1 |\n}\n")
REFUSED(a_group_is_a_group,
        "table t of vertical {\n  | row | score.total || b : integer |\n  | R1 | - || 1 |\n}\n",
        WRONG_KIND_OF_NAME, "a group of facts")

#define MATRIX(head, row)                                                                                    \
    "authority m of partnership {\n  | row | grade || " head " |\n  | A1 | - || " row " |\n}\n"
REFUSED(an_authority_says_who_decides, MATRIX("reviewed", "monthly"), DECIDED_BY_NEEDED, "decided_by")
REFUSED(an_authority_has_its_own_results, MATRIX("decided_by | revewed", "board | monthly"), AUTHORITY_COLUMN,
        "did you mean \"reviewed\"?")
REFUSED(somebody_decides, MATRIX("decided_by", "-"), CELL_NEEDS, "a body or an office")
REFUSED(a_decider_is_known, MATRIX("decided_by", "bord"), UNKNOWN_NAME, "did you mean \"board\"?")
REFUSED(a_role_decides_nothing, MATRIX("decided_by", "clerk"), WRONG_KIND_OF_NAME, "a body")
REFUSED(a_council_is_named_with_its_vertical, MATRIX("decided_by", "council"), INDEX_NEEDED, "council")
REFUSED(a_board_has_no_vertical, MATRIX("decided_by", "board[vertical]"), INDEX_UNNEEDED, "board")
REFUSED(a_vertical_is_one, MATRIX("decided_by", "council[share]"), WRONG_TYPE, "one of \"vertical\"")
REFUSED(a_cadence_is_known, MATRIX("decided_by | reviewed", "board | monthli"), UNKNOWN_CADENCE,
        "did you mean \"monthly\"?")
REFUSED(a_ballot_is_known, MATRIX("decided_by | ballot", "board | slwo"), UNKNOWN_NAME,
        "did you mean \"slow\"?")
REFUSED(an_escalation_is_known, MATRIX("decided_by | escalation", "board | board"), WRONG_KIND_OF_NAME,
        "an escalation")
REFUSED(a_motion_gives_one_decision,
        "authority m of partnership {\n  | row | grade | decision || decided_by |\n  | A1 | - | - || board "
        "|\n}\n",
        TWO_CASE_INPUTS, "\"grade\" and \"decision\"")

START_TEST(two_matrices_share_the_decision_they_are_asked_for) {
    check_texts(CHARTER_TEXT "authority m {\n  | row | decision || decided_by |\n  | A1 | - || board |\n}\n",
                NULL);
    ck_assert_right();
    ck_assert_uint_eq(checked.model->of_kind[SYMBOL_CASE_INPUT].len, 1);
    const Symbol *matrix = map_get(&checked.model->globals, TEXT("matrix")),
                 *m = map_get(&checked.model->globals, TEXT("m"));
    const Symbol *input = map_get(&m->inner, TEXT("decision"));
    ck_assert_ptr_eq(input, map_get(&matrix->inner, TEXT("decision")));
    ck_assert_ptr_eq(m->decl->table->columns.at[1].head->symbol, input);
    checked_end();
}
END_TEST

#define SCORES(settings, weight, minimum)                                                                    \
    "scorecard s of partnership {\n" settings                                                                \
    "  | criterion | group | weight | minimum |\n  | a | b | " weight " | " minimum " |\n}\n"
#define SCALE "  scale 1..10 whole\n  combined by mean\n"
REFUSED(a_scorecard_has_a_scale, SCORES("  combined by mean\n", "100%", "-"), SETTING_NEEDED, "scale")
REFUSED(a_scale_runs_upward, SCORES("  scale 10..1\n  combined by mean\n", "100%", "-"), RANGE_REVERSED,
        "scale")
REFUSED(a_weight_is_a_percentage, SCORES(SCALE, "25", "-"), NEEDS_PERCENT, "25%")
REFUSED(a_weight_is_above_nothing, SCORES(SCALE, "0%", "-"), CELL_NEEDS, "above 0%")
REFUSED(a_minimum_is_a_number, SCORES(SCALE "  minimum applies to mean\n", "100%", "yes"), WRONG_TYPE,
        "a number")
REFUSED(a_minimum_is_of_something, SCORES(SCALE, "100%", "7"), SETTING_NEEDED, "minimum applies to mean")
REFUSED(a_criterion_stands_once,
        "scorecard s {\n" SCALE
        "  | criterion | group | weight | minimum |\n  | a | - | 50% | - |\n  | a | - | 50% | - |\n}\n",
        DECLARED_TWICE, "\"a\"")
REFUSED(a_scorecard_has_its_columns, "scorecard s {\n" SCALE "  | criterion | weight |\n  | a | 100% |\n}\n",
        WRONG_COLUMNS, "| criterion | group | weight | minimum |")

REFUSED(thousands_are_not_parted_by_a_comma,
        "table t of partnership {\n  | row | fee || a : integer |\n  | R1 | < USD 5, 000 || 1 |\n"
        "  | R2 | otherwise || 2 |\n}\n",
        WRONG_TYPE, "write _ between thousands")

#define NOTES                                                                                                \
    "table notes of partnership {\n  | row | personal_data || note : text, optional |\n  | N1 | yes || - "   \
    "|\n"                                                                                                    \
    "  | N2 | no || \"x\" |\n}\n"

ACCEPTED(a_result_may_be_left_out,
         NOTES "guard g before done {\n  requires notes.note = missing or notes.note = \"x\"\n}\n"
               "table t of partnership {\n  | row | notes.note || n : integer |\n  | R1 | \"x\" || 1 |\n"
               "  | R2 | not \"x\", missing || 2 |\n}\n")
REFUSED(who_reads_what_may_be_left_out_says_what_then_holds,
        NOTES "guard g before done {\n  requires notes.note = \"x\"\n}\n", RESULT_MAY_BE_MISSING,
        "notes.note = missing or")
REFUSED(so_does_a_definition, NOTES "definition d of partnership {\n  means notes.note != \"x\"\n}\n",
        RESULT_MAY_BE_MISSING, "notes.note")
REFUSED(so_does_who_reads_an_authority, "guard g before done {\n  requires matrix.reviewed = \"yearly\"\n}\n",
        RESULT_MAY_BE_MISSING, "matrix.reviewed")
REFUSED(only_optional_can_be_said_of_a_result,
        "table t of partnership {\n  | row | staff || n : integer, personal |\n  | R1 | - || 1 |\n}\n",
        UNKNOWN_ATTRIBUTE, "optional")
REFUSED(what_is_collected_cannot_be_left_out,
        "table t of partnership {\n  hit collect list\n  | row | staff || n : integer, optional |\n"
        "  | R1 | - || 1 |\n}\n",
        RESULT_NOT_OPTIONAL, "many rows")
REFUSED(what_chooses_the_row_cannot_be_left_out,
        "table t of partnership {\n  hit priority\n  | row | staff || g : grade, optional |\n"
        "  | R1 | - || low |\n}\n",
        RESULT_NOT_OPTIONAL, "chooses the row")

Suite *tables_suite(void) {
    Suite *suite = suite_create("tables");
    TCase *tcase = tcase_create("tables");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, cells_test_what_their_columns_hold);
    tcase_add_test(tcase, a_result_can_be_computed);
    tcase_add_test(tcase, a_column_may_say_its_type);
    tcase_add_test(tcase, a_table_has_rows);
    tcase_add_test(tcase, rows_have_names);
    tcase_add_test(tcase, a_row_has_one_name);
    tcase_add_test(tcase, two_rows_have_two_names);
    tcase_add_test(tcase, a_table_has_results);
    tcase_add_test(tcase, a_result_has_a_name);
    tcase_add_test(tcase, a_result_has_a_type);
    tcase_add_test(tcase, a_result_has_one_name);
    tcase_add_test(tcase, a_column_is_a_fact);
    tcase_add_test(tcase, a_column_is_one_word);
    tcase_add_test(tcase, a_column_stands_once);
    tcase_add_test(tcase, a_column_is_no_list);
    tcase_add_test(tcase, a_column_has_the_type_it_says);
    tcase_add_test(tcase, a_member_in_a_cell_is_of_its_column);
    tcase_add_test(tcase, a_cell_is_of_its_columns_type);
    tcase_add_test(tcase, money_in_a_cell_has_its_currency);
    tcase_add_test(tcase, a_percentage_has_its_sign);
    tcase_add_test(tcase, a_whole_number_is_no_part);
    tcase_add_test(tcase, a_cell_is_no_fact);
    tcase_add_test(tcase, a_text_has_no_range);
    tcase_add_test(tcase, a_text_is_not_less);
    tcase_add_test(tcase, a_range_is_not_empty);
    tcase_add_test(tcase, a_half_open_range_is_not_empty);
    tcase_add_test(tcase, only_an_optional_fact_is_missing);
    tcase_add_test(tcase, missing_is_not_less);
    tcase_add_test(tcase, otherwise_is_the_whole_row);
    tcase_add_test(tcase, otherwise_is_the_last_row);
    tcase_add_test(tcase, a_result_is_of_its_type);
    tcase_add_test(tcase, a_result_is_said);
    tcase_add_test(tcase, a_result_is_not_missing);
    tcase_add_test(tcase, a_table_does_not_need_itself);
    tcase_add_test(tcase, tables_do_not_need_each_other);
    tcase_add_test(tcase, a_group_is_named_where_there_are_two);
    tcase_add_test(tcase, the_only_group_need_not_be_named);
    tcase_add_test(tcase, a_group_is_a_group);
    tcase_add_test(tcase, an_authority_says_who_decides);
    tcase_add_test(tcase, an_authority_has_its_own_results);
    tcase_add_test(tcase, somebody_decides);
    tcase_add_test(tcase, a_decider_is_known);
    tcase_add_test(tcase, a_role_decides_nothing);
    tcase_add_test(tcase, a_council_is_named_with_its_vertical);
    tcase_add_test(tcase, a_board_has_no_vertical);
    tcase_add_test(tcase, a_vertical_is_one);
    tcase_add_test(tcase, a_cadence_is_known);
    tcase_add_test(tcase, a_ballot_is_known);
    tcase_add_test(tcase, an_escalation_is_known);
    tcase_add_test(tcase, a_motion_gives_one_decision);
    tcase_add_test(tcase, two_matrices_share_the_decision_they_are_asked_for);
    tcase_add_test(tcase, a_scorecard_has_a_scale);
    tcase_add_test(tcase, a_scale_runs_upward);
    tcase_add_test(tcase, a_weight_is_a_percentage);
    tcase_add_test(tcase, a_weight_is_above_nothing);
    tcase_add_test(tcase, a_minimum_is_a_number);
    tcase_add_test(tcase, a_minimum_is_of_something);
    tcase_add_test(tcase, a_criterion_stands_once);
    tcase_add_test(tcase, a_scorecard_has_its_columns);
    tcase_add_test(tcase, thousands_are_not_parted_by_a_comma);
    tcase_add_test(tcase, a_result_may_be_left_out);
    tcase_add_test(tcase, who_reads_what_may_be_left_out_says_what_then_holds);
    tcase_add_test(tcase, so_does_a_definition);
    tcase_add_test(tcase, so_does_who_reads_an_authority);
    tcase_add_test(tcase, only_optional_can_be_said_of_a_result);
    tcase_add_test(tcase, what_is_collected_cannot_be_left_out);
    tcase_add_test(tcase, what_chooses_the_row_cannot_be_left_out);
    return suite;
}
