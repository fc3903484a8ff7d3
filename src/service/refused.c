#include "service/refused.h"
#include "value/json.h"
#include <fcntl.h>
#include <unistd.h>

static Text line_of(const Acting *acting, const Refusal *refusal) {
    Arena *arena = acting->arena;
    Tree *line = tree_map(arena);
    int64_t now = acting->book->host.clock(acting->book->host.context);
    tree_set_text(arena, line, "when", moment_text(arena, (Moment){now, 0}));
    tree_set_text(arena, line, "system_user", text_of(acting->book->host.system_user));
    tree_set_text(arena, line, "actor", acting->around.actor);
    tree_set_text(arena, line, "verb", text_of(acting->verb->word));
    tree_set_text(arena, line, "refusal", refusal_name(refusal->code));
    tree_set_text(arena, line, "rule", refusal_rule(arena, refusal));
    Buf buf = buf_new(arena);
    json_write(&buf, line);
    buf_char(&buf, '\n');
    return buf_done(&buf);
}

bool log_refused(const Acting *acting, const Refusal *refusal) {
    Text path = text_format(acting->arena, "%.*s.refused", TEXT_ARG(acting->book->path));
    Text line = line_of(acting, refusal);
    int file = open(path.at, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return false;
    bool written = write(file, line.at, line.len) == (ssize_t)line.len;
    return close(file) == 0 && written;
}
