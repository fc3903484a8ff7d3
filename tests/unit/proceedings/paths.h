/* Schulze's own definition by brute force: of all simple paths of defeats the strongest, each as strong as
 * its weakest defeat; the winners are those whose paths none has a stronger one against. */
#ifndef BYLAW_TESTS_PROCEEDINGS_PATHS_H
#define BYLAW_TESTS_PROCEEDINGS_PATHS_H

#include "check_more.h"
#include "proceedings/choice.h"

typedef struct Strength {
    int64_t in_favour, against;
} Strength;

static inline int compare_strengths(Strength a, Strength b) {
    if (a.in_favour != b.in_favour) return a.in_favour < b.in_favour ? -1 : 1;
    return (a.against < b.against) - (a.against > b.against);
}

/* The strongest of all simple paths of defeats from here to there, each as strong as its weakest defeat. */
static inline Strength strongest(const Poll *poll, OptionSet kept, size_t here, size_t there,
                                 OptionSet seen) {
    Strength best = {0, INT64_MAX};
    for (size_t next = 0; next < poll->count; next++) {
        Strength step = {poll->over[here][next], poll->over[next][here]};
        if (!(kept & option_bit(next)) || seen & option_bit(next) || step.in_favour <= step.against) continue;
        if (next != there) {
            Strength rest = strongest(poll, kept, next, there, seen | option_bit(next));
            if (compare_strengths(rest, step) < 0) step = rest;
        }
        if (compare_strengths(step, best) > 0) best = step;
    }
    return best;
}

static inline OptionSet winners_by_paths(const Poll *poll, OptionSet kept) {
    OptionSet winners = kept;
    for (size_t i = 0; i < poll->count; i++)
        for (size_t k = 0; k < poll->count; k++) {
            if (i == k || !(kept & option_bit(i)) || !(kept & option_bit(k))) continue;
            if (compare_strengths(strongest(poll, kept, k, i, option_bit(k)),
                                  strongest(poll, kept, i, k, option_bit(i))) > 0)
                winners &= ~option_bit(i);
        }
    return winners;
}

#endif
