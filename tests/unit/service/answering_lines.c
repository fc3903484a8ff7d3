/* Facts line after line: each answer is what the same facts come to by themselves. */
#include "service/service.h"
#include "story.h"
#include "value/json.h"

static const char more[] = "facts loan {\n"
                           "  amount : money USD\n"
                           "  risk   : risk\n"
                           "  bank   : yes_no\n"
                           "}\n"
                           "enum risk { low, middle, high }\n"
                           "register limits {\n"
                           "  risk : risk, key\n"
                           "  most : money USD\n"
                           "}\n"
                           "table grant of loan {\n"
                           "  hit first\n"
                           "  | row | amount        | risk        | bank || answer : yes_no          |\n"
                           "  | G1  | < USD 1_000   | low, middle | -    || yes                      |\n"
                           "  | G2  | -             | -           | yes  || amount < limits[risk].most |\n"
                           "  | G3  | -             | -           | no   || no                       |\n"
                           "}\n";

static bylaw_rules *rules;
static bylaw_lines *lines;
static const bylaw_evaluate_options options = {
    .size = sizeof options, .name = "grant", .facts_name = "facts", .explain = true};

static void set_up(void) {
    story_set_up();
    story_write(story_path("more.bylaw"), (Text){more, sizeof more - 1});
    const char *paths[] = {SOURCE_DIR "/rules", SOURCE_DIR "/workflows", story_path("more.bylaw")};
    result_ends(bylaw_rules_read(paths, 3, &rules), BYLAW_DONE);
    result_ends(bylaw_lines_new(rules, &options, &lines), BYLAW_DONE);
}

static void tear_down(void) {
    bylaw_lines_free(lines);
    bylaw_rules_free(rules);
    story_tear_down();
}

static void random_line(uint64_t *chance, char *line, size_t room) {
    static const char *const parts[][4] = {
        {"", "\"amount\":\"USD 500\",", "\"amount\":\"USD 5_000\",", "\"amount\":null,"},
        {"", "\"risk\":\"low\",", "\"risk\":\"high\",", "\"risk\":\"hgih\","},
        {"", "\"bank\":true,", "\"bank\":false,", "\"bank\":\"yes\","},
        {"", "\"limits\":{\"low\":{\"most\":\"USD 900\"}},",
         "\"limits\":{\"high\":{\"most\":\"USD 9_000\"}},", "\"limits\":{},"}};
    size_t used = (size_t)snprintf(line, room, "{");
    for (size_t i = 0; i < 4; i++)
        used += (size_t)snprintf(line + used, room - used, "%s", parts[i][check_below(chance, 4)]);
    line[used - (used > 1)] = '}';
    line[used + (used == 1)] = 0;
}

/* What the facts come to in a frame of their own, as canonical JSON. */
static Text alone(Arena *arena, const char *line) {
    bylaw_evaluate_options one = options;
    one.facts = line;
    one.facts_length = strlen(line);
    bylaw_result *result = bylaw_rules_evaluate(rules, &one);
    Tree *determination = tree_get(result->document, "determination");
    Buf buf = buf_new(arena);
    if (determination) json_write(&buf, determination);
    bylaw_free(result);
    return buf_done(&buf);
}

START_TEST(nothing_of_a_line_is_left_for_the_next) {
    Arena *arena = arena_new(0);
    uint64_t chance = check_seed("facts line after line");
    size_t decided = 0, wrong = 0;
    for (int i = 1; i <= check_rounds(1000); i++) {
        char line[512];
        const char *answer;
        random_line(&chance, line, sizeof line);
        bylaw_code code = bylaw_lines_answer(lines, line, strlen(line), &answer);
        Text expected = alone(arena, line);
        ck_assert_msg(strstr(answer, expected.at) != NULL, "%s\nis answered with\n%s\nnot\n%s", line, answer,
                      expected.at);
        ck_assert_msg(strstr(answer, text_format(arena, "\"line\":%d,", i).at) != NULL, "%s", answer);
        ck_assert_int_eq(code == BYLAW_WANTING && expected.len == 0, strstr(answer, "\"check\"") != NULL);
        decided += code == BYLAW_DONE;
        wrong += expected.len == 0;
    }
    ck_assert_msg(decided > 100 && wrong > 100, "%zu decided, %zu wrong", decided, wrong);
    arena_free(arena);
}
END_TEST

START_TEST(a_line_that_is_too_long_is_said_to_be) {
    static char line[BYLAW_LINE_MOST + 1];
    const char *answer;
    memset(line, ' ', sizeof line);
    ck_assert_int_eq(bylaw_lines_answer(lines, line, sizeof line, &answer), BYLAW_WANTING);
    ck_assert_ptr_nonnull(strstr(answer, "E0701"));
}
END_TEST

START_TEST(of_a_name_that_there_is_not_no_lines_are_answered) {
    bylaw_evaluate_options other = options;
    bylaw_lines *none;
    other.name = "grand";
    bylaw_result *result = bylaw_lines_new(rules, &other, &none);
    ck_assert_str_eq(bylaw_result_kind(result), "problem");
    ck_assert_str_eq(bylaw_get_text(bylaw_result_document(result), "mend"), "did you mean \"grant\"?");
    ck_assert_ptr_null(none);
    bylaw_free(result);
}
END_TEST

Suite *answering_lines_suite(void) {
    Suite *suite = suite_create("answering lines");
    TCase *tests = tcase_create("lines");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, nothing_of_a_line_is_left_for_the_next);
    tcase_add_test(tests, a_line_that_is_too_long_is_said_to_be);
    tcase_add_test(tests, of_a_name_that_there_is_not_no_lines_are_answered);
    suite_add_tcase(suite, tests);
    return suite;
}
