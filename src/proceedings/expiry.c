/* Approvals that expire (law P5): set at the end that says so, looked at again before, renewed or expired. */
#include "proceedings/expiry.h"
#include "proceedings/triggers.h"

bool set_expiry(Turn *turn, Text subject, const FlowStep *end) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    ExpirySet body = {.subject = subject, .workflow = end->renewal, .ahead = DATE_NONE};
    if (end->holds.amount == 0 || !case_approved(turn->state, state_case(turn->state, subject))) return true;
    body.until = date_after(program, turn->today, end->holds);
    if (body.until == DATE_NONE) return true; /* past the years that the calendar lists: nobody knows */
    if (!text_empty(end->renewal))
        body.ahead = date_after(program, body.until, (Duration){-end->ahead.amount, end->ahead.unit});
    return emit(turn, KIND_EXPIRY_SET, subject, &body);
}

bool expiry_passed(Turn *turn, Text subject, Text step, Date due) {
    (void)step;
    Expired body = {.subject = subject, .due = due};
    return emit(turn, KIND_EXPIRED, subject, &body);
}

/* --- renewal -------------------------------------------------------------------------------------------- */

/* A case that renews it and is open already. */
static Text renewing(State *state, const CaseState *subject) {
    for (size_t i = 0; i < subject->links.len; i++) {
        const LinkState *link = &subject->links.at[i];
        const CaseState *other = text_is(link->link, "renewed by") ? state_case(state, link->other) : NULL;
        if (other && !other->ended) return other->number;
    }
    return (Text){0};
}

/* The case is opened under the day of which the body says that it begins, with the facts of the first. */
static bool begin_renewal(Turn *turn, const void *what) {
    const RenewalBegun *body = what;
    const CaseState *subject = state_case(turn->state, body->subject);
    Index at = program_workflow(turn->program, subject->expiry->workflow);
    if (at == NONE) return refuse(turn, NO_SUCH_WORKFLOW, subject->expiry->workflow, (Text){0});
    const Workflow *workflow = &turn->program->workflows[at];
    bool another_day = body->on != moment_date(turn->command->happened);
    CaseOpened opened = {
        .subject = body->opens, .workflow = workflow->name, .opened = another_day ? body->on : DATE_NONE};
    CaseLinked linked = {.subject = body->opens, .link = TEXT("renews"), .other = body->subject};
    FactsStated stated = {.subject = body->opens,
                          .facts = facts_carried(turn, subject, workflow),
                          .carried_from = body->subject};
    return emit(turn, KIND_RENEWAL_BEGUN, body->subject, body) &&
           emit(turn, KIND_CASE_OPENED, body->opens, &opened) &&
           emit(turn, KIND_CASE_LINKED, body->opens, &linked) &&
           (!stated.facts || emit(turn, KIND_FACTS_STATED, body->opens, &stated)) &&
           enter_step(turn, body->opens, workflow->start);
}

/* It opens on the day after: clocks run out with the end of theirs. */
bool renewal_passed(Turn *turn, Text number, Text step, Date due) {
    (void)step;
    turn->today = due + 1;
    RenewalBegun body = {.subject = number,
                         .on = turn->today,
                         .opens = renewing(turn->state, state_case(turn->state, number))};
    Refusal why;
    if (!text_empty(body.opens)) return emit(turn, KIND_RENEWAL_BEGUN, number, &body);
    body.opens = next_number(turn->state, turn->program->case_series, turn->today);
    if (would_pass(turn, begin_renewal, &body, &why)) return begin_renewal(turn, &body);
    body.opens = (Text){0};
    body.refusal = refusal_name(why.code);
    return emit(turn, KIND_RENEWAL_BEGUN, number, &body);
}

bool renew(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    if (!case_approved(turn->state, subject)) return true;
    for (size_t i = 0; i < subject->links.len; i++) {
        const CaseState *other = state_case(turn->state, subject->links.at[i].other);
        Renewed body = {.subject = other->number, .by = number};
        bool meant = text_is(subject->links.at[i].link, "renews") && other->expiry &&
                     text_empty(other->expiry->renewed);
        if (meant && !emit(turn, KIND_RENEWED, body.subject, &body)) return false;
    }
    return true;
}
