/* people: what `import` enters: the file of people with every name resolved and every profile sealed. */
#ifndef BYLAW_PROCEEDINGS_PEOPLE_H
#define BYLAW_PROCEEDINGS_PEOPLE_H

#include "proceedings/state.h"

/* Without a profile: the person is known and theirs stays as it is. */
#define IMPORTED_PERSON_FIELDS(F, R, L, S) F(S, TEXT, person) F(S, TEXT, profile) L(S, HeldRole, roles)
#define IMPORT_SHEET_FIELDS(F, R, L, S)                                                                      \
    L(S, ImportedPerson, people) L(S, OfficeTaken, offices) L(S, SeatTaken, members)

/* A file of rows, with every name resolved. */
#define ROW_SHEET_FIELDS(F, R, L, S) L(S, Registered, rows)

/* A file of measurements. */
#define MEASURED_SHEET_FIELDS(F, R, L, S) L(S, Measured, measured)

RECORD_STRUCT(MeasuredSheet, MEASURED_SHEET_FIELDS)
RECORD_STRUCT(RowSheet, ROW_SHEET_FIELDS)
RECORD_STRUCT(ImportedPerson, IMPORTED_PERSON_FIELDS)
RECORD_STRUCT(ImportSheet, IMPORT_SHEET_FIELDS)

#endif
