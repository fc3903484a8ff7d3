/* verbs_delegation: the commands by which others decide or vote in somebody's place (proceedings/verbs.h says
 * how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_DELEGATION_H
#define BYLAW_PROCEEDINGS_VERBS_DELEGATION_H

#define DELEGATE_ARGS(A, S)                                                                                  \
    A(S, NAME, rule, "DELEGATION", FIRST, "what is delegated, as the rules call it")                         \
    A(S, TEXT, to, "to", OPTION, "an office, or a person who holds it; needed where the rules name several") \
    A(S, NAME, of, "of", OPTION, "whose authority it is, of a body of which there are several")              \
    A(S, MEETING, meeting, "in", OPTION, "the meeting at which it was decided; else the chair does")         \
    A(S, DATE, from, "from", MUST, "the first day on which they can decide")                                 \
    A(S, DATE, until, "until", MUST, "the day from which they no longer can")                                \
    A(S, TEXT, because, "because", OPTION, "why, in words")

#define PROXY_ARGS(A, S)                                                                                     \
    A(S, PERSON, holder, "PERSON", FIRST, "who votes")                                                       \
    A(S, PERSON, giver, "for", MUST, "the member who is not there")                                          \
    A(S, BODY, of, "in", MUST, "the body")                                                                   \
    A(S, DATE, from, "from", MUST, "the first day on which they vote for them")                              \
    A(S, DATE, until, "until", MUST, "the day from which they no longer do")                                 \
    A(S, OTHER, subject, "case", OPTION, "the case, if it is for one alone")                                 \
    A(S, TEXT, because, "because", OPTION, "why, in words")

#define REVOKE_ARGS(A, S)                                                                                    \
    A(S, DELEGATION, number, "NUMBER", FIRST, "the delegation or proxy, by its number")                      \
    A(S, TEXT, because, "because", MUST, "why")

#define DELEGATION_VERBS(X)                                                                                  \
    X(DELEGATE, "delegate", DelegateArgs, DELEGATE_ARGS, "let others decide in a body's place")              \
    X(PROXY, "proxy", ProxyArgs, PROXY_ARGS, "let somebody vote for a member who is not there")              \
    X(REVOKE, "revoke", RevokeArgs, REVOKE_ARGS, "end a delegation or a proxy before its time")

#endif
