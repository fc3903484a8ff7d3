/* The compiled form of rules, for people to read. */
#include "program/disassembly.h"
#include "service/evaluation.h"

typedef struct Disassembling {
    const bylaw_rules *rules;
    const char *name;
} Disassembling;

/* False: the rules have nothing of that name. */
static bool disassemble_named(Buf *buf, const Program *program, Text name) {
    Index unit = evaluated_unit(program, name), body = program_body(program, name),
          ballot = program_ballot(program, name), delegation = program_delegation(program, name);
    if (unit != NONE)
        disassemble_unit(buf, program, unit);
    else if (body != NONE)
        disassemble_body(buf, program, body);
    else if (ballot != NONE)
        disassemble_ballot(buf, program, ballot);
    else if (delegation != NONE)
        disassemble_delegation(buf, program, delegation);
    return unit != NONE || body != NONE || ballot != NONE || delegation != NONE;
}

static void say_disassembly(bylaw_result *result, void *context) {
    const Disassembling *asked = context;
    const Program *program = asked->rules->charter.program;
    Buf buf = buf_new(result->arena);
    if (!asked->name) {
        disassemble(&buf, program);
    } else if (!disassemble_named(&buf, program, text_of(asked->name))) {
        say_no_such_unit(result, program, text_of(asked->name));
        return;
    }
    result_kind(result, BYLAW_DONE, "disassembly");
    tree_set_text(result->arena, result->document, "text", buf_done(&buf));
}

bylaw_result *bylaw_rules_disassemble(const bylaw_rules *rules, const char *name) {
    return result_of(say_disassembly, &(Disassembling){rules, name});
}
