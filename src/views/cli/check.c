/* check: what is wrong with rules and workflows, and what a code of it says. */
#include "views/cli/cli.h"

const bylaw_argument check_arguments[] = {
    {"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
    {"explain", BYLAW_BY_NAME, false, false, false, "a code, such as W0655: what it says, with an example"},
    {0}};
const char check_examples[] = "bylaw check rules workflows\nbylaw check --explain W0655\n";

int run_check(const Line *line) {
    const char *paths[PATHS_MOST];
    const char *code_asked = line_word(line, "explain");
    bylaw_rules *rules = NULL;
    if (code_asked) return show_result(line, bylaw_explain(code_asked));
    int code = show_result(line, bylaw_rules_read(paths, rule_paths(line, NULL, paths), &rules));
    bylaw_rules_free(rules);
    return code;
}
