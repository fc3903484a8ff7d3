/* Folding: what goes up, what fell due, and what is decided without a vote. */
#include "proceedings/motion.h"

void note_lapse(Applied *applied, Text subject, Text at, Date due) {
    ScopeState *scope = state_change(applied->state, SPACE_SCOPE, subject);
    if (scope->lapsed != DATE_NONE && scope->lapsed >= due) return;
    scope->lapsed = due;
    scope->step = at;
}

static void apply_escalated(Applied *applied) {
    const Escalated *body = applied->body;
    StepState *step = open_step(applied, body->subject, body->step);
    if (!step) return;
    set_parts(applied, step, &(DeciderNamed){.decider = body->decider});
    step->level = body->level;
    step->level_until = body->until;
    timer_stop(applied->state, body->subject, body->step, "consent");
    timer_stop(applied->state, body->subject, body->step, "undecided");
    timer_stop(applied->state, body->subject, body->step, "level");
    timer_start(applied->state, body->until, body->subject, body->step, "level");
    if (text_is(body->cause, "undecided")) note_lapse(applied, body->subject, body->step, body->due);
}

static void apply_silence(Applied *applied) {
    const Silence *body = applied->body;
    if (!open_step(applied, body->subject, body->step)) return;
    timer_stop(applied->state, body->subject, body->step, "level");
    note_lapse(applied, body->subject, body->step, body->due);
}

static void apply_objected(Applied *applied) {
    const Objected *body = applied->body;
    if (open_step(applied, body->subject, body->step))
        timer_stop(applied->state, body->subject, body->step, "consent");
}

static PartState *asked_part(Applied *applied, Text subject, Text name, Text decider) {
    StepState *step = open_step(applied, subject, name);
    PartState *part = step ? part_of(step, decider) : NULL;
    if (step && !part) cannot_follow(applied, "a decider who is not asked", decider);
    return part;
}

static void apply_expedited(Applied *applied) {
    const Expedited *body = applied->body;
    PartState *part = asked_part(applied, body->subject, body->step, body->decider);
    if (!part) return;
    timer_stop(applied->state, body->subject, body->step, "consent");
    if (text_is(body->result, "referred")) {
        part->referred = body->person;
        return;
    }
    part->result = TEXT("carried");
    part->approver = body->person;
    keep_approval(applied, body->subject, body->step);
    HoldersState *holders = change_holders(applied->state, body->decider);
    texts_push(state_arena(applied->state), &holders->told, body->subject);
}

static void apply_consented(Applied *applied) {
    const Consented *body = applied->body;
    PartState *part = asked_part(applied, body->subject, body->step, body->decider);
    if (!part) return;
    timer_stop(applied->state, body->subject, body->step, "consent");
    note_lapse(applied, body->subject, body->step, body->due);
    if (!text_is(body->result, "carried")) return;
    part->result = body->result;
    keep_approval(applied, body->subject, body->step);
}

static void apply_deadline_passed(Applied *applied) {
    const DeadlinePassed *body = applied->body;
    StepState *step = open_step(applied, body->subject, body->step);
    if (!step) return;
    step->overdue = true;
    timer_stop(applied->state, body->subject, body->step, "deadline");
}

/* That a question goes up on an objection has an entry of its own. */
static const FoldingRow foldings[] = {
    {KIND_OBJECTED, apply_objected},   {KIND_EXPEDITED, apply_expedited},
    {KIND_CONSENTED, apply_consented}, {KIND_DEADLINE_PASSED, apply_deadline_passed},
    {KIND_ESCALATED, apply_escalated}, {KIND_SILENCE, apply_silence},
};

bool apply_escalation(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
