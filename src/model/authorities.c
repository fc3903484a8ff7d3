/* Authority matrices: what is decided, and who decides it. */
#include "model/check.h"

#define AUTHORITY_COLUMNS(X)                                                                                 \
    X(DECIDED_BY, "decided_by", TYPE_DECIDER)                                                                \
    X(REVIEWED, "reviewed", TYPE_TEXT)                                                                       \
    X(BALLOT, "ballot", TYPE_TEXT)                                                                           \
    X(ESCALATION, "escalation", TYPE_TEXT)                                                                   \
    X(RECOMMENDS, "recommends", TYPE_LIST)                                                                   \
    X(CONSULTED, "consulted", TYPE_LIST)                                                                     \
    X(INFORMED, "informed", TYPE_LIST)

typedef enum AuthorityColumn {
#define X(name, word, type) AUTHORITY_##name,
    AUTHORITY_COLUMNS(X)
#undef X
        AUTHORITY_COLUMN_COUNT
} AuthorityColumn;

static const struct {
    Text word;
    TypeKind type;
} COLUMNS[] = {
#define X(name, word, type) {TEXT_ROW(word), type},
    AUTHORITY_COLUMNS(X)
#undef X
};

/* Those who are named are a list of their names. */
static Type column_type(AuthorityColumn column) {
    Type type = type_of(COLUMNS[column].type);
    if (type.kind == TYPE_LIST) type.element = TYPE_TEXT;
    return type;
}

static AuthorityColumn column_named(Text word) {
    for (AuthorityColumn column = 0; column < AUTHORITY_COLUMN_COUNT; column++)
        if (text_equal(word, COLUMNS[column].word)) return column;
    return AUTHORITY_COLUMN_COUNT;
}

static void unknown_column(Checker *c, const TableColumn *column, Text word) {
    TextVec candidates = {0};
    for (size_t i = 0; i < AUTHORITY_COLUMN_COUNT; i++) *vec_push(c->arena, &candidates) = COLUMNS[i].word;
    suggest(c, REPORT(c, AUTHORITY_COLUMN, column->at, word), word, &candidates);
}

static void declare_output(Checker *c, Symbol *authority, const TableColumn *column) {
    Expr *head = column->head;
    Text word = expr_words(c->arena, head);
    AuthorityColumn known = column_named(word);
    if (known == AUTHORITY_COLUMN_COUNT) {
        unknown_column(c, column, word);
        return;
    }
    Name name = {word, head->at};
    head->symbol = declare_result(c, authority, name, column_type(known));
    head->symbol->optional = known != AUTHORITY_DECIDED_BY && head->symbol->type.kind != TYPE_LIST;
    head->type = head->symbol->type;
    const Name *attribute = &column->attribute;
    if (!text_empty(attribute->text))
        read_attribute(c, &(Attribute){.at = attribute->at, .word = *attribute}, head->symbol);
    if (column->type && !type_equal(read_type(c, column->type), head->type))
        REPORT(c, WRONG_TYPE, column->type->at, type_text(c->arena, head->type), type_called(c, head->type));
}

static Symbol *shared_case_input(Checker *c, Symbol *authority, Symbol *enumeration) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_CASE_INPUT].len; i++)
        if (c->model->of_kind[SYMBOL_CASE_INPUT].at[i]->type.enumeration == enumeration->enumeration)
            return c->model->of_kind[SYMBOL_CASE_INPUT].at[i];
    Name name = {enumeration->name, enumeration->at};
    Symbol *input = symbol_new(c, SYMBOL_CASE_INPUT, name, authority->decl, NULL);
    input->index = (uint32_t)c->model->of_kind[SYMBOL_CASE_INPUT].len - 1;
    input->type = type_of_enum(enumeration->enumeration);
    return input;
}

/* A column that names an enum and no fact is given by the motion's step: which decision is asked for. */
static void declare_case_input(Checker *c, Symbol *authority, const TableColumn *column, Symbol **first) {
    const Expr *head = column->head;
    if (head->kind != EXPR_PATH || head->parts.len != 1) return;
    Text word = head->parts.at[0].text;
    if (authority->parent && map_get(&authority->parent->inner, word)) return;
    Symbol *enumeration = map_get(&c->model->globals, word);
    if (!enumeration || enumeration->kind != SYMBOL_ENUM) return;
    Symbol *input = shared_case_input(c, authority, enumeration);
    if (*first && *first != input) REPORT(c, TWO_CASE_INPUTS, column->at, (*first)->name, word);
    *first = input;
    map_set(c->arena, &authority->inner, word, input);
}

static bool is_result(const Checker *c, const TableColumn *column) {
    return column_named(expr_words(c->arena, column->head)) != AUTHORITY_COLUMN_COUNT;
}

void declare_authority(Checker *c, Symbol *symbol) {
    Symbol *input = NULL;
    symbol->parent = find_group(c, symbol->decl->of, decl_called(c, symbol->decl), decl_place(symbol->decl));
    const Table *table = symbol->decl->table;
    for (size_t i = 1; table && i < table->columns.len; i++) {
        /* in a file no || stands before them */
        if (!text_empty(symbol->decl->from.text) && is_result(c, &table->columns.at[i]))
            table->columns.at[i].output = true;
        if (table->columns.at[i].output)
            declare_output(c, symbol, &table->columns.at[i]);
        else
            declare_case_input(c, symbol, &table->columns.at[i], &input);
    }
    if (table && table->columns.len && !symbol->decl->lossy &&
        !map_get(&symbol->inner, COLUMNS[AUTHORITY_DECIDED_BY].word))
        REPORT(c, DECIDED_BY_NEEDED, table->columns.at[0].at, symbol->name);
    declare_rows(c, symbol);
}

/* --- cells after || ------------------------------------------------------------------------------------- */

/* The words that say how often a body meets say how often a decision is reviewed. */
static void check_cadence(Checker *c, Expr *value) {
    Text words = expr_words(c->arena, value);
    TextVec known = {0};
    value->type = type_of(TYPE_TEXT);
    for (PhraseId id = PHRASE_NONE + 1; id < PHRASE_COUNT; id++) {
        if (phrase_setting(id) != SETTING_MEETS) continue;
        if (text_equal(phrase_pattern(id), words)) return;
        *vec_push(c->arena, &known) = phrase_pattern(id);
    }
    Text all = text_join(c->arena, known.at, known.len, ", ");
    suggest(c, REPORT(c, UNKNOWN_CADENCE, value->at, words, all), words, &known);
}

static void check_ballot_name(Checker *c, Expr *value) {
    bool named = value->kind == EXPR_PATH && value->parts.len == 1;
    Name name = {expr_words(c->arena, value), value->at};
    value->symbol = named ? find_global(c, name, KIND(BALLOT)) : NULL;
    value->type = type_of(TYPE_TEXT);
    if (!named) REPORT(c, UNKNOWN_NAME, value->at, name.text, symbol_what(SYMBOL_BALLOT));
}

static void check_single(Checker *c, Scope *scope, AuthorityColumn column, const Cell *cell) {
    static const Text NEEDED[] = {
        TEXT_ROW("a body or an office that decides; several are joined by and or then"),
        TEXT_ROW("how often it is reviewed, such as monthly"), TEXT_ROW("a ballot, or -"),
        TEXT_ROW("an escalation, or -")};
    Expr *value = cell_single(c, cell, NEEDED[column]);
    if (!value) return;
    switch (column) {
    case AUTHORITY_DECIDED_BY:
        check_deciders(c, scope, value);
        break;
    case AUTHORITY_REVIEWED:
        check_cadence(c, value);
        break;
    case AUTHORITY_BALLOT:
        check_ballot_name(c, value);
        break;
    case AUTHORITY_ESCALATION:
        check_decider(c, scope, value, KIND(ESCALATION));
        break;
    default:
        break;
    }
}

/* Whose index or name could not be found where it does not apply. */
static void check_row_applies(Checker *c, const Table *table, const TableRow *row, size_t column) {
    const Cell *cell = &row->cells.at[column];
    for (size_t i = 0; i < cell->tests.len; i++)
        if (cell->tests.at[i].value) check_applies_in_row(c, table, row, cell->tests.at[i].value);
}

static void check_output(Checker *c, Scope *scope, AuthorityColumn column, const Cell *cell) {
    if (cell->kind == CELL_ANY && column != AUTHORITY_DECIDED_BY) return;
    if (COLUMNS[column].type == TYPE_LIST)
        check_who(c, scope, cell);
    else
        check_single(c, scope, column, cell);
}

void check_authority_result(Checker *c, Scope *scope, Text result, const Cell *cell) {
    AuthorityColumn column = column_named(result);
    if (column != AUTHORITY_COLUMN_COUNT) check_output(c, scope, column, cell);
}

void check_authority(Checker *c, Symbol *symbol) {
    const Table *table = symbol->decl->table;
    Scope scope = {.group = symbol->parent};
    if (!table || table->columns.len == 0 || table->rows.len == 0) return;
    check_as_of(c, &scope, symbol->decl);
    check_inputs(c, &scope, symbol);
    for (size_t i = 1; i < table->columns.len; i++) {
        AuthorityColumn column = column_named(expr_words(c->arena, table->columns.at[i].head));
        if (!table->columns.at[i].output || column == AUTHORITY_COLUMN_COUNT) continue;
        for (size_t row = 0; row < table->rows.len; row++) {
            check_output(c, &scope, column, &table->rows.at[row].cells.at[i]);
            check_row_applies(c, table, &table->rows.at[row], i);
        }
    }
    note_reads(c, symbol, &scope);
}
