#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>

/* --- keeping them --------------------------------------------------------------------------------------- */

static Text *find(Texts *texts, const char *path) {
    for (size_t i = 0; i < texts->len; i++)
        if (strcmp(texts->at[i].path, path) == 0) return &texts->at[i];
    return NULL;
}

static Text *add(Texts *texts, const char *path) {
    if (texts->len == texts->cap) {
        size_t cap = texts->cap ? 2 * texts->cap : 16;
        Text *more = realloc(texts->at, cap * sizeof *more);
        if (!more) return NULL;
        texts->at = more;
        texts->cap = cap;
    }
    char *name = strdup(path);
    if (!name) return NULL;
    texts->at[texts->len] = (Text){.path = name};
    return &texts->at[texts->len++];
}

bool texts_put(Texts *texts, const char *path, const char *bytes, size_t length) {
    char *copy = malloc(length + 1);
    Text *text = copy ? find(texts, path) : NULL;
    if (copy && !text) text = add(texts, path);
    if (!text) {
        free(copy);
        return false;
    }
    memcpy(copy, bytes, length);
    copy[length] = 0;
    free(text->text);
    text->text = copy;
    text->length = length;
    text->open = true;
    return true;
}

static void clear(Text *text) {
    free(text->path);
    free(text->text);
}

static void drop(Texts *texts, Text *text) {
    clear(text);
    *text = texts->at[--texts->len];
}

void texts_close(Texts *texts, const char *path) {
    Text *text = find(texts, path);
    if (text) drop(texts, text);
}

void texts_forget_disk(Texts *texts) {
    for (size_t i = texts->len; i-- > 0;)
        if (!texts->at[i].open) drop(texts, &texts->at[i]);
}

static bool read_disk(Texts *texts, const char *path) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t length = 0;
    FILE *copy = file ? open_memstream(&bytes, &length) : NULL;
    char piece[65536];
    for (size_t got; copy && (got = fread(piece, 1, sizeof piece, file)) > 0;) fwrite(piece, 1, got, copy);
    if (file) fclose(file);
    bool good = copy && fclose(copy) == 0 && texts_put(texts, path, bytes, length);
    free(bytes);
    if (good) find(texts, path)->open = false;
    return good;
}

const Text *texts_get(Texts *texts, const char *path) {
    Text *text = find(texts, path);
    if (!text && read_disk(texts, path)) text = find(texts, path);
    return text;
}

void texts_free(Texts *texts) {
    for (size_t i = 0; i < texts->len; i++) clear(&texts->at[i]);
    free(texts->at);
}

/* --- places in them ------------------------------------------------------------------------------------- */

/* How many units of UTF-16 the character that begins at a byte takes; bytes within one take none. */
static size_t units(char c, bool utf8) {
    unsigned char byte = (unsigned char)c;
    if (utf8) return 1;
    if ((byte & 0xc0) == 0x80) return 0;
    return byte >= 0xf0 ? 2 : 1;
}

Position position_of(const Text *text, size_t offset, bool utf8) {
    Position position = {0};
    for (size_t i = 0; i < offset && i < text->length; i++) {
        if (text->text[i] == '\n')
            position = (Position){position.line + 1, 0};
        else
            position.character += units(text->text[i], utf8);
    }
    return position;
}

static bool within_character(char c) {
    return ((unsigned char)c & 0xc0) == 0x80;
}

size_t offset_of(const Text *text, Position position, bool utf8) {
    size_t at = 0;
    for (size_t line = 0; line < position.line && at < text->length; at++) line += text->text[at] == '\n';
    for (size_t count = 0; count < position.character && at < text->length && text->text[at] != '\n';) {
        count += units(text->text[at], utf8);
        at++;
        while (!utf8 && at < text->length && within_character(text->text[at])) at++;
    }
    return at;
}
