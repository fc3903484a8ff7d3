/* Many commands in one transaction: each is carried out as by itself, on what the ones before it left, and
 * one commit makes all of them durable. Work goes by stretches: what a stretch needs of the state is read
 * once, and its memory is used again. */
#include "service/act.h"

enum { STRETCH = 256 };

typedef struct Bulk {
    bylaw_book *book;
    const bylaw_bulk_options *options;
    bylaw_result *result;
    Arena *arena; /* of a stretch */
    Tree *done;
    int64_t entries;
    bool good;
} Bulk;

static Text place_of(const Bulk *bulk, size_t index) {
    const char *const *places = bulk->options->places;
    return places ? text_of(places[index]) : text_format(bulk->result->arena, "%zu", index + 1);
}

static void note_done(Bulk *bulk, const Acting *acting, size_t index) {
    Arena *arena = bulk->result->arena;
    bulk->entries += acting->batch.effects.len + acting->advanced.effects.len;
    Tree *done = tree_add_map(arena, bulk->done);
    tree_set_text(arena, done, "place", text_copy(arena, place_of(bulk, index)));
    tree_set_text(arena, done, "verb", text_of(acting->verb->word));
    Tree *remarks = act_remarks(arena, acting);
    if (tree_len(remarks) > 0) tree_set(arena, done, TEXT("remarks"), remarks);
    if (acting->batch.effects.len == 0) return;
    Text scope = text_copy(arena, acting->batch.effects.at[0].scope);
    tree_set_text(arena, done, "scope", scope);
    tree_set_int(arena, done, "version", state_scope_version(acting->state, scope));
}

/* What was said of a command that could not be done lies in the stretch's arena. */
static void stopped_at(Bulk *bulk, size_t index) {
    tree_set_text(bulk->result->arena, bulk->result->document, "place", place_of(bulk, index));
    result_end(bulk->result);
}

/* As far apart as their caller's release has them. */
static const void *act_at(const bylaw_bulk_options *options, size_t index) {
    return (const char *)options->acts + index * options->acts->size;
}

static bool do_stretch(Bulk *bulk, Acting *acting, size_t from, size_t until) {
    bool good = true;
    act_read_state(acting);
    for (size_t i = from; good && i < until; i++) {
        acting->advanced = acting->batch = (Batch){0};
        acting->came_due = false;
        bylaw_act_options taken;
        options_take(&taken, sizeof taken, act_at(bulk->options, i));
        good = act_do(acting, &taken);
        if (good)
            note_done(bulk, acting, i);
        else
            stopped_at(bulk, i);
    }
    return good && (book_keep(bulk->book, acting->state) || act_failed(acting));
}

static void say_done(Bulk *bulk) {
    Arena *arena = bulk->result->arena;
    Tree *document = bulk->result->document;
    tree_set_int(arena, document, "entries", bulk->entries);
    if (bulk->options->dry_run) tree_set_bool(arena, document, "dry_run", true);
    tree_set_bool(arena, document, "signed", bulk->book->host.sign != NULL);
    result_end(bulk->result);
}

static void do_all(void *context) {
    Bulk *bulk = context;
    const bylaw_host *host = &bulk->book->host;
    Acting acting = {
        .book = bulk->book, .result = bulk->result, .arena = bulk->arena, .dry_run = bulk->options->dry_run};
    ArenaMark mark = arena_mark(bulk->arena);
    bulk->good = act_begin(&acting);
    for (size_t i = 0; bulk->good && i < bulk->options->count; i += STRETCH) {
        arena_rewind(bulk->arena, mark);
        size_t left = bulk->options->count - i;
        bulk->good = do_stretch(bulk, &acting, i, i + (left < STRETCH ? left : STRETCH));
        if (host->progress) host->progress(host->context, "carried out", i, bulk->options->count);
    }
    if (!bulk->good) return;
    say_done(bulk);
    if (bulk->options->dry_run || bulk->entries == 0) return;
    if (!book_commit(bulk->book, acting.around.recorded)) act_failed(&acting);
}

static void release(void *arena) {
    arena_free(arena);
}

static void say_bulk(bylaw_result *result, void *context) {
    Bulk *bulk = context;
    Arena *arena = result->arena;
    bulk->result = result;
    bulk->arena = arena_new(0);
    if (!bulk->arena) arena_fail(arena);
    arena_on_free(arena, release, bulk->arena);
    result_kind(result, BYLAW_DONE, "bulk");
    bulk->done = tree_set_list(arena, result->document, "commands");
    if (!arena_try(bulk->arena, do_all, bulk)) arena_fail(arena);
}

bylaw_result *bylaw_bulk(bylaw_book *book, const bylaw_bulk_options *options) {
    bylaw_bulk_options taken;
    options_take(&taken, sizeof taken, options);
    return result_on(book, say_bulk, &(Bulk){.book = book, .options = &taken});
}
