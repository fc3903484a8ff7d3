/* clerk: books of whole cases, made through the library's own path. */
#ifndef BYLAW_TESTS_CLERK_H
#define BYLAW_TESTS_CLERK_H

#include "bylaw.h"

typedef struct Clerk {
    bylaw_host host;
    bylaw_key *key;
    bylaw_book *book;
    char *path;
} Clerk;

void switch_syncs(bool on); /* of books opened from now on; off: as with synchronous=OFF */

void found(Clerk *clerk, const char *name); /* a new book under the handbook's charter */
void staff(Clerk *clerk);                   /* its people */
void leave(Clerk *clerk);

/* A command that must be accepted, as the command line has it: "vote M-1 --for emil --against farah". */
void must(Clerk *clerk, const char *as, const char *at, const char *written);
void must_be_done(bylaw_result *result, const char *what);

/* The handbook's main case up to the open motion, and from the vote to its end. A book's cases, meetings and
 * motions have the same numbers, from 1 on. */
void case_to_the_vote(Clerk *clerk, int number);
void case_after_the_vote(Clerk *clerk, int number);

#endif
