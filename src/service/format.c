/* The canonical form of a rule file. */
#include "service/service.h"

typedef struct Formatting {
    Text name, text;
} Formatting;

static bool is_of_another_form(Text name) {
    static const char *const ends[] = {".yaml", ".yml", ".json", ".jsonl", ".csv"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (text_ends(name, text_of(ends[i]))) return true;
    return false;
}

/* The first error that parsing finds; empty when there is none. Only what is written in its own form can be
 * given another. */
static Text first_error(Arena *arena, const Formatting *formatting) {
    Sources *sources = sources_new(arena);
    Diagnostics *diagnostics = diagnostics_new(arena);
    uint32_t file = sources_add(sources, formatting->name, formatting->text);
    parse_rules(ast_new(arena, sources), file, diagnostics);
    diagnostics_sort(sources, diagnostics);
    for (size_t i = 0; i < diagnostics->all.len; i++) {
        const Diagnostic *found = &diagnostics->all.at[i];
        if (diagnostic_severity(found->code) != SEVERITY_ERROR) continue;
        return text_format(arena, "line %u: %.*s", (unsigned)source_place(sources, found->at).line,
                           TEXT_ARG(diagnostic_sentence(arena, found)));
    }
    return (Text){0};
}

static Text line_around(Text text, size_t at) {
    size_t end = at;
    while (at > 0 && text.at[at - 1] != '\n') at--;
    while (end < text.len && text.at[end] != '\n') end++;
    return text_part(text, at, end);
}

/* Where the two differ first: the line's number, and what it is in each. */
static void say_difference(Arena *arena, Tree *document, Text was, Text becomes) {
    size_t at = 0;
    int64_t line = 1;
    for (; at < was.len && at < becomes.len && was.at[at] == becomes.at[at]; at++) line += was.at[at] == '\n';
    tree_set_int(arena, document, "line", line);
    tree_set_text(arena, document, "was", line_around(was, at));
    tree_set_text(arena, document, "becomes", line_around(becomes, at));
}

static void say_formatted(bylaw_result *result, const Formatting *formatting, Text text) {
    bool changed = !text_equal(text, formatting->text);
    result_kind(result, BYLAW_DONE, "format");
    tree_set_text(result->arena, result->document, "path", formatting->name);
    tree_set_bool(result->arena, result->document, "changed", changed);
    if (changed) say_difference(result->arena, result->document, formatting->text, text);
    tree_set_text(result->arena, result->document, "text", text);
}

static void leave_alone(bylaw_result *result, const Formatting *formatting, Text because, const char *mend) {
    result_problem(result, BYLAW_WANTING,
                   text_format(result->arena, "%.*s is left as it is: %.*s", TEXT_ARG(formatting->name),
                               TEXT_ARG(because)),
                   text_of(mend));
}

static void say_format(bylaw_result *result, void *context) {
    const Formatting *formatting = context;
    Text text, error;
    if (is_of_another_form(formatting->name)) {
        leave_alone(result, formatting, TEXT("it is no rule file"),
                    "fmt is for rule files (.bylaw); workflows and data keep the form that they have");
        return;
    }
    if (formatting->text.len > RULE_FILE_MAX || !format_rules(result->arena, formatting->text, &text)) {
        leave_alone(result, formatting, TEXT("it cannot be read as rules"),
                    "bylaw check says what is wrong in it");
        return;
    }
    error = first_error(result->arena, formatting);
    if (text_empty(error))
        say_formatted(result, formatting, text);
    else
        leave_alone(result, formatting, error, "mend what is wrong first; bylaw check says all of it");
}

bylaw_result *bylaw_format(const char *name, const char *text, size_t length) {
    return result_of(say_format, &(Formatting){text_of(name), {text, length}});
}
