/* The compiled form of rules, for people to read. */
#include "program/disassembly.h"
#include "service/evaluation.h"

typedef struct Disassembling {
    const bylaw_rules *rules;
    const char *name;
} Disassembling;

static void say_disassembly(bylaw_result *result, void *context) {
    const Disassembling *asked = context;
    const Program *program = asked->rules->charter.program;
    Buf buf = buf_new(result->arena);
    if (asked->name) {
        Index unit = evaluated_unit(program, text_of(asked->name));
        if (unit == NONE) {
            say_no_such_unit(result, program, text_of(asked->name));
            return;
        }
        disassemble_unit(&buf, program, unit);
    } else {
        disassemble(&buf, program);
    }
    result_kind(result, BYLAW_DONE, "disassembly");
    tree_set_text(result->arena, result->document, "text", buf_done(&buf));
}

bylaw_result *bylaw_rules_disassemble(const bylaw_rules *rules, const char *name) {
    return result_of(say_disassembly, &(Disassembling){rules, name});
}
