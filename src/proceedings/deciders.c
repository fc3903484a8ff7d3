/* Who decides what: bodies and offices, and the steps of a case that wait for them. */
#include "base/vec.h"
#include "proceedings/ballots.h"
#include "proceedings/motion.h"

Decider decider_named(const Program *program, Text name, Text ballot) {
    Index body = program_body(program, name);
    Index rule = text_empty(ballot) ? NONE : program_ballot(program, ballot);
    return (Decider){.name = name,
                     .body = body == NONE ? NULL : &program->bodies[body],
                     .ballot = rule == NONE ? NULL : &program->ballots[rule]};
}

Decider motion_decider(State *state, const MotionState *motion) {
    const Program *program = case_program(state, motion_case(state, motion));
    return decider_named(program, post_in(state, program, motion->decider), motion->ballot);
}

const Threshold *decider_quorum(const Decider *decider) {
    return decider->body ? &decider->body->quorum : &office_quorum;
}

const Threshold *decider_carried(const Decider *decider) {
    if (!decider->body) return &office_carried;
    return decider->ballot ? &decider->ballot->carried : &decider->body->carried;
}

Choice motion_choice(const Decider *decider, const MotionState *motion) {
    bool by_ballot = decider->body && decider->ballot && decider->ballot->choice.method != CHOOSES_NOTHING;
    Choice choice = by_ballot ? decider->ballot->choice : (Choice){.method = CHOOSES_PLURALITY};
    choice.otherwise = motion->otherwise;
    return choice;
}

/* --- questions that wait -------------------------------------------------------------------------------- */

/* The body of a review is asked anew at each of its votes. */
static void ask_body(State *state, const StepState *step, Question *out) {
    const PartState *part = part_of(step, out->decider);
    if (!part || !part_is_put(part)) {
        PartState *fresh = record_new(state_arena(state), &PartState_record);
        fresh->decider = out->decider;
        part = fresh;
    }
    *vec_push(state_arena(state), &out->asked) = part;
}

bool question_at(State *state, const CaseState *subject, Text name, Question *out) {
    const StepState *step = case_step(subject, name);
    const FlowStep *flow = step && step->open ? flow_step(state, subject, name) : NULL;
    if (!flow) return false;
    *out = (Question){.flow = flow,
                      .subject = subject->number,
                      .step = step->name,
                      .decider = step->decider,
                      .ballot = step->ballot,
                      .escalation = step->escalation,
                      .level = step->level,
                      .review = flow->kind == FLOW_REVIEW};
    parts_asked(state_arena(state), step, &out->asked);
    if (flow->kind == FLOW_MOTION) return out->asked.len > 0;
    if (!out->review || !review_waits_for_vote(state, subject, flow, &out->decider)) return false;
    out->asked.len = 0;
    ask_body(state, step, out);
    return true;
}

static bool need_named_question(Turn *turn, const CaseState *subject, Text step, Question *out) {
    if (question_at(turn->state, subject, step, out)) return true;
    return refuse(
        turn, NOTHING_TO_DECIDE,
        text_format(turn->arena, "the step %.*s of %.*s", TEXT_ARG(step), TEXT_ARG(subject->number)),
        subject->number);
}

bool need_question(Turn *turn, Text number, Text step, Question *out) {
    const CaseState *subject = need_open_case(turn, number);
    TextList waiting = {0};
    if (!subject) return false;
    if (!text_empty(step)) return need_named_question(turn, subject, step, out);
    for (size_t i = 0; i < subject->steps.len; i++) {
        Question found;
        Text name = subject->steps.at[i].name;
        if (texts_have(&waiting, name) || !question_at(turn->state, subject, name, &found)) continue;
        texts_push(turn->arena, &waiting, name);
        *out = found;
    }
    if (waiting.len == 0) return refuse(turn, NOTHING_TO_DECIDE, number, number);
    if (waiting.len == 1) return true;
    return refuse(turn, WHICH_QUESTION, number, names_text(turn->arena, &waiting, " and "));
}

/* The meeting that the command names, itself or by a motion, once its day has come; NULL: none. */
static const MeetingState *command_meeting(Turn *turn) {
    const VerbRow *verb = turn->command->verb;
    const MeetingState *meeting = NULL;
    for (size_t i = 0; i < verb->arg_count && !meeting; i++) {
        const void *at = (const char *)turn->command->args + verb->record->fields[i].offset;
        ArgKind kind = verb->args[i].kind;
        if (kind != ARG_MEETING && kind != ARG_MOTION) continue;
        const MotionState *motion = kind == ARG_MOTION ? state_motion(turn->state, *(const Text *)at) : NULL;
        Text number = motion ? motion->meeting : *(const Text *)at;
        meeting = text_empty(number) ? NULL : state_meeting(turn->state, number);
    }
    return meeting && meeting->on <= turn->today ? meeting : NULL;
}

bool presides(Turn *turn, const CaseState *subject, Text body, Text person) {
    const MeetingState *meeting = command_meeting(turn);
    TextList members = {0};
    if (is_chair(turn->state, body, person, turn->today)) return true;
    if (!is_deputy(turn->state, body, person, turn->today)) return false;
    holders_on(turn->state, body, turn->today, &members);
    for (size_t i = 0; i < members.len; i++) {
        Text member = members.at[i];
        if (!is_chair(turn->state, body, member, turn->today)) continue;
        bool there = !meeting || texts_have(&meeting->present, member);
        if (there && !(subject && case_recusal(subject, member))) return false;
    }
    return true;
}

bool need_seat_or_record(Turn *turn, const CaseState *subject, Text decider, bool as_chair,
                         const char *doing) {
    Text actor = turn->command->actor;
    bool body = program_body(turn->program, post_in(turn->state, turn->program, decider)) != NONE;
    bool seated = as_chair && body ? presides(turn, subject, decider, actor)
                                   : decides_in(turn->state, subject, decider, actor, turn->today);
    const RecusalState *recusal = subject ? case_recusal(subject, actor) : NULL;
    if (seated && !recusal) return true;
    if (has_power(turn, ACT_RECORD, actor)) return true;
    if (seated) return refuse(turn, TAKES_NO_PART, person_called(turn, actor), subject->number);
    const char *part = !body ? "who holds" : as_chair ? "the chair of" : "a member of";
    Text who = text_format(turn->arena, "%s %.*s", part, TEXT_ARG(decider));
    if (state_person(turn->state, decider)) who = person_called(turn, decider);
    return refuse(turn, NO_SEAT, person_called(turn, actor), text_of(doing), who,
                  power_names(turn, ACT_RECORD));
}
