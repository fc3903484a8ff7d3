#include "check_more.h"
#include "value/json.h"
#include "value/value.h"

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

static const Text verticals[] = {TEXT_ROW("health"), TEXT_ROW("finance"), TEXT_ROW("education")};
static const EnumType vertical = {TEXT_ROW("vertical"), verticals, NULL, 3};

static const Type yes_no = {.kind = TYPE_YES_NO}, integer = {.kind = TYPE_INTEGER},
                  decimal = {.kind = TYPE_DECIMAL}, percent = {.kind = TYPE_PERCENT},
                  dollars = {.kind = TYPE_MONEY, .currency = "USD"},
                  euros = {.kind = TYPE_MONEY, .currency = "EUR"}, text_type = {.kind = TYPE_TEXT},
                  date_type = {.kind = TYPE_DATE}, instant = {.kind = TYPE_INSTANT},
                  days = {.kind = TYPE_DURATION, .unit = UNIT_DAYS},
                  hours = {.kind = TYPE_DURATION, .unit = UNIT_HOURS},
                  months = {.kind = TYPE_DURATION, .unit = UNIT_MONTHS},
                  working_days = {.kind = TYPE_DURATION, .unit = UNIT_WORKING_DAYS},
                  other_working_days = {.kind = TYPE_DURATION, .unit = UNIT_WORKING_DAYS, .calendar = 1},
                  enum_type = {.kind = TYPE_ENUM, .enumeration = &vertical}, person = {.kind = TYPE_PERSON},
                  texts = {.kind = TYPE_LIST, .element = TYPE_TEXT},
                  members = {.kind = TYPE_LIST, .element = TYPE_ENUM, .enumeration = &vertical},
                  amounts = {.kind = TYPE_LIST, .element = TYPE_MONEY, .currency = "USD"};

static Value v(Type type, const char *text) {
    Value value = value_missing();
    ck_assert_msg(value_parse(arena, type, text_of(text), &value) == VALUE_OK, "%s", text);
    return value;
}

static const struct {
    const Type *type;
    const char *text, *written;
} good[] = {
    {&yes_no, "yes", "yes"},
    {&yes_no, "no", "no"},
    {&integer, "9", "9"},
    {&integer, "9.0", "9"},
    {&decimal, "8.30", "8.3"},
    {&decimal, "1/3", "1/3"},
    {&percent, "25%", "25%"},
    {&percent, "99.90%", "99.9%"},
    {&percent, "100/3%", "100/3%"},
    {&dollars, "USD 100_000", "USD 100000"},
    {&dollars, "USD -0.50", "USD -0.5"},
    {&text_type, "any text at all", "any text at all"},
    {&text_type, "", ""},
    {&date_type, "2026-03-02", "2026-03-02"},
    {&instant, "2026-03-02T10:00:00Z", "2026-03-02T10:00:00+00:00"},
    {&working_days, "10 working days", "10 working days"},
    {&days, "2 weeks", "14 days"},
    {&months, "1 year", "12 months"},
    {&months, "-1 month", "-1 months"},
    {&hours, "1.5 hours", "1.5 hours"},
    {&hours, "1 hour", "1 hour"},
    {&enum_type, "finance", "finance"},
    {&person, "P-000123", "P-000123"},
    {&texts, "[\"a, b\", \"c\"]", "[\"a, b\",\"c\"]"},
    {&texts, "[]", "[]"},
    {&members, "[\"health\",\"education\"]", "[\"health\",\"education\"]"},
    {&amounts, "[\"USD 1_000\"]", "[\"USD 1000\"]"},
};

START_TEST(every_type_is_read_and_written_in_one_form) {
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        Value value = v(*good[i].type, good[i].text), again;
        Text written = value_to_text(arena, *good[i].type, value);
        ck_assert_text_is(written, good[i].written);
        ck_assert_int_eq(value_parse(arena, *good[i].type, written, &again), VALUE_OK);
        ck_assert(value_equal(value, again));
    }
}
END_TEST

START_TEST(every_value_survives_an_entry) {
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        Value value = v(*good[i].type, good[i].text), again;
        Buf buf = buf_new(arena);
        json_write(&buf, value_to_tree(arena, *good[i].type, value));
        JsonError error;
        const Tree *tree = json_read(arena, buf_done(&buf), &error);
        ck_assert_int_eq(value_from_tree(arena, *good[i].type, tree, &again), VALUE_OK);
        ck_assert(value_equal(value, again));
    }
}
END_TEST

START_TEST(what_is_no_such_value_is_told_apart) {
    const struct {
        const Type *type;
        const char *text;
        ValueError error;
    } cases[] = {
        {&yes_no, "Yes", VALUE_WRONG_KIND},
        {&yes_no, "true", VALUE_WRONG_KIND},
        {&integer, "9.5", VALUE_NOT_WHOLE},
        {&integer, "nine", VALUE_WRONG_KIND},
        {&decimal, "25%", VALUE_WRONG_KIND},
        {&decimal, "1/0", VALUE_WRONG_KIND},
        {&percent, "25", VALUE_NEEDS_PERCENT},
        {&percent, "0.25", VALUE_NEEDS_PERCENT},
        {&percent, "many", VALUE_WRONG_KIND},
        {&percent, "25 %", VALUE_WRONG_KIND},
        {&percent, "%", VALUE_WRONG_KIND},
        {&dollars, "EUR 5", VALUE_WRONG_CURRENCY},
        {&dollars, "5", VALUE_WRONG_KIND},
        {&dollars, "USD", VALUE_WRONG_KIND},
        {&dollars, "USD  5", VALUE_WRONG_KIND},
        {&dollars, "usd 5", VALUE_WRONG_KIND},
        {&dollars, "US Dollars", VALUE_WRONG_KIND},
        {&date_type, "2026-02-30", VALUE_NO_SUCH_DAY},
        {&date_type, "2026-2-3", VALUE_WRONG_KIND},
        {&instant, "2026-02-30T10:00:00Z", VALUE_NO_SUCH_DAY},
        {&instant, "2026-02-03", VALUE_WRONG_KIND},
        {&instant, "2026-02-03T10:00", VALUE_WRONG_KIND},
        {&days, "10 sleeps", VALUE_WRONG_KIND},
        {&days, "10 working days", VALUE_WRONG_KIND},
        {&days, "10", VALUE_WRONG_KIND},
        {&days, "1.5 days", VALUE_NOT_WHOLE},
        {&enum_type, "retail", VALUE_NO_SUCH_MEMBER},
        {&person, "", VALUE_WRONG_KIND},
        {&texts, "a, b", VALUE_WRONG_KIND},
        {&texts, "[1]", VALUE_WRONG_KIND},
        {&texts, "[null]", VALUE_WRONG_KIND},
        {&members, "[\"retail\"]", VALUE_NO_SUCH_MEMBER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Value value = value_date(7);
        ValueError error = value_parse(arena, *cases[i].type, text_of(cases[i].text), &value);
        ck_assert_msg(error == cases[i].error, "%s gives %d", cases[i].text, (int)error);
        ck_assert(value_equal(value, value_date(7)));
    }
}
END_TEST

START_TEST(a_number_past_the_bound_is_too_large_in_every_type) {
    Buf buf = buf_new(arena);
    buf_repeat(&buf, '9', 400);
    Text nines = buf_done(&buf);
    Value value;
    ck_assert_int_eq(value_parse(arena, integer, nines, &value), VALUE_TOO_LARGE);
    ck_assert_int_eq(value_parse(arena, decimal, nines, &value), VALUE_TOO_LARGE);
    ck_assert_int_eq(value_parse(arena, percent, text_format(arena, "%s%%", nines.at), &value),
                     VALUE_TOO_LARGE);
    ck_assert_int_eq(value_parse(arena, dollars, text_format(arena, "USD %s", nines.at), &value),
                     VALUE_TOO_LARGE);
}
END_TEST

START_TEST(missing_and_not_applicable_stay_apart) {
    Value value;
    ck_assert_int_eq(value_from_tree(arena, integer, tree_null(arena), &value), VALUE_OK);
    ck_assert(value_equal(value, value_missing()) && !value_known(value));
    ck_assert(value_equal(value_missing(), (Value){0}));
    ck_assert(!value_equal(value_missing(), value_not_applicable()));
    ck_assert(!value_equal(value_missing(), value_yes_no(false)));
    ck_assert_text_is(value_to_text(arena, integer, value_missing()), "missing");
    ck_assert_text_is(value_to_text(arena, integer, value_not_applicable()), "not applicable");
    ck_assert_int_eq(value_to_tree(arena, integer, value_missing())->kind, TREE_NULL);
    ck_assert_int_eq(value_to_tree(arena, yes_no, value_yes_no(true))->kind, TREE_BOOL);
    ck_assert_int_eq(value_to_tree(arena, yes_no, value_not_applicable())->kind, TREE_TEXT);
    Type often = integer;
    often.may_not_apply = true;
    Tree *said = value_to_tree(arena, often, value_not_applicable());
    ck_assert_int_eq(value_from_tree(arena, often, said, &value), VALUE_OK);
    ck_assert(value_equal(value, value_not_applicable()));
    ck_assert_int_eq(value_from_tree(arena, integer, said, &value), VALUE_APPLIES);
    ck_assert_int_eq(value_from_tree(arena, (Type){.kind = TYPE_TEXT}, said, &value), VALUE_APPLIES);
}
END_TEST

START_TEST(a_tree_gives_only_what_the_type_allows) {
    Value value;
    ck_assert_int_eq(value_from_tree(arena, integer, tree_int(arena, 9), &value), VALUE_OK);
    ck_assert(value_equal(value, v(integer, "9")));
    ck_assert_int_eq(value_from_tree(arena, percent, tree_int(arena, 25), &value), VALUE_NEEDS_PERCENT);
    ck_assert_int_eq(value_from_tree(arena, dollars, tree_int(arena, 25), &value), VALUE_WRONG_KIND);
    ck_assert_int_eq(value_from_tree(arena, text_type, tree_bool(arena, true), &value), VALUE_WRONG_KIND);
    ck_assert_int_eq(value_from_tree(arena, text_type, tree_map(arena), &value), VALUE_WRONG_KIND);
    ck_assert_int_eq(value_from_tree(arena, text_type, tree_list(arena), &value), VALUE_WRONG_KIND);
    ck_assert_int_eq(value_from_tree(arena, texts, tree_text(arena, TEXT("[]")), &value), VALUE_WRONG_KIND);
}
END_TEST

START_TEST(values_are_compared_by_what_they_are) {
    ck_assert_int_eq(value_compare(v(decimal, "0.5"), v(decimal, "1/2")), 0);
    ck_assert_int_eq(value_compare(v(percent, "25%"), v(percent, "26%")), -1);
    ck_assert_int_eq(value_compare(v(dollars, "USD 2"), v(dollars, "USD 1")), 1);
    ck_assert(!value_equal(v(dollars, "USD 1"), v(euros, "EUR 1")));
    ck_assert(!value_equal(v(integer, "1"), v(decimal, "1")));
    ck_assert_int_eq(value_compare(v(date_type, "2026-01-01"), v(date_type, "2026-01-02")), -1);
    ck_assert(value_equal(v(instant, "2026-03-02T10:00:00-05:00"), v(instant, "2026-03-02T15:00:00Z")));
    ck_assert(value_equal(v(days, "1 week"), v(days, "7 days")));
    ck_assert(value_equal(v(months, "1 year"), v(months, "12 months")));
    ck_assert(!value_equal(v(months, "1 month"), v(days, "30 days")));
    ck_assert(!value_equal(v(working_days, "5 working days"), v(days, "5 days")));
    ck_assert_int_eq(value_compare(v(hours, "1/3 hours"), v(hours, "1/2 hours")), -1);
    ck_assert(value_equal(v(texts, "[\"a\"]"), v(texts, "[ \"a\" ]")) &&
              !value_equal(v(texts, "[\"a\"]"), v(texts, "[]")));
    ck_assert(!value_equal(v(person, "a"), v(text_type, "a")));
}
END_TEST

START_TEST(types_are_told_apart_and_named) {
    ck_assert(type_equal(dollars, dollars) && !type_equal(dollars, euros) && !type_equal(integer, decimal));
    ck_assert(type_equal(members, members) && !type_equal(members, texts));
    ck_assert(type_is_numeric(percent) && !type_is_numeric(dollars) && type_is_ordered(dollars));
    ck_assert(type_is_ordered(date_type) && !type_is_ordered(enum_type) && type_is_ordered(days));
    ck_assert(!type_equal(days, months) && !type_equal(working_days, other_working_days));
    ck_assert_text_is(type_text(arena, working_days), "working_days");
    ck_assert_text_is(type_text(arena, dollars), "money USD");
    ck_assert_text_is(type_text(arena, enum_type), "vertical");
    ck_assert_text_is(type_text(arena, texts), "list of text");
    ck_assert_text_is(type_text(arena, members), "list of vertical");
    ck_assert_text_is(type_text(arena, amounts), "list of money USD");
    ck_assert_text_is(type_text(arena, yes_no), "yes_no");
    ck_assert_uint_eq(sizeof(Value), 24);
}
END_TEST

START_TEST(a_copy_outlives_the_arena_it_came_from) {
    const Type *types[] = {&texts, &decimal, &text_type, &dollars};
    const char *written[] = {"[\"a\",\"b\"]", "100000000000000000000/3", "long text",
                             "USD 100000000000000000000.5"};
    for (int i = 0; i < 4; i++) {
        Arena *other = arena_new(0);
        Value value;
        Text text = text_copy(other, text_of(written[i]));
        ck_assert_int_eq(value_parse(other, *types[i], text, &value), VALUE_OK);
        value = value_copy(arena, value);
        arena_free(other);
        ck_assert_text_is(value_to_text(arena, *types[i], value), written[i]);
    }
    ck_assert(value_equal(value_copy(arena, value_missing()), value_missing()));
}
END_TEST

Suite *value_test_suite(void) {
    Suite *suite = suite_create("value");
    TCase *tests = tcase_create("value");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, every_type_is_read_and_written_in_one_form);
    tcase_add_test(tests, every_value_survives_an_entry);
    tcase_add_test(tests, what_is_no_such_value_is_told_apart);
    tcase_add_test(tests, a_number_past_the_bound_is_too_large_in_every_type);
    tcase_add_test(tests, missing_and_not_applicable_stay_apart);
    tcase_add_test(tests, a_tree_gives_only_what_the_type_allows);
    tcase_add_test(tests, values_are_compared_by_what_they_are);
    tcase_add_test(tests, types_are_told_apart_and_named);
    tcase_add_test(tests, a_copy_outlives_the_arena_it_came_from);
    suite_add_tcase(suite, tests);
    return suite;
}
