/* What an author does: check, format, test, evaluate. */
#include "program/code.h"
#include "service/facts.h"
#include "service/files.h"
#include <stdlib.h>

/* --- check ---------------------------------------------------------------------------------------------- */

typedef struct ReadRules {
    const char *const *paths;
    size_t count;
    bylaw_rules *rules;
    bool good;
} ReadRules;

static void count_things(Arena *arena, Tree *document, const Program *program) {
    Tree *counts = tree_set_map(arena, document, "counts");
    tree_set_int(arena, counts, "bodies", (int64_t)program->bodies_count);
    tree_set_int(arena, counts, "tables", (int64_t)program->tables_count);
    tree_set_int(arena, counts, "scorecards", (int64_t)program->scorecards_count);
    tree_set_int(arena, counts, "reviews", (int64_t)program->reviews_count);
    tree_set_int(arena, counts, "escalations", (int64_t)program->escalations_count);
    tree_set_int(arena, counts, "workflows", (int64_t)program->workflows_count);
    tree_set_int(arena, counts, "tests", (int64_t)program->tests_count);
}

void result_check(bylaw_result *result, const Charter *charter) {
    Arena *arena = result->arena;
    bool good = charter->program != NULL;
    result_kind(result, good ? BYLAW_DONE : BYLAW_WANTING, "check");
    tree_set_text(arena, result->document, "charter", charter->name);
    tree_set_int(arena, result->document, "files", (int64_t)charter->files.len);
    tree_set_int(arena, result->document, "errors", (int64_t)charter->diagnostics->errors);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, charter->sources, charter->diagnostics);
    tree_set_text(arena, result->document, "text", buf_done(&buf));
    tree_set(arena, result->document, TEXT("diagnostics"),
             diagnostics_tree(arena, charter->sources, charter->diagnostics));
    if (!good) return;
    tree_set_text(arena, result->document, "title", charter->program->title);
    tree_set_text(arena, result->document, "edition", charter->program->edition);
    count_things(arena, result->document, charter->program);
}

static void read_charter(void *context) {
    ReadRules *reading = context;
    Charter *charter = &reading->rules->charter;
    Arena *arena = reading->rules->arena;
    Text problem = {0}, mend = {0};
    if (charter_files(arena, reading->paths, reading->count, charter, &problem, &mend))
        charter_build(arena, charter);
    reading->rules->problem = problem;
    reading->rules->mend = mend;
}

static void say_rules(bylaw_result *result, void *context) {
    ReadRules *reading = context;
    if (!arena_try(reading->rules->arena, read_charter, reading)) arena_fail(result->arena);
    if (!text_empty(reading->rules->problem)) {
        result_problem(result, BYLAW_CANNOT, reading->rules->problem, reading->rules->mend);
        return;
    }
    result_check(result, &reading->rules->charter);
    reading->good = reading->rules->charter.program != NULL;
}

bylaw_rules *rules_new(void) {
    bylaw_rules *rules = calloc(1, sizeof *rules);
    if (rules) rules->arena = arena_new(0);
    if (rules && !rules->arena) {
        free(rules);
        rules = NULL;
    }
    return rules;
}

bylaw_result *bylaw_rules_read(const char *const *paths, size_t count, bylaw_rules **out) {
    *out = NULL;
    ReadRules reading = {paths, count, rules_new(), false};
    if (!reading.rules) return NULL;
    bylaw_result *result = result_of(say_rules, &reading);
    if (reading.good)
        *out = reading.rules;
    else
        bylaw_rules_free(reading.rules);
    return result;
}

void bylaw_rules_free(bylaw_rules *rules) {
    if (!rules) return;
    arena_free(rules->arena);
    free(rules);
}

/* --- format --------------------------------------------------------------------------------------------- */

typedef struct Formatting {
    Text name, text;
} Formatting;

static void say_format(bylaw_result *result, void *context) {
    const Formatting *formatting = context;
    Text text;
    if (formatting->text.len > RULE_FILE_MAX || !format_rules(result->arena, formatting->text, &text)) {
        Text sentence =
            text_format(result->arena, "%.*s cannot be formatted as it is", TEXT_ARG(formatting->name));
        result_problem(result, BYLAW_WANTING, sentence, TEXT("bylaw check says what is wrong in it"));
        return;
    }
    result_kind(result, BYLAW_DONE, "format");
    tree_set_text(result->arena, result->document, "path", formatting->name);
    tree_set_bool(result->arena, result->document, "changed", !text_equal(text, formatting->text));
    tree_set_text(result->arena, result->document, "text", text);
}

bylaw_result *bylaw_format(const char *name, const char *text, size_t length) {
    return result_of(say_format, &(Formatting){text_of(name), {text, length}});
}

/* --- test ----------------------------------------------------------------------------------------------- */

typedef struct Trial {
    Arena *arena;
    const Program *program;
    Frame *frame;
    const RuleTest *test;
    Tree *failures;
} Trial;

static Tree *add_failure(Trial *trial, const Expectation *expected) {
    Tree *failure = tree_add_map(trial->arena, trial->failures);
    tree_set_text(trial->arena, failure, "expected", trial->program->units[expected->condition].written);
    where_to_tree(trial->arena, &expected->where, failure);
    return failure;
}

static Text settling(Trial *trial, const Determination *determination) {
    TextList names = settle_names(trial->arena, trial->program, determination);
    return text_join(trial->arena, names.at, names.len, ", ");
}

/* What the slots that a failed expectation reads held, computed ones too. */
static void say_what_was(Trial *trial, Tree *failure, Index unit) {
    Reasons reasons = {0};
    Determination determination;
    evaluate(trial->frame, unit, &reasons, &determination);
    tree_set(trial->arena, failure, TEXT("determination"),
             determination_tree(trial->arena, trial->program, unit, &determination, &reasons));
}

static bool computed_before(const ConditionCode *code, size_t at) {
    for (size_t i = 0; i < at; i++)
        if (code->ops[i].op == CODE_SLOT && code->ops[i].a == code->ops[at].a) return true;
    return false;
}

/* "merit.total is 8.5": what the rules made of what the condition reads. */
static Text what_came_out(Trial *trial, Index unit) {
    const ConditionCode *code = &trial->program->conditions[trial->program->units[unit].detail];
    Buf buf = buf_new(trial->arena);
    for (size_t i = 0; i < code->count; i++) {
        Index slot = code->ops[i].a;
        if (code->ops[i].op != CODE_SLOT || computed_before(code, i)) continue;
        Text value = slot_value_text(trial->arena, trial->program, slot, frame_get(trial->frame, slot));
        buf_format(&buf, "%s%.*s is %.*s", buf.len ? ", " : "", TEXT_ARG(trial->program->slots[slot].name),
                   TEXT_ARG(value));
    }
    return buf.len ? buf_done(&buf) : TEXT("it is not so");
}

/* False when nothing came out at all: what is missing then has been said. */
static bool expect_condition(Trial *trial, const Expectation *expected) {
    Determination determination;
    evaluate(trial->frame, expected->condition, NULL, &determination);
    if (determination.outcome == OUTCOME_DECIDED && determination.yes) return true;
    Tree *failure = add_failure(trial, expected);
    Text got = what_came_out(trial, expected->condition);
    if (determination.outcome == OUTCOME_UNDETERMINED)
        got = text_format(trial->arena, "it is undetermined: %.*s is missing",
                          TEXT_ARG(settling(trial, &determination)));
    else if (determination.outcome != OUTCOME_DECIDED)
        got = TEXT("the rule cannot be evaluated");
    tree_set_text(trial->arena, failure, "got", got);
    say_what_was(trial, failure, expected->condition);
    return determination.outcome == OUTCOME_DECIDED;
}

static void expect_row(Trial *trial, const Expectation *expected) {
    if (expected->table == NONE) return;
    const DecisionTable *table = &trial->program->tables[expected->table];
    Determination determination;
    evaluate(trial->frame, table->unit, NULL, &determination);
    if (determination.outcome == OUTCOME_DECIDED && determination_has_row(&determination, expected->row))
        return;
    Tree *failure = add_failure(trial, expected);
    Text got = determination_rows(trial->arena, trial->program, &determination);
    if (determination.outcome != OUTCOME_DECIDED || text_empty(got)) got = TEXT("no row");
    tree_set_text(trial->arena, failure, "got",
                  text_format(trial->arena, "%.*s decided by %.*s, not by %.*s", TEXT_ARG(table->name),
                              TEXT_ARG(got), TEXT_ARG(table->rows[expected->row].id)));
}

static bool run_test(Arena *arena, const Program *program, Frame *frame, const RuleTest *test, Tree *list) {
    Tree *map = tree_add_map(arena, list);
    Trial trial = {arena, program, frame, test, tree_list(arena)};
    frame_clear(frame);
    for (size_t i = 0; i < test->given_count; i++)
        frame_set(frame, test->givens[i].slot, test->givens[i].value);
    RegisterValues rows = {program, test->rows, test->row_count};
    frame_read_from(frame, registry_of(&rows));
    for (size_t i = 0; i < test->expect_count; i++) {
        if (expect_condition(&trial, &test->expects[i])) expect_row(&trial, &test->expects[i]);
    }
    bool passed = tree_len(trial.failures) == 0;
    tree_set_text(arena, map, "title", test->title);
    where_to_tree(arena, &test->where, map);
    tree_set_bool(arena, map, "passed", passed);
    tree_set(arena, map, TEXT("failures"), trial.failures);
    return passed;
}

static void say_tests(bylaw_result *result, void *context) {
    const Program *program = ((const bylaw_rules *)context)->charter.program;
    Frame *frame = frame_new(result->arena, program);
    Tree *list = tree_list(result->arena);
    int64_t passed = 0;
    for (size_t i = 0; i < program->tests_count; i++)
        passed += run_test(result->arena, program, frame, &program->tests[i], list);
    int64_t failed = (int64_t)program->tests_count - passed;
    result_kind(result, failed ? BYLAW_WANTING : BYLAW_DONE, "tests");
    tree_set_int(result->arena, result->document, "passed", passed);
    tree_set_int(result->arena, result->document, "failed", failed);
    tree_set(result->arena, result->document, TEXT("tests"), list);
}

bylaw_result *bylaw_rules_test(const bylaw_rules *rules) {
    return result_of(say_tests, (void *)(uintptr_t)rules);
}

/* --- evaluate ------------------------------------------------------------------------------------------- */

typedef struct Evaluating {
    const bylaw_rules *rules;
    const bylaw_evaluate_options *options;
} Evaluating;

static void no_such_unit(bylaw_result *result, const Program *program, Text name) {
    Text *names = arena_array(result->arena, Text, program->units_count + program->reviews_count);
    size_t count = 0;
    for (size_t i = 0; i < program->units_count; i++)
        if (!text_empty(program->units[i].name)) names[count++] = program->units[i].name;
    for (size_t i = 0; i < program->reviews_count; i++) names[count++] = program->reviews[i].name;
    Text sentence = text_format(
        result->arena, "the rules have no table, authority matrix, scorecard, review or definition \"%.*s\"",
        TEXT_ARG(name));
    result_problem(result, BYLAW_USAGE, sentence, text_offer(result->arena, name, names, count));
}

static Index find_unit(const Program *program, Text name) {
    Index unit = program_unit(program, name);
    for (size_t i = 0; unit == NONE && i < program->reviews_count; i++)
        if (text_equal(program->reviews[i].name, name)) unit = program->reviews[i].applies;
    return unit;
}

static Index group_of(const Program *program, Index unit) {
    const Unit *what = &program->units[unit];
    if (what->kind == UNIT_DEFINITION) return program->definitions[what->detail].group;
    if (what->kind == UNIT_SCORECARD) return program->scorecards[what->detail].group;
    if (unit_has_rows(what)) return program->tables[what->detail].group;
    return NONE;
}

/* "safety_check applies": of a review the condition is evaluated under which it does. */
static void name_review(Arena *arena, const Program *program, Text name, Tree *determination) {
    if (program_unit(program, name) != NONE) return;
    tree_set_text(arena, determination, "unit", text_format(arena, "%.*s applies", TEXT_ARG(name)));
}

static void say_evaluated(bylaw_result *result, const Program *program, Text name, Index unit, Frame *frame,
                          bool explain) {
    Determination determination;
    Reasons reasons = {0};
    evaluate(frame, unit, &reasons, &determination);
    result_kind(result, determination.outcome == OUTCOME_DECIDED ? BYLAW_DONE : BYLAW_WANTING, "evaluation");
    tree_set_text(result->arena, result->document, "name", name);
    tree_set_bool(result->arena, result->document, "explain", explain);
    Tree *tree = determination_tree(result->arena, program, unit, &determination, explain ? &reasons : NULL);
    name_review(result->arena, program, name, tree);
    tree_set(result->arena, result->document, TEXT("determination"), tree);
}

static void say_bad_facts(bylaw_result *result, const Sources *sources, const Diagnostics *diagnostics) {
    result_kind(result, BYLAW_WANTING, "check");
    Buf buf = buf_new(result->arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    tree_set_int(result->arena, result->document, "errors", (int64_t)diagnostics->errors);
    tree_set_text(result->arena, result->document, "text", buf_done(&buf));
    tree_set(result->arena, result->document, TEXT("diagnostics"),
             diagnostics_tree(result->arena, sources, diagnostics));
}

static void say_evaluation(bylaw_result *result, void *context) {
    const Evaluating *evaluating = context;
    const bylaw_evaluate_options *options = evaluating->options;
    const Program *program = evaluating->rules->charter.program;
    Index unit = find_unit(program, text_of(options->name));
    if (unit == NONE) {
        no_such_unit(result, program, text_of(options->name));
        return;
    }
    Sources *sources = sources_new(result->arena);
    Diagnostics *diagnostics = diagnostics_new(result->arena);
    uint32_t file =
        sources_add(sources, text_of(options->facts_name), (Text){options->facts, options->facts_length});
    Frame *frame = frame_new(result->arena, program);
    Tree *facts = parse_yaml(result->arena, sources, file, diagnostics);
    if (facts) facts_read(result->arena, program, group_of(program, unit), facts, file, frame, diagnostics);
    if (diagnostics->errors)
        say_bad_facts(result, sources, diagnostics);
    else
        say_evaluated(result, program, text_of(options->name), unit, frame, options->explain);
}

bylaw_result *bylaw_rules_evaluate(const bylaw_rules *rules, const bylaw_evaluate_options *options) {
    return result_of(say_evaluation, &(Evaluating){rules, options});
}
