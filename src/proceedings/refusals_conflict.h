/* refusals_conflict: why acts about who takes no part are refused (proceedings/refusals.h says how rows are
 * read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_CONFLICT_H
#define BYLAW_PROCEEDINGS_REFUSALS_CONFLICT_H

#define CONFLICT_REFUSALS(X)                                                                                 \
    X(NOT_RECUSED, "P2", "{0} takes part in {1}: nobody has entered a recusal", "")                          \
    X(HAS_VOTED, "P2", "{0} has voted on {1}, which is open: nobody is both recused and counted",            \
      "the ballot has to be closed, or withdrawn: bylaw withdraw {1}; the workflow says where that leads")   \
    X(IN_CONFLICT, "the body's own rule",                                                                    \
      "{0} can neither vote nor be counted on {1}: the rules find a conflict ({2})",                         \
      "enter it with: bylaw recuse {0} --from {1} --because WHY")                                            \
    X(RULES_RECUSE, "the body's own rule", "{0} takes no part in {1}, as the rules have it ({2})",           \
      "it lasts while that is so in the case: what was entered wrongly is mended with: bylaw correct {1}")   \
    X(NOT_ASKED_HERE, "P2", "{0} sits in no body that is asked to decide {1} now",                           \
      "what the case waits for is said by: bylaw show {1}")                                                  \
    X(NOT_A_COLLEAGUE, "", "{0} is no member of {1}, and only its members challenge one another",            \
      "enter it for a member with: --as NAME")                                                               \
    X(CHALLENGED_ALREADY, "", "{0} is challenged in {1} already, by {2}",                                    \
      "rule on that with: bylaw ruling {0} upheld --in {1}, or dismissed")                                   \
    X(OWN_CHALLENGE, "", "{0} would challenge themselves",                                                   \
      "who is in conflict says so with: bylaw recuse {0} --from {1} --because WHY")                          \
    X(NO_CHALLENGE, "", "nobody has challenged {0} in {1}", "")                                              \
    X(NO_RULING, "", "\"{0}\" is no ruling", "a challenge is upheld or dismissed")                           \
    X(NOT_YOUR_RULING, "", "the challenge of {0} in {1} is for the chair of {2} to rule on",                 \
      "enter it for the chair with: --as NAME; where the chair is challenged and has no deputy, the others " \
      "rule: --for NAMES --against NAMES")                                                                   \
    X(RULED_BY_VOTE, "challenges of the body",                                                               \
      "the challenge of {0} in {1} is ruled on by the other members of {2}",                                 \
      "enter their votes with: --for NAMES --against NAMES")                                                 \
    X(RULED_BY_CHAIR, "challenges of the body",                                                              \
      "the challenge of {0} in {1} is ruled on by the chair of {2}, without votes",                          \
      "leave out --for and --against")                                                                       \
    X(RULING_OF_OTHERS, "P8", "{0} is challenged in {1}, and does not rule on it",                           \
      "leave {0} out of --for and --against")                                                                \
    X(RULED_OTHERWISE, "P1", "the votes on the challenge of {0} came to {1} for and {2} against: it is {3}", \
      "enter it so: bylaw ruling {0} {3}")                                                                   \
    X(CHALLENGE_STANDS, "", "{0} is challenged in {1}, and nothing is closed while that stands",             \
      "rule on it with: bylaw ruling {0} upheld --in {1}, or dismissed; or {0} answers with: bylaw recuse "  \
      "{0} --from {1} --because WHY")

#endif
