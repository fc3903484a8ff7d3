/* What replay keeps in memory instead of the store's projections has to answer as the store does. */
#include "../scratch.h"
#include "service/memory.h"

static Memory *memory;

static void set_up(void) {
    scratch_set_up();
    memory = memory_new(scratch_arena);
    ck_assert_ptr_nonnull(memory);
}

static void put(const char *space, const char *key, const char *value) {
    ck_assert(memory_put(memory, text_of(space), text_of(key), text_of(value)));
}

static void holds(const char *space, const char *key, const char *value) {
    Text found;
    ck_assert_msg(memory_get(memory, text_of(space), text_of(key), &found), "%s is not there", key);
    ck_assert_text_is(found, value);
}

static void lacks(const char *space, const char *key) {
    Text found;
    ck_assert_msg(!memory_get(memory, text_of(space), text_of(key), &found), "%s is there", key);
}

START_TEST(what_was_put_last_is_what_is_there) {
    put("case", "a", "first");
    put("case", "a", "the second, and longer");
    holds("case", "a", "the second, and longer");
    put("case", "a", "3");
    holds("case", "a", "3");
}
END_TEST

START_TEST(an_empty_value_removes_and_removing_what_is_not_there_does_nothing) {
    put("case", "a", "1");
    put("case", "b", "2");
    put("case", "a", "");
    put("case", "c", "");
    put("nowhere", "a", "");
    lacks("case", "a");
    holds("case", "b", "2");
    put("case", "a", "again");
    holds("case", "a", "again");
}
END_TEST

START_TEST(spaces_are_apart_and_a_key_is_its_bytes) {
    Text found;
    put("case", "a", "a case");
    put("meeting", "a", "a meeting");
    holds("case", "a", "a case");
    holds("meeting", "a", "a meeting");
    lacks("motion", "a");
    lacks("case", "");
    lacks("case", "a ");
    Text odd = {"a\0b", 3};
    ck_assert(memory_put(memory, TEXT("case"), odd, TEXT("with a NUL")));
    ck_assert(memory_get(memory, TEXT("case"), odd, &found));
    ck_assert_text_is(found, "with a NUL");
    holds("case", "a", "a case");
}
END_TEST

START_TEST(walking_goes_by_the_order_of_bytes_from_any_place) {
    static const char *const keys[] = {"b", "a", "\xc3\xa4", "B", "aa", "a b"};
    static const char *const sorted[] = {"B", "a", "a b", "aa", "b", "\xc3\xa4"};
    for (size_t i = 0; i < 6; i++) put("case", keys[i], keys[i]);
    Text key, value, from = {0};
    for (size_t i = 0; i < 6; i++) {
        ck_assert(memory_next(memory, TEXT("case"), from, &key, &value));
        ck_assert_text_is(key, sorted[i]);
        ck_assert_text_is(value, sorted[i]);
        from = text_format(scratch_arena, "%.*s%c", TEXT_ARG(key), 1);
    }
    ck_assert(!memory_next(memory, TEXT("case"), from, &key, &value));
    ck_assert(!memory_next(memory, TEXT("motion"), (Text){0}, &key, &value));
}
END_TEST

START_TEST(a_space_whose_name_is_too_long_or_one_too_many_is_refused) {
    ck_assert(!memory_put(memory, TEXT("a name of a space that is long"), TEXT("a"), TEXT("1")));
    int made = 0;
    while (made < 1000 &&
           memory_put(memory, text_format(scratch_arena, "space%d", made), TEXT("a"), TEXT("1")))
        made++;
    ck_assert_int_ge(made, 16);
    ck_assert_int_lt(made, 1000);
    holds("space0", "a", "1");
}
END_TEST

enum { KEYS = 40 };

/* Against an array as plain as can be. */
START_TEST(whatever_is_done_in_whatever_order_it_answers_as_a_plain_array) {
    uint64_t seed = check_seed("memory");
    int plain[KEYS] = {0};
    char key[16], value[16];
    for (int i = 0; i < 4000; i++) {
        uint64_t which = check_below(&seed, KEYS);
        snprintf(key, sizeof key, "%02d", (int)which);
        plain[which] = check_below(&seed, 3) == 0 ? 0 : i + 1;
        snprintf(value, sizeof value, "%d", plain[which]);
        put("case", key, plain[which] ? value : "");
        which = check_below(&seed, KEYS);
        snprintf(key, sizeof key, "%02d", (int)which);
        Text found_key, found;
        uint64_t next = which;
        while (next < KEYS && !plain[next]) next++;
        bool there = memory_next(memory, TEXT("case"), text_of(key), &found_key, &found);
        ck_assert_int_eq(there, next < KEYS);
        if (!there) continue;
        snprintf(key, sizeof key, "%02d", (int)next);
        snprintf(value, sizeof value, "%d", plain[next]);
        ck_assert_text_is(found_key, key);
        ck_assert_text_is(found, value);
    }
}
END_TEST

Suite *remembering_suite(void) {
    Suite *suite = suite_create("projections in memory");
    TCase *tests = tcase_create("memory");
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, what_was_put_last_is_what_is_there);
    tcase_add_test(tests, an_empty_value_removes_and_removing_what_is_not_there_does_nothing);
    tcase_add_test(tests, spaces_are_apart_and_a_key_is_its_bytes);
    tcase_add_test(tests, walking_goes_by_the_order_of_bytes_from_any_place);
    tcase_add_test(tests, a_space_whose_name_is_too_long_or_one_too_many_is_refused);
    tcase_add_test(tests, whatever_is_done_in_whatever_order_it_answers_as_a_plain_array);
    suite_add_tcase(suite, tests);
    return suite;
}
