/* evidence: the files of a case, one of them written out, or those whose time is up. */
#include "views/cli/cli.h"

const bylaw_argument evidence_arguments[] = {
    {"CASE", BYLAW_BY_PLACE_ALL, false, false, false,
     "the case; and after it one of its files, as it is numbered: E2"},
    {"out", BYLAW_BY_NAME, false, false, true,
     "the new file to which that one is written, as it was attached"},
    {"expired", BYLAW_BY_NAME, true, false, false, "of all cases, what may be discarded"},
    {0}};
const char evidence_examples[] =
    "bylaw evidence PRT-1\nbylaw evidence PRT-1 E2 --out agreement.pdf\nbylaw evidence --expired\n";

int run_evidence(const Line *line) {
    bylaw_read_options options = read_options(line);
    const char *named = line_place(line, 1);
    options.keys = &named;
    options.key_count = named ? 1 : 0;
    options.out = line_word(line, "out");
    options.expired = line_word(line, "expired") != NULL;
    return read_book(line, bylaw_evidence, &options);
}
