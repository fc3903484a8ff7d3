/* Many commands at once: they enter what they would have entered one by one, or nothing; and what is only
 * tried leaves no trace. */
#include "story.h"

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
}

static bylaw_result *bulk_try(const bylaw_act_options *acts, size_t count, bool dry_run) {
    bylaw_book *book = world_open(path, true);
    bylaw_bulk_options options = {.size = sizeof options, .acts = acts, .count = count, .dry_run = dry_run};
    bylaw_result *result = bylaw_bulk(book, &options);
    bylaw_book_close(book);
    return result;
}

static const bylaw_word opening[] = {{NULL, "partnership_approval"}},
                        naming[] = {{NULL, CASE}, {NULL, "name=MedData"}},
                        nobody[] = {{NULL, "PRT-77"}, {NULL, "name=MedData"}};
#define ACT(word, list)                                                                                      \
    {                                                                                                        \
        .size = sizeof(bylaw_act_options), .verb = word, .words = list,                                      \
        .word_count = sizeof list / sizeof *list, .as = "amara", .at = "2026-03-02", .seen = -1              \
    }

START_TEST(what_is_entered_at_once_is_byte_for_byte_what_is_entered_one_by_one) {
    static const Deed deeds[] = {{"open", "amara", "2026-03-02", {"partnership_approval"}},
                                 {"submit", "amara", "2026-03-02", {CASE, "name=MedData"}}};
    static const bylaw_act_options acts[] = {ACT("open", opening), ACT("submit", naming)};
    world_begin(42);
    story_told(path, STORY_OPENED - 1);
    bylaw_book *book = world_open(path, true);
    for (size_t i = 0; i < 2; i++) deed_do(book, &deeds[i]);
    bylaw_book_close(book);
    Text entries = book_entries(path), standing = book_standing(path);
    path = story_path("other");
    world_begin(42);
    story_told(path, STORY_OPENED - 1);
    ck_assert_says(result_ends(bulk_try(acts, 2, false), BYLAW_DONE), "\"scope\": \"" CASE "\"");
    ck_assert_text_eq(book_entries(path), entries);
    ck_assert_text_eq(book_standing(path), standing);
}
END_TEST

START_TEST(where_one_command_is_refused_none_is_entered_and_its_place_is_told) {
    static const bylaw_act_options acts[] = {ACT("open", opening), ACT("submit", nobody)};
    story_told(path, STORY_OPENED - 1);
    Text before = book_entries(path);
    ck_assert_says(result_ends(bulk_try(acts, 2, false), BYLAW_WANTING), "\"place\": \"2\"");
    ck_assert_text_eq(book_entries(path), before);
}
END_TEST

/* Of a release whose options ended before `dry_run`: what lies there is somebody else's. */
enum { OLDER = offsetof(bylaw_act_options, dry_run) };

START_TEST(options_of_an_older_release_are_read_as_far_as_they_go) {
    static const bylaw_act_options acts[] = {ACT("open", opening), ACT("submit", naming)};
    static _Alignas(bylaw_act_options) char older[3 * OLDER];
    static const size_t size = OLDER;
    memset(older, 1, sizeof older);
    for (size_t i = 0; i < 2; i++) {
        memcpy(older + i * OLDER, &acts[i], OLDER);
        memcpy(older + i * OLDER, &size, sizeof size);
    }
    story_told(path, STORY_OPENED - 1);
    ck_assert_says(result_ends(bulk_try((const void *)older, 2, false), BYLAW_DONE), "\"verb\": \"submit\"");
    bylaw_book *book = world_open(path, true);
    Text before = book_entries(path);
    bylaw_free(bylaw_act(book, (const void *)older));
    bylaw_book_close(book);
    ck_assert(!text_equal(book_entries(path), before));
}
END_TEST

START_TEST(long_lists_go_by_stretches_and_count_on) {
    static bylaw_act_options acts[600];
    for (size_t i = 0; i < 600; i++) acts[i] = (bylaw_act_options)ACT("open", opening);
    story_told(path, STORY_OPENED - 1);
    ck_assert_says(result_ends(bulk_try(acts, 600, false), BYLAW_DONE), "PRT-2026-600");
    bylaw_book *book = world_open(path, false);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
    bylaw_book_close(book);
}
END_TEST

START_TEST(a_dry_run_answers_what_would_come_and_leaves_no_trace) {
    static const bylaw_act_options acts[] = {ACT("open", opening), ACT("submit", naming)};
    bylaw_act_options one = ACT("open", opening), wrong = ACT("submit", nobody);
    one.dry_run = wrong.dry_run = true;
    story_told(path, STORY_OPENED - 1);
    Text before = story_read(path);
    ck_assert_says(result_ends(bulk_try(acts, 2, true), BYLAW_DONE), "\"dry_run\": true");
    bylaw_book *book = world_open(path, true);
    ck_assert_says(result_ends(bylaw_act(book, &one), BYLAW_DONE), CASE);
    ck_assert_says(result_ends(bylaw_act(book, &wrong), BYLAW_WANTING), "\"logged\": false");
    bylaw_book_close(book);
    ck_assert_text_eq(story_read(path), before);
}
END_TEST

Suite *bulk_suite(void) {
    Suite *suite = suite_create("bulk");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, story_tear_down);
    tcase_add_test(all, what_is_entered_at_once_is_byte_for_byte_what_is_entered_one_by_one);
    tcase_add_test(all, where_one_command_is_refused_none_is_entered_and_its_place_is_told);
    tcase_add_test(all, options_of_an_older_release_are_read_as_far_as_they_go);
    tcase_add_test(all, long_lists_go_by_stretches_and_count_on);
    tcase_add_test(all, a_dry_run_answers_what_would_come_and_leaves_no_trace);
    suite_add_tcase(suite, all);
    return suite;
}
