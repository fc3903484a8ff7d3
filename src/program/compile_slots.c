#include "program/compile_parts.h"

enum { REVIEW_SLOTS = 4 };

static Index add_slot(Compiler *c, Slot slot) {
    slot.type = own_type(c, slot.type);
    *vec_push(c->arena, &c->slots) = slot;
    return (Index)c->slots.len - 1;
}

static Material material_of(Compiler *c, const Symbol *fact) {
    Value beyond;
    if (!fact->material || !expr_constant(c->arena, fact->material, &beyond)) return (Material){0};
    bool share = beyond.kind == TYPE_PERCENT && fact->type.kind != TYPE_PERCENT;
    return (Material){true, share, beyond.number};
}

static void add_facts(Compiler *c) {
    const Symbol *group, *fact;
    c->fact_slots = arena_array(c->arena, Index, SYMBOL_COUNT(c, FACTS));
    for (EACH_SYMBOL(c, FACTS, group)) {
        c->fact_slots[group->index] = (Index)c->slots.len;
        for (EACH_SYMBOL(c, FACT, fact)) {
            if (fact->parent != group) continue;
            add_slot(c, (Slot){.name = fact->name,
                               .kind = SLOT_FACT,
                               .type = fact->type,
                               .optional = fact->optional,
                               .personal = fact->personal,
                               .material = material_of(c, fact),
                               .group = (Index)group->index,
                               .owner = NONE,
                               .where = where_of(c, fact->at, group->decl->source)});
        }
    }
}

static Slot slot_of(const Compiler *c, const Symbol *symbol, SlotKind kind, Index owner) {
    return (Slot){.name = symbol->path,
                  .kind = kind,
                  .type = symbol->type,
                  .personal = symbol->personal,
                  .group = NONE,
                  .owner = owner,
                  .where = where_of(c, symbol->at, symbol->decl->source)};
}

/* Of a criterion: the scores as they are given, and what rules read. */
static void add_criteria(Compiler *c, bool combined) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, CRITERION, symbol)) {
        const Scorecard *scorecard = &c->scorecards[symbol->parent->index];
        Criterion *criterion = (Criterion *)&scorecard->criteria[symbol->index];
        Index owner = (Index)symbol->parent->index;
        Slot slot =
            slot_of(c, symbol, combined ? SLOT_COMPUTED : SLOT_SCORE, combined ? scorecard->unit : owner);
        if (combined) {
            slot.name = text_format(c->arena, "%.*s combined", TEXT_ARG(symbol->path));
            slot.type = (Type){.kind = TYPE_DECIMAL};
            criterion->combined_slot = add_slot(c, slot);
        } else {
            criterion->score_slot = add_slot(c, slot);
        }
    }
}

static void add_items(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, ITEM, symbol)) {
        ChecklistItem *items = (ChecklistItem *)c->checklists[symbol->parent->index].items;
        items[symbol->index].slot = add_slot(c, slot_of(c, symbol, SLOT_ITEM, (Index)symbol->parent->index));
    }
}

/* Where the slot of a result is noted, and which unit makes it. */
static Index *result_of(const Compiler *c, const Symbol *result, Index *unit) {
    const Symbol *parent = result->parent;
    if (parent->kind == SYMBOL_SCORECARD) {
        Scorecard *scorecard = &c->scorecards[parent->index];
        *unit = scorecard->unit;
        return result->index == 0 ? &scorecard->total_slot : &scorecard->eligible_slot;
    }
    if (parent->kind == SYMBOL_CHECKLIST) {
        Checklist *checklist = &c->checklists[parent->index];
        Index *const slots[] = {&checklist->complete_slot, &checklist->open_slot, &checklist->applies_slot};
        *unit = checklist->unit;
        return slots[result->index];
    }
    DecisionTable *table = &c->tables[table_of(c, parent)];
    *unit = table->unit;
    return &((OutputColumn *)table->outputs)[result->index].slot;
}

static void add_results(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, RESULT, symbol)) {
        Index unit, *noted = result_of(c, symbol, &unit);
        *noted = add_slot(c, slot_of(c, symbol, SLOT_COMPUTED, unit));
    }
}

static void add_definitions(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, DEFINITION, symbol)) {
        Definition *definition = &c->definitions[symbol->index];
        definition->slot = add_slot(c, slot_of(c, symbol, SLOT_COMPUTED, definition->unit));
    }
}

static void add_totals(Compiler *c) {
    const Symbol *symbol;
    for (EACH_SYMBOL(c, TOTAL, symbol)) {
        Definition *sums = &c->definitions[SYMBOL_COUNT(c, DEFINITION) + symbol->index];
        Slot slot = slot_of(c, symbol, SLOT_COMPUTED, sums->unit);
        slot.name = sums->name;
        sums->slot = add_slot(c, slot);
    }
    c->first_total_slot = (Index)c->slots.len;
    for (EACH_SYMBOL(c, TOTAL, symbol)) add_slot(c, slot_of(c, symbol, SLOT_TOTAL, (Index)symbol->index));
}

static void add_reviews(Compiler *c) {
    const Symbol *review, *fact;
    c->first_review_slot = (Index)c->slots.len;
    for (EACH_SYMBOL(c, REVIEW, review)) {
        add_slot(c, slot_of(c, review, SLOT_REVIEW, (Index)review->index));
        for (EACH_SYMBOL(c, REVIEW_FACT, fact))
            if (fact->parent == review) add_slot(c, slot_of(c, fact, SLOT_REVIEW_FACT, (Index)review->index));
    }
}

static void add_metrics(Compiler *c) {
    const Symbol *metric;
    c->metric_slots = arena_array(c->arena, Index, SYMBOL_COUNT(c, METRIC));
    for (EACH_SYMBOL(c, METRIC, metric))
        c->metric_slots[metric->index] =
            metric->enumeration ? NONE : add_slot(c, slot_of(c, metric, SLOT_METRIC, (Index)metric->index));
}

static void add_days(Compiler *c) {
    const Symbol *day;
    c->program->today = (Index)c->slots.len;
    for (EACH_SYMBOL(c, DAY, day))
        add_slot(c, (Slot){.name = day->name,
                           .kind = SLOT_DAY,
                           .type = day->type,
                           .group = NONE,
                           .owner = NONE,
                           .where = where_of(c, c->model->charter->at, (Text){0})});
    c->program->case_opened = slot_read(c, c->model->case_opened->symbol);
}

static void add_calendars(Compiler *c) {
    const Symbol *symbol;
    c->program->first_calendar = (Index)c->slots.len;
    for (EACH_SYMBOL(c, CALENDAR, symbol)) {
        Slot slot = slot_of(c, symbol, SLOT_CALENDAR, (Index)symbol->index);
        slot.name = text_format(c->arena, "more years of the calendar %.*s", TEXT_ARG(symbol->name));
        add_slot(c, slot);
    }
}

void compile_slots(Compiler *c) {
    const Symbol *input;
    add_days(c);
    add_facts(c);
    add_criteria(c, false);
    add_criteria(c, true);
    add_items(c);
    add_results(c);
    add_definitions(c);
    add_totals(c);
    add_reviews(c);
    add_metrics(c);
    c->first_step_slot = (Index)c->slots.len;
    for (EACH_SYMBOL(c, CASE_INPUT, input)) add_slot(c, slot_of(c, input, SLOT_STEP, NONE));
    add_calendars(c);
}

Index calendar_slot(const Compiler *c, Index calendar) {
    return c->program->first_calendar + calendar;
}

Index table_of(const Compiler *c, const Symbol *symbol) {
    return (Index)symbol->index + (symbol->kind == SYMBOL_AUTHORITY ? (Index)c->table_count : 0);
}

static Index result_slot(const Compiler *c, const Symbol *result) {
    Index unit;
    return *result_of(c, result, &unit);
}

Index slot_read(const Compiler *c, const Symbol *symbol) {
    switch (symbol->kind) {
    case SYMBOL_FACT:
        return c->fact_slots[symbol->parent->index] + (Index)symbol->index;
    case SYMBOL_DEFINITION:
        return c->definitions[symbol->index].slot;
    case SYMBOL_TOTAL:
        return c->first_total_slot + (Index)symbol->index;
    case SYMBOL_CRITERION:
        return c->scorecards[symbol->parent->index].criteria[symbol->index].combined_slot;
    case SYMBOL_ITEM:
        return c->checklists[symbol->parent->index].items[symbol->index].slot;
    case SYMBOL_RESULT:
        return result_slot(c, symbol);
    case SYMBOL_REVIEW:
        return c->first_review_slot + REVIEW_SLOTS * (Index)symbol->index;
    case SYMBOL_REVIEW_FACT:
        return c->first_review_slot + REVIEW_SLOTS * (Index)symbol->parent->index + 1 + (Index)symbol->index;
    case SYMBOL_DAY:
        return c->program->today + (Index)symbol->index;
    case SYMBOL_METRIC:
        return c->metric_slots[symbol->index];
    case SYMBOL_CASE_INPUT:
        return c->first_step_slot + (Index)symbol->index;
    default:
        return NONE;
    }
}

Index slot_given(const Compiler *c, const Symbol *symbol) {
    if (symbol->kind != SYMBOL_CRITERION) return slot_read(c, symbol);
    return c->scorecards[symbol->parent->index].criteria[symbol->index].score_slot;
}
