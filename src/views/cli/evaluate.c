/* evaluate: a table, scorecard, authority or review on a file of facts. */
#include "views/cli/cli.h"
#include <stdlib.h>

const bylaw_argument evaluate_arguments[] = {
    {"NAME", BYLAW_BY_PLACE, false, false, false, "a table, an authority matrix, a scorecard or a review"},
    {"rules", BYLAW_BY_NAME, false, true, false, RULES_SENTENCE},
    {"facts", BYLAW_BY_NAME_NEEDED, false, false, true,
     "a file of facts, in YAML or JSON; - is standard input"},
    {"explain", BYLAW_BY_NAME, true, false, false, "with the reasons: rows, sources, facts, arithmetic"},
    {0}};
const char evaluate_examples[] = "bylaw evaluate recommendation --rules rules --facts facts.yaml --explain\n";

int run_evaluate(const Line *line) {
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, "rules", &code);
    if (!rules) return code;
    bylaw_evaluate_options options = {.size = sizeof options,
                                      .name = line_place(line, 0),
                                      .facts_name = line_word(line, "facts"),
                                      .explain = line_word(line, "explain") != NULL};
    char *facts = read_input(options.facts_name, &options.facts_length);
    options.facts = facts;
    code = facts ? show_result(line, bylaw_rules_evaluate(rules, &options)) : BYLAW_CANNOT;
    free(facts);
    bylaw_rules_free(rules);
    return code;
}
