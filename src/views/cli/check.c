/* check: what is wrong with rules and workflows. */
#include "views/cli/cli.h"

const bylaw_argument check_arguments[] = {{"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
                                          {0}};
const char check_examples[] = "bylaw check rules workflows\n";

int run_check(const Line *line) {
    const char *paths[PATHS_MOST];
    bylaw_rules *rules = NULL;
    int code = show_result(line, bylaw_rules_read(paths, rule_paths(line, NULL, paths), &rules));
    bylaw_rules_free(rules);
    return code;
}
