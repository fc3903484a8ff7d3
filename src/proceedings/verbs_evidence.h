/* verbs_evidence: the commands of evidence (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_EVIDENCE_H
#define BYLAW_PROCEEDINGS_VERBS_EVIDENCE_H

#define ATTACH_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, FILES, files, "FILE", REST, "the files, as they lie on this machine")                               \
    A(S, TEXT, shows, "as-evidence-for", OPTION, "what they show: a fact, or an item of a checklist")        \
    A(S, TEXT, class, "class", OPTION, "their class; needed where the charter declares several")             \
    A(S, TEXT, keep, "keep", OPTION, "how long they are kept, where that is longer: \"10 years\"")           \
    A(S, FLAG, beside, "beside", OPTION, "keep them in the folder beside the book, and not in it")

#define DISCARD_ARGS(A, S)                                                                                   \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, TEXT, evidence, "EVIDENCE", SECOND, "the file, as the case numbers it: E2")                         \
    A(S, TEXT, because, "because", MUST, "why it is not kept on")

#define EVIDENCE_VERBS(X)                                                                                    \
    X(ATTACH, "attach", AttachArgs, ATTACH_ARGS, "attach files to a case, as evidence")                      \
    X(DISCARD, "discard", DiscardArgs, DISCARD_ARGS, "discard a file of evidence whose time is up")

#endif
