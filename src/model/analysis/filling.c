/* Questions that would find nobody to decide them, though every name in the matrix is known. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"
#include "model/analysis/powers.h"

typedef struct Filling {
    const Model *model;
    Diagnostics *out;
    const Symbol *authority;
    const TableRow *row;
    const Expr *who;
    const Symbol *opener; /* the one office that may open a case; NULL */
} Filling;

/* --- what the decider hangs on can be missing ----------------------------------------------------------- */

static bool may_be_missing(const Expr *expr) {
    const Symbol *symbol = expr ? expr->symbol : NULL;
    return symbol && (symbol->kind == SYMBOL_FACT || symbol->kind == SYMBOL_FIELD) && symbol->optional;
}

/* Cells of every kind but `-`, `missing` and `otherwise` take known values alone. */
static bool cell_takes_missing(const Cell *cell) {
    bool takes = cell->kind != CELL_TESTS;
    for (size_t i = 0; i < cell->tests.len; i++) {
        const CellTest *test = &cell->tests.at[i];
        takes |= test->value && test->value->kind == EXPR_MISSING && !test->negated;
    }
    return takes;
}

static bool known_in_row(const Filling *filling, const Symbol *fact) {
    const Table *table = filling->authority->decl->table;
    for (size_t i = 1; i < table->columns.len; i++)
        if (table->columns.at[i].head->symbol == fact && !table->columns.at[i].output &&
            !cell_takes_missing(&filling->row->cells.at[i]))
            return true;
    return false;
}

static void check_known(const Filling *filling, const Expr *decider) {
    const Expr *hangs_on =
        decider->kind == EXPR_PATH && decider->index && !may_be_missing(decider) ? decider->index : decider;
    if (!may_be_missing(hangs_on) || known_in_row(filling, hangs_on->symbol)) return;
    Text row = expr_words(filling->model->arena, row_says(filling->row, 0));
    DIAGNOSE(filling->out, DIAG_DECIDER_MISSING, hangs_on->at, hangs_on->symbol->name, row,
             filling->authority->name);
}

/* --- nobody decides on their own request (law P8) ------------------------------------------------------- */

static const Symbol *only_opener(const Model *model) {
    const Cell *who = power_holders(model, ACT_OPEN);
    const Expr *one = who && who->tests.len == 1 ? who->tests.at[0].value : NULL;
    const Symbol *symbol = one ? one->symbol : NULL;
    return symbol && symbol->kind == SYMBOL_OFFICE && !symbol->enumeration ? symbol : NULL;
}

static void check_own_request(const Filling *filling, const Expr *decider) {
    if (decider->symbol && decider->symbol == filling->opener && decider_is_needed(filling->who, decider))
        DIAGNOSE(filling->out, DIAG_OPENS_AND_DECIDES, decider->at, filling->opener->name);
}

static void check_decider(void *context, const Expr *decider) {
    check_known(context, decider);
    check_own_request(context, decider);
}

/* --- a ballot is a body's ------------------------------------------------------------------------------- */

static void find_body(void *found, const Expr *decider) {
    bool office = decider->symbol && decider->symbol->kind == SYMBOL_OFFICE;
    *(bool *)found |= !office && decider->type.kind != TYPE_PERSON;
}

static void check_ballot(const Filling *filling, const Expr *ballot) {
    bool body = false;
    each_decider(filling->who, find_body, &body);
    if (ballot && !body) DIAGNOSE(filling->out, DIAG_BALLOT_OF_ONE, ballot->at, ballot->symbol->name);
}

static void check_authority(Filling *filling) {
    Arena *arena = filling->model->arena;
    const Table *table = filling->authority->decl->table;
    size_t who = table_column(arena, table, TEXT("decided_by")),
           ballot = table_column(arena, table, TEXT("ballot"));
    for (size_t i = 0; i < table->rows.len; i++) {
        filling->row = &table->rows.at[i];
        filling->who = row_says(filling->row, who);
        each_decider(filling->who, check_decider, filling);
        if (filling->who) check_ballot(filling, row_says(filling->row, ballot));
    }
}

void analyse_deciders(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    Filling filling = {.model = model, .out = diagnostics, .opener = only_opener(model)};
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++) {
        filling.authority = model->of_kind[SYMBOL_AUTHORITY].at[i];
        check_authority(&filling);
    }
}
