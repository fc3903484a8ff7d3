/* lsp: the language server, for editors. */
#include "views/lsp/lsp.h"
#include "views/cli/cli.h"

const bylaw_argument lsp_arguments[] = {
    {"PATH", BYLAW_BY_PLACE_ALL, false, false, false,
     "the rules (else: the folders rules and workflows of the editor's workspace)"},
    {0}};
const char lsp_examples[] = "bylaw lsp\n";

int run_lsp(const Line *line) {
    const char *paths[PATHS_MOST];
    return lsp_serve(stdin, stdout, paths, line_all(line, NULL, paths, PATHS_MOST));
}
