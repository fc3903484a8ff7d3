/* Checklists: their items, what shows that each is met, and when it counts. */
#include "model/check.h"

static const Text HEADS[] = {TEXT_ROW("item"), TEXT_ROW("requirement"), TEXT_ROW("evidence"),
                             TEXT_ROW("applies")};
enum { ITEM_COLUMNS_NEEDED = 2 };

const Cell *item_cell(const Decl *checklist, size_t row, ItemColumn column) {
    const Table *table = checklist->table;
    for (size_t i = 0; i < table->columns.len; i++) {
        const Expr *head = table->columns.at[i].head;
        if (head->kind == EXPR_PATH && text_equal(head->parts.at[0].text, HEADS[column]))
            return &table->rows.at[row].cells.at[i];
    }
    return NULL;
}

/* In a cell `not` is a part of the test, and in a condition one of the expression. */
Expr *item_applies(Arena *arena, const Decl *checklist, size_t row) {
    const Cell *cell = item_cell(checklist, row, ITEM_APPLIES);
    const CellTest *test =
        cell && cell->kind == CELL_TESTS && cell->tests.len == 1 ? &cell->tests.at[0] : NULL;
    if (!test || test->compares || !test->negated) return test && !test->compares ? test->value : NULL;
    Expr *negation = arena_make(arena, Expr);
    *negation =
        (Expr){.kind = EXPR_NOT, .at = test->at, .depth = test->value->depth + 1u, .left = test->value};
    return negation;
}

static void check_words(Checker *c, const Cell *cell, Text needed) {
    const Expr *words = cell_single(c, cell, needed);
    if (words && (words->kind != EXPR_LITERAL || words->value.kind != TYPE_TEXT))
        REPORT(c, CELL_NEEDS, words->at, needed);
}

static void declare_item(Checker *c, Symbol *checklist, size_t row) {
    Name name;
    const Cell *evidence = item_cell(checklist->decl, row, ITEM_EVIDENCE);
    check_words(c, item_cell(checklist->decl, row, ITEM_REQUIREMENT), TEXT("the requirement in quotes"));
    if (evidence && evidence->kind != CELL_ANY)
        check_words(c, evidence, TEXT("what shows that it is met, in quotes, or -"));
    if (!cell_name(c, item_cell(checklist->decl, row, ITEM_NAME), TEXT("the item's name"), &name)) return;
    Symbol *item = declare_inner(c, checklist, SYMBOL_ITEM, name);
    item->index = (uint32_t)row;
    item->type = type_of(TYPE_YES_NO);
    item->path = text_format(c->arena, "%.*s.%.*s", TEXT_ARG(checklist->name), TEXT_ARG(name.text));
}

/* X(result, type), in the order of their indexes */
#define CHECKLIST_RESULTS(X)                                                                                 \
    X("complete", TYPE_YES_NO)                                                                               \
    X("open", TYPE_INTEGER)                                                                                  \
    X("applies", TYPE_YES_NO)

void declare_checklist(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    symbol->parent = find_group(c, decl->of, decl_called(c, decl), decl_place(decl));
#define X(name, type) declare_result(c, symbol, (Name){TEXT(name), symbol->at}, type_of(type));
    CHECKLIST_RESULTS(X)
#undef X
    const Table *table = fixed_table(c, decl, HEADS, ITEM_COLUMNS, ITEM_COLUMNS_NEEDED);
    for (size_t i = 0; table && i < table->rows.len; i++) declare_item(c, symbol, i);
}

void check_checklist(Checker *c, Symbol *symbol) {
    const Clause *applies = decl_setting(symbol->decl, SETTING_CHECKLIST_APPLIES);
    const Table *table = symbol->decl->table;
    Scope scope = {.group = symbol->parent};
    if (applies && applies->expr) check_condition(c, &scope, applies->expr);
    for (size_t i = 0; table && i < table->rows.len; i++) {
        const Cell *cell = item_cell(symbol->decl, i, ITEM_APPLIES);
        Expr *condition = item_applies(c->arena, symbol->decl, i);
        if (condition)
            check_condition(c, &scope, condition);
        else if (cell && cell->kind != CELL_ANY)
            REPORT(c, CELL_NEEDS, cell->at, TEXT("a condition, such as vertical = health, or -"));
    }
    note_reads(c, symbol, &scope);
}
