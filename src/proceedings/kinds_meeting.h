/* kinds_meeting: meetings and what is entered of them (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_MEETING_H
#define BYLAW_PROCEEDINGS_KINDS_MEETING_H

#include "value/record.h"

/* `told`: the cases that were approved in place of the body since it last met. Where its notice was too
 * short: the first day that it would have allowed, who waived it, and why. */
#define CONVENED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXT, body)                                                                                         \
    F(S, DATE, on)                                                                                           \
    F(S, TEXT, time)                                                                                         \
    F(S, TEXT, place) F(S, TEXTS, told) F(S, DATE, earliest) F(S, TEXTS, waived) F(S, TEXT, because)
#define ATTENDED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, TEXTS, present)                                                                                     \
    F(S, TEXTS, left) F(S, TEXTS, apologies) F(S, TEXTS, observers) F(S, TEXTS, mistaken) /* never there */
/* A question that is put between meetings: answers count until the end of the day. */
#define CIRCULATED_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXT, body) F(S, DATE, on) F(S, DATE, until)
/* `issue`: "controverted", which members disagreed on; `resolution`: what became of it. What was said in
 * closed session is sealed. */
#define NOTED_BODY(F, R, L, S)                                                                               \
    F(S, TEXT, meeting) F(S, TEXT, about) F(S, TREE, text) F(S, TEXT, issue) F(S, TREE, resolution)
/* From when it happened on, until it is opened: of the whole meeting, or of what is said on a case. */
#define SESSION_CLOSED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, meeting) F(S, TEXT, about) F(S, TEXTS, admitted) F(S, TEXT, because)
#define SESSION_OPENED_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, TEXT, about)
#define ASSIGNED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, meeting)                                                                                      \
    F(S, INT, number) F(S, TEXT, text) F(S, TEXT, owner) F(S, DATE, due) F(S, TEXT, about)
#define ACTION_DONE_BODY(F, R, L, S) F(S, TEXT, meeting) F(S, INT, number) F(S, TEXT, note)
#define CANCELLED_BODY(F, R, L, S)   F(S, TEXT, meeting) F(S, TEXT, because)
#define ADJOURNED_BODY(F, R, L, S)                                                                           \
    F(S, TEXT, meeting) F(S, DATE, from) F(S, DATE, to) F(S, TEXT, place) F(S, TEXT, because)

#define MEETING_KINDS(X)                                                                                     \
    X(CONVENED, "convened", 1, Convened, CONVENED_BODY,                                                      \
      "{body} meets on {on}[ at {time}][ in {place}]: {meeting}[; it is told of {told}]"                     \
      "[; its notice, which would have allowed {earliest}, was waived by {waived}: {because}]")              \
    X(ATTENDED, "attended", 1, Attended, ATTENDED_BODY,                                                      \
      "at {meeting}[, present: {present}][, left: {left}][, apologies: {apologies}]"                         \
      "[, observing: {observers}][, entered by mistake, and not there: {mistaken}]")                         \
    X(CANCELLED, "cancelled", 1, Cancelled, CANCELLED_BODY, "{meeting} is cancelled: {because}")             \
    X(ADJOURNED, "adjourned", 1, Adjourned, ADJOURNED_BODY,                                                  \
      "{meeting} goes on on {to}[ in {place}], and not on {from}[: {because}]")                              \
    X(CIRCULATED, "circulated", 1, Circulated, CIRCULATED_BODY,                                              \
      "{body} is asked between meetings, from {on} until {until}: {meeting}")                                \
    X(NOTED, "noted", 1, Noted, NOTED_BODY,                                                                  \
      "noted at {meeting}[ about {about}][, {issue}]: {text}[; resolved: {resolution}]")                     \
    X(SESSION_CLOSED, "session_closed", 1, SessionClosed, SESSION_CLOSED_BODY,                               \
      "{meeting} goes on in closed session[ on {about}][, with {admitted}]: {because}")                      \
    X(SESSION_OPENED, "session_opened", 1, SessionOpened, SESSION_OPENED_BODY,                               \
      "{meeting} goes on in open session[ on {about}]")                                                      \
    X(ASSIGNED, "assigned", 1, Assigned, ASSIGNED_BODY,                                                      \
      "action item {number} of {meeting}, for {owner}[, due by {due}][, about {about}]: {text}")             \
    X(ACTION_DONE, "action_done", 1, ActionDone, ACTION_DONE_BODY,                                           \
      "action item {number} of {meeting} is done[: {note}]")

#endif
