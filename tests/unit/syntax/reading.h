/* A text as the one file of a charter, and what was found wrong in it. */
#ifndef BYLAW_TESTS_SYNTAX_READING_H
#define BYLAW_TESTS_SYNTAX_READING_H

#include "check_more.h"
#include "syntax/syntax.h"

typedef struct Reading {
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    Ast *ast;
} Reading;

static inline Reading reading_of(Text text) {
    Reading reading = {.arena = arena_new(0)};
    reading.sources = sources_new(reading.arena);
    reading.diagnostics = diagnostics_new(reading.arena);
    reading.ast = ast_new(reading.arena, reading.sources);
    sources_add(reading.sources, TEXT("the.file"), text);
    return reading;
}

/* Exactly this code at exactly these words? */
static inline bool reading_found(const Reading *reading, DiagnosticCode code, const char *words) {
    for (size_t i = 0; i < reading->diagnostics->all.len; i++) {
        const Diagnostic *one = &reading->diagnostics->all.at[i];
        if (one->code == code && text_is(source_text(reading->sources, one->at), words)) return true;
    }
    return false;
}

static inline Text reading_sentence(const Reading *reading, size_t i) {
    return diagnostic_sentence(reading->arena, &reading->diagnostics->all.at[i]);
}

static inline Text reading_mend(const Reading *reading, size_t i) {
    return diagnostic_mend(reading->arena, &reading->diagnostics->all.at[i]);
}

/* A whole file of the repository; a test that cannot read it fails. */
static inline Text reading_file(Arena *arena, const char *path) {
    FILE *file = fopen(text_format(arena, "%s/%s", SOURCE_DIR, path).at, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    Buf buf = buf_new(arena);
    for (int c; (c = getc(file)) != EOF;) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

#endif
