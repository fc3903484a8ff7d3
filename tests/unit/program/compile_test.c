#include "program/charter.h"
#include "program/code.h"

static const Program *handbook(Arena **arena) {
    *arena = arena_new(0);
    return compile_handbook(*arena);
}

START_TEST(names_with_an_index_are_split_and_found_by_their_base) {
    Arena *arena;
    const Program *program = handbook(&arena);
    Text base, index;
    split_indexed(TEXT("vertical_council[health]"), &base, &index);
    ck_assert_text_is(base, "vertical_council");
    ck_assert_text_is(index, "health");
    split_indexed(TEXT("board"), &base, &index);
    ck_assert_text_is(base, "board");
    ck_assert(text_empty(index));
    ck_assert_int_eq(program_body(program, TEXT("vertical_council[health]")),
                     program_body(program, TEXT("vertical_council")));
    ck_assert_int_ne(program_office(program, TEXT("vertical_leader[finance]")), NONE);
    ck_assert_int_eq(program_body(program, TEXT("ceo")), NONE);
    ck_assert_int_eq(program_unit(program, TEXT("")), NONE);
    ck_assert_int_ne(program_role(program, TEXT("clerk")), NONE);
    ck_assert_int_ne(program_workflow(program, TEXT("partnership_approval")), NONE);
    arena_free(arena);
}
END_TEST

START_TEST(a_charter_knows_its_days_and_its_letters) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(arena, "facts f { a : yes_no }\n");
    const Calendar *calendar = &program->calendars[program->working_days];
    ck_assert_text_is(program->title, "Test");
    ck_assert_int_eq(program->language, 1);
    ck_assert_text_is(program->case_series, "C");
    ck_assert_text_is(program->meeting_series, "MTG");
    ck_assert_text_is(program->motion_series, "M");
    ck_assert_int_eq(program->until, DATE_NONE);
    ck_assert(calendar->works[0] && calendar->works[4] && !calendar->works[5] && !calendar->works[6]);
    ck_assert_uint_eq(calendar->holiday_count, 2);
    ck_assert_int_lt(calendar->holidays[0], calendar->holidays[1]);
    arena_free(arena);
}
END_TEST

START_TEST(slots_come_in_the_order_facts_scores_results_reviews_steps) {
    Arena *arena;
    const Program *program = handbook(&arena);
    Index fact = slot_of(program, "annual_value"), score = slot_of(program, "evaluation.market_impact"),
          combined = slot_of(program, "evaluation.market_impact combined"),
          total = slot_of(program, "evaluation.total"), review = slot_of(program, "partnership_ethics"),
          step = slot_of(program, "decision");
    ck_assert_int_lt(fact, score);
    ck_assert_int_lt(score, combined);
    ck_assert_int_lt(combined, total);
    ck_assert_int_lt(total, review);
    ck_assert_int_lt(review, step);
    ck_assert_int_eq(slot_of(program, "partnership_ethics.concerns"), review + 1);
    ck_assert_int_eq(slot_of(program, "partnership_ethics.upheld"), review + 2);
    ck_assert_int_eq(slot_of(program, "partnership_ethics.accepted"), review + 3);
    ck_assert(program->slots[fact].optional);
    ck_assert(program->slots[slot_of(program, "contact")].personal);
    ck_assert_int_eq(program->slots[score].kind, SLOT_SCORE);
    ck_assert_int_eq(program->slots[total].kind, SLOT_COMPUTED);
    ck_assert_int_eq(program->slots[step].kind, SLOT_STEP);
    arena_free(arena);
}
END_TEST

START_TEST(a_plan_has_what_is_needed_first_and_its_inputs_are_what_is_given) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Unit *unit = &program->units[program_unit(program, TEXT("recommendation"))];
    ck_assert_uint_eq(unit->plan_count, 2);
    ck_assert_int_eq(unit->plan[0], program_unit(program, TEXT("evaluation")));
    ck_assert_int_eq(unit->plan[1], program_unit(program, TEXT("recommendation")));
    ck_assert_uint_eq(unit->input_count, 5);
    for (size_t i = 0; i < unit->input_count; i++)
        ck_assert_int_eq(program->slots[unit->inputs[i]].kind, SLOT_SCORE);
    arena_free(arena);
}
END_TEST

START_TEST(rules_may_stand_before_what_they_need) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(arena, "facts f { a : yes_no }\n"
                                                  "table last of f {\n | row | mid.x || y : yes_no |\n"
                                                  " | R1 | yes || no |\n | R2 | no || yes |\n}\n"
                                                  "table mid of f {\n | row | first.x || x : yes_no |\n"
                                                  " | R1 | yes || no |\n | R2 | no || yes |\n}\n"
                                                  "table first of f {\n | row | a || x : yes_no |\n"
                                                  " | R1 | yes || no |\n | R2 | no || yes |\n}\n");
    const Unit *unit = &program->units[program_unit(program, TEXT("last"))];
    ck_assert_uint_eq(unit->plan_count, 3);
    ck_assert_int_eq(unit->plan[0], program_unit(program, TEXT("first")));
    ck_assert_int_eq(unit->plan[1], program_unit(program, TEXT("mid")));
    ck_assert_uint_eq(unit->input_count, 1);
    ck_assert_int_eq(unit->inputs[0], slot_of(program, "a"));
    arena_free(arena);
}
END_TEST

START_TEST(a_scorecard_has_its_scale_weights_and_minimums) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Scorecard *scorecard = &program->scorecards[0];
    ck_assert_uint_eq(scorecard->criterion_count, 5);
    ck_assert_int_eq(scorecard->denominator, 20);
    ck_assert(scorecard->whole && !scorecard->minimum_each && scorecard->plain);
    ck_assert_int_eq(scorecard->combine, COMBINE_MEAN);
    ck_assert_text_is(scorecard->criteria[0].group, "strategic");
    ck_assert(scorecard->criteria[0].has_minimum && !scorecard->criteria[1].has_minimum);
    ck_assert(number_equal(scorecard->criteria[0].minimum, number_int(7)));
    arena_free(arena);
}
END_TEST

START_TEST(a_body_has_its_thresholds_as_written) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Body *panel = &program->bodies[program_body(program, TEXT("ethics_review_panel"))];
    ck_assert_uint_eq(panel->quorum.count, 1);
    const Bound *quorum = &panel->quorum.bounds[0];
    ck_assert_int_eq(quorum->counted, COUNT_MEMBERS_PRESENT);
    ck_assert(quorum->at_least && !quorum->of_count);
    ck_assert(number_equal(quorum->quantity, number_int(3)));
    ck_assert_int_eq(quorum->including, 1);
    ck_assert_int_eq(quorum->including_role, program_role(program, TEXT("external")));
    ck_assert_uint_eq(panel->carried.count, 2);
    const Bound *carried = panel->carried.bounds;
    ck_assert_int_eq(carried[0].counted, COUNT_VOTES_FOR);
    ck_assert(carried[0].at_least && carried[0].of_count);
    ck_assert_int_eq(carried[0].base, COUNT_VOTES_CAST);
    ck_assert_text_is(carried[0].written, "at least 2/3 of votes cast");
    ck_assert_int_eq(carried[1].base, COUNT_MEMBERS_PRESENT);
    ck_assert(!carried[1].at_least);
    const Body *board = &program->bodies[program_body(program, TEXT("partnership_review_board"))];
    ck_assert(board->recused_leave);
    ck_assert_int_eq(board->tie, TIE_CHAIR_DECIDES);
    ck_assert_int_eq(board->meets, PHRASE_MEETS_QUARTERLY);
    ck_assert_int_eq(board->seats_least, 5);
    ck_assert_int_eq(board->seats_most, 9);
    ck_assert_text_is(board->where.source, "§8.1");
    arena_free(arena);
}
END_TEST

START_TEST(powers_name_who_has_them) {
    Arena *arena;
    const Program *program = handbook(&arena);
    for (size_t i = 0; i < program->powers_count; i++) {
        const Power *power = &program->powers[i];
        if (power->act != ACT_RATIFY) continue;
        ck_assert_uint_eq(power->count, 1);
        ck_assert_int_eq(power->who[0].kind, WHO_BODY);
        ck_assert_text_is(power->who[0].name, "partnership_review_board");
        arena_free(arena);
        return;
    }
    ck_abort_msg("nobody may ratify");
}
END_TEST

START_TEST(an_escalation_has_its_starts_and_levels) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Escalation *up = &program->escalations[program_escalation(program, TEXT("to_executive_committee"))];
    ck_assert_uint_ge(up->start_count, 1);
    ck_assert_int_eq(up->starts[0].kind, START_UNDECIDED);
    ck_assert_uint_ge(up->level_count, 1);
    ck_assert_int_eq(up->levels[0].to.kind, WHO_BODY);
    ck_assert_int_eq(up->levels[up->level_count - 1].on_silence, SILENCE_REJECT);
    const Escalation *leader =
        &program->escalations[program_escalation(program, TEXT("to_vertical_leader[health]"))];
    ck_assert_ptr_nonnull(leader->for_each);
    ck_assert(leader->levels[0].indexed);
    arena_free(arena);
}
END_TEST

START_TEST(a_review_leads_from_step_to_step_to_an_outcome) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Review *review = &program->reviews[0];
    ck_assert_uint_eq(review->principle_count, 5);
    ck_assert_uint_eq(review->step_count, 3);
    ck_assert_text_is(review->outcomes->members[review->outcomes->count - 1], "not_applicable");
    const ReviewStep *screening = &review->steps[0];
    ck_assert_int_eq(screening->kind, REVIEW_ANSWERS);
    ck_assert_uint_eq(screening->branch_count, 2);
    ck_assert_text_is(program->units[screening->branches[0].condition].written, "concerns = 0");
    ck_assert_text_is(review->outcomes->members[screening->branches[0].to_outcome], "cleared");
    ck_assert_int_eq(screening->branches[1].condition, NONE);
    ck_assert_text_is(review->steps[screening->branches[1].to_step].name, "detailed");
    ck_assert_int_ne(review->applies, NONE);
    ck_assert_uint_eq(program->units[review->applies].input_count, 2);
    arena_free(arena);
}
END_TEST

START_TEST(a_workflow_has_its_steps_and_behind_a_parallel_one_its_branches) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const Workflow *flow = &program->workflows[0];
    Index planning = workflow_step(flow, TEXT("planning"));
    ck_assert_int_eq(flow->start, workflow_step(flow, TEXT("initial_assessment")));
    ck_assert_int_eq(flow->steps[planning].kind, FLOW_PARALLEL);
    ck_assert_uint_eq(flow->steps[planning].branch_count, 3);
    for (size_t i = 0; i < 3; i++) {
        const FlowStep *branch = &flow->steps[flow->steps[planning].branches[i]];
        ck_assert_int_eq(branch->parent, planning);
        ck_assert_int_eq(branch->kind, FLOW_TASK);
        ck_assert_uint_eq(branch->next_count, 0);
        ck_assert_int_eq(branch->within.unit, UNIT_WEEKS);
    }
    const FlowStep *board = &flow->steps[workflow_step(flow, TEXT("board"))];
    ck_assert_int_eq(board->kind, FLOW_MOTION);
    ck_assert_int_eq(board->detail,
                     program->units[program_unit(program, TEXT("partnership_decisions"))].detail);
    ck_assert_int_eq(board->decision, 0);
    ck_assert_text_is(board->next[0].outcome, "carried");
    ck_assert_int_eq(board->next[0].to, planning);
    const FlowStep *recommend = &flow->steps[workflow_step(flow, TEXT("recommend"))];
    ck_assert_int_eq(recommend->detail, program_unit(program, TEXT("recommendation")));
    ck_assert_int_ne(recommend->next[0].condition, NONE);
    const FlowStep *assessment = &flow->steps[flow->start];
    ck_assert_int_eq(assessment->by[0].kind, WHO_ROLE);
    ck_assert_int_eq(assessment->collects[0], slot_of(program, "name"));
    arena_free(arena);
}
END_TEST

START_TEST(a_test_gives_its_facts_and_expects_a_row_of_the_table_it_asks) {
    Arena *arena;
    const Program *program = handbook(&arena);
    const RuleTest *test = &program->tests[0];
    ck_assert_uint_eq(test->given_count, 5);
    ck_assert_int_eq(test->givens[0].slot, slot_of(program, "evaluation.strategic_alignment"));
    ck_assert_int_eq(test->givens[0].value.kind, TYPE_INTEGER);
    ck_assert_uint_eq(test->expect_count, 2);
    ck_assert_int_eq(test->expects[0].table, NONE);
    ck_assert_int_eq(test->expects[1].table,
                     program->units[program_unit(program, TEXT("recommendation"))].detail);
    ck_assert_int_eq(test->expects[1].row, 3);
    arena_free(arena);
}
END_TEST

START_TEST(a_ballot_and_a_cadence_are_given_by_their_words) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(
        arena, "enum decision { plain, grave }\nfacts f { a : yes_no }\nrole clerk\n"
               "body board {\n seats 3..5\n quorum at least 2 members\n"
               " carried by more than 1/2 of votes cast\n}\n"
               "ballot slow {\n open at least 72 hours\n carried by at least 2/3 of members in office\n}\n"
               "authority who of f {\n | row | decision || decided_by | reviewed | ballot |\n"
               " | A1 | plain || board | as needed | - |\n | A2 | grave || board | yearly | slow |\n}\n");
    const DecisionTable *table = &program->tables[0];
    const Value *outputs = table->code->outputs;
    ck_assert_text_is(outputs[1].text, "as needed");
    ck_assert(!value_known(outputs[table->ballot]));
    ck_assert_text_is(outputs[3 + table->ballot].text, "slow");
    ck_assert_text_is(outputs[3].text, "board");
    ck_assert_int_eq(outputs[3].kind, TYPE_BODY);
    ck_assert_int_eq(table->escalation, NONE);
    ck_assert_int_eq(program->ballots[program_ballot(program, TEXT("slow"))].open.amount, 72);
    arena_free(arena);
}
END_TEST

START_TEST(what_is_watched_has_its_target_and_what_it_fires_on) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(
        arena, "facts group { a : yes_no, optional\n b : yes_no }\n"
               "metric uptime : percent of group source \"§5\" {\n  target >= 99.9%\n  measured quarterly\n"
               "  unit \"of minutes\"\n  direction higher is better\n}\n"
               "metric churn : integer for each colour {\n  measured daily\n}\n"
               "enum colour { red, green }\n"
               "trigger alarm of group {\n  when uptime misses target for 3 consecutive periods\n"
               "  when b changed\n  when a and not b\n  on 2026-09-01 \"Labour Day\"\n  every week\n"
               "  when 4 cases of flow within 2 weeks\n  opens flow\n  because \"much\"\n"
               "  rests 3 months\n}\n");
    const Metric *uptime = &program->metrics[0], *churn = &program->metrics[1];
    ck_assert_text_is(uptime->target_written, ">= 99.9%");
    ck_assert_text_is(program->slots[uptime->slot].name, "uptime");
    ck_assert_int_eq(program->slots[uptime->slot].kind, SLOT_METRIC);
    ck_assert_int_eq(uptime->measured, CADENCE_QUARTERLY);
    ck_assert_int_eq(uptime->direction, PHRASE_HIGHER_IS_BETTER);
    ck_assert_int_eq(uptime->group, 0);
    ck_assert_int_eq(churn->group, NONE);
    ck_assert_int_eq(churn->slot, NONE);
    ck_assert_ptr_null(churn->target);
    ck_assert_uint_eq(churn->for_each->count, 2);
    const Trigger *alarm = &program->triggers[0];
    ck_assert_uint_eq(alarm->cause_count, 6);
    ck_assert_int_eq(alarm->opens, NONE); /* there are no workflows here */
    ck_assert_text_is(alarm->because, "much");
    ck_assert_int_eq(alarm->rests.unit, UNIT_MONTHS);
    const Cause *causes = alarm->causes;
    ck_assert_int_eq(causes[0].kind, CAUSE_MISSES);
    ck_assert_int_eq(causes[0].count, 3);
    ck_assert_text_is(causes[0].written, "when uptime misses target for 3 consecutive periods");
    ck_assert_text_is(program->slots[causes[1].slot].name, "b");
    ck_assert_text_is(causes[2].written, "when a and not b");
    ck_assert_text_is(date_text(arena, causes[3].days[0]), "2026-09-01");
    ck_assert_int_eq(causes[4].kind, CAUSE_CADENCE);
    ck_assert_int_eq(causes[4].cadence, CADENCE_WEEKLY);
    ck_assert_int_eq(causes[5].kind, CAUSE_CASES);
    ck_assert_int_eq(causes[5].count, 4);
    ck_assert_int_eq(causes[5].within.amount, 2);
    arena_free(arena);
}
END_TEST

Suite *compile_test_suite(void) {
    Suite *suite = suite_create("compiling");
    TCase *tests = tcase_create("compiling");
    tcase_add_test(tests, names_with_an_index_are_split_and_found_by_their_base);
    tcase_add_test(tests, a_charter_knows_its_days_and_its_letters);
    tcase_add_test(tests, slots_come_in_the_order_facts_scores_results_reviews_steps);
    tcase_add_test(tests, a_plan_has_what_is_needed_first_and_its_inputs_are_what_is_given);
    tcase_add_test(tests, rules_may_stand_before_what_they_need);
    tcase_add_test(tests, a_scorecard_has_its_scale_weights_and_minimums);
    tcase_add_test(tests, a_body_has_its_thresholds_as_written);
    tcase_add_test(tests, powers_name_who_has_them);
    tcase_add_test(tests, an_escalation_has_its_starts_and_levels);
    tcase_add_test(tests, a_review_leads_from_step_to_step_to_an_outcome);
    tcase_add_test(tests, a_workflow_has_its_steps_and_behind_a_parallel_one_its_branches);
    tcase_add_test(tests, a_test_gives_its_facts_and_expects_a_row_of_the_table_it_asks);
    tcase_add_test(tests, a_ballot_and_a_cadence_are_given_by_their_words);
    tcase_add_test(tests, what_is_watched_has_its_target_and_what_it_fires_on);
    suite_add_tcase(suite, tests);
    return suite;
}
