/* bench: ratios measured side by side in one run, since machines are noisy: ours and the reference take
 * turns, and the medians of several turns are compared. docs/performance.md says what the figures mean. */
#ifndef BYLAW_TESTS_BENCH_H
#define BYLAW_TESTS_BENCH_H

#include "bylaw.h"

enum { TURNS = 7 };

typedef struct Measure {
    const char *name, *unit, *reference_is;
    double ours, reference; /* per unit of work, in the unit named: smaller is faster */
    int turns;
} Measure;

/* Does `count` units of work. */
typedef void Work(void *context, long count);

/* Seconds of the wall clock, or of this process's processors. */
typedef double Clock(void);
Clock seconds, cpu_seconds;

/* Medians of TURNS turns of each, one after the other; `scale` turns seconds a unit into the unit. */
Measure compare(const char *name, const char *unit, double scale, Clock *now, Work *ours, void *a,
                Work *reference, void *b, long count, const char *reference_is);
double median(double *values, int count);
void report(const Measure *measure); /* prints its row, and keeps it for the JSON */

void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
uint64_t chance(uint64_t *seed); /* xorshift64*: the same cases on every machine */

bylaw_rules *rules_from_text(const char *text); /* through a temporary file */
char *temporary(const char *name);              /* a path in this run's own folder; malloc'ed */

void bench_decide(void);
void bench_matrix(void);
void bench_book(void);
void bench_record(void);
void bench_history(void); /* BENCH_ENTRIES in the environment: how many, if not 20,000 */
void bench_check(void);
int bench_read(const char *path); /* what `bench --read FILE` does: the rules, and no more */

#endif
