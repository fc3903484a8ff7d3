/* A folder of a test's own, with an arena: made by scratch_set_up(), removed by scratch_tear_down(), which
 * are a checked fixture's two halves. */
#ifndef BYLAW_TESTS_SCRATCH_H
#define BYLAW_TESTS_SCRATCH_H

#include "base/arena.h"
#include "check_more.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char scratch_folder[128];
static Arena *scratch_arena;
static pid_t scratch_owner;

static inline void scratch_set_up(void) {
    const char *base = getenv("TMPDIR");
    snprintf(scratch_folder, sizeof scratch_folder, "%s/bylaw-test-XXXXXX", base ? base : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(scratch_folder));
    scratch_owner = getpid();
    scratch_arena = arena_new(0);
    ck_assert_ptr_nonnull(scratch_arena);
}

/* A child of the test's own comes here only when it failed, where the tests of a room share a process: it
 * must not go on with the next of them. */
static inline void scratch_tear_down(void) {
    char command[160];
    if (getpid() != scratch_owner) _exit(EXIT_FAILURE);
    arena_free(scratch_arena);
    snprintf(command, sizeof command, "rm -rf '%s'", scratch_folder);
    ck_assert_int_eq(system(command), 0);
}

/* The path of a file in the folder. */
static inline Text scratch_path(const char *name) {
    return text_format(scratch_arena, "%s/%s", scratch_folder, name);
}

static inline void scratch_write(Text path, Text content) {
    FILE *file = fopen(path.at, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(content.at ? content.at : "", 1, content.len, file), content.len);
    ck_assert_int_eq(fclose(file), 0);
}

static inline Text scratch_read(const char *path) {
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    Buf buf = buf_new(scratch_arena);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

/* A limit on the size of files stands for a full disk, until it is RLIM_INFINITY again. */
static inline void scratch_limit_files(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &(struct rlimit){bytes, RLIM_INFINITY}), 0);
}

static inline bool scratch_exists(Text path) {
    struct stat about;
    return stat(path.at, &about) == 0;
}

#endif
