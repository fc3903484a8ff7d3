/* A book's handle: opened, closed, and read as the state that the proceedings work on. */
#include "service/book.h"
#include <stdlib.h>

/* --- what the proceedings read (proceedings/state.h) ---------------------------------------------------- */

static bool answered(bylaw_book *book, bool found) {
    if (!found && store_error(book->store)->problem != STORE_OK) book->failed = true;
    return found;
}

static bool source_get(void *context, Arena *arena, Text space, Text key, Text *bytes) {
    bylaw_book *book = context;
    return answered(book, store_get(book->store, arena, space, key, bytes));
}

typedef struct First {
    Arena *arena;
    Text key, value;
    bool found;
} First;

static bool take_first(void *context, Text key, Text value) {
    First *first = context;
    first->key = text_copy(first->arena, key);
    first->value = text_copy(first->arena, value);
    first->found = true;
    return false;
}

static bool source_next(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes) {
    bylaw_book *book = context;
    First first = {.arena = arena};
    answered(book, store_walk(book->store, arena, space, from, (Text){0}, take_first, &first));
    *key = first.key;
    *bytes = first.value;
    return first.found;
}

static bool source_unseal(void *context, Arena *arena, Text commitment, Text *value) {
    bylaw_book *book = context;
    Digest digest;
    for (size_t i = 0; i < book->sealed.len; i++) /* sealed by this very command, not stored yet */
        if (text_equal(book->sealed.at[i].commitment, commitment)) {
            *value = book->sealed.at[i].value;
            return true;
        }
    Text salt;
    return digest_from_hex(commitment, &digest) &&
           answered(book, store_vault(book->store, arena, digest, &salt, value));
}

static bool source_blob(void *context, Arena *arena, Text name, Text *bytes) {
    bylaw_book *book = context;
    Digest digest;
    return digest_from_hex(name, &digest) && answered(book, store_blob(book->store, arena, digest, bytes));
}

static const Program *source_charter(void *context, Text name) {
    const Charter *charter = book_charter(context, name);
    return charter ? charter->program : NULL;
}

void book_source(bylaw_book *book, StateSource *source) {
    *source = (StateSource){book, source_get, source_next, source_unseal, source_blob, source_charter};
}

bool book_failed(const bylaw_book *book, const State *state) {
    return book->failed || store_broken(book->store) || !text_empty(state_problem(state));
}

/* --- charters kept in the book (law R5) ----------------------------------------------------------------- */

static bool load_file(bylaw_book *book, Charter *charter, Text line) {
    Digest digest;
    if (line.len < 2 * DIGEST_SIZE + 3 || !digest_from_hex(text_part(line, 0, 2 * DIGEST_SIZE), &digest))
        return false;
    CharterFile *file = vec_push(book->arena, &charter->files);
    file->path = text_part(line, 2 * DIGEST_SIZE + 2, line.len);
    return store_blob(book->store, book->arena, digest, &file->text);
}

static bool load_charter(bylaw_book *book, Text name, Charter *charter) {
    Digest digest;
    Text manifest, line;
    if (!digest_from_hex(name, &digest) || !store_blob(book->store, book->arena, digest, &manifest))
        return false;
    while (text_next(&manifest, '\n', &line))
        if (line.len && !load_file(book, charter, line)) return false;
    charter_build(book->arena, charter);
    return charter->program && text_equal(charter->name, name);
}

const Charter *book_charter(bylaw_book *book, Text name) {
    Charter *charter = map_get(&book->charters, name);
    if (charter) return charter->program ? charter : NULL;
    charter = arena_make(book->arena, Charter);
    if (!load_charter(book, name, charter)) charter->program = NULL;
    map_set(book->arena, &book->charters, text_copy(book->arena, name), charter);
    return charter->program ? charter : NULL;
}

static bool keep_blob(bylaw_book *book, Hasher *hasher, Text bytes) {
    return store_blob_put(book->store, hasher_sha256_of(hasher, bytes), bytes);
}

bool book_keep_charter(bylaw_book *book, Charter *charter) {
    Hasher *hasher = hasher_new(book->arena);
    bool good = keep_blob(book, hasher, charter->manifest);
    for (size_t i = 0; good && i < charter->files.len; i++)
        good = keep_blob(book, hasher, charter->files.at[i].text);
    map_set(book->arena, &book->charters, charter->name, charter);
    return good;
}

bylaw_result *result_on(bylaw_book *book, Work *work, void *context) {
    bylaw_result *result = result_with(book->arena, work, context);
    if (book->store) store_rollback(book->store);
    return result;
}

/* --- opening and closing -------------------------------------------------------------------------------- */

bylaw_book *book_new(const bylaw_host *host) {
    bylaw_book *book = calloc(1, sizeof *book);
    if (!book) return NULL;
    book->arena = arena_new(0);
    if (!book->arena) {
        free(book);
        return NULL;
    }
    options_take(&book->host, sizeof book->host, host);
    return book;
}

static bool meta_key(bylaw_book *book) {
    Text line, origin;
    return store_meta(book->store, book->arena, TEXT("origin"), &book->origin) &&
           store_meta(book->store, book->arena, TEXT("key"), &line) &&
           verifier_key_read(line, book->arena, &origin, &book->key) && text_equal(origin, book->origin);
}

bool book_attach(bylaw_book *book, Store *store) {
    book->store = store;
    bool good = store_begin(store, STORE_READ) && meta_key(book);
    store_rollback(store);
    if (good) book->ledger = ledger_new(book->arena, store, book->origin);
    return good;
}

typedef struct Opening {
    bylaw_book *book;
    const char *path;
    bool write, good;
    StoreError error;
} Opening;

static void attach(void *context) {
    Opening *opening = context;
    bylaw_book *book = opening->book;
    book->path = text_copy(book->arena, text_of(opening->path));
    Store *store =
        store_open(book->arena, book->path, opening->write ? STORE_WRITE : STORE_READ, &opening->error);
    if (!store) return;
    opening->good = book_attach(book, store);
    if (opening->good) return;
    opening->error = *store_error(store);
    if (opening->error.problem == STORE_OK)
        opening->error = (StoreError){
            STORE_NOT_A_BOOK,
            text_format(book->arena, "%s does not say whose book it is: its origin or key is missing",
                        opening->path)};
}

static void say_opened(bylaw_result *result, void *context) {
    Opening *opening = context;
    if (!arena_try(opening->book->arena, attach, opening)) arena_fail(result->arena);
    if (!opening->good) {
        result_problem(result, BYLAW_CANNOT, opening->error.message, (Text){0});
        return;
    }
    result_kind(result, BYLAW_DONE, "book");
    tree_set_text(result->arena, result->document, "path", opening->book->path);
    tree_set_text(result->arena, result->document, "origin", opening->book->origin);
}

bylaw_result *bylaw_book_open(const char *path, bool write, const bylaw_host *host, bylaw_book **out) {
    *out = NULL;
    Opening opening = {book_new(host), path, write, false, {0}};
    if (!opening.book) return NULL;
    bylaw_result *result = result_of(say_opened, &opening);
    if (opening.good && bylaw_result_code(result) == BYLAW_DONE)
        *out = opening.book;
    else
        bylaw_book_close(opening.book);
    return result;
}

void bylaw_book_close(bylaw_book *book) {
    if (!book) return;
    arena_free(book->arena);
    free(book);
}
