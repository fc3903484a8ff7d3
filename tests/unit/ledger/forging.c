/* Somebody without the key changes a book so that all in it fits but the signatures: the program must not
 * sign it for him, and verification must not call it sound. */
#include "tamper.h"

static void refuses_to_write(const char *words) {
    Text said;
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(!ledger_load(sample_ledger));
    said = text_copy(scratch_arena, store_error(sample_store)->message);
    ck_assert_int_eq(store_error(sample_store)->problem, STORE_ALTERED);
    ck_assert_msg(strstr(said.at, words) != NULL, "it says: %s", said.at);
    ck_assert(!store_commit(sample_store));
    ck_assert(!sample_verify().sound);
}

/* Nothing signs a head where there is none; commits without a signer stand, and prove nothing. */
static void refuses_to_sign(void) {
    Signer signer = sample_signer();
    Text note;
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    ck_assert(!ledger_checkpoint(sample_ledger, scratch_arena, &signer, &note));
    ck_assert_int_eq(store_error(sample_store)->problem, STORE_ALTERED);
    store_rollback(sample_store);
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    Text bytes = sample_entry(COUNT, COUNT, 1);
    ck_assert(ledger_append(sample_ledger, sample_scope(bytes), bytes));
    ck_assert(!ledger_seal(sample_ledger, &signer, TEXT("")));
    ck_assert(!store_commit(sample_store));
    sample_batch(1, TEXT(""), false);
}

START_TEST(a_rewritten_book_with_its_tree_made_again_takes_no_command) {
    sample_book(COUNT);
    tamper(CHANGE(7));
    forge_tree();
    refuses_to_write("not the one that its head was signed over");
}
END_TEST

START_TEST(a_truncated_book_takes_no_command) {
    sample_book(COUNT);
    tamper("DELETE FROM entries WHERE seq >= 15; DELETE FROM tree WHERE seq >= 15;"
           "DELETE FROM scopes WHERE seq >= 15");
    lock_again();
    refuses_to_write("entries are missing at its end");
}
END_TEST

START_TEST(a_book_whose_tree_is_longer_or_has_gaps_takes_no_command) {
    sample_book(COUNT);
    tamper("INSERT INTO tree SELECT 20, digests FROM tree WHERE seq = 19");
    lock_again();
    refuses_to_write("not as long as its entries");
    tamper("DELETE FROM tree WHERE seq IN (15, 20)");
    lock_again();
    refuses_to_write("its hash tree has gaps");
}
END_TEST

START_TEST(an_old_checkpoint_in_the_heads_place_is_found_and_takes_no_command) {
    sample_batch(3, TEXT("2026-03-02"), true);
    sample_batch(3, TEXT("2026-03-03"), true);
    tamper("UPDATE head SET size = 3, note = (SELECT note FROM checkpoints WHERE size = 3)");
    finds("an old one put in its place");
    lock_again();
    refuses_to_write("older than a checkpoint that was kept");
}
END_TEST

START_TEST(a_head_that_was_removed_is_missed_where_checkpoints_were_kept) {
    sample_batch(3, TEXT("2026-03-02"), true);
    tamper("DELETE FROM head");
    finds("the head is gone");
    ck_assert(!sample_verify().has_head);
    lock_again();
    refuses_to_write("older than a checkpoint");
}
END_TEST

START_TEST(without_any_signed_head_a_book_proves_nothing_and_none_is_made_for_it) {
    sample_book(COUNT);
    tamper("DELETE FROM head; DELETE FROM checkpoints;" CHANGE(7));
    forge_tree();
    Verification found = sample_verify();
    ck_assert(!found.has_head && !found.head_signed && found.unsigned_since == 0);
    refuses_to_sign();
    ck_assert(!sample_verify().has_head);
}
END_TEST

START_TEST(a_head_that_the_books_key_has_not_signed_takes_no_command) {
    uint8_t seed[ED25519_KEY_SIZE] = {9};
    PrivateKey *other = private_key_from_seed(scratch_arena, seed);
    Signer signer = {sample_sign, other, private_key_public(other)};
    Checkpoint head = {.origin = SAMPLE_ORIGIN, .size = COUNT};
    Text note;
    sample_book(COUNT);
    tamper(CHANGE(7));
    forge_tree();
    head.root = sample_verify().root;
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(checkpoint_sign(scratch_arena, &head, &signer, &note));
    ck_assert(store_head_put(sample_store, COUNT, note));
    ck_assert(store_commit(sample_store));
    refuses_to_write("not one that its key has signed");
}
END_TEST

START_TEST(an_unsigned_end_can_be_written_on_and_signed_unless_its_tree_leaves_the_signed_one) {
    sample_batch(5, TEXT(""), true);
    sample_batch(3, TEXT(""), false);
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    store_rollback(sample_store);
    tamper("UPDATE tree SET digests = CAST(substr(digests, 1, 96) || zeroblob(32) AS BLOB) WHERE seq = 7");
    lock_again();
    refuses_to_write("not the one that its head was signed over");
}
END_TEST

START_TEST(a_head_is_called_signed_only_over_the_entries_that_are_there) {
    sample_book(COUNT);
    ck_assert(sample_verify().head_signed && sample_verify().complete);
    tamper(CHANGE(7));
    Verification found = sample_verify();
    ck_assert(found.has_head && !found.head_signed && !found.complete);
    tamper("UPDATE head SET note = replace(note, 'A', 'B')");
    found = sample_verify();
    ck_assert(!found.has_head && found.unsigned_since == 0);
}
END_TEST

static void finds_stray(const char *table, const char *sql) {
    tamper(text_format(scratch_arena, "PRAGMA ignore_check_constraints = ON; %s", sql).at);
    finds(text_format(scratch_arena, "The table \"%s\" has rows that belong to nothing", table).at);
}

START_TEST(rows_where_nobody_looks_are_found) {
    static const char *const rows[][3] = {
        {"entries", "INSERT INTO entries VALUES (-1, x'7b7d')", "DELETE FROM entries WHERE seq < 0"},
        {"tree", "INSERT INTO tree VALUES (-1, x'00')", "DELETE FROM tree WHERE seq < 0"},
        {"checkpoints", "INSERT INTO checkpoints SELECT -5, NULL, note FROM head",
         "DELETE FROM checkpoints WHERE size < 0"},
        {"vault", "INSERT INTO vault VALUES (x'', x'00', x'00')", "DELETE FROM vault"},
        {"vault", "INSERT INTO vault VALUES (x'0011', NULL, NULL)", "DELETE FROM vault"},
        {"blobs", "INSERT INTO blobs VALUES (x'', x'00')", "DELETE FROM blobs WHERE length(digest) < 32"},
        {"blobs", "INSERT INTO blobs VALUES (zeroblob(40), x'00')",
         "DELETE FROM blobs WHERE length(digest) > 32"},
        {"head", "INSERT INTO head SELECT 1, 5, note FROM head", "DELETE FROM head WHERE id = 1"},
        {"head", "UPDATE head SET note = ''", "DELETE FROM head"},
    };
    sample_book(COUNT);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        finds_stray(rows[i][0], rows[i][1]);
        tamper(rows[i][2]);
        Verification found = sample_verify();
        ck_assert_msg(found.sound, "%s: %s", rows[i][2], found.what.at);
    }
}
END_TEST

START_TEST(a_value_too_large_to_read_is_an_alteration_that_verifying_reports) {
    sample_book(COUNT);
    tamper("INSERT INTO blobs SELECT randomblob(32), zeroblob(70000000)");
    Verification found = sample_verify();
    ck_assert(!found.sound && !found.complete);
    ck_assert_msg(strstr(found.what.at, "more than 64 MiB") != NULL, "%s", found.what.at);
}
END_TEST

START_TEST(a_value_that_was_erased_by_half_is_damage) {
    Text salt = TEXT("0123456789abcdef0123456789abcdef");
    sample_book(COUNT);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    Digest commitment = digest_hmac(scratch_arena, salt, TEXT("Ada"));
    ck_assert(store_vault_put(sample_store, commitment, salt, TEXT("Ada")));
    ck_assert(store_commit(sample_store));
    tamper("UPDATE vault SET salt = NULL");
    finds("was not erased rightly");
    ck_assert(sample_verify().withheld == 0 && sample_verify().vault == 0);
    tamper("UPDATE vault SET salt = x'00'");
    finds("not the one that was recorded");
    tamper("UPDATE vault SET salt = CAST('0123456789abcdef0123456789abcdef' AS BLOB), value = NULL");
    finds("was not erased rightly");
    tamper("UPDATE vault SET salt = NULL");
    ck_assert(sample_verify().sound && sample_verify().withheld == 1);
}
END_TEST

static void add(const char *from, const char *to) {
    Text bytes = sample_entry(3, 3, 1);
    ck_assert_ptr_nonnull(strstr(bytes.at, from));
    Text start = text_part(bytes, 0, (size_t)(strstr(bytes.at, from) - bytes.at));
    Text rest = text_part(bytes, start.len + strlen(from), bytes.len);
    bytes = text_format(scratch_arena, "%.*s%s%.*s", TEXT_ARG(start), to, TEXT_ARG(rest));
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    ck_assert(ledger_append(sample_ledger, sample_scope(bytes), bytes));
    ck_assert(store_commit(sample_store));
}

START_TEST(an_entry_that_counts_its_case_wrongly_is_named) {
    sample_book(3);
    add("\"scope_version\":1,", "\"scope_version\":2,");
    finds_entry(3, "is not the one of \"PRB-2026-01\" that it says: the 2.");
}
END_TEST

START_TEST(an_entry_under_no_charter_is_named) {
    sample_book(3);
    Text named = text_format(
        scratch_arena, "\"charter\":\"%s\",",
        digest_hex(scratch_arena, hasher_sha256_of(hasher_new(scratch_arena), sample_manifest())).at);
    add(named.at, "");
    finds_entry(3, "names no charter");
}
END_TEST

/* --- a checkpoint that somebody kept ----------------------------------------------------------------------
 */

static Text handed_out(void) {
    Text note;
    ck_assert(store_begin(sample_store, STORE_READ) && ledger_load(sample_ledger));
    ck_assert(ledger_checkpoint(sample_ledger, scratch_arena, NULL, &note));
    store_rollback(sample_store);
    return note;
}

static bool fits(Text note, const char *words) {
    bool it_fits = false;
    Text why_not = TEXT("");
    PublicKey key = private_key_public(sample_key);
    ck_assert(store_begin(sample_store, STORE_READ) && ledger_load(sample_ledger));
    ck_assert(ledger_check_kept(sample_ledger, scratch_arena, key, note, &it_fits, &why_not));
    store_rollback(sample_store);
    if (!it_fits) ck_assert_msg(strstr(why_not.at, words) != NULL, "it says: %s", why_not.at);
    return it_fits;
}

START_TEST(a_kept_checkpoint_fits_the_book_that_grew_since) {
    for (int i = 0; i < 9; i++) {
        sample_batch(1 + (uint64_t)i % 3, TEXT(""), true);
        Text note = handed_out();
        ck_assert(fits(note, ""));
        sample_batch(2, TEXT(""), true);
        ck_assert(fits(note, ""));
    }
}
END_TEST

START_TEST(a_kept_checkpoint_shows_a_book_that_was_rolled_back) {
    sample_batch(3, TEXT("2026-03-02"), true);
    sample_batch(3, TEXT(""), true);
    Text note = handed_out();
    tamper("DELETE FROM entries WHERE seq >= 3; DELETE FROM tree WHERE seq >= 3; DELETE FROM scopes WHERE "
           "seq >= "
           "3; UPDATE head SET size = 3, note = (SELECT note FROM checkpoints WHERE size = 3)");
    ck_assert(sample_verify().sound && sample_verify().head_signed);
    ck_assert(!fits(note, "it was rolled back"));
}
END_TEST

START_TEST(a_kept_checkpoint_shows_a_changed_history) {
    sample_batch(3, TEXT(""), true);
    Text note = handed_out();
    tamper(CHANGE(1));
    forge_tree();
    ck_assert(!fits(note, "at least one was changed"));
}
END_TEST

START_TEST(a_checkpoint_of_another_book_or_key_is_said_to_be_so) {
    sample_batch(3, TEXT(""), true);
    Text note = handed_out(), other = text_copy(scratch_arena, note);
    *strstr((char *)other.at, "\n3\n") = 'x';
    ck_assert(!fits(other, "is not this book's"));
    ck_assert(!fits(TEXT("dear diary"), "is not this book's"));
    sample_ledger = ledger_new(scratch_arena, sample_store, TEXT("example.org/others"));
    ck_assert(!fits(note, "is not this book's"));
}
END_TEST

Suite *forging_suite(void) {
    Suite *suite = suite_create("forging a book");
    TCase *tests = tcase_create("forging");
    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, sample_set_up, scratch_tear_down);
    tcase_add_test(tests, a_rewritten_book_with_its_tree_made_again_takes_no_command);
    tcase_add_test(tests, a_truncated_book_takes_no_command);
    tcase_add_test(tests, a_book_whose_tree_is_longer_or_has_gaps_takes_no_command);
    tcase_add_test(tests, an_old_checkpoint_in_the_heads_place_is_found_and_takes_no_command);
    tcase_add_test(tests, a_head_that_was_removed_is_missed_where_checkpoints_were_kept);
    tcase_add_test(tests, without_any_signed_head_a_book_proves_nothing_and_none_is_made_for_it);
    tcase_add_test(tests, a_head_that_the_books_key_has_not_signed_takes_no_command);
    tcase_add_test(tests, an_unsigned_end_can_be_written_on_and_signed_unless_its_tree_leaves_the_signed_one);
    tcase_add_test(tests, a_head_is_called_signed_only_over_the_entries_that_are_there);
    tcase_add_test(tests, rows_where_nobody_looks_are_found);
    tcase_add_test(tests, a_value_too_large_to_read_is_an_alteration_that_verifying_reports);
    tcase_add_test(tests, a_value_that_was_erased_by_half_is_damage);
    tcase_add_test(tests, an_entry_that_counts_its_case_wrongly_is_named);
    tcase_add_test(tests, an_entry_under_no_charter_is_named);
    tcase_add_test(tests, a_kept_checkpoint_fits_the_book_that_grew_since);
    tcase_add_test(tests, a_kept_checkpoint_shows_a_book_that_was_rolled_back);
    tcase_add_test(tests, a_kept_checkpoint_shows_a_changed_history);
    tcase_add_test(tests, a_checkpoint_of_another_book_or_key_is_said_to_be_so);
    suite_add_tcase(suite, tests);
    return suite;
}
