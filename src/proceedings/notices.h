/* notices: which entries people are told of, and who: a row for each kind.
 * X(KIND, GROUP of the charter's notices, WHOM, "subject"); {field} is filled in as in the kind's sentence.
 */
#ifndef BYLAW_PROCEEDINGS_NOTICES_H
#define BYLAW_PROCEEDINGS_NOTICES_H

#include "proceedings/state.h"

#define NOTICES(X)                                                                                           \
    X(CONVENED, INVITATIONS, MEMBERS, "{body} meets on {on}")                                                \
    X(ADJOURNED, INVITATIONS, MEMBERS, "{meeting} is adjourned to {to}")                                     \
    X(CANCELLED, INVITATIONS, MEMBERS, "{meeting} is cancelled")                                             \
    X(CIRCULATED, INVITATIONS, MEMBERS, "{body} is asked to answer by {until}")                              \
    X(CLOSED, DECISIONS, INFORMED, "{subject}: {motion} was {result}")                                       \
    X(EXPEDITED, DECISIONS, INFORMED, "{subject}: {step} was {result}")                                      \
    X(CONSENTED, DECISIONS, INFORMED, "{subject}: {step} was {result} by silence")                           \
    X(JOINTLY_DECIDED, DECISIONS, INFORMED, "{subject}: {step} was {result}")                                \
    X(CASE_ENDED, DECISIONS, INFORMED, "{subject} ended: {outcome}")                                         \
    X(ESCALATED, ESCALATIONS, DECIDER, "{subject}: {step} is now for {decider} to decide")                   \
    X(DEADLINE_PASSED, DEADLINES, ASKED, "{subject}: {step} is overdue since {due}")                         \
    X(ASSIGNED, DEADLINES, OWNER, "{meeting} has assigned to you: {text}")

typedef struct NoticeRow {
    EntryKind kind;
    NoticeGroup group;
    Text subject;
} NoticeRow;

const NoticeRow *notice_row(EntryKind kind); /* NULL: nobody is told of such an entry */

/* Walks over what waits to be sent, the earliest first; `from` empty: the first. */
const OutboxState *next_outbox(State *state, Text from, Text *place);

#endif
