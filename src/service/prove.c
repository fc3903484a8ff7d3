/* What an auditor asks of the record itself: verify, checkpoint, receipt; and rebuild. */
#include "service/evidence_check.h"
#include "service/fold.h"
#include "service/outbox.h"
#include "service/reading.h"

static void tell(void *context, uint64_t done, uint64_t of) {
    bylaw_book *book = context;
    book->host.progress(book->host.context, "verified", done, of);
}

/* What was not come to has no number. */
static void say_looked_at(bylaw_result *result, const Verification *found) {
    Arena *arena = result->arena;
    Tree *document = result->document;
    tree_set_bool(arena, document, "complete", found->complete);
    tree_set_int(arena, document, "entries", (int64_t)found->entries);
    if (!found->complete) return;
    tree_set_int(arena, document, "blobs", (int64_t)found->blobs);
    tree_set_int(arena, document, "bytes", (int64_t)found->bytes);
    tree_set_int(arena, document, "vault", (int64_t)found->vault);
    if (found->withheld) tree_set_int(arena, document, "withheld", (int64_t)found->withheld);
    tree_set_int(arena, document, "checkpoints", (int64_t)found->checkpoints);
    tree_set_text(arena, document, "root", digest_hex(arena, found->root));
}

static void say_signed(bylaw_result *result, const Verification *found) {
    tree_set_bool(result->arena, result->document, "head_signed", found->head_signed);
    if (!found->head_signed)
        tree_set_int(result->arena, result->document, "unsigned_since", (int64_t)found->unsigned_since);
}

static void say_bad(bylaw_result *result, const Verification *found) {
    Arena *arena = result->arena;
    tree_set_text(arena, result->document, "what", found->what);
    if (!found->bad_entry_known) return;
    tree_set_int(arena, result->document, "bad_entry", (int64_t)found->bad_entry);
    tree_set_some(arena, result->document, "bad_scope", found->bad_scope);
}

typedef struct Verifying {
    bylaw_book *book;
    const bylaw_verify_options *options;
    Verification found;
    EvidenceChecked evidence;
} Verifying;

static bool unsound(Verifying *verifying, Text what) {
    verifying->found.sound = false;
    verifying->found.what = what;
    return false;
}

/* The key and origin that the book gives beside its entries must be those that it was opened with. */
static bool check_opening(Verifying *verifying, Arena *arena, Text key) {
    Text bytes, error;
    if (verifying->found.entries == 0)
        return unsound(verifying, TEXT("the book has no entries, not even of its opening"));
    const Entry *entry = store_entry(verifying->book->store, 1, &bytes)
                             ? entry_decode(arena, text_copy(arena, bytes), &error)
                             : NULL;
    bool opened = entry && text_equal(entry->kind, kind_row(KIND_BOOK_OPENED)->word);
    if (!opened)
        return unsound(verifying, TEXT("entry 1 does not say that the book was opened, and with which key"));
    return text_equal(tree_get_text(entry->body, "key"), key) ||
           unsound(verifying, TEXT("the key that the book names is not the one it was opened with"));
}

static bool check_key(Verifying *verifying, Arena *arena, Text key) {
    Text wanted = text_of(verifying->options->verifier_key);
    return text_empty(wanted) || text_equal(text_trim(wanted), key) ||
           unsound(verifying,
                   text_format(arena, "the book is signed with the key %.*s, and not with the one you named",
                               TEXT_ARG(key)));
}

static bool check_checkpoint(Verifying *verifying, Arena *arena) {
    bool fits = true;
    Text why_not = {0}, note = text_of(verifying->options->checkpoint);
    if (text_empty(note)) return true;
    bylaw_book *book = verifying->book;
    if (!ledger_check_kept(book->ledger, arena, book->key, note, &fits, &why_not)) return false;
    return fits || unsound(verifying, why_not);
}

/* Where a file is not what its entry says, the record is not what it was. False: the store failed. */
static bool check_files(Verifying *verifying, Arena *arena) {
    if (!verifying->options->full || !verifying->found.sound) return true;
    store_rollback(verifying->book->store);
    if (!evidence_check(verifying->book, arena, &verifying->evidence)) return false;
    const Tree *wrong = verifying->evidence.wrong;
    if (tree_len(wrong) == 0) return true;
    const Tree *first = wrong->items[0];
    unsound(verifying,
            text_format(arena, "%.*s of %.*s, %.*s, %.*s", TEXT_ARG(tree_get_text(first, "evidence")),
                        TEXT_ARG(tree_get_text(first, "case")), TEXT_ARG(tree_get_text(first, "name")),
                        TEXT_ARG(tree_get_text(first, "what"))));
    return true;
}

/* What the bytes alone cannot show: false only when the store failed. */
static bool check_beside(Verifying *verifying, Arena *arena) {
    bylaw_book *book = verifying->book;
    Text key = verifier_key(arena, book->origin, book->key);
    if (!verifying->found.sound) return true;
    if (!store_begin(book->store, STORE_READ) || !ledger_load(book->ledger)) return false;
    bool fine = check_opening(verifying, arena, key) && check_key(verifying, arena, key) &&
                check_checkpoint(verifying, arena);
    return fine || !verifying->found.sound;
}

/* A record is only ever shown to be that of a key, and of a checkpoint, which somebody outside holds. */
static void say_not_shown(bylaw_result *result, const Verifying *verifying) {
    Tree *list = tree_set_list(result->arena, result->document, "not_shown");
    const char *said[] = {
        verifying->options->verifier_key ? NULL
                                         : "that this is the book's true key: compare the verifier key with "
                                           "one that you have from elsewhere (--key)",
        verifying->options->checkpoint ? NULL
                                       : "that it is the book you saw before: keep a checkpoint, and compare "
                                         "it the next time (--checkpoint FILE)",
        verifying->options->full ? NULL : "that the files of evidence are as they were attached (--full)",
        "that what docket and show tell is what the entries say: bylaw rebuild makes that again from them",
    };
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (said[i]) tree_add(result->arena, list, tree_text(result->arena, text_of(said[i])));
}

static void say_verification(bylaw_result *result, void *context) {
    Verifying *verifying = context;
    bylaw_book *book = verifying->book;
    Verification *found = &verifying->found;
    bool told =
        store_begin(book->store, STORE_READ) &&
        ledger_verify(book->ledger, result->arena, book->key, book->host.progress ? tell : NULL, book, found);
    if (!told || !check_beside(verifying, result->arena) || !check_files(verifying, result->arena)) {
        result_store_problem(result, book);
        return;
    }
    result_kind(result, found->sound && found->head_signed ? BYLAW_DONE : BYLAW_WANTING, "verification");
    tree_set_bool(result->arena, result->document, "sound", found->sound);
    tree_set_text(result->arena, result->document, "origin", book->origin);
    tree_set_text(result->arena, result->document, "verifier_key",
                  verifier_key(result->arena, book->origin, book->key));
    say_looked_at(result, found);
    say_signed(result, found);
    if (verifying->evidence.wrong) {
        tree_set_int(result->arena, result->document, "files", verifying->evidence.files);
        tree_set(result->arena, result->document, TEXT("wrong_files"), verifying->evidence.wrong);
    }
    if (found->sound)
        say_not_shown(result, verifying);
    else
        say_bad(result, found);
}

bylaw_result *bylaw_verify(bylaw_book *book, const bylaw_verify_options *options) {
    bylaw_verify_options taken;
    options_take(&taken, sizeof taken, options);
    return result_on(book, say_verification, &(Verifying){.book = book, .options = &taken});
}

/* --- checkpoint and receipt ----------------------------------------------------------------------------- */

static void say_checkpoint(bylaw_result *result, void *context) {
    bylaw_book *book = context;
    Signer signer = book_signer(book);
    Text note;
    if (!store_begin(book->store, STORE_WRITE) || !ledger_load(book->ledger)) {
        result_store_problem(result, book);
    } else if (!ledger_checkpoint(book->ledger, result->arena, book->host.sign ? &signer : NULL, &note)) {
        result_problem(result, BYLAW_CANNOT,
                       TEXT("the head of this book is not signed, and its key is not at hand"),
                       TEXT("name the key with --key FILE"));
    } else {
        result_kind(result, BYLAW_DONE, "checkpoint");
        tree_set_int(result->arena, result->document, "size", (int64_t)ledger_size(book->ledger));
        tree_set_text(result->arena, result->document, "note", note);
        tree_set_text(result->arena, result->document, "verifier_key",
                      verifier_key(result->arena, book->origin, book->key));
        result_end(result);
        if (!store_commit(book->store)) result_store_problem(result, book);
    }
}

bylaw_result *bylaw_checkpoint(bylaw_book *book) {
    return result_on(book, say_checkpoint, book);
}

/* The entry meant: the one named, or the latest of a case, meeting or motion. */
static bool find_entry(Reading *reading, uint64_t *seq) {
    *seq = reading->options->seq;
    if (reading->options->has_seq) return true;
    Text number, written = text_of(reading->options->subject), bytes;
    if (!read_subject(reading, written, &number)) return false;
    const MotionState *motion = state_motion(reading->state, number);
    if (motion) number = motion->subject;
    EntryCursor *cursor = store_entries_of(reading->book->store, reading->arena, number);
    bool found = false;
    while (entry_cursor_next(cursor, seq, &bytes)) found = true;
    entry_cursor_close(cursor);
    return found;
}

static void read_receipt(Reading *reading) {
    bylaw_book *book = reading->book;
    uint64_t seq;
    Text receipt;
    if (!find_entry(reading, &seq) || seq >= ledger_size(book->ledger)) {
        read_problem(reading, BYLAW_WANTING, TEXT("there is no such entry"),
                     TEXT("bylaw history shows the entries with their numbers"));
    } else if (!ledger_receipt(book->ledger, reading->arena, seq, &receipt)) {
        read_problem(reading, BYLAW_CANNOT, TEXT("no signed checkpoint covers this entry yet"),
                     TEXT("bylaw checkpoint --key FILE signs one"));
    } else {
        result_kind(reading->result, BYLAW_DONE, "receipt");
        tree_set_int(reading->arena, reading->result->document, "entry", (int64_t)seq);
        tree_set_text(reading->arena, reading->result->document, "receipt", receipt);
        tree_set_text(reading->arena, reading->result->document, "verifier_key",
                      verifier_key(reading->arena, book->origin, book->key));
    }
}

bylaw_result *bylaw_receipt(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_receipt);
}

/* --- rebuild -------------------------------------------------------------------------------------------- */

static void say_rebuild(bylaw_result *result, void *context) {
    bylaw_book *book = context;
    Text problem = {0};
    uint64_t entries = 0;
    bool good = store_begin(book->store, STORE_WRITE) && store_drop_rebuildable(book->store) &&
                ledger_rebuild(book->ledger) && ledger_load(book->ledger);
    good =
        good && fold_book(book, result->arena, &entries, &problem) && outbox_forget_sent(book, result->arena);
    result_kind(result, BYLAW_DONE, "rebuild");
    tree_set_int(result->arena, result->document, "entries", (int64_t)entries);
    result_end(result);
    if (!text_empty(problem))
        result_problem(result, BYLAW_WANTING, problem,
                       TEXT("bylaw verify says what is wrong with the book; nothing was changed"));
    else if (!good || !store_commit(book->store))
        result_store_problem(result, book);
}

bylaw_result *bylaw_rebuild(bylaw_book *book) {
    return result_on(book, say_rebuild, book);
}
