#include "service/beside.h"
#include "service/files.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_SIZE = 2 * DIGEST_SIZE + 1 };

/* No memory is asked for while something is open. */
static void write_name(Digest digest, char name[NAME_SIZE]) {
    for (size_t i = 0; i < DIGEST_SIZE; i++) snprintf(name + 2 * i, 3, "%02x", digest.bytes[i]);
}

static int close_if(int file) {
    if (file >= 0) close(file);
    return -1;
}

/* --- folders -------------------------------------------------------------------------------------------- */

/* A link in a folder's place is not followed. */
static int open_folder(int in, const char *name, bool make) {
    if (make && mkdirat(in, name, 0700) != 0 && errno != EEXIST) return -1;
    return openat(in, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static int open_root(Text book, bool make) {
    char path[PATH_MAX];
    int len = snprintf(path, sizeof path, "%.*s.evidence", TEXT_ARG(book));
    if (len < 0 || (size_t)len >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return open_folder(AT_FDCWD, path, make);
}

/* The folder in which a file lies: "ab" of "ab12...". */
static int open_shelf(int root, const char name[NAME_SIZE], bool make) {
    char shelf[3] = {name[0], name[1], 0};
    return root < 0 ? -1 : open_folder(root, shelf, make);
}

static int open_shelf_of(Text book, const char name[NAME_SIZE]) {
    int root = open_root(book, false), shelf = open_shelf(root, name, false);
    close_if(root);
    return shelf;
}

/* That a folder was made is durable when the one in which it lies is. */
static bool sync_above(Text book) {
    char path[PATH_MAX];
    size_t len = book.len - last_name(book).len;
    if (len >= sizeof path) return false;
    snprintf(path, sizeof path, "%.*s", (int)len, len ? book.at : "");
    int folder = open(len ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = folder >= 0 && fsync(folder) == 0;
    close_if(folder);
    return good;
}

/* --- reading -------------------------------------------------------------------------------------------- */

static int open_kept(Text book, Digest digest) {
    char name[NAME_SIZE];
    struct stat about;
    write_name(digest, name);
    int shelf = open_shelf_of(book, name);
    int file = shelf < 0 ? -1 : openat(shelf, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    close_if(shelf);
    bool good = file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    return good ? file : close_if(file);
}

bool beside_each(Text book, Digest digest, bool (*each)(void *context, Text piece), void *context) {
    int file = open_kept(book, digest);
    bool good = file >= 0 && file_pieces(file, each, context);
    close_if(file);
    return good;
}

bool beside_has(Text book, Digest digest) {
    int file = open_kept(book, digest);
    close_if(file);
    return file >= 0;
}

void beside_remove(Text book, Digest digest) {
    char name[NAME_SIZE];
    write_name(digest, name);
    int shelf = open_shelf_of(book, name);
    if (shelf >= 0 && unlinkat(shelf, name, 0) == 0) fsync(shelf);
    close_if(shelf);
}

/* --- writing -------------------------------------------------------------------------------------------- */

typedef struct Copying {
    Hasher *hasher;
    int to;
} Copying;

static bool copy_piece(void *context, Text piece) {
    const Copying *copying = context;
    hasher_add(copying->hasher, piece);
    while (piece.len > 0) {
        ssize_t put = write(copying->to, piece.at, piece.len);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        piece = text_part(piece, (size_t)put, piece.len);
    }
    return true;
}

/* Under a name of its own first, so that no half of a file ever has the name of the whole. */
static const char *copy_into(int shelf, const char name[NAME_SIZE], Digest digest, int source,
                             Hasher *hasher) {
    char part[NAME_SIZE + 8];
    snprintf(part, sizeof part, ".%s.part", name);
    unlinkat(shelf, part, 0);
    Copying copying = {hasher,
                       openat(shelf, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
    if (copying.to < 0) return strerror(errno);
    const char *why = NULL;
    hasher_begin(hasher);
    if (!file_pieces(source, copy_piece, &copying) || fsync(copying.to) != 0) why = strerror(errno);
    if (!why && !digest_equal(hasher_end(hasher), digest)) why = "it changed while it was read";
    close(copying.to);
    if (!why && (renameat(shelf, part, shelf, name) != 0 || fsync(shelf) != 0)) why = strerror(errno);
    if (why) unlinkat(shelf, part, 0);
    return why;
}

bool beside_put(Arena *arena, Text book, Digest digest, int source, Text *problem) {
    char name[NAME_SIZE];
    const char *why = NULL;
    Hasher *hasher = hasher_new(arena);
    write_name(digest, name);
    int root = open_root(book, true), shelf = open_shelf(root, name, true);
    if (shelf < 0) why = strerror(errno);
    if (!why) why = copy_into(shelf, name, digest, source, hasher);
    if (!why && (fsync(root) != 0 || !sync_above(book))) why = strerror(errno);
    close_if(shelf);
    close_if(root);
    if (why) *problem = text_format(arena, "%.*s.evidence: the file was not kept: %s", TEXT_ARG(book), why);
    return !why;
}
