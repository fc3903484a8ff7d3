/* bench OUTPUT.json [PART...]: all parts, or those named */
#include "bench.h"
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static json_t *figures;
static char folder[] = "/tmp/bylaw-bench-XXXXXX";

void fail(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("bench: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

uint64_t chance(uint64_t *seed) {
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * 2685821657736338717u;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, ascending);
    return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static double turn(Clock *now, Work *work, void *context, long count) {
    double start = now();
    work(context, count);
    return (now() - start) / (double)count;
}

Measure compare(const char *name, const char *unit, double scale, Clock *now, Work *ours, void *a,
                Work *reference, void *b, long count, const char *reference_is) {
    double mine[TURNS], theirs[TURNS];
    turn(now, ours, a, count);
    turn(now, reference, b, count);
    for (int i = 0; i < TURNS; i++) {
        mine[i] = turn(now, ours, a, count) * scale;
        theirs[i] = turn(now, reference, b, count) * scale;
    }
    return (Measure){name, unit, reference_is, median(mine, TURNS), median(theirs, TURNS), TURNS};
}

void report(const Measure *m) {
    double ratio = m->reference / m->ours;
    printf("%-20s %12.3f %12.3f  %-14s %8.3f   %s\n", m->name, m->ours, m->reference, m->unit, ratio,
           m->reference_is);
    fflush(stdout);
    json_array_append_new(figures, json_pack("{s:s, s:s, s:f, s:f, s:f, s:i, s:s}", "name", m->name, "unit",
                                             m->unit, "ours", m->ours, "reference", m->reference, "ratio",
                                             ratio, "runs", m->turns, "reference_is", m->reference_is));
}

char *temporary(const char *name) {
    size_t size = sizeof folder + strlen(name) + 1;
    char *path = malloc(size);
    if (!path) fail("out of memory");
    snprintf(path, size, "%s/%s", folder, name);
    return path;
}

bylaw_rules *rules_from_text(const char *text) {
    char *path = temporary("rules.bylaw");
    FILE *file = fopen(path, "wb");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) fail("cannot write %s", path);
    bylaw_rules *rules;
    const char *paths[] = {path};
    bylaw_result *result = bylaw_rules_read(paths, 1, &rules);
    if (!rules)
        fail("the bench's own rules have errors:\n%s", bylaw_get_text(bylaw_result_document(result), "text"));
    bylaw_free(result);
    free(path);
    return rules;
}

static const struct {
    const char *name;
    void (*bench)(void);
} parts[] = {{"decide", bench_decide}, {"matrix", bench_matrix}, {"check", bench_check},
             {"book", bench_book},     {"record", bench_record}, {"history", bench_history}};

static bool is_asked_for(const char *name, int count, char **values) {
    bool asked = count == 2;
    for (int i = 2; i < count; i++) asked |= strcmp(values[i], name) == 0;
    return asked;
}

int main(int count, char **values) {
    if (count == 3 && strcmp(values[1], "--read") == 0) return bench_read(values[2]);
    if (count < 2) fail("usage: bench OUTPUT.json [PART...]");
    if (!mkdtemp(folder)) fail("cannot make a folder in /tmp");
    figures = json_array();
    printf("%-20s %12s %12s  %-14s %8s   %s\n", "figure", "ours", "reference", "unit", "ratio", "reference");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (is_asked_for(parts[i].name, count, values)) parts[i].bench();
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (system(command) != 0) fail("cannot remove %s", folder);
    return json_dump_file(figures, values[1], JSON_INDENT(2)) == 0 ? 0 : 1;
}
