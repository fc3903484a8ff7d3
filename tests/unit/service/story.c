#include "story.h"
#include "../scratch.h"
#include "ledger/ledger.h"

Arena *story_arena;
World world;

void story_set_up(void) {
    scratch_set_up();
    story_arena = scratch_arena;
    world = (World){0};
    world_begin(7);
}

void story_tear_down(void) {
    bylaw_key_free(world.key);
    scratch_tear_down();
}

const char *story_path(const char *name) {
    return scratch_path(name).at;
}

Text story_read(const char *path) {
    return scratch_read(path);
}

void story_write(const char *path, Text content) {
    scratch_write(text_of(path), content);
}

/* --- the world ------------------------------------------------------------------------------------------ */

static int64_t world_clock(void *context) {
    return ((World *)context)->now;
}

static bool world_chance(void *context, void *bytes, size_t count) {
    World *given = context;
    for (size_t i = 0; i < count; i++) ((uint8_t *)bytes)[i] = (uint8_t)check_random(&given->chance);
    return true;
}

static bool world_sign(void *context, const void *message, size_t length, uint8_t signature[64]) {
    return bylaw_key_sign(((World *)context)->key, message, length, signature);
}

void world_begin(uint64_t seed) {
    world.now = WORLD_NOW;
    world.chance = seed;
    world.host = (bylaw_host){.size = sizeof world.host,
                              .context = &world,
                              .clock = world_clock,
                              .random = world_chance,
                              .sign = world.key ? world_sign : NULL,
                              .system_user = "dina"};
}

void world_found(const char *path) {
    static const char *const rules[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows"};
    bylaw_key_free(world.key);
    result_ends(bylaw_key_create(text_format(story_arena, "%s.key", path).at, &world.host, &world.key),
                BYLAW_DONE);
    world.host.sign = world_sign;
    bylaw_create_options options = {.size = sizeof options,
                                    .path = path,
                                    .rules = rules,
                                    .rule_count = 2,
                                    .origin = "bylaw.example/story",
                                    .founder = "dina",
                                    .at = "2026-02-27 09:00"};
    bylaw_key_public(world.key, options.public_key);
    result_ends(bylaw_book_create(&options, &world.host), BYLAW_DONE);
}

bylaw_book *world_open(const char *path, bool write) {
    bylaw_book *book = NULL;
    result_ends(bylaw_book_open(path, write, &world.host, &book), BYLAW_DONE);
    ck_assert_ptr_nonnull(book);
    return book;
}

/* --- the story ------------------------------------------------------------------------------------------ */

#define SHEET(a, b, c, d, e)                                                                                 \
    CASE, "strategic_alignment=" #a, "market_impact=" #b, "technical_compatibility=" #c,                     \
        "operational_feasibility=" #d, "financial_value=" #e

const Deed story[STORY_STEPS] = {
    {"import", NULL, "2026-02-27 09:30", {PEOPLE}},
    {"open", "amara", "2026-03-02 10:00", {"partnership_approval"}},
    {"submit",
     "amara",
     "2026-03-03 11:00",
     {CASE, "name=MedData", "vertical=health", "personal_data=yes", "contact=partnerships@meddata.example"}},
    {"score", "carl", "2026-03-05 14:00", {SHEET(9, 9, 8, 7, 8)}},
    {"score", "bela", "2026-03-06 09:15", {SHEET(9, 8, 9, 7, 8)}},
    {"score", "amara", "2026-03-09 16:40", {SHEET(9, 10, 7, 7, 8)}},
    {"answer",
     "iris",
     "2026-03-12 10:00",
     {CASE, "transparency=yes", "privacy=yes", "fairness=yes", "accountability=yes", "beneficial_purpose=yes",
      "--note=the consent forms were seen"}},
    {"convene", NULL, "2026-03-13 09:00", {"partnership_review_board", "--on=2026-03-24", "--place=Room 4"}},
    {"attend", NULL, "2026-03-24 14:00", {"MTG-1", "all"}},
    {"recuse", NULL, "2026-03-24 14:05", {"carl", "--from=" CASE, "--because=he scored the case"}},
    {"move", "emil", "2026-03-24 14:10", {CASE, "--in=MTG-1"}},
    {"vote", NULL, "2026-03-24 14:25", {"M-1", "--for=all", "--except=carl", "--abstain=hana"}},
    {"close", NULL, "2026-03-24 14:30", {"M-1"}},
    {"submit", "bela", "2026-03-31 10:00", {CASE, "--step=roadmap", "--note=pilot in June"}},
    {"submit", "carl", "2026-04-01 10:00", {CASE, "--step=resources"}},
};

/* The words of a deed as the library takes them, without allocating anything. */
typedef struct DeedWords {
    bylaw_word words[DEED_WORDS];
    char names[DEED_WORDS][24];
    size_t count;
} DeedWords;

static void read_deed(const Deed *deed, DeedWords *read) {
    for (read->count = 0; read->count < DEED_WORDS && deed->words[read->count]; read->count++) {
        const char *written = deed->words[read->count];
        const char *equals = strchr(written, '=');
        bylaw_word *word = &read->words[read->count];
        char *name = read->names[read->count];
        *word = (bylaw_word){NULL, written};
        if (strncmp(written, "--", 2) != 0 || !equals) continue;
        snprintf(name, sizeof read->names[0], "%.*s", (int)(equals - written - 2), written + 2);
        *word = (bylaw_word){name, equals + 1};
    }
}

bylaw_result *deed_try(bylaw_book *book, const Deed *deed, int64_t seen) {
    DeedWords read;
    read_deed(deed, &read);
    return bylaw_act(book, &(bylaw_act_options){.size = sizeof(bylaw_act_options),
                                                .verb = deed->verb,
                                                .words = read.words,
                                                .word_count = read.count,
                                                .as = deed->as,
                                                .at = deed->at,
                                                .seen = seen});
}

void deed_do(bylaw_book *book, const Deed *deed) {
    result_ends(deed_try(book, deed, -1), BYLAW_DONE);
}

void story_told(const char *path, size_t steps) {
    world_found(path);
    bylaw_book *book = world_open(path, true);
    for (size_t i = 0; i < steps; i++) deed_do(book, &story[i]);
    bylaw_book_close(book);
}

/* --- what is in a book ---------------------------------------------------------------------------------- */

static Store *opened(const char *path) {
    StoreError error;
    Store *store = store_open(story_arena, text_of(path), STORE_READ, &error);
    ck_assert_msg(store != NULL, "%s", store ? "" : error.message.at);
    ck_assert(store_begin(store, STORE_READ));
    return store;
}

uint64_t book_size(const char *path) {
    Store *store = opened(path);
    uint64_t size;
    ck_assert(store_size(store, &size));
    store_close(store);
    return size;
}

Text book_entries(const char *path) {
    Store *store = opened(path);
    Buf buf = buf_new(story_arena);
    EntryCursor *cursor = store_entries(store, story_arena, 0, UINT64_MAX / 2);
    uint64_t seq;
    Text bytes;
    while (entry_cursor_next(cursor, &seq, &bytes)) {
        buf_text(&buf, bytes);
        buf_char(&buf, '\n');
    }
    entry_cursor_close(cursor);
    store_close(store);
    return buf_done(&buf);
}

static bool add_standing(void *context, Text space, Text key, Text value) {
    buf_format(context, "%.*s %.*s = %.*s\n", TEXT_ARG(space), TEXT_ARG(key),
               TEXT_ARG(hex_encode(story_arena, value)));
    return true;
}

Text book_standing(const char *path) {
    Store *store = opened(path);
    Buf buf = buf_new(story_arena);
    ck_assert(store_walk_all(store, story_arena, add_standing, &buf));
    store_close(store);
    return buf_done(&buf);
}

/* --- results -------------------------------------------------------------------------------------------- */

Text result_ends(bylaw_result *result, bylaw_code code) {
    ck_assert_ptr_nonnull(result);
    const char *json = bylaw_result_json(result, NULL);
    ck_assert_msg(bylaw_result_code(result) == code, "ended with %d, not %d: %s",
                  (int)bylaw_result_code(result), (int)code, json);
    Text said = text_copy(story_arena, text_of(json));
    bylaw_free(result);
    return said;
}

void result_explains(bylaw_result *result) {
    if (!result || bylaw_result_code(result) == BYLAW_DONE) return;
    const char *kind = bylaw_result_kind(result);
    ck_assert_msg(strcmp(kind, "problem") == 0 || strcmp(kind, "refusal") == 0, "kind \"%s\"", kind);
    ck_assert_str_ne(bylaw_get_text(bylaw_result_document(result), "sentence"), "");
}

/* --- the suite: that it is a story -----------------------------------------------------------------------
 */

START_TEST(the_partner_is_carried_and_planned) {
    const char *path = story_path("book");
    story_told(path, STORY_STEPS);
    bylaw_book *book = world_open(path, false);
    bylaw_read_options options = {.size = sizeof options, .subject = CASE};
    Text shown = result_ends(bylaw_show(book, &options), BYLAW_DONE);
    ck_assert_says(shown, "\"carried\"");
    ck_assert_says(shown, "partnerships@meddata.example");
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
    bylaw_book_close(book);
}
END_TEST

START_TEST(a_book_opened_for_reading_takes_no_command) {
    const char *path = story_path("book");
    story_told(path, STORY_OPENED);
    Text before = story_read(path);
    bylaw_book *book = world_open(path, false);
    Text said = result_ends(deed_try(book, &story[STORY_OPENED], -1), BYLAW_CANNOT);
    ck_assert_says(said, "reading only");
    bylaw_book_close(book);
    ck_assert_text_eq(story_read(path), before);
}
END_TEST

START_TEST(without_a_signer_the_book_goes_on_and_says_since_when_its_head_is_unsigned) {
    const char *path = story_path("book");
    story_told(path, STORY_OPENED);
    world.host.sign = NULL;
    bylaw_book *book = world_open(path, true);
    uint64_t size = book_size(path);
    deed_do(book, &story[STORY_OPENED]);
    Text found = result_ends(bylaw_verify(book, NULL), BYLAW_WANTING);
    ck_assert_says(found, "\"head_signed\": false");
    ck_assert_says(found, text_format(story_arena, "\"unsigned_since\": %d", (int)size).at);
    ck_assert_says(result_ends(bylaw_checkpoint(book), BYLAW_CANNOT), "not signed");
    bylaw_book_close(book);
}
END_TEST

START_TEST(a_clock_that_was_put_back_changes_no_order) {
    const char *path = story_path("book");
    story_told(path, STORY_OPENED);
    world.now -= 24 * 3600;
    bylaw_book *book = world_open(path, true);
    deed_do(book, &story[STORY_OPENED]);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    bylaw_book_close(book);
}
END_TEST

Suite *story_suite(void) {
    Suite *suite = suite_create("the story");
    TCase *tests = tcase_create("story");
    tcase_add_checked_fixture(tests, story_set_up, story_tear_down);
    tcase_add_test(tests, the_partner_is_carried_and_planned);
    tcase_add_test(tests, a_book_opened_for_reading_takes_no_command);
    tcase_add_test(tests, without_a_signer_the_book_goes_on_and_says_since_when_its_head_is_unsigned);
    tcase_add_test(tests, a_clock_that_was_put_back_changes_no_order);
    suite_add_tcase(suite, tests);
    return suite;
}
