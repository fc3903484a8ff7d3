/* renderers: one for each kind of document, in one table; for the files of this room only. */
#ifndef BYLAW_VIEWS_REPORT_RENDERERS_H
#define BYLAW_VIEWS_REPORT_RENDERERS_H

#include "views/report/page.h"

/* X(kind) */
#define REPORT_KINDS(X)                                                                                      \
    X(act)                                                                                                   \
    X(body)                                                                                                  \
    X(book)                                                                                                  \
    X(bulk)                                                                                                  \
    X(case)                                                                                                  \
    X(check)                                                                                                 \
    X(checkpoint)                                                                                            \
    X(delegation)                                                                                            \
    X(delivery)                                                                                              \
    X(difference)                                                                                            \
    X(disassembly)                                                                                           \
    X(docket)                                                                                                \
    X(evidence)                                                                                              \
    X(evaluation)                                                                                            \
    X(due)                                                                                                   \
    X(explanation)                                                                                           \
    X(format)                                                                                                \
    X(history)                                                                                               \
    X(key)                                                                                                   \
    X(meeting)                                                                                               \
    X(metric)                                                                                                \
    X(names)                                                                                                 \
    X(motion)                                                                                                \
    X(outbox)                                                                                                \
    X(people)                                                                                                \
    X(person)                                                                                                \
    X(problem)                                                                                               \
    X(rebuild)                                                                                               \
    X(receipt)                                                                                               \
    X(register)                                                                                              \
    X(refusal)                                                                                               \
    X(replay)                                                                                                \
    X(search)                                                                                                \
    X(tests)                                                                                                 \
    X(verification)                                                                                          \
    X(version)                                                                                               \
    X(words)

typedef void Renderer(Page *page, const bylaw_node *document);

#define X(kind) Renderer render_##kind;
REPORT_KINDS(X)
#undef X

/* What the tests reach, under the key "coverage" of their document. */
void render_coverage(Page *page, const bylaw_node *coverage);

/* A determination's reasons as a tree, from what it came to down to the facts. */
void render_reasons(Page *page, const bylaw_node *determination);
/* The facts that a determination rests on, each with its value. */
void render_facts(Page *page, const bylaw_node *facts, size_t indent);

/* How an item of a checklist stands: "not applicable: vertical = health". */
void put_standing(Page *page, const bylaw_node *item);

/* What a total comes to, and a line for each case that went into it. */
void render_total(Page *page, const bylaw_node *total, const char *name, size_t indent);

/* The files of a case. */
void render_files(Page *page, const bylaw_node *files);

/* The last of each metric of a case. */
void render_measurements(Page *page, const bylaw_node *measurements);

/* "Case PRT-2026-001, version 4"; and a heading between the parts of a document. */
void put_title(Page *page, const bylaw_node *document, const char *what);
void put_heading(Page *page, const char *heading);

/* What is waited for: a row for each, with its due date. */
void render_fallen_due(Page *page, const bylaw_node *fallen); /* and is not entered yet */
void render_notes(Page *page, const bylaw_node *notes);       /* of bodies and offices */
void put_what(Page *page, const char *what); /* "Authority matrix" of "an authority matrix" */
void render_conditions(Page *page, const bylaw_node *conditions);
void render_waits(Page *page, const bylaw_node *waits);

/* The roll of a closed ballot and every comparison of it, from the entry that closed it. */
/* What had fallen due before a command that was refused: dropped with it, and still to be entered. */
void render_dropped(Page *page, const bylaw_node *due);
void render_ballot(Page *page, const bylaw_node *entry, size_t indent);
void render_choice(Page *page, const bylaw_node *entry,
                   size_t indent); /* of a ballot on options (choice.c) */
/* Of a choice, how many prefer what to what, and how its winner follows from that. */
void render_reckoning(Page *page, const bylaw_node *choice, size_t indent);
enum { BALLOT_LABEL = 14 };
/* "votes for 3 > 1/2 of votes cast 4 = 2: yes" */
void put_counted_bound(Page *page, const bylaw_node *compared, const char *label, size_t indent);
/* Entries hold people's ids; the names that go with them stand beside the body. */
void put_who(Page *page, const bylaw_node *entry, const char *id);
#endif
