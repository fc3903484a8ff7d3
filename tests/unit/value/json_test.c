#include "check_more.h"
#include "value/json.h"

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

static Tree *read_json(Text text) {
    JsonError error;
    Tree *tree = json_read(arena, text, &error);
    ck_assert_msg(tree != NULL, "%.*s", TEXT_ARG(error.message));
    return tree;
}

static Text canonical(const Tree *tree) {
    Buf buf = buf_new(arena);
    json_write(&buf, tree);
    return buf_done(&buf);
}

START_TEST(a_tree_holds_what_was_put_in) {
    Tree *map = tree_map(arena);
    tree_set_text(arena, map, "name", TEXT("MedData"));
    tree_set_int(arena, map, "score", 9);
    tree_set_bool(arena, map, "personal", true);
    tree_set_text(arena, tree_add_map(arena, tree_set_list(arena, map, "reasons")), "code", TEXT("R4"));
    tree_set_map(arena, map, "empty");
    ck_assert_text_is(tree_get_text(map, "name"), "MedData");
    ck_assert_int_eq(tree_get(map, "score")->number, 9);
    ck_assert(tree_get(map, "personal")->yes);
    ck_assert_uint_eq(tree_len(tree_get(map, "reasons")), 1);
    ck_assert_text_is(tree_get_text(tree_get(map, "reasons")->items[0], "code"), "R4");
    ck_assert_uint_eq(tree_len(tree_get(map, "empty")), 0);
}
END_TEST

START_TEST(asking_for_what_is_not_there_is_harmless) {
    Tree *map = tree_map(arena);
    tree_set_text(arena, map, "name", TEXT("MedData"));
    ck_assert_ptr_null(tree_get(map, "vertical"));
    ck_assert_ptr_null(tree_get(NULL, "name"));
    ck_assert_ptr_null(tree_get(tree_get(map, "name"), "name"));
    ck_assert(text_empty(tree_get_text(map, "nothing")));
    ck_assert_uint_eq(tree_len(NULL) + tree_len(tree_get(map, "name")), 0);
}
END_TEST

START_TEST(a_key_set_again_keeps_its_place) {
    Tree *map = tree_map(arena);
    for (int64_t i = 0; i < 20; i++)
        tree_set(arena, map, text_format(arena, "k%d", (int)i), tree_int(arena, i));
    tree_set(arena, map, TEXT("k3"), tree_null(arena));
    ck_assert_uint_eq(tree_len(map), 20);
    ck_assert_int_eq(map->items[3]->kind, TREE_NULL);
    ck_assert_int_eq(map->items[19]->number, 19);
}
END_TEST

START_TEST(canonical_json_sorts_its_keys_and_has_no_space) {
    Tree *tree = read_json(TEXT("{ \"b\" : [ 1 , true , null ] ,\n \"a\" : { \"z\" : \"\" , \"B\" : false , "
                                "\"\" : -0 } , \"aa\": [] }"));
    ck_assert_text_is(canonical(tree),
                      "{\"a\":{\"\":0,\"B\":false,\"z\":\"\"},\"aa\":[],\"b\":[1,true,null]}");
    ck_assert_text_is(tree->keys[0], "b");
}
END_TEST

START_TEST(canonical_json_uses_the_shortest_escapes) {
    Buf buf = buf_new(arena);
    json_write_text(&buf, TEXT("\" \\ / \b\f\n\r\t \x01\x1f \x7f \xC3\xA9 \xE2\x80\xA8 \xF0\x9F\x99\x82"));
    ck_assert_text_is(
        buf_done(&buf),
        "\"\\\" \\\\ / \\b\\f\\n\\r\\t \\u0001\\u001f \x7f \xC3\xA9 \xE2\x80\xA8 \xF0\x9F\x99\x82\"");
}
END_TEST

START_TEST(escapes_are_read_as_what_they_stand_for) {
    Tree *tree = read_json(TEXT("\"\\u00e9\\ud83d\\ude42\\/\\\"\\u0041\\n\""));
    ck_assert_text_is(tree->text, "\xC3\xA9\xF0\x9F\x99\x82/\"A\n");
    ck_assert_text_is(canonical(tree), "\"\xC3\xA9\xF0\x9F\x99\x82/\\\"A\\n\"");
}
END_TEST

START_TEST(pretty_json_is_indented_in_the_order_of_insertion) {
    Buf buf = buf_new(arena);
    json_write_pretty(&buf, read_json(TEXT("{\"b\":[1,{\"c\":2}],\"a\":{},\"d\":[]}")));
    ck_assert_text_is(
        buf_done(&buf),
        "{\n  \"b\": [\n    1,\n    {\n      \"c\": 2\n    }\n  ],\n  \"a\": {},\n  \"d\": []\n}");
}
END_TEST

START_TEST(whole_numbers_of_53_bits_are_read) {
    ck_assert_int_eq(read_json(TEXT("9007199254740991"))->number, JSON_INT_MAX);
    ck_assert_int_eq(read_json(TEXT("-9007199254740991"))->number, -JSON_INT_MAX);
}
END_TEST

START_TEST(what_is_refused_is_told_with_its_place) {
    const struct {
        Text text;
        const char *message;
        uint32_t at;
    } cases[] = {
        {TEXT("[1, 1.5]"), "1.5 is not a whole number. Write it as a text: \"1.5\".", 4},
        {TEXT("[1e3]"), "1e3 is not a whole number. Write it as a text: \"1e3\".", 1},
        {TEXT("9007199254740992"),
         "9007199254740992 is too large for a number in JSON. Write it as a text: \"9007199254740992\".", 0},
        {TEXT("[99999999999999999999]"),
         "99999999999999999999 is too large for a number in JSON. Write it as a text: "
         "\"99999999999999999999\".",
         1},
        {TEXT("[\"\xFF\"]"), "This byte is not valid UTF-8 text.", 2},
        {TEXT("\"\0\""), "This byte is not valid UTF-8 text.", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        JsonError error;
        ck_assert_ptr_null(json_read(arena, cases[i].text, &error));
        ck_assert_text_is(error.message, cases[i].message);
        ck_assert_uint_eq(error.at, cases[i].at);
    }
}
END_TEST

START_TEST(what_is_no_json_is_refused_in_a_sentence) {
    const char *cases[][2] = {
        {"{\"a\":1,\"a\":2}", "This key stands twice in the same map."},
        {"[1,2", "The JSON text ends too early: something that was opened is not closed."},
        {"[1] 2", "There is more text here, after the JSON value has ended."},
        {"\"a\\u0000b\"", "A text must not contain the character U+0000."},
        {"{\"a\\u0000b\":1}", "A text must not contain the character U+0000."},
    };
    JsonError error;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ck_assert_ptr_null(json_read(arena, text_of(cases[i][0]), &error));
        ck_assert_text_is(error.message, cases[i][1]);
    }
    const char *bad[] = {
        "",     "{",   "]",       "{'a':1}", "[1,]",     "tru", "NaN", "\"\\ud800\"",    "01",
        "-",    "\"a", "\"\\x\"", "{1:2}",   "\"a\nb\"", "--1", "+1",  "\xEF\xBB\xBF[]", "\"a\\",
        "[1 2]"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ck_assert_msg(!json_read(arena, text_of(bad[i]), &error), "%s", bad[i]);
        ck_assert_uint_gt(error.message.len, 0);
    }
}
END_TEST

static Text nested(char open, const char *inner, char close, size_t depth) {
    Buf buf = buf_new(arena);
    buf_repeat(&buf, open, depth);
    buf_cstr(&buf, inner);
    buf_repeat(&buf, close, depth);
    return buf_done(&buf);
}

START_TEST(numbers_read_as_written_are_texts_and_lose_nothing) {
    JsonError error;
    Text text = TEXT("{\"a\": [8.50, -0.1e+3, 9007199254740993], \"b 1.5\": \"-2\"}");
    Tree *tree = json_read_as_written(arena, text, &error);
    ck_assert_ptr_nonnull(tree);
    ck_assert_text_eq(canonical(tree),
                      TEXT("{\"a\":[\"8.50\",\"-0.1e+3\",\"9007199254740993\"],\"b 1.5\":\"-2\"}"));
}
END_TEST

START_TEST(what_is_no_number_of_json_is_not_read_as_written_either) {
    const char *const wrong[] = {"[1..5]", "[01]", "[-]", "[1.]", "[.5]", "[1e]", "[1 2]", "[--1]", "[1-1]"};
    JsonError error;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(!json_read_as_written(arena, text_of(wrong[i]), &error), "%s was read", wrong[i]);
    ck_assert_ptr_null(json_read_as_written(arena, TEXT("[1, 2, x]"), &error));
    ck_assert_uint_ge(error.at, 7);
    ck_assert_uint_le(error.at, 8);
}
END_TEST

START_TEST(depth_is_bounded) {
    JsonError error;
    read_json(nested('[', "{}", ']', JSON_DEPTH - 1));
    read_json(nested('[', "\"[[[[\\\"[[[[\"", ']', JSON_DEPTH));
    ck_assert_ptr_null(json_read(arena, nested('[', "{}", ']', JSON_DEPTH), &error));
    ck_assert_text_is(error.message, "Lists and maps are nested deeper than 64 levels here.");
    ck_assert_uint_eq(error.at, JSON_DEPTH);
    ck_assert_ptr_null(json_read(arena, nested('[', "", ']', 1000000), &error));
}
END_TEST

START_TEST(canonical_json_is_read_back_the_same) {
    uint64_t chance = check_seed("canonical json");
    for (int round = 0; round < 300; round++) {
        Tree *map = tree_map(arena);
        for (uint64_t i = check_below(&chance, 12); i-- > 0;) {
            char key[4] = {(char)('a' + check_below(&chance, 26)), (char)check_below(&chance, 128), 0, 0};
            char text[3] = {(char)check_below(&chance, 128), (char)check_below(&chance, 128), 0};
            Tree *list = tree_list(arena);
            tree_add(arena, list,
                     tree_int(arena, (int64_t)(check_random(&chance) >> 11) * (round % 2 ? 1 : -1)));
            tree_add(arena, list, tree_text(arena, text_copy(arena, text_of(text))));
            tree_set(arena, map, text_copy(arena, text_of(key)), list);
        }
        Text once = canonical(map);
        ck_assert_text_eq(canonical(read_json(once)), once);
    }
}
END_TEST

typedef struct Reading {
    Arena *arena;
    Tree *tree;
} Reading;

static void read_something(void *context) {
    Reading *reading = context;
    JsonError error;
    reading->tree = json_read(reading->arena, TEXT("{\"a\":[1,2,{\"b\":\"text\"}],\"c\":\"d\"}"), &error);
}

START_TEST(running_out_of_memory_leaks_nothing) {
    Reading reading = {0};
    for (size_t after = 1; !reading.tree; after++) {
        reading.arena = arena_new(0);
        arena_fail_after(reading.arena, after);
        bool done = arena_try(reading.arena, read_something, &reading);
        ck_assert_int_eq(done, reading.tree != NULL);
        arena_free(reading.arena);
    }
}
END_TEST

Suite *json_test_suite(void) {
    Suite *suite = suite_create("json");
    TCase *tests = tcase_create("json");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_tree_holds_what_was_put_in);
    tcase_add_test(tests, asking_for_what_is_not_there_is_harmless);
    tcase_add_test(tests, a_key_set_again_keeps_its_place);
    tcase_add_test(tests, canonical_json_sorts_its_keys_and_has_no_space);
    tcase_add_test(tests, canonical_json_uses_the_shortest_escapes);
    tcase_add_test(tests, escapes_are_read_as_what_they_stand_for);
    tcase_add_test(tests, pretty_json_is_indented_in_the_order_of_insertion);
    tcase_add_test(tests, whole_numbers_of_53_bits_are_read);
    tcase_add_test(tests, what_is_refused_is_told_with_its_place);
    tcase_add_test(tests, what_is_no_json_is_refused_in_a_sentence);
    tcase_add_test(tests, numbers_read_as_written_are_texts_and_lose_nothing);
    tcase_add_test(tests, what_is_no_number_of_json_is_not_read_as_written_either);
    tcase_add_test(tests, depth_is_bounded);
    tcase_add_test(tests, canonical_json_is_read_back_the_same);
    tcase_add_test(tests, running_out_of_memory_leaks_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
