/* facts: what a file or a clerk states, read by the types of a charter's facts. */
#ifndef BYLAW_SERVICE_FACTS_H
#define BYLAW_SERVICE_FACTS_H

#include "service/service.h"

/* Reads a tree of facts (name: value, nested by scorecard) into a frame. What is wrong goes to diagnostics.
 * `group`: the facts it is about, or NONE for those of any group. A tree that has no places in a file is of
 * file 0. */
void facts_read(Arena *arena, const Program *program, Index group, const Tree *tree, uint32_t file,
                Frame *frame, Diagnostics *diagnostics);

#endif
