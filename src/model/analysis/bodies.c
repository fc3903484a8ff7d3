/* Thresholds that the seats of a body can never meet. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"

/* Votes for are among votes cast, these among members present, and so on: from the fewest to the most. */
static int rank_of(CountId count) {
    switch (count) {
    case COUNT_VOTES_FOR:
    case COUNT_VOTES_AGAINST:
    case COUNT_VOTERS_OVER:
        return 0;
    case COUNT_VOTERS_BESIDE:
        return 1;
    case COUNT_VOTES_CAST:
        return 2;
    case COUNT_MEMBERS_PRESENT:
        return 3;
    case COUNT_MEMBERS:
    case COUNT_MEMBERS_IN_OFFICE:
        return 4;
    default:
        return 5;
    }
}

/* May `more than` or `at least` the quantity hold for something that is `most` and no more? */
static bool within(const Comparison *comparison, Number most) {
    int order = number_compare(comparison->quantity, most);
    return order < 0 || (order == 0 && comparison->at_least);
}

/* A part of a count can be met unless it asks for more than all of it. */
static bool part_can_be_met(const Comparison *comparison) {
    return rank_of(comparison->counted) > rank_of(comparison->base) || within(comparison, number_int(1));
}

/* All of n are as many as q times their square root where n is q squared: only so few are too few. */
static bool root_can_be_met(const Comparison *comparison, int64_t seats) {
    int order = number_compare_root(comparison->quantity, number_int(seats));
    return order < 0 || (order == 0 && comparison->at_least);
}

static bool can_be_met(const Comparison *comparison, int64_t seats) {
    if (comparison->including > seats) return false;
    if (comparison->root) return root_can_be_met(comparison, seats);
    if (comparison->of_count) return part_can_be_met(comparison);
    return within(comparison, number_int(seats));
}

/* How many members a threshold needs to be met at all; seats that are fewer can never decide. */
typedef struct Seats {
    int64_t least, most;
} Seats;

static bool seats_of(const Decl *body, Seats *seats) {
    const Clause *clause = decl_setting(body, SETTING_SEATS);
    const Expr *range = clause ? clause->expr : NULL;
    return range && range->kind == EXPR_RANGE && number_to_int(range->left->value.number, &seats->least) &&
           number_to_int(range->right->value.number, &seats->most);
}

static void check_threshold(Arena *arena, Diagnostics *out, const Decl *body, const Clause *clause, Span at) {
    Seats seats;
    if (!clause || !seats_of(body, &seats)) return;
    Text least = text_format(arena, "%lld", (long long)seats.least),
         most = text_format(arena, "%lld", (long long)seats.most);
    for (size_t i = 0; i < clause->comparisons.len; i++) {
        const Comparison *comparison = &clause->comparisons.at[i];
        Span place = span_nowhere(at) ? comparison->at : at;
        if (!can_be_met(comparison, seats.most))
            DIAGNOSE(out, DIAG_NEVER_MET, place, body->name.text, most);
        else if (!can_be_met(comparison, seats.least))
            DIAGNOSE(out, DIAG_NOT_MET_BY_FEWEST, place, body->name.text, least);
    }
}

/* --- ballots: held against the seats of every body that the matrix gives them to ------------------------ */

typedef struct Seating {
    const Model *model;
    Diagnostics *out;
} Seating;

/* Where the votes of one other body alone bind, its seats have to be enough too. */
static void check_binding(const Seating *seating, const BallotUse *use) {
    const Decl *ballot = use->ballot->symbol->decl;
    const Clause *binding = NULL;
    for (size_t i = 0; i < ballot->clauses.len; i++) {
        if (ballot->clauses.at[i].setting != SETTING_BINDING) continue;
        if (binding || ballot->clauses.at[i].phrase.id != PHRASE_BINDING_MEMBERS) return;
        binding = &ballot->clauses.at[i];
    }
    const Symbol *body =
        binding ? map_get(&seating->model->globals, binding->phrase.args.at[0].name.text) : NULL;
    if (!body) return;
    check_threshold(seating->model->arena, seating->out, body->decl,
                    decl_setting(ballot, SETTING_BALLOT_CARRIED), binding->at);
    check_threshold(seating->model->arena, seating->out, body->decl,
                    decl_setting(use->body->decl, SETTING_QUORUM), use->ballot->at);
}

static void check_ballot(void *context, const BallotUse *use) {
    static const SettingId settings[] = {SETTING_BALLOT_CARRIED, SETTING_OPTION_QUORUM,
                                         SETTING_OPTION_MAJORITY};
    const Seating *seating = context;
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++)
        check_threshold(seating->model->arena, seating->out, use->body->decl,
                        decl_setting(use->ballot->symbol->decl, settings[i]), use->ballot->at);
    check_binding(seating, use);
}

void analyse_bodies(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_BODY].len; i++) {
        const Decl *body = model->of_kind[SYMBOL_BODY].at[i]->decl;
        check_threshold(model->arena, diagnostics, body, decl_setting(body, SETTING_QUORUM), (Span){0});
        check_threshold(model->arena, diagnostics, body, decl_setting(body, SETTING_CARRIED), (Span){0});
    }
    each_ballot(model, check_ballot, &(Seating){model, diagnostics});
}
