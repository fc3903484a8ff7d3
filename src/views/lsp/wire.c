/* Messages as the protocol frames them: headers, an empty line, and so many bytes of JSON. */
#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MESSAGE_MOST = 256 * 1024 * 1024 };

/* The length that the headers announce; false at the end, or when they announce none. */
static bool read_headers(FILE *in, size_t *length, bool *broken) {
    char line[1024];
    bool any = false, known = false;
    while (fgets(line, sizeof line, in)) {
        if (strcmp(line, "\r\n") == 0 || strcmp(line, "\n") == 0) {
            *broken = !known;
            return known;
        }
        any = true;
        if (strncasecmp(line, "Content-Length:", 15) != 0) continue;
        unsigned long announced = strtoul(line + 15, NULL, 10);
        known = announced > 0 && announced <= MESSAGE_MOST;
        *length = announced;
    }
    *broken = any;
    return false;
}

json_t *wire_read(FILE *in, bool *broken) {
    size_t length = 0;
    *broken = false;
    if (!read_headers(in, &length, broken)) return NULL;
    char *bytes = malloc(length);
    bool whole = bytes && fread(bytes, 1, length, in) == length;
    json_t *message = whole ? json_loadb(bytes, length, 0, NULL) : NULL;
    free(bytes);
    *broken = !message;
    return message;
}

void wire_send(Server *server, json_t *message) {
    char *bytes = message ? json_dumps(message, JSON_COMPACT) : NULL;
    if (bytes) {
        fprintf(server->out, "Content-Length: %zu\r\n\r\n%s", strlen(bytes), bytes);
        fflush(server->out);
    }
    free(bytes);
    json_decref(message);
}

void wire_answer(Server *server, const json_t *id, json_t *result) {
    wire_send(server, json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0", "id", id, "result",
                                result ? result : json_null()));
}

void wire_fail(Server *server, const json_t *id, int code, const char *sentence) {
    wire_send(server, json_pack("{s:s, s:O?, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id, "error", "code",
                                code, "message", sentence));
}

void wire_tell(Server *server, const char *method, json_t *params) {
    wire_send(server, json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}
