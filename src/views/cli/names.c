/* names: what the rules declare, and where it is used. */
#include "views/cli/cli.h"

const bylaw_argument names_arguments[] = {{"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
                                          {0}};
const char names_examples[] = "bylaw names rules workflows\n";

int run_names(const Line *line) {
    const char *paths[PATHS_MOST];
    bylaw_draft *draft = NULL;
    bylaw_result *check = bylaw_draft_read(paths, rule_paths(line, NULL, paths), NULL, 0, &draft);
    if (!draft) return show_result(line, check);
    bylaw_free(check);
    int code = show_result(line, bylaw_draft_names(draft));
    bylaw_draft_free(draft);
    return code;
}
