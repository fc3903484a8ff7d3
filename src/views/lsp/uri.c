#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

char *uri_path(const char *uri) {
    static const char scheme[] = "file://";
    if (strncmp(uri, scheme, sizeof scheme - 1) != 0) return NULL;
    const char *from = strchr(uri + sizeof scheme - 1, '/'); /* behind the host, which is empty or this one */
    char *path = from ? malloc(strlen(from) + 1) : NULL, *at = path;
    if (!path) return NULL;
    for (; *from; from++) {
        int high = *from == '%' ? hex_digit(from[1]) : -1, low = high < 0 ? -1 : hex_digit(from[2]);
        *at++ = low < 0 ? *from : (char)(high * 16 + low);
        if (low >= 0) from += 2;
    }
    *at = 0;
    return path;
}

static bool stands_as_it_is(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("/-._~", c));
}

json_t *path_uri(const char *path) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out) return NULL;
    fputs("file://", out);
    for (; *path; path++)
        if (stands_as_it_is(*path))
            fputc(*path, out);
        else
            fprintf(out, "%%%02X", (unsigned char)*path);
    json_t *uri = fclose(out) == 0 ? json_string(text) : NULL;
    free(text);
    return uri;
}
