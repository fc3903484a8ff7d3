/* kinds_book: what the book itself holds: commands, people, registers, measurements
 * (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_BOOK_H
#define BYLAW_PROCEEDINGS_KINDS_BOOK_H

#include "value/record.h"

#define COMMAND_BODY(F, R, L, S)                                                                             \
    F(S, TEXT, verb) F(S, TREE, args) F(S, TEXT, args_blob) /* large arguments: their digest */
#define BOOK_OPENED_BODY(F, R, L, S) F(S, TEXT, origin) F(S, TEXT, key) F(S, TEXT, founder)
#define PERSON_ENTERED_BODY(F, R, L, S)                                                                      \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, profile) /* commitment: {"key","name","login"} in the vault */                                \
    F(S, TEXT, again)   /* "again": the person was in the book already */
#define ROLE_GIVEN_BODY(F, R, L, S) F(S, TEXT, person) F(S, TEXT, role) F(S, DATE, from) F(S, DATE, until)
#define OFFICE_TAKEN_BODY(F, R, L, S)                                                                        \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, office)                                                                                       \
    F(S, TEXT, as) /* "deputy"; empty: who holds it */                                                       \
    F(S, DATE, from) F(S, DATE, until)
#define SEAT_TAKEN_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, body)                                                                                         \
    F(S, TEXT, as)     /* "chair", "deputy", "observer", "alternate"; empty: a member */                     \
    F(S, TEXT, member) /* in whose place an alternate sits */                                                \
    F(S, DATE, from) F(S, DATE, until)
/* The term that began on `from` (an alternate's for that member) ends with the day before `on`. */
#define RELEASED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, person)                                                                                       \
    F(S, TEXT, post) /* a body, an office or a role */                                                       \
    F(S, TEXT, member)                                                                                       \
    F(S, DATE, from) F(S, DATE, on) F(S, TEXT, because)
/* What a row of a register holds from a day on: a field that is not said stays, null is missing. */
#define REGISTERED_BODY(F, R, L, S)                                                                          \
    F(S, TEXT, of)                                                                                           \
    F(S, TEXTS, key)                                                                                         \
    F(S, TREE, values)                                                                                       \
    F(S, TEXT, ended) /* "ended": it holds nothing any more */                                               \
    F(S, DATE, from) F(S, DATE, until)
/* `target` and what came of it stand here so that nobody has to look them up; one value for a metric, subject
 * and period: a later one corrects the earlier. */
#define MEASURED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, metric)                                                                                       \
    F(S, TEXT, subject) /* a case; empty: of the organisation */                                             \
    F(S, TEXT, member)  /* of the enum for each of whose members it is measured */                           \
    F(S, DATE, period)  /* its first day */                                                                  \
    F(S, TREE, value)                                                                                        \
    F(S, TEXT, unit)                                                                                         \
    F(S, TEXT, target)                                                                                       \
    F(S, TEXT, came_to)                                                     /* "met" or "missed" */          \
    F(S, TEXT, source) /* where the value comes from */ F(S, INT, corrects) /* the entry before */

#define BOOK_KINDS(X)                                                                                        \
    X(COMMAND, "command", 1, CommandBody, COMMAND_BODY, "{verb}")                                            \
    X(BOOK_OPENED, "book_opened", 1, BookOpened, BOOK_OPENED_BODY,                                           \
      "the book {origin} was opened by {founder}")                                                           \
    X(PERSON_ENTERED, "person_entered", 1, PersonEntered, PERSON_ENTERED_BODY,                               \
      "{person} was entered[ {again}]")                                                                      \
    X(ROLE_GIVEN, "role_given", 1, RoleGiven, ROLE_GIVEN_BODY,                                               \
      "{person} has the role {role}[ from {from}][ until {until}]")                                          \
    X(OFFICE_TAKEN, "office_taken", 1, OfficeTaken, OFFICE_TAKEN_BODY,                                       \
      "{person} holds the office {office}[ as {as}][ from {from}][ until {until}]")                          \
    X(SEAT_TAKEN, "seat_taken", 1, SeatTaken, SEAT_TAKEN_BODY,                                               \
      "{person} belongs to {body}[ as {as}][ for {member}][ from {from}][ until {until}]")                   \
    X(RELEASED, "released", 1, Released, RELEASED_BODY, "{person} leaves {post} on {on}: {because}")         \
    X(REGISTERED, "registered", 1, Registered, REGISTERED_BODY,                                              \
      "the row {key} of {of}[ {ended}] from {from}[ until {until}][: {values}]")                             \
    X(MEASURED, "measured", 1, Measured, MEASURED_BODY,                                                      \
      "{metric}[ of {subject}][ for {member}], measured for the period from {period}: {value}[ {unit}]"      \
      "[ ({source})][; the target {target} was {came_to}][; this corrects entry {corrects}]")

#endif
