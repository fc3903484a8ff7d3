#include "syntax/form.h"

/* --- places --------------------------------------------------------------------------------------------- */

/* (A span that ends at 0 would be nowhere.) */
Span node_span(const Form *form, const Tree *node) {
    return (Span){form->file, node->start, node->end ? node->end : 1};
}

/* The text itself, without the quotes around it. */
Span inner_span(const Form *form, const Tree *node) {
    uint32_t quotes = node->quoted && node->end >= node->start + 2 ? 1 : 0;
    return (Span){form->file, node->start + quotes, node->end - quotes};
}

Span key_span(const Form *form, const Tree *map, size_t i) {
    uint32_t start = map->key_starts[i];
    Text file = form->ast->sources->files.at[form->file].text;
    bool quoted = start < file.len && (file.at[start] == '"' || file.at[start] == '\'');
    return (Span){form->file, start, start + (uint32_t)map->keys[i].len + (quoted ? 2 : 0)};
}

/* --- sentences ------------------------------------------------------------------------------------------ */

Text form_quoted(const Form *form, Text text) {
    return text_format(form->diagnostics->arena, "\"%.*s\"", TEXT_ARG(text));
}

Text form_joined(const Form *form, const Keys *keys, const char *last) {
    Buf buf = buf_new(form->diagnostics->arena);
    for (size_t i = 0; i < keys->len; i++) {
        if (i > 0) buf_cstr(&buf, i + 1 == keys->len ? last : ", ");
        buf_text(&buf, keys->at[i]);
    }
    return buf_done(&buf);
}

static Text described(const Form *form, const Tree *node) {
    switch (node->kind) {
    case TREE_LIST:
        return node->len ? TEXT("a list") : TEXT("an empty list");
    case TREE_MAP:
        return node->len ? TEXT("a map of keys") : TEXT("an empty map");
    case TREE_TEXT:
        return text_empty(node->text) ? TEXT("an empty text") : form_quoted(form, node->text);
    default:
        return TEXT("nothing");
    }
}

Diagnostic *wrong_shape(const Form *form, Text what, const char *needed, const Tree *node) {
    return DIAGNOSE(form->diagnostics, DIAG_WRONG_SHAPE, node_span(form, node), what, text_of(needed),
                    described(form, node));
}

static void unknown_key(const Form *form, const Tree *map, size_t i, Text owner, const Keys *known) {
    Diagnostic *found =
        DIAGNOSE(form->diagnostics, DIAG_UNKNOWN_KEY, key_span(form, map, i), owner, map->keys[i]);
    diagnostic_did_you_mean(form->diagnostics, found, map->keys[i], known->at, known->len);
    if (!text_empty(found->mend)) return;
    Text keys = form_joined(form, known, " and ");
    found->mend = text_format(form->diagnostics->arena, "its keys are %.*s", TEXT_ARG(keys));
}

void check_keys(const Form *form, const Tree *map, Text owner, const Keys *known) {
    for (size_t i = 0; i < map->len; i++) {
        bool found = false;
        for (size_t k = 0; k < known->len && !found; k++) found = text_equal(map->keys[i], known->at[k]);
        if (!found) unknown_key(form, map, i, owner, known);
    }
}

void need_key(const Form *form, const Tree *map, Text key, Text owner, Span at) {
    if (!tree_get_key(map, key)) DIAGNOSE(form->diagnostics, DIAG_MISSING_KEY, at, owner, key);
}

/* --- what stands behind a key --------------------------------------------------------------------------- */

/* A name as the rules have it. */
static bool is_name(Text text) {
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool letter = c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (i == 0 || !is_digit(c))) return false;
    }
    return text.len > 0;
}

static void advise_name(Diagnostic *found) {
    found->mend = TEXT("a name has letters, digits and _, and begins with no digit");
}

bool read_text(const Form *form, const Tree *node, Text what, Name *out) {
    if (node->kind != TREE_TEXT || text_empty(node->text)) {
        wrong_shape(form, what, "a text", node);
        return false;
    }
    *out = (Name){node->text, inner_span(form, node)};
    return true;
}

bool read_name(const Form *form, const Tree *node, Text what, Name *out) {
    if (node->kind != TREE_TEXT || !is_name(node->text)) {
        advise_name(wrong_shape(form, what, "a name", node));
        return false;
    }
    *out = (Name){node->text, inner_span(form, node)};
    return true;
}

bool read_key_name(const Form *form, const Tree *map, size_t i, Text what, Name *out) {
    *out = (Name){map->keys[i], key_span(form, map, i)};
    if (is_name(out->text)) return true;
    advise_name(DIAGNOSE(form->diagnostics, DIAG_WRONG_SHAPE, out->at, what, TEXT("a name"),
                         form_quoted(form, out->text)));
    return false;
}

Names read_names(const Form *form, const Tree *node, Text what) {
    Names names = {0};
    Name name;
    if (node->kind == TREE_TEXT && read_name(form, node, what, &name))
        *vec_push(form->ast->arena, &names) = name;
    if (node->kind == TREE_TEXT) return names;
    if (node->kind != TREE_LIST || node->len == 0) {
        wrong_shape(form, what, "a name or a list of names", node);
        return names;
    }
    for (size_t i = 0; i < node->len; i++)
        if (read_name(form, node->items[i], what, &name)) *vec_push(form->ast->arena, &names) = name;
    return names;
}
