/* deciders: what the analyses of bodies, powers and escalations read of an authority's rows. */
#ifndef BYLAW_MODEL_ANALYSIS_DECIDERS_H
#define BYLAW_MODEL_ANALYSIS_DECIDERS_H

#include "model/model.h"

/* The column of that name; the count of columns when there is none. */
size_t table_column(Arena *arena, const Table *table, Text name);

/* What a cell of that column says first; NULL when it says nothing, or there is no such column. */
const Expr *row_says(const TableRow *row, size_t column);

/* Each body, office and person of a `decided_by`: of several every one. NULL is nobody. */
typedef void DeciderWork(void *context, const Expr *decider);
void each_decider(const Expr *who, DeciderWork *work, void *context);

/* Each ballot that the matrices name with a body that it is put to; `who` is the whole cell, which may name
 * more. */
typedef struct BallotUse {
    const Symbol *body;
    const Expr *ballot, *who;
} BallotUse;
typedef void BallotWork(void *context, const BallotUse *use);
void each_ballot(const Model *model, BallotWork *work, void *context);

/* How a body or a ballot says that votes are given, in its own setting. */
VoteKind vote_kind_said(const Decl *decl, SettingId setting);

/* Is the question lost without this one: does it stand alone, or is it joined by `and` or `then`? */
bool decider_is_needed(const Expr *who, const Expr *decider);

#endif
