/* powers: who may do what, as the charter's tables of powers say. */
#ifndef BYLAW_MODEL_ANALYSIS_POWERS_H
#define BYLAW_MODEL_ANALYSIS_POWERS_H

#include "model/model.h"

/* The cell that names who has the power; NULL when nobody has. */
const Cell *power_holders(const Model *model, ActId act);

#endif
