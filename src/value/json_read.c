#include "value/json.h"
#include <jansson.h>
#include <stdlib.h>

static bool fault(JsonError *error, size_t at, Text message) {
    *error = (JsonError){message, at > UINT32_MAX ? UINT32_MAX : (uint32_t)at};
    return false;
}

/* The index after the string that begins at `at`. */
static size_t skip_string(Text text, size_t at) {
    for (at++; at < text.len && text.at[at] != '"'; at++)
        if (text.at[at] == '\\') at++;
    return at + 1;
}

static size_t skip_number(Text text, size_t at) {
    while (at < text.len && (is_digit(text.at[at]) || text_starts(text_part(text, at, at + 1), TEXT(".")) ||
                             text.at[at] == '-' || text.at[at] == '+' || (text.at[at] | 32) == 'e'))
        at++;
    return at;
}

static size_t skip_digits(Text number, size_t at) {
    while (at < number.len && is_digit(number.at[at])) at++;
    return at;
}

/* Is it a number of JSON: -0.5, 12e3? */
static bool is_number(Text number) {
    size_t at = number.len > 0 && number.at[0] == '-', whole = at;
    at = skip_digits(number, at);
    if (at == whole || (number.at[whole] == '0' && at > whole + 1)) return false;
    if (at < number.len && number.at[at] == '.') {
        size_t part = at + 1;
        at = skip_digits(number, part);
        if (at == part) return false;
    }
    if (at < number.len && (number.at[at] | 32) == 'e') {
        size_t power = at + 1;
        power += power < number.len && (number.at[power] == '+' || number.at[power] == '-');
        at = skip_digits(number, power);
        if (at == power) return false;
    }
    return at == number.len;
}

/* Whole and of 53 bits; otherwise malformed numbers are left to the parser. */
static bool check_number(Arena *arena, Text number, size_t at, JsonError *error) {
    int64_t n = 0;
    bool whole = true;
    for (size_t i = 0; i < number.len; i++) whole = whole && (is_digit(number.at[i]) || number.at[i] == '-');
    Text shown = text_part(number, 0, 40);
    if (!whole)
        return fault(error, at,
                     text_format(arena, "%.*s is not a whole number. Write it as a text: \"%.*s\".",
                                 TEXT_ARG(shown), TEXT_ARG(shown)));
    bool fits = text_to_int(number, &n) && n >= -JSON_INT_MAX && n <= JSON_INT_MAX;
    if (!fits && number.len > 15)
        return fault(error, at,
                     text_format(arena,
                                 "%.*s is too large for a number in JSON. Write it as a text: \"%.*s\".",
                                 TEXT_ARG(shown), TEXT_ARG(shown)));
    return true;
}

/* What the parser would take and we do not, or would go deep for: found with its place before it runs. */
static bool check_ahead(Arena *arena, Text text, bool any_number, JsonError *error) {
    size_t depth = 0, at = 0;
    if (!text_valid_utf8(text, &at)) return fault(error, at, TEXT("This byte is not valid UTF-8 text."));
    for (at = 0; at < text.len;) {
        char c = text.at[at];
        if (c == '"') {
            at = skip_string(text, at);
        } else if (c == '-' || is_digit(c)) {
            size_t end = skip_number(text, at);
            if (!any_number && !check_number(arena, text_part(text, at, end), at, error)) return false;
            at = end;
        } else {
            if ((c == '[' || c == '{') && ++depth > JSON_DEPTH)
                return fault(error, at, TEXT("Lists and maps are nested deeper than 64 levels here."));
            if ((c == ']' || c == '}') && depth > 0) depth--;
            at++;
        }
    }
    return true;
}

static Tree *convert(Arena *arena, json_t *json);

static Tree *convert_list(Arena *arena, const json_t *json) {
    Tree *list = tree_list(arena);
    list->len = list->cap = json_array_size(json);
    list->items = arena_array(arena, Tree *, list->cap);
    for (size_t i = 0; i < list->len; i++) list->items[i] = convert(arena, json_array_get(json, i));
    return list;
}

/* The parser keeps the order of the keys and has refused duplicates, so nothing needs to be looked up. */
static Tree *convert_map(Arena *arena, json_t *json) {
    Tree *map = tree_map(arena);
    map->cap = json_object_size(json);
    map->items = arena_array(arena, Tree *, map->cap);
    map->keys = arena_array(arena, Text, map->cap);
    for (void *at = json_object_iter(json); at; at = json_object_iter_next(json, at)) {
        map->keys[map->len] = text_copy(arena, text_of(json_object_iter_key(at)));
        map->items[map->len++] = convert(arena, json_object_iter_value(at));
    }
    return map;
}

static Tree *convert(Arena *arena, json_t *json) {
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return convert_map(arena, json);
    case JSON_ARRAY:
        return convert_list(arena, json);
    case JSON_STRING:
        return tree_text(arena, text_copy(arena, (Text){json_string_value(json), json_string_length(json)}));
    case JSON_INTEGER:
        return tree_int(arena, json_integer_value(json));
    case JSON_TRUE:
        return tree_bool(arena, true);
    case JSON_FALSE:
        return tree_bool(arena, false);
    case JSON_REAL: /* refused by check_ahead() */
    case JSON_NULL:
        break;
    }
    return tree_null(arena);
}

typedef struct Conversion {
    Arena *arena;
    json_t *json;
    Tree *tree;
} Conversion;

static void run_conversion(void *context) {
    Conversion *conversion = context;
    conversion->tree = convert(conversion->arena, conversion->json);
}

/* The parser's complaint in our words. */
static Text sentence_of(Arena *arena, const json_error_t *error) {
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return TEXT("The JSON text ends too early: something that was opened is not closed.");
    case json_error_end_of_input_expected:
        return TEXT("There is more text here, after the JSON value has ended.");
    case json_error_duplicate_key:
        return TEXT("This key stands twice in the same map.");
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return TEXT("A text must not contain the character U+0000.");
    default:
        return text_format(arena, "This has no meaning in JSON: %s.", error->text);
    }
}

/* The parser may call it bad syntax when memory runs out in the middle of a text, or drop a part of a long
 * string. So what it says is believed only where memory can be had. */
static bool has_memory(size_t size) {
    void *tried = malloc(16 * size + 4096);
    free(tried);
    return tried != NULL;
}

/* Puts each number in quotes, until so much is written. Where in the text it then is. */
static size_t quote_numbers(Text text, Buf *quoted, size_t until) {
    size_t at = 0;
    while (at < text.len && quoted->len < until) {
        bool number = text.at[at] == '-' || is_digit(text.at[at]);
        size_t end = number ? skip_number(text, at) : text.at[at] == '"' ? skip_string(text, at) : at + 1;
        Text part = text_part(text, at, end < text.len ? end : text.len);
        if (number) number = is_number(part);
        if (number) buf_char(quoted, '"');
        buf_text(quoted, part);
        if (number) buf_char(quoted, '"');
        at = end;
    }
    return at;
}

static Tree *parse(Arena *arena, Text text, JsonError *error) {
    json_error_t complaint;
    json_t *json = json_loadb(text.len == 0 ? "" : text.at, text.len,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &complaint);
    if (!has_memory(text.len)) {
        json_decref(json);
        arena_fail(arena);
    }
    if (!json) {
        fault(error, complaint.position < 0 ? 0 : (size_t)complaint.position, sentence_of(arena, &complaint));
        return NULL;
    }
    Conversion conversion = {arena, json, NULL};
    bool done = arena_try(arena, run_conversion, &conversion);
    json_decref(json);
    if (!done) arena_fail(arena);
    return conversion.tree;
}

Tree *json_read(Arena *arena, Text text, JsonError *error) {
    return check_ahead(arena, text, false, error) ? parse(arena, text, error) : NULL;
}

Tree *json_read_as_written(Arena *arena, Text text, JsonError *error) {
    if (!check_ahead(arena, text, true, error)) return NULL;
    Buf quoted = buf_new(arena), before = buf_new(arena);
    quote_numbers(text, &quoted, SIZE_MAX);
    Tree *tree = parse(arena, buf_done(&quoted), error);
    if (!tree) error->at = (uint32_t)quote_numbers(text, &before, error->at);
    return tree;
}
