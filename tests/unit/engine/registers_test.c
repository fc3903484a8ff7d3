/* What rules read of registers: found by its key, told in the reasons, named where it is not there. */
#include "base/vec.h"
#include "engine/engine.h"
#include "program/charter.h"
#include "program/code.h"

#define RULES                                                                                                \
    "register employees {\n  id : person, key\n  manager : person, optional\n"                               \
    "  approval_limit : money USD\n  trained : yes_no\n}\n"                                                  \
    "register rates {\n  from : text, key\n  to : text, key\n  rate : decimal\n}\n"                          \
    "enum known { USD, EUR, JPY }\n"                                                                         \
    "register few {\n  to : known, key\n  rate : decimal\n  from : known, key\n}\n"                          \
    "facts purchase {\n  requester : person\n  amount : money USD\n  currency : text\n"                      \
    "  price : money of any currency\n  advance : money EUR\n}\n"

/* Everybody's row, each entered by an entry of its own. */
static const struct {
    const char *in, *key, *other_key, *field, *value;
} ROWS[] = {
    {"employees", "ana", "", "approval_limit", "USD 5000"},
    {"employees", "ana", "", "manager", "bob"},
    {"employees", "ana", "", "trained", "yes"},
    {"employees", "bob", "", "approval_limit", "USD 20_000"},
    {"rates", "EUR", "USD", "rate", "1.08"},
};

static Arena *arena;
static const Program *program;
static Frame *frame;
static size_t asked; /* how often rows were looked up */

static bool is_row(size_t i, Index in, const Value *keys, Index field) {
    const Register *of = &program->registers[in];
    return text_is(of->name, ROWS[i].in) && text_is(of->fields[field].name, ROWS[i].field) &&
           text_is(keys[0].text, ROWS[i].key) &&
           (of->key_count == 1 || text_is(keys[1].text, ROWS[i].other_key));
}

static Held held(void *context, Index in, const Value *keys, Index field, Date on) {
    (void)context, (void)on;
    Held answer = {value_missing(), NO_ENTRY};
    asked++;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        if (!is_row(i, in, keys, field)) continue;
        Type type = program->registers[in].fields[field].type;
        ck_assert_int_eq(value_parse(arena, type, text_of(ROWS[i].value), &answer.value), VALUE_OK);
        answer.entry = 100 + (int64_t)i;
    }
    return answer;
}

/* A guard's condition with these rules. */
static Index condition(const char *written) {
    arena = arena_new(0);
    program =
        compile_rules(arena, text_format(arena, RULES "guard g before x {\n  requires %s\n}\n", written).at);
    frame = frame_new(arena, program);
    frame_read_from(frame, (Registry){NULL, held, false});
    return program->guards[0].requires[0];
}

static void give(const char *fact, const char *written) {
    Index slot = program_slot(program, NONE, text_of(fact));
    Value value;
    ck_assert_int_eq(value_parse(arena, program->slots[slot].type, text_of(written), &value), VALUE_OK);
    frame_set(frame, slot, value);
}

static Determination decided(Index unit, bool yes) {
    Determination out;
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert_int_eq(out.yes, yes);
    return out;
}

static void undetermined_without(Index unit, const char *needed) {
    Determination out;
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    TextList names = settle_names(arena, program, &out);
    ck_assert_text_is(text_join(arena, names.at, names.len, " and "), needed);
}

START_TEST(a_row_is_found_by_its_key) {
    Index unit = condition("amount <= employees[requester].approval_limit");
    give("requester", "ana");
    give("amount", "USD 5000");
    decided(unit, true);
    give("amount", "USD 5000.01");
    decided(unit, false);
    give("requester", "bob");
    decided(unit, true);
    arena_free(arena);
}
END_TEST

START_TEST(a_row_of_several_keys_is_found_by_all_of_them) {
    Index unit = condition("rates[currency, \"USD\"].rate = 1.08");
    give("currency", "EUR");
    decided(unit, true);
    give("currency", "USD");
    undetermined_without(unit, "rates[USD, USD].rate");
    arena_free(arena);
}
END_TEST

START_TEST(what_a_row_holds_can_be_the_key_of_another) {
    Index unit = condition("employees[employees[requester].manager].approval_limit >= USD 20_000");
    give("requester", "ana");
    decided(unit, true);
    give("requester", "bob");
    undetermined_without(unit, "employees[bob].manager");
    arena_free(arena);
}
END_TEST

START_TEST(a_row_that_is_not_there_is_named_and_so_is_a_key_that_nobody_has_said) {
    Index unit = condition("amount <= employees[requester].approval_limit");
    undetermined_without(unit, "requester and amount");
    give("amount", "USD 5");
    undetermined_without(unit, "requester");
    give("requester", "carl");
    undetermined_without(unit, "employees[carl].approval_limit");
    arena_free(arena);
}
END_TEST

START_TEST(without_registers_every_row_is_missing) {
    Index unit = condition("employees[requester].trained");
    give("requester", "ana");
    decided(unit, true);
    frame_read_from(frame, (Registry){0});
    undetermined_without(unit, "employees[ana].trained");
    arena_free(arena);
}
END_TEST

START_TEST(whether_a_row_holds_something_can_be_asked) {
    Index unit = condition("employees[requester].manager = missing");
    give("requester", "bob");
    decided(unit, true);
    give("requester", "ana");
    decided(unit, false);
    arena_free(arena);
}
END_TEST

START_TEST(a_key_that_does_not_apply_is_an_error_of_the_rule) {
    Index unit = condition("employees[requester].trained");
    Determination out;
    frame_set(frame, program_slot(program, NONE, TEXT("requester")), value_not_applicable());
    evaluate(frame, unit, NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_ERROR);
    ck_assert_int_eq(out.problem, PROBLEM_NOT_APPLICABLE);
    arena_free(arena);
}
END_TEST

START_TEST(what_no_side_of_a_decision_rests_on_is_not_in_its_reasons) {
    Index unit = condition("amount > USD 10 or employees[requester].trained");
    Determination out;
    Reasons reasons = {0};
    give("amount", "USD 20");
    evaluate(frame, unit, &reasons, &out);
    ck_assert(out.yes);
    for (size_t i = 0; i < reasons.len; i++) ck_assert_int_ne(reasons.at[i].kind, REASON_LOOKUP);
    arena_free(arena);
}
END_TEST

static const Tree *fact_named(const Tree *determination, const char *name) {
    const Tree *facts = tree_get(determination, "facts"), *found = NULL;
    for (size_t i = 0; i < tree_len(facts); i++) {
        if (!text_is(tree_get_text(facts->items[i], "fact"), name)) continue;
        ck_assert_msg(!found, "%s is named twice", name);
        found = facts->items[i];
    }
    ck_assert_msg(found != NULL, "%s is not named", name);
    return found;
}

static const Tree *explained(Index unit) {
    Determination out;
    Reasons reasons = {0};
    evaluate(frame, unit, &reasons, &out);
    return determination_tree(arena, program, unit, &out, &reasons);
}

START_TEST(a_value_read_is_among_the_facts_once_with_the_entry_it_came_from) {
    Index unit = condition("amount <= employees[requester].approval_limit and "
                           "amount < employees[requester].approval_limit + USD 1");
    give("requester", "ana");
    give("amount", "USD 100");
    const Tree *fact = fact_named(explained(unit), "employees[ana].approval_limit");
    ck_assert_text_is(tree_get_text(fact, "value"), "USD 5000");
    ck_assert_text_is(tree_get_text(fact, "how"), "registered");
    ck_assert_text_is(tree_get(fact, "key")->items[0]->text, "ana");
    ck_assert_int_eq(tree_get(fact, "entry")->number, 100);
    arena_free(arena);
}
END_TEST

static void would_change_at(const Tree *determination, const char *fact, const char *when, const char *to) {
    const Tree *changes = tree_get(determination, "would_change");
    for (size_t i = 0; i < tree_len(changes); i++) {
        if (!text_is(tree_get_text(changes->items[i], "fact"), fact)) continue;
        ck_assert_text_is(tree_get_text(changes->items[i], "when"), when);
        ck_assert_text_is(tree_get_text(changes->items[i], "to"), to);
        return;
    }
    ck_abort_msg("nothing is said of %s", fact);
}

START_TEST(a_near_miss_is_told_of_the_fact_and_of_what_the_register_holds) {
    Index unit = condition("amount <= employees[requester].approval_limit and employees[requester].trained");
    give("requester", "ana");
    give("amount", "USD 100");
    const Tree *determination = explained(unit);
    would_change_at(determination, "amount", "more than", "USD 5000");
    would_change_at(determination, "employees[ana].approval_limit", "less than", "USD 100");
    would_change_at(determination, "employees[ana].trained", "is", "no");
    arena_free(arena);
}
END_TEST

START_TEST(only_rows_that_are_needed_are_looked_up) {
    Index unit = condition("employees[requester].trained");
    give("requester", "ana");
    asked = 0;
    decided(unit, true);
    ck_assert_uint_eq(asked, 1);
    arena_free(arena);
}
END_TEST

/* --- rates ---------------------------------------------------------------------------------------------- */

START_TEST(an_amount_is_exact_in_another_currency) {
    Index unit = condition("price in USD at rates = USD 0.36");
    give("price", "EUR 1/3");
    decided(unit, true);
    arena_free(arena);
    unit = condition("advance in USD at rates + amount = USD 10.8");
    give("advance", "EUR 5");
    give("amount", "USD 5.4");
    decided(unit, true);
    arena_free(arena);
}
END_TEST

START_TEST(an_amount_in_its_own_currency_needs_no_rate) {
    Index unit = condition("price in USD at rates + amount in USD at rates = USD 12");
    give("price", "USD 7");
    give("amount", "USD 5");
    asked = 0;
    decided(unit, true);
    ck_assert_uint_eq(asked, 0);
    const Tree *facts = tree_get(explained(unit), "facts");
    ck_assert_uint_eq(tree_len(facts), 2);
    arena_free(arena);
}
END_TEST

/* The members of the enum, and the order of the keys, are the register's own. */
START_TEST(rates_may_be_known_by_an_enum_of_currencies) {
    Index unit = condition("advance in USD at few > USD 1");
    give("advance", "EUR 5");
    undetermined_without(unit, "few[USD, EUR].rate");
    Value keys[] = {value_member(0), value_member(1)};
    RegisterValue row = {.in = program_register(program, TEXT("few")),
                         .field = 1,
                         .keys = keys,
                         .value = value_number(TYPE_DECIMAL, number_int(2))};
    RegisterValues rows = {program, &row, 1};
    frame_read_from(frame, registry_of(&rows));
    decided(unit, true);
    arena_free(arena);
}
END_TEST

START_TEST(a_rate_that_is_not_there_is_named_and_none_is_worked_out_of_others) {
    Index unit = condition("price in EUR at rates > EUR 1");
    undetermined_without(unit, "price");
    give("price", "USD 7");
    undetermined_without(unit, "rates[USD, EUR].rate");
    give("price", "GBP 7");
    undetermined_without(unit, "rates[GBP, EUR].rate");
    arena_free(arena);
}
END_TEST

START_TEST(the_rate_is_among_the_facts_with_its_entry) {
    Index unit = condition("price in USD at rates > USD 1");
    give("price", "EUR 7");
    const Tree *fact = fact_named(explained(unit), "rates[EUR, USD].rate");
    ck_assert_text_is(tree_get_text(fact, "value"), "1.08");
    ck_assert_int_eq(tree_get(fact, "entry")->number, 104);
    arena_free(arena);
}
END_TEST

Suite *registers_test_suite(void) {
    Suite *suite = suite_create("registers");
    TCase *tests = tcase_create("reading");
    tcase_add_test(tests, a_row_is_found_by_its_key);
    tcase_add_test(tests, a_row_of_several_keys_is_found_by_all_of_them);
    tcase_add_test(tests, what_a_row_holds_can_be_the_key_of_another);
    tcase_add_test(tests, a_row_that_is_not_there_is_named_and_so_is_a_key_that_nobody_has_said);
    tcase_add_test(tests, without_registers_every_row_is_missing);
    tcase_add_test(tests, whether_a_row_holds_something_can_be_asked);
    tcase_add_test(tests, a_key_that_does_not_apply_is_an_error_of_the_rule);
    tcase_add_test(tests, what_no_side_of_a_decision_rests_on_is_not_in_its_reasons);
    tcase_add_test(tests, a_value_read_is_among_the_facts_once_with_the_entry_it_came_from);
    tcase_add_test(tests, a_near_miss_is_told_of_the_fact_and_of_what_the_register_holds);
    tcase_add_test(tests, only_rows_that_are_needed_are_looked_up);
    tcase_add_test(tests, an_amount_is_exact_in_another_currency);
    tcase_add_test(tests, an_amount_in_its_own_currency_needs_no_rate);
    tcase_add_test(tests, rates_may_be_known_by_an_enum_of_currencies);
    tcase_add_test(tests, a_rate_that_is_not_there_is_named_and_none_is_worked_out_of_others);
    tcase_add_test(tests, the_rate_is_among_the_facts_with_its_entry);
    suite_add_tcase(suite, tests);
    return suite;
}
