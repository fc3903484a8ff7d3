/* decide_score, decide_explain: the evaluation and recommendation of the handbook's chapter 2, against the
 * same by hand in C on scaled 64-bit integers with the criteria in a table. */
#include "bench.h"
#include <stdlib.h>
#include <string.h>

enum { CASES = 100000, CRITERIA = 5 };

static const char *const names[CRITERIA] = {
    "evaluation.strategic_alignment", "evaluation.market_impact", "evaluation.technical_compatibility",
    "evaluation.operational_feasibility", "evaluation.financial_value"};

typedef struct Answer {
    int row;
} Answer;

typedef struct Ours {
    bylaw_evaluator *evaluator;
    int facts[CRITERIA];
    bool explain;
    int (*scores)[CRITERIA];
    Answer *answers;
} Ours;

static void decide_ours(void *context, long count) {
    Ours *ours = context;
    bylaw_answer answer;
    bylaw_value values[CRITERIA];
    for (long i = 0; i < count; i++) {
        for (int c = 0; c < CRITERIA; c++) values[c] = (bylaw_value){ours->scores[i][c], 1};
        bylaw_set_all(ours->evaluator, ours->facts, values, CRITERIA);
        bylaw_decide(ours->evaluator, ours->explain, &answer);
        ours->answers[i].row = answer.outcome == BYLAW_DECIDED ? answer.row : -1;
    }
}

/* --- the reference -------------------------------------------------------------------------------------- */

typedef struct Criterion {
    int64_t weight, minimum; /* percent; 0: none */
} Criterion;

typedef struct Bound {
    bool eligible;
    int64_t from, below; /* of the total in hundredths */
} Bound;

static const Criterion criteria[CRITERIA] = {{25, 7}, {20, 0}, {25, 7}, {15, 0}, {15, 0}};
static const Bound bounds[] = {
    {false, INT64_MIN, INT64_MAX}, {true, INT64_MIN, 600}, {true, 600, 750}, {true, 750, INT64_MAX}};

static int decide_by_hand(const int *scores) {
    int64_t total = 0;
    bool eligible = true;
    for (int c = 0; c < CRITERIA; c++) {
        total += criteria[c].weight * scores[c];
        if (criteria[c].minimum && scores[c] < criteria[c].minimum) eligible = false;
    }
    for (int row = 0; row < 4; row++)
        if (bounds[row].eligible == eligible && total >= bounds[row].from && total < bounds[row].below)
            return row;
    return -1;
}

static void decide_reference(void *context, long count) {
    Ours *hand = context;
    for (long i = 0; i < count; i++) hand->answers[i].row = decide_by_hand(hand->scores[i]);
}

/* --- the cases: a tenth of them exactly on a threshold -------------------------------------------------- */

static int64_t total_of(const int *scores) {
    int64_t total = 0;
    for (int c = 0; c < CRITERIA; c++) total += criteria[c].weight * scores[c];
    return total;
}

static void make_case(int *scores, uint64_t *seed, bool on_threshold) {
    do {
        for (int c = 0; c < CRITERIA; c++) scores[c] = 1 + (int)(chance(seed) % 10);
    } while (on_threshold && total_of(scores) != 600 && total_of(scores) != 750);
}

static void expect_same(const Ours *ours, const Ours *hand) {
    for (long i = 0; i < CASES; i++)
        if (ours->answers[i].row != hand->answers[i].row)
            fail("case %ld: row %d, by hand row %d", i, ours->answers[i].row, hand->answers[i].row);
}

void bench_decide(void) {
    const char *paths[] = {SOURCE_DIR "/rules"};
    bylaw_rules *rules;
    bylaw_free(bylaw_rules_read(paths, 1, &rules));
    if (!rules) fail("the handbook's rules have errors");
    Ours ours = {.evaluator = bylaw_evaluator_new(rules, "recommendation")};
    if (!ours.evaluator) fail("there is no recommendation");
    for (int c = 0; c < CRITERIA; c++)
        if ((ours.facts[c] = bylaw_bind(ours.evaluator, names[c])) < 0) fail("there is no fact %s", names[c]);
    uint64_t seed = 20260101;
    ours.scores = calloc(CASES, sizeof *ours.scores);
    ours.answers = calloc(CASES, sizeof *ours.answers);
    Ours hand = ours;
    hand.answers = calloc(CASES, sizeof *hand.answers);
    for (long i = 0; i < CASES; i++) make_case(ours.scores[i], &seed, i % 10 == 0);
    const char *reference = "by hand in C: scaled 64-bit integers, criteria in a table";
    Measure m = compare("decide_score", "ns/decision", 1e9, cpu_seconds, decide_ours, &ours, decide_reference,
                        &hand, CASES, reference);
    expect_same(&ours, &hand);
    report(&m);
    ours.explain = true;
    m = compare("decide_explain", "ns/decision", 1e9, cpu_seconds, decide_ours, &ours, decide_reference,
                &hand, CASES, reference);
    expect_same(&ours, &hand);
    report(&m);
    bylaw_evaluator_free(ours.evaluator);
    bylaw_rules_free(rules);
    free(ours.scores);
    free(ours.answers);
    free(hand.answers);
}
