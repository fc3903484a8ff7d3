/* decide_matrix_N: an authority matrix of N rows (an enum, a vertical, an amount range, an optional column),
 * each decision with limits of its own, against a hash look-up by hand. */
#include "bench.h"
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUESTIONS = 50000, FACTS = 4, BODIES = 8, RANGES_MOST = 4 };

typedef struct Shape {
    int decisions, verticals, ranges; /* rows = decisions * verticals * ranges * 2 */
} Shape;

typedef struct Question {
    int decision, vertical;
    int64_t amount;
    int urgency; /* -1: missing */
} Question;

/* Where a range of a decision begins; the first range has no beginning, the last no end. */
static int64_t limit_of(int decision, int range) {
    static const int64_t base[RANGES_MOST] = {0, 10000, 100000, 1000000},
                         step[RANGES_MOST] = {0, 30, 300, 2000};
    return base[range] + step[range] * decision;
}

static int row_of(const Shape *shape, int decision, int vertical, int range, int urgent) {
    return ((decision * shape->verticals + vertical) * shape->ranges + range) * 2 + urgent;
}

/* --- the rules ------------------------------------------------------------------------------------------ */

static void write_head(FILE *to, const Shape *shape) {
    fputs("charter \"Bench\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-01-01\n  time_zone "
          "\"UTC\"\n"
          "  working_days by plain\n  series cases C, meetings G, motions M\n}\n"
          "calendar plain {\n  week monday..friday\n  listed 2026..2027\n}\n",
          to);
    fputs("enum decision { d0", to);
    for (int i = 1; i < shape->decisions; i++) fprintf(to, ", d%d", i);
    fputs(" }\nenum vertical { v0", to);
    for (int i = 1; i < shape->verticals; i++) fprintf(to, ", v%d", i);
    fputs(" }\nfacts request {\n  vertical : vertical\n  amount : money USD\n  urgency : integer, "
          "optional\n}\n",
          to);
    for (int i = 0; i < BODIES; i++)
        fprintf(to,
                "body b%d {\n  seats 3..5\n  quorum more than 1/2 of members in office\n  carried by more "
                "than 1/2 of votes cast\n}\n",
                i);
}

static void write_range(FILE *to, const Shape *shape, int decision, int range) {
    bool last = range == shape->ranges - 1;
    long long from = limit_of(decision, range), below = last ? 0 : limit_of(decision, range + 1);
    if (range == 0 && last)
        fputs("-", to);
    else if (range == 0)
        fprintf(to, "< USD %lld", below);
    else if (last)
        fprintf(to, ">= USD %lld", from);
    else
        fprintf(to, "USD %lld ..< USD %lld", from, below);
}

static char *write_rules(const Shape *shape) {
    char *text;
    size_t length;
    FILE *to = open_memstream(&text, &length);
    if (!to) fail("out of memory");
    write_head(to, shape);
    fputs("authority matrix of request {\n  | row | decision | vertical | amount | urgency || decided_by |\n",
          to);
    for (int d = 0; d < shape->decisions; d++)
        for (int v = 0; v < shape->verticals; v++)
            for (int r = 0; r < shape->ranges; r++)
                for (int u = 0; u < 2; u++) {
                    int row = row_of(shape, d, v, r, u);
                    fprintf(to, "  | R%d | d%d | v%d | ", row, d, v);
                    write_range(to, shape, d, r);
                    fprintf(to, " | %s || b%d |\n", u ? ">= 5" : "< 5, missing", row % BODIES);
                }
    fputs("}\n", to);
    fclose(to);
    return text;
}

/* --- ours ----------------------------------------------------------------------------------------------- */

typedef struct Given {
    int row, body;
} Given;

typedef struct Asking {
    bylaw_evaluator *evaluator;
    int facts[FACTS];
    Question *questions;
    Given *answers;
    const Shape *shape;
    struct Slot *slots;
    struct HandRow *rows;
    size_t mask;
} Asking;

static void ask_ours(void *context, long count) {
    Asking *asking = context;
    bylaw_answer answer;
    for (long i = 0; i < count; i++) {
        const Question *q = &asking->questions[i];
        const bylaw_value values[] = {
            {q->decision, 1}, {q->vertical, 1}, {q->amount, 1}, {q->urgency, q->urgency >= 0}};
        bylaw_set_all(asking->evaluator, asking->facts, values, FACTS);
        bylaw_decide(asking->evaluator, false, &answer);
        asking->answers[i] =
            answer.outcome == BYLAW_DECIDED ? (Given){answer.row, answer.text[1] - '0'} : (Given){-1, -1};
    }
}

/* --- by hand: a hash table over the columns that test for equality, whose rows are then tested in turn ---
 */

typedef struct HandRow {
    int64_t from, below;
    int from_urgency, below_urgency; /* missing is -1 */
    int row, body;
} HandRow;

typedef struct Slot {
    int decision, vertical;
    int first, count; /* of the rows; 0: empty */
} Slot;

static uint64_t hash_of(int decision, int vertical) {
    uint64_t h = 1469598103934665603u;
    h = (h ^ (uint64_t)decision) * 1099511628211u;
    h = (h ^ (uint64_t)vertical) * 1099511628211u;
    return h ^ h >> 29;
}

static HandRow hand_row(const Shape *shape, int decision, int range, int urgent, int row) {
    return (HandRow){.from = range == 0 ? INT64_MIN : limit_of(decision, range),
                     .below = range == shape->ranges - 1 ? INT64_MAX : limit_of(decision, range + 1),
                     .from_urgency = urgent ? 5 : INT_MIN,
                     .below_urgency = urgent ? INT_MAX : 5,
                     .row = row,
                     .body = row % BODIES};
}

static void fill_hash(Asking *asking) {
    const Shape *shape = asking->shape;
    int each = 2 * shape->ranges, pairs = shape->decisions * shape->verticals;
    size_t size = 8;
    while (size < 2 * (size_t)pairs) size *= 2;
    asking->mask = size - 1;
    asking->slots = calloc(size, sizeof *asking->slots);
    asking->rows = calloc((size_t)pairs * (size_t)each, sizeof *asking->rows);
    for (int pair = 0; pair < pairs; pair++) {
        Slot slot = {pair / shape->verticals, pair % shape->verticals, pair * each, each};
        size_t at = hash_of(slot.decision, slot.vertical) & asking->mask;
        while (asking->slots[at].count > 0) at = (at + 1) & asking->mask;
        asking->slots[at] = slot;
        for (int i = 0; i < each; i++)
            asking->rows[slot.first + i] = hand_row(shape, slot.decision, i / 2, i % 2, slot.first + i);
    }
}

static const HandRow *look_up(const Asking *asking, const Question *q) {
    size_t at = hash_of(q->decision, q->vertical) & asking->mask;
    const Slot *slot = &asking->slots[at];
    while (slot->count > 0 && (slot->decision != q->decision || slot->vertical != q->vertical)) {
        at = (at + 1) & asking->mask;
        slot = &asking->slots[at];
    }
    for (const HandRow *row = asking->rows + slot->first, *end = row + slot->count; row < end; row++)
        if (q->amount >= row->from && q->amount < row->below && q->urgency >= row->from_urgency &&
            q->urgency < row->below_urgency)
            return row;
    return NULL;
}

static void ask_hand(void *context, long count) {
    Asking *asking = context;
    for (long i = 0; i < count; i++) {
        const HandRow *row = look_up(asking, &asking->questions[i]);
        asking->answers[i] = row ? (Given){row->row, row->body} : (Given){-1, -1};
    }
}

/* --- the figures ---------------------------------------------------------------------------------------- */

static int bind(bylaw_evaluator *evaluator, const char *name) {
    int fact = bylaw_bind(evaluator, name);
    if (fact < 0) fail("there is no fact %s", name);
    return fact;
}

static Question *ask(const Shape *shape) {
    uint64_t seed = 20260102;
    Question *questions = calloc(QUESTIONS, sizeof *questions);
    for (int i = 0; i < QUESTIONS; i++) {
        Question *q = &questions[i];
        q->decision = (int)(chance(&seed) % (unsigned)shape->decisions);
        q->vertical = (int)(chance(&seed) % (unsigned)shape->verticals);
        q->amount = i % 8 ? (int64_t)(chance(&seed) % 2000000)
                          : limit_of(q->decision, 1 + (int)(chance(&seed) % 3)); /* some on a limit */
        q->urgency = (int)(chance(&seed) % 11) - 1;
    }
    return questions;
}

static void bench_shape(const char *name, Shape shape) {
    char *text = write_rules(&shape);
    bylaw_rules *rules = rules_from_text(text);
    bylaw_evaluator *evaluator = bylaw_evaluator_new(rules, "matrix");
    if (!evaluator) fail("there is no matrix");
    Asking ours = {.evaluator = evaluator,
                   .facts = {bind(evaluator, "decision"), bind(evaluator, "vertical"),
                             bind(evaluator, "amount"), bind(evaluator, "urgency")},
                   .questions = ask(&shape),
                   .answers = calloc(QUESTIONS, sizeof(Given)),
                   .shape = &shape};
    Asking hand = ours;
    hand.answers = calloc(QUESTIONS, sizeof(Given));
    fill_hash(&hand);
    Measure m = compare(name, "ns/decision", 1e9, cpu_seconds, ask_ours, &ours, ask_hand, &hand, QUESTIONS,
                        "by hand in C: a hash table over the columns that test for equality");
    for (int i = 0; i < QUESTIONS; i++)
        if (ours.answers[i].row != hand.answers[i].row || ours.answers[i].body != hand.answers[i].body)
            fail("%s, question %d: row %d, by hand row %d", name, i, ours.answers[i].row,
                 hand.answers[i].row);
    report(&m);
    bylaw_evaluator_free(evaluator);
    bylaw_rules_free(rules);
    free(ours.questions);
    free(ours.answers);
    free(hand.answers);
    free(hand.slots);
    free(hand.rows);
    free(text);
}

void bench_matrix(void) {
    bench_shape("decide_matrix_4", (Shape){1, 1, 2});
    bench_shape("decide_matrix_1000", (Shape){25, 5, 4});
    bench_shape("decide_matrix_10000", (Shape){250, 5, 4});
}
