/* service: one function a verb; reads like the architecture. For the files of this room only; programs see
 * bylaw.h. The service alone sees the whole house: it reads files, keeps charters, resolves time in the
 * charter's zone, puts envelopes around effects, and commits.
 *
 * Every public call runs in arena_try(): what runs out of memory answers a result that says so. */
#ifndef BYLAW_SERVICE_SERVICE_H
#define BYLAW_SERVICE_SERVICE_H

#include "bylaw.h"
#include "ledger/ledger.h"
#include "model/analysis/analysis.h"
#include "proceedings/proceed.h"
#include "program/compile.h"
#include "syntax/syntax.h"

/* --- results (result.c) --------------------------------------------------------------------------------- */

struct bylaw_result {
    Arena *arena;
    bylaw_code code;
    Tree *document; /* a bylaw_node is a Tree */
    bool ended;
    Text json;
};

/* Runs work in a new result's arena; when memory runs out the result says that instead. */
typedef void Work(bylaw_result *result, void *context);
bylaw_result *result_of(Work *work, void *context);
/* The same of work that allocates in a lasting arena, too: that arena stays good. */
bylaw_result *result_with(Arena *lasting, Work *work, void *context);
void result_kind(bylaw_result *result, bylaw_code code, const char *kind);
/* The document is complete. A work that commits says so first: after a commit nothing may run out of memory,
 * or what was done would be reported as not done. */
void result_end(bylaw_result *result);
/* Kind "problem": what could not be done, with the mend. */
void result_problem(bylaw_result *result, bylaw_code code, Text sentence, Text mend);
void result_refusal(bylaw_result *result, const Refusal *refusal);
Tree *diagnostics_tree(Arena *arena, const Sources *sources, const Diagnostics *diagnostics);

/* --- charters (charter.c) ------------------------------------------------------------------------------- */

typedef struct CharterFile {
    Text path, text;
    Text disk; /* where it was read, with a NUL behind it; empty for one that a book keeps */
} CharterFile;

/* What an editor holds in place of a file on the disk. */
typedef struct Overlay {
    Text disk, text;
} Overlay;

/* A charter: its files in the order of their paths' bytes, its manifest, its name, and what it means. */
typedef struct Charter {
    const Overlay *overlays; /* only of a draft */
    size_t overlay_count;
    Text name;     /* hex SHA-256 of the manifest */
    Text manifest; /* lines "hex-digest  path\n" */
    VEC(CharterFile) files;
    Sources *sources;
    Diagnostics *diagnostics;
    const Model *model;     /* what it says; sound when there is a program */
    const Program *program; /* NULL when there were errors */
} Charter;

/* Files and folders from the disk; a folder's files are named "rules/x.bylaw" by the folder's
 * own last name. */
bool charter_files(Arena *arena, const char *const *paths, size_t count, Charter *charter, Text *problem,
                   Text *mend);
/* Parses, checks, analyses and compiles what `files` holds and what these name. Rules by .bylaw, workflows by
 * .yaml and .yml; any other file is data, and read by the rules that name it. */
void charter_build(Arena *arena, Charter *charter);

/* The file that is named in the file `from` by its path from there ("../shared/common.bylaw"): where it is in
 * `files` and `sources`. It is read from the disk when it is not there yet. False and a diagnostic at `at`
 * when there is none. (named_files.c) */
bool charter_named_file(Arena *arena, Charter *charter, uint32_t from, Text written, Span at, uint32_t *file);
/* Lists the days of the recurrences that triggers name, and reports what is none. (recurrence.c) */
void charter_read_recurrences(Arena *arena, Charter *charter, const Model *model);
/* Adds the files that the imports of a parsed file name. */
void charter_follow_imports(Arena *arena, Charter *charter, const RuleFile *rules);
/* Reads the files that the tables of a parsed file name. */
void charter_read_tables(Arena *arena, Charter *charter, Ast *ast, const RuleFile *rules);

/* Kind "check": what was found in a charter (rules.c). */
void result_check(bylaw_result *result, const Charter *charter);

struct bylaw_rules {
    Arena *arena;
    Charter charter;
    Text problem, mend; /* why the files could not be read; empty: they could */
};

bylaw_rules *rules_new(void); /* NULL: no memory */

/* --- options (options.c) ---------------------------------------------------------------------------------
 */

/* What a caller gave in a struct that begins with its size, as a struct of this release: what an older caller
 * does not know of is nothing, and what a newer one knows besides is not looked at. NULL: nothing. */
void options_take(void *own, size_t size, const void *given);

/* --- time (zone.c) -------------------------------------------------------------------------------------- */

/* The civil offset that holds in an IANA zone at an instant; false: no such zone. */
bool zone_moment(Arena *arena, Text zone, int64_t utc, Moment *out);
/* Reads what a clerk wrote for --at: a date (its start of day is not meant: noon), a date and time, or
 * RFC 3339. A time that the zone skips or has twice is refused with a sentence. */
bool zone_read(Arena *arena, Text zone, Text written, Moment *out, Text *problem);

#endif
