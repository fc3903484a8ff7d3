/* What is personal stays in the vault, whatever rules do with it: entries hold commitments to it. */
#include "fixture.h"
#include <string.h>

static const char RULES[] = "facts loan {\n  insolvent : yes_no, personal\n  income : money USD, personal\n"
                            "  amount : money USD\n}\n"
                            "definition doubtful of loan {\n  means insolvent or amount > income\n}\n"
                            "table grant of loan {\n  | row | doubtful | amount || ok : yes_no |\n"
                            "  | G1 | yes | - || no |\n  | G2 | no | < USD 9_000 || yes |\n"
                            "  | G3 | no | >= USD 9_000 || no |\n}\n";

static const char WORKFLOW[] = "workflow: lending\ntitle: Lending\nof: loan\nstart: checking\nsteps:\n"
                               "  checking:\n    evaluate: grant\n    next:\n"
                               "      - when: grant.ok\n        to: lent\n      - to: refused\n"
                               "  lent: { end: approved }\n  refused: { end: declined }\n";

static Arena *arena;
static Book *book;

static void set_up(void) {
    arena = arena_new(0);
    book = book_with(arena, RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: amara, name: Amara, roles: [business_development]}]}'");
}

static void tear_down(void) {
    arena_free(arena);
}

/* What was entered of the table, after a loan was asked for. */
static Text lend(const char *line) {
    allow(book, "amara", "2026-03-02", text_format(arena, "open lending %s", line).at);
    return last_body(book, KIND_DETERMINED);
}

static bool says(Text text, const char *part) {
    return strstr(text_copy(arena, text).at, part) != NULL;
}

static const Tree *comparison(Text body, const char *written) {
    const Tree *steps = tree_get(tree_get(json_of(book, body), "reasons"), "steps");
    const Tree *comparisons = tree_get(steps->items[0], "comparisons");
    for (size_t i = 0; i < tree_len(comparisons); i++)
        if (text_is(tree_get_text(comparisons->items[i], "written"), written)) return comparisons->items[i];
    ck_assert_msg(false, "nothing of %s: %.*s", written, TEXT_ARG(body));
    return NULL;
}

START_TEST(a_personal_fact_that_stands_alone_in_a_condition_is_no_comparison_in_the_entry) {
    Text body = lend("insolvent=yes income='USD 4321' amount='USD 1000'");
    ck_assert_ptr_null(tree_get(comparison(body, "insolvent"), "held"));
    body = lend("insolvent=no income='USD 4321' amount='USD 1000'");
    ck_assert_ptr_null(tree_get(comparison(body, "insolvent"), "held"));
}
END_TEST

START_TEST(what_a_comparison_with_a_personal_fact_came_to_is_not_entered) {
    Text body = lend("insolvent=no income='USD 4321' amount='USD 1000'");
    ck_assert_ptr_null(tree_get(comparison(body, "amount > income"), "held"));
}
END_TEST

START_TEST(a_definition_that_tells_a_personal_fact_has_no_value_in_the_entry) {
    Text body = lend("insolvent=no income='USD 4321' amount='USD 1000'");
    const Tree *steps = tree_get(tree_get(json_of(book, body), "reasons"), "steps");
    ck_assert_text_is(tree_get_text(steps->items[0], "unit"), "doubtful");
    ck_assert_ptr_null(tree_get(steps->items[0], "value"));
}
END_TEST

START_TEST(an_entry_that_rests_on_a_personal_fact_says_no_near_miss_that_would_tell_it) {
    Text body = lend("insolvent=no income='USD 4321' amount='USD 1000'");
    ck_assert_msg(!says(body, "would_change") && !says(body, "4321") && !says(body, "4_321"), "%.*s",
                  TEXT_ARG(body));
}
END_TEST

START_TEST(a_commitment_stands_where_the_value_would) {
    Text body = lend("insolvent=no income='USD 4321' amount='USD 1000'");
    const Tree *facts = tree_get(tree_get(json_of(book, body), "reasons"), "facts");
    size_t sealed = 0;
    for (size_t i = 0; i < tree_len(facts); i++) {
        bool hidden = !text_empty(tree_get_text(facts->items[i], "sealed"));
        sealed += hidden;
        ck_assert(hidden != text_is(tree_get_text(facts->items[i], "fact"), "amount"));
    }
    ck_assert_uint_eq(sealed, 2);
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *personal_facts_suite(void) {
    Suite *suite = suite_create("personal facts");
    TCase *tests = tcase_create("in entries");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_personal_fact_that_stands_alone_in_a_condition_is_no_comparison_in_the_entry);
    tcase_add_test(tests, what_a_comparison_with_a_personal_fact_came_to_is_not_entered);
    tcase_add_test(tests, a_definition_that_tells_a_personal_fact_has_no_value_in_the_entry);
    tcase_add_test(tests, an_entry_that_rests_on_a_personal_fact_says_no_near_miss_that_would_tell_it);
    tcase_add_test(tests, a_commitment_stands_where_the_value_would);
    suite_add_tcase(suite, tests);
    return suite;
}
