/* Charters checked and analysed whole. */
#ifndef BYLAW_TESTS_MODEL_ANALYSED_H
#define BYLAW_TESTS_MODEL_ANALYSED_H

#include "../charter_text.h"
#include "model/analysis/analysis.h"

static inline void analyse_texts(const char *rules, const char *workflow) {
    check_texts(rules, workflow);
    ck_assert_right();
    analyse_tables(checked.model, checked.found);
    analyse_workflows(checked.model, checked.found);
    analyse_bodies(checked.model, checked.found);
    analyse_scorecards(checked.model, checked.found);
}

/* With these rules after the charter, the checker is content and the analysis finds exactly this. */
#define FINDS(name, rules, code, words)                                                                      \
    START_TEST(name) {                                                                                       \
        analyse_texts(CHARTER_TEXT rules, NULL);                                                             \
        ck_assert_only(DIAG_##code, words);                                                                  \
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
