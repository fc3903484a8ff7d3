#include "source/source.h"

#include <string.h>
#include <utf8proc.h>

Sources *sources_new(Arena *arena) {
    Sources *sources = arena_make(arena, Sources);
    sources->arena = arena;
    return sources;
}

/* Where the line after `from` begins; 0 when there is none. */
static size_t next_line(Text text, size_t from) {
    const char *end = from < text.len ? memchr(text.at + from, '\n', text.len - from) : NULL;
    return end ? (size_t)(end - text.at) + 1 : 0;
}

uint32_t sources_add(Sources *sources, Text path, Text text) {
    SourceFile *file = vec_push(sources->arena, &sources->files);
    file->path = path;
    file->text = text;
    size_t lines = 1;
    for (size_t at = 0; (at = next_line(text, at)) != 0;) lines++;
    file->line_starts = arena_array(sources->arena, uint32_t, lines);
    file->line_count = 1;
    for (size_t at = 0; (at = next_line(text, at)) != 0;)
        file->line_starts[file->line_count++] = (uint32_t)at;
    return (uint32_t)(sources->files.len - 1);
}

static const SourceFile *file_of(const Sources *sources, Span span) {
    static const SourceFile none;
    return span.file < sources->files.len ? &sources->files.at[span.file] : &none;
}

/* The index of the last line that starts at or before `offset`. */
static size_t line_at(const SourceFile *file, uint32_t offset) {
    size_t low = 0, high = file->line_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (file->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* How many bytes before a place are read as characters. Further left in such a line each byte counts as
 * one, so that a file that is one long line costs no more than another. */
enum { COLUMN_EXACT = 4096 };

/* Characters as displayed: a letter with its combining marks is one, and so is a tab. */
static uint32_t count_characters(const char *at, size_t len) {
    uint32_t count = 0;
    utf8proc_int32_t before = 0, state = 0;
    for (size_t i = 0; i < len;) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size =
            utf8proc_iterate((const utf8proc_uint8_t *)at + i, (utf8proc_ssize_t)(len - i), &point);
        if (size <= 0) size = 1, point = 0xFFFD;
        if (count == 0 || utf8proc_grapheme_break_stateful(before, point, &state)) count++;
        before = point;
        i += (size_t)size;
    }
    return count;
}

static uint32_t column_of(const char *line, size_t len) {
    size_t skipped = len > COLUMN_EXACT ? len - COLUMN_EXACT : 0;
    return (uint32_t)skipped + count_characters(line + skipped, len - skipped) + 1;
}

Place source_place(const Sources *sources, Span span) {
    const SourceFile *file = file_of(sources, span);
    if (!file->line_starts) return (Place){.path = file->path, .line = 1, .column = 1};
    uint32_t start = span.start < file->text.len ? span.start : (uint32_t)file->text.len;
    size_t line = line_at(file, start);
    uint32_t from = file->line_starts[line];
    uint32_t column = start == from ? 1 : column_of(file->text.at + from, start - from);
    return (Place){.path = file->path, .line = (uint32_t)line + 1, .column = column};
}

Text source_line(const Sources *sources, Span span) {
    const SourceFile *file = file_of(sources, span);
    if (!file->line_starts) return (Text){0};
    size_t line = line_at(file, span.start);
    size_t from = file->line_starts[line];
    size_t to = line + 1 < file->line_count ? file->line_starts[line + 1] - 1 : file->text.len;
    if (to > from && file->text.at[to - 1] == '\r') to--;
    return text_part(file->text, from, to);
}

Text source_text(const Sources *sources, Span span) {
    const SourceFile *file = file_of(sources, span);
    size_t end = span.end < file->text.len ? span.end : file->text.len;
    return span.start < end ? text_part(file->text, span.start, end) : (Text){0};
}
