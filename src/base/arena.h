/* arena: memory of one parse, one command or one result, freed all at once.
 *
 * Running out of memory is handled in one place. Work that allocates runs inside arena_try(); when
 * memory runs out (the system's, or the arena's own limit) the arena leaves the work and arena_try()
 * returns false. So arena_alloc() never returns NULL and nobody checks for it. What is not arena memory
 * (a parser, a statement, a file) is handed to arena_on_free(), and is released with the arena. */
#ifndef BYLAW_BASE_ARENA_H
#define BYLAW_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdnoreturn.h>
#include <string.h>

typedef struct Arena Arena;

/* A new arena that holds at most `limit` bytes (0: no limit of its own). NULL when out of memory. */
Arena *arena_new(size_t limit);

/* Runs what was given to arena_on_free(), last first, and gives the memory back. NULL does nothing. */
void arena_free(Arena *arena);

/* Calls work(context). False when memory ran out in it; the arena must then be freed (what it holds is
 * half done). Calls may nest; the innermost is left. */
bool arena_try(Arena *arena, void (*work)(void *context), void *context);

/* Leaves the innermost arena_try(), as when memory runs out. For libraries' own out-of-memory answers.
 * Outside of any arena_try() there is nowhere to go, and the process is trapped: work inside one. */
noreturn void arena_fail(Arena *arena);

/* What an Arena begins with: what is left of its newest block, so that most allocations are made in place. */
typedef struct ArenaRoom {
    char *next;
    size_t left;
} ArenaRoom;

enum { ARENA_ALIGN = 16 };

static inline size_t arena_rounded(size_t size) {
    return (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
}

void *arena_alloc_anew(Arena *arena, size_t size); /* when the room does not do */

/* `size` zeroed bytes, aligned for any type. Never NULL: see arena_try(). */
static inline void *arena_alloc(Arena *arena, size_t size) {
    ArenaRoom *room = (ArenaRoom *)arena;
    if (size == 0 || size > room->left) return arena_alloc_anew(arena, size);
    void *at = room->next;
    size_t whole = arena_rounded(size);
    room->next += whole;
    room->left -= whole;
    return memset(at, 0, size);
}

/* `count` zeroed items of `size` bytes; an overflow of the product counts as out of memory. */
void *arena_array_of(Arena *arena, size_t count, size_t size);

#define arena_make(arena, T)         ((T *)arena_alloc((arena), sizeof(T)))
#define arena_array(arena, T, count) ((T *)arena_array_of((arena), (count), sizeof(T)))

/* `at`, of `old_size` bytes from this arena, made `size` bytes: in place when nothing was allocated after it,
 * else as a copy. What is new is zeroed. For arrays and buffers that grow. */
void *arena_grow(Arena *arena, void *at, size_t old_size, size_t size);

/* Calls release(what) when the arena is freed; at once when memory for noting it runs out, so that `what` is
 * the arena's from here on, come what may. */
void arena_on_free(Arena *arena, void (*release)(void *what), void *what);

/* Leaves the innermost arena_try() unless the system has `size` bytes more. To be asked just before a call
 * into a library that would not survive running out of memory, with what that call may take; nothing is kept.
 */
void arena_need(Arena *arena, size_t size);

/* Bytes handed out so far. */
size_t arena_used(const Arena *arena);

/* A place to come back to: arena_rewind() forgets (and may reuse) all that was allocated since the mark.
 * What was given to arena_on_free() since then is released. For loops over many cases or entries. */
typedef struct ArenaMark {
    void *block;
    size_t used;
    void *cleanups;
    size_t total;
} ArenaMark;

ArenaMark arena_mark(const Arena *arena);
void arena_rewind(Arena *arena, ArenaMark mark);

/* For tests of the way out: the `after`-th allocation from now fails (0: none does). */
void arena_fail_after(Arena *arena, size_t after);

#endif
