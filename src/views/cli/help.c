/* help: made from the table of verbs. */
#include "views/cli/cli.h"
#include <stdio.h>
#include <string.h>

const bylaw_argument help_arguments[] = {
    {"VERB", BYLAW_BY_PLACE_ALL, false, false, false, "the verb to explain"}, {0}};
const char help_examples[] = "bylaw help vote\n";

static void print_usage(const Verb *verb) {
    printf("usage: bylaw %s", verb->word);
    for (const bylaw_argument *row = verb->arguments; row->word; row++) {
        const char *open = row->how == BYLAW_BY_PLACE || row->how == BYLAW_BY_NAME_NEEDED ? "" : "[";
        const char *close = *open ? "]" : "";
        bool named = row->how == BYLAW_BY_NAME || row->how == BYLAW_BY_NAME_NEEDED;
        printf(" %s%s%s%s%s%s", open, named ? "--" : "", row->word,
               named && !row->flag ? (row->file ? " FILE" : " VALUE") : "",
               row->many || row->how == BYLAW_BY_PLACE_ALL ? " ..." : "", close);
    }
    printf("\n\n%s\n", verb->sentence);
}

static void print_rows(const Verb *verb) {
    if (verb->arguments[0].word) printf("\n");
    for (const bylaw_argument *row = verb->arguments; row->word; row++) {
        bool named = row->how == BYLAW_BY_NAME || row->how == BYLAW_BY_NAME_NEEDED;
        printf("  %s%-*s %s\n", named ? "--" : "", named ? 20 : 22, row->word, row->sentence);
    }
}

static void print_book_options(void) {
    printf("\nOptions of all verbs that work on a book:\n");
#define X(word, field, sentence) printf("  --%-20s %s\n", word, sentence);
    COMMON_OPTIONS(X)
#undef X
}

static void print_acting_options(void) {
    printf("\nOptions of all verbs that change a book:\n");
#define X(word, field, sentence) printf("  --%-20s %s\n", word, sentence);
    ACTING_OPTIONS(X)
#undef X
}

static bool has_formats(const Verb *verb) {
    for (const bylaw_argument *row = verb->arguments; row->word; row++)
        if (strcmp(row->word, "format") == 0) return true;
    return false;
}

static void print_common(bool on_book, bool acts, bool formats) {
    if (on_book) print_book_options();
    if (acts) print_acting_options();
    if (!formats) printf("  --%-20s %s\n", "format", "text or json");
    printf("\nExit codes: 0 done; 1 refused, or found wanting; 2 the call makes no sense; 3 cannot (files, "
           "book, system)\n");
}

static int help_verb(const char *word) {
    Verb verb;
    if (!verb_named(word, &verb)) return no_such_verb(word);
    print_usage(&verb);
    print_rows(&verb);
    if (*verb.examples) {
        printf("\nFor example:\n");
        for (const char *line = verb.examples; *line; line = strchr(line, '\n') + 1)
            printf("  %.*s\n", (int)strcspn(line, "\n"), line);
    }
    print_common(verb.on_book, verb.acts, has_formats(&verb));
    return BYLAW_DONE;
}

int run_help(const Line *line) {
    const char *word = line_place(line, 0);
    if (word) return help_verb(word);
    printf("bylaw: rules, committees' workflows, and a record that anyone can check\n\n"
           "usage: bylaw VERB [WORD ...] [--OPTION VALUE ...]\n\n");
    for (size_t i = 0; i < verb_count(); i++) {
        Verb verb = verb_at(i);
        printf("  %-12s %s\n", verb.word, verb.sentence);
    }
    printf("\n\"bylaw help VERB\" shows a verb's words and options, with examples.\n");
    print_common(true, true, false);
    return BYLAW_DONE;
}
