#include "base/digest.h"
#include "check_more.h"

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

/* FIPS 180-4's examples and the empty text. */
START_TEST(sha256_gives_the_published_digests) {
    const struct {
        const char *text, *digest;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    Hasher *hasher = hasher_new(arena);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_text_is(digest_hex(arena, hasher_sha256_of(hasher, text_of(cases[i].text))),
                          cases[i].digest);
}
END_TEST

START_TEST(the_digest_of_parts_is_that_of_the_whole) {
    Hasher *hasher = hasher_new(arena);
    const Text parts[] = {TEXT("a"), TEXT(""), {NULL, 0}, TEXT("bc")};
    ck_assert(digest_equal(hasher_sha256(hasher, parts, 4), hasher_sha256_of(hasher, TEXT("abc"))));
    ck_assert(!digest_equal(hasher_sha256(hasher, parts, 3), hasher_sha256_of(hasher, TEXT("abc"))));
    ck_assert(digest_equal(hasher_sha256(hasher, NULL, 0), hasher_sha256_of(hasher, TEXT(""))));
}
END_TEST

/* RFC 4231, cases 1, 2, 3 and 6; and the empty key. */
START_TEST(hmac_gives_the_published_codes) {
    Buf fifty = buf_new(arena), long_key = buf_new(arena), short_key = buf_new(arena),
        middle = buf_new(arena);
    buf_repeat(&fifty, '\xdd', 50);
    buf_repeat(&long_key, '\xaa', 131);
    buf_repeat(&middle, '\xaa', 20);
    buf_repeat(&short_key, '\x0b', 20);
    const struct {
        Text key, bytes;
        const char *code;
    } cases[] = {
        {buf_done(&short_key), TEXT("Hi There"),
         "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {TEXT("Jefe"), TEXT("what do ya want for nothing?"),
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {buf_done(&middle), buf_done(&fifty),
         "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
        {buf_done(&long_key), TEXT("Test Using Larger Than Block-Size Key - Hash Key First"),
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {{NULL, 0}, {NULL, 0}, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_text_is(digest_hex(arena, digest_hmac(arena, cases[i].key, cases[i].bytes)), cases[i].code);
}
END_TEST

START_TEST(a_digest_is_read_from_its_hex_only) {
    const char *hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    Digest digest;
    ck_assert(digest_from_hex(text_of(hex), &digest));
    ck_assert_text_is(digest_hex(arena, digest), hex);
    ck_assert_uint_eq(digest_text(&digest).len, 32);
    ck_assert(!digest_from_hex(text_part(text_of(hex), 0, 62), &digest));
    ck_assert(
        !digest_from_hex(TEXT("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"), &digest));
    ck_assert(
        !digest_from_hex(TEXT("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag"), &digest));
}
END_TEST

/* RFC 4648, section 10. */
START_TEST(base64_gives_the_published_texts) {
    const struct {
        const char *bytes, *text;
    } cases[] = {{"", ""},
                 {"f", "Zg=="},
                 {"fo", "Zm8="},
                 {"foo", "Zm9v"},
                 {"foob", "Zm9vYg=="},
                 {"fooba", "Zm9vYmE="},
                 {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text bytes;
        ck_assert_text_is(base64_encode(arena, text_of(cases[i].bytes)), cases[i].text);
        ck_assert(base64_decode(arena, text_of(cases[i].text), &bytes));
        ck_assert_text_is(bytes, cases[i].bytes);
    }
}
END_TEST

START_TEST(only_what_base64_writes_is_read) {
    const char *bad[] = {"Zg",   "Zg=",      "Zg===", "Z===",  "====", "Zh==",  "Zm9=",
                         "Z g=", "Zg==Zg==", "Zm-_",  "\nZg=", "=Zg=", "Zm9v\n"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        Text bytes;
        ck_assert_msg(!base64_decode(arena, text_of(bad[i]), &bytes), "%s", bad[i]);
    }
}
END_TEST

START_TEST(every_byte_survives_hex_and_base64) {
    char all[256];
    for (int i = 0; i < 256; i++) all[i] = (char)i;
    for (size_t len = 0; len <= 256; len++) {
        Text bytes = {all + 256 - len, len}, back;
        ck_assert(hex_decode(arena, hex_encode(arena, bytes), &back));
        ck_assert_text_eq(back, bytes);
        ck_assert(base64_decode(arena, base64_encode(arena, bytes), &back));
        ck_assert_text_eq(back, bytes);
    }
    Text back;
    ck_assert(!hex_decode(arena, TEXT("abc"), &back) && !hex_decode(arena, TEXT("AB"), &back));
}
END_TEST

static void use_digests(void *context) {
    Arena *limited = context;
    Hasher *hasher = hasher_new(limited);
    digest_hex(limited, hasher_sha256_of(hasher, TEXT("abc")));
    Text bytes;
    base64_decode(limited, base64_encode(limited, TEXT("abc")), &bytes);
}

START_TEST(running_out_of_memory_leaks_nothing) {
    bool done = false;
    for (size_t after = 1; !done; after++) {
        Arena *limited = arena_new(0);
        arena_fail_after(limited, after);
        done = arena_try(limited, use_digests, limited);
        arena_free(limited);
    }
}
END_TEST

Suite *digest_test_suite(void) {
    Suite *suite = suite_create("digest");
    TCase *tests = tcase_create("digest");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, sha256_gives_the_published_digests);
    tcase_add_test(tests, the_digest_of_parts_is_that_of_the_whole);
    tcase_add_test(tests, hmac_gives_the_published_codes);
    tcase_add_test(tests, a_digest_is_read_from_its_hex_only);
    tcase_add_test(tests, base64_gives_the_published_texts);
    tcase_add_test(tests, only_what_base64_writes_is_read);
    tcase_add_test(tests, every_byte_survives_hex_and_base64);
    tcase_add_test(tests, running_out_of_memory_leaks_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
