#include "base/arena.h"
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

/* Under AddressSanitizer what is not handed out cannot be touched, and a gap follows each allocation. Blocks
 * stay small, since each is forbidden whole at first, which costs an eighth of its size in memory that is
 * written. */
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define ARENA_FORBID(at, size) ASAN_POISON_MEMORY_REGION((at), (size))
#define ARENA_ALLOW(at, size)  ASAN_UNPOISON_MEMORY_REGION((at), (size))
enum { ARENA_GAP = 16, BLOCK_MOST = 1 << 16 };
#else
#define ARENA_FORBID(at, size) ((void)(at), (void)(size))
#define ARENA_ALLOW(at, size)  ((void)(at), (void)(size))
enum { ARENA_GAP = 0, BLOCK_MOST = 1 << 24 };
#endif

enum { BLOCK_FIRST = 1 << 12, BLOCK_GROWTH = 4, HUGE_PAGE = 1 << 21 };

typedef struct Block {
    struct Block *before;
    size_t size; /* of data */
    _Alignas(ARENA_ALIGN) char data[];
} Block;

typedef struct Cleanup {
    struct Cleanup *before;
    void (*release)(void *what);
    void *what;
} Cleanup;

struct Arena {
    ArenaRoom room; /* first. Its `next` is where the newest block goes on; `left` is 0 where each allocation
                       has to be looked at */
    Block *block;   /* the newest; NULL when there is none */
    Block *spare;   /* one kept by a rewind for the next to come */
    Cleanup *cleanups;
    jmp_buf *way_out;
    size_t limit, next_size;
    size_t handed; /* bytes handed out until room.next stood at `counted` */
    char *counted;
    size_t fail_after; /* 0: never */
};

_Static_assert((int)_Alignof(max_align_t) <= (int)ARENA_ALIGN, "an allocation is aligned for any type");

Arena *arena_new(size_t limit) {
    Arena *arena = calloc(1, sizeof *arena);
    if (arena) *arena = (Arena){.limit = limit != 0 ? limit : SIZE_MAX / 2, .next_size = BLOCK_FIRST};
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

/* A large block is filled from end to end: as huge pages it costs a fault for each 2 MiB in place of each 4
 * KiB. Where the system has none, nothing changes. */
static Block *block_new(size_t room) {
    size_t size = sizeof(Block) + room;
    void *at = NULL;
    if (size < 2 * HUGE_PAGE) return malloc(size);
    if (posix_memalign(&at, HUGE_PAGE, size) != 0) return NULL;
#ifdef MADV_HUGEPAGE
    madvise(at, size, MADV_HUGEPAGE);
#endif
    return at;
}

/* Puts the place at which the newest block goes on. */
static void set_next(Arena *arena, char *next) {
    const Block *block = arena->block;
    size_t in_block = block ? (size_t)(block->data + block->size - next) : 0;
    size_t in_limit = (arena->limit - arena->handed) & ~(size_t)(ARENA_ALIGN - 1);
    bool looks = ARENA_GAP > 0 || arena->fail_after != 0;
    arena->room.next = arena->counted = next;
    arena->room.left = looks ? 0 : in_block < in_limit ? in_block : in_limit;
}

/* A new block of at least `size` bytes at the front. */
static void add_block(Arena *arena, size_t size) {
    Block *block = arena->spare;
    if (block && block->size >= size) {
        arena->spare = NULL;
    } else {
        size_t usual = arena->next_size - sizeof *block, room = size > usual ? size : usual;
        block = block_new(room);
        if (!block) arena_fail(arena);
        block->size = room;
        ARENA_FORBID(block->data, room);
        if (arena->next_size < BLOCK_MOST) arena->next_size *= BLOCK_GROWTH;
    }
    block->before = arena->block;
    arena->block = block;
    set_next(arena, block->data);
}

/* Counts `size` bytes more, or leaves when there may be no more. */
static void account(Arena *arena, size_t size) {
    arena->handed = arena_used(arena);
    arena->counted = arena->room.next;
    if (arena->fail_after != 0 && --arena->fail_after == 0) arena_fail(arena);
    if (size > arena->limit - arena->handed) arena_fail(arena);
    arena->handed += size;
}

static bool has_room(const Arena *arena, size_t size) {
    const Block *block = arena->block;
    return block && (size_t)(block->data + block->size - arena->room.next) >= size;
}

void *arena_alloc_anew(Arena *arena, size_t size) {
    if (size > SIZE_MAX / 4) arena_fail(arena);
    size_t whole = arena_rounded(size == 0 ? 1 : size);
    account(arena, whole);
    if (!has_room(arena, whole + ARENA_GAP)) add_block(arena, whole + ARENA_GAP);
    void *at = arena->room.next;
    set_next(arena, arena->room.next + whole + ARENA_GAP);
    ARENA_ALLOW(at, size);
    return memset(at, 0, size);
}

void *arena_array_of(Arena *arena, size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) arena_fail(arena);
    return arena_alloc(arena, bytes);
}

/* Is `at` the last thing allocated, with room for `more` bytes after its `whole`? */
static bool can_stretch(const Arena *arena, const char *at, size_t whole, size_t more) {
    return at + whole + ARENA_GAP == arena->room.next && has_room(arena, more);
}

void *arena_grow(Arena *arena, void *at, size_t old_size, size_t size) {
    if (size > SIZE_MAX / 4) arena_fail(arena);
    size_t had = arena_rounded(old_size == 0 ? 1 : old_size), whole = arena_rounded(size);
    if (at && size > old_size && can_stretch(arena, at, had, whole - had)) {
        account(arena, whole - had);
        set_next(arena, arena->room.next + (whole - had));
        ARENA_ALLOW(at, size);
        memset((char *)at + old_size, 0, size - old_size);
        return at;
    }
    void *copy = arena_alloc(arena, size);
    if (at) memcpy(copy, at, old_size < size ? old_size : size);
    return copy;
}

/* Volatile, since a compiler may leave out memory that is never used. AddressSanitizer's malloc() writes what
 * it has to say of each mebibyte, and keeps it when it is freed: there the system is asked without it. */
void arena_need(Arena *arena, size_t size) {
#ifdef ARENA_POISONS
    void *found = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED) arena_fail(arena);
    munmap(found, size);
#else
    void *volatile found = malloc(size);
    if (!found) arena_fail(arena);
    free(found);
#endif
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
    return arena->handed + (size_t)(arena->room.next - arena->counted);
}

ArenaMark arena_mark(const Arena *arena) {
    size_t used = arena->block ? (size_t)(arena->room.next - arena->block->data) : 0;
    return (ArenaMark){arena->block, used, arena->cleanups, arena_used(arena)};
}

/* Only what was handed out is forbidden again, since a block may be large: up to `end` in the newest one, all
 * of those before it. */
void arena_rewind(Arena *arena, ArenaMark mark) {
    release_until(arena, mark.cleanups);
    char *end = arena->room.next;
    while (arena->block != mark.block) {
        Block *block = arena->block;
        ARENA_FORBID(block->data, end ? (size_t)(end - block->data) : block->size);
        end = NULL;
        arena->block = block->before;
        bool keep = !arena->spare || block->size > arena->spare->size;
        block_free(keep ? arena->spare : block);
        if (keep) arena->spare = block;
    }
    Block *block = arena->block;
    char *next = block ? block->data + mark.used : NULL;
    if (block) ARENA_FORBID(next, end ? (size_t)(end - next) : block->size - mark.used);
    arena->handed = mark.total;
    set_next(arena, next);
}

void arena_fail_after(Arena *arena, size_t after) {
    arena->handed = arena_used(arena);
    arena->fail_after = after;
    set_next(arena, arena->room.next);
}
