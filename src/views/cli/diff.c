/* diff: what changes in meaning from one edition of the rules to another. */
#include "views/cli/cli.h"

const bylaw_argument diff_arguments[] = {
    {"OLD NEW", BYLAW_BY_PLACE_ALL, false, false, false,
     "two files, or two folders that hold all rules and workflows of an edition; with --to the old one "
     "alone"},
    {"to", BYLAW_BY_NAME, false, true, false,
     "the files and folders of the new edition, where these are several"},
    {0}};
const char diff_examples[] = "bylaw diff handbook-2026 handbook-2027\n"
                             "bylaw diff old/rules old/workflows --to rules workflows\n";

static bylaw_rules *read_side(const Line *line, const char *const *paths, size_t count, int *code) {
    bylaw_rules *rules = NULL;
    bylaw_result *result = bylaw_rules_read(paths, count, &rules);
    if (rules)
        bylaw_free(result);
    else
        *code = show_result(line, result);
    return rules;
}

int run_diff(const Line *line) {
    const char *old[PATHS_MOST], *new[PATHS_MOST];
    size_t old_count = line_all(line, NULL, old, PATHS_MOST),
           new_count = line_all(line, "to", new, PATHS_MOST);
    if (!new_count && old_count == 2) {
        new[0] = old[1];
        old_count = new_count = 1;
    }
    if (!old_count || !new_count)
        return complain(BYLAW_USAGE,
                        "diff takes the old and the new edition: bylaw diff OLD NEW, or, where they are "
                        "several files, bylaw diff OLD ... --to NEW ...");
    int code = BYLAW_DONE;
    bylaw_rules *before = read_side(line, old, old_count, &code);
    bylaw_rules *now = before ? read_side(line, new, new_count, &code) : NULL;
    if (now) code = show_result(line, bylaw_rules_compare(before, now));
    bylaw_rules_free(now);
    bylaw_rules_free(before);
    return code;
}
