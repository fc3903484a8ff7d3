/* bulk: the commands of a file, one a line, written as on the command line without "bylaw". */
#include "views/cli/cli.h"
#include <stdlib.h>
#include <string.h>

const bylaw_argument bulk_arguments[] = {
    {"FILE", BYLAW_BY_PLACE, false, false, true,
     "commands, one a line, written as after \"bylaw\"; # begins a remark; -: standard input"},
    {"dry-run", BYLAW_BY_NAME, true, false, false, "show what would come of it, and enter nothing"},
    {0}};
const char bulk_examples[] = "bylaw bulk tuesday.txt --dry-run\n"
                             "bylaw bulk tuesday.txt\n";

enum { PLACE_MOST = 256 };

typedef struct Commands {
    const char *path;
    bylaw_act_options *acts;
    char **places;
    size_t count, room;
    Line *line;   /* of one command, while it is read */
    char **words; /* of it */
} Commands;

static bool make_room(Commands *commands) {
    if (commands->count < commands->room) return true;
    size_t room = commands->room ? commands->room * 2 : 64;
    bylaw_act_options *acts = realloc(commands->acts, room * sizeof *acts);
    if (acts) commands->acts = acts;
    char **places = acts ? realloc(commands->places, room * sizeof *places) : NULL;
    if (!places) return false;
    commands->places = places;
    commands->room = room;
    return true;
}

/* Takes what was read of a line; its words keep lying in the file's bytes. */
static bool keep_line(Commands *commands, const char *place) {
    const Line *line = commands->line;
    bylaw_word *words = calloc(line->word_count + 1, sizeof *words);
    char *where = words && make_room(commands) ? strdup(place) : NULL;
    if (!where) {
        free(words);
        complain(BYLAW_CANNOT, "there is not enough memory for this; nothing was entered");
        return false;
    }
    memcpy(words, line->words, line->word_count * sizeof *words);
    commands->acts[commands->count] = (bylaw_act_options){.size = sizeof *commands->acts,
                                                          .verb = line->verb,
                                                          .words = words,
                                                          .word_count = line->word_count,
                                                          .as = line->as,
                                                          .behalf = line->behalf,
                                                          .at = line->at,
                                                          .seen = line->seen};
    commands->places[commands->count++] = where;
    return true;
}

static bool refuse_line(const char *place, const char *why) {
    complain(BYLAW_USAGE, "%s: %s; nothing was entered", place, why);
    return false;
}

static bool read_words(Commands *commands, int count, const char *place) {
    Line *line = commands->line;
    Verb verb;
    memset(line, 0, sizeof *line);
    if (!verb_named(commands->words[0], &verb)) {
        no_such_verb(commands->words[0]);
        return refuse_line(place, "the command cannot be read");
    }
    if (!verb.acts) return refuse_line(place, "here stand commands that change the book, and this is none");
    if (!line_read(count - 1, commands->words + 1, &verb, line))
        return refuse_line(place, "the command cannot be read");
    if (line->book || line->key || line->format || line->dry_run)
        return refuse_line(place, "--book, --key, --format and --dry-run are said once, to bulk itself");
    return keep_line(commands, place);
}

static bool read_line(Commands *commands, char *text, size_t number) {
    char place[PLACE_MOST];
    snprintf(place, sizeof place, "%s:%zu", commands->path, number);
    int count = line_split(text, commands->words, WORDS_MOST);
    if (count == -1) return refuse_line(place, "a quote is not ended in this line");
    if (count < 0) return refuse_line(place, "there are too many words in this line");
    return count == 0 || read_words(commands, count, place);
}

static bool read_lines(Commands *commands, char *bytes, size_t length) {
    if (memchr(bytes, 0, length)) return refuse_line(commands->path, "this is no text");
    size_t number = 0;
    for (char *text = bytes; text;) {
        char *end = strchr(text, '\n');
        if (end) *end = 0;
        if (!read_line(commands, text, ++number)) return false;
        text = end ? end + 1 : NULL;
    }
    if (commands->count == 0) return refuse_line(commands->path, "there is no command in it");
    return true;
}

static int carry_out(const Line *line, const Commands *commands) {
    bylaw_host host;
    bylaw_key *key;
    int code = BYLAW_CANNOT;
    bylaw_book *book = open_book(line, true, &host, &key, &code);
    bylaw_bulk_options options = {.size = sizeof options,
                                  .acts = commands->acts,
                                  .places = (const char *const *)commands->places,
                                  .count = commands->count,
                                  .dry_run = line_word(line, "dry-run") != NULL};
    if (book) code = show_result(line, bylaw_bulk(book, &options));
    bylaw_book_close(book);
    bylaw_key_free(key);
    return code;
}

static void free_commands(Commands *commands) {
    for (size_t i = 0; i < commands->count; i++) {
        free((bylaw_word *)commands->acts[i].words);
        free(commands->places[i]);
    }
    free(commands->acts);
    free(commands->places);
    free(commands->line);
    free(commands->words);
}

int run_bulk(const Line *line) {
    Commands commands = {.path = line_place(line, 0),
                         .line = calloc(1, sizeof *commands.line),
                         .words = calloc(WORDS_MOST, sizeof *commands.words)};
    size_t length = 0;
    char *bytes = read_input(commands.path, &length);
    int code = bytes ? BYLAW_USAGE : BYLAW_CANNOT;
    if (bytes && (!commands.line || !commands.words))
        code = complain(BYLAW_CANNOT, "there is not enough memory for this; nothing was entered");
    else if (bytes && read_lines(&commands, bytes, length))
        code = carry_out(line, &commands);
    free_commands(&commands);
    free(bytes);
    return code;
}
