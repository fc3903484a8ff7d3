/* kinds: what a command can cause: every kind of entry, its body's fields, and its sentence. Codes and
 * arguments are entered, never sentences; {field} in a sentence is filled in when an entry is shown, and what
 * stands in [ ] only when its fields are there. Bodies evolve by version: a kind whose fields change gets a
 * higher one, and the old stays readable. */
#ifndef BYLAW_PROCEEDINGS_KINDS_H
#define BYLAW_PROCEEDINGS_KINDS_H

#include "proceedings/kinds_after.h"
#include "proceedings/kinds_agenda.h"
#include "proceedings/kinds_book.h"
#include "proceedings/kinds_case.h"
#include "proceedings/kinds_clock.h"
#include "proceedings/kinds_conditions.h"
#include "proceedings/kinds_conflict.h"
#include "proceedings/kinds_delegation.h"
#include "proceedings/kinds_edition.h"
#include "proceedings/kinds_evidence.h"
#include "proceedings/kinds_expiry.h"
#include "proceedings/kinds_meeting.h"
#include "proceedings/kinds_motion.h"

/* X(NAME, word, version, Body type, FIELDS, "sentence") */
#define ENTRY_KINDS(X)                                                                                       \
    BOOK_KINDS(X)                                                                                            \
    EDITION_KINDS(X)                                                                                         \
    EVIDENCE_KINDS(X)                                                                                        \
    CASE_KINDS(X)                                                                                            \
    MEETING_KINDS(X)                                                                                         \
    AGENDA_KINDS(X)                                                                                          \
    CONFLICT_KINDS(X)                                                                                        \
    MOTION_KINDS(X) CONDITION_KINDS(X) EXPIRY_KINDS(X) DELEGATION_KINDS(X) AFTER_KINDS(X) CLOCK_KINDS(X)

#define X(name, word, version, type, fields, sentence) RECORD_STRUCT(type, fields)
ENTRY_KINDS(X)
#undef X

typedef enum EntryKind {
#define X(name, word, version, type, fields, sentence) KIND_##name,
    ENTRY_KINDS(X)
#undef X
        ENTRY_KIND_COUNT
} EntryKind;

typedef struct KindRow {
    EntryKind kind;
    Text word;
    int64_t version;
    const RecordType *body;
    Text sentence;
} KindRow;

const KindRow *kind_row(EntryKind kind);
const KindRow *kind_find(Text word, int64_t version); /* NULL: not of this release */

#endif
