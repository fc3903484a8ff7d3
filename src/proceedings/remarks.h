/* remarks: what whoever gave a command should know of what came of it, though nothing was refused: that no
 * quorum can come about any more, that a clock runs on. They stand in no entry, and are said with the answer.
 * X(NAME, sentence, mend); {0} {1} ... are arguments, already in the clerk's words. */
#ifndef BYLAW_PROCEEDINGS_REMARKS_H
#define BYLAW_PROCEEDINGS_REMARKS_H

#include "base/text.h"

#define REMARKS(X)                                                                                           \
    X(NO_QUORUM_LEFT,                                                                                        \
      "{0} can have no quorum on {1}: {2} of its {3} members may take part, and it asks for {4}",            \
      "enter more members with: bylaw appoint; nobody sits in the place of who is recused")                  \
    X(TO_BE_RECUSED, "the rules find {0} in conflict over {1} ({2}), who can neither vote nor be counted",   \
      "enter it with: bylaw recuse {0} --from {1} --because WHY")

typedef enum RemarkCode {
#define X(name, sentence, mend) REMARK_##name,
    REMARKS(X)
#undef X
} RemarkCode;

enum { REMARK_ARGS = 5 };

typedef struct Remark {
    RemarkCode code;
    Text args[REMARK_ARGS];
} Remark;

Text remark_name(RemarkCode code); /* "NO_QUORUM_LEFT", for machines */
Text remark_sentence(Arena *arena, const Remark *remark);
Text remark_mend(Arena *arena, const Remark *remark); /* empty: none */

#endif
