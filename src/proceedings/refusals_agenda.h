/* refusals_agenda: why what concerns agendas and reviewers is refused (proceedings/refusals.h says how rows
 * are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_AGENDA_H
#define BYLAW_PROCEEDINGS_REFUSALS_AGENDA_H

#define AGENDA_REFUSALS(X)                                                                                   \
    X(NOT_A_PLACE, "", "\"{0}\" is no place on an agenda", "write a number: 1 is the first")                 \
    X(NOT_ON_AGENDA, "", "\"{1}\" does not stand on the agenda of {0}", "see it with: bylaw agenda {0}")     \
    X(WORDS_TOGETHER, "", "business in words is not decided, so that nothing of it is carried",              \
      "leave out --consent; or name a case")                                                                 \
    X(NOT_BEFORE_BODY, "", "{0} does not wait for {1} to decide", "see what it waits for: bylaw show {0}")   \
    X(CONSENT_WANTS_VOTES, "the ballot's own rule",                                                          \
      "{0} is not carried without votes: its ballot does not say so", "leave out --consent")                 \
    X(TAKEN_OUT, "", "a member has taken {0} out of the consent agenda of {1}",                              \
      "put it to the vote: bylaw move {0} --in {1}")                                                         \
    X(NOT_TOGETHER, "", "{0} does not stand on the consent agenda of {1}", "see it with: bylaw agenda {1}")  \
    X(NOTHING_TOGETHER, "", "nothing stands on the consent agenda of {0}",                                   \
      "put a case on it with: bylaw item {0} CASE --consent")                                                \
    X(NOT_CARRIED, "P2", "{0} would not be carried with the others, but come to: {2}",                       \
      "have it decided by itself: bylaw separate {1} {0}")                                                   \
    X(HAS_PRIMARY, "", "{0} has a primary reviewer for {1}: {2}",                                            \
      "name another beside: --secondary; or first: bylaw reviewer {1} {2} --about {0} --withdraw")           \
    X(NOT_REVIEWER, "", "{0} does not review {1} for {2}",                                                   \
      "name them with: bylaw reviewer {2} {0} --about {1}")

#endif
