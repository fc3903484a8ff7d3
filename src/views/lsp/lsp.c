#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { METHOD_UNKNOWN = -32601, INVALID = -32600, NOT_INITIALISED = -32002, REFUSED = -32803 };

/* --- what the library says ------------------------------------------------------------------------------ */

void server_changed(Server *server) {
    bylaw_free(server->check);
    bylaw_free(server->names);
    bylaw_draft_free(server->draft);
    server->check = server->names = NULL;
    server->draft = NULL;
    texts_forget_disk(&server->texts);
}

static size_t open_texts(const Server *server, bylaw_overlay *overlays) {
    size_t count = 0;
    for (size_t i = 0; i < server->texts.len; i++)
        if (server->texts.at[i].open)
            overlays[count++] = (bylaw_overlay){server->texts.at[i].path, server->texts.at[i].text,
                                                server->texts.at[i].length};
    return count;
}

static void read_draft(Server *server) {
    const char *paths[PATHS_MOST];
    for (size_t i = 0; i < server->path_count; i++) paths[i] = server->paths[i];
    bylaw_overlay *overlays = calloc(server->texts.len + 1, sizeof *overlays);
    if (!overlays) return;
    size_t count = open_texts(server, overlays);
    server->check = bylaw_draft_read(paths, server->path_count, overlays, count, &server->draft);
    free(overlays);
    if (server->draft) server->names = bylaw_draft_names(server->draft);
}

const bylaw_node *server_check(Server *server) {
    if (!server->check) read_draft(server);
    return bylaw_result_document(server->check);
}

const bylaw_node *server_names(Server *server) {
    if (!server->check) read_draft(server);
    return bylaw_result_document(server->names);
}

const bylaw_node *server_words(Server *server) {
    if (!server->words) server->words = bylaw_words();
    return bylaw_result_document(server->words);
}

/* --- diagnostics ---------------------------------------------------------------------------------------- */

enum { PROTOCOL_ERROR = 1, PROTOCOL_WARNING = 2 };

static json_t *diagnostic_json(Server *server, const bylaw_node *diagnostic) {
    char message[4096];
    const char *mend = bylaw_get_text(diagnostic, "mend");
    bool warning = strcmp(bylaw_get_text(diagnostic, "severity"), "warning") == 0;
    size_t start = (size_t)bylaw_get_integer(diagnostic, "offset");
    snprintf(message, sizeof message, "%s%s%s", bylaw_get_text(diagnostic, "sentence"), *mend ? "\n" : "",
             mend);
    return json_pack("{s:o, s:i, s:s, s:s, s:s}", "range",
                     range_of(server, disk_of(server, bylaw_get_text(diagnostic, "path")), start,
                              start + (size_t)bylaw_get_integer(diagnostic, "length")),
                     "severity", warning ? PROTOCOL_WARNING : PROTOCOL_ERROR, "code",
                     bylaw_get_text(diagnostic, "code"), "source", "bylaw", "message", message);
}

/* By file; what stands nowhere (there is no charter) is said of the first. */
static void sort_diagnostic(Server *server, json_t *by_uri, const bylaw_node *diagnostic) {
    const bylaw_node *files = bylaw_get(server_names(server), "files");
    const char *disk = disk_of(server, bylaw_get_text(diagnostic, "path"));
    if (!*disk) disk = bylaw_get_text(bylaw_item(files, 0), "disk");
    json_t *uri = path_uri(disk);
    json_t *list = json_object_get(by_uri, json_string_value(uri));
    if (!list) {
        list = json_array();
        json_object_set_new(by_uri, json_string_value(uri), list);
    }
    json_array_append_new(list, diagnostic_json(server, diagnostic));
    json_decref(uri);
}

/* What was said of a file before and is mended is taken back by saying that there is nothing. */
static void publish(Server *server) {
    json_t *by_uri = json_object();
    const char *uri;
    json_t *value;
    const bylaw_node *all = bylaw_get(server_check(server), "diagnostics");
    json_object_foreach(server->published, uri, value) json_object_set_new(by_uri, uri, json_array());
    for (size_t i = 0; i < bylaw_count(all); i++) sort_diagnostic(server, by_uri, bylaw_item(all, i));
    json_object_clear(server->published);
    json_object_foreach(by_uri, uri, value) {
        if (json_array_size(value)) json_object_set_new(server->published, uri, json_true());
        wire_tell(server, "textDocument/publishDiagnostics",
                  json_pack("{s:s, s:O}", "uri", uri, "diagnostics", value));
    }
    json_decref(by_uri);
}

/* --- the life of a session ------------------------------------------------------------------------------ */

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void add_path(Server *server, const char *root, const char *below) {
    if (server->path_count == PATHS_MOST) return;
    char *path = server->paths[server->path_count];
    int length = snprintf(path, PATH_LENGTH, "%s%s", root, below);
    if (length > 0 && length < PATH_LENGTH && is_folder(path)) server->path_count++;
}

static void find_rules(Server *server, const json_t *params) {
    const json_t *folders = json_object_get(params, "workspaceFolders");
    const char *uri = json_string_value(json_object_get(json_array_get(folders, 0), "uri"));
    if (!uri) uri = json_string_value(json_object_get(params, "rootUri"));
    char *root = uri && !server->named ? uri_path(uri) : NULL;
    if (root) {
        add_path(server, root, "/rules");
        add_path(server, root, "/workflows");
        if (server->path_count == 0) add_path(server, root, "");
    }
    free(root);
}

static bool counts_bytes(const json_t *params) {
    const json_t *general = json_object_get(json_object_get(params, "capabilities"), "general");
    const json_t *encodings = json_object_get(general, "positionEncodings");
    for (size_t i = 0; i < json_array_size(encodings); i++) {
        const char *encoding = json_string_value(json_array_get(encodings, i));
        if (encoding && strcmp(encoding, "utf-8") == 0) return true;
    }
    return false;
}

static json_t *initialise(Server *server, const json_t *params) {
    find_rules(server, params);
    server->utf8 = counts_bytes(params);
    return json_pack("{s:{s:s, s:i, s:b, s:b, s:b, s:{s:b}, s:b, s:b, s:{s:[s, s]}}, s:{s:s}}",
                     "capabilities", "positionEncoding", server->utf8 ? "utf-8" : "utf-16",
                     "textDocumentSync", 1, "hoverProvider", 1, "definitionProvider", 1, "referencesProvider",
                     1, "renameProvider", "prepareProvider", 1, "documentSymbolProvider", 1,
                     "documentFormattingProvider", 1, "completionProvider", "triggerCharacters", " ", ".",
                     "serverInfo", "name", "bylaw");
}

/* --- notifications -------------------------------------------------------------------------------------- */

static void hold(Server *server, const json_t *params, const json_t *text) {
    const char *uri = json_string_value(json_object_get(json_object_get(params, "textDocument"), "uri"));
    char *path = uri ? uri_path(uri) : NULL;
    if (path && json_is_string(text)) {
        texts_put(&server->texts, path, json_string_value(text), json_string_length(text));
        server_changed(server);
        publish(server);
    }
    free(path);
}

static void did_open(Server *server, const json_t *params) {
    hold(server, params, json_object_get(json_object_get(params, "textDocument"), "text"));
}

/* The whole text comes with each change: the last one counts. */
static void did_change(Server *server, const json_t *params) {
    const json_t *changes = json_object_get(params, "contentChanges");
    size_t count = json_array_size(changes);
    if (count) hold(server, params, json_object_get(json_array_get(changes, count - 1), "text"));
}

static void did_close(Server *server, const json_t *params) {
    const char *uri = json_string_value(json_object_get(json_object_get(params, "textDocument"), "uri"));
    char *path = uri ? uri_path(uri) : NULL;
    if (path) texts_close(&server->texts, path);
    free(path);
    server_changed(server);
    publish(server);
}

static void did_save(Server *server, const json_t *params) {
    (void)params;
    server_changed(server);
    publish(server);
}

static void leave(Server *server, const json_t *params) {
    (void)params;
    server->gone = true;
}

/* X(method, handler) */
#define NOTIFICATIONS(X)                                                                                     \
    X("textDocument/didOpen", did_open)                                                                      \
    X("textDocument/didChange", did_change)                                                                  \
    X("textDocument/didClose", did_close)                                                                    \
    X("textDocument/didSave", did_save)                                                                      \
    X("workspace/didChangeWatchedFiles", did_save)                                                           \
    X("exit", leave)

/* --- dispatch ------------------------------------------------------------------------------------------- */

static Request *request_named(const char *method) {
#define X(name, handler)                                                                                     \
    if (strcmp(method, name) == 0) return handler;
    REQUESTS(X)
#undef X
    return NULL;
}

static void take_request(Server *server, const char *method, const json_t *id, const json_t *params) {
    const char *refused = NULL;
    Request *handler = request_named(method);
    if (strcmp(method, "initialize") == 0) {
        wire_answer(server, id, initialise(server, params));
    } else if (strcmp(method, "shutdown") == 0) {
        server->shut = true;
        wire_answer(server, id, NULL);
    } else if (server->shut) {
        wire_fail(server, id, INVALID, "the server has been shut down");
    } else if (!handler) {
        wire_fail(server, id, METHOD_UNKNOWN, "this server does not do that");
    } else {
        json_t *result = handler(server, params, &refused);
        if (refused) {
            json_decref(result);
            wire_fail(server, id, REFUSED, refused);
        } else {
            wire_answer(server, id, result);
        }
    }
}

static void take_notification(Server *server, const char *method, const json_t *params) {
#define X(name, handler)                                                                                     \
    if (strcmp(method, name) == 0) handler(server, params);
    NOTIFICATIONS(X)
#undef X
}

static void take(Server *server, const json_t *message) {
    const json_t *id = json_object_get(message, "id"), *params = json_object_get(message, "params");
    const char *method = json_string_value(json_object_get(message, "method"));
    if (!method) {
        if (!json_object_get(message, "result") && !json_object_get(message, "error"))
            wire_fail(server, id, INVALID, "this is no message of the protocol");
        return;
    }
    if (id)
        take_request(server, method, id, params);
    else
        take_notification(server, method, params);
}

static void name_paths(Server *server, const char *const *paths, size_t count) {
    server->named = count > 0;
    for (size_t i = 0; i < count && i < PATHS_MOST; i++)
        if (snprintf(server->paths[i], PATH_LENGTH, "%s", paths[i]) < PATH_LENGTH) server->path_count++;
}

static void server_free(Server *server) {
    server_changed(server);
    bylaw_free(server->words);
    texts_free(&server->texts);
    json_decref(server->published);
    free(server);
}

int lsp_serve(FILE *in, FILE *out, const char *const *paths, size_t count) {
    Server *server = calloc(1, sizeof *server);
    if (!server) return BYLAW_CANNOT;
    server->in = in;
    server->out = out;
    server->published = json_object();
    name_paths(server, paths, count);
    bool broken = false;
    for (json_t *message; !server->gone && (message = wire_read(in, &broken)) != NULL; json_decref(message))
        take(server, message);
    if (broken) wire_fail(server, NULL, -32700, "this is no message of the protocol");
    bool orderly = server->shut && !broken;
    server_free(server);
    return orderly ? BYLAW_DONE : BYLAW_CANNOT;
}
