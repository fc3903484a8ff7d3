/* A command line taken apart by rows: no option is known here but through them. */
#include "views/cli/cli.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const bylaw_argument *find_option(const Verb *verb, const char *name) {
    for (const bylaw_argument *row = verb->arguments; row->word; row++)
        if ((row->how == BYLAW_BY_NAME || row->how == BYLAW_BY_NAME_NEEDED) && strcmp(row->word, name) == 0)
            return row;
    return NULL;
}

static const char **common_option(Line *line, const char *name) {
#define X(word, field, sentence)                                                                             \
    if (strcmp(name, word) == 0) return &line->field;
    COMMON_OPTIONS(X)
#undef X
    return NULL;
}

static bool add_word(Line *line, const char *name, const char *value) {
    if (line->word_count == WORDS_MOST) {
        complain(BYLAW_USAGE, "there are more than %d words here; put them in a file", WORDS_MOST);
        return false;
    }
    line->words[line->word_count++] = (bylaw_word){name, value};
    return true;
}

static bool no_such_option(const Verb *verb, const char *name) {
    char known[2048] = "";
    size_t used = 0;
    for (const bylaw_argument *row = verb->arguments; row->word; row++)
        if ((row->how == BYLAW_BY_NAME || row->how == BYLAW_BY_NAME_NEEDED) && used < sizeof known - 64)
            used +=
                (size_t)snprintf(known + used, sizeof known - used, "%s--%s", used ? ", " : "", row->word);
    complain(BYLAW_USAGE, "%s has no option --%s%s%s; \"bylaw help %s\" shows how it is used", verb->word,
             name, used ? "; it has " : "", known, verb->word);
    return false;
}

static bool read_seen(Line *line, const char *value) {
    char *end;
    errno = 0;
    line->seen = strtoll(value, &end, 10);
    if (errno == 0 && *value && *end == 0 && line->seen >= 0) return true;
    complain(BYLAW_USAGE, "--seen takes the version that was shown, a whole number, not \"%s\"", value);
    return false;
}

typedef struct Taking {
    int count, next;
    char **values;
    const Verb *verb;
    Line *line;
} Taking;

static bool is_option(const char *value) {
    return value[0] == '-' && value[1] == '-' && value[2] != 0;
}

/* The value of an option: after "=", or the next word. */
static const char *take_value(Taking *taking, const char *name, const char *inline_value) {
    if (inline_value) return inline_value;
    if (taking->next < taking->count && !is_option(taking->values[taking->next]))
        return taking->values[taking->next++];
    complain(BYLAW_USAGE, "--%s needs a value after it", name);
    return NULL;
}

static bool take_own(Taking *taking, const bylaw_argument *row, const char *inline_value) {
    if (row->flag) return add_word(taking->line, row->word, "");
    const char *value = take_value(taking, row->word, inline_value);
    if (!value || !add_word(taking->line, row->word, value)) return false;
    while (row->many && !inline_value && taking->next < taking->count &&
           !is_option(taking->values[taking->next]))
        if (!add_word(taking->line, row->word, taking->values[taking->next++])) return false;
    return true;
}

static bool take_option(Taking *taking, char *written) {
    char *name = written + 2, *equals = strchr(name, '=');
    const char *inline_value = equals ? equals + 1 : NULL;
    if (equals) *equals = 0;
    bool format = strcmp(name, "format") == 0;
    const bylaw_argument *row = format ? NULL : find_option(taking->verb, name);
    if (row) return take_own(taking, row, inline_value);
    const char **field = format ? &taking->line->format : common_option(taking->line, name);
    bool seen = taking->verb->acts && strcmp(name, "seen") == 0;
    if (taking->verb->acts && !inline_value && strcmp(name, "dry-run") == 0)
        return taking->line->dry_run = true;
    if (!field && !seen) return no_such_option(taking->verb, name);
    const char *value = take_value(taking, name, inline_value);
    if (!value) return false;
    if (seen) return read_seen(taking->line, value);
    *field = value;
    return true;
}

static bool check_needed(const Verb *verb, const Line *line) {
    size_t places = 0;
    for (const bylaw_argument *row = verb->arguments; row->word; row++) {
        bool missing = row->how == BYLAW_BY_NAME_NEEDED && !line_word(line, row->word);
        if (row->how == BYLAW_BY_PLACE && !line_place(line, places++)) missing = true;
        if (!missing) continue;
        complain(BYLAW_USAGE, "%s needs %s%s (%s); \"bylaw help %s\" shows how it is used", verb->word,
                 row->how == BYLAW_BY_PLACE ? "" : "--", row->word, row->sentence, verb->word);
        return false;
    }
    return true;
}

static bool too_many(const Verb *verb, const Line *line) {
    size_t places = 0;
    for (const bylaw_argument *row = verb->arguments; row->word; row++) {
        if (row->how == BYLAW_BY_PLACE_ALL) return false;
        places += row->how == BYLAW_BY_PLACE;
    }
    const char *extra = line_place(line, places);
    if (extra)
        complain(BYLAW_USAGE, "%s has no use for \"%s\"; \"bylaw help %s\" shows how it is used", verb->word,
                 extra, verb->word);
    return extra != NULL;
}

/* A verb that has forms of its own for its answer has a row that says them, and looks at them itself. */
static bool check_format(const Verb *verb, Line *line) {
    if (!line->format || strcmp(line->format, "text") == 0) return true;
    line->json = strcmp(line->format, "json") == 0;
    if (line->json || find_option(verb, "format")) return true;
    complain(BYLAW_USAGE, "--format is text or json, not \"%s\"", line->format);
    return false;
}

bool line_read(int count, char **values, const Verb *verb, Line *line) {
    Taking taking = {count, 0, values, verb, line};
    line->verb = verb->word;
    line->seen = -1;
    bool words_only = false;
    while (taking.next < count) {
        char *value = values[taking.next++];
        bool option = !words_only && is_option(value);
        if (!words_only && strcmp(value, "--") == 0)
            words_only = true;
        else if (option ? !take_option(&taking, value) : !add_word(line, NULL, value))
            return false;
    }
    return check_format(verb, line) && check_needed(verb, line) && !too_many(verb, line);
}

const char *line_word(const Line *line, const char *name) {
    for (size_t i = 0; i < line->word_count; i++)
        if (line->words[i].name && strcmp(line->words[i].name, name) == 0) return line->words[i].value;
    return NULL;
}

const char *line_place(const Line *line, size_t index) {
    for (size_t i = 0; i < line->word_count; i++)
        if (!line->words[i].name && index-- == 0) return line->words[i].value;
    return NULL;
}

size_t line_all(const Line *line, const char *name, const char **values, size_t most) {
    size_t count = 0;
    for (size_t i = 0; i < line->word_count && count < most; i++) {
        const char *is = line->words[i].name;
        if (name ? is && strcmp(is, name) == 0 : !is) values[count++] = line->words[i].value;
    }
    return count;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/* Moves a word to where it begins without its quotes, and ends it; NULL: a quote is not ended. */
static char *take_word(char *from) {
    char *to = from, quote = 0;
    for (; *from && (quote || !is_blank(*from)); from++) {
        if (quote ? *from == quote : *from == '"' || *from == '\'')
            quote = quote ? 0 : *from;
        else
            *to++ = *from;
    }
    char *rest = *from ? from + 1 : from;
    *to = 0;
    return quote ? NULL : rest;
}

int line_split(char *text, char **words, int most) {
    int count = 0;
    while (text) {
        while (is_blank(*text)) text++;
        if (*text == 0 || *text == '#') return count;
        if (count == most) return -2;
        words[count++] = text;
        text = take_word(text);
    }
    return -1;
}

int word_among(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0) return (int)i;
    return -1;
}
