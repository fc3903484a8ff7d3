#include "proceedings/notices.h"
#include "proceedings/turn.h"

/* --- whom ----------------------------------------------------------------------------------------------- */

static Text text_field(const Applied *applied, const char *name) {
    const Field *field = record_field(kind_row(applied->kind)->body, text_of(name));
    return field ? *(const Text *)(const void *)((const char *)applied->body + field->offset) : (Text){0};
}

static Date today_of(const Applied *applied) {
    return moment_date(applied->entry->happened);
}

/* Of the body that meets, on the day on which it does. */
static void add_MEMBERS(const Applied *applied, TextList *out) {
    const MeetingState *meeting = state_meeting(applied->state, text_field(applied, "meeting"));
    if (meeting) holders_on(applied->state, meeting->body, meeting->on, out);
}

/* Who opened the case, and whom the authority matrix says to inform. */
static void add_INFORMED(const Applied *applied, TextList *out) {
    const CaseState *subject = state_case(applied->state, text_field(applied, "subject"));
    if (!subject) return;
    const MotionState *motion = state_motion(applied->state, text_field(applied, "motion"));
    const StepState *step = case_step(subject, motion ? motion->step : text_field(applied, "step"));
    texts_push(state_arena(applied->state), out, case_opener(applied->state, subject));
    for (size_t i = 0; step && i < step->informed.len; i++)
        holders_on(applied->state, step->informed.at[i], today_of(applied), out);
}

static void add_DECIDER(const Applied *applied, TextList *out) {
    holders_on(applied->state, text_field(applied, "decider"), today_of(applied), out);
}

/* Who does the step, or decides at it. */
static void add_ASKED(const Applied *applied, TextList *out) {
    State *state = applied->state;
    const CaseState *subject = state_case(state, text_field(applied, "subject"));
    const FlowStep *step = subject ? flow_step(state, subject, text_field(applied, "step")) : NULL;
    const StepState *stands = step ? case_step(subject, step->name) : NULL;
    for (size_t i = 0; step && i < step->by_count; i++) {
        const Program *program = case_program(state, subject);
        const EnumType *for_each = who_for_each(program, &step->by[i]);
        Text name = indexed_by_case(state, program, subject, step->by[i].name, for_each);
        holders_on(state, name, today_of(applied), out);
    }
    for (size_t i = 0; stands && i < stands->parts.len; i++)
        holders_on(state, stands->parts.at[i].decider, today_of(applied), out);
}

static void add_OWNER(const Applied *applied, TextList *out) {
    texts_push(state_arena(applied->state), out, text_field(applied, "owner"));
}

/* --- rows ----------------------------------------------------------------------------------------------- */

typedef void AddPeople(const Applied *applied, TextList *out);

static const NoticeRow rows[] = {
#define X(kind, group, whom, subject) {KIND_##kind, NOTIFY_##group, TEXT_ROW(subject)},
    NOTICES(X)
#undef X
};

static AddPeople *const adders[] = {
#define X(kind, group, whom, subject) add_##whom,
    NOTICES(X)
#undef X
};

const NoticeRow *notice_row(EntryKind kind) {
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].kind == kind) return &rows[i];
    return NULL;
}

const OutboxState *next_outbox(State *state, Text from, Text *place) {
    void *record;
    return state_next(state, SPACE_OUTBOX, from, place, &record) ? record : NULL;
}

static void put_notice(Applied *applied, Text person) {
    Text key = text_format(state_arena(applied->state), "%012lld %.*s", (long long)applied->entry->seq,
                           TEXT_ARG(person));
    OutboxState *waiting = state_change(applied->state, SPACE_OUTBOX, key);
    *waiting = (OutboxState){applied->entry->seq, person, kind_row(applied->kind)->word};
}

/* Only what the book's charter says people are told of; each person once of an entry. */
void put_notices(Applied *applied) {
    const NoticeRow *row = notice_row(applied->kind);
    const BookState *book = row ? state_book(applied->state) : NULL;
    const Program *program = book ? state_charter(applied->state, book->charter) : NULL;
    TextList people = {0};
    if (!program || !program->notices[row->group]) return;
    adders[row - rows](applied, &people);
    for (size_t i = 0; i < people.len; i++)
        if (!text_empty(people.at[i])) put_notice(applied, people.at[i]);
}
