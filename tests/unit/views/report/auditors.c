#include "documents.h"

START_TEST(a_checkpoint_is_its_signed_bytes_and_nothing_else) {
    ck_assert_str_eq(shown("{'kind': 'checkpoint', 'size': 4, 'note': 'example.org/book\n4\nabc=\n\n— x "
                           "y\n', 'verifier_key': 'k'}"),
                     "example.org/book\n4\nabc=\n\n— x y\n");
}
END_TEST

START_TEST(a_receipt_is_its_signed_bytes_and_nothing_else) {
    ck_assert_str_eq(
        shown("{'kind': 'receipt', 'entry': 4, 'receipt': 'c2sp.org/tlog-proof@v1\n', 'verifier_key': 'k'}"),
        "c2sp.org/tlog-proof@v1\n");
}
END_TEST

START_TEST(a_sound_record_shows_what_was_hashed) {
    const char *json = "{'kind': 'verification', 'sound': true, 'origin': 'example.org/b', 'entries': 74, "
                       "'root': 'ab', 'head_signed': true}";
    ck_assert_shows(json, "Sound: the entries are those that the holder of the book's key has signed.\n");
    ck_assert_shows(json, "entries         74\n");
    ck_assert_shows(json, "head            signed\n");
}
END_TEST

START_TEST(a_record_that_is_not_sound_names_its_first_bad_entry) {
    const char *json =
        "{'kind': 'verification', 'sound': false, 'what': 'entry 12 is not the one', 'bad_entry': 12,"
        "'bad_scope': 'PRT-2026-001', 'head_signed': false, 'unsigned_since': 9}";
    ck_assert_shows(json, "Not sound: entry 12 is not the one\n");
    ck_assert_shows(json, "first bad entry 12\n");
}
END_TEST

START_TEST(a_record_that_nobody_signed_is_not_called_sound) {
    const char *json = "{'kind': 'verification', 'sound': true, 'head_signed': false, 'unsigned_since': 9,"
                       "'not_shown': ['that it is the book you saw before']}";
    ck_assert_shows(json, "Not signed: the entries fit each other, but nobody has signed all of them.\n");
    ck_assert_shows(json, "not signed since entry 9\n");
    ck_assert_shows(json, "Not shown\n  that it is the book you saw before\n");
}
END_TEST

START_TEST(a_replay_that_parts_from_the_record_shows_both) {
    const char *json = "{'kind': 'replay', 'identical': false, 'divergence': {'entry': 5, 'entry_kind': "
                       "'scored', 'scope': '',"
                       "'why': 'it differs', 'stored': '{a}', 'replayed': '{b}'}}";
    ck_assert_shows(json, "Not identical: it parts from the record at entry 5\n");
    ck_assert_shows(json, "stored          {a}\n  carried out again {b}\n");
}
END_TEST

START_TEST(an_identical_replay_counts_what_was_compared) {
    ck_assert_str_eq(
        shown("{'kind': 'replay', 'identical': true, 'commands': 1, 'entries': 3}"),
        "Identical: 1 command carried out again, and 3 entries came out the same, byte for byte.\n");
}
END_TEST

Suite *auditors_suite(void) {
    Suite *suite = suite_create("report: what an auditor reads");
    TCase *all = tcase_create("all");
    tcase_add_test(all, a_checkpoint_is_its_signed_bytes_and_nothing_else);
    tcase_add_test(all, a_receipt_is_its_signed_bytes_and_nothing_else);
    tcase_add_test(all, a_sound_record_shows_what_was_hashed);
    tcase_add_test(all, a_record_that_is_not_sound_names_its_first_bad_entry);
    tcase_add_test(all, a_record_that_nobody_signed_is_not_called_sound);
    tcase_add_test(all, a_replay_that_parts_from_the_record_shows_both);
    tcase_add_test(all, an_identical_replay_counts_what_was_compared);
    suite_add_tcase(suite, all);
    return suite;
}
