/* Rules as verbs name them. */
#include "views/cli/cli.h"

size_t rule_paths(const Line *line, const char *option, const char **paths) {
    size_t count = line_all(line, option, paths, PATHS_MOST);
    if (count) return count;
    paths[0] = "rules";
    paths[1] = "workflows";
    return 2;
}

bylaw_rules *read_rules(const Line *line, const char *option, int *code) {
    const char *paths[PATHS_MOST];
    bylaw_rules *rules = NULL;
    bylaw_result *result = bylaw_rules_read(paths, rule_paths(line, option, paths), &rules);
    if (rules)
        bylaw_free(result);
    else
        *code = show_result(line, result);
    return rules;
}
