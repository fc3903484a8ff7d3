#include "base/vec.h"

void *vec_grown(Arena *arena, void *items, uint32_t *cap, size_t size) {
    if (*cap > UINT32_MAX / 2) arena_fail(arena);
    uint32_t room = *cap == 0 ? 4 : *cap * 2;
    items = arena_grow(arena, items, *cap * size, room * size);
    *cap = room;
    return items;
}
