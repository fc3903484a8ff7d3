/* vec: growing arrays of a type, on an arena.   VEC(int) v = {0}; *vec_push(arena, &v) = 3; v.at[0]; v.len */
#ifndef BYLAW_BASE_VEC_H
#define BYLAW_BASE_VEC_H

#include "base/arena.h"
#include <stdint.h>

#define VEC(T)                                                                                               \
    struct {                                                                                                 \
        T *at;                                                                                               \
        uint32_t len, cap;                                                                                   \
    }

/* A pointer to one new zeroed item at the end. */
#define vec_push(arena, vec)                                                                                 \
    ((void)((vec)->len < (vec)->cap ||                                                                       \
            ((vec)->at = vec_grown((arena), (vec)->at, &(vec)->cap, sizeof *(vec)->at), false)),             \
     &(vec)->at[(vec)->len++])

/* `items`, or a larger copy of them when `len` has reached `*cap`. */
#define vec_room(arena, items, len, cap, size)                                                               \
    ((len) < *(cap) ? (items) : vec_grown((arena), (items), (cap), (size)))

/* A larger zeroed copy of the `*cap` items; past 4 billion items memory counts as run out. */
void *vec_grown(Arena *arena, void *items, uint32_t *cap, size_t size);

#endif
