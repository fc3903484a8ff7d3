/* fmt: rule files in their canonical form. */
#include "views/cli/cli.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const bylaw_argument fmt_arguments[] = {
    {"FILE", BYLAW_BY_PLACE_ALL, false, false, false,
     "rule files; - is standard input, answered on standard output"},
    {"check", BYLAW_BY_NAME, true, false, false,
     "change nothing; say which files would change, and where first, and exit 1 if any would"},
    {0}};
const char fmt_examples[] =
    "bylaw fmt rules/governance.bylaw\nbylaw fmt --check rules/*.bylaw\nbylaw fmt - <draft >formed\n";

static int write_text(const char *path, const char *text) {
    size_t length = strlen(text);
    char next[4096];
    if ((size_t)snprintf(next, sizeof next, "%s.fmt", path) >= sizeof next)
        return complain(BYLAW_CANNOT, "%s: the name is too long", path);
    FILE *to = fopen(next, "wb");
    bool written = to && fwrite(text, 1, length, to) == length;
    if (to && fclose(to) != 0) written = false;
    if (written && rename(next, path) == 0) return BYLAW_DONE;
    int code = complain(BYLAW_CANNOT, "%s could not be written: %s", path, strerror(errno));
    if (to) remove(next);
    return code;
}

static size_t length_without_space(const char *line) {
    size_t length = strlen(line);
    while (length > 0 && strchr(" \t\r", line[length - 1])) length--;
    return length;
}

static void show_difference(const char *path, const bylaw_node *document) {
    const char *was = bylaw_get_text(document, "was"), *becomes = bylaw_get_text(document, "becomes");
    size_t length = length_without_space(was);
    printf("%s:%lld would change", path, (long long)bylaw_get_integer(document, "line"));
    if (length == length_without_space(becomes) && strncmp(was, becomes, length) == 0)
        puts(", in how the line ends");
    else
        printf("\n  is       %s\n  becomes  %s\n", was, becomes);
}

static int use_formatted(const Line *line, const char *path, const bylaw_node *document) {
    const char *text = bylaw_get_text(document, "text");
    bool changed = bylaw_get_bool(document, "changed");
    if (line_word(line, "check")) {
        if (changed) show_difference(path, document);
        return changed ? BYLAW_WANTING : BYLAW_DONE;
    }
    if (strcmp(path, "-") == 0) {
        fputs(text, stdout);
        return BYLAW_DONE;
    }
    return changed ? write_text(path, text) : BYLAW_DONE;
}

static int format_file(const Line *line, const char *path) {
    size_t length;
    char *text = read_input(path, &length);
    if (!text) return BYLAW_CANNOT;
    bylaw_result *result = bylaw_format(path, text, length);
    int code = bylaw_result_code(result);
    if (code == BYLAW_DONE) {
        code = use_formatted(line, path, bylaw_result_document(result));
        bylaw_free(result);
    } else {
        code = show_result(line, result);
    }
    free(text);
    return code;
}

int run_fmt(const Line *line) {
    const char *paths[PATHS_MOST];
    size_t count = line_all(line, NULL, paths, PATHS_MOST);
    if (count == 0) return complain(BYLAW_USAGE, "fmt needs the rule files to format");
    int worst = BYLAW_DONE;
    for (size_t i = 0; i < count; i++) {
        int code = format_file(line, paths[i]);
        if (code > worst) worst = code;
    }
    return worst;
}
