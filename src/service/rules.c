/* What is found in rules and workflows when they are read. */
#include "service/files.h"
#include <stdlib.h>

/* --- check ---------------------------------------------------------------------------------------------- */

typedef struct ReadRules {
    const char *const *paths;
    size_t count;
    bylaw_rules *rules;
    bool good;
} ReadRules;

static void count_things(Arena *arena, Tree *document, const Program *program) {
    Tree *counts = tree_set_map(arena, document, "counts");
    tree_set_int(arena, counts, "bodies", (int64_t)program->bodies_count);
    tree_set_int(arena, counts, "tables", (int64_t)program->tables_count);
    tree_set_int(arena, counts, "scorecards", (int64_t)program->scorecards_count);
    tree_set_int(arena, counts, "checklists", (int64_t)program->checklists_count);
    tree_set_int(arena, counts, "reviews", (int64_t)program->reviews_count);
    tree_set_int(arena, counts, "escalations", (int64_t)program->escalations_count);
    tree_set_int(arena, counts, "workflows", (int64_t)program->workflows_count);
    tree_set_int(arena, counts, "tests", (int64_t)program->tests_count);
}

void result_check(bylaw_result *result, const Charter *charter) {
    Arena *arena = result->arena;
    bool good = charter->program != NULL;
    result_kind(result, good ? BYLAW_DONE : BYLAW_WANTING, "check");
    tree_set_text(arena, result->document, "charter", charter->name);
    tree_set_int(arena, result->document, "files", (int64_t)charter->files.len);
    tree_set_int(arena, result->document, "errors", (int64_t)charter->diagnostics->errors);
    tree_set_int(arena, result->document, "accepted", (int64_t)charter->diagnostics->accepted);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, charter->sources, charter->diagnostics);
    tree_set_text(arena, result->document, "text", buf_done(&buf));
    tree_set(arena, result->document, TEXT("diagnostics"),
             diagnostics_tree(arena, charter->sources, charter->diagnostics));
    if (!good) return;
    tree_set_text(arena, result->document, "title", charter->program->title);
    tree_set_text(arena, result->document, "edition", charter->program->edition);
    count_things(arena, result->document, charter->program);
}

static void read_charter(void *context) {
    ReadRules *reading = context;
    Charter *charter = &reading->rules->charter;
    Arena *arena = reading->rules->arena;
    Text problem = {0}, mend = {0};
    if (charter_files(arena, reading->paths, reading->count, charter, &problem, &mend))
        charter_build(arena, charter);
    reading->rules->problem = problem;
    reading->rules->mend = mend;
}

static void say_rules(bylaw_result *result, void *context) {
    ReadRules *reading = context;
    if (!arena_try(reading->rules->arena, read_charter, reading)) arena_fail(result->arena);
    if (!text_empty(reading->rules->problem)) {
        result_problem(result, BYLAW_CANNOT, reading->rules->problem, reading->rules->mend);
        return;
    }
    result_check(result, &reading->rules->charter);
    reading->good = reading->rules->charter.program != NULL;
}

bylaw_rules *rules_new(void) {
    bylaw_rules *rules = calloc(1, sizeof *rules);
    if (rules) rules->arena = arena_new(0);
    if (rules && !rules->arena) {
        free(rules);
        rules = NULL;
    }
    return rules;
}

bylaw_result *bylaw_rules_read(const char *const *paths, size_t count, bylaw_rules **out) {
    *out = NULL;
    ReadRules reading = {paths, count, rules_new(), false};
    if (!reading.rules) return NULL;
    bylaw_result *result = result_of(say_rules, &reading);
    if (reading.good)
        *out = reading.rules;
    else
        bylaw_rules_free(reading.rules);
    return result;
}

void bylaw_rules_free(bylaw_rules *rules) {
    if (!rules) return;
    arena_free(rules->arena);
    free(rules);
}
