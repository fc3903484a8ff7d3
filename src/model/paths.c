/* What a path in an expression names. A bare name takes its meaning from where it stands: what a member of an
 * enum is compared with says which enum is meant. */
#include "model/check.h"

#define OUTER_KINDS   (KIND(FACTS) | KIND(SCORECARD) | KIND(CHECKLIST) | KIND(TABLE) | KIND(AUTHORITY))
#define VALUE_KINDS   (KIND(FACT) | KIND(CRITERION) | KIND(ITEM) | KIND(RESULT) | KIND(REVIEW_FACT))
#define GLOBAL_VALUES (KIND(REVIEW) | KIND(DEFINITION) | KIND(TOTAL) | KIND(METRIC) | KIND(DAY))
#define MEMBER_KINDS  (KIND(MEMBER) | KIND(REVIEW_OUTCOME))

static Symbol *inner_of(const Symbol *outer, Text name, SymbolKinds kinds) {
    Symbol *symbol = outer ? map_get(&outer->inner, name) : NULL;
    return symbol && kinds & KIND_BIT(symbol->kind) ? symbol : NULL;
}

/* What a review counts is known within its own steps, and tests give it. */
static SymbolKinds outer_kinds(const Scope *scope) {
    return scope->people ? OUTER_KINDS | KIND(REVIEW) : OUTER_KINDS;
}

static const Symbol *enum_owner(Checker *c, Type wanted) {
    bool members = wanted.kind == TYPE_ENUM || (wanted.kind == TYPE_LIST && wanted.element == TYPE_ENUM);
    if (!members) return NULL;
    if (c->last_enum != wanted.enumeration) {
        c->last_enum = wanted.enumeration;
        c->last_owner = map_get(&c->model->globals, wanted.enumeration->name);
    }
    return c->last_owner;
}

static SymbolKinds decider_kinds(TypeKind wanted) {
    switch (wanted) {
    case TYPE_OFFICE:
        return KIND(OFFICE);
    case TYPE_BODY:
        return KIND(BODY);
    case TYPE_DECIDER:
        return KIND(OFFICE) | KIND(BODY);
    default:
        return 0;
    }
}

/* A name that is a value by itself: a member of the enum that is wanted, a body where one is wanted. */
static Symbol *constant_named(Checker *c, Text name, Type wanted) {
    Symbol *member = inner_of(enum_owner(c, wanted), name, MEMBER_KINDS);
    if (member) return member;
    Symbol *symbol = map_get(&c->model->globals, name);
    return symbol && decider_kinds(wanted.kind) & KIND_BIT(symbol->kind) ? symbol : NULL;
}

/* The fact of the scope's group; without a group, that of any; `*other` when two groups have one. */
static Symbol *fact_named(Checker *c, const Scope *scope, Text name, Symbol **other) {
    if (scope->group) return inner_of(scope->group, name, KIND(FACT));
    Symbol *found = NULL;
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_FACTS].len; i++) {
        Symbol *fact = inner_of(c->model->of_kind[SYMBOL_FACTS].at[i], name, KIND(FACT));
        if (fact && found) *other = fact;
        if (!found) found = fact;
    }
    return found;
}

static Symbol *case_input_of(Checker *c, const Symbol *enumeration) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_CASE_INPUT].len; i++) {
        Symbol *input = c->model->of_kind[SYMBOL_CASE_INPUT].at[i];
        if (input->type.enumeration == enumeration->enumeration) return input;
    }
    return NULL;
}

static Symbol *value_named(Checker *c, const Scope *scope, Text name, Symbol **other) {
    Symbol *symbol = inner_of(scope->review, name, KIND(REVIEW_FACT));
    if (!symbol) symbol = fact_named(c, scope, name, other);
    if (symbol) return symbol;
    symbol = map_get(&c->model->globals, name);
    if (symbol && symbol->kind == SYMBOL_ENUM) return case_input_of(c, symbol);
    if (symbol && symbol->kind == SYMBOL_METRIC && symbol->enumeration) return NULL;
    return symbol && GLOBAL_VALUES & KIND_BIT(symbol->kind) ? symbol : NULL;
}

/* Several words that stand for what a review counts. */
static Symbol *words_named(Checker *c, const Scope *scope, const Expr *path) {
    bool accepted = text_is(expr_words(c->arena, path), "all plans accepted");
    return accepted ? inner_of(scope->review, TEXT("accepted"), KIND(REVIEW_FACT)) : NULL;
}

Symbol *try_path(Checker *c, Scope *scope, const Expr *path, Type wanted) {
    Symbol *other = NULL;
    if (path->kind == EXPR_WORDS) return words_named(c, scope, path);
    if (path->parts.len == 1) {
        Symbol *constant = constant_named(c, path->parts.at[0].text, wanted);
        return constant ? constant : value_named(c, scope, path->parts.at[0].text, &other);
    }
    Symbol *outer = path->parts.len == 2 ? map_get(&c->model->globals, path->parts.at[0].text) : NULL;
    if (!outer || !(outer_kinds(scope) & KIND_BIT(outer->kind))) return NULL;
    return inner_of(outer, path->parts.at[1].text, VALUE_KINDS);
}

/* --- what is wrong with a path -------------------------------------------------------------------------- */

static void ambiguous(Checker *c, const Expr *path, const Symbol *one, const Symbol *two, Text mend) {
    Text first = text_format(c->arena, "%.*s of \"%.*s\"", TEXT_ARG(symbol_what(one->kind)),
                             TEXT_ARG(one->parent ? one->parent->name : one->name));
    Text second = text_format(c->arena, "%.*s of \"%.*s\"", TEXT_ARG(symbol_what(two->kind)),
                              TEXT_ARG(two->parent ? two->parent->name : two->name));
    REPORT(c, AMBIGUOUS_NAME, path->at, path->parts.at[0].text, first, second)->mend = mend;
}

static bool check_ambiguous(Checker *c, Scope *scope, const Expr *path, Type wanted) {
    if (scope->constants || path->kind != EXPR_PATH || path->parts.len != 1) return true;
    Text name = path->parts.at[0].text;
    Symbol *other = NULL, *constant = constant_named(c, name, wanted),
           *value = value_named(c, scope, name, &other);
    if (constant && value && value->kind == SYMBOL_FACT && type_equal(value->type, wanted)) {
        ambiguous(c, path, constant, value, TEXT("rename one of them"));
        return false;
    }
    if (constant || !other) return true;
    Text mend = text_format(c->arena, "write %.*s.%.*s or %.*s.%.*s", TEXT_ARG(value->parent->name),
                            TEXT_ARG(name), TEXT_ARG(other->parent->name), TEXT_ARG(name));
    ambiguous(c, path, value, other, mend);
    return false;
}

/* What names a ballot or an escalation is a text; else something of that name that has values in it: "write
 * evaluation.total or evaluation.eligible". */
static Text values_within(Checker *c, const Symbol *symbol, Type wanted) {
    Buf buf = buf_new(c->arena);
    if (wanted.kind == TYPE_TEXT && (symbol->kind == SYMBOL_BALLOT || symbol->kind == SYMBOL_ESCALATION))
        return text_format(c->arena, "write it in quotes: \"%.*s\"", TEXT_ARG(symbol->name));
    for (size_t i = 0, shown = 0; i < symbol->inner.len && shown < 3; i++) {
        const Symbol *inner = symbol->inner.items[i].value;
        if (inner->kind != SYMBOL_RESULT && inner->kind != SYMBOL_FACT) continue;
        buf_format(&buf, "%s%.*s.%.*s", shown++ ? " or " : "write ", TEXT_ARG(symbol->name),
                   TEXT_ARG(inner->name));
    }
    return buf_done(&buf);
}

static void candidates_in_scope(Checker *c, const Scope *scope, Type wanted, TextVec *candidates) {
    const Symbol *owner = enum_owner(c, wanted);
    if (owner) candidates_of(c, candidates, &owner->inner, MEMBER_KINDS);
    if (scope->review) candidates_of(c, candidates, &scope->review->inner, KIND(REVIEW_FACT));
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_FACTS].len; i++) {
        const Symbol *group = c->model->of_kind[SYMBOL_FACTS].at[i];
        if (!scope->group || scope->group == group) candidates_of(c, candidates, &group->inner, KIND(FACT));
    }
    candidates_of(c, candidates, &c->model->globals, GLOBAL_VALUES | decider_kinds(wanted.kind));
}

static void unknown_name(Checker *c, Scope *scope, const Expr *path, Type wanted) {
    Text name = expr_words(c->arena, path);
    const Symbol *global = map_get(&c->model->globals, name), *owner = enum_owner(c, wanted);
    if (global) {
        REPORT(c, NOT_A_VALUE, path->at, name, symbol_what(global->kind))->mend =
            values_within(c, global, wanted);
        return;
    }
    TextVec candidates = {0};
    candidates_in_scope(c, scope, wanted, &candidates);
    Diagnostic *found = owner ? REPORT(c, UNKNOWN_MEMBER, path->at, name, owner->name)
                              : REPORT(c, UNKNOWN_NAME, path->at, name, TEXT("a fact"));
    found->mend = name_mend(c, name, wanted);
    diagnostic_did_you_mean(c->out, found, name, candidates.at, candidates.len);
    if (text_empty(found->mend)) suggest(c, found, name, &candidates);
}

static void unknown_part(Checker *c, const Scope *scope, const Expr *path) {
    const Name *first = &path->parts.at[0], *second = &path->parts.at[1];
    const Symbol *outer = find_global(c, *first, outer_kinds(scope));
    if (!outer) return;
    if (path->parts.len > 2) {
        REPORT(c, UNKNOWN_PART, path->at,
               text_format(c->arena, "%.*s.%.*s", TEXT_ARG(first->text), TEXT_ARG(second->text)),
               path->parts.at[2].text);
        return;
    }
    TextVec candidates = {0};
    candidates_of(c, &candidates, &outer->inner, VALUE_KINDS);
    if (candidates.len == 0 && outer->decl && outer->decl->lossy) return; /* all of it was lost */
    suggest(c, REPORT(c, UNKNOWN_PART, second->at, first->text, second->text), second->text, &candidates);
}

/* --- what a path may name here -------------------------------------------------------------------------- */

static const Symbol *group_of(const Symbol *symbol) {
    switch (symbol->kind) {
    case SYMBOL_FACT:
    case SYMBOL_REVIEW:
    case SYMBOL_DEFINITION:
    case SYMBOL_TOTAL:
    case SYMBOL_METRIC:
        return symbol->parent;
    case SYMBOL_CRITERION:
    case SYMBOL_ITEM:
    case SYMBOL_RESULT:
        return symbol->parent->parent;
    default:
        return NULL;
    }
}

static bool check_same_group(Checker *c, const Scope *scope, const Expr *path, const Symbol *symbol) {
    const Symbol *group = group_of(symbol);
    if (group && scope->groupless) {
        REPORT(c, GROUP_NEEDED, path->at, TEXT("this definition"))->mend =
            text_format(c->arena, "write on its first line: of %.*s", TEXT_ARG(group->name));
        return false;
    }
    if (!group || !scope->group || group == scope->group) return true;
    REPORT(c, OTHER_GROUP, path->at, expr_words(c->arena, path), group->name, scope->group->name);
    return false;
}

static bool check_index(Checker *c, Scope *scope, Expr *path, const Symbol *symbol) {
    bool indexed = symbol->enumeration && (symbol->kind == SYMBOL_BODY || symbol->kind == SYMBOL_OFFICE ||
                                           symbol->kind == SYMBOL_ESCALATION);
    if (!indexed && !path->index) return true;
    if (!indexed) {
        REPORT(c, INDEX_UNNEEDED, path->index->at, symbol->name);
        return false;
    }
    if (path->index) return check_value(c, scope, path->index, type_of_enum(symbol->enumeration));
    REPORT(c, INDEX_NEEDED, path->at, symbol->name, symbol->enumeration->name)->mend =
        text_format(c->arena, "write %.*s[NAME], a fact or member of \"%.*s\"", TEXT_ARG(symbol->name),
                    TEXT_ARG(symbol->enumeration->name));
    return false;
}

static void note_read(Checker *c, Scope *scope, Symbol *symbol) {
    Symbol *read = symbol->kind == SYMBOL_RESULT ? symbol->parent : symbol;
    if (!(KIND_BIT(symbol->kind) & (KIND(RESULT) | KIND(DEFINITION) | KIND(TOTAL)))) return;
    for (size_t i = 0; i < scope->reads.len; i++)
        if (scope->reads.at[i] == read) return;
    *vec_push(c->arena, &scope->reads) = read;
}

/* Each part of a path is a use of its own: evaluation.total. */
static void note_path(Checker *c, const Expr *path, const Symbol *symbol) {
    const Symbol *last =
        symbol->kind == SYMBOL_CASE_INPUT ? map_get(&c->model->globals, symbol->name) : symbol;
    if (path->kind != EXPR_PATH || !last) return;
    note_use(c, path->parts.at[path->parts.len - 1].at, last);
    if (path->parts.len > 1) note_use(c, path->parts.at[0].at, symbol->parent);
}

Symbol *check_path(Checker *c, Scope *scope, Expr *path, Type wanted) {
    Symbol *symbol = try_path(c, scope, path, wanted);
    if (!symbol) {
        if (path->kind == EXPR_WORDS || path->parts.len == 1)
            unknown_name(c, scope, path, wanted);
        else
            unknown_part(c, scope, path);
        return NULL;
    }
    if (!check_ambiguous(c, scope, path, wanted) || !check_same_group(c, scope, path, symbol) ||
        !check_index(c, scope, path, symbol))
        return NULL;
    note_read(c, scope, symbol);
    note_path(c, path, symbol);
    path->symbol = symbol;
    return symbol;
}

bool check_decider(Checker *c, Scope *scope, Expr *expr, SymbolKinds kinds) {
    if (expr->kind != EXPR_PATH || expr->parts.len != 1) {
        REPORT(c, UNKNOWN_NAME, expr->at, expr_words(c->arena, expr), TEXT("a body or an office"));
        return false;
    }
    Symbol *symbol = find_global(c, expr->parts.at[0], kinds);
    if (!symbol || !check_index(c, scope, expr, symbol)) return false;
    expr->symbol = symbol;
    bool decides = symbol->kind == SYMBOL_BODY || symbol->kind == SYMBOL_OFFICE;
    expr->type = type_of(decides ? TYPE_DECIDER : TYPE_TEXT);
    return true;
}
