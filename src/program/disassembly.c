#include "program/disassembly.h"

/* --- slots ---------------------------------------------------------------------------------------------- */

/* Where its value comes from. */
static const char *source_of(SlotKind kind) {
    switch (kind) {
    case SLOT_FACT:
        return "stated";
    case SLOT_SCORE:
        return "scored";
    case SLOT_ITEM:
        return "answered";
    case SLOT_REVIEW:
        return "what a review came to";
    case SLOT_REVIEW_FACT:
        return "what happened in a review";
    case SLOT_STEP:
        return "given by the step";
    case SLOT_METRIC:
        return "measured";
    case SLOT_TOTAL:
        return "added up over cases";
    case SLOT_DAY:
        return "given by the day";
    case SLOT_CALENDAR:
        return "wanted past a calendar's years";
    case SLOT_COMPUTED:
        break;
    }
    return "computed";
}

/* "unit 4 of each case with the same $4 vendor, over 12 months, counting this, pending, approved" */
static void list_total(const Listing *list, const Total *total) {
    list_line(list, 2);
    buf_format(list->buf, "unit %d of each case", total->sums);
    if (total->each != NONE) {
        buf_cstr(list->buf, " with the same ");
        list_slot(list, total->each);
    }
    if (total->over.amount != 0) {
        buf_format(list->buf, ", over %lld ", (long long)total->over.amount);
        unit_write(list->buf, total->over.unit, total->over.amount == 1);
    }
    buf_format(list->buf, ", counting%s%s", total->itself ? " this" : "", total->pending ? " pending" : "");
    for (size_t i = 0; i < total->outcome_count; i++)
        buf_format(list->buf, " %.*s", TEXT_ARG(total->outcomes[i]));
}

static void list_material(const Listing *list, const Material *material) {
    TypeKind kind = material->share ? TYPE_PERCENT : TYPE_DECIMAL;
    buf_cstr(list->buf, ", material beyond ");
    value_write(list->buf, (Type){.kind = kind}, value_number(kind, material->beyond));
}

static void list_slots(const Listing *list) {
    buf_cstr(list->buf, "slots");
    for (size_t i = 0; i < list->program->slots_count; i++) {
        const Slot *slot = &list->program->slots[i];
        list_line(list, 1);
        list_slot(list, (Index)i);
        buf_format(list->buf, " : %.*s, %s%s%s%s", TEXT_ARG(type_text(list->buf->arena, slot->type)),
                   source_of(slot->kind), slot->optional ? ", optional" : "",
                   slot->type.may_not_apply ? ", where applicable" : "", slot->personal ? ", personal" : "");
        if (slot->material.said) list_material(list, &slot->material);
        if (slot->kind == SLOT_TOTAL) list_total(list, &list->program->totals[slot->owner]);
    }
    buf_char(list->buf, '\n');
}

/* --- deciders ------------------------------------------------------------------------------------------- */

static void list_decider(const Listing *list, Index at) {
    const DeciderNode *node = &list->program->deciders[at];
    static const char *const kinds[] = {
        [DECIDER_ALL] = "all of", [DECIDER_SEQUENCE] = "one after the other", [DECIDER_NAMED] = "named"};
    buf_format(list->buf, "decider %d: ", at);
    if (node->kind == DECIDER_ONE && node->at != NONE)
        buf_format(list->buf, "whom r%d names", node->at);
    else if (node->kind == DECIDER_ONE)
        buf_text(list->buf, node->name);
    else if (node->kind == DECIDER_SOME)
        buf_format(list->buf, "%d of", node->needed);
    else
        buf_cstr(list->buf, kinds[node->kind]);
}

/* A plan's nodes one under another, each part further in than what it is a part of. */
static void list_deciders(const Listing *list, int depth, Index at) {
    const DeciderNode *node = &list->program->deciders[at];
    list_line(list, depth);
    list_decider(list, at);
    for (Index part = at + 1; part < at + node->size; part += list->program->deciders[part].size)
        list_deciders(list, depth + 1, part);
}

/* --- tables --------------------------------------------------------------------------------------------- */

static const char *policy_word(HitPolicy policy) {
    static const char *const words[] = {
#define X(name, words) words,
        HIT_POLICIES(X)
#undef X
    };
    return words[policy];
}

static void list_result(const Listing *list, const OutputColumn *output, const Value *value, Index computed) {
    list_line(list, 3);
    list_slot(list, output->slot);
    buf_cstr(list->buf, " = ");
    if (computed == NONE) {
        list_value(list, output->type, value);
        return;
    }
    buf_cstr(list->buf, "what this comes to");
    list_condition(list, 4, &list->program->conditions[computed]);
}

static void list_row(const Listing *list, const DecisionTable *table, size_t row) {
    const TableCode *code = table->code;
    list_line(list, 2);
    buf_format(list->buf, "%.*s", TEXT_ARG(table->rows[row].id));
    if ((Index)row == code->otherwise) buf_cstr(list->buf, ", where no other row fits");
    for (size_t c = 0; c < code->column_count; c++) {
        const CellCode *cell = &code->cells[row * code->column_count + c];
        if (cell->kind == SET_ANY) continue;
        list_line(list, 3);
        list_slot(list, code->columns[c].slot);
        buf_cstr(list->buf, " in {");
        list_set(list, list->program->slots[code->columns[c].slot].type, cell);
        buf_char(list->buf, '}');
    }
    for (size_t o = 0; o < code->output_count; o++) {
        size_t at = row * code->output_count + o;
        list_result(list, &table->outputs[o], &code->outputs[at], code->computed ? code->computed[at] : NONE);
    }
    if (table->deciders && table->deciders[row] != NONE) list_deciders(list, 3, table->deciders[row]);
}

static void list_exception(const Listing *list, const DecisionTable *table, const TableException *exception) {
    list_line(list, 2);
    buf_format(list->buf, "%.*s, when", TEXT_ARG(exception->name));
    list_condition(list, 3, &list->program->conditions[exception->condition]);
    for (size_t o = 0; o < table->output_count; o++)
        if (exception->gives[o])
            list_result(list, &table->outputs[o], &exception->results[o], exception->computed[o]);
    if (exception->deciders != NONE) list_deciders(list, 3, exception->deciders);
}

static void list_table(const Listing *list, const DecisionTable *table) {
    list_line(list, 1);
    buf_format(list->buf, "hit %s", policy_word(table->policy));
    list_line(list, 1);
    buf_cstr(list->buf, "rows");
    for (size_t r = 0; r < table->row_count; r++) list_row(list, table, r);
    if (table->exception_count > 0) {
        list_line(list, 1);
        buf_cstr(list->buf, "exceptions");
    }
    for (size_t e = 0; e < table->exception_count; e++) list_exception(list, table, &table->exceptions[e]);
    list_line(list, 1);
    buf_cstr(list->buf, table->code->index ? "index" : "no index: every row is tested");
    list_index(list, 1, table);
}

/* --- scorecards ----------------------------------------------------------------------------------------- */

static void list_criterion(const Listing *list, const Scorecard *scorecard, const Criterion *criterion) {
    Arena *arena = list->buf->arena;
    list_line(list, 2);
    list_slot(list, criterion->score_slot);
    buf_cstr(list->buf, " -> ");
    list_slot(list, criterion->combined_slot);
    if (scorecard->denominator != 0)
        buf_format(list->buf, ", times %lld", (long long)criterion->share);
    else
        buf_format(list->buf, ", times %.*s", TEXT_ARG(number_text(arena, criterion->weight)));
    if (criterion->has_minimum)
        buf_format(list->buf, ", at least %.*s", TEXT_ARG(number_text(arena, criterion->minimum)));
}

static void list_scorecard(const Listing *list, const Scorecard *scorecard) {
    Arena *arena = list->buf->arena;
    list_line(list, 1);
    buf_format(list->buf, "scale %.*s to %.*s%s, combined by %s, minimums on %s",
               TEXT_ARG(number_text(arena, scorecard->low)), TEXT_ARG(number_text(arena, scorecard->high)),
               scorecard->whole ? ", whole" : "", scorecard->combine == COMBINE_MEAN ? "mean" : "lowest",
               scorecard->minimum_each ? "each score" : "what is combined");
    list_line(list, 1);
    buf_cstr(list->buf,
             scorecard->plain ? "plain: whole scores are summed in 64 bits" : "not plain: summed exactly");
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        list_criterion(list, scorecard, &scorecard->criteria[i]);
    list_line(list, 2);
    buf_cstr(list->buf, "the sum");
    if (scorecard->denominator != 0) buf_format(list->buf, " / %lld", (long long)scorecard->denominator);
    buf_cstr(list->buf, " -> ");
    list_slot(list, scorecard->total_slot);
    buf_cstr(list->buf, ", all minimums met -> ");
    list_slot(list, scorecard->eligible_slot);
}

/* --- checklists ----------------------------------------------------------------------------------------- */

static void list_applies(const Listing *list, int depth, Index condition) {
    if (condition == NONE) return;
    buf_cstr(list->buf, ", applies when");
    list_condition(list, depth, &list->program->conditions[condition]);
}

static void list_checklist(const Listing *list, const Checklist *checklist) {
    list_line(list, 1);
    buf_cstr(list->buf, "items");
    list_applies(list, 2, checklist->applies);
    for (size_t i = 0; i < checklist->item_count; i++) {
        list_line(list, 2);
        list_slot(list, checklist->items[i].slot);
        list_applies(list, 3, checklist->items[i].applies);
    }
    list_line(list, 2);
    buf_cstr(list->buf, "all that apply are met -> ");
    list_slot(list, checklist->complete_slot);
    buf_cstr(list->buf, ", how many are not -> ");
    list_slot(list, checklist->open_slot);
    buf_cstr(list->buf, ", applies -> ");
    list_slot(list, checklist->applies_slot);
}

/* --- units ---------------------------------------------------------------------------------------------- */

static const char *kind_of(UnitKind kind) {
    switch (kind) {
    case UNIT_CONDITION:
        break;
    case UNIT_DEFINITION:
        return "definition";
    case UNIT_SCORECARD:
        return "scorecard";
    case UNIT_CHECKLIST:
        return "checklist";
    case UNIT_TABLE:
        return "table";
    case UNIT_AUTHORITY:
        return "authority";
    }
    return "condition";
}

static void list_needs(const Listing *list, const Unit *unit) {
    for (size_t i = 0; i + 1 < unit->plan_count; i++) {
        const Unit *part = &list->program->units[unit->plan[i]];
        if (i == 0) list_line(list, 1);
        buf_format(list->buf, "%sunit %d %.*s", i ? ", " : "after ", unit->plan[i], TEXT_ARG(part->name));
    }
    for (size_t i = 0; i < unit->input_count; i++) {
        if (i == 0) list_line(list, 1);
        buf_cstr(list->buf, i ? ", " : "reads ");
        list_slot(list, unit->inputs[i]);
    }
}

static void list_day(const Listing *list, const char *word, Date day) {
    if (day == DATE_NONE) return;
    buf_cstr(list->buf, word);
    date_write(list->buf, day);
    buf_char(list->buf, ' ');
}

/* "from 2026-01-01 until 2026-07-01 as of $1 case_opened" */
static void list_days(const Listing *list, const Definition *definition, const Meaning *meaning) {
    list_line(list, 1);
    list_day(list, "from ", meaning->from);
    list_day(list, "until ", meaning->until);
    buf_cstr(list->buf, "as of ");
    list_slot(list, definition->day);
}

static void list_definition(const Listing *list, const Definition *definition) {
    list_line(list, 1);
    buf_cstr(list->buf, "-> ");
    list_slot(list, definition->slot);
    for (size_t i = 0; i < definition->meaning_count; i++) {
        const Meaning *meaning = &definition->meanings[i];
        if (definition->day != NONE) list_days(list, definition, meaning);
        list_condition(list, 2, &list->program->conditions[meaning->code]);
    }
}

static void list_unit(const Listing *list, Index index) {
    const Program *program = list->program;
    const Unit *unit = &program->units[index];
    buf_format(list->buf, "unit %d: %s %.*s   %.*s:%u", index, kind_of(unit->kind),
               TEXT_ARG(text_empty(unit->name) ? unit->written : unit->name), TEXT_ARG(unit->where.path),
               (unsigned)unit->where.line);
    list_needs(list, unit);
    switch (unit->kind) {
    case UNIT_CONDITION:
        list_condition(list, 1, &program->conditions[unit->detail]);
        break;
    case UNIT_DEFINITION:
        list_definition(list, &program->definitions[unit->detail]);
        break;
    case UNIT_SCORECARD:
        list_scorecard(list, &program->scorecards[unit->detail]);
        break;
    case UNIT_CHECKLIST:
        list_checklist(list, &program->checklists[unit->detail]);
        break;
    case UNIT_TABLE:
    case UNIT_AUTHORITY:
        list_table(list, &program->tables[unit->detail]);
        break;
    }
    buf_char(list->buf, '\n');
}

void disassemble_unit(Buf *buf, const Program *program, Index unit) {
    list_unit(&(Listing){buf, program}, unit);
}

void disassemble(Buf *buf, const Program *program) {
    const Listing list = {buf, program};
    list_slots(&list);
    for (size_t i = 0; i < program->units_count; i++) {
        buf_char(buf, '\n');
        list_unit(&list, (Index)i);
    }
    for (size_t i = 0; i < program->bodies_count; i++) {
        buf_char(buf, '\n');
        disassemble_body(buf, program, (Index)i);
    }
    for (size_t i = 0; i < program->ballots_count; i++) {
        buf_char(buf, '\n');
        disassemble_ballot(buf, program, (Index)i);
    }
    for (size_t i = 0; i < program->delegations_count; i++) {
        buf_char(buf, '\n');
        disassemble_delegation(buf, program, (Index)i);
    }
}
