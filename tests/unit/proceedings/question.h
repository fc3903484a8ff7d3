/* A book whose cases are one question each: a workflow that begins at a motion, so that a test of meetings,
 * votes and escalation is about nothing else. What the question is says who decides
 * (rules/governance.bylaw). */
#ifndef BYLAW_TESTS_PROCEEDINGS_QUESTION_H
#define BYLAW_TESTS_PROCEEDINGS_QUESTION_H

#include "fixture.h"
#include "proceedings/motion.h"
#include <string.h>

/* Hana may open cases too, and so ask for what she would decide. */
#define QUESTION_PEOPLE                                                                                      \
    "import '{people: ["                                                                                     \
    "{key: amara, name: A, roles: [business_development]}, {key: bela, name: B, roles: [vertical_lead]},"    \
    "{key: carl, name: C}, {key: dina, name: D, roles: [clerk]}, {key: emil, name: E},"                      \
    "{key: farah, name: F}, {key: goran, name: G}, {key: hana, name: H, roles: [business_development]},"     \
    "{key: iris, name: I, roles: [external]}, {key: jonas, name: J}],"                                       \
    "offices: {cto: [{person: goran, from: 2026-01-01}], ceo: [{person: jonas, from: 2026-01-01}],"          \
    "\"vertical_leader[health]\": [{person: bela, from: 2026-01-01}]},"                                      \
    "bodies: {partnership_review_board: {chair: emil, members: ["                                            \
    "{person: emil, from: 2026-01-01}, {person: farah, from: 2026-01-01},"                                   \
    "{person: goran, from: 2026-01-01, until: 2026-06-01}, {person: hana, from: 2026-01-01},"                \
    "{person: carl, from: 2026-01-01}]},"                                                                    \
    "integration_standards_committee: {chair: goran, members: ["                                             \
    "{person: goran, from: 2026-01-01}, {person: farah, from: 2026-01-01},"                                  \
    "{person: hana, from: 2026-01-01}, {person: emil, from: 2026-01-01}]},"                                  \
    "ethics_review_panel: {chair: iris, members: ["                                                          \
    "{person: iris, from: 2026-01-01}, {person: farah, from: 2026-01-01},"                                   \
    "{person: hana, from: 2026-01-01}, {person: carl, from: 2026-01-01}]},"                                  \
    "\"vertical_council[health]\": {chair: hana, members: ["                                                 \
    "{person: hana, from: 2026-01-01}, {person: carl, from: 2026-01-01},"                                    \
    "{person: farah, from: 2026-01-01}]},"                                                                   \
    "executive_committee: {chair: jonas, members: ["                                                         \
    "{person: jonas, from: 2026-01-01}, {person: goran, from: 2026-01-01},"                                  \
    "{person: farah, from: 2026-01-01}]}}}'"

#define QUESTION_WORKFLOW                                                                                    \
    "workflow: question\n"                                                                                   \
    "title: One question\n"                                                                                  \
    "source: local policy\n"                                                                                 \
    "of: partnership\n"                                                                                      \
    "start: ask\n"                                                                                           \
    "steps:\n"                                                                                               \
    "  ask:\n"                                                                                               \
    "    motion: Agree to {name}\n"                                                                          \
    "    decision: %s\n"                                                                                     \
    "    within: 5 working days\n"                                                                           \
    "    next: { carried: granted, lost: denied, rejected: %s, withdrawn: denied }\n"                        \
    "  again: { task: Look at it again, by: business_development, within: 3 weeks, next: denied }\n"         \
    "  granted: { end: granted }\n"                                                                          \
    "  denied: { end: denied }\n"

static Book *book;

/* `rejected` is the step that a question rejected by silence goes to: "denied" or "again". */
static inline void new_question_book(const char *decision, const char *rejected, const char *more_rules) {
    Arena *arena = arena_new(0);
    book = book_with(arena, more_rules, text_format(arena, QUESTION_WORKFLOW, decision, rejected).at);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
}

/* PRT-2026-001, opened by amara on 2 March 2026, a Monday, and asked at once. */
static inline void ask(const char *decision) {
    new_question_book(decision, "denied", NULL);
    allow(book, "amara", "2026-03-02", "open question name=MedData vertical=health");
}

static inline void forget_question(void) {
    arena_free(book->arena);
    book = NULL;
}

/* The id of somebody by their key. */
static inline Text id_of(const char *key) {
    Text id = {0};
    ck_assert(state_find_person(book_state(book), text_of(key), &id));
    return id;
}

static inline const StepState *asked(void) {
    return case_step(book_case(book, "PRT-2026-001"), TEXT("ask"));
}

static inline const MotionState *motion_numbered(const char *number) {
    return state_motion(book_state(book), text_of(number));
}

static inline const Closed *last_closed(void) {
    Text error = {0};
    const Closed *closed = record_read(book->arena, &Closed_record, last_body(book, KIND_CLOSED), &error);
    ck_assert(closed != NULL);
    return closed;
}

static inline const Compared *comparison_of(const Closed *closed, const char *of) {
    for (size_t i = 0; i < closed->comparisons.len; i++)
        if (text_is(closed->comparisons.at[i].of, of)) return &closed->comparisons.at[i];
    ck_abort_msg("nothing was compared for %s", of);
    return NULL;
}

/* A meeting of a body on 10 March 2026, with those named there; its number is MTG-2026-001. */
static inline void meet(const char *body, const char *present) {
    allow(book, "dina", "2026-03-04", text_format(book->arena, "convene %s --on 2026-03-10", body).at);
    allow(book, "dina", "2026-03-10", text_format(book->arena, "attend MTG-1 %s", present).at);
}

static inline void move_in_meeting(void) {
    allow(book, "dina", "2026-03-10", "move PRT-1 --in MTG-1");
}

static inline void in_the_board(const char *present) {
    meet("partnership_review_board", present);
    move_in_meeting();
}

static inline void close_and_expect(const char *when, const char *line, const char *result) {
    allow(book, "dina", when, line);
    ck_assert_text_is(last_closed()->result, result);
}

#endif
