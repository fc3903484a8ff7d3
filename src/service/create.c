/* A new book: the file, its charter as source (law R5), its first entries, its first signed head. */
#include "service/act.h"
#include "value/json.h"
#include <stdlib.h>
#include <unistd.h>

typedef struct Creating {
    const bylaw_create_options *options;
    bylaw_book *book;
    Charter *charter;
    Acting acting;
    bool made; /* the file is ours, to be removed with its journal when it does not become a book */
    Text journal;
} Creating;

static bool origin_is_good(Text origin) {
    for (size_t i = 0; i < origin.len; i++)
        if (origin.at[i] <= ' ' || origin.at[i] == '+' || origin.at[i] == 0x7f) return false;
    return origin.len > 0 && text_valid_utf8(origin, NULL);
}

static bool read_charter(Creating *creating) {
    Acting *acting = &creating->acting;
    Text problem, mend;
    creating->charter = arena_make(creating->book->arena, Charter);
    if (!charter_files(creating->book->arena, creating->options->rules, creating->options->rule_count,
                       creating->charter, &problem, &mend))
        return act_problem(acting, BYLAW_CANNOT, problem, mend);
    charter_build(creating->book->arena, creating->charter);
    acting->program = creating->charter->program;
    acting->charter = creating->charter->name;
    if (acting->program) return true;
    Buf buf = buf_new(acting->arena);
    buf_cstr(&buf, "the rules have errors, so no book was made:\n");
    diagnostics_write_text(&buf, creating->charter->sources, creating->charter->diagnostics);
    return act_problem(acting, BYLAW_WANTING, buf_done(&buf),
                       TEXT("bylaw check shows them again once mended"));
}

static bool make_file(Creating *creating) {
    bylaw_book *book = creating->book;
    StoreError error = {0};
    book->path = text_copy(book->arena, text_of(creating->options->path));
    creating->journal = text_format(book->arena, "%s-journal", creating->options->path);
    book->store = store_create(book->arena, book->path, &error);
    if (!book->store) return act_problem(&creating->acting, BYLAW_CANNOT, error.message, (Text){0});
    creating->made = true;
    return true;
}

static bool make_ledger(Creating *creating) {
    bylaw_book *book = creating->book;
    book->origin = text_copy(book->arena, text_of(creating->options->origin));
    for (size_t i = 0; i < ED25519_KEY_SIZE; i++) book->key.bytes[i] = creating->options->public_key[i];
    book->ledger = ledger_new(book->arena, book->store, book->origin);
    return act_begin(&creating->acting) &&
           ((store_meta_put(book->store, TEXT("origin"), book->origin) &&
             store_meta_put(book->store, TEXT("key"), verifier_key(book->arena, book->origin, book->key)) &&
             book_keep_charter(book, creating->charter)) ||
            act_failed(&creating->acting));
}

static bool resolve_times(Acting *acting) {
    Text zone = acting->program->time_zone, problem;
    Circumstances *around = &acting->around;
    if (!zone_moment(acting->arena, zone, acting->book->host.clock(acting->book->host.context),
                     &around->recorded))
        return act_problem(
            acting, BYLAW_CANNOT,
            text_format(acting->arena, "this system knows no time zone \"%.*s\"", TEXT_ARG(zone)),
            TEXT("install the package tzdata, or mend time_zone in the charter"));
    around->happened = around->recorded;
    if (!acting->at || zone_read(acting->arena, zone, text_of(acting->at), &around->happened, &problem))
        return true;
    return act_problem(acting, BYLAW_USAGE, problem, (Text){0});
}

/* The founder is the first person: known by a handle, acting as the system's user. */
static Tree *founder_of(Creating *creating) {
    Arena *arena = creating->acting.arena;
    Tree *profile = tree_map(arena);
    tree_set_text(arena, profile, "key", text_of(creating->options->founder));
    tree_set_text(arena, profile, "login", text_of(creating->book->host.system_user));
    Buf buf = buf_new(arena);
    json_write(&buf, profile);
    Sealer sealer = book_sealer(creating->book);
    Tree *founder = tree_map(arena);
    tree_set_text(arena, founder, "sealed", sealer.seal(sealer.context, arena, buf_done(&buf)));
    return founder;
}

static bool found(Creating *creating) {
    Acting *acting = &creating->acting;
    acting->around.actor = acting->around.recorder = TEXT("P-000001");
    acting->around.auth = TEXT("system");
    InitArgs *args = record_new(acting->arena, verb_row(VERB_INIT)->record);
    args->charter = creating->charter->name;
    args->origin = creating->book->origin;
    args->key = verifier_key(acting->arena, creating->book->origin, creating->book->key);
    args->founder = founder_of(creating);
    Command command = {.verb = verb_row(VERB_INIT),
                       .args = args,
                       .actor = acting->around.actor,
                       .recorder = acting->around.recorder,
                       .auth = acting->around.auth,
                       .recorded = acting->around.recorded,
                       .happened = acting->around.happened,
                       .charter = creating->charter->name};
    return act_carry_out(acting, &command, &acting->batch);
}

static bool check_options(Creating *creating) {
    Acting *acting = &creating->acting;
    if (!origin_is_good(text_of(creating->options->origin)))
        return act_problem(acting, BYLAW_USAGE,
                           TEXT("the book's origin is one word without spaces and without +"),
                           TEXT("name it like a web address without its scheme: example.org/partnerships"));
    return !text_empty(text_of(creating->options->founder)) ||
           act_problem(acting, BYLAW_USAGE, TEXT("a book needs a founder"),
                       TEXT("say who you are with --me NAME"));
}

static void say_created(bylaw_result *result, void *context) {
    Creating *creating = context;
    Acting *acting = &creating->acting;
    acting->book = creating->book;
    acting->result = result;
    acting->arena = result->arena;
    acting->at = creating->options->at;
    acting->verb = verb_row(VERB_INIT);
    bool good = check_options(creating) && read_charter(creating) && make_file(creating) &&
                make_ledger(creating) && resolve_times(acting) && found(creating);
    if (!good) return;
    act_say(acting);
    tree_set_text(result->arena, result->document, "charter", creating->charter->name);
    tree_set_text(result->arena, result->document, "verifier_key",
                  verifier_key(result->arena, creating->book->origin, creating->book->key));
    creating->made = !act_end(acting);
}

bylaw_result *bylaw_book_create(const bylaw_create_options *options, const bylaw_host *host) {
    bylaw_create_options taken;
    options_take(&taken, sizeof taken, options);
    Creating creating = {.options = &taken, .book = book_new(host)};
    if (!creating.book) return NULL;
    bylaw_result *result = result_on(creating.book, say_created, &creating);
    if (creating.made) {
        unlink(taken.path);
        unlink(creating.journal.at);
    }
    bylaw_book_close(creating.book);
    return result;
}
