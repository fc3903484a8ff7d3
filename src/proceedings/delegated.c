/* What is decided under a delegation: by which one, that it holds, and that the question is within its
 * bounds. */
#include "proceedings/delegations.h"
#include "proceedings/motion.h"
#include "proceedings/posts.h"

bool delegation_runs(const DelegationState *delegation, Date on) {
    return covers(delegation->from, delegation->until, on) &&
           (delegation->revoked == DATE_NONE || on < delegation->revoked);
}

bool state_next_delegation(State *state, Text of, Date on, Text from, Text *place,
                           const DelegationState **delegation) {
    Arena *arena = state_arena(state);
    Text prefix = text_format(arena, "%.*s ", TEXT_ARG(first_name(state, of)));
    void *record;
    if (text_empty(from)) {
        const HoldersState *holders = state_holders(state, of);
        if (!holders || holders->delegated == DATE_NONE || holders->delegated <= on) return false;
        from = delegated_place(state, of, on + 1, (Text){0});
    }
    if (!state_next(state, SPACE_DELEGATED, from, place, &record) || !text_starts(*place, prefix))
        return false;
    *delegation = state_delegation(state, ((const DelegatedState *)record)->number);
    return *delegation != NULL;
}

/* --- that it holds, and the question is within its bounds ----------------------------------------------- */

bool refuse_idle(Turn *turn, const DelegationState *delegation) {
    Arena *arena = turn->arena;
    Text until = date_text(arena, delegation->until);
    Text why = text_format(arena, "it held until %.*s, which is no part of it", TEXT_ARG(until));
    if (turn->today < delegation->from)
        why = text_format(arena, "it holds from %.*s on", TEXT_ARG(date_text(arena, delegation->from)));
    if (delegation->revoked != DATE_NONE && turn->today >= delegation->revoked)
        why = text_format(arena, "it was revoked on %.*s: %.*s",
                          TEXT_ARG(date_text(arena, delegation->revoked)), TEXT_ARG(delegation->because));
    return refuse(turn, DELEGATION_OVER, delegation->number, date_text(arena, turn->today), why,
                  delegation->of);
}

const Delegation *delegation_rule(State *state, const DelegationState *delegation, const CaseState *subject) {
    const Program *program = case_program(state, subject);
    const Workflow *workflow = case_workflow(state, subject);
    Index rule = program_delegation(program, delegation->rule);
    bool theirs = rule != NONE && workflow && program->delegations[rule].group == workflow->group;
    return theirs ? &program->delegations[rule] : NULL;
}

static bool is_within(Turn *turn, const Delegation *rule, Index unit, Text subject, Text of, Tree *reasons) {
    const Program *program = case_program(turn->state, state_case(turn->state, subject));
    Text doing =
        text_format(turn->arena, "whether %.*s covers %.*s", TEXT_ARG(rule->name), TEXT_ARG(subject));
    Determination found;
    Tree *why = NULL;
    if (!determine(turn, subject, unit, doing, &found, &why)) return false;
    tree_add(turn->arena, reasons, why);
    return found.yes || refuse_at(turn, OUT_OF_BOUNDS, where_text(turn->arena, rule->where), subject,
                                  rule->name, program->units[unit].written, of);
}

/* The rule that it was given by has to be in force still, and be one of the case's own (law R4). */
static bool need_within(Turn *turn, const DelegationState *delegation, Text number, Tree **reasons) {
    const CaseState *subject = state_case(turn->state, number);
    const Delegation *rule = delegation_rule(turn->state, delegation, subject);
    if (!delegation_runs(delegation, turn->today)) return refuse_idle(turn, delegation);
    if (!rule || program_delegation(turn->program, delegation->rule) == NONE)
        return refuse(turn, OTHER_RULES, number, delegation->rule, delegation->of);
    *reasons = tree_list(turn->arena);
    for (size_t i = 0; i < rule->bound_count; i++)
        if (!is_within(turn, rule, rule->bounds[i], number, delegation->of, *reasons)) return false;
    return true;
}

bool need_mandate(Turn *turn, const MotionState *motion) {
    Tree *reasons;
    return text_empty(motion->delegation) ||
           need_within(turn, state_delegation(turn->state, motion->delegation), motion->subject, &reasons);
}

/* --- by which one --------------------------------------------------------------------------------------- */

/* Of a role it is the person who decides, and of an office that there is for each of some the case's own. */
static Text decider_under(Turn *turn, const DelegationState *delegation, const CaseState *subject) {
    const Program *program = case_program(turn->state, subject);
    Index office = program_office(program, delegation->to);
    if (program_role(program, delegation->to) != NONE) return turn->command->actor;
    if (office == NONE) return delegation->to;
    return indexed_by_case(turn->state, program, subject, delegation->to, program->offices[office].for_each);
}

static bool is_delegate(Turn *turn, const DelegationState *delegation, const CaseState *subject) {
    Text actor = turn->command->actor;
    if (program_role(turn->program, delegation->to) != NONE)
        return person_has_role(turn->state, actor, delegation->to, turn->today);
    return decides_in(turn->state, subject, decider_under(turn, delegation, subject), actor, turn->today);
}

/* Of a role nobody else can say who of those who have it decides. */
static bool may_decide_under(Turn *turn, const DelegationState *delegation, const CaseState *subject) {
    Text to = person_called(turn, delegation->to);
    if (program_role(turn->program, delegation->to) != NONE && !is_delegate(turn, delegation, subject))
        return refuse(turn, NOT_THE_DELEGATE, person_called(turn, turn->command->actor), delegation->number,
                      to);
    return need_seat_or_record(turn, subject, decider_under(turn, delegation, subject), false,
                               "decide it under this delegation");
}

static bool take_mandate(Turn *turn, const Question *question, const PartState *part,
                         const DelegationState *delegation, Mandate *out) {
    const CaseState *subject = state_case(turn->state, question->subject);
    *out = (Mandate){.part = part, .delegation = delegation};
    if (part_is_put(part)) return refuse(turn, MOTION_OPEN, question->step, part->motion);
    if (!need_within(turn, delegation, question->subject, &out->reasons)) return false;
    out->decider = decider_under(turn, delegation, subject);
    return may_decide_under(turn, delegation, subject);
}

static bool take_named(Turn *turn, const Question *question, Text number, Mandate *out) {
    const DelegationState *delegation = state_delegation(turn->state, number);
    bool proxy = !text_empty(delegation->giver);
    for (size_t i = 0; !question->review && !proxy && i < question->asked.len; i++)
        if (same_post(turn->state, question->asked.at[i]->decider, delegation->of))
            return take_mandate(turn, question, question->asked.at[i], delegation, out);
    return refuse(turn, NOT_DELEGATED, number, delegation->of, question->step, question->subject);
}

/* Who decides alone, and is asked, needs no delegation. */
static bool is_asked(Turn *turn, const Question *question, const CaseState *subject) {
    for (size_t i = 0; i < question->asked.len; i++) {
        Text decider = question->asked.at[i]->decider;
        if (program_body(turn->program, decider) == NONE &&
            decides_in(turn->state, subject, decider, turn->command->actor, turn->today))
            return true;
    }
    return false;
}

/* Of what was delegated to the actor, the first within whose bounds the question is; where it is within none,
 * what the first of them asks for is said. */
static bool look_for_mandate(Turn *turn, const Question *question, Mandate *out) {
    const CaseState *subject = state_case(turn->state, question->subject);
    Refusal refusal, *told = NULL;
    Turn trying = *turn;
    trying.refusal = &refusal;
    for (size_t i = 0; i < question->asked.len; i++) {
        const DelegationState *delegation;
        Text of = question->asked.at[i]->decider, place = {0};
        while (state_next_delegation(turn->state, of, turn->today, place, &place, &delegation)) {
            place = key_after(turn->arena, place);
            if (!text_empty(delegation->giver) || !delegation_runs(delegation, turn->today) ||
                !is_delegate(turn, delegation, subject))
                continue;
            if (take_mandate(&trying, question, question->asked.at[i], delegation, out)) return true;
            if (!told) *(told = turn->refusal) = refusal;
        }
    }
    *out = (Mandate){0};
    return told == NULL;
}

bool find_mandate(Turn *turn, const Question *question, const MoveArgs *args, Mandate *out) {
    *out = (Mandate){0};
    if (!text_empty(args->under)) return take_named(turn, question, args->under, out);
    bool alone = text_empty(args->meeting) && text_empty(args->to) && !question->review;
    if (!alone || is_asked(turn, question, state_case(turn->state, question->subject))) return true;
    return look_for_mandate(turn, question, out);
}

bool enter_mandate(Turn *turn, const Question *question, const Mandate *mandate) {
    if (!mandate->delegation) return true;
    BoundsHeld body = {.subject = question->subject,
                       .step = question->step,
                       .delegation = mandate->delegation->number,
                       .rule = mandate->delegation->rule,
                       .of = mandate->delegation->of,
                       .to = mandate->decider,
                       .reasons = tree_len(mandate->reasons) > 0 ? mandate->reasons : NULL};
    return emit(turn, KIND_BOUNDS_HELD, question->subject, &body);
}

/* --- taken back ----------------------------------------------------------------------------------------- */

/* What a body puts to itself, or who holds an office, is no longer for the delegate. */
bool take_back_delegated(Turn *turn, const Question *question, const MoveArgs *args) {
    const MeetingState *meeting =
        text_empty(args->meeting) ? NULL : state_meeting(turn->state, args->meeting);
    for (size_t i = 0; i < question->asked.len; i++) {
        const PartState *part = question->asked.at[i];
        const MotionState *motion = part_is_put(part) ? state_motion(turn->state, part->motion) : NULL;
        if (!motion || text_empty(motion->delegation)) continue;
        bool own = meeting ? text_equal(meeting->body, part->decider)
                           : holds(turn->state, part->decider, turn->command->actor, turn->today);
        Text because = text_format(turn->arena, "%.*s decides it", TEXT_ARG(part->decider));
        if (own && !withdraw_motion(turn, motion->number, motion->subject, because)) return false;
    }
    return true;
}
