/* What differs, told region by region, or as it is written where regions cannot be had. */
#include "difference/compare.h"
#include "syntax/syntax.h"

enum { REGIONS_TOLD = 200 };

typedef struct Telling {
    Change *change;
    const Contest *contest;
    const Grid *grid;
    Tree *list;
    Text about;
} Telling;

/* --- one side of a region ------------------------------------------------------------------------------- */

static void tell_rows(const Telling *t, Tree *map, const Region *region, Side side) {
    const Amendment *c = t->change->c;
    Tree *rows = NULL;
    for (size_t i = 0; i < region->rows[side].len; i++) {
        const RuleRow *row = &t->contest->rules[side].rows.at[region->rows[side].at[i]];
        if (span_nowhere(row->at)) continue;
        if (!rows) rows = tree_set_list(c->arena, map, "by");
        Tree *by = tree_add_map(c->arena, rows);
        tree_set_some(c->arena, by, "row", row->name);
        set_place(c, side, by, row->at);
    }
    for (size_t i = 0; i < region->exceptions[side].len; i++) {
        if (!rows) rows = tree_set_list(c->arena, map, "by");
        tree_set_text(c->arena, tree_add_map(c->arena, rows), "exception", region->exceptions[side].at[i]);
    }
}

static Text came_word(const Answer *outcome) {
    static const Text words[] = {
#define X(name, word) TEXT_ROW(word),
        CAME(X)
#undef X
    };
    return words[outcome->came];
}

static void tell_side(const Telling *t, Tree *map, const Region *region, Side side) {
    const Answer *outcome = region->came[side];
    Arena *arena = t->change->c->arena;
    tree_set_text(arena, map, "outcome", came_word(outcome));
    if (outcome->came == CAME_DECIDED) {
        Tree *results = tree_set_list(arena, map, "results");
        for (size_t i = 0; i < t->contest->result_count; i++) {
            Tree *result = tree_add_map(arena, results);
            if (!text_empty(t->contest->results[i]))
                tree_set_text(arena, result, "name", t->contest->results[i]);
            tree_set_text(arena, result, "is", outcome->written[i]);
            const Answer *other = region->came[!side];
            bool same = other->came == CAME_DECIDED && text_equal(other->keys[i], outcome->keys[i]);
            tree_set_bool(arena, result, "differs", !same);
        }
    }
    tell_rows(t, map, region, side);
}

/* --- where it is, and an example ------------------------------------------------------------------------ */

static bool is_whole_axis(const Axis *axis, CellSet set) {
    return set.count == 1 && set.runs[0].from == 0 && set.runs[0].to == axis->atoms;
}

static void tell_axis(const Telling *t, Tree *list, const Axis *axis, Text is) {
    Tree *map = tree_add_map(t->change->c->arena, list);
    tree_set_text(t->change->c->arena, map, "name", expr_written(t->change->c->arena, axis->head));
    tree_set_text(t->change->c->arena, map, "is", is);
}

static void tell_where(const Telling *t, Tree *map, const Region *region) {
    Arena *arena = t->change->c->arena;
    Tree *where = tree_set_list(arena, map, "where"), *example = tree_set_list(arena, map, "example");
    for (size_t i = 0; i < t->grid->axis_count; i++) {
        const Axis *axis = &t->grid->axes[i];
        if (is_whole_axis(axis, region->sets[i])) continue;
        Buf set = buf_new(arena), value = buf_new(arena);
        set_write(&set, arena, axis, region->sets[i]);
        grid_write_value(&value, arena, axis, region->sets[i].runs[0].from);
        tell_axis(t, where, axis, buf_done(&set));
        tell_axis(t, example, axis, buf_done(&value));
    }
}

static void tell_region(const Telling *t, const Region *region) {
    Arena *arena = t->change->c->arena;
    Tree *map = tree_add_map(arena, t->list);
    tree_set_some(arena, map, "about", t->about);
    tell_where(t, map, region);
    tell_side(t, tree_set_map(arena, map, "before"), region, BEFORE);
    tell_side(t, tree_set_map(arena, map, "now"), region, NOW);
}

/* --- the regions of a change ---------------------------------------------------------------------------- */

static void tell_regions(Change *change, const Contest *contest, const Regions *regions, Text about) {
    Arena *arena = change->c->arena;
    if (!regions->at.len) return;
    change->found = true;
    Tree *list = tree_get(change->map, "regions");
    if (!list) list = tree_set_list(arena, change->map, "regions");
    Telling telling = {change, contest, regions->grid, list, about};
    for (size_t i = 0; i < regions->at.len && i < REGIONS_TOLD; i++)
        tell_region(&telling, &regions->at.at[i]);
    if (regions->at.len > REGIONS_TOLD)
        tree_set_int(arena, change->map, "more_regions", (int64_t)regions->at.len - REGIONS_TOLD);
}

/* Why the rules were compared as they are written; empty: they were not. */
static Text why_written(const Contest *contest, const Regions *regions) {
    if (contest->space.mixed) return TEXT("a column is of another type now");
    if (contest->unsure) return TEXT("a condition does more than compare facts with what is written out");
    return regions->unfinished ? TEXT("there is too much to be searched") : TEXT("");
}

static const Regions *try_regions(Contest *contest, Text *why) {
    *why = why_written(contest, &(Regions){0});
    const Regions *regions = text_empty(*why) ? regions_find(contest) : NULL;
    if (regions) *why = why_written(contest, regions);
    return regions;
}

/* --- tables --------------------------------------------------------------------------------------------- */

static Text result_text(const Amendment *c, const TableColumn *column) {
    if (!column->type) return column->head->symbol->name;
    Text optional = text_empty(column->attribute.text) ? TEXT("") : TEXT(", optional");
    return text_format(c->arena, "%.*s : %.*s%.*s", TEXT_ARG(column->head->symbol->name),
                       TEXT_ARG(expr_written(c->arena, column->type)), TEXT_ARG(optional));
}

static const TableColumn *result_named(const Table *table, Text name) {
    for (size_t i = 1; i < table->columns.len; i++) {
        const TableColumn *column = &table->columns.at[i];
        if (column->output && text_equal(column->head->symbol->name, name)) return column;
    }
    return NULL;
}

static void compare_results(Change *change, const DeclPair *pair, Side side) {
    const Table *table = pair->of[side]->table, *other = pair->of[!side]->table;
    for (size_t i = 1; i < table->columns.len; i++) {
        const TableColumn *column = &table->columns.at[i];
        if (!column->output) continue;
        const TableColumn *match = result_named(other, column->head->symbol->name);
        if (match && side == NOW) continue;
        Text texts[SIDES] = {{0}, {0}};
        texts[side] = result_text(change->c, column);
        if (match) texts[!side] = result_text(change->c, match);
        change_say_unlike(change, TEXT("result"), texts, texts);
    }
}

void compare_tables(Change *change, const DeclPair *pair) {
    Contest contest = contest_new(change->c->arena, &change->c->vocabulary);
    Text why;
    compare_results(change, pair, BEFORE);
    compare_results(change, pair, NOW);
    contest_tables(&contest, pair->of[BEFORE]->symbol, pair->of[NOW]->symbol);
    const Regions *regions = try_regions(&contest, &why);
    if (text_empty(why)) {
        tell_regions(change, &contest, regions, (Text){0});
        return;
    }
    size_t said = tree_len(change->differences);
    compare_written_rows(change, pair);
    if (tree_len(change->differences) > said) tree_set_text(change->c->arena, change->map, "as_written", why);
}

/* --- conditions and definitions ------------------------------------------------------------------------- */

static Text condition_text(const Amendment *c, const Expr *expr) {
    return expr ? expr_written(c->arena, expr) : TEXT("always");
}

static Text condition_key(const Amendment *c, Side side, const Expr *expr) {
    return expr ? meaning_key(&c->vocabulary, side, expr) : TEXT("always");
}

/* Is there a region, or can none be told? */
static void tell_condition(Change *change, Text about, const Text written[SIDES], Contest *contest) {
    Text why;
    const Regions *regions = try_regions(contest, &why);
    if (text_empty(why) && !regions->at.len) return;
    Tree *said = change_say(change, about, written[BEFORE], written[NOW]);
    if (text_empty(why))
        tell_regions(change, contest, regions, about);
    else
        tree_set_text(change->c->arena, said, "as_written", why);
}

void compare_conditions(Change *change, Text about, const Expr *before, const Expr *now) {
    const Amendment *c = change->c;
    if (text_equal(condition_key(c, BEFORE, before), condition_key(c, NOW, now))) return;
    const Text written[SIDES] = {condition_text(c, before), condition_text(c, now)};
    Contest contest = contest_new(c->arena, &c->vocabulary);
    contest_conditions(&contest, before, now);
    tell_condition(change, about, written, &contest);
}

static bool is_always(const Clause *means) {
    return means->from == DATE_NONE && means->until == DATE_NONE;
}

static Text meanings_text(const Amendment *c, Side side, const Meanings *meanings, bool key) {
    Text *texts = arena_array(c->arena, Text, meanings->len);
    for (size_t i = 0; i < meanings->len; i++) texts[i] = clause_reading(c, side, meanings->at[i], key);
    return text_join(c->arena, texts, meanings->len, "; ");
}

static void compare_dated(Change *change, const DeclPair *pair, const Text written[SIDES]) {
    Contest contest = contest_new(change->c->arena, &change->c->vocabulary);
    Text why;
    contest_meanings(&contest, pair->of[BEFORE]->symbol, pair->of[NOW]->symbol);
    const Regions *regions = try_regions(&contest, &why);
    if (text_empty(why))
        tell_regions(change, &contest, regions, TEXT("means"));
    else
        tree_set_text(change->c->arena, change_say(change, TEXT("means"), written[BEFORE], written[NOW]),
                      "as_written", why);
}

void compare_meanings(Change *change, const DeclPair *pair) {
    const Amendment *c = change->c;
    Meanings before = decl_meanings(c->arena, pair->of[BEFORE]), now = decl_meanings(c->arena, pair->of[NOW]);
    const Text keys[SIDES] = {meanings_text(c, BEFORE, &before, true), meanings_text(c, NOW, &now, true)};
    const Text written[SIDES] = {meanings_text(c, BEFORE, &before, false),
                                 meanings_text(c, NOW, &now, false)};
    bool plain = before.len == 1 && now.len == 1 && is_always(before.at[0]) && is_always(now.at[0]);
    if (!plain)
        compare_dated(change, pair, written);
    else if (before.at[0]->expr->type.kind == TYPE_YES_NO && now.at[0]->expr->type.kind == TYPE_YES_NO)
        compare_conditions(change, TEXT("means"), before.at[0]->expr, now.at[0]->expr);
    else
        change_say_unlike(change, TEXT("means"), keys, written);
}

/* --- what guards and invariants require, and what bounds delegations ------------------------------------ */

/* All that is required holds together: it is compared as one condition. */
static const Expr *all_required(const Amendment *c, const Decl *decl) {
    const Expr *all = NULL;
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        bool requires = clause->setting == SETTING_REQUIRES ||
                        clause->setting == SETTING_INVARIANT_REQUIRES ||
                        clause->setting == SETTING_DELEGATED_WHEN;
        if (!requires || !clause->expr) continue;
        if (all) {
            Expr *both = arena_make(c->arena, Expr);
            *both = (Expr){.kind = EXPR_BINARY, .op = OP_AND, .at = all->at, .type = all->type};
            both->left = (Expr *)(uintptr_t)all;
            both->right = clause->expr;
            all = both;
        } else {
            all = clause->expr;
        }
    }
    return all;
}

void compare_required(Change *change, const DeclPair *pair) {
    compare_conditions(change, TEXT("requires"), all_required(change->c, pair->of[BEFORE]),
                       all_required(change->c, pair->of[NOW]));
}

void compare_bounds(Change *change, const DeclPair *pair) {
    compare_conditions(change, TEXT("when"), all_required(change->c, pair->of[BEFORE]),
                       all_required(change->c, pair->of[NOW]));
}

static const Expr *applies_when(const Decl *decl) {
    bool review = decl->kind == DECL_REVIEW;
    const Clause *applies = decl_setting(decl, review ? SETTING_APPLIES : SETTING_CHECKLIST_APPLIES);
    return applies ? applies->expr : NULL;
}

void compare_applies(Change *change, const DeclPair *pair) {
    compare_conditions(change, TEXT("applies when"), applies_when(pair->of[BEFORE]),
                       applies_when(pair->of[NOW]));
    compare_written_rows(change, pair);
}
