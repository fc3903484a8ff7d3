/* agenda, minutes: what a meeting is to deal with, and what happened at one, as its members read them. */
#include "views/minutes/minutes.h"
#include "views/cli/cli.h"
#include <stdlib.h>

#define FOR_SENTENCE  "a person, or public: without what was said in closed session, unless they may know it"
#define FORM_SENTENCE "text (where nothing is said), md or html"

const bylaw_argument agenda_arguments[] = {
    {"MEETING", BYLAW_BY_PLACE, false, false, false, "the meeting"},
    {"papers", BYLAW_BY_NAME, true, false, false, "with what is known of each case"},
    {"form", BYLAW_BY_NAME, false, false, false, FORM_SENTENCE},
    {0}};
const char agenda_examples[] = "bylaw agenda MTG-1\nbylaw agenda MTG-1 --papers --form html >papers.html\n";

const bylaw_argument minutes_arguments[] = {{"MEETING", BYLAW_BY_PLACE, false, false, false, "the meeting"},
                                            {"for", BYLAW_BY_NAME, false, false, false, FOR_SENTENCE},
                                            {"form", BYLAW_BY_NAME, false, false, false, FORM_SENTENCE},
                                            {0}};
const char minutes_examples[] =
    "bylaw minutes MTG-1\nbylaw minutes MTG-1 --for public --form md >minutes.md\n";

static const char *const forms[] = {
#define X(name, written, what) written,
    MINUTES_FORMS(X)
#undef X
};

typedef char *Write(const bylaw_node *document, minutes_form form);

/* A problem, and JSON, are shown as those of any verb. */
static int write_result(const Line *line, bylaw_result *result, Write *write, minutes_form form) {
    if (line->json || !result || bylaw_result_code(result) != BYLAW_DONE) return show_result(line, result);
    char *text = write(bylaw_result_document(result), form);
    int code = BYLAW_DONE;
    if (text)
        fputs(text, stdout);
    else
        code = complain(BYLAW_CANNOT, "there is not enough memory to write it");
    free(text);
    bylaw_free(result);
    return code;
}

static int write_meeting(const Line *line, ReadVerb *verb, Write *write, const bylaw_read_options *options) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    const char *word = line_word(line, "form");
    int form = word ? word_among(word, forms, MINUTES_FORM_COUNT) : MINUTES_TEXT;
    if (form < 0) return complain(BYLAW_USAGE, "\"%s\" is no form here; there are text, md and html", word);
    bylaw_book *book = open_book(line, false, &host, &key, &code);
    if (book) code = write_result(line, verb(book, options), write, (minutes_form)form);
    bylaw_book_close(book);
    return code;
}

int run_agenda(const Line *line) {
    bylaw_read_options options = read_options(line);
    options.papers = line_word(line, "papers") != NULL;
    return write_meeting(line, bylaw_agenda, agenda_write, &options);
}

int run_minutes(const Line *line) {
    bylaw_read_options options = read_options(line);
    options.who = line_word(line, "for");
    return write_meeting(line, bylaw_minutes, minutes_write, &options);
}
