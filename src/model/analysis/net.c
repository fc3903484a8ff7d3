#include "model/analysis/net.h"

enum { WORD = 64 };

typedef struct Search {
    Arena *arena;
    const Net *net;
    size_t words; /* of a state's marks */
    Map known;    /* marks -> the number of their state, a uint32_t * */
    NetFound *found;
} Search;

static bool is_marked(const uint64_t *marks, uint32_t place) {
    return marks[place / WORD] >> place % WORD & 1;
}

bool net_holds(const NetState *state, uint32_t place) {
    return is_marked(state->marks, place);
}

static void mark(uint64_t *marks, uint32_t place) {
    marks[place / WORD] |= UINT64_C(1) << place % WORD;
}

static void unmark(uint64_t *marks, uint32_t place) {
    marks[place / WORD] &= ~(UINT64_C(1) << place % WORD);
}

/* --- moves ---------------------------------------------------------------------------------------------- */

static bool holds_any(const uint64_t *marks, const Places *places) {
    for (size_t i = 0; i < places->len; i++)
        if (is_marked(marks, places->at[i])) return true;
    return false;
}

static bool can_be_made(const NetMove *move, const uint64_t *marks) {
    for (size_t i = 0; i < move->takes.len; i++)
        if (!is_marked(marks, move->takes.at[i])) return false;
    for (size_t i = 0; i < move->needs.len; i++)
        if (!holds_any(marks, &move->needs.at[i])) return false;
    return true;
}

static const uint64_t *make(const Search *search, const NetMove *move, const uint64_t *marks) {
    uint64_t *after = arena_array(search->arena, uint64_t, search->words);
    memcpy(after, marks, search->words * sizeof *after);
    for (size_t i = 0; i < move->takes.len; i++) unmark(after, move->takes.at[i]);
    for (size_t i = 0; i < move->clears.len; i++) unmark(after, move->clears.at[i]);
    for (size_t i = 0; i < move->puts.len; i++) {
        search->found->crowded |= is_marked(after, move->puts.at[i]);
        mark(after, move->puts.at[i]);
    }
    return after;
}

/* --- states --------------------------------------------------------------------------------------------- */

static bool something_runs(const Net *net, const uint64_t *marks) {
    for (uint32_t place = 0; place < net->running; place++)
        if (place != net->end && is_marked(marks, place)) return true;
    return false;
}

bool net_left(const Net *net, const NetState *state) {
    return is_marked(state->marks, net->end) && something_runs(net, state->marks);
}

/* The number of the state with these marks. */
static uint32_t state_of(Search *search, const uint64_t *marks) {
    NetFound *found = search->found;
    Text key = {(const char *)marks, search->words * sizeof *marks};
    const uint32_t *known = map_get(&search->known, key);
    if (known) return *known;
    uint32_t *number = arena_make(search->arena, uint32_t);
    *number = found->states.len;
    map_set(search->arena, &search->known, key, number);
    NetState state = {.marks = marks, .stands = true, .ends = is_marked(marks, search->net->end)};
    found->left |= net_left(search->net, &state);
    *vec_push(search->arena, &found->states) = state;
    return *number;
}

static void follow(Search *search, uint32_t from, size_t move) {
    NetFound *found = search->found;
    uint32_t to = state_of(search, make(search, &search->net->moves.at[move], found->states.at[from].marks));
    found->made[move] = true;
    found->states.at[from].stands = false;
    *vec_push(search->arena, &found->states.at[to].before) = from;
}

static void follow_all(Search *search, uint32_t from) {
    const Net *net = search->net;
    const uint64_t *marks = search->found->states.at[from].marks;
    for (size_t i = 0; i < net->moves.len; i++) {
        if (!net->moves.at[i].calm || !can_be_made(&net->moves.at[i], marks)) continue;
        follow(search, from, i);
        return;
    }
    for (size_t i = 0; i < net->moves.len; i++)
        if (can_be_made(&net->moves.at[i], marks)) follow(search, from, i);
}

/* Backwards from the states that are the end. */
static void mark_ending(const Search *search) {
    NetFound *found = search->found;
    Places open = {0};
    for (uint32_t i = 0; i < found->states.len; i++)
        if (found->states.at[i].ends) *vec_push(search->arena, &open) = i;
    while (open.len) {
        const NetState *state = &found->states.at[open.at[--open.len]];
        for (size_t i = 0; i < state->before.len; i++) {
            if (found->states.at[state->before.at[i]].ends) continue;
            found->states.at[state->before.at[i]].ends = true;
            *vec_push(search->arena, &open) = state->before.at[i];
        }
    }
}

const NetFound *net_search(Arena *arena, const Net *net) {
    NetFound *found = arena_make(arena, NetFound);
    Search search = {.arena = arena, .net = net, .words = net->places / WORD + 1, .found = found};
    found->made = arena_array(arena, bool, net->moves.len + 1);
    uint64_t *start = arena_array(arena, uint64_t, search.words);
    for (size_t i = 0; i < net->start.len; i++) mark(start, net->start.at[i]);
    state_of(&search, start);
    for (uint32_t i = 0; i < found->states.len && !found->unfinished; i++) {
        follow_all(&search, i);
        found->unfinished = found->states.len > NET_STATES_MAX;
    }
    if (!found->unfinished) mark_ending(&search);
    return found;
}
