/* beside: files of evidence that lie beside the book: BOOK.evidence/ab/ab12..., each under its SHA-256.
 * Nobody's links are followed there, and nothing but ordinary files is read. */
#ifndef BYLAW_SERVICE_BESIDE_H
#define BYLAW_SERVICE_BESIDE_H

#include "base/digest.h"
#include "base/text.h"

/* Copies what is read from `source`; it is durable when this answers true. False: *problem says why, such as
 * that the bytes are no longer those of the digest. */
bool beside_put(Arena *arena, Text book, Digest digest, int source, Text *problem);
/* Its bytes, piece by piece; false: there is no such ordinary file, or each() says so. */
bool beside_each(Text book, Digest digest, bool (*each)(void *context, Text piece), void *context);
bool beside_has(Text book, Digest digest);
void beside_remove(Text book, Digest digest);

#endif
