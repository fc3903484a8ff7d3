/* Several clerks with one book: who has looked at what has moved on is told so, and who writes at the same
 * time waits for a turn. Nothing is lost, and nothing is done twice. */
#include "story.h"
#include <sys/wait.h>
#include <unistd.h>

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
    story_told(path, STORY_OPENED);
}

static int64_t version_of(bylaw_book *book, const char *subject) {
    bylaw_read_options options = {.size = sizeof options, .subject = subject};
    bylaw_result *result = bylaw_show(book, &options);
    while (bylaw_result_code(result) == BYLAW_CANNOT) { /* others have been writing for too long to wait */
        ck_assert_says(result_ends(result, BYLAW_CANNOT), "has been holding");
        result = bylaw_show(book, &options);
    }
    ck_assert_int_eq(bylaw_result_code(result), BYLAW_DONE);
    int64_t version = bylaw_get_integer(bylaw_result_document(result), "version");
    bylaw_free(result);
    return version;
}

START_TEST(who_looked_before_another_wrote_is_refused_and_looks_again) {
    static const Deed vertical = {"submit", "amara", "2026-03-03", {CASE, "vertical=health"}};
    static const Deed name = {"submit", "amara", "2026-03-03", {CASE, "name=MedData"}};
    bylaw_book *first = world_open(path, true), *second = world_open(path, true);
    int64_t seen = version_of(first, CASE);
    ck_assert_int_eq(version_of(second, CASE), seen);
    result_ends(deed_try(first, &vertical, seen), BYLAW_DONE);
    Text before = book_entries(path);
    ck_assert_says(result_ends(deed_try(second, &name, seen), BYLAW_WANTING), "\"MOVED_ON\"");
    ck_assert_text_eq(book_entries(path), before);
    result_ends(deed_try(second, &name, version_of(second, CASE)), BYLAW_DONE);
    bylaw_book_close(first);
    bylaw_book_close(second);
}
END_TEST

START_TEST(what_was_seen_of_a_meeting_counts_as_well) {
    static const Deed convene = {
        "convene", NULL, "2026-03-13", {"partnership_review_board", "--on=2026-03-24"}};
    static const Deed emil = {"attend", NULL, "2026-03-24", {"MTG-1", "emil"}};
    static const Deed hana = {"attend", NULL, "2026-03-24", {"MTG-1", "hana"}};
    bylaw_book *book = world_open(path, true);
    deed_do(book, &convene);
    int64_t seen = version_of(book, "MTG-1");
    result_ends(deed_try(book, &emil, seen), BYLAW_DONE);
    ck_assert_says(result_ends(deed_try(book, &hana, seen), BYLAW_WANTING), "\"MOVED_ON\"");
    result_ends(deed_try(book, &hana, version_of(book, "MTG-1")), BYLAW_DONE);
    bylaw_book_close(book);
}
END_TEST

START_TEST(what_fell_due_by_itself_is_not_held_against_who_looked_before_it_was_entered) {
    static const Deed name = {"submit", "amara", "2026-04-01", {CASE, "name=MedData"}};
    bylaw_book *book = world_open(path, true);
    int64_t seen = version_of(book, CASE);
    ck_assert_says(result_ends(deed_try(book, &name, seen - 1), BYLAW_WANTING), "\"MOVED_ON\"");
    ck_assert_int_eq(version_of(book, CASE), seen);
    ck_assert_says(result_ends(deed_try(book, &name, seen), BYLAW_DONE), "deadline_passed");
    bylaw_book_close(book);
}
END_TEST

/* --- eight at once -------------------------------------------------------------------------------------- */

enum { CLERKS = 8, TURNS = 10 };

typedef struct Outcomes {
    int opened, stated, moved_on;
} Outcomes;

/* Who has waited too long for a turn is told so and has changed nothing: on a busy machine they ask again. */
static bylaw_result *deed_in_turn(bylaw_book *book, const Deed *deed, int64_t seen) {
    for (;;) {
        bylaw_result *result = deed_try(book, deed, seen);
        if (bylaw_result_code(result) != BYLAW_CANNOT) return result;
        ck_assert_says(result_ends(result, BYLAW_CANNOT), "has been holding");
    }
}

/* A clerk opens cases of his own, and in between changes a case that all of them change. */
static Outcomes clerk(int which) {
    Outcomes tally = {0};
    char note[32];
    static const Deed open = {"open", "amara", "2026-03-02", {"partnership_approval"}};
    Deed state = {"submit", "amara", "2026-03-03", {CASE, note}};
    bylaw_book *book = world_open(path, true);
    for (int turn = 0; turn < TURNS; turn++) {
        ArenaMark mark = arena_mark(story_arena);
        result_ends(deed_in_turn(book, &open, -1), BYLAW_DONE);
        tally.opened++;
        snprintf(note, sizeof note, "name=clerk-%d-turn-%d", which, turn);
        bylaw_result *result = deed_in_turn(book, &state, version_of(book, CASE));
        if (bylaw_result_code(result) == BYLAW_DONE) {
            tally.stated++;
            bylaw_free(result);
        } else {
            ck_assert_says(result_ends(result, BYLAW_WANTING), "\"MOVED_ON\"");
            tally.moved_on++;
        }
        arena_rewind(story_arena, mark);
    }
    bylaw_book_close(book);
    return tally;
}

static Outcomes together(void) {
    int ends[2];
    Outcomes sum = {0}, one;
    ck_assert_int_eq(pipe(ends), 0);
    for (int i = 0; i < CLERKS; i++) {
        if (fork() != 0) continue;
        world.chance = (uint64_t)i + 100; /* no two salts alike */
        one = clerk(i);
        _exit(write(ends[1], &one, sizeof one) == (ssize_t)sizeof one ? 0 : 1);
    }
    close(ends[1]);
    while (read(ends[0], &one, sizeof one) == (ssize_t)sizeof one) {
        sum.opened += one.opened;
        sum.stated += one.stated;
        sum.moved_on += one.moved_on;
    }
    close(ends[0]);
    for (int i = 0; i < CLERKS; i++) {
        int status = 1;
        ck_assert_int_gt(wait(&status), 0);
        ck_assert_int_eq(status, 0);
    }
    return sum;
}

static int count_of(Text text, const char *part) {
    int count = 0;
    for (const char *at = strstr(text.at, part); at; at = strstr(at + 1, part)) count++;
    return count;
}

START_TEST(eight_who_write_at_once_lose_nothing_and_double_nothing) {
    Text before = book_entries(path);
    Outcomes sum = together();
    ck_assert_int_eq(sum.opened, CLERKS * TURNS);
    ck_assert_int_eq(sum.stated + sum.moved_on, CLERKS * TURNS);
    ck_assert_int_gt(sum.stated, 0);
    Text after = book_entries(path);
    ck_assert(text_starts(after, before));
    ck_assert_int_eq(count_of(after, "\"kind\":\"case_opened\""), 1 + sum.opened);
    ck_assert_int_eq(count_of(after, "\"kind\":\"facts_stated\""), sum.stated);
    for (int i = 1; i <= 1 + sum.opened; i++) {
        char opened[96];
        snprintf(opened, sizeof opened, "\"subject\":\"PRT-2026-%03d\",\"workflow\"", i);
        ck_assert_msg(count_of(after, opened) == 1, "PRT-2026-%03d was opened %d times", i,
                      count_of(after, opened));
    }
    bylaw_book *book = world_open(path, false);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
    bylaw_book_close(book);
}
END_TEST

Suite *two_clerks_suite(void) {
    Suite *suite = suite_create("two clerks");
    TCase *tests = tcase_create("two clerks");
    tcase_add_checked_fixture(tests, set_up, story_tear_down);
    tcase_add_test(tests, who_looked_before_another_wrote_is_refused_and_looks_again);
    tcase_add_test(tests, what_was_seen_of_a_meeting_counts_as_well);
    tcase_add_test(tests, what_fell_due_by_itself_is_not_held_against_who_looked_before_it_was_entered);
    tcase_add_test(tests, eight_who_write_at_once_lose_nothing_and_double_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
