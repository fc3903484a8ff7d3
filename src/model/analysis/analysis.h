/* analysis: what the checker proves about rules and workflows beyond names and types. Each of these looks at
 * a sound model only, and does nothing with another: what a wrong line leaves out would look like a gap. */
#ifndef BYLAW_MODEL_ANALYSIS_ANALYSIS_H
#define BYLAW_MODEL_ANALYSIS_ANALYSIS_H

#include "model/model.h"

/* Tables and authorities are complete and unique unless they say otherwise (law L5). Gaps and overlaps are
 * found by geometry over the columns' real domains: enum members, numbers (with open and closed ends), dates,
 * yes and no, and missing where the fact is optional. Each is reported with one concrete example, a handful
 * of them for each table; columns that an example leaves out do not matter to it. Under `first` a row that is
 * never the first to fit is reported too. Missing is taken by `-`, by `missing` and by nothing else: `not x`
 * and
 * `!= x` take known values. Ten thousand rows are analysed in well under a second; a table that would take
 * too long is reported as such. */
void analyse_tables(const Model *model, Diagnostics *diagnostics);

/* On each of the charter's days a definition means one thing: else a day on which it means none, or two. */
void analyse_definitions(const Model *model, Diagnostics *diagnostics);

/* No two exceptions to one table apply at once, as far as their conditions show it: those compare facts with
 * constants. What cannot be told from them is a warning. */
void analyse_exceptions(const Model *model, Diagnostics *diagnostics);

/* Every outcome a step can have is handled, or the body's rule handles it; every step can be reached; every
 * case that starts can end, from everywhere. */
void analyse_workflows(const Model *model, Diagnostics *diagnostics);

/* A workflow whose steps all lead somewhere, searched state by state with what its reviews have come to: ways
 * that are never taken, and states from which no end is reached, a guard standing before each way on. */
void analyse_soundness(const Model *model, const WorkflowDecl *workflow, Diagnostics *diagnostics);

/* Thresholds that the seats can never meet, weights that do not sum to 100%. */
void analyse_bodies(const Model *model, Diagnostics *diagnostics);
void analyse_scorecards(const Model *model, Diagnostics *diagnostics);

/* Settings of a ballot that contradict each other, or those of a body that it is put to. */
void analyse_ballots(const Model *model, Diagnostics *diagnostics);

/* Questions that nobody could decide: the decider hangs on what can be missing, or is the only one who may
 * open a case. And ballots where no body votes. */
void analyse_deciders(const Model *model, Diagnostics *diagnostics);

/* Delegations by whom no authority names, and those in which what is delegated goes round. */
void analyse_delegations(const Model *model, Diagnostics *diagnostics);

/* Options are put to ballots that choose, and these to steps that have options; one decider chooses. */
void analyse_choices(const Model *model, Diagnostics *diagnostics);

/* Escalations that lead back to who has left the question undecided. */
void analyse_escalations(const Model *model, Diagnostics *diagnostics);

/* Powers that nobody has, where they are called for; without some of them the rules lock everyone out. */
void analyse_powers(const Model *model, Diagnostics *diagnostics);
/* Positions with the loss of whose last holder nobody can enter people, or change the rules, ever again. */
void analyse_lockouts(const Model *model, Diagnostics *diagnostics);

/* Authorities by an amount that read no total: a request can be split to stay below what it decides. */
void analyse_splitting(const Model *model, Diagnostics *diagnostics);

/* Outcomes of reviews that no step leads to. */
void analyse_reviews(const Model *model, Diagnostics *diagnostics);

/* Declarations that nothing uses, and names that look like two spellings of one. */
void analyse_uses(const Model *model, Diagnostics *diagnostics);
void analyse_spelling(const Model *model, Diagnostics *diagnostics);

/* What is accepted of all that was found, so last. */
void analyse_accepted(const Model *model, Diagnostics *diagnostics);

/* All of these. */
void analyse(const Model *model, Diagnostics *diagnostics);

#endif
