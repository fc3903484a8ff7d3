/* act: one command on its way through the service; for the files of this room only. */
#ifndef BYLAW_SERVICE_ACT_H
#define BYLAW_SERVICE_ACT_H

#include "service/book.h"

typedef struct Acting {
    bylaw_book *book;
    bylaw_result *result;
    Arena *arena;
    State *state;
    const Program *program; /* the book's present charter */
    Text charter;           /* its name */
    const char *at;         /* --at, as written; NULL */
    const VerbRow *verb;
    bool dry_run;
    Circumstances around;
    Batch advanced, batch;
    bool came_due; /* something had fallen due before, and is applied: advanced */
} Acting;

/* Each sets the result and answers false, so that a step can `return act_refused(...)`. */
bool act_refused(Acting *acting, const Refusal *refusal);
bool act_problem(Acting *acting, bylaw_code code, Text sentence, Text mend);
bool act_failed(Acting *acting); /* the store's own reason */

/* Takes the write lock, for a transaction of one command or several, and begins to read the state. */
bool act_begin(Acting *acting);
/* Begins anew with the state as the transaction has it: of what was changed, book_keep() has kept all. */
void act_read_state(Acting *acting);
/* Carries out what the options say, and what fell due before it. */
bool act_do(Acting *acting, const bylaw_act_options *options);
/* Proceeds and appends; nothing is durable before act_end(). */
bool act_carry_out(Acting *acting, const Command *command, Batch *batch);
/* The result of what was done: the entries in words, the case as it stands, what it waits for. Said before
 * the end, since it reads the state; act_end() puts the reason in its place when it cannot commit. */
void act_say(Acting *acting);
/* What there is to be known of it besides: {"code", "sentence", "mend"} each. */
Tree *act_remarks(Arena *arena, const Acting *acting);
bool act_end(Acting *acting);

/* Rules that are to be a new edition: read from files and folders, checked, and stored with the command that
 * names their charter. What is wrong with them is said. (ratify.c) */
bool act_read_rules(Acting *acting, const char *const *paths, size_t count, Text *charter);
/* What changes in meaning with the edition that was ratified, or put to the vote, in short. */
void say_edition(Acting *acting);

#endif
