/* posts: bodies, offices and roles from one edition of the charter to the next; for the files of this room
 * only. What others need of them stands in proceedings/state.h. */
#ifndef BYLAW_PROCEEDINGS_POSTS_H
#define BYLAW_PROCEEDINGS_POSTS_H

#include "proceedings/turn.h"

/* What the edition before, whose posts these are, calls a post of a later one; empty: it has none such. */
Text post_before(Arena *arena, const TextList *earlier, const Program *later, Text post);

#endif
