#include "service/attaching.h"
#include "service/beside.h"
#include "service/files.h"
#include <errno.h>
#include <unistd.h>

/* --- what a command says of a file ---------------------------------------------------------------------- */

static bool hash_piece(void *hasher, Text piece) {
    hasher_add(hasher, piece);
    return true;
}

enum { NAME_MOST = 200 };

/* The name of a file as entries have it: no folder, nothing that a terminal or another system takes for more
 * than a name, no more than can be shown. */
static Text clean_name(Arena *arena, Text path) {
    Buf buf = buf_new(arena);
    Text name = last_name(path);
    if (!text_valid_utf8(name, NULL)) return TEXT("file");
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.at[i];
        bool begins = (c & 0xc0) != 0x80;
        if (begins && buf.len >= NAME_MOST) break;
        bool odd = c < 0x20 || c == 0x7f || c == '\\' || c == '/' || c == ':';
        bool control = c == 0xc2 && i + 1 < name.len && (unsigned char)name.at[i + 1] < 0xa0;
        buf_char(&buf, odd || control ? '_' : name.at[i]);
        i += control;
    }
    name = buf_done(&buf);
    return text_empty(name) || text_is(name, ".") || text_is(name, "..") ? TEXT("file") : name;
}

/* One that is too large is not read: it will be refused by its size. */
bool read_attached(Acting *acting, Word *word) {
    Text problem;
    uint64_t size = 0;
    Hasher *hasher = hasher_new(acting->arena);
    int file = file_open(acting->arena, word->value.at, &size, &problem);
    if (file < 0) return act_problem(acting, BYLAW_CANNOT, problem, (Text){0});
    hasher_begin(hasher);
    bool good = size > EVIDENCE_MOST || file_pieces(file, hash_piece, hasher);
    int error = errno;
    close(file);
    if (!good)
        return act_problem(acting, BYLAW_CANNOT,
                           text_format(acting->arena, "%.*s: %s", TEXT_ARG(word->value), strerror(error)),
                           (Text){0});
    word->content = tree_map(acting->arena);
    tree_set_text(acting->arena, word->content, "name", clean_name(acting->arena, word->value));
    tree_set_text(acting->arena, word->content, "digest", digest_hex(acting->arena, hasher_end(hasher)));
    tree_set_int(acting->arena, word->content, "size", (int64_t)size);
    return true;
}

/* --- keeping -------------------------------------------------------------------------------------------- */

typedef struct Pouring {
    Hasher *hasher;
    int from;
    int64_t poured;
} Pouring;

/* As many bytes as are wanted, or none: the file has become shorter. */
static bool pour(void *context, char *into, size_t size) {
    Pouring *pouring = context;
    for (size_t have = 0; have < size;) {
        ssize_t got = read(pouring->from, into + have, size - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        have += (size_t)got;
    }
    hasher_add(pouring->hasher, (Text){into, size});
    pouring->poured += (int64_t)size;
    return true;
}

/* Where the book has these bytes already, none are poured. */
static bool put_inside(Acting *acting, const Attached *attached, Digest digest, int file) {
    Pouring pouring = {.hasher = hasher_new(acting->arena), .from = file};
    hasher_begin(pouring.hasher);
    if (!store_evidence_put(acting->book->store, digest, (uint64_t)attached->size, pour, &pouring))
        return act_failed(acting);
    if (pouring.poured != attached->size || digest_equal(hasher_end(pouring.hasher), digest)) return true;
    return act_problem(acting, BYLAW_CANNOT,
                       text_format(acting->arena, "%.*s changed while it was read", TEXT_ARG(attached->name)),
                       TEXT("attach it again"));
}

static bool put_beside(Acting *acting, Digest digest, int file) {
    Text problem;
    bylaw_book *book = acting->book;
    for (size_t i = book->leaving.len; i-- > 0;) /* discarded and attached again, before either is durable */
        if (digest_equal(book->leaving.at[i], digest))
            book->leaving.at[i] = book->leaving.at[--book->leaving.len];
    return beside_put(acting->arena, book->path, digest, file, &problem) ||
           act_problem(acting, BYLAW_CANNOT, problem, (Text){0});
}

static bool keep_file(Acting *acting, const Attached *attached, const char *path) {
    Digest digest;
    Text problem;
    uint64_t size = 0;
    if (!digest_from_hex(attached->digest, &digest)) return act_failed(acting);
    int file = file_open(acting->arena, path, &size, &problem);
    if (file < 0) return act_problem(acting, BYLAW_CANNOT, problem, (Text){0});
    bool beside = text_is(attached->kept, "beside");
    bool good = beside ? put_beside(acting, digest, file) : put_inside(acting, attached, digest, file);
    close(file);
    return good;
}

static bool keep(Acting *acting, const Attached *attached, const Word *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (words[i].content && text_equal(tree_get_text(words[i].content, "digest"), attached->digest))
            return keep_file(acting, attached, words[i].value.at);
    return act_failed(acting);
}

static bool drop(Acting *acting, const Discarded *discarded) {
    Digest digest;
    if (!discarded->gone) return true;
    if (!digest_from_hex(discarded->digest, &digest)) return act_failed(acting);
    if (!text_is(discarded->kept, "beside"))
        return store_evidence_remove(acting->book->store, digest) || act_failed(acting);
    *vec_push(acting->book->arena, &acting->book->leaving) = digest;
    return true;
}

bool keep_attached(Acting *acting, const Word *words, size_t count) {
    bool good = true;
    for (size_t i = 0; good && !acting->dry_run && i < acting->batch.effects.len; i++) {
        const Effect *effect = &acting->batch.effects.at[i];
        if (effect->kind == KIND_ATTACHED) good = keep(acting, effect->body, words, count);
        if (effect->kind == KIND_DISCARDED) good = drop(acting, effect->body);
    }
    return good;
}
