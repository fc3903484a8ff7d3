/* choice: one of several options out of ballots that rank them. Pure: it knows neither people nor names, only
 * numbers of options, and every step can be followed with pen and paper.
 *
 * The method is that of the Debian Constitution, A.6: Schulze's ("A new monotonic, clone-independent,
 * reversal symmetric, and Condorcet-consistent single-winner election method", Social Choice and Welfare 36,
 * 2011) as the dropping of the weakest defeats. A ballot that only chooses ranks what it chooses over all
 * else. */
#ifndef BYLAW_PROCEEDINGS_CHOICE_H
#define BYLAW_PROCEEDINGS_CHOICE_H

#include "base/vec.h"
#include "program/organisation.h"

/* Options that are put, with the default, which is the last of them where there is one. */
enum { OPTIONS_PUT = OPTIONS_MOST + 1 };

typedef uint32_t OptionSet; /* a bit for each option */

static inline OptionSet option_bit(size_t option) {
    return (OptionSet)1 << option;
}

/* What one ballot says: the place of each option, 1 the highest; 0: unranked, and so below all that are. */
typedef struct Ranking {
    uint8_t place[OPTIONS_PUT];
} Ranking;

bool ranks_over(const Ranking *ranking, size_t one, size_t other);

typedef struct Poll {
    size_t count;                           /* of options */
    int64_t over[OPTIONS_PUT][OPTIONS_PUT]; /* how many ballots rank the one over the other */
    int64_t highest[OPTIONS_PUT];           /* how many give it their highest place */
    int64_t ballots;
} Poll;

void poll_add(Poll *poll, const Ranking *ranking, int64_t ballots); /* as many that are all alike */

typedef struct Defeat {
    size_t winner, loser;
} Defeat;

/* One round of A.6.5 to A.6.7: the options that nothing beats but what they beat in turn, and the weakest
 * defeats among them, which are dropped; none in the last round. */
typedef struct ChoiceRound {
    OptionSet schwartz;
    VEC(Defeat) dropped;
} ChoiceRound;

typedef VEC(ChoiceRound) ChoiceRounds;

/* The winners among the options that are kept; several where the method leaves a tie. */
OptionSet choose_ranked(Arena *arena, const Poll *poll, OptionSet kept, ChoiceRounds *rounds);
OptionSet choose_highest(const Poll *poll, OptionSet kept); /* by plurality, or approval */

#endif
