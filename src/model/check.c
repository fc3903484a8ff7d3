#include "model/check.h"

static const struct {
    DeclKind decl;
    SymbolKind symbol;
} KINDS[] = {
    {DECL_CALENDAR, SYMBOL_CALENDAR},     {DECL_ENUM, SYMBOL_ENUM},
    {DECL_FACTS, SYMBOL_FACTS},           {DECL_ROLE, SYMBOL_ROLE},
    {DECL_OFFICE, SYMBOL_OFFICE},         {DECL_BODY, SYMBOL_BODY},
    {DECL_BALLOT, SYMBOL_BALLOT},         {DECL_AUTHORITY, SYMBOL_AUTHORITY},
    {DECL_ESCALATION, SYMBOL_ESCALATION}, {DECL_SCORECARD, SYMBOL_SCORECARD},
    {DECL_TABLE, SYMBOL_TABLE},           {DECL_REVIEW, SYMBOL_REVIEW},
    {DECL_EXCEPTION, SYMBOL_EXCEPTION},   {DECL_GUARD, SYMBOL_GUARD},
    {DECL_INVARIANT, SYMBOL_INVARIANT},   {DECL_REGISTER, SYMBOL_REGISTER},
    {DECL_DEFINITION, SYMBOL_DEFINITION}, {DECL_METRIC, SYMBOL_METRIC},
    {DECL_TRIGGER, SYMBOL_TRIGGER},       {DECL_TOTAL, SYMBOL_TOTAL},
    {DECL_CHECKLIST, SYMBOL_CHECKLIST},   {DECL_DELEGATION, SYMBOL_DELEGATION},
};

/* --- the line that begins a declaration ----------------------------------------------------------------- */

#define DECL(kind) (1u << DECL_##kind)

static const struct {
    size_t offset;
    unsigned kinds;
    Text written;
} PARTS[] = {
    {offsetof(Decl, name), ~(DECL(CHARTER) | DECL(IMPORT) | DECL(POWERS) | DECL(TEST)), TEXT_ROW("a name")},
    {offsetof(Decl, of),
     DECL(DEFINITION) | DECL(TOTAL) | DECL(AUTHORITY) | DECL(SCORECARD) | DECL(TABLE) | DECL(REVIEW) |
         DECL(CHECKLIST) | DECL(INVARIANT) | DECL(METRIC) | DECL(TRIGGER) | DECL(DELEGATION) | DECL(ACCEPT),
     TEXT_ROW("\"of\"")},
    {offsetof(Decl, by), DECL(REVIEW), TEXT_ROW("\"by\"")},
    {offsetof(Decl, before), DECL(GUARD), TEXT_ROW("\"before\"")},
    {offsetof(Decl, to), DECL(EXCEPTION), TEXT_ROW("\"to\"")},
    {offsetof(Decl, from), DECL(AUTHORITY) | DECL(TABLE), TEXT_ROW("\"from\"")},
    {offsetof(Decl, for_each), DECL(OFFICE) | DECL(BODY) | DECL(ESCALATION) | DECL(METRIC) | DECL(TOTAL),
     TEXT_ROW("\"for each\"")},
    {offsetof(Decl, was), ~(DECL(CHARTER) | DECL(IMPORT) | DECL(POWERS) | DECL(ACCEPT) | DECL(TEST)),
     TEXT_ROW("\"was\"")},
};

static void check_import(Checker *c, const Decl *decl) {
    if (!span_nowhere(decl->title_at) || decl->broken) return;
    Text name = text_empty(decl->name.text) ? TEXT("common") : decl->name.text;
    REPORT(c, PART_NEEDED, decl->word, decl_row(decl->kind)->what, TEXT("a file in quotes"))->mend =
        text_format(c->arena, "write: import \"%.*s.bylaw\"", TEXT_ARG(name));
}

void check_header(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        const Name *part = (const Name *)(const void *)((const char *)decl + PARTS[i].offset);
        bool wanted = PARTS[i].kinds & 1u << decl->kind, given = !text_empty(part->text);
        if (decl->kind == DECL_IMPORT && span_nowhere(decl->title_at)) continue;
        if (given && !wanted) REPORT(c, PART_UNKNOWN, part->at, decl_row(decl->kind)->what, PARTS[i].written);
        if (!given && wanted && i == 0 && !decl->broken)
            REPORT(c, PART_NEEDED, decl->word, decl_row(decl->kind)->what, PARTS[i].written);
    }
    if (decl->type && decl->kind != DECL_METRIC)
        REPORT(c, PART_UNKNOWN, decl->type->at, decl_row(decl->kind)->what, TEXT("a type"));
}

/* --- declaring ------------------------------------------------------------------------------------------ */

static void declare_global_decl(Checker *c, Decl *decl) {
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++)
        if (KINDS[i].decl == decl->kind && !text_empty(decl->name.text))
            decl->symbol = declare_global(c, KINDS[i].symbol, decl->name, decl);
    if (decl->symbol) decl->symbol->was = decl->was;
}

typedef void DeclWork(Checker *c, Decl *decl);
typedef void SymbolWork(Checker *c, Symbol *symbol);

static void each_decl(Checker *c, DeclWork *work) {
    for (size_t f = 0; f < c->model->ast->files.len; f++)
        for (size_t i = 0; i < c->model->ast->files.at[f]->decls.len; i++)
            work(c, c->model->ast->files.at[f]->decls.at[i]);
}

static void each_symbol(Checker *c, SymbolKind kind, SymbolWork *work) {
    for (size_t i = 0; i < c->model->of_kind[kind].len; i++) work(c, c->model->of_kind[kind].at[i]);
}

static void declare_for_each(Checker *c, Decl *decl) {
    bool indexed = decl->kind == DECL_OFFICE || decl->kind == DECL_BODY || decl->kind == DECL_ESCALATION ||
                   decl->kind == DECL_METRIC;
    if (!indexed || !decl->symbol || text_empty(decl->for_each.text)) return;
    const Symbol *symbol = find_global(c, decl->for_each, KIND(ENUM));
    if (symbol) decl->symbol->enumeration = symbol->enumeration;
}

static void declare_all(Checker *c) {
    declare_days(c);
    each_decl(c, declare_global_decl);
    find_charter(c);
    each_symbol(c, SYMBOL_ENUM, declare_enum);
    each_symbol(c, SYMBOL_REVIEW, declare_review_outcomes);
    each_symbol(c, SYMBOL_FACTS, declare_facts);
    each_symbol(c, SYMBOL_REGISTER, declare_register);
    each_symbol(c, SYMBOL_DEFINITION, declare_definition);
    each_symbol(c, SYMBOL_TOTAL, declare_total);
    each_decl(c, declare_for_each);
    each_symbol(c, SYMBOL_METRIC, declare_metric);
    each_symbol(c, SYMBOL_REVIEW, declare_review);
    each_symbol(c, SYMBOL_SCORECARD, declare_scorecard);
    each_symbol(c, SYMBOL_CHECKLIST, declare_checklist);
    each_symbol(c, SYMBOL_TABLE, declare_table);
    each_symbol(c, SYMBOL_AUTHORITY, declare_authority);
    for (size_t i = 0; i < c->model->ast->workflows.len; i++)
        declare_workflow(c, c->model->ast->workflows.at[i]);
}

/* --- checking ------------------------------------------------------------------------------------------- */

static void check_decl(Checker *c, Decl *decl) {
    check_header(c, decl);
    check_settings(c, decl);
    switch (decl->kind) {
    case DECL_IMPORT:
        check_import(c, decl);
        break;
    case DECL_CALENDAR:
        check_calendar(c, decl);
        break;
    case DECL_BODY:
        check_body(c, decl);
        break;
    case DECL_BALLOT:
        check_ballot(c, decl);
        break;
    case DECL_TEST:
        check_test(c, decl);
        break;
    case DECL_ACCEPT:
        check_accept(c, decl);
        break;
    default:
        break; /* by its symbol, or all of them together */
    }
}

Model *model_check(Arena *arena, Ast *ast, Diagnostics *diagnostics) {
    Checker c = {.arena = arena, .model = arena_make(arena, Model), .out = diagnostics};
    c.model->arena = arena;
    c.model->ast = ast;
    declare_all(&c);
    check_charter(&c);
    check_definitions(&c);
    check_powers(&c);
    each_decl(&c, check_decl);
    each_symbol(&c, SYMBOL_ESCALATION, check_escalation);
    each_symbol(&c, SYMBOL_FACT, check_material);
    each_symbol(&c, SYMBOL_SCORECARD, check_scorecard);
    each_symbol(&c, SYMBOL_CHECKLIST, check_checklist);
    each_symbol(&c, SYMBOL_TABLE, check_table);
    each_symbol(&c, SYMBOL_AUTHORITY, check_authority);
    each_symbol(&c, SYMBOL_EXCEPTION, check_exception);
    each_symbol(&c, SYMBOL_REVIEW, check_review);
    each_symbol(&c, SYMBOL_DELEGATION, check_delegation);
    each_symbol(&c, SYMBOL_GUARD, check_guard);
    each_symbol(&c, SYMBOL_INVARIANT, check_invariant);
    each_symbol(&c, SYMBOL_METRIC, check_metric);
    each_symbol(&c, SYMBOL_TRIGGER, check_trigger);
    each_symbol(&c, SYMBOL_WORKFLOW, check_workflow);
    check_cycles(&c);
    check_renamed(&c);
    c.model->sound = diagnostics->errors == 0;
    return c.model;
}
