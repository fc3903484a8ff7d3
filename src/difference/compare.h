/* compare: what the files of this room share while two editions are compared; for them only. */
#ifndef BYLAW_DIFFERENCE_COMPARE_H
#define BYLAW_DIFFERENCE_COMPARE_H

#include "difference/contest.h"
#include "difference/difference.h"

typedef struct Amendment {
    Arena *arena;
    const Edition *editions[SIDES];
    Vocabulary vocabulary;
    Tree *changes; /* the document's */
    Map changed;   /* what has changed, by its name in both */
} Amendment;

/* What is said of one thing that both editions have, or one of them. */
typedef struct Change {
    Amendment *c;
    Tree *map, *differences;
    bool found; /* something differs */
} Change;

Change change_new(Amendment *c, Text word, Text what, const Text names[SIDES], const Span at[SIDES]);
/* Adds it to the document, if something differs. */
void change_end(const Change *change);

/* One difference: what it is about, how it reads on both sides; empty where there it is not. The map, for
 * more to be said of it. */
Tree *change_say(Change *change, Text about, Text before, Text now);
/* The same, where the keys differ. */
void change_say_unlike(Change *change, Text about, const Text keys[SIDES], const Text written[SIDES]);

void set_place(const Amendment *c, Side side, Tree *map, Span at);

/* --- declarations --------------------------------------------------------------------------------------- */

typedef struct DeclPair {
    const Decl *of[SIDES];
} DeclPair;

/* Its first line, its settings, fields and members, but settings that have a file of their own (settings.c).
 */
void compare_settings(Change *change, const DeclPair *pair);
/* The rows of a table by their first cells, cell by cell, as they are written (written_rows.c). */
void compare_written_rows(Change *change, const DeclPair *pair);
/* Tables, authorities, definitions and all that has conditions, by regions (regions_told.c). */
void compare_tables(Change *change, const DeclPair *pair);
void compare_meanings(Change *change, const DeclPair *pair);
/* Two conditions, either NULL where there is none: by regions, else as they are written. */
void compare_conditions(Change *change, Text about, const Expr *before, const Expr *now);
void compare_required(Change *change, const DeclPair *pair);
void compare_bounds(Change *change, const DeclPair *pair); /* of delegations */
void compare_applies(Change *change, const DeclPair *pair);
void compare_votes(Change *change, const DeclPair *pair);  /* votes.c */
void compare_scores(Change *change, const DeclPair *pair); /* scores.c */
void compare_workflows(Amendment *c);                      /* flows.c */
/* What is the same and reads what has changed (reached.c). */
void find_reached(Amendment *c, Tree *document);

/* How a clause reads, in the words of both (as a key) or as its author wrote it (settings.c). */
Text clause_reading(const Amendment *c, Side side, const Clause *clause, bool key);

#endif
