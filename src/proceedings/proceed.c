/* A command being carried out: what holds for all of them, then the handler of its verb. */
#include "base/digest.h"
#include "base/vec.h"
#include "proceedings/triggers.h"
#include "value/json.h"

/* Arguments larger than this are kept as a blob, and the entry names their digest. */
enum { ARGS_IN_ENTRY = 16 * 1024 };

/* --- which case, meeting or other subject a command belongs to ------------------------------------------ */

Text command_subject(State *state, const Command *command) {
    const VerbRow *verb = command->verb;
    for (size_t i = 0; i < verb->arg_count; i++) {
        const void *at = (const char *)command->args + verb->record->fields[i].offset;
        if (verb->args[i].kind == ARG_CASE || verb->args[i].kind == ARG_MEETING ||
            verb->args[i].kind == ARG_DELEGATION)
            return *(const Text *)at;
        if (verb->args[i].kind != ARG_MOTION && verb->args[i].kind != ARG_MATTER) continue;
        const MotionState *motion = state_motion(state, *(const Text *)at);
        return motion ? motion->subject : verb->args[i].kind == ARG_MATTER ? *(const Text *)at : (Text){0};
    }
    return (Text){0};
}

static Text command_scope(Turn *turn) {
    Text subject = command_subject(turn->state, turn->command);
    if (!text_empty(subject)) return subject;
    switch (turn->command->verb->id) {
    case VERB_IMPORT:
    case VERB_APPOINT:
    case VERB_RELEASE:
        return TEXT("people");
    case VERB_OPEN:
        return next_number(turn->state, turn->program->case_series, turn->today);
    case VERB_DELEGATE:
    case VERB_PROXY:
        return next_number(turn->state, turn->program->delegation_series, turn->today);
    case VERB_CONVENE:
        return next_number(turn->state, turn->program->meeting_series, turn->today);
    default:
        return TEXT("book");
    }
}

/* --- what every command is held against ----------------------------------------------------------------- */

static bool acts_alone(const Command *command) {
    return command->verb->id == VERB_INIT || command->verb->id == VERB_ADVANCE;
}

/* Who acts for an office or body holds it or sits in it on the day. */
static bool check_behalf(Turn *turn) {
    Text behalf = turn->command->behalf, actor = turn->command->actor;
    TextList holders = {0}, names = {0};
    if (text_empty(behalf) || holds(turn->state, behalf, actor, turn->today)) return true;
    if (program_office(turn->program, behalf) == NONE && program_body(turn->program, behalf) == NONE)
        return refuse(turn, NO_SUCH_BEHALF, behalf, offer_decider(turn, behalf));
    holders_on(turn->state, behalf, turn->today, &holders);
    for (size_t i = 0; i < holders.len; i++)
        texts_push(turn->arena, &names, person_called(turn, holders.at[i]));
    return refuse(turn, NOT_BEHALF, person_called(turn, actor), behalf, date_text(turn->arena, turn->today),
                  names.len > 0 ? names_text(turn->arena, &names, " or ") : TEXT("nobody"));
}

static bool check_people(Turn *turn) {
    const Command *command = turn->command;
    if (acts_alone(command)) return true;
    if (!state_person(turn->state, command->actor)) return refuse(turn, NOT_KNOWN, command->actor);
    if (text_equal(command->actor, command->recorder)) return check_behalf(turn);
    if (!state_person(turn->state, command->recorder)) return refuse(turn, NOT_KNOWN, command->recorder);
    return need_power(turn, ACT_RECORD, command->recorder) && check_behalf(turn);
}

static bool check_seen(Turn *turn) {
    const Command *command = turn->command;
    if (text_empty(command->seen_scope)) return true;
    int64_t version = state_scope_version(turn->state, command->seen_scope) - command->unseen;
    if (version == command->seen) return true;
    return refuse(turn, MOVED_ON, command->seen_scope,
                  text_format(turn->arena, "%lld", (long long)command->seen),
                  text_format(turn->arena, "%lld", (long long)version));
}

/* Nothing happens in a case before the day on which it was opened. */
static bool is_opened(Turn *turn, Text scope) {
    const CaseState *subject = state_case(turn->state, scope);
    if (!subject || turn->today >= subject->opened) return true;
    return refuse(turn, BEFORE_OPENED, date_text(turn->arena, turn->today), scope,
                  date_text(turn->arena, subject->opened));
}

/* A deadline ends with its day (law P7): what happened on that day happened before it lapsed. */
static bool check_time(Turn *turn, Text scope) {
    const Command *command = turn->command;
    const ScopeState *stands = state_object(turn->state, SPACE_SCOPE, scope);
    if (moment_compare(command->happened, command->recorded) > 0)
        return refuse(turn, IN_THE_FUTURE, moment_text(turn->arena, command->happened));
    if (command->verb->id != VERB_ADVANCE && !is_opened(turn, scope)) return false;
    if (command->verb->id == VERB_ADVANCE || !stands || stands->lapsed == DATE_NONE ||
        turn->today > stands->lapsed)
        return true;
    return refuse(turn, BEFORE_LAPSE, date_text(turn->arena, turn->today), scope,
                  date_text(turn->arena, stands->lapsed));
}

static bool enter_command(Turn *turn, Text scope) {
    const Command *command = turn->command;
    CommandBody body = {.verb = text_of(command->verb->word)};
    Tree *args = record_to_tree(turn->arena, command->verb->record, command->args);
    Buf buf = buf_new(turn->arena);
    json_write(&buf, args);
    Text bytes = buf_done(&buf);
    if (bytes.len > ARGS_IN_ENTRY) {
        turn->batch->args_blob = bytes;
        body.args_blob = digest_hex(turn->arena, hasher_sha256_of(hasher_new(turn->arena), bytes));
    } else if (tree_len(args) > 0) {
        body.args = args;
    }
    return emit(turn, KIND_COMMAND, scope, &body);
}

bool proceed(State *state, const Command *command, int64_t first_seq, Batch *batch, Refusal *refusal) {
    static VerbHandler *const handlers[] = {
#define X(name, word, type, args, sentence) do_##name,
        VERBS(X)
#undef X
    };
    Turn turn = {.arena = state_arena(state),
                 .state = state,
                 .command = command,
                 .charter = command->charter,
                 .program = state_charter(state, command->charter),
                 .batch = batch,
                 .refusal = refusal,
                 .next_seq = first_seq,
                 .today = moment_date(command->happened)};
    *batch = (Batch){0};
    if (!turn.program) return refuse(&turn, DAMAGED, TEXT("its charter cannot be read"));
    const BookState *book = state_book(state);
    turn.advanced = book ? book->advanced : DATE_NONE;
    Text scope = command_scope(&turn);
    bool in_parts = command->verb->id == VERB_ADVANCE; /* each of which kept them for itself */
    return check_people(&turn) && check_seen(&turn) && check_time(&turn, scope) &&
           enter_command(&turn, scope) && note_breaches(&turn, scope) && handlers[command->verb->id](&turn) &&
           (in_parts ||
            (mark_stale(&turn, 0) && keep_invariants(&turn, 0) && notice_conditions(&turn, 0, turn.today)));
}

/* --- replay --------------------------------------------------------------------------------------------- */

static const Tree *args_of(Arena *arena, State *state, const CommandBody *body, Text *error) {
    Text bytes = {0};
    JsonError fault;
    if (text_empty(body->args_blob)) return body->args ? body->args : tree_map(arena);
    if (!state_blob(state, body->args_blob, &bytes)) {
        *error = TEXT("the blob with its arguments is not in the book");
        return NULL;
    }
    const Tree *args = json_read(arena, bytes, &fault);
    if (!args) *error = fault.message;
    return args;
}

bool command_from_body(Arena *arena, State *state, const CommandBody *body, Command *command, Text *error) {
    command->verb = verb_find(body->verb);
    if (!command->verb) {
        *error = text_format(arena, "the command \"%.*s\" is not of this release", TEXT_ARG(body->verb));
        return false;
    }
    const Tree *args = args_of(arena, state, body, error);
    command->args = args ? record_from_tree(arena, command->verb->record, args, error) : NULL;
    return command->args != NULL;
}
