/* attaching: files on their way into the book, or beside it; for the files of this room only. */
#ifndef BYLAW_SERVICE_ATTACHING_H
#define BYLAW_SERVICE_ATTACHING_H

#include "service/act.h"

/* What a command says of a file: {"name", "digest", "size"}. */
bool read_attached(Acting *acting, Word *word);
/* Keeps the bytes that the command's entries name, and drops those of what it discards: before the commit,
 * so that no entry is durable whose bytes are not. */
bool keep_attached(Acting *acting, const Word *words, size_t count);

#endif
