/* calendar: meetings and what falls due, for programs that keep calendars. */
#include "views/calendar/calendar.h"
#include "views/cli/cli.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

const bylaw_argument calendar_arguments[] = {
    {"WHOSE", BYLAW_BY_PLACE_ALL, false, false, false, "a person, a body or an office (else: everybody's)"},
    {"out", BYLAW_BY_NAME, false, false, false, "the file that it is written to (else standard output)"},
    {0}};
const char calendar_examples[] = "bylaw calendar carl --out carl.ics\n"
                                 "bylaw calendar partnership_review_board >board.ics\n";

static int write_to(const char *path, const char *text) {
    FILE *to = path ? fopen(path, "wb") : stdout;
    bool good = to && fputs(text, to) >= 0;
    if (to && path) good = fclose(to) == 0 && good;
    return good ? BYLAW_DONE
                : complain(BYLAW_CANNOT, "%s: %s", path ? path : "standard output", strerror(errno));
}

static int write_calendar(const Line *line, bylaw_result *result) {
    if (line->json || !result || bylaw_result_code(result) != BYLAW_DONE) return show_result(line, result);
    char *text = calendar_write(bylaw_result_document(result));
    int code = text ? write_to(line_word(line, "out"), text)
                    : complain(BYLAW_CANNOT, "there is not enough memory to write the calendar");
    free(text);
    bylaw_free(result);
    return code;
}

int run_calendar(const Line *line) {
    bylaw_read_options options = read_options(line);
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    options.who = options.subject;
    bylaw_book *book = open_book(line, false, &host, &key, &code);
    if (book) code = write_calendar(line, bylaw_calendar(book, &options));
    bylaw_book_close(book);
    return code;
}
