/* source: the texts that authors wrote, places in them, and what is found wrong there, as data. */
#ifndef BYLAW_SOURCE_SOURCE_H
#define BYLAW_SOURCE_SOURCE_H

#include "base/text.h"
#include "base/vec.h"

typedef struct SourceFile {
    Text path; /* as named in the charter's manifest: "rules/governance.bylaw" */
    Text text;
    uint32_t *line_starts;
    size_t line_count;
} SourceFile;

/* All files of one charter, in the order they were read; a Span names a file by its index. */
typedef struct Sources {
    Arena *arena;
    VEC(SourceFile) files;
} Sources;

/* A half-open range of bytes. A zeroed Span with end 0 is "nowhere". */
typedef struct Span {
    uint32_t file, start, end;
} Span;

static inline bool span_nowhere(Span span) {
    return span.end == 0;
}

/* From the first to the end of the last; one that is nowhere adds nothing. */
static inline Span span_join(Span first, Span last) {
    if (span_nowhere(first)) return last;
    if (last.end > first.end) first.end = last.end;
    return first;
}

typedef struct Place {
    Text path;
    uint32_t line, column; /* from 1; the column counts characters as displayed, not bytes; a tab is one */
} Place;

Sources *sources_new(Arena *arena);
uint32_t sources_add(Sources *sources, Text path, Text text); /* the file's index; the texts are not copied */
Place source_place(const Sources *sources, Span span);
Text source_line(const Sources *sources, Span span); /* the line in which the span starts, without its end */
Text source_text(const Sources *sources, Span span);
size_t display_width(Text text); /* the columns it takes on a screen with letters of one width */

#endif
