/* Workflow files of any bytes: the reader of YAML and the form of a workflow, in little memory. */
#include "syntax/syntax.h"

enum { MEMORY = 16 * 1024 * 1024 };

typedef struct Input {
    Arena *arena;
    Text text;
} Input;

static void read_workflow(void *context) {
    const Input *input = context;
    Sources *sources = sources_new(input->arena);
    Diagnostics *diagnostics = diagnostics_new(input->arena);
    uint32_t file = sources_add(sources, TEXT("input.yaml"), input->text);
    parse_workflow(ast_new(input->arena, sources), file, diagnostics);
    diagnostics_sort(sources, diagnostics);
    Buf buf = buf_new(input->arena);
    diagnostics_write_text(&buf, sources, diagnostics);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input = {arena_new(MEMORY), {(const char *)data, size}};
    if (!input.arena) return 0;
    arena_try(input.arena, read_workflow, &input);
    arena_free(input.arena);
    return 0;
}
