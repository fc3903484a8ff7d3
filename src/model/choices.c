/* Choices among options: the ballots by which one is chosen, and the motions that put them. */
#include "model/check.h"
#include "syntax/syntax.h"

/* --- ballots -------------------------------------------------------------------------------------------- */

bool ballot_chooses(const Decl *ballot) {
    return decl_says(ballot, SETTING_CHOICE);
}

Text ballot_default(const Decl *ballot) {
    const Clause *choice = decl_setting(ballot, SETTING_CHOICE);
    return choice && choice->phrase.args.len ? choice->phrase.args.at[0].text : (Text){0};
}

static bool of_option(SettingId setting) {
    return setting == SETTING_OPTION_QUORUM || setting == SETTING_OPTION_MAJORITY;
}

/* Of an option those are counted who prefer it; what they are held against is not about single options but
 * for who holds one over or under the default. */
static bool is_counted(SettingId setting, CountId count, bool as_base) {
    bool of_choice = count == COUNT_VOTERS_OVER || count == COUNT_VOTERS_BESIDE;
    if (!of_option(setting)) return !of_choice;
    if (!as_base) return count == COUNT_VOTERS_OVER;
    return count != COUNT_VOTERS_OVER && count != COUNT_VOTES_FOR && count != COUNT_VOTES_AGAINST;
}

void check_counts(Checker *c, const Clause *clause) {
    static const Text of_options = TEXT_ROW("voters over the default, held against a number, or a part of "
                                            "voters over or under the default, votes cast or members"),
                      of_motions = TEXT_ROW("votes for or against, votes cast, members and seats");
    for (size_t i = 0; clause && i < clause->comparisons.len; i++) {
        const Comparison *comparison = &clause->comparisons.at[i];
        bool based = comparison->of_count || comparison->root;
        bool counted = is_counted(clause->setting, comparison->counted, false);
        if (counted && (!based || is_counted(clause->setting, comparison->base, true))) continue;
        CountId wrong = counted ? comparison->base : comparison->counted;
        REPORT(c, UNCOUNTED, comparison->at, count_words(wrong), setting_row(clause->setting)->word,
               of_option(clause->setting) ? of_options : of_motions);
    }
}

static void check_option_rule(Checker *c, const Decl *decl, SettingId setting) {
    const Clause *clause = decl_setting(decl, setting), *choice = decl_setting(decl, SETTING_CHOICE);
    bool unread = choice && choice->phrase.id == PHRASE_NONE;
    if (clause && !unread && text_empty(ballot_default(decl)))
        REPORT(c, NO_DEFAULT, clause->at, setting_row(setting)->word, decl->name.text);
}

/* What is said of votes for or against, and has no meaning for options. */
static bool is_for_or_against(SettingId setting) {
    return setting == SETTING_BINDING || setting == SETTING_ADVISORY || setting == SETTING_VETO ||
           setting == SETTING_EXPEDITED || setting == SETTING_CONSENT || setting == SETTING_UNOPPOSED;
}

void check_choice(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len && ballot_chooses(decl); i++)
        if (is_for_or_against(decl->clauses.at[i].setting))
            REPORT(c, NOT_OF_CHOICE, decl->clauses.at[i].at, setting_row(decl->clauses.at[i].setting)->word,
                   decl->name.text);
    const Clause *carried = decl_setting(decl, SETTING_BALLOT_CARRIED);
    if (carried && ballot_chooses(decl)) REPORT(c, CHOICE_CARRIED, carried->at, decl->name.text);
    check_option_rule(c, decl, SETTING_OPTION_QUORUM);
    check_option_rule(c, decl, SETTING_OPTION_MAJORITY);
}

/* --- motions -------------------------------------------------------------------------------------------- */

const EnumType *step_options(const StepDecl *step) {
    return step->fact ? step->fact->type.enumeration : NULL;
}

bool step_has_option(const StepDecl *step, Text name) {
    const EnumType *options = step_options(step);
    for (size_t i = 0; options && i < options->count; i++)
        if (text_equal(options->members[i], name)) return true;
    return false;
}

/* How a choice ends that chooses no option, and what else stands beside options in a workflow. */
static bool is_ending(Text name) {
    static const char *const endings[] = {"default", "chosen", "lost", "rejected", "withdrawn", "all"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (text_is(name, endings[i])) return true;
    return false;
}

static void check_members(Checker *c, const Symbol *fact, Span at) {
    const EnumType *options = fact->type.enumeration;
    if (options->count < 2 || options->count > OPTIONS_MOST)
        REPORT(c, OPTIONS_COUNT, at, fact->name, text_format(c->arena, "%zu", options->count),
               text_format(c->arena, "%d", OPTIONS_MOST));
    for (size_t i = 0; i < options->count; i++)
        if (is_ending(options->members[i])) REPORT(c, OPTION_WORD, at, options->members[i], options->name);
}

void check_options(Checker *c, const Symbol *workflow, StepDecl *step) {
    Name name = step->options;
    if (text_empty(name.text) || !workflow->parent) return;
    if (step_conditional(step)) REPORT(c, CHOICE_CONDITIONAL, step->conditions, step->name.text);
    Symbol *fact = find_inner(c, workflow->parent, name, KIND(FACT));
    if (!fact || !type_known(fact->type)) return;
    if (fact->type.kind != TYPE_ENUM) {
        REPORT(c, NOT_OPTIONS, name.at, name.text, type_called(c, fact->type));
    } else if (fact->personal) {
        REPORT(c, NOT_OPTIONS, name.at, name.text, TEXT("personal"));
    } else {
        check_members(c, fact, name.at);
        step->fact = fact;
    }
}

void check_not_chosen(Checker *c, const Symbol *workflow, Name fact) {
    const WorkflowDecl *decl = workflow->workflow;
    for (size_t i = 0; i < decl->steps.len; i++) {
        const StepDecl *step = decl->steps.at[i];
        if (text_equal(step->options.text, fact.text))
            REPORT(c, CHOSEN_STATED, fact.at, fact.text, step->name.text)->other = step->options.at;
    }
}

/* --- what a motion's authority says --------------------------------------------------------------------- */

static bool cell_may_say(Arena *arena, const Cell *cell, Text word) {
    bool may = cell->kind != CELL_TESTS;
    for (size_t i = 0; i < cell->tests.len; i++) {
        const CellTest *test = &cell->tests.at[i];
        bool plain = !test->negated && !test->compares && test->value;
        may |= !plain || text_equal(expr_words(arena, test->value), word);
    }
    return may;
}

bool row_is_for(Arena *arena, const Symbol *authority, const TableRow *row, Text decision) {
    const Table *table = authority->decl->table;
    const Symbol *input = case_input(authority);
    for (size_t i = 1; input && i < table->columns.len && i < row->cells.len; i++)
        if (!table->columns.at[i].output &&
            text_equal(expr_words(arena, table->columns.at[i].head), input->name) &&
            !cell_may_say(arena, &row->cells.at[i], decision))
            return false;
    return true;
}

/* A checker's rows are not yet checked when their ballots are asked for, so that these are looked up. */
static bool has_default(Arena *arena, const Model *model, const Expr *ballot) {
    const Symbol *symbol = ballot ? map_get(&model->globals, expr_words(arena, ballot)) : NULL;
    return symbol && symbol->kind == SYMBOL_BALLOT && !text_empty(ballot_default(symbol->decl));
}

static bool row_has_default(Arena *arena, const Model *model, const Symbol *authority, const TableRow *row) {
    const Table *table = authority->decl->table;
    for (size_t i = 1; i < table->columns.len && i < row->cells.len; i++) {
        const Cell *cell = &row->cells.at[i];
        if (text_is(expr_words(arena, table->columns.at[i].head), "ballot") && cell->kind == CELL_TESTS &&
            has_default(arena, model, cell->tests.at[0].value))
            return true;
    }
    return false;
}

static bool exception_has_default(Arena *arena, const Model *model, const Symbol *authority) {
    for (size_t i = 0; i < model->of_kind[SYMBOL_EXCEPTION].len; i++) {
        const Decl *decl = model->of_kind[SYMBOL_EXCEPTION].at[i]->decl;
        for (size_t k = 0; text_equal(decl->to.text, authority->name) && k < decl->clauses.len; k++)
            if (decl->clauses.at[k].setting == SETTING_GIVES && decl->clauses.at[k].expr &&
                has_default(arena, model, decl->clauses.at[k].expr))
                return true;
    }
    return false;
}

bool step_has_default(Arena *arena, const Model *model, const StepDecl *step) {
    const Symbol *authority = step->authority;
    const Table *table = authority ? authority->decl->table : NULL;
    for (size_t i = 0; table && i < table->rows.len; i++)
        if (row_is_for(arena, authority, &table->rows.at[i], step->decision.text) &&
            row_has_default(arena, model, authority, &table->rows.at[i]))
            return true;
    return authority && exception_has_default(arena, model, authority);
}
