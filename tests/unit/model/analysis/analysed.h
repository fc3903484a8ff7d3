/* Charters checked and analysed whole. */
#ifndef BYLAW_TESTS_MODEL_ANALYSED_H
#define BYLAW_TESTS_MODEL_ANALYSED_H

#include "../charter_text.h"
#include "model/analysis/analysis.h"

static inline void analyse_texts(const char *rules, const char *workflow) {
    check_texts(rules, workflow);
    ck_assert_right();
    analyse_definitions(checked.model, checked.found);
    analyse_tables(checked.model, checked.found);
    analyse_exceptions(checked.model, checked.found);
    analyse_workflows(checked.model, checked.found);
    analyse_bodies(checked.model, checked.found);
    analyse_scorecards(checked.model, checked.found);
}

/* What is offered as tests, pasted behind the rules, is read and checked without a word. */
static inline void ck_assert_pastes(const char *rules) {
    Arena *arena = arena_new(0);
    Buf pasted = buf_new(arena);
    buf_cstr(&pasted, rules);
    size_t before = pasted.len;
    for (size_t i = 0; i < checked.found->all.len; i++) buf_text(&pasted, checked.found->all.at[i].test);
    if (pasted.len > before) {
        checked_end();
        check_texts(buf_done(&pasted).at, NULL);
        ck_assert_right();
    }
    arena_free(arena);
}

/* With these rules after the charter, the checker is content and the analysis finds exactly this. */
#define FINDS(name, rules, code, words)                                                                      \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT rules, NULL);                                                             \
        ck_assert_only(DIAG_##code, words);                                                                  \
        ck_assert_pastes(CHARTER_TEXT rules);                                                                \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#define CLEAN(name, rules)                                                                                   \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT rules, NULL);                                                             \
        ck_assert_right();                                                                                   \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

/* One analysis alone: the rules stand after the charter, the workflow is NULL or a whole file. */
typedef void Analysis(const Model *model, Diagnostics *diagnostics);

static inline void analyse_by(Analysis *analysis, const char *rules, const char *workflow) {
    check_texts(rules, workflow);
    ck_assert_right();
    analysis(checked.model, checked.found);
}

#define WARNS(name, analysis, rules, workflow, code, words)                                                  \
    START_TEST(name) {                                                                                       \
        analyse_by(analysis, CHARTER_TEXT rules, workflow);                                                  \
        ck_assert_only(DIAG_##code, words);                                                                  \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST
#define IS_SILENT(name, analysis, rules, workflow)                                                           \
    START_TEST(name) {                                                                                       \
        analyse_by(analysis, CHARTER_TEXT rules, workflow);                                                  \
        ck_assert_right();                                                                                   \
        checked_end();                                                                                       \
    }                                                                                                        \
    END_TEST

#endif
