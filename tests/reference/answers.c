/* Answers questions of a reference in another language:   answers RULES < CASES
 * A case is a line of fields between tabs: what is evaluated, facts as name=value, then =RESULT, which is a
 * value as it is written, "undetermined", or "error" and its word. Ends with 1 at the first case that comes
 * out otherwise. */
#include "engine/engine.h"
#include "program/compile.h"
#include "syntax/syntax.h"
#include <stdio.h>
#include <stdlib.h>

enum { LINE_MOST = 1 << 16, KEPT_MEMORY = 1 << 22 };

typedef struct Answers {
    Arena *arena;
    const Program *program;
    Frame *frame;
    ArenaMark start;
    Text rules;
    size_t count;
    bool wrong;
} Answers;

static Text whole_file(Arena *arena, const char *path) {
    Buf buf = buf_new(arena);
    FILE *file = fopen(path, "rb");
    for (int c; file && (c = fgetc(file)) != EOF;) buf_char(&buf, (char)c);
    if (file) fclose(file);
    return buf_done(&buf);
}

static void read_rules(void *context) {
    Answers *answers = context;
    Arena *arena = answers->arena;
    Sources *sources = sources_new(arena);
    Ast *ast = ast_new(arena, sources);
    Diagnostics *diagnostics = diagnostics_new(arena);
    parse_rules(ast, sources_add(sources, TEXT("rules"), answers->rules), diagnostics);
    const Model *model = model_check(arena, ast, diagnostics);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    printf("%.*s", TEXT_ARG(buf_done(&buf)));
    if (!model->sound) return;
    answers->program = compile(arena, model);
    answers->frame = frame_new(arena, answers->program);
    answers->start = arena_mark(arena);
}

static bool give(Answers *answers, Text fact) {
    Text name;
    Value value;
    text_next(&fact, '=', &name);
    Index slot = program_slot(answers->program, NONE, name);
    if (slot == NONE) return false;
    if (value_parse(answers->arena, answers->program->slots[slot].type, fact, &value) != VALUE_OK)
        return false;
    frame_set(answers->frame, slot, value);
    return true;
}

static Text come_to(Answers *answers, Text name) {
    Determination out;
    Index unit = program_unit(answers->program, name);
    if (unit == NONE) return TEXT("no such definition");
    evaluate(answers->frame, unit, NULL, &out);
    if (out.outcome == OUTCOME_UNDETERMINED) return TEXT("undetermined");
    const Definition *definition = &answers->program->definitions[answers->program->units[unit].detail];
    if (out.outcome == OUTCOME_DECIDED)
        return slot_value_text(answers->arena, answers->program, definition->slot, out.outputs[0]);
    Tree *tree = determination_tree(answers->arena, answers->program, unit, &out, NULL);
    return text_format(answers->arena, "error %.*s", TEXT_ARG(tree_get_text(tree, "problem")));
}

static void answer(Answers *answers, Text line) {
    Text unit, field, all = line;
    text_next(&line, '\t', &unit);
    frame_clear(answers->frame);
    while (text_next(&line, '\t', &field) && !text_starts(field, TEXT("=")))
        answers->wrong |= !give(answers, field);
    Text got = come_to(answers, unit);
    answers->wrong |= !text_equal(got, text_part(field, 1, field.len));
    if (answers->wrong) printf("%.*s\n    came out as %.*s\n", TEXT_ARG(all), TEXT_ARG(got));
    answers->count++;
}

static void answer_all(void *context) {
    Answers *answers = context;
    static char line[LINE_MOST];
    while (!answers->wrong && fgets(line, sizeof line, stdin)) {
        answer(answers, text_trim(text_of(line)));
        if (arena_used(answers->arena) > answers->start.total + KEPT_MEMORY)
            arena_rewind(answers->arena, answers->start);
    }
}

int main(int argc, char **argv) {
    Answers answers = {.arena = arena_new(0)};
    if (argc != 2) return 2;
    answers.rules = whole_file(answers.arena, argv[1]);
    bool good = arena_try(answers.arena, read_rules, &answers) && answers.program &&
                arena_try(answers.arena, answer_all, &answers) && !answers.wrong && answers.count > 0;
    printf("%zu answers compared\n", answers.count);
    arena_free(answers.arena);
    return good ? 0 : 1;
}
