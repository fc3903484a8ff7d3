/* outbox: messages on their way out of the book; for the files of this room only. */
#ifndef BYLAW_SERVICE_OUTBOX_H
#define BYLAW_SERVICE_OUTBOX_H

#include "service/book.h"

/* After a rebuild, which makes every message again: those that were sent are taken off. */
bool outbox_forget_sent(bylaw_book *book, Arena *arena);

#endif
