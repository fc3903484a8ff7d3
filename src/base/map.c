#include "base/map.h"
#include "base/vec.h"
#include <string.h>

__extension__ typedef unsigned __int128 Wide;

static uint64_t fold(uint64_t a, uint64_t b) {
    Wide product = (Wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Eight bytes at a step, folded by a wide product. Only where things are looked up depends on it. */
static uint64_t hash_of(Text key) {
    static const uint64_t mix = 0x9e3779b97f4a7c15, more = 0xd6e8feb86659fd93;
    uint64_t hash = key.len ^ more;
    size_t at = 0;
    for (; key.len - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, key.at + at, 8);
        hash = fold(hash ^ word, mix);
    }
    uint64_t tail = 0;
    if (at < key.len) memcpy(&tail, key.at + at, key.len - at);
    return fold(fold(hash ^ tail, mix), more);
}

/* The slot of the key, or the free one where it would go. Slots hold an item's index + 1; 0 is free. */
static uint32_t *slot_of(const Map *map, Text key, uint64_t hash) {
    size_t mask = map->slot_count - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        uint32_t *slot = &map->slots[at];
        if (*slot == 0) return slot;
        const MapItem *item = &map->items[*slot - 1];
        if (item->hash == hash && text_equal(item->key, key)) return slot;
    }
}

void *map_get(const Map *map, Text key) {
    if (map->len == 0) return NULL;
    uint32_t slot = *slot_of(map, key, hash_of(key));
    return slot == 0 ? NULL : map->items[slot - 1].value;
}

/* So many slots that `len` keys fill at most three quarters of them. */
static void more_slots(Arena *arena, Map *map, size_t len) {
    size_t slot_count = map->slot_count == 0 ? 8 : map->slot_count;
    while (slot_count / 4 * 3 < len) slot_count *= 2;
    if (slot_count > UINT32_MAX) arena_fail(arena);
    map->slots = arena_array(arena, uint32_t, slot_count);
    map->slot_count = slot_count;
    for (size_t i = 0; i < map->len; i++)
        *slot_of(map, map->items[i].key, map->items[i].hash) = (uint32_t)(i + 1);
}

void map_reserve(Arena *arena, Map *map, size_t more) {
    size_t len = map->len + more;
    if (len > UINT32_MAX / 2) arena_fail(arena);
    if (len > map->slot_count / 4 * 3) more_slots(arena, map, len);
    if (len <= map->cap) return;
    map->items = arena_grow(arena, map->items, map->cap * sizeof *map->items, len * sizeof *map->items);
    map->cap = (uint32_t)len;
}

void map_set(Arena *arena, Map *map, Text key, void *value) {
    if (map->len >= map->slot_count / 4 * 3) more_slots(arena, map, (size_t)map->len + 1);
    uint64_t hash = hash_of(key);
    uint32_t *slot = slot_of(map, key, hash);
    if (*slot != 0) {
        map->items[*slot - 1].value = value;
        return;
    }
    map->items = vec_room(arena, map->items, map->len, &map->cap, sizeof *map->items);
    map->items[map->len++] = (MapItem){key, value, hash};
    *slot = (uint32_t)map->len;
}
