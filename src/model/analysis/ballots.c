/* Settings of ballots that contradict each other: of a ballot or a body alone, and of a ballot with each body
 * that the matrices put it to. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"

typedef struct Checking {
    const Model *model;
    Diagnostics *out;
    const Expr *told; /* the last cell whose bodies were looked at together */
} Checking;

/* --- who voted how is not known ------------------------------------------------------------------------- */

/* What carries a motion is votes: whose they are a counted or secret ballot does not say. */
static void check_roles(const Checking *checking, const Clause *carried, VoteKind kind, Span at) {
    if (!carried || (kind != VOTES_COUNTED && kind != VOTES_SECRET)) return;
    for (size_t i = 0; i < carried->comparisons.len; i++) {
        const Comparison *comparison = &carried->comparisons.at[i];
        if (text_empty(comparison->including_role.text)) continue;
        DIAGNOSE(checking->out, DIAG_ROLE_OF_COUNTED, span_nowhere(at) ? comparison->at : at,
                 vote_kind_word(kind), comparison->including_role.text);
    }
}

/* Nobody counts who is nowhere together. */
static void check_circulation(const Checking *checking, const Decl *body, VoteKind kind) {
    const Clause *circulation = decl_setting(body, SETTING_CIRCULATION);
    if (circulation && (kind == VOTES_COUNTED || kind == VOTES_SECRET))
        DIAGNOSE(checking->out, DIAG_CIRCULATION_COUNTED, circulation->at, body->name.text,
                 vote_kind_word(kind));
}

static void check_chair(const Checking *checking, const Decl *body, VoteKind kind, Span at) {
    const Clause *tie = decl_setting(body, SETTING_TIE);
    if (kind == VOTES_COUNTED && tie && tie->phrase.id == PHRASE_TIE_CHAIR_UNVOTED)
        DIAGNOSE(checking->out, DIAG_CHAIR_OF_COUNTED, span_nowhere(at) ? tie->at : at, body->name.text);
}

/* --- advice --------------------------------------------------------------------------------------------- */

static void check_advice(const Checking *checking, const Decl *ballot, VoteKind kind, Span at) {
    for (size_t i = 0; i < ballot->clauses.len; i++) {
        const Clause *clause = &ballot->clauses.at[i];
        bool advises = clause->setting == SETTING_BINDING || clause->setting == SETTING_ADVISORY;
        if (advises && (kind == VOTES_COUNTED || kind == VOTES_SECRET))
            DIAGNOSE(checking->out, DIAG_ADVICE_COUNTED, span_nowhere(at) ? clause->at : at,
                     vote_kind_word(kind));
    }
}

/* The clause of a setting that names this one; NULL. */
static const Clause *names(const Decl *ballot, SettingId setting, const Symbol *symbol) {
    for (size_t i = 0; i < ballot->clauses.len; i++) {
        const Clause *clause = &ballot->clauses.at[i];
        if (clause->setting == setting && text_equal(clause->phrase.args.at[0].name.text, symbol->name))
            return clause;
    }
    return NULL;
}

/* Members of the body decide: what they say is no advice. */
static void check_advisers(const Checking *checking, const BallotUse *use) {
    const Decl *ballot = use->ballot->symbol->decl;
    const Clause *advisory = names(ballot, SETTING_ADVISORY, use->body);
    if (!advisory || decl_setting(ballot, SETTING_BINDING)) return;
    DIAGNOSE(checking->out, DIAG_ADVISES_AND_BINDS, use->ballot->at, use->body->name)->other = advisory->at;
}

/* --- consent -------------------------------------------------------------------------------------------- */

/* Told once of a row, whatever the number of its bodies. */
static void check_consent(Checking *checking, const BallotUse *use) {
    const Clause *consent = decl_setting(use->ballot->symbol->decl, SETTING_CONSENT);
    bool told = checking->told == use->ballot;
    checking->told = use->ballot;
    if (!told && consent && (use->who->kind == EXPR_SOME || expr_is_joint(use->who)))
        DIAGNOSE(checking->out, DIAG_CONSENT_OF_SEVERAL, use->ballot->at, use->body->name)->other =
            consent->at;
}

/* --- of a body, a ballot, and the two together ---------------------------------------------------------- */

static void check_body(const Checking *checking, const Decl *body) {
    VoteKind kind = vote_kind_said(body, SETTING_BODY_KIND);
    check_roles(checking, decl_setting(body, SETTING_CARRIED), kind, (Span){0});
    check_chair(checking, body, kind, (Span){0});
    check_circulation(checking, body, kind);
}

static void check_alone(const Checking *checking, const Decl *ballot) {
    VoteKind kind = vote_kind_said(ballot, SETTING_BALLOT_KIND);
    check_roles(checking, decl_setting(ballot, SETTING_BALLOT_CARRIED), kind, (Span){0});
    check_advice(checking, ballot, kind, (Span){0});
}

static void check_together(void *context, const BallotUse *use) {
    Checking *checking = context;
    const Decl *ballot = use->ballot->symbol->decl, *body = use->body->decl;
    VoteKind own = vote_kind_said(ballot, SETTING_BALLOT_KIND);
    if (own == VOTES_UNSAID) {
        VoteKind kind = vote_kind_said(body, SETTING_BODY_KIND);
        check_roles(checking, decl_setting(ballot, SETTING_BALLOT_CARRIED), kind, use->ballot->at);
        check_advice(checking, ballot, kind, use->ballot->at);
    }
    check_chair(checking, body, own, use->ballot->at);
    check_advisers(checking, use);
    check_consent(checking, use);
}

void analyse_ballots(const Model *model, Diagnostics *diagnostics) {
    Checking checking = {model, diagnostics, NULL};
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_BODY].len; i++)
        check_body(&checking, model->of_kind[SYMBOL_BODY].at[i]->decl);
    for (size_t i = 0; i < model->of_kind[SYMBOL_BALLOT].len; i++)
        check_alone(&checking, model->of_kind[SYMBOL_BALLOT].at[i]->decl);
    each_ballot(model, check_together, &checking);
}
