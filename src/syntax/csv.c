#include "syntax/csv.h"
#include "syntax/input.h"
#include <string.h>

typedef struct Reader {
    Arena *arena;
    Diagnostics *diagnostics;
    uint32_t file;
    Text text; /* as it is in the file */
    char *own; /* the copy that cells with doubled quotes are closed up in; NULL before there is one */
    char separator;
    uint32_t next;
    Csv *csv;
} Reader;

static char char_at(const Reader *reader, uint32_t at) {
    return at < reader->text.len ? reader->text.at[at] : '\n';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static bool ends_cell(const Reader *reader, uint32_t at) {
    return at >= reader->text.len || reader->text.at[at] == '\n' || reader->text.at[at] == reader->separator;
}

static void skip_blanks(Reader *reader) {
    while (reader->next < reader->text.len && is_blank(reader->text.at[reader->next]) &&
           reader->text.at[reader->next] != reader->separator)
        reader->next++;
}

/* --- cells ---------------------------------------------------------------------------------------------- */

static void fail(Reader *reader, DiagnosticCode code, uint32_t start, uint32_t end) {
    DIAGNOSE(reader->diagnostics, code, ((Span){reader->file, start, end > start ? end : start + 1}),
             (Text){0});
}

static Span trimmed(const Reader *reader, uint32_t start, uint32_t end) {
    while (start < end && is_blank(reader->csv->text.at[start])) start++;
    while (end > start && is_blank(reader->csv->text.at[end - 1])) end--;
    return (Span){reader->file, start, end};
}

/* Everything from `from` on moves one to the left, over a quote; the room that is left ends in a blank. */
static void close_up(Reader *reader, uint32_t to, char c) {
    if (!reader->own) {
        reader->own = arena_alloc(reader->arena, reader->text.len + 1);
        memcpy(reader->own, reader->text.at, reader->text.len);
        reader->own[reader->text.len] = 0;
        reader->csv->text.at = reader->own;
    }
    reader->own[to] = c;
}

/* A cell in quotes; a quote in it is written twice. */
static bool read_quoted(Reader *reader, Span *cell) {
    uint32_t open = reader->next++, to = reader->next;
    while (reader->next < reader->text.len) {
        char c = reader->text.at[reader->next++];
        bool doubled = c == '"' && reader->next < reader->text.len && reader->text.at[reader->next] == '"';
        if (c == '"' && !doubled) {
            *cell = trimmed(reader, open + 1, to);
            return true;
        }
        if (doubled) reader->next++;
        if (doubled || to + 1 < reader->next) close_up(reader, to, c);
        to++;
    }
    fail(reader, DIAG_CSV_OPEN, open, open + 1);
    return false;
}

static Span read_plain(Reader *reader) {
    uint32_t start = reader->next;
    while (!ends_cell(reader, reader->next)) reader->next++;
    return trimmed(reader, start, reader->next);
}

static bool read_cell(Reader *reader) {
    Span cell;
    skip_blanks(reader);
    if (char_at(reader, reader->next) != '"') {
        cell = read_plain(reader);
    } else {
        if (!read_quoted(reader, &cell)) return false;
        skip_blanks(reader);
        if (!ends_cell(reader, reader->next)) {
            fail(reader, DIAG_CSV_AFTER_QUOTE, reader->next, reader->next + 1);
            return false;
        }
    }
    *vec_push(reader->arena, &reader->csv->cells) = cell;
    return true;
}

/* --- records -------------------------------------------------------------------------------------------- */

static bool says_something(const Csv *csv, uint32_t from) {
    for (uint32_t i = from; i < csv->cells.len; i++)
        if (csv->cells.at[i].start < csv->cells.at[i].end) return true;
    return false;
}

static bool read_record(Reader *reader) {
    Csv *csv = reader->csv;
    uint32_t first = csv->cells.len, start = reader->next;
    for (bool more = true; more; reader->next++) {
        if (!read_cell(reader)) return false;
        more = reader->next < reader->text.len && reader->text.at[reader->next] == reader->separator;
    }
    if (says_something(csv, first))
        *vec_push(reader->arena, &csv->records) =
            (CsvRecord){{reader->file, start, reader->next - 1}, first, csv->cells.len - first};
    else
        csv->cells.len = first;
    return true;
}

static char separator_of(Text text) {
    bool quoted = false;
    for (size_t i = 0; i < text.len && (quoted || text.at[i] != '\n'); i++) {
        if (text.at[i] == '"') quoted = !quoted;
        if (text.at[i] == ';' && !quoted) return ';';
    }
    return ',';
}

bool csv_read(Arena *arena, const Sources *sources, uint32_t file, Csv *csv, Diagnostics *diagnostics) {
    Text text = sources->files.at[file].text;
    *csv = (Csv){.text = text};
    if (!input_readable(sources, file, diagnostics)) return false;
    Reader reader = {.arena = arena,
                     .diagnostics = diagnostics,
                     .file = file,
                     .text = text,
                     .separator = separator_of(text),
                     .next = text_starts(text, TEXT("\xEF\xBB\xBF")) ? 3 : 0,
                     .csv = csv};
    while (reader.next < text.len)
        if (!read_record(&reader)) return false;
    return true;
}

Text csv_text(const Csv *csv, Span cell) {
    return text_part(csv->text, cell.start, cell.end);
}
