#include "model/analysis/analysis.h"
#include "model/analysis/results.h"
#include "model/analysis/test_text.h"

typedef struct Report {
    const Model *model;
    Arena *arena;
    Diagnostics *out;
    const Symbol *symbol;
    HitPolicy policy;
    const Grid *grid;
} Report;

static const TableRow *row_at(const Report *report, uint32_t row) {
    return &report->grid->table->rows.at[report->grid->rows[row]];
}

static Text row_name(const Report *report, uint32_t row) {
    return expr_words(report->arena, row_at(report, row)->cells.at[0].tests.at[0].value);
}

/* An otherwise row takes nothing that is missing, or does not apply: then the mend is a cell that does. */
static Text gap_mend(const Report *report, const CoverExample *gap) {
    for (size_t i = 0; i < report->grid->axis_count; i++) {
        const Axis *axis = &report->grid->axes[i];
        if (gap->atoms[i] == ATOM_ANY || gap->atoms[i] < axis_known(axis)) continue;
        Text column = expr_words(report->arena, axis->head);
        const char *state = axis->missing && gap->atoms[i] == axis->atoms - 1 ? "missing" : "not applicable";
        return text_format(report->arena,
                           "add %s to the cell under \"%.*s\" of the row that is meant: < 100, %s", state,
                           TEXT_ARG(column), state);
    }
    return (Text){0};
}

static void report_gap(const Report *report, const CoverExample *gap) {
    Diagnostic *found = DIAGNOSE(report->out, DIAG_TABLE_GAP, report->symbol->at, report->symbol->name,
                                 cover_example_text(report->arena, report->grid, gap));
    found->mend = gap_mend(report, gap);
    found->test =
        test_text(report->model, report->symbol, report->grid, gap, &report->grid->table->rows.at[0], false);
}

static void report_overlap(const Report *report, DiagnosticCode code, const CoverExample *overlap) {
    const TableRow *first = row_at(report, overlap->row), *second = row_at(report, overlap->other);
    Diagnostic *found = DIAGNOSE(report->out, code, second->cells.at[0].at, report->symbol->name,
                                 row_name(report, overlap->row), row_name(report, overlap->other),
                                 cover_example_text(report->arena, report->grid, overlap));
    found->other = first->cells.at[0].at;
    found->test = test_text(report->model, report->symbol, report->grid, overlap, first, true);
}

/* A row whose cell takes no value that the column can hold. */
static bool report_empty(const Report *report, uint32_t row) {
    for (size_t axis = 0; axis < report->grid->axis_count; axis++) {
        if (grid_set(report->grid, row, axis).count) continue;
        DIAGNOSE(report->out, DIAG_ROW_EMPTY, row_at(report, row)->cells.at[0].at, row_name(report, row),
                 report->symbol->name, expr_words(report->arena, report->grid->axes[axis].head));
        return true;
    }
    return false;
}

static void report_unused(const Report *report, uint32_t row) {
    bool first = report->policy == POLICY_FIRST;
    Text why =
        first ? TEXT("a row above it fits first") : TEXT("a row fits whose result goes before its own");
    Diagnostic *found = DIAGNOSE(report->out, DIAG_ROW_UNUSED, row_at(report, row)->cells.at[0].at,
                                 row_name(report, row), report->symbol->name, why);
    if (first) found->mend = TEXT("move it up, or delete it");
}

static void report_rows(const Report *report, const CoverRule *rule, const Cover *cover) {
    for (uint32_t row = 0; row < report->grid->row_count; row++)
        if (!report_empty(report, row) && rule->unused && !cover->unfinished && !cover->used[row])
            report_unused(report, row);
}

static bool takes_atom(const Report *report, uint32_t row, size_t axis, uint32_t atom) {
    CellSet set = grid_set(report->grid, row, axis);
    for (size_t i = 0; i < set.count; i++)
        if (set.runs[i].from <= atom && atom < set.runs[i].to) return true;
    return false;
}

static bool tests_axis(const Report *report, uint32_t row, size_t axis) {
    return report->grid->tested[row] >> axis & 1;
}

/* Does an undetermined row keep another that fits from deciding? */
static bool open_rows_block(HitPolicy policy) {
    return policy == POLICY_FIRST || policy == POLICY_PRIORITY || policy_collects(policy);
}

/* Where missing is left to a row that does not look, or that is otherwise, it would be caught in silence: the
 * engine leaves such a table undetermined (law L4), so the rules have to say. Without either, it is a gap. So
 * they do of what does not apply. */
static void report_unsaid(const Report *report, size_t axis, uint32_t atom, DiagnosticCode code) {
    const TableRow *tests = NULL;
    if (!open_rows_block(report->policy) && !report->grid->otherwise) return;
    for (uint32_t row = 0; row < report->grid->row_count; row++) {
        if (!tests_axis(report, row, axis)) continue;
        if (takes_atom(report, row, axis, atom)) return;
        if (!tests) tests = row_at(report, row);
    }
    if (!tests) return;
    Text column = expr_words(report->arena, report->grid->axes[axis].head);
    DIAGNOSE(report->out, code, tests->cells.at[0].at, column, report->symbol->name);
}

static void report_unsaid_states(const Report *report, size_t at) {
    const Axis *axis = &report->grid->axes[at];
    if (axis->missing) report_unsaid(report, at, axis->atoms - 1, DIAG_MISSING_UNSAID);
    if (axis->not_applicable) report_unsaid(report, at, axis_known(axis), DIAG_NOT_APPLICABLE_UNSAID);
}

/* --- what each policy asks ------------------------------------------------------------------------------ */

static Clash any_two_clash(const void *context, uint32_t row, uint32_t other) {
    (void)context, (void)row, (void)other;
    return CLASH_SURE;
}

/* Under `priority` the first result ranks the rows, in the order of its enum. */
static uint32_t priority_of(const Report *report, const TableRow *row) {
    const Table *table = report->grid->table;
    Value value = {0};
    for (size_t i = 0; i < table->columns.len; i++) {
        if (!table->columns.at[i].output) continue;
        const Cell *cell = &row->cells.at[i];
        bool known = cell->tests.len == 1 && expr_constant(report->arena, cell->tests.at[0].value, &value);
        return known ? (uint32_t)value.member : 0;
    }
    return 0;
}

static const uint32_t *ranks_of(const Report *report) {
    bool first = report->policy == POLICY_FIRST;
    if (!first && report->policy != POLICY_PRIORITY) return NULL;
    uint32_t *ranks = arena_array(report->arena, uint32_t, report->grid->row_count);
    for (uint32_t row = 0; row < report->grid->row_count; row++)
        ranks[row] = first ? row : priority_of(report, row_at(report, row));
    return ranks;
}

/* A list, a sum or a count of no rows is empty or zero; a least or greatest of none is nothing. */
static CoverRule rule_of(const Report *report, Results *results) {
    HitPolicy policy = report->policy;
    bool empty_is_good = policy == POLICY_LIST || policy == POLICY_SUM || policy == POLICY_COUNT;
    CoverRule rule = {.gaps = !report->grid->otherwise && !empty_is_good, .ranks = ranks_of(report)};
    rule.unused = rule.ranks != NULL;
    if (policy == POLICY_UNIQUE) rule.clash = any_two_clash;
    if (policy != POLICY_ANY && policy != POLICY_PRIORITY) return rule;
    *results = results_of(report->arena, report->grid);
    rule.clash = results_clash;
    rule.context = results;
    return rule;
}

static void report_cover(const Report *report, const CoverRule *rule, const Cover *cover) {
    bool agree = rule->clash == results_clash;
    for (size_t i = 0; i < cover->gaps.count; i++) report_gap(report, &cover->gaps.at[i]);
    for (size_t i = 0; i < cover->overlaps.count; i++)
        report_overlap(report, agree ? DIAG_RESULTS_DIFFER : DIAG_TABLE_OVERLAP, &cover->overlaps.at[i]);
    for (size_t i = 0; i < cover->unsure.count; i++)
        report_overlap(report, DIAG_RESULTS_MAY_DIFFER, &cover->unsure.at[i]);
    report_rows(report, rule, cover);
    if (cover->unfinished)
        DIAGNOSE(report->out, DIAG_TABLE_TOO_LARGE, report->symbol->at, report->symbol->name);
}

static void analyse_table(const Model *model, const Symbol *symbol, Diagnostics *diagnostics) {
    Report report = {
        model, model->arena, diagnostics, symbol, table_policy(symbol->decl), grid_new(model, symbol->decl)};
    Results results;
    if (!report.grid) {
        DIAGNOSE(diagnostics, DIAG_TABLE_TOO_LARGE, symbol->at, symbol->name);
        return;
    }
    CoverRule rule = rule_of(&report, &results);
    report_cover(&report, &rule, cover_find(model->arena, report.grid, &rule));
    for (size_t axis = 0; axis < report.grid->axis_count; axis++) report_unsaid_states(&report, axis);
}

void analyse_tables(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    static const SymbolKind KINDS[] = {SYMBOL_TABLE, SYMBOL_AUTHORITY};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < model->of_kind[KINDS[k]].len; i++)
            analyse_table(model, model->of_kind[KINDS[k]].at[i], diagnostics);
}
