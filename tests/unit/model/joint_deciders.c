/* Who decides where that is more than one, and who else an authority names. */
#include "charter_text.h"

#define MATRIX(head, row)                                                                                    \
    "office cfo\noffice coo\nauthority m of partnership {\n  | row | grade || " head " |\n"                  \
    "  | A1 | - || " row " |\n}\n"
#define DECIDED(cell) MATRIX("decided_by", cell)

ACCEPTED(two_decide_together, DECIDED("ceo and cfo"))
ACCEPTED(one_decides_after_the_other, DECIDED("ceo and cfo then board"))
ACCEPTED(some_of_several_decide, DECIDED("2 of (ceo, cfo, coo)"))
ACCEPTED(deciders_stand_within_one_another, DECIDED("2 of (ceo and cfo, coo, council[vertical]) then board"))
ACCEPTED(all_of_several_may_be_counted, DECIDED("3 of (ceo, cfo, coo)"))
ACCEPTED(a_person_decides, DECIDED("sponsor and cfo"))
REFUSED(a_decider_is_named_once, DECIDED("ceo and cfo then ceo"), NAMED_TWICE, "\"ceo\" is named twice")
REFUSED(an_indexed_decider_is_named_once, DECIDED("2 of (council[health], ceo, council[health])"),
        NAMED_TWICE, "council[health]")
ACCEPTED(two_councils_are_two, DECIDED("council[health] and council[finance]"))
REFUSED(each_of_several_is_known, DECIDED("ceo and cof"), UNKNOWN_NAME, "did you mean \"cfo\"?")
REFUSED(a_role_is_no_part_of_a_decision, DECIDED("ceo and clerk"), WRONG_KIND_OF_NAME, "an office")
REFUSED(a_fact_of_another_type_decides_nothing, DECIDED("ceo and staff"), WRONG_TYPE,
        "a body, an office or a person")
REFUSED(more_than_all_cannot_be_asked_for, DECIDED("3 of (ceo, cfo)"), SOME_OF_DECIDERS, "from 1 to 2")
REFUSED(none_cannot_be_asked_for, DECIDED("0 of (ceo, cfo)"), SOME_OF_DECIDERS, "from 1 to 2")
REFUSED(a_part_of_a_decider_cannot_be_asked_for, DECIDED("1.5 of (ceo, cfo)"), SOME_OF_DECIDERS, "1.5 of 2")
REFUSED(deciders_are_not_joined_by_or, DECIDED("ceo or cfo"), DECIDERS_OR, "1 of (ceo, cfo)")
REFUSED(a_comma_joins_no_deciders, DECIDED("ceo, cfo"), CELL_NEEDS, "joined by and or then")
REFUSED(conditions_do_not_follow_one_another,
        "test \"t\" {\n  given staff = 1\n  expect 2 of (ceo, board)\n}\n", DECIDERS_HERE, "and, or")

#define STAFF                                                                                                \
    "register employees {\n  id : person, key\n  manager : person, optional\n  unit_head : office\n"         \
    "  approval_limit : money USD\n  name : text\n  score : decimal\n}\n"                                    \
    "register rates {\n  from : text, key\n  to : text, key\n  agent : person\n  rate : decimal\n}\n"
#define LINE(line, from, whose, covered)                                                                     \
    STAFF DECIDED("first in " line " from " from " whose " whose " covers " covered)

ACCEPTED(the_first_in_a_line_decides, LINE("employees.manager", "sponsor", "approval_limit", "fee"))
ACCEPTED(what_is_covered_may_be_a_sum,
         LINE("employees.manager", "sponsor", "approval_limit", "fee * 2 + USD 5 and cfo then ceo"))
ACCEPTED(a_line_begins_at_anybody,
         LINE("employees.manager", "employees[sponsor].manager", "approval_limit", "fee"))
ACCEPTED(a_limit_may_be_a_number, LINE("employees.manager", "sponsor", "score", "staff"))
ACCEPTED(a_column_of_a_register_decides,
         STAFF DECIDED("employees[sponsor].manager and employees[sponsor].unit_head"))
REFUSED(a_line_leads_from_person_to_person, LINE("employees.unit_head", "sponsor", "approval_limit", "fee"),
        LINE_OF_PEOPLE, "\"employees.unit_head\" leads from no person to another")
REFUSED(a_line_needs_a_person_as_its_one_key, LINE("rates.agent", "sponsor", "rate", "staff"), LINE_OF_PEOPLE,
        "employees.manager")
REFUSED(a_line_names_a_field, LINE("employees", "sponsor", "approval_limit", "fee"), LINE_OF_PEOPLE,
        "employees.manager")
REFUSED(a_line_is_of_a_register, LINE("employes.manager", "sponsor", "approval_limit", "fee"), UNKNOWN_NAME,
        "did you mean \"employees\"?")
REFUSED(a_limit_is_a_field_of_the_register, LINE("employees.manager", "sponsor", "aproval_limit", "fee"),
        UNKNOWN_PART, "did you mean \"approval_limit\"?")
REFUSED(a_text_covers_nothing, LINE("employees.manager", "sponsor", "name", "name"), NO_LIMIT,
        "\"name\" is a text")
REFUSED(a_limit_covers_its_own_currency, LINE("employees.manager", "sponsor", "approval_limit", "budget"),
        TWO_CURRENCIES, "USD and EUR")
ACCEPTED(an_amount_is_covered_in_the_currency_of_the_limits,
         "register daily {\n  from : text, key\n  to : text, key\n  rate : decimal\n}\n" LINE(
             "employees.manager", "sponsor", "approval_limit", "budget in USD at daily and cfo"))
REFUSED(a_line_begins_at_a_person, LINE("employees.manager", "staff", "approval_limit", "fee"), WRONG_TYPE,
        "person")
ACCEPTED(a_test_names_who_decides,
         LINE("employees.manager", "sponsor", "approval_limit",
              "fee") "test \"t\" {\n"
                     "  given employees[ana].manager = ben\n  expect m.decided_by = ben\n"
                     "  expect (first in employees.manager from ana whose score covers 5) = missing\n}\n")
REFUSED(a_test_names_only_deciders_it_has_named,
        DECIDED("ceo") "test \"t\" {\n  given staff = 1\n  expect m.decided_by = cof\n}\n", UNKNOWN_NAME,
        "did you mean \"cfo\"?")

ACCEPTED(the_words_of_a_line_are_names_elsewhere,
         "facts other {\n  first : integer\n  whose : integer\n  covers : integer\n}\n"
         "definition d of other {\n  means first in (1, 2) and whose > covers\n}\n")

static size_t uses_of(const char *name) {
    size_t count = 0;
    for (size_t i = 0; i < checked.model->uses.len; i++)
        count += text_is(checked.model->uses.at[i].symbol->name, name);
    return count;
}

START_TEST(a_line_and_a_look_up_use_the_fields_that_they_name) {
    check_texts(CHARTER_TEXT LINE("employees.manager", "employees[sponsor].manager", "approval_limit", "fee"),
                NULL);
    ck_assert_right();
    ck_assert_uint_eq(uses_of("employees"), 2);
    ck_assert_uint_eq(uses_of("manager"), 2);
    ck_assert_uint_eq(uses_of("approval_limit"), 1);
    checked_end();
}
END_TEST

START_TEST(no_decision_has_more_deciders_than_a_record_holds) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, CHARTER_TEXT);
    for (int i = 0; i < 51; i++) buf_format(&buf, "office o%d\n", i);
    buf_cstr(&buf, "authority m of partnership {\n  | row | grade || decided_by |\n  | A1 | - || 2 of (");
    for (int i = 0; i < 51; i++) buf_format(&buf, "%so%d", i ? ", " : "", i);
    buf_cstr(&buf, ") |\n}\n");
    check_texts(buf_done(&buf).at, NULL);
    ck_assert_only(DIAG_MANY_DECIDERS, "50");
    checked_end();
    arena_free(arena);
}
END_TEST

ACCEPTED(an_authority_names_who_recommends_is_consulted_and_informed,
         MATRIX("decided_by | recommends | consulted | informed",
                "board | clerk, cfo | council[vertical] | -"))
REFUSED(who_is_consulted_is_known, MATRIX("decided_by | consulted", "board | clark"), UNKNOWN_NAME,
        "did you mean \"clerk\"?")
REFUSED(who_is_informed_is_named_once, MATRIX("decided_by | informed", "board | clerk, cfo, clerk"),
        NAMED_TWICE, "\"clerk\"")
REFUSED(who_recommends_is_a_name, MATRIX("decided_by | recommends", "board | \"the clerk\""), UNKNOWN_NAME,
        "")

ACCEPTED(a_test_expects_deciders_as_they_are_written,
         DECIDED("ceo and cfo") "test \"t\" {\n  given staff = 1\n  expect m.decided_by = (ceo and cfo)\n}\n")

Suite *joint_deciders_suite(void) {
    Suite *suite = suite_create("joint deciders");
    TCase *tcase = tcase_create("joint deciders");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, two_decide_together);
    tcase_add_test(tcase, one_decides_after_the_other);
    tcase_add_test(tcase, some_of_several_decide);
    tcase_add_test(tcase, deciders_stand_within_one_another);
    tcase_add_test(tcase, all_of_several_may_be_counted);
    tcase_add_test(tcase, a_person_decides);
    tcase_add_test(tcase, a_decider_is_named_once);
    tcase_add_test(tcase, an_indexed_decider_is_named_once);
    tcase_add_test(tcase, two_councils_are_two);
    tcase_add_test(tcase, each_of_several_is_known);
    tcase_add_test(tcase, a_role_is_no_part_of_a_decision);
    tcase_add_test(tcase, a_fact_of_another_type_decides_nothing);
    tcase_add_test(tcase, more_than_all_cannot_be_asked_for);
    tcase_add_test(tcase, none_cannot_be_asked_for);
    tcase_add_test(tcase, a_part_of_a_decider_cannot_be_asked_for);
    tcase_add_test(tcase, deciders_are_not_joined_by_or);
    tcase_add_test(tcase, a_comma_joins_no_deciders);
    tcase_add_test(tcase, conditions_do_not_follow_one_another);
    tcase_add_test(tcase, the_first_in_a_line_decides);
    tcase_add_test(tcase, what_is_covered_may_be_a_sum);
    tcase_add_test(tcase, a_line_begins_at_anybody);
    tcase_add_test(tcase, a_limit_may_be_a_number);
    tcase_add_test(tcase, a_column_of_a_register_decides);
    tcase_add_test(tcase, a_line_leads_from_person_to_person);
    tcase_add_test(tcase, a_line_needs_a_person_as_its_one_key);
    tcase_add_test(tcase, a_line_names_a_field);
    tcase_add_test(tcase, a_line_is_of_a_register);
    tcase_add_test(tcase, a_limit_is_a_field_of_the_register);
    tcase_add_test(tcase, a_text_covers_nothing);
    tcase_add_test(tcase, a_limit_covers_its_own_currency);
    tcase_add_test(tcase, an_amount_is_covered_in_the_currency_of_the_limits);
    tcase_add_test(tcase, a_line_begins_at_a_person);
    tcase_add_test(tcase, the_words_of_a_line_are_names_elsewhere);
    tcase_add_test(tcase, a_line_and_a_look_up_use_the_fields_that_they_name);
    tcase_add_test(tcase, a_test_names_who_decides);
    tcase_add_test(tcase, a_test_names_only_deciders_it_has_named);
    tcase_add_test(tcase, no_decision_has_more_deciders_than_a_record_holds);
    tcase_add_test(tcase, an_authority_names_who_recommends_is_consulted_and_informed);
    tcase_add_test(tcase, who_is_consulted_is_known);
    tcase_add_test(tcase, who_is_informed_is_named_once);
    tcase_add_test(tcase, who_recommends_is_a_name);
    tcase_add_test(tcase, a_test_expects_deciders_as_they_are_written);
    return suite;
}
