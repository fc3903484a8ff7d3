/* Any bytes as a file of facts, and each of their lines as a line of facts: reading ends, what is evaluated
 * is what the facts say, and a line is answered the same when it comes again after all others. */
#include "service/service.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char written[] =
    "charter \"Facts\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-01-01\n"
    "  time_zone \"Europe/Berlin\"\n  working_days by office\n  series cases C, meetings MTG, motions M\n}\n"
    "calendar office {\n  week monday..friday\n  listed 2026..2027\n}\n"
    "enum colour { red, green, blue }\n"
    "facts f {\n  colour : colour, optional\n  a : yes_no\n  n : integer\n  x : decimal, optional\n  share : "
    "percent\n"
    "  paid : money USD\n  due : date\n  seen : instant\n  note : text\n  wait : working_days\n  who : "
    "person\n"
    "  name : text, personal\n}\n"
    "register limits {\n  who : person, key\n  colour : colour, key\n  most : money USD\n}\n"
    "scorecard merit of f {\n  scale 1..10\n  combined by mean\n  minimum applies to each score\n"
    "  | criterion | group | weight | minimum |\n  | use | - | 30% | 4 |\n  | price | - | 70% | - |\n}\n"
    "definition late of f { means due + wait > today or days from due to today > 10 days }\n"
    "table t of f {\n  hit first\n  | row | a | late | x | merit.total || most : money USD | half : decimal "
    "|\n"
    "  | R1 | yes | - | < 0.5, missing | - || limits[who, colour].most | n / x |\n"
    "  | R2 | - | yes | - | >= 5 || USD 5 | x * x |\n"
    "  | R3 | - | - | - | - || paid | share * 2 |\n}\n";

static const char *const names[] = {"t", "merit", "late"};
enum { NAMES = sizeof names / sizeof *names };

static bylaw_rules *rules;

static void build(void *context) {
    (void)context;
    Charter *charter = &rules->charter;
    *vec_push(rules->arena, &charter->files) =
        (CharterFile){.path = TEXT("facts.bylaw"), .text = text_of(written)};
    charter_build(rules->arena, charter);
}

static void prepare(void) {
    rules = rules_new();
    if (!rules || !arena_try(rules->arena, build, NULL) || !rules->charter.program) abort();
}

static void evaluate_file(const char *name, const uint8_t *data, size_t size) {
    bylaw_evaluate_options options = {.size = sizeof options,
                                      .name = name,
                                      .facts_name = "facts.yaml",
                                      .facts = (const char *)data,
                                      .facts_length = size,
                                      .explain = true};
    size_t length;
    bylaw_result *result = bylaw_rules_evaluate(rules, &options);
    if (result) bylaw_result_json(result, &length);
    bylaw_free(result);
}

/* Without its line's number, which is the last that is called so. */
static Text after_number(Arena *arena, const char *answer) {
    const char *number = answer;
    for (const char *next = answer; (next = strstr(next, "\"line\":")) != NULL; next++) number = next;
    return text_format(arena, "%.*s%s", (int)(number - answer), answer, strchr(number, ','));
}

typedef struct Asking {
    Arena *arena;
    bylaw_lines *lines;
    Text text;
} Asking;

static void ask_twice(void *context) {
    Asking *asking = context;
    Text rest = asking->text, first = {0}, line, again = {0}, answer_before = {0};
    const char *answer;
    text_next(&rest, '\n', &first);
    bylaw_lines_answer(asking->lines, first.at, first.len, &answer);
    answer_before = after_number(asking->arena, answer);
    while (text_next(&rest, '\n', &line)) bylaw_lines_answer(asking->lines, line.at, line.len, &answer);
    bylaw_lines_answer(asking->lines, first.at, first.len, &answer);
    again = after_number(asking->arena, answer);
    if (!text_equal(answer_before, again)) abort();
}

static void evaluate_lines(const char *name, const uint8_t *data, size_t size) {
    const bylaw_evaluate_options options = {.size = sizeof options, .name = name, .explain = true};
    Asking asking = {.arena = arena_new(0), .text = {(const char *)data, size}};
    bylaw_result *opened = bylaw_lines_new(rules, &options, &asking.lines);
    if (!asking.arena || !asking.lines) abort();
    arena_try(asking.arena, ask_twice, &asking);
    bylaw_lines_free(asking.lines);
    bylaw_free(opened);
    arena_free(asking.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (!rules) prepare();
    for (size_t i = 0; i < NAMES; i++) {
        evaluate_file(names[i], data, size);
        evaluate_lines(names[i], data, size);
    }
    return 0;
}
