/* What means the same by itself, and rests on what does not. */
#include "difference/compare.h"

/* What others rest on: what it comes to, or does, is theirs. Of facts and enums the regions tell. */
static bool is_rested_on(SymbolKind kind) {
#define BIT(name) ((uint64_t)1 << SYMBOL_##name)
    static const uint64_t KINDS = BIT(DEFINITION) | BIT(TOTAL) | BIT(BODY) | BIT(BALLOT) | BIT(CALENDAR) |
                                  BIT(AUTHORITY) | BIT(ESCALATION) | BIT(SCORECARD) | BIT(TABLE) |
                                  BIT(REVIEW) | BIT(CRITERION) | BIT(CHECKLIST) | BIT(ITEM) | BIT(RESULT) |
                                  BIT(REVIEW_OUTCOME) | BIT(METRIC);
#undef BIT
    return KINDS >> kind & 1;
}

typedef struct Reaching {
    Amendment *c;
    const Model *model;
    Map reached; /* from the name to its map in the document */
    Tree *list;
} Reaching;

/* The declaration or workflow that a use stands in. */
typedef struct Owner {
    Text name, what;
    Span at;
} Owner;

static bool holds(Span whole, Span part) {
    return whole.file == part.file && whole.start <= part.start && part.end <= whole.end;
}

static bool find_owner(const Model *model, Span use, Owner *owner) {
    for (size_t i = 0; i < model->ast->files.len; i++) {
        const RuleFile *file = model->ast->files.at[i];
        for (size_t k = 0; file->file == use.file && k < file->decls.len; k++) {
            const Decl *decl = file->decls.at[k];
            if (!holds(decl->at, use)) continue;
            *owner = (Owner){decl->name.text, decl_row(decl->kind)->what, decl->at};
            return decl->kind != DECL_TEST && !text_empty(decl->name.text);
        }
    }
    for (size_t i = 0; i < model->ast->workflows.len; i++) {
        const WorkflowDecl *workflow = model->ast->workflows.at[i];
        if (workflow->at.file != use.file) continue;
        *owner = (Owner){workflow->name.text, symbol_what(SYMBOL_WORKFLOW), workflow->at};
        return true;
    }
    return false;
}

/* The name of what is rested on, when it has changed, or rests on what has. */
static bool has_changed(const Reaching *r, const Symbol *symbol, Text *name) {
    if (!is_rested_on(symbol->kind)) return false;
    const Symbol *own = symbol->decl ? symbol->decl->symbol : NULL;
    *name = own ? own->name : symbol->name;
    return map_get(&r->c->changed, common_name(&r->c->vocabulary, NOW, *name)) || map_get(&r->reached, *name);
}

static bool lists(const Tree *list, Text name) {
    for (size_t i = 0; i < tree_len(list); i++)
        if (text_equal(list->items[i]->text, name)) return true;
    return false;
}

/* False when it was known. */
static bool reach(Reaching *r, const Owner *owner, Text name) {
    Arena *arena = r->c->arena;
    Tree *map = map_get(&r->reached, owner->name);
    if (!map) {
        map = tree_add_map(arena, r->list);
        tree_set_text(arena, map, "name", owner->name);
        tree_set_text(arena, map, "what", owner->what);
        set_place(r->c, NOW, map, owner->at);
        tree_set_list(arena, map, "reads");
        map_set(arena, &r->reached, owner->name, map);
    }
    Tree *reads = tree_get(map, "reads");
    if (lists(reads, name)) return false;
    tree_add(arena, reads, tree_text(arena, name));
    return true;
}

static bool reach_by(Reaching *r, const Use *use) {
    Owner owner;
    Text name;
    if (span_nowhere(use->at) || !has_changed(r, use->symbol, &name)) return false;
    if (!find_owner(r->model, use->at, &owner) || text_equal(owner.name, name)) return false;
    if (map_get(&r->c->changed, common_name(&r->c->vocabulary, NOW, owner.name))) return false;
    return reach(r, &owner, name);
}

/* A motion rests on the authority matrix that says who decides, which it does not name. */
static bool reach_by_step(Reaching *r, const StepDecl *step) {
    bool more = step->authority && reach_by(r, &(Use){step->decision.at, step->authority});
    for (size_t i = 0; i < step->branches.len; i++) more |= reach_by_step(r, step->branches.at[i]);
    return more;
}

static bool reach_by_workflow(Reaching *r, const WorkflowDecl *workflow) {
    bool more = false;
    for (size_t i = 0; i < workflow->steps.len; i++) more |= reach_by_step(r, workflow->steps.at[i]);
    return more;
}

void find_reached(Amendment *c, Tree *document) {
    Reaching r = {.c = c, .model = c->editions[NOW]->model, .list = tree_list(c->arena)};
    for (bool more = c->changed.len > 0; more;) {
        more = false;
        const Ast *ast = r.model->ast;
        for (size_t i = 0; i < r.model->uses.len; i++) more |= reach_by(&r, &r.model->uses.at[i]);
        for (size_t i = 0; i < ast->workflows.len; i++) more |= reach_by_workflow(&r, ast->workflows.at[i]);
    }
    tree_set(c->arena, document, TEXT("reached"), r.list);
}
