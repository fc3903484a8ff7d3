#include "model/analysis/analysis.h"
#include "model/analysis/cover.h"

typedef struct Report {
    Arena *arena;
    Diagnostics *out;
    const Symbol *symbol;
    const Grid *grid;
} Report;

static const TableRow *row_at(const Report *report, uint32_t row) {
    return &report->grid->table->rows.at[report->grid->rows[row]];
}

static Text row_name(const Report *report, uint32_t row) {
    return expr_words(report->arena, row_at(report, row)->cells.at[0].tests.at[0].value);
}

/* "decision = vertical_approval, annual_value = USD 100000" */
static Text example_text(const Report *report, const CoverExample *example) {
    Buf buf = buf_new(report->arena);
    for (size_t axis = 0; axis < report->grid->axis_count; axis++) {
        if (example->atoms[axis] == ATOM_ANY) continue;
        if (buf.len) buf_cstr(&buf, ", ");
        grid_write_example(&buf, report->arena, &report->grid->axes[axis], example->atoms[axis]);
    }
    return buf.len ? buf_done(&buf) : TEXT("anything is given");
}

/* An otherwise row takes nothing that is missing: then the mend is a cell that does. */
static Text gap_mend(const Report *report, const CoverExample *gap) {
    for (size_t i = 0; i < report->grid->axis_count; i++) {
        const Axis *axis = &report->grid->axes[i];
        if (!axis->missing || gap->atoms[i] != axis->atoms - 1) continue;
        Text column = expr_words(report->arena, axis->head);
        return text_format(report->arena,
                           "add missing to the cell under \"%.*s\" of the row that is meant: < 100, missing",
                           TEXT_ARG(column));
    }
    return (Text){0};
}

static void report_gap(const Report *report, const CoverExample *gap) {
    DIAGNOSE(report->out, DIAG_TABLE_GAP, report->symbol->at, report->symbol->name, example_text(report, gap))
        ->mend = gap_mend(report, gap);
}

static void report_overlap(const Report *report, const CoverExample *overlap) {
    const TableRow *first = row_at(report, overlap->row), *second = row_at(report, overlap->other);
    DIAGNOSE(report->out, DIAG_TABLE_OVERLAP, second->cells.at[0].at, report->symbol->name,
             row_name(report, overlap->row), row_name(report, overlap->other), example_text(report, overlap))
        ->other = first->cells.at[0].at;
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

static void report_rows(const Report *report, const Cover *cover, bool first_hit) {
    for (uint32_t row = 0; row < report->grid->row_count; row++) {
        if (report_empty(report, row) || !first_hit || cover->unfinished || cover->used[row]) continue;
        DIAGNOSE(report->out, DIAG_ROW_UNUSED, row_at(report, row)->cells.at[0].at, row_name(report, row),
                 report->symbol->name);
    }
}

static bool is_first(const Decl *decl) {
    const Clause *hit =
        decl_setting(decl, decl->kind == DECL_AUTHORITY ? SETTING_AUTHORITY_HIT : SETTING_HIT);
    return hit && (hit->phrase.id == PHRASE_HIT_FIRST || hit->phrase.id == PHRASE_AUTHORITY_FIRST);
}

static bool takes_missing(const Report *report, uint32_t row, size_t axis) {
    CellSet set = grid_set(report->grid, row, axis);
    return set.count && set.runs[set.count - 1].to == report->grid->axes[axis].atoms;
}

static bool tests_axis(const Report *report, uint32_t row, size_t axis) {
    return report->grid->tested[row] >> axis & 1;
}

/* Where missing is left to a row that does not look, or that is otherwise, it would be caught in silence: the
 * engine leaves such a table undetermined (law L4), so the rules have to say. Without either, it is a gap. */
static void report_unsaid_missing(const Report *report, size_t axis, bool first_hit) {
    const TableRow *tests = NULL;
    if (!report->grid->axes[axis].missing || (!first_hit && !report->grid->otherwise)) return;
    for (uint32_t row = 0; row < report->grid->row_count; row++) {
        if (!tests_axis(report, row, axis)) continue;
        if (takes_missing(report, row, axis)) return;
        if (!tests) tests = row_at(report, row);
    }
    if (!tests) return;
    Text column = expr_words(report->arena, report->grid->axes[axis].head);
    DIAGNOSE(report->out, DIAG_MISSING_UNSAID, tests->cells.at[0].at, column, report->symbol->name);
}

static void analyse_table(const Model *model, const Symbol *symbol, Diagnostics *diagnostics) {
    Report report = {model->arena, diagnostics, symbol, grid_new(model->arena, symbol->decl->table)};
    if (!report.grid) {
        DIAGNOSE(diagnostics, DIAG_TABLE_TOO_LARGE, symbol->at, symbol->name);
        return;
    }
    const Cover *cover = cover_find(model->arena, report.grid, is_first(symbol->decl));
    for (size_t i = 0; i < cover->gap_count; i++) report_gap(&report, &cover->gaps[i]);
    for (size_t i = 0; i < cover->overlap_count; i++) report_overlap(&report, &cover->overlaps[i]);
    report_rows(&report, cover, is_first(symbol->decl));
    for (size_t axis = 0; axis < report.grid->axis_count; axis++)
        report_unsaid_missing(&report, axis, is_first(symbol->decl));
    if (cover->unfinished) DIAGNOSE(diagnostics, DIAG_TABLE_TOO_LARGE, symbol->at, symbol->name);
}

void analyse_tables(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    static const SymbolKind KINDS[] = {SYMBOL_TABLE, SYMBOL_AUTHORITY};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < model->of_kind[KINDS[k]].len; i++)
            analyse_table(model, model->of_kind[KINDS[k]].at[i], diagnostics);
}
