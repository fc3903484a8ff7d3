/* The search of nets against all that could be: over a few places every state there can be is tried. */
#include "check_more.h"
#include "model/analysis/net.h"

enum { PLACES_MOST = 9, MOVES_MOST = 8, ROUNDS = 2000 };

static Arena *arena;

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    arena_free(arena);
}

/* --- random nets ---------------------------------------------------------------------------------------- */

static void random_places(uint64_t *seed, uint32_t most, uint32_t of, Places *places) {
    uint64_t count = check_below(seed, most + 1), chosen = 0;
    for (uint64_t i = 0; i < count; i++) {
        uint32_t place = (uint32_t)check_below(seed, of);
        if (!(chosen >> place & 1)) *vec_push(arena, places) = place;
        chosen |= UINT64_C(1) << place;
    }
}

static Net random_net(uint64_t *seed) {
    Net net = {.running = 2 + (uint32_t)check_below(seed, 5)};
    net.places = net.running + (uint32_t)check_below(seed, PLACES_MOST - net.running + 1);
    net.end = net.running - 1;
    uint64_t moves = 1 + check_below(seed, MOVES_MOST);
    random_places(seed, 3, net.places, &net.start);
    for (uint64_t i = 0; i < moves; i++) {
        NetMove *move = vec_push(arena, &net.moves);
        random_places(seed, 2, net.places, &move->takes);
        random_places(seed, 2, net.places, &move->puts);
        if (check_below(seed, 3) == 0) random_places(seed, 2, net.places, &move->clears);
        if (check_below(seed, 3) == 0) random_places(seed, 3, net.places, vec_push(arena, &move->needs));
    }
    return net;
}

/* --- every state there can be --------------------------------------------------------------------------- */

typedef struct Truth {
    bool comes[1 << PLACES_MOST], ends[1 << PLACES_MOST], made[MOVES_MOST], left, crowded;
} Truth;

static uint32_t bits(const Places *places) {
    uint32_t all = 0;
    for (size_t i = 0; i < places->len; i++) all |= 1u << places->at[i];
    return all;
}

static bool possible(const NetMove *move, uint32_t state) {
    if ((bits(&move->takes) & state) != bits(&move->takes)) return false;
    for (size_t i = 0; i < move->needs.len; i++)
        if (!(bits(&move->needs.at[i]) & state)) return false;
    return true;
}

static bool spread(const Net *net, Truth *truth, uint32_t state) {
    bool more = false;
    for (size_t i = 0; i < net->moves.len; i++) {
        const NetMove *move = &net->moves.at[i];
        uint32_t rest = state & ~bits(&move->takes) & ~bits(&move->clears), to = rest | bits(&move->puts);
        if (!possible(move, state)) continue;
        more |= truth->comes[state] && !truth->comes[to];
        truth->comes[to] |= truth->comes[state];
        more |= truth->ends[to] && !truth->ends[state];
        truth->ends[state] |= truth->ends[to];
        truth->made[i] |= truth->comes[state];
        truth->crowded |= truth->comes[state] && rest & bits(&move->puts);
    }
    return more;
}

static bool is_left(const Net *net, uint32_t state) {
    uint32_t end = 1u << net->end, running = (1u << net->running) - 1;
    return state & end && state & running & ~end;
}

static Truth *truth_of(const Net *net) {
    Truth *truth = arena_make(arena, Truth);
    uint32_t all = 1u << net->places, end = 1u << net->end;
    truth->comes[bits(&net->start)] = true;
    for (uint32_t state = 0; state < all; state++) truth->ends[state] = state & end;
    for (bool more = true; more;) {
        more = false;
        for (uint32_t state = 0; state < all; state++) more |= spread(net, truth, state);
    }
    for (uint32_t state = 0; state < all; state++) truth->left |= truth->comes[state] && is_left(net, state);
    return truth;
}

/* --- the two held against each other -------------------------------------------------------------------- */

static uint32_t number_of(const Net *net, const NetState *state) {
    uint32_t number = 0;
    for (uint32_t place = 0; place < net->places; place++)
        number |= (uint32_t)net_holds(state, place) << place;
    return number;
}

static void compare(const Net *net, const NetFound *found, const Truth *truth) {
    size_t coming = 0;
    for (uint32_t state = 0; state < 1u << net->places; state++) coming += truth->comes[state];
    ck_assert(!found->unfinished);
    ck_assert_uint_eq(found->states.len, coming);
    for (size_t i = 0; i < found->states.len; i++) {
        uint32_t number = number_of(net, &found->states.at[i]);
        ck_assert(truth->comes[number]);
        ck_assert_int_eq(found->states.at[i].ends, truth->ends[number]);
        ck_assert_int_eq(net_left(net, &found->states.at[i]), is_left(net, number));
    }
    for (size_t i = 0; i < net->moves.len; i++) ck_assert_int_eq(found->made[i], truth->made[i]);
    ck_assert_int_eq(found->left, truth->left);
    ck_assert_int_eq(found->crowded, truth->crowded);
}

START_TEST(random_nets_are_searched_as_trying_everything_says) {
    uint64_t seed = check_seed("random nets");
    int rounds = check_rounds(ROUNDS);
    for (int i = 0; i < rounds; i++) {
        ArenaMark mark = arena_mark(arena);
        Net net = random_net(&seed);
        compare(&net, net_search(arena, &net), truth_of(&net));
        arena_rewind(arena, mark);
    }
}
END_TEST

/* Sixteen places that are each full or empty, and nothing that ends. */
START_TEST(a_net_of_too_many_states_is_left_unfinished) {
    Net net = {.places = 33, .running = 33, .end = 32};
    for (uint32_t i = 0; i < 32; i += 2) {
        NetMove *move = vec_push(arena, &net.moves);
        *vec_push(arena, &net.start) = i;
        *vec_push(arena, &move->takes) = i;
        *vec_push(arena, &move->puts) = i + 1;
    }
    ck_assert(net_search(arena, &net)->unfinished);
    for (size_t i = 0; i < net.moves.len; i++) net.moves.at[i].calm = true;
    const NetFound *found = net_search(arena, &net);
    ck_assert(!found->unfinished);
    ck_assert_uint_eq(found->states.len, 17);
}
END_TEST

Suite *nets_suite(void) {
    Suite *suite = suite_create("nets");
    TCase *tcase = tcase_create("nets");
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, random_nets_are_searched_as_trying_everything_says);
    tcase_add_test(tcase, a_net_of_too_many_states_is_left_unfinished);
    return suite;
}
