/* A TextMate grammar out of the words of the language: for editors that colour by patterns. */
#include "views/lsp/lsp.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef struct Pattern {
    FILE *out;
    char *text;
    size_t length;
    bool any;
} Pattern;

static bool pattern_begin(Pattern *pattern, const char *before) {
    *pattern = (Pattern){0};
    pattern->out = open_memstream(&pattern->text, &pattern->length);
    if (pattern->out) fputs(before, pattern->out);
    return pattern->out != NULL;
}

static void pattern_word(Pattern *pattern, const char *word) {
    fprintf(pattern->out, "%s%s", pattern->any ? "|" : "(", word);
    pattern->any = true;
}

/* The pattern and the scope that what fits it is shown in; takes the pattern's memory. */
static void pattern_end(Pattern *pattern, const char *after, const char *scope, json_t *patterns) {
    fprintf(pattern->out, "%s%s", pattern->any ? ")" : "", after);
    if (fclose(pattern->out) == 0)
        json_array_append_new(patterns, json_pack("{s:s, s:s}", "match", pattern->text, "name", scope));
    free(pattern->text);
}

static void pattern_of_texts(const bylaw_node *words, const char *key, const char *scope, json_t *patterns) {
    Pattern pattern;
    if (!pattern_begin(&pattern, "\\b")) return;
    const bylaw_node *list = bylaw_get(words, key);
    for (size_t i = 0; i < bylaw_count(list); i++) pattern_word(&pattern, bylaw_text(bylaw_item(list, i)));
    pattern_end(&pattern, "\\b", scope, patterns);
}

static void pattern_of_declarations(const bylaw_node *words, json_t *patterns) {
    Pattern pattern;
    if (!pattern_begin(&pattern, "^")) return;
    const bylaw_node *list = bylaw_get(words, "declarations");
    for (size_t i = 0; i < bylaw_count(list); i++)
        pattern_word(&pattern, bylaw_get_text(bylaw_item(list, i), "word"));
    pattern_end(&pattern, "\\b", "storage.type.declaration.bylaw", patterns);
}

static bool said_before(const bylaw_node *declarations, size_t declaration, size_t setting,
                        const char *word) {
    for (size_t i = 0; i <= declaration; i++) {
        const bylaw_node *settings = bylaw_get(bylaw_item(declarations, i), "settings");
        size_t count = i == declaration ? setting : bylaw_count(settings);
        for (size_t k = 0; k < count; k++)
            if (strcmp(bylaw_get_text(bylaw_item(settings, k), "word"), word) == 0) return true;
    }
    return false;
}

static void pattern_of_settings(const bylaw_node *words, json_t *patterns) {
    Pattern pattern;
    if (!pattern_begin(&pattern, "^[ \\t]+")) return;
    const bylaw_node *list = bylaw_get(words, "declarations");
    for (size_t i = 0; i < bylaw_count(list); i++) {
        const bylaw_node *settings = bylaw_get(bylaw_item(list, i), "settings");
        for (size_t k = 0; k < bylaw_count(settings); k++) {
            const char *word = bylaw_get_text(bylaw_item(settings, k), "word");
            if (!said_before(list, i, k, word)) pattern_word(&pattern, word);
        }
    }
    pattern_end(&pattern, "\\b", "keyword.other.setting.bylaw", patterns);
}

/* X(what it looks like, scope): what is the same whatever words there are */
#define FIXED_PATTERNS(X)                                                                                    \
    X("#.*$", "comment.line.number-sign.bylaw")                                                              \
    X("\"(\\\\.|[^\"\\\\])*\"", "string.quoted.double.bylaw")                                                \
    X("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", "constant.numeric.date.bylaw")                                     \
    X("\\b[A-Z]{3}[ \\t]+[0-9][0-9_.]*\\b", "constant.numeric.money.bylaw")                                  \
    X("\\b[0-9][0-9_]*(\\.[0-9]+)?%?", "constant.numeric.bylaw")                                             \
    X("\\|\\|?", "punctuation.separator.cell.bylaw")                                                         \
    X("\\.\\.<?|[<>]=?|!=|=", "keyword.operator.bylaw")

char *textmate_write(const bylaw_node *words) {
    json_t *patterns = json_array();
#define X(match, scope)                                                                                      \
    json_array_append_new(patterns, json_pack("{s:s, s:s}", "match", match, "name", scope));
    FIXED_PATTERNS(X)
#undef X
    pattern_of_declarations(words, patterns);
    pattern_of_settings(words, patterns);
    pattern_of_texts(words, "keywords", "keyword.control.bylaw", patterns);
    pattern_of_texts(words, "units", "support.type.unit.bylaw", patterns);
    pattern_of_texts(words, "types", "support.type.bylaw", patterns);
    json_t *grammar = json_pack("{s:s, s:s, s:[s], s:o}", "name", "Bylaw", "scopeName", "source.bylaw",
                                "fileTypes", "bylaw", "patterns", patterns);
    char *text = grammar ? json_dumps(grammar, JSON_INDENT(2)) : NULL;
    json_decref(grammar);
    return text;
}
