/* map: from text to a pointer. Walked in the order of insertion, so that no hash order reaches a result. */
#ifndef BYLAW_BASE_MAP_H
#define BYLAW_BASE_MAP_H

#include "base/text.h"

typedef struct MapItem {
    Text key;
    void *value;
    uint64_t hash;
} MapItem;

/* A zeroed Map is an empty one. items[0..len) is the order of insertion; nothing is ever removed. */
typedef struct Map {
    MapItem *items;
    uint32_t len, cap;
    uint32_t *slots;
    size_t slot_count;
} Map;

/* The value, or NULL when the key is not there. */
void *map_get(const Map *map, Text key);

/* Room for `more` keys at once, where it is known how many will come. */
void map_reserve(Arena *arena, Map *map, size_t more);

/* Sets the value of a key; the key's bytes are not copied. */
void map_set(Arena *arena, Map *map, Text key, void *value);

#endif
