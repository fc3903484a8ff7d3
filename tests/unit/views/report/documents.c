#include "documents.h"
#include <stdlib.h>

/* --- documents, read into memory of a fixed size -------------------------------------------------------- */

enum { NODES = 1000, BYTES = 32768 };

struct bylaw_node {
    bylaw_node_kind kind;
    const char *key, *text;
    int64_t number; /* of a yes or no too */
    bylaw_node *first, *next;
};

static bylaw_node nodes[NODES];
static size_t used;
static char bytes[BYTES];

static char *after_spaces(char *at) {
    return at + strspn(at, " \n");
}

/* Ends the text at its closing quote; answers what follows it. */
static char *read_text(char *at, const char **text) {
    *text = ++at;
    at = strchr(at, '\'');
    ck_assert_ptr_nonnull(at);
    *at = 0;
    return at + 1;
}

static char *read_node(char *at, bylaw_node *node);

static char *read_items(char *at, bylaw_node *node, char end) {
    bylaw_node **last = &node->first;
    for (at = after_spaces(at + 1); *at != end; at = after_spaces(at)) {
        ck_assert_uint_lt(used, NODES);
        bylaw_node *item = *last = &nodes[used++];
        last = &item->next;
        if (end == '}') {
            at = after_spaces(read_text(at, &item->key));
            ck_assert_int_eq(*at, ':');
            at = after_spaces(at + 1);
        }
        at = after_spaces(read_node(at, item));
        if (*at == ',') at++;
    }
    return at + 1;
}

static bool begins(const char *at, const char *word) {
    return strncmp(at, word, strlen(word)) == 0;
}

static char *read_node(char *at, bylaw_node *node) {
    if (*at == '{' || *at == '[') {
        node->kind = *at == '{' ? BYLAW_MAP : BYLAW_LIST;
        return read_items(at, node, *at == '{' ? '}' : ']');
    }
    if (*at == '\'') {
        node->kind = BYLAW_TEXT;
        return read_text(at, &node->text);
    }
    node->kind = begins(at, "null")                          ? BYLAW_NULL
                 : begins(at, "true") || begins(at, "false") ? BYLAW_BOOL
                                                             : BYLAW_INTEGER;
    node->number = node->kind == BYLAW_INTEGER ? strtoll(at, NULL, 10) : begins(at, "true");
    return at + strcspn(at, ",]} \n");
}

static const bylaw_node *read_document(const char *json) {
    ck_assert_uint_lt(strlen(json), BYTES);
    strcpy(bytes, json);
    memset(nodes, 0, sizeof nodes);
    used = 1;
    read_node(bytes, &nodes[0]);
    return &nodes[0];
}

/* --- the library's readers, of these -------------------------------------------------------------------- */

bylaw_node_kind bylaw_kind(const bylaw_node *node) {
    return node ? node->kind : BYLAW_NULL;
}

size_t bylaw_count(const bylaw_node *node) {
    size_t count = 0;
    for (const bylaw_node *item = node ? node->first : NULL; item; item = item->next) count++;
    return count;
}

const bylaw_node *bylaw_item(const bylaw_node *node, size_t index) {
    const bylaw_node *item = node ? node->first : NULL;
    while (item && index-- > 0) item = item->next;
    return item;
}

const char *bylaw_item_key(const bylaw_node *node, size_t index) {
    const bylaw_node *item = bylaw_item(node, index);
    return item && item->key ? item->key : "";
}

const bylaw_node *bylaw_get(const bylaw_node *node, const char *key) {
    const bylaw_node *item = bylaw_kind(node) == BYLAW_MAP ? node->first : NULL;
    while (item && strcmp(item->key, key) != 0) item = item->next;
    return item;
}

const char *bylaw_text(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_TEXT ? node->text : "";
}
int64_t bylaw_integer(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_INTEGER ? node->number : 0;
}
bool bylaw_bool(const bylaw_node *node) {
    return bylaw_kind(node) == BYLAW_BOOL && node->number;
}
const char *bylaw_get_text(const bylaw_node *node, const char *key) {
    return bylaw_text(bylaw_get(node, key));
}
int64_t bylaw_get_integer(const bylaw_node *node, const char *key) {
    return bylaw_integer(bylaw_get(node, key));
}
bool bylaw_get_bool(const bylaw_node *node, const char *key) {
    return bylaw_bool(bylaw_get(node, key));
}

struct bylaw_result {
    const bylaw_node *document;
};

const bylaw_node *bylaw_result_document(const bylaw_result *result) {
    return result->document;
}
const char *bylaw_result_kind(const bylaw_result *result) {
    return bylaw_get_text(result->document, "kind");
}

/* --- what is shown -------------------------------------------------------------------------------------- */

static const char *show(const char *json, bool colour) {
    static char *text;
    free(text);
    text = report_text(&(bylaw_result){read_document(json)}, &(report_options){.colour = colour});
    ck_assert_ptr_nonnull(text);
    return text;
}

const char *shown(const char *json) {
    return show(json, false);
}
const char *shown_in_colour(const char *json) {
    return show(json, true);
}

/* --- what holds for every kind -------------------------------------------------------------------------- */

static const char *const kinds[] = {"act",    "body",       "book",         "case",    "check",
                                    "docket", "evaluation", "history",      "key",     "meeting",
                                    "motion", "person",     "problem",      "rebuild", "refusal",
                                    "replay", "tests",      "verification", "version"};

START_TEST(an_empty_document_of_any_kind_is_shown_and_ends_its_line) {
    char json[64];
    snprintf(json, sizeof json, "{'kind': '%s'}", kinds[_i]);
    const char *text = shown(json);
    ck_assert_uint_gt(strlen(text), 0);
    ck_assert_int_eq(text[strlen(text) - 1], '\n');
}
END_TEST

START_TEST(a_kind_without_a_form_of_its_own_is_shown_by_its_keys) {
    ck_assert_str_eq(shown("{'kind': 'weather', 'rain': true, 'days': [1, 2]}"),
                     "kind: weather\nrain: yes\ndays: 1, 2\n");
}
END_TEST

START_TEST(there_are_no_colours_unless_they_are_asked_for) {
    const char *json = "{'kind': 'refusal', 'sentence': 'carl takes no part'}";
    ck_assert_ptr_null(strchr(shown(json), '\033'));
    ck_assert_ptr_nonnull(strchr(shown_in_colour(json), '\033'));
}
END_TEST

START_TEST(a_name_cannot_move_the_readers_cursor) {
    ck_assert_hides("{'kind': 'person', 'name': 'Eve\033[2J\xc2\x9b 2J\tx'}", "\033");
    ck_assert_shows("{'kind': 'person', 'name': 'Eve\033[2J\xc2\x9b 2J\tx'}", "Eve [2J  2J x\n");
}
END_TEST

START_TEST(columns_are_counted_in_characters_and_not_in_bytes) {
    const char *text = shown("{'kind': 'people', 'people': [{'id': 'P-000001', 'key': 'ane', 'name': 'Åne "
                             "Øst', 'roles': ['clerk']},"
                             "{'id': 'P-000002', 'key': 'bob', 'name': 'Bob Lee', 'roles': ['clerk']}]}");
    ck_assert_str_eq(text, "P-000001  ane  Åne Øst  clerk\nP-000002  bob  Bob Lee  clerk\n");
}
END_TEST

Suite *documents_suite(void) {
    Suite *suite = suite_create("report: every kind");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, an_empty_document_of_any_kind_is_shown_and_ends_its_line, 0,
                        sizeof kinds / sizeof kinds[0]);
    tcase_add_test(all, a_kind_without_a_form_of_its_own_is_shown_by_its_keys);
    tcase_add_test(all, there_are_no_colours_unless_they_are_asked_for);
    tcase_add_test(all, a_name_cannot_move_the_readers_cursor);
    tcase_add_test(all, columns_are_counted_in_characters_and_not_in_bytes);
    suite_add_tcase(suite, all);
    return suite;
}
