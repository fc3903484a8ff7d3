#include "source/diagnostic.h"

typedef struct DiagnosticRow {
    Text code;
    Severity severity;
    Text sentence, mend;
} DiagnosticRow;

static const DiagnosticRow rows[] = {
#define X(code, name, severity, sentence, mend)                                                              \
    {TEXT_ROW(code), SEVERITY_##severity, TEXT_ROW(sentence), TEXT_ROW(mend)},
    DIAGNOSTIC_ROWS(X)
#undef X
};

Diagnostics *diagnostics_new(Arena *arena) {
    Diagnostics *diagnostics = arena_make(arena, Diagnostics);
    diagnostics->arena = arena;
    return diagnostics;
}

/* Where the next one goes; past the limit, one that is in no list. */
static Diagnostic *next_slot(Diagnostics *diagnostics) {
    if (diagnostics->all.len < DIAGNOSTIC_LIMIT) return vec_push(diagnostics->arena, &diagnostics->all);
    diagnostics->cut = true;
    if (!diagnostics->spare) diagnostics->spare = arena_make(diagnostics->arena, Diagnostic);
    *diagnostics->spare = (Diagnostic){0};
    return diagnostics->spare;
}

Diagnostic *diagnose(Diagnostics *diagnostics, DiagnosticCode code, Span at, size_t count, const Text *args) {
    Diagnostic *diagnostic = next_slot(diagnostics);
    diagnostic->code = code;
    diagnostic->at = at;
    for (size_t i = 0; i < count && i < DIAGNOSTIC_ARGS; i++) diagnostic->args[i] = args[i];
    if (diagnostic_severity(code) == SEVERITY_ERROR) diagnostics->errors++;
    return diagnostic;
}

void diagnostic_did_you_mean(Diagnostics *diagnostics, Diagnostic *diagnostic, Text word,
                             const Text *candidates, size_t count) {
    int nearest = text_nearest(word, candidates, count);
    if (nearest < 0) return;
    diagnostic->mend =
        text_format(diagnostics->arena, "did you mean \"%.*s\"?", TEXT_ARG(candidates[nearest]));
}

static bool comes_before(const Sources *sources, const Diagnostic *a, const Diagnostic *b) {
    if (a->at.file == b->at.file) return a->at.start < b->at.start;
    return text_compare(sources->files.at[a->at.file].path, sources->files.at[b->at.file].path) < 0;
}

/* By insertion: there are at most DIAGNOSTIC_LIMIT, and equal ones must keep their order. */
void diagnostics_sort(const Sources *sources, Diagnostics *diagnostics) {
    Diagnostic *all = diagnostics->all.at;
    for (size_t i = 1; i < diagnostics->all.len; i++) {
        Diagnostic moved = all[i];
        size_t to = i;
        for (; to > 0 && comes_before(sources, &moved, &all[to - 1]); to--) all[to] = all[to - 1];
        all[to] = moved;
    }
}

Text diagnostic_code(DiagnosticCode code) {
    return rows[code].code;
}

bool diagnostic_find(Text written, DiagnosticCode *code) {
    for (*code = 0; *code < DIAG_COUNT; (*code)++)
        if (text_equal(rows[*code].code, written)) return true;
    return false;
}

Severity diagnostic_severity(DiagnosticCode code) {
    return rows[code].severity;
}

Text diagnostic_sentence(Arena *arena, const Diagnostic *diagnostic) {
    return text_fill(arena, rows[diagnostic->code].sentence, diagnostic->args, DIAGNOSTIC_ARGS);
}

Text diagnostic_mend(Arena *arena, const Diagnostic *diagnostic) {
    if (!text_empty(diagnostic->mend)) return diagnostic->mend;
    Text mend = rows[diagnostic->code].mend;
    return text_fill(arena, mend, diagnostic->args, DIAGNOSTIC_ARGS);
}
