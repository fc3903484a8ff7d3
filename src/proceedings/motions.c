/* Motions: who decides is read from the authority matrix; moved, and withdrawn. */
#include "base/vec.h"
#include "proceedings/motion.h"

/* --- who decides ---------------------------------------------------------------------------------------- */

typedef struct Naming {
    Turn *turn;
    const Program *program;
    const DecisionTable *authority;
    Frame *frame;
    Determination found;
    DeciderNamed *body;
} Naming;

/* A cell of the row that was hit, by the column's number; NULL where the matrix has no such column or `-`. */
static const Value *output_value(const Naming *n, Index output) {
    if (output == NONE || (size_t)output >= n->found.output_count) return NULL;
    return value_known(n->found.outputs[output]) ? &n->found.outputs[output] : NULL;
}

static Text output_text(const Naming *n, Index output) {
    const Value *value = output_value(n, output);
    return value ? text_copy(n->turn->arena, value->text) : (Text){0};
}

static void take_list(const Naming *n, Index output, TextList *names) {
    const Value *value = output_value(n, output);
    for (size_t i = 0; value && i < value->list.len; i++)
        texts_push(n->turn->arena, names, text_copy(n->turn->arena, value->list.at[i].text));
}

/* Facts may make two of them the same, who then could not both decide. */
static bool need_another(const Naming *n, Text decider) {
    for (size_t i = 0; i < n->body->parts.len; i++)
        if (text_equal(n->body->parts.at[i].decider, decider))
            return refuse_at(n->turn, TWICE_THE_SAME, where_text(n->turn->arena, *n->found.where),
                             person_called(n->turn, decider), n->body->step);
    return true;
}

/* The parts of a joint decision. */
static bool name_parts(const Naming *n) {
    Index root = determination_deciders(n->authority, &n->found);
    const DeciderNode *nodes = &n->program->deciders[root];
    for (Index i = 0; nodes->size > 1 && i < nodes->size; i++) {
        DeciderPart part = {.within = nodes[i].size - 1};
        if (part.within == 0) {
            part.decider = text_copy(n->turn->arena, frame_decider(n->frame, root + i));
            if (!need_another(n, part.decider)) return false;
        } else {
            part.needed = nodes[i].needed;
            part.in_order = nodes[i].kind == DECIDER_SEQUENCE;
        }
        *(DeciderPart *)record_push(n->turn->arena, &DeciderPart_record, &n->body->parts) = part;
    }
    return true;
}

static bool name_deciders(const Naming *n) {
    const DecisionTable *authority = n->authority;
    n->body->decider = output_text(n, authority->decided_by);
    n->body->ballot = output_text(n, authority->ballot);
    n->body->escalation = output_text(n, authority->escalation);
    take_list(n, authority->recommends, &n->body->recommends);
    take_list(n, authority->consulted, &n->body->consulted);
    take_list(n, authority->informed, &n->body->informed);
    return name_parts(n);
}

bool enter_motion_step(Turn *turn, Text subject, const FlowStep *step) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    const DecisionTable *authority = &program->tables[step->detail];
    DeciderNamed named = {.subject = subject, .step = step->name};
    Naming n = {turn, program, authority, frame_new(turn->arena, program), {0}, &named};
    Text doing = text_format(turn->arena, "who decides at %.*s", TEXT_ARG(step->name));
    Tree *reasons;
    turn->asking = step;
    bool determined = determine_in(turn, n.frame, subject, authority->unit, doing, &n.found, &reasons);
    turn->asking = NULL;
    if (!determined || !name_deciders(&n)) return false;
    if (step->options != NONE && named.parts.len > 0)
        return refuse_at(turn, CHOICE_OF_SEVERAL, where_text(turn->arena, *n.found.where), step->name,
                         named.decider);
    Determined body = {.subject = subject,
                       .step = step->name,
                       .unit = authority->name,
                       .outcome = named.decider,
                       .row = determination_rows(turn->arena, program, &n.found),
                       .reasons = reasons};
    return emit(turn, KIND_DETERMINED, subject, &body) && emit(turn, KIND_DECIDER_NAMED, subject, &named);
}

/* --- move: to whom -------------------------------------------------------------------------------------- */

typedef bool PartTest(Turn *turn, const Question *question, const PartState *part, Text given);

static bool is_named(Turn *turn, const Question *question, const PartState *part, Text given) {
    (void)question;
    return text_equal(part->decider, given) || text_equal(person_called(turn, part->decider), given);
}

static const Body *body_of(Turn *turn, const Question *question, const PartState *part) {
    const Program *program = case_program(turn->state, state_case(turn->state, question->subject));
    return decider_named(program, part->decider, (Text){0}).body;
}

static bool is_met(Turn *turn, const Question *question, const PartState *part, Text number) {
    const MeetingState *meeting = state_meeting(turn->state, number);
    if (text_empty(number)) return !body_of(turn, question, part);
    return meeting && same_post(turn->state, meeting->body, part->decider);
}

static bool is_own(Turn *turn, const Question *question, const PartState *part, Text actor) {
    (void)question;
    return holds(turn->state, part->decider, actor, turn->today);
}

static bool is_free(Turn *turn, const Question *question, const PartState *part, Text given) {
    (void)turn, (void)question, (void)given;
    return !part_is_put(part);
}

/* Keeps those that pass, where some do. */
static void prefer(Turn *turn, const Question *question, PartList *parts, PartTest *fits, Text given) {
    PartList kept = {0};
    for (size_t i = 0; i < parts->len; i++)
        if (fits(turn, question, parts->at[i], given)) *vec_push(turn->arena, &kept) = parts->at[i];
    if (kept.len > 0) *parts = kept;
}

static Text parts_called(Turn *turn, const PartList *parts) {
    TextList names = {0};
    for (size_t i = 0; i < parts->len; i++)
        texts_push(turn->arena, &names, person_called(turn, parts->at[i]->decider));
    return names_text(turn->arena, &names, " and ");
}

/* Of those who are asked: whom --to names, else whose meeting it is, else the actor's own office; the only
 * one that is left. */
static const PartState *need_part(Turn *turn, const Question *question, const MoveArgs *args) {
    PartList left = question->asked;
    if (!text_empty(args->to)) {
        prefer(turn, question, &left, is_named, args->to);
        if (!is_named(turn, question, left.at[0], args->to)) {
            refuse(turn, NOT_ASKED, args->to, question->step, parts_called(turn, &left));
            return NULL;
        }
    }
    prefer(turn, question, &left, is_free, (Text){0});
    if (part_is_put(left.at[0])) {
        refuse(turn, MOTION_OPEN, question->step, left.at[0]->motion);
        return NULL;
    }
    prefer(turn, question, &left, is_met, args->meeting);
    if (left.len > 1) prefer(turn, question, &left, is_own, turn->command->actor);
    if (left.len == 1) return left.at[0];
    refuse(turn, WHICH_DECIDER, question->step, parts_called(turn, &left));
    return NULL;
}

/* --- move ----------------------------------------------------------------------------------------------- */

/* A body decides in a meeting of its own; an office or a person without one. */
static bool need_place(Turn *turn, const Question *question, const PartState *part, Text number) {
    Text called = person_called(turn, part->decider);
    if (!body_of(turn, question, part)) return text_empty(number) || refuse(turn, NO_MEETING_NEEDED, called);
    if (text_empty(number)) return refuse(turn, MEETING_NEEDED, called);
    const MeetingState *meeting = need_meeting(turn, number);
    if (!meeting) return false;
    if (meeting->until != DATE_NONE && turn->command->verb->id == VERB_MOVE)
        return refuse(turn, CIRCULATED_ALONE, number, question->subject);
    if (same_post(turn->state, meeting->body, part->decider)) return need_meeting_now(turn, number) != NULL;
    return refuse(turn, OTHER_BODY, number, meeting->body, part->decider, question->step);
}

/* What was recommended goes with the motion, and who of those asked has said nothing. */
static void add_advice(Turn *turn, const Question *question, Moved *body) {
    const StepState *step = case_step(state_case(turn->state, question->subject), question->step);
    for (size_t i = 0; i < step->recommends.len; i++) {
        Text named = step->recommends.at[i];
        const RecommendationState *given = recommendation_of(step, named);
        TextList *list = !given                         ? &body->silent
                         : text_is(given->advice, "no") ? &body->advised_against
                                                        : &body->recommended;
        texts_push(turn->arena, list, named);
    }
}

/* The options of a choice, and its default. */
static void add_options(Turn *turn, const Question *question, Moved *body) {
    const Program *program = case_program(turn->state, state_case(turn->state, question->subject));
    const EnumType *options =
        question->flow->options == NONE ? NULL : program->slots[question->flow->options].type.enumeration;
    const BallotRule *ballot = decider_named(program, body->decider, question->ballot).ballot;
    for (size_t i = 0; options && i < options->count; i++)
        texts_push(turn->arena, &body->options, options->members[i]);
    if (options && ballot) body->otherwise = ballot->choice.otherwise;
}

/* Whoever decides what they are asked themselves: under no delegation. */
static bool need_own_part(Turn *turn, const Question *question, const MoveArgs *args, Mandate *mandate) {
    if (mandate->delegation) return true;
    if (!take_back_delegated(turn, question, args)) return false;
    const PartState *part = need_part(turn, question, args);
    if (!part || !need_place(turn, question, part, args->meeting)) return false;
    mandate->decider = part->decider;
    return need_seat_or_record(turn, state_case(turn->state, question->subject), part->decider, false,
                               "put it to the vote");
}

bool do_MOVE(Turn *turn) {
    const MoveArgs *args = turn->command->args;
    Question question;
    if (!need_question(turn, args->subject, args->step, &question)) return false;
    Mandate mandate;
    if (!find_mandate(turn, &question, args, &mandate) || !need_own_part(turn, &question, args, &mandate))
        return false;
    const CaseState *subject = state_case(turn->state, question.subject);
    bool alone = text_empty(args->meeting);
    Text delegator = mandate.delegation ? mandate.part->decider : (Text){0};
    Moved body = {.motion = next_number(turn->state, turn->program->motion_series, turn->today),
                  .subject = question.subject,
                  .step = question.step,
                  .decider = mandate.decider,
                  .delegation = mandate.delegation ? mandate.delegation->number : (Text){0},
                  .delegator = delegator,
                  .ballot = alone ? (Text){0} : question.ballot,
                  .meeting = args->meeting,
                  .mover = turn->command->actor,
                  .text = motion_title(turn->state, subject, question.flow)};
    add_options(turn, &question, &body);
    add_advice(turn, &question, &body);
    return enter_mandate(turn, &question, &mandate) && emit(turn, KIND_MOVED, body.subject, &body) &&
           recuse_conflicted(turn, body.motion);
}

bool carry_out(Turn *turn, VerbHandler *verb, void *args) {
    Command part = *turn->command;
    Turn acting = *turn;
    part.args = args;
    acting.command = &part;
    acting.chain = turn->batch->effects.len;
    bool done = verb(&acting);
    turn->next_seq = acting.next_seq;
    return done;
}

/* --- withdraw ------------------------------------------------------------------------------------------- */

bool withdraw_motion(Turn *turn, Text motion, Text subject, Text because) {
    MotionWithdrawn body = {.motion = motion, .subject = subject, .because = because};
    return emit(turn, KIND_MOTION_WITHDRAWN, subject, &body);
}

/* Where the workflow says nothing of a withdrawal, the question stays open; so it does for whoever delegated
 * it. */
static bool leads_on(const FlowStep *flow, Text outcome) {
    for (size_t i = 0; flow && i < flow->next_count; i++)
        if (text_equal(flow->next[i].outcome, outcome)) return true;
    return false;
}

bool do_WITHDRAW(Turn *turn) {
    const WithdrawArgs *args = turn->command->args;
    if (state_case(turn->state, args->what)) return withdraw_case(turn, args->what, args->because);
    const MotionState *motion = need_open_motion(turn, args->what);
    if (!motion) return false;
    const CaseState *subject = motion_case(turn->state, motion);
    Text step = motion->step, outcome = TEXT("withdrawn");
    bool own = text_equal(motion->mover, turn->command->actor), delegated = !text_empty(motion->delegation);
    if (!own && !need_seat_or_record(turn, subject, motion->decider, true, "withdraw the motion"))
        return false;
    const FlowStep *flow = flow_step(turn->state, subject, step);
    if (!withdraw_motion(turn, motion->number, motion->subject, args->because)) return false;
    return delegated || !leads_on(flow, outcome) ||
           (withdraw_all(turn, subject->number, step, "withdrawn") &&
            end_step(turn, subject->number, step, outcome, (Text){0}));
}
