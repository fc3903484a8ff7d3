#include "model/analysis/deciders.h"

size_t table_column(Arena *arena, const Table *table, Text name) {
    size_t column = 0;
    while (column < table->columns.len &&
           !text_equal(expr_words(arena, table->columns.at[column].head), name))
        column++;
    return column;
}

const Expr *row_says(const TableRow *row, size_t column) {
    const Cell *cell = column < row->cells.len ? &row->cells.at[column] : NULL;
    return cell && cell->kind == CELL_TESTS && cell->tests.len ? cell->tests.at[0].value : NULL;
}

void each_decider(const Expr *who, DeciderWork *work, void *context) {
    if (!who) return;
    if (who->kind == EXPR_SOME) {
        for (size_t i = 0; i < who->items.len; i++) each_decider(who->items.at[i], work, context);
    } else if (expr_is_joint(who)) {
        each_decider(who->left, work, context);
        each_decider(who->right, work, context);
    } else {
        work(context, who);
    }
}

typedef struct BallotRow {
    BallotWork *work;
    void *context;
    BallotUse use;
} BallotRow;

static void put_to_body(void *context, const Expr *decider) {
    BallotRow *row = context;
    if (!decider->symbol || decider->symbol->kind != SYMBOL_BODY) return;
    row->use.body = decider->symbol;
    row->work(row->context, &row->use);
}

static void each_ballot_of(const Model *model, const Table *table, BallotWork *work, void *context) {
    size_t decider = table_column(model->arena, table, TEXT("decided_by")),
           ballot = table_column(model->arena, table, TEXT("ballot"));
    for (size_t i = 0; i < table->rows.len; i++) {
        const Expr *how = row_says(&table->rows.at[i], ballot), *who = row_says(&table->rows.at[i], decider);
        if (how && how->symbol)
            each_decider(who, put_to_body, &(BallotRow){work, context, {.ballot = how, .who = who}});
    }
}

void each_ballot(const Model *model, BallotWork *work, void *context) {
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++)
        each_ballot_of(model, model->of_kind[SYMBOL_AUTHORITY].at[i]->decl->table, work, context);
}

static bool is_all_of(const Expr *some) {
    int64_t needed = 0;
    return number_to_int(some->left->value.number, &needed) && (size_t)needed == some->items.len;
}

bool decider_is_needed(const Expr *who, const Expr *decider) {
    if (who == decider) return true;
    if (who->kind == EXPR_SOME) {
        for (size_t i = 0; is_all_of(who) && i < who->items.len; i++)
            if (decider_is_needed(who->items.at[i], decider)) return true;
        return false;
    }
    return expr_is_joint(who) &&
           (decider_is_needed(who->left, decider) || decider_is_needed(who->right, decider));
}

VoteKind vote_kind_said(const Decl *decl, SettingId setting) {
    const Clause *clause = decl_setting(decl, setting);
    return clause ? vote_kind(clause->phrase.id) : VOTES_UNSAID;
}
