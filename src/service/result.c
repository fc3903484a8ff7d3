#include "service/service.h"
#include "value/json.h"
#include <stdlib.h>

typedef struct Task {
    bylaw_result *result;
    Work *work;
    void *context;
    bool done;
} Task;

/* Programs in C read texts up to a NUL: views into larger texts become copies that have one. */
static void end_texts(Arena *arena, Tree *tree) {
    if (tree->kind == TREE_TEXT) tree->text = text_copy(arena, tree->text);
    for (size_t i = 0; i < tree_len(tree); i++) {
        if (tree->kind == TREE_MAP) tree->keys[i] = text_copy(arena, tree->keys[i]);
        end_texts(arena, tree->items[i]);
    }
}

void result_end(bylaw_result *result) {
    if (result->document && !result->ended) end_texts(result->arena, result->document);
    result->ended = true;
}

static void run(void *context) {
    Task *task = context;
    task->work(task->result, task->context);
    result_end(task->result);
}

static void say_out_of_memory(bylaw_result *result, void *context) {
    (void)context;
    result_problem(result, BYLAW_CANNOT, TEXT("there is not enough memory for this; nothing was changed"),
                   TEXT("close other programs, or work on a smaller set"));
}

static bylaw_result *result_new(void) {
    Arena *arena = arena_new(0);
    if (!arena) return NULL;
    bylaw_result *result = calloc(1, sizeof *result);
    if (result)
        result->arena = arena;
    else
        arena_free(arena);
    return result;
}

static void try_run(void *context) {
    Task *task = context;
    task->done = arena_try(task->result->arena, run, task);
}

bylaw_result *result_with(Arena *lasting, Work *work, void *context) {
    bylaw_result *result = result_new();
    Task task = {result, work, context, false};
    if (!result) return NULL;
    if (!lasting)
        try_run(&task);
    else if (!arena_try(lasting, try_run, &task))
        task.done = false;
    if (task.done) return result;
    bylaw_free(result);
    result = result_new();
    if (!result || arena_try(result->arena, run, &(Task){result, say_out_of_memory, NULL, false}))
        return result;
    bylaw_free(result);
    return NULL;
}

bylaw_result *result_of(Work *work, void *context) {
    return result_with(NULL, work, context);
}

void result_kind(bylaw_result *result, bylaw_code code, const char *kind) {
    result->code = code;
    result->ended = false;
    result->document = tree_map(result->arena);
    tree_set_text(result->arena, result->document, "kind", text_of(kind));
}

void result_problem(bylaw_result *result, bylaw_code code, Text sentence, Text mend) {
    result_kind(result, code, "problem");
    tree_set_text(result->arena, result->document, "sentence", text_copy(result->arena, sentence));
    if (!text_empty(mend))
        tree_set_text(result->arena, result->document, "mend", text_copy(result->arena, mend));
}

void result_refusal(bylaw_result *result, const Refusal *refusal) {
    Arena *arena = result->arena;
    result_kind(result, BYLAW_WANTING, "refusal");
    tree_set_text(arena, result->document, "code", refusal_name(refusal->code));
    tree_set_text(arena, result->document, "sentence", refusal_sentence(arena, refusal));
    Text rule = refusal_rule(arena, refusal);
    tree_set_some(arena, result->document, "rule", rule);
    Text mend = refusal_mend(arena, refusal);
    tree_set_some(arena, result->document, "mend", mend);
    if (refusal->lines) tree_set(arena, result->document, TEXT("lines"), refusal->lines);
}

static void add_diagnostic(Arena *arena, Tree *list, const Sources *sources, const Diagnostic *diagnostic) {
    Tree *map = tree_add_map(arena, list);
    tree_set_text(arena, map, "code", diagnostic_code(diagnostic->code));
    bool error = diagnostic_severity(diagnostic->code) == SEVERITY_ERROR;
    tree_set_text(arena, map, "severity", error ? TEXT("error") : TEXT("warning"));
    tree_set_text(arena, map, "sentence", diagnostic_sentence(arena, diagnostic));
    Text mend = diagnostic_mend(arena, diagnostic);
    tree_set_some(arena, map, "mend", mend);
    tree_set_some(arena, map, "test", diagnostic->test);
    if (span_nowhere(diagnostic->at)) return;
    Place place = source_place(sources, diagnostic->at);
    tree_set_text(arena, map, "path", place.path);
    tree_set_int(arena, map, "line", place.line);
    tree_set_int(arena, map, "column", place.column);
    tree_set_int(arena, map, "offset", diagnostic->at.start);
    tree_set_int(arena, map, "length", diagnostic->at.end - diagnostic->at.start);
}

Tree *diagnostics_tree(Arena *arena, const Sources *sources, const Diagnostics *diagnostics) {
    Tree *list = tree_list(arena);
    for (size_t i = 0; i < diagnostics->all.len; i++)
        add_diagnostic(arena, list, sources, &diagnostics->all.at[i]);
    return list;
}

/* --- the public readers of results ---------------------------------------------------------------------- */

bylaw_code bylaw_result_code(const bylaw_result *result) {
    return result ? result->code : BYLAW_CANNOT;
}

const bylaw_node *bylaw_result_document(const bylaw_result *result) {
    return result ? (const bylaw_node *)result->document : NULL;
}

const char *bylaw_result_kind(const bylaw_result *result) {
    return bylaw_get_text(bylaw_result_document(result), "kind");
}

static void write_json(void *context) {
    bylaw_result *result = context;
    Buf buf = buf_new(result->arena);
    json_write_pretty(&buf, result->document);
    result->json = buf_done(&buf);
}

const char *bylaw_result_json(bylaw_result *result, size_t *length) {
    bool there = result && (result->json.at || arena_try(result->arena, write_json, result));
    Text json =
        there ? result->json : TEXT("{\"kind\": \"problem\", \"sentence\": \"there is not enough memory\"}");
    if (length) *length = json.len;
    return json.at;
}

void bylaw_free(bylaw_result *result) {
    if (!result) return;
    arena_free(result->arena);
    free(result);
}

static const Tree *tree_of(const bylaw_node *node) {
    return (const Tree *)node;
}

bylaw_node_kind bylaw_kind(const bylaw_node *node) {
    static const bylaw_node_kind kinds[] = {
        [TREE_NULL] = BYLAW_NULL, [TREE_BOOL] = BYLAW_BOOL, [TREE_INT] = BYLAW_INTEGER,
        [TREE_TEXT] = BYLAW_TEXT, [TREE_LIST] = BYLAW_LIST, [TREE_MAP] = BYLAW_MAP};
    return node ? kinds[tree_of(node)->kind] : BYLAW_NULL;
}

size_t bylaw_count(const bylaw_node *node) {
    return tree_len(tree_of(node));
}

const bylaw_node *bylaw_item(const bylaw_node *node, size_t index) {
    return index < bylaw_count(node) ? (const bylaw_node *)tree_of(node)->items[index] : NULL;
}

const char *bylaw_item_key(const bylaw_node *node, size_t index) {
    return bylaw_kind(node) == BYLAW_MAP && index < bylaw_count(node) ? tree_of(node)->keys[index].at : "";
}

const bylaw_node *bylaw_get(const bylaw_node *node, const char *key) {
    return (const bylaw_node *)tree_get(tree_of(node), key);
}

const char *bylaw_get_text(const bylaw_node *node, const char *key) {
    return bylaw_text(bylaw_get(node, key));
}
int64_t bylaw_get_integer(const bylaw_node *node, const char *key) {
    return bylaw_integer(bylaw_get(node, key));
}
bool bylaw_get_bool(const bylaw_node *node, const char *key) {
    return bylaw_bool(bylaw_get(node, key));
}

const char *bylaw_text(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_TEXT && tree_of(node)->text.at ? tree_of(node)->text.at : "";
}

int64_t bylaw_integer(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_INTEGER ? tree_of(node)->number : 0;
}
bool bylaw_bool(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_BOOL && tree_of(node)->yes;
}
