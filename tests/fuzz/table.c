/* Any bytes as the file that a table is read from: it ends, within its memory, and says what is wrong with a
 * place in the file. */
#include "syntax/syntax.h"
#include <stdlib.h>

typedef struct Run {
    Arena *arena;
    Text text;
} Run;

static const char rules[] =
    "table t of f from \"a.csv\" {\n  column \"Amount (USD)\" is amount\n  column \"Notes\" is -\n"
    "}\n";

static void read_table(void *context) {
    const Run *run = context;
    Sources *sources = sources_new(run->arena);
    Diagnostics *diagnostics = diagnostics_new(run->arena);
    Ast *ast = ast_new(run->arena, sources);
    parse_rules(ast, sources_add(sources, TEXT("a.bylaw"), text_of(rules)), diagnostics);
    uint32_t file = sources_add(sources, TEXT("a.csv"), run->text);
    parse_table_file(ast, ast->files.at[0]->decls.at[0], file, diagnostics);
    for (size_t i = 0; i < diagnostics->all.len; i++) {
        Span at = diagnostics->all.at[i].at;
        if (at.start > at.end || (at.file == file && at.end > run->text.len + 1)) abort();
    }
    Buf buf = buf_new(run->arena);
    diagnostics_write_text(&buf, sources, diagnostics);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Run run = {.arena = arena_new((size_t)64 << 20), .text = {(const char *)data, size}};
    if (!run.arena) return 0;
    arena_try(run.arena, read_table, &run);
    arena_free(run.arena);
    return 0;
}
