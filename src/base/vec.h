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
    ((vec)->at = vec_room((arena), (vec)->at, (vec)->len, &(vec)->cap, sizeof *(vec)->at),                   \
     &(vec)->at[(vec)->len++])

/* `items`, or a larger zeroed copy of them when `len` has reached `*cap`; past 4 billion items memory counts
 * as run out. */
void *vec_room(Arena *arena, void *items, size_t len, uint32_t *cap, size_t size);

#endif
