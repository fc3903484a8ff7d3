/* post: messages as mail programs read them. */
#ifndef BYLAW_VIEWS_POST_H
#define BYLAW_VIEWS_POST_H

#include "bylaw.h"
#include <stdio.h>

/* Writes a message as RFC 5322 and RFC 2045 to 2047 have it, in ASCII alone: no header can be broken by what
 * a name or a subject holds. `when`: seconds since 1970. False: it could not be written whole. */
bool mail_write(FILE *to, const bylaw_message *message, const char *from, int64_t when);

/* Posts the message's JSON to a web address; the headers Bylaw-Key and Bylaw-Signature ("t=TIME,v1=HEX") go
 * with it. True: it was answered with a status of 2xx, within half a minute. libcurl is loaded at the first
 * call, so that nothing else waits for it. */
bool webhook_send(const char *url, const bylaw_message *message, char *why, size_t why_size);

/* Gives the message to a program such as "sendmail", on its standard input; no shell sees it. `words` ends
 * with NULL. False, and `why`: it did not take it, or not within a minute. */
bool mail_send(char *const *words, const bylaw_message *message, const char *from, int64_t when, char *why,
               size_t why_size);

#endif
