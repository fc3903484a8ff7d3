/* kinds_edition: editions of the charter (proceedings/kinds.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_KINDS_EDITION_H
#define BYLAW_PROCEEDINGS_KINDS_EDITION_H

#include "value/record.h"

/* `motion`: by which a body ratified it; of a book's first edition, and of what a person ratified, empty. */
#define CHARTER_ADOPTED_BODY(F, R, L, S)                                                                     \
    F(S, TEXT, charter)                                                                                      \
    F(S, TEXT, title)                                                                                        \
    F(S, TEXT, edition)                                                                                      \
    F(S, INT, language) F(S, DATE, from) F(S, DATE, until) F(S, TEXT, motion)
/* The day from which it is in force has come. */
#define EDITION_BEGAN_BODY(F, R, L, S) F(S, TEXT, charter) F(S, TEXT, edition) F(S, DATE, from)

/* A case goes on under another edition: its open steps with their deadlines there, the facts that have
 * another name there, those that it has not, and those that its open tasks now ask for. */
#define MOVED_STEP_FIELDS(F, R, L, S)   F(S, TEXT, step) F(S, DATE, due)
#define RENAMED_FACT_FIELDS(F, R, L, S) F(S, TEXT, was) F(S, TEXT, name)
#define MIGRATED_BODY(F, R, L, S)                                                                            \
    F(S, TEXT, subject)                                                                                      \
    F(S, TEXT, charter)                                                                                      \
    F(S, TEXT, earlier)                                                                                      \
    F(S, TEXT, edition)                                                                                      \
    L(S, MovedStep, steps) L(S, RenamedFact, renamed) F(S, TEXTS, left) F(S, TEXTS, asked)

#define EDITION_KINDS(X)                                                                                     \
    X(CHARTER_ADOPTED, "charter_adopted", 1, CharterAdopted, CHARTER_ADOPTED_BODY,                           \
      "the charter {title}, edition {edition}, is in force from {from}[ until {until}]"                      \
      "[, ratified by {motion}]")                                                                            \
    X(EDITION_BEGAN, "edition_began", 1, EditionBegan, EDITION_BEGAN_BODY,                                   \
      "edition {edition} of the charter came into force on {from}")                                          \
    X(MIGRATED, "migrated", 1, Migrated, MIGRATED_BODY,                                                      \
      "{subject} goes on under edition {edition}, no longer {earlier}: {steps}[; renamed: {renamed}]"        \
      "[; left behind: {left}][; to be stated: {asked}]")

RECORD_STRUCT(MovedStep, MOVED_STEP_FIELDS)
RECORD_STRUCT(RenamedFact, RENAMED_FACT_FIELDS)

#endif
