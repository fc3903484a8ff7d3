/* receipt: of an entry by its number, or the latest of a case. */
#include "views/cli/cli.h"
#include <stdlib.h>

const bylaw_argument receipt_arguments[] = {
    {"ENTRY", BYLAW_BY_PLACE, false, false, false,
     "the entry's number; or a case or meeting, for its latest entry"},
    {0}};
const char receipt_examples[] = "bylaw receipt 42 > receipt.txt\nbylaw receipt PRT-2026-001\n";

int run_receipt(const Line *line) {
    bylaw_read_options options = read_options(line);
    char *end;
    options.seq = strtoull(options.subject, &end, 10);
    options.has_seq = *options.subject >= '0' && *options.subject <= '9' && *end == 0;
    return read_book(line, bylaw_receipt, &options);
}
