/* Files of lines under heads, as a CSV file is read: every line that is refused is told of, and if one is,
 * none is entered. */
#include "proceedings/reading.h"

/* What a file holds need not be what a CSV file holds. */
bool is_table(const Tree *content) {
    const Tree *heads = tree_get(content, "heads"), *rows = tree_get(content, "rows");
    bool good = heads && heads->kind == TREE_LIST && rows && rows->kind == TREE_LIST;
    for (size_t i = 0; good && i < heads->len; i++) good = heads->items[i]->kind == TREE_TEXT;
    for (size_t i = 0; good && i < rows->len; i++) {
        const Tree *cells = tree_get(rows->items[i], "cells");
        good = cells && cells->kind == TREE_LIST && tree_get(rows->items[i], "line");
    }
    return good;
}

int64_t line_number(const Tree *line) {
    const Tree *number = tree_get(line, "line");
    int64_t read = 0;
    if (number->kind == TREE_INT) return number->number;
    return number->kind == TREE_TEXT && text_to_int(number->text, &read) ? read : 0;
}

bool read_heads(Reading *reading, const Tree *content, TextList *heads) {
    const Tree *given = tree_get(content, "heads");
    for (size_t i = 0; i < tree_len(given); i++) {
        Text head = given->items[i]->text;
        if (texts_have(heads, head)) return refuse(&reading->turn, HEAD_TWICE, head);
        texts_push(reading->arena, heads, head);
    }
    return true;
}

/* A line's cells under their heads; an empty one says that nothing is held. */
static Tree *cells_by_head(Arena *arena, const Tree *heads, const Tree *cells) {
    Tree *fields = tree_map(arena);
    for (size_t i = 0; i < tree_len(cells); i++) {
        Tree *cell = cells->items[i];
        bool empty = cell->kind == TREE_TEXT && text_empty(text_trim(cell->text));
        tree_set(arena, fields, heads->items[i]->text, empty ? tree_null(arena) : cell);
    }
    return fields;
}

static Text counted(Arena *arena, size_t count, const char *one) {
    return text_format(arena, "%zu %s%s", count, one, count == 1 ? "" : "s");
}

static bool read_one(Reading *reading, const Tree *heads, const Tree *line, LineReader *read, void *context) {
    const Tree *cells = tree_get(line, "cells");
    if (tree_len(cells) != tree_len(heads))
        return refuse(&reading->turn, CELLS_LACK, counted(reading->arena, tree_len(cells), "cell"),
                      counted(reading->arena, tree_len(heads), "column"));
    return read(context, line, cells_by_head(reading->arena, heads, cells));
}

/* Nobody mends a file line by line. */
static void note_refused(Reading *reading, const Tree *line, Tree *wrong) {
    Arena *arena = reading->arena;
    const Refusal *refusal = reading->turn.refusal;
    Tree *map = tree_add_map(arena, wrong);
    tree_set_int(arena, map, "line", line_number(line));
    tree_set_text(arena, map, "sentence", refusal_sentence(arena, refusal));
    Text mend = refusal_mend(arena, refusal);
    tree_set_some(arena, map, "mend", mend);
}

bool read_lines(Reading *reading, const Tree *content, LineReader *read, void *context) {
    const Tree *heads = tree_get(content, "heads"), *lines = tree_get(content, "rows");
    Tree *wrong = tree_list(reading->arena);
    for (size_t i = 0; i < tree_len(lines); i++)
        if (!read_one(reading, heads, lines->items[i], read, context))
            note_refused(reading, lines->items[i], wrong);
    if (tree_len(wrong) == 0) return true;
    refuse(&reading->turn, LINES_REFUSED, counted(reading->arena, tree_len(wrong), "line"),
           text_format(reading->arena, "%zu", tree_len(lines)));
    reading->turn.refusal->lines = wrong;
    return false;
}
