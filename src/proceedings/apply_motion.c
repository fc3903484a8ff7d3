/* Folding: who decides, motions, votes and what they come to. */
#include "proceedings/motion.h"
#include "proceedings/posts.h"

StepState *open_step(Applied *applied, Text number, Text name) {
    const CaseState *known = state_case(applied->state, number);
    StepState *step = NULL;
    if (known) step = (StepState *)case_step(state_change(applied->state, SPACE_CASE, number), name);
    if (step && step->open) return step;
    cannot_follow(applied, "a step that is not open", name);
    return NULL;
}

MotionState *open_motion(Applied *applied, Text number) {
    const MotionState *known = state_motion(applied->state, number);
    if (known && text_empty(known->result)) return state_change(applied->state, SPACE_MOTION, number);
    cannot_follow(applied, "a motion that is not open", number);
    return NULL;
}

/* The earliest day on which the question goes up by itself, counted from the day the step was entered. */
static Date undecided_until(const Program *program, const StepState *step) {
    const Escalation *escalation = escalation_of(program, step->escalation);
    Date first = DATE_NONE;
    if (!escalation || escalation->level_count == 0) return DATE_NONE;
    for (size_t i = 0; i < escalation->start_count; i++) {
        if (escalation->starts[i].kind != START_UNDECIDED) continue;
        Date due = date_after(program, step->entered, escalation->starts[i].after);
        if (due != DATE_NONE && (first == DATE_NONE || due < first)) first = due;
    }
    return first;
}

static PartState *add_part(Applied *applied, StepState *step, Text decider) {
    PartState *part = record_push(state_arena(applied->state), &PartState_record, &step->parts);
    part->decider = decider;
    return part;
}

void set_parts(Applied *applied, StepState *step, const DeciderNamed *body) {
    step->decider = body->decider;
    step->parts.len = 0;
    if (body->parts.len == 0) add_part(applied, step, body->decider);
    for (size_t i = 0; i < body->parts.len; i++) {
        const DeciderPart *named = &body->parts.at[i];
        PartState *part = add_part(applied, step, named->decider);
        part->within = named->within;
        part->needed = named->needed;
        part->in_order = named->in_order;
    }
}

static void apply_decider_named(Applied *applied) {
    const DeciderNamed *body = applied->body;
    StepState *step = open_step(applied, body->subject, body->step);
    const Program *program =
        step ? case_program(applied->state, state_case(applied->state, body->subject)) : NULL;
    if (!program) return;
    set_parts(applied, step, body);
    step->ballot = body->ballot;
    step->escalation = body->escalation;
    step->recommends = body->recommends;
    step->consulted = body->consulted;
    step->informed = body->informed;
    timer_start(applied->state, undecided_until(program, step), body->subject, body->step, "undecided");
    timer_start(applied->state, consent_until(program, step), body->subject, body->step, "consent");
}

/* A later recommendation of the same role, office or body takes the place of its first. */
static void apply_recommended(Applied *applied) {
    const Recommended *body = applied->body;
    StepState *step = open_step(applied, body->subject, body->step);
    RecommendationState *given = NULL;
    if (!step) return;
    for (size_t i = 0; i < step->recommendations.len; i++)
        if (text_equal(step->recommendations.at[i].named, body->named)) given = &step->recommendations.at[i];
    if (!given)
        given = record_push(state_arena(applied->state), &RecommendationState_record, &step->recommendations);
    *given = (RecommendationState){.named = body->named,
                                   .person = body->person,
                                   .advice = body->advice,
                                   .because = body->because,
                                   .entry = applied->entry->seq};
}

/* The part that a motion is put to. A review names nobody before: its body is asked at each of its votes. */
static PartState *moved_part(Applied *applied, StepState *step, Text decider) {
    PartState *part = part_of(step, decider);
    if (!part && text_empty(step->decider)) part = add_part(applied, step, decider);
    if (!part) cannot_follow(applied, "a decider who is not asked", decider);
    return part;
}

/* What is put to whoever decides: the facts of the case as they are now. */
static void keep_put(Applied *applied, Text number, Text place) {
    const CaseState *subject = state_case(applied->state, number);
    PutState *put = state_change(applied->state, SPACE_PUT, place);
    for (size_t i = 0; i < subject->facts.len; i++)
        *(FactState *)record_push(state_arena(applied->state), &FactState_record, &put->facts) =
            subject->facts.at[i];
}

/* The open motions of a delegation. */
static void note_under(Applied *applied, const MotionState *motion, bool open) {
    if (text_empty(motion->delegation)) return;
    DelegationState *delegation = state_change(applied->state, SPACE_DELEGATION, motion->delegation);
    if (open)
        texts_push(state_arena(applied->state), &delegation->motions, motion->number);
    else
        texts_take(&delegation->motions, motion->number);
}

/* A body is told of what was decided in its place. */
static void tell_delegator(Applied *applied, const MotionState *motion) {
    const CaseState *subject = state_case(applied->state, motion->subject);
    if (text_empty(motion->delegation) || !subject) return;
    if (program_body(case_program(applied->state, subject), motion->delegator) == NONE) return;
    HoldersState *holders = change_holders(applied->state, motion->delegator);
    if (!texts_have(&holders->told, motion->subject))
        texts_push(state_arena(applied->state), &holders->told, motion->subject);
}

static void apply_moved(Applied *applied) {
    const Moved *body = applied->body;
    bool minutes = !text_empty(body->minutes), charter = !text_empty(body->charter);
    StepState *step = minutes || charter ? NULL : open_step(applied, body->subject, body->step);
    Text asked = text_empty(body->delegator) ? body->decider : body->delegator;
    PartState *part = step ? moved_part(applied, step, asked) : NULL;
    if ((!part && !minutes && !charter) || !take_number(applied, body->motion)) return;
    MotionState *motion = state_change(applied->state, SPACE_MOTION, body->motion);
    motion->number = body->motion;
    motion->subject = body->subject;
    motion->step = body->step;
    motion->decider = body->decider;
    motion->ballot = body->ballot;
    motion->meeting = body->meeting;
    motion->mover = body->mover;
    motion->delegation = body->delegation;
    motion->delegator = body->delegator;
    motion->minutes = body->minutes;
    motion->charter = body->charter;
    motion->text = body->text;
    motion->options = body->options;
    motion->otherwise = body->otherwise;
    motion->recommended = body->recommended;
    motion->advised_against = body->advised_against;
    motion->silent = body->silent;
    motion->moved = applied->entry->happened;
    if (!text_empty(body->meeting)) {
        MeetingState *meeting = changed_meeting(applied, body->meeting);
        if (meeting) texts_push(state_arena(applied->state), &meeting->motions, body->motion);
    }
    if (charter) ((BookState *)state_change(applied->state, SPACE_BOOK, TEXT("book")))->put = body->motion;
    if (minutes) {
        MeetingState *earlier = changed_meeting(applied, body->subject);
        if (earlier) earlier->approval = body->motion;
    }
    if (minutes || charter) return;
    note_under(applied, motion, true);
    keep_put(applied, body->subject, body->motion);
    part->motion = body->motion;
    part->result = (Text){0};
    timer_stop(applied->state, body->subject, body->step, "consent");
}

void forget_vote(MotionState *motion, Text person) {
    texts_take(&motion->in_favour, person);
    texts_take(&motion->against, person);
    texts_take(&motion->abstaining, person);
    ranking_take(motion, person);
    size_t kept = 0;
    for (size_t i = 0; i < motion->by_proxy.len; i++)
        if (!text_equal(motion->by_proxy.at[i].member, person))
            motion->by_proxy.at[kept++] = motion->by_proxy.at[i];
    motion->by_proxy.len = (uint32_t)kept;
}

static void note_proxies(Applied *applied, MotionState *motion, const StandIn *cast, size_t count) {
    for (size_t i = 0; i < count; i++)
        *(StandIn *)record_push(state_arena(applied->state), &StandIn_record, &motion->by_proxy) = cast[i];
}

static void enter_votes(Applied *applied, MotionState *motion, const TextList *voters, TextList *choice) {
    for (size_t i = 0; i < voters->len; i++) {
        forget_vote(motion, voters->at[i]);
        texts_push(state_arena(applied->state), choice, voters->at[i]);
    }
}

static void apply_voted(Applied *applied) {
    const Voted *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    if (!motion) return;
    enter_votes(applied, motion, &body->in_favour, &motion->in_favour);
    enter_votes(applied, motion, &body->against, &motion->against);
    enter_votes(applied, motion, &body->abstaining, &motion->abstaining);
    note_proxies(applied, motion, body->by_proxy.at, body->by_proxy.len);
}

static void apply_vetoed(Applied *applied) {
    const Vetoed *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    if (!motion) return;
    *(Veto *)record_push(state_arena(applied->state), &Veto_record, &motion->vetoes) =
        (Veto){body->person, body->because};
}

static void apply_veto_withdrawn(Applied *applied) {
    const VetoWithdrawn *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    size_t kept = 0;
    for (size_t i = 0; motion && i < motion->vetoes.len; i++)
        if (!text_equal(motion->vetoes.at[i].person, body->person))
            motion->vetoes.at[kept++] = motion->vetoes.at[i];
    if (motion) motion->vetoes.len = (uint32_t)kept;
}

/* The minutes of a meeting are approved as they were put. */
static void end_approval(Applied *applied, MotionState *motion, Text result) {
    MeetingState *meeting = changed_meeting(applied, motion->subject);
    motion->result = result;
    if (!meeting || !text_is(result, "carried")) return;
    meeting->approved = motion->minutes;
    HoldersState *holders = change_holders(applied->state, meeting->body);
    texts_take(&holders->drafts, meeting->number);
}

static StepState *end_motion(Applied *applied, Text number, Text result) {
    MotionState *motion = open_motion(applied, number);
    if (motion && !text_empty(motion->minutes)) {
        end_approval(applied, motion, result);
        return NULL;
    }
    if (motion && !text_empty(motion->charter)) {
        motion->result = result;
        ((BookState *)state_change(applied->state, SPACE_BOOK, TEXT("book")))->put = (Text){0};
        return NULL;
    }
    StepState *step = motion ? open_step(applied, motion->subject, motion->step) : NULL;
    PartState *part = step ? part_of(step, motion_part(motion)) : NULL;
    if (!part) return NULL;
    motion->result = result;
    note_under(applied, motion, false);
    bool decided = text_is(result, "carried") || text_is(result, "lost");
    if (decided) {
        part->result = result;
        tell_delegator(applied, motion);
    } else {
        part->motion = (Text){0};
    }
    return step;
}

/* Of a review it is what it comes to that holds, and not its votes. */
StandingState *keep_decision(Applied *applied, Text number, Text step, Text motion) {
    CaseState *subject = state_change(applied->state, SPACE_CASE, number);
    const FlowStep *flow = flow_step(applied->state, subject, step);
    if (!flow || flow->kind != FLOW_MOTION) return NULL;
    StandingState *standing =
        record_push(state_arena(applied->state), &StandingState_record, &subject->standing);
    standing->step = step;
    standing->motion = motion;
    standing->outcome = TEXT("carried");
    standing->entry = applied->entry->seq;
    return standing;
}

/* Without a motion nothing was put: what was approved is the facts as they are now. */
void keep_approval(Applied *applied, Text number, Text step) {
    const StandingState *standing = keep_decision(applied, number, step, (Text){0});
    if (standing) keep_put(applied, number, put_place(state_arena(applied->state), number, standing));
}

static void apply_ranked(Applied *applied) {
    const Ranked *body = applied->body;
    MotionState *motion = open_motion(applied, body->motion);
    for (size_t i = 0; motion && i < body->voters.len; i++) {
        forget_vote(motion, body->voters.at[i]);
        ranking_add(state_arena(applied->state), motion, &body->ranks, body->voters.at[i]);
    }
    if (motion) note_proxies(applied, motion, body->by_proxy.at, body->by_proxy.len);
}

/* The option that was chosen is a fact from then on, given by who chose it; without one nobody has said it.
 */
static void hold_choice(Applied *applied, const Closed *body) {
    Arena *arena = state_arena(applied->state);
    bool some = !text_empty(body->chosen) && !text_is(body->chosen, "default");
    Tree *value = NULL;
    if (text_is(body->result, "no_quorum")) return;
    if (some) {
        value = tree_map(arena);
        tree_set_text(arena, value, "value", body->chosen);
    }
    hold_fact(applied, body->subject, body->choice->fact, value, body->decider);
}

static void keep_choice(Applied *applied, const Closed *body) {
    MotionState *motion = state_change(applied->state, SPACE_MOTION, body->motion);
    motion->chosen = body->chosen;
    motion->choice = body->choice;
    hold_choice(applied, body);
}

static void keep_roll(const Applied *applied, MotionState *motion, Roll *roll) {
    motion->roll = roll;
    motion->tally = roll ? roll->tally : NULL;
    motion->closed = applied->entry->seq;
}

/* What the motion came to stands. */
static void apply_votes_corrected(Applied *applied) {
    const VotesCorrected *body = applied->body;
    if (!state_motion(applied->state, body->motion)) {
        cannot_follow(applied, "a motion that was never moved", body->motion);
        return;
    }
    MotionState *motion = state_change(applied->state, SPACE_MOTION, body->motion);
    enter_votes(applied, motion, &body->in_favour, &motion->in_favour);
    for (size_t i = 0; i < body->not_voting.len; i++) forget_vote(motion, body->not_voting.at[i]);
    enter_votes(applied, motion, &body->against, &motion->against);
    enter_votes(applied, motion, &body->abstaining, &motion->abstaining);
    keep_roll(applied, motion, body->roll);
    motion->corrected = body->result;
}

static void apply_closed(Applied *applied) {
    const Closed *body = applied->body;
    StepState *step = end_motion(applied, body->motion, body->result);
    bool known = state_motion(applied->state, body->motion) != NULL;
    MotionState *motion = known ? state_change(applied->state, SPACE_MOTION, body->motion) : NULL;
    if (motion) keep_roll(applied, motion, body->roll);
    if (motion) motion->casting = body->casting;
    if (step && text_is(body->result, "no_quorum")) step->quorum_lost++;
    if (step && text_is(body->result, "carried"))
        keep_decision(applied, body->subject, step->name, body->motion);
    if (step && body->choice) keep_choice(applied, body);
}

static void apply_motion_withdrawn(Applied *applied) {
    end_motion(applied, ((const MotionWithdrawn *)applied->body)->motion, TEXT("withdrawn"));
}

/* What a joint decision came to follows from its parts. */
static const FoldingRow foldings[] = {
    {KIND_DECIDER_NAMED, apply_decider_named},
    {KIND_RECOMMENDED, apply_recommended},
    {KIND_MOVED, apply_moved},
    {KIND_VOTED, apply_voted},
    {KIND_VETOED, apply_vetoed},
    {KIND_VETO_WITHDRAWN, apply_veto_withdrawn},
    {KIND_RANKED, apply_ranked},
    {KIND_CLOSED, apply_closed},
    {KIND_JOINTLY_DECIDED, NULL},
    {KIND_CORRECTED, NULL},
    {KIND_VOTES_CORRECTED, apply_votes_corrected},
    {KIND_MOTION_WITHDRAWN, apply_motion_withdrawn},
};

bool apply_motion(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
