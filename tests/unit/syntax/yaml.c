/* The reader of YAML: places, what plain words mean, and what is refused. */
#include "reading.h"
#include "value/value.h"

static Tree *read_yaml(Reading *reading) {
    return parse_yaml(reading->arena, reading->sources, 0, reading->diagnostics);
}

static Text words_of(const Reading *reading, const Tree *node) {
    return source_text(reading->sources, (Span){0, node->start, node->end});
}

/* Reads the text, which must be refused once, with this code at these words. */
static void refused(Text text, DiagnosticCode code, const char *words) {
    Reading reading = reading_of(text);
    ck_assert_ptr_null(read_yaml(&reading));
    ck_assert_uint_eq(reading.diagnostics->all.len, 1);
    const Diagnostic *found = &reading.diagnostics->all.at[0];
    ck_assert_msg(found->code == code, "%.*s", TEXT_ARG(reading_sentence(&reading, 0)));
    ck_assert_text_is(source_text(reading.sources, found->at), words);
    ck_assert(!text_empty(reading_sentence(&reading, 0)));
    arena_free(reading.arena);
}

START_TEST(a_node_knows_its_bytes_behind_letters_of_several_bytes) {
    Reading reading =
        reading_of(TEXT("title: Ünïcode \xF0\x9F\x8F\x9B – so\r\nnext: {lost: \"x ö\", won: here}\r\n"));
    const Tree *root = read_yaml(&reading);
    ck_assert_ptr_nonnull(root);
    ck_assert_text_is(words_of(&reading, tree_get(root, "title")), "Ünïcode \xF0\x9F\x8F\x9B – so");
    const Tree *next = tree_get(root, "next");
    ck_assert_text_is(words_of(&reading, next), "{lost: \"x ö\", won: here}");
    ck_assert_text_is(words_of(&reading, tree_get(next, "lost")), "\"x ö\"");
    ck_assert_text_is(words_of(&reading, tree_get(next, "won")), "here");
    ck_assert_text_is(source_text(reading.sources, (Span){0, next->key_starts[1], next->key_starts[1] + 3}),
                      "won");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_byte_order_mark_moves_no_place) {
    Reading reading = reading_of(TEXT("\xEF\xBB\xBF"
                                      "key: word\n"));
    const Tree *root = read_yaml(&reading);
    ck_assert_ptr_nonnull(root);
    ck_assert_text_is(words_of(&reading, tree_get(root, "key")), "word");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_block_ends_with_its_last_item_and_not_where_the_next_begins) {
    Reading reading = reading_of(TEXT("a:\n  - x\n  - y z\n\n# a comment\nb: 1\n"));
    const Tree *root = read_yaml(&reading);
    ck_assert_text_is(words_of(&reading, tree_get(root, "a")), "- x\n  - y z");
    ck_assert_text_is(words_of(&reading, root), "a:\n  - x\n  - y z\n\n# a comment\nb: 1");
    arena_free(reading.arena);
}
END_TEST

START_TEST(plain_words_stay_as_they_were_written) {
    static const char *const words[] = {"no",  "yes", "true",       "1.0",  "007",
                                        "25%", "1e3", "2026-01-01", "Null", "12:30"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Arena *arena = arena_new(0);
        Reading reading = reading_of(text_format(arena, "fact: %s", words[i]));
        const Tree *fact = tree_get(read_yaml(&reading), "fact");
        ck_assert_int_eq(fact->kind, TREE_TEXT);
        ck_assert(!fact->quoted);
        ck_assert_text_is(fact->text, words[i]);
        arena_free(reading.arena);
        arena_free(arena);
    }
}
END_TEST

START_TEST(nothing_is_null_a_tilde_or_no_text_but_not_in_quotes) {
    Reading reading = reading_of(TEXT("a: null\nb: ~\nc:\nd: 'null'\ne: \"\"\n"));
    const Tree *root = read_yaml(&reading);
    for (const char *key = "a\0b\0c\0"; *key; key += 2)
        ck_assert_int_eq(tree_get(root, key)->kind, TREE_NULL);
    ck_assert_int_eq(tree_get(root, "d")->kind, TREE_TEXT);
    ck_assert(tree_get(root, "d")->quoted);
    ck_assert_text_is(tree_get(root, "e")->text, "");
    ck_assert_int_eq(tree_get(root, "e")->kind, TREE_TEXT);
    arena_free(reading.arena);
}
END_TEST

START_TEST(json_is_read_too) {
    Reading reading = reading_of(TEXT("{\"yes\":true,\"list\":[1,\"a\\u00e9\\/\"],\n\t\"none\":null}"));
    const Tree *root = read_yaml(&reading);
    ck_assert_ptr_nonnull(root);
    ck_assert_text_is(tree_get(root, "yes")->text, "true");
    ck_assert_text_is(tree_get(root, "list")->items[1]->text, "aé/");
    ck_assert_int_eq(tree_get(root, "none")->kind, TREE_NULL);
    arena_free(reading.arena);
}
END_TEST

START_TEST(the_type_of_a_fact_decides_what_a_plain_word_is) {
    Reading reading = reading_of(TEXT("a: no\n"));
    const Tree *no = tree_get(read_yaml(&reading), "a");
    Value value;
    ck_assert_int_eq(value_from_tree(reading.arena, (Type){.kind = TYPE_YES_NO}, no, &value), VALUE_OK);
    ck_assert(!value.yes);
    ck_assert_int_eq(value_from_tree(reading.arena, (Type){.kind = TYPE_TEXT}, no, &value), VALUE_OK);
    ck_assert_text_is(value.text, "no");
    arena_free(reading.arena);
}
END_TEST

START_TEST(an_empty_file_is_nothing) {
    Reading reading = reading_of(TEXT("# only a comment\n"));
    ck_assert_int_eq(read_yaml(&reading)->kind, TREE_NULL);
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_key_that_stands_twice_is_refused_with_both_places) {
    Reading reading = reading_of(TEXT("a: 1\nb: {c: 1, c: 2}\na: 3\n"));
    ck_assert_ptr_null(read_yaml(&reading));
    ck_assert_uint_eq(reading.diagnostics->all.len, 2);
    const Diagnostic *last = &reading.diagnostics->all.at[1];
    ck_assert_uint_eq(last->at.start, 21);
    ck_assert_uint_eq(last->other.end, 1);
    arena_free(reading.arena);
}
END_TEST

START_TEST(what_could_make_a_small_file_large_is_refused) {
    refused(TEXT("a: &x 1\n"), DIAG_YAML_NOT_READ, "&x 1");
    refused(TEXT("a: *x\n"), DIAG_YAML_NOT_READ, "*x");
    refused(TEXT("&x a: 1\n"), DIAG_YAML_NOT_READ, "&x a");
    refused(TEXT("*x : 1\n"), DIAG_YAML_NOT_READ, "*x");
    refused(TEXT("a: &x [1]\n"), DIAG_YAML_NOT_READ, "&x [");
}
END_TEST

START_TEST(what_two_readers_could_read_in_two_ways_is_refused) {
    refused(TEXT("a: !!str no\n"), DIAG_YAML_NOT_READ, "!!str no");
    refused(TEXT("a: 1\n---\nb: 2\n"), DIAG_YAML_NOT_READ, "---");
    refused(TEXT("[a, b]: 1\n"), DIAG_YAML_NOT_READ, "[");
    refused(TEXT("{{a: 1}: 1}\n"), DIAG_YAML_NOT_READ, "{");
}
END_TEST

START_TEST(what_is_no_yaml_is_refused_where_it_stops_being_it) {
    refused(TEXT("a: [1, 2\nb: 3\n"), DIAG_BAD_YAML, ":");
    refused(TEXT("a:\n\tb: 1\n"), DIAG_BAD_YAML, "\t");
    refused(TEXT("ä: b: c\n"), DIAG_BAD_YAML, ":");
    refused(TEXT("a: \"open\n"), DIAG_BAD_YAML, "");
    refused(TEXT("ä: \x01\n"), DIAG_BAD_YAML, "\x01");
}
END_TEST

START_TEST(what_an_author_gets_wrong_most_often_has_a_mend) {
    Reading reading = reading_of(TEXT("a:\n\tb: 1\n"));
    ck_assert_ptr_null(read_yaml(&reading));
    ck_assert_text_is(reading_mend(&reading, 0),
                      "indent with spaces, not tabs; a text that begins with a sign goes in quotes");
    arena_free(reading.arena);
}
END_TEST

START_TEST(what_is_not_utf8_is_refused) {
    refused(TEXT("a: \xFF\n"), DIAG_NOT_UTF8, "\xFF");
    refused(TEXT("a: \xED\xA0\x80\n"), DIAG_NOT_UTF8, "\xED");
}
END_TEST

START_TEST(a_nul_is_refused_as_what_is_not_utf8) {
    Reading reading = reading_of((Text){"a: \0b", 5});
    ck_assert_ptr_null(read_yaml(&reading));
    ck_assert_text_is(reading_sentence(&reading, 0),
                      "this file is not UTF-8 text: on line 1 byte 0x00 is not part of a character");
    ck_assert_uint_eq(reading.diagnostics->all.at[0].at.start, 3);
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_file_past_the_limit_is_refused_unread) {
    char *large = calloc(1, RULE_FILE_MAX + 1);
    ck_assert_ptr_nonnull(large);
    large[0] = 'a';
    refused((Text){large, RULE_FILE_MAX + 1}, DIAG_FILE_TOO_LARGE, "a");
    free(large);
}
END_TEST

/* `open` so many times, one in the other. */
static Text nested(Arena *arena, const char *open, size_t times) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < times; i++) buf_cstr(&buf, open);
    return buf_done(&buf);
}

START_TEST(nesting_has_a_limit_however_it_is_written) {
    Arena *arena = arena_new(0);
    refused(nested(arena, "[", 10000), DIAG_YAML_TOO_DEEP, "[");
    refused(nested(arena, "- ", 10000), DIAG_YAML_TOO_DEEP, "-");
    refused(nested(arena, "{a: ", 10000), DIAG_YAML_TOO_DEEP, "{");
    arena_free(arena);
}
END_TEST

START_TEST(nesting_up_to_the_limit_is_read) {
    Arena *arena = arena_new(0);
    Buf buf = buf_new(arena);
    buf_repeat(&buf, '[', NESTING_MAX);
    buf_repeat(&buf, ']', NESTING_MAX);
    Reading reading = reading_of(buf_done(&buf));
    ck_assert_ptr_nonnull(read_yaml(&reading));
    arena_free(reading.arena);
    arena_free(arena);
}
END_TEST

static void read_in(void *context) {
    Arena *arena = context;
    Sources *sources = sources_new(arena);
    sources_add(sources, TEXT("a.yaml"), TEXT("a: [x, {b: c}]\nd: \"e\"\nd: *f\n"));
    parse_yaml(arena, sources, 0, diagnostics_new(arena));
}

START_TEST(when_memory_runs_out_nothing_is_left_behind) {
    bool done = false;
    for (size_t after = 1; !done; after++) {
        Arena *arena = arena_new(0);
        arena_fail_after(arena, after);
        done = arena_try(arena, read_in, arena);
        arena_free(arena);
        ck_assert_uint_lt(after, 10000);
    }
}
END_TEST

Suite *yaml_suite(void) {
    Suite *suite = suite_create("yaml");
    TCase *tests = tcase_create("yaml");
    tcase_add_test(tests, a_node_knows_its_bytes_behind_letters_of_several_bytes);
    tcase_add_test(tests, a_byte_order_mark_moves_no_place);
    tcase_add_test(tests, a_block_ends_with_its_last_item_and_not_where_the_next_begins);
    tcase_add_test(tests, plain_words_stay_as_they_were_written);
    tcase_add_test(tests, nothing_is_null_a_tilde_or_no_text_but_not_in_quotes);
    tcase_add_test(tests, json_is_read_too);
    tcase_add_test(tests, the_type_of_a_fact_decides_what_a_plain_word_is);
    tcase_add_test(tests, an_empty_file_is_nothing);
    tcase_add_test(tests, a_key_that_stands_twice_is_refused_with_both_places);
    tcase_add_test(tests, what_could_make_a_small_file_large_is_refused);
    tcase_add_test(tests, what_two_readers_could_read_in_two_ways_is_refused);
    tcase_add_test(tests, what_is_no_yaml_is_refused_where_it_stops_being_it);
    tcase_add_test(tests, what_an_author_gets_wrong_most_often_has_a_mend);
    tcase_add_test(tests, what_is_not_utf8_is_refused);
    tcase_add_test(tests, a_nul_is_refused_as_what_is_not_utf8);
    tcase_add_test(tests, a_file_past_the_limit_is_refused_unread);
    tcase_add_test(tests, nesting_has_a_limit_however_it_is_written);
    tcase_add_test(tests, nesting_up_to_the_limit_is_read);
    tcase_add_test(tests, when_memory_runs_out_nothing_is_left_behind);
    suite_add_tcase(suite, tests);
    return suite;
}
