/* refusals_delegation: why acts in the place of others are refused (proceedings/refusals.h says how rows are
 * read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_DELEGATION_H
#define BYLAW_PROCEEDINGS_REFUSALS_DELEGATION_H

#define DELEGATION_REFUSALS(X)                                                                               \
    X(NO_SUCH_DELEGATION, "", "there is no delegation {0}", "{1}")                                           \
    X(NO_DELEGATION_RULE, "", "the charter has no delegation \"{0}\"", "{1}")                                \
    X(NO_DELEGATE, "the delegation's own rule", "{0} cannot be given to \"{1}\": it can to {2}",             \
      "name one of these with: --to, or a person who is one of them from the first day on")                  \
    X(WHICH_DELEGATE, "the delegation's own rule", "{0} can be given to several: {1}",                       \
      "say to whom with: --to NAME")                                                                         \
    X(WHOSE_AUTHORITY, "the delegation's own rule", "{0} is of {1}, of which there are several",             \
      "say whose it is with: --of {1}[...]")                                                                 \
    X(NOT_THEIRS_TO_GIVE, "the delegation's own rule", "{0} is not for {1} to delegate, but for {2}",        \
      "leave out --of")                                                                                      \
    X(DELEGATED_BACK, "", "a delegation runs from the day on which it is given, {1}, or later, not {0}",     \
      "give a later day with: --from; what was given earlier is entered with: --at")                         \
    X(DELEGATED_TOO_LONG, "the delegation's own rule", "{0} can be given for {1}, and so until {2} at most", \
      "give an earlier day with: --until; it can be given anew then")                                        \
    X(DECIDED_WHERE, "", "{0} delegates at a meeting, or by its chair, and {1} is neither",                  \
      "name the meeting that decided it with: --in MEETING")                                                 \
    X(NOT_THEIR_MEETING, "", "{0} is a meeting of {1}, and {2} delegates what is its own",                   \
      "name a meeting of {2} with: --in")                                                                    \
    X(DELEGATION_OVER, "P3", "{0} does not hold on {1}: {2}", "{3} can decide it, or delegate anew")         \
    X(OUT_OF_BOUNDS, "the delegation's own rule", "{0} is past the bounds of {1}: that asks for {2}",        \
      "{3} decides it")                                                                                      \
    X(NOT_DELEGATED, "", "{0} is a delegation of {1}, who is not asked to decide {2} now",                   \
      "see who is with: bylaw show {3}")                                                                     \
    X(NOT_THE_DELEGATE, "", "{0} does not decide under {1}: {2} does",                                       \
      "have it entered by who may record, with: --as")                                                       \
    X(OTHER_RULES, "R4", "{0} goes by rules that have no delegation \"{1}\" of {2}",                         \
      "{2} decides it itself")                                                                               \
    X(NO_PROXIES, "the body's own rule", "nobody votes for another member of {0}: its rules allow none", "") \
    X(PROXY_NO_MEMBER, "the body's own rule",                                                                \
      "{0} is no member of {1} on {2}, and only members vote for members", "name a member")                  \
    X(PROXY_GIVEN, "P3", "{0} has given their vote to {1} on some of these days already: {2}",               \
      "end that first: bylaw revoke {2} --because ...; or give other days")                                  \
    X(PROXIES_FULL, "the body's own rule",                                                                   \
      "{0} votes for {1} others in {2} on some of these days, and that is the most", "name somebody else")   \
    X(PROXY_COMES_BACK, "P3", "the vote of {0} would come back to {0}: {1} has given theirs away",           \
      "name somebody who votes themselves")                                                                  \
    X(NOT_YOUR_PROXY, "", "{0} may not revoke {1}: {2} does, who gave it, or who may record",                \
      "have it entered by who may record: {3}")                                                              \
    X(REVOKED_ALREADY, "", "{0} was revoked on {1}: {2}", "")

#endif
