/* Memory that runs out at any point of a call: it answers a result that says so, or NULL; nothing in the book
 * is changed, and with memory back the same handle goes on.
 *
 * The allocator of the whole program is taken over here, that of the libraries beneath included, so that the
 * n-th allocation of a call and all that follow can be made to fail. The sanitizers bring an
 * allocator of their own, which cannot be taken over: under them this suite is empty. */
#include "story.h"
#include <errno.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define OWN_ALLOCATOR 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_ALLOCATOR 0
#endif
#endif
#ifndef OWN_ALLOCATOR
#define OWN_ALLOCATOR 1
#endif

#if OWN_ALLOCATOR

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *at, size_t size);

static struct {
    bool on;
    size_t count, fails_at; /* fails_at 0: only count */
} allocator;

static bool fails(void) {
    if (!allocator.on) return false;
    allocator.count++;
    if (allocator.fails_at == 0 || allocator.count < allocator.fails_at) return false;
    errno = ENOMEM;
    return true;
}

BYLAW_API void *malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}

BYLAW_API void *calloc(size_t count, size_t size) {
    return fails() ? NULL : __libc_calloc(count, size);
}

BYLAW_API void *realloc(void *at, size_t size) {
    return fails() ? NULL : __libc_realloc(at, size);
}

static bylaw_result *ended(bylaw_result *result) {
    allocator.on = false;
    return result;
}

/* A call of the library, and nothing else, with the allocator that fails. */
#define FAILING(call) (allocator.on = true, ended(call))

/* --- the calls ------------------------------------------------------------------------------------------ */

static const char *path;
static Text pristine; /* the book's bytes before each call */
static bylaw_book *book;
static bylaw_rules *rules;

static const char *const rule_paths[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
static const char facts[] =
    "evaluation:\n  strategic_alignment: [9, 8]\n  market_impact: 9\n  technical_compatibility: 8\n"
    "  operational_feasibility: 7\n  financial_value: 8\n";
static const bylaw_read_options of_case = {.size = sizeof of_case, .subject = CASE};
static const bylaw_read_options of_meeting = {
    .size = sizeof of_meeting, .subject = "MTG-1", .at = "2026-06-01"};
static char newcomers[256]; /* a file of people */
static Deed import = {"import", NULL, "2026-03-24 14:30", {newcomers}};
static const Deed refused = {"open", "emil", "2026-03-02", {"partnership_aproval"}};

static bylaw_result *call_check(void) {
    bylaw_rules *read = NULL;
    bylaw_result *result = FAILING(bylaw_rules_read(rule_paths, 2, &read));
    ck_assert(!read || bylaw_result_code(result) == BYLAW_DONE);
    bylaw_rules_free(read);
    return result;
}

static bylaw_result *call_format(void) {
    static const char text[] = "enum  vertical{\nhealth \"Health\"\n}\n";
    return FAILING(bylaw_format("a.bylaw", text, sizeof text - 1));
}

static bylaw_result *call_test(void) {
    return FAILING(bylaw_rules_test(rules));
}

static bylaw_result *call_compare(void) {
    return FAILING(bylaw_rules_compare(rules, rules));
}

static bylaw_result *call_evaluate(void) {
    static const bylaw_evaluate_options options = {.size = sizeof options,
                                                   .name = "recommendation",
                                                   .facts_name = "facts.yaml",
                                                   .facts = facts,
                                                   .facts_length = sizeof facts - 1,
                                                   .explain = true};
    return FAILING(bylaw_rules_evaluate(rules, &options));
}

static bylaw_result *call_key_create(void) {
    char name[256];
    bylaw_key *key = NULL;
    snprintf(name, sizeof name, "%s.other-key", path);
    bylaw_result *result = FAILING(bylaw_key_create(name, &world.host, &key));
    if (!key) ck_assert_msg(access(name, F_OK) != 0, "half a key was left");
    bylaw_key_free(key);
    unlink(name);
    return result;
}

static bylaw_result *call_key_open(void) {
    char name[256];
    bylaw_key *key = NULL;
    snprintf(name, sizeof name, "%s.key", path);
    bylaw_result *result = FAILING(bylaw_key_open(name, &key));
    bylaw_key_free(key);
    return result;
}

static bylaw_result *call_create(void) {
    char name[256];
    snprintf(name, sizeof name, "%s.other", path);
    bylaw_create_options options = {.size = sizeof options,
                                    .path = name,
                                    .rules = rule_paths,
                                    .rule_count = 2,
                                    .origin = "bylaw.example/other",
                                    .founder = "dina"};
    bylaw_key_public(world.key, options.public_key);
    bylaw_result *result = FAILING(bylaw_book_create(&options, &world.host));
    bool there = access(name, F_OK) == 0;
    ck_assert_msg(there == (result && bylaw_result_code(result) == BYLAW_DONE),
                  "there is half a book, or none");
    unlink(name);
    return result;
}

static bylaw_result *call_open(void) {
    bylaw_book *other = NULL;
    bylaw_result *result = FAILING(bylaw_book_open(path, true, &world.host, &other));
    ck_assert(!other || bylaw_result_code(result) == BYLAW_DONE);
    bylaw_book_close(other);
    return result;
}

static bylaw_result *call_vote(void) {
    return FAILING(deed_try(book, &story[STORY_MOVED], -1));
}

static bylaw_result *call_refused(void) {
    return FAILING(deed_try(book, &refused, -1));
}

static bylaw_result *call_import(void) {
    return FAILING(deed_try(book, &import, -1));
}

static bylaw_result *call_docket(void) {
    return FAILING(bylaw_docket(book, NULL));
}

static bylaw_result *call_show_case(void) {
    return FAILING(bylaw_show(book, &of_case));
}

static bylaw_result *call_show_meeting(void) {
    return FAILING(bylaw_show(book, &of_meeting));
}

static bylaw_result *call_history(void) {
    return FAILING(bylaw_history(book, NULL));
}

static bylaw_result *call_replay(void) {
    return FAILING(bylaw_replay(book));
}

static bylaw_result *call_verify(void) {
    return FAILING(bylaw_verify(book, NULL));
}

static bylaw_result *call_checkpoint(void) {
    return FAILING(bylaw_checkpoint(book));
}

static bylaw_result *call_receipt(void) {
    return FAILING(bylaw_receipt(book, &of_case));
}

static bylaw_result *call_rebuild(void) {
    return FAILING(bylaw_rebuild(book));
}

static bylaw_result *call_version(void) {
    return FAILING(bylaw_version());
}

static const struct {
    const char *name;
    bylaw_result *(*call)(void);
    bylaw_code with_memory; /* how it ends when there is enough */
    bool writes;
} calls[] = {
    {"check", call_check, BYLAW_DONE, false},
    {"format", call_format, BYLAW_DONE, false},
    {"test", call_test, BYLAW_DONE, false},
    {"evaluate", call_evaluate, BYLAW_DONE, false},
    {"compare", call_compare, BYLAW_DONE, false},
    {"key_create", call_key_create, BYLAW_DONE, false},
    {"key_open", call_key_open, BYLAW_DONE, false},
    {"create", call_create, BYLAW_DONE, false},
    {"open", call_open, BYLAW_DONE, false},
    {"vote", call_vote, BYLAW_DONE, true},
    {"a refused command", call_refused, BYLAW_WANTING, false},
    {"import", call_import, BYLAW_DONE, true},
    {"docket", call_docket, BYLAW_DONE, false},
    {"show a case", call_show_case, BYLAW_DONE, false},
    {"show a meeting", call_show_meeting, BYLAW_DONE, false},
    {"history", call_history, BYLAW_DONE, false},
    {"replay", call_replay, BYLAW_DONE, false},
    {"verify", call_verify, BYLAW_DONE, false},
    {"checkpoint", call_checkpoint, BYLAW_DONE, true},
    {"receipt", call_receipt, BYLAW_DONE, true},
    {"rebuild", call_rebuild, BYLAW_DONE, true},
    {"version", call_version, BYLAW_DONE, false},
};

/* --- running out ---------------------------------------------------------------------------------------- */

static bylaw_result *call_with(int which, size_t fails_at) {
    allocator.count = 0;
    allocator.fails_at = fails_at;
    return calls[which].call();
}

static bool unchanged(void) {
    ArenaMark mark = arena_mark(story_arena);
    bool same = text_equal(story_read(path), pristine);
    arena_rewind(story_arena, mark);
    return same;
}

static void put_back(void) {
    bylaw_book_close(book);
    story_write(path, pristine);
    book = world_open(path, true);
}

/* With memory back: the call goes through on the same handle, and the book is sound. */
static void goes_on(int which, size_t point) {
    ArenaMark mark = arena_mark(story_arena);
    bylaw_result *again = call_with(which, 0);
    ck_assert_msg(again && bylaw_result_code(again) == calls[which].with_memory,
                  "%s after allocation %zu: %s", calls[which].name, point, bylaw_result_json(again, NULL));
    bylaw_free(again);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    arena_rewind(story_arena, mark);
}

static void runs_out(int which, size_t point) {
    uint64_t chance = world.chance;
    bylaw_result *result = call_with(which, point);
    bool done = result && bylaw_result_code(result) == calls[which].with_memory;
    if (!done) {
        ck_assert_msg(!result || bylaw_result_code(result) == BYLAW_CANNOT, "%s, allocation %zu: %s",
                      calls[which].name, point, bylaw_result_json(result, NULL));
        result_explains(result);
        ck_assert_msg(unchanged(), "%s, allocation %zu: the book was changed", calls[which].name, point);
    }
    bylaw_free(result);
    if (!done) goes_on(which, point);
    if (calls[which].writes) put_back();
    world.chance = chance;
}

enum { POINTS_MOST = 60 }; /* of one call, spread evenly when it allocates more often */

START_TEST(a_call_that_runs_out_of_memory_says_so_and_harms_nothing) {
    bylaw_result *result = call_with(_i, 0);
    ck_assert_msg(result && bylaw_result_code(result) == calls[_i].with_memory, "%s: %s", calls[_i].name,
                  bylaw_result_json(result, NULL));
    bylaw_free(result);
    put_back();
    size_t all = allocator.count, step = all / POINTS_MOST + 1;
    ck_assert_uint_gt(all, 0);
    for (size_t point = 1; point <= all; point += step) runs_out(_i, point);
}
END_TEST

static void set_up(void) {
    story_set_up();
    path = story_path("book");
    story_told(path, STORY_MOVED);
    pristine = story_read(path);
    snprintf(newcomers, sizeof newcomers, "%s", story_path("newcomers.yaml"));
    story_write(newcomers, TEXT("people:\n  - { key: kofi, name: Kofi Mensah }\n"));
    result_ends(bylaw_rules_read(rule_paths, 2, &rules), BYLAW_DONE);
    book = world_open(path, true);
}

static void tear_down(void) {
    bylaw_book_close(book);
    bylaw_rules_free(rules);
    story_tear_down();
}

#endif

Suite *out_of_memory_suite(void) {
    Suite *suite = suite_create("out of memory");
#if OWN_ALLOCATOR
    TCase *tests = tcase_create("out of memory");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_call_that_runs_out_of_memory_says_so_and_harms_nothing, 0,
                        sizeof calls / sizeof calls[0]);
    suite_add_tcase(suite, tests);
#endif
    return suite;
}
