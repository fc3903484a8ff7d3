#include "sample.h"
#include <inttypes.h>

static void read_begin(void) {
    ck_assert(store_begin(sample_store, STORE_READ));
    ck_assert(ledger_load(sample_ledger));
}

static Digest root_now(void) {
    Digest root;
    ck_assert(ledger_root(sample_ledger, &root));
    return root;
}

START_TEST(a_sound_book_verifies_with_all_that_it_has) {
    sample_book(20);
    Verification found = sample_verify();
    ck_assert_msg(found.sound, "%s", found.what.at);
    ck_assert_uint_eq(found.entries, 20);
    ck_assert(found.head_signed);
    ck_assert_uint_eq(found.unsigned_since, 20);
    read_begin();
    ck_assert(digest_equal(found.root, root_now()));
}
END_TEST

START_TEST(an_empty_book_is_sound_and_unsigned) {
    Verification found = sample_verify();
    ck_assert(found.sound && !found.head_signed);
    ck_assert_uint_eq(found.unsigned_since, 0);
    ck_assert_uint_eq(found.entries, 0);
}
END_TEST

START_TEST(the_ledger_goes_on_where_it_was_when_opened_again) {
    for (int i = 0; i < 9; i++) {
        sample_batch(1 + (uint64_t)i % 4, TEXT(""), true);
        sample_open(STORE_WRITE);
        ck_assert(sample_verify().sound);
    }
}
END_TEST

START_TEST(without_its_signer_the_book_says_since_when_its_head_is_unsigned) {
    sample_batch(3, TEXT(""), true);
    sample_batch(2, TEXT(""), false);
    sample_batch(2, TEXT(""), false);
    Verification found = sample_verify();
    ck_assert(found.sound && !found.head_signed);
    ck_assert_uint_eq(found.unsigned_since, 3);
    sample_batch(1, TEXT(""), true);
    ck_assert(sample_verify().head_signed);
}
END_TEST

static bool list_size(void *list, uint64_t size, Text note) {
    (void)note;
    buf_format(list, "%" PRIu64 " ", size);
    return true;
}

static Text kept(void) {
    Buf list = buf_new(scratch_arena);
    ck_assert(store_checkpoints(sample_store, scratch_arena, list_size, &list));
    return buf_done(&list);
}

START_TEST(the_first_head_of_a_day_is_kept_and_each_that_is_handed_out) {
    Signer signer = sample_signer();
    Text note, again;
    sample_batch(1, TEXT("2026-03-02"), true);
    sample_batch(1, TEXT("2026-03-02"), true);
    sample_batch(1, TEXT("2026-03-03"), true);
    sample_batch(1, TEXT("2026-03-03"), true);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert_text_is(kept(), "1 3 ");
    ck_assert(ledger_load(sample_ledger));
    ck_assert(ledger_checkpoint(sample_ledger, scratch_arena, NULL, &note));
    ck_assert_text_is(kept(), "1 3 4 ");
    ck_assert(ledger_checkpoint(sample_ledger, scratch_arena, &signer, &again));
    ck_assert_text_eq(again, note);
    ck_assert(store_commit(sample_store));
    Verification found = sample_verify();
    ck_assert(found.sound);
    ck_assert_uint_eq(found.checkpoints, 4);
}
END_TEST

START_TEST(an_unsigned_head_is_handed_out_only_once_signed) {
    Signer signer = sample_signer();
    Text note;
    sample_batch(1, TEXT(""), true);
    sample_batch(2, TEXT(""), false);
    read_begin();
    ck_assert(!ledger_checkpoint(sample_ledger, scratch_arena, &signer, &note));
    store_rollback(sample_store);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(ledger_load(sample_ledger));
    ck_assert(!ledger_checkpoint(sample_ledger, scratch_arena, NULL, &note));
    ck_assert_int_eq(store_error(sample_store)->problem, STORE_OK);
    ck_assert(ledger_checkpoint(sample_ledger, scratch_arena, &signer, &note));
    ck_assert(store_commit(sample_store));
    ck_assert(sample_verify().head_signed);
}
END_TEST

START_TEST(every_entry_has_a_receipt_that_its_head_covers) {
    sample_book(13);
    read_begin();
    for (uint64_t seq = 0; seq < 13; seq++) {
        Text receipt;
        ck_assert(ledger_receipt(sample_ledger, scratch_arena, seq, &receipt));
        Text start = text_format(
            scratch_arena, "c2sp.org/tlog-proof@v1\nextra %s\nindex %d\n",
            base64_encode(scratch_arena, sample_entry(seq, seq / 3 * 3, seq == 12 ? 1 : 3)).at, (int)seq);
        ck_assert_msg(text_starts(receipt, start), "%s", receipt.at);
    }
}
END_TEST

START_TEST(there_is_no_receipt_for_what_is_not_there_or_not_signed) {
    Text receipt;
    sample_batch(4, TEXT(""), true);
    sample_batch(1, TEXT(""), false);
    read_begin();
    ck_assert(ledger_receipt(sample_ledger, scratch_arena, 3, &receipt));
    ck_assert(!ledger_receipt(sample_ledger, scratch_arena, 4, &receipt));
    ck_assert(!ledger_receipt(sample_ledger, scratch_arena, 5, &receipt));
    ck_assert_int_eq(store_error(sample_store)->problem, STORE_OK);
}
END_TEST

START_TEST(a_rebuilt_tree_is_the_same_tree) {
    Text before, after;
    sample_book(11);
    read_begin();
    Digest root = root_now();
    ck_assert(ledger_receipt(sample_ledger, scratch_arena, 5, &before));
    store_rollback(sample_store);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(store_drop_rebuildable(sample_store));
    ck_assert(ledger_rebuild(sample_ledger));
    ck_assert(store_commit(sample_store));
    read_begin();
    ck_assert(digest_equal(root, root_now()));
    ck_assert(ledger_receipt(sample_ledger, scratch_arena, 5, &after));
    ck_assert_text_eq(before, after);
    store_rollback(sample_store);
    ck_assert(sample_verify().sound);
}
END_TEST

START_TEST(a_rolled_back_batch_leaves_no_trace_in_the_tree) {
    Digest root;
    sample_book(5);
    ck_assert(store_begin(sample_store, STORE_WRITE));
    ck_assert(ledger_load(sample_ledger));
    ck_assert(ledger_append(sample_ledger, TEXT("X"), TEXT("{}")));
    store_rollback(sample_store);
    sample_batch(2, TEXT(""), true);
    read_begin();
    root = root_now();
    store_rollback(sample_store);
    Verification found = sample_verify();
    ck_assert(found.sound && digest_equal(root, found.root));
}
END_TEST

typedef struct Steps {
    uint64_t last;
    int calls;
} Steps;

static void step(void *context, uint64_t done, uint64_t of) {
    Steps *steps = context;
    ck_assert(done > steps->last && done <= of);
    *steps = (Steps){done, steps->calls + 1};
}

/* Longer than one slice, and grown while it is read. */
START_TEST(a_long_book_is_verified_in_slices_with_progress) {
    Steps steps = {0};
    Verification found;
    sample_batch(4500, TEXT(""), true);
    sample_batch(600, TEXT(""), true);
    ck_assert(
        ledger_verify(sample_ledger, scratch_arena, private_key_public(sample_key), step, &steps, &found));
    ck_assert_msg(found.sound, "%s", found.what.at);
    ck_assert_uint_eq(steps.last, 5100);
    ck_assert_int_gt(steps.calls, 1);
}
END_TEST

Suite *keeping_a_ledger_suite(void) {
    Suite *suite = suite_create("keeping a ledger");
    TCase *tests = tcase_create("ledger");
    tcase_set_timeout(tests, 30);
    tcase_add_checked_fixture(tests, sample_set_up, scratch_tear_down);
    tcase_add_test(tests, a_sound_book_verifies_with_all_that_it_has);
    tcase_add_test(tests, an_empty_book_is_sound_and_unsigned);
    tcase_add_test(tests, the_ledger_goes_on_where_it_was_when_opened_again);
    tcase_add_test(tests, without_its_signer_the_book_says_since_when_its_head_is_unsigned);
    tcase_add_test(tests, the_first_head_of_a_day_is_kept_and_each_that_is_handed_out);
    tcase_add_test(tests, an_unsigned_head_is_handed_out_only_once_signed);
    tcase_add_test(tests, every_entry_has_a_receipt_that_its_head_covers);
    tcase_add_test(tests, there_is_no_receipt_for_what_is_not_there_or_not_signed);
    tcase_add_test(tests, a_rebuilt_tree_is_the_same_tree);
    tcase_add_test(tests, a_rolled_back_batch_leaves_no_trace_in_the_tree);
    tcase_add_test(tests, a_long_book_is_verified_in_slices_with_progress);
    suite_add_tcase(suite, tests);
    return suite;
}
