#include "program/compile_parts.h"

/* What is written in a cell that may be left out, or say nothing; NULL. */
static const Expr *said(const Decl *decl, size_t row, ItemColumn column) {
    const Cell *cell = item_cell(decl, row, column);
    return cell ? cell_value(cell) : NULL;
}

static ChecklistItem item_of(const Compiler *c, const Decl *decl, size_t row) {
    const Expr *evidence = said(decl, row, ITEM_EVIDENCE);
    return (ChecklistItem){.name = cell_word(c, item_cell(decl, row, ITEM_NAME)),
                           .requirement = said(decl, row, ITEM_REQUIREMENT)->value.text,
                           .evidence = evidence ? evidence->value.text : (Text){0},
                           .applies = NONE,
                           .where = where_of(c, decl->table->rows.at[row].at, decl->source)};
}

static Checklist checklist_of(Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    size_t count = decl->table->rows.len;
    ChecklistItem *items = arena_array(c->arena, ChecklistItem, count);
    for (size_t i = 0; i < count; i++) items[i] = item_of(c, decl, i);
    Where where = where_of(c, decl->at, decl->source);
    return (Checklist){.name = symbol->name,
                       .unit = unit_new(c, (Unit){.kind = UNIT_CHECKLIST,
                                                  .name = symbol->name,
                                                  .detail = (Index)symbol->index,
                                                  .where = where}),
                       .group = (Index)symbol->parent->index,
                       .applies = NONE,
                       .items = items,
                       .item_count = count,
                       .where = where};
}

void declare_checklists(Compiler *c) {
    const Symbol *symbol;
    c->checklists = arena_array(c->arena, Checklist, SYMBOL_COUNT(c, CHECKLIST));
    for (EACH_SYMBOL(c, CHECKLIST, symbol)) c->checklists[symbol->index] = checklist_of(c, symbol);
    c->program->checklists = c->checklists;
    c->program->checklists_count = SYMBOL_COUNT(c, CHECKLIST);
}

static void compile_applies(Compiler *c, const Expr *condition, Index *code, Text *written) {
    if (!condition) return;
    *code = compile_code(c, condition);
    *written = expr_written(c->arena, condition);
}

static void compile_checklist(Compiler *c, const Symbol *symbol) {
    const Clause *applies = decl_setting(symbol->decl, SETTING_CHECKLIST_APPLIES);
    Checklist *checklist = &c->checklists[symbol->index];
    unit_begin(c, checklist->unit);
    day_begin(c, symbol->decl);
    compile_applies(c, applies ? applies->expr : NULL, &checklist->applies, &checklist->written);
    for (size_t i = 0; i < checklist->item_count; i++) {
        ChecklistItem *item = (ChecklistItem *)&checklist->items[i];
        compile_applies(c, item_applies(c->arena, symbol->decl, i), &item->applies, &item->written);
        *vec_push(c->arena, c->reading) = item->slot;
    }
}

void compile_checklists(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, CHECKLIST, symbol)) compile_checklist(c, symbol);
}
