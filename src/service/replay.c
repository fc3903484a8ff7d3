/* replay: every command carried out again, from an empty state, under the charter recorded for it; each entry
 * that results is compared byte for byte with what is stored. Nothing that is stored about what stands is
 * read: only entries, blobs and the vault. */
#include "service/book.h"
#include "service/fold.h"
#include "service/memory.h"

typedef struct Replay {
    bylaw_book *book;
    bylaw_result *result;
    Arena *arena;
    Memory *memory;
    State *state;
    uint64_t next, batches;
    bool diverged;
    int64_t seq; /* the entry at which it does */
    Text kind, scope, why, found, expected;
} Replay;

/* --- the state's source: memory for what stands, the book for blobs, vault and charters ----------------- */

static bool get(void *context, Arena *arena, Text space, Text key, Text *bytes) {
    const Replay *replay = context;
    Text value;
    if (!memory_get(replay->memory, space, key, &value)) return false;
    *bytes = text_copy(arena, value);
    return true;
}

static bool next(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes) {
    const Replay *replay = context;
    Text found, value;
    if (!memory_next(replay->memory, space, from, &found, &value)) return false;
    *key = text_copy(arena, found);
    *bytes = text_copy(arena, value);
    return true;
}

static bool unseal(void *context, Arena *arena, Text commitment, Text *value) {
    Replay *replay = context;
    StateSource source;
    book_source(replay->book, &source);
    return source.unseal(replay->book, arena, commitment, value);
}

static bool blob(void *context, Arena *arena, Text digest, Text *bytes) {
    Replay *replay = context;
    StateSource source;
    book_source(replay->book, &source);
    return source.blob(replay->book, arena, digest, bytes);
}

static const Program *charter(void *context, Text name) {
    Replay *replay = context;
    const Charter *found = book_charter(replay->book, name);
    return found ? found->program : NULL;
}

/* --- one batch ------------------------------------------------------------------------------------------ */

static bool diverge(Replay *replay, int64_t seq, Text kind, Text scope, Text why) {
    replay->diverged = true;
    replay->seq = seq;
    replay->kind = kind;
    replay->scope = scope;
    replay->why = why;
    return false;
}

static bool read_command_entry(Replay *replay, const Entry *entry, Command *command) {
    const KindRow *kind = kind_find(entry->kind, entry->version);
    Text error = TEXT("a batch begins with an entry that is no command");
    if (!kind || kind->kind != KIND_COMMAND)
        return diverge(replay, entry->seq, entry->kind, entry->scope, error);
    const CommandBody *body = record_from_tree(replay->arena, kind->body, entry->body, &error);
    if (!body || !command_from_body(replay->arena, replay->state, body, command, &error))
        return diverge(replay, entry->seq, entry->kind, entry->scope, error);
    command->actor = entry->actor;
    command->recorder = entry->recorder;
    command->behalf = entry->behalf;
    command->auth = entry->auth;
    command->recorded = entry->recorded;
    command->happened = entry->happened;
    command->charter =
        state_book(replay->state) ? charter_on(replay->state, moment_date(entry->happened)) : entry->charter;
    return true;
}

/* False: there is none, or the store could not read it, which is no divergence. */
static bool entry_at(Replay *replay, uint64_t seq, Text *bytes) {
    bylaw_book *book = replay->book;
    bool found = store_entry(book->store, seq, bytes);
    if (!found && store_error(book->store)->problem != STORE_OK) book->failed = true;
    return found;
}

static bool compare(Replay *replay, const Circumstances *around, const Batch *batch, size_t index,
                    int64_t first) {
    Text bytes = {0}, stored;
    bool made = envelope_entry(replay->arena, around, batch, index, first, &bytes);
    if (!entry_at(replay, (uint64_t)first + index, &stored))
        return diverge(replay, first + (int64_t)index, TEXT(""), TEXT(""),
                       TEXT("the batch should go on here, and the book ends"));
    if (made && text_equal(bytes, stored)) return true;
    replay->found = text_copy(replay->arena, stored);
    replay->expected = bytes;
    return diverge(replay, first + (int64_t)index, kind_row(batch->effects.at[index].kind)->word,
                   batch->effects.at[index].scope, TEXT("the entry is not what its command results in"));
}

static bool compare_all(Replay *replay, const Entry *head, const Circumstances *around, const Batch *batch) {
    for (size_t i = 0; i < batch->effects.len; i++)
        if (!compare(replay, around, batch, i, head->seq)) return false;
    if (head->batch_count == (int64_t)batch->effects.len) return true;
    return diverge(replay, head->seq, head->kind, head->scope,
                   TEXT("the batch has more entries than its command results in"));
}

static bool replay_command(Replay *replay, const Entry *head) {
    Command command = {0};
    Refusal refusal = {0};
    Batch batch = {0};
    if (!read_command_entry(replay, head, &command)) return false;
    if (!proceed(replay->state, &command, head->seq, &batch, &refusal))
        return diverge(replay, head->seq, head->kind, head->scope,
                       text_format(replay->arena, "the command would be refused: %.*s",
                                   TEXT_ARG(refusal_sentence(replay->arena, &refusal))));
    Circumstances around = {head->recorded, head->happened, head->actor,
                            head->recorder, head->behalf,   head->auth};
    if (!compare_all(replay, head, &around, &batch)) return false;
    replay->next += batch.effects.len;
    replay->batches++;
    return true;
}

static bool replay_batch(Replay *replay) {
    Text bytes, error;
    if (!entry_at(replay, replay->next, &bytes))
        return diverge(replay, (int64_t)replay->next, TEXT(""), TEXT(""), TEXT("the entry is not there"));
    const Entry *head = entry_decode(replay->arena, text_copy(replay->arena, bytes), &error);
    if (!head) return diverge(replay, (int64_t)replay->next, TEXT(""), TEXT(""), error);
    if (head->semantics != ENTRY_SEMANTICS)
        return diverge(replay, head->seq, head->kind, head->scope,
                       TEXT("it was decided under other semantics than this release has"));
    return replay_command(replay, head);
}

/* --- the whole book, slice by slice --------------------------------------------------------------------- */

static void put_away(void *context, Text space, Text key, Text value) {
    Replay *replay = context;
    if (!memory_put(replay->memory, space, key, value)) arena_fail(replay->arena);
}

static void begin_slice(Replay *replay) {
    StateSource source = {replay, get, next, unseal, blob, charter};
    replay->state = state_new(replay->arena, &source);
}

static void replay_all(Replay *replay, uint64_t size) {
    bool good = true;
    while (good && replay->next < size) {
        ArenaMark mark = arena_mark(replay->arena);
        uint64_t end = replay->next + FOLD_SLICE;
        begin_slice(replay);
        while (good && replay->next < size && replay->next < end) good = replay_batch(replay);
        if (!good) return; /* what diverged is in this slice's memory */
        state_changes(replay->state, put_away, replay);
        arena_rewind(replay->arena, mark);
        bylaw_host *host = &replay->book->host;
        if (host->progress) host->progress(host->context, "replayed", replay->next, size);
    }
}

static void say_divergence(const Replay *replay, Tree *document) {
    Tree *divergence = tree_set_map(replay->arena, document, "divergence");
    tree_set_int(replay->arena, divergence, "entry", replay->seq);
    tree_set_text(replay->arena, divergence, "entry_kind", replay->kind);
    tree_set_text(replay->arena, divergence, "scope", replay->scope);
    tree_set_text(replay->arena, divergence, "why", replay->why);
    if (text_empty(replay->found)) return;
    tree_set_text(replay->arena, divergence, "stored", replay->found);
    tree_set_text(replay->arena, divergence, "replayed", replay->expected);
}

static void say_replay(bylaw_result *result, void *context) {
    bylaw_book *book = context;
    Replay replay = {
        .book = book, .result = result, .arena = result->arena, .memory = memory_new(result->arena)};
    if (!replay.memory) arena_fail(result->arena);
    book->failed = false;
    book->sealed.len = 0;
    if (!store_begin(book->store, STORE_READ) || !ledger_load(book->ledger)) {
        result_store_problem(result, book);
        return;
    }
    replay_all(&replay, ledger_size(book->ledger));
    if (book->failed) {
        result_store_problem(result, book);
        return;
    }
    result_kind(result, replay.diverged ? BYLAW_WANTING : BYLAW_DONE, "replay");
    tree_set_bool(result->arena, result->document, "identical", !replay.diverged);
    tree_set_int(result->arena, result->document, "commands", (int64_t)replay.batches);
    tree_set_int(result->arena, result->document, "entries", (int64_t)replay.next);
    if (replay.diverged) say_divergence(&replay, result->document);
}

bylaw_result *bylaw_replay(bylaw_book *book) {
    return result_on(book, say_replay, book);
}
