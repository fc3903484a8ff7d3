/* Metrics and triggers. */
#include "charter_text.h"

#define METRIC(head, lines)  "metric uptime " head " {\n" lines "}\n"
#define TRIGGER(head, lines) "trigger alarm " head " {\n  opens flow\n" lines "}\n"
#define UPTIME               METRIC(": percent of partnership", "  target >= 99.9%\n  measured monthly\n")
#define CHURN                "metric churn : integer {\n  measured weekly\n}\n"

ACCEPTED(a_metric_is_of_the_cases_of_a_group, UPTIME)
ACCEPTED(a_metric_is_of_the_organisation_when_it_names_no_group,
         METRIC(": money USD",
                "  target < USD 5_000\n  measured yearly\n  unit \"a year\"\n  direction lower is "
                "better\n"))
ACCEPTED(a_metric_has_one_series_for_each_member,
         METRIC(": decimal for each vertical", "  target 6 ..< 8.5, 10\n  measured daily\n"))
ACCEPTED(a_metric_may_be_of_an_enum, METRIC(": grade", "  target not low\n  measured quarterly\n"))
REFUSED(a_metric_has_a_type, METRIC("of partnership", "  measured monthly\n"), PART_NEEDED, ": percent")
REFUSED(a_metric_is_of_what_can_be_measured, METRIC(": text", "  measured monthly\n"), WRONG_TYPE, "a number")
REFUSED(a_metric_says_how_often_it_is_measured, METRIC(": percent", "  target >= 99%\n"), SETTING_NEEDED,
        "measured monthly")
REFUSED(a_metric_is_measured_once_a_period, METRIC(": percent", "  measured fortnightly\n"), UNKNOWN_PHRASE,
        "quarterly")
REFUSED(a_target_is_of_the_metrics_type, METRIC(": percent", "  target >= 99\n  measured monthly\n"),
        NEEDS_PERCENT, "%")
REFUSED(a_target_is_aimed_at, METRIC(": percent", "  target -\n  measured monthly\n"), CELL_NEEDS, "aimed at")
REFUSED(what_was_measured_is_never_missing_in_a_target,
        METRIC(": percent", "  target missing\n  measured monthly\n"), MISSING_NEEDS_OPTIONAL, "uptime")
REFUSED(an_enum_has_no_target_above_a_member, METRIC(": grade", "  target >= low\n  measured monthly\n"),
        NOT_ORDERED, "list the values")
REFUSED(
    a_body_has_no_type,
    "body b : percent {\n  seats 3..5\n  quorum at least 1 members\n  carried by at least 1 votes for\n}\n",
    PART_UNKNOWN, "a type")

ACCEPTED(a_rule_reads_what_was_measured_last, UPTIME CHURN
         "table t of partnership {\n"
         "  | row | uptime || a : yes_no |\n  | R1 | < 99% || no |\n  | R2 | >= 99% || yes |\n}\n"
         "invariant kept of partnership {\n  requires uptime = missing or churn < 5\n}\n"
         "test \"measured\" {\n  given uptime = 98%\n  expect t.a = no by R1\n}\n")
REFUSED(a_metric_with_several_series_is_no_value,
        METRIC(": percent for each vertical",
               "  measured monthly\n") "invariant kept of partnership {\n  requires uptime > 5%\n}\n",
        NOT_A_VALUE, "uptime")

START_TEST(a_trigger_opens_a_workflow) {
    check_texts(
        CHARTER_TEXT UPTIME CHURN TRIGGER(
            "of partnership source \"1\"",
            "  when uptime misses target for 2 consecutive periods\n"
            "  when uptime misses target\n  when name changed\n"
            "  when fee > USD 5 and personal_data\n  rests 90 days\n") "trigger often {\n  opens flow\n  on "
                                                                       "2026-09-01 \"Labour Day\"\n  every "
                                                                       "quarter\n"
                                                                       "  every \"FREQ=DAILY\"\n  when 3 "
                                                                       "cases of flow within 30 days\n  "
                                                                       "because \"much\"\n}\n",
        FLOW_TEXT);
    ck_assert_right();
    checked_end();
    check_texts(CHARTER_TEXT TRIGGER("", "  every month\n  opens flwo\n"), FLOW_TEXT);
    ck_assert_only(DIAG_SETTING_TWICE, "opens");
    checked_end();
    check_texts(CHARTER_TEXT "trigger alarm {\n  every month\n  opens flwo\n}\n", FLOW_TEXT);
    ck_assert_only(DIAG_UNKNOWN_NAME, "did you mean \"flow\"?");
    checked_end();
}
END_TEST

ACCEPTED(a_trigger_may_be_read_without_its_workflow, TRIGGER("", "  every month\n"))
REFUSED(a_trigger_fires_on_something, TRIGGER("", ""), TRIGGER_IDLE, "every month")
REFUSED(a_trigger_opens_something, "trigger alarm {\n  every month\n}\n", SETTING_NEEDED, "opens WORKFLOW")
REFUSED(a_metric_that_is_missed_is_named, UPTIME TRIGGER("of partnership", "  when uptme misses target\n"),
        UNKNOWN_NAME, "did you mean \"uptime\"?")
REFUSED(a_metric_without_a_target_is_never_missed, CHURN TRIGGER("", "  when churn misses target\n"),
        TARGET_NEEDED, "churn")
REFUSED(periods_are_counted_from_one,
        UPTIME TRIGGER("", "  when uptime misses target for 0 consecutive periods\n"), COUNT_NEEDED, "not 0")
REFUSED(a_trigger_is_of_the_group_of_its_metric,
        "facts other { a : yes_no }\n" UPTIME TRIGGER("of other", "  when uptime misses target\n"),
        OTHER_GROUP, "partnership")
REFUSED(a_trigger_says_of_which_group_the_fact_is,
        "facts other { a : yes_no }\n" TRIGGER("", "  when name changed\n"), GROUP_NEEDED, "of GROUP")
REFUSED(what_changes_is_a_fact, TRIGGER("", "  when nam changed\n"), UNKNOWN_NAME, "did you mean \"name\"?")
REFUSED(a_trigger_fires_when_a_condition_is_yes, TRIGGER("", "  when staff\n"), WRONG_TYPE, "yes or no")
REFUSED(a_slip_in_a_phrase_is_said_with_the_phrases, UPTIME TRIGGER("", "  when uptime misses its target\n"),
        UNKNOWN_PHRASE, "\"<name> misses target\"")
REFUSED(cases_are_counted_in_days, TRIGGER("", "  when 3 cases of flow within 5 hours\n"), HOURS_HERE, "days")
REFUSED(a_rest_ends_with_a_day, TRIGGER("", "  every day\n  rests 5 hours\n"), HOURS_HERE,
        "the rest of a trigger")
REFUSED(a_day_on_which_nothing_is_in_force_is_pointed_at, TRIGGER("", "  on 2025-12-31\n"), DAY_NOT_IN_FORCE,
        "2025-12-31")
REFUSED(a_trigger_has_a_reason_in_words, TRIGGER("", "  every day\n  because \" \"\n"), EMPTY_TEXT, "because")

Suite *watching_suite(void) {
    Suite *suite = suite_create("metrics and triggers");
    TCase *tcase = tcase_create("watching");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, a_metric_is_of_the_cases_of_a_group);
    tcase_add_test(tcase, a_metric_is_of_the_organisation_when_it_names_no_group);
    tcase_add_test(tcase, a_metric_has_one_series_for_each_member);
    tcase_add_test(tcase, a_metric_may_be_of_an_enum);
    tcase_add_test(tcase, a_metric_has_a_type);
    tcase_add_test(tcase, a_metric_is_of_what_can_be_measured);
    tcase_add_test(tcase, a_metric_says_how_often_it_is_measured);
    tcase_add_test(tcase, a_metric_is_measured_once_a_period);
    tcase_add_test(tcase, a_target_is_of_the_metrics_type);
    tcase_add_test(tcase, a_target_is_aimed_at);
    tcase_add_test(tcase, what_was_measured_is_never_missing_in_a_target);
    tcase_add_test(tcase, an_enum_has_no_target_above_a_member);
    tcase_add_test(tcase, a_body_has_no_type);
    tcase_add_test(tcase, a_rule_reads_what_was_measured_last);
    tcase_add_test(tcase, a_metric_with_several_series_is_no_value);
    tcase_add_test(tcase, a_trigger_opens_a_workflow);
    tcase_add_test(tcase, a_trigger_may_be_read_without_its_workflow);
    tcase_add_test(tcase, a_trigger_fires_on_something);
    tcase_add_test(tcase, a_trigger_opens_something);
    tcase_add_test(tcase, a_metric_that_is_missed_is_named);
    tcase_add_test(tcase, a_metric_without_a_target_is_never_missed);
    tcase_add_test(tcase, periods_are_counted_from_one);
    tcase_add_test(tcase, a_trigger_is_of_the_group_of_its_metric);
    tcase_add_test(tcase, a_trigger_says_of_which_group_the_fact_is);
    tcase_add_test(tcase, what_changes_is_a_fact);
    tcase_add_test(tcase, a_trigger_fires_when_a_condition_is_yes);
    tcase_add_test(tcase, a_slip_in_a_phrase_is_said_with_the_phrases);
    tcase_add_test(tcase, cases_are_counted_in_days);
    tcase_add_test(tcase, a_rest_ends_with_a_day);
    tcase_add_test(tcase, a_day_on_which_nothing_is_in_force_is_pointed_at);
    tcase_add_test(tcase, a_trigger_has_a_reason_in_words);
    return suite;
}
