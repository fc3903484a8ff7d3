/* A disk without room: a command is refused with a sentence, nothing is half done, and the next one works. */
#include "scratch.h"
#include "story.h"

static const char *path;
static bylaw_book *book;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
    story_told(path, STORY_MOVED);
    book = world_open(path, true);
}

static void tear_down(void) {
    bylaw_book_close(book);
    story_tear_down();
}

static rlim_t size_of_book(void) {
    struct stat about;
    ck_assert_int_eq(stat(path, &about), 0);
    return (rlim_t)about.st_size;
}

START_TEST(a_command_without_room_is_refused_whole_and_the_next_one_works) {
    Text before = story_read(path);
    rlim_t most = size_of_book();
    int refused = 0, said = 0;
    for (rlim_t room = 0; room <= most + 16384; room += 4096) {
        scratch_limit_files(room);
        bylaw_result *result = deed_try(book, &story[STORY_MOVED], -1);
        bool done = result && bylaw_result_code(result) == BYLAW_DONE;
        scratch_limit_files(RLIM_INFINITY);
        if (done) {
            bylaw_free(result);
            break;
        }
        refused++;
        result_explains(result);
        if (strstr(result_ends(result, BYLAW_CANNOT).at, "no room left on the disk")) said++;
        ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
        ck_assert_msg(text_equal(story_read(path), before), "with room for %llu bytes the book was changed",
                      (unsigned long long)room);
    }
    ck_assert_int_gt(refused, 3);
    ck_assert_int_gt(said, 0);
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
    deed_do(book, &story[STORY_MOVED + 1]);
}
END_TEST

START_TEST(a_book_that_cannot_grow_takes_commands_until_it_must_and_goes_on_when_it_can) {
    char fact[400];
    Deed deed = {"submit", "amara", "2026-03-25", {CASE, fact}};
    scratch_limit_files(size_of_book());
    Text said = {0};
    for (int i = 0; i < 300 && !said.at; i++) {
        snprintf(fact, sizeof fact, "name=%0*d", 300, i);
        Text before = book_entries(path);
        bylaw_result *result = deed_try(book, &deed, -1);
        if (bylaw_result_code(result) != BYLAW_DONE) {
            said = result_ends(result, BYLAW_CANNOT);
            ck_assert_text_eq(book_entries(path), before);
        } else {
            bylaw_free(result);
        }
    }
    scratch_limit_files(RLIM_INFINITY);
    ck_assert_says(said, "no room left on the disk");
    deed_do(book, &deed);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
}
END_TEST

START_TEST(a_book_for_which_there_is_no_room_is_not_made) {
    static const char *const rules[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
    const char *other = story_path("other");
    bylaw_create_options options = {.size = sizeof options,
                                    .path = other,
                                    .rules = rules,
                                    .rule_count = 2,
                                    .origin = "bylaw.example/other",
                                    .founder = "dina"};
    bylaw_key_public(world.key, options.public_key);
    for (rlim_t room = 0; room < 100000; room += 9999) {
        scratch_limit_files(room);
        bylaw_result *result = bylaw_book_create(&options, &world.host);
        scratch_limit_files(RLIM_INFINITY);
        if (bylaw_result_code(result) == BYLAW_DONE) {
            bylaw_free(result);
            break;
        }
        result_explains(result);
        result_ends(result, BYLAW_CANNOT);
        ck_assert_msg(access(other, F_OK) != 0, "half a book was left");
        ck_assert_msg(access(text_format(story_arena, "%s-journal", other).at, F_OK) != 0,
                      "a journal was left");
    }
}
END_TEST

START_TEST(a_key_for_which_there_is_no_room_is_not_made) {
    const char *name = story_path("other.key");
    bylaw_key *key = NULL;
    scratch_limit_files(10);
    bylaw_result *result = bylaw_key_create(name, &world.host, &key);
    scratch_limit_files(RLIM_INFINITY);
    ck_assert_says(result_ends(result, BYLAW_CANNOT), "could not be written");
    ck_assert_ptr_null(key);
    ck_assert(access(name, F_OK) != 0);
}
END_TEST

START_TEST(a_refusal_that_cannot_be_noted_stands_and_says_so) {
    static const Deed wrong = {"open", "emil", "2026-03-02", {"partnership_approval"}};
    scratch_limit_files(0);
    bylaw_result *result = deed_try(book, &wrong, -1);
    scratch_limit_files(RLIM_INFINITY);
    ck_assert_says(result_ends(result, BYLAW_WANTING), "\"logged\": false");
}
END_TEST

Suite *full_disk_suite(void) {
    Suite *suite = suite_create("a full disk");
    TCase *tests = tcase_create("full disk");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_command_without_room_is_refused_whole_and_the_next_one_works);
    tcase_add_test(tests, a_book_that_cannot_grow_takes_commands_until_it_must_and_goes_on_when_it_can);
    tcase_add_test(tests, a_book_for_which_there_is_no_room_is_not_made);
    tcase_add_test(tests, a_key_for_which_there_is_no_room_is_not_made);
    tcase_add_test(tests, a_refusal_that_cannot_be_noted_stands_and_says_so);
    suite_add_tcase(suite, tests);
    return suite;
}
