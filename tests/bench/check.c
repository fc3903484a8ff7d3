/* check_10000: the text of a 10,000-row matrix (an enum, a numeric range, a date, an optional column), with
 * one gap and one overlap planted, parsed and checked in process; against jq reading JSON of the same size,
 * its start-up subtracted. */
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { KINDS = 500, BANDS = 5, ROWS = KINDS * BANDS * 4, GAP = 4321, OVERLAP = 7777 };

static void write_row(FILE *to, int row, int id) {
    int part = row % 4, band = row / 4 % BANDS, kind = row / 4 / BANDS;
    fprintf(to, "  | R%05d | k%03d | ", id, kind);
    if (band == 0)
        fprintf(to, "< 100 ");
    else if (band == BANDS - 1)
        fprintf(to, ">= %d ", band * 100);
    else
        fprintf(to, "%d ..< %d ", band * 100, band * 100 + 100);
    fprintf(to, "| %s | %s || o%d |\n", part & 1 ? ">= 2026-07-01" : "< 2026-07-01",
            part & 2 ? "yes" : "no, missing", row % 7);
}

static void write_matrix(const char *path) {
    FILE *to = fopen(path, "wb");
    if (!to) fail("cannot write %s", path);
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
    for (int row = 0; row < ROWS; row++)
        if (row != GAP) write_row(to, row, row);
    write_row(to, OVERLAP, ROWS);
    fputs("}\n", to);
    if (fclose(to) != 0) fail("cannot write %s", path);
}

static long size_of(const char *path) {
    struct stat about;
    if (stat(path, &about)) fail("there is no %s", path);
    return (long)about.st_size;
}

static void write_json(const char *path, long size) {
    FILE *to = fopen(path, "wb");
    if (!to) fail("cannot write %s", path);
    fputs("[", to);
    for (long written = 1, row = 0; written < size; row++)
        written += fprintf(to,
                           "%s{\"row\":\"R%05ld\",\"sort\":\"k%03ld\",\"from\":%ld,\"below\":%ld,\"day\":"
                           "\"2026-07-01\",\"urgent\":%s,\"result\":\"o%ld\"}",
                           row ? ",\n" : "", row, row % KINDS, row % 500, row % 500 + 100,
                           row % 2 ? "true" : "null", row % 7);
    fputs("]\n", to);
    if (fclose(to) != 0) fail("cannot write %s", path);
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

void bench_check(void) {
    char *matrix = temporary("matrix.bylaw"), *json = temporary("matrix.json"),
         *tiny = temporary("tiny.json");
    write_matrix(matrix);
    write_json(json, size_of(matrix));
    write_json(tiny, 2);
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
    Measure m = {"check_10000",
                 "ms",
                 "jq reading JSON of the same size, its start-up subtracted",
                 median(ours, TURNS),
                 median(theirs, TURNS),
                 TURNS};
    report(&m);
    free(matrix);
    free(json);
    free(tiny);
}
