/* reading: a verb that reads a book, in one read transaction; for the files of this room only. */
#ifndef BYLAW_SERVICE_READING_H
#define BYLAW_SERVICE_READING_H

#include "service/book.h"

typedef struct Reading {
    bylaw_book *book;
    const bylaw_read_options *options; /* never NULL */
    bylaw_result *result;
    Arena *arena;
    State *state;
    const Program *program;
    Date today; /* the day it is read on */
} Reading;

/* Runs `read` with the state at hand; the book's problems become the result. */
typedef void ReadVerb(Reading *reading);
bylaw_result *read_book(bylaw_book *book, const bylaw_read_options *options, ReadVerb *read);

/* For whom a list is read: a person, with all that they are a member of or hold; or a body, an office or a
 * role and no more; neither: everybody. (audience.c) */
typedef struct Audience {
    Text person, post;
} Audience;
/* As the options say; false: nobody here is so called, which is said. */
bool read_audience(Reading *reading, Audience *audience);
bool is_for_all(const Audience *audience);
/* Is somebody's business theirs: of a person, an office, a body, or a role? */
bool is_theirs(Reading *reading, const Audience *audience, Text who);
bool is_posts(Reading *reading, const Audience *audience, Text who); /* where they are a post: is it that? */
/* What waits for them; for a body also the votes of its members. */
bool waits_for(Reading *reading, const Audience *audience, const Waiting *waiting);

/* What a case waits for, as far as it does for them. */
void add_case_waits(Reading *reading, const CaseState *subject, const Audience *audience, Tree *list);

/* What has fallen due and no command has entered yet, of a case or (empty) of all: "fallen_due". */
void add_fallen_due(Reading *reading, Text subject, Tree *document);

/* What a meeting has assigned: one of its action items, or all of them. */
void add_action(Reading *reading, const MeetingState *meeting, size_t at, Tree *list);
void add_actions(Reading *reading, const MeetingState *meeting, Tree *list);
/* Walks over those that are not done, in the order due; `place` empty: the first. */
bool next_open_action(Reading *reading, Text *place, const MeetingState **meeting, size_t *at);

/* Conditions: put with a motion, and of a case. */
void show_put_conditions(Reading *reading, const MotionState *motion, Tree *document);
void show_conditions(Reading *reading, const CaseState *subject, Tree *document);
/* Those that are still to be met, in the order due, which they see to or discharge. */
void add_open_conditions(Reading *reading, const Audience *audience, Tree *document);

/* The digest of a meeting's minutes as they are now; false: the book does not hold together, which is said.
 */
bool minutes_digest(Reading *reading, const MeetingState *meeting, Text *digest);
/* Who reviews a case for a meeting, and what they report, where there are some. */
void add_reviewers(Reading *reading, const CaseState *subject, Text meeting, Tree *map);
/* All that stands of a case, into a map. */
void describe_case(Reading *reading, const CaseState *subject, Tree *map);
/* The meeting that is asked for; NULL: there is none, which is said. */
const MeetingState *meeting_asked_for(Reading *reading);
/* Begins a document about a meeting: its body, day and place. */
void begin_meeting(Reading *reading, const MeetingState *meeting, const char *kind);

/* People as they are called. */
Tree *people_of(Reading *reading, const TextList *people);
/* The same under a key, where there are some. */
void set_names(Reading *reading, Tree *map, const char *key, const TextList *names);
/* Who decides at a step, and who else is named there. */
void show_totals(Reading *reading, const CaseState *subject, Tree *document);
void show_deciders(Reading *reading, const StepState *step, Tree *map);
/* A register on the day, or one row of it with all its days; false: the charter has none of that name. */
bool show_register(Reading *reading, Text name);

/* The files that were attached to a case. */
void show_evidence(Reading *reading, const CaseState *subject, Tree *document);
/* What was measured of a case; and a metric with its series, or some of them with each period. */
void show_measurements(Reading *reading, const CaseState *subject, Tree *document);
bool show_metric(Reading *reading, Text name);

/* Sets a problem of what was asked for and answers false. */
bool read_problem(Reading *reading, bylaw_code code, Text sentence, Text mend);

/* Case, meeting, motion or delegation by its number, shortened or whole; false: none is so called. */
bool read_subject(Reading *reading, Text written, Text *number);

/* What is to be said of a body or an office as it stands: that it lacks members, what it has to be told,
 * whose term ends soon. */
void add_post_notes(Reading *reading, Text post, Tree *list);
/* A person on the day, with every post; everybody; who is in a body or an office, and since when. False: the
 * charter has none of that name. */
void show_person(Reading *reading, const PersonState *person);
void show_people(Reading *reading);
bool show_post(Reading *reading, Text name);
/* A delegation; and, into a document, those of a body or an office that have not run out. */
void show_delegation(Reading *reading, const DelegationState *delegation);
void show_delegated(Reading *reading, Text of, Tree *document);

#endif
