/* What is asked of a name: what it is, where it is declared and used, and to be called otherwise. */
#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>

static void line(FILE *out, const char *before, const char *text) {
    if (*text) fprintf(out, "%s%s", before, text);
}

/* "**evaluation.total** - a result, decimal", what it cites, and how often it is used. */
static void describe(FILE *out, const bylaw_node *name) {
    size_t uses = bylaw_count(bylaw_get(name, "uses"));
    fprintf(out, "**%s** \u2013 %s", bylaw_get_text(name, "path"), bylaw_get_text(name, "what"));
    line(out, ", ", bylaw_get_text(name, "type"));
    line(out, "  \n", bylaw_get_text(name, "title"));
    line(out, "  \nsource ", bylaw_get_text(name, "source"));
    fprintf(out, "  \nused in %zu place%s", uses, uses == 1 ? "" : "s");
}

json_t *answer_hover(Server *server, const json_t *params, const char **refused) {
    (void)refused;
    Cursor cursor;
    const bylaw_node *where = NULL;
    const bylaw_node *name = cursor_of(server, params, &cursor) ? name_at(server, &cursor, &where) : NULL;
    char *text = NULL;
    size_t length = 0;
    FILE *out = name ? open_memstream(&text, &length) : NULL;
    if (!out) return NULL;
    describe(out, name);
    json_t *hover = fclose(out) == 0 ? json_pack("{s:{s:s, s:s}, s:o}", "contents", "kind", "markdown",
                                                 "value", text, "range", range_at(server, where))
                                     : NULL;
    free(text);
    return hover;
}

json_t *answer_definition(Server *server, const json_t *params, const char **refused) {
    (void)refused;
    Cursor cursor;
    const bylaw_node *where;
    const bylaw_node *name = cursor_of(server, params, &cursor) ? name_at(server, &cursor, &where) : NULL;
    return name ? location_of(server, bylaw_get(name, "declared")) : NULL;
}

json_t *answer_references(Server *server, const json_t *params, const char **refused) {
    (void)refused;
    Cursor cursor;
    const bylaw_node *where;
    const bylaw_node *name = cursor_of(server, params, &cursor) ? name_at(server, &cursor, &where) : NULL;
    if (!name) return NULL;
    json_t *list = json_array();
    const json_t *context = json_object_get(params, "context");
    if (json_is_true(json_object_get(context, "includeDeclaration")))
        json_array_append_new(list, location_of(server, bylaw_get(name, "declared")));
    const bylaw_node *uses = bylaw_get(name, "uses");
    for (size_t i = 0; i < bylaw_count(uses); i++)
        json_array_append_new(list, location_of(server, bylaw_item(uses, i)));
    return list;
}

/* --- renaming ------------------------------------------------------------------------------------------- */

static const bylaw_node *to_rename(Server *server, const json_t *params, const bylaw_node **where,
                                   const char **refused) {
    Cursor cursor;
    const bylaw_node *name = cursor_of(server, params, &cursor) ? name_at(server, &cursor, where) : NULL;
    if (!name) *refused = "there is no name here that the rules declare";
    if (!name || !bylaw_get_bool(name, "given")) return name;
    *refused = "this name is the language's, and cannot be changed";
    return NULL;
}

json_t *answer_prepare_rename(Server *server, const json_t *params, const char **refused) {
    const bylaw_node *where;
    return to_rename(server, params, &where, refused) ? range_at(server, where) : NULL;
}

static bool is_name(const char *text) {
    bool letter = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || *text == '_';
    return letter &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")] == 0;
}

/* Edits stand by file: {uri: [{range, newText}]}. */
static void add_edit(Server *server, json_t *changes, const bylaw_node *place, const char *new_name) {
    json_t *uri = path_uri(disk_of(server, bylaw_get_text(place, "file")));
    const char *key = json_string_value(uri);
    json_t *edits = key ? json_object_get(changes, key) : NULL;
    if (key && !edits) {
        edits = json_array();
        json_object_set_new(changes, key, edits);
    }
    json_array_append_new(edits,
                          json_pack("{s:o, s:s}", "range", range_at(server, place), "newText", new_name));
    json_decref(uri);
}

json_t *answer_rename(Server *server, const json_t *params, const char **refused) {
    const bylaw_node *where, *name = to_rename(server, params, &where, refused);
    const char *new_name = json_string_value(json_object_get(params, "newName"));
    if (!name) return NULL;
    if (!new_name || !is_name(new_name)) {
        *refused = "a name is one word of letters, digits and _, and begins with a letter";
        return NULL;
    }
    json_t *changes = json_object();
    add_edit(server, changes, bylaw_get(name, "declared"), new_name);
    const bylaw_node *uses = bylaw_get(name, "uses");
    for (size_t i = 0; i < bylaw_count(uses); i++) add_edit(server, changes, bylaw_item(uses, i), new_name);
    return json_pack("{s:o}", "changes", changes);
}

/* --- outline -------------------------------------------------------------------------------------------- */

/* X(what the library calls it, kind of symbol in the protocol); all else is a property */
#define SYMBOL_KINDS(X)                                                                                      \
    X("a group of facts", 23)                                                                                \
    X("an enum", 10)                                                                                         \
    X("a member of an enum", 22)                                                                             \
    X("a body", 5)                                                                                           \
    X("a decision table", 12)                                                                                \
    X("an authority matrix", 12)                                                                             \
    X("a scorecard", 12)                                                                                     \
    X("a workflow", 6)                                                                                       \
    X("a step of a workflow", 9)

static int symbol_kind(const char *what) {
#define X(name, kind)                                                                                        \
    if (strcmp(what, name) == 0) return kind;
    SYMBOL_KINDS(X)
#undef X
    return 7;
}

static json_t *symbol_json(Server *server, const bylaw_node *name) {
    return json_pack("{s:s, s:s, s:i, s:o, s:o}", "name", bylaw_get_text(name, "name"), "detail",
                     bylaw_get_text(name, "what"), "kind", symbol_kind(bylaw_get_text(name, "what")), "range",
                     range_at(server, bylaw_get(name, "whole")), "selectionRange",
                     range_at(server, bylaw_get(name, "declared")));
}

static json_t *symbols_within(Server *server, const char *file, const char *within) {
    json_t *list = json_array();
    const bylaw_node *names = bylaw_get(server_names(server), "names");
    for (size_t i = 0; i < bylaw_count(names); i++) {
        const bylaw_node *name = bylaw_item(names, i);
        if (strcmp(bylaw_get_text(bylaw_get(name, "declared"), "file"), file) != 0) continue;
        if (strcmp(bylaw_get_text(name, "within"), within) != 0) continue;
        json_t *symbol = symbol_json(server, name);
        if (!*within)
            json_object_set_new(symbol, "children",
                                symbols_within(server, file, bylaw_get_text(name, "name")));
        json_array_append_new(list, symbol);
    }
    return list;
}

json_t *answer_symbols(Server *server, const json_t *params, const char **refused) {
    (void)refused;
    Cursor cursor;
    if (!cursor_of(server, params, &cursor) || !*cursor.file) return NULL;
    return symbols_within(server, cursor.file, "");
}
