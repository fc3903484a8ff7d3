#include "base/vec.h"
#include <stdint.h>

void *vec_room(Arena *arena, void *items, size_t len, size_t *cap, size_t size) {
    if (len < *cap) return items;
    if (*cap > SIZE_MAX / 4 / size) arena_fail(arena);
    size_t room = *cap == 0 ? 4 : *cap * 2;
    items = arena_grow(arena, items, *cap * size, room * size);
    *cap = room;
    return items;
}
