/* What every handler uses: emitting, refusing, and names in sentences. */
#include "proceedings/turn.h"
#include "base/vec.h"

/* More names than these are not listed in a sentence. */

/* What an entry's body may take, so that the envelope around it still fits (ledger: 65,535 bytes). */
enum { BODY_MAX = 64000 };

/* What is folded in and kept is what was written, read again: an entry read from the ledger
 * folds the same. */
static const void *written(Turn *turn, const KindRow *row, const void *body, Text *json) {
    Buf buf = buf_new(turn->arena);
    Text error = {0};
    record_write(&buf, row->body, body);
    if (buf.len > BODY_MAX) {
        refuse(turn, TOO_LARGE, row->word);
        return NULL;
    }
    *json = buf_done(&buf);
    const void *kept = record_read(turn->arena, row->body, *json, &error);
    if (!kept) refuse(turn, DAMAGED, error);
    return kept;
}

void turn_to(Turn *turn, Date day) {
    const Program *program = program_on(turn->state, day);
    turn->today = day;
    if (!program) return;
    turn->program = program;
    turn->charter = charter_on(turn->state, day);
}

bool emit(Turn *turn, EntryKind kind, Text scope, const void *body) {
    Text json;
    const void *kept = written(turn, kind_row(kind), body, &json);
    if (!kept) return false;
    const CaseState *subject = state_case(turn->state, scope);
    Text charter = subject ? subject->charter : turn->charter;
    EntryContext entry = {.seq = turn->next_seq,
                          .scope = scope,
                          .actor = turn->command->actor,
                          .charter = charter,
                          .happened = turn->command->happened};
    Text error = {0};
    if (!state_fold(turn->state, &entry, kind, kept, &error)) return refuse(turn, DAMAGED, error);
    int64_t version = state_scope_version(turn->state, scope);
    *vec_push(turn->arena, &turn->batch->effects) = (Effect){.kind = kind,
                                                             .body = kept,
                                                             .json = json,
                                                             .scope = scope,
                                                             .scope_version = version,
                                                             .charter = charter,
                                                             .on = turn->today,
                                                             .cause = turn->chain};
    turn->next_seq++;
    return true;
}

bool refuse_with(Turn *turn, RefusalCode code, Text where, size_t count, const Text *args) {
    *turn->refusal = (Refusal){.code = code, .where = where};
    for (size_t i = 0; i < count && i < REFUSAL_ARGS; i++) turn->refusal->args[i] = args[i];
    return false;
}

Text where_text(Arena *arena, Where where) {
    if (text_empty(where.path)) return (Text){0};
    Buf buf = buf_new(arena);
    buf_format(&buf, "%.*s:%lu", TEXT_ARG(where.path), (unsigned long)where.line);
    if (!text_empty(where.source)) buf_format(&buf, " (%.*s)", TEXT_ARG(where.source));
    return buf_done(&buf);
}

bool need_going_on(Turn *turn, const CaseState *subject) {
    if (subject->suspended == DATE_NONE) return true;
    return refuse(turn, CASE_SUSPENDED, subject->number, date_text(turn->arena, subject->suspended),
                  subject->suspended_for);
}

const CaseState *need_open_case(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    if (!subject) {
        refuse(turn, NO_SUCH_CASE, number, TEXT("bylaw docket lists the open cases"));
        return NULL;
    }
    if (subject->ended)
        refuse(turn, CASE_ENDED, number, subject->outcome);
    else if (need_going_on(turn, subject))
        return subject;
    return NULL;
}

Text names_text(Arena *arena, const TextList *names, const char *last) {
    return text_join(arena, names->at, names->len, last);
}

Text who_names(Arena *arena, const Who *who, size_t count) {
    TextList names = {0};
    for (size_t i = 0; i < count; i++) texts_push(arena, &names, who[i].name);
    return names_text(arena, &names, " or ");
}
