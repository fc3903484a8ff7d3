/* Charters, calendars, enums and facts. */
#include "charter_text.h"

ACCEPTED(a_small_charter_is_right, "")

REFUSED_ALONE(rules_without_a_charter_are_none, CALENDAR_TEXT, NO_CHARTER, "write: charter")
REFUSED(there_is_one_charter, CHARTER_HEAD, SECOND_CHARTER, "already")

#define CHARTER_WITH(line) "charter \"P\" {\n" line "}\n" CALENDAR_TEXT
#define LANGUAGE           "language 1\n"
#define EDITION            "edition \"1\"\n"
#define IN_FORCE           "in_force from 2026-01-01\n"
#define ZONE               "time_zone \"UTC\"\n"
#define WORKING            "working_days by company\n"
#define SERIES             "series cases C, meetings MT, motions M\n"

REFUSED_ALONE(a_charter_says_its_language, CHARTER_WITH(EDITION IN_FORCE ZONE WORKING SERIES), SETTING_NEEDED,
              "language 1")
REFUSED_ALONE(a_charter_says_its_edition, CHARTER_WITH(LANGUAGE IN_FORCE ZONE WORKING SERIES), SETTING_NEEDED,
              "\"edition\"")
REFUSED_ALONE(a_charter_says_its_zone, CHARTER_WITH(LANGUAGE EDITION IN_FORCE WORKING SERIES), SETTING_NEEDED,
              "time_zone")
#define WHOLE LANGUAGE EDITION IN_FORCE ZONE WORKING SERIES
REFUSED_ALONE(evidence_is_kept_for_calendar_time, CHARTER_WITH(WHOLE "evidence public kept 3 working days\n"),
              KEPT_SPAN, "working days")
REFUSED_ALONE(evidence_is_kept_for_some_time, CHARTER_WITH(WHOLE "evidence public kept 0 days\n"),
              COUNT_NEEDED, "0")
REFUSED_ALONE(a_class_of_evidence_is_declared_once,
              CHARTER_WITH(WHOLE "evidence public kept 1 year\nevidence public kept for good\n"),
              DECLARED_TWICE, "public")
REFUSED_ALONE(a_later_language_is_not_read, CHARTER_WITH("language 2\n" EDITION IN_FORCE ZONE WORKING SERIES),
              UNKNOWN_LANGUAGE, "language 2")
REFUSED_ALONE(an_edition_has_a_name, CHARTER_WITH(LANGUAGE "edition \" \"\n" IN_FORCE ZONE WORKING SERIES),
              EMPTY_TEXT, "edition")
REFUSED_ALONE(an_edition_begins,
              CHARTER_WITH(LANGUAGE EDITION "in_force until 2027-01-01\n" ZONE WORKING SERIES), FROM_NEEDED,
              "from")
REFUSED_ALONE(an_edition_ends_after_it_begins,
              CHARTER_WITH(LANGUAGE EDITION
                           "in_force from 2026-01-01 until 2026-01-01\n" ZONE WORKING SERIES),
              ENDS_EARLY, "2026-01-01")
REFUSED_ALONE(working_days_need_a_calendar,
              CHARTER_WITH(LANGUAGE EDITION IN_FORCE ZONE "working_days by compeny\n" SERIES), UNKNOWN_NAME,
              "did you mean \"company\"?")
REFUSED_ALONE(all_three_series_are_named,
              CHARTER_WITH(LANGUAGE EDITION IN_FORCE ZONE WORKING "series cases C, motions M\n"),
              SERIES_NEEDED, "meetings")
REFUSED_ALONE(a_series_is_of_something,
              CHARTER_WITH(LANGUAGE EDITION IN_FORCE ZONE WORKING
                           "series cases C, meetings MT, motions M, votes V\n"),
              UNKNOWN_SERIES, "votes")
REFUSED_ALONE(a_series_begins_with_capitals,
              CHARTER_WITH(LANGUAGE EDITION IN_FORCE ZONE WORKING "series cases c, meetings MT, motions M\n"),
              BAD_PREFIX, "\"c\"")
REFUSED_ALONE(two_series_begin_differently,
              CHARTER_WITH(LANGUAGE EDITION IN_FORCE ZONE WORKING "series cases M, meetings MT, motions M\n"),
              SAME_PREFIX, "\"M\"")
REFUSED_ALONE(a_charter_has_a_title,
              "charter {\n" LANGUAGE EDITION IN_FORCE ZONE WORKING SERIES "}\n" CALENDAR_TEXT, TITLE_NEEDED,
              "charter")

#define CALENDAR(lines) "calendar other {\n" lines "}\n"
REFUSED(a_calendar_lists_years, CALENDAR("week monday..friday\n"), SETTING_NEEDED, "listed")
REFUSED(a_week_is_of_days, CALENDAR("week monday..frieday\nlisted 2026..2027\n"), UNKNOWN_WEEKDAY, "friday")
REFUSED(years_run_forward, CALENDAR("week monday..friday\nlisted 2027..2026\n"), RANGE_REVERSED, "listed")
REFUSED(years_are_whole_numbers, CALENDAR("week monday..friday\nlisted 2026..friday\n"), RANGE_NEEDED,
        "listed")
REFUSED(a_holiday_is_in_a_listed_year,
        CALENDAR("week monday..friday\nlisted 2026..2027\nholiday 2028-01-01\n"), HOLIDAY_NOT_LISTED,
        "2026..2027")
REFUSED(a_holiday_is_listed_once,
        CALENDAR("week monday..friday\nlisted 2026..2027\nholiday 2026-01-01\nholiday 2026-01-01\n"),
        DECLARED_TWICE, "2026-01-01")

REFUSED(a_name_is_declared_once, "role company\n", DECLARED_TWICE, "company")
REFUSED(a_declaration_has_a_name, "role\n", PART_NEEDED, "a name")
REFUSED(an_import_names_a_file, "import common\n", PART_NEEDED, "write: import \"common.bylaw\"")
REFUSED(an_import_is_of_nothing, "import \"a.bylaw\" of partnership\n", PART_UNKNOWN, "no place for \"of\"")
REFUSED(a_role_is_not_of_facts, "role chair of partnership\n", PART_UNKNOWN, "\"of\"")
REFUSED(what_was_renamed_is_gone, "role secretary was clerk\n", WAS_STILL_THERE, "clerk")
ACCEPTED(a_role_can_be_renamed, "role secretary was scribe\n")

REFUSED(a_member_is_declared_once, "enum colour { red, green, red }\n", DECLARED_TWICE, "red")
REFUSED(an_enum_has_members, "enum colour {\n}\n", MEMBERS_NEEDED, "colour")
REFUSED(a_group_has_facts, "facts other {\n}\n", FIELDS_NEEDED, "other")
REFUSED(a_type_is_known, "facts other {\n  a : texts\n}\n", UNKNOWN_TYPE, "did you mean \"text\"?")
REFUSED(money_has_a_currency, "facts other {\n  a : money\n}\n", CURRENCY_NEEDED, "money USD")
REFUSED(a_currency_has_three_letters, "facts other {\n  a : money dollars\n}\n", CURRENCY_NEEDED, "dollars")
REFUSED(a_list_is_of_values, "facts other {\n  a : list of list of text\n}\n", UNKNOWN_TYPE, "list of list")
REFUSED(an_attribute_is_known, "facts other {\n  a : text, optionel\n}\n", UNKNOWN_ATTRIBUTE,
        "did you mean \"optional\"?")
REFUSED(a_fact_is_declared_once, "facts other {\n  a : text\n  a : date\n}\n", DECLARED_TWICE, "\"a\"")
ACCEPTED(facts_have_every_type,
         "facts other {\n  a : list of money USD\n  b : list of vertical, optional, personal\n  c : instant\n"
         "  d : office\n  e : body\n  f : decider\n}\n")

START_TEST(a_fact_knows_its_type_and_place) {
    check_texts(CHARTER_TEXT, NULL);
    const Symbol *group = map_get(&checked.model->globals, TEXT("partnership"));
    const Symbol *fact = map_get(&group->inner, TEXT("annual_value"));
    ck_assert_int_eq(fact->kind, SYMBOL_FACT);
    ck_assert_ptr_eq(fact->parent, group);
    ck_assert_uint_eq(fact->index, 2);
    ck_assert(fact->optional && !fact->personal);
    ck_assert_text_is(type_text(checked.arena, fact->type), "money USD");
    checked_end();
}
END_TEST

REFUSED(a_setting_that_cannot_be_read_is_said_all_the_same,
        "body b {\n  seats 3..5\n  quorum more than half\n  carried by more than 1/2 of votes cast\n}\n",
        UNEXPECTED, "half")
REFUSED(a_setting_that_is_nearly_spelled_is_said_all_the_same,
        "body b {\n  seats 3..5\n  quorm at least 2 members\n  carried by more than 1/2 of votes cast\n}\n",
        UNKNOWN_SETTING, "did you mean \"quorum\"?")
REFUSED(what_has_a_name_can_be_named_though_its_first_line_is_broken,
        "enum broken 5 {\n  one\n}\nfacts other {\n  fact : broken\n}\n", UNEXPECTED, "\"5\"")
REFUSED(what_has_no_brace_can_be_named, "enum open\n  one\n}\nfacts other {\n  fact : open\n}\n", NEEDS_BLOCK,
        "open it with {")
REFUSED(a_fact_can_be_named_though_its_line_is_broken,
        "facts other {\n  count integer\n  size : integer\n}\n"
        "table t of other {\n  | row | count || a : integer |\n  | R1 | 5 || 1 |\n"
        "  | R2 | otherwise || 2 |\n}\n",
        UNEXPECTED, "integer")
REFUSED(an_enum_whose_members_cannot_be_read_is_not_said_to_be_empty, "enum e {\n  \"one\"\n}\n", UNEXPECTED,
        "one")

Suite *charters_suite(void) {
    Suite *suite = suite_create("charters");
    TCase *tcase = tcase_create("charters");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_small_charter_is_right);
    tcase_add_test(tcase, rules_without_a_charter_are_none);
    tcase_add_test(tcase, there_is_one_charter);
    tcase_add_test(tcase, a_charter_says_its_language);
    tcase_add_test(tcase, a_charter_says_its_edition);
    tcase_add_test(tcase, a_charter_says_its_zone);
    tcase_add_test(tcase, evidence_is_kept_for_calendar_time);
    tcase_add_test(tcase, evidence_is_kept_for_some_time);
    tcase_add_test(tcase, a_class_of_evidence_is_declared_once);
    tcase_add_test(tcase, a_later_language_is_not_read);
    tcase_add_test(tcase, an_edition_has_a_name);
    tcase_add_test(tcase, an_edition_begins);
    tcase_add_test(tcase, an_edition_ends_after_it_begins);
    tcase_add_test(tcase, working_days_need_a_calendar);
    tcase_add_test(tcase, all_three_series_are_named);
    tcase_add_test(tcase, a_series_is_of_something);
    tcase_add_test(tcase, a_series_begins_with_capitals);
    tcase_add_test(tcase, two_series_begin_differently);
    tcase_add_test(tcase, a_charter_has_a_title);
    tcase_add_test(tcase, a_calendar_lists_years);
    tcase_add_test(tcase, a_week_is_of_days);
    tcase_add_test(tcase, years_run_forward);
    tcase_add_test(tcase, years_are_whole_numbers);
    tcase_add_test(tcase, a_holiday_is_in_a_listed_year);
    tcase_add_test(tcase, a_holiday_is_listed_once);
    tcase_add_test(tcase, a_name_is_declared_once);
    tcase_add_test(tcase, a_declaration_has_a_name);
    tcase_add_test(tcase, an_import_names_a_file);
    tcase_add_test(tcase, an_import_is_of_nothing);
    tcase_add_test(tcase, a_role_is_not_of_facts);
    tcase_add_test(tcase, what_was_renamed_is_gone);
    tcase_add_test(tcase, a_role_can_be_renamed);
    tcase_add_test(tcase, a_member_is_declared_once);
    tcase_add_test(tcase, an_enum_has_members);
    tcase_add_test(tcase, a_group_has_facts);
    tcase_add_test(tcase, a_type_is_known);
    tcase_add_test(tcase, money_has_a_currency);
    tcase_add_test(tcase, a_currency_has_three_letters);
    tcase_add_test(tcase, a_list_is_of_values);
    tcase_add_test(tcase, an_attribute_is_known);
    tcase_add_test(tcase, a_fact_is_declared_once);
    tcase_add_test(tcase, facts_have_every_type);
    tcase_add_test(tcase, a_fact_knows_its_type_and_place);
    tcase_add_test(tcase, a_setting_that_cannot_be_read_is_said_all_the_same);
    tcase_add_test(tcase, a_setting_that_is_nearly_spelled_is_said_all_the_same);
    tcase_add_test(tcase, what_has_a_name_can_be_named_though_its_first_line_is_broken);
    tcase_add_test(tcase, what_has_no_brace_can_be_named);
    tcase_add_test(tcase, a_fact_can_be_named_though_its_line_is_broken);
    tcase_add_test(tcase, an_enum_whose_members_cannot_be_read_is_not_said_to_be_empty);
    return suite;
}
