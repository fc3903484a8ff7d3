/* compile: from a checked model to a program. The only part above the model that sees it. */
#ifndef BYLAW_PROGRAM_COMPILE_H
#define BYLAW_PROGRAM_COMPILE_H

#include "model/model.h"
#include "program/program.h"

/* The model must have been checked without errors. Never fails but for memory. */
const Program *compile(Arena *arena, const Model *model);

#endif
