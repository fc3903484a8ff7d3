/* evaluate: a table, scorecard, authority, review or definition on a file of facts, or on line after line. */
#include "views/cli/cli.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const bylaw_argument evaluate_arguments[] = {
    {"NAME", BYLAW_BY_PLACE, false, false, false,
     "a table, an authority matrix, a scorecard, a review or a definition"},
    {"rules", BYLAW_BY_NAME, false, true, false, RULES_SENTENCE},
    {"facts", BYLAW_BY_NAME_NEEDED, false, false, true,
     "a file of facts, in YAML or JSON; or lines of JSON, each a set of facts: a file NAME.jsonl, or - for "
     "standard input"},
    {"explain", BYLAW_BY_NAME, true, false, false, "with the reasons: rows, sources, facts, arithmetic"},
    {0}};
const char evaluate_examples[] =
    "bylaw evaluate recommendation --rules rules --facts facts.yaml --explain\n"
    "bylaw evaluate recommendation --facts many.jsonl >answers.jsonl\n"
    "printf '%s\\n' '{\"annual_value\": \"USD 5_000\"}' | bylaw evaluate large_deal --facts -\n";

/* --- line after line ------------------------------------------------------------------------------------ */

/* The next line without its end, as much as there is room for: one byte more than a line may have says that
 * it has too many. False at the end. */
static bool next_line(FILE *from, char *line, size_t *length) {
    int c = getc_unlocked(from);
    if (c == EOF) return false;
    for (*length = 0; c != EOF && c != '\n'; c = getc_unlocked(from))
        if (*length <= BYLAW_LINE_MOST) line[(*length)++] = (char)c;
    return true;
}

/* Each answer is out before the next line is read, so that a program can ask and wait. */
static int answer_lines(bylaw_lines *lines, FILE *from, char *line) {
    int worst = BYLAW_DONE;
    size_t length;
    while (worst != BYLAW_CANNOT && next_line(from, line, &length)) {
        const char *answer;
        int code = bylaw_lines_answer(lines, line, length, &answer);
        if (code > worst) worst = code;
        if (printf("%s\n", answer) < 0 || fflush(stdout) != 0)
            worst = complain(BYLAW_CANNOT, "the answers cannot be written: %s", strerror(errno));
    }
    return ferror(from) ? complain(BYLAW_CANNOT, "the lines cannot be read: %s", strerror(errno)) : worst;
}

static int evaluate_lines(const Line *line, const bylaw_rules *rules, const bylaw_evaluate_options *options) {
    bylaw_lines *lines = NULL;
    FILE *from = open_input(options->facts_name);
    if (!from) return BYLAW_CANNOT;
    char *room = malloc(BYLAW_LINE_MOST + 1);
    bylaw_result *opened = bylaw_lines_new(rules, options, &lines);
    int code;
    if (!lines || !room) {
        code = show_result(line, opened);
    } else {
        bylaw_free(opened);
        code = answer_lines(lines, from, room);
    }
    bylaw_lines_free(lines);
    free(room);
    close_input(from);
    return code;
}

static bool has_lines(const char *path) {
    size_t length = strlen(path);
    return strcmp(path, "-") == 0 || (length > 6 && strcmp(path + length - 6, ".jsonl") == 0);
}

/* --- one set of facts ----------------------------------------------------------------------------------- */

static int evaluate_file(const Line *line, const bylaw_rules *rules, bylaw_evaluate_options *options) {
    char *facts = read_input(options->facts_name, &options->facts_length);
    options->facts = facts;
    int code = facts ? show_result(line, bylaw_rules_evaluate(rules, options)) : BYLAW_CANNOT;
    free(facts);
    return code;
}

int run_evaluate(const Line *line) {
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, "rules", &code);
    if (!rules) return code;
    bylaw_evaluate_options options = {.size = sizeof options,
                                      .name = line_place(line, 0),
                                      .facts_name = line_word(line, "facts"),
                                      .explain = line_word(line, "explain") != NULL};
    code = has_lines(options.facts_name) ? evaluate_lines(line, rules, &options)
                                         : evaluate_file(line, rules, &options);
    bylaw_rules_free(rules);
    return code;
}
