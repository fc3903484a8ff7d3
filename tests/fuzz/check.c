/* Any bytes as the rules of a charter, beside a file that has what every charter needs: checking and
 * analysing end, and what has no error is compiled, tested, and given back as names, outline and disassembly.
 */
#include "service/service.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char base[] = "charter \"Test\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-01-01\n"
                           "  time_zone \"Europe/Berlin\"\n  working_days by office_days\n"
                           "  series cases C, meetings MTG, motions M\n}\n"
                           "calendar office_days {\n  week monday..friday\n  listed 2026..2028\n}\n";

typedef struct Run {
    bylaw_rules *rules;
    Text text;
} Run;

static void build(void *context) {
    const Run *run = context;
    Charter *charter = &run->rules->charter;
    *vec_push(run->rules->arena, &charter->files) = (CharterFile){.path = TEXT("a.bylaw"), .text = run->text};
    *vec_push(run->rules->arena, &charter->files) =
        (CharterFile){.path = TEXT("base.bylaw"), .text = text_of(base)};
    charter_build(run->rules->arena, charter);
    Buf buf = buf_new(run->rules->arena);
    diagnostics_write_text(&buf, charter->sources, charter->diagnostics);
}

static void look(bylaw_result *result) {
    size_t length;
    if (result) bylaw_result_json(result, &length);
    bylaw_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Run run = {rules_new(), {(const char *)data, size}};
    if (!run.rules) return 0;
    if (arena_try(run.rules->arena, build, &run) && run.rules->charter.program) {
        look(bylaw_rules_cover(run.rules));
        look(bylaw_rules_outline(run.rules));
        look(bylaw_rules_disassemble(run.rules, NULL));
    }
    bylaw_rules_free(run.rules);
    return 0;
}
