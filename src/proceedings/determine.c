/* Evaluations in a case: the determination with its reasons and who gave what it rests on, or a refusal. */
#include "proceedings/turn.h"

typedef struct Determining {
    Turn *turn;
    const CaseState *subject;
    const Program *program;
    const Unit *unit;
    Text doing;
} Determining;

/* --- refusals -------------------------------------------------------------------------------------------- */

static Text unit_words(const Determining *d) { return text_empty(d->unit->name) ? d->unit->written : d->unit->name; }

static Text mend_missing(const Determining *d, Index slot) {
    Arena *arena = d->turn->arena;
    const Slot *first = &d->program->slots[slot];
    Text subject = d->subject->number;
    if (first->kind == SLOT_FACT)
        return text_format(arena, "state it with: bylaw submit %.*s %.*s=...", TEXT_ARG(subject), TEXT_ARG(first->name));
    if (first->kind == SLOT_SCORE) return text_format(arena, "it is scored with: bylaw score %.*s", TEXT_ARG(subject));
    return text_format(arena, "see what the case waits for with: bylaw show %.*s", TEXT_ARG(subject));
}

static bool refuse_missing(const Determining *d, const Determination *found) {
    Turn *turn = d->turn;
    TextList names = {0};
    for (size_t i = 0; i < found->settle_count; i++)
        texts_push(turn->arena, &names, d->program->slots[found->settle[i]].name);
    Text mend = found->settle_count == 0 ? (Text){0} : mend_missing(d, found->settle[0]);
    return refuse_at(turn, UNDETERMINED, where_text(turn->arena, d->unit->where), d->doing,
                     names_text(turn->arena, &names, " and "), unit_words(d), mend);
}

static Text problem_words(const Determination *found) {
    switch (found->problem) {
    case PROBLEM_TOO_LARGE: return TEXT("a number in it is larger than 1,024 bits");
    case PROBLEM_DIVIDED_BY_ZERO: return TEXT("it divides by zero");
    case PROBLEM_TWO_ROWS: return TEXT("two of its rows fit");
    case PROBLEM_OFF_SCALE: return TEXT("a score is off its scale");
    case PROBLEM_NOT_APPLICABLE: return TEXT("it needs the value of a fact that does not apply");
    case PROBLEM_NONE: break;
    }
    return TEXT("it cannot be evaluated");
}

static bool refuse_error(const Determining *d, const Determination *found) {
    Where where = text_empty(found->where.path) ? d->unit->where : found->where;
    return refuse_at(d->turn, RULE_FAILS, where_text(d->turn->arena, where), unit_words(d), problem_words(found));
}

/* --- reasons: who gave what it rests on (law L7) ---------------------------------------------------------- */

static void cite(Arena *arena, Tree *list, Text name, const char *how, int64_t entry, Text giver) {
    Tree *item = tree_add_map(arena, list);
    tree_set_text(arena, item, "fact", name);
    tree_set_text(arena, item, "how", text_of(how));
    if (entry > 0) tree_set_int(arena, item, "entry", entry);
    if (!text_empty(giver)) tree_set_text(arena, item, "giver", giver);
}

/* A sheet is cited once, by its scorecard, whatever of it was read. */
static void cite_sheets(const Determining *d, Tree *list, const Scorecard *scorecard) {
    for (size_t i = 0; i < d->subject->sheets.len; i++) {
        const SheetState *sheet = &d->subject->sheets.at[i];
        const FlowStep *flow = flow_step(d->turn->state, d->subject, sheet->step);
        if (flow && text_equal(d->program->scorecards[flow->detail].name, scorecard->name))
            cite(d->turn->arena, list, scorecard->name, "stated", sheet->entry, sheet->scorer);
    }
}

static void cite_slot(const Determining *d, Tree *list, Index index) {
    const Slot *slot = &d->program->slots[index];
    const FactState *fact = slot->kind == SLOT_FACT ? case_fact(d->subject, slot->name) : NULL;
    if (fact) cite(d->turn->arena, list, slot->name, "stated", fact->entry, fact->giver);
    if (slot->kind == SLOT_REVIEW || slot->kind == SLOT_REVIEW_FACT)
        cite(d->turn->arena, list, slot->name, "computed", 0, (Text){0});
}

static Tree *reasons_tree(const Determining *d, Index unit, const Determination *found, const Reasons *reasons) {
    Arena *arena = d->turn->arena;
    Tree *tree = determination_tree(arena, d->program, unit, found, reasons), *list = tree_list(arena);
    bool *seen = arena_array(arena, bool, d->program->slots_count);
    bool *scored = arena_array(arena, bool, d->program->scorecards_count + 1);
    for (size_t i = 0; i < reasons->len; i++) {
        if (reasons->at[i].kind != REASON_SLOT || seen[reasons->at[i].index]) continue;
        const Slot *slot = &d->program->slots[reasons->at[i].index];
        seen[reasons->at[i].index] = true;
        cite_slot(d, list, reasons->at[i].index);
        if (slot->kind != SLOT_SCORE || slot->owner == NONE || scored[slot->owner]) continue;
        scored[slot->owner] = true;
        cite_sheets(d, list, &d->program->scorecards[slot->owner]);
    }
    if (tree_len(list) > 0) tree_set(arena, tree, TEXT("given"), list);
    return tree;
}

bool determine(Turn *turn, Text subject, Index unit, Text doing, Determination *out, Tree **reasons) {
    const CaseState *found = state_case(turn->state, subject);
    const Program *program = case_program(turn->state, found);
    Determining d = {turn, found, program, &program->units[unit], doing};
    Frame *frame = frame_new(turn->arena, program);
    Reasons kept = {0};
    fill_frame(turn->state, found, d.unit, frame);
    evaluate(frame, unit, reasons ? &kept : NULL, out);
    switch (out->outcome) {
    case OUTCOME_DECIDED: break;
    case OUTCOME_UNDETERMINED: return refuse_missing(&d, out);
    case OUTCOME_NO_ROW:
        return refuse_at(turn, NO_ROW_FITS, where_text(turn->arena, d.unit->where), unit_words(&d), subject);
    case OUTCOME_ERROR: return refuse_error(&d, out);
    }
    if (reasons) *reasons = reasons_tree(&d, unit, out, &kept);
    return true;
}

bool condition_holds(Turn *turn, Text subject, Index unit, Text doing, bool *yes) {
    Determination found;
    if (!determine(turn, subject, unit, doing, &found, NULL)) return false;
    *yes = found.yes;
    return true;
}
