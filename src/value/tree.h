/* tree: one shape for YAML, JSON and results: nothing, yes or no, whole number, text, list, map. A node read
 * from a text remembers where it stood. Maps keep the order of insertion; canonical JSON sorts them. */
#ifndef BYLAW_VALUE_TREE_H
#define BYLAW_VALUE_TREE_H

#include "base/text.h"

typedef enum TreeKind { TREE_NULL, TREE_BOOL, TREE_INT, TREE_TEXT, TREE_LIST, TREE_MAP } TreeKind;

typedef struct Tree {
    TreeKind kind;
    bool quoted;         /* TEXT from YAML: it was written in quotes */
    bool written;        /* TEXT: what it stands for, in canonical JSON, which is written as it is */
    uint32_t start, end; /* bytes in the text it was read from; 0,0 when made by the program */
    union {
        bool yes;
        int64_t number;
        Text text;
        struct {
            struct Tree **items;
            Text *keys;           /* MAP */
            uint32_t *key_starts; /* MAP: where each key stands; NULL unless read from YAML, and unchanged */
            uint32_t len, cap;
        };
    };
} Tree;

Tree *tree_null(Arena *arena);
Tree *tree_bool(Arena *arena, bool yes);
Tree *tree_int(Arena *arena, int64_t number);
Tree *tree_text(Arena *arena, Text text);
Tree *tree_written(Arena *arena, Text json); /* only to be written */
Tree *tree_list(Arena *arena);
Tree *tree_map(Arena *arena);
void tree_add(Arena *arena, Tree *list, Tree *item);
void tree_set(Arena *arena, Tree *map, Text key, Tree *item);    /* replaces an item of that key */
void tree_append(Arena *arena, Tree *map, Text key, Tree *item); /* of a key that the map has not */

/* Shorthands for what results are made of. */
void tree_set_text(Arena *arena, Tree *map, const char *key, Text text);
void tree_set_some(Arena *arena, Tree *map, const char *key, Text text); /* an empty one is left out */
void tree_set_int(Arena *arena, Tree *map, const char *key, int64_t number);
void tree_set_bool(Arena *arena, Tree *map, const char *key, bool yes);
Tree *tree_set_list(Arena *arena, Tree *map, const char *key); /* a new empty list under the key */
Tree *tree_set_map(Arena *arena, Tree *map, const char *key);
Tree *tree_add_map(Arena *arena, Tree *list); /* a new empty map at the end */

/* A map's items by the bytes of their keys, as canonical forms have them; NULL: they stand so already. */
typedef struct TreePair {
    Text key;
    const Tree *item;
} TreePair;
const TreePair *tree_sorted(Arena *arena, const Tree *map);

/* The item under a key; NULL when there is none or `map` is no map (or NULL). */
Tree *tree_get(const Tree *map, const char *key);
Tree *tree_get_key(const Tree *map, Text key);
Text tree_get_text(const Tree *map, const char *key); /* empty when it is no text */
size_t tree_len(const Tree *list_or_map);             /* 0 for anything else, and for NULL */

#endif
