#include "model/check.h"

enum { CRITERION, GROUP, WEIGHT, MINIMUM, SCORE_COLUMNS };
static const Text HEADS[] = {TEXT_ROW("criterion"), TEXT_ROW("group"), TEXT_ROW("weight"),
                             TEXT_ROW("minimum")};

static bool scores_are_whole(const Decl *decl) {
    const Clause *scale = decl_setting(decl, SETTING_SCALE);
    return scale && scale->phrase.id == PHRASE_SCALE_WHOLE;
}

static void declare_criteria(Checker *c, Symbol *symbol, const Table *table) {
    Type type = type_of(scores_are_whole(symbol->decl) ? TYPE_INTEGER : TYPE_DECIMAL);
    for (size_t i = 0; i < table->rows.len; i++) {
        Name name;
        if (!cell_name(c, &table->rows.at[i].cells.at[CRITERION], TEXT("the criterion's name"), &name))
            continue;
        Symbol *criterion = declare_inner(c, symbol, SYMBOL_CRITERION, name);
        criterion->index = (uint32_t)i;
        criterion->type = type;
        criterion->path = text_format(c->arena, "%.*s.%.*s", TEXT_ARG(symbol->name), TEXT_ARG(name.text));
    }
}

void declare_scorecard(Checker *c, Symbol *symbol) {
    symbol->parent = find_group(c, symbol->decl->of, decl_called(c, symbol->decl), decl_place(symbol->decl));
    declare_result(c, symbol, (Name){TEXT("total"), symbol->at}, type_of(TYPE_DECIMAL));
    declare_result(c, symbol, (Name){TEXT("eligible"), symbol->at}, type_of(TYPE_YES_NO));
    const Table *table = fixed_table(c, symbol->decl, HEADS, SCORE_COLUMNS, SCORE_COLUMNS);
    if (table) declare_criteria(c, symbol, table);
}

static void check_scale(Checker *c, const Clause *scale) {
    if (!scale || scale->phrase.args.len == 0) return;
    const PhraseArg *arg = &scale->phrase.args.at[0];
    if (number_compare(arg->low, arg->high) >= 0)
        REPORT(c, RANGE_REVERSED, arg->at, TEXT("scale"), TEXT("the lowest score"));
    bool whole = number_is_whole(arg->low) && number_is_whole(arg->high);
    if (scale->phrase.id == PHRASE_SCALE_WHOLE && !whole)
        REPORT(c, RANGE_NEEDED, scale->at, TEXT("scale"), TEXT("two whole numbers"));
}

static void check_weight(Checker *c, const Cell *cell) {
    Expr *weight = cell_single(c, cell, TEXT("a weight, such as 25%"));
    if (weight && check_constant(c, weight, type_of(TYPE_PERCENT)) &&
        (weight->kind != EXPR_LITERAL || number_sign(weight->value.number) <= 0))
        REPORT(c, CELL_NEEDS, cell->at, TEXT("a weight above 0%"));
}

/* True when the criterion has a minimum. */
static bool check_minimum(Checker *c, const Cell *cell) {
    if (cell->kind == CELL_ANY) return false;
    Expr *minimum = cell_single(c, cell, TEXT("the lowest score that is enough, or -"));
    if (minimum && check_constant(c, minimum, type_of(TYPE_DECIMAL)) && minimum->kind != EXPR_LITERAL)
        REPORT(c, CELL_NEEDS, cell->at, TEXT("a score of the scale, or -"));
    return true;
}

void check_scorecard(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    Name group;
    bool minimums = false;
    check_scale(c, decl_setting(symbol->decl, SETTING_SCALE));
    if (!table || table->columns.len != SCORE_COLUMNS) return;
    for (size_t i = 0; i < table->rows.len; i++) {
        const Cell *cells = table->rows.at[i].cells.at;
        if (cells[GROUP].kind != CELL_ANY)
            cell_name(c, &cells[GROUP], TEXT("the name of a group of criteria, or -"), &group);
        check_weight(c, &cells[WEIGHT]);
        minimums |= check_minimum(c, &cells[MINIMUM]);
    }
    if (!minimums || decl_says(symbol->decl, SETTING_MINIMUM)) return;
    const SettingRow *row = setting_row(SETTING_MINIMUM);
    REPORT(c, SETTING_NEEDED, symbol->at, decl_called(c, symbol->decl), row->word, row->sentence)->mend =
        TEXT("write: minimum applies to mean");
}
