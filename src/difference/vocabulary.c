#include "difference/vocabulary.h"
#include "syntax/syntax.h"
#include <stdlib.h>

/* --- names ---------------------------------------------------------------------------------------------- */

Text common_name(const Vocabulary *v, Side side, Text name) {
    if (side == BEFORE) return name;
    const Symbol *symbol = map_get(&v->models[NOW]->globals, name);
    Text was = symbol && symbol->decl && symbol->decl->symbol == symbol ? symbol->decl->was.text : (Text){0};
    return !text_empty(was) && map_get(&v->models[BEFORE]->globals, was) ? was : name;
}

Text common_inner(const Vocabulary *v, Side side, const Symbol *symbol) {
    Text was = symbol->was.text;
    if (side == BEFORE || text_empty(was) || !symbol->parent) return symbol->name;
    const Symbol *owner = map_get(&v->models[BEFORE]->globals, common_name(v, NOW, symbol->parent->name));
    return owner && map_get(&owner->inner, was) ? was : symbol->name;
}

/* "merit.total" of what was once called "evaluation" is "evaluation.total". */
static Text common_path(const Vocabulary *v, Side side, const Symbol *symbol) {
    Text rest = symbol->path, first;
    if (symbol->kind == SYMBOL_FACT || symbol->kind == SYMBOL_MEMBER) return common_inner(v, side, symbol);
    if (!text_next(&rest, '.', &first)) return symbol->path;
    Text name = common_name(v, side, first);
    if (!rest.at) return name;
    return text_format(v->arena, "%.*s.%.*s", TEXT_ARG(name), TEXT_ARG(common_inner(v, side, symbol)));
}

/* --- enums ---------------------------------------------------------------------------------------------- */

static size_t member_at(const Text *members, size_t count, Text name) {
    size_t at = 0;
    while (at < count && !text_equal(members[at], name)) at++;
    return at;
}

static const EnumType *members_of(const Symbol *symbol) {
    bool has = symbol && (symbol->kind == SYMBOL_ENUM || symbol->kind == SYMBOL_REVIEW);
    return has ? symbol->enumeration : NULL;
}

static Text member_in(const Vocabulary *v, Side side, const Symbol *owner, size_t at) {
    Text name = owner->enumeration->members[at];
    const Symbol *member = map_get(&owner->inner, name);
    return member ? common_inner(v, side, member) : name;
}

static CommonEnum *enum_of_both(const Vocabulary *v, const Symbol *const *owners, Text name) {
    Arena *arena = v->arena;
    const EnumType *before = members_of(owners[BEFORE]), *now = members_of(owners[NOW]);
    CommonEnum *both = arena_make(arena, CommonEnum);
    size_t most = (before ? before->count : 0) + (now ? now->count : 0), count = 0;
    Text *members = arena_array(arena, Text, most), *titles = arena_array(arena, Text, most);
    const EnumType *types[SIDES] = {before, now};
    for (int side = BEFORE; side < SIDES; side++) {
        bool *in = arena_array(arena, bool, most);
        for (size_t i = 0; types[side] && i < types[side]->count; i++) {
            Text member = member_in(v, (Side)side, owners[side], i);
            size_t at = member_at(members, count, member);
            if (at == count) members[count++] = member;
            in[at] = true;
        }
        both->in[side] = in;
    }
    both->type = (EnumType){name, members, titles, count};
    return both;
}

static bool same_members(const EnumType *both, const EnumType *one) {
    if (!one) return true;
    for (size_t i = 0; i < one->count; i++)
        if (!text_equal(both->members[i], one->members[i])) return false;
    return both->count == one->count;
}

static void add_enum(Vocabulary *v, Text name, const Symbol *old, const Symbol *new) {
    const Symbol *const owners[SIDES] = {old, new};
    const EnumType *before = members_of(old), *now = members_of(new);
    if (!before && !now) return;
    CommonEnum *both = enum_of_both(v, owners, name);
    v->differs |= !same_members(&both->type, before) || !same_members(&both->type, now);
    map_set(v->arena, &v->enums, name, both);
}

static bool renames_within(const Symbol *owner) {
    for (size_t i = 0; i < owner->inner.len; i++)
        if (!text_empty(((const Symbol *)owner->inner.items[i].value)->was.text)) return true;
    return false;
}

static void gather_renamed(Vocabulary *v) {
    const Map *now = &v->models[NOW]->globals;
    for (size_t i = 0; i < now->len; i++) {
        const Symbol *symbol = now->items[i].value;
        Text name = common_name(v, NOW, symbol->name);
        v->differs |= !text_equal(name, symbol->name) || renames_within(symbol);
        map_set(v->arena, &v->now, name, now->items[i].value);
    }
}

static void gather_enums(Vocabulary *v) {
    const Map *before = &v->models[BEFORE]->globals;
    for (size_t i = 0; i < before->len; i++) {
        Text name = before->items[i].key;
        add_enum(v, name, before->items[i].value, map_get(&v->now, name));
    }
    for (size_t i = 0; i < v->now.len; i++) {
        Text name = v->now.items[i].key;
        if (!map_get(&v->enums, name)) add_enum(v, name, NULL, v->now.items[i].value);
    }
}

Vocabulary vocabulary_of(Arena *arena, const Model *before, const Model *now) {
    Vocabulary v = {.arena = arena, .models = {before, now}};
    gather_renamed(&v);
    gather_enums(&v);
    return v;
}

const CommonEnum *common_enum(const Vocabulary *v, Type type) {
    return type.kind == TYPE_ENUM ? map_get(&v->enums, type.enumeration->name) : NULL;
}

/* An enum of the side itself becomes that of both. */
static const CommonEnum *enum_in(const Vocabulary *v, Side side, const EnumType *type) {
    return type ? map_get(&v->enums, common_name(v, side, type->name)) : NULL;
}

static Type common_type(const Vocabulary *v, Side side, Type type) {
    const CommonEnum *both = enum_in(v, side, type.enumeration);
    if (both) type.enumeration = &both->type;
    return type;
}

/* --- symbols and expressions ---------------------------------------------------------------------------- */

static Symbol *common_symbol(const Vocabulary *v, Side side, Symbol *symbol) {
    if (!symbol) return NULL;
    Symbol *copy = arena_make(v->arena, Symbol);
    *copy = *symbol;
    copy->path = common_path(v, side, symbol);
    if (text_equal(symbol->name, symbol->path)) copy->name = copy->path;
    copy->type = common_type(v, side, symbol->type);
    copy->enumeration = common_type(v, side, (Type){.enumeration = symbol->enumeration}).enumeration;
    bool member = symbol->kind == SYMBOL_MEMBER || symbol->kind == SYMBOL_REVIEW_OUTCOME;
    const EnumType *type = member ? copy->type.enumeration : NULL;
    if (type) copy->index = (uint32_t)member_at(type->members, type->count, common_inner(v, side, symbol));
    return copy;
}

static Name *common_parts(const Vocabulary *v, Side side, const Expr *expr, const Symbol *symbol,
                          uint32_t *count) {
    Name *parts = arena_array(v->arena, Name, expr->parts.len);
    for (size_t i = 0; i < expr->parts.len; i++) parts[i] = expr->parts.at[i];
    *count = expr->parts.len;
    if (expr->kind == EXPR_LOOKUP) parts[0].text = common_name(v, side, parts[0].text);
    if (!symbol && *count == 1) parts[0].text = common_name(v, side, parts[0].text);
    if (!symbol || text_equal(symbol->path, expr->symbol->path) ||
        !text_equal(expr_words(v->arena, expr), expr->symbol->path))
        return parts;
    parts[0].text = symbol->path;
    *count = 1;
    return parts;
}

static void copy_named(const Vocabulary *v, Side side, Expr *copy, const Expr *expr) {
    copy->symbol = common_symbol(v, side, expr->symbol);
    uint32_t count;
    Name *parts = common_parts(v, side, expr, copy->symbol, &count);
    copy->parts.at = parts;
    copy->parts.len = copy->parts.cap = count;
    copy->index = expr->index ? common_expr(v, side, expr->index) : NULL;
}

static bool has_items(ExprKind kind) {
    return kind == EXPR_IN || kind == EXPR_LIST || kind == EXPR_SOME || kind == EXPR_FIRST;
}

static void copy_children(const Vocabulary *v, Side side, Expr *copy, const Expr *expr) {
    if (expr->left) copy->left = common_expr(v, side, expr->left);
    if (!has_items((ExprKind)expr->kind)) {
        if (expr->right) copy->right = common_expr(v, side, expr->right);
        return;
    }
    copy->items.at = arena_array(v->arena, Expr *, expr->items.len);
    for (size_t i = 0; i < expr->items.len; i++) copy->items.at[i] = common_expr(v, side, expr->items.at[i]);
}

/* How deep it goes is bounded by the parser. */
Expr *common_expr(const Vocabulary *v, Side side, const Expr *expr) {
    Expr *copy = arena_make(v->arena, Expr);
    *copy = *expr;
    copy->type = common_type(v, side, expr->type);
    switch (expr->kind) {
    case EXPR_LITERAL:
    case EXPR_MISSING:
    case EXPR_NOT_APPLICABLE:
        break;
    case EXPR_PATH:
    case EXPR_WORDS:
    case EXPR_LOOKUP:
        copy_named(v, side, copy, expr);
        break;
    default:
        copy_children(v, side, copy, expr);
        break;
    }
    return copy;
}

Cell common_cell(const Vocabulary *v, Side side, const Cell *cell) {
    Cell copy = *cell;
    if (!v->differs) return copy;
    copy.tests.at = arena_array(v->arena, CellTest, cell->tests.len);
    copy.tests.cap = cell->tests.len;
    for (size_t i = 0; i < cell->tests.len; i++) {
        copy.tests.at[i] = cell->tests.at[i];
        copy.tests.at[i].value = common_expr(v, side, cell->tests.at[i].value);
    }
    return copy;
}

/* --- keys ----------------------------------------------------------------------------------------------- */

static void write_constant(Buf *buf, const Expr *expr, Value value) {
    Type type = expr->type;
    bool known = value_known(value), money = known && value.kind == TYPE_MONEY,
         duration = known && value.kind == TYPE_DURATION;
    if (money) type = (Type){.kind = TYPE_MONEY};
    if (duration) type = (Type){.kind = TYPE_DURATION, .unit = (DurationUnit)value.unit};
    if (known && !money && !duration && value_is_number(&value))
        number_write(buf, value.number);
    else
        value_write(buf, type, value);
}

/* What is more than one value keeps the way it is written, so that 100 and 100.0 in it are still one. */
static bool is_plain(Value value) {
    return value.kind != TYPE_LIST && value.kind != TYPE_RANGE && value.kind != TYPE_DECIDER;
}

Text meaning_key(const Vocabulary *v, Side side, const Expr *expr) {
    const Expr *common = v->differs ? common_expr(v, side, expr) : expr;
    Value value;
    Buf buf = buf_new(v->arena);
    if (expr_constant(v->arena, common, &value) && is_plain(value) &&
        (value.kind != TYPE_ENUM || common->type.kind == TYPE_ENUM))
        write_constant(&buf, common, value);
    else
        expr_write(&buf, common);
    return buf_done(&buf);
}

static int compare_texts(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* The order in which a cell lists what it says means nothing. */
static Text keys_of_tests(const Vocabulary *v, const Cell *cell) {
    Text *keys = arena_array(v->arena, Text, cell->tests.len);
    for (size_t i = 0; i < cell->tests.len; i++) {
        Buf buf = buf_new(v->arena);
        Cell one = {.kind = CELL_TESTS};
        *vec_push(v->arena, &one.tests) = cell->tests.at[i];
        cell_write(&buf, &one);
        keys[i] = buf_done(&buf);
    }
    qsort(keys, cell->tests.len, sizeof *keys, compare_texts);
    return text_join(v->arena, keys, cell->tests.len, ", ");
}

Text cell_key(const Vocabulary *v, Side side, const Cell *cell) {
    bool plain = cell->kind == CELL_TESTS && cell->tests.len == 1;
    if (plain && !cell->tests.at[0].negated && !cell->tests.at[0].compares)
        return meaning_key(v, side, cell->tests.at[0].value);
    Cell common = common_cell(v, side, cell);
    if (cell->kind == CELL_TESTS && cell->tests.len) return keys_of_tests(v, &common);
    return cell->kind == CELL_ANY ? TEXT("-") : TEXT("otherwise");
}
