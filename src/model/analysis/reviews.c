/* Outcomes of reviews that no step leads to, and reviews that are to be held again nowhere. */
#include "model/analysis/analysis.h"

static bool leads_to(const Decl *review, Text outcome) {
    for (size_t i = 0; i < review->clauses.len; i++)
        for (size_t k = 0; k < review->clauses.at[i].branches.len; k++)
            if (text_equal(review->clauses.at[i].branches.at[k].to.text, outcome)) return true;
    return false;
}

static void check_reassessed(const Decl *review, const Clause *clause, Diagnostics *diagnostics) {
    Duty duty;
    if (duty_of(clause, &duty) && !duty.opens)
        DIAGNOSE(diagnostics, DIAG_REASSESSED_NOWHERE, clause->phrase.at, review->name.text);
}

void analyse_reviews(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_REVIEW].len; i++) {
        const Decl *review = model->of_kind[SYMBOL_REVIEW].at[i]->decl;
        for (size_t k = 0; k < review->clauses.len; k++) {
            const Clause *clause = &review->clauses.at[k];
            check_reassessed(review, clause, diagnostics);
            if (clause->setting != SETTING_OUTCOME || clause->phrase.args.len == 0) continue;
            Name outcome = clause->phrase.args.at[0].name;
            if (!leads_to(review, outcome.text))
                DIAGNOSE(diagnostics, DIAG_REVIEW_OUTCOME_NEVER, outcome.at, outcome.text, review->name.text);
        }
    }
}
