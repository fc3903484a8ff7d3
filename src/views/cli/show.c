/* show: one case, meeting, motion, body, person, register or metric as it stands. */
#include "views/cli/cli.h"

const bylaw_argument show_arguments[] = {
    {"NUMBER", BYLAW_BY_PLACE, false, false, false,
     "a case, meeting, motion, body, office, person, register or metric; \"people\": everybody"},
    {"KEY", BYLAW_BY_PLACE_ALL, false, false, false,
     "of a register: the key of one row, with all its days; of a metric: a case or a member, with all "
     "periods"},
    {0}};
const char show_examples[] = "bylaw show PRT-2026-001\nbylaw show people\n"
                             "bylaw show employees --at 2026-07-01\nbylaw show employees ana\n"
                             "bylaw show api_reliability\nbylaw show api_reliability PRT-1\n";

enum { KEYS_MOST = 16 };

int run_show(const Line *line) {
    bylaw_read_options options = read_options(line);
    const char *words[KEYS_MOST];
    size_t count = line_all(line, NULL, words, KEYS_MOST);
    options.keys = words + 1;
    options.key_count = count > 1 ? count - 1 : 0;
    return read_book(line, bylaw_show, &options);
}
