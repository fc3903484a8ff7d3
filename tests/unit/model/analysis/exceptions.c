/* Exceptions to one table that can apply at once. */
#include "analysed.h"

#define REGISTER                                                                                             \
    "enum rank { junior, senior }\nregister employees {\n  id : person, key\n  rank : rank\n"                \
    "  days : integer\n}\n"
#define TWO(one, other)                                                                                      \
    "exception a to advice when " one " {\n  gives grade = low\n}\n"                                         \
    "exception b to advice when " other " {\n  gives grade = high\n}\n"
#define MEET(name, one, other, example)                                                                      \
    WARNS(name, analyse_exceptions, REGISTER TWO(one, other), NULL, EXCEPTIONS_MEET,                         \
          "the exceptions \"a\" and \"b\" to \"advice\" both apply when " example)
#define MAY_MEET(name, one, other)                                                                           \
    WARNS(name, analyse_exceptions, REGISTER TWO(one, other), NULL, EXCEPTIONS_MAY_MEET,                     \
          "\"a\" and \"b\" to \"advice\" do not show whether both can apply")
#define APART(name, one, other) IS_SILENT(name, analyse_exceptions, REGISTER TWO(one, other), NULL)

MEET(two_facts_can_be_so_at_once, "personal_data", "vertical = finance",
     "personal_data = yes, vertical = finance")
MEET(two_stretches_of_one_fact_overlap, "staff > 5", "staff < 7", "staff = 6")
APART(between_whole_numbers_there_is_nothing, "staff > 5", "staff < 6")
MEET(between_others_there_is, "margin > 5", "margin < 6", "margin = 5.5")
APART(one_fact_is_one_thing, "vertical = health", "vertical = finance")
APART(yes_is_not_no, "personal_data and staff > 5", "not personal_data or staff < 2")
MEET(one_way_of_several_is_enough, "staff < 2 or vertical = finance", "staff > 5 and vertical != health",
     "staff = 6, vertical = finance")
APART(what_is_missing_is_not_known, "annual_value = missing", "annual_value > USD 5")
MEET(what_is_known_can_be_more, "annual_value != missing", "USD 5 < annual_value", "annual_value = USD 6")
MEET(lists_and_ranges_are_sets, "staff in (1..3, 9)", "staff in (3..5)", "staff = 3")
APART(not_in_a_list_is_in_none_of_it, "staff in (1, 2, 3)", "not staff in (1, 2, 3)")
MEET(a_text_can_be_another, "name != \"x\"", "name != \"y\"", "name = anything else")
APART(a_text_is_one, "name = \"x\"", "name = \"y\"")
APART(a_fact_can_be_named_with_its_group, "partnership.staff > 5", "staff < 3")
MEET(a_field_of_a_row_is_like_a_fact, "employees[sponsor].rank = senior", "employees[sponsor].days > 9",
     "employees[sponsor].rank = senior, employees[sponsor].days = 10")
APART(a_field_of_one_row_is_one_thing, "employees[sponsor].rank = senior", "employees[sponsor].rank = junior")
MAY_MEET(a_sum_is_not_looked_into, "staff + 1 > 5", "personal_data")
MAY_MEET(two_facts_may_be_more_than_each_other, "fee > annual_value", "staff > 5")
APART(what_is_not_looked_into_is_not_all, "staff + 1 > 5 and vertical = health", "vertical = finance")
MAY_MEET(a_result_need_not_be_what_it_could_be, "score.total > 5", "score.total < 7")
APART(a_result_is_one_thing, "score.eligible", "not score.eligible")

#define LARGE "definition large of partnership {\n  means staff > 100 or fee > USD 5\n}\n"
WARNS(a_definition_means_what_it_says, analyse_exceptions, LARGE TWO("large", "staff > 50 and fee < USD 1"),
      NULL, EXCEPTIONS_MEET, "staff = 101, fee = USD 0")
IS_SILENT(a_definition_that_is_not_so_is_not_so, analyse_exceptions, LARGE TWO("not large", "staff > 100"),
          NULL)
IS_SILENT(exceptions_to_two_tables_do_not_meet, analyse_exceptions,
          "exception a to advice when personal_data {\n  gives grade = low\n}\n"
          "exception b to matrix when personal_data {\n  gives reviewed = monthly\n}\n",
          NULL)

/* Each names the one before it twice: looked into without an end, it would take for ever. */
START_TEST(conditions_that_grow_too_large_are_not_looked_into) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, CHARTER_TEXT "definition d0 of partnership {\n  means staff > 5\n}\n");
    for (int i = 1; i < 40; i++)
        buf_format(&buf, "definition d%d of partnership {\n  means d%d and staff > %d or d%d\n}\n", i, i - 1,
                   i, i - 1);
    buf_cstr(&buf, TWO("d39", "not d39"));
    analyse_by(analyse_exceptions, buf_done(&buf).at, NULL);
    ck_assert_only(DIAG_EXCEPTIONS_MAY_MEET, "do not show");
    checked_end();
    arena_free(arena);
}
END_TEST

Suite *exceptions_suite(void) {
    Suite *suite = suite_create("exceptions");
    TCase *tcase = tcase_create("exceptions");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, two_facts_can_be_so_at_once);
    tcase_add_test(tcase, two_stretches_of_one_fact_overlap);
    tcase_add_test(tcase, between_whole_numbers_there_is_nothing);
    tcase_add_test(tcase, between_others_there_is);
    tcase_add_test(tcase, one_fact_is_one_thing);
    tcase_add_test(tcase, yes_is_not_no);
    tcase_add_test(tcase, one_way_of_several_is_enough);
    tcase_add_test(tcase, what_is_missing_is_not_known);
    tcase_add_test(tcase, what_is_known_can_be_more);
    tcase_add_test(tcase, lists_and_ranges_are_sets);
    tcase_add_test(tcase, not_in_a_list_is_in_none_of_it);
    tcase_add_test(tcase, a_text_can_be_another);
    tcase_add_test(tcase, a_text_is_one);
    tcase_add_test(tcase, a_fact_can_be_named_with_its_group);
    tcase_add_test(tcase, a_field_of_a_row_is_like_a_fact);
    tcase_add_test(tcase, a_field_of_one_row_is_one_thing);
    tcase_add_test(tcase, a_sum_is_not_looked_into);
    tcase_add_test(tcase, two_facts_may_be_more_than_each_other);
    tcase_add_test(tcase, what_is_not_looked_into_is_not_all);
    tcase_add_test(tcase, a_result_need_not_be_what_it_could_be);
    tcase_add_test(tcase, a_result_is_one_thing);
    tcase_add_test(tcase, a_definition_means_what_it_says);
    tcase_add_test(tcase, a_definition_that_is_not_so_is_not_so);
    tcase_add_test(tcase, exceptions_to_two_tables_do_not_meet);
    tcase_add_test(tcase, conditions_that_grow_too_large_are_not_looked_into);
    return suite;
}
