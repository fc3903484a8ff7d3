#include "scratch.h"
#include "store/store.h"
#include <sqlite3.h>

static Store *book;

static void set_up(void) {
    StoreError error;
    scratch_set_up();
    book = store_create(scratch_arena, scratch_path("b"), &error);
    ck_assert_msg(book != NULL, "%s", error.message.at);
    ck_assert(store_begin(book, STORE_WRITE));
}

START_TEST(blobs_are_walked_in_the_order_of_their_digests) {
    Digest digest = {{9}}, first = {{2}}, got;
    Text bytes;
    ck_assert(store_blob_put(book, digest, TEXT("nine")));
    ck_assert(store_blob_put(book, first, TEXT("")));
    ck_assert(store_blob_after(book, scratch_arena, NULL, &got, &bytes));
    ck_assert(digest_equal(got, first));
    ck_assert_text_is(bytes, "");
    ck_assert(store_blob_after(book, scratch_arena, &first, &got, &bytes));
    ck_assert_text_is(bytes, "nine");
    ck_assert(!store_blob_after(book, scratch_arena, &digest, &got, &bytes));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
    ck_assert(!store_blob(book, scratch_arena, (Digest){{3}}, &bytes));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
}
END_TEST

START_TEST(the_vault_gives_back_what_was_put) {
    Digest commitment = {{5}};
    Text salt, value;
    VaultItem item;
    ck_assert(!store_vault(book, scratch_arena, commitment, &salt, &value));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
    ck_assert(store_vault_put(book, commitment, TEXT("salt"), TEXT("Ada")));
    ck_assert(store_vault(book, scratch_arena, commitment, &salt, &value));
    ck_assert_text_is(salt, "salt");
    ck_assert_text_is(value, "Ada");
    ck_assert(store_vault_after(book, scratch_arena, NULL, &item) && !item.erased);
    ck_assert_text_is(item.value, "Ada");
    ck_assert(!store_vault_after(book, scratch_arena, &item.commitment, &item));
}
END_TEST

static void sql(const char *text) {
    sqlite3 *db = NULL;
    ck_assert(store_commit(book));
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
    ck_assert(store_begin(book, STORE_WRITE));
}

START_TEST(a_value_whose_salt_or_bytes_are_gone_is_not_given_back_and_is_not_taken_for_erased) {
    Digest commitment = {{5}};
    Text salt, value;
    VaultItem item;
    ck_assert(store_vault_put(book, commitment, TEXT("salt"), TEXT("Ada")));
    sql("UPDATE vault SET salt = NULL");
    ck_assert(!store_vault(book, scratch_arena, commitment, &salt, &value));
    ck_assert(store_vault_after(book, scratch_arena, NULL, &item) && item.halved && !item.erased);
    sql("UPDATE vault SET salt = x'00', value = NULL");
    ck_assert(!store_vault(book, scratch_arena, commitment, &salt, &value));
    ck_assert(store_vault_after(book, scratch_arena, NULL, &item) && item.halved && !item.erased);
    sql("UPDATE vault SET salt = NULL");
    ck_assert(store_vault_after(book, scratch_arena, NULL, &item) && !item.halved && item.erased);
}
END_TEST

START_TEST(names_that_are_no_digests_are_passed_over_and_told_apart) {
    Digest digest = {{7}}, got;
    Text bytes, table;
    VaultItem item;
    ck_assert(store_blob_put(book, digest, TEXT("seven")));
    ck_assert(store_stray(book, scratch_arena, &table) && text_empty(table));
    sql("INSERT INTO blobs VALUES (x'00', x'00'), (zeroblob(99), x'00')");
    ck_assert(store_blob_after(book, scratch_arena, NULL, &got, &bytes) && digest_equal(got, digest));
    ck_assert(!store_blob_after(book, scratch_arena, &got, &got, &bytes));
    ck_assert(store_stray(book, scratch_arena, &table));
    ck_assert_text_is(table, "blobs");
    sql("DROP TRIGGER blobs_delete; DELETE FROM blobs; INSERT INTO vault VALUES (x'', NULL, NULL)");
    ck_assert(!store_vault_after(book, scratch_arena, NULL, &item));
    ck_assert(store_stray(book, scratch_arena, &table));
    ck_assert_text_is(table, "vault");
}
END_TEST

START_TEST(what_a_room_above_finds_altered_ends_the_transaction_with_its_words) {
    ck_assert(!store_altered(book, TEXT("its cover is gone")));
    ck_assert_int_eq(store_error(book)->problem, STORE_ALTERED);
    ck_assert(strstr(store_error(book)->message.at, "its cover is gone") != NULL);
    ck_assert(!store_put(book, TEXT("a"), TEXT("b"), TEXT("c")));
    ck_assert(!store_commit(book));
}
END_TEST

START_TEST(there_is_one_head_and_it_is_the_last) {
    uint64_t size = 9;
    Text note;
    ck_assert(store_head(book, scratch_arena, &size, &note));
    ck_assert(size == 0 && text_empty(note));
    ck_assert(store_head_put(book, 3, TEXT("three")));
    ck_assert(store_head_put(book, 5, TEXT("five")));
    ck_assert(store_head(book, scratch_arena, &size, &note));
    ck_assert_uint_eq(size, 5);
    ck_assert_text_is(note, "five");
}
END_TEST

static bool list_note(void *list, uint64_t size, Text note) {
    buf_format(list, "%d:%.*s ", (int)size, TEXT_ARG(note));
    return true;
}

START_TEST(one_checkpoint_a_day_is_kept_and_every_one_handed_out) {
    Buf list = buf_new(scratch_arena);
    ck_assert(store_checkpoint_keep(book, 3, TEXT("2026-03-02"), TEXT("monday")));
    ck_assert(store_checkpoint_keep(book, 5, TEXT("2026-03-02"), TEXT("later")));
    ck_assert(store_checkpoint_keep(book, 6, TEXT(""), TEXT("given")));
    ck_assert(store_checkpoint_keep(book, 7, TEXT(""), TEXT("given too")));
    ck_assert(store_checkpoint_keep(book, 9, TEXT("2026-03-03"), TEXT("tuesday")));
    ck_assert(store_checkpoint_keep(book, 9, TEXT(""), TEXT("again")));
    ck_assert(store_checkpoints(book, scratch_arena, list_note, &list));
    ck_assert_text_is(buf_done(&list), "3:monday 6:given 7:given too 9:tuesday ");
}
END_TEST

static void put(const char *space, const char *key, const char *value) {
    ck_assert(store_put(book, text_of(space), text_of(key), text_of(value)));
}

static bool list_item(void *list, Text key, Text value) {
    buf_text(list, key);
    buf_char(list, '=');
    buf_text(list, value);
    buf_char(list, ' ');
    return true;
}

static Text walk(const char *space, const char *from, const char *until) {
    Buf list = buf_new(scratch_arena);
    ck_assert(
        store_walk(book, scratch_arena, text_of(space), text_of(from), text_of(until), list_item, &list));
    return buf_done(&list);
}

START_TEST(a_projection_is_an_ordered_map) {
    Text value;
    put("case", "b", "2");
    put("case", "a", "1");
    put("case", "c", "3");
    put("case", "b", "two");
    put("other", "a", "x");
    ck_assert_text_is(walk("case", "", ""), "a=1 b=two c=3 ");
    ck_assert_text_is(walk("case", "b", "c"), "b=two ");
    ck_assert_text_is(walk("case", "bb", ""), "c=3 ");
    ck_assert_text_is(walk("none", "", ""), "");
    put("case", "b", "");
    ck_assert(!store_get(book, scratch_arena, TEXT("case"), TEXT("b"), &value));
    ck_assert_int_eq(store_error(book)->problem, STORE_OK);
    ck_assert(store_get(book, scratch_arena, TEXT("case"), TEXT("c"), &value));
    ck_assert_text_is(value, "3");
}
END_TEST

START_TEST(keys_are_bytes_in_their_own_order) {
    ck_assert(store_put(book, TEXT("s"), (Text){"a\0b", 3}, TEXT("2")));
    ck_assert(store_put(book, TEXT("s"), (Text){"a", 1}, TEXT("1")));
    ck_assert(store_put(book, TEXT("s"), (Text){"a\xff", 2}, TEXT("3")));
    ck_assert(store_put(book, TEXT("s"), TEXT(""), TEXT("0")));
    Buf list = buf_new(scratch_arena);
    ck_assert(store_walk(book, scratch_arena, TEXT("s"), TEXT(""), TEXT(""), list_item, &list));
    ck_assert_text_eq(buf_done(&list), ((Text){"=0 a=1 a\0b=2 a\xff=3 ", 18}));
}
END_TEST

static bool fire(void *list, Text key, Text value) {
    ck_assert(store_put(book, TEXT("timer"), key, TEXT("")));
    if (text_is(key, "a")) put("timer", "c", "from a");
    return list_item(list, key, value);
}

START_TEST(a_walk_may_change_what_it_walks) {
    Buf list = buf_new(scratch_arena);
    put("timer", "a", "1");
    put("timer", "b", "2");
    ck_assert(store_walk(book, scratch_arena, TEXT("timer"), TEXT(""), TEXT(""), fire, &list));
    ck_assert_text_is(buf_done(&list), "a=1 b=2 c=from a ");
    ck_assert_text_is(walk("timer", "", ""), "");
}
END_TEST

static bool list_all(void *list, Text space, Text key, Text value) {
    buf_format(list, "%.*s/%.*s=%.*s ", TEXT_ARG(space), TEXT_ARG(key), TEXT_ARG(value));
    return true;
}

START_TEST(all_that_can_be_rebuilt_is_dropped_and_nothing_else) {
    Buf list = buf_new(scratch_arena), after = buf_new(scratch_arena);
    Digest digest = {{1}}, node;
    Text bytes;
    uint64_t seq;
    put("b", "k", "1");
    put("a", "k", "2");
    ck_assert(store_append(book, 0, TEXT("A"), TEXT("zero")));
    ck_assert(store_nodes_put(book, 0, &digest, 1));
    ck_assert(store_blob_put(book, digest, TEXT("blob")));
    ck_assert(store_meta_put(book, TEXT("origin"), TEXT("x")));
    ck_assert(store_walk_all(book, scratch_arena, list_all, &list));
    ck_assert_text_is(buf_done(&list), "a/k=2 b/k=1 ");
    ck_assert(store_drop_rebuildable(book));
    ck_assert(store_walk_all(book, scratch_arena, list_all, &after));
    ck_assert_text_is(buf_done(&after), "");
    ck_assert(!store_node(book, 0, 0, &node));
    ck_assert(!entry_cursor_next(store_entries_of(book, scratch_arena, TEXT("A")), &seq, &bytes));
    ck_assert(store_entry(book, 0, &bytes));
    ck_assert(store_blob(book, scratch_arena, digest, &bytes));
    ck_assert(store_meta(book, scratch_arena, TEXT("origin"), &bytes));
    ck_assert_text_is(bytes, "x");
}
END_TEST

START_TEST(a_value_past_the_limit_is_refused_in_a_sentence) {
    Text huge = {arena_alloc(scratch_arena, 65 << 20), 65 << 20};
    ck_assert(!store_blob_put(book, (Digest){{1}}, huge));
    ck_assert(strstr(store_error(book)->message.at, "64 MiB") != NULL);
    ck_assert(!store_commit(book));
}
END_TEST

static void read_blob(void *context) {
    Text bytes;
    store_blob(book, context, (Digest){{1}}, &bytes);
}

START_TEST(running_out_of_memory_in_a_read_leaves_by_the_arena_and_keeps_the_store_usable) {
    Arena *small = arena_new(1024);
    Text large = {arena_alloc(scratch_arena, 5000), 5000}, bytes;
    ck_assert(store_blob_put(book, (Digest){{1}}, large));
    ck_assert(!arena_try(small, read_blob, small));
    arena_free(small);
    ck_assert(store_blob(book, scratch_arena, (Digest){{1}}, &bytes));
    ck_assert_uint_eq(bytes.len, 5000);
    ck_assert(store_commit(book));
}
END_TEST

Suite *keeping_suite(void) {
    Suite *suite = suite_create("keeping things in a book");
    TCase *tests = tcase_create("keeping");
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, blobs_are_walked_in_the_order_of_their_digests);
    tcase_add_test(tests, the_vault_gives_back_what_was_put);
    tcase_add_test(tests, a_value_whose_salt_or_bytes_are_gone_is_not_given_back_and_is_not_taken_for_erased);
    tcase_add_test(tests, names_that_are_no_digests_are_passed_over_and_told_apart);
    tcase_add_test(tests, what_a_room_above_finds_altered_ends_the_transaction_with_its_words);
    tcase_add_test(tests, there_is_one_head_and_it_is_the_last);
    tcase_add_test(tests, one_checkpoint_a_day_is_kept_and_every_one_handed_out);
    tcase_add_test(tests, a_projection_is_an_ordered_map);
    tcase_add_test(tests, keys_are_bytes_in_their_own_order);
    tcase_add_test(tests, a_walk_may_change_what_it_walks);
    tcase_add_test(tests, all_that_can_be_rebuilt_is_dropped_and_nothing_else);
    tcase_add_test(tests, a_value_past_the_limit_is_refused_in_a_sentence);
    tcase_add_test(tests, running_out_of_memory_in_a_read_leaves_by_the_arena_and_keeps_the_store_usable);
    suite_add_tcase(suite, tests);
    return suite;
}
