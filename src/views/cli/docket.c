/* docket: what waits for whom. */
#include "views/cli/cli.h"
#include <string.h>

const bylaw_argument docket_arguments[] = {
    {"WHOSE", BYLAW_BY_PLACE_ALL, false, false, false,
     "only what waits for this person, body, office or role (else: everybody's)"},
    {"due-before", BYLAW_BY_NAME, false, false, false, "only what is due before this day"},
    {"sort", BYLAW_BY_NAME, false, false, false, "case (where nothing is said) or due"},
    {0}};
const char docket_examples[] = "bylaw docket\nbylaw docket carl\nbylaw docket partnership_review_board\n"
                               "bylaw docket --due-before 2026-04-01 --sort due\n";

int run_docket(const Line *line) {
    bylaw_read_options options = read_options(line);
    const char *sort = line_word(line, "sort");
    if (sort && strcmp(sort, "case") != 0 && strcmp(sort, "due") != 0)
        return complain(BYLAW_USAGE, "--sort is case or due, not \"%s\"", sort);
    options.who = options.subject;
    options.due_before = line_word(line, "due-before");
    options.by_due = sort && strcmp(sort, "due") == 0;
    return read_book(line, bylaw_docket, &options);
}
