#include "program/compile_parts.h"

enum { CRITERION_NAME, CRITERION_GROUP, CRITERION_WEIGHT, CRITERION_MINIMUM };

static Criterion criterion_of(const Compiler *c, const Decl *decl, const TableRow *row) {
    const Cell *cells = row->cells.at;
    Type percent = {.kind = TYPE_PERCENT}, decimal = {.kind = TYPE_DECIMAL};
    Criterion criterion = {.name = cell_word(c, &cells[CRITERION_NAME]),
                           .group = cell_word(c, &cells[CRITERION_GROUP]),
                           .weight = constant_of(c, cell_value(&cells[CRITERION_WEIGHT]), percent).number,
                           .minimum = number_int(0),
                           .where = where_of(c, row->at, decl->source)};
    const Expr *minimum = cell_value(&cells[CRITERION_MINIMUM]);
    if (!minimum) return criterion;
    criterion.has_minimum = true;
    criterion.minimum = constant_of(c, minimum, decimal).number;
    return criterion;
}

static Scorecard scorecard_of(Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const PhraseArg *scale = &decl_setting(decl, SETTING_SCALE)->phrase.args.at[0];
    size_t count = decl->table->rows.len;
    Criterion *criteria = arena_array(c->arena, Criterion, count);
    for (size_t i = 0; i < count; i++) criteria[i] = criterion_of(c, decl, &decl->table->rows.at[i]);
    Where where = where_of(c, decl->at, decl->source);
    return (Scorecard){.name = symbol->name,
                       .unit = unit_new(c, (Unit){.kind = UNIT_SCORECARD,
                                                  .name = symbol->name,
                                                  .detail = (Index)symbol->index,
                                                  .where = where}),
                       .group = (Index)symbol->parent->index,
                       .criteria = criteria,
                       .criterion_count = count,
                       .low = scale->low,
                       .high = scale->high,
                       .whole = phrase_of(decl, SETTING_SCALE) == PHRASE_SCALE_WHOLE,
                       .combine = phrase_of(decl, SETTING_COMBINED) == PHRASE_COMBINED_LOWEST ? COMBINE_LOWEST
                                                                                              : COMBINE_MEAN,
                       .minimum_each = phrase_of(decl, SETTING_MINIMUM) == PHRASE_MINIMUM_EACH,
                       .where = where};
}

void declare_scorecards(Compiler *c) {
    const Symbol *symbol;
    c->scorecards = arena_array(c->arena, Scorecard, SYMBOL_COUNT(c, SCORECARD));
    for (EACH_SYMBOL(c, SCORECARD, symbol)) c->scorecards[symbol->index] = scorecard_of(c, symbol);
    c->program->scorecards = c->scorecards;
    c->program->scorecards_count = SYMBOL_COUNT(c, SCORECARD);
}

void compile_scorecards(Compiler *c) {
    for (size_t i = 0; i < c->program->scorecards_count; i++) {
        Scorecard *scorecard = &c->scorecards[i];
        Criterion *criteria = (Criterion *)scorecard->criteria;
        scorecard_shares(c->arena, scorecard, criteria);
        unit_begin(c, scorecard->unit);
        for (size_t k = 0; k < scorecard->criterion_count; k++)
            *vec_push(c->arena, c->reading) = criteria[k].score_slot;
    }
}
