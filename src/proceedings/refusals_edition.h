/* refusals_edition: why a new edition of the charter is refused (proceedings/refusals.h says how rows are
 * read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_EDITION_H
#define BYLAW_PROCEEDINGS_REFUSALS_EDITION_H

#define EDITION_REFUSALS(X)                                                                                  \
    X(EDITION_KNOWN, "", "these very rules are in the book already, as edition {0} from {1}",                \
      "name the rules of the new edition: bylaw ratify --rules ...")                                         \
    X(EDITION_NAMED, "", "the book has an edition {0} already, from {1}",                                    \
      "call the new one otherwise in its charter: edition \"...\"")                                          \
    X(EDITION_PASSED, "R4", "edition {0} says that it is in force from {1}, and that day has passed",        \
      "let its charter say: in_force from {2}, or a later day")                                              \
    X(EDITION_OLDER, "R4",                                                                                   \
      "edition {0} would be in force from {1}, and edition {2} is from {3}: a new "                          \
      "edition follows the last",                                                                            \
      "let its charter say in_force from a day after {3}")                                                   \
    X(EDITION_PUT, "", "edition {0} is put to the vote already: {1}",                                        \
      "close that ballot, or withdraw it: bylaw withdraw {1} --because ...")                                 \
    X(BODY_RATIFIES, "powers of the charter",                                                                \
      "{0} alone may not put a new edition in force: {1} ratifies it, by a vote",                            \
      "put it to a meeting of {1}: bylaw ratify --rules ... --in MEETING")                                   \
    X(OTHER_RATIFIES, "powers of the charter", "{0} is a meeting of {1}, which may not ratify: {2} may",     \
      "name a meeting of who may, with --in; an office or a role ratifies without one")                      \
    X(POST_GONE, "", "the new edition has no {0}, and {1} in it still on {2}",                               \
      "end the terms by then: bylaw release PERSON --from {0} --on {2} --because ...; or, if it is called "  \
      "otherwise now, say there: was {0}")                                                                   \
    X(POST_TAKEN, "", "the new edition calls {0} what was {1}, and {0} was something else in this book",     \
      "names are permanent: give it another")                                                                \
    X(MOVED_ALREADY, "R4", "{0} goes on under edition {1} already", "")                                      \
    X(NOTHING_TO_MOVE, "R4", "every open case goes on under edition {0} already", "")                        \
    X(NO_WAY_THERE, "R4", "{0} cannot move: it stands at {1}, and edition {2} has no such step for it",      \
      "go on under its own edition until it has left {1}, or to its end")                                    \
    X(MOVES_LATER, "R4", "{0} cannot move while {1} is being decided: {2}", "have it decided first")         \
    X(FACT_UNLIKE, "L3", "{0} cannot move: in edition {1} {2} is {3}, and what is stated of it is none",     \
      "state it anew first: bylaw submit {0} {2}=...")                                                       \
    X(SCORES_UNLIKE, "R4", "{0} cannot move: it has scores of {1}, which edition {2} does not ask for",      \
      "go on under its own edition")                                                                         \
    X(ROWS_BEHIND, "",                                                                                       \
      "the new edition renames {0}, and what is entered under that name would not be found there",           \
      "keep the name; a new register or metric is filled with: bylaw import")

#endif
