/* Reviews: principles and their questions, steps, and where the steps lead. */
#include "model/check.h"

enum { PRINCIPLE, QUESTION, PRINCIPLE_COLUMNS };
static const Text HEADS[] = {TEXT_ROW("principle"), TEXT_ROW("question")};

/* X(name, type): what a review counts; known in the conditions of its own steps */
#define REVIEW_FACTS(X)                                                                                      \
    X("concerns", TYPE_INTEGER)                                                                              \
    X("upheld", TYPE_YES_NO)                                                                                 \
    X("accepted", TYPE_YES_NO) /* also written: all plans accepted */

static void declare_review_facts(Checker *c, Symbol *review) {
    static const struct {
        Text name;
        TypeKind type;
    } FACTS[] = {
#define X(name, type) {TEXT_ROW(name), type},
        REVIEW_FACTS(X)
#undef X
    };
    for (size_t i = 0; i < sizeof FACTS / sizeof FACTS[0]; i++) {
        Symbol *fact = declare_inner(c, review, SYMBOL_REVIEW_FACT, (Name){FACTS[i].name, review->at});
        fact->type = type_of(FACTS[i].type);
        fact->path = text_format(c->arena, "%.*s.%.*s", TEXT_ARG(review->name), TEXT_ARG(fact->name));
    }
}

static bool step_answers(const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].phrase.id == PHRASE_STEP_ANSWERS) return true;
    return false;
}

static void declare_principles(Checker *c, Symbol *review) {
    if (!review->decl->table && !step_answers(review->decl)) return;
    const Table *table = fixed_table(c, review->decl, HEADS, PRINCIPLE_COLUMNS, PRINCIPLE_COLUMNS);
    for (size_t i = 0; table && i < table->rows.len; i++) {
        Name name;
        const Cell *cells = table->rows.at[i].cells.at;
        if (cell_name(c, &cells[PRINCIPLE], TEXT("the principle's name"), &name))
            declare_inner(c, review, SYMBOL_PRINCIPLE, name)->index = (uint32_t)i;
        const Expr *question = cell_single(c, &cells[QUESTION], TEXT("a question in quotes"));
        if (question && (question->kind != EXPR_LITERAL || question->value.kind != TYPE_TEXT))
            REPORT(c, CELL_NEEDS, question->at, TEXT("a question in quotes"));
    }
}

void declare_review(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    symbol->parent = find_group(c, decl->of, decl_called(c, decl), decl_place(decl));
    declare_review_facts(c, symbol);
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_REVIEW_STEP && clause->names.len)
            declare_inner(c, symbol, SYMBOL_REVIEW_STEP, clause->names.at[0]);
    }
    declare_principles(c, symbol);
}

/* --- steps ---------------------------------------------------------------------------------------------- */

static const Clause *step_clause(const Decl *decl, Text name) {
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_REVIEW_STEP && clause->names.len &&
            text_equal(clause->names.at[0].text, name))
            return clause;
    }
    return NULL;
}

static void check_branch(Checker *c, Scope *scope, const Branch *branch, bool last) {
    Symbol *to = find_inner(c, scope->review, branch->to, KIND(REVIEW_STEP) | KIND(REVIEW_OUTCOME));
    if (to && to->kind == SYMBOL_REVIEW_OUTCOME && text_is(to->name, "not_applicable"))
        diagnose(c->out, DIAG_NOT_APPLICABLE_STEP, branch->to.at, 0, NULL);
    if (branch->when) check_condition(c, scope, branch->when);
    if (last && branch->when)
        REPORT(c, OTHERWISE_NEEDED, branch->at, TEXT("the last way out of this step"))->mend =
            text_format(c->arena, "end with: , %.*s otherwise", TEXT_ARG(branch->to.text));
    if (!last && !branch->when) REPORT(c, OTHERWISE_EARLY, branch->at, branch->to.text);
}

static void check_step(Checker *c, Symbol *review, const Clause *clause) {
    Scope scope = {.group = review->parent, .review = review};
    for (size_t i = 0; i < clause->branches.len; i++)
        check_branch(c, &scope, &clause->branches.at[i], i + 1 == clause->branches.len);
}

/* --- steps that nothing leads to, and steps that lead to no outcome ------------------------------------- */

static bool mark(Symbol *const *steps, bool *marked, size_t count, Text name) {
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(steps[i]->name, name) || marked[i]) continue;
        return marked[i] = true;
    }
    return false;
}

static void mark_reached(const Decl *decl, Symbol *const *steps, bool *reached, size_t count) {
    if (count) reached[0] = true;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < count; i++) {
            const Clause *clause = reached[i] ? step_clause(decl, steps[i]->name) : NULL;
            for (size_t k = 0; clause && k < clause->branches.len; k++)
                more |= mark(steps, reached, count, clause->branches.at[k].to.text);
        }
    }
}

static bool leads_out(const Symbol *review, const Clause *clause, Symbol *const *steps, const bool *ends,
                      size_t count) {
    for (size_t k = 0; clause && k < clause->branches.len; k++) {
        const Symbol *to = map_get(&review->inner, clause->branches.at[k].to.text);
        if (!to || to->kind != SYMBOL_REVIEW_STEP) return true;
        for (size_t i = 0; i < count; i++)
            if (steps[i] == to && ends[i]) return true;
    }
    return false;
}

static void mark_ending(const Symbol *review, Symbol *const *steps, bool *ends, size_t count) {
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < count; i++) {
            if (ends[i] || !leads_out(review, step_clause(review->decl, steps[i]->name), steps, ends, count))
                continue;
            ends[i] = more = true;
        }
    }
}

static void check_paths(Checker *c, Symbol *review) {
    SymbolVec steps = {0};
    for (size_t i = 0; i < review->inner.len; i++) {
        Symbol *symbol = review->inner.items[i].value;
        if (symbol->kind == SYMBOL_REVIEW_STEP) *vec_push(c->arena, &steps) = symbol;
    }
    bool *reached = arena_array(c->arena, bool, steps.len), *ends = arena_array(c->arena, bool, steps.len);
    mark_reached(review->decl, steps.at, reached, steps.len);
    mark_ending(review, steps.at, ends, steps.len);
    for (size_t i = 0; i < steps.len; i++) {
        if (!reached[i]) REPORT(c, STEP_UNREACHED, steps.at[i]->at, steps.at[i]->name);
        if (!ends[i]) REPORT(c, STEP_ENDLESS, steps.at[i]->at, steps.at[i]->name);
    }
}

/* --- the other settings --------------------------------------------------------------------------------- */

void check_review(Checker *c, Symbol *symbol) {
    const Decl *decl = symbol->decl;
    Scope scope = {.group = symbol->parent};
    if (text_empty(decl->by.text))
        REPORT(c, PART_NEEDED, decl_place(decl), decl_called(c, decl), TEXT("by BODY"));
    else
        find_single(c, decl->by, KIND(BODY));
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_APPLIES && clause->expr) check_condition(c, &scope, clause->expr);
        if (clause->setting == SETTING_REVIEW_STEP) check_step(c, symbol, clause);
    }
    check_duties(c, symbol);
    check_paths(c, symbol);
}
