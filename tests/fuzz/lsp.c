/* What an editor may send: each line of the input is one message (a line that is none of JSON goes as it is,
 * without its frame). The server answers, and ends. */
#include "views/lsp/lsp.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void send(FILE *to, const char *message, size_t length) {
    if (length > 0 && message[0] == '{') fprintf(to, "Content-Length: %zu\r\n\r\n", length);
    fwrite(message, 1, length, to);
}

/* The messages as they come over the wire; to be freed. */
static char *framed(const char *text, size_t size, size_t *length) {
    static const char begin[] = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{}}";
    char *bytes = NULL;
    FILE *to = open_memstream(&bytes, length);
    if (!to) abort();
    send(to, begin, sizeof begin - 1);
    while (size > 0) {
        const char *end = memchr(text, '\n', size);
        size_t line = end ? (size_t)(end - text) : size;
        send(to, text, line);
        text += line + (end != NULL);
        size -= line + (end != NULL);
    }
    if (fclose(to) != 0) abort();
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *answers = NULL;
    size_t length, answered;
    char *messages = framed((const char *)data, size, &length);
    FILE *in = fmemopen(messages, length, "r"), *out = open_memstream(&answers, &answered);
    if (!in || !out) abort();
    lsp_serve(in, out, NULL, 0);
    fclose(in);
    fclose(out);
    free(messages);
    free(answers);
    return 0;
}
