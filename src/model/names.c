#include "model/check.h"

Symbol *symbol_new(Checker *c, SymbolKind kind, Name name, Decl *decl, Symbol *parent) {
    Symbol *symbol = arena_make(c->arena, Symbol);
    *symbol = (Symbol){
        .kind = kind, .name = name.text, .path = name.text, .at = name.at, .decl = decl, .parent = parent};
    *vec_push(c->arena, &c->model->of_kind[kind]) = symbol;
    return symbol;
}

/* What the language itself gives a name to. */
static Symbol *declare_day(Checker *c, Text word) {
    Symbol *day = declare_global(c, SYMBOL_DAY, (Name){.text = word}, NULL);
    day->type = type_of(TYPE_DATE);
    return day;
}

void declare_days(Checker *c) {
    declare_day(c, TEXT("today"));
    Symbol *opened = declare_day(c, TEXT("case_opened"));
    Expr *path = arena_make(c->arena, Expr);
    *path = (Expr){.kind = EXPR_PATH, .symbol = opened, .type = opened->type};
    *vec_push(c->arena, &path->parts) = (Name){.text = opened->name};
    c->model->case_opened = path;
}

bool check_own_word(Checker *c, Name name) {
    const Symbol *own = map_get(&c->model->globals, name.text);
    if (!own || own->kind != SYMBOL_DAY) return true;
    REPORT(c, OWN_WORD, name.at, name.text, symbol_what(own->kind));
    return false;
}

static void declared_twice(Checker *c, Name name, const Symbol *first) {
    if (!check_own_word(c, name)) return;
    REPORT(c, DECLARED_TWICE, name.at, name.text)->other = first->at;
}

static uint32_t count_inner(const Symbol *parent, SymbolKind kind) {
    uint32_t count = 0;
    for (size_t i = parent->inner.len; i > 0; i--) {
        const Symbol *symbol = parent->inner.items[i - 1].value;
        if (symbol->kind != kind) continue;
        count = symbol->index + 1; /* the last one knows how many there are */
        break;
    }
    return count;
}

Symbol *declare_inner(Checker *c, Symbol *parent, SymbolKind kind, Name name) {
    const Symbol *first = map_get(&parent->inner, name.text);
    if (first) declared_twice(c, name, first);
    Symbol *symbol = symbol_new(c, kind, name, parent->decl, parent);
    symbol->workflow = parent->workflow;
    symbol->index = count_inner(parent, kind);
    if (!first) map_set(c->arena, &parent->inner, name.text, symbol);
    return symbol;
}

Symbol *declare_global(Checker *c, SymbolKind kind, Name name, Decl *decl) {
    const Symbol *first = map_get(&c->model->globals, name.text);
    if (first) declared_twice(c, name, first);
    Symbol *symbol = symbol_new(c, kind, name, decl, NULL);
    symbol->index = (uint32_t)c->model->of_kind[kind].len - 1;
    if (!first) map_set(c->arena, &c->model->globals, name.text, symbol);
    return symbol;
}

void note_use(Checker *c, Span at, const Symbol *symbol) {
    *vec_push(c->arena, &c->model->uses) = (Use){at, symbol};
}

/* "a body or an office" */
static Text kinds_called(Checker *c, SymbolKinds kinds) {
    Buf buf = buf_new(c->arena);
    for (SymbolKind kind = 0; kind < SYMBOL_KIND_COUNT; kind++) {
        if (!(kinds & KIND_BIT(kind))) continue;
        if (buf.len) buf_cstr(&buf, " or ");
        buf_text(&buf, symbol_what(kind));
    }
    return buf_done(&buf);
}

static Symbol *find_in(Checker *c, const Map *names, Name name, SymbolKinds kinds) {
    Symbol *symbol = map_get(names, name.text);
    if (symbol && kinds & KIND_BIT(symbol->kind)) {
        note_use(c, name.at, symbol);
        return symbol;
    }
    if (text_empty(name.text)) return NULL; /* who read the file has said so */
    Diagnostic *found = symbol ? REPORT(c, WRONG_KIND_OF_NAME, name.at, name.text, symbol_what(symbol->kind),
                                        kinds_called(c, kinds))
                               : REPORT(c, UNKNOWN_NAME, name.at, name.text, kinds_called(c, kinds));
    TextVec candidates = {0};
    candidates_of(c, &candidates, names, kinds);
    suggest(c, found, name.text, &candidates);
    return NULL;
}

Symbol *find_global(Checker *c, Name name, SymbolKinds kinds) {
    return find_in(c, &c->model->globals, name, kinds);
}

Symbol *find_inner(Checker *c, const Symbol *parent, Name name, SymbolKinds kinds) {
    return find_in(c, &parent->inner, name, kinds);
}

Symbol *find_group(Checker *c, Name of, Text label, Span at) {
    if (!text_empty(of.text)) return find_global(c, of, KIND(FACTS));
    size_t groups = c->model->of_kind[SYMBOL_FACTS].len;
    if (groups == 1) return c->model->of_kind[SYMBOL_FACTS].at[0];
    REPORT(c, GROUP_NEEDED, at, label)->mend =
        groups ? TEXT("write: of GROUP") : TEXT("declare a group of facts");
    return NULL;
}

Symbol *find_single(Checker *c, Name name, SymbolKinds kinds) {
    Symbol *symbol = find_global(c, name, kinds);
    if (!symbol || !symbol->enumeration || symbol->kind == SYMBOL_ENUM) return symbol;
    REPORT(c, INDEX_NEEDED, name.at, name.text, symbol->enumeration->name)->mend =
        TEXT("name a role, or a body or office of which there is one");
    return NULL;
}

int weekday_named(Text word) {
    static const Text DAYS[] = {TEXT_ROW("monday"),   TEXT_ROW("tuesday"), TEXT_ROW("wednesday"),
                                TEXT_ROW("thursday"), TEXT_ROW("friday"),  TEXT_ROW("saturday"),
                                TEXT_ROW("sunday")};
    for (int i = 0; i < 7; i++)
        if (text_equal(word, DAYS[i])) return i;
    return -1;
}
