/* disasm: the compiled form of rules. */
#include "views/cli/cli.h"

const bylaw_argument disasm_arguments[] = {{"NAME", BYLAW_BY_PLACE_ALL, false, false, false,
                                            "a table, an authority matrix, a scorecard, a review, a "
                                            "definition, a body or a ballot (else: everything)"},
                                           {"rules", BYLAW_BY_NAME, false, true, false, RULES_SENTENCE},
                                           {0}};
const char disasm_examples[] = "bylaw disasm recommendation\nbylaw disasm --rules rules workflows\n";

int run_disasm(const Line *line) {
    int code = BYLAW_DONE;
    if (line_place(line, 1))
        return complain(BYLAW_USAGE, "disasm takes one name; the rules' files stand after --rules");
    bylaw_rules *rules = read_rules(line, "rules", &code);
    if (!rules) return code;
    code = show_result(line, bylaw_rules_disassemble(rules, line_place(line, 0)));
    bylaw_rules_free(rules);
    return code;
}
