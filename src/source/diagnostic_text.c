/* Diagnostics as text: the place, the sentence, the line with a caret under what is meant, and the mend. */
#include "source/diagnostic.h"

#include <utf8proc.h>

/* The excerpt of a long line: so many bytes before the place, and so many in all. */
enum { EXCERPT_BEFORE = 80, EXCERPT_MAX = 160 };

static const char indent[] = "    ";

/* The display columns of one character, and its size in bytes. What has no width of its own (a combining
 * mark) takes none; a byte that is no UTF-8 takes one. */
static size_t character_width(const char *at, size_t len, size_t *size) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)len, &point);
    *size = got > 0 ? (size_t)got : 1;
    int width = got > 0 ? utf8proc_charwidth(point) : 1;
    return width > 0 ? (size_t)width : 0;
}

static bool continues_character(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

/* The part of a line that is shown: all of a usual one, else a stretch around `*mark`, which is moved to be
 * the offset in that stretch. */
static Text excerpt(Text line, size_t *mark) {
    if (line.len <= EXCERPT_MAX) return line;
    size_t from = *mark > EXCERPT_BEFORE ? *mark - EXCERPT_BEFORE : 0;
    while (from > 0 && continues_character(line.at[from])) from--;
    size_t to = from + EXCERPT_MAX < line.len ? from + EXCERPT_MAX : line.len;
    while (to < line.len && continues_character(line.at[to])) to++;
    *mark -= from;
    return text_part(line, from, to);
}

/* Control characters and bytes that are no UTF-8 are shown as "?", so that a file cannot steer a terminal. */
static void write_shown(Buf *buf, Text line) {
    for (size_t i = 0, size; i < line.len; i += size) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t got =
            utf8proc_iterate((const utf8proc_uint8_t *)line.at + i, (utf8proc_ssize_t)(line.len - i), &point);
        size = got > 0 ? (size_t)got : 1;
        bool control = got <= 0 || (point != '\t' && utf8proc_category(point) == UTF8PROC_CATEGORY_CC);
        if (control) buf_char(buf, '?');
        else buf_text(buf, text_part(line, i, i + size));
    }
}

/* What stands before the caret: a tab under a tab, so that it falls right whatever a tab's width is. */
static void write_caret_indent(Buf *buf, Text before) {
    for (size_t i = 0, size; i < before.len; i += size) {
        size_t width = character_width(before.at + i, before.len - i, &size);
        if (before.at[i] == '\t') buf_char(buf, '\t');
        else buf_repeat(buf, ' ', width > 0 || size > 1 ? width : 1);
    }
}

static size_t display_width(Text text) {
    size_t width = 0;
    for (size_t i = 0, size; i < text.len; i += size) {
        size_t one = character_width(text.at + i, text.len - i, &size);
        width += one > 0 || size > 1 ? one : 1;
    }
    return width;
}

static void write_excerpt(Buf *buf, const Sources *sources, Span span) {
    Text line = source_line(sources, span);
    size_t mark = 0;
    if (span.file < sources->files.len && line.at) {
        mark = span.start - (size_t)(line.at - sources->files.at[span.file].text.at);
    }
    if (mark > line.len) mark = line.len;
    Text shown = excerpt(line, &mark);
    size_t end = mark + (span.end > span.start ? span.end - span.start : 0);
    if (end > shown.len) end = shown.len;
    buf_cstr(buf, indent);
    write_shown(buf, shown);
    buf_char(buf, '\n');
    buf_cstr(buf, indent);
    write_caret_indent(buf, text_part(shown, 0, mark));
    buf_char(buf, '^');
    size_t width = display_width(text_part(shown, mark, end));
    if (width > 1) buf_repeat(buf, '~', width - 1);
    buf_char(buf, '\n');
}

static void write_place(Buf *buf, const Sources *sources, Span span) {
    Place place = source_place(sources, span);
    buf_text(buf, place.path);
    buf_format(buf, ":%u:%u", (unsigned)place.line, (unsigned)place.column);
}

static void write_one(Buf *buf, const Sources *sources, const Diagnostic *diagnostic) {
    if (!span_nowhere(diagnostic->at)) {
        write_place(buf, sources, diagnostic->at);
        buf_cstr(buf, ": ");
    }
    buf_cstr(buf, diagnostic_severity(diagnostic->code) == SEVERITY_ERROR ? "error " : "warning ");
    buf_text(buf, diagnostic_code(diagnostic->code));
    buf_cstr(buf, ": ");
    buf_text(buf, diagnostic_sentence(buf->arena, diagnostic));
    buf_char(buf, '\n');
    if (!span_nowhere(diagnostic->at)) write_excerpt(buf, sources, diagnostic->at);
    if (!span_nowhere(diagnostic->other)) {
        buf_cstr(buf, indent);
        buf_cstr(buf, "see also ");
        write_place(buf, sources, diagnostic->other);
        buf_cstr(buf, ":\n");
        write_excerpt(buf, sources, diagnostic->other);
    }
    Text mend = diagnostic_mend(buf->arena, diagnostic);
    if (text_empty(mend)) return;
    buf_cstr(buf, indent);
    buf_cstr(buf, "mend: ");
    buf_text(buf, mend);
    buf_char(buf, '\n');
}

void diagnostics_write_text(Buf *buf, const Sources *sources, const Diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics->all.len; i++) write_one(buf, sources, &diagnostics->all.at[i]);
    if (diagnostics->cut) buf_format(buf, "Only the first %d are listed.\n", DIAGNOSTIC_LIMIT);
}
