/* memory: projections held in memory instead of the store, for replay, which must not believe the stored
 * ones. Ordered by key within a space, as the store's are. */
#ifndef BYLAW_SERVICE_MEMORY_H
#define BYLAW_SERVICE_MEMORY_H

#include "base/text.h"

typedef struct Memory Memory;

/* Freed with the arena. NULL when there is no memory. */
Memory *memory_new(Arena *arena);
bool memory_put(Memory *memory, Text space, Text key,
                Text value); /* an empty value removes; false: no memory */
bool memory_get(const Memory *memory, Text space, Text key, Text *value);
bool memory_next(const Memory *memory, Text space, Text from, Text *key, Text *value);

#endif
