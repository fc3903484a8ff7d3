/* kinds_agenda: what stands on the agenda of a meeting, and who reviews it (proceedings/kinds.h says how rows
 * are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_AGENDA_H
#define BYLAW_PROCEEDINGS_KINDS_AGENDA_H

#include "value/record.h"

/* `subject`: a case; of business in words there is `text` in its place. `place`: the first is 1; none: it
 * comes last. */
#define ITEM_PLACED_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, text) F(S, INT, place)
#define ITEM_STRUCK_BODY(F, R, L, S)                                                                         \
    F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, text) F(S, TEXT, because)
#define ITEM_JOINED_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXT, subject)
#define ITEM_SEPARATED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define CARRIED_TOGETHER_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXTS, motions)
/* `as`: "primary" or "secondary". */
#define REVIEWER_NAMED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, as)
#define REVIEWER_RELEASED_BODY(F, R, L, S)                                                                   \
    F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, because)
#define REVIEWER_REPORTED_BODY(F, R, L, S)                                                                   \
    F(S, TEXT, meeting) F(S, TEXT, subject) F(S, TEXT, person) F(S, TEXT, text)

#define AGENDA_KINDS(X)                                                                                      \
    X(ITEM_PLACED, "item_placed", 1, ItemPlaced, ITEM_PLACED_BODY,                                           \
      "on the agenda of {meeting}[, as item {place}]: [{subject}][{text}]")                                  \
    X(ITEM_STRUCK, "item_struck", 1, ItemStruck, ITEM_STRUCK_BODY,                                           \
      "off the agenda of {meeting}: [{subject}][{text}][, because {because}]")                               \
    X(ITEM_JOINED, "item_joined", 1, ItemJoined, ITEM_JOINED_BODY,                                           \
      "on the consent agenda of {meeting}: {subject}")                                                       \
    X(ITEM_SEPARATED, "item_separated", 1, ItemSeparated, ITEM_SEPARATED_BODY,                               \
      "{person} took {subject} out of the consent agenda of {meeting}[: {because}]")                         \
    X(CARRIED_TOGETHER, "carried_together", 1, CarriedTogether, CARRIED_TOGETHER_BODY,                       \
      "the consent agenda of {meeting} was carried: {motions}")                                              \
    X(REVIEWER_NAMED, "reviewer_named", 1, ReviewerNamed, REVIEWER_NAMED_BODY,                               \
      "{person} is the {as} reviewer of {subject} for {meeting}")                                            \
    X(REVIEWER_RELEASED, "reviewer_released", 1, ReviewerReleased, REVIEWER_RELEASED_BODY,                   \
      "{person} no longer reviews {subject} for {meeting}[: {because}]")                                     \
    X(REVIEWER_REPORTED, "reviewer_reported", 1, ReviewerReported, REVIEWER_REPORTED_BODY,                   \
      "{person} reported to {meeting} on {subject}: {text}")

#endif
