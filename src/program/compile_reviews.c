/* Reviews, and the rules' own tests. */
#include "program/compile_parts.h"

/* --- reviews -------------------------------------------------------------------------------------------- */

static ReviewStepKind step_kind(PhraseId id) {
    if (id == PHRASE_STEP_VOTE) return REVIEW_VOTE;
    return id == PHRASE_STEP_PLANS ? REVIEW_PLANS : REVIEW_ANSWERS;
}

static ReviewBranch branch_of(Compiler *c, const Symbol *review, const Branch *branch) {
    const Symbol *to = map_get(&review->inner, branch->to.text);
    bool step = to->kind == SYMBOL_REVIEW_STEP;
    return (ReviewBranch){.condition = compile_condition(c, branch->when, review->decl->source),
                          .to_step = step ? (Index)to->index : NONE,
                          .to_outcome = step ? NONE : (Index)to->index};
}

static ReviewStep step_of(Compiler *c, const Symbol *review, const Clause *clause) {
    ReviewBranch *branches = arena_array(c->arena, ReviewBranch, clause->branches.len);
    for (size_t i = 0; i < clause->branches.len; i++)
        branches[i] = branch_of(c, review, &clause->branches.at[i]);
    return (ReviewStep){.name = clause->names.at[0].text,
                        .kind = step_kind(clause->phrase.id),
                        .branches = branches,
                        .branch_count = clause->branches.len,
                        .where = where_of(c, clause->at, review->decl->source)};
}

static void add_steps(Compiler *c, const Symbol *symbol, Review *review) {
    VEC(ReviewStep) steps = {0};
    for (size_t i = 0; i < symbol->decl->clauses.len; i++)
        if (symbol->decl->clauses.at[i].setting == SETTING_REVIEW_STEP)
            *vec_push(c->arena, &steps) = step_of(c, symbol, &symbol->decl->clauses.at[i]);
    review->steps = steps.at;
    review->step_count = steps.len;
}

static void add_principles(Compiler *c, const Decl *decl, Review *review) {
    size_t count = decl->table ? decl->table->rows.len : 0;
    Principle *principles = arena_array(c->arena, Principle, count);
    for (size_t i = 0; i < count; i++) {
        const TableRow *row = &decl->table->rows.at[i];
        principles[i] =
            (Principle){cell_word(c, &row->cells.at[0]), cell_value(&row->cells.at[1])->value.text,
                        where_of(c, row->at, decl->source)};
    }
    review->principles = principles;
    review->principle_count = count;
}

static Review review_of(Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *applies = decl_setting(decl, SETTING_APPLIES);
    Index slot = slot_read(c, symbol);
    Review review = {.name = symbol->name,
                     .body = (Index)((const Symbol *)map_get(&c->model->globals, decl->by.text))->index,
                     .group = (Index)symbol->parent->index,
                     .applies = compile_condition(c, applies ? applies->expr : NULL, decl->source),
                     .outcomes = own_enum(c, symbol->enumeration),
                     .slot = slot,
                     .concerns_slot = slot + 1,
                     .upheld_slot = slot + 2,
                     .accepted_slot = slot + 3,
                     .where = where_of(c, decl->at, decl->source)};
    add_principles(c, decl, &review);
    add_steps(c, symbol, &review);
    return review;
}

void compile_reviews(Compiler *c) {
    const Symbol *symbol;
    Review *reviews = arena_array(c->arena, Review, SYMBOL_COUNT(c, REVIEW));
    day_begin(c, NULL);
    for (EACH_SYMBOL(c, REVIEW, symbol)) reviews[symbol->index] = review_of(c, symbol);
    c->program->reviews = reviews;
    c->program->reviews_count = SYMBOL_COUNT(c, REVIEW);
}

/* --- tests ---------------------------------------------------------------------------------------------- */

/* The table whose result the condition reads: with `by ROW` there is exactly one. */
static Index table_read(const Compiler *c, Index condition) {
    const Indexes *reads = &c->reads.at[condition];
    for (size_t i = 0; i < reads->len; i++) {
        const Slot *slot = &c->slots.at[reads->at[i]];
        const Unit *unit = slot->kind == SLOT_COMPUTED ? &c->units.at[slot->owner] : NULL;
        if (unit && unit_has_rows(unit)) return unit->detail;
    }
    return NONE;
}

static Index row_named(const DecisionTable *table, Text id) {
    for (size_t i = 0; i < table->row_count; i++)
        if (text_equal(table->rows[i].id, id)) return (Index)i;
    return NONE;
}

static Expectation expectation_of(Compiler *c, const Decl *decl, const Clause *clause) {
    Expectation expectation = {.condition = compile_condition(c, clause->expr, decl->source),
                               .table = NONE,
                               .row = NONE,
                               .where = where_of(c, clause->at, decl->source)};
    if (text_empty(clause->row.text)) return expectation;
    expectation.table = table_read(c, expectation.condition);
    expectation.row = row_named(&c->tables[expectation.table], clause->row.text);
    return expectation;
}

static Given given_of(const Compiler *c, const Clause *clause) {
    Index slot = slot_given(c, clause->target->symbol);
    return (Given){slot, constant_of(c, clause->expr, c->slots.at[slot].type)};
}

static RegisterValue row_of(const Compiler *c, const Clause *clause) {
    const Expr *target = clause->target, *row = target->index;
    Value *keys = arena_array(c->arena, Value, row->items.len);
    for (size_t i = 0; i < row->items.len; i++)
        keys[i] = constant_of(c, row->items.at[i], row->items.at[i]->type);
    return (RegisterValue){.in = (Index)target->symbol->parent->index,
                           .field = (Index)target->symbol->index,
                           .keys = keys,
                           .value = constant_of(c, clause->expr, own_type(c, target->symbol->type))};
}

static RuleTest test_of(Compiler *c, const Decl *decl) {
    VEC(Given) givens = {0};
    VEC(RegisterValue) rows = {0};
    VEC(Expectation) expects = {0};
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        bool given = clause->setting == SETTING_GIVEN, row = given && clause->target->kind == EXPR_LOOKUP;
        if (row) *vec_push(c->arena, &rows) = row_of(c, clause);
        if (given && !row) *vec_push(c->arena, &givens) = given_of(c, clause);
        if (clause->setting == SETTING_EXPECT)
            *vec_push(c->arena, &expects) = expectation_of(c, decl, clause);
    }
    return (RuleTest){.title = decl->title,
                      .givens = givens.at,
                      .given_count = givens.len,
                      .rows = rows.at,
                      .row_count = rows.len,
                      .expects = expects.at,
                      .expect_count = expects.len,
                      .where = where_of(c, decl->at, decl->source)};
}

void compile_tests(Compiler *c) {
    VEC(RuleTest) tests = {0};
    const Decl *decl;
    day_begin(c, NULL);
    for (size_t at = 0; (decl = next_decl(c, DECL_TEST, &at)) != NULL;)
        *vec_push(c->arena, &tests) = test_of(c, decl);
    c->program->tests = tests.at;
    c->program->tests_count = tests.len;
}
