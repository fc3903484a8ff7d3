/* Folding: approvals that expire, and are renewed. */
#include "proceedings/expiry.h"
#include "proceedings/triggers.h"

static void stop_clocks(Applied *applied, const CaseState *subject) {
    timer_stop(applied->state, subject->number, TEXT("approval"), NULL);
}

void forget_expiry(Applied *applied, CaseState *subject) {
    if (!subject->expiry) return;
    stop_clocks(applied, subject);
    subject->expiry = NULL;
}

static void apply_expiry_set(Applied *applied) {
    const ExpirySet *body = applied->body;
    CaseState *subject = any_case(applied, body->subject);
    if (!subject) return;
    subject->expiry = record_new(state_arena(applied->state), &ExpiryState_record);
    subject->expiry->until = body->until;
    subject->expiry->ahead = body->ahead;
    subject->expiry->workflow = body->workflow;
    timer_start(applied->state, body->until, body->subject, TEXT("approval"), "expiry");
    timer_start(applied->state, body->ahead, body->subject, TEXT("approval"), "renewal");
}

/* One that expires, to be changed; NULL: it does not. */
static CaseState *expiring(Applied *applied, Text number) {
    CaseState *subject = any_case(applied, number);
    if (subject && subject->expiry) return subject;
    cannot_follow(applied, "a case whose approval does not expire", number);
    return NULL;
}

/* What goes on after its end goes on no longer, and its conditions fall. */
static void end_approval(Applied *applied, CaseState *subject) {
    stop_clocks(applied, subject);
    conditions_fall(applied, subject, (Text){0});
    if (!subject->ended) return;
    subject->end = (Text){0};
    watch_ended(applied->state, subject);
}

static void apply_expired(Applied *applied) {
    const Expired *body = applied->body;
    CaseState *subject = expiring(applied, body->subject);
    if (!subject) return;
    subject->expiry->expired = body->due;
    end_approval(applied, subject);
}

static void apply_renewal_begun(Applied *applied) {
    const RenewalBegun *body = applied->body;
    CaseState *subject = expiring(applied, body->subject);
    if (!subject) return;
    subject->expiry->opened = body->opens;
    timer_stop(applied->state, body->subject, TEXT("approval"), "renewal");
}

static void apply_renewed(Applied *applied) {
    const Renewed *body = applied->body;
    CaseState *subject = expiring(applied, body->subject);
    if (!subject) return;
    subject->expiry->renewed = body->by;
    end_approval(applied, subject);
}

static const FoldingRow foldings[] = {
    {KIND_EXPIRY_SET, apply_expiry_set},
    {KIND_EXPIRED, apply_expired},
    {KIND_RENEWAL_BEGUN, apply_renewal_begun},
    {KIND_RENEWED, apply_renewed},
};

bool apply_expiry(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
