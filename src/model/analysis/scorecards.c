#include "model/analysis/analysis.h"

enum { WEIGHT = 2, MINIMUM = 3 }; /* columns; the model has seen that they are there */

static bool number_in(Arena *arena, const Cell *cell, Number *number) {
    Value value;
    if (cell->kind != CELL_TESTS || !expr_constant(arena, cell->tests.at[0].value, &value)) return false;
    *number = value.number;
    return true;
}

static void check_weights(const Model *model, const Symbol *scorecard, Diagnostics *out) {
    const Table *table = scorecard->decl->table;
    Number sum = number_int(0), weight, off;
    Type percent = {.kind = TYPE_PERCENT};
    for (size_t i = 0; i < table->rows.len; i++)
        if (number_in(model->arena, &table->rows.at[i].cells.at[WEIGHT], &weight) &&
            number_add(model->arena, sum, weight, &sum) != NUMBER_OK)
            return;
    int order = number_compare(sum, number_int(1));
    if (order == 0 || number_sub(model->arena, sum, number_int(1), &off) != NUMBER_OK) return;
    if (order < 0) number_neg(model->arena, off, &off);
    DIAGNOSE(out, DIAG_WEIGHTS, scorecard->at, scorecard->name,
             value_to_text(model->arena, percent, value_number(TYPE_PERCENT, sum)),
             value_to_text(model->arena, percent, value_number(TYPE_PERCENT, off)),
             order < 0 ? TEXT("less") : TEXT("more"));
}

static void check_minimums(const Model *model, const Symbol *scorecard, Diagnostics *out) {
    const Clause *scale = decl_setting(scorecard->decl, SETTING_SCALE);
    const Table *table = scorecard->decl->table;
    Number minimum;
    if (!scale || scale->phrase.args.len == 0) return;
    const PhraseArg *ends = &scale->phrase.args.at[0];
    for (size_t i = 0; i < table->rows.len; i++) {
        const Cell *cell = &table->rows.at[i].cells.at[MINIMUM];
        if (!number_in(model->arena, cell, &minimum)) continue;
        if (number_compare(minimum, ends->low) >= 0 && number_compare(minimum, ends->high) <= 0) continue;
        DIAGNOSE(out, DIAG_MINIMUM_OFF_SCALE, cell->at, number_text(model->arena, minimum),
                 number_text(model->arena, ends->low), number_text(model->arena, ends->high));
    }
}

void analyse_scorecards(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_SCORECARD].len; i++) {
        check_weights(model, model->of_kind[SYMBOL_SCORECARD].at[i], diagnostics);
        check_minimums(model, model->of_kind[SYMBOL_SCORECARD].at[i], diagnostics);
    }
}
