#include "scratch.h"
#include "store/store.h"

static Store *book;

static void set_up(void) {
    StoreError error;
    scratch_set_up();
    book = store_create(scratch_arena, scratch_path("b"), &error);
    ck_assert_msg(book != NULL, "%s", error.message.at);
}

/* Texts of entries 0, 1 ...; each is of a subject of its own. */
static void hold(const char *const *texts, size_t count) {
    for (size_t i = 0; i < count; i++)
        ck_assert(store_words_put(book, i, text_format(scratch_arena, "S-%zu", i), text_of(texts[i])));
    ck_assert(store_words_upto(book, count));
}

static const char *const said[] = {"Die Größe der Übersicht", "Acme's data protection", "protection of data"};

static void index_said(void) {
    uint64_t size;
    ck_assert(store_begin(book, STORE_WRITE));
    ck_assert(store_words_size(book, &size));
    ck_assert_uint_eq(size, 0);
    hold(said, 3);
    ck_assert(store_commit(book));
}

static bool add(void *context, uint64_t seq, Text subject) {
    buf_format(context, "%llu %.*s;", (unsigned long long)seq, TEXT_ARG(subject));
    return true;
}

/* What is found by the words, which end with NULL. */
static Text finds(bool begins, bool all, const char *const *words) {
    Sought sought[8];
    size_t count = 0;
    for (; words[count]; count++) sought[count] = (Sought){text_of(words[count]), begins};
    Buf found = buf_new(scratch_arena);
    ck_assert(store_words_find(book, scratch_arena, sought, count, all, add, &found));
    return buf_done(&found);
}

#define FINDS(begins, all, ...) finds(begins, all, (const char *const[]){__VA_ARGS__, NULL})

START_TEST(letters_are_compared_without_case_and_accents_and_words_may_be_begun) {
    index_said();
    ck_assert(store_begin(book, STORE_READ));
    ck_assert_text_is(FINDS(false, true, "ubersicht"), "0 S-0;");
    ck_assert_text_is(FINDS(false, true, "ÜBERSICHT"), "0 S-0;");
    ck_assert_text_is(FINDS(true, true, "prot"), "2 S-2;1 S-1;");
    ck_assert_text_is(FINDS(false, true, "prot"), "");
    ck_assert_text_is(FINDS(true, true, "acme", "prot"), "1 S-1;");
    ck_assert_text_is(FINDS(true, false, "acme", "größe"), "1 S-1;0 S-0;");
    ck_assert_text_is(FINDS(false, true, "data protection"), "1 S-1;");
}
END_TEST

START_TEST(nothing_that_is_sought_is_a_query_s_syntax) {
    static const char *const hostile[] = {"\"",
                                          "\"\"",
                                          "*",
                                          "a AND b",
                                          "NEAR(a b)",
                                          "said:data",
                                          "data OR x",
                                          "^acme",
                                          "-data",
                                          "(",
                                          "acme\" OR \"data",
                                          "'; DROP TABLE found; --",
                                          "\\",
                                          "{said}",
                                          "\xff\xfe",
                                          "\xf0\x9f\x98\x80"};
    index_said();
    ck_assert(store_begin(book, STORE_READ));
    for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
        FINDS(true, true, hostile[i]);
        FINDS(false, false, hostile[i], "acme");
        ck_assert(store_broken(book) == NULL);
    }
    ck_assert_text_is(FINDS(true, true, "-data"), "2 S-2;1 S-1;");
}
END_TEST

START_TEST(what_stands_around_it_is_told) {
    Text around;
    Sought sought = {TEXT("protec"), true};
    index_said();
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(store_words_around(book, scratch_arena, &sought, 1, 1, &around));
    ck_assert_text_is(around, "Acme's data protection");
    ck_assert(!store_words_around(book, scratch_arena, &sought, 1, 0, &around));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
}
END_TEST

START_TEST(the_index_lasts_and_is_dropped_with_what_is_rebuilt) {
    StoreError error;
    uint64_t size;
    index_said();
    store_close(book);
    book = store_open(scratch_arena, scratch_path("b"), STORE_WRITE, &error);
    ck_assert_msg(book != NULL, "%s", error.message.at);
    ck_assert(store_begin(book, STORE_WRITE));
    ck_assert(store_words_size(book, &size));
    ck_assert_uint_eq(size, 3);
    ck_assert(store_drop_rebuildable(book));
    ck_assert(store_commit(book));
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(store_words_size(book, &size));
    ck_assert_uint_eq(size, 0);
}
END_TEST

START_TEST(a_file_opened_for_reading_is_searched_in_memory_and_its_own_index_is_not_believed) {
    StoreError error;
    uint64_t size;
    static const char *const other[] = {"something else"};
    index_said();
    store_close(book);
    book = store_open(scratch_arena, scratch_path("b"), STORE_READ, &error);
    ck_assert_msg(book != NULL, "%s", error.message.at);
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(store_words_size(book, &size));
    ck_assert_uint_eq(size, 0);
    ck_assert(store_words_in_memory(book));
    hold(other, 1);
    ck_assert_text_is(FINDS(true, true, "something"), "0 S-0;");
    ck_assert_text_is(FINDS(true, true, "data"), "");
    store_rollback(book);
    ck_assert(store_begin(book, STORE_READ));
    ck_assert(store_words_in_memory(book)); /* it ended with its transaction */
    ck_assert_text_is(FINDS(true, true, "something"), "");
}
END_TEST

Suite *finding_words_suite(void) {
    Suite *suite = suite_create("finding_words");
    TCase *tests = tcase_create("words");
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, letters_are_compared_without_case_and_accents_and_words_may_be_begun);
    tcase_add_test(tests, nothing_that_is_sought_is_a_query_s_syntax);
    tcase_add_test(tests, what_stands_around_it_is_told);
    tcase_add_test(tests, the_index_lasts_and_is_dropped_with_what_is_rebuilt);
    tcase_add_test(tests, a_file_opened_for_reading_is_searched_in_memory_and_its_own_index_is_not_believed);
    suite_add_tcase(suite, tests);
    return suite;
}
