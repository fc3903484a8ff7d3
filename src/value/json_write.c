#include "value/json.h"

/* The letter of a two-character escape, 0 when the character has none. */
static char short_escape(char c) {
    switch (c) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

static bool needs_escape(char c) {
    return (unsigned char)c < 0x20 || c == '"' || c == '\\';
}

static void write_escape(Buf *buf, char c) {
    static const char digits[] = "0123456789abcdef";
    char letter = short_escape(c);
    buf_char(buf, '\\');
    if (letter != 0) {
        buf_char(buf, letter);
        return;
    }
    buf_cstr(buf, "u00");
    buf_char(buf, digits[(unsigned char)c >> 4]);
    buf_char(buf, digits[c & 15]);
}

void json_write_text(Buf *buf, Text text) {
    size_t plain = 0;
    buf_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (!needs_escape(text.at[i])) continue;
        buf_text(buf, text_part(text, plain, i));
        write_escape(buf, text.at[i]);
        plain = i + 1;
    }
    buf_text(buf, text_part(text, plain, text.len));
    buf_char(buf, '"');
}

enum { COMPACT = -1 };

/* A new line at `depth`, unless all is written in one. */
static void new_line(Buf *buf, int depth) {
    if (depth < 0) return;
    buf_char(buf, '\n');
    buf_repeat(buf, ' ', 2 * (size_t)depth);
}

/* `depth` is how far a pretty text is indented, or COMPACT. */
static void write_tree(Buf *buf, const Tree *tree, int depth);

static void write_list(Buf *buf, const Tree *list, int depth) {
    int inner = depth < 0 ? COMPACT : depth + 1;
    buf_char(buf, '[');
    for (size_t i = 0; i < list->len; i++) {
        if (i > 0) buf_char(buf, ',');
        new_line(buf, inner);
        write_tree(buf, list->items[i], inner);
    }
    if (list->len > 0) new_line(buf, depth);
    buf_char(buf, ']');
}

static void write_map(Buf *buf, const Tree *map, int depth) {
    int inner = depth < 0 ? COMPACT : depth + 1;
    const TreePair *pairs = depth < 0 ? tree_sorted(buf->arena, map) : NULL;
    buf_char(buf, '{');
    for (size_t i = 0; i < map->len; i++) {
        if (i > 0) buf_char(buf, ',');
        new_line(buf, inner);
        json_write_text(buf, pairs ? pairs[i].key : map->keys[i]);
        buf_cstr(buf, depth < 0 ? ":" : ": ");
        write_tree(buf, pairs ? pairs[i].item : map->items[i], inner);
    }
    if (map->len > 0) new_line(buf, depth);
    buf_char(buf, '}');
}

static void write_tree(Buf *buf, const Tree *tree, int depth) {
    switch (tree->kind) {
    case TREE_NULL:
        buf_cstr(buf, "null");
        break;
    case TREE_BOOL:
        buf_cstr(buf, tree->yes ? "true" : "false");
        break;
    case TREE_INT:
        buf_int(buf, tree->number);
        break;
    case TREE_TEXT:
        if (tree->written)
            buf_text(buf, tree->text);
        else
            json_write_text(buf, tree->text);
        break;
    case TREE_LIST:
        write_list(buf, tree, depth);
        break;
    case TREE_MAP:
        write_map(buf, tree, depth);
        break;
    }
}

void json_write(Buf *buf, const Tree *tree) {
    write_tree(buf, tree, COMPACT);
}

void json_write_pretty(Buf *buf, const Tree *tree) {
    write_tree(buf, tree, 0);
}

bool json_same(Arena *arena, const Tree *a, const Tree *b) {
    Buf one = buf_new(arena), other = buf_new(arena);
    json_write(&one, a);
    json_write(&other, b);
    return text_equal(buf_done(&one), buf_done(&other));
}
