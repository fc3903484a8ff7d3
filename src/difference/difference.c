#include "difference/difference.h"
#include "difference/compare.h"
#include "syntax/syntax.h"

/* --- changes -------------------------------------------------------------------------------------------- */

void set_place(const Amendment *c, Side side, Tree *map, Span at) {
    if (span_nowhere(at)) return;
    Place place = source_place(c->editions[side]->sources, at);
    tree_set_text(c->arena, map, "path", place.path);
    tree_set_int(c->arena, map, "line", place.line);
}

Change change_new(Amendment *c, Text word, Text what, const Text names[SIDES], const Span at[SIDES]) {
    static const char *const sides[SIDES] = {"before", "now"};
    Change change = {.c = c, .map = tree_map(c->arena)};
    bool has[SIDES] = {!span_nowhere(at[BEFORE]), !span_nowhere(at[NOW])};
    bool renamed = has[BEFORE] && has[NOW] && !text_equal(names[BEFORE], names[NOW]);
    tree_set_text(c->arena, change.map, "declares", word);
    tree_set_text(c->arena, change.map, "what", what);
    tree_set_text(c->arena, change.map, "name", names[has[NOW] ? NOW : BEFORE]);
    if (renamed) tree_set_text(c->arena, change.map, "was", names[BEFORE]);
    tree_set_text(c->arena, change.map, "how",
                  !has[BEFORE] ? TEXT("added")
                  : !has[NOW]  ? TEXT("gone")
                               : TEXT("changed"));
    for (int side = BEFORE; side < SIDES; side++)
        if (has[side]) set_place(c, (Side)side, tree_set_map(c->arena, change.map, sides[side]), at[side]);
    change.differences = tree_set_list(c->arena, change.map, "differences");
    change.found = renamed || !has[BEFORE] || !has[NOW];
    return change;
}

void change_end(const Change *change) {
    if (!change->found) return;
    Amendment *c = change->c;
    Text was = tree_get_text(change->map, "was");
    tree_add(c->arena, c->changes, change->map);
    map_set(c->arena, &c->changed, text_empty(was) ? tree_get_text(change->map, "name") : was, change->map);
}

Tree *change_say(Change *change, Text about, Text before, Text now) {
    Arena *arena = change->c->arena;
    Tree *map = tree_add_map(arena, change->differences);
    tree_set_text(arena, map, "about", about);
    tree_set_some(arena, map, "before", before);
    tree_set_some(arena, map, "now", now);
    change->found = true;
    return map;
}

void change_say_unlike(Change *change, Text about, const Text keys[SIDES], const Text written[SIDES]) {
    if (!text_equal(keys[BEFORE], keys[NOW])) change_say(change, about, written[BEFORE], written[NOW]);
}

/* --- declarations --------------------------------------------------------------------------------------- */

static Text name_of(const Decl *decl) {
    if (!decl) return (Text){0};
    return text_empty(decl->name.text) ? decl->title : decl->name.text;
}

/* What is more to say of a declaration of its kind. */
typedef void MoreToSay(Change *change, const DeclPair *pair);

static MoreToSay *const more_to_say[DECL_KIND_COUNT] = {
    [DECL_TABLE] = compare_tables,        [DECL_AUTHORITY] = compare_tables,
    [DECL_DEFINITION] = compare_meanings, [DECL_GUARD] = compare_required,
    [DECL_INVARIANT] = compare_required,  [DECL_REVIEW] = compare_applies,
    [DECL_CHECKLIST] = compare_applies,   [DECL_BODY] = compare_votes,
    [DECL_BALLOT] = compare_votes,        [DECL_SCORECARD] = compare_scores,
    [DECL_POWERS] = compare_written_rows, [DECL_ESCALATION] = compare_written_rows,
    [DECL_DELEGATION] = compare_bounds,
};

static void compare_pair(Amendment *c, DeclKind kind, const DeclPair *pair) {
    const DeclRow *row = decl_row(kind);
    Text names[SIDES] = {name_of(pair->of[BEFORE]), name_of(pair->of[NOW])};
    Span at[SIDES] = {{0}, {0}};
    for (int side = BEFORE; side < SIDES; side++)
        if (pair->of[side]) at[side] = pair->of[side]->at;
    if (kind == DECL_CHARTER) names[BEFORE] = names[NOW];
    Change change = change_new(c, row->word, row->what, names, at);
    if (pair->of[BEFORE] && pair->of[NOW]) {
        compare_settings(&change, pair);
        if (more_to_say[kind]) more_to_say[kind](&change, pair);
    }
    change_end(&change);
}

/* There is one charter, and what powers there are is one table; all else has a name of its own. Tests and
 * what warnings are accepted mean nothing by themselves, and what is imported is there. */
static bool is_compared(DeclKind kind) {
    return kind != DECL_TEST && kind != DECL_ACCEPT && kind != DECL_IMPORT;
}

static const Decl *decl_of_symbol(const Symbol *symbol, DeclKind kind) {
    bool own = symbol && symbol->decl && symbol->decl->symbol == symbol && symbol->decl->kind == kind;
    return own ? symbol->decl : NULL;
}

static const Decl *first_of_kind(const Model *model, DeclKind kind) {
    for (size_t i = 0; i < model->ast->files.len; i++)
        for (size_t k = 0; k < model->ast->files.at[i]->decls.len; k++)
            if (model->ast->files.at[i]->decls.at[k]->kind == kind)
                return model->ast->files.at[i]->decls.at[k];
    return NULL;
}

static const Decl *counterpart(const Amendment *c, Side of, const Decl *decl) {
    const Vocabulary *v = &c->vocabulary;
    if (text_empty(decl->name.text)) return first_of_kind(c->editions[of]->model, decl->kind);
    if (of == NOW) return decl_of_symbol(map_get(&v->now, decl->name.text), decl->kind);
    return decl_of_symbol(map_get(&v->models[BEFORE]->globals, common_name(v, NOW, decl->name.text)),
                          decl->kind);
}

/* Of what has no name the first stands for all. */
static bool is_further(const Model *model, const Decl *decl) {
    return text_empty(decl->name.text) && decl != first_of_kind(model, decl->kind);
}

static void compare_kind(Amendment *c, Side side, DeclKind kind) {
    const Ast *ast = c->editions[side]->model->ast;
    for (size_t i = 0; i < ast->files.len; i++)
        for (size_t k = 0; k < ast->files.at[i]->decls.len; k++) {
            const Decl *decl = ast->files.at[i]->decls.at[k];
            if (decl->kind != kind || is_further(c->editions[side]->model, decl)) continue;
            DeclPair pair = {{NULL, NULL}};
            pair.of[side] = decl;
            pair.of[!side] = counterpart(c, (Side)!side, decl);
            if (side == NOW || !pair.of[NOW]) compare_pair(c, kind, &pair);
        }
}

size_t difference_find(Arena *arena, const Edition *before, const Edition *now, Tree *document) {
    Amendment c = {.arena = arena,
                   .editions = {before, now},
                   .vocabulary = vocabulary_of(arena, before->model, now->model),
                   .changes = tree_set_list(arena, document, "changes")};
    for (int kind = 0; kind < DECL_KIND_COUNT; kind++) {
        if (!is_compared((DeclKind)kind)) continue;
        compare_kind(&c, NOW, (DeclKind)kind);
        compare_kind(&c, BEFORE, (DeclKind)kind);
    }
    compare_workflows(&c);
    find_reached(&c, document);
    return tree_len(c.changes);
}
