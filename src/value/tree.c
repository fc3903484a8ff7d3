#include "value/tree.h"
#include "base/vec.h"
#include <stdlib.h>

static Tree *node(Arena *arena, TreeKind kind) {
    Tree *tree = arena_make(arena, Tree);
    tree->kind = kind;
    return tree;
}

Tree *tree_null(Arena *arena) {
    return node(arena, TREE_NULL);
}

Tree *tree_bool(Arena *arena, bool yes) {
    Tree *tree = node(arena, TREE_BOOL);
    tree->yes = yes;
    return tree;
}

Tree *tree_int(Arena *arena, int64_t number) {
    Tree *tree = node(arena, TREE_INT);
    tree->number = number;
    return tree;
}

Tree *tree_text(Arena *arena, Text text) {
    Tree *tree = node(arena, TREE_TEXT);
    tree->text = text;
    return tree;
}

Tree *tree_written(Arena *arena, Text json) {
    Tree *tree = tree_text(arena, json);
    tree->written = true;
    return tree;
}

Tree *tree_list(Arena *arena) {
    return node(arena, TREE_LIST);
}

Tree *tree_map(Arena *arena) {
    return node(arena, TREE_MAP);
}

void tree_add(Arena *arena, Tree *list, Tree *item) {
    list->items = vec_room(arena, list->items, list->len, &list->cap, sizeof *list->items);
    list->items[list->len++] = item;
}

/* The index of a key; the map's length when it has none. */
static size_t key_index(const Tree *map, Text key) {
    size_t i = 0;
    while (i < map->len && !text_equal(map->keys[i], key)) i++;
    return i;
}

/* Room for one more in both of the map's arrays, which have one capacity. */
static void make_room(Arena *arena, Tree *map) {
    uint32_t cap = map->cap;
    map->keys = vec_room(arena, map->keys, map->len, &cap, sizeof *map->keys);
    map->items = vec_room(arena, map->items, map->len, &map->cap, sizeof *map->items);
}

void tree_append(Arena *arena, Tree *map, Text key, Tree *item) {
    make_room(arena, map);
    map->keys[map->len] = key;
    map->items[map->len++] = item;
    map->key_starts = NULL; /* it is no longer as it was read */
}

void tree_set(Arena *arena, Tree *map, Text key, Tree *item) {
    size_t at = key_index(map, key);
    if (at < map->len)
        map->items[at] = item;
    else
        tree_append(arena, map, key, item);
}

void tree_set_text(Arena *arena, Tree *map, const char *key, Text text) {
    tree_set(arena, map, text_of(key), tree_text(arena, text));
}

void tree_set_some(Arena *arena, Tree *map, const char *key, Text text) {
    if (!text_empty(text)) tree_set_text(arena, map, key, text);
}

void tree_set_int(Arena *arena, Tree *map, const char *key, int64_t number) {
    tree_set(arena, map, text_of(key), tree_int(arena, number));
}

void tree_set_bool(Arena *arena, Tree *map, const char *key, bool yes) {
    tree_set(arena, map, text_of(key), tree_bool(arena, yes));
}

Tree *tree_set_list(Arena *arena, Tree *map, const char *key) {
    Tree *list = tree_list(arena);
    tree_set(arena, map, text_of(key), list);
    return list;
}

Tree *tree_set_map(Arena *arena, Tree *map, const char *key) {
    Tree *inner = tree_map(arena);
    tree_set(arena, map, text_of(key), inner);
    return inner;
}

Tree *tree_add_map(Arena *arena, Tree *list) {
    Tree *map = tree_map(arena);
    tree_add(arena, list, map);
    return map;
}

Tree *tree_get_key(const Tree *map, Text key) {
    if (!map || map->kind != TREE_MAP) return NULL;
    size_t at = key_index(map, key);
    return at < map->len ? map->items[at] : NULL;
}

Tree *tree_get(const Tree *map, const char *key) {
    return tree_get_key(map, text_of(key));
}

Text tree_get_text(const Tree *map, const char *key) {
    const Tree *item = tree_get(map, key);
    return item && item->kind == TREE_TEXT ? item->text : TEXT("");
}

size_t tree_len(const Tree *list_or_map) {
    bool holds = list_or_map && (list_or_map->kind == TREE_LIST || list_or_map->kind == TREE_MAP);
    return holds ? list_or_map->len : 0;
}

static int by_key(const void *a, const void *b) {
    return text_compare(((const TreePair *)a)->key, ((const TreePair *)b)->key);
}

const TreePair *tree_sorted(Arena *arena, const Tree *map) {
    size_t ordered = 1;
    while (ordered < map->len && text_compare(map->keys[ordered - 1], map->keys[ordered]) <= 0) ordered++;
    if (ordered >= map->len) return NULL;
    TreePair *pairs = arena_array(arena, TreePair, map->len);
    for (size_t i = 0; i < map->len; i++) pairs[i] = (TreePair){map->keys[i], map->items[i]};
    qsort(pairs, map->len, sizeof *pairs, by_key);
    return pairs;
}
