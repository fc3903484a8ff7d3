/* Evaluations in a case: the determination with its reasons and who gave what it rests on, or a refusal. */
#include "proceedings/turn.h"

typedef struct Determining {
    Turn *turn;
    const CaseState *subject;
    const Program *program;
    const Unit *unit;
    Text doing;
    Summed **totals; /* of the program; NULL until it was asked for */
} Determining;

static const Summed *summed(const Determining *d, Index slot) {
    Index total = d->program->slots[slot].owner;
    if (d->totals[total]) return d->totals[total];
    d->totals[total] = arena_make(d->turn->arena, Summed);
    add_up(d->turn->state, d->subject, &d->program->totals[total], d->turn->today, d->totals[total]);
    return d->totals[total];
}

/* --- refusals ------------------------------------------------------------------------------------------- */

static Text unit_words(const Determining *d) {
    return text_empty(d->unit->name) ? d->unit->written : d->unit->name;
}

static Text mend_unmeasured(const Determining *d, Text subject, const Metric *metric) {
    Arena *arena = d->turn->arena;
    Text of = metric->group == NONE ? (Text){0} : text_format(arena, " --case %.*s", TEXT_ARG(subject));
    Text period = period_text(arena, metric->measured, period_of(metric->measured, d->turn->today));
    return text_format(arena, "it is measured with: bylaw measure %.*s ... --period %.*s%.*s",
                       TEXT_ARG(metric->name), TEXT_ARG(period), TEXT_ARG(of));
}

static Text mend_missing(const Determining *d, Text subject, Index slot) {
    Arena *arena = d->turn->arena;
    const Slot *first = &d->program->slots[slot];
    if (first->kind == SLOT_FACT)
        return text_format(
            arena, "state it with: bylaw submit %.*s %.*s=...%s", TEXT_ARG(subject), TEXT_ARG(first->name),
            first->type.may_not_apply ? ", or \"not applicable\" where it does not apply" : "");
    if (first->kind == SLOT_SCORE)
        return text_format(arena, "it is scored with: bylaw score %.*s", TEXT_ARG(subject));
    if (first->kind == SLOT_ITEM)
        return text_format(arena, "it is answered with: bylaw tick %.*s", TEXT_ARG(subject));
    if (first->kind == SLOT_METRIC) return mend_unmeasured(d, subject, &d->program->metrics[first->owner]);
    if (first->kind == SLOT_CALENDAR)
        return TEXT("a new edition of the rules can list more years in the calendar");
    return text_format(arena, "see what the case waits for with: bylaw show %.*s", TEXT_ARG(subject));
}

/* "bylaw register employees id=amara approval_limit=... --from 2026-03-02" */
static Text mend_row(const Determining *d, const RowRead *row) {
    Arena *arena = d->turn->arena;
    const Register *in = &d->program->registers[row->in];
    Buf buf = buf_new(arena);
    buf_format(&buf, "enter it with: bylaw register %.*s", TEXT_ARG(in->name));
    for (size_t i = 0; i < in->key_count; i++) {
        const RegisterField *key = &in->fields[in->keys[i]];
        Text value = value_to_text(arena, key->type, row->keys[i]);
        if (key->type.kind == TYPE_PERSON) value = person_called(d->turn, value);
        buf_format(&buf, " %.*s=%.*s", TEXT_ARG(key->name), TEXT_ARG(value));
    }
    buf_format(&buf, " %.*s=... --from %.*s", TEXT_ARG(in->fields[row->field].name),
               TEXT_ARG(date_text(arena, row->on)));
    return buf_done(&buf);
}

/* Where a line ended that led to nobody, in words; the register has to be mended, or the matrix. */
static Text line_words(const Determining *d, const LineWalk *walk) {
    Arena *arena = d->turn->arena;
    const Register *in = &d->program->registers[walk->in];
    const RegisterField *limit = &in->fields[walk->limit];
    Text from = person_called(d->turn, walk->from), at = person_called(d->turn, walk->at);
    Buf buf = buf_new(arena);
    buf_format(&buf, "the line %.*s.%.*s from %.*s ", TEXT_ARG(in->name),
               TEXT_ARG(in->fields[walk->above].name), TEXT_ARG(from));
    if (walk->end == LINE_CIRCLES) {
        buf_format(&buf, "comes to %.*s again: it goes round", TEXT_ARG(at));
    } else if (walk->end == LINE_TOO_LONG) {
        buf_format(&buf, "has more than %d people", LINE_PEOPLE_MOST);
    } else if (walk->end == LINE_UNSAID) {
        buf_format(&buf, "comes to %.*s, of whom no %.*s is known", TEXT_ARG(at), TEXT_ARG(limit->name));
    } else {
        buf_format(&buf, "ends with %.*s, and no %.*s in it covers ", TEXT_ARG(at), TEXT_ARG(limit->name));
        value_write(&buf, limit->type, walk->covered);
    }
    return buf_done(&buf);
}

static Text mend_total(const Determining *d, const Summed *total) {
    if (total->lacking_row) return mend_row(d, total->lacking_row);
    if (total->lacking_slot != NONE) return mend_missing(d, total->lacking_case, total->lacking_slot);
    return text_format(d->turn->arena, "see its facts with: bylaw show %.*s", TEXT_ARG(total->lacking_case));
}

static bool is_total(const Determining *d, Index slot) {
    return d->program->slots[slot].kind == SLOT_TOTAL;
}

static Text mend_first(const Determining *d, const Determination *found) {
    if (found->settle_count > 0 && is_total(d, found->settle[0]))
        return mend_total(d, summed(d, found->settle[0]));
    if (found->settle_count > 0) return mend_missing(d, d->subject->number, found->settle[0]);
    return found->settle_row_count > 0 ? mend_row(d, &found->settle_rows[0]) : (Text){0};
}

/* What would settle it; of a total, what that lacks. */
static TextList needed_names(const Determining *d, const Determination *found) {
    TextList all = settle_names(d->turn->arena, d->program, found), names = {0};
    for (size_t i = 0; i < all.len; i++) {
        bool total = i < found->settle_count && is_total(d, found->settle[i]);
        const TextList *lacking = total ? &summed(d, found->settle[i])->lacking : NULL;
        if (!total) texts_push(d->turn->arena, &names, all.at[i]);
        for (size_t k = 0; lacking && k < lacking->len; k++)
            if (!texts_have(&names, lacking->at[k])) texts_push(d->turn->arena, &names, lacking->at[k]);
    }
    return names;
}

static bool refuse_missing(const Determining *d, const Determination *found) {
    Turn *turn = d->turn;
    if (found->line && found->settle_count == 0)
        return refuse_at(turn, LINE_ENDS, where_text(turn->arena, d->unit->where), d->doing,
                         line_words(d, found->line), mend_row(d, &found->settle_rows[0]));
    TextList names = needed_names(d, found);
    Text mend = mend_first(d, found);
    return refuse_at(turn, UNDETERMINED, where_text(turn->arena, d->unit->where), d->doing,
                     names_text(turn->arena, &names, " and "), unit_words(d), mend);
}

/* Of a table that has given two answers: which two. */
static Text both_called(const Determining *d, const Determination *found) {
    const DecisionTable *table = &d->program->tables[d->program->units[found->unit].detail];
    bool rows = found->problem == PROBLEM_TWO_ROWS;
    Text one = rows ? table->rows[found->row].id : table->exceptions[found->exception].name;
    Text other = rows ? table->rows[found->other_row].id : table->exceptions[found->other_exception].name;
    return text_format(d->turn->arena,
                       rows ? "its rows %.*s and %.*s both fit" : "its exceptions %.*s and %.*s both apply",
                       TEXT_ARG(one), TEXT_ARG(other));
}

/* The fact that a later edition has always apply, and who has said before that it does not. */
static Text inapplicable_words(const Determining *d) {
    for (size_t i = 0; i < d->unit->input_count; i++) {
        const Slot *slot = &d->program->slots[d->unit->inputs[i]];
        const FactState *fact = slot->kind == SLOT_FACT ? case_fact(d->subject, slot->name) : NULL;
        Value value;
        if (!fact || slot->personal || slot->type.may_not_apply ||
            !fact_value(d->turn->state, d->program, d->unit->inputs[i], fact, &value) ||
            value.state != VALUE_NOT_APPLICABLE)
            continue;
        return text_format(d->turn->arena, "it needs %.*s, which %.*s has said does not apply",
                           TEXT_ARG(slot->name), TEXT_ARG(person_called(d->turn, fact->giver)));
    }
    return TEXT("it needs the value of a fact that does not apply");
}

static Text problem_words(const Determining *d, const Determination *found) {
    switch (found->problem) {
    case PROBLEM_TOO_LARGE:
        return TEXT("a number in it is larger than 1,024 bits");
    case PROBLEM_DIVIDED_BY_ZERO:
        return TEXT("it divides by zero");
    case PROBLEM_TWO_ROWS:
    case PROBLEM_TWO_EXCEPTIONS:
        return both_called(d, found);
    case PROBLEM_OFF_SCALE:
        return TEXT("a score is off its scale");
    case PROBLEM_NOT_APPLICABLE:
        return inapplicable_words(d);
    case PROBLEM_NEGATIVE_ROOT:
        return TEXT("it takes the square root of a number below 0");
    case PROBLEM_NO_SUCH_TIME:
        return TEXT("it reckons with a day or an instant that there is not");
    case PROBLEM_NOT_IN_FORCE:
        return TEXT("on that day nothing says what a definition in it means");
    case PROBLEM_LINE:
    case PROBLEM_NONE:
        break;
    }
    return TEXT("it cannot be evaluated");
}

static bool refuse_error(const Determining *d, const Determination *found) {
    Text where = where_text(d->turn->arena, *found->where);
    if (found->line) return refuse_at(d->turn, LINE_FAILS, where, unit_words(d), line_words(d, found->line));
    return refuse_at(d->turn, RULE_FAILS, where, unit_words(d), problem_words(d, found));
}

/* --- reasons: who gave what it rests on (law L7) -------------------------------------------------------- */

static void cite_sheets(const Determining *d, Tree *fact, Text step) {
    Arena *arena = d->turn->arena;
    Tree *entries = tree_set_list(arena, fact, "entries"), *givers = tree_set_list(arena, fact, "givers");
    for (size_t i = 0; i < d->subject->sheets.len; i++) {
        const SheetState *sheet = &d->subject->sheets.at[i];
        if (!text_equal(sheet->step, step)) continue;
        tree_add(arena, entries, tree_int(arena, sheet->entry));
        tree_add(arena, givers, tree_text(arena, sheet->scorer));
    }
}

/* The sheets of the step that scored by this scorecard, in the order of the values. */
static void cite_scores(const Determining *d, Tree *fact, const Slot *slot) {
    const Workflow *workflow = case_workflow(d->turn->state, d->subject);
    for (size_t i = 0; i < workflow->step_count; i++) {
        const FlowStep *step = &workflow->steps[i];
        if (step->kind == FLOW_SCORE && step->detail == slot->owner) cite_sheets(d, fact, step->name);
    }
}

static void cite_tick(const Determining *d, Tree *fact, Index slot) {
    const Checklist *checklist = &d->program->checklists[d->program->slots[slot].owner];
    const TickState *tick = NULL;
    for (size_t i = 0; i < checklist->item_count; i++)
        if (checklist->items[i].slot == slot)
            tick = case_tick(d->subject, checklist->name, checklist->items[i].name);
    if (!tick) return;
    tree_set_int(d->turn->arena, fact, "entry", tick->entry);
    tree_set_text(d->turn->arena, fact, "giver", tick->giver);
}

static void cite_measured(const Determining *d, Tree *fact, const Metric *metric) {
    Arena *arena = d->turn->arena;
    Text subject = metric->group == NONE ? (Text){0} : case_matter(d->turn->state, d->subject)->number;
    const MeasuredState *measured = last_measured(d->turn->state, metric, subject, (Text){0});
    if (!measured) return;
    tree_set_text(arena, fact, "period", period_text(arena, metric->measured, measured->period));
    tree_set_int(arena, fact, "entry", measured->entry);
    tree_set_text(arena, fact, "giver", measured->giver);
}

static void cite_fact(const Determining *d, Tree *fact) {
    Index index = program_slot(d->program, NONE, tree_get_text(fact, "fact"));
    const FactState *stated = case_fact(d->subject, tree_get_text(fact, "fact"));
    if (index != NONE && d->program->slots[index].kind == SLOT_SCORE)
        cite_scores(d, fact, &d->program->slots[index]);
    if (index != NONE && d->program->slots[index].kind == SLOT_ITEM) cite_tick(d, fact, index);
    if (index != NONE && d->program->slots[index].kind == SLOT_METRIC)
        cite_measured(d, fact, &d->program->metrics[d->program->slots[index].owner]);
    if (index != NONE && is_total(d, index)) tell_total(d->turn->arena, summed(d, index), fact);
    if (!stated) return;
    tree_set_int(d->turn->arena, fact, "entry", stated->entry);
    tree_set_text(d->turn->arena, fact, "giver", stated->giver);
}

/* The slot that a part of the reasons tells of; NONE. */
static Index told_slot(const Determining *d, const Tree *map) {
    static const char *const keys[] = {"fact", "column", "unit"};
    Text name = {0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && text_empty(name); i++)
        name = tree_get_text(map, keys[i]);
    return text_empty(name) ? NONE : program_slot(d->program, NONE, name);
}

static bool is_personal(const Determining *d, const Tree *map) {
    Index slot = told_slot(d, map);
    const Tree *marked = tree_get(map, "personal");
    return (marked && marked->kind == TREE_BOOL && marked->yes) ||
           (slot != NONE && d->program->slots[slot].personal);
}

/* The commitment that stands where the value of a stated fact would. */
static void add_seal(const Determining *d, const Tree *map, Tree *copy) {
    Text name = tree_get_text(map, "fact");
    if (text_empty(name)) name = tree_get_text(map, "column");
    const FactState *stated = text_empty(name) ? NULL : case_fact(d->subject, name);
    Text sealed = stated ? tree_get_text(stated->value, "sealed") : (Text){0};
    tree_set_some(d->turn->arena, copy, "sealed", sealed);
}

static bool tells_value(Text key) {
    return text_is(key, "value") || text_is(key, "held");
}

/* What is personal stays in the vault: where its value would stand, or what came of comparing it, stands its
 * commitment, or nothing. */
static Tree *without_personal(const Determining *d, Tree *tree) {
    Arena *arena = d->turn->arena;
    if (!tree || (tree->kind != TREE_MAP && tree->kind != TREE_LIST)) return tree;
    Tree *copy = tree->kind == TREE_MAP ? tree_map(arena) : tree_list(arena);
    bool withheld = tree->kind == TREE_MAP && is_personal(d, tree);
    for (size_t i = 0; i < tree->len; i++) {
        Tree *item = without_personal(d, tree->items[i]);
        if (tree->kind == TREE_LIST)
            tree_add(arena, copy, item);
        else if (!withheld || !tells_value(tree->keys[i]))
            tree_set(arena, copy, tree->keys[i], item);
        else if (text_is(tree->keys[i], "value"))
            add_seal(d, tree, copy);
    }
    return copy;
}

/* A near miss tells on which side of it a fact is, and of one that is held against another, where that is. */
static bool rests_on_personal(const Determining *d, const Tree *facts) {
    for (size_t i = 0; i < tree_len(facts); i++)
        if (is_personal(d, facts->items[i])) return true;
    return false;
}

static Tree *without_near_misses(const Determining *d, const Tree *tree) {
    Tree *copy = tree_map(d->turn->arena);
    for (size_t i = 0; i < tree->len; i++)
        if (!text_is(tree->keys[i], "would_change"))
            tree_set(d->turn->arena, copy, tree->keys[i], tree->items[i]);
    return copy;
}

static Tree *reasons_tree(const Determining *d, Index unit, const Determination *found,
                          const Reasons *reasons) {
    Tree *tree = determination_tree(d->turn->arena, d->program, unit, found, reasons);
    const Tree *facts = tree_get(tree, "facts");
    for (size_t i = 0; i < tree_len(facts); i++) cite_fact(d, facts->items[i]);
    return without_personal(d, rests_on_personal(d, facts) ? without_near_misses(d, tree) : tree);
}

/* What a motion's step asks an authority matrix for is given by that step. */
static void ask_decision(const Program *program, const Unit *unit, const FlowStep *step, Frame *frame) {
    Index slot = unit->kind == UNIT_AUTHORITY ? program->tables[unit->detail].decision_slot : NONE;
    if (slot != NONE) frame_set(frame, slot, value_member(step->decision));
}

static Determining determining(Turn *turn, Text subject, Index unit, Text doing) {
    const CaseState *found = state_case(turn->state, subject);
    const Program *program = case_program(turn->state, found);
    Summed **totals = arena_array(turn->arena, Summed *, program->totals_count);
    return (Determining){turn, found, program, &program->units[unit], doing, totals};
}

static Frame *new_frame(Turn *turn, Text subject) {
    return frame_new(turn->arena, case_program(turn->state, state_case(turn->state, subject)));
}

static void come_to(const Determining *d, Frame *frame, Index unit, Determination *out, Reasons *reasons) {
    fill_frame(d->turn->state, d->subject, d->unit, d->turn->today, frame);
    for (size_t i = 0; i < d->unit->input_count; i++)
        if (is_total(d, d->unit->inputs[i]))
            frame_set(frame, d->unit->inputs[i], summed(d, d->unit->inputs[i])->value);
    if (d->turn->asking) ask_decision(d->program, d->unit, d->turn->asking, frame);
    evaluate(frame, unit, reasons, out);
}

Outcome find_out(Turn *turn, Text subject, Index unit, Determination *out, Tree **reasons) {
    Determining d = determining(turn, subject, unit, (Text){0});
    Reasons kept = {0};
    come_to(&d, new_frame(turn, subject), unit, out, &kept);
    *reasons = reasons_tree(&d, unit, out, &kept);
    return out->outcome;
}

bool determine(Turn *turn, Text subject, Index unit, Text doing, Determination *out, Tree **reasons) {
    return determine_in(turn, new_frame(turn, subject), subject, unit, doing, out, reasons);
}

bool determine_in(Turn *turn, Frame *frame, Text subject, Index unit, Text doing, Determination *out,
                  Tree **reasons) {
    Determining d = determining(turn, subject, unit, doing);
    Reasons kept = {0};
    come_to(&d, frame, unit, out, reasons ? &kept : NULL);
    switch (out->outcome) {
    case OUTCOME_DECIDED:
        break;
    case OUTCOME_UNDETERMINED:
        return refuse_missing(&d, out);
    case OUTCOME_NO_ROW:
        return refuse_at(turn, NO_ROW_FITS, where_text(turn->arena, d.unit->where), unit_words(&d), subject);
    case OUTCOME_ERROR:
        return refuse_error(&d, out);
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
