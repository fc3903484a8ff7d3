#include "base/arena.h"
#include "base/vec.h"
#include <check.h>
#include <stdint.h>
#include <string.h>

typedef struct Work {
    Arena *arena;
    size_t size, times, done;
    void *at;
} Work;

static void allocate(void *context) {
    Work *work = context;
    for (size_t i = 0; i < work->times; i++) {
        work->at = arena_alloc(work->arena, work->size);
        work->done++;
    }
}

START_TEST(memory_comes_zeroed_and_aligned) {
    Arena *arena = arena_new(0);
    for (size_t size = 1; size < 3000; size += 37) {
        char *at = arena_alloc(arena, size);
        ck_assert_uint_eq((uintptr_t)at % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) ck_assert_int_eq(at[i], 0);
        memset(at, 0xAA, size);
    }
    ck_assert_ptr_nonnull(arena_alloc(arena, 0));
    arena_free(arena);
    arena_free(NULL);
}
END_TEST

START_TEST(an_arena_keeps_to_its_limit) {
    Arena *arena = arena_new(1000);
    Work work = {arena, 16, 62, 0, NULL};
    ck_assert(arena_try(arena, allocate, &work));
    ck_assert_uint_le(arena_used(arena), 1000);
    work = (Work){arena, 16, 1, 0, NULL};
    ck_assert(!arena_try(arena, allocate, &work));
    ck_assert_uint_eq(work.done, 0);
    arena_free(arena);
}
END_TEST

START_TEST(an_impossible_size_counts_as_out_of_memory) {
    Arena *arena = arena_new(0);
    Work work = {arena, SIZE_MAX, 1, 0, NULL};
    ck_assert(!arena_try(arena, allocate, &work));
    arena_free(arena);
}
END_TEST

static void overflow_a_product(void *context) {
    Work *work = context;
    work->at = arena_array_of(work->arena, SIZE_MAX / 2, 4);
}

START_TEST(an_overflowing_product_counts_as_out_of_memory) {
    Arena *arena = arena_new(0);
    Work work = {.arena = arena};
    ck_assert(!arena_try(arena, overflow_a_product, &work));
    arena_free(arena);
}
END_TEST

START_TEST(the_allocation_asked_to_fail_fails) {
    for (size_t after = 1; after < 20; after++) {
        Arena *arena = arena_new(0);
        arena_fail_after(arena, after);
        Work work = {arena, 8, 30, 0, NULL};
        ck_assert(!arena_try(arena, allocate, &work));
        ck_assert_uint_eq(work.done, after - 1);
        arena_free(arena);
    }
}
END_TEST

static void try_inside(void *context) {
    Work *work = context;
    Work inner = {work->arena, SIZE_MAX, 1, 0, NULL};
    ck_assert(!arena_try(work->arena, allocate, &inner));
    work->done = 1;
    arena_fail(work->arena);
}

START_TEST(only_the_innermost_try_is_left) {
    Arena *arena = arena_new(0);
    Work work = {.arena = arena};
    ck_assert(!arena_try(arena, try_inside, &work));
    ck_assert_uint_eq(work.done, 1);
    arena_free(arena);
}
END_TEST

static int released[8], released_count;
static int one = 1, two = 2, three = 3;
static void note_release(void *what) {
    released[released_count++] = *(int *)what;
}

START_TEST(what_was_handed_over_is_released_last_first) {
    released_count = 0;
    Arena *arena = arena_new(0);
    arena_on_free(arena, note_release, &one);
    arena_on_free(arena, note_release, &two);
    ck_assert_int_eq(released_count, 0);
    arena_free(arena);
    ck_assert_int_eq(released_count, 2);
    ck_assert_int_eq(released[0], 2);
    ck_assert_int_eq(released[1], 1);
}
END_TEST

static void hand_over(void *context) {
    Work *work = context;
    arena_on_free(work->arena, note_release, &one);
    work->done = 1;
}

START_TEST(what_is_handed_over_when_memory_runs_out_is_released_too) {
    released_count = 0;
    Arena *arena = arena_new(0);
    arena_fail_after(arena, 1);
    Work work = {.arena = arena};
    ck_assert(!arena_try(arena, hand_over, &work));
    ck_assert_uint_eq(work.done, 0);
    ck_assert_int_eq(released_count, 1);
    arena_free(arena);
    ck_assert_int_eq(released_count, 1);
}
END_TEST

START_TEST(a_rewind_gives_back_what_came_after_the_mark) {
    released_count = 0;
    Arena *arena = arena_new(0);
    int *kept = arena_make(arena, int);
    *kept = 7;
    arena_on_free(arena, note_release, &one);
    size_t used = arena_used(arena);
    ArenaMark mark = arena_mark(arena);
    for (int round = 0; round < 50; round++) {
        arena_on_free(arena, note_release, &two);
        for (int i = 0; i < 200; i++) {
            char *at = arena_alloc(arena, 1000);
            ck_assert_int_eq(at[0] | at[999], 0);
            memset(at, 0x55, 1000);
        }
        released_count = 0;
        arena_rewind(arena, mark);
        ck_assert_int_eq(released_count, 1);
        ck_assert_int_eq(released[0], 2);
        ck_assert_uint_eq(arena_used(arena), used);
    }
    ck_assert_int_eq(*kept, 7);
    arena_free(arena);
    ck_assert_int_eq(released_count, 2);
}
END_TEST

START_TEST(a_mark_of_an_empty_arena_leads_back_to_it) {
    Arena *arena = arena_new(0);
    ArenaMark mark = arena_mark(arena);
    arena_on_free(arena, note_release, &three);
    arena_rewind(arena, mark);
    ck_assert_uint_eq(arena_used(arena), 0);
    arena_free(arena);
}
END_TEST

START_TEST(growing_keeps_what_was_there_and_zeroes_the_rest) {
    Arena *arena = arena_new(0);
    char *first = arena_alloc(arena, 10);
    memset(first, 'a', 10);
    char *stretched = arena_grow(arena, first, 10, 100);
    ck_assert_ptr_eq(stretched, first);
    arena_alloc(arena, 1);
    char *moved = arena_grow(arena, stretched, 100, 200);
    ck_assert_ptr_ne(moved, stretched);
    for (int i = 0; i < 200; i++) ck_assert_int_eq(moved[i], i < 10 ? 'a' : 0);
    arena_free(arena);
}
END_TEST

START_TEST(a_vector_grows_and_its_new_items_are_zero) {
    Arena *arena = arena_new(0);
    VEC(int64_t) numbers = {0};
    for (int64_t i = 0; i < 1000; i++) {
        int64_t *item = vec_push(arena, &numbers);
        ck_assert_int_eq(*item, 0);
        *item = i;
        if (i % 7 == 0) arena_alloc(arena, 8);
    }
    ck_assert_uint_eq(numbers.len, 1000);
    for (int64_t i = 0; i < 1000; i++) ck_assert_int_eq(numbers.at[i], i);
    arena_free(arena);
}
END_TEST

Suite *arena_test_suite(void) {
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_test(tests, memory_comes_zeroed_and_aligned);
    tcase_add_test(tests, an_arena_keeps_to_its_limit);
    tcase_add_test(tests, an_impossible_size_counts_as_out_of_memory);
    tcase_add_test(tests, an_overflowing_product_counts_as_out_of_memory);
    tcase_add_test(tests, the_allocation_asked_to_fail_fails);
    tcase_add_test(tests, only_the_innermost_try_is_left);
    tcase_add_test(tests, what_was_handed_over_is_released_last_first);
    tcase_add_test(tests, what_is_handed_over_when_memory_runs_out_is_released_too);
    tcase_add_test(tests, a_rewind_gives_back_what_came_after_the_mark);
    tcase_add_test(tests, a_mark_of_an_empty_arena_leads_back_to_it);
    tcase_add_test(tests, growing_keeps_what_was_there_and_zeroes_the_rest);
    tcase_add_test(tests, a_vector_grows_and_its_new_items_are_zero);
    suite_add_tcase(suite, tests);
    return suite;
}
