/* yaml: libyaml's events made into a Tree whose nodes know their bytes in the file. What would let a small
 * file become a large one (aliases), or lets two readers read two things out of it (tags, keys that stand
 * twice), is refused. The nesting is kept on a stack of our own, so that its depth is bounded. */
#include "syntax/input.h"

#include "base/map.h"
#include <string.h>
#include <yaml.h>

/* A list or map that is still open. */
typedef struct Frame {
    Tree *tree;
    bool flow; /* written with brackets: its end is the closing one, not that of its last item */
    VEC(Tree *) items;
    VEC(Text) keys;
    VEC(uint32_t) key_starts;
    Map seen;     /* MAP: from a key to the Span where it first stood */
    bool has_key; /* MAP: the last key has no item yet */
} Frame;

typedef struct Reader {
    Arena *arena;
    Diagnostics *diagnostics;
    uint32_t file;
    Text text;
    yaml_parser_t parser;
    yaml_event_t event;
    size_t mark, byte; /* the same place in characters, as libyaml counts, and in bytes */
    Frame frames[NESTING_MAX];
    size_t depth;
    Tree *root;
    bool failed;
} Reader;

/* May be called again: libyaml leaves what it deleted zeroed. */
static void reader_release(void *what) {
    Reader *reader = what;
    yaml_event_delete(&reader->event);
    yaml_parser_delete(&reader->parser);
}

static bool continues_character(const Reader *reader, size_t byte) {
    return byte < reader->text.len && ((unsigned char)reader->text.at[byte] & 0xc0) == 0x80;
}

/* The byte of a mark. Marks come nearly in order, so walking from the last one is linear in all. */
static uint32_t byte_of(Reader *reader, size_t mark) {
    for (; reader->mark < mark && reader->byte < reader->text.len; reader->mark++) {
        do reader->byte++;
        while (continues_character(reader, reader->byte));
    }
    for (; reader->mark > mark; reader->mark--) {
        do reader->byte--;
        while (continues_character(reader, reader->byte));
    }
    return (uint32_t)reader->byte;
}

static Span event_span(Reader *reader) {
    uint32_t start = byte_of(reader, reader->event.start_mark.index);
    return (Span){reader->file, start, byte_of(reader, reader->event.end_mark.index)};
}

static Diagnostic *refuse(Reader *reader, Span at, const char *what, const char *why) {
    reader->failed = true;
    return DIAGNOSE(reader->diagnostics, DIAG_YAML_NOT_READ, at, text_of(what), text_of(why));
}

/* --- what libyaml itself finds -------------------------------------------------------------------------- */

/* libyaml's words, and what an author can do about them. */
static const struct {
    const char *problem;
    Text mend;
} MENDS[] = {
    {"mapping values are not allowed in this context",
     TEXT_ROW("check the indentation; a text that contains \": \" goes in quotes")},
    {"did not find expected key", TEXT_ROW("check the indentation and the quotes")},
    {"could not find expected ':'", TEXT_ROW("write a key, a colon and a space, and then the value")},
    {"did not find expected '-' indicator", TEXT_ROW("begin every item of the list in the same column")},
    {"did not find expected ',' or '}'",
     TEXT_ROW("separate what is in braces by commas, and close them with }")},
    {"did not find expected ',' or ']'",
     TEXT_ROW("separate what is in brackets by commas, and close them with ]")},
    {"found character that cannot start any token",
     TEXT_ROW("indent with spaces, not tabs; a text that begins with a sign goes in quotes")},
    {"found unexpected end of stream", TEXT_ROW("close the quotes")},
};

static Text mend_of(const char *problem) {
    for (size_t i = 0; i < sizeof MENDS / sizeof *MENDS; i++)
        if (strcmp(problem, MENDS[i].problem) == 0) return MENDS[i].mend;
    return (Text){0};
}

static void libyaml_failed(Reader *reader) {
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR) arena_fail(reader->arena);
    uint32_t end = (uint32_t)reader->text.len;
    uint32_t start = parser->error == YAML_READER_ERROR ? (uint32_t)parser->problem_offset
                                                        : byte_of(reader, parser->problem_mark.index);
    if (start > end) start = end;
    Span at = {reader->file, start, start < end ? start + 1 : end};
    Diagnostic *found =
        DIAGNOSE(reader->diagnostics, DIAG_BAD_YAML, at, text_copy(reader->arena, text_of(parser->problem)));
    found->mend = parser->problem ? mend_of(parser->problem) : (Text){0};
    reader->failed = true;
}

/* --- the tree ------------------------------------------------------------------------------------------- */

static Frame *top(Reader *reader) {
    return reader->depth ? &reader->frames[reader->depth - 1] : NULL;
}

static void place_item(Reader *reader, Tree *item) {
    Frame *frame = top(reader);
    if (!frame) {
        reader->root = item;
        return;
    }
    *vec_push(reader->arena, &frame->items) = item;
    frame->has_key = false;
}

static void place_key(Reader *reader, Text key, Span at) {
    Frame *frame = top(reader);
    const Span *first = map_get(&frame->seen, key);
    if (first) {
        DIAGNOSE(reader->diagnostics, DIAG_YAML_KEY_TWICE, at, key)->other = *first;
        reader->failed = true;
    } else {
        Span *here = arena_make(reader->arena, Span);
        *here = at;
        map_set(reader->arena, &frame->seen, key, here);
    }
    *vec_push(reader->arena, &frame->keys) = key;
    *vec_push(reader->arena, &frame->key_starts) = at.start;
    frame->has_key = true;
}

static bool wants_key(const Frame *frame) {
    return frame && frame->tree->kind == TREE_MAP && !frame->has_key;
}

static bool means_nothing(Text plain) {
    return text_empty(plain) || text_is(plain, "~") || text_is(plain, "null");
}

/* Anchors and tags stand before what they belong to, and the event begins with them. */
static void check_properties(Reader *reader, Span at, const yaml_char_t *anchor, const yaml_char_t *tag) {
    if (anchor)
        refuse(reader, at, "an anchor (&)", "with anchors and aliases a small file could become huge");
    if (tag) {
        Diagnostic *found = refuse(reader, at, "a tag (!)", "the rules say what type a value has");
        found->mend = TEXT("leave the tag out");
    }
}

static void read_scalar(Reader *reader) {
    Span at = event_span(reader);
    const yaml_event_t *event = &reader->event;
    check_properties(reader, at, event->data.scalar.anchor, event->data.scalar.tag);
    Text text =
        text_copy(reader->arena, (Text){(const char *)event->data.scalar.value, event->data.scalar.length});
    if (wants_key(top(reader))) {
        place_key(reader, text, at);
        return;
    }
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    Tree *tree = plain && means_nothing(text) ? tree_null(reader->arena) : tree_text(reader->arena, text);
    tree->quoted = !plain;
    tree->start = at.start;
    tree->end = at.end;
    place_item(reader, tree);
}

static void read_alias(Reader *reader) {
    refuse(reader, event_span(reader), "an alias (*)",
           "with anchors and aliases a small file could become huge");
    if (wants_key(top(reader)))
        place_key(reader, (Text){0}, event_span(reader));
    else
        place_item(reader, tree_null(reader->arena));
}

/* False when the reading cannot go on: there is no place for a list or map here. (A block begins with an
 * event of no width.) */
static bool can_open(Reader *reader, Span at) {
    if (at.end == at.start) at.end++;
    if (wants_key(top(reader))) {
        Diagnostic *found = refuse(reader, at, "a list or map as a key", "a key is one word or text");
        found->mend = TEXT("a text that begins with [ or { goes in quotes");
        return false;
    }
    if (reader->depth < NESTING_MAX) return true;
    DIAGNOSE(reader->diagnostics, DIAG_YAML_TOO_DEEP, at, text_format(reader->arena, "%d", NESTING_MAX));
    reader->failed = true;
    return false;
}

static bool open_frame(Reader *reader, TreeKind kind, bool flow) {
    Span at = event_span(reader);
    if (!can_open(reader, at)) return false;
    Tree *tree = kind == TREE_MAP ? tree_map(reader->arena) : tree_list(reader->arena);
    tree->start = at.start;
    tree->end = at.end;
    place_item(reader, tree);
    reader->frames[reader->depth++] = (Frame){.tree = tree, .flow = flow};
    return true;
}

static bool open_list(Reader *reader) {
    const yaml_event_t *event = &reader->event;
    check_properties(reader, event_span(reader), event->data.sequence_start.anchor,
                     event->data.sequence_start.tag);
    return open_frame(reader, TREE_LIST, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
}

static bool open_map(Reader *reader) {
    const yaml_event_t *event = &reader->event;
    check_properties(reader, event_span(reader), event->data.mapping_start.anchor,
                     event->data.mapping_start.tag);
    return open_frame(reader, TREE_MAP, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
}

/* libyaml ends a block only where the next thing begins; here it ends with its last item. */
static void close_frame(Reader *reader) {
    Frame *frame = top(reader);
    Tree *tree = frame->tree;
    tree->items = frame->items.at;
    tree->keys = frame->keys.at;
    tree->key_starts = frame->key_starts.at;
    tree->len = tree->cap = frame->items.len;
    if (frame->flow)
        tree->end = event_span(reader).end;
    else if (tree->len && tree->items[tree->len - 1]->end > tree->end)
        tree->end = tree->items[tree->len - 1]->end;
    reader->depth--;
}

/* False when there is no more to read. */
static bool read_event(Reader *reader) {
    switch (reader->event.type) {
    case YAML_STREAM_END_EVENT:
        return false;
    case YAML_DOCUMENT_START_EVENT:
        if (!reader->root) return true;
        refuse(reader, event_span(reader), "a second document (---)", "a file holds one")->mend =
            TEXT("put it in a file of its own");
        return false;
    case YAML_SCALAR_EVENT:
        read_scalar(reader);
        return true;
    case YAML_ALIAS_EVENT:
        read_alias(reader);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        return open_list(reader);
    case YAML_MAPPING_START_EVENT:
        return open_map(reader);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_frame(reader);
        return true;
    default:
        return true;
    }
}

static void read_events(Reader *reader) {
    for (bool more = true; more;) {
        if (!yaml_parser_parse(&reader->parser, &reader->event)) {
            libyaml_failed(reader);
            return;
        }
        more = read_event(reader);
        yaml_event_delete(&reader->event);
    }
}

Tree *parse_yaml(Arena *arena, const Sources *sources, uint32_t file, Diagnostics *diagnostics) {
    if (!input_readable(sources, file, diagnostics)) return NULL;
    Reader *reader = arena_make(arena, Reader);
    reader->arena = arena;
    reader->diagnostics = diagnostics;
    reader->file = file;
    reader->text = sources->files.at[file].text;
    if (!yaml_parser_initialize(&reader->parser)) arena_fail(arena);
    arena_on_free(arena, reader_release, reader);
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)reader->text.at, reader->text.len);
    read_events(reader);
    reader_release(reader);
    if (reader->failed) return NULL;
    return reader->root ? reader->root : tree_null(arena);
}
