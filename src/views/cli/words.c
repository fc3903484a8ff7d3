/* words: the words of the language, for people and for editors. */
#include "views/cli/cli.h"
#include "views/lsp/lsp.h"
#include <stdio.h>
#include <stdlib.h>

const bylaw_argument words_arguments[] = {
    {"textmate", BYLAW_BY_NAME, true, false, false, "as a grammar by which editors colour rule files"}, {0}};
const char words_examples[] = "bylaw words\nbylaw words --textmate >bylaw.tmLanguage.json\n";

int run_words(const Line *line) {
    bylaw_result *result = bylaw_words();
    if (!line_word(line, "textmate")) return show_result(line, result);
    char *grammar = result ? textmate_write(bylaw_result_document(result)) : NULL;
    int code = grammar ? BYLAW_DONE : complain(BYLAW_CANNOT, "there is not enough memory");
    if (grammar) puts(grammar);
    free(grammar);
    bylaw_free(result);
    return code;
}
