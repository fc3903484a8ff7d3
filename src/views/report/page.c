#include "views/report/page.h"
#include <inttypes.h>
#include <string.h>

static bool starts_character(char c) {
    return ((unsigned char)c & 0xc0) != 0x80;
}

size_t wide(const char *text) {
    size_t width = 0;
    for (; *text; text++) width += starts_character(*text);
    return width;
}

size_t widest(const bylaw_node *list, const char *key) {
    size_t most = 0;
    for (size_t i = 0; i < bylaw_count(list); i++) {
        size_t width = wide(bylaw_get_text(bylaw_item(list, i), key));
        if (width > most) most = width;
    }
    return most;
}

bool is(const bylaw_node *map, const char *key, const char *text) {
    return strcmp(bylaw_get_text(map, key), text) == 0;
}

bool has(const bylaw_node *map, const char *key) {
    return bylaw_kind(bylaw_get(map, key)) != BYLAW_NULL;
}

/* U+0080 to U+009F are controls too; in UTF-8 they begin with 0xc2. */
static bool is_control(const char *at) {
    unsigned char c = (unsigned char)at[0], next = (unsigned char)at[1];
    return c < 0x20 || c == 0x7f || (c == 0xc2 && next >= 0x80 && next < 0xa0);
}

/* A control character becomes a space. Answers how many bytes it has put. */
static size_t put_one(Page *page, const char *at) {
    bool control = is_control(at);
    fputc(control ? ' ' : *at, page->out);
    page->column += control || starts_character(*at);
    return control && (unsigned char)*at == 0xc2 ? 2 : 1;
}

void put(Page *page, const char *text) {
    while (*text) text += put_one(page, text);
}

void put_count(Page *page, int64_t number) {
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    put(page, digits);
}

void put_counted(Page *page, int64_t number, const char *one, const char *many) {
    put_count(page, number);
    put(page, " ");
    put(page, number == 1 ? one : many);
}

void put_styled(Page *page, Style style, const char *text) {
    static const char *const codes[] = {
        [STYLE_PLAIN] = "",        [STYLE_STRONG] = "\033[1m", [STYLE_FAINT] = "\033[2m",
        [STYLE_GOOD] = "\033[32m", [STYLE_BAD] = "\033[31m",   [STYLE_WARN] = "\033[33m"};
    bool coloured = page->colour && style != STYLE_PLAIN;
    if (coloured) fputs(codes[style], page->out);
    put(page, text);
    if (coloured) fputs("\033[0m", page->out);
}

void tab(Page *page, size_t column) {
    do {
        put(page, " ");
    } while (page->column < column);
}

void line_end(Page *page) {
    fputc('\n', page->out);
    page->column = 0;
}

void put_line(Page *page, const char *text) {
    put(page, text);
    line_end(page);
}

enum { LINE_WIDTH = 110 };

/* As much of the text as fits, to the end of a word: at least one word. */
static size_t fitting(const char *text, size_t width) {
    size_t end = 0, column = 0;
    for (size_t i = 0;; i++) {
        if (text[i] == ' ' || text[i] == 0) {
            if (end && column > width) return end;
            end = i;
        }
        if (text[i] == 0) return end;
        column += starts_character(text[i]);
    }
}

void put_wrapped(Page *page, const char *text) {
    size_t start = page->column;
    for (;;) {
        size_t length = fitting(text, LINE_WIDTH > start ? LINE_WIDTH - start : 0);
        for (size_t i = 0; i < length; i += put_one(page, text + i)) {
        }
        text += length;
        line_end(page);
        if (!*text) return;
        text++;
        if (start) tab(page, start);
    }
}

void raw(Page *page, const char *text) {
    fputs(text, page->out);
    page->column = 0;
}

static void put_item(Page *page, const bylaw_node *list_or_map, size_t i) {
    if (i) put(page, ", ");
    if (bylaw_kind(list_or_map) == BYLAW_MAP) {
        put(page, bylaw_item_key(list_or_map, i));
        put(page, ": ");
    }
    put_value(page, bylaw_item(list_or_map, i));
}

void put_value(Page *page, const bylaw_node *value) {
    switch (bylaw_kind(value)) {
    case BYLAW_NULL:
        put(page, "missing");
        break;
    case BYLAW_BOOL:
        put(page, bylaw_bool(value) ? "yes" : "no");
        break;
    case BYLAW_INTEGER:
        put_count(page, bylaw_integer(value));
        break;
    case BYLAW_TEXT:
        put(page, bylaw_text(value));
        break;
    case BYLAW_LIST:
    case BYLAW_MAP:
        for (size_t i = 0; i < bylaw_count(value); i++) put_item(page, value, i);
    }
}

void put_list(Page *page, const bylaw_node *list) {
    if (bylaw_count(list) == 0) put(page, "nobody");
    for (size_t i = 0; i < bylaw_count(list); i++) put_item(page, list, i);
}

enum { ROW_INDENT = 2, ROW_COLUMN = 18 };

void begin_row_at(Page *page, size_t indent, const char *label, size_t column) {
    tab(page, indent);
    put_styled(page, STYLE_FAINT, label);
    tab(page, column);
}

void begin_row(Page *page, const char *label) {
    begin_row_at(page, ROW_INDENT, label, ROW_COLUMN);
}

void put_row(Page *page, const bylaw_node *document, const char *key, const char *label) {
    const bylaw_node *value = bylaw_get(document, key);
    if (bylaw_kind(value) == BYLAW_NULL || (bylaw_kind(value) == BYLAW_TEXT && !*bylaw_text(value))) return;
    begin_row(page, label);
    put_value(page, value);
    line_end(page);
}

enum { DATE_LENGTH = 10, MINUTE_LENGTH = 16 };

void put_moment(Page *page, const char *moment) {
    char shown[MINUTE_LENGTH + 1] = "";
    strncat(shown, moment, MINUTE_LENGTH);
    if (strlen(shown) > DATE_LENGTH) shown[DATE_LENGTH] = ' ';
    put(page, shown);
}

void put_where(Page *page, const bylaw_node *where) {
    put(page, bylaw_get_text(where, "path"));
    put(page, ":");
    put_count(page, bylaw_get_integer(where, "line"));
    if (!*bylaw_get_text(where, "source")) return;
    put(page, " (");
    put(page, bylaw_get_text(where, "source"));
    put(page, ")");
}
