/* check_10000: the text of a 10,000-row matrix (an enum, a numeric range, a date, an optional column), with
 * one gap and one overlap planted, parsed and checked in process; against jq reading JSON of the same rows
 * and size, its start-up subtracted. check_10000_memory: the peak memory of the same matrix without the
 * faults, read and compiled in a process of its own, that of one that reads hardly anything subtracted. */
#define _DEFAULT_SOURCE
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { KINDS = 500, BANDS = 5, ROWS = KINDS * BANDS * 4, GAP = 4321, OVERLAP = 7777, BYTES_MOST = 40 };

static FILE *to_write(const char *path) {
    FILE *to = fopen(path, "wb");
    if (!to) fail("cannot write %s", path);
    return to;
}

static void written(FILE *to, const char *path) {
    if (fclose(to) != 0) fail("cannot write %s", path);
}

enum { CELLS = 6 };

/* A row of the matrix; what stands before each of its cells, and after the last, is the form's. */
static void write_row(FILE *to, const char *const form[CELLS + 1], int row, int id) {
    int part = row % 4, band = row / 4 % BANDS, kind = row / 4 / BANDS;
    fprintf(to, "%sR%05d%sk%03d%s", form[0], id, form[1], kind, form[2]);
    if (band == 0)
        fputs("< 100", to);
    else if (band == BANDS - 1)
        fprintf(to, ">= %d", band * 100);
    else
        fprintf(to, "%d ..< %d", band * 100, band * 100 + 100);
    fprintf(to, "%s%s 2026-07-01%s%s%so%d%s", form[3], part & 1 ? ">=" : "<", form[4],
            part & 2 ? "yes" : "no, missing", form[5], row % 7, form[6]);
}

/* With the faults a row is not there, and another is there twice. */
static void write_rows(FILE *to, const char *const form[CELLS + 1], bool faults) {
    for (int row = 0; row < ROWS; row++)
        if (row != GAP || !faults) write_row(to, form, row, row);
    if (faults) write_row(to, form, OVERLAP, ROWS);
}

static void write_matrix(const char *path, bool faults) {
    static const char *const TABLE[] = {"  | ", " | ", " | ", " | ", " | ", " || ", " |\n"};
    FILE *to = to_write(path);
    fputs("charter \"Bench\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-01-01\n  time_zone "
          "\"UTC\"\n"
          "  working_days by plain\n  series cases C, meetings G, motions M\n}\n"
          "calendar plain {\n  week monday..friday\n  listed 2026..2027\n}\nenum outcome { o0, o1, o2, o3, "
          "o4, o5, o6 }\nenum sort { k000",
          to);
    for (int i = 1; i < KINDS; i++) fprintf(to, ", k%03d", i);
    fputs(" }\nfacts request {\n  sort : sort\n  amount : integer\n  day : date\n  urgent : yes_no, "
          "optional\n}\n"
          "table matrix of request {\n  | row | sort | amount | day | urgent || result : outcome |\n",
          to);
    write_rows(to, TABLE, faults);
    fputs("}\n", to);
    written(to, path);
}

static long size_of(const char *path) {
    struct stat about;
    if (stat(path, &about)) fail("there is no %s", path);
    return (long)about.st_size;
}

/* The same rows, each an array of its cells as they are written, and blanks until the size is the same. */
static void write_json(const char *path, long size) {
    static const char *const ARRAY[] = {"[\"", "\",\"", "\",\"", "\",\"", "\",\"", "\",\"", "\"],\n"};
    FILE *to = to_write(path);
    fputs("[", to);
    write_rows(to, ARRAY, true);
    fputs("[]]\n", to);
    while (ftell(to) < size) fputc(' ', to);
    written(to, path);
}

static void write_text(const char *path, const char *text) {
    FILE *to = to_write(path);
    fputs(text, to);
    written(to, path);
}

/* Both planted faults must be found and nothing else. */
static void check_once(const char *path) {
    bylaw_rules *rules;
    bylaw_result *result = bylaw_rules_read(&path, 1, &rules);
    if (rules) fail("the planted faults were not found");
    const bylaw_node *list = bylaw_get(bylaw_result_document(result), "diagnostics");
    bool gap = false, overlap = false;
    for (size_t i = 0; i < bylaw_count(list); i++) {
        const char *code = bylaw_get_text(bylaw_item(list, i), "code");
        gap = gap || strcmp(code, "E0201") == 0;
        overlap = overlap || strcmp(code, "E0202") == 0;
    }
    if (!gap || !overlap)
        fail("the planted %s was not found:\n%s", gap ? "overlap" : "gap",
             bylaw_get_text(bylaw_result_document(result), "text"));
    bylaw_free(result);
}

static double time_of(const char *command) {
    double start = seconds();
    if (system(command) != 0) fail("\"%s\" failed; is jq installed?", command);
    return seconds() - start;
}

static void measure_time(void) {
    char *matrix = temporary("matrix.bylaw"), *json = temporary("matrix.json"),
         *tiny = temporary("tiny.json");
    write_matrix(matrix, true);
    write_json(json, size_of(matrix));
    write_text(tiny, "[]");
    char whole[256], start_up[256];
    snprintf(whole, sizeof whole, "jq empty %s", json);
    snprintf(start_up, sizeof start_up, "jq empty %s", tiny);
    double ours[TURNS], theirs[TURNS];
    for (int i = 0; i < TURNS; i++) {
        double start = seconds();
        check_once(matrix);
        ours[i] = (seconds() - start) * 1e3;
        theirs[i] = (time_of(whole) - time_of(start_up)) * 1e3;
    }
    report(&(Measure){"check_10000", "ms",
                      "jq reading JSON of the same rows and size, its start-up subtracted",
                      median(ours, TURNS), median(theirs, TURNS), TURNS});
    free(matrix);
    free(json);
    free(tiny);
}

/* The peak memory, in bytes, of a process that only reads this file. */
static double peak_of(const char *path) {
    int status;
    struct rusage usage;
    pid_t child = fork();
    if (child == 0) execl("/proc/self/exe", "bench", "--read", path, (char *)NULL);
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) fail("cannot read %s", path);
    return (double)usage.ru_maxrss * 1024;
}

int bench_read(const char *path) {
    bylaw_rules *rules;
    bylaw_result *result = bylaw_rules_read(&path, 1, &rules);
    return result ? 0 : 1; /* all that was read is still there */
}

static void measure_memory(void) {
    char *matrix = temporary("sound.bylaw"), *tiny = temporary("tiny.bylaw");
    write_matrix(matrix, false);
    write_text(tiny, "# nothing\n");
    double peaks[TURNS];
    for (int i = 0; i < TURNS; i++) peaks[i] = (peak_of(matrix) - peak_of(tiny)) / (double)size_of(matrix);
    report(&(Measure){"check_10000_memory", "bytes/byte", "the bound: so many times the text",
                      median(peaks, TURNS), BYTES_MOST, TURNS});
    free(matrix);
    free(tiny);
}

void bench_check(void) {
    measure_time();
    measure_memory();
}
