/* json: canonical JSON out, strict JSON in.
 *
 * Out is a restricted profile of RFC 8785: maps sorted by key (by code point; keys are ASCII in entries), no
 * space, no number but whole ones of at most 53 bits (decimals are written as texts), the shortest escapes.
 * In is jansson's parser, bounded in depth (64), refusing duplicate keys, reals, integers past 53 bits and
 * U+0000 in texts. Its nodes have no positions. */
#ifndef BYLAW_VALUE_JSON_H
#define BYLAW_VALUE_JSON_H

#include "value/tree.h"

enum { JSON_DEPTH = 64 };

#define JSON_INT_MAX INT64_C(9007199254740991) /* 53 bits: what every reader of JSON holds exactly */

/* Whoever makes the tree sees to it that its numbers stay within 53 bits: json_read() refuses larger ones. */
void json_write(Buf *buf, const Tree *tree);                /* canonical */
bool json_same(Arena *arena, const Tree *a, const Tree *b); /* written, they are the same bytes */
void json_write_pretty(Buf *buf, const Tree *tree);         /* two spaces, keys in the order of insertion */
void json_write_text(Buf *buf, Text text);                  /* one quoted string */

typedef struct JsonError {
    Text message; /* a sentence */
    uint32_t at;  /* byte offset */
} JsonError;

/* NULL and *error when it is no such JSON. */
Tree *json_read(Arena *arena, Text text, JsonError *error);

/* The same of JSON with any numbers: they are read as texts, as they are written, so that none is rounded. */
Tree *json_read_as_written(Arena *arena, Text text, JsonError *error);

#endif
