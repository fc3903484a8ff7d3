/* Folding: what is decided in the place of others. */
#include "proceedings/delegations.h"
#include "proceedings/motion.h"
#include "proceedings/posts.h"

Text delegated_place(State *state, Text of, Date until, Text number) {
    Arena *arena = state_arena(state);
    return text_format(arena, "%.*s %.*s %.*s", TEXT_ARG(first_name(state, of)),
                       TEXT_ARG(date_text(arena, until)), TEXT_ARG(number));
}

static void find_under(Applied *applied, const DelegationState *delegation, Date until) {
    State *state = applied->state;
    Text place = delegated_place(state, delegation->of, until, delegation->number);
    ((DelegatedState *)state_change(state, SPACE_DELEGATED, place))->number = delegation->number;
    HoldersState *holders = change_holders(state, delegation->of);
    if (holders->delegated == DATE_NONE || holders->delegated < until) holders->delegated = until;
}

static void apply_authority_delegated(Applied *applied) {
    const AuthorityDelegated *body = applied->body;
    if (!take_number(applied, body->number)) return;
    DelegationState *delegation = state_change(applied->state, SPACE_DELEGATION, body->number);
    *delegation = (DelegationState){.number = body->number,
                                    .rule = body->rule,
                                    .of = body->of,
                                    .to = body->to,
                                    .from = body->from,
                                    .until = body->until,
                                    .meeting = body->meeting,
                                    .revoked = DATE_NONE,
                                    .entry = applied->entry->seq};
    find_under(applied, delegation, body->until);
    MeetingState *meeting = text_empty(body->meeting) ? NULL : changed_meeting(applied, body->meeting);
    if (meeting) texts_push(state_arena(applied->state), &meeting->delegated, body->number);
}

static void apply_proxy_given(Applied *applied) {
    const ProxyGiven *body = applied->body;
    if (!take_number(applied, body->number)) return;
    DelegationState *proxy = state_change(applied->state, SPACE_DELEGATION, body->number);
    *proxy = (DelegationState){.number = body->number,
                               .of = body->of,
                               .giver = body->giver,
                               .subject = body->subject,
                               .to = body->to,
                               .from = body->from,
                               .until = body->until,
                               .revoked = DATE_NONE,
                               .entry = applied->entry->seq};
    find_under(applied, proxy, body->until);
}

/* What was entered of the days before is still found. */
static void apply_delegation_revoked(Applied *applied) {
    const DelegationRevoked *body = applied->body;
    State *state = applied->state;
    if (!state_delegation(state, body->number)) {
        cannot_follow(applied, "a delegation that nobody gave", body->number);
        return;
    }
    DelegationState *delegation = state_change(state, SPACE_DELEGATION, body->number);
    state_remove(state, SPACE_DELEGATED,
                 delegated_place(state, delegation->of, delegation->until, body->number));
    delegation->revoked = moment_date(applied->entry->happened);
    delegation->because = body->because;
    find_under(applied, delegation, delegation->revoked);
}

static const FoldingRow foldings[] = {
    {KIND_AUTHORITY_DELEGATED, apply_authority_delegated},
    {KIND_BOUNDS_HELD, NULL},
    {KIND_PROXY_GIVEN, apply_proxy_given},
    {KIND_DELEGATION_REVOKED, apply_delegation_revoked},
};

bool apply_delegation(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
