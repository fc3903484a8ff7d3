#include "model/check.h"

const Clause *decl_setting(const Decl *decl, SettingId setting) {
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == setting) return &decl->clauses.at[i];
    return NULL;
}

bool decl_says(const Decl *decl, SettingId setting) {
    for (size_t i = 0; i < decl->lost.len; i++)
        if (decl->lost.at[i] == setting) return true;
    return decl_setting(decl, setting) != NULL;
}

/* X(setting, what could be written) */
#define REQUIRED_SETTINGS(X)                                                                                 \
    X(LANGUAGE, "language 1")                                                                                \
    X(EDITION, "edition \"2026.1\"")                                                                         \
    X(IN_FORCE, "in_force from 2026-01-01")                                                                  \
    X(TIME_ZONE, "time_zone \"Europe/Berlin\"")                                                              \
    X(WORKING_DAYS, "working_days by CALENDAR")                                                              \
    X(SERIES, "series cases C, meetings MTG, motions M")                                                     \
    X(WEEK, "week monday..friday")                                                                           \
    X(LISTED, "listed 2026..2030")                                                                           \
    X(MEANS, "means EXPRESSION")                                                                             \
    X(SUMS, "sums EXPRESSION")                                                                               \
    X(COUNTING, "counting approved, pending, this")                                                          \
    X(SEATS, "seats 5..9")                                                                                   \
    X(QUORUM, "quorum more than 1/2 of members in office")                                                   \
    X(CARRIED, "carried by more than 1/2 of votes cast")                                                     \
    X(BALLOT_CARRIED, "carried by more than 1/2 of votes cast")                                              \
    X(DELEGATED_BY, "from BODY")                                                                             \
    X(DELEGATED_TO, "to OFFICE")                                                                             \
    X(LASTS, "lasts at most 12 months")                                                                      \
    X(STARTS, "starts when undecided for 30 days")                                                           \
    X(SCALE, "scale 1..10 whole")                                                                            \
    X(COMBINED, "combined by mean")                                                                          \
    X(GIVES, "gives RESULT = VALUE")                                                                         \
    X(REVIEW_STEP, "step NAME answers each principle then OUTCOME")                                          \
    X(OUTCOME, "outcome NAME")                                                                               \
    X(REQUIRES, "requires CONDITION")                                                                        \
    X(INVARIANT_REQUIRES, "requires CONDITION")                                                              \
    X(MEASURED, "measured monthly")                                                                          \
    X(OPENS, "opens WORKFLOW")                                                                               \
    X(EXPECT, "expect NAME = VALUE")

static const struct {
    SettingId setting;
    Text mend;
} REQUIRED[] = {
#define X(name, mend) {SETTING_##name, TEXT_ROW("write: " mend)},
    REQUIRED_SETTINGS(X)
#undef X
};

/* What columns of a file are called, where there is no file. */
static void check_columns(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len && span_nowhere(decl->from.at); i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_TABLE_COLUMN || clause->setting == SETTING_AUTHORITY_COLUMN)
            REPORT(c, NO_FILE, clause->at, decl_called(c, decl));
    }
}

/* Nothing carries a choice. */
static bool is_spared(const Decl *decl, SettingId setting) {
    return setting == SETTING_BALLOT_CARRIED && decl_says(decl, SETTING_CHOICE);
}

void check_settings(Checker *c, const Decl *decl) {
    check_columns(c, decl);
    for (size_t i = 0; i < sizeof REQUIRED / sizeof REQUIRED[0]; i++) {
        const SettingRow *row = setting_row(REQUIRED[i].setting);
        if (row->decl != decl->kind || decl_says(decl, row->id) || is_spared(decl, row->id)) continue;
        Diagnostic *found =
            REPORT(c, SETTING_NEEDED, decl_place(decl), decl_called(c, decl), row->word, row->sentence);
        found->mend = REQUIRED[i].mend;
    }
}

static bool whole_number(const Expr *expr, int64_t *out) {
    return expr && expr->kind == EXPR_LITERAL && !expr->percent &&
           (expr->value.kind == TYPE_INTEGER || expr->value.kind == TYPE_DECIMAL) &&
           number_to_int(expr->value.number, out);
}

bool range_of_integers(Checker *c, const Clause *clause, int64_t least, int64_t *low, int64_t *high) {
    const Expr *range = clause->expr;
    Text word = setting_row(clause->setting)->word;
    if (!range) return false; /* the parser has said why */
    if (range->kind != EXPR_RANGE || range->half_open || !whole_number(range->left, low) ||
        !whole_number(range->right, high)) {
        REPORT(c, RANGE_NEEDED, clause->at, word, TEXT("two whole numbers"));
        return false;
    }
    if (least <= *low && *low <= *high) return true;
    Text from = text_format(c->arena, "%lld", (long long)least);
    REPORT(c, RANGE_REVERSED, range->at, word, from);
    return false;
}

static bool has_heads(Checker *c, const Table *table, const Text *heads, size_t count, size_t must) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        const TableColumn *column = at < table->columns.len ? &table->columns.at[at] : NULL;
        bool there = column && !column->output && !column->type &&
                     text_equal(expr_words(c->arena, column->head), heads[i]);
        if (there)
            at++;
        else if (i < must)
            return false;
    }
    return at == table->columns.len;
}

const Table *fixed_table(Checker *c, const Decl *decl, const Text *heads, size_t count, size_t must) {
    Buf wanted = buf_new(c->arena);
    for (size_t i = 0; i < count; i++) buf_format(&wanted, "| %.*s ", TEXT_ARG(heads[i]));
    buf_cstr(&wanted, "|");
    if (!decl->table || decl->table->rows.len == 0) {
        if (!decl->lossy) REPORT(c, TABLE_NEEDED, decl_place(decl), decl_called(c, decl), buf_done(&wanted));
        return NULL;
    }
    if (has_heads(c, decl->table, heads, count, must)) return decl->table;
    REPORT(c, WRONG_COLUMNS, decl->table->columns.len ? decl->table->columns.at[0].at : decl->table->at,
           decl_called(c, decl), buf_done(&wanted));
    return NULL;
}

Expr *cell_single(Checker *c, const Cell *cell, Text needed) {
    const CellTest *test = cell->tests.len == 1 ? &cell->tests.at[0] : NULL;
    if (cell->kind == CELL_TESTS && test && !test->negated && !test->compares && test->value)
        return test->value;
    REPORT(c, CELL_NEEDS, cell->at, needed);
    return NULL;
}

bool cell_name(Checker *c, const Cell *cell, Text needed, Name *name) {
    const Expr *value = cell_single(c, cell, needed);
    if (!value) return false;
    if (value->kind == EXPR_PATH && value->parts.len == 1 && !value->index) {
        *name = value->parts.at[0];
        return true;
    }
    REPORT(c, CELL_NEEDS, cell->at, needed);
    return false;
}
