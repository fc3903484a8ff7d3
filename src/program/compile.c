#include "program/compile_parts.h"

/* The arrays that grew while everything was compiled. */
static void take_arrays(Compiler *c) {
    c->program->slots = c->slots.at;
    c->program->slots_count = c->slots.len;
    c->program->units = c->units.at;
    c->program->units_count = c->units.len;
    c->program->conditions = c->conditions.at;
    c->program->conditions_count = c->conditions.len;
    c->program->deciders = c->deciders.at;
    c->program->deciders_count = c->deciders.len;
}

/* Names first: what is compiled later refers to what stands here by its index. */
const Program *compile(Arena *arena, const Model *model) {
    Compiler c = {.arena = arena, .model = model, .program = arena_make(arena, Program)};
    compile_charter(&c);
    compile_enums(&c);
    compile_registers(&c);
    declare_definitions(&c);
    declare_scorecards(&c);
    declare_checklists(&c);
    declare_tables(&c);
    compile_slots(&c);
    compile_definitions(&c);
    compile_totals(&c);
    compile_scorecards(&c);
    compile_checklists(&c);
    compile_tables(&c);
    compile_people(&c);
    compile_escalations(&c);
    compile_reviews(&c);
    compile_delegations(&c);
    compile_guards(&c);
    compile_invariants(&c);
    compile_workflows(&c);
    compile_watching(&c);
    compile_tests(&c);
    compile_renamed(&c);
    compile_plans(&c);
    take_arrays(&c);
    return c.program;
}
