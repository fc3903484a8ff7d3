/* The reporting line: who is the first whose limit covers what is asked, and where a line ends that leads to
 * nobody. */
#include "engine/engine.h"
#include "program/charter.h"

#define RULES                                                                                                \
    "register employees {\n  id : person, key\n  manager : person, optional\n"                               \
    "  approval_limit : money USD\n}\n"                                                                      \
    "facts purchase {\n  requester : person\n  amount : money USD\n}\noffice cfo\n"                          \
    "authority spend of purchase {\n | row | amount || decided_by |\n"                                       \
    " | A1 | - || first in employees.manager from requester whose approval_limit covers amount and cfo "     \
    "|\n}\n"

/* Who stands above whom, and what they may decide; -1: nobody has said. */
typedef struct Person {
    const char *name, *manager;
    int64_t limit;
} Person;

typedef struct Line {
    Arena *arena;
    const Program *program;
    Frame *frame;
    const Person *people;
    size_t len;
} Line;

static Value person(const char *name) {
    Value value = value_text(text_of(name));
    value.kind = TYPE_PERSON;
    return value;
}

static Value money(int64_t amount) {
    return value_money(number_int(amount), "USD");
}

static Held held(void *context, Index in, const Value *keys, Index field, Date on) {
    const Line *line = context;
    bool manager = text_is(line->program->registers[in].fields[field].name, "manager");
    (void)on;
    for (size_t i = 0; i < line->len; i++) {
        const Person *found = &line->people[i];
        if (!text_is(keys[0].text, found->name)) continue;
        if (manager && found->manager) return (Held){person(found->manager), (int64_t)i};
        if (!manager && found->limit >= 0) return (Held){money(found->limit), (int64_t)i};
    }
    return (Held){value_missing(), NO_ENTRY};
}

static void begin(Line *line, const Person *people, size_t len) {
    line->arena = arena_new(0);
    line->program = compile_rules(line->arena, RULES);
    line->frame = frame_new(line->arena, line->program);
    line->people = people;
    line->len = len;
    frame_read_from(line->frame, (Registry){line, held, false});
    frame_set(line->frame, slot_of(line->program, "requester"), person("ana"));
}

#define BEGIN(line, people) begin(&(line), people, sizeof(people) / sizeof *(people))

static Determination asked(const Line *line, int64_t amount, Reasons *reasons) {
    Determination out;
    frame_set(line->frame, slot_of(line->program, "amount"), money(amount));
    evaluate(line->frame, program_unit(line->program, TEXT("spend")), reasons, &out);
    return out;
}

static void decides(const Line *line, int64_t amount, const char *who) {
    Determination out = asked(line, amount, NULL);
    ck_assert_int_eq(out.outcome, OUTCOME_DECIDED);
    ck_assert_text_is(out.outputs[0].text, who);
}

static const Person STAFF[] = {
    {"ana", "ben", 9000}, {"ben", "cleo", 500}, {"cleo", "dora", 200}, {"dora", NULL, 5000}};

START_TEST(the_first_whose_limit_covers_it_decides) {
    Line line;
    BEGIN(line, STAFF);
    decides(&line, 0, "ben and cfo");
    decides(&line, 500, "ben and cfo");
    decides(&line, 501, "dora and cfo");
    decides(&line, 5000, "dora and cfo");
    arena_free(line.arena);
}
END_TEST

static void leads_to_nobody(const Line *line, int64_t amount, LineEnd end, const char *at,
                            const char *settle) {
    Determination out = asked(line, amount, NULL);
    ck_assert_int_eq(out.outcome, settle ? OUTCOME_UNDETERMINED : OUTCOME_ERROR);
    if (!settle) ck_assert_int_eq(out.problem, PROBLEM_LINE);
    ck_assert_ptr_nonnull(out.line);
    ck_assert_int_eq(out.line->end, end);
    ck_assert_text_is(out.line->from, "ana");
    ck_assert_text_is(out.line->at, at);
    TextList names = settle_names(line->arena, line->program, &out);
    ck_assert_uint_eq(names.len, settle ? 1 : 0);
    if (settle) ck_assert_text_is(names.at[0], settle);
}

START_TEST(a_line_says_where_it_ended) {
    Line line;
    BEGIN(line, STAFF);
    leads_to_nobody(&line, 5001, LINE_ENDS, "dora", "employees[dora].manager");
    line.len = 2;
    leads_to_nobody(&line, 501, LINE_UNSAID, "cleo", "employees[cleo].approval_limit");
    line.len = 0;
    leads_to_nobody(&line, 1, LINE_ENDS, "ana", "employees[ana].manager");
    arena_free(line.arena);
}
END_TEST

START_TEST(nobody_decides_on_their_own_request_by_standing_above_themselves) {
    static const Person alone[] = {{"ana", "ana", 9000}};
    static const Person round[] = {{"ana", "ben", 9000}, {"ben", "cleo", 1}, {"cleo", "ana", 1}};
    static const Person above[] = {{"ana", "ben", 0}, {"ben", "cleo", 1}, {"cleo", "ben", 1}};
    Line line;
    BEGIN(line, alone);
    leads_to_nobody(&line, 5, LINE_CIRCLES, "ana", NULL);
    arena_free(line.arena);
    BEGIN(line, round);
    leads_to_nobody(&line, 5, LINE_CIRCLES, "ana", NULL);
    decides(&line, 1, "ben and cfo");
    arena_free(line.arena);
    BEGIN(line, above);
    leads_to_nobody(&line, 5, LINE_CIRCLES, "ben", NULL);
    arena_free(line.arena);
}
END_TEST

/* ana, then so many above her, of whom only the last may decide anything. */
static Person *long_line(Arena *arena, size_t above) {
    Person *people = arena_array(arena, Person, above + 1);
    people[0] = (Person){.name = "ana"};
    for (size_t i = 1; i <= above; i++) {
        people[i].name = text_format(arena, "p%zu", i).at;
        people[i].limit = i == above ? 10 : 0;
        people[i - 1].manager = people[i].name;
    }
    return people;
}

START_TEST(a_line_has_at_most_64_people) {
    Arena *arena = arena_new(0);
    Line line;
    begin(&line, long_line(arena, LINE_PEOPLE_MOST), LINE_PEOPLE_MOST + 1);
    decides(&line, 10, "p64 and cfo");
    arena_free(line.arena);
    begin(&line, long_line(arena, LINE_PEOPLE_MOST + 1), LINE_PEOPLE_MOST + 2);
    leads_to_nobody(&line, 10, LINE_TOO_LONG, "p65", NULL);
    arena_free(line.arena);
    arena_free(arena);
}
END_TEST

START_TEST(what_a_line_is_asked_for_has_to_be_known) {
    Line line;
    Determination out;
    BEGIN(line, STAFF);
    evaluate(line.frame, program_unit(line.program, TEXT("spend")), NULL, &out);
    ck_assert_int_eq(out.outcome, OUTCOME_UNDETERMINED);
    ck_assert_ptr_null(out.line);
    ck_assert_uint_eq(out.settle_count, 1);
    ck_assert_text_is(line.program->slots[out.settle[0]].name, "amount");
    arena_free(line.arena);
}
END_TEST

static Text texts_of(const Line *line, const Tree *list, const char *key, const char *other) {
    Buf buf = buf_new(line->arena);
    for (size_t i = 0; i < tree_len(list); i++) {
        const Tree *item = list->items[i];
        buf_format(&buf, "%s%.*s", i ? "; " : "", TEXT_ARG(tree_get_text(item, key)));
        if (other) buf_format(&buf, " %.*s", TEXT_ARG(tree_get_text(item, other)));
    }
    return buf_done(&buf);
}

START_TEST(every_row_that_was_read_is_a_reason_and_the_nearest_other_decider_is_told) {
    Line line;
    Reasons reasons = {0};
    BEGIN(line, STAFF);
    Determination out = asked(&line, 600, &reasons);
    const Tree *tree = determination_tree(line.arena, line.program, out.unit, &out, &reasons);
    ck_assert_text_is(texts_of(&line, tree_get(tree, "facts"), "fact", NULL),
                      "requester; amount; employees[ana].manager; employees[ben].approval_limit; "
                      "employees[ben].manager; employees[cleo].approval_limit; employees[cleo].manager; "
                      "employees[dora].approval_limit");
    ck_assert_text_is(texts_of(&line, tree_get(tree, "would_change"), "fact", "to"),
                      "amount USD 5000; amount USD 500; employees[ben].approval_limit USD 600; "
                      "employees[cleo].approval_limit USD 600; employees[dora].approval_limit USD 600");
    ck_assert_text_is(tree_get_text(tree_get(tree, "would_change")->items[1], "decided_by"), "ben and cfo");
    arena_free(line.arena);
}
END_TEST

Suite *line_test_suite(void) {
    Suite *suite = suite_create("the reporting line");
    TCase *tests = tcase_create("the reporting line");
    tcase_add_test(tests, the_first_whose_limit_covers_it_decides);
    tcase_add_test(tests, a_line_says_where_it_ended);
    tcase_add_test(tests, nobody_decides_on_their_own_request_by_standing_above_themselves);
    tcase_add_test(tests, a_line_has_at_most_64_people);
    tcase_add_test(tests, what_a_line_is_asked_for_has_to_be_known);
    tcase_add_test(tests, every_row_that_was_read_is_a_reason_and_the_nearest_other_decider_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
