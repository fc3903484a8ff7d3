/* minuting: what the files that make minutes share; for them only. */
#ifndef BYLAW_SERVICE_MINUTING_H
#define BYLAW_SERVICE_MINUTING_H

#include "service/reading.h"

typedef struct Kept {
    const Entry *entry;
    Text bytes;
} Kept;

typedef struct Minutes {
    Reading *reading;
    const MeetingState *meeting;
    Tree *document;
    VEC(Kept) entries; /* of the meeting, and of its cases what was done there */
    int64_t closing;   /* the batch in which a ballot was closed */
    Tree *then;        /* what came of it */
    bool redacted;     /* they are for somebody who may not know all that was said */
    Text reader;       /* who that is; empty: the public */
    int64_t left_out;  /* notes that are not in them */
} Minutes;

Tree *list_under(Minutes *minutes, Tree *map, const char *key); /* made when it is not there */
void set_people(Minutes *minutes, Tree *map, const char *key, const Tree *ids);
/* Where what is about a case stands, and a motion in it. */
Tree *item_of(Minutes *minutes, Text number);
Tree *motion_map(Minutes *minutes, const Entry *entry);
/* Adds an entry in words to the list under the key. */
void add_sentence(Minutes *minutes, const Entry *entry, Tree *map, const char *key);

/* --- who was there (minutes_roll.c) --------------------------------------------------------------------- */

void add_convened(Minutes *minutes, const Entry *entry);
void add_attended(Minutes *minutes, const Entry *entry);
void add_adjourned(Minutes *minutes, const Entry *entry);
/* Who has presided over a ballot in place of the chair. */
void add_presiding(Minutes *minutes, const Entry *closed);
void add_absent(Minutes *minutes); /* of those in office on the day: with apologies, and without */

/* --- what was said of a case before the meeting came to it (minutes_before.c) --------------------------- */

void add_before(Minutes *minutes, Text number, Tree *item);

/* --- what was said (minutes_notes.c) -------------------------------------------------------------------- */

/* False: the reader who is named is nobody here, which is said. */
bool read_reader(Minutes *minutes);
void add_said(Minutes *minutes, const Entry *entry, Tree *item);
void add_session_closed(Minutes *minutes, const Entry *entry);
void add_session_opened(Minutes *minutes, const Entry *entry);

/* --- conditions (minutes_conditions.c) ------------------------------------------------------------------ */

bool is_found(const Entry *entry); /* what a body found of one: it is met, waived, or has more time */
void add_condition(Minutes *minutes, const Entry *entry);
void drop_condition(Minutes *minutes, const Entry *entry);
void add_found(Minutes *minutes, const Entry *entry);

#endif
