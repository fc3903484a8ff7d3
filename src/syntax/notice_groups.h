/* notice_groups: what a charter can say that people are told of (syntax/words.h has the language's other
 * words). */
#ifndef BYLAW_SYNTAX_NOTICE_GROUPS_H
#define BYLAW_SYNTAX_NOTICE_GROUPS_H

#include "base/text.h"

/* What people are told of by message, as "notices" of a charter names it.  X(NAME, word) */
#define NOTICE_GROUPS(X)                                                                                     \
    X(INVITATIONS, "invitations") /* meetings, and questions between them */                                 \
    X(DECISIONS, "decisions")     /* what motions and cases came to */                                       \
    X(ESCALATIONS, "escalations") /* questions that went up */                                               \
    X(DEADLINES, "deadlines")     /* what is overdue; what a meeting has assigned */

typedef enum NoticeGroup {
#define X(name, word) NOTIFY_##name,
    NOTICE_GROUPS(X)
#undef X
        NOTICE_GROUP_COUNT
} NoticeGroup;

bool notice_find(Text word, NoticeGroup *group);
Text notice_word(NoticeGroup group);

#endif
