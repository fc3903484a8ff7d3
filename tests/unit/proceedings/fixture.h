/* A book in memory, run by command lines: what the suites of the proceedings share.
 *
 *     Book *book = handbook_book(arena);
 *     allow(book, "amara", "2026-03-02", "open partnership_approval name=MedData vertical=health");
 *     forbid(book, "NO_POWER", "carl", "2026-03-02", "open partnership_approval");
 *
 * The rules are the repository's own (rules/, workflows/), compiled once for each book, with whatever a test
 * adds to them. Each command has a fresh state, so that all it knows comes from what was kept, as in a real
 * book; what fell due before it is applied first. */
#ifndef BYLAW_TESTS_PROCEEDINGS_FIXTURE_H
#define BYLAW_TESTS_PROCEEDINGS_FIXTURE_H

#include "base/vec.h"
#include "check_more.h"
#include "proceedings/proceed.h"

typedef struct KeptObject {
    Text space, key, value;
} KeptObject;

typedef struct KeptEntry {
    EntryContext context;
    EntryKind kind;
    Text body; /* canonical JSON */
    int64_t scope_version;
    bool first; /* of its batch: the command itself */
    Moment recorded;
    Text recorder, auth;
} KeptEntry;

typedef struct Book {
    Arena *arena;
    const Program *program, *next; /* the charters "handbook" and "next" */
    const char *more_rules, *more_workflow;
    VEC(KeptObject) objects;
    VEC(KeptEntry) entries;
    Map vault, blobs; /* from hex to a Text */
    int64_t sealed;   /* how many values were */
    StateSource source;
    Refusal refusal;     /* of the last command that was refused */
    Command last;        /* the last command that was accepted */
    VEC(Remark) remarks; /* that were made with it */
} Book;

/* A book under the handbook's rules and, where given, more rules and one more workflow (YAML). Its founder is
 * "founder". */
Book *book_with(Arena *arena, const char *more_rules, const char *more_workflow);
/* The same with the people of the handbook's example: amara (business_development), bela
 * (technical_architect), carl (vertical_lead), dina (clerk), emil (chair), farah, goran, hana and carl on the
 * board, iris (external, chair), farah and hana on the ethics panel, jonas and goran and farah on the
 * executive committee. */
Book *handbook_book(Arena *arena);

/* What is written otherwise in a next edition; the last has no `from`. */
typedef struct Edit {
    const char *from, *to;
} Edit;

/* The same rules with edits, which "ratify --rules next" names. */
void next_edition(Book *book, const Edit *edits);

/* Runs a command line: words between spaces, 'quoted' where they hold some; --option VALUE; a file's content
 * is given in its place, in YAML's braces. `who` may be "dina for amara": entered by dina. `when` is a day,
 * or a day and time "2026-03-02T15:00". False: refused, see book->refusal. */
bool act(Book *book, const char *who, const char *when, const char *line);
void allow(Book *book, const char *who, const char *when, const char *line); /* must be accepted */
void forbid(Book *book, const char *refusal, const char *who, const char *when, const char *line);

State *book_state(Book *book); /* as it stands, to be looked at */
const CaseState *book_case(Book *book, const char *number);
Text sentence_of(Book *book); /* of the refusal */
Text mend_of(Book *book);

/* What was remarked with the last accepted command: "NO_QUORUM_LEFT TO_BE_RECUSED". */
Text remarks_of(Book *book);

/* The last entry of a kind: its body in canonical JSON; empty: there is none. */
Text last_body(Book *book, EntryKind kind);
const Tree *json_of(Book *book, Text json);
size_t count_entries(Book *book, EntryKind kind);
/* "score vertical_lead evaluation; task ..." of what a case waits for, in order. */
Text waits_of(Book *book, const char *number);

/* Every entry folded into an empty state gives what is kept, and every command carried out again gives the
 * same entries: what rebuild and replay rest on. */
void check_rebuild(Book *book);
/* A kept object (state.h) as JSON, for reading; empty where there is none. */
Text kept_json(Arena *arena, Text space, Text value);
void check_replay(Book *book);

/* The vault forgets everything. */
void erase_all(Book *book);

/* A fixture for suites: an arena and a book of the handbook in it. */
extern Book *the_book;
void the_book_set_up(void);
void the_book_tear_down(void);

#endif
