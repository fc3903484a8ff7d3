#include "proceedings/choice.h"

/* --- ballots -------------------------------------------------------------------------------------------- */

bool ranks_over(const Ranking *ranking, size_t one, size_t other) {
    uint8_t high = ranking->place[one], low = ranking->place[other];
    return high != 0 && (low == 0 || high < low);
}

void poll_add(Poll *poll, const Ranking *ranking, int64_t ballots) {
    poll->ballots += ballots;
    for (size_t i = 0; i < poll->count; i++) {
        poll->highest[i] += ranking->place[i] == 1 ? ballots : 0;
        for (size_t k = 0; k < poll->count; k++) poll->over[i][k] += ranks_over(ranking, i, k) ? ballots : 0;
    }
}

/* --- defeats (A.6.4 to A.6.6) --------------------------------------------------------------------------- */

/* Of each option those that it defeats. */
typedef struct Defeats {
    OptionSet of[OPTIONS_PUT];
} Defeats;

static Defeats pairwise_defeats(const Poll *poll, OptionSet kept) {
    Defeats defeats = {0};
    for (size_t i = 0; i < poll->count; i++)
        for (size_t k = 0; k < poll->count && kept & option_bit(i); k++)
            if (kept & option_bit(k) && poll->over[i][k] > poll->over[k][i]) defeats.of[i] |= option_bit(k);
    return defeats;
}

static Defeats transitive_defeats(const Defeats *pairwise, size_t count) {
    Defeats all = *pairwise;
    for (size_t through = 0; through < count; through++)
        for (size_t i = 0; i < count; i++)
            if (all.of[i] & option_bit(through)) all.of[i] |= all.of[through];
    return all;
}

/* Whatever defeats an option of the set is defeated by it in turn. */
static OptionSet schwartz_set(const Defeats *transitive, OptionSet kept, size_t count) {
    OptionSet set = kept;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            if (transitive->of[k] & option_bit(i) && !(transitive->of[i] & option_bit(k)))
                set &= ~option_bit(i);
    return set;
}

/* --- the weakest (A.6.7) -------------------------------------------------------------------------------- */

/* Fewer are for it; or as many, and more are against it. */
static bool is_weaker(const Poll *poll, Defeat one, Defeat other) {
    int64_t mine = poll->over[one.winner][one.loser], its = poll->over[other.winner][other.loser];
    if (mine != its) return mine < its;
    return poll->over[one.loser][one.winner] > poll->over[other.loser][other.winner];
}

static void note_defeat(Arena *arena, const Poll *poll, Defeat defeat, ChoiceRound *round) {
    if (round->dropped.len > 0 && is_weaker(poll, round->dropped.at[0], defeat)) return;
    if (round->dropped.len > 0 && is_weaker(poll, defeat, round->dropped.at[0])) round->dropped.len = 0;
    *vec_push(arena, &round->dropped) = defeat;
}

static void find_weakest(Arena *arena, const Poll *poll, const Defeats *pairwise, ChoiceRound *round) {
    for (size_t i = 0; i < poll->count; i++)
        for (size_t k = 0; k < poll->count && round->schwartz & option_bit(i); k++)
            if (pairwise->of[i] & round->schwartz & option_bit(k))
                note_defeat(arena, poll, (Defeat){i, k}, round);
}

OptionSet choose_ranked(Arena *arena, const Poll *poll, OptionSet kept, ChoiceRounds *rounds) {
    Defeats pairwise = pairwise_defeats(poll, kept);
    for (;;) {
        Defeats transitive = transitive_defeats(&pairwise, poll->count);
        ChoiceRound *round = vec_push(arena, rounds);
        round->schwartz = schwartz_set(&transitive, kept, poll->count);
        find_weakest(arena, poll, &pairwise, round);
        if (round->dropped.len == 0) return round->schwartz;
        for (size_t i = 0; i < round->dropped.len; i++)
            pairwise.of[round->dropped.at[i].winner] &= ~option_bit(round->dropped.at[i].loser);
    }
}

OptionSet choose_highest(const Poll *poll, OptionSet kept) {
    OptionSet set = 0;
    int64_t most = 0;
    for (size_t i = 0; i < poll->count; i++) {
        if (!(kept & option_bit(i)) || poll->highest[i] < most) continue;
        if (poll->highest[i] > most) set = 0;
        most = poll->highest[i];
        set |= option_bit(i);
    }
    return set;
}
