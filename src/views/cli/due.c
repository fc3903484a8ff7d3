/* due: what falls due when. */
#include "views/cli/cli.h"

const bylaw_argument due_arguments[] = {
    {"until", BYLAW_BY_NAME, false, false, false, "the last day that is told of (else thirty days ahead)"},
    {"for", BYLAW_BY_NAME, false, false, false, "only what waits for this person, body, office or role"},
    {0}};
const char due_examples[] = "bylaw due\nbylaw due --until 2026-12-31 --for partnership_review_board\n";

int run_due(const Line *line) {
    bylaw_read_options options = read_options(line);
    options.who = line_word(line, "for");
    options.until = line_word(line, "until");
    return read_book(line, bylaw_due, &options);
}
