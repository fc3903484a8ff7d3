/* verify: the whole record re-hashed, its signatures checked. */
#include "views/cli/cli.h"

const bylaw_argument verify_arguments[] = {{0}};
const char verify_examples[] = "bylaw verify\nbylaw verify --format json\n";

int run_verify(const Line *line) {
    return on_book(line, false, bylaw_verify);
}
