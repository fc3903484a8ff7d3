/* verbs: every command that changes a book, in one table: its arguments, how each is given, and a sentence.
 * The rows feed the reading of commands, the structs of their arguments, the bytes in the ledger, the CLI's
 * options and its help, and the docs. A command's arguments are a record (value/record.h): what is entered is
 * that record with every name resolved (people to P-000012, motions to their full number), so that replay
 * needs no name of a person.
 *
 * A row of arguments: A(S, KIND, field, "word", HOW, "sentence")
 *   KIND  what it is:  TEXT; NAME of a step or principle; CASE, MEETING, MOTION by number; MATTER, a motion
 * or a case; CASES by number; TOPIC, a case or words; WORDS, which may be sealed; OTHER, a case beside the
 * command's own; DELEGATION by number; BODY, OFFICE, ROLE, WORKFLOW, REGISTER, METRIC by name; POST, a body,
 * an office or a role; PERSON, PERSONS by id or handle ("all": the members present); DATE; FLAG; VALUES
 * name=value pairs; FILE a YAML or JSON file whose content is the argument; FILES any files, each {"name",
 * "digest", "size"}, whose bytes the service keeps; RULES files and folders of rules, entered by their
 * charter's name. HOW FIRST, SECOND: by place; REST: all that follow by place; OPTION: --word VALUE; MUST: an
 * option that cannot be left out. */
#ifndef BYLAW_PROCEEDINGS_VERBS_H
#define BYLAW_PROCEEDINGS_VERBS_H

#include "proceedings/verbs_after.h"
#include "proceedings/verbs_agenda.h"
#include "proceedings/verbs_book.h"
#include "proceedings/verbs_case.h"
#include "proceedings/verbs_conditions.h"
#include "proceedings/verbs_conflict.h"
#include "proceedings/verbs_delegation.h"
#include "proceedings/verbs_edition.h"
#include "proceedings/verbs_evidence.h"
#include "proceedings/verbs_meeting.h"
#include "proceedings/verbs_motion.h"
#include "value/record.h"

#define ARG_KINDS(X)                                                                                         \
    X(TEXT, Text)                                                                                            \
    X(NAME, Text)                                                                                            \
    X(CASE, Text)                                                                                            \
    X(MEETING, Text)                                                                                         \
    X(MOTION, Text)                                                                                          \
    X(BODY, Text)                                                                                            \
    X(WORKFLOW, Text)                                                                                        \
    X(REGISTER, Text)                                                                                        \
    X(METRIC, Text)                                                                                          \
    X(POST, Text)                                                                                            \
    X(MATTER, Text)                                                                                          \
    X(OTHER, Text)                                                                                           \
    X(TOPIC, Text)                                                                                           \
    X(WORDS, Tree *)                                                                                         \
    X(RULES, Text)                                                                                           \
    X(DELEGATION, Text)                                                                                      \
    X(FILES, Tree *)                                                                                         \
    X(CASES, TextList)                                                                                       \
    X(PERSON, Text) X(PERSONS, TextList) X(DATE, Date) X(FLAG, bool) X(VALUES, Tree *) X(FILE, Tree *)

typedef enum ArgKind {
#define X(name, type) ARG_##name,
    ARG_KINDS(X)
#undef X
} ArgKind;

typedef enum ArgHow { ARG_FIRST, ARG_SECOND, ARG_REST, ARG_OPTION, ARG_MUST } ArgHow;

/* X(NAME, word, Args type, ARGS, "sentence") */
#define VERBS(X)                                                                                             \
    BOOK_VERBS(X)                                                                                            \
    EDITION_VERBS(X)                                                                                         \
    EVIDENCE_VERBS(X)                                                                                        \
    CASE_VERBS(X)                                                                                            \
    MEETING_VERBS(X)                                                                                         \
    AGENDA_VERBS(X) CONFLICT_VERBS(X) MOTION_VERBS(X) CONDITION_VERBS(X) DELEGATION_VERBS(X) AFTER_VERBS(X)

typedef enum VerbId {
#define X(name, word, type, args, sentence) VERB_##name,
    VERBS(X)
#undef X
        VERB_COUNT
} VerbId;

#define ARG_MEMBER(S, kind, field, word, how, sentence) ARG_C_##kind field;
#define ARG_C_TEXT                                      Text
#define ARG_C_NAME                                      Text
#define ARG_C_CASE                                      Text
#define ARG_C_MEETING                                   Text
#define ARG_C_MOTION                                    Text
#define ARG_C_BODY                                      Text
#define ARG_C_WORKFLOW                                  Text
#define ARG_C_REGISTER                                  Text
#define ARG_C_METRIC                                    Text
#define ARG_C_POST                                      Text
#define ARG_C_MATTER                                    Text
#define ARG_C_OTHER                                     Text
#define ARG_C_TOPIC                                     Text
#define ARG_C_WORDS                                     Tree *
#define ARG_C_RULES                                     Text
#define ARG_C_DELEGATION                                Text
#define ARG_C_PERSON                                    Text
#define ARG_C_CASES                                     TextList
#define ARG_C_PERSONS                                   TextList
#define ARG_C_DATE                                      Date
#define ARG_C_FLAG                                      bool
#define ARG_C_VALUES                                    Tree *
#define ARG_C_FILE                                      Tree *
#define ARG_C_FILES                                     Tree *

#define X(name, word, type, args, sentence)                                                                  \
    typedef struct type {                                                                                    \
        bool given; /* some argument was: a struct must not be empty */                                      \
        args(ARG_MEMBER, type)                                                                               \
    } type;                                                                                                  \
    extern const RecordType type##_record;
VERBS(X)
#undef X

typedef struct ArgRow {
    ArgKind kind;
    ArgHow how;
    const char *field; /* the key in the ledger */
    const char *word;  /* the option or the placeholder */
    const char *sentence;
} ArgRow;

typedef struct VerbRow {
    VerbId id;
    const char *word;
    const char *sentence;
    const ArgRow *args;
    size_t arg_count;
    const RecordType *record;
} VerbRow;

/* The argument of an option, or (name empty) of the n-th word that stands by place: each has one, and the
 * last may take all that follow. NULL: there is none. */
const ArgRow *verb_argument(const VerbRow *verb, Text name, size_t place);
const VerbRow *verb_row(VerbId id);
const VerbRow *verb_find(Text word); /* NULL: no such verb */
bool arg_by_place(ArgHow how);

#endif
