#include "service/fold.h"

typedef struct Folding {
    bylaw_book *book;
    Arena *arena;
    State *state;
    uint64_t entries;
    Text *problem;
} Folding;

static bool wrong(Folding *folding, const Entry *entry, Text why) {
    *folding->problem =
        entry ? text_format(folding->arena, "entry %lld (%.*s) cannot follow what stands before it: %.*s",
                            (long long)entry->seq, TEXT_ARG(entry->kind), TEXT_ARG(why))
              : text_format(folding->arena, "entry %llu is no entry: %.*s",
                            (unsigned long long)folding->entries, TEXT_ARG(why));
    return false;
}

static bool apply(Folding *folding, Text bytes) {
    Text error = {0};
    const Entry *entry = entry_decode(folding->arena, text_copy(folding->arena, bytes), &error);
    if (!entry) return wrong(folding, NULL, error);
    const KindRow *kind = kind_find(entry->kind, entry->version);
    if (!kind) return wrong(folding, entry, TEXT("this release knows no such kind of entry"));
    void *body = record_from_tree(folding->arena, kind->body, entry->body, &error);
    EntryContext context = {entry->seq, entry->scope, entry->actor, entry->charter, entry->happened};
    if (!body || !state_apply(folding->state, &context, kind->kind, body, &error))
        return wrong(folding, entry, error);
    folding->entries++;
    return true;
}

/* One slice; 1: more may follow, 0: the end, -1: something is wrong. */
static int fold_slice(Folding *folding) {
    StateSource source;
    book_source(folding->book, &source);
    folding->state = state_new(folding->arena, &source);
    uint64_t from = folding->entries, seq;
    Text bytes;
    EntryCursor *cursor = store_entries(folding->book->store, folding->arena, from, from + FOLD_SLICE);
    bool good = true;
    while (good && entry_cursor_next(cursor, &seq, &bytes)) good = apply(folding, bytes);
    entry_cursor_close(cursor);
    if (!good || folding->book->failed || !book_keep(folding->book, folding->state)) return -1;
    return folding->entries == from + FOLD_SLICE;
}

bool fold_book(bylaw_book *book, Arena *arena, uint64_t *entries, Text *problem) {
    Folding folding = {.book = book, .arena = arena, .problem = problem};
    book->failed = false;
    book->sealed.len = 0;
    for (int more = 1; more;) {
        ArenaMark mark = arena_mark(arena);
        more = fold_slice(&folding);
        if (more < 0) return false;
        arena_rewind(arena, mark);
        if (book->host.progress)
            book->host.progress(book->host.context, "folded", folding.entries, ledger_size(book->ledger));
    }
    *entries = folding.entries;
    return true;
}
