/* Delegations of what nobody decides, and those in which what is delegated comes back. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"

static const Symbol *named(const Model *model, const Symbol *delegation, SettingId setting, size_t at) {
    const Clause *clause = decl_setting(delegation->decl, setting);
    return clause && at < clause->names.len ? map_get(&model->globals, clause->names.at[at].text) : NULL;
}

static const Symbol *delegates_of(const Model *model, const Symbol *delegation) {
    return named(model, delegation, SETTING_DELEGATED_BY, 0);
}

/* --- whether it has anything to delegate ---------------------------------------------------------------- */

typedef struct Looking {
    const Symbol *from;
    bool found;
} Looking;

/* What a fact or a register names may be anybody. */
static void look_at(void *context, const Expr *decider) {
    Looking *looking = context;
    const Symbol *symbol = decider->symbol;
    bool fixed = symbol && (symbol->kind == SYMBOL_BODY || symbol->kind == SYMBOL_OFFICE);
    if (!fixed || symbol == looking->from) looking->found = true;
}

static void look_in_matrices(const Model *model, const Symbol *group, Looking *looking) {
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        const Symbol *authority = model->of_kind[SYMBOL_AUTHORITY].at[i];
        const Table *table = authority->decl->table;
        size_t decider = table_column(model->arena, table, TEXT("decided_by"));
        for (size_t row = 0; authority->parent == group && row < table->rows.len; row++)
            each_decider(row_says(&table->rows.at[row], decider), look_at, looking);
    }
}

/* What an escalation brings to somebody is theirs to decide, and so is what an exception does. */
static void look_elsewhere(const Model *model, Looking *looking) {
    enum { LEVEL_TO = 1 };
    for (size_t i = 0; i < model->of_kind[SYMBOL_ESCALATION].len; i++) {
        const Table *table = model->of_kind[SYMBOL_ESCALATION].at[i]->decl->table;
        for (size_t row = 0; row < table->rows.len; row++) {
            const Expr *to = row_says(&table->rows.at[row], LEVEL_TO);
            if (to) look_at(looking, to);
        }
    }
    for (size_t i = 0; i < model->of_kind[SYMBOL_EXCEPTION].len; i++) {
        const Decl *decl = model->of_kind[SYMBOL_EXCEPTION].at[i]->decl;
        for (size_t k = 0; k < decl->clauses.len; k++) {
            const Clause *gives = &decl->clauses.at[k];
            bool decides = gives->setting == SETTING_GIVES && gives->target && gives->target->symbol &&
                           text_is(gives->target->symbol->name, "decided_by");
            if (decides) each_decider(gives->expr, look_at, looking);
        }
    }
}

static void check_authority_of(const Model *model, const Symbol *delegation, Diagnostics *out) {
    Looking looking = {.from = delegates_of(model, delegation)};
    look_in_matrices(model, delegation->parent, &looking);
    look_elsewhere(model, &looking);
    if (looking.found || !looking.from) return;
    DIAGNOSE(out, DIAG_NOTHING_TO_DELEGATE,
             decl_setting(delegation->decl, SETTING_DELEGATED_BY)->names.at[0].at, looking.from->name,
             delegation->parent->name);
}

/* --- whether it comes back ------------------------------------------------------------------------------ */

typedef VEC(const Symbol *) Parties;

static void add_party(const Model *model, Parties *parties, const Symbol *party) {
    for (size_t i = 0; i < parties->len; i++)
        if (parties->at[i] == party) return;
    *vec_push(model->arena, parties) = party;
}

static void add_delegates(const Model *model, const Symbol *delegation, Parties *parties) {
    const Symbol *to;
    for (size_t i = 0; (to = named(model, delegation, SETTING_DELEGATED_TO, i)) != NULL; i++)
        add_party(model, parties, to);
}

/* The first of those reached who delegates to `from`; NULL: it does not come back. */
static const Symbol *comes_back(const Model *model, const Symbol *delegation) {
    const Symbol *from = delegates_of(model, delegation);
    Parties reached = {0};
    add_delegates(model, delegation, &reached);
    for (size_t i = 0; i < reached.len; i++)
        for (size_t k = 0; k < model->of_kind[SYMBOL_DELEGATION].len; k++) {
            const Symbol *other = model->of_kind[SYMBOL_DELEGATION].at[k], *to;
            if (other->parent != delegation->parent || delegates_of(model, other) != reached.at[i]) continue;
            for (size_t n = 0; (to = named(model, other, SETTING_DELEGATED_TO, n)) != NULL; n++)
                if (to == from) return reached.at[i];
            add_delegates(model, other, &reached);
        }
    return NULL;
}

void analyse_delegations(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_DELEGATION].len; i++) {
        const Symbol *delegation = model->of_kind[SYMBOL_DELEGATION].at[i];
        const Symbol *back = comes_back(model, delegation);
        check_authority_of(model, delegation, diagnostics);
        if (back)
            DIAGNOSE(diagnostics, DIAG_DELEGATED_IN_A_CIRCLE, delegation->at,
                     delegates_of(model, delegation)->name, back->name);
    }
}
