/* What the library must be given: the clock, chance, the system's user, the key; and what verbs share. */
#include "views/cli/cli.h"
#include <errno.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

int complain(int code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("bylaw: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return code;
}

static int64_t now(void *context) {
    (void)context;
    return (int64_t)time(NULL);
}

static bool chance(void *context, void *bytes, size_t count) {
    (void)context;
    for (size_t done = 0; done < count;) {
        ssize_t got = getrandom((char *)bytes + done, count - done, 0);
        if (got < 0 && errno != EINTR) return false;
        if (got > 0) done += (size_t)got;
    }
    return true;
}

enum { PROGRESS_FROM = 20000, PROGRESS_EVERY = 10000 };

/* Long work shows how far it is, on a terminal and only there. */
static void progress(void *context, const char *what, uint64_t done, uint64_t of) {
    (void)context;
    if (of < PROGRESS_FROM || !isatty(STDERR_FILENO)) return;
    if (done < of && done % PROGRESS_EVERY >= 1024) return;
    fprintf(stderr, done < of ? "\r%s %llu of %llu entries" : "\r\033[K", what, (unsigned long long)done,
            (unsigned long long)of);
    fflush(stderr);
}

/* The user that the system says runs this, not what the environment says. */
static const char *system_user(void) {
    const struct passwd *user = getpwuid(geteuid());
    return user ? user->pw_name : "";
}

void host_fill(bylaw_host *host) {
    *host = (bylaw_host){.size = sizeof *host,
                         .clock = now,
                         .random = chance,
                         .progress = progress,
                         .system_user = system_user()};
}

bylaw_key *host_sign_with(bylaw_host *host, const char *path) {
    bylaw_key *key = NULL;
    bylaw_free(bylaw_key_open(path, &key));
    if (!key) return NULL;
    host->context = key;
    host->sign = bylaw_key_sign;
    return key;
}

static bool colours(FILE *to) {
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(fileno(to)) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

static int show_text(bylaw_result *result, FILE *to) {
    report_options options = {.colour = colours(to)};
    char *text = report_text(result, &options);
    if (!text) return complain(BYLAW_CANNOT, "there is not enough memory to show the answer");
    fputs(text, to);
    free(text);
    return bylaw_result_code(result);
}

int show_result(const Line *line, bylaw_result *result) {
    if (!result) return complain(BYLAW_CANNOT, "there is not enough memory");
    const char *kind = bylaw_result_kind(result);
    bool wrong = strcmp(kind, "problem") == 0 || strcmp(kind, "refusal") == 0;
    int code = bylaw_result_code(result);
    if (line->json) {
        size_t length;
        const char *json = bylaw_result_json(result, &length);
        fwrite(json, 1, length, stdout);
        fputc('\n', stdout);
    } else {
        code = show_text(result, wrong ? stderr : stdout);
    }
    bylaw_free(result);
    return code;
}

enum { INPUT_MOST = 256 * 1024 * 1024 };

static char *read_all(FILE *from, const char *path, size_t *length) {
    size_t have = 0, room = 65536;
    char *bytes = malloc(room + 1);
    while (bytes) {
        have += fread(bytes + have, 1, room - have, from);
        if (have < room) break;
        char *more = room < INPUT_MOST ? realloc(bytes, 2 * room + 1) : NULL;
        if (!more) {
            free(bytes);
            complain(BYLAW_CANNOT, "%s is too large", path);
            return NULL;
        }
        bytes = more;
        room *= 2;
    }
    if (!bytes || ferror(from)) {
        complain(BYLAW_CANNOT, "%s could not be read: %s", path, strerror(errno));
        free(bytes);
        return NULL;
    }
    bytes[have] = 0;
    *length = have;
    return bytes;
}

FILE *open_input(const char *path) {
    FILE *from = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!from)
        complain(BYLAW_CANNOT, "%s: %s", path, errno == ENOENT ? "there is no such file" : strerror(errno));
    return from;
}

void close_input(FILE *from) {
    if (from != stdin) fclose(from);
}

char *read_input(const char *path, size_t *length) {
    FILE *from = open_input(path);
    if (!from) return NULL;
    char *bytes = read_all(from, path, length);
    close_input(from);
    return bytes;
}
