/* Settings of ballots that contradict each other: of a ballot or a body alone, and of a ballot with each body
 * that the matrices put it to. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"

typedef struct Checking {
    const Model *model;
    Diagnostics *out;
} Checking;

static VoteKind kind_of(const Decl *decl, SettingId setting) {
    const Clause *clause = decl_setting(decl, setting);
    return clause ? vote_kind(clause->phrase.id) : VOTES_UNSAID;
}

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

static void check_chair(const Checking *checking, const Decl *body, VoteKind kind, Span at) {
    const Clause *tie = decl_setting(body, SETTING_TIE);
    if (kind == VOTES_COUNTED && tie && tie->phrase.id == PHRASE_TIE_CHAIR_UNVOTED)
        DIAGNOSE(checking->out, DIAG_CHAIR_OF_COUNTED, span_nowhere(at) ? tie->at : at, body->name.text);
}

/* --- of a body, a ballot, and the two together ---------------------------------------------------------- */

static void check_body(const Checking *checking, const Decl *body) {
    VoteKind kind = kind_of(body, SETTING_BODY_KIND);
    check_roles(checking, decl_setting(body, SETTING_CARRIED), kind, (Span){0});
    check_chair(checking, body, kind, (Span){0});
}

static void check_alone(const Checking *checking, const Decl *ballot) {
    check_roles(checking, decl_setting(ballot, SETTING_BALLOT_CARRIED), kind_of(ballot, SETTING_BALLOT_KIND),
                (Span){0});
}

static void check_together(void *context, const BallotUse *use) {
    const Checking *checking = context;
    const Decl *ballot = use->ballot->symbol->decl, *body = use->body->decl;
    VoteKind own = kind_of(ballot, SETTING_BALLOT_KIND);
    if (own == VOTES_UNSAID)
        check_roles(checking, decl_setting(ballot, SETTING_BALLOT_CARRIED), kind_of(body, SETTING_BODY_KIND),
                    use->ballot->at);
    check_chair(checking, body, own, use->ballot->at);
}

void analyse_ballots(const Model *model, Diagnostics *diagnostics) {
    Checking checking = {model, diagnostics};
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_BODY].len; i++)
        check_body(&checking, model->of_kind[SYMBOL_BODY].at[i]->decl);
    for (size_t i = 0; i < model->of_kind[SYMBOL_BALLOT].len; i++)
        check_alone(&checking, model->of_kind[SYMBOL_BALLOT].at[i]->decl);
    each_ballot(model, check_together, &checking);
}
