/* A table, an authority matrix, a scorecard, a checklist, a review or a definition on one set of facts. */
#include "service/evaluation.h"
#include "service/facts.h"

typedef struct Evaluating {
    const bylaw_rules *rules;
    const bylaw_evaluate_options *options;
} Evaluating;

void say_no_such_unit(bylaw_result *result, const Program *program, Text name) {
    Text *names = arena_array(result->arena, Text, program->units_count + program->reviews_count);
    size_t count = 0;
    for (size_t i = 0; i < program->units_count; i++)
        if (!text_empty(program->units[i].name)) names[count++] = program->units[i].name;
    for (size_t i = 0; i < program->reviews_count; i++) names[count++] = program->reviews[i].name;
    Text sentence = text_format(
        result->arena,
        "the rules have no table, authority matrix, scorecard, checklist, review or definition \"%.*s\"",
        TEXT_ARG(name));
    result_problem(result, BYLAW_USAGE, sentence, text_offer(result->arena, name, names, count));
}

Index evaluated_unit(const Program *program, Text name) {
    Index unit = program_unit(program, name);
    for (size_t i = 0; unit == NONE && i < program->reviews_count; i++)
        if (text_equal(program->reviews[i].name, name)) unit = program->reviews[i].applies;
    return unit;
}

Index evaluated_group(const Program *program, Index unit) {
    const Unit *what = &program->units[unit];
    if (what->kind == UNIT_DEFINITION) return program->definitions[what->detail].group;
    if (what->kind == UNIT_SCORECARD) return program->scorecards[what->detail].group;
    if (what->kind == UNIT_CHECKLIST) return program->checklists[what->detail].group;
    if (unit_has_rows(what)) return program->tables[what->detail].group;
    return NONE;
}

/* "safety_check applies": of a review the condition is evaluated under which it does. */
static void name_review(Arena *arena, const Program *program, Text name, Tree *determination) {
    if (program_unit(program, name) != NONE) return;
    tree_set_text(arena, determination, "unit", text_format(arena, "%.*s applies", TEXT_ARG(name)));
}

bylaw_code write_evaluation(Arena *arena, Tree *document, const Program *program, Text name, Index unit,
                            Frame *frame, bool explain) {
    Determination determination;
    Reasons reasons = {0};
    evaluate(frame, unit, explain ? &reasons : NULL, &determination);
    tree_set_text(arena, document, "name", name);
    tree_set_bool(arena, document, "explain", explain);
    Tree *tree = determination_tree(arena, program, unit, &determination, explain ? &reasons : NULL);
    name_review(arena, program, name, tree);
    tree_set(arena, document, TEXT("determination"), tree);
    return determination.outcome == OUTCOME_DECIDED ? BYLAW_DONE : BYLAW_WANTING;
}

bylaw_code write_bad_facts(Arena *arena, Tree *document, const Sources *sources,
                           const Diagnostics *diagnostics) {
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    tree_set_int(arena, document, "errors", (int64_t)diagnostics->errors);
    tree_set_text(arena, document, "text", buf_done(&buf));
    tree_set(arena, document, TEXT("diagnostics"), diagnostics_tree(arena, sources, diagnostics));
    return BYLAW_WANTING;
}

static void say_evaluation(bylaw_result *result, void *context) {
    const Evaluating *evaluating = context;
    const bylaw_evaluate_options *options = evaluating->options;
    const Program *program = evaluating->rules->charter.program;
    Index unit = evaluated_unit(program, text_of(options->name));
    if (unit == NONE) {
        say_no_such_unit(result, program, text_of(options->name));
        return;
    }
    Sources *sources = sources_new(result->arena);
    Diagnostics *diagnostics = diagnostics_new(result->arena);
    uint32_t file =
        sources_add(sources, text_of(options->facts_name), (Text){options->facts, options->facts_length});
    Frame *frame = frame_new(result->arena, program);
    Tree *facts = parse_yaml(result->arena, sources, file, diagnostics);
    if (facts)
        facts_read(result->arena, program, evaluated_group(program, unit), facts, file, frame, diagnostics);
    result_kind(result, BYLAW_WANTING, diagnostics->errors ? "check" : "evaluation");
    result->code = diagnostics->errors
                       ? write_bad_facts(result->arena, result->document, sources, diagnostics)
                       : write_evaluation(result->arena, result->document, program, text_of(options->name),
                                          unit, frame, options->explain);
}

bylaw_result *bylaw_rules_evaluate(const bylaw_rules *rules, const bylaw_evaluate_options *options) {
    bylaw_evaluate_options taken;
    options_take(&taken, sizeof taken, options);
    return result_of(say_evaluation, &(Evaluating){rules, &taken});
}
