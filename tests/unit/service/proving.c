/* What an auditor asks: rebuilding makes the same again, and replaying finds what was planted, even where
 * every hash and signature was made to fit. */
#include "story.h"
#include <sqlite3.h>

static const char *path;

static void set_up(void) {
    story_set_up();
    path = story_path("book");
    story_told(path, STORY_STEPS);
}

static void run_sql(const char *sql) {
    sqlite3 *db;
    char *why = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s", why ? why : "");
    sqlite3_close(db);
}

static int add_trigger(void *context, int columns, char **values, char **names) {
    (void)columns, (void)names;
    buf_format(context, "%s;", values[0]);
    return 0;
}

static Text triggers(void) {
    sqlite3 *db;
    Buf buf = buf_new(story_arena);
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    const char *sql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger'";
    ck_assert_int_eq(sqlite3_exec(db, sql, add_trigger, &buf, NULL), SQLITE_OK);
    sqlite3_close(db);
    return buf_done(&buf);
}

static bool sign(void *context, Text message, Signature *signature) {
    return private_key_sign(context, message, signature);
}

/* The tree and the index made again, and the head signed anew with the book's own key. */
static void sign_again(void) {
    StoreError error;
    PrivateKey *key = private_key_from_pem(story_arena, story_read(story_path("book.key")));
    Signer signer = {sign, key, private_key_public(key)};
    Checkpoint head = {.origin = TEXT("bylaw.example/story"), .size = book_size(path)};
    Store *store = store_open(story_arena, text_of(path), STORE_WRITE, &error);
    Ledger *ledger = ledger_new(story_arena, store, head.origin);
    Text note = {0};
    ck_assert(store_begin(store, STORE_WRITE) && store_drop_rebuildable(store) && ledger_rebuild(ledger));
    ck_assert(ledger_root(ledger, &head.root) && checkpoint_sign(story_arena, &head, &signer, &note));
    ck_assert(store_head_put(store, head.size, note) && store_commit(store));
    store_close(store);
}

/* Changes entries as a forger with the book's key would, so that every hash and signature fits. */
static void forge(const char *sql) {
    Text kept = triggers();
    run_sql("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger';"
            "PRAGMA writable_schema = RESET");
    run_sql(sql);
    run_sql("DELETE FROM checkpoints");
    run_sql(kept.at);
    sign_again();
}

/* The seq of the only entry whose bytes have the part. */
static int64_t entry_with(const char *part) {
    Text entries = book_entries(path), line;
    int64_t found = -1;
    for (int64_t seq = 0; text_next(&entries, '\n', &line); seq++) {
        if (!strstr(text_copy(story_arena, line).at, part)) continue;
        ck_assert_msg(found < 0, "%s is in entries %d and %d", part, (int)found, (int)seq);
        found = seq;
    }
    ck_assert_msg(found >= 0, "%s is in no entry", part);
    return found;
}

static void replaces(int64_t seq, const char *old, const char *new) {
    char sql[512];
    snprintf(
        sql, sizeof sql,
        "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '%s', '%s') AS BLOB) WHERE seq = %lld",
        old, new, (long long)seq);
    forge(sql);
    bylaw_book *book = world_open(path, true);
    result_ends(bylaw_rebuild(book), BYLAW_DONE);
    bylaw_book_close(book);
}

/* Verifying finds nothing, and replaying names the entry. */
static void found_by_replay_alone(int64_t seq) {
    bylaw_book *book = world_open(path, false);
    Text verified = result_ends(bylaw_verify(book, NULL), BYLAW_DONE);
    ck_assert_says(verified, "\"sound\": true");
    ck_assert_says(verified, "\"head_signed\": true");
    bylaw_result *result = bylaw_replay(book);
    ck_assert_int_eq(bylaw_result_code(result), BYLAW_WANTING);
    const bylaw_node *divergence = bylaw_get(bylaw_result_document(result), "divergence");
    ck_assert_msg(bylaw_get_integer(divergence, "entry") == seq, "%s", bylaw_result_json(result, NULL));
    ck_assert_str_ne(bylaw_get_text(divergence, "why"), "");
    bylaw_free(result);
    bylaw_book_close(book);
}

START_TEST(a_changed_outcome_with_all_hashes_made_to_fit_is_found_by_replaying) {
    int64_t seq = entry_with("\"row\":\"R4\",\"step\":\"recommend\"");
    replaces(seq, "\"row\":\"R4\",\"step\"", "\"row\":\"R3\",\"step\"");
    found_by_replay_alone(seq);
}
END_TEST

START_TEST(a_changed_vote_is_found_though_the_command_still_says_it_rightly) {
    int64_t seq = entry_with("\"kind\":\"voted\"");
    replaces(seq, "\"abstaining\":", "\"against\":");
    found_by_replay_alone(seq);
}
END_TEST

START_TEST(a_changed_command_is_found_where_its_effects_differ) {
    int64_t seq =
        entry_with("\"note\":\"pilot in June\",\"step\":\"roadmap\",\"subject\":\"" CASE "\"},\"verb\"");
    replaces(seq, "pilot in June", "pilot in July");
    found_by_replay_alone(seq + 1);
}
END_TEST

START_TEST(a_time_put_back_before_the_entry_it_follows_is_found_by_verifying) {
    int64_t seq = entry_with("\"kind\":\"convened\"");
    replaces(seq, "\"recorded\":\"2026-06-01", "\"recorded\":\"2026-05-01");
    bylaw_book *book = world_open(path, false);
    Text found = result_ends(bylaw_verify(book, NULL), BYLAW_WANTING);
    ck_assert_says(found, text_format(story_arena, "\"bad_entry\": %d", (int)seq).at);
    bylaw_book_close(book);
}
END_TEST

START_TEST(rebuilding_makes_the_same_again_even_from_nothing) {
    Text standing = book_standing(path), entries = book_entries(path);
    bylaw_book *book = world_open(path, true);
    result_ends(bylaw_rebuild(book), BYLAW_DONE);
    ck_assert_text_eq(book_standing(path), standing);
    bylaw_book_close(book);
    run_sql("DELETE FROM projections; DELETE FROM scopes; DELETE FROM tree");
    book = world_open(path, true);
    result_ends(bylaw_rebuild(book), BYLAW_DONE);
    ck_assert_text_eq(book_standing(path), standing);
    ck_assert_text_eq(book_entries(path), entries);
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_DONE), "\"sound\": true");
    bylaw_book_close(book);
}
END_TEST

START_TEST(replay_believes_nothing_of_what_stands) {
    run_sql(
        "UPDATE projections SET value = CAST(replace(CAST(value AS TEXT), 'MedData', 'BadData') AS BLOB)");
    bylaw_book *book = world_open(path, false);
    ck_assert_says(result_ends(bylaw_replay(book), BYLAW_DONE), "\"identical\": true");
    bylaw_book_close(book);
}
END_TEST

START_TEST(nothing_is_written_to_a_book_whose_entries_were_changed) {
    Text kept = triggers();
    run_sql("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger';"
            "PRAGMA writable_schema = RESET");
    run_sql("UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Room 4', 'Room 5') AS BLOB)");
    run_sql(kept.at);
    Text before = story_read(path);
    bylaw_book *book = world_open(path, true);
    ck_assert_says(result_ends(bylaw_rebuild(book), BYLAW_CANNOT), "was altered");
    ck_assert_says(result_ends(bylaw_verify(book, NULL), BYLAW_WANTING), "\"bad_entry\"");
    bylaw_book_close(book);
    ck_assert_text_eq(story_read(path), before);
}
END_TEST

START_TEST(an_entry_that_cannot_follow_stops_the_rebuilding_which_names_it_and_changes_nothing) {
    int64_t seq = entry_with("\"kind\":\"case_opened\"");
    forge(text_format(
              story_arena,
              "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'case_opened', 'case_opning')"
              " AS BLOB) WHERE seq = %d",
              (int)seq)
              .at);
    Text before = book_standing(path);
    bylaw_book *book = world_open(path, true);
    Text said = result_ends(bylaw_rebuild(book), BYLAW_WANTING);
    ck_assert_says(said, text_format(story_arena, "entry %d", (int)seq).at);
    bylaw_book_close(book);
    ck_assert_text_eq(book_standing(path), before);
}
END_TEST

START_TEST(a_receipt_is_had_of_an_entry_or_of_the_latest_of_a_case_and_of_nothing_else) {
    bylaw_book *book = world_open(path, false);
    bylaw_read_options of_case = {.size = sizeof of_case, .subject = "PRT-1"};
    bylaw_read_options of_entry = {.size = sizeof of_entry, .seq = 3, .has_seq = true};
    bylaw_read_options past_all = {.size = sizeof past_all, .seq = 100000, .has_seq = true};
    bylaw_read_options nobody = {.size = sizeof nobody, .subject = "PRT-2026-999"};
    ck_assert_says(result_ends(bylaw_receipt(book, &of_case), BYLAW_DONE), "c2sp.org/tlog-proof@v1");
    ck_assert_says(result_ends(bylaw_receipt(book, &of_entry), BYLAW_DONE), "\"entry\": 3");
    ck_assert_says(result_ends(bylaw_receipt(book, &past_all), BYLAW_WANTING), "no such entry");
    ck_assert_says(result_ends(bylaw_receipt(book, &nobody), BYLAW_WANTING), "no such entry");
    ck_assert_says(result_ends(bylaw_receipt(book, NULL), BYLAW_WANTING), "no such entry");
    bylaw_book_close(book);
}
END_TEST

Suite *proving_suite(void) {
    Suite *suite = suite_create("proving the record");
    TCase *tests = tcase_create("proving");
    tcase_add_checked_fixture(tests, set_up, story_tear_down);
    tcase_add_test(tests, a_changed_outcome_with_all_hashes_made_to_fit_is_found_by_replaying);
    tcase_add_test(tests, a_changed_vote_is_found_though_the_command_still_says_it_rightly);
    tcase_add_test(tests, a_changed_command_is_found_where_its_effects_differ);
    tcase_add_test(tests, a_time_put_back_before_the_entry_it_follows_is_found_by_verifying);
    tcase_add_test(tests, rebuilding_makes_the_same_again_even_from_nothing);
    tcase_add_test(tests, replay_believes_nothing_of_what_stands);
    tcase_add_test(tests, nothing_is_written_to_a_book_whose_entries_were_changed);
    tcase_add_test(tests,
                   an_entry_that_cannot_follow_stops_the_rebuilding_which_names_it_and_changes_nothing);
    tcase_add_test(tests, a_receipt_is_had_of_an_entry_or_of_the_latest_of_a_case_and_of_nothing_else);
    suite_add_tcase(suite, tests);
    return suite;
}
