/* diagnostic: what is wrong with rules, workflows and facts: a code, a place, a sentence, and where one can
 * be given, the mend. Diagnostics are data; diagnostics_write_text() makes text of them.
 *
 * DIAGNOSTIC_ROWS is the one list of all codes. {0} {1} ... are arguments. A sentence says what is wrong in
 * words its author knows; a mend says what to write instead. Rows are grouped by who reports them. */
#ifndef BYLAW_SOURCE_DIAGNOSTIC_H
#define BYLAW_SOURCE_DIAGNOSTIC_H

#include "source/diagnostic_rows.h"
#include "source/source.h"

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING } Severity;

typedef enum DiagnosticCode {
#define X(code, name, severity, sentence, mend) DIAG_##name,
    DIAGNOSTIC_ROWS(X)
#undef X
        DIAG_COUNT
} DiagnosticCode;

enum { DIAGNOSTIC_ARGS = 6 };

typedef struct Diagnostic {
    DiagnosticCode code;
    Span at;
    Span other; /* a second place that belongs to it ("first declared here"), or nowhere */
    Text args[DIAGNOSTIC_ARGS];
    Text mend; /* a particular mend ("did you mean ..."); empty: the row's own, if any */
    Text test; /* an example of it, as a test for the author to paste into the rules; or empty */
} Diagnostic;

typedef struct Diagnostics {
    Arena *arena;
    VEC(Diagnostic) all;
    size_t errors;     /* those that are no mere warnings */
    size_t accepted;   /* warnings that were found and are not in the list */
    bool cut;          /* more than DIAGNOSTIC_LIMIT were found; the rest is not listed */
    Diagnostic *spare; /* what diagnose() gives back then */
} Diagnostics;

enum { DIAGNOSTIC_LIMIT = 200 };

Diagnostics *diagnostics_new(Arena *arena);

/* Adds one; args are texts, as many as the row's sentence needs. Gives it back, to set `other` or `mend` (a
 * spare one past the limit, never NULL). */
Diagnostic *diagnose(Diagnostics *diagnostics, DiagnosticCode code, Span at, size_t count, const Text *args);
#define DIAGNOSE(diagnostics, code, at, ...)                                                                 \
    diagnose((diagnostics), (code), (at), sizeof((Text[]){__VA_ARGS__}) / sizeof(Text), (Text[]){__VA_ARGS__})

/* Sets the mend to `did you mean "x"?` when a candidate is near enough. */
void diagnostic_did_you_mean(Diagnostics *diagnostics, Diagnostic *diagnostic, Text word,
                             const Text *candidates, size_t count);

/* By the path of the file and the place in it; equal ones keep their order. */
void diagnostics_sort(const Sources *sources, Diagnostics *diagnostics);

Text diagnostic_code(DiagnosticCode code);                /* "E0102" */
bool diagnostic_find(Text written, DiagnosticCode *code); /* false: there is no such code */
Severity diagnostic_severity(DiagnosticCode code);
Text diagnostic_sentence(Arena *arena, const Diagnostic *diagnostic);
Text diagnostic_mend(Arena *arena, const Diagnostic *diagnostic); /* empty when there is none */

/* path:line:column: error E0102: sentence
 *     the line
 *         ^~~~
 *     mend: ...                                                                                          */
void diagnostics_write_text(Buf *buf, const Sources *sources, const Diagnostics *diagnostics);

#endif
