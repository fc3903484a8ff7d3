/* A state laid over another: it reads what stands there and keeps what changes to itself, so that a way can
 * be tried before it is gone. */
#include "proceedings/turn.h"

static StateSpace space_named(Text word) {
    int space = 0;
    while (space + 1 < STATE_SPACE_COUNT && !text_equal(space_row((StateSpace)space)->word, word)) space++;
    return (StateSpace)space;
}

static bool under_get(void *under, Arena *arena, Text word, Text key, Text *bytes) {
    (void)arena; /* a trial's is that of the state under it */
    StateSpace space = space_named(word);
    const void *record = state_object(under, space, key);
    if (record) *bytes = state_kept_form(under, space, record);
    return record != NULL;
}

static bool under_next(void *under, Arena *arena, Text word, Text from, Text *key, Text *bytes) {
    (void)arena;
    StateSpace space = space_named(word);
    void *record;
    if (!state_next(under, space, from, key, &record)) return false;
    *bytes = state_kept_form(under, space, record);
    return true;
}

static bool under_unseal(void *under, Arena *arena, Text commitment, Text *value) {
    (void)arena;
    return state_unseal(under, commitment, value);
}

static bool under_blob(void *under, Arena *arena, Text digest, Text *bytes) {
    (void)arena;
    return state_blob(under, digest, bytes);
}

static const Program *under_charter(void *under, Text name) {
    return state_charter(under, name);
}

State *state_trial(State *under) {
    StateSource source = {.context = under,
                          .get = under_get,
                          .next = under_next,
                          .unseal = under_unseal,
                          .blob = under_blob,
                          .charter = under_charter};
    return state_new(state_arena(under), &source);
}

/* If it were refused, nothing could be entered in this book any more. */
bool would_pass(Turn *turn, TriedAct *act, const void *what, Refusal *why) {
    Batch batch = {0};
    *why = (Refusal){0};
    Turn trial = *turn;
    trial.state = state_trial(turn->state);
    trial.batch = &batch;
    trial.chain = 0;
    trial.refusal = why;
    return act(&trial, what);
}
