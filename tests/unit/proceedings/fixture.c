#include "fixture.h"
#include "base/digest.h"
#include "model/model.h"
#include "program/compile.h"
#include "syntax/syntax.h"
#include "value/json.h"
#include "value/pack.h"
#include <string.h>

/* --- the charter ---------------------------------------------------------------------------------------- */

/* A file as it would be with the edits of a next edition. */
static Text edited(Arena *arena, Text text, const Edit *edits) {
    for (; edits && edits->from; edits++) {
        Buf buf = buf_new(arena);
        const char *rest = text.at, *found;
        for (; (found = strstr(rest, edits->from)) != NULL; rest = found + strlen(edits->from)) {
            buf_text(&buf, (Text){rest, (size_t)(found - rest)});
            buf_cstr(&buf, edits->to);
        }
        buf_cstr(&buf, rest);
        text = buf_done(&buf);
    }
    return text;
}

static Text file_text(Arena *arena, const char *path) {
    Buf buf = buf_new(arena);
    FILE *file = fopen(text_format(arena, "%s/%s", SOURCE_DIR, path).at, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

static void complain(Arena *arena, const Sources *sources, Diagnostics *diagnostics) {
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    ck_assert_msg(diagnostics->errors == 0, "%s", buf_done(&buf).at);
}

static const Program *compiled(Arena *arena, const char *more_rules, const char *more_workflow,
                               const Edit *edits) {
    static const char *const paths[] = {"rules/charter.bylaw", "rules/evaluation.bylaw",
                                        "rules/governance.bylaw", "rules/integration.bylaw"};
    static const char *const workflows[] = {
        "workflows/partnership-approval.yaml", "workflows/technical-integration.yaml",
        "workflows/ethics-monitoring.yaml", "workflows/ethics-reassessment.yaml"};
    Sources *sources = sources_new(arena);
    Diagnostics *diagnostics = diagnostics_new(arena);
    Ast *ast = ast_new(arena, sources);
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++)
        parse_rules(ast,
                    sources_add(sources, text_of(paths[i]), edited(arena, file_text(arena, paths[i]), edits)),
                    diagnostics);
    if (more_rules)
        parse_rules(ast,
                    sources_add(sources, TEXT("rules/more.bylaw"), edited(arena, text_of(more_rules), edits)),
                    diagnostics);
    for (size_t i = 0; i < sizeof workflows / sizeof workflows[0]; i++)
        parse_workflow(
            ast,
            sources_add(sources, text_of(workflows[i]), edited(arena, file_text(arena, workflows[i]), edits)),
            diagnostics);
    if (more_workflow)
        parse_workflow(
            ast,
            sources_add(sources, TEXT("workflows/more.yaml"), edited(arena, text_of(more_workflow), edits)),
            diagnostics);
    complain(arena, sources, diagnostics);
    Model *model = model_check(arena, ast, diagnostics);
    complain(arena, sources, diagnostics);
    return compile(arena, model);
}

static Tree *yaml(Arena *arena, Text text) {
    Sources *sources = sources_new(arena);
    Diagnostics *diagnostics = diagnostics_new(arena);
    Tree *tree = parse_yaml(arena, sources, sources_add(sources, TEXT("file"), text), diagnostics);
    complain(arena, sources, diagnostics);
    return tree;
}

/* --- where state comes from ----------------------------------------------------------------------------- */

static bool get(void *context, Arena *arena, Text space, Text key, Text *bytes) {
    const Book *book = context;
    for (size_t i = 0; i < book->objects.len; i++) {
        const KeptObject *object = &book->objects.at[i];
        if (!text_equal(object->space, space) || !text_equal(object->key, key)) continue;
        *bytes = text_copy(arena, object->value);
        return true;
    }
    return false;
}

static bool next(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes) {
    const Book *book = context;
    const KeptObject *found = NULL;
    for (size_t i = 0; i < book->objects.len; i++) {
        const KeptObject *object = &book->objects.at[i];
        if (!text_equal(object->space, space) || text_compare(object->key, from) < 0) continue;
        if (!found || text_compare(object->key, found->key) < 0) found = object;
    }
    if (!found) return false;
    *key = text_copy(arena, found->key);
    *bytes = text_copy(arena, found->value);
    return true;
}

static bool from_map(const Map *map, Arena *arena, Text key, Text *value) {
    const Text *found = map_get(map, key);
    if (found) *value = text_copy(arena, *found);
    return found != NULL;
}

static bool unseal(void *context, Arena *arena, Text commitment, Text *value) {
    return from_map(&((Book *)context)->vault, arena, commitment, value);
}

static bool blob(void *context, Arena *arena, Text digest, Text *bytes) {
    return from_map(&((Book *)context)->blobs, arena, digest, bytes);
}

static const Program *charter(void *context, Text name) {
    const Book *book = context;
    if (text_is(name, "handbook")) return book->program;
    return text_is(name, "next") ? book->next : NULL;
}

static bool nothing(void *context, Arena *arena, Text space, Text key, Text *bytes) {
    (void)context, (void)arena, (void)space, (void)key, (void)bytes;
    return false;
}

static bool nothing_more(void *context, Arena *arena, Text space, Text from, Text *key, Text *bytes) {
    (void)key;
    return nothing(context, arena, space, from, bytes);
}

static void keep_text(Book *book, Map *map, Text key, Text value) {
    Text *kept = arena_make(book->arena, Text);
    *kept = text_copy(book->arena, value);
    map_set(book->arena, map, text_copy(book->arena, key), kept);
}

/* The salts of a test are numbers. */
static Text seal(void *context, Arena *arena, Text value) {
    Book *book = context;
    Text salt = text_format(arena, "salt %lld", (long long)++book->sealed);
    Text commitment = digest_hex(arena, digest_hmac(arena, salt, value));
    keep_text(book, &book->vault, commitment, value);
    return commitment;
}

State *book_state(Book *book) {
    return state_new(book->arena, &book->source);
}

const CaseState *book_case(Book *book, const char *number) {
    return state_case(book_state(book), text_of(number));
}

/* --- keeping -------------------------------------------------------------------------------------------- */

static void keep_object(void *context, Text space, Text key, Text value) {
    Book *book = context;
    for (size_t i = 0; i < book->objects.len; i++) {
        KeptObject *object = &book->objects.at[i];
        if (!text_equal(object->space, space) || !text_equal(object->key, key)) continue;
        object->value = text_copy(book->arena, value);
        if (text_empty(value)) *object = book->objects.at[--book->objects.len];
        return;
    }
    ck_assert_msg(!text_empty(value), "what is not there is gone: %.*s", TEXT_ARG(key));
    *vec_push(book->arena, &book->objects) = (KeptObject){
        text_copy(book->arena, space), text_copy(book->arena, key), text_copy(book->arena, value)};
}

static Text body_json(Arena *arena, const Effect *effect) {
    Buf buf = buf_new(arena);
    record_write(&buf, kind_row(effect->kind)->body, effect->body);
    return buf_done(&buf);
}

static void keep_batch(Book *book, const Command *command, const Batch *batch) {
    for (size_t i = 0; i < batch->effects.len; i++) {
        const Effect *effect = &batch->effects.at[i];
        *vec_push(book->arena, &book->entries) =
            (KeptEntry){.context = {.seq = (int64_t)book->entries.len - 1,
                                    .scope = text_copy(book->arena, effect->scope),
                                    .actor = text_copy(book->arena, command->actor),
                                    .charter = text_copy(book->arena, effect->charter),
                                    .happened = command->happened},
                        .kind = effect->kind,
                        .body = body_json(book->arena, effect),
                        .scope_version = effect->scope_version,
                        .first = i == 0,
                        .recorded = command->recorded,
                        .recorder = text_copy(book->arena, command->recorder),
                        .auth = text_copy(book->arena, command->auth)};
        book->entries.at[book->entries.len - 1].context.seq = (int64_t)book->entries.len - 1;
    }
    if (text_empty(batch->args_blob)) return;
    Digest digest = hasher_sha256_of(hasher_new(book->arena), batch->args_blob);
    keep_text(book, &book->blobs, digest_hex(book->arena, digest), batch->args_blob);
}

static bool carry_out(Book *book, State *state, const Command *command) {
    Batch batch;
    if (!proceed(state, command, (int64_t)book->entries.len, &batch, &book->refusal)) return false;
    keep_batch(book, command, &batch);
    book->remarks.len = 0;
    for (size_t i = 0; i < batch.remarks.len; i++)
        *vec_push(book->arena, &book->remarks) = batch.remarks.at[i];
    state_changes(state, keep_object, book);
    return true;
}

/* --- command lines -------------------------------------------------------------------------------------- */

typedef VEC(Text) Pieces;

static Pieces pieces_of(Arena *arena, const char *line) {
    Pieces pieces = {0};
    while (*line) {
        Buf buf = buf_new(arena);
        bool quoted = false;
        for (; *line && (quoted || *line != ' '); line++) {
            if (*line == '\'')
                quoted = !quoted;
            else
                buf_char(&buf, *line);
        }
        if (buf.len > 0) *vec_push(arena, &pieces) = buf_done(&buf);
        while (*line == ' ') line++;
    }
    return pieces;
}

static Word word_of(Arena *arena, Text name, Text value) {
    bool content = text_starts(value, TEXT("{"));
    return (Word){.name = name, .value = value, .content = content ? yaml(arena, value) : NULL};
}

static bool is_flag(const VerbRow *verb, Text option) {
    for (size_t i = 0; i < verb->arg_count; i++)
        if (verb->args[i].kind == ARG_FLAG && text_is(option, verb->args[i].word)) return true;
    return false;
}

static size_t words_of(Arena *arena, const VerbRow *verb, const Pieces *pieces, Word **words) {
    size_t count = 0;
    *words = arena_array(arena, Word, pieces->len);
    for (size_t i = 1; i < pieces->len; i++) {
        Text piece = pieces->at[i];
        bool option = text_starts(piece, TEXT("--"));
        Text name = option ? text_part(piece, 2, piece.len) : (Text){0}, value = piece;
        if (option) value = !is_flag(verb, name) && i + 1 < pieces->len ? pieces->at[++i] : (Text){0};
        (*words)[count++] = word_of(arena, name, value);
    }
    return count;
}

static Moment moment_of(Arena *arena, const char *when) {
    Moment moment;
    Text text = text_of(when);
    text = text.len == 10 ? text_format(arena,
                                        "%s"
                                        "T12:00:00-05:00",
                                        when)
                          : text_format(arena, "%s:00-05:00", when);
    ck_assert_msg(moment_parse(text, &moment), "\"%s\" is no time", when);
    return moment;
}

/* "dina for amara": dina enters what amara does. */
static void set_people(State *state, Command *command, const char *who) {
    Text rest = text_of(who), first = {0}, word = {0}, last = {0};
    text_next(&rest, ' ', &first);
    last = first;
    while (text_next(&rest, ' ', &word)) last = word;
    ck_assert_msg(state_find_person(state, first, &command->recorder), "nobody is called \"%.*s\"",
                  TEXT_ARG(first));
    ck_assert_msg(state_find_person(state, last, &command->actor), "nobody is called \"%.*s\"",
                  TEXT_ARG(last));
    command->auth = text_equal(command->actor, command->recorder) ? TEXT("system") : TEXT("stated");
}

/* What fell due before a command is a batch of its own. */
static void advance_first(Book *book, const Command *command) {
    State *state = book_state(book);
    if (!something_due(state, command->happened)) return;
    Command advance = {.verb = verb_row(VERB_ADVANCE),
                       .args = record_new(book->arena, &AdvanceArgs_record),
                       .auth = TEXT("self"),
                       .recorder = command->recorder,
                       .recorded = command->recorded,
                       .happened = command->happened,
                       .charter = command->charter};
    ck_assert_msg(carry_out(book, state, &advance), "advance was refused: %s", sentence_of(book).at);
}

bool act(Book *book, const char *who, const char *when, const char *line) {
    Pieces pieces = pieces_of(book->arena, line);
    Word *words;
    size_t count = words_of(book->arena, verb_find(pieces.at[0]), &pieces, &words);
    Command command = {.verb = verb_find(pieces.at[0])};
    ck_assert_msg(command.verb != NULL, "no verb: %s", line);
    command.recorded = command.happened = moment_of(book->arena, when);
    command.charter = charter_on(book_state(book), moment_date(command.happened));
    set_people(book_state(book), &command, who);
    advance_first(book, &command);
    State *state = book_state(book);
    Sealer sealer = {book, seal};
    book->refusal = (Refusal){.code = REFUSAL_COUNT};
    if (!read_command(state, words, count, &sealer, &command, &book->refusal)) return false;
    if (command.verb->id == VERB_ADVANCE) command.actor = (Text){0};
    if (!carry_out(book, state, &command)) return false;
    book->last = command;
    return true;
}

void allow(Book *book, const char *who, const char *when, const char *line) {
    bool accepted = act(book, who, when, line);
    ck_assert_msg(accepted, "%s: refused: %s (%s)", line, accepted ? "" : sentence_of(book).at,
                  accepted ? "" : refusal_name(book->refusal.code).at);
}

void forbid(Book *book, const char *refusal, const char *who, const char *when, const char *line) {
    size_t entries;
    State *state = book_state(book);
    (void)state;
    entries = book->entries.len;
    ck_assert_msg(!act(book, who, when, line), "%s: was accepted", line);
    const char *given = refusal_name(book->refusal.code).at;
    ck_assert_msg(strcmp(given, refusal) == 0, "%s: refused as %s, not %s: %s", line, given, refusal,
                  sentence_of(book).at);
    for (; entries < book->entries.len; entries++)
        ck_assert_msg(text_empty(book->entries.at[entries].context.actor), "%s: refused, and yet entered",
                      line);
}

Text sentence_of(Book *book) {
    return refusal_sentence(book->arena, &book->refusal);
}

Text mend_of(Book *book) {
    return refusal_mend(book->arena, &book->refusal);
}

/* --- making a book -------------------------------------------------------------------------------------- */

static void found(Book *book) {
    InitArgs *args = record_new(book->arena, &InitArgs_record);
    args->origin = TEXT("example.org/book");
    args->founder = tree_map(book->arena);
    tree_set_text(book->arena, args->founder, "sealed",
                  seal(book, book->arena, TEXT("{\"key\":\"founder\",\"login\":\"root\"}")));
    Command command = {.verb = verb_row(VERB_INIT),
                       .args = args,
                       .actor = TEXT("P-000001"),
                       .recorder = TEXT("P-000001"),
                       .auth = TEXT("system"),
                       .charter = TEXT("handbook"),
                       .recorded = moment_of(book->arena, "2026-01-02"),
                       .happened = moment_of(book->arena, "2026-01-02")};
    ck_assert_msg(carry_out(book, book_state(book), &command), "init was refused: %s", sentence_of(book).at);
}

Book *book_with(Arena *arena, const char *more_rules, const char *more_workflow) {
    Book *book = arena_make(arena, Book);
    book->arena = arena;
    book->program = compiled(arena, more_rules, more_workflow, NULL);
    book->more_rules = more_rules;
    book->more_workflow = more_workflow;
    book->source = (StateSource){book, get, next, unseal, blob, charter};
    found(book);
    return book;
}

void next_edition(Book *book, const Edit *edits) {
    book->next = compiled(book->arena, book->more_rules, book->more_workflow, edits);
}

static void import_people(Book *book) {
    Tree *people = yaml(book->arena, file_text(book->arena, "tests/data/people.yaml"));
    Word word = {.value = TEXT("people.yaml"), .content = people};
    State *state = book_state(book);
    Sealer sealer = {book, seal};
    Command command = {.verb = verb_row(VERB_IMPORT), .charter = TEXT("handbook"), .auth = TEXT("system")};
    command.recorded = command.happened = moment_of(book->arena, "2026-01-05");
    set_people(state, &command, "founder");
    bool good =
        read_command(state, &word, 1, &sealer, &command, &book->refusal) && carry_out(book, state, &command);
    ck_assert_msg(good, "import was refused: %s", good ? "" : sentence_of(book).at);
}

Book *handbook_book(Arena *arena) {
    Book *book = book_with(arena, NULL, NULL);
    import_people(book);
    return book;
}

Book *the_book;

void the_book_set_up(void) {
    the_book = handbook_book(arena_new(0));
}

void the_book_tear_down(void) {
    arena_free(the_book->arena);
}

void erase_all(Book *book) {
    book->vault = (Map){0};
}

Text remarks_of(Book *book) {
    TextList names = {0};
    for (size_t i = 0; i < book->remarks.len; i++)
        texts_push(book->arena, &names, remark_name(book->remarks.at[i].code));
    return text_join(book->arena, names.at, names.len, " ");
}

/* --- looking -------------------------------------------------------------------------------------------- */

Text last_body(Book *book, EntryKind kind) {
    for (size_t i = book->entries.len; i-- > 0;)
        if (book->entries.at[i].kind == kind) return book->entries.at[i].body;
    return (Text){0};
}

const Tree *json_of(Book *book, Text json) {
    JsonError error;
    const Tree *tree = json_read(book->arena, json, &error);
    ck_assert_msg(tree != NULL, "%s", json.at);
    return tree;
}

size_t count_entries(Book *book, EntryKind kind) {
    size_t count = 0;
    for (size_t i = 0; i < book->entries.len; i++) count += book->entries.at[i].kind == kind;
    return count;
}

Text waits_of(Book *book, const char *number) {
    State *state = book_state(book);
    WaitingList waiting = {0};
    Buf buf = buf_new(book->arena);
    case_waits(state, state_case(state, text_of(number)), moment_date(book->last.happened), &waiting);
    for (size_t i = 0; i < waiting.len; i++) {
        Text who = state_person(state, waiting.at[i].who) ? state_person_name(state, waiting.at[i].who, "key")
                                                          : waiting.at[i].who;
        buf_format(&buf, "%s%.*s %.*s %.*s", i > 0 ? "; " : "", TEXT_ARG(waiting.at[i].code), TEXT_ARG(who),
                   TEXT_ARG(waiting.at[i].what));
    }
    return buf_done(&buf);
}

/* --- rebuilding and replaying --------------------------------------------------------------------------- */

Text kept_json(Arena *arena, Text space, Text value) {
    const RecordType *type = NULL;
    for (int i = 0; i < STATE_SPACE_COUNT; i++)
        if (text_equal(space_row((StateSpace)i)->word, space)) type = space_row((StateSpace)i)->type;
    if (!type || text_empty(value)) return (Text){0};
    const void *record = record_unpack(arena, type, text_part(value, sizeof(uint32_t), value.len));
    ck_assert_ptr_nonnull(record);
    Buf buf = buf_new(arena);
    record_write(&buf, type, record);
    return buf_done(&buf);
}

static void compare_object(void *context, Text space, Text key, Text value) {
    Book *book = context;
    Text kept = {0};
    ck_assert_msg(get(book, book->arena, space, key, &kept), "%.*s \"%.*s\" was not kept", TEXT_ARG(space),
                  TEXT_ARG(key));
    ck_assert_msg(text_equal(kept, value), "%.*s \"%.*s\":\n%.1500s\nis kept, rebuilt it is\n%.1500s",
                  TEXT_ARG(space), TEXT_ARG(key), kept_json(book->arena, space, kept).at,
                  kept_json(book->arena, space, value).at);
    book->sealed--; /* counts what is rebuilt */
}

void check_rebuild(Book *book) {
    StateSource empty = {book, nothing, nothing_more, unseal, blob, charter};
    State *state = state_new(book->arena, &empty);
    for (size_t i = 0; i < book->entries.len; i++) {
        const KeptEntry *entry = &book->entries.at[i];
        Text error = {0};
        void *body = record_read(book->arena, kind_row(entry->kind)->body, entry->body, &error);
        ck_assert_msg(body != NULL, "%s", text_copy(book->arena, error).at);
        bool good = state_apply(state, &entry->context, entry->kind, body, &error);
        ck_assert_msg(good, "entry %zu: %s", i, text_copy(book->arena, error).at);
        ck_assert_int_eq(state_scope_version(state, entry->context.scope), entry->scope_version);
    }
    int64_t sealed = book->sealed;
    state_changes(state, compare_object, book);
    ck_assert_int_eq(sealed - book->sealed, (int64_t)book->objects.len);
    book->sealed = sealed;
}

static void check_batch(Book *book, State *state, size_t first) {
    const KeptEntry *head = &book->entries.at[first];
    Text error = {0};
    const CommandBody *body = record_read(book->arena, &CommandBody_record, head->body, &error);
    Command command = {.actor = head->context.actor,
                       .recorder = head->recorder,
                       .auth = head->auth,
                       .recorded = head->recorded,
                       .happened = head->context.happened,
                       .charter = TEXT("handbook")};
    if (state_book(state)) command.charter = charter_on(state, moment_date(command.happened));
    ck_assert_msg(command_from_body(book->arena, state, body, &command, &error), "%s",
                  text_copy(book->arena, error).at);
    Batch batch;
    Refusal refusal;
    bool good = proceed(state, &command, (int64_t)first, &batch, &refusal);
    ck_assert_msg(good, "entry %zu: refused: %s", first,
                  good ? "" : refusal_sentence(book->arena, &refusal).at);
    for (size_t i = 0; i < batch.effects.len; i++) {
        const KeptEntry *entry = &book->entries.at[first + i];
        ck_assert_int_eq(batch.effects.at[i].kind, entry->kind);
        ck_assert_text_eq(body_json(book->arena, &batch.effects.at[i]), entry->body);
        ck_assert_text_eq(batch.effects.at[i].scope, entry->context.scope);
        ck_assert_int_eq(batch.effects.at[i].scope_version, entry->scope_version);
    }
    size_t end = first + batch.effects.len;
    ck_assert(end == book->entries.len || book->entries.at[end].first);
}

void check_replay(Book *book) {
    StateSource empty = {book, nothing, nothing_more, unseal, blob, charter};
    State *state = state_new(book->arena, &empty);
    for (size_t i = 0; i < book->entries.len; i++)
        if (book->entries.at[i].first) check_batch(book, state, i);
}

/* --- the fixture's own suite ---------------------------------------------------------------------------- */

START_TEST(the_handbooks_rules_compile_and_its_people_are_entered) {
    ck_assert_uint_eq(count_entries(the_book, KIND_PERSON_ENTERED), 11);
    ck_assert_uint_eq(count_entries(the_book, KIND_SEAT_TAKEN), 11);
    check_rebuild(the_book);
    check_replay(the_book);
}
END_TEST

Suite *fixture_suite(void) {
    Suite *suite = suite_create("proceedings: a book in memory");
    TCase *tests = tcase_create("the book");
    tcase_add_checked_fixture(tests, the_book_set_up, the_book_tear_down);
    tcase_add_test(tests, the_handbooks_rules_compile_and_its_people_are_entered);
    suite_add_tcase(suite, tests);
    return suite;
}
