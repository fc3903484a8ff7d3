/* The words of the language as a document: for editors, which complete and colour what is written. */
#include "service/service.h"
#include "syntax/scan.h"
#include "syntax/workflow.h"

static void add_text(Arena *arena, Tree *list, Text text) {
    tree_add(arena, list, tree_text(arena, text));
}

static void add_settings(Arena *arena, Tree *declaration, DeclKind kind) {
    Tree *settings = tree_set_list(arena, declaration, "settings");
    for (SettingId id = SETTING_NONE + 1; id < SETTING_COUNT; id++) {
        const SettingRow *row = setting_row(id);
        if (row->decl != kind) continue;
        Tree *setting = tree_add_map(arena, settings);
        tree_set_text(arena, setting, "word", row->word);
        tree_set_text(arena, setting, "about", row->sentence);
        Tree *phrases = tree_set_list(arena, setting, "phrases");
        for (PhraseId phrase = PHRASE_NONE + 1; phrase < PHRASE_COUNT; phrase++)
            if (phrase_setting(phrase) == id) add_text(arena, phrases, phrase_pattern(phrase));
    }
}

static void add_declarations(Arena *arena, Tree *document) {
    Tree *list = tree_set_list(arena, document, "declarations");
    for (DeclKind kind = 0; kind < DECL_KIND_COUNT; kind++) {
        Tree *declaration = tree_add_map(arena, list);
        tree_set_text(arena, declaration, "word", decl_row(kind)->word);
        tree_set_text(arena, declaration, "what", decl_row(kind)->what);
        add_settings(arena, declaration, kind);
    }
}

/* Each list under the name that it has here. */
static void add_lists(Arena *arena, Tree *document) {
    static const Text types[] = {
#define X(name, word) TEXT_ROW(word),
        TYPE_KINDS(X)
#undef X
    };
    static const Text units[] = {
#define X(name, one, many) TEXT_ROW(one), TEXT_ROW(many),
        UNITS(X)
#undef X
    };
    static const Text acts[] = {
#define X(name, word, sentence, stands_in) TEXT_ROW(word),
        ACTS(X)
#undef X
    };
    static const Text workflow_keys[] = {
#define X(name, key, must) TEXT_ROW(key),
        WORKFLOW_KEYS(X)
#undef X
    };
    static const Text step_keys[] = {
#define X(name, key, may, must) TEXT_ROW(key),
        STEP_KEYS(X)
#undef X
    };
    static const Text step_kinds[] = {
#define X(name, key, what) TEXT_ROW(key),
        STEP_KINDS(X)
#undef X
    };
#define X(list) {#list, list, sizeof list / sizeof list[0]},
    static const struct {
        const char *key;
        const Text *at;
        size_t count;
    } lists[] = {X(types) X(units) X(acts) X(workflow_keys) X(step_keys) X(step_kinds)};
#undef X
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        Tree *list = tree_set_list(arena, document, lists[i].key);
        for (size_t k = 0; k < lists[i].count; k++) add_text(arena, list, lists[i].at[k]);
    }
}

static void say_words(bylaw_result *result, void *context) {
    (void)context;
    result_kind(result, BYLAW_DONE, "words");
    add_declarations(result->arena, result->document);
    add_lists(result->arena, result->document);
    Tree *keywords = tree_set_list(result->arena, result->document, "keywords");
    Text word;
    for (size_t i = 0; scan_keyword(i, &word); i++) add_text(result->arena, keywords, word);
}

bylaw_result *bylaw_words(void) {
    return result_of(say_words, NULL);
}
