/* Names for values that are worked out. */
#include "charter_text.h"

ACCEPTED(a_definition_is_named_like_a_fact,
         "definition large of partnership {\n  means fee >= USD 100_000\n}\n"
         "definition weighty of partnership {\n  means large and vertical = health\n}\n"
         "table t of partnership {\n  | row | large || a : yes_no |\n  | R1 | yes || weighty |\n"
         "  | R2 | no || no |\n}\n"
         "guard g before first {\n  requires not large\n}\n"
         "test \"t\" {\n  given fee = USD 5\n  expect not weighty\n}\n")
ACCEPTED(a_definition_may_stand_after_what_names_it,
         "definition one {\n  means two + three\n}\ndefinition two {\n  means three * 2\n}\n"
         "definition three {\n  means staff\n}\n")
ACCEPTED(without_a_group_a_definition_names_nothing_of_one,
         "facts other {\n  size : integer\n}\ndefinition limit {\n  means USD 5_000\n}\n"
         "definition many of other {\n  means size > 5\n}\n")
ACCEPTED(the_only_group_need_not_be_named, "definition large {\n  means fee > USD 5\n}\n")

START_TEST(a_definition_has_the_type_of_its_expression) {
    check_texts(CHARTER_TEXT "definition one {\n  means two * 2\n}\ndefinition two {\n  means fee\n}\n",
                NULL);
    ck_assert_right();
    const Symbol *symbol = map_get(&checked.model->globals, TEXT("one"));
    ck_assert_text_is(type_text(checked.arena, symbol->type), "money USD");
    checked_end();
}
END_TEST

/* Checking one after the other must not take a stack for each. */
START_TEST(a_long_chain_of_definitions_is_checked) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_cstr(&buf, CHARTER_TEXT "definition d0 {\n  means staff\n}\n");
    for (int i = 20000; i > 0; i--) buf_format(&buf, "definition d%d {\n  means d%d + 1\n}\n", i, i - 1);
    check_texts(buf_done(&buf).at, NULL);
    ck_assert_right();
    checked_end();
    arena_free(arena);
}
END_TEST

REFUSED(a_definition_needs_its_meaning, "definition large {\n}\n", SETTING_NEEDED, "write: means EXPRESSION")
REFUSED(a_definition_must_not_need_itself, "definition large {\n  means not large\n}\n", CYCLE,
        "large needs large")
REFUSED(definitions_must_not_need_one_another,
        "definition one {\n  means two + 1\n}\ndefinition two {\n  means one - 1\n}\n", CYCLE,
        "two needs one needs two")
REFUSED(a_definition_and_a_table_must_not_need_one_another,
        "definition good {\n  means t.a\n}\ntable t of partnership {\n  | row | good || a : yes_no |\n"
        "  | R1 | yes || yes |\n  | R2 | no || no |\n}\n",
        CYCLE, "needs")
REFUSED(a_definition_has_no_fact_s_name, "definition staff {\n  means USD 5\n}\n", DECLARED_TWICE, "staff")
REFUSED(a_definition_has_no_member_s_name, "definition health {\n  means USD 5\n}\n", DECLARED_TWICE,
        "health")
REFUSED(a_groupless_definition_cannot_read_a_fact,
        "facts other {\n  size : integer\n}\ndefinition many {\n  means size > 5\n}\n", GROUP_NEEDED,
        "write on its first line: of other")
REFUSED(a_definition_reads_facts_of_its_group,
        "facts other {\n  size : integer\n}\ndefinition many of other {\n  means score.total > 5\n}\n",
        OTHER_GROUP, "partnership")
REFUSED(a_definition_cannot_be_given,
        "definition large {\n  means staff > 5\n}\ntest \"t\" {\n  given large = yes\n  expect large\n}\n",
        NOT_GIVEN, "a definition")
REFUSED(a_definition_is_suggested,
        "definition large {\n  means staff > 5\n}\ntest \"t\" {\n  expect larg\n}\n", UNKNOWN_NAME,
        "did you mean \"large\"?")
REFUSED(a_definition_has_no_missing,
        "definition large {\n  means staff > 5\n}\ntest \"t\" {\n  expect large = missing\n}\n", MISSING_HERE,
        "missing")
REFUSED(
    no_column_of_a_definition_tests_missing,
    "definition value {\n  means annual_value\n}\ntable t of partnership {\n  | row | value || a : yes_no |\n"
    "  | R1 | missing || yes |\n  | R2 | otherwise || no |\n}\n",
    MISSING_NEEDS_OPTIONAL, "value")

REFUSED(a_personal_value_is_no_result,
        "facts other {\n  pay : integer, personal\n}\ndefinition twice of other {\n  means pay * 2\n}\n"
        "definition much of other {\n  means twice > 10\n}\n"
        "table t of other {\n  | row | much || a : integer |\n  | R1 | yes || twice + 1 |\n  | R2 | no || 0 "
        "|\n}\n",
        PERSONAL_RESULT, "twice")

REFUSED(what_is_not_a_personal_yes_tells_it,
        "facts other {\n  ill : yes_no, personal\n  aged : integer, personal\n}\n"
        "definition well of other {\n  means not ill and aged < 60\n}\n"
        "table t of other {\n  | row | well || a : yes_no |\n  | R1 | yes, no || well = yes |\n}\n",
        PERSONAL_RESULT, "well")

Suite *definitions_suite(void) {
    Suite *suite = suite_create("definitions");
    TCase *tcase = tcase_create("definitions");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_definition_is_named_like_a_fact);
    tcase_add_test(tcase, a_definition_may_stand_after_what_names_it);
    tcase_add_test(tcase, without_a_group_a_definition_names_nothing_of_one);
    tcase_add_test(tcase, the_only_group_need_not_be_named);
    tcase_add_test(tcase, a_definition_has_the_type_of_its_expression);
    tcase_add_test(tcase, a_long_chain_of_definitions_is_checked);
    tcase_add_test(tcase, a_definition_needs_its_meaning);
    tcase_add_test(tcase, a_definition_must_not_need_itself);
    tcase_add_test(tcase, definitions_must_not_need_one_another);
    tcase_add_test(tcase, a_definition_and_a_table_must_not_need_one_another);
    tcase_add_test(tcase, a_definition_has_no_fact_s_name);
    tcase_add_test(tcase, a_definition_has_no_member_s_name);
    tcase_add_test(tcase, a_groupless_definition_cannot_read_a_fact);
    tcase_add_test(tcase, a_definition_reads_facts_of_its_group);
    tcase_add_test(tcase, a_definition_cannot_be_given);
    tcase_add_test(tcase, a_definition_is_suggested);
    tcase_add_test(tcase, a_definition_has_no_missing);
    tcase_add_test(tcase, no_column_of_a_definition_tests_missing);
    tcase_add_test(tcase, a_personal_value_is_no_result);
    tcase_add_test(tcase, what_is_not_a_personal_yes_tells_it);
    return suite;
}
