/* Facts that may not apply: who needs the value of one has asked first. */
#include "charter_text.h"

#define LEASES                                                                                               \
    "enum use { office, store }\nfacts lease {\n  ends : date, where applicable\n"                           \
    "  rent : money USD, optional, where applicable\n  use : use, where applicable\n"                        \
    "  tenant : person, where applicable\n  size : integer\n}\n"                                             \
    "register people_of {\n  id : person, key\n  left : date, where applicable\n}\n"
#define ASKS(condition) LEASES "invariant g of lease {\n  requires " condition "\n}\n"

ACCEPTED(what_is_asked_first_may_be_used, ASKS("ends is applicable and ends > 2026-01-01"))
ACCEPTED(it_may_be_asked_behind_the_use, ASKS("ends < 2026-01-01 or ends is not applicable"))
ACCEPTED(the_question_may_be_put_with_an_equals_sign, ASKS("ends = not applicable or ends < 2026-01-01"))
ACCEPTED(not_turns_the_question, ASKS("not (ends is not applicable or size > 5) and ends < 2026-01-01"))
ACCEPTED(both_sides_of_or_may_ask,
         ASKS("(ends is applicable and size > 5 or ends is applicable) and ends < 2026-01-01"))
ACCEPTED(whether_it_is_missing_can_always_be_asked,
         ASKS("rent is missing or rent is applicable and rent > USD 5"))
ACCEPTED(a_field_is_asked_by_its_row,
         ASKS("tenant is applicable and (people_of[tenant].left is not applicable or "
              "people_of[tenant].left > 2026-01-01)"))
ACCEPTED(a_row_asks_by_its_cell, LEASES
         "table t of lease {\n  | row | rent || twice : money USD |\n  | R1 | applicable || rent * 2 |\n"
         "  | R2 | missing, not applicable || USD 0 |\n}\n")
ACCEPTED(an_exception_asks_by_its_condition,
         LEASES "table t of lease {\n  | row | size || pays : money USD |\n  | R1 | - || USD 5 |\n}\n"
                "exception e to t when rent is applicable and size > 5 {\n  gives pays = rent\n}\n")

#define NOT_ASKED(name, condition) REFUSED(name, ASKS(condition), MAY_NOT_APPLY, "ends is applicable and ...")
NOT_ASKED(who_does_not_ask_is_refused, "ends > 2026-01-01")
NOT_ASKED(the_wrong_side_is_no_question, "ends is applicable or ends > 2026-01-01")
NOT_ASKED(one_side_of_or_that_asks_is_not_enough, "(ends is applicable or size > 5) and ends < 2026-01-01")
NOT_ASKED(another_fact_is_no_question, "use is applicable and ends < 2026-01-01")
NOT_ASKED(missing_is_another_question, "ends is not missing and ends < 2026-01-01")
NOT_ASKED(what_is_reckoned_needs_it_too, "days from today to ends > 5 days")

REFUSED(the_key_of_a_row_is_asked_for_too, ASKS("people_of[tenant].left is not applicable"), MAY_NOT_APPLY,
        "tenant is applicable")
REFUSED(a_row_that_does_not_look_asks_nothing,
        LEASES "table t of lease {\n  | row | size || pays : money USD |\n  | R1 | - || rent |\n}\n",
        MAY_NOT_APPLY, "rent")
REFUSED(a_definition_is_a_value, LEASES "definition d of lease {\n  means ends\n}\n", MAY_NOT_APPLY, "ends")
REFUSED(the_day_of_reading_always_applies,
        LEASES "definition d of lease {\n  as_of ends\n  means size > 5\n}\n", MAY_NOT_APPLY,
        "one that always applies")
REFUSED(what_a_total_is_of_always_applies,
        LEASES "total t of lease for each use {\n  sums size\n  counting this\n}\n", MAY_NOT_APPLY,
        "one that always applies")
REFUSED(what_a_total_sums_always_applies, LEASES "total t of lease {\n  sums rent\n  counting this\n}\n",
        MAY_NOT_APPLY, "rent")
REFUSED(a_key_always_applies, "register r {\n  id : text, key, where applicable\n}\n", KEY_TYPE,
        "delete where applicable")
REFUSED(what_always_applies_is_not_asked, ASKS("size is applicable"), ALWAYS_APPLIES, "size")
REFUSED(a_cell_cannot_ask_what_always_applies,
        LEASES "table t of lease {\n  | row | size || a : yes_no |\n  | R1 | not applicable || yes |\n"
               "  | R2 | 5 || no |\n}\n",
        ALWAYS_APPLIES, "size")
REFUSED(a_test_cannot_say_it_of_what_always_applies,
        LEASES "test \"t\" {\n  given size = not applicable\n  expect yes\n}\n", ALWAYS_APPLIES, "size")
#define TEXT_SAID(name, rules) REFUSED(name, rules, NOT_APPLICABLE_TEXT, "write it without quotes")
TEXT_SAID(in_quotes_it_is_no_text_to_compare_with,
          "guard g before done {\n  requires name != \"not applicable\"\n}\n")
TEXT_SAID(in_quotes_it_is_no_text_of_a_list,
          "guard g before done {\n  requires name in (\"a\", \"not applicable\")\n}\n")
TEXT_SAID(in_quotes_it_is_no_cell,
          "table t of partnership {\n  | row | name || a : yes_no |\n  | R1 | \"not applicable\" || yes |\n"
          "  | R2 | \"b\" || no |\n}\n")
TEXT_SAID(in_quotes_it_is_not_given, "test \"t\" {\n  given name = \"not applicable\"\n  expect yes\n}\n")
ACCEPTED(a_result_may_be_any_words,
         "table t of partnership {\n  | row | staff || a : text |\n  | R1 | - || \"not applicable\" |\n}\n")
REFUSED(not_applicable_is_no_value, ASKS("size = 5 + not applicable"), NOT_APPLICABLE_HERE, "is applicable")

Suite *applicable_suite(void) {
    Suite *suite = suite_create("where applicable");
    TCase *tcase = tcase_create("applicable");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, what_is_asked_first_may_be_used);
    tcase_add_test(tcase, it_may_be_asked_behind_the_use);
    tcase_add_test(tcase, the_question_may_be_put_with_an_equals_sign);
    tcase_add_test(tcase, not_turns_the_question);
    tcase_add_test(tcase, both_sides_of_or_may_ask);
    tcase_add_test(tcase, whether_it_is_missing_can_always_be_asked);
    tcase_add_test(tcase, a_field_is_asked_by_its_row);
    tcase_add_test(tcase, a_row_asks_by_its_cell);
    tcase_add_test(tcase, an_exception_asks_by_its_condition);
    tcase_add_test(tcase, who_does_not_ask_is_refused);
    tcase_add_test(tcase, the_wrong_side_is_no_question);
    tcase_add_test(tcase, one_side_of_or_that_asks_is_not_enough);
    tcase_add_test(tcase, another_fact_is_no_question);
    tcase_add_test(tcase, missing_is_another_question);
    tcase_add_test(tcase, what_is_reckoned_needs_it_too);
    tcase_add_test(tcase, the_key_of_a_row_is_asked_for_too);
    tcase_add_test(tcase, a_row_that_does_not_look_asks_nothing);
    tcase_add_test(tcase, a_definition_is_a_value);
    tcase_add_test(tcase, the_day_of_reading_always_applies);
    tcase_add_test(tcase, what_a_total_is_of_always_applies);
    tcase_add_test(tcase, what_a_total_sums_always_applies);
    tcase_add_test(tcase, a_key_always_applies);
    tcase_add_test(tcase, what_always_applies_is_not_asked);
    tcase_add_test(tcase, a_cell_cannot_ask_what_always_applies);
    tcase_add_test(tcase, a_test_cannot_say_it_of_what_always_applies);
    tcase_add_test(tcase, in_quotes_it_is_no_text_to_compare_with);
    tcase_add_test(tcase, in_quotes_it_is_no_text_of_a_list);
    tcase_add_test(tcase, in_quotes_it_is_no_cell);
    tcase_add_test(tcase, in_quotes_it_is_not_given);
    tcase_add_test(tcase, a_result_may_be_any_words);
    tcase_add_test(tcase, not_applicable_is_no_value);
    return suite;
}
