/* Any bytes as a rule file: the parser ends, within its memory, and says what is wrong with a place in the
 * file; what it accepts, and what it does not, is formatted the same twice. */
#include "syntax/syntax.h"
#include <stdlib.h>

typedef struct Run {
    Arena *arena;
    Text text;
} Run;

static void parse(Run *run) {
    Sources *sources = sources_new(run->arena);
    Diagnostics *diagnostics = diagnostics_new(run->arena);
    uint32_t file = sources_add(sources, TEXT("a.bylaw"), run->text);
    parse_rules(ast_new(run->arena, sources), file, diagnostics);
    diagnostics_sort(sources, diagnostics);
    for (size_t i = 0; i < diagnostics->all.len; i++) {
        Span at = diagnostics->all.at[i].at;
        if (at.start > at.end || at.end > run->text.len + 1) abort();
    }
    Buf buf = buf_new(run->arena);
    diagnostics_write_text(&buf, sources, diagnostics);
}

static void format(Run *run) {
    Text once, twice;
    if (!format_rules(run->arena, run->text, &once)) return;
    if (!format_rules(run->arena, once, &twice) || !text_equal(once, twice)) abort();
}

static void work(void *context) {
    parse(context);
    format(context);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Run run = {.arena = arena_new((size_t)64 << 20), .text = {(const char *)data, size}};
    if (!run.arena) return 0;
    arena_try(run.arena, work, &run);
    arena_free(run.arena);
    return 0;
}
