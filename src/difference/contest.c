#include "difference/contest.h"
#include "syntax/syntax.h"

Contest contest_new(Arena *arena, const Vocabulary *vocabulary) {
    Contest contest = {.arena = arena, .vocabulary = vocabulary, .space = {.arena = arena, .opaque = true}};
    for (int side = BEFORE; side < SIDES; side++) contest.rules[side].otherwise = NO_RULE_ROW;
    return contest;
}

/* --- boxes ---------------------------------------------------------------------------------------------- */

void claim(Contest *contest, Box box, Claim claim) {
    *vec_push(contest->arena, &contest->boxes) = box;
    *vec_push(contest->arena, &contest->claims) = claim;
}

/* Bounds a box to a cell of what stands at the head of a column. */
static void bound_box(Contest *contest, Side side, Box *box, const Expr *head, const Cell *cell) {
    const Expr *common = common_expr(contest->vocabulary, side, head);
    *vec_push(contest->arena, &box->bounds) =
        (BoxBound){space_axis(&contest->space, common), common_cell(contest->vocabulary, side, cell)};
}

void claim_condition(Contest *contest, Side side, const Expr *condition, bool yes, ClaimKind kind,
                     uint32_t at) {
    const Expr *common = common_expr(contest->vocabulary, side, condition);
    BoxVec boxes = yes ? boxes_of(&contest->space, common) : boxes_against(&contest->space, common);
    for (size_t i = 0; i < boxes.len; i++) {
        contest->unsure |= boxes.at[i].unsure;
        claim(contest, boxes.at[i], (Claim){side, kind, at, false});
    }
}

/* --- days ----------------------------------------------------------------------------------------------- */

static Cell cell_of_days(Arena *arena, Days days) {
    Cell cell = {.kind = CELL_TESTS};
    Expr *low = arena_make(arena, Expr), *high = arena_make(arena, Expr), *range = arena_make(arena, Expr);
    *low = (Expr){.kind = EXPR_LITERAL, .value = value_date(days.from), .type = {.kind = TYPE_DATE}};
    *high = (Expr){.kind = EXPR_LITERAL, .value = value_date(days.until), .type = {.kind = TYPE_DATE}};
    *range = (Expr){.kind = EXPR_RANGE, .half_open = true, .left = low, .right = high};
    CellTest *test = vec_push(arena, &cell.tests);
    if (days.from == DATE_NONE)
        *test = (CellTest){.compares = true, .op = OP_LESS, .value = high};
    else if (days.until == DATE_NONE)
        *test = (CellTest){.compares = true, .op = OP_GREATER_EQUAL, .value = low};
    else
        *test = (CellTest){.value = range};
    return cell;
}

/* Is the day as of which the declaration is read one of those on which it is in force? */
static Expr *on_its_days(Contest *contest, Side side, const Decl *decl, const Clause *in_force) {
    const Model *model = contest->vocabulary->models[side];
    Cell cell = cell_of_days(contest->arena, days_of(in_force));
    const CellTest *test = &cell.tests.at[0];
    Expr *expr = arena_make(contest->arena, Expr);
    *expr = (Expr){.kind = test->compares ? EXPR_BINARY : EXPR_IN, .op = test->op, .at = in_force->at};
    expr->left = common_expr(contest->vocabulary, side, decl_as_of(model, decl));
    if (test->compares)
        expr->right = test->value;
    else
        *vec_push(contest->arena, &expr->items) = test->value;
    return expr;
}

const Expr *in_force_of(Contest *contest, Side side, const Decl *decl, const Expr *condition,
                        bool otherwise) {
    const Clause *in_force = decl_in_force(decl);
    if (!in_force) return condition;
    Expr *days = on_its_days(contest, side, decl, in_force), *both = arena_make(contest->arena, Expr);
    if (otherwise) {
        Expr *others = arena_make(contest->arena, Expr);
        *others = (Expr){.kind = EXPR_NOT, .left = days};
        days = others;
    }
    *both = (Expr){.kind = EXPR_BINARY, .op = otherwise ? OP_OR : OP_AND, .at = condition->at, .left = days};
    both->right = common_expr(contest->vocabulary, side, condition);
    return both;
}

/* --- conditions ----------------------------------------------------------------------------------------- */

static void add_answer(Contest *contest, Side side, Text word, Span at) {
    Text *word_of = arena_make(contest->arena, Text);
    *word_of = word;
    *vec_push(contest->arena, &contest->rules[side].rows) =
        (RuleRow){.at = at, .keys = word_of, .written = word_of};
}

static void add_condition(Contest *contest, Side side, const Expr *condition) {
    add_answer(contest, side, TEXT("yes"), condition ? condition->at : (Span){0});
    add_answer(contest, side, TEXT("no"), condition ? condition->at : (Span){0});
    contest->rules[side].open = true;
    if (!condition) {
        claim(contest, (Box){0}, (Claim){side, CLAIM_FITS, 0, false});
        return;
    }
    claim_condition(contest, side, condition, true, CLAIM_FITS, 0);
    claim_condition(contest, side, condition, false, CLAIM_FITS, 1);
}

static void name_result(Contest *contest, Text name) {
    Text *results = arena_make(contest->arena, Text);
    *results = name;
    contest->results = results;
    contest->result_count = 1;
}

void contest_conditions(Contest *contest, const Expr *before, const Expr *now) {
    name_result(contest, (Text){0});
    add_condition(contest, BEFORE, before);
    add_condition(contest, NOW, now);
}

/* --- what a definition means, day by day ---------------------------------------------------------------- */

static void add_meaning(Contest *contest, Side side, const Decl *decl, const Clause *means) {
    Rule *rule = &contest->rules[side];
    Arena *arena = contest->arena;
    Text *key = arena_make(arena, Text), *written = arena_make(arena, Text);
    Days days = days_of(means);
    *key = meaning_key(contest->vocabulary, side, means->expr);
    *written = expr_written(arena, means->expr);
    Box box = {0};
    if (days.from != DATE_NONE || days.until != DATE_NONE) {
        Cell cell = cell_of_days(arena, days);
        bound_box(contest, side, &box, decl_as_of(contest->vocabulary->models[side], decl), &cell);
    }
    claim(contest, box, (Claim){side, CLAIM_FITS, rule->rows.len, false});
    *vec_push(arena, &rule->rows) = (RuleRow){.at = means->at, .keys = key, .written = written};
}

static void add_meanings(Contest *contest, Side side, const Decl *decl) {
    Meanings meanings = decl_meanings(contest->arena, decl);
    for (size_t i = 0; i < meanings.len; i++) add_meaning(contest, side, decl, meanings.at[i]);
}

void contest_meanings(Contest *contest, const Symbol *before, const Symbol *now) {
    name_result(contest, (Text){0});
    add_meanings(contest, BEFORE, before->decl);
    add_meanings(contest, NOW, now->decl);
}
