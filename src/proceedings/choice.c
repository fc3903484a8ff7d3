#include "proceedings/choice.h"

/* --- ballots -------------------------------------------------------------------------------------------- */

static bool ranks_over(const Ranking *ranking, size_t one, size_t other) {
    uint8_t high = ranking->place[one], low = ranking->place[other];
    return high != 0 && (low == 0 || high < low);
}

void tally_add(Tally *tally, const Ranking *ranking, int64_t ballots) {
    tally->ballots += ballots;
    for (size_t i = 0; i < tally->count; i++) {
        tally->highest[i] += ranking->place[i] == 1 ? ballots : 0;
        for (size_t k = 0; k < tally->count; k++)
            tally->over[i][k] += ranks_over(ranking, i, k) ? ballots : 0;
    }
}

/* --- defeats (A.6.4 to A.6.6) --------------------------------------------------------------------------- */

/* Of each option those that it defeats. */
typedef struct Defeats {
    OptionSet of[OPTIONS_PUT];
} Defeats;

static Defeats pairwise_defeats(const Tally *tally, OptionSet kept) {
    Defeats defeats = {0};
    for (size_t i = 0; i < tally->count; i++)
        for (size_t k = 0; k < tally->count && kept & option_bit(i); k++)
            if (kept & option_bit(k) && tally->over[i][k] > tally->over[k][i]) defeats.of[i] |= option_bit(k);
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
static bool is_weaker(const Tally *tally, Defeat one, Defeat other) {
    int64_t mine = tally->over[one.winner][one.loser], its = tally->over[other.winner][other.loser];
    if (mine != its) return mine < its;
    return tally->over[one.loser][one.winner] > tally->over[other.loser][other.winner];
}

static void note_defeat(Arena *arena, const Tally *tally, Defeat defeat, ChoiceRound *round) {
    if (round->dropped.len > 0 && is_weaker(tally, round->dropped.at[0], defeat)) return;
    if (round->dropped.len > 0 && is_weaker(tally, defeat, round->dropped.at[0])) round->dropped.len = 0;
    *vec_push(arena, &round->dropped) = defeat;
}

static void find_weakest(Arena *arena, const Tally *tally, const Defeats *pairwise, ChoiceRound *round) {
    for (size_t i = 0; i < tally->count; i++)
        for (size_t k = 0; k < tally->count && round->schwartz & option_bit(i); k++)
            if (pairwise->of[i] & round->schwartz & option_bit(k))
                note_defeat(arena, tally, (Defeat){i, k}, round);
}

OptionSet choose_ranked(Arena *arena, const Tally *tally, OptionSet kept, ChoiceRounds *rounds) {
    Defeats pairwise = pairwise_defeats(tally, kept);
    for (;;) {
        Defeats transitive = transitive_defeats(&pairwise, tally->count);
        ChoiceRound *round = vec_push(arena, rounds);
        round->schwartz = schwartz_set(&transitive, kept, tally->count);
        find_weakest(arena, tally, &pairwise, round);
        if (round->dropped.len == 0) return round->schwartz;
        for (size_t i = 0; i < round->dropped.len; i++)
            pairwise.of[round->dropped.at[i].winner] &= ~option_bit(round->dropped.at[i].loser);
    }
}

OptionSet choose_highest(const Tally *tally, OptionSet kept) {
    OptionSet set = 0;
    int64_t most = 0;
    for (size_t i = 0; i < tally->count; i++) {
        if (!(kept & option_bit(i)) || tally->highest[i] < most) continue;
        if (tally->highest[i] > most) set = 0;
        most = tally->highest[i];
        set |= option_bit(i);
    }
    return set;
}
