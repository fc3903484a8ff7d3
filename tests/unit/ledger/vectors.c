/* docs/ledger.md, "Test vectors": the small ledger that stands there is made here, and every figure compared;
 * then the independent verifier is given what the document and this program say. */
#include "sample.h"
#include <sqlite3.h>
#include <sys/wait.h>

static Hasher *hasher;
static Text document;
static Text charter; /* hex */

static Text hex(Digest digest) {
    return digest_hex(scratch_arena, digest);
}

static void put_blob(Text bytes) {
    ck_assert(store_blob_put(sample_store, hasher_sha256_of(hasher, bytes), bytes));
}

static Text rules(void) {
    return TEXT("charter \"Example\"\n");
}

static Text manifest(void) {
    return text_format(scratch_arena, "%s  rules/example.bylaw\n", hex(hasher_sha256_of(hasher, rules())).at);
}

static Entry *vector_entry(int64_t seq) {
    Entry *entry = record_new(scratch_arena, &Entry_record);
    bool second = seq == 2;
    entry->seq = seq;
    entry->kind = seq == 1 ? TEXT("opened") : TEXT("command");
    entry->version = entry->semantics = 1;
    entry->charter = charter;
    entry->scope = TEXT("PRT-2026-001");
    entry->scope_version = seq + 1;
    entry->batch = second ? 2 : 0;
    entry->batch_index = seq == 1;
    entry->batch_count = second ? 1 : 2;
    ck_assert(moment_parse(second ? TEXT("2026-03-02T10:05:00-05:00") : TEXT("2026-03-02T10:00:00-05:00"),
                           &entry->recorded));
    entry->happened = entry->recorded;
    entry->actor = entry->recorder = TEXT("P-000001");
    entry->auth = TEXT("system");
    entry->body = tree_map(scratch_arena);
    return entry;
}

static void append(Entry *entry) {
    Text bytes;
    ck_assert(entry_encode(scratch_arena, entry, &bytes));
    ck_assert(ledger_append(sample_ledger, entry->scope, bytes));
}

static void seal(Text day) {
    Signer signer = sample_signer();
    ck_assert(ledger_seal(sample_ledger, &signer, day));
    ck_assert(store_commit(sample_store));
    ck_assert(store_begin(sample_store, STORE_WRITE));
}

static Text salt(void) {
    return text_copy(scratch_arena, TEXT("0123456789abcdef0123456789abcdef"));
}

static Digest commitment(void) {
    return digest_hmac(scratch_arena, salt(), TEXT("Ada Lovelace"));
}

static const char *verifier_options;

static void set_up(void) {
    sample_set_up();
    verifier_options = "";
    hasher = hasher_new(scratch_arena);
    document = scratch_read(SOURCE_DIR "/docs/ledger.md");
    charter = hex(hasher_sha256_of(hasher, manifest()));
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    put_blob(rules());
    put_blob(manifest());
    Entry *command = vector_entry(0), *effect = vector_entry(1), *late = vector_entry(2);
    tree_set_text(scratch_arena, command->body, "verb", TEXT("open"));
    tree_set_text(scratch_arena, effect->body, "applicant", hex(commitment()));
    tree_set_text(scratch_arena, effect->body, "title", TEXT("A \"first\" case\t\xe2\x80\x93 caf\xc3\xa9"));
    tree_set_text(scratch_arena, late->body, "verb", TEXT("submit"));
    tree_set_int(scratch_arena, late->body, "seats", -3);
    tree_set_list(scratch_arena, late->body, "members");
    ck_assert(store_vault_put(sample_store, commitment(), salt(), TEXT("Ada Lovelace")));
    append(command);
    append(effect);
    seal(TEXT("2026-03-02"));
    append(late);
    seal(TEXT("2026-03-02"));
    store_rollback(sample_store);
}

/* The lines between "```vector NAME" and the next "```". */
static Text block(const char *name) {
    Text start = text_format(scratch_arena, "\n```vector %s\n", name);
    const char *at = strstr(document.at, start.at);
    ck_assert_msg(at != NULL, "docs/ledger.md has no vector \"%s\"", name);
    at += start.len;
    const char *end = strstr(at, "```\n");
    ck_assert_ptr_nonnull(end);
    return (Text){at, (size_t)(end - at)};
}

static void expect(const char *name, Text value) {
    Text line = text_ends(value, TEXT("\n")) ? value : text_format(scratch_arena, "%.*s\n", TEXT_ARG(value));
    Text stands = block(name);
    ck_assert_msg(text_equal(stands, line), "vector %s is\n%.*sand stands there as\n%.*s", name,
                  TEXT_ARG(line), TEXT_ARG(stands));
}

START_TEST(the_entries_and_their_leaves_are_as_documented) {
    ck_assert(store_begin(sample_store, STORE_READ));
    for (int seq = 0; seq < 3; seq++) {
        Text bytes;
        char name[24];
        ck_assert(store_entry(sample_store, (uint64_t)seq, &bytes));
        bytes = text_copy(scratch_arena, bytes);
        snprintf(name, sizeof name, "entry-%d", seq);
        expect(name, bytes);
        snprintf(name, sizeof name, "leaf-%d", seq);
        expect(name, hex(merkle_leaf(hasher, bytes)));
    }
}
END_TEST

START_TEST(the_tree_is_as_documented) {
    Digest node, root;
    ck_assert(store_begin(sample_store, STORE_READ) && ledger_load(sample_ledger));
    ck_assert(store_node(sample_store, 1, 0, &node));
    expect("node-0-1", hex(node));
    ck_assert(ledger_root(sample_ledger, &root));
    expect("root", hex(root));
}
END_TEST

START_TEST(the_keys_and_checkpoints_are_as_documented) {
    PublicKey key = private_key_public(sample_key);
    uint64_t size;
    Text note, receipt;
    expect("public-key", hex_encode(scratch_arena, (Text){(const char *)key.bytes, ED25519_KEY_SIZE}));
    expect("private-key", private_key_pem(scratch_arena, sample_key));
    expect("verifier-key", verifier_key(scratch_arena, SAMPLE_ORIGIN, key));
    ck_assert(store_begin(sample_store, STORE_READ) && ledger_load(sample_ledger));
    ck_assert(store_head(sample_store, scratch_arena, &size, &note));
    expect("checkpoint", note);
    ck_assert(ledger_receipt(sample_ledger, scratch_arena, 1, &receipt));
    expect("receipt", receipt);
}
END_TEST

START_TEST(the_charter_and_the_commitment_are_as_documented) {
    expect("rules", rules());
    expect("manifest", manifest());
    expect("charter", charter);
    expect("commitment", hex(commitment()));
}
END_TEST

/* The schema stands in the document as sqlite_schema has it. */
START_TEST(the_layout_of_the_file_is_as_documented) {
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    sqlite3_prepare_v2(db, "SELECT sql FROM sqlite_schema WHERE type = 'table'", -1, &statement, NULL);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Text line = text_format(scratch_arena, "\n%s\n", (const char *)sqlite3_column_text(statement, 0));
        ck_assert_msg(strstr(document.at, line.at) != NULL, "docs/ledger.md lacks:%s", line.at);
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
}
END_TEST

static Text verifier_said;

/* The exit status of the verifier with the document's key. */
static int verifier(const char *what, const char *file) {
    Text said = scratch_path("said"), key = block("verifier-key");
    scratch_write(scratch_path("key"), key);
    Text command = text_format(
        scratch_arena, "python3 '%s/tests/verifier/verify.py' %s '%s' --key-file '%s' %s >'%s' 2>&1",
        SOURCE_DIR, what, scratch_path(file).at, scratch_path("key").at, verifier_options, said.at);
    int status = system(command.at);
    verifier_said = scratch_read(said.at);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void verifier_finds(const char *what, const char *file, int status, const char *words) {
    int got = verifier(what, file);
    ck_assert_msg(got == status, "%s %s: exit %d: %s", what, file, got, verifier_said.at);
    ck_assert_msg(strstr(verifier_said.at, words) != NULL, "%s %s said: %s", what, file, verifier_said.at);
}

START_TEST(the_independent_verifier_takes_the_documents_receipt) {
    scratch_write(scratch_path("receipt"), block("receipt"));
    verifier_finds("receipt", "receipt", 0, "Proven: entry 1");
}
END_TEST

START_TEST(the_independent_verifier_takes_a_receipt_of_every_size) {
    store_close(sample_store);
    ck_assert_int_eq(unlink(scratch_path("b").at), 0);
    scratch_tear_down();
    sample_set_up();
    document = scratch_read(SOURCE_DIR "/docs/ledger.md");
    for (uint64_t size = 1; size <= 7; size++) {
        Text receipt;
        sample_batch(1, TEXT(""), true);
        ck_assert(store_begin(sample_store, STORE_READ) && ledger_load(sample_ledger));
        ck_assert(ledger_receipt(sample_ledger, scratch_arena, size / 2, &receipt));
        store_rollback(sample_store);
        scratch_write(scratch_path("receipt"), receipt);
        verifier_finds("receipt", "receipt", 0, "Proven");
    }
    verifier_finds("book", "b", 0, "7 entries");
}
END_TEST

static void change(Text text, const char *from, char to) {
    char *at = strstr(text.at, from);
    ck_assert_ptr_nonnull(at);
    *at = to;
}

START_TEST(the_independent_verifier_refuses_a_changed_receipt) {
    Text receipt = text_copy(scratch_arena, block("receipt"));
    change(receipt, "extra eyJ", 'E');
    scratch_write(scratch_path("receipt"), receipt);
    verifier_finds("receipt", "receipt", 1, "");
    static const char *const places[] = {"yJ", "1\n", "example.org/partnerships\n3", "\xe2\x80\x94 example"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        receipt = text_copy(scratch_arena, block("receipt"));
        change(receipt, places[i], '0');
        scratch_write(scratch_path("receipt"), receipt);
        verifier_finds("receipt", "receipt", 1, "");
    }
    scratch_write(scratch_path("receipt"), TEXT("\xff\x00"));
    verifier_finds("receipt", "receipt", 1, "");
    verifier_finds("receipt", "none", 2, "");
}
END_TEST

START_TEST(the_independent_verifier_takes_the_book) {
    store_close(sample_store);
    verifier_finds("book", "b", 0, "3 entries");
}
END_TEST

static void tamper(const char *sql) {
    sqlite3 *db = NULL;
    store_close(sample_store);
    ck_assert_int_eq(sqlite3_open(scratch_path("b").at, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

START_TEST(the_independent_verifier_names_a_changed_entry) {
    tamper("DROP TRIGGER entries_update; UPDATE entries SET bytes = CAST(replace(bytes, 'first', 'First') AS "
           "BLOB)");
    verifier_finds("book", "b", 1, "Entry 1 ");
}
END_TEST

START_TEST(the_independent_verifier_names_what_is_missing) {
    tamper("DROP TRIGGER entries_delete; DELETE FROM entries WHERE seq = 2");
    verifier_finds("book", "b", 1, "Entry 2 is missing");
}
END_TEST

START_TEST(the_independent_verifier_names_a_changed_blob_and_a_changed_head) {
    tamper("DROP TRIGGER blobs_update; UPDATE blobs SET bytes = x'00' WHERE length(bytes) < 30");
    verifier_finds("book", "b", 1, "blob");
    tamper("UPDATE head SET note = replace(note, '3', '4')");
    verifier_finds("book", "b", 1, "head");
}
END_TEST

START_TEST(the_independent_verifier_reports_values_erased_by_half) {
    tamper("UPDATE vault SET salt = NULL");
    verifier_finds("book", "b", 1, "not erased rightly");
    tamper("UPDATE vault SET value = NULL");
    verifier_finds("book", "b", 0, "withheld: 1 values were erased");
}
END_TEST

START_TEST(the_independent_verifier_reports_rows_where_nobody_looks) {
    static const char *const rows[][2] = {
        {"entries", "INSERT INTO entries VALUES (-1, x'7b7d')"},
        {"checkpoints", "INSERT INTO checkpoints SELECT -5, NULL, note FROM head"},
        {"vault", "INSERT INTO vault VALUES (x'', x'00', x'00')"},
        {"blobs", "INSERT INTO blobs VALUES (x'', x'00')"},
        {"tree", "INSERT INTO tree VALUES (-1, x'00')"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Text sql = text_format(
            scratch_arena, "PRAGMA ignore_check_constraints = ON; DROP TRIGGER IF EXISTS entries_insert; %s",
            rows[i][1]);
        Text words = text_format(scratch_arena, "The table \"%s\" has rows", rows[i][0]);
        tamper(sql.at);
        verifier_finds("book", "b", 1, words.at);
    }
}
END_TEST

START_TEST(the_independent_verifier_calls_no_book_sound_that_nobody_signed) {
    tamper("DELETE FROM head");
    verifier_finds("book", "b", 1, "the head is gone");
    tamper("DROP TRIGGER checkpoints_delete; DELETE FROM checkpoints");
    verifier_finds("book", "b", 1, "Not signed: the 3 entries fit each other, and no head is signed at all");
}
END_TEST

/* A receipt over these bytes as the only entry, signed rightly: what the bytes are is all that can be wrong.
 */
static void entry_is(Text bytes, int status, const char *words) {
    Signer signer = sample_signer();
    Checkpoint head = {.origin = SAMPLE_ORIGIN, .size = 1, .root = merkle_leaf(hasher, bytes)};
    Text note;
    ck_assert(checkpoint_sign(scratch_arena, &head, &signer, &note));
    Text receipt = text_format(scratch_arena, "c2sp.org/tlog-proof@v1\nextra %s\nindex 0\n\n%s",
                               base64_encode(scratch_arena, bytes).at, note.at);
    scratch_write(scratch_path("receipt"), receipt);
    verifier_finds("receipt", "receipt", status, words);
}

static Text replaced(Text text, const char *from, const char *to) {
    const char *at = strstr(text.at, from);
    ck_assert_ptr_nonnull(at);
    return text_format(scratch_arena, "%.*s%s%s", (int)(at - text.at), text.at, to, at + strlen(from));
}

START_TEST(the_independent_verifier_takes_entries_in_their_one_form_only) {
    Text good = block("entry-0");
    good = text_copy(scratch_arena, text_part(good, 0, good.len - 1));
    entry_is(good, 0, "Proven: entry 0");
    entry_is(replaced(good, "\"version\":1}", "\"version\":1} "), 1, "the one form");
    entry_is(replaced(good, "{\"actor\"", "{ \"actor\""), 1, "the one form");
    entry_is(replaced(good, "open", "\\u006fpen"), 1, "the one form");
    entry_is(replaced(good, "\"version\":1", "\"version\":1,\"zeal\":1"), 1, "\"zeal\" is not one");
    entry_is(replaced(good, "\"auth\":\"system\"", "\"auth\":\"\""), 1, "\"auth\" is not one");
    entry_is(replaced(good, "\"batch_count\":2", "\"batch\":0,\"batch_count\":2"), 1, "\"batch\" is not one");
    entry_is(replaced(good, "{\"verb\":\"open\"}", "{\"verb\":1e2}"), 1, "whole number");
    entry_is(replaced(good, "{\"verb\":\"open\"}", "{\"a\":9007199254740992}"), 1, "too large");
    entry_is(replaced(good, "\"charter\":\"deb5", "\"charter\":\"xeb5"), 1, "names no charter");
    entry_is(replaced(good, "T10:00:00-05:00\",\"kind", "T10:00:00Z\",\"kind"), 1, "\"happened\" is not one");
}
END_TEST

/* Puts an entry at the end whose bytes were changed, and signs it. */
static void append_changed(const char *from, const char *to) {
    Text bytes;
    Entry *entry = vector_entry(2);
    entry->seq = entry->batch = 3;
    entry->scope_version = 4;
    ck_assert(entry_encode(scratch_arena, entry, &bytes));
    ck_assert(store_begin(sample_store, STORE_WRITE) && ledger_load(sample_ledger));
    ck_assert(ledger_append(sample_ledger, entry->scope, replaced(bytes, from, to)));
    seal(TEXT(""));
    store_rollback(sample_store);
}

START_TEST(the_independent_verifier_counts_the_entries_of_a_case) {
    append_changed("\"scope_version\":4", "\"scope_version\":5");
    verifier_finds("book", "b", 1, "Entry 3 counts \"PRT-2026-001\" wrongly");
}
END_TEST

START_TEST(the_independent_verifier_compares_checkpoints_that_were_kept) {
    Signer signer = sample_signer();
    Checkpoint other = {.origin = SAMPLE_ORIGIN, .size = 2}, larger = {.origin = SAMPLE_ORIGIN, .size = 9};
    Text note;
    Text option = text_format(scratch_arena, "--checkpoint '%s' --checkpoint '%s'", scratch_path("first").at,
                              scratch_path("second").at);
    verifier_options = option.at;
    scratch_write(scratch_path("first"), block("checkpoint"));
    scratch_write(scratch_path("second"), block("checkpoint"));
    verifier_finds("book", "b", 0, "It fits what was kept outside of it");
    ck_assert(checkpoint_sign(scratch_arena, &other, &signer, &note));
    scratch_write(scratch_path("second"), note);
    verifier_finds("book", "b", 1, "was signed over other entries");
    ck_assert(checkpoint_sign(scratch_arena, &larger, &signer, &note));
    scratch_write(scratch_path("second"), note);
    verifier_finds("book", "b", 1, "was signed over 9");
    change(note, "example.org/partnerships\n", 'x');
    scratch_write(scratch_path("second"), note);
    verifier_finds("book", "b", 1, "does not hold");
    scratch_write(scratch_path("second"), TEXT("dear diary"));
    verifier_finds("book", "b", 1, "is no signed note");
    ck_assert_int_eq(unlink(scratch_path("second").at), 0);
    verifier_finds("book", "b", 2, "cannot be read");
}
END_TEST

START_TEST(the_independent_verifier_says_what_is_no_book) {
    scratch_write(scratch_path("text"), TEXT("dear diary"));
    verifier_finds("book", "text", 2, "no book");
    verifier_finds("book", "none", 2, "none");
}
END_TEST

Suite *vectors_suite(void) {
    Suite *suite = suite_create("the document's vectors and the independent verifier");
    TCase *tests = tcase_create("vectors");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, scratch_tear_down);
    tcase_add_test(tests, the_entries_and_their_leaves_are_as_documented);
    tcase_add_test(tests, the_tree_is_as_documented);
    tcase_add_test(tests, the_keys_and_checkpoints_are_as_documented);
    tcase_add_test(tests, the_charter_and_the_commitment_are_as_documented);
    tcase_add_test(tests, the_layout_of_the_file_is_as_documented);
    tcase_add_test(tests, the_independent_verifier_takes_the_documents_receipt);
    tcase_add_test(tests, the_independent_verifier_takes_a_receipt_of_every_size);
    tcase_add_test(tests, the_independent_verifier_refuses_a_changed_receipt);
    tcase_add_test(tests, the_independent_verifier_takes_the_book);
    tcase_add_test(tests, the_independent_verifier_names_a_changed_entry);
    tcase_add_test(tests, the_independent_verifier_names_what_is_missing);
    tcase_add_test(tests, the_independent_verifier_names_a_changed_blob_and_a_changed_head);
    tcase_add_test(tests, the_independent_verifier_reports_values_erased_by_half);
    tcase_add_test(tests, the_independent_verifier_reports_rows_where_nobody_looks);
    tcase_add_test(tests, the_independent_verifier_calls_no_book_sound_that_nobody_signed);
    tcase_add_test(tests, the_independent_verifier_takes_entries_in_their_one_form_only);
    tcase_add_test(tests, the_independent_verifier_counts_the_entries_of_a_case);
    tcase_add_test(tests, the_independent_verifier_compares_checkpoints_that_were_kept);
    tcase_add_test(tests, the_independent_verifier_says_what_is_no_book);
    suite_add_tcase(suite, tests);
    return suite;
}
