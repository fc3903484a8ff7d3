/* Powers that nobody has, and what can then never be done. */
#include "model/analysis/powers.h"
#include "model/analysis/analysis.h"

static const Cell *holders_in(const Table *table, ActId act) {
    for (size_t i = 0; table && i < table->rows.len; i++) {
        const Cell *cells = table->rows.at[i].cells.at;
        const Expr *named = cells[0].tests.len ? cells[0].tests.at[0].value : NULL;
        if (named && named->kind == EXPR_PATH && text_equal(named->parts.at[0].text, act_word(act)))
            return &cells[1];
    }
    return NULL;
}

static bool gives_powers(const Model *model) {
    for (size_t f = 0; f < model->ast->files.len; f++)
        for (size_t i = 0; i < model->ast->files.at[f]->decls.len; i++)
            if (model->ast->files.at[f]->decls.at[i]->kind == DECL_POWERS) return true;
    return false;
}

const Cell *power_holders(const Model *model, ActId act) {
    const Cell *found = NULL;
    for (size_t f = 0; f < model->ast->files.len; f++) {
        const RuleFile *file = model->ast->files.at[f];
        for (size_t i = 0; i < file->decls.len && !found; i++)
            if (file->decls.at[i]->kind == DECL_POWERS) found = holders_in(file->decls.at[i]->table, act);
    }
    return found;
}

/* --- when an act is called for -------------------------------------------------------------------------- */

static bool has_workflows(const Model *model) {
    return model->ast->workflows.len > 0;
}

/* A trigger opens cases by itself. */
static bool only_people_open(const Model *model) {
    return has_workflows(model) && model->of_kind[SYMBOL_TRIGGER].len == 0;
}

static bool has_registers(const Model *model) {
    return model->of_kind[SYMBOL_REGISTER].len > 0;
}

static bool has_metrics(const Model *model) {
    return model->of_kind[SYMBOL_METRIC].len > 0;
}

static bool has_personal_facts(const Model *model) {
    for (size_t i = 0; i < model->of_kind[SYMBOL_FACT].len; i++)
        if (model->of_kind[SYMBOL_FACT].at[i]->personal) return true;
    return false;
}

/* X(act, diagnostic, when it is called for, what follows where nobody may) */
#define CALLED_FOR(X)                                                                                        \
    X(OPEN, POWER_OF_NOBODY, only_people_open, "no case can ever begin")                                     \
    X(REGISTER, POWER_OF_NOBODY, has_registers, "its registers stay empty")                                  \
    X(MEASURE, POWER_OF_NOBODY, has_metrics, "its metrics are never measured")                               \
    X(ERASE, POWER_OF_NOBODY, has_personal_facts, "no personal fact can ever be erased")                     \
    X(RATIFY, LOCKED_OUT, has_workflows, "these rules can never be changed")                                 \
    X(IMPORT, LOCKED_OUT, has_workflows,                                                                     \
      "only who founds a book may enter people, and after them nobody could")

static const struct {
    ActId act;
    DiagnosticCode code;
    bool (*called_for)(const Model *model);
    Text follows;
} ACTS_CALLED_FOR[] = {
#define X(act, code, called_for, follows) {ACT_##act, DIAG_##code, called_for, TEXT_ROW(follows)},
    CALLED_FOR(X)
#undef X
};

static void report_each(const Model *model, Diagnostics *diagnostics) {
    for (size_t i = 0; i < sizeof ACTS_CALLED_FOR / sizeof ACTS_CALLED_FOR[0]; i++) {
        ActId act = ACTS_CALLED_FOR[i].act;
        if (!ACTS_CALLED_FOR[i].called_for(model) || power_holders(model, act)) continue;
        DIAGNOSE(diagnostics, ACTS_CALLED_FOR[i].code, model->charter->word, act_word(act), act_sentence(act),
                 ACTS_CALLED_FOR[i].follows);
    }
}

/* Rules without workflows may be there to look things up in. */
void analyse_powers(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound || !model->charter || !has_workflows(model)) return;
    if (gives_powers(model))
        report_each(model, diagnostics);
    else
        diagnose(diagnostics, DIAG_NO_POWERS, model->charter->word, 0, NULL);
}
