#include "program/program.h"

/* Finds by name among `items`, an array of structs of which each has a `name`. */
#define FIND(items, count, wanted)                                                                           \
    do {                                                                                                     \
        for (size_t i = 0; i < (count); i++)                                                                 \
            if (text_equal((items)[i].name, (wanted))) return (Index)i;                                      \
        return NONE;                                                                                         \
    } while (0)

void split_indexed(Text name, Text *base, Text *index) {
    *base = name;
    *index = (Text){0};
    if (!text_ends(name, TEXT("]"))) return;
    for (size_t i = 0; i < name.len; i++) {
        if (name.at[i] != '[') continue;
        *base = text_part(name, 0, i);
        *index = text_part(name, i + 1, name.len - 1);
        return;
    }
}

Text indexed_name(Arena *arena, Text base, Text index) {
    return text_empty(index) ? base : text_format(arena, "%.*s[%.*s]", TEXT_ARG(base), TEXT_ARG(index));
}

static Text base_of(Text name) {
    Text base, index;
    split_indexed(name, &base, &index);
    return base;
}

/* A fact of another group is not meant; what is no fact is known by its path, which no group owns. */
Index program_slot(const Program *program, Index group, Text name) {
    for (size_t i = 0; i < program->slots_count; i++) {
        const Slot *slot = &program->slots[i];
        bool other = slot->kind == SLOT_FACT && group != NONE && slot->group != group;
        if (!other && slot->kind != SLOT_CALENDAR && text_equal(slot->name, name)) return (Index)i;
    }
    return NONE;
}

Index program_unit(const Program *program, Text name) {
    if (text_empty(name)) return NONE;
    FIND(program->units, program->units_count, name);
}

Index program_workflow(const Program *program, Text name) {
    FIND(program->workflows, program->workflows_count, name);
}

Index program_body(const Program *program, Text name) {
    Text base = base_of(name);
    FIND(program->bodies, program->bodies_count, base);
}

Index program_office(const Program *program, Text name) {
    Text base = base_of(name);
    FIND(program->offices, program->offices_count, base);
}

Index program_role(const Program *program, Text name) {
    FIND(program->roles, program->roles_count, name);
}

Index program_ballot(const Program *program, Text name) {
    FIND(program->ballots, program->ballots_count, name);
}

Index program_delegation(const Program *program, Text name) {
    FIND(program->delegations, program->delegations_count, name);
}

Index program_escalation(const Program *program, Text name) {
    Text base = base_of(name);
    FIND(program->escalations, program->escalations_count, base);
}

Index program_register(const Program *program, Text name) {
    FIND(program->registers, program->registers_count, name);
}

Index program_metric(const Program *program, Text name) {
    FIND(program->metrics, program->metrics_count, name);
}

Index program_trigger(const Program *program, Text name) {
    FIND(program->triggers, program->triggers_count, name);
}

Text program_was(const Program *program, Text name) {
    for (size_t i = 0; i < program->renamed_count; i++)
        if (text_equal(program->renamed[i].name, name)) return program->renamed[i].was;
    return (Text){0};
}

Index program_evidence(const Program *program, Text name) {
    FIND(program->evidence, program->evidence_count, name);
}

Index register_field(const Register *in, Text name) {
    FIND(in->fields, in->field_count, name);
}

Index workflow_step(const Workflow *workflow, Text name) {
    FIND(workflow->steps, workflow->step_count, name);
}
