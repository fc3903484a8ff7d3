#include "base/map.h"
#include "check_more.h"

START_TEST(an_empty_map_has_nothing) {
    Map map = {0};
    ck_assert_ptr_null(map_get(&map, TEXT("clerk")));
    ck_assert_ptr_null(map_get(&map, TEXT("")));
}
END_TEST

START_TEST(a_map_finds_every_key_and_keeps_their_order) {
    Arena *arena = arena_new(0);
    Map map = {0};
    enum { COUNT = 5000 };
    int *values = arena_array(arena, int, COUNT);
    for (int i = 0; i < COUNT; i++) {
        values[i] = i;
        map_set(arena, &map, text_format(arena, "member of a board, number %d", i), &values[i]);
    }
    ck_assert_uint_eq(map.len, COUNT);
    for (int i = 0; i < COUNT; i++) {
        Text key = text_format(arena, "member of a board, number %d", i);
        ck_assert_ptr_eq(map_get(&map, key), &values[i]);
        ck_assert_text_eq(map.items[i].key, key);
    }
    ck_assert_ptr_null(map_get(&map, TEXT("member of a board, number 5000")));
    arena_free(arena);
}
END_TEST

START_TEST(room_made_for_keys_beforehand_changes_nothing_that_is_found) {
    Arena *arena = arena_new(0);
    Map map = {0};
    int first, others[100];
    map_set(arena, &map, TEXT("chair"), &first);
    map_reserve(arena, &map, 100);
    const MapItem *items = map.items;
    for (int i = 0; i < 100; i++) map_set(arena, &map, text_format(arena, "member %d", i), &others[i]);
    ck_assert_ptr_eq(map.items, items);
    ck_assert_ptr_eq(map_get(&map, TEXT("chair")), &first);
    for (int i = 0; i < 100; i++)
        ck_assert_ptr_eq(map_get(&map, text_format(arena, "member %d", i)), &others[i]);
    arena_free(arena);
}
END_TEST

START_TEST(setting_a_key_again_replaces_its_value) {
    Arena *arena = arena_new(0);
    Map map = {0};
    int old, new;
    map_set(arena, &map, TEXT("chair"), &old);
    map_set(arena, &map, TEXT(""), &old);
    map_set(arena, &map, TEXT("chair"), &new);
    ck_assert_uint_eq(map.len, 2);
    ck_assert_ptr_eq(map_get(&map, TEXT("chair")), &new);
    ck_assert_ptr_eq(map_get(&map, TEXT("")), &old);
    arena_free(arena);
}
END_TEST

Suite *map_test_suite(void) {
    Suite *suite = suite_create("map");
    TCase *tests = tcase_create("map");
    tcase_add_test(tests, an_empty_map_has_nothing);
    tcase_add_test(tests, a_map_finds_every_key_and_keeps_their_order);
    tcase_add_test(tests, room_made_for_keys_beforehand_changes_nothing_that_is_found);
    tcase_add_test(tests, setting_a_key_again_replaces_its_value);
    suite_add_tcase(suite, tests);
    return suite;
}
