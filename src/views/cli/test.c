/* test: the tests written in the rules. */
#include "views/cli/cli.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const bylaw_argument test_arguments[] = {
    {"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
    {"coverage", BYLAW_BY_NAME, true, false, false,
     "also say which rows, criteria, exceptions and conditions the tests reach, and why not the others"},
    {"format", BYLAW_BY_NAME, false, false, false, "text, json, or junit (XML, as build servers read it)"},
    {0}};
const char test_examples[] = "bylaw test rules\nbylaw test --coverage rules workflows\n"
                             "bylaw test --format junit rules >tests.xml\n";

/* Frees the result. */
static int show_junit(bylaw_result *result) {
    int code = bylaw_result_code(result);
    char *xml = result ? report_junit(result) : NULL;
    if (xml)
        fputs(xml, stdout);
    else
        code = complain(BYLAW_CANNOT, "there is not enough memory to show the answer");
    free(xml);
    bylaw_free(result);
    return code;
}

int run_test(const Line *line) {
    bool coverage = line_word(line, "coverage") != NULL;
    bool junit = line->format && strcmp(line->format, "junit") == 0;
    if (line->format && !junit && !line->json && strcmp(line->format, "text") != 0)
        return complain(BYLAW_USAGE, "--format is text, json or junit, not \"%s\"", line->format);
    if (junit && coverage)
        return complain(BYLAW_USAGE, "junit has no place for --coverage; use text or json");
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, NULL, &code);
    if (!rules) return code;
    bylaw_result *result = coverage ? bylaw_rules_cover(rules) : bylaw_rules_test(rules);
    code = junit ? show_junit(result) : show_result(line, result);
    bylaw_rules_free(rules);
    return code;
}
