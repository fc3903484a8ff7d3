/* doc: the rules given back as a handbook. */
#include "views/cli/cli.h"
#include "views/handbook/handbook.h"
#include <stdio.h>
#include <stdlib.h>

const bylaw_argument doc_arguments[] = {
    {"PATH", BYLAW_BY_PLACE_ALL, false, false, false, RULES_SENTENCE},
    {"form", BYLAW_BY_NAME, false, false, false, "html (where nothing is said) or md"},
    {0}};
const char doc_examples[] = "bylaw doc rules workflows >handbook.html\nbylaw doc --form md >handbook.md\n";

static const char *const forms[] = {
#define X(name, written, what) written,
    HANDBOOK_FORMS(X)
#undef X
};

int run_doc(const Line *line) {
    const char *word = line_word(line, "form");
    int form = word ? word_among(word, forms, HANDBOOK_FORM_COUNT) : HANDBOOK_HTML;
    if (form < 0) return complain(BYLAW_USAGE, "\"%s\" is no form of handbook; there are html and md", word);
    int code = BYLAW_DONE;
    bylaw_rules *rules = read_rules(line, NULL, &code);
    if (!rules) return code;
    bylaw_result *result = bylaw_rules_outline(rules);
    if (line->json) {
        bylaw_rules_free(rules);
        return show_result(line, result);
    }
    char *text = result ? handbook_write(bylaw_result_document(result), (handbook_form)form) : NULL;
    if (text)
        fputs(text, stdout);
    else
        code = complain(BYLAW_CANNOT, "there is not enough memory to write the handbook");
    free(text);
    bylaw_free(result);
    bylaw_rules_free(rules);
    return code;
}
