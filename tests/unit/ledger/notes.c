#include "ledger/note.h"
#include "scratch.h"

#define NEUMANN TEXT("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
#define NAME    TEXT("example.org/b")

static PrivateKey *key;
static Signer signer;

static bool sign(void *context, Text message, Signature *signature) {
    return private_key_sign(context, message, signature);
}

static bool cannot_sign(void *context, Text message, Signature *signature) {
    (void)context, (void)message, (void)signature;
    return false;
}

static PrivateKey *key_of(uint8_t first) {
    uint8_t seed[ED25519_KEY_SIZE] = {first};
    return private_key_from_seed(scratch_arena, seed);
}

static void set_up(void) {
    scratch_set_up();
    key = key_of(1);
    signer = (Signer){sign, key, private_key_public(key)};
}

static Text sample_note(void) {
    Checkpoint checkpoint = {NAME, 12, {{1, 2, 3}}};
    Text note;
    ck_assert(checkpoint_sign(scratch_arena, &checkpoint, &signer, &note));
    return note;
}

/* RFC 8032, section 7.1, test 2. */
START_TEST(the_keys_are_ed25519_as_everybody_has_it) {
    Text seed, public_half, want;
    hex_decode(scratch_arena, TEXT("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
               &seed);
    hex_decode(scratch_arena, TEXT("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
               &public_half);
    hex_decode(scratch_arena,
               TEXT("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
               &want);
    PrivateKey *known = private_key_from_seed(scratch_arena, (const uint8_t *)seed.at);
    PublicKey public_key = private_key_public(known);
    Signature signature;
    ck_assert_mem_eq(public_key.bytes, public_half.at, ED25519_KEY_SIZE);
    ck_assert(private_key_sign(known, TEXT("\x72"), &signature));
    ck_assert_mem_eq(signature.bytes, want.at, ED25519_SIGNATURE_SIZE);
    ck_assert(public_key_verify(public_key, TEXT("\x72"), &signature));
    ck_assert(!public_key_verify(public_key, TEXT("\x73"), &signature));
}
END_TEST

START_TEST(a_private_key_goes_through_its_file_format) {
    Text pem = private_key_pem(scratch_arena, key);
    ck_assert(text_starts(pem, TEXT("-----BEGIN PRIVATE KEY-----\n")));
    PrivateKey *again = private_key_from_pem(scratch_arena, pem);
    ck_assert_ptr_nonnull(again);
    PublicKey a = private_key_public(key), b = private_key_public(again);
    ck_assert_mem_eq(a.bytes, b.bytes, ED25519_KEY_SIZE);
    ck_assert_ptr_null(private_key_from_pem(scratch_arena, TEXT("")));
    ck_assert_ptr_null(private_key_from_pem(scratch_arena, TEXT("-----BEGIN PRIVATE KEY-----\nAAAA\n")));
    ck_assert_ptr_null(private_key_from_pem(scratch_arena, text_part(pem, 0, pem.len / 2)));
}
END_TEST

START_TEST(a_key_with_a_password_is_refused_and_asks_nobody) {
    ck_assert_ptr_null(private_key_from_pem(
        scratch_arena, TEXT("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                            "MIGjMF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBDVxLfFLbEzw6CYcJyh\n"
                            "ZJH9AgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQzxvVuPPrZfFyvJEA\n"
                            "c4RkFwRAQ3dmdPMGEzHjD4Pe+QyHqtk0xlKcXEHnjGMs0J6NnZQrMKs8d0LqYyCN\n"
                            "8oXn+8n8hC2pW7y2z0nN7LG5iF2OhA==\n"
                            "-----END ENCRYPTED PRIVATE KEY-----\n")));
}
END_TEST

START_TEST(a_verifier_key_of_another_tool_is_read_and_written) {
    Text origin;
    PublicKey public_key;
    ck_assert(verifier_key_read(NEUMANN, scratch_arena, &origin, &public_key));
    ck_assert_text_is(origin, "PeterNeumann");
    ck_assert_text_eq(verifier_key(scratch_arena, origin, public_key), NEUMANN);
}
END_TEST

START_TEST(a_verifier_key_that_was_mistyped_is_refused) {
    static const char *const bad[] = {
        "",
        "+",
        "a+b",
        "PeterNeumann+c74f20a3+",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhPc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
    };
    Text origin;
    PublicKey public_key;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!verifier_key_read(text_of(bad[i]), scratch_arena, &origin, &public_key), "%s", bad[i]);
}
END_TEST

/* The signature of a note made by Go's sumdb/note holds here; it is only no checkpoint. */
START_TEST(a_note_signed_by_another_tool_verifies) {
    Text origin, why_not;
    PublicKey public_key;
    Checkpoint checkpoint;
    ck_assert(verifier_key_read(NEUMANN, scratch_arena, &origin, &public_key));
    Text note =
        TEXT("If you think cryptography is the answer to your problem,\n"
             "then you don't know what your problem is.\n"
             "\n"
             "\xe2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfq"
             "dngotpRZb6KE6RyyBwJnAM=\n");
    ck_assert(!checkpoint_verify(scratch_arena, note, origin, public_key, &checkpoint, &why_not));
    ck_assert_text_is(why_not, "It lacks a line: a checkpoint has an origin, a size and a root.");
}
END_TEST

START_TEST(a_checkpoint_has_its_three_lines_and_a_signature) {
    Text note = sample_note(), why_not;
    Checkpoint read;
    ck_assert(text_starts(note, TEXT("example.org/b\n12\nAQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n"
                                     "\xe2\x80\x94 example.org/b ")));
    ck_assert_msg(checkpoint_verify(scratch_arena, note, NAME, signer.public_key, &read, &why_not), "%s",
                  why_not.at);
    ck_assert_uint_eq(read.size, 12);
    ck_assert_text_is(read.origin, "example.org/b");
    ck_assert_int_eq(read.root.bytes[2], 3);
}
END_TEST

START_TEST(a_checkpoint_says_nothing_once_a_byte_of_it_is_changed) {
    Text note = sample_note(), why_not;
    Checkpoint read;
    for (size_t i = 0; i < note.len; i++) {
        char *changed = (char *)text_copy(scratch_arena, note).at;
        changed[i] ^= 1;
        Text text = {changed, note.len};
        ck_assert_msg(!checkpoint_verify(scratch_arena, text, NAME, signer.public_key, &read, &why_not),
                      "byte %zu was changed: %s", i, changed);
        ck_assert(!text_empty(why_not));
    }
    for (size_t len = 0; len < note.len; len++)
        ck_assert(!checkpoint_verify(scratch_arena, text_part(note, 0, len), NAME, signer.public_key, &read,
                                     &why_not));
}
END_TEST

START_TEST(other_keys_and_other_books_are_told_apart) {
    Text note = sample_note(), why_not;
    Checkpoint read;
    PublicKey other = private_key_public(key_of(2));
    ck_assert(!checkpoint_verify(scratch_arena, note, NAME, other, &read, &why_not));
    ck_assert_text_is(why_not, "It is not signed with the key that was given.");
    ck_assert(
        !checkpoint_verify(scratch_arena, note, TEXT("example.org/c"), signer.public_key, &read, &why_not));
}
END_TEST

START_TEST(cosignatures_of_others_and_further_lines_are_passed_over) {
    Text note = sample_note(), why_not;
    Checkpoint read;
    Text more =
        text_format(scratch_arena, "%.*s\xe2\x80\x94 witness.example mJirIkljAAAAAAAA\n", TEXT_ARG(note));
    ck_assert(checkpoint_verify(scratch_arena, more, NAME, signer.public_key, &read, &why_not));
    Text bad = text_format(scratch_arena, "%.*snonsense\n", TEXT_ARG(note));
    ck_assert(!checkpoint_verify(scratch_arena, bad, NAME, signer.public_key, &read, &why_not));
}
END_TEST

START_TEST(a_checkpoint_cannot_be_signed_without_its_signer) {
    Checkpoint checkpoint = {NAME, 12, {{0}}};
    Signer away = {cannot_sign, NULL, signer.public_key};
    Text note;
    ck_assert(!checkpoint_sign(scratch_arena, &checkpoint, &away, &note));
}
END_TEST

START_TEST(an_origin_is_one_word_without_a_plus) {
    ck_assert(origin_valid(TEXT("example.org/partnerships")));
    ck_assert(origin_valid(TEXT("b\xc3\xbcro")));
    static const char *const bad[] = {"",           "a b",           "a+b",  "a\nb",
                                      "a\xc2\xa0z", "a\xe2\x80\x89", "\xff", "a\tb"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!origin_valid(text_of(bad[i])), "%s", bad[i]);
}
END_TEST

Suite *notes_suite(void) {
    Suite *suite = suite_create("keys and signed notes");
    TCase *tests = tcase_create("notes");
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, the_keys_are_ed25519_as_everybody_has_it);
    tcase_add_test(tests, a_private_key_goes_through_its_file_format);
    tcase_add_test(tests, a_key_with_a_password_is_refused_and_asks_nobody);
    tcase_add_test(tests, a_verifier_key_of_another_tool_is_read_and_written);
    tcase_add_test(tests, a_verifier_key_that_was_mistyped_is_refused);
    tcase_add_test(tests, a_note_signed_by_another_tool_verifies);
    tcase_add_test(tests, a_checkpoint_has_its_three_lines_and_a_signature);
    tcase_add_test(tests, a_checkpoint_says_nothing_once_a_byte_of_it_is_changed);
    tcase_add_test(tests, other_keys_and_other_books_are_told_apart);
    tcase_add_test(tests, cosignatures_of_others_and_further_lines_are_passed_over);
    tcase_add_test(tests, a_checkpoint_cannot_be_signed_without_its_signer);
    tcase_add_test(tests, an_origin_is_one_word_without_a_plus);
    suite_add_tcase(suite, tests);
    return suite;
}
