/* Words into the arguments of a command, by the rows of its verb; every name resolved. */
#include "proceedings/reading.h"
#include <string.h>

static bool bad(Reading *reading, Text given, const char *what, Text mend) {
    return refuse(&reading->turn, BAD_ARGUMENT, given, text_of(what), mend);
}

static Text *text_at(void *at) {
    return at;
}

/* --- one word ------------------------------------------------------------------------------------------- */

static bool read_persons(Reading *reading, Text given, TextList *persons) {
    Text piece;
    while (text_next(&given, ',', &piece)) {
        Text who = text_trim(piece), id = who;
        if (text_empty(who)) continue;
        if (!text_is(who, "all") && !read_person(reading, who, &id)) return false;
        if (!texts_have(persons, id)) texts_push(reading->arena, persons, id);
    }
    return true;
}

static bool read_date(Reading *reading, Text given, Date *date) {
    return date_parse(given, date) || bad(reading, given, "date", TEXT("write it as 2026-03-24"));
}

static bool read_pair(Reading *reading, Text given, Tree **map) {
    Text value = given, name = {0};
    bool paired = text_next(&value, '=', &name) && value.at != NULL && !text_empty(name);
    if (!paired)
        return bad(reading, given, "NAME=VALUE", TEXT("write it with a = between the name and its value"));
    if (!*map) *map = tree_map(reading->arena);
    name = text_trim(name);
    if (tree_get_key(*map, name)) return bad(reading, name, "name to give twice", (Text){0});
    tree_set(reading->arena, *map, name, tree_text(reading->arena, value));
    return true;
}

static bool read_content(Reading *reading, const Word *word, Tree **content) {
    *content = word->content;
    return word->content || bad(reading, word->value, "file that was read", (Text){0});
}

static bool read_file(Reading *reading, const Word *word, Tree **files) {
    Tree *file;
    if (!read_content(reading, word, &file)) return false;
    if (!*files) *files = tree_list(reading->arena);
    tree_add(reading->arena, *files, file);
    return true;
}

static bool add_case(Reading *reading, Text given, TextList *cases) {
    Text number;
    if (!read_case(reading, given, &number)) return false;
    if (!texts_have(cases, number)) texts_push(reading->arena, cases, number);
    return true;
}

static bool read_word(Reading *reading, const ArgRow *row, const Word *word, void *at) {
    switch (row->kind) {
    case ARG_TEXT:
    case ARG_NAME:
    case ARG_RULES:
        *text_at(at) = text_copy(reading->arena, word->value);
        return true;
    case ARG_CASE:
    case ARG_OTHER:
        return read_case(reading, word->value, at);
    case ARG_MEETING:
        return read_meeting(reading, word->value, at);
    case ARG_MOTION:
        return read_motion(reading, word->value, at);
    case ARG_BODY:
        return read_body(reading, word->value, at);
    case ARG_WORKFLOW:
        return read_workflow(reading, word->value, at);
    case ARG_REGISTER:
        return read_register(reading, word->value, at);
    case ARG_METRIC:
        return read_metric(reading, word->value, at);
    case ARG_POST:
        return read_post(reading, word->value, at);
    case ARG_DELEGATION:
        return read_delegation(reading, word->value, at);
    case ARG_MATTER:
        return read_matter(reading, word->value, at);
    case ARG_WORDS:
        *(Tree **)at = tree_text(reading->arena, text_copy(reading->arena, word->value));
        return true;
    case ARG_TOPIC:
        return read_topic(reading, word->value, at);
    case ARG_PERSON:
        return read_person(reading, word->value, at);
    case ARG_CASES:
        return add_case(reading, word->value, at);
    case ARG_PERSONS:
        return read_persons(reading, word->value, at);
    case ARG_DATE:
        return read_date(reading, word->value, at);
    case ARG_FLAG:
        *(bool *)at = true;
        return true;
    case ARG_VALUES:
        return word->content ? read_content(reading, word, at) : read_pair(reading, word->value, at);
    case ARG_FILE:
        return read_content(reading, word, at);
    case ARG_FILES:
        return read_file(reading, word, at);
    }
    return false;
}

/* --- which argument a word is --------------------------------------------------------------------------- */

static bool no_row(Reading *reading, const Word *word) {
    TextList options = {0};
    for (size_t i = 0; i < reading->verb->arg_count; i++)
        if (!arg_by_place(reading->verb->args[i].how))
            texts_push(reading->arena, &options, text_of(reading->verb->args[i].word));
    if (text_empty(word->name))
        return bad(reading, word->value, "argument that is taken here",
                   text_format(reading->arena, "see: bylaw help %s", reading->verb->word));
    return bad(reading, word->name, "option of this command",
               text_offer(reading->arena, word->name, options.at, options.len));
}

static bool repeats(const ArgRow *row) {
    return row->kind == ARG_PERSONS || row->kind == ARG_VALUES || row->how == ARG_REST;
}

static bool read_words(Reading *reading, const Word *words, size_t count, bool *given) {
    size_t place = 0;
    for (size_t i = 0; i < count; i++) {
        const Word *word = &words[i];
        const ArgRow *row = verb_argument(reading->verb, word->name, place);
        place += text_empty(word->name);
        if (!row) return no_row(reading, word);
        size_t at = (size_t)(row - reading->verb->args);
        if (given[at] && !repeats(row))
            return bad(reading, text_of(row->word), "argument to give twice", (Text){0});
        given[at] = true;
        if (!read_word(reading, row, word,
                       (char *)reading->turn.command->args + reading->verb->record->fields[at].offset))
            return false;
    }
    return true;
}

static bool nothing_missing(Reading *reading, const bool *given) {
    for (size_t i = 0; i < reading->verb->arg_count; i++) {
        const ArgRow *row = &reading->verb->args[i];
        if (given[i] || row->how == ARG_OPTION || row->how == ARG_REST) continue;
        Text what = text_format(reading->arena, row->how == ARG_MUST ? "--%s" : "%s", row->word);
        return refuse(&reading->turn, MISSING_ARGUMENT, text_of(reading->verb->word), what,
                      text_of(row->sentence));
    }
    return true;
}

/* --- what needs the other arguments to be read ---------------------------------------------------------- */

static bool add_values(Reading *reading, const Tree *from, Tree *all) {
    if (!from) return true;
    if (from->kind != TREE_MAP)
        return bad(reading, TEXT("the file"), "list of names with their values",
                   TEXT("write it as name: value"));
    for (size_t i = 0; i < from->len; i++) {
        if (tree_get_key(all, from->keys[i]))
            return bad(reading, from->keys[i], "name to give twice", (Text){0});
        tree_set(reading->arena, all, from->keys[i], from->items[i]);
    }
    return true;
}

/* Values given by name and those of a file, as one map; a name stands in one of them. */
static bool together(Reading *reading, const Tree *values, Tree **file, Tree **all) {
    const Tree *content = *file;
    *file = NULL;
    *all = tree_map(reading->arena);
    return add_values(reading, content, *all) && add_values(reading, values, *all);
}

static bool looks_measured(const Tree *sheet) {
    const Tree *heads = sheet && sheet->kind == TREE_MAP ? tree_get(sheet, "heads") : NULL;
    for (size_t i = 0; heads && i < tree_len(heads); i++)
        if (heads->items[i]->kind == TREE_TEXT && text_is(heads->items[i]->text, "metric")) return true;
    return false;
}

static bool finish_import(Reading *reading, ImportArgs *args) {
    if (!text_empty(args->of) && args->measured)
        return bad(reading, TEXT("--measurements"), "option of a file of rows",
                   TEXT("leave out one of the two"));
    if (!text_empty(args->of)) return read_sheet(reading, args);
    if (args->from != DATE_NONE || args->until != DATE_NONE)
        return bad(reading, TEXT("--from"), "option of a file of people", TEXT("the file says from when on"));
    if (args->measured) return read_measurements(reading, args);
    if (looks_measured(args->sheet)) return refuse(&reading->turn, MEASUREMENTS_MEANT, (Text){0});
    return read_people(reading, args->sheet, &args->sheet);
}

static bool finish_open(Reading *reading, OpenArgs *args) {
    const Program *program = reading->turn.program;
    const Workflow *workflow = &program->workflows[program_workflow(program, args->workflow)];
    Tree *given;
    return together(reading, args->facts, &args->file, &given) &&
           read_facts(reading, program, workflow, NULL, given, &args->facts);
}

static bool finish_submit(Reading *reading, SubmitArgs *args) {
    const CaseState *subject = state_case(reading->state, args->subject);
    const Workflow *workflow = case_workflow(reading->state, subject);
    Tree *given;
    if (!workflow) return refuse(&reading->turn, DAMAGED, TEXT("the charter of the case cannot be read"));
    return together(reading, args->facts, &args->file, &given) &&
           read_facts(reading, case_program(reading->state, subject), workflow, subject, given, &args->facts);
}

static bool finish_correct(Reading *reading, CorrectArgs *args) {
    const CaseState *subject = state_case(reading->state, args->what);
    Tree *none = NULL, *given;
    return !subject || (together(reading, args->facts, &none, &given) &&
                        read_facts(reading, case_program(reading->state, subject),
                                   case_workflow(reading->state, subject), subject, given, &args->facts));
}

static bool finish_score(Reading *reading, ScoreArgs *args) {
    Tree *given;
    return together(reading, args->scores, &args->file, &given) && read_scores(reading, given, &args->scores);
}

static bool finish_answer(Reading *reading, AnswerArgs *args) {
    const CaseState *subject = state_case(reading->state, args->subject);
    return read_answers(reading, subject, args->answers, &args->answers);
}

static bool finish_tick(Reading *reading, TickArgs *args) {
    const CaseState *subject = state_case(reading->state, args->subject);
    return read_items(reading, subject, args->items, &args->items);
}

/* What is said in closed session is kept where it can be withheld, and erased. */
static void seal_words(Reading *reading, Tree **words) {
    if (!*words || text_empty(text_trim((*words)->text))) return;
    Text sealed = reading->sealer->seal(reading->sealer->context, reading->arena, (*words)->text);
    *words = tree_map(reading->arena);
    tree_set_text(reading->arena, *words, "sealed", sealed);
}

static bool finish_note(Reading *reading, NoteArgs *args) {
    const MeetingState *meeting = state_meeting(reading->state, args->meeting);
    if (!closed_session_at(meeting, reading->turn.command->happened, args->about)) return true;
    seal_words(reading, &args->text);
    seal_words(reading, &args->resolution);
    return true;
}

static bool finish(Reading *reading, Command *command) {
    switch (reading->verb->id) {
    case VERB_IMPORT:
        return finish_import(reading, command->args);
    case VERB_REGISTER:
        return read_row(reading, command->args);
    case VERB_MEASURE:
        return read_measurement(reading, command->args);
    case VERB_OPEN:
        return finish_open(reading, command->args);
    case VERB_SUBMIT:
        return finish_submit(reading, command->args);
    case VERB_CORRECT:
        return finish_correct(reading, command->args);
    case VERB_NOTE:
        return finish_note(reading, command->args);
    case VERB_SCORE:
        return finish_score(reading, command->args);
    case VERB_ANSWER:
        return finish_answer(reading, command->args);
    case VERB_TICK:
        return finish_tick(reading, command->args);
    default:
        return true;
    }
}

/* Names of steps can be looked up once the case is known. */
static bool read_steps(Reading *reading, Command *command) {
    Text *step = NULL, *subject = NULL;
    for (size_t i = 0; i < reading->verb->arg_count; i++) {
        void *at = (char *)command->args + reading->verb->record->fields[i].offset;
        if (reading->verb->args[i].kind == ARG_CASE) subject = at;
        if (reading->verb->args[i].kind == ARG_NAME && strcmp(reading->verb->args[i].field, "step") == 0)
            step = at;
    }
    return !step || !subject || text_empty(*step) || read_step(reading, *subject, *step, step);
}

bool read_command(State *state, const Word *words, size_t count, const Sealer *sealer, Command *command,
                  Refusal *refusal) {
    Arena *arena = state_arena(state);
    Reading reading = {.turn = {.arena = arena,
                                .state = state,
                                .command = command,
                                .program = state_charter(state, command->charter),
                                .refusal = refusal,
                                .today = moment_date(command->happened)},
                       .arena = arena,
                       .state = state,
                       .verb = command->verb,
                       .sealer = sealer};
    bool *given = arena_array(arena, bool, command->verb->arg_count + 1);
    if (!reading.turn.program) return refuse(&reading.turn, DAMAGED, TEXT("its charter cannot be read"));
    command->args = record_new(arena, command->verb->record);
    if (!read_words(&reading, words, count, given) || !nothing_missing(&reading, given)) return false;
    if (!text_empty(command->seen_scope)) command->seen_scope = command_subject(state, command);
    return read_steps(&reading, command) && finish(&reading, command);
}
