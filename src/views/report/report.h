/* report: results as a person wants to read them. Knows the library's documents and nothing of rules, books
 * or committees. */
#ifndef BYLAW_VIEWS_REPORT_H
#define BYLAW_VIEWS_REPORT_H

#include "bylaw.h"

typedef struct report_options {
    bool colour; /* for a terminal */
} report_options;

/* The result as text, ending with a newline; to be freed by free(). NULL: no memory. */
char *report_text(const bylaw_result *result, const report_options *options);

/* The document "tests" as JUnit's XML, by which build servers show tests: a suite for each rule file. To be
 * freed by free(). NULL: no memory. */
char *report_junit(const bylaw_result *result);

#endif
