#include "base/arena.h"
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

/* Under AddressSanitizer what is not handed out cannot be touched, and a gap follows each allocation. */
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define ARENA_FORBID(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define ARENA_ALLOW(at, size)  ASAN_UNPOISON_MEMORY_REGION((at), (size))
enum { ARENA_GAP = 16 };
#else
#define ARENA_FORBID(at, size) ((void)(at), (void)(size))
#define ARENA_ALLOW(at, size)  ((void)(at), (void)(size))
enum { ARENA_GAP = 0 };
#endif

enum { ARENA_ALIGN = 16, BLOCK_FIRST = 4096, BLOCK_MOST = 1 << 20 };

typedef struct Block {
    struct Block *before;
    size_t size, used; /* of data */
    _Alignas(ARENA_ALIGN) char data[];
} Block;

typedef struct Cleanup {
    struct Cleanup *before;
    void (*release)(void *what);
    void *what;
} Cleanup;

struct Arena {
    Block *block; /* the newest; NULL when there is none */
    Block *spare; /* one kept by a rewind for the next to come */
    Cleanup *cleanups;
    jmp_buf *way_out;
    size_t limit, total, next_size;
    size_t fail_after; /* 0: never */
};

_Static_assert(_Alignof(max_align_t) <= ARENA_ALIGN, "an allocation is aligned for any type");

Arena *arena_new(size_t limit) {
    Arena *arena = calloc(1, sizeof *arena);
    if (arena) *arena = (Arena){.limit = limit, .next_size = BLOCK_FIRST};
    return arena;
}

static void release_until(Arena *arena, const Cleanup *last) {
    while (arena->cleanups != last) {
        Cleanup cleanup = *arena->cleanups;
        arena->cleanups = cleanup.before;
        cleanup.release(cleanup.what);
    }
}

static void block_free(Block *block) {
    if (block) ARENA_ALLOW(block->data, block->size);
    free(block);
}

void arena_free(Arena *arena) {
    if (!arena) return;
    release_until(arena, NULL);
    while (arena->block) {
        Block *before = arena->block->before;
        block_free(arena->block);
        arena->block = before;
    }
    block_free(arena->spare);
    free(arena);
}

bool arena_try(Arena *arena, void (*work)(void *context), void *context) {
    jmp_buf here;
    jmp_buf *outer = arena->way_out;
    arena->way_out = &here;
    if (setjmp(here) != 0) {
        arena->way_out = outer;
        return false;
    }
    work(context);
    arena->way_out = outer;
    return true;
}

noreturn void arena_fail(Arena *arena) {
    if (!arena->way_out) __builtin_trap();
    longjmp(*arena->way_out, 1);
}

/* A new block of at least `size` bytes at the front. */
static void add_block(Arena *arena, size_t size) {
    Block *block = arena->spare;
    if (block && block->size >= size) {
        arena->spare = NULL;
    } else {
        size_t room = size > arena->next_size ? size : arena->next_size;
        block = malloc(sizeof *block + room);
        if (!block) arena_fail(arena);
        block->size = room;
        if (arena->next_size < BLOCK_MOST) arena->next_size *= 2;
    }
    ARENA_FORBID(block->data, block->size);
    block->used = 0;
    block->before = arena->block;
    arena->block = block;
}

static size_t rounded(size_t size) {
    return (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
}

/* Counts `size` bytes more, or leaves when there may be no more. */
static void account(Arena *arena, size_t size) {
    if (arena->fail_after != 0 && --arena->fail_after == 0) arena_fail(arena);
    size_t most = arena->limit != 0 ? arena->limit : SIZE_MAX / 2;
    if (size > most || arena->total > most - size) arena_fail(arena);
    arena->total += size;
}

void *arena_alloc(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 4) arena_fail(arena);
    size_t whole = rounded(size == 0 ? 1 : size);
    account(arena, whole);
    Block *block = arena->block;
    if (!block || block->size - block->used < whole + ARENA_GAP) {
        add_block(arena, whole + ARENA_GAP);
        block = arena->block;
    }
    void *at = block->data + block->used;
    block->used += whole + ARENA_GAP;
    ARENA_ALLOW(at, size);
    return memset(at, 0, size);
}

void *arena_array_of(Arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) arena_fail(arena);
    return arena_alloc(arena, bytes);
}

/* Is `at` the last thing allocated, with room for `more` bytes after its `whole`? */
static bool can_stretch(const Arena *arena, const void *at, size_t whole, size_t more) {
    const Block *block = arena->block;
    return block && (const char *)at + whole + ARENA_GAP == block->data + block->used &&
           block->size - block->used >= more;
}

void *arena_grow(Arena *arena, void *at, size_t old_size, size_t size) {
    if (size > SIZE_MAX / 4) arena_fail(arena);
    size_t had = rounded(old_size == 0 ? 1 : old_size), whole = rounded(size);
    if (at && size > old_size && can_stretch(arena, at, had, whole - had)) {
        account(arena, whole - had);
        arena->block->used += whole - had;
        ARENA_ALLOW(at, size);
        memset((char *)at + old_size, 0, size - old_size);
        return at;
    }
    void *copy = arena_alloc(arena, size);
    if (at) memcpy(copy, at, old_size < size ? old_size : size);
    return copy;
}

/* Volatile, since a compiler may leave out memory that is never used. */
void arena_need(Arena *arena, size_t size) {
    void *volatile found = malloc(size);
    if (!found) arena_fail(arena);
    free(found);
}

typedef struct Noting {
    Arena *arena;
    Cleanup *made;
} Noting;

static void make_cleanup(void *context) {
    Noting *noting = context;
    noting->made = arena_make(noting->arena, Cleanup);
}

void arena_on_free(Arena *arena, void (*release)(void *what), void *what) {
    Noting noting = {arena, NULL};
    if (!arena_try(arena, make_cleanup, &noting)) {
        release(what);
        arena_fail(arena);
    }
    *noting.made = (Cleanup){arena->cleanups, release, what};
    arena->cleanups = noting.made;
}

size_t arena_used(const Arena *arena) {
    return arena->total;
}

ArenaMark arena_mark(const Arena *arena) {
    return (ArenaMark){arena->block, arena->block ? arena->block->used : 0, arena->cleanups, arena->total};
}

void arena_rewind(Arena *arena, ArenaMark mark) {
    release_until(arena, mark.cleanups);
    while (arena->block != mark.block) {
        Block *block = arena->block;
        arena->block = block->before;
        bool keep = !arena->spare || block->size > arena->spare->size;
        block_free(keep ? arena->spare : block);
        if (keep) arena->spare = block;
    }
    if (arena->block) {
        ARENA_FORBID(arena->block->data + mark.used, arena->block->size - mark.used);
        arena->block->used = mark.used;
    }
    arena->total = mark.total;
}

void arena_fail_after(Arena *arena, size_t after) {
    arena->fail_after = after;
}
