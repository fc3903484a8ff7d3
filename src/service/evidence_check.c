#include "service/evidence_check.h"
#include "service/beside.h"

enum { SLICE = 2048 };

/* One attachment, as its entry says it. */
typedef struct NamedFile {
    const Attached *attached;
    int64_t entry;
    bool discarded;
} NamedFile;

typedef struct Checking {
    bylaw_book *book;
    Arena *arena;
    Hasher *hasher;
    VEC(NamedFile *) all;
    Map places;  /* "PRT-2026-001 2" to a NamedFile */
    Map needed;  /* "in DIGEST", "beside DIGEST": something that is not discarded needs it */
    Map decided; /* the same to what is wrong with it; "": nothing */
    EvidenceChecked *out;
} Checking;

/* --- what the entries name ------------------------------------------------------------------------------ */

static Text place_of(Checking *checking, Text subject, int64_t number) {
    return text_format(checking->arena, "%.*s %lld", TEXT_ARG(subject), (long long)number);
}

static Text content_of(Checking *checking, const Attached *attached) {
    return text_format(checking->arena, "%.*s %.*s", TEXT_ARG(attached->kept), TEXT_ARG(attached->digest));
}

static void take(Checking *checking, const Entry *entry, const KindRow *kind, const void *body) {
    if (kind->kind == KIND_ATTACHED) {
        NamedFile *held = arena_make(checking->arena, NamedFile);
        *held = (NamedFile){.attached = body, .entry = entry->seq};
        *vec_push(checking->arena, &checking->all) = held;
        map_set(checking->arena, &checking->places,
                place_of(checking, held->attached->subject, held->attached->number), held);
    } else {
        const Discarded *discarded = body;
        NamedFile *held =
            map_get(&checking->places, place_of(checking, discarded->subject, discarded->number));
        if (held) held->discarded = true;
    }
}

static void read_entry(Checking *checking, Text bytes) {
    Envelope envelope;
    Text error;
    if (!entry_envelope(bytes, &envelope)) return;
    const KindRow *kind = NULL;
    if (text_is(envelope.kind, "attached")) kind = kind_row(KIND_ATTACHED);
    if (text_is(envelope.kind, "discarded")) kind = kind_row(KIND_DISCARDED);
    if (!kind) return;
    const Entry *entry = entry_decode(checking->arena, text_copy(checking->arena, bytes), &error);
    const void *body = entry ? record_from_tree(checking->arena, kind->body, entry->body, &error) : NULL;
    if (body) take(checking, entry, kind, body);
}

/* In short slices, so that writers need not wait. */
static bool read_entries(Checking *checking) {
    Store *store = checking->book->store;
    uint64_t size = 0, seq;
    Text bytes;
    for (uint64_t from = 0;; from += SLICE) {
        if (!store_begin(store, STORE_READ) || !store_size(store, &size)) return false;
        EntryCursor *cursor = store_entries(store, checking->arena, from, from + SLICE);
        while (entry_cursor_next(cursor, &seq, &bytes)) read_entry(checking, bytes);
        entry_cursor_close(cursor);
        bool good = store_error(store)->problem == STORE_OK;
        store_rollback(store);
        if (!good || from + SLICE >= size) return good;
    }
}

/* --- whether it is there -------------------------------------------------------------------------------- */

static bool hash_piece(void *hasher, Text piece) {
    hasher_add(hasher, piece);
    return true;
}

static bool each_piece(Checking *checking, const Attached *attached, Digest digest) {
    Store *store = checking->book->store;
    if (text_is(attached->kept, "beside"))
        return beside_each(checking->book->path, digest, hash_piece, checking->hasher);
    bool found =
        store_begin(store, STORE_READ) && store_evidence(store, digest, hash_piece, checking->hasher);
    store_rollback(store);
    return found;
}

static const char *look(Checking *checking, const Attached *attached) {
    Digest digest;
    if (!digest_from_hex(attached->digest, &digest)) return "has no digest";
    hasher_begin(checking->hasher);
    if (!each_piece(checking, attached, digest))
        return text_is(attached->kept, "beside") ? "is missing beside the book" : "is missing in the book";
    return digest_equal(hasher_end(checking->hasher), digest) ? "" : "was changed";
}

/* After a discard a crash can leave the file there. */
static const char *look_gone(Checking *checking, const Attached *attached) {
    Digest digest;
    bool left = digest_from_hex(attached->digest, &digest) && text_is(attached->kept, "beside") &&
                !map_get(&checking->needed, content_of(checking, attached)) &&
                beside_has(checking->book->path, digest);
    return left ? "was discarded, and is still beside the book: delete it there" : "";
}

/* The same bytes are looked at once. */
static const char *judge(Checking *checking, const NamedFile *held) {
    Text content = content_of(checking, held->attached);
    if (held->discarded) return look_gone(checking, held->attached);
    const char *decided = map_get(&checking->decided, content);
    if (!decided) decided = look(checking, held->attached);
    map_set(checking->arena, &checking->decided, content, (void *)(uintptr_t)decided);
    return decided;
}

static void note(Checking *checking, const NamedFile *held, const char *what) {
    Arena *arena = checking->arena;
    Tree *map = tree_add_map(arena, checking->out->wrong);
    tree_set_text(arena, map, "case", held->attached->subject);
    tree_set_text(arena, map, "evidence", text_format(arena, "E%lld", (long long)held->attached->number));
    tree_set_text(arena, map, "name", held->attached->name);
    tree_set_int(arena, map, "entry", held->entry);
    tree_set_text(arena, map, "what", text_of(what));
}

bool evidence_check(bylaw_book *book, Arena *arena, EvidenceChecked *out) {
    Checking checking = {.book = book, .arena = arena, .hasher = hasher_new(arena), .out = out};
    *out = (EvidenceChecked){.wrong = tree_list(arena)};
    if (!read_entries(&checking)) return false;
    for (size_t i = 0; i < checking.all.len; i++) {
        NamedFile *held = checking.all.at[i];
        if (!held->discarded) map_set(arena, &checking.needed, content_of(&checking, held->attached), held);
        out->files += !held->discarded;
    }
    for (size_t i = 0; i < checking.all.len; i++) {
        const char *what = judge(&checking, checking.all.at[i]);
        if (*what) note(&checking, checking.all.at[i], what);
        StoreProblem problem = store_error(book->store)->problem;
        if (problem != STORE_OK && problem != STORE_DAMAGED) return false;
    }
    return true;
}
