/* The tests that are written in the rules. */
#include "program/code.h"
#include "service/coverage.h"

typedef struct Trial {
    Arena *arena;
    const Program *program;
    Frame *frame;
    Index test;         /* in the program's tests */
    Coverage *coverage; /* NULL: not asked for */
    Tree *failures;
} Trial;

static void ask(const Trial *trial, Index unit, Determination *determination) {
    evaluate(trial->frame, unit, NULL, determination);
    if (trial->coverage) coverage_note(trial->coverage, trial->frame, unit, determination, trial->test);
}

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
    ask(trial, expected->condition, &determination);
    if (determination.outcome == OUTCOME_DECIDED && determination.yes) return true;
    Tree *failure = add_failure(trial, expected);
    Text got = what_came_out(trial, expected->condition);
    if (determination.outcome == OUTCOME_UNDETERMINED)
        got = text_format(trial->arena, "it is undetermined: %.*s is missing",
                          TEXT_ARG(settling(trial, &determination)));
    else if (determination.outcome != OUTCOME_DECIDED)
        got = determination.problem == PROBLEM_NOT_APPLICABLE
                  ? TEXT("it needs the value of a fact that does not apply")
                  : TEXT("the rule cannot be evaluated");
    tree_set_text(trial->arena, failure, "got", got);
    say_what_was(trial, failure, expected->condition);
    return determination.outcome == OUTCOME_DECIDED;
}

static void expect_row(Trial *trial, const Expectation *expected) {
    if (expected->table == NONE) return;
    const DecisionTable *table = &trial->program->tables[expected->table];
    Determination determination;
    ask(trial, table->unit, &determination);
    if (determination.outcome == OUTCOME_DECIDED && determination_has_row(&determination, expected->row))
        return;
    Tree *failure = add_failure(trial, expected);
    Text got = determination_rows(trial->arena, trial->program, &determination);
    if (determination.outcome != OUTCOME_DECIDED || text_empty(got)) got = TEXT("no row");
    tree_set_text(trial->arena, failure, "got",
                  text_format(trial->arena, "%.*s decided by %.*s, not by %.*s", TEXT_ARG(table->name),
                              TEXT_ARG(got), TEXT_ARG(table->rows[expected->row].id)));
}

static void give_facts(const Trial *trial, const RuleTest *test) {
    frame_clear(trial->frame);
    for (size_t i = 0; i < test->given_count; i++)
        frame_set(trial->frame, test->givens[i].slot, test->givens[i].value);
}

static bool run_test(Trial *trial, Tree *list) {
    const RuleTest *test = &trial->program->tests[trial->test];
    RegisterValues rows = {trial->program, test->rows, test->row_count};
    Tree *map = tree_add_map(trial->arena, list);
    trial->failures = tree_list(trial->arena);
    give_facts(trial, test);
    frame_read_from(trial->frame, registry_of(&rows));
    for (size_t i = 0; i < test->expect_count; i++) {
        if (expect_condition(trial, &test->expects[i])) expect_row(trial, &test->expects[i]);
    }
    if (trial->coverage) coverage_note_required(trial->coverage, trial->frame, trial->test);
    bool passed = tree_len(trial->failures) == 0;
    tree_set_text(trial->arena, map, "title", test->title);
    where_to_tree(trial->arena, &test->where, map);
    tree_set_bool(trial->arena, map, "passed", passed);
    tree_set(trial->arena, map, TEXT("failures"), trial->failures);
    return passed;
}

typedef struct Testing {
    const bylaw_rules *rules;
    bool coverage;
} Testing;

static void say_tests(bylaw_result *result, void *context) {
    const Testing *testing = context;
    const Program *program = testing->rules->charter.program;
    Arena *arena = result->arena;
    Trial trial = {.arena = arena, .program = program, .frame = frame_new(arena, program)};
    if (testing->coverage) trial.coverage = coverage_new(arena, program);
    Tree *list = tree_list(arena);
    int64_t passed = 0, count = (int64_t)program->tests_count;
    for (; trial.test < count; trial.test++) passed += run_test(&trial, list);
    result_kind(result, passed < count ? BYLAW_WANTING : BYLAW_DONE, "tests");
    tree_set_int(arena, result->document, "passed", passed);
    tree_set_int(arena, result->document, "failed", count - passed);
    tree_set(arena, result->document, TEXT("tests"), list);
    if (trial.coverage) coverage_to_tree(arena, trial.coverage, result->document);
}

bylaw_result *bylaw_rules_test(const bylaw_rules *rules) {
    return result_of(say_tests, &(Testing){rules, false});
}

bylaw_result *bylaw_rules_cover(const bylaw_rules *rules) {
    return result_of(say_tests, &(Testing){rules, true});
}
