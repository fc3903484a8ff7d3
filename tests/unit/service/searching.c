/* What is found by words, on books that may be written and on those that may not. */
#include "story.h"
#include <sqlite3.h>
#include <sys/stat.h>

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
    story_told(path, STORY_STEPS);
}

static Text search_in(bylaw_book *book, const char *const *words, size_t most, bylaw_code code) {
    bylaw_read_options options = {.size = sizeof options, .keys = words, .most = most};
    while (words[options.key_count]) options.key_count++;
    return result_ends(bylaw_search(book, &options), code);
}

static Text search(bool write, const char *const *words) {
    bylaw_book *book = world_open(path, write);
    Text found = search_in(book, words, 0, BYLAW_DONE);
    bylaw_book_close(book);
    return found;
}

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NOTHING    "\"found\": []"

START_TEST(cases_people_and_texts_are_found_where_all_words_are_said) {
    ck_assert_says(search(true, WORDS("meddata")), "\"subject\": \"" CASE "\"");
    ck_assert_says(search(true, WORDS("carl")), "\"title\": \"Carl Ito\"");
    ck_assert_says(search(true, WORDS("consent forms")), "the consent forms were seen");
    ck_assert_says(search(true, WORDS("room 4")), "\"subject\": \"MTG-2026-001\"");
    /* In two entries of one case; and not in one case, though each is said somewhere. */
    ck_assert_says(search(true, WORDS("meddata", "consent")), "the consent forms were seen");
    ck_assert_says(search(true, WORDS("meddata", "room 4")), NOTHING);
    ck_assert_says(search(true, WORDS("carl", "unheard")), NOTHING);
    ck_assert_says(search(true, WORDS("mtg-1")), "\"subject\": \"MTG-2026-001\"");
}
END_TEST

START_TEST(what_is_entered_later_is_found_later) {
    static const Deed note = {"note", NULL, "2026-04-02 10:00", {"MTG-1", "Über den Sommer"}};
    bylaw_book *book = world_open(path, true);
    ck_assert_says(search_in(book, WORDS("uber"), 0, BYLAW_DONE), NOTHING);
    deed_do(book, &note);
    ck_assert_says(search_in(book, WORDS("uber"), 0, BYLAW_DONE), "Über den Sommer");
    bylaw_book_close(book);
}
END_TEST

START_TEST(a_book_that_is_only_read_answers_the_same_and_is_not_changed) {
    static const char *const words[] = {"meddata", NULL};
    Text before = story_read(path);
    Text read = search(false, words);
    ck_assert_text_eq(story_read(path), before);
    ck_assert_text_eq(search(true, words), read);
    ck_assert_text_eq(search(false, words), read);
}
END_TEST

static void sql(const char *text) {
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static bool file_holds(const char *text) {
    Text file = story_read(path);
    size_t len = strlen(text);
    for (size_t i = 0; i + len <= file.len; i++)
        if (memcmp(file.at + i, text, len) == 0) return true;
    return false;
}

START_TEST(what_is_erased_leaves_the_file_with_the_index) {
    bylaw_book *book = world_open(path, true);
    ck_assert_says(search_in(book, WORDS("partnerships@meddata"), 0, BYLAW_DONE), CASE);
    bylaw_book_close(book);
    sql("PRAGMA secure_delete = ON; UPDATE vault SET salt = NULL, value = NULL");
    book = world_open(path, true);
    ck_assert(store_begin(book->store, STORE_WRITE));
    ck_assert(store_words_drop(book->store) && store_commit(book->store));
    ck_assert_says(search_in(book, WORDS("partnerships@meddata"), 0, BYLAW_DONE), NOTHING);
    ck_assert_says(search_in(book, WORDS("carl"), 0, BYLAW_DONE), NOTHING);
    bylaw_book_close(book);
    ck_assert(!file_holds("partnerships@meddata"));
}
END_TEST

START_TEST(rebuilding_drops_the_index_and_what_is_found_stays_the_same) {
    static const char *const words[] = {"the", NULL};
    Text before = search(true, words);
    bylaw_book *book = world_open(path, true);
    result_ends(bylaw_rebuild(book), BYLAW_DONE);
    bylaw_book_close(book);
    ck_assert(!file_holds("CREATE VIRTUAL TABLE found"));
    ck_assert_text_eq(search(true, words), before);
}
END_TEST

START_TEST(an_index_that_was_damaged_is_not_asked) {
    static const char *const words[] = {"meddata", NULL};
    Text before = search(true, words);
    sql("DELETE FROM indexed; UPDATE found_data SET block = x'0102030405'");
    ck_assert_text_eq(search(true, words), before);
    ck_assert_says(search(false, words), CASE);
}
END_TEST

START_TEST(no_word_and_too_many_are_refused_in_a_sentence) {
    bylaw_book *book = world_open(path, true);
    ck_assert_says(search_in(book, WORDS("-", "\""), 0, BYLAW_USAGE), "no word here");
    ck_assert_says(
        search_in(book,
                  WORDS("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a"),
                  0, BYLAW_USAGE),
        "at most 16");
    ck_assert_says(search_in(book, WORDS("the"), 1, BYLAW_DONE), "\"more\": ");
    bylaw_book_close(book);
}
END_TEST

Suite *searching_suite(void) {
    Suite *suite = suite_create("searching");
    TCase *tests = tcase_create("searching");
    tcase_add_checked_fixture(tests, set_up, story_tear_down);
    tcase_add_test(tests, cases_people_and_texts_are_found_where_all_words_are_said);
    tcase_add_test(tests, what_is_entered_later_is_found_later);
    tcase_add_test(tests, a_book_that_is_only_read_answers_the_same_and_is_not_changed);
    tcase_add_test(tests, what_is_erased_leaves_the_file_with_the_index);
    tcase_add_test(tests, rebuilding_drops_the_index_and_what_is_found_stays_the_same);
    tcase_add_test(tests, an_index_that_was_damaged_is_not_asked);
    tcase_add_test(tests, no_word_and_too_many_are_refused_in_a_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
