/* Diagnostics as text: the place, the sentence, the line with a caret under what is meant, and the mend. */
#include "source/diagnostic.h"

#include <utf8proc.h>

/* The excerpt of a long line: so many bytes before the place, and so many in all. */
enum { EXCERPT_BEFORE = 80, EXCERPT_MAX = 160 };

static const char indent[] = "    ";

typedef struct Character {
    size_t size;  /* bytes */
    size_t width; /* display columns; 0 for a combining mark */
    bool hidden;  /* shown as "?": a control character, or a byte that is no UTF-8 */
} Character;

static Character character_at(Text text, size_t i) {
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t size =
        utf8proc_iterate((const utf8proc_uint8_t *)text.at + i, (utf8proc_ssize_t)(text.len - i), &point);
    if (size <= 0) return (Character){.size = 1, .width = 1, .hidden = true};
    if (point == '\t') return (Character){.size = 1, .width = 1};
    bool control = utf8proc_category(point) == UTF8PROC_CATEGORY_CC;
    int width = control ? 1 : utf8proc_charwidth(point);
    return (Character){.size = (size_t)size, .width = width > 0 ? (size_t)width : 0, .hidden = control};
}

static bool continues_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

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

/* What is hidden could steer a terminal. */
static void write_shown(Buf *buf, Text line) {
    for (size_t i = 0; i < line.len;) {
        Character character = character_at(line, i);
        if (character.hidden)
            buf_char(buf, '?');
        else
            buf_text(buf, text_part(line, i, i + character.size));
        i += character.size;
    }
}

/* What stands before the caret: a tab under a tab, so that it falls right whatever a tab's width is. */
static void write_caret_indent(Buf *buf, Text before) {
    for (size_t i = 0; i < before.len;) {
        Character character = character_at(before, i);
        if (before.at[i] == '\t')
            buf_char(buf, '\t');
        else
            buf_repeat(buf, ' ', character.width);
        i += character.size;
    }
}

size_t display_width(Text text) {
    size_t width = 0;
    for (size_t i = 0; i < text.len;) {
        Character character = character_at(text, i);
        width += character.width;
        i += character.size;
    }
    return width;
}

/* Where in its line a span starts. */
static size_t offset_in(const Sources *sources, Span span, Text line) {
    if (!line.at) return 0;
    const char *start = sources->files.at[span.file].text.at + span.start;
    size_t offset = start > line.at ? (size_t)(start - line.at) : 0;
    return offset < line.len ? offset : line.len;
}

static void write_excerpt(Buf *buf, const Sources *sources, Span span) {
    Text line = source_line(sources, span);
    size_t mark = offset_in(sources, span, line);
    Text shown = excerpt(line, &mark);
    size_t end = mark + (span.end > span.start ? span.end - span.start : 0);
    buf_cstr(buf, indent);
    write_shown(buf, shown);
    buf_char(buf, '\n');
    buf_cstr(buf, indent);
    write_caret_indent(buf, text_part(shown, 0, mark));
    buf_char(buf, '^');
    size_t width = display_width(text_part(shown, mark, end < shown.len ? end : shown.len));
    if (width > 1) buf_repeat(buf, '~', width - 1);
    buf_char(buf, '\n');
}

static void write_place(Buf *buf, const Sources *sources, Span span) {
    Place place = source_place(sources, span);
    buf_text(buf, place.path);
    buf_format(buf, ":%u:%u", (unsigned)place.line, (unsigned)place.column);
}

static void write_other(Buf *buf, const Sources *sources, Span other) {
    buf_cstr(buf, indent);
    buf_cstr(buf, "see also ");
    write_place(buf, sources, other);
    buf_cstr(buf, ":\n");
    write_excerpt(buf, sources, other);
}

static void write_mend(Buf *buf, Text mend) {
    buf_cstr(buf, indent);
    buf_cstr(buf, "mend: ");
    buf_text(buf, mend);
    buf_char(buf, '\n');
}

/* The test begins at the margin, so that it can be copied as it stands. */
static void write_test(Buf *buf, Text test) {
    buf_cstr(buf, indent);
    buf_cstr(buf, "as a test, to put into the rules:\n");
    buf_text(buf, test);
}

static void write_one(Buf *buf, const Sources *sources, const Diagnostic *diagnostic) {
    bool placed = !span_nowhere(diagnostic->at);
    if (placed) {
        write_place(buf, sources, diagnostic->at);
        buf_cstr(buf, ": ");
    }
    buf_cstr(buf, diagnostic_severity(diagnostic->code) == SEVERITY_ERROR ? "error " : "warning ");
    buf_text(buf, diagnostic_code(diagnostic->code));
    buf_cstr(buf, ": ");
    buf_text(buf, diagnostic_sentence(buf->arena, diagnostic));
    buf_char(buf, '\n');
    if (placed) write_excerpt(buf, sources, diagnostic->at);
    if (!span_nowhere(diagnostic->other)) write_other(buf, sources, diagnostic->other);
    Text mend = diagnostic_mend(buf->arena, diagnostic);
    if (!text_empty(mend)) write_mend(buf, mend);
    if (!text_empty(diagnostic->test)) write_test(buf, diagnostic->test);
}

void diagnostics_write_text(Buf *buf, const Sources *sources, const Diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics->all.len; i++) write_one(buf, sources, &diagnostics->all.at[i]);
    if (diagnostics->cut) buf_format(buf, "Only the first %d are listed.\n", DIAGNOSTIC_LIMIT);
}
