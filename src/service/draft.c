/* Rules while they are written: read with what an editor holds, and asked for their names. */
#include "model/analysis/analysis.h"
#include "service/files.h"
#include <stdlib.h>

typedef struct Reading {
    const char *const *paths;
    size_t count;
    const bylaw_overlay *overlays;
    size_t overlay_count;
    bylaw_rules *rules;
} Reading;

/* A draft is rules that may be wrong. */
static bylaw_rules *rules_of(const bylaw_draft *draft) {
    return (bylaw_rules *)(uintptr_t)draft;
}

static void read_draft(void *context) {
    Reading *reading = context;
    bylaw_rules *rules = reading->rules;
    Overlay *overlays = arena_array(rules->arena, Overlay, reading->overlay_count);
    for (size_t i = 0; i < reading->overlay_count; i++)
        overlays[i] = (Overlay){
            text_copy(rules->arena, text_of(reading->overlays[i].path)),
            text_copy(rules->arena, (Text){reading->overlays[i].text, reading->overlays[i].length})};
    rules->charter.overlays = overlays;
    rules->charter.overlay_count = reading->overlay_count;
    if (charter_files(rules->arena, reading->paths, reading->count, &rules->charter, &rules->problem,
                      &rules->mend))
        charter_build(rules->arena, &rules->charter);
}

static void say_draft(bylaw_result *result, void *context) {
    const Reading *reading = context;
    if (!arena_try(reading->rules->arena, read_draft, context)) arena_fail(result->arena);
    if (reading->rules->charter.sources)
        result_check(result, &reading->rules->charter);
    else
        result_problem(result, BYLAW_CANNOT, reading->rules->problem, reading->rules->mend);
}

bylaw_result *bylaw_draft_read(const char *const *paths, size_t count, const bylaw_overlay *overlays,
                               size_t overlay_count, bylaw_draft **draft) {
    Reading reading = {paths, count, overlays, overlay_count, rules_new()};
    *draft = NULL;
    if (!reading.rules) return NULL;
    bylaw_result *result = result_of(say_draft, &reading);
    if (result && bylaw_result_code(result) != BYLAW_CANNOT)
        *draft = (bylaw_draft *)reading.rules;
    else
        bylaw_rules_free(reading.rules);
    return result;
}

void bylaw_draft_free(bylaw_draft *draft) {
    bylaw_rules_free(rules_of(draft));
}

/* --- names ---------------------------------------------------------------------------------------------- */

typedef struct Naming {
    Arena *arena;
    const Model *model;
    const Sources *sources;
} Naming;

static void set_span(const Naming *naming, Tree *map, Span at) {
    tree_set_text(naming->arena, map, "file", naming->sources->files.at[at.file].path);
    tree_set_int(naming->arena, map, "line", source_place(naming->sources, at).line);
    tree_set_int(naming->arena, map, "start", at.start);
    tree_set_int(naming->arena, map, "end", at.end);
}

/* A name that the language gives (the total of a scorecard) stands nowhere in the text. */
static bool stands_there(const Naming *naming, const Symbol *symbol) {
    return !span_nowhere(symbol->at) && text_equal(source_text(naming->sources, symbol->at), symbol->name);
}

/* What a name stands within, in the outline of a file. */
static const Symbol *owner_of(const Symbol *symbol) {
    bool inner = symbol->decl ? symbol->decl->symbol != symbol : symbol->kind == SYMBOL_STEP;
    return inner ? symbol->parent : NULL;
}

static Span whole_of(const Symbol *symbol) {
    if (symbol->kind == SYMBOL_WORKFLOW) return symbol->workflow->at;
    return symbol->decl && symbol->decl->symbol == symbol ? symbol->decl->at : symbol->at;
}

static int by_place(const void *a, const void *b) {
    const Use *one = a, *two = b;
    if (one->symbol != two->symbol) return one->symbol < two->symbol ? -1 : 1;
    if (one->at.file != two->at.file) return one->at.file < two->at.file ? -1 : 1;
    return (one->at.start > two->at.start) - (one->at.start < two->at.start);
}

/* Uses in the order of symbols (in memory: for finding, never for showing), each place once. */
static size_t sorted_uses(const Naming *naming, Use **out) {
    size_t count = 0;
    Use *uses = arena_array(naming->arena, Use, naming->model->uses.len);
    for (size_t i = 0; i < naming->model->uses.len; i++) {
        Use use = naming->model->uses.at[i];
        if (text_equal(source_text(naming->sources, use.at), use.symbol->name)) uses[count++] = use;
    }
    if (count) qsort(uses, count, sizeof *uses, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || by_place(&uses[kept - 1], &uses[i]) != 0) uses[kept++] = uses[i];
    *out = uses;
    return kept;
}

static void add_uses(const Naming *naming, Tree *map, const Symbol *symbol, const Use *uses, size_t count) {
    Tree *list = tree_set_list(naming->arena, map, "uses");
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (uses[middle].symbol < symbol)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && uses[low].symbol == symbol; low++)
        set_span(naming, tree_add_map(naming->arena, list), uses[low].at);
}

static void add_name(const Naming *naming, Tree *list, const Symbol *symbol, const Use *uses, size_t count) {
    const Symbol *owner = owner_of(symbol);
    bool own = stands_there(naming, symbol);
    if (!own && (!owner || !stands_there(naming, owner))) return;
    Tree *map = tree_add_map(naming->arena, list);
    tree_set_text(naming->arena, map, "name", symbol->name);
    tree_set_text(naming->arena, map, "path", symbol->path);
    tree_set_text(naming->arena, map, "what", symbol_what(symbol->kind));
    if (symbol->type.kind != TYPE_NONE)
        tree_set_text(naming->arena, map, "type", type_text(naming->arena, symbol->type));
    if (owner) tree_set_text(naming->arena, map, "within", owner->name);
    const Decl *decl = symbol->decl;
    if (decl && !owner) tree_set_some(naming->arena, map, "title", decl->title);
    if (decl) tree_set_some(naming->arena, map, "source", decl->source);
    tree_set_bool(naming->arena, map, "given", !own);
    set_span(naming, tree_set_map(naming->arena, map, "declared"), own ? symbol->at : owner->at);
    set_span(naming, tree_set_map(naming->arena, map, "whole"), own ? whole_of(symbol) : owner->at);
    add_uses(naming, map, symbol, uses, count);
}

static void say_names(bylaw_result *result, void *context) {
    const Charter *charter = &((const bylaw_rules *)context)->charter;
    Naming naming = {.arena = result->arena, .model = charter->model, .sources = charter->sources};
    result_kind(result, BYLAW_DONE, "names");
    Tree *files = tree_set_list(result->arena, result->document, "files");
    for (size_t i = 0; i < charter->files.len; i++) {
        Tree *file = tree_add_map(result->arena, files);
        tree_set_text(result->arena, file, "path", charter->files.at[i].path);
        tree_set_text(result->arena, file, "disk", charter->files.at[i].disk);
    }
    Use *uses = NULL;
    size_t count = sorted_uses(&naming, &uses);
    Tree *names = tree_set_list(result->arena, result->document, "names");
    for (SymbolKind kind = 0; kind < SYMBOL_KIND_COUNT; kind++)
        for (size_t i = 0; kind != SYMBOL_CASE_INPUT && i < charter->model->of_kind[kind].len; i++)
            add_name(&naming, names, charter->model->of_kind[kind].at[i], uses, count);
}

bylaw_result *bylaw_draft_names(const bylaw_draft *draft) {
    return result_of(say_names, rules_of(draft));
}
