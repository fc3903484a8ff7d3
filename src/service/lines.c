/* Facts line after line (JSON Lines): the rules are looked into once, then each line is evaluated by itself.
 * What a line allocates is given back before the next, and every slot is missing again. */
#include "service/evaluation.h"
#include "service/facts.h"
#include "value/json.h"
#include <stdlib.h>

struct bylaw_lines {
    Arena *arena;
    const Program *program;
    Text name;
    bool explain, spent; /* memory ran out: it answers nothing any more */
    Index unit;
    Frame *frame;
    ArenaMark start;
    int64_t number; /* of the line that was answered last */
};

typedef struct Opening {
    bylaw_lines *lines;
    const bylaw_rules *rules;
    const bylaw_evaluate_options *options;
} Opening;

static void prepare(void *context) {
    const Opening *opening = context;
    bylaw_lines *lines = opening->lines;
    lines->program = opening->rules->charter.program;
    lines->explain = opening->options->explain;
    lines->name = text_copy(lines->arena, text_of(opening->options->name));
    lines->unit = evaluated_unit(lines->program, lines->name);
    lines->frame = frame_new(lines->arena, lines->program);
    lines->start = arena_mark(lines->arena);
}

static void say_opened(bylaw_result *result, void *context) {
    const Opening *opening = context;
    bylaw_lines *lines = opening->lines;
    if (!arena_try(lines->arena, prepare, context)) arena_fail(result->arena);
    if (lines->unit == NONE) {
        say_no_such_unit(result, lines->program, text_of(opening->options->name));
        return;
    }
    result_kind(result, BYLAW_DONE, "lines");
    tree_set_text(result->arena, result->document, "name", lines->name);
}

bylaw_result *bylaw_lines_new(const bylaw_rules *rules, const bylaw_evaluate_options *options,
                              bylaw_lines **out) {
    bylaw_evaluate_options taken;
    options_take(&taken, sizeof taken, options);
    Opening opening = {calloc(1, sizeof *opening.lines), rules, &taken};
    *out = NULL;
    if (opening.lines) opening.lines->arena = arena_new(0);
    bylaw_result *result = opening.lines && opening.lines->arena ? result_of(say_opened, &opening) : NULL;
    if (result && bylaw_result_code(result) == BYLAW_DONE)
        *out = opening.lines;
    else
        bylaw_lines_free(opening.lines);
    return result;
}

void bylaw_lines_free(bylaw_lines *lines) {
    if (!lines) return;
    arena_free(lines->arena);
    free(lines);
}

typedef struct Answering {
    bylaw_lines *lines;
    Text line;
    bylaw_code code;
    Text answer;
} Answering;

static Tree *new_document(const bylaw_lines *lines, const char *kind) {
    Tree *document = tree_map(lines->arena);
    tree_set_text(lines->arena, document, "kind", text_of(kind));
    tree_set_int(lines->arena, document, "line", lines->number);
    return document;
}

/* What is wrong with the facts of a line has no place but the line. */
static void read_line(const Answering *answering, Diagnostics *diagnostics) {
    const bylaw_lines *lines = answering->lines;
    Arena *arena = lines->arena;
    JsonError error;
    frame_clear(lines->frame);
    if (answering->line.len > BYLAW_LINE_MOST) {
        DIAGNOSE(diagnostics, DIAG_LINE_TOO_LONG, (Span){0}, text_format(arena, "%d", BYLAW_LINE_MOST));
        return;
    }
    Tree *facts = json_read_as_written(arena, answering->line, &error);
    if (facts)
        facts_read(arena, lines->program, evaluated_group(lines->program, lines->unit), facts, 0,
                   lines->frame, diagnostics);
    else
        DIAGNOSE(diagnostics, DIAG_BAD_JSON, (Span){0},
                 text_format(arena, "byte %u: %.*s", error.at + 1, TEXT_ARG(error.message)));
}

static void answer_line(void *context) {
    Answering *answering = context;
    const bylaw_lines *lines = answering->lines;
    Diagnostics *diagnostics = diagnostics_new(lines->arena);
    read_line(answering, diagnostics);
    Tree *document = new_document(lines, diagnostics->errors ? "check" : "evaluation");
    answering->code = diagnostics->errors
                          ? write_bad_facts(lines->arena, document, sources_new(lines->arena), diagnostics)
                          : write_evaluation(lines->arena, document, lines->program, lines->name, lines->unit,
                                             lines->frame, lines->explain);
    Buf buf = buf_new(lines->arena);
    json_write(&buf, document);
    answering->answer = buf_done(&buf);
}

bylaw_code bylaw_lines_answer(bylaw_lines *lines, const char *line, size_t length, const char **answer) {
    Answering answering = {.lines = lines, .line = {line, length}};
    lines->number++;
    if (!lines->spent) {
        arena_rewind(lines->arena, lines->start);
        lines->spent = !arena_try(lines->arena, answer_line, &answering);
    }
    *answer = lines->spent ? "{\"kind\":\"problem\",\"sentence\":\"there is not enough memory\"}"
                           : answering.answer.at;
    return lines->spent ? BYLAW_CANNOT : answering.code;
}
