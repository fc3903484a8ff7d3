#include "base/vec.h"
#include "proceedings/turn.h"
#include "value/json.h"
#include "value/pack.h"
#include <stdlib.h>
#include <string.h>

RECORD_FIELDS(Term, TERM_FIELDS)
RECORD_FIELDS(HeldRole, HELD_ROLE_FIELDS)
RECORD_FIELDS(HeldValue, HELD_VALUE_FIELDS)
RECORD_FIELDS(DatedRow, DATED_ROW_FIELDS)
RECORD_FIELDS(FactState, FACT_STATE_FIELDS)
RECORD_FIELDS(PartState, PART_STATE_FIELDS)
RECORD_FIELDS(RecommendationState, RECOMMENDATION_STATE_FIELDS)
RECORD_FIELDS(StepState, STEP_STATE_FIELDS)
RECORD_FIELDS(SheetState, SHEET_STATE_FIELDS)
RECORD_FIELDS(AnswerState, ANSWER_STATE_FIELDS)
RECORD_FIELDS(ReviewState, REVIEW_STATE_FIELDS)
RECORD_FIELDS(ClockState, CLOCK_STATE_FIELDS)
RECORD_FIELDS(TickState, TICK_STATE_FIELDS)
RECORD_FIELDS(StandingState, STANDING_STATE_FIELDS)
RECORD_FIELDS(ConditionState, CONDITION_STATE_FIELDS)
RECORD_FIELDS(PutCondition, CONDITION_FIELDS)
RECORD_FIELDS(ExpiryState, EXPIRY_STATE_FIELDS)
RECORD_FIELDS(RecusalState, RECUSAL_STATE_FIELDS)
RECORD_FIELDS(PlacedState, PLACED_STATE_FIELDS)
RECORD_FIELDS(ClosedState, CLOSED_STATE_FIELDS)
RECORD_FIELDS(ReviewerState, REVIEWER_STATE_FIELDS)
RECORD_FIELDS(ChallengeState, CHALLENGE_STATE_FIELDS)
RECORD_FIELDS(ActionState, ACTION_STATE_FIELDS)
RECORD_FIELDS(BreachState, BREACH_STATE_FIELDS)
RECORD_FIELDS(LinkState, LINK_STATE_FIELDS)
RECORD_FIELDS(MovedStep, MOVED_STEP_FIELDS)
RECORD_FIELDS(RenamedFact, RENAMED_FACT_FIELDS)
RECORD_FIELDS(EditionState, EDITION_STATE_FIELDS)
RECORD_FIELDS(BookState, BOOK_STATE_FIELDS)
RECORD_FIELDS(PersonState, PERSON_STATE_FIELDS)
RECORD_FIELDS(HandleState, HANDLE_STATE_FIELDS)
RECORD_FIELDS(HoldersState, HOLDERS_STATE_FIELDS)
RECORD_FIELDS(RenamedState, RENAMED_STATE_FIELDS)
RECORD_FIELDS(DelegationState, DELEGATION_STATE_FIELDS)
RECORD_FIELDS(DelegatedState, DELEGATED_STATE_FIELDS)
RECORD_FIELDS(RegisterRowState, REGISTER_ROW_STATE_FIELDS)
RECORD_FIELDS(SeriesState, SERIES_STATE_FIELDS)
RECORD_FIELDS(ScopeState, SCOPE_STATE_FIELDS)
RECORD_FIELDS(CaseState, CASE_STATE_FIELDS)
RECORD_FIELDS(CountedState, COUNTED_STATE_FIELDS)
RECORD_FIELDS(MeasuredState, MEASURED_STATE_FIELDS)
RECORD_FIELDS(MetricSeriesState, METRIC_SERIES_STATE_FIELDS)
RECORD_FIELDS(WatchedState, WATCHED_STATE_FIELDS)
RECORD_FIELDS(OpenedState, OPENED_STATE_FIELDS)
RECORD_FIELDS(TriggerState, TRIGGER_STATE_FIELDS)
RECORD_FIELDS(MeetingState, MEETING_STATE_FIELDS)
RECORD_FIELDS(OpenActionState, OPEN_ACTION_STATE_FIELDS)
RECORD_FIELDS(OpenConditionState, OPEN_CONDITION_STATE_FIELDS)
RECORD_FIELDS(MotionState, MOTION_STATE_FIELDS)
RECORD_FIELDS(PutState, PUT_STATE_FIELDS)
RECORD_FIELDS(EvidenceState, EVIDENCE_STATE_FIELDS)
RECORD_FIELDS(ContentState, CONTENT_STATE_FIELDS)
RECORD_FIELDS(OutboxState, OUTBOX_STATE_FIELDS)
RECORD_FIELDS(TimerState, TIMER_STATE_FIELDS)

static const SpaceRow space_rows[] = {
#define X(name, space, type, fields, sentence) {TEXT_ROW(space), &type##_record},
    STATE_SPACES(X)
#undef X
};

const SpaceRow *space_row(StateSpace space) {
    return &space_rows[space];
}

/* What is known of a key: its record, or that there is none (NULL). */
typedef struct Object {
    Text key;
    void *record;
    bool in_source; /* the source has it: its absence is a change */
    bool changed;
    bool listed;
} Object;

/* `order` holds what a walk must see, sorted by key: all that exists, and what only the source still has.
 * `mark`: of the rows of its records, once it was asked for. */
typedef struct Space {
    uint32_t mark;
    Map objects;
    VEC(Object *) order;
} Space;

struct State {
    Arena *arena;
    StateSource source;
    Space spaces[STATE_SPACE_COUNT];
    Map sealed; /* commitment -> Tree, of what was unsealed and read */
    Text problem;
};

State *state_new(Arena *arena, const StateSource *source) {
    State *state = arena_make(arena, State);
    state->arena = arena;
    state->source = *source;
    return state;
}

Arena *state_arena(State *state) {
    return state->arena;
}

Text state_problem(const State *state) {
    return state->problem;
}

/* --- how an object is kept ------------------------------------------------------------------------------ */

enum { MARK_SIZE = sizeof(uint32_t) };

static Text mark_of(State *state, StateSpace space, char bytes[MARK_SIZE]) {
    uint32_t *mark = &state->spaces[space].mark;
    if (*mark == 0) *mark = record_mark(space_rows[space].type);
    for (size_t i = 0; i < MARK_SIZE; i++) bytes[i] = (char)(*mark >> 8 * i);
    return (Text){bytes, MARK_SIZE};
}

Text state_kept_form(State *state, StateSpace space, const void *record) {
    char mark[MARK_SIZE];
    Buf buf = buf_new(state->arena);
    buf_text(&buf, mark_of(state, space, mark));
    record_pack(&buf, space_rows[space].type, record);
    return buf_done(&buf);
}

/* --- objects -------------------------------------------------------------------------------------------- */

static size_t order_place(const Space *space, Text key) {
    size_t low = 0, high = space->order.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (text_compare(space->order.at[middle]->key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void list_object(State *state, Space *space, Object *object) {
    if (object->listed) return;
    size_t at = order_place(space, object->key);
    *vec_push(state->arena, &space->order) = object;
    memmove(&space->order.at[at + 1], &space->order.at[at], (space->order.len - 1 - at) * sizeof(Object *));
    space->order.at[at] = object;
    object->listed = true;
}

static void unlist_object(Space *space, Object *object) {
    if (!object->listed) return;
    size_t at = order_place(space, object->key);
    memmove(&space->order.at[at], &space->order.at[at + 1], (space->order.len - 1 - at) * sizeof(Object *));
    space->order.len--;
    object->listed = false;
}

static void *read_object(State *state, StateSpace space, Text key, Text bytes) {
    char mark[MARK_SIZE];
    bool ours = text_starts(bytes, mark_of(state, space, mark));
    Text packed = text_part(bytes, MARK_SIZE, bytes.len);
    void *record = ours ? record_unpack(state->arena, space_rows[space].type, packed) : NULL;
    if (!record && text_empty(state->problem))
        state->problem =
            text_format(state->arena, "what is kept of %.*s \"%.*s\" %s", TEXT_ARG(space_rows[space].word),
                        TEXT_ARG(key), ours ? "is damaged" : "was written by another release");
    return record;
}

static Object *remember(State *state, StateSpace space, Text key, void *record, bool in_source) {
    Object *object = arena_make(state->arena, Object);
    *object = (Object){.key = text_copy(state->arena, key), .record = record, .in_source = in_source};
    map_set(state->arena, &state->spaces[space].objects, object->key, object);
    if (record) list_object(state, &state->spaces[space], object);
    return object;
}

static Object *object_of(State *state, StateSpace space, Text key) {
    Object *object = map_get(&state->spaces[space].objects, key);
    if (object) return object;
    Text bytes = {0};
    bool there = state->source.get(state->source.context, state->arena, space_rows[space].word, key, &bytes);
    return remember(state, space, key, there ? read_object(state, space, key, bytes) : NULL, there);
}

void *state_object(State *state, StateSpace space, Text key) {
    return object_of(state, space, key)->record;
}

void *state_change(State *state, StateSpace space, Text key) {
    Object *object = object_of(state, space, key);
    if (!object->record) object->record = record_new(state->arena, space_rows[space].type);
    object->changed = true;
    list_object(state, &state->spaces[space], object);
    return object->record;
}

void state_remove(State *state, StateSpace space, Text key) {
    Object *object = object_of(state, space, key);
    object->record = NULL;
    object->changed = true;
    if (!object->in_source) unlist_object(&state->spaces[space], object);
}

/* --- walks ---------------------------------------------------------------------------------------------- */

/* No key holds a control character, so nothing lies between a key and this. */
Text key_after(Arena *arena, Text key) {
    return text_format(arena, "%.*s\x01", TEXT_ARG(key));
}

static Object *next_remembered(const Space *space, Text from) {
    for (size_t at = order_place(space, from); at < space->order.len; at++)
        if (space->order.at[at]->record) return space->order.at[at];
    return NULL;
}

/* The source's next key of which nothing is remembered; what is remembered of a key counts alone. */
static bool next_in_source(State *state, StateSpace space, Text from, Text *key, Text *bytes) {
    const StateSource *source = &state->source;
    while (source->next(source->context, state->arena, space_rows[space].word, from, key, bytes)) {
        if (!map_get(&state->spaces[space].objects, *key)) return true;
        from = key_after(state->arena, *key);
    }
    return false;
}

bool state_next(State *state, StateSpace space, Text from, Text *key, void **record) {
    Text bytes = {0}, stored = {0};
    bool more = next_in_source(state, space, from, &stored, &bytes);
    Object *object = next_remembered(&state->spaces[space], from);
    if (more && (!object || text_compare(stored, object->key) < 0))
        object = remember(state, space, stored, read_object(state, space, stored, bytes), true);
    if (!object || !object->record) return false;
    *key = object->key;
    *record = object->record;
    return true;
}

bool state_next_open_case(State *state, Text from, Text *number) {
    void *record;
    return state_next(state, SPACE_OPEN_CASE, from, number, &record);
}

bool state_next_meeting(State *state, Text from, const MeetingState **meeting) {
    Text number;
    void *record;
    if (!state_next(state, SPACE_MEETING, from, &number, &record)) return false;
    *meeting = record;
    return true;
}

bool state_next_timer(State *state, Text from, Text *key, const TimerState **timer) {
    void *record;
    if (!state_next(state, SPACE_TIMER, from, key, &record)) return false;
    *timer = record;
    return true;
}

bool state_next_action(State *state, Text from, Text *place, const OpenActionState **action) {
    void *record;
    if (!state_next(state, SPACE_OPEN_ACTION, from, place, &record)) return false;
    *action = record;
    return true;
}

bool state_next_condition(State *state, Text from, Text *place, const OpenConditionState **condition) {
    void *record;
    if (!state_next(state, SPACE_OPEN_CONDITION, from, place, &record)) return false;
    *condition = record;
    return true;
}

/* --- what is asked for by name -------------------------------------------------------------------------- */

const BookState *state_book(State *state) {
    return state_object(state, SPACE_BOOK, TEXT("book"));
}

const PersonState *state_person(State *state, Text id) {
    return state_object(state, SPACE_PERSON, id);
}

const HoldersState *state_holders(State *state, Text office_or_body) {
    return state_object(state, SPACE_OFFICE, first_name(state, office_or_body));
}

const CaseState *state_case(State *state, Text number) {
    return state_object(state, SPACE_CASE, number);
}

const MeetingState *state_meeting(State *state, Text number) {
    return state_object(state, SPACE_MEETING, number);
}

const MotionState *state_motion(State *state, Text number) {
    return state_object(state, SPACE_MOTION, number);
}

const DelegationState *state_delegation(State *state, Text number) {
    return state_object(state, SPACE_DELEGATION, number);
}

int64_t state_scope_version(State *state, Text scope) {
    const ScopeState *found = state_object(state, SPACE_SCOPE, scope);
    return found ? found->version : 0;
}

bool state_unseal(State *state, Text commitment, Text *value) {
    return state->source.unseal(state->source.context, state->arena, commitment, value);
}

const Tree *state_sealed_tree(State *state, Text commitment) {
    const Tree *known = map_get(&state->sealed, commitment);
    Text value = {0};
    JsonError error;
    if (known || !state_unseal(state, commitment, &value)) return known;
    Tree *tree = json_read(state->arena, value, &error);
    if (tree) map_set(state->arena, &state->sealed, text_copy(state->arena, commitment), tree);
    return tree;
}

bool state_blob(State *state, Text digest, Text *bytes) {
    return state->source.blob(state->source.context, state->arena, digest, bytes);
}

const Program *state_charter(State *state, Text name) {
    return state->source.charter(state->source.context, name);
}

/* --- what has changed ----------------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b) {
    const Object *const *one = a, *const *other = b;
    return text_compare((*one)->key, (*other)->key);
}

static void space_changes(State *state, StateSpace space,
                          void (*each)(void *context, Text space, Text key, Text value), void *context) {
    VEC(Object *) changed = {0};
    const Map *objects = &state->spaces[space].objects;
    for (size_t i = 0; i < objects->len; i++) {
        Object *object = objects->items[i].value;
        if (object->changed && (object->record || object->in_source))
            *vec_push(state->arena, &changed) = object;
    }
    if (changed.len > 1) qsort(changed.at, changed.len, sizeof *changed.at, by_key);
    for (size_t i = 0; i < changed.len; i++) {
        const void *record = changed.at[i]->record;
        Text kept = record ? state_kept_form(state, space, record) : (Text){0};
        each(context, space_rows[space].word, changed.at[i]->key, kept);
    }
}

void state_changes(State *state, void (*each)(void *context, Text space, Text key, Text value),
                   void *context) {
    for (int space = 0; space < STATE_SPACE_COUNT; space++)
        space_changes(state, (StateSpace)space, each, context);
}
