/* docket: what waits for whom. */
#include "views/cli/cli.h"

const bylaw_argument docket_arguments[] = {
    {"PERSON", BYLAW_BY_PLACE_ALL, false, false, false, "only what waits for this person"}, {0}};
const char docket_examples[] = "bylaw docket\nbylaw docket carl\n";

int run_docket(const Line *line) {
    bylaw_read_options options = read_options(line);
    options.who = options.subject;
    return read_book(line, bylaw_docket, &options);
}
