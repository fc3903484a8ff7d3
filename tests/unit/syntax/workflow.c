/* Workflow files: what is read, where it stands, and what an author is told. The published JSON Schema is
 * held to the same tables. */
#include "syntax/workflow.h"
#include "reading.h"
#include "value/json.h"

static const char approval[] =
    "workflow: partnership_approval\n"
    "title: \"Évaluation\" \n"
    "source: \"§2.2\"\n"
    "of: partnership\n"
    "start: assessment\n"
    "steps:\n"
    "  assessment:\n"
    "    task: Identify the opportunity\n"
    "    by: business_development\n"
    "    collects: [name, annual_value]\n"
    "    within: 10 working days\n"
    "    next: analysis\n"
    "  analysis: { score: evaluation, by: [lead, architect], within: 4 weeks, next: recommend }\n"
    "  recommend:\n"
    "    evaluate: recommendation\n"
    "    next:\n"
    "      - when: recommendation.outcome = decline   # so far\n"
    "        to: declined\n"
    "      - { when: 'name = \"é\"', to: declined }\n"
    "      - to: ethics\n"
    "  ethics: { review: partnership_ethics, next: { cleared: board, refused: declined } }\n"
    "  board:\n"
    "    motion: Approve the partnership with {name}\n"
    "    decision: strategic_partnership\n"
    "    next: { carried: planning, lost: declined }\n"
    "  planning:\n"
    "    parallel:\n"
    "      roadmap: { task: Draw up the roadmap, by: architect, within: 3 weeks }\n"
    "      vote: { motion: Release the funds, decision: funds }\n"
    "    next: approved\n"
    "  approved: { end: approved }\n"
    "  declined: { end: declined }\n";

static const WorkflowDecl *read_approval(Reading *reading) {
    *reading = reading_of(text_of(approval));
    parse_workflow(reading->ast, 0, reading->diagnostics);
    ck_assert_msg(reading->diagnostics->all.len == 0, "%.*s",
                  TEXT_ARG(reading->diagnostics->all.len ? reading_sentence(reading, 0) : TEXT("")));
    ck_assert_uint_eq(reading->ast->workflows.len, 1);
    return reading->ast->workflows.at[0];
}

/* Reads a workflow of these steps (and of nothing else that could be wrong). */
static Reading read_steps(const char *steps) {
    Reading reading = reading_of(TEXT(""));
    Text text = text_format(reading.arena, "workflow: w\nof: f\nstart: a\nsteps:\n%s", steps);
    parse_workflow(reading.ast, sources_add(reading.sources, TEXT("steps.yaml"), text), reading.diagnostics);
    return reading;
}

/* These steps must be found wrong once, with this code at these words. */
static void wrong(const char *steps, DiagnosticCode code, const char *words, const char *sentence) {
    Reading reading = read_steps(steps);
    ck_assert_uint_eq(reading.diagnostics->all.len, 1);
    ck_assert_text_is(reading_sentence(&reading, 0), sentence);
    ck_assert_msg(reading_found(&reading, code, words), "at \"%.*s\"",
                  TEXT_ARG(source_text(reading.sources, reading.diagnostics->all.at[0].at)));
    arena_free(reading.arena);
}

START_TEST(a_workflow_is_read_with_all_its_steps) {
    Reading reading;
    const WorkflowDecl *workflow = read_approval(&reading);
    ck_assert_text_is(workflow->name.text, "partnership_approval");
    ck_assert_text_is(workflow->title, "Évaluation");
    ck_assert_text_is(workflow->source, "§2.2");
    ck_assert_text_is(workflow->of.text, "partnership");
    ck_assert_text_is(workflow->start.text, "assessment");
    ck_assert_uint_eq(workflow->steps.len, 8);
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_task_has_its_people_its_facts_and_its_deadline) {
    Reading reading;
    const StepDecl *task = read_approval(&reading)->steps.at[0];
    ck_assert_int_eq(task->kind, STEP_TASK);
    ck_assert_text_is(task->subject.text, "Identify the opportunity");
    ck_assert_uint_eq(task->by.len, 1);
    ck_assert_uint_eq(task->collects.len, 2);
    ck_assert_text_is(task->collects.at[1].text, "annual_value");
    ck_assert_int_eq(task->within.amount, 10);
    ck_assert_int_eq(task->within.unit, UNIT_WORKING_DAYS);
    ck_assert_uint_eq(task->next.len, 1);
    ck_assert_text_is(task->next.at[0].to.text, "analysis");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_motion_has_its_decision) {
    Reading reading;
    const StepDecl *motion = read_approval(&reading)->steps.at[4];
    ck_assert_int_eq(motion->kind, STEP_MOTION);
    ck_assert_text_is(motion->decision.text, "strategic_partnership");
    ck_assert_text_is(motion->next.at[1].outcome, "lost");
    ck_assert_text_is(motion->next.at[1].to.text, "declined");
    arena_free(reading.arena);
}
END_TEST

START_TEST(parallel_steps_are_steps_without_a_next) {
    Reading reading;
    const StepDecl *parallel = read_approval(&reading)->steps.at[5];
    ck_assert_int_eq(parallel->kind, STEP_PARALLEL);
    ck_assert_uint_eq(parallel->branches.len, 2);
    ck_assert_text_is(parallel->branches.at[0]->name.text, "roadmap");
    ck_assert_int_eq(parallel->branches.at[1]->kind, STEP_MOTION);
    ck_assert_uint_eq(parallel->branches.at[0]->next.len, 0);
    ck_assert_text_is(parallel->next.at[0].to.text, "approved");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_condition_knows_its_place_in_the_file_of_the_workflow) {
    Reading reading;
    const StepDecl *evaluation = read_approval(&reading)->steps.at[2];
    ck_assert_uint_eq(evaluation->next.len, 3);
    ck_assert_text_is(source_text(reading.sources, evaluation->next.at[0].when->at),
                      "recommendation.outcome = decline");
    ck_assert_text_is(source_text(reading.sources, evaluation->next.at[1].when->at), "name = \"é\"");
    ck_assert_ptr_null(evaluation->next.at[2].when);
    arena_free(reading.arena);
}
END_TEST

START_TEST(every_name_knows_its_place) {
    Reading reading;
    const WorkflowDecl *workflow = read_approval(&reading);
    for (size_t i = 0; i < workflow->steps.len; i++) {
        const StepDecl *step = workflow->steps.at[i];
        ck_assert_text_eq(source_text(reading.sources, step->name.at), step->name.text);
        ck_assert(text_starts(source_text(reading.sources, step->at), step->name.text));
        for (size_t k = 0; k < step->next.len; k++) {
            const NextDecl *next = &step->next.at[k];
            ck_assert_text_eq(source_text(reading.sources, next->to.at), next->to.text);
            ck_assert(text_starts(source_text(reading.sources, next->at), next->outcome));
        }
    }
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_key_that_is_misspelt_gets_the_word_that_was_meant) {
    Reading reading = read_steps("  a: { end: x }\n  b: { task: T, withn: 3 days, next: a }\n");
    ck_assert_uint_eq(reading.diagnostics->all.len, 1);
    ck_assert(reading_found(&reading, DIAG_UNKNOWN_KEY, "withn"));
    ck_assert_text_is(reading_sentence(&reading, 0), "the step \"b\" has no key \"withn\"");
    ck_assert_text_is(reading_mend(&reading, 0), "did you mean \"within\"?");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_key_of_another_kind_of_step_gets_the_keys_of_this_one) {
    Reading reading = read_steps("  a: { review: r, collects: f, next: a }\n");
    ck_assert(reading_found(&reading, DIAG_UNKNOWN_KEY, "collects"));
    ck_assert_text_is(reading_mend(&reading, 0), "its keys are review, within and next");
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_step_has_exactly_one_kind) {
    wrong("  a: { task: T, score: s, next: a }\n", DIAG_STEP_KIND, "score",
          "the step \"a\" has \"task\" and \"score\"; a step has exactly one of task, score, review, "
          "checklist, evaluate, "
          "motion, parallel or end");
    wrong("  a: { by: me, next: a }\n", DIAG_STEP_KIND, "a",
          "the step \"a\" has no kind; a step has exactly one of task, score, review, checklist, evaluate, "
          "motion, "
          "parallel "
          "or end");
}
END_TEST

START_TEST(a_key_that_must_be_there_is_missed) {
    wrong("  a: { task: T }\n", DIAG_MISSING_KEY, "a", "the step \"a\" needs the key \"next\"");
    wrong("  a: { motion: M, next: a }\n", DIAG_MISSING_KEY, "a",
          "the step \"a\" needs the key \"decision\"");
    wrong("  a: { evaluate: t, next: [ { when: x } ] }\n", DIAG_MISSING_KEY, "{ when: x }",
          "an item of \"next\" needs the key \"to\"");
}
END_TEST

START_TEST(what_has_the_wrong_shape_is_told_what_was_needed) {
    wrong("  a: { task: [T], next: a }\n", DIAG_WRONG_SHAPE, "[T]", "\"task\" must be a text, not a list");
    wrong("  a: { task: T, by: { x: y }, next: a }\n", DIAG_WRONG_SHAPE, "{ x: y }",
          "\"by\" must be a name or a list of names, not a map of keys");
    wrong("  a: { score: two words, next: a }\n", DIAG_WRONG_SHAPE, "two words",
          "\"score\" must be a name, not \"two words\"");
    wrong("  a: { task: T, next: }\n", DIAG_WRONG_SHAPE, "",
          "\"next\" must be a step, a map from outcomes to steps, or a list of conditions, not nothing");
    wrong("  a: { task: T, next: [b] }\n", DIAG_WRONG_SHAPE, "b",
          "an item of \"next\" must be a map with \"to\" and, if it has a condition, \"when\", not \"b\"");
    wrong("  a: []\n", DIAG_WRONG_SHAPE, "[]", "the step \"a\" must be a map of keys, not an empty list");
}
END_TEST

START_TEST(a_time_needs_an_amount_and_a_unit) {
    static const char *const bad[] = {"10",       "ten days", "0 days", "-1 days", "10 fortnights",
                                      "1.5 days", "[1 day]"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Arena *arena = arena_new(0);
        Reading reading =
            read_steps(text_format(arena, "  a: { task: T, within: %s, next: a }\n", bad[i]).at);
        ck_assert_uint_eq(reading.diagnostics->all.len, 1);
        ck_assert_msg(reading_found(&reading, DIAG_WRONG_SHAPE, bad[i]), "%s", bad[i]);
        arena_free(reading.arena);
        arena_free(arena);
    }
}
END_TEST

START_TEST(a_condition_must_stand_as_it_is_read) {
    static const char *const bad[] = {"\"a \\x3D b\"", "'a = ''b'''", "\"a\\\n     = b\"", "a\n        = b"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Arena *arena = arena_new(0);
        Text steps =
            text_format(arena, "  a:\n    evaluate: t\n    next:\n    - when: %s\n      to: a\n", bad[i]);
        Reading reading = read_steps(steps.at);
        ck_assert_uint_eq(reading.diagnostics->all.len, 1);
        ck_assert_msg(reading_found(&reading, DIAG_WRITTEN_CONDITION, bad[i]), "%s", bad[i]);
        arena_free(reading.arena);
        arena_free(arena);
    }
}
END_TEST

START_TEST(a_parallel_step_leads_nowhere_by_itself) {
    wrong("  a: { parallel: { b: { task: T, next: a } }, next: a }\n", DIAG_UNKNOWN_KEY, "next",
          "the step \"b\" has no key \"next\"");
    wrong("  a: { parallel: { b: { end: x } }, next: a }\n", DIAG_WRONG_SHAPE, "end",
          "the step \"b\" must be something to be done, not an end");
    wrong("  a: { parallel: { b: { parallel: { c: { task: T } } } }, next: a }\n", DIAG_WRONG_SHAPE,
          "parallel", "the step \"b\" must be something to be done, not parallel steps");
}
END_TEST

START_TEST(one_run_finds_many_errors) {
    Reading reading =
        reading_of(TEXT("workflo: w\nof: [f]\nsteps:\n  a: { task: T, next: 1x }\n  b: { review: r }\n"));
    parse_workflow(reading.ast, 0, reading.diagnostics);
    ck_assert_uint_eq(reading.diagnostics->all.len, 6);
    ck_assert(reading_found(&reading, DIAG_UNKNOWN_KEY, "workflo"));
    ck_assert(reading_found(&reading, DIAG_WRONG_SHAPE, "[f]"));
    ck_assert(reading_found(&reading, DIAG_WRONG_SHAPE, "1x"));
    ck_assert(reading_found(&reading, DIAG_MISSING_KEY, "b"));
    ck_assert(reading_found(&reading, DIAG_MISSING_KEY, "workflo"));
    ck_assert_uint_eq(reading.ast->workflows.len, 0);
    for (size_t i = 0; i < reading.diagnostics->all.len; i++)
        ck_assert(!span_nowhere(reading.diagnostics->all.at[i].at));
    arena_free(reading.arena);
}
END_TEST

START_TEST(a_file_that_is_no_map_is_no_workflow) {
    static const char *const bad[] = {"", "- a\n", "just words\n", "{}\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Reading reading = reading_of(text_of(bad[i]));
        parse_workflow(reading.ast, 0, reading.diagnostics);
        ck_assert_uint_eq(reading.diagnostics->all.len, 1);
        ck_assert_int_eq(reading.diagnostics->all.at[0].code, DIAG_WRONG_SHAPE);
        ck_assert(!span_nowhere(reading.diagnostics->all.at[0].at));
        arena_free(reading.arena);
    }
}
END_TEST

/* --- the schema ----------------------------------------------------------------------------------------- */

static const Tree *read_schema(Arena *arena) {
    JsonError error;
    const Tree *schema = json_read(arena, reading_file(arena, "docs/workflow.schema.json"), &error);
    ck_assert_msg(schema != NULL, "docs/workflow.schema.json: %.*s", TEXT_ARG(error.message));
    return schema;
}

static bool lists(const Tree *list, const char *text) {
    for (size_t i = 0; i < tree_len(list); i++)
        if (text_is(list->items[i]->text, text)) return true;
    return false;
}

START_TEST(the_schema_has_every_key_of_a_workflow_and_no_other) {
    Arena *arena = arena_new(0);
    const Tree *schema = read_schema(arena), *properties = tree_get(schema, "properties");
#define X(name, key, must)                                                                                   \
    ck_assert_ptr_nonnull(tree_get(properties, key));                                                        \
    ck_assert_int_eq(lists(tree_get(schema, "required"), key), must);
    WORKFLOW_KEYS(X)
#undef X
    ck_assert_uint_eq(tree_len(properties), WORKFLOW_KEY_COUNT);
    arena_free(arena);
}
END_TEST

/* The schema of one kind of step: its own key, those it may have, those it must have. (A next is asked for
 * where the step stands: not inside parallel steps.) */
static void check_kind(const Tree *definitions, StepKind kind, const char *own) {
    const Tree *step = tree_get(definitions, own), *properties = tree_get(step, "properties");
    size_t keys = 1, required = 1;
    ck_assert_msg(tree_get(properties, own) != NULL, "%s", own);
    ck_assert(lists(tree_get(step, "required"), own));
#define X(name, key, may, must)                                                                              \
    keys += ((may) >> kind) & 1u;                                                                            \
    required += STEP_KEY_##name != STEP_KEY_NEXT && ((must) >> kind) & 1u;                                   \
    ck_assert_msg((tree_get(properties, key) != NULL) == (((may) >> kind) & 1u), "%s of %s", key, own);
    STEP_KEYS(X)
#undef X
    ck_assert_uint_eq(tree_len(properties), keys);
    ck_assert_uint_eq(tree_len(tree_get(step, "required")), required);
}

START_TEST(the_schema_has_every_kind_of_step_with_every_key_and_no_other) {
    Arena *arena = arena_new(0);
    const Tree *definitions = tree_get(read_schema(arena), "definitions");
#define X(name, key, what) check_kind(definitions, STEP_##name, key);
    STEP_KINDS(X)
#undef X
    ck_assert_uint_eq(tree_len(tree_get(tree_get(definitions, "step"), "oneOf")), STEP_KIND_COUNT);
    ck_assert_uint_eq(tree_len(tree_get(tree_get(definitions, "branch"), "oneOf")), STEP_KIND_COUNT - 2);
    arena_free(arena);
}
END_TEST

Suite *workflow_suite(void) {
    Suite *suite = suite_create("workflow");
    TCase *tests = tcase_create("workflow");
    tcase_add_test(tests, a_workflow_is_read_with_all_its_steps);
    tcase_add_test(tests, a_task_has_its_people_its_facts_and_its_deadline);
    tcase_add_test(tests, a_motion_has_its_decision);
    tcase_add_test(tests, parallel_steps_are_steps_without_a_next);
    tcase_add_test(tests, a_condition_knows_its_place_in_the_file_of_the_workflow);
    tcase_add_test(tests, every_name_knows_its_place);
    tcase_add_test(tests, a_key_that_is_misspelt_gets_the_word_that_was_meant);
    tcase_add_test(tests, a_key_of_another_kind_of_step_gets_the_keys_of_this_one);
    tcase_add_test(tests, a_step_has_exactly_one_kind);
    tcase_add_test(tests, a_key_that_must_be_there_is_missed);
    tcase_add_test(tests, what_has_the_wrong_shape_is_told_what_was_needed);
    tcase_add_test(tests, a_time_needs_an_amount_and_a_unit);
    tcase_add_test(tests, a_condition_must_stand_as_it_is_read);
    tcase_add_test(tests, a_parallel_step_leads_nowhere_by_itself);
    tcase_add_test(tests, one_run_finds_many_errors);
    tcase_add_test(tests, a_file_that_is_no_map_is_no_workflow);
    tcase_add_test(tests, the_schema_has_every_key_of_a_workflow_and_no_other);
    tcase_add_test(tests, the_schema_has_every_kind_of_step_with_every_key_and_no_other);
    suite_add_tcase(suite, tests);
    return suite;
}
