/* A small charter that is right, for tests that add to it what is wrong; and what the checker says of it. */
#ifndef BYLAW_TESTS_MODEL_CHARTER_TEXT_H
#define BYLAW_TESTS_MODEL_CHARTER_TEXT_H

#include "check_more.h"
#include "model/model.h"
#include "syntax/syntax.h"
#include <string.h>

#define CHARTER_HEAD                                                                                         \
    "charter \"Partners\" {\n"                                                                               \
    "  language 1\n  edition \"2026.1\"\n  in_force from 2026-01-01\n"                                       \
    "  time_zone \"Europe/Berlin\"\n  working_days by company\n"                                             \
    "  series cases PRT, meetings MTG, motions M\n}\n"

#define CALENDAR_TEXT                                                                                        \
    "calendar company {\n  week monday..friday\n  listed 2026..2030\n  holiday 2026-12-25\n}\n"

#define CHARTER_TEXT                                                                                         \
    CHARTER_HEAD CALENDAR_TEXT                                                                               \
        "enum vertical { health \"Health\", finance }\n"                                                     \
        "enum decision { partner, standard }\n"                                                              \
        "enum grade { low, high }\n"                                                                         \
        "facts partnership {\n"                                                                              \
        "  name : text\n  vertical : vertical\n  annual_value : money USD, optional\n  fee : money USD\n"    \
        "  budget : money EUR\n  personal_data : yes_no\n  share : percent\n  staff : integer\n"             \
        "  margin : decimal\n  signed : date\n  tags : list of text\n  sponsor : person\n}\n"                \
        "role clerk\noffice ceo\noffice leader for each vertical\n"                                          \
        "body board {\n  seats 5..9\n  quorum more than 1/2 of members in office\n"                          \
        "  carried by more than 1/2 of votes cast\n}\n"                                                      \
        "body council for each vertical {\n  seats 3..5\n  quorum at least 2 members\n"                      \
        "  carried by more than 1/2 of votes cast\n}\n"                                                      \
        "ballot slow {\n  open at least 72 hours\n  carried by at least 2/3 of votes cast\n}\n"              \
        "scorecard score of partnership {\n  scale 1..10 whole\n  combined by mean\n"                        \
        "  minimum applies to mean\n"                                                                        \
        "  | criterion | group | weight | minimum |\n"                                                       \
        "  | fit       | one   | 60%    | 7       |\n"                                                       \
        "  | value     | two   | 40%    | -       |\n}\n"                                                    \
        "table advice of partnership {\n"                                                                    \
        "  | row | score.total || grade : grade |\n"                                                         \
        "  | R1  | < 6         || low           |\n"                                                         \
        "  | R2  | >= 6        || high          |\n}\n"                                                      \
        "escalation up {\n  starts when undecided for 30 days\n"                                             \
        "  | level | to  | within         | on silence |\n"                                                  \
        "  | 1     | ceo | 5 working days | reject     |\n}\n"                                               \
        "authority matrix of partnership {\n"                                                                \
        "  | row | decision | vertical || decided_by        | reviewed  | ballot | escalation |\n"           \
        "  | A1  | partner  | -        || board             | quarterly | slow   | up         |\n"           \
        "  | A2  | standard | health   || council[vertical] | as needed | -      | -          |\n"           \
        "  | A3  | standard | finance  || ceo               | -         | -      | -          |\n}\n"        \
        "review ethics of partnership by board {\n  applies when personal_data\n"                            \
        "  | principle | question |\n  | privacy   | \"Is it kept?\" |\n"                                    \
        "  step screening answers each principle then cleared when concerns = 0, vote otherwise\n"           \
        "  step vote by vote then plans when upheld, cleared otherwise\n"                                    \
        "  step plans plans for each concern then cleared when all plans accepted, refused otherwise\n"      \
        "  outcome cleared\n  outcome refused\n}\n"

#define FLOW_HEAD "workflow: flow\ntitle: A flow\nof: partnership\nstart: first\nsteps:\n"
#define FLOW_TEXT                                                                                            \
    FLOW_HEAD "  first: { task: Do it, by: clerk, next: motion }\n"                                          \
              "  motion: { motion: \"Approve {name}\", decision: partner,\n"                                 \
              "    next: { carried: done, lost: failed, rejected: failed, withdrawn: failed } }\n"           \
              "  done: { end: done }\n  failed: { end: failed }\n"

typedef struct Checked {
    Arena *arena;
    Sources *sources;
    Ast *ast;
    Diagnostics *found;
    Model *model;
} Checked;

/* The checking of the running test; each runs in a process of its own. */
static Checked checked;

static inline void checked_end(void) {
    arena_free(checked.arena);
}

/* Parses and checks rules and, when it is not NULL, a workflow. */
static inline void check_texts(const char *rules, const char *workflow) {
    checked.arena = arena_new(0);
    checked.sources = sources_new(checked.arena);
    checked.found = diagnostics_new(checked.arena);
    checked.ast = ast_new(checked.arena, checked.sources);
    Text text = text_copy(checked.arena, text_of(rules));
    parse_rules(checked.ast, sources_add(checked.sources, TEXT("rules.bylaw"), text), checked.found);
    if (workflow) {
        text = text_copy(checked.arena, text_of(workflow));
        parse_workflow(checked.ast, sources_add(checked.sources, TEXT("flow.yaml"), text), checked.found);
    }
    checked.model = model_check(checked.arena, checked.ast, checked.found);
}

static inline Text checked_shown(void) {
    Buf buf = buf_new(checked.arena);
    diagnostics_write_text(&buf, checked.sources, checked.found);
    return buf_done(&buf);
}

static inline void ck_assert_right(void) {
    ck_assert_msg(checked.found->all.len == 0, "%.*s", TEXT_ARG(checked_shown()));
}

/* Exactly one thing is wrong, and it is this; `words` stand in its sentence or its mend. */
static inline void ck_assert_only(DiagnosticCode code, const char *words) {
    ck_assert_msg(checked.found->all.len == 1, "%.*s", TEXT_ARG(checked_shown()));
    const Diagnostic *found = &checked.found->all.at[0];
    ck_assert_msg(found->code == code, "%.*s", TEXT_ARG(checked_shown()));
    Text sentence = diagnostic_sentence(checked.arena, found), mend = diagnostic_mend(checked.arena, found);
    Text all = text_format(checked.arena, "%.*s; %.*s", TEXT_ARG(sentence), TEXT_ARG(mend));
    ck_assert_msg(strstr(all.at, words) != NULL, "%s is not in: %.*s", words, TEXT_ARG(all));
    ck_assert_msg(strchr(all.at, '?') == NULL || strstr(all.at, "did you mean"), "%.*s", TEXT_ARG(all));
}

/* A test of one sentence: with these rules after the charter, exactly this is wrong. */
#define REFUSED(name, rules, code, words)                                                                    \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT rules, NULL);                                                               \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

/* The same for a whole charter of its own. */
#define REFUSED_ALONE(name, rules, code, words)                                                              \
    START_TEST(name) {                                                                                       \
        check_texts(rules, NULL);                                                                            \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define ACCEPTED(name, rules)                                                                                \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT rules, NULL);                                                               \
        ck_assert_right();                                                                                   \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

/* The same for the steps of a workflow, the first of which is called first. */
#define FLOW_REFUSED(name, steps, code, words)                                                               \
    START_TEST(name) {                                                                                       \
        check_texts(CHARTER_TEXT, FLOW_HEAD steps);                                                          \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#endif
