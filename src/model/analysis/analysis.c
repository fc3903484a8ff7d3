#include "model/analysis/analysis.h"

void analyse(const Model *model, Diagnostics *diagnostics) {
    analyse_scorecards(model, diagnostics);
    analyse_bodies(model, diagnostics);
    analyse_ballots(model, diagnostics);
    analyse_definitions(model, diagnostics);
    analyse_tables(model, diagnostics);
    analyse_exceptions(model, diagnostics);
    analyse_workflows(model, diagnostics);
    analyse_reviews(model, diagnostics);
    analyse_deciders(model, diagnostics);
    analyse_delegations(model, diagnostics);
    analyse_choices(model, diagnostics);
    analyse_escalations(model, diagnostics);
    analyse_splitting(model, diagnostics);
    analyse_powers(model, diagnostics);
    analyse_lockouts(model, diagnostics);
    analyse_uses(model, diagnostics);
    analyse_spelling(model, diagnostics);
    analyse_accepted(model, diagnostics);
}
