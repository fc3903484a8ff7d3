#include "views/cli/cli.h"
#include <stdio.h>
#include <string.h>

int main(int count, char **values) {
    static Line line; /* large, and there is one */
    Verb verb;
    if (count < 2) {
        line.verb = "help";
        run_help(&line);
        return BYLAW_USAGE;
    }
    const char *word = values[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) word = "help";
    if (strcmp(word, "--version") == 0) word = "version";
    if (!verb_named(word, &verb)) return no_such_verb(word);
    for (int i = 2; i < count; i++)
        if (strcmp(values[i], "--help") == 0) {
            line.words[line.word_count++] = (bylaw_word){NULL, verb.word};
            return run_help(&line);
        }
    if (!line_read(count - 2, values + 2, &verb, &line)) return BYLAW_USAGE;
    int code = verb.run(&line);
    if (fflush(stdout) != 0 || ferror(stdout))
        return complain(BYLAW_CANNOT, "the answer could not be written");
    return code;
}
