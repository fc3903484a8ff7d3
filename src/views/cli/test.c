/* test: the tests written in the rules. */
#include "views/cli/cli.h"

const bylaw_argument test_arguments[] = {{"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
                                         {0}};
const char test_examples[] = "bylaw test rules\n";

int run_test(const Line *line) {
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, NULL, &code);
    if (!rules) return code;
    code = show_result(line, bylaw_rules_test(rules));
    bylaw_rules_free(rules);
    return code;
}
