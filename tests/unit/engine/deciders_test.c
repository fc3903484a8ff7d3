/* Who decides, as an authority's cell says it and a case names it. */
#include "engine/engine.h"
#include "program/charter.h"

#define PEOPLE                                                                                               \
    "enum side { left, right }\n"                                                                            \
    "facts f {\n  side : side\n  manager : person\n  n : integer, optional\n}\n"                             \
    "role clerk\noffice cfo\noffice ceo\noffice leader for each side\n"                                      \
    "body board {\n seats 3..5\n quorum at least 2 members\n carried by more than 1/2 of votes cast\n}\n"

typedef struct Made {
    Arena *arena;
    const Program *program;
    Frame *frame;
    Determination found;
} Made;

static Made made(const char *head, const char *row) {
    Arena *arena = arena_new(0);
    Text rules = text_format(arena, PEOPLE "authority m of f {\n | row | n || %s |\n | A1 | - || %s |\n}\n",
                             head, row);
    const Program *program = compile_rules(arena, rules.at);
    return (Made){.arena = arena, .program = program, .frame = frame_new(arena, program)};
}

static void give_case(Made *it) {
    Value manager = value_text(TEXT("P-000007"));
    manager.kind = TYPE_PERSON;
    frame_set(it->frame, slot_of(it->program, "side"), value_member(1));
    frame_set(it->frame, slot_of(it->program, "manager"), manager);
}

static void ask(Made *it) {
    evaluate(it->frame, program_unit(it->program, TEXT("m")), NULL, &it->found);
}

static const DeciderNode *root_of(const Made *it, Index *root) {
    *root = it->program->tables[0].deciders[0];
    return &it->program->deciders[*root];
}

static void check_written(const char *cell, const char *written) {
    Made it = made("decided_by", cell);
    give_case(&it);
    ask(&it);
    ck_assert_int_eq(it.found.outcome, OUTCOME_DECIDED);
    ck_assert_text_is(it.found.outputs[0].text, written);
    arena_free(it.arena);
}

START_TEST(deciders_are_written_in_one_way) {
    check_written("cfo and ceo", "cfo and ceo");
    check_written("( cfo and ceo )", "cfo and ceo");
    check_written("(cfo then ceo) then board", "cfo then ceo then board");
    check_written("cfo and ceo then board", "cfo and ceo then board");
    check_written("cfo then ceo and board", "cfo then ceo and board");
    check_written("(cfo then ceo) and board", "(cfo then ceo) and board");
    check_written("2 of ( cfo, ceo , board)", "2 of (cfo, ceo, board)");
    check_written("2 of (cfo and ceo, manager then board)", "2 of (cfo and ceo, P-000007 then board)");
}
END_TEST

START_TEST(an_exception_names_deciders_of_its_own) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(
        arena, PEOPLE "authority m of f {\n | row | n || decided_by |\n | A1 | - || cfo |\n}\n"
                      "exception e to m when n > 5 {\n gives decided_by = manager then board\n}\n");
    Made it = {.arena = arena, .program = program, .frame = frame_new(arena, program)};
    const DecisionTable *authority = &program->tables[0];
    give_case(&it);
    frame_set(it.frame, slot_of(program, "n"), value_number(TYPE_INTEGER, number_int(5)));
    ask(&it);
    ck_assert_int_eq(determination_deciders(authority, &it.found), authority->deciders[0]);
    frame_set(it.frame, slot_of(program, "n"), value_number(TYPE_INTEGER, number_int(6)));
    ask(&it);
    Index root = determination_deciders(authority, &it.found);
    ck_assert_text_is(it.found.outputs[0].text, "P-000007 then board");
    ck_assert_int_eq(program->deciders[root].kind, DECIDER_SEQUENCE);
    ck_assert_text_is(frame_decider(it.frame, root + 1), "P-000007");
    arena_free(arena);
}
END_TEST

START_TEST(a_case_names_those_who_hang_on_it) {
    check_written("leader[side]", "leader[right]");
    check_written("manager", "P-000007");
    check_written("leader[side] and cfo", "leader[right] and cfo");
    check_written("cfo and (manager then leader[side])", "cfo and (P-000007 then leader[right])");
    check_written("cfo and (ceo and leader[side])", "cfo and (ceo and leader[right])");
    check_written("2 of (leader[left], leader[side], cfo)", "2 of (leader[left], leader[right], cfo)");
}
END_TEST

START_TEST(a_plan_is_laid_flat_each_node_before_its_parts) {
    Made it = made("decided_by", "2 of (cfo and ceo, manager, board) then leader[side]");
    Index root;
    give_case(&it);
    ask(&it);
    const DeciderNode *nodes = root_of(&it, &root);
    ck_assert_int_eq(nodes[0].kind, DECIDER_SEQUENCE);
    ck_assert_int_eq(nodes[0].needed, 2);
    ck_assert_int_eq(nodes[0].size, 8);
    ck_assert_int_eq(nodes[1].kind, DECIDER_SOME);
    ck_assert_int_eq(nodes[1].needed, 2);
    ck_assert_int_eq(nodes[1].size, 6);
    ck_assert_int_eq(nodes[2].kind, DECIDER_ALL);
    ck_assert_int_eq(nodes[2].size, 3);
    ck_assert_text_is(frame_decider(it.frame, root + 4), "ceo");
    ck_assert_text_is(frame_decider(it.frame, root + 5), "P-000007");
    ck_assert_text_is(frame_decider(it.frame, root + 7), "leader[right]");
    arena_free(it.arena);
}
END_TEST

START_TEST(a_decider_that_nobody_has_named_is_asked_for) {
    Made it = made("decided_by", "cfo and manager then leader[side]");
    ask(&it);
    ck_assert_int_eq(it.found.outcome, OUTCOME_UNDETERMINED);
    ck_assert_uint_eq(it.found.settle_count, 2);
    ck_assert_text_is(it.program->slots[it.found.settle[0]].name, "side");
    ck_assert_text_is(it.program->slots[it.found.settle[1]].name, "manager");
    arena_free(it.arena);
}
END_TEST

static void check_list(const Made *it, Index output, const char *names) {
    const Value *list = &it->found.outputs[output];
    Text all[8];
    if (!names) {
        ck_assert(!value_known(*list));
        return;
    }
    ck_assert_int_eq(list->kind, TYPE_LIST);
    for (size_t i = 0; i < list->list.len; i++) all[i] = list->list.at[i].text;
    ck_assert_text_is(text_join(it->arena, all, list->list.len, ", "), names);
}

START_TEST(who_is_named_besides_is_a_list) {
    Made it = made("decided_by | recommends | consulted | informed",
                   "board | clerk, cfo | ceo, leader[side], leader[left] | -");
    give_case(&it);
    ask(&it);
    const DecisionTable *table = &it.program->tables[0];
    check_list(&it, table->recommends, "clerk, cfo");
    check_list(&it, table->consulted, "ceo, leader[right], leader[left]");
    check_list(&it, table->informed, NULL);
    arena_free(it.arena);
}
END_TEST

Suite *deciders_test_suite(void) {
    Suite *suite = suite_create("deciders");
    TCase *tests = tcase_create("deciders");
    tcase_add_test(tests, deciders_are_written_in_one_way);
    tcase_add_test(tests, an_exception_names_deciders_of_its_own);
    tcase_add_test(tests, a_case_names_those_who_hang_on_it);
    tcase_add_test(tests, a_plan_is_laid_flat_each_node_before_its_parts);
    tcase_add_test(tests, a_decider_that_nobody_has_named_is_asked_for);
    tcase_add_test(tests, who_is_named_besides_is_a_list);
    suite_add_tcase(suite, tests);
    return suite;
}
