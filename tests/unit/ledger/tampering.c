/* What plain SQL can do to a book, with its triggers dropped, and what verification then says. */
#include "tamper.h"

START_TEST(a_changed_entry_is_named) {
    sample_book(COUNT);
    tamper(CHANGE(7));
    finds_entry(7, "Entry 7 is not the one that was recorded");
}
END_TEST

START_TEST(the_first_of_many_changed_entries_is_named) {
    sample_book(COUNT);
    tamper(CHANGE(13) CHANGE(6) CHANGE(18));
    finds_entry(6, "Entry 6");
}
END_TEST

START_TEST(a_change_before_a_gap_comes_first) {
    sample_book(COUNT);
    tamper(CHANGE(4) "DELETE FROM entries WHERE seq = 9");
    finds_entry(4, "Entry 4");
}
END_TEST

START_TEST(a_deleted_entry_is_named) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq = 11");
    finds_entry(11, "is missing");
}
END_TEST

START_TEST(a_deleted_entry_is_named_when_the_rest_was_moved_up) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq = 11;"
           "UPDATE entries SET seq = seq + 1000 WHERE seq > 11; UPDATE entries SET seq = seq - 1001 WHERE "
           "seq > 1000");
    finds_entry(11, "says that it is entry 12");
}
END_TEST

START_TEST(the_first_entry_can_be_missed_too) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq = 0");
    finds_entry(0, "is missing");
}
END_TEST

START_TEST(an_inserted_entry_is_named) {
    sample_book(COUNT);
    tamper("UPDATE entries SET seq = seq + 1000 WHERE seq > 4; UPDATE entries SET seq = seq - 999 WHERE seq "
           "> 1000;"
           "INSERT INTO entries SELECT 5, bytes FROM entries WHERE seq = 4");
    finds_entry(5, "says that it is entry 4");
}
END_TEST

START_TEST(an_entry_put_at_the_end_is_named) {
    sample_book(COUNT);
    tamper("INSERT INTO entries SELECT 20, bytes FROM entries WHERE seq = 19");
    finds_entry(20, "says that it is entry 19");
}
END_TEST

START_TEST(the_first_of_two_swapped_entries_is_named) {
    sample_book(COUNT);
    tamper("UPDATE entries SET seq = 100 WHERE seq = 5; UPDATE entries SET seq = 5 WHERE seq = 9;"
           "UPDATE entries SET seq = 9 WHERE seq = 100");
    finds_entry(5, "says that it is entry 9");
}
END_TEST

START_TEST(a_replaced_entry_is_named) {
    sample_book(COUNT);
    tamper("INSERT OR REPLACE INTO entries VALUES (8, CAST('{\"kind\":\"command\"}' AS BLOB))");
    finds_entry(8, "says that it is entry 0");
    tamper("INSERT OR REPLACE INTO entries VALUES (8, x'00ff')");
    finds_entry(8, "is no entry");
}
END_TEST

START_TEST(entries_cut_off_at_the_end_are_missed) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq >= 15; DELETE FROM tree WHERE seq >= 15; DELETE FROM scopes WHERE "
           "seq >= 15");
    finds_entry(15, "the head was signed over 20 entries");
}
END_TEST

START_TEST(entries_cut_off_in_the_middle_of_a_batch_are_missed_without_a_head) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq >= 16; DELETE FROM tree WHERE seq >= 16; DELETE FROM scopes WHERE "
           "seq >= 16;"
           "DELETE FROM head");
    finds_entry(16, "the batch that begins with entry 15 has 3");
}
END_TEST

/* Someone who knows how: the leaf in the stored tree is changed with the entry. */
START_TEST(a_change_hidden_in_a_leaf_is_narrowed_to_the_pair_above_it) {
    Text bytes;
    sample_book(COUNT);
    ck_assert(store_begin(sample_store, STORE_READ));
    ck_assert(store_entry(sample_store, 6, &bytes));
    char *forged = (char *)text_copy(scratch_arena, bytes).at;
    *strstr(forged, "entry") = 'E';
    Digest leaf = merkle_leaf(hasher_new(scratch_arena), (Text){forged, bytes.len});
    Text hex = digest_hex(scratch_arena, leaf);
    tamper(text_format(scratch_arena, CHANGE(6) "UPDATE tree SET digests = x'%s' WHERE seq = 6", hex.at).at);
    Verification found = sample_verify();
    ck_assert(!found.sound && !found.bad_entry_known);
    ck_assert_uint_eq(found.bad_entry, 6);
    ck_assert_msg(strstr(found.what.at, "One of the entries 6 to 7") != NULL, "%s", found.what.at);
}
END_TEST

START_TEST(a_change_with_the_whole_tree_made_again_is_caught_by_the_signed_roots) {
    sample_batch(3, TEXT("2026-03-02"), true);
    sample_batch(3, TEXT("2026-03-03"), true);
    sample_batch(3, TEXT("2026-03-04"), true);
    tamper(CHANGE(4));
    forge_tree();
    Verification found = sample_verify();
    ck_assert(!found.sound && !found.bad_entry_known);
    ck_assert_uint_eq(found.bad_entry, 3);
    ck_assert_msg(strstr(found.what.at, "one of 3 to 5 was changed") != NULL, "%s", found.what.at);
}
END_TEST

START_TEST(a_changed_node_is_the_trees_fault_not_an_entrys) {
    sample_book(COUNT);
    tamper("UPDATE tree SET digests = (SELECT digests FROM tree WHERE seq = 4) WHERE seq = 10");
    finds("The stored tree is wrong at the entries 10 to 10; the entries themselves are as signed");
    tamper("DELETE FROM tree WHERE seq = 3");
    finds("The stored tree is wrong at the entries 3 to 3");
}
END_TEST

START_TEST(a_changed_head_is_named_as_such) {
    sample_book(COUNT);
    tamper("UPDATE head SET note = replace(note, 'A', 'B')");
    finds("The head at 20 entries does not hold.");
}
END_TEST

START_TEST(a_head_of_another_size_or_another_book_is_named_as_such) {
    sample_book(COUNT);
    tamper("UPDATE head SET size = 19");
    finds("another size");
}
END_TEST

START_TEST(a_forged_checkpoint_is_named_as_such) {
    sample_book(COUNT);
    tamper("INSERT INTO checkpoints VALUES (7, NULL, 'example.org/partnerships')");
    finds("The kept checkpoint at 7 entries does not hold.");
}
END_TEST

START_TEST(another_key_is_told_from_a_changed_book) {
    uint8_t seed[ED25519_KEY_SIZE] = {9};
    Verification found;
    sample_book(COUNT);
    PublicKey other = private_key_public(private_key_from_seed(scratch_arena, seed));
    ck_assert(ledger_verify(sample_ledger, scratch_arena, other, NULL, NULL, &found));
    ck_assert(!found.sound && !found.bad_entry_known);
    ck_assert_msg(strstr(found.what.at, "not signed with the key") != NULL, "%s", found.what.at);
}
END_TEST

static Digest put_blob(const char *bytes) {
    Digest digest = hasher_sha256_of(hasher_new(scratch_arena), text_of(bytes));
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(store_blob_put(sample_store, digest, text_of(bytes)));
    ck_assert(store_commit(sample_store));
    return digest;
}

START_TEST(a_changed_blob_is_named) {
    sample_book(COUNT);
    put_blob("a charter");
    Digest digest = put_blob("a roll");
    Verification found = sample_verify();
    ck_assert(found.sound);
    ck_assert_uint_eq(found.blobs, 4); /* with the charter and its file */
    tamper("UPDATE blobs SET bytes = CAST('a role' AS BLOB) WHERE bytes = CAST('a roll' AS BLOB)");
    finds(digest_hex(scratch_arena, digest).at);
}
END_TEST

START_TEST(a_changed_value_of_the_vault_is_named_and_an_erased_one_is_counted) {
    Text salt = TEXT("0123456789abcdef0123456789abcdef");
    sample_book(COUNT);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(
        store_vault_put(sample_store, digest_hmac(scratch_arena, salt, TEXT("Ada")), salt, TEXT("Ada")));
    ck_assert(
        store_vault_put(sample_store, digest_hmac(scratch_arena, salt, TEXT("Bob")), salt, TEXT("Bob")));
    ck_assert(store_commit(sample_store));
    Verification found = sample_verify();
    ck_assert(found.sound && found.vault == 2 && found.withheld == 0);
    tamper("UPDATE vault SET salt = NULL, value = NULL WHERE value = CAST('Bob' AS BLOB)");
    found = sample_verify();
    ck_assert(found.sound && found.vault == 1 && found.withheld == 1);
    tamper("UPDATE vault SET value = CAST('Eve' AS BLOB) WHERE value IS NOT NULL");
    finds("not the one that was recorded");
}
END_TEST

START_TEST(an_entry_hidden_from_its_case_is_named) {
    sample_book(COUNT);
    tamper("DELETE FROM scopes WHERE seq = 9");
    finds("lacks entry 9");
    tamper("INSERT INTO scopes VALUES ('PRB-2026-01', 9), ('PRT-2026-001', 9)");
    finds("entries that are not theirs");
}
END_TEST

START_TEST(the_case_of_the_bad_entry_is_told) {
    sample_book(COUNT);
    tamper("UPDATE entries SET bytes = (SELECT bytes FROM entries WHERE seq = 6) WHERE seq = 14");
    ck_assert_text_is(sample_verify().bad_scope, "PRT-2026-001");
}
END_TEST

/* Bytes of the file changed anywhere: verification answers or says why it cannot, and never calls other
 * entries sound. */
START_TEST(a_damaged_file_harms_nothing_and_never_passes_for_another_book) {
    uint64_t seed = check_seed("a_damaged_file_harms_nothing_and_never_passes_for_another_book");
    sample_book(COUNT);
    Digest root = sample_verify().root;
    store_close(sample_store);
    Text good = scratch_read(scratch_path("b").at);
    for (int round = 0; round < 60; round++) {
        Arena *arena = arena_new(0);
        StoreError error;
        Verification found;
        char *bytes = (char *)text_copy(arena, good).at;
        for (int i = 0; i < 6; i++) bytes[check_below(&seed, good.len)] = (char)check_random(&seed);
        scratch_write(scratch_path("hostile"), (Text){bytes, good.len});
        Store *store = store_open(arena, scratch_path("hostile"), STORE_READ, &error);
        PublicKey key = private_key_public(sample_key);
        bool told =
            store && ledger_verify(ledger_new(arena, store, SAMPLE_ORIGIN), arena, key, NULL, NULL, &found);
        if (told && found.sound && found.head_signed) ck_assert(digest_equal(found.root, root));
        arena_free(arena);
    }
}
END_TEST

static void verify_in(void *arena) {
    Verification found;
    ledger_verify(sample_ledger, arena, private_key_public(sample_key), NULL, NULL, &found);
}

START_TEST(running_out_of_memory_leaves_by_the_arena_and_the_book_can_be_read_again) {
    bool done = false;
    sample_book(COUNT);
    for (size_t after = 1; !done; after++) {
        Arena *arena = arena_new(0);
        arena_fail_after(arena, after);
        done = arena_try(arena, verify_in, arena);
        arena_free(arena);
        ck_assert(sample_verify().sound);
    }
}
END_TEST

Suite *tampering_suite(void) {
    Suite *suite = suite_create("tampering with a book");
    TCase *tests = tcase_create("tampering");
    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, sample_set_up, scratch_tear_down);
    tcase_add_test(tests, a_changed_entry_is_named);
    tcase_add_test(tests, the_first_of_many_changed_entries_is_named);
    tcase_add_test(tests, a_change_before_a_gap_comes_first);
    tcase_add_test(tests, a_deleted_entry_is_named);
    tcase_add_test(tests, a_deleted_entry_is_named_when_the_rest_was_moved_up);
    tcase_add_test(tests, the_first_entry_can_be_missed_too);
    tcase_add_test(tests, an_inserted_entry_is_named);
    tcase_add_test(tests, an_entry_put_at_the_end_is_named);
    tcase_add_test(tests, the_first_of_two_swapped_entries_is_named);
    tcase_add_test(tests, a_replaced_entry_is_named);
    tcase_add_test(tests, entries_cut_off_at_the_end_are_missed);
    tcase_add_test(tests, entries_cut_off_in_the_middle_of_a_batch_are_missed_without_a_head);
    tcase_add_test(tests, a_change_hidden_in_a_leaf_is_narrowed_to_the_pair_above_it);
    tcase_add_test(tests, a_change_with_the_whole_tree_made_again_is_caught_by_the_signed_roots);
    tcase_add_test(tests, a_changed_node_is_the_trees_fault_not_an_entrys);
    tcase_add_test(tests, a_changed_head_is_named_as_such);
    tcase_add_test(tests, a_head_of_another_size_or_another_book_is_named_as_such);
    tcase_add_test(tests, a_forged_checkpoint_is_named_as_such);
    tcase_add_test(tests, another_key_is_told_from_a_changed_book);
    tcase_add_test(tests, a_changed_blob_is_named);
    tcase_add_test(tests, a_changed_value_of_the_vault_is_named_and_an_erased_one_is_counted);
    tcase_add_test(tests, an_entry_hidden_from_its_case_is_named);
    tcase_add_test(tests, the_case_of_the_bad_entry_is_told);
    tcase_add_test(tests, a_damaged_file_harms_nothing_and_never_passes_for_another_book);
    tcase_add_test(tests, running_out_of_memory_leaves_by_the_arena_and_the_book_can_be_read_again);
    suite_add_tcase(suite, tests);
    return suite;
}
