/* The documents that the program makes nothing of, as docs/json.md has them; the others are held to that page
 * by a flow. */
#include "story.h"
#include <sys/stat.h>

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
}

/* Exactly these keys, in this order. */
static void has_keys(const bylaw_node *document, size_t count, const char *const *keys) {
    ck_assert_uint_eq(bylaw_count(document), count);
    for (size_t i = 0; i < count; i++) ck_assert_str_eq(bylaw_item_key(document, i), keys[i]);
}

START_TEST(a_formatted_file_is_answered_with_whether_it_changed_and_where_first) {
    static const char *const keys[] = {"kind", "path", "changed", "line", "was", "becomes", "text"};
    static const char ragged[] = "enum  x{\na\n}\n";
    bylaw_result *result = bylaw_format("a.bylaw", ragged, sizeof ragged - 1);
    const bylaw_node *document = bylaw_result_document(result);
    ck_assert_str_eq(bylaw_result_kind(result), "format");
    has_keys(document, 7, keys);
    ck_assert(bylaw_get_bool(document, "changed"));
    ck_assert_int_eq(bylaw_get_integer(document, "line"), 1);
    ck_assert_str_eq(bylaw_get_text(document, "was"), "enum  x{");
    ck_assert_str_eq(bylaw_get_text(document, "becomes"), "enum x {");
    const char *text = bylaw_get_text(document, "text");
    bylaw_result *again = bylaw_format("a.bylaw", text, strlen(text));
    ck_assert(!bylaw_get_bool(bylaw_result_document(again), "changed"));
    bylaw_free(again);
    bylaw_free(result);
}
END_TEST

START_TEST(a_key_and_a_book_are_answered_with_their_files) {
    static const char *const of_key[] = {"kind", "path"}, *const of_book[] = {"kind", "path", "origin"};
    bylaw_key *key = NULL;
    bylaw_book *book = NULL;
    story_told(path, 0);
    bylaw_result *result = bylaw_key_open(story_path("book.key"), &key);
    has_keys(bylaw_result_document(result), 2, of_key);
    bylaw_free(result);
    bylaw_key_free(key);
    result = bylaw_book_open(path, false, &world.host, &book);
    has_keys(bylaw_result_document(result), 3, of_book);
    bylaw_free(result);
    bylaw_book_close(book);
}
END_TEST

START_TEST(what_is_not_there_is_read_as_something_harmless) {
    bylaw_result *result = bylaw_version();
    const bylaw_node *document = bylaw_result_document(result), *nothing = bylaw_get(document, "nothing");
    ck_assert_ptr_null(nothing);
    ck_assert_int_eq(bylaw_kind(nothing), BYLAW_NULL);
    ck_assert_uint_eq(bylaw_count(nothing), 0);
    ck_assert_ptr_null(bylaw_item(document, 1000));
    ck_assert_str_eq(bylaw_item_key(document, 1000), "");
    ck_assert_str_eq(bylaw_get_text(document, "semantics"), ""); /* a number */
    ck_assert_int_eq(bylaw_get_integer(document, "version"), 0); /* a text */
    ck_assert(!bylaw_get_bool(document, "version"));
    ck_assert_int_eq(bylaw_result_code(NULL), BYLAW_CANNOT);
    ck_assert_str_eq(bylaw_result_kind(NULL), "");
    size_t length = 0;
    ck_assert_uint_eq(strlen(bylaw_result_json(NULL, &length)), length);
    bylaw_free(result);
    bylaw_free(NULL);
}
END_TEST

START_TEST(a_book_that_is_none_is_refused_by_name) {
    static const char *const wrong[] = {"nowhere", "text", "folder"};
    story_write(story_path("text"), TEXT("not a book\n"));
    ck_assert_int_eq(mkdir(story_path("folder"), 0700), 0);
    for (size_t i = 0; i < 3; i++)
        for (int write = 0; write < 2; write++) {
            bylaw_book *book = NULL;
            bylaw_result *result = bylaw_book_open(story_path(wrong[i]), write, &world.host, &book);
            ck_assert_ptr_null(book);
            ck_assert_says(result_ends(result, BYLAW_CANNOT), wrong[i]);
        }
}
END_TEST

START_TEST(a_verb_that_is_none_is_a_call_that_makes_no_sense) {
    static const char *const verbs[] = {"", "vot", "init", "show"};
    story_told(path, 0);
    bylaw_book *book = world_open(path, true);
    for (size_t i = 0; i < 4; i++) {
        Deed deed = {verbs[i], NULL, NULL, {NULL}};
        ck_assert_says(result_ends(deed_try(book, &deed, -1), BYLAW_USAGE), "there is no verb");
    }
    bylaw_book_close(book);
}
END_TEST

START_TEST(the_verbs_are_those_of_the_proceedings_without_a_double) {
    size_t count;
    const bylaw_verb *verbs = bylaw_verbs(&count);
    ck_assert_uint_eq(count, VERB_COUNT);
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(verbs[i].word, verb_row((VerbId)i)->word);
        ck_assert_uint_eq(verbs[i].argument_count, verb_row((VerbId)i)->arg_count);
        ck_assert_str_ne(verbs[i].sentence, "");
        for (size_t j = 0; j < i; j++) ck_assert_str_ne(verbs[i].word, verbs[j].word);
    }
}
END_TEST

Suite *documents_suite(void) {
    Suite *suite = suite_create("documents");
    TCase *tests = tcase_create("documents");
    tcase_add_checked_fixture(tests, set_up, story_tear_down);
    tcase_add_test(tests, a_formatted_file_is_answered_with_whether_it_changed_and_where_first);
    tcase_add_test(tests, a_key_and_a_book_are_answered_with_their_files);
    tcase_add_test(tests, what_is_not_there_is_read_as_something_harmless);
    tcase_add_test(tests, a_book_that_is_none_is_refused_by_name);
    tcase_add_test(tests, a_verb_that_is_none_is_a_call_that_makes_no_sense);
    tcase_add_test(tests, the_verbs_are_those_of_the_proceedings_without_a_double);
    suite_add_tcase(suite, tests);
    return suite;
}
