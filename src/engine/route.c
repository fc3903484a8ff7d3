/* A route to a table's row: what evaluate() comes to, in the memory that the frame has. */
#include "engine/frame.h"
#include "engine/walk.h"

/* A table; or, without one, a scorecard. */
typedef struct RouteStep {
    Index unit;
    const DecisionTable *table;
    const FrameSheet *sheet;
} RouteStep;

struct Route {
    Frame *frame;
    const RouteStep *steps;
    size_t count;
    const DecisionTable *asked; /* by the last step */
};

/* New kinds and policies may need memory until they are known not to. */
static bool is_steady(const Program *program, const Unit *unit) {
    if (unit->kind == UNIT_SCORECARD) return program->scorecards[unit->detail].plain != NULL;
    if (unit->kind != UNIT_TABLE && unit->kind != UNIT_AUTHORITY) return false;
    const DecisionTable *table = &program->tables[unit->detail];
    return table->code->index && !table->code->computed && table->policy <= POLICY_PRIORITY &&
           table->exception_count == 0;
}

/* Of what a scorecard makes, a route knows the total and whether it is eligible. */
static bool reads_combined(const Program *program, const TableCode *table) {
    for (size_t c = 0; c < table->column_count; c++) {
        Index slot = table->columns[c].slot, owner = program->slots[slot].owner;
        if (program->slots[slot].kind != SLOT_COMPUTED || program->units[owner].kind != UNIT_SCORECARD)
            continue;
        const Scorecard *scorecard = &program->scorecards[program->units[owner].detail];
        if (slot != scorecard->total_slot && slot != scorecard->eligible_slot) return true;
    }
    return false;
}

static bool has_route(const Program *program, const Unit *asked) {
    for (size_t i = 0; i < asked->plan_count; i++) {
        const Unit *unit = &program->units[asked->plan[i]];
        if (!is_steady(program, unit)) return false;
        if (unit->kind != UNIT_SCORECARD && reads_combined(program, program->tables[unit->detail].code))
            return false;
    }
    return asked->kind != UNIT_SCORECARD;
}

static RouteStep step_of(const Frame *frame, Index index) {
    const Unit *unit = &frame->program->units[index];
    if (unit->kind != UNIT_SCORECARD)
        return (RouteStep){.unit = index, .table = &frame->program->tables[unit->detail]};
    return (RouteStep){.unit = index, .sheet = &frame->sheets[unit->detail]};
}

const Route *route_new(Arena *arena, Frame *frame, Index unit) {
    const Unit *asked = &frame->program->units[unit];
    if (!has_route(frame->program, asked)) return NULL;
    RouteStep *steps = arena_array(arena, RouteStep, asked->plan_count);
    for (size_t i = 0; i < asked->plan_count; i++) steps[i] = step_of(frame, asked->plan[i]);
    Route *route = arena_make(arena, Route);
    *route = (Route){frame, steps, asked->plan_count, steps[asked->plan_count - 1].table};
    return route;
}

/* The total is left over the sheet's denominator: on a route it is only compared. */
static bool run_sheet(const Frame *frame, const FrameSheet *sheet) {
    int64_t sum;
    bool met;
    if (!plain_sum(sheet, &sum, &met)) return false;
    set_decimal(frame, sheet->total, (Number){.num = sum, .den = sheet->plain->denominator});
    set_yes_no(sheet->eligible, met);
    return true;
}

static void set_outputs(Frame *frame, const DecisionTable *table, Index row) {
    const Value *values = &table->code->outputs[(size_t)row * table->output_count];
    for (size_t i = 0; i < table->output_count; i++) frame->slots[table->outputs[i].slot] = values[i];
}

static inline Index find_row(Frame *frame, const DecisionTable *table) {
    Index row = walk_plain(frame->slots, table->code);
    return row != NONE ? row : table_row(frame, table);
}

/* All that the asked table reads. */
static bool run_before(const Route *route) {
    const RouteStep *last = route->steps + route->count - 1;
    for (const RouteStep *step = route->steps; step < last; step++) {
        if (!step->table) {
            if (!run_sheet(route->frame, step->sheet)) return false;
            continue;
        }
        Index row = find_row(route->frame, step->table);
        if (row == NONE) return false;
        set_outputs(route->frame, step->table, row);
    }
    return true;
}

Index route_row(const Route *route) {
    if (route->count > 1 && !run_before(route)) return NONE;
    return find_row(route->frame, route->asked);
}

/* As evaluate() does it, and left as it leaves it. */
static bool run_step(Frame *frame, const RouteStep *step) {
    UnitState *state = &frame->states[step->unit];
    *state = unit_state_new();
    if (!step->table) return scorecard_evaluate_plain(frame, step->sheet);
    state->row = find_row(frame, step->table);
    if (state->row == NONE) return false;
    set_outputs(frame, step->table, state->row);
    return true;
}

Index route_explain(const Route *route, Reasons *reasons) {
    Frame *frame = route->frame;
    Index last = NONE;
    for (const RouteStep *step = route->steps, *end = step + route->count; step < end; step++) {
        last = step->unit;
        if (!run_step(frame, step)) return NONE;
    }
    const Unit *asked = &frame->program->units[last];
    trace(frame, asked);
    return explain(frame, asked, reasons, false) ? frame->states[last].row : NONE;
}
