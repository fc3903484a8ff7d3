#include "story.h"
#include <sys/stat.h>
#include <unistd.h>

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("a.key");
}

START_TEST(a_new_key_can_be_read_by_its_owner_alone_and_opened_again) {
    bylaw_key *made = NULL, *opened = NULL;
    struct stat about;
    uint8_t first[32], second[32], signature[64], again[64];
    mode_t mask = umask(0);
    result_ends(bylaw_key_create(path, &world.host, &made), BYLAW_DONE);
    umask(mask);
    ck_assert_int_eq(stat(path, &about), 0);
    ck_assert_int_eq(about.st_mode & 07777, 0600);
    result_ends(bylaw_key_open(path, &opened), BYLAW_DONE);
    bylaw_key_public(made, first);
    bylaw_key_public(opened, second);
    ck_assert_mem_eq(first, second, 32);
    ck_assert(bylaw_key_sign(made, "head", 4, signature));
    ck_assert(bylaw_key_sign(opened, "head", 4, again));
    ck_assert_mem_eq(signature, again, 64);
    bylaw_key_free(made);
    bylaw_key_free(opened);
}
END_TEST

START_TEST(a_key_that_is_there_is_never_overwritten) {
    bylaw_key *key = NULL;
    result_ends(bylaw_key_create(path, &world.host, &key), BYLAW_DONE);
    bylaw_key_free(key);
    Text before = story_read(path);
    Text said = result_ends(bylaw_key_create(path, &world.host, &key), BYLAW_CANNOT);
    ck_assert_ptr_null(key);
    ck_assert_says(said, "a key is there already");
    ck_assert_text_eq(story_read(path), before);
}
END_TEST

START_TEST(a_link_to_nowhere_is_not_followed_to_make_a_key) {
    bylaw_key *key = NULL;
    ck_assert_int_eq(symlink(story_path("elsewhere"), path), 0);
    result_ends(bylaw_key_create(path, &world.host, &key), BYLAW_CANNOT);
    ck_assert(access(story_path("elsewhere"), F_OK) != 0);
}
END_TEST

static const char not_a_key[] = "-----BEGIN PRIVATE KEY-----\nnot base64 at all\n-----END PRIVATE KEY-----\n";
/* A key for other curves (X25519) in the same wrapping. */
static const char other_curve[] = "-----BEGIN PRIVATE KEY-----\n"
                                  "MC4CAQAwBQYDK2VuBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
                                  "-----END PRIVATE KEY-----\n";

START_TEST(what_is_no_key_is_refused_with_the_way_to_make_one) {
    static const char *const contents[] = {"", "hello\n", not_a_key, other_curve};
    for (size_t i = 0; i < 4; i++) {
        bylaw_key *key = NULL;
        story_write(path, text_of(contents[i]));
        Text said = result_ends(bylaw_key_open(path, &key), BYLAW_CANNOT);
        ck_assert_ptr_null(key);
        ck_assert_says(said, "holds no Ed25519 private key");
        ck_assert_says(said, "openssl genpkey");
    }
}
END_TEST

START_TEST(a_file_that_cannot_be_a_key_is_not_read) {
    bylaw_key *key = NULL;
    ck_assert_says(result_ends(bylaw_key_open(story_path("none"), &key), BYLAW_CANNOT),
                   "there is no such file");
    ck_assert_int_eq(mkdir(path, 0700), 0);
    ck_assert_says(result_ends(bylaw_key_open(path, &key), BYLAW_CANNOT), "is a folder");
    char *large = arena_alloc(story_arena, 100000);
    story_write(story_path("large"), (Text){large, 100000});
    ck_assert_says(result_ends(bylaw_key_open(story_path("large"), &key), BYLAW_CANNOT), "at most");
}
END_TEST

static bool no_chance(void *context, void *bytes, size_t count) {
    (void)context, (void)bytes, (void)count;
    return false;
}

START_TEST(without_chance_there_is_no_key_and_nothing_personal_is_entered) {
    bylaw_key *key = NULL;
    bylaw_host host = world.host;
    host.random = no_chance;
    ck_assert_says(result_ends(bylaw_key_create(path, &host, &key), BYLAW_CANNOT), "no random bytes");
    ck_assert(access(path, F_OK) != 0);

    const char *name = story_path("book");
    story_told(name, STORY_OPENED);
    Text before = story_read(name);
    bylaw_book *book = NULL;
    result_ends(bylaw_book_open(name, true, &host, &book), BYLAW_DONE);
    ck_assert_says(result_ends(deed_try(book, &story[STORY_OPENED], -1), BYLAW_CANNOT), "no random bytes");
    bylaw_book_close(book);
    ck_assert_text_eq(story_read(name), before);
}
END_TEST

Suite *keeping_keys_suite(void) {
    Suite *suite = suite_create("keeping keys");
    TCase *tests = tcase_create("keys");
    tcase_add_checked_fixture(tests, set_up, story_tear_down);
    tcase_add_test(tests, a_new_key_can_be_read_by_its_owner_alone_and_opened_again);
    tcase_add_test(tests, a_key_that_is_there_is_never_overwritten);
    tcase_add_test(tests, a_link_to_nowhere_is_not_followed_to_make_a_key);
    tcase_add_test(tests, what_is_no_key_is_refused_with_the_way_to_make_one);
    tcase_add_test(tests, a_file_that_cannot_be_a_key_is_not_read);
    tcase_add_test(tests, without_chance_there_is_no_key_and_nothing_personal_is_entered);
    suite_add_tcase(suite, tests);
    return suite;
}
