/* One command: who acts and when, what fell due before it, the command itself, and the commit (law R3). */
#include "service/act.h"
#include "service/attaching.h"
#include "service/files.h"
#include "service/reading.h"
#include "service/refused.h"
#include "syntax/csv.h"
#include <string.h>

/* --- who and when --------------------------------------------------------------------------------------- */

static bool last_recorded(bylaw_book *book, int64_t *utc) {
    uint64_t size = ledger_size(book->ledger);
    Text bytes;
    Envelope envelope;
    if (size == 0) return true;
    if (!store_entry(book->store, size - 1, &bytes) || !entry_envelope(bytes, &envelope)) return false;
    if (envelope.recorded.utc > *utc) *utc = envelope.recorded.utc;
    return true;
}

/* From the clock, but never before what is recorded already: a clock that was put back changes no order. */
static bool resolve_times(Acting *acting) {
    int64_t utc = acting->book->host.clock(acting->book->host.context);
    if (!last_recorded(acting->book, &utc)) return act_failed(acting);
    Text zone = acting->program->time_zone, problem;
    if (!zone_moment(acting->arena, zone, utc, &acting->around.recorded))
        return act_problem(
            acting, BYLAW_CANNOT,
            text_format(acting->arena, "this system knows no time zone \"%.*s\"", TEXT_ARG(zone)),
            TEXT("install the package tzdata"));
    acting->around.happened = acting->around.recorded;
    if (!acting->at ||
        zone_read(acting->arena, zone, text_of(acting->at), &acting->around.happened, &problem))
        return true;
    return act_problem(acting, BYLAW_USAGE, problem, (Text){0});
}

static bool resolve_people(Acting *acting, const char *as) {
    Text user = text_of(acting->book->host.system_user);
    Circumstances *around = &acting->around;
    if (!state_find_login(acting->state, user, &around->recorder))
        return act_refused(acting, &(Refusal){.code = REFUSAL_NOT_KNOWN, .args = {user}});
    around->actor = around->recorder;
    Refusal refusal = {0};
    if (as && !resolve_person(acting->state, text_of(as), &around->actor, &refusal))
        return act_refused(acting, &refusal);
    around->auth = text_equal(around->actor, around->recorder) ? TEXT("system") : TEXT("stated");
    return true;
}

/* --- words ---------------------------------------------------------------------------------------------- */

/* {"heads": ["id", ...], "rows": [{"line": 2, "cells": ["ana", ...]}, ...]}; NULL after an error. */
static Tree *read_csv(Arena *arena, const Sources *sources, uint32_t file, Diagnostics *diagnostics) {
    Csv csv = {0};
    if (!csv_read(arena, sources, file, &csv, diagnostics)) return NULL;
    Tree *content = tree_map(arena), *heads = tree_set_list(arena, content, "heads"),
         *rows = tree_set_list(arena, content, "rows");
    for (size_t i = 0; i < csv.records.len; i++) {
        const CsvRecord *record = &csv.records.at[i];
        Tree *row = i == 0 ? NULL : tree_add_map(arena, rows);
        if (row) tree_set_int(arena, row, "line", source_place(sources, record->at).line);
        Tree *cells = row ? tree_set_list(arena, row, "cells") : heads;
        for (size_t c = 0; c < record->count; c++)
            tree_add(arena, cells, tree_text(arena, csv_text(&csv, csv.cells.at[record->first + c])));
    }
    return content;
}

static bool read_content(Acting *acting, Word *word) {
    Text text, problem;
    if (!file_read(acting->arena, word->value.at, FACTS_FILE_MAX, &text, &problem))
        return act_problem(acting, BYLAW_CANNOT, problem, (Text){0});
    Sources *sources = sources_new(acting->arena);
    Diagnostics *diagnostics = diagnostics_new(acting->arena);
    uint32_t file = sources_add(sources, word->value, text);
    word->content = text_ends(word->value, TEXT(".csv"))
                        ? read_csv(acting->arena, sources, file, diagnostics)
                        : parse_yaml(acting->arena, sources, file, diagnostics);
    if (word->content) return true;
    Buf buf = buf_new(acting->arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    return act_problem(acting, BYLAW_WANTING, buf_done(&buf), (Text){0});
}

typedef struct Words {
    Word *at;
    size_t count;
    const char **rules; /* files and folders of a new edition, which become one word: its charter's name */
    size_t rule_count;
} Words;

static bool read_rules(Acting *acting, Words *words) {
    Word *word = &words->at[words->count];
    if (words->rule_count == 0) return true;
    *word = (Word){.name = TEXT("rules")};
    words->count++;
    return act_read_rules(acting, words->rules, words->rule_count, &word->value);
}

static bool read_words(Acting *acting, const bylaw_act_options *options, Words *words) {
    words->at = arena_array(acting->arena, Word, options->word_count + 1);
    words->rules = arena_array(acting->arena, const char *, options->word_count + 1);
    for (size_t i = 0, place = 0; i < options->word_count; i++) {
        const bylaw_word *given = &options->words[i];
        const ArgRow *arg = verb_argument(acting->verb, text_of(given->name), place);
        if (!given->name) place++;
        if (arg && arg->kind == ARG_RULES) {
            words->rules[words->rule_count++] = given->value;
            continue;
        }
        Word *word = &words->at[words->count++];
        word->name = text_of(given->name);
        word->value = text_copy(acting->arena, text_of(given->value));
        if (arg && arg->kind == ARG_FILE && !read_content(acting, word)) return false;
        if (arg && arg->kind == ARG_FILES && !read_attached(acting, word)) return false;
    }
    return read_rules(acting, words);
}

/* --- the command ---------------------------------------------------------------------------------------- */

static Command command_of(const Acting *acting, VerbId verb) {
    return (Command){.verb = verb_row(verb),
                     .actor = acting->around.actor,
                     .recorder = acting->around.recorder,
                     .behalf = acting->around.behalf,
                     .auth = acting->around.auth,
                     .recorded = acting->around.recorded,
                     .happened = acting->around.happened,
                     .charter = acting->charter};
}

bool act_carry_out(Acting *acting, const Command *command, Batch *batch) {
    Refusal refusal = {0};
    int64_t first = (int64_t)ledger_size(acting->book->ledger);
    if (!proceed(acting->state, command, first, batch, &refusal)) {
        if (book_failed(acting->book, acting->state)) return act_failed(acting);
        return act_refused(acting, &refusal);
    }
    Circumstances around = acting->around;
    around.actor = command->actor;
    around.auth = command->auth;
    return book_append(acting->book, acting->arena, &around, batch) || act_failed(acting);
}

/* What fell due before the command is applied first, in a batch of its own (law P7). */
static bool advance_first(Acting *acting) {
    if (!something_due(acting->state, acting->around.happened)) return true;
    Command command = command_of(acting, VERB_ADVANCE);
    command.actor = (Text){0};
    command.auth = TEXT("self");
    command.args = record_new(acting->arena, command.verb->record);
    acting->came_due = act_carry_out(acting, &command, &acting->advanced);
    return acting->came_due;
}

static void see(Command *command, const Word *words, size_t count, int64_t seen) {
    if (seen < 0 || count == 0) return;
    for (size_t i = 0; i < count && text_empty(command->seen_scope); i++)
        if (text_empty(words[i].name)) command->seen_scope = words[i].value;
    command->seen = seen;
}

/* Were it held against who looked, they could look again and again, and see nothing else: what fell due is
 * dropped with a refusal (law R3). */
static int64_t fell_due_of(const Acting *acting, Text scope) {
    int64_t count = 0;
    for (size_t i = 0; i < acting->advanced.effects.len; i++)
        count += text_equal(acting->advanced.effects.at[i].scope, scope);
    return count;
}

/* What is approved are the minutes that were printed, or as they are now: by their digest either way. */
static bool name_minutes(Acting *acting, Command *command) {
    ApproveArgs *args = command->args;
    Reading reading = {.book = acting->book,
                       .result = acting->result,
                       .arena = acting->arena,
                       .state = acting->state,
                       .program = acting->program};
    const MeetingState *meeting = state_meeting(acting->state, args->minutes);
    Text digest = {0};
    if (!meeting || !minutes_digest(&reading, meeting, &digest)) return false;
    Refusal refusal = {.code = REFUSAL_MINUTES_CHANGED, .args = {meeting->number, digest, args->digest}};
    if (!text_empty(args->digest) && !text_equal(args->digest, digest)) return act_refused(acting, &refusal);
    args->digest = digest;
    return true;
}

static bool act_verb(Acting *acting, const bylaw_act_options *options) {
    const VerbRow *verb = acting->verb;
    Words words = {0};
    Refusal refusal = {0};
    if (!read_words(acting, options, &words) || !advance_first(acting)) return false;
    if (verb->id == VERB_ADVANCE) return true;
    Command command = command_of(acting, verb->id);
    see(&command, words.at, words.count, options->seen);
    Sealer sealer = book_sealer(acting->book);
    if (!read_command(acting->state, words.at, words.count, &sealer, &command, &refusal))
        return book_failed(acting->book, acting->state) ? act_failed(acting) : act_refused(acting, &refusal);
    if (!text_empty(command.seen_scope)) command.unseen = fell_due_of(acting, command.seen_scope);
    if (verb->id == VERB_APPROVE && !name_minutes(acting, &command)) return false;
    return act_carry_out(acting, &command, &acting->batch) && keep_attached(acting, words.at, words.count);
}

void act_read_state(Acting *acting) {
    StateSource source;
    memset(&acting->book->sealed, 0, sizeof acting->book->sealed);
    book_source(acting->book, &source);
    acting->state = state_new(acting->arena, &source);
}

bool act_begin(Acting *acting) {
    bylaw_book *book = acting->book;
    book->failed = book->no_chance = false;
    book->leaving.len = 0;
    if (!store_begin(book->store, STORE_WRITE) || !ledger_load(book->ledger)) return act_failed(acting);
    act_read_state(acting);
    return true;
}

static bool find_charter(Acting *acting) {
    const BookState *state = state_book(acting->state);
    if (book_failed(acting->book, acting->state)) return act_failed(acting);
    if (state) acting->charter = state->charter;
    acting->program = state ? state_charter(acting->state, state->charter) : NULL;
    return acting->program ||
           act_problem(acting, BYLAW_CANNOT, TEXT("the book's charter cannot be had from the book"),
                       TEXT("bylaw verify says what is wrong with it"));
}

/* What happened on a day happened under the edition that was in force on it (law R4). */
static bool take_edition(Acting *acting) {
    Date day = moment_date(acting->around.happened);
    const Program *program = program_on(acting->state, day);
    if (!program)
        return act_problem(acting, BYLAW_CANNOT,
                           TEXT("an edition of the charter cannot be had from the book"),
                           TEXT("bylaw verify says what is wrong with it"));
    acting->charter = charter_on(acting->state, day);
    acting->program = program;
    return true;
}

bool act_end(Acting *acting) {
    bylaw_book *book = acting->book;
    if (acting->dry_run || acting->advanced.effects.len + acting->batch.effects.len == 0) {
        store_rollback(book->store);
        return true;
    }
    result_end(acting->result);
    return (book_keep(book, acting->state) && book_commit(book, acting->around.recorded)) ||
           act_failed(acting);
}

static bool no_such_verb(Acting *acting, Text verb) {
    return act_problem(acting, BYLAW_USAGE,
                       text_format(acting->arena, "there is no verb \"%.*s\"", TEXT_ARG(verb)),
                       TEXT("bylaw help lists them"));
}

bool act_do(Acting *acting, const bylaw_act_options *options) {
    acting->verb = verb_find(text_of(options->verb));
    if (!acting->verb || acting->verb->id == VERB_INIT) return no_such_verb(acting, text_of(options->verb));
    acting->at = options->at;
    acting->around.behalf = text_of(options->behalf);
    return find_charter(acting) && resolve_times(acting) && take_edition(acting) &&
           resolve_people(acting, options->as) && act_verb(acting, options);
}

typedef struct ActCall {
    bylaw_book *book;
    const bylaw_act_options *options;
} ActCall;

static void say_act(bylaw_result *result, void *context) {
    const ActCall *call = context;
    Acting acting = {
        .book = call->book, .result = result, .arena = result->arena, .dry_run = call->options->dry_run};
    if (!act_begin(&acting) || !act_do(&acting, call->options)) return;
    act_say(&acting);
    act_end(&acting);
}

bylaw_result *bylaw_act(bylaw_book *book, const bylaw_act_options *options) {
    bylaw_act_options taken;
    options_take(&taken, sizeof taken, options);
    return result_on(book, say_act, &(ActCall){book, &taken});
}
