/* check, fmt, test, evaluate: what an author does with rules. */
#include "views/cli/cli.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATHS_MOST = 1024 };

#define RULES_OPTION {"rules", BYLAW_BY_NAME, false, true, false, "rule files and workflows, or folders of them (else: rules workflows)"}

const bylaw_argument check_arguments[] = {{"PATH", BYLAW_BY_PLACE_ALL, false, false, false, "rule files and workflows, or folders of them (else: rules workflows)"}, {0}};
const char check_examples[] = "bylaw check rules workflows\n";

const bylaw_argument test_arguments[] = {{"PATH", BYLAW_BY_PLACE_ALL, false, false, false, "rule files and workflows, or folders of them (else: rules workflows)"}, {0}};
const char test_examples[] = "bylaw test rules\n";

const bylaw_argument fmt_arguments[] = {{"FILE", BYLAW_BY_PLACE_ALL, false, false, false, "rule files; - is standard input, answered on standard output"},
                                        {"check", BYLAW_BY_NAME, true, false, false, "change nothing; name the files that would change, and exit 1 if any would"},
                                        {0}};
const char fmt_examples[] = "bylaw fmt rules/governance.bylaw\nbylaw fmt --check rules/governance.bylaw\n";

const bylaw_argument evaluate_arguments[] = {{"NAME", BYLAW_BY_PLACE, false, false, false, "a table, an authority matrix, a scorecard or a review"},
                                             RULES_OPTION,
                                             {"facts", BYLAW_BY_NAME_NEEDED, false, false, true, "a file of facts, in YAML or JSON; - is standard input"},
                                             {"explain", BYLAW_BY_NAME, true, false, false, "with the reasons: rows, sources, facts, arithmetic"},
                                             {0}};
const char evaluate_examples[] = "bylaw evaluate recommendation --rules rules --facts facts.yaml --explain\n";

/* The paths that were named; or the folders rules and workflows of the present one. */
static size_t paths_of(const Line *line, const char *option, const char **paths) {
    size_t count = line_all(line, option, paths, PATHS_MOST);
    if (count) return count;
    paths[0] = "rules";
    paths[1] = "workflows";
    return 2;
}

int run_check(const Line *line) {
    const char *paths[PATHS_MOST];
    bylaw_rules *rules = NULL;
    int code = show_result(line, bylaw_rules_read(paths, paths_of(line, NULL, paths), &rules));
    bylaw_rules_free(rules);
    return code;
}

/* Rules that have no error; else NULL after showing what is wrong. */
static bylaw_rules *read_rules(const Line *line, const char *option, int *code) {
    const char *paths[PATHS_MOST];
    bylaw_rules *rules = NULL;
    bylaw_result *result = bylaw_rules_read(paths, paths_of(line, option, paths), &rules);
    if (rules)
        bylaw_free(result);
    else
        *code = show_result(line, result);
    return rules;
}

int run_test(const Line *line) {
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, NULL, &code);
    if (!rules) return code;
    code = show_result(line, bylaw_rules_test(rules));
    bylaw_rules_free(rules);
    return code;
}

int run_evaluate(const Line *line) {
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, "rules", &code);
    if (!rules) return code;
    bylaw_evaluate_options options = {.size = sizeof options, .name = line_place(line, 0), .facts_name = line_word(line, "facts"), .explain = line_word(line, "explain") != NULL};
    char *facts = read_input(options.facts_name, &options.facts_length);
    options.facts = facts;
    code = facts ? show_result(line, bylaw_rules_evaluate(rules, &options)) : BYLAW_CANNOT;
    free(facts);
    bylaw_rules_free(rules);
    return code;
}

/* --- fmt --------------------------------------------------------------------------------------------------------- */

static int write_text(const char *path, const char *text) {
    size_t length = strlen(text);
    char next[4096];
    if ((size_t)snprintf(next, sizeof next, "%s.fmt", path) >= sizeof next) return complain(BYLAW_CANNOT, "%s: the name is too long", path);
    FILE *to = fopen(next, "wb");
    bool written = to && fwrite(text, 1, length, to) == length;
    if (to && fclose(to) != 0) written = false;
    if (written && rename(next, path) == 0) return BYLAW_DONE;
    int code = complain(BYLAW_CANNOT, "%s could not be written: %s", path, strerror(errno));
    if (to) remove(next);
    return code;
}

static int use_formatted(const Line *line, const char *path, const bylaw_node *document) {
    const char *text = bylaw_get_text(document, "text");
    bool changed = bylaw_get_bool(document, "changed");
    if (line_word(line, "check")) {
        if (changed) printf("%s would change\n", path);
        return changed ? BYLAW_WANTING : BYLAW_DONE;
    }
    if (strcmp(path, "-") == 0) {
        fputs(text, stdout);
        return BYLAW_DONE;
    }
    return changed ? write_text(path, text) : BYLAW_DONE;
}

static int format_file(const Line *line, const char *path) {
    size_t length;
    char *text = read_input(path, &length);
    if (!text) return BYLAW_CANNOT;
    bylaw_result *result = bylaw_format(path, text, length);
    int code = bylaw_result_code(result);
    if (code == BYLAW_DONE) {
        code = use_formatted(line, path, bylaw_result_document(result));
        bylaw_free(result);
    } else {
        code = show_result(line, result);
    }
    free(text);
    return code;
}

int run_fmt(const Line *line) {
    const char *paths[PATHS_MOST];
    size_t count = line_all(line, NULL, paths, PATHS_MOST);
    if (count == 0) return complain(BYLAW_USAGE, "fmt needs the rule files to format");
    int worst = BYLAW_DONE;
    for (size_t i = 0; i < count; i++) {
        int code = format_file(line, paths[i]);
        if (code > worst) worst = code;
    }
    return worst;
}
