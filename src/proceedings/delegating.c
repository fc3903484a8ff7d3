/* Delegations given and revoked: a body, at a meeting or by its chair, or who holds an office lets others
 * decide in its place, for some time and within the bounds of a rule. */
#include "proceedings/motion.h"

typedef struct Giving {
    Turn *turn;
    const DelegateArgs *args;
    const Delegation *rule;
    AuthorityDelegated *body;
} Giving;

static bool refuse_rule(const Giving *g, RefusalCode code, Text one, Text other) {
    return refuse_with(g->turn, code, where_text(g->turn->arena, g->rule->where), 3,
                       (Text[]){g->rule->name, one, other});
}

static Text rule_delegates(const Giving *g) {
    return who_names(g->turn->arena, g->rule->to.at, g->rule->to.count);
}

/* --- whose authority, and to whom ----------------------------------------------------------------------- */

static bool is_one_of_each(const Program *program, Text name, const EnumType *for_each) {
    Text base, index;
    split_indexed(name, &base, &index);
    (void)program;
    for (size_t i = 0; i < for_each->count; i++)
        if (text_equal(for_each->members[i], index)) return true;
    return false;
}

static bool name_delegator(const Giving *g) {
    const Who *from = &g->rule->from;
    const EnumType *for_each = who_for_each(g->turn->program, from);
    Text base, index;
    split_indexed(g->args->of, &base, &index);
    g->body->of = text_empty(g->args->of) ? from->name : g->args->of;
    if (!text_equal(text_empty(g->args->of) ? from->name : base, from->name))
        return refuse_rule(g, REFUSAL_NOT_THEIRS_TO_GIVE, g->args->of, from->name);
    if (!for_each && !text_empty(index))
        return refuse_rule(g, REFUSAL_NOT_THEIRS_TO_GIVE, g->args->of, from->name);
    if (!for_each || is_one_of_each(g->turn->program, g->body->of, for_each)) return true;
    return refuse_rule(g, REFUSAL_WHOSE_AUTHORITY, from->name, (Text){0});
}

/* An office or a role by its name; of an indexed office one of them, or each case's own. */
static bool names_delegate(const Giving *g, const Who *who) {
    Text base, index;
    const EnumType *for_each = who_for_each(g->turn->program, who);
    split_indexed(g->args->to, &base, &index);
    if (text_equal(g->args->to, who->name)) return true;
    return for_each && text_equal(base, who->name) && is_one_of_each(g->turn->program, g->args->to, for_each);
}

/* Somebody who holds the office, or has the role, from the first day on. */
static bool name_person(const Giving *g) {
    const Program *program = g->turn->program;
    Text person;
    if (state_find_person(g->turn->state, g->args->to, &person) &&
        person_is_among(g->turn->state, program, NULL, g->rule->to.at, g->rule->to.count, person,
                        g->args->from)) {
        g->body->to = person;
        return true;
    }
    return refuse_rule(g, REFUSAL_NO_DELEGATE, g->args->to, rule_delegates(g));
}

static bool name_delegate(const Giving *g) {
    if (text_empty(g->args->to)) {
        g->body->to = g->rule->to.at[0].name;
        return g->rule->to.count == 1 || refuse_rule(g, REFUSAL_WHICH_DELEGATE, rule_delegates(g), (Text){0});
    }
    for (size_t i = 0; i < g->rule->to.count; i++)
        if (names_delegate(g, &g->rule->to.at[i])) {
            g->body->to = g->args->to;
            return true;
        }
    return name_person(g);
}

/* --- when, and by which right --------------------------------------------------------------------------- */

static bool is_in_time(const Giving *g) {
    Turn *turn = g->turn;
    Arena *arena = turn->arena;
    Date last = date_after(turn->program, g->args->from, g->rule->lasts);
    Text from = date_text(arena, g->args->from), until = date_text(arena, g->args->until);
    if (g->args->from < turn->today) return refuse(turn, DELEGATED_BACK, from, date_text(arena, turn->today));
    if (g->args->until <= g->args->from)
        return refuse(turn, ENDS_BEFORE, TEXT("the delegation"), from, until);
    if (last != DATE_NONE && g->args->until <= last) return true;
    Buf lasts = buf_new(arena);
    duration_write(&lasts, g->rule->lasts);
    return refuse_rule(g, REFUSAL_DELEGATED_TOO_LONG, buf_done(&lasts),
                       last == DATE_NONE ? TEXT("a day that the calendar lists") : date_text(arena, last));
}

/* A body delegates at a meeting, which who records it names; or its chair does. */
static bool is_decided(const Giving *g) {
    Turn *turn = g->turn;
    Text of = g->body->of, actor = turn->command->actor;
    bool chaired = program_body(turn->program, of) == NONE || presides(turn, NULL, of, actor);
    if (text_empty(g->args->meeting))
        return chaired || refuse(turn, DECIDED_WHERE, of, person_called(turn, actor));
    const MeetingState *meeting = need_meeting(turn, g->args->meeting);
    if (!meeting || text_equal(meeting->body, of)) return meeting != NULL;
    return refuse(turn, NOT_THEIR_MEETING, meeting->number, meeting->body, of);
}

bool do_DELEGATE(Turn *turn) {
    const DelegateArgs *args = turn->command->args;
    Index rule = program_delegation(turn->program, args->rule);
    TextList names = {0};
    for (size_t i = 0; i < turn->program->delegations_count; i++)
        texts_push(turn->arena, &names, turn->program->delegations[i].name);
    if (rule == NONE)
        return refuse(turn, NO_DELEGATION_RULE, args->rule,
                      text_offer(turn->arena, args->rule, names.at, names.len));
    AuthorityDelegated body = {.number =
                                   next_number(turn->state, turn->program->delegation_series, turn->today),
                               .rule = args->rule,
                               .from = args->from,
                               .until = args->until,
                               .meeting = args->meeting,
                               .because = args->because};
    Giving giving = {turn, args, &turn->program->delegations[rule], &body};
    return name_delegator(&giving) && name_delegate(&giving) && is_in_time(&giving) &&
           need_seat_or_record(turn, NULL, body.of, true, "delegate what it decides") &&
           is_decided(&giving) && emit(turn, KIND_AUTHORITY_DELEGATED, body.number, &body);
}

/* --- revoke --------------------------------------------------------------------------------------------- */

/* What was put under it is for whoever gave it to decide again. */
static bool withdraw_under(Turn *turn, const TextList *motions, Text number) {
    for (size_t i = 0; i < motions->len; i++) {
        const MotionState *motion = state_motion(turn->state, motions->at[i]);
        Text because = text_format(turn->arena, "%.*s was revoked", TEXT_ARG(number));
        if (!withdraw_motion(turn, motion->number, motion->subject, because)) return false;
    }
    return true;
}

/* Whoever gave it: a proxy the member. */
static bool may_revoke(Turn *turn, const DelegationState *delegation) {
    Text actor = turn->command->actor;
    if (text_empty(delegation->giver))
        return need_seat_or_record(turn, NULL, delegation->of, true, "revoke what it delegated");
    if (text_equal(delegation->giver, actor) || has_power(turn, ACT_RECORD, actor)) return true;
    return refuse(turn, NOT_YOUR_PROXY, person_called(turn, actor), delegation->number,
                  person_called(turn, delegation->giver), power_names(turn, ACT_RECORD));
}

bool do_REVOKE(Turn *turn) {
    const RevokeArgs *args = turn->command->args;
    const DelegationState *delegation = state_delegation(turn->state, args->number);
    if (delegation->revoked != DATE_NONE)
        return refuse(turn, REVOKED_ALREADY, args->number, date_text(turn->arena, delegation->revoked),
                      delegation->because);
    if (turn->today >= delegation->until) return refuse_idle(turn, delegation);
    if (!may_revoke(turn, delegation)) return false;
    DelegationRevoked body = {.number = args->number, .of = delegation->of, .because = args->because};
    TextList open = {0};
    for (size_t i = 0; i < delegation->motions.len; i++)
        texts_push(turn->arena, &open, delegation->motions.at[i]);
    return withdraw_under(turn, &open, args->number) &&
           emit(turn, KIND_DELEGATION_REVOKED, args->number, &body);
}
