/* verbs_conflict: the commands about who takes no part (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_CONFLICT_H
#define BYLAW_PROCEEDINGS_VERBS_CONFLICT_H

#define RECUSE_ARGS(A, S)                                                                                    \
    A(S, PERSON, person, "PERSON", FIRST, "the member who takes no part")                                    \
    A(S, CASE, subject, "from", MUST, "the case")                                                            \
    A(S, TEXT, because, "because", MUST, "the ground of the conflict, or why there is none any more")        \
    A(S, FLAG, withdraw, "withdraw", OPTION, "the member takes part again")

#define CHALLENGE_ARGS(A, S)                                                                                 \
    A(S, PERSON, person, "PERSON", FIRST, "the member who is said to be in conflict")                        \
    A(S, CASE, subject, "in", MUST, "the case")                                                              \
    A(S, TEXT, because, "because", MUST, "the ground of the conflict")

#define RULING_ARGS(A, S)                                                                                    \
    A(S, PERSON, person, "PERSON", FIRST, "the member who was challenged")                                   \
    A(S, NAME, ruling, "upheld|dismissed", SECOND,                                                           \
      "upheld: the member takes no part; dismissed: takes part")                                             \
    A(S, CASE, subject, "in", MUST, "the case")                                                              \
    A(S, PERSONS, in_favour, "for", OPTION, "where the body rules: who is for upholding it")                 \
    A(S, PERSONS, against, "against", OPTION, "and who is against it")                                       \
    A(S, TEXT, because, "because", OPTION, "why")

#define CONFLICT_VERBS(X)                                                                                    \
    X(RECUSE, "recuse", RecuseArgs, RECUSE_ARGS, "enter that a member takes no part in a case")              \
    X(CHALLENGE, "challenge", ChallengeArgs, CHALLENGE_ARGS, "challenge that a member takes part in a case") \
    X(RULING, "ruling", RulingArgs, RULING_ARGS, "rule on a challenge")

#endif
