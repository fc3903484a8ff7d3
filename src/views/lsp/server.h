/* server: what the files of this room share: the connection, the texts that an editor holds, and what the
 * library says of them. */
#ifndef BYLAW_VIEWS_LSP_SERVER_H
#define BYLAW_VIEWS_LSP_SERVER_H

#include "views/lsp/lsp.h"
#include <jansson.h>

enum { PATHS_MOST = 64, PATH_LENGTH = 4096 };

/* --- texts (texts.c) ------------------------------------------------------------------------------------ */

typedef struct Text {
    char *path; /* on disk */
    char *text;
    size_t length;
    bool open; /* the editor holds it; else it was read from the disk to find a place in it */
} Text;

typedef struct Texts {
    Text *at;
    size_t len, cap;
} Texts;

/* A place in the protocol's terms: lines from 0, and characters as the client counts them. */
typedef struct Position {
    size_t line, character;
} Position;

bool texts_put(Texts *texts, const char *path, const char *text,
               size_t length); /* copied; false: no memory */
void texts_close(Texts *texts, const char *path);
/* The text, from the disk where the editor does not hold it; NULL: there is none. */
const Text *texts_get(Texts *texts, const char *path);
void texts_forget_disk(Texts *texts); /* files may have changed since */
void texts_free(Texts *texts);

Position position_of(const Text *text, size_t offset, bool utf8);
size_t offset_of(const Text *text, Position position, bool utf8);

/* --- the server ----------------------------------------------------------------------------------------- */

typedef struct Server {
    FILE *in, *out;
    char paths[PATHS_MOST][PATH_LENGTH]; /* of the rules */
    size_t path_count;
    bool named; /* the paths were given on the command line */
    bool utf8;  /* characters are counted in bytes; else in units of UTF-16 */
    bool shut, gone;
    Texts texts;
    bylaw_draft *draft;
    bylaw_result *check, *names, *words; /* of the draft as it is; NULL after a change, or without memory */
    json_t *published;                   /* uri -> true, for those with diagnostics */
} Server;

/* What the library says of the texts as they are now, read again after a change. */
const bylaw_node *server_check(Server *server);
const bylaw_node *server_names(Server *server);
const bylaw_node *server_words(Server *server);
void server_changed(Server *server);

/* --- messages (wire.c) ---------------------------------------------------------------------------------- */

/* The next message; NULL at the end, or when what came is none (*broken then). */
json_t *wire_read(FILE *in, bool *broken);
void wire_send(Server *server, json_t *message); /* takes it */
void wire_answer(Server *server, const json_t *id, json_t *result);
void wire_fail(Server *server, const json_t *id, int code, const char *sentence);
void wire_tell(Server *server, const char *method, json_t *params);

/* file URIs and paths on disk (uri.c). The path is to be freed; NULL: it is no file's. */
char *uri_path(const char *uri);
json_t *path_uri(const char *path);

/* --- places (places.c) ---------------------------------------------------------------------------------- */

typedef struct Cursor { /* where a request points: a file of the charter and a byte in it */
    const Text *text;
    const char *file; /* the charter's name of it; "" when it is none of its files */
    size_t offset;
} Cursor;

bool cursor_of(Server *server, const json_t *params, Cursor *cursor);
/* The name (of the document "names") at the cursor, declared or used there; NULL. */
const bylaw_node *name_at(Server *server, const Cursor *cursor, const bylaw_node **where);
json_t *range_of(Server *server, const char *path, size_t start, size_t end);
json_t *location_of(Server *server, const bylaw_node *place); /* a map with file, start, end */
json_t *range_at(Server *server, const bylaw_node *place);
const char *disk_of(Server *server, const char *file);
const char *file_of(Server *server, const char *disk);

/* --- requests: each answers a new value, NULL for null -------------------------------------------------- */

/* X(method, handler) */
#define REQUESTS(X)                                                                                          \
    X("textDocument/hover", answer_hover)                                                                    \
    X("textDocument/definition", answer_definition)                                                          \
    X("textDocument/references", answer_references)                                                          \
    X("textDocument/prepareRename", answer_prepare_rename)                                                   \
    X("textDocument/rename", answer_rename)                                                                  \
    X("textDocument/documentSymbol", answer_symbols)                                                         \
    X("textDocument/completion", answer_completion)                                                          \
    X("textDocument/formatting", answer_formatting)

typedef json_t *Request(Server *server, const json_t *params, const char **refused);
#define X(method, handler) Request handler;
REQUESTS(X)
#undef X

#endif
