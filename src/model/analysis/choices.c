/* Options are put to ballots that choose one, and such ballots to steps that have options. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"
#include "model/analysis/spelling.h"

typedef struct Putting {
    const Model *model;
    Diagnostics *out;
    const StepDecl *step;
    const Expr *who, *ballot; /* of the row that is looked at */
    Text row;
    const Decl *told; /* the ballot whose default was told of last */
} Putting;

/* --- the default is no option --------------------------------------------------------------------------- */

static bool read_alike(Arena *arena, Text a, Text b) {
    Buf one = buf_new(arena), two = buf_new(arena);
    write_folded(&one, a);
    write_folded(&two, b);
    return one.len && text_equal(buf_done(&one), buf_done(&two));
}

/* Who wants none of the options must not be taken to want one. */
static void check_default(Putting *p, const Decl *ballot) {
    const EnumType *options = step_options(p->step);
    Text words = ballot_default(ballot);
    for (size_t i = 0; i < options->count && !text_empty(words) && p->told != ballot; i++) {
        if (!read_alike(p->model->arena, words, options->members[i]) &&
            !read_alike(p->model->arena, words, options->titles[i]))
            continue;
        p->told = ballot;
        DIAGNOSE(p->out, DIAG_DEFAULT_LIKE_OPTION, decl_setting(ballot, SETTING_CHOICE)->phrase.at, words,
                 options->members[i])
            ->other = p->step->options.at;
    }
}

/* --- what chooses, and what is chosen from -------------------------------------------------------------- */

/* An office or a person chooses by naming one option, and needs no ballot. */
static bool decides_alone(const Expr *who) {
    return (who->symbol && who->symbol->kind == SYMBOL_OFFICE) || who->type.kind == TYPE_PERSON;
}

static void check_options_put(const Putting *p) {
    Arena *arena = p->model->arena;
    Text authority = p->step->authority->name;
    if (expr_is_joint(p->who)) {
        DIAGNOSE(p->out, DIAG_CHOICE_JOINT, p->step->options.at, p->row, authority)->other = p->who->at;
        return;
    }
    if (p->ballot ? ballot_chooses(p->ballot->symbol->decl) : decides_alone(p->who)) return;
    Text name = p->ballot ? text_format(arena, "the ballot \"%.*s\"", TEXT_ARG(p->ballot->symbol->name))
                          : TEXT("the vote of a body for or against");
    DIAGNOSE(p->out, DIAG_NO_CHOICE, p->step->options.at, p->row, authority, name)->other =
        p->ballot ? p->ballot->at : p->who->at;
}

static void check_row(Putting *p) {
    bool options = step_options(p->step) != NULL;
    if (options) check_options_put(p);
    if (options && p->ballot && ballot_chooses(p->ballot->symbol->decl))
        check_default(p, p->ballot->symbol->decl);
    if (!options && p->ballot && ballot_chooses(p->ballot->symbol->decl))
        DIAGNOSE(p->out, DIAG_NO_OPTIONS, p->step->decision.at, p->ballot->symbol->name)->other =
            p->ballot->at;
}

static void check_step(Putting *p) {
    Arena *arena = p->model->arena;
    const Symbol *authority = p->step->authority;
    const Table *table = authority->decl->table;
    size_t who = table_column(arena, table, TEXT("decided_by")),
           ballot = table_column(arena, table, TEXT("ballot"));
    for (size_t i = 0; i < table->rows.len; i++) {
        const TableRow *row = &table->rows.at[i];
        p->who = row_says(row, who);
        p->ballot = row_says(row, ballot);
        p->row = expr_words(arena, row_says(row, 0));
        if (p->who && row_is_for(arena, authority, row, p->step->decision.text)) check_row(p);
    }
}

/* Options are voted on by name: tellers count no ranks. */
static void check_by_name(void *context, const BallotUse *use) {
    const Putting *p = context;
    const Decl *ballot = use->ballot->symbol->decl;
    VoteKind kind = vote_kind_said(ballot, SETTING_BALLOT_KIND);
    if (kind == VOTES_UNSAID) kind = vote_kind_said(use->body->decl, SETTING_BODY_KIND);
    if (ballot_chooses(ballot) && kind != VOTES_UNSAID && kind != VOTES_NAMED)
        DIAGNOSE(p->out, DIAG_CHOICE_COUNTED, use->ballot->at, vote_kind_word(kind), ballot->name.text);
}

void analyse_choices(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    Putting putting = {.model = model, .out = diagnostics};
    each_ballot(model, check_by_name, &putting);
    for (size_t i = 0; i < model->ast->workflows.len; i++) {
        const WorkflowDecl *workflow = model->ast->workflows.at[i];
        for (size_t k = 0; k < workflow->steps.len; k++) {
            putting.step = workflow->steps.at[k];
            if (putting.step->kind == STEP_MOTION && putting.step->authority) check_step(&putting);
        }
    }
}
