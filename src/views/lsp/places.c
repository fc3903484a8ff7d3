#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>

static const bylaw_node *file_with(Server *server, const char *key, const char *value) {
    const bylaw_node *files = bylaw_get(server_names(server), "files");
    for (size_t i = 0; i < bylaw_count(files); i++)
        if (strcmp(bylaw_get_text(bylaw_item(files, i), key), value) == 0) return bylaw_item(files, i);
    return NULL;
}

const char *disk_of(Server *server, const char *file) {
    return bylaw_get_text(file_with(server, "path", file), "disk");
}

const char *file_of(Server *server, const char *disk) {
    return bylaw_get_text(file_with(server, "disk", disk), "path");
}

static size_t number(const json_t *map, const char *key) {
    json_int_t value = json_integer_value(json_object_get(map, key));
    return value > 0 ? (size_t)value : 0;
}

bool cursor_of(Server *server, const json_t *params, Cursor *cursor) {
    const json_t *document = json_object_get(params, "textDocument"),
                 *at = json_object_get(params, "position");
    const char *uri = json_string_value(json_object_get(document, "uri"));
    char *path = uri ? uri_path(uri) : NULL;
    cursor->text = path ? texts_get(&server->texts, path) : NULL;
    free(path);
    if (!cursor->text) return false;
    cursor->file = file_of(server, cursor->text->path);
    Position position = {number(at, "line"), number(at, "character")};
    cursor->offset = offset_of(cursor->text, position, server->utf8);
    return true;
}

/* A cursor just behind a word is at it, too. */
static bool covers(const bylaw_node *place, const Cursor *cursor) {
    return strcmp(bylaw_get_text(place, "file"), cursor->file) == 0 &&
           (size_t)bylaw_get_integer(place, "start") <= cursor->offset &&
           cursor->offset <= (size_t)bylaw_get_integer(place, "end");
}

static const bylaw_node *covering(const bylaw_node *places, const Cursor *cursor) {
    for (size_t i = 0; i < bylaw_count(places); i++)
        if (covers(bylaw_item(places, i), cursor)) return bylaw_item(places, i);
    return NULL;
}

const bylaw_node *name_at(Server *server, const Cursor *cursor, const bylaw_node **where) {
    const bylaw_node *names = bylaw_get(server_names(server), "names");
    for (size_t i = 0; i < bylaw_count(names); i++) {
        const bylaw_node *name = bylaw_item(names, i), *declared = bylaw_get(name, "declared");
        *where = covers(declared, cursor) ? declared : covering(bylaw_get(name, "uses"), cursor);
        if (*where) return name;
    }
    return NULL;
}

static json_t *position_json(const Text *text, size_t offset, bool utf8) {
    Position position = position_of(text, offset, utf8);
    return json_pack("{s:I, s:I}", "line", (json_int_t)position.line, "character",
                     (json_int_t)position.character);
}

json_t *range_of(Server *server, const char *path, size_t start, size_t end) {
    const Text *text = texts_get(&server->texts, path);
    static const Text none = {.text = (char *)(uintptr_t) ""};
    if (!text) text = &none;
    return json_pack("{s:o, s:o}", "start", position_json(text, start, server->utf8), "end",
                     position_json(text, end, server->utf8));
}

json_t *range_at(Server *server, const bylaw_node *place) {
    return range_of(server, disk_of(server, bylaw_get_text(place, "file")),
                    (size_t)bylaw_get_integer(place, "start"), (size_t)bylaw_get_integer(place, "end"));
}

json_t *location_of(Server *server, const bylaw_node *place) {
    return json_pack("{s:o, s:o}", "uri", path_uri(disk_of(server, bylaw_get_text(place, "file"))), "range",
                     range_at(server, place));
}
