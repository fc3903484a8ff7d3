/* Help while writing: what can stand here, and the canonical form. */
#include "views/lsp/server.h"
#include <stdlib.h>
#include <string.h>

enum { ITEM_KEYWORD = 14, ITEM_PROPERTY = 10, ITEM_VALUE = 12, ITEM_NAME = 6, WORD_MOST = 64 };

static void add_item(json_t *list, const char *label, int kind, const char *detail) {
    json_array_append_new(list, json_pack("{s:s, s:i, s:s}", "label", label, "kind", kind, "detail", detail));
}

/* --- where the cursor is -------------------------------------------------------------------------------- */

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static size_t line_start(const Text *text, size_t at) {
    while (at > 0 && text->text[at - 1] != '\n') at--;
    return at;
}

static void word_from(const Text *text, size_t at, char word[WORD_MOST]) {
    size_t length = 0;
    while (at < text->length && (text->text[at] == ' ' || text->text[at] == '\t')) at++;
    while (at < text->length && in_word(text->text[at]) && length + 1 < WORD_MOST)
        word[length++] = text->text[at++];
    word[length] = 0;
}

/* Has the line a whole word before the cursor? */
static bool past_first_word(const Text *text, size_t start, size_t at) {
    size_t i = start;
    while (i < at && !in_word(text->text[i])) i++;
    while (i < at && in_word(text->text[i])) i++;
    return i < at;
}

/* The word of the declaration in whose block the cursor stands; empty outside of one. By indentation alone:
 * what is being written is seldom whole. */
static void block_around(const Text *text, size_t at, char word[WORD_MOST]) {
    size_t start = line_start(text, at);
    word[0] = 0;
    while (start > 0) {
        start = line_start(text, start - 1);
        if (text->text[start] == '}') return;
        if (!in_word(text->text[start])) continue;
        word_from(text, start, word);
        return;
    }
}

/* --- completion ----------------------------------------------------------------------------------------- */

static const bylaw_node *with_word(const bylaw_node *list, const char *word) {
    for (size_t i = 0; i < bylaw_count(list); i++)
        if (strcmp(bylaw_get_text(bylaw_item(list, i), "word"), word) == 0) return bylaw_item(list, i);
    return NULL;
}

static void add_words(json_t *items, const bylaw_node *list, int kind, const char *detail_key) {
    for (size_t i = 0; i < bylaw_count(list); i++)
        add_item(items, bylaw_get_text(bylaw_item(list, i), "word"), kind,
                 bylaw_get_text(bylaw_item(list, i), detail_key));
}

static void add_texts(json_t *items, const bylaw_node *list, int kind, const char *detail) {
    for (size_t i = 0; i < bylaw_count(list); i++)
        add_item(items, bylaw_text(bylaw_item(list, i)), kind, detail);
}

static void add_names(Server *server, json_t *items) {
    const bylaw_node *names = bylaw_get(server_names(server), "names");
    for (size_t i = 0; i < bylaw_count(names); i++) {
        const bylaw_node *name = bylaw_item(names, i);
        add_item(items, bylaw_get_text(name, "path"), ITEM_NAME, bylaw_get_text(name, "what"));
    }
}

static void complete_rules(Server *server, const Text *text, size_t at, json_t *items) {
    char block[WORD_MOST], word[WORD_MOST];
    const bylaw_node *words = server_words(server);
    block_around(text, at, block);
    word_from(text, line_start(text, at), word);
    const bylaw_node *declaration = with_word(bylaw_get(words, "declarations"), block);
    const bylaw_node *settings = bylaw_get(declaration, "settings");
    if (past_first_word(text, line_start(text, at), at)) {
        add_texts(items, bylaw_get(with_word(settings, word), "phrases"), ITEM_VALUE, "");
        add_names(server, items);
        add_texts(items, bylaw_get(words, "types"), ITEM_VALUE, "a type");
        add_texts(items, bylaw_get(words, "units"), ITEM_VALUE, "a unit of time");
    } else if (declaration) {
        add_words(items, settings, ITEM_PROPERTY, "about");
    } else {
        add_words(items, bylaw_get(words, "declarations"), ITEM_KEYWORD, "what");
    }
}

static void complete_workflow(Server *server, const Text *text, size_t at, json_t *items) {
    const bylaw_node *words = server_words(server);
    if (past_first_word(text, line_start(text, at), at)) {
        add_names(server, items);
        return;
    }
    add_texts(items, bylaw_get(words, "step_kinds"), ITEM_KEYWORD, "makes a step one of this kind");
    add_texts(items, bylaw_get(words, "step_keys"), ITEM_PROPERTY, "of a step");
    add_texts(items, bylaw_get(words, "workflow_keys"), ITEM_PROPERTY, "of a workflow");
}

static bool is_rules(const Text *text) {
    const char *end = strrchr(text->path, '.');
    return end && strcmp(end, ".bylaw") == 0;
}

json_t *answer_completion(Server *server, const json_t *params, const char **refused) {
    (void)refused;
    Cursor cursor;
    if (!cursor_of(server, params, &cursor)) return NULL;
    json_t *items = json_array();
    if (is_rules(cursor.text))
        complete_rules(server, cursor.text, cursor.offset, items);
    else
        complete_workflow(server, cursor.text, cursor.offset, items);
    return items;
}

/* --- formatting ----------------------------------------------------------------------------------------- */

/* One edit that replaces the whole text; none where it is canonical, or is no rule file. */
json_t *answer_formatting(Server *server, const json_t *params, const char **refused) {
    Cursor cursor;
    if (!cursor_of(server, params, &cursor) || !is_rules(cursor.text)) return json_array();
    bylaw_result *result = bylaw_format(cursor.text->path, cursor.text->text, cursor.text->length);
    const bylaw_node *document = bylaw_result_document(result);
    json_t *edits = json_array();
    if (bylaw_result_code(result) != BYLAW_DONE)
        *refused = "this cannot be formatted as it is; the errors say what is wrong in it";
    else if (bylaw_get_bool(document, "changed"))
        json_array_append_new(edits, json_pack("{s:o, s:s}", "range",
                                               range_of(server, cursor.text->path, 0, cursor.text->length),
                                               "newText", bylaw_get_text(document, "text")));
    bylaw_free(result);
    return edits;
}
