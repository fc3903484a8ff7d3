/* Cases that go on under another edition than the one they were opened under (law R4): only where each step
 * at which a case stands, each fact that is stated and each score that was given has its place there too. */
#include "base/vec.h"
#include "proceedings/motion.h"

typedef struct Move {
    Turn *turn;
    const CaseState *subject;
    const Program *from, *to;
    const Workflow *old, *now;
    Migrated *body;
} Move;

static Text was_called(const Program *edition, Text name) {
    Text was = program_was(edition, name);
    return text_empty(was) ? name : was;
}

/* --- where it stands ------------------------------------------------------------------------------------ */

static bool no_way(const Move *m, Text step) {
    return refuse(m->turn, NO_WAY_THERE, m->subject->number, step, m->to->edition);
}

static Text detail_name(const Program *program, const FlowStep *step) {
    if (step->kind == FLOW_SCORE) return program->scorecards[step->detail].name;
    if (step->kind == FLOW_REVIEW) return program->reviews[step->detail].name;
    return step->kind == FLOW_CHECKLIST ? program->checklists[step->detail].name : (Text){0};
}

/* A review that is under way stands at a step of its own. */
static bool review_goes_on(const Move *m, const FlowStep *step) {
    const ReviewState *stands = case_review(m->subject, detail_name(m->from, step));
    const Review *review = &m->to->reviews[step->kind == FLOW_REVIEW ? step->detail : 0];
    if (step->kind != FLOW_REVIEW || !stands || text_empty(stands->step)) return true;
    for (size_t i = 0; i < review->step_count; i++)
        if (text_equal(review->steps[i].name, stands->step)) return true;
    return false;
}

/* Midway through a decision nobody changes by what rules it is made. */
static bool is_undecided(const Move *m, const StepState *step) {
    if (step->level > 0)
        return refuse(m->turn, MOVES_LATER, m->subject->number, step->name,
                      text_format(m->turn->arena, "it has gone up to %.*s", TEXT_ARG(step->decider)));
    for (size_t i = 0; i < step->parts.len; i++) {
        const PartState *part = &step->parts.at[i];
        bool put = part_is_put(part);
        if (!put && text_empty(part->result)) continue;
        return refuse(m->turn, MOVES_LATER, m->subject->number, step->name,
                      text_format(m->turn->arena, put ? "%.*s is open" : "%.*s has decided",
                                  TEXT_ARG(put ? part->motion : part->decider)));
    }
    return true;
}

/* Counted from the day on which the step was entered; hours run on as they are. */
static Date due_there(const Move *m, const StepState *step, const FlowStep *there) {
    if (there->within.amount == 0) return DATE_NONE;
    return there->within.unit == UNIT_HOURS ? step->due : date_after(m->to, step->entered, there->within);
}

static bool move_steps(const Move *m) {
    for (size_t i = 0; i < m->subject->steps.len; i++) {
        const StepState *step = &m->subject->steps.at[i];
        if (!step->open) continue;
        Index old = workflow_step(m->old, step->name), now = workflow_step(m->now, step->name);
        if (old == NONE || now == NONE || m->old->steps[old].kind != m->now->steps[now].kind ||
            !text_equal(detail_name(m->from, &m->old->steps[old]),
                        was_called(m->to, detail_name(m->to, &m->now->steps[now]))) ||
            (m->old->steps[old].parent == NONE) != (m->now->steps[now].parent == NONE) ||
            !review_goes_on(m, &m->now->steps[now]))
            return no_way(m, step->name);
        if (!is_undecided(m, step)) return false;
        MovedStep *moved = record_push(m->turn->arena, &MovedStep_record, &m->body->steps);
        *moved = (MovedStep){step->name, due_there(m, step, &m->now->steps[now])};
    }
    return true;
}

/* --- what it holds -------------------------------------------------------------------------------------- */

/* The fact of the new edition that was this one; NONE: there is none. */
static Index fact_there(const Move *m, Text name) {
    for (size_t i = 0; i < m->to->slots_count; i++) {
        const Slot *slot = &m->to->slots[i];
        if (slot->kind != SLOT_FACT || slot->group != m->now->group) continue;
        Text path = text_format(m->turn->arena, "%.*s.%.*s", TEXT_ARG(m->to->groups[slot->group]),
                                TEXT_ARG(slot->name)),
             was = program_was(m->to, path);
        if (text_equal(text_empty(was) ? slot->name : was, name) || text_equal(slot->name, name))
            return (Index)i;
    }
    return NONE;
}

static bool is_missing(const FactState *fact) {
    const Tree *value = tree_get(fact->value, "value");
    return value && value->kind == TREE_NULL;
}

static bool move_facts(const Move *m) {
    for (size_t i = 0; i < m->subject->facts.len; i++) {
        const FactState *fact = &m->subject->facts.at[i];
        Index there = fact_there(m, fact->name);
        Value value;
        if (there == NONE) {
            texts_push(m->turn->arena, &m->body->left, fact->name);
            continue;
        }
        const Slot *slot = &m->to->slots[there];
        if (!is_missing(fact) && !fact_value(m->turn->state, m->to, there, fact, &value))
            return refuse(m->turn, FACT_UNLIKE, m->subject->number, m->to->edition, slot->name,
                          type_text(m->turn->arena, slot->type));
        if (!text_equal(slot->name, fact->name))
            *(RenamedFact *)record_push(m->turn->arena, &RenamedFact_record, &m->body->renamed) =
                (RenamedFact){fact->name, slot->name};
    }
    return true;
}

static const FlowStep *step_there(const Move *m, Text name) {
    Index found = workflow_step(m->now, name);
    return found == NONE ? NULL : &m->now->steps[found];
}

static bool has_criterion(const Move *m, const FlowStep *step, Text criterion) {
    const Scorecard *card = &m->to->scorecards[step->detail];
    for (size_t i = 0; i < card->criterion_count; i++)
        if (text_equal(card->criteria[i].name, criterion)) return true;
    return false;
}

static bool move_scores(const Move *m) {
    for (size_t i = 0; i < m->subject->sheets.len; i++) {
        const SheetState *sheet = &m->subject->sheets.at[i];
        const FlowStep *step = step_there(m, sheet->step);
        bool scored = step && step->kind == FLOW_SCORE;
        for (size_t k = 0; k < tree_len(sheet->scores); k++)
            if (!scored || !has_criterion(m, step, sheet->scores->keys[k]))
                return refuse(m->turn, SCORES_UNLIKE, m->subject->number, sheet->scores->keys[k],
                              m->to->edition);
    }
    return true;
}

/* What an open task asks for there, and nobody has stated. */
static void name_asked(const Move *m) {
    for (size_t i = 0; i < m->body->steps.len; i++) {
        const FlowStep *step = step_there(m, m->body->steps.at[i].step);
        for (size_t k = 0; k < step->collect_count; k++) {
            const Slot *slot = &m->to->slots[step->collects[k]];
            Text was =
                program_was(m->to, text_format(m->turn->arena, "%.*s.%.*s",
                                               TEXT_ARG(m->to->groups[m->now->group]), TEXT_ARG(slot->name)));
            bool known =
                case_fact(m->subject, slot->name) || (!text_empty(was) && case_fact(m->subject, was));
            if (!slot->optional && !known && !texts_have(&m->body->asked, slot->name))
                texts_push(m->turn->arena, &m->body->asked, slot->name);
        }
    }
}

/* --- the move ------------------------------------------------------------------------------------------- */

/* Guards before the steps at which it stands hold there, and who decides is read there anew. */
static bool take_steps(Turn *turn, const Migrated *body) {
    for (size_t i = 0; i < body->steps.len; i++) {
        const CaseState *subject = state_case(turn->state, body->subject);
        const FlowStep *step = flow_step(turn->state, subject, body->steps.at[i].step);
        if (!guards_allow(turn, body->subject, step)) return false;
        if (step->kind == FLOW_MOTION && !enter_motion_step(turn, body->subject, step)) return false;
    }
    return end_done_steps(turn, body->subject);
}

static bool migrate(Turn *turn, Text number) {
    const CaseState *subject = need_open_case(turn, number);
    Migrated *body = record_new(turn->arena, &Migrated_record);
    if (!subject) return false;
    if (text_equal(subject->charter, turn->charter))
        return refuse(turn, MOVED_ALREADY, number, turn->program->edition);
    Move m = {
        .turn = turn, .subject = subject, .from = case_program(turn->state, subject), .to = turn->program};
    m.old = case_workflow(turn->state, subject);
    m.body = body;
    Index there = program_workflow(turn->program, subject->workflow);
    if (!m.from || !m.old) return refuse(turn, DAMAGED, TEXT("the charter of the case cannot be read"));
    if (there == NONE) return no_way(&m, subject->workflow);
    m.now = &turn->program->workflows[there];
    if (!text_equal(m.from->groups[m.old->group], was_called(m.to, m.to->groups[m.now->group])))
        return no_way(&m, subject->workflow);
    body->subject = number;
    body->charter = turn->charter;
    body->earlier = m.from->edition;
    body->edition = m.to->edition;
    if (!move_steps(&m) || !move_facts(&m) || !move_scores(&m)) return false;
    name_asked(&m);
    turn->chain = turn->batch->effects.len;
    return emit(turn, KIND_MIGRATED, number, body) && take_steps(turn, body);
}

static bool migrate_whole(Turn *turn, const void *number) {
    return migrate(turn, *(const Text *)number) && keep_invariants(turn, 0);
}

static void find_earlier(Turn *turn, TextList *cases) {
    Text number;
    for (Text from = {0}; state_next_open_case(turn->state, from, &number);
         from = key_after(turn->arena, number))
        if (!text_equal(state_case(turn->state, number)->charter, turn->charter))
            texts_push(turn->arena, cases, number);
}

/* Of all, those that cannot move are told of, and stay. */
static bool migrate_all(Turn *turn) {
    TextList cases = {0};
    find_earlier(turn, &cases);
    if (cases.len == 0) return refuse(turn, NOTHING_TO_MOVE, turn->program->edition);
    for (size_t i = 0; i < cases.len; i++) {
        Refusal why = {0};
        if (would_pass(turn, migrate_whole, &cases.at[i], &why)) {
            if (!migrate(turn, cases.at[i])) return false;
        } else {
            *vec_push(turn->arena, &turn->batch->unmoved) = (Unmoved){cases.at[i], why};
        }
    }
    return true;
}

bool do_MIGRATE(Turn *turn) {
    const MigrateArgs *args = turn->command->args;
    if (!need_power(turn, ACT_RECORD, turn->command->actor)) return false;
    if (args->all) return migrate_all(turn);
    if (args->cases.len == 0)
        return refuse(turn, MISSING_ARGUMENT, TEXT("migrate"), TEXT("CASE"),
                      TEXT("name cases, or say --all"));
    for (size_t i = 0; i < args->cases.len; i++)
        if (!migrate(turn, args->cases.at[i])) return false;
    return true;
}
