/* Files and folders from the disk, for charters, facts and imports. */
#include "service/files.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(Arena *arena, Text path, const char *what, Text *problem) {
    *problem = text_format(arena, "%.*s: %s", TEXT_ARG(path), what);
    return false;
}

static void close_file(void *what) {
    close((int)(intptr_t)what - 1);
}

static bool read_open(Arena *arena, int file, size_t size, Text path, Text *text, Text *problem) {
    char *bytes = arena_alloc(arena, size + 1);
    size_t have = 0;
    while (have < size) {
        ssize_t got = read(file, bytes + have, size - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(arena, path, strerror(errno), problem);
        if (got == 0) break;
        have += (size_t)got;
    }
    *text = (Text){bytes, have};
    return true;
}

/* Why what was opened cannot be read as a file; NULL: it can. */
static const char *no_file(int file, struct stat *about) {
    if (file < 0) return errno == ENOENT ? "there is no such file" : strerror(errno);
    if (fstat(file, about)) return strerror(errno);
    if (S_ISDIR(about->st_mode)) return "is a folder, and a file is needed here";
    return S_ISREG(about->st_mode) ? NULL : "is no ordinary file";
}

int file_open(Arena *arena, const char *name, uint64_t *size, Text *problem) {
    struct stat about = {0};
    int file = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const char *why = no_file(file, &about);
    if (!why) {
        *size = (uint64_t)about.st_size;
        return file;
    }
    if (file >= 0) close(file);
    fail(arena, text_of(name), why, problem);
    return -1;
}

bool file_read(Arena *arena, const char *name, size_t most, Text *text, Text *problem) {
    uint64_t size = 0;
    int file = file_open(arena, name, &size, problem);
    if (file < 0) return false;
    arena_on_free(arena, close_file, (void *)(intptr_t)(file + 1));
    if (size <= most) return read_open(arena, file, (size_t)size, text_of(name), text, problem);
    *problem = text_format(arena, "%s: has %llu bytes; at most %zu can be read", name,
                           (unsigned long long)size, most);
    return false;
}

bool file_pieces(int file, bool (*each)(void *context, Text piece), void *context) {
    char piece[FILE_PIECE];
    for (;;) {
        ssize_t got = read(file, piece, sizeof piece);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        if (!each(context, (Text){piece, (size_t)got})) return false;
    }
}

Text last_name(Text path) {
    size_t end = path.len;
    while (end > 1 && path.at[end - 1] == '/') end--;
    size_t start = end;
    while (start > 0 && path.at[start - 1] != '/') start--;
    return text_part(path, start, end);
}

/* --- folders -------------------------------------------------------------------------------------------- */

typedef struct Search {
    Arena *arena;
    FileList *found, *shown;
    Text *problem;
} Search;

static void close_folder(void *what) {
    closedir(what);
}

bool is_charter_file(Text name) {
    return text_ends(name, TEXT(".bylaw")) || text_ends(name, TEXT(".yaml")) || text_ends(name, TEXT(".yml"));
}

static void add_file(Search *search, Text path, Text shown) {
    *vec_push(search->arena, search->found) = path;
    *vec_push(search->arena, search->shown) = shown;
}

static int by_bytes(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* The names in a folder, sorted, since the order a file system gives them in is chance. */
static bool list_folder(Search *search, Text path, FileList *names) {
    DIR *folder = opendir(path.at);
    if (!folder) return fail(search->arena, path, strerror(errno), search->problem);
    arena_on_free(search->arena, close_folder, folder);
    for (struct dirent *item = readdir(folder); item; item = readdir(folder))
        *vec_push(search->arena, names) = text_copy(search->arena, text_of(item->d_name));
    if (names->len > 1) qsort(names->at, names->len, sizeof *names->at, by_bytes);
    return true;
}

bool files_beside(Arena *arena, Text folder, FileList *names) {
    Text problem;
    return list_folder(&(Search){.arena = arena, .problem = &problem}, folder, names);
}

static bool search_folder(Search *search, Text path, Text shown, int depth);

static bool search_item(Search *search, Text path, Text shown, Text name, int depth) {
    struct stat about;
    if (name.at[0] == '.' || stat(path.at, &about)) return true;
    if (S_ISDIR(about.st_mode)) return search_folder(search, path, shown, depth + 1);
    if (is_charter_file(name)) add_file(search, path, shown);
    return true;
}

static bool search_folder(Search *search, Text path, Text shown, int depth) {
    if (depth > FOLDERS_DEEP)
        return fail(search->arena, path, "folders are nested too deep here", search->problem);
    FileList names = {0};
    if (!list_folder(search, path, &names)) return false;
    for (size_t i = 0; i < names.len; i++) {
        Text inner = text_format(search->arena, "%.*s/%.*s", TEXT_ARG(path), TEXT_ARG(names.at[i]));
        Text seen = text_format(search->arena, "%.*s/%.*s", TEXT_ARG(shown), TEXT_ARG(names.at[i]));
        if (!search_item(search, inner, seen, names.at[i], depth)) return false;
    }
    return true;
}

/* A single file goes by its folder's name and its own, so that naming rules/ or each file in it makes the
 * same charter. */
static Text shown_file(Arena *arena, Text path) {
    Text name = last_name(path);
    Text folder = last_name(text_part(path, 0, path.len - name.len));
    if (text_empty(folder) || text_is(folder, ".") || text_is(folder, "/")) return name;
    return text_format(arena, "%.*s/%.*s", TEXT_ARG(folder), TEXT_ARG(name));
}

bool files_find(Arena *arena, const char *const *paths, size_t count, FileList *found, FileList *shown,
                Text *problem) {
    Search search = {arena, found, shown, problem};
    for (size_t i = 0; i < count; i++) {
        struct stat about;
        Text path = text_copy(arena, text_of(paths[i]));
        if (stat(paths[i], &about))
            return fail(arena, path, errno == ENOENT ? "there is no such file or folder" : strerror(errno),
                        problem);
        if (!S_ISDIR(about.st_mode))
            add_file(&search, path, shown_file(arena, path));
        else if (!search_folder(&search, path, text_copy(arena, last_name(path)), 0))
            return false;
    }
    if (found->len == 0)
        return fail(arena, count ? text_of(paths[0]) : TEXT("."),
                    "there is no rule file (.bylaw) and no workflow (.yaml) here", problem);
    return true;
}

bool same_file(Text one, Text other) {
    struct stat first, second;
    return !stat(one.at, &first) && !stat(other.at, &second) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool charter_read(Arena *arena, const Charter *charter, Text disk, Text *text, Text *problem) {
    for (size_t i = 0; i < charter->overlay_count; i++) {
        if (!same_file(charter->overlays[i].disk, disk)) continue;
        *text = charter->overlays[i].text;
        return true;
    }
    return file_read(arena, disk.at, RULE_FILE_MAX, text, problem);
}
