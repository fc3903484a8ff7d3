/* Law L6: the same charter, clock, chance and commands give the same entries, byte for byte. */
#include "story.h"

static Text told(const char *name, uint64_t seed) {
    const char *path = story_path(name);
    world_begin(seed);
    story_told(path, STORY_STEPS);
    return book_entries(path);
}

START_TEST(two_books_of_the_same_commands_are_the_same_to_the_byte) {
    Text first = told("first", 42), second = told("second", 42);
    ck_assert_uint_gt(first.len, 10000);
    ck_assert_text_eq(second, first);
    ck_assert_text_eq(book_standing(story_path("second")), book_standing(story_path("first")));
}
END_TEST

START_TEST(other_salts_change_the_commitments_and_nothing_else_of_the_length) {
    Text first = told("first", 42), second = told("second", 43);
    ck_assert(!text_equal(first, second));
    ck_assert_uint_eq(first.len, second.len);
}
END_TEST

/* The words of a deed backwards, but for the first by place, which names what it is about. */
static Deed turned(const Deed *deed) {
    Deed other = *deed;
    size_t count = 0;
    while (count < DEED_WORDS && deed->words[count]) count++;
    for (size_t i = 1; i < count; i++) other.words[i] = deed->words[count - i];
    return other;
}

START_TEST(the_order_of_options_and_of_values_by_name_does_not_matter) {
    Text first = told("first", 42);
    const char *path = story_path("second");
    world_begin(42);
    world_found(path);
    bylaw_book *book = world_open(path, true);
    for (size_t i = 0; i < STORY_STEPS; i++) {
        Deed deed = turned(&story[i]);
        deed_do(book, &deed);
    }
    bylaw_book_close(book);
    ck_assert_text_eq(book_entries(path), first);
}
END_TEST

START_TEST(one_open_book_and_one_opened_for_each_command_write_the_same) {
    Text first = told("first", 42);
    const char *path = story_path("second");
    world_begin(42);
    world_found(path);
    for (size_t i = 0; i < STORY_STEPS; i++) {
        bylaw_book *book = world_open(path, true);
        deed_do(book, &story[i]);
        bylaw_book_close(book);
    }
    ck_assert_text_eq(book_entries(path), first);
}
END_TEST

START_TEST(what_was_refused_in_between_leaves_no_trace) {
    Text first = told("first", 42);
    const char *path = story_path("second");
    static const Deed wrong[] = {
        {"open", "emil", "2026-03-02", {"partnership_approval"}},
        {"score", "carl", "2026-03-03", {"PRT-2026-009", "market_impact=9"}},
        {"submit", "amara", "2026-03-03", {CASE, "verticle=health"}},
        {"vote", NULL, "2026-03-24", {"M-1", "--for=carl"}},
    };
    world_begin(42);
    world_found(path);
    bylaw_book *book = world_open(path, true);
    for (size_t i = 0; i < STORY_STEPS; i++) {
        uint64_t chance = world.chance;
        for (size_t j = 0; j < sizeof wrong / sizeof wrong[0]; j++)
            result_ends(deed_try(book, &wrong[j], -1), BYLAW_WANTING);
        world.chance = chance;
        deed_do(book, &story[i]);
    }
    bylaw_book_close(book);
    ck_assert_text_eq(book_entries(path), first);
}
END_TEST

Suite *same_bytes_suite(void) {
    Suite *suite = suite_create("the same commands give the same bytes");
    TCase *tests = tcase_create("same bytes");
    tcase_add_checked_fixture(tests, story_set_up, story_tear_down);
    tcase_add_test(tests, two_books_of_the_same_commands_are_the_same_to_the_byte);
    tcase_add_test(tests, other_salts_change_the_commitments_and_nothing_else_of_the_length);
    tcase_add_test(tests, the_order_of_options_and_of_values_by_name_does_not_matter);
    tcase_add_test(tests, one_open_book_and_one_opened_for_each_command_write_the_same);
    tcase_add_test(tests, what_was_refused_in_between_leaves_no_trace);
    suite_add_tcase(suite, tests);
    return suite;
}
