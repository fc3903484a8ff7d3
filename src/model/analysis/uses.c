/* What is declared and nothing uses: rules, workflows and tests are all asked. */
#include "model/analysis/analysis.h"

/* When is it worth telling that nothing uses one? Rules are also checked without their workflows, which
 * name roles, facts and tables.   X(kind of symbol, when) */
#define ASKED_FOR(X)                                                                                         \
    X(DEFINITION, ALWAYS)                                                                                    \
    X(TOTAL, ALWAYS)                                                                                         \
    X(ENUM, ALWAYS)                                                                                          \
    X(CALENDAR, ALWAYS)                                                                                      \
    X(BALLOT, ALWAYS)                                                                                        \
    X(ESCALATION, ALWAYS)                                                                                    \
    X(ROLE, WITH_WORKFLOWS)                                                                                  \
    X(OFFICE, WITH_WORKFLOWS)                                                                                \
    X(BODY, WITH_WORKFLOWS)                                                                                  \
    X(REGISTER, WITH_WORKFLOWS)                                                                              \
    X(FACT, WITH_WORKFLOWS_OF_ITS_GROUP)                                                                     \
    X(TABLE, WITH_WORKFLOWS_OF_ITS_GROUP)                                                                    \
    X(AUTHORITY, WITH_WORKFLOWS_OF_ITS_GROUP)                                                                \
    X(SCORECARD, WITH_WORKFLOWS_OF_ITS_GROUP)                                                                \
    X(CHECKLIST, WITH_WORKFLOWS_OF_ITS_GROUP)                                                                \
    X(REVIEW, WITH_WORKFLOWS_OF_ITS_GROUP)

typedef enum AskedFor { ALWAYS, WITH_WORKFLOWS, WITH_WORKFLOWS_OF_ITS_GROUP } AskedFor;

static const struct {
    SymbolKind kind;
    AskedFor when;
} ASKED[] = {
#define X(kind, when) {SYMBOL_##kind, when},
    ASKED_FOR(X)
#undef X
};

typedef struct Used {
    const Model *model;
    bool *
        of_kind[SYMBOL_KIND_COUNT]; /* in the order of Model.of_kind; NULL for kinds that are not asked for */
    size_t *first_fact;             /* of each group: where its facts begin among all */
} Used;

static Used used_of(const Model *model) {
    Used used = {.model = model};
    size_t groups = model->of_kind[SYMBOL_FACTS].len;
    used.first_fact = arena_array(model->arena, size_t, groups + 1);
    for (size_t i = 0; i < groups; i++)
        used.first_fact[i + 1] = used.first_fact[i] + model->of_kind[SYMBOL_FACTS].at[i]->decl->fields.len;
    for (size_t i = 0; i < sizeof ASKED / sizeof ASKED[0]; i++)
        used.of_kind[ASKED[i].kind] = arena_array(model->arena, bool, model->of_kind[ASKED[i].kind].len);
    return used;
}

static void use(Used *used, const Symbol *symbol) {
    if (!symbol || !used->of_kind[symbol->kind]) return;
    size_t place = symbol->index;
    if (symbol->kind == SYMBOL_FACT) place += used->first_fact[symbol->parent->index];
    used->of_kind[symbol->kind][place] = true;
}

/* A motion names its decision, not the authority that is asked. */
static void use_authorities(Used *used, const WorkflowDecl *workflow) {
    for (size_t i = 0; i < workflow->steps.len; i++) {
        const StepDecl *step = workflow->steps.at[i];
        if (step->kind == STEP_MOTION)
            use(used, motion_authority(used->model, workflow->symbol, step->decision.text));
    }
}

static bool has_workflow(const Model *model, const Symbol *group) {
    for (size_t i = 0; i < model->ast->workflows.len; i++)
        if (model->ast->workflows.at[i]->symbol->parent == group) return true;
    return false;
}

static bool is_asked_for(const Model *model, const Symbol *symbol, AskedFor when) {
    if (when == WITH_WORKFLOWS) return model->ast->workflows.len > 0;
    return when == ALWAYS || (symbol->parent && has_workflow(model, symbol->parent));
}

void analyse_uses(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    Used used = used_of(model);
    for (size_t i = 0; i < model->uses.len; i++) use(&used, model->uses.at[i].symbol);
    for (size_t i = 0; i < model->ast->workflows.len; i++)
        use_authorities(&used, model->ast->workflows.at[i]);
    for (size_t k = 0; k < sizeof ASKED / sizeof ASKED[0]; k++)
        for (size_t i = 0; i < model->of_kind[ASKED[k].kind].len; i++) {
            const Symbol *symbol = model->of_kind[ASKED[k].kind].at[i];
            if (!used.of_kind[ASKED[k].kind][i] && is_asked_for(model, symbol, ASKED[k].when))
                DIAGNOSE(diagnostics, DIAG_NEVER_USED, symbol->at, symbol->name, symbol_what(symbol->kind));
        }
}
