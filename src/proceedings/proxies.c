/* Proxies: on some days a member lets somebody vote for them who is there in their place (law P3). */
#include "proceedings/delegations.h"
#include "proceedings/motion.h"

/* --- who votes for whom --------------------------------------------------------------------------------- */

const StandIn *proxy_cast(const MotionState *motion, Text member) {
    for (size_t i = 0; i < motion->by_proxy.len; i++)
        if (text_equal(motion->by_proxy.at[i].member, member)) return &motion->by_proxy.at[i];
    return NULL;
}

const StandIn *proxy_on(const Roll *roll, Text member) {
    for (size_t i = 0; i < roll->standing_in.len; i++) {
        const StandIn *in = &roll->standing_in.at[i];
        if (text_equal(in->member, member) && text_is(in->as, "proxy")) return in;
    }
    return NULL;
}

bool in_person(const Roll *roll, Text member) {
    return texts_have(&roll->present, member) && !proxy_on(roll, member);
}

static const ProxyRule *proxies_of(State *state, const MotionState *motion) {
    Decider decider = motion_decider(state, motion);
    if (!decider.body || !decider.body->proxies.allowed) return NULL;
    bool secret = votes_on(&decider, motion) == VOTES_SECRET;
    return secret && !decider.body->proxies.in_secret ? NULL : &decider.body->proxies;
}

/* Who takes no part in the case votes for nobody in it, and nobody votes for them. */
static bool may_represent(State *state, const MotionState *motion, const ProxyRule *rule,
                          const DelegationState *proxy) {
    const CaseState *subject = motion_case(state, motion);
    bool member = holds(state, motion->decider, proxy->to, motion_day(state, motion));
    bool meant = text_empty(proxy->subject) || text_equal(proxy->subject, motion->subject);
    return meant && (member || rule->anyone) && !case_recusal(subject, proxy->to) &&
           !case_recusal(subject, proxy->giver) && !text_equal(subject->opener, proxy->to);
}

Text proxy_for(State *state, const MotionState *motion, Text member) {
    const ProxyRule *rule = proxies_of(state, motion);
    const DelegationState *proxy;
    Date on = motion_day(state, motion);
    Text place = {0};
    while (rule && state_next_delegation(state, motion->decider, on, place, &place, &proxy)) {
        place = key_after(state_arena(state), place);
        if (text_equal(proxy->giver, member) && delegation_runs(proxy, on) &&
            may_represent(state, motion, rule, proxy))
            return proxy->to;
    }
    return (Text){0};
}

/* At a meeting whoever is not there and has given a proxy votes by it; between meetings, if they have not
 * answered, who holds it can. */
static Text cast_by(Turn *turn, const MotionState *motion, const Roll *roll, Text voter) {
    const StandIn *in = proxy_on(roll, voter);
    Text actor = turn->command->actor;
    if (in) return in->person;
    if (!is_circulated(turn->state, motion) || text_equal(actor, voter)) return (Text){0};
    Text holder = proxy_for(turn->state, motion, voter);
    return text_equal(holder, actor) ? holder : (Text){0};
}

bool take_proxies(Turn *turn, const MotionState *motion, const Roll *roll, const TextList *voters,
                  void *by_proxy) {
    Text actor = turn->command->actor;
    for (size_t i = 0; i < voters->len; i++) {
        Text voter = voters->at[i], holder = cast_by(turn, motion, roll, voter);
        bool own = text_equal(voter, actor) || text_equal(holder, actor);
        if (!own && !need_power(turn, ACT_RECORD, actor)) return false;
        if (text_empty(holder)) continue;
        if (text_equal(voter, actor))
            return refuse(turn, NOT_THERE, person_called(turn, voter), motion->meeting);
        *(StandIn *)record_push(turn->arena, &StandIn_record, by_proxy) =
            (StandIn){holder, voter, TEXT("proxy")};
    }
    return true;
}

/* --- given ---------------------------------------------------------------------------------------------- */

typedef struct Giving {
    Turn *turn;
    const ProxyArgs *args;
    const Body *body;
} Giving;

static Date end_of(const DelegationState *proxy) {
    return proxy->revoked != DATE_NONE && proxy->revoked < proxy->until ? proxy->revoked : proxy->until;
}

/* The next of the body's proxies that holds on some day with the one that is given. */
static const DelegationState *next_beside(const Giving *g, Text *place) {
    const DelegationState *proxy;
    while (state_next_delegation(g->turn->state, g->args->of, g->args->from, *place, place, &proxy)) {
        *place = key_after(g->turn->arena, *place);
        if (!text_empty(proxy->giver) && proxy->from < g->args->until && g->args->from < end_of(proxy))
            return proxy;
    }
    return NULL;
}

static bool same_matter(const Giving *g, const DelegationState *proxy) {
    return text_empty(g->args->subject) || text_empty(proxy->subject) ||
           text_equal(g->args->subject, proxy->subject);
}

/* A member has one vote, and gives it to one; who holds proxies holds no more of them than the rule says. */
static bool is_within_rule(const Giving *g) {
    Turn *turn = g->turn;
    const DelegationState *proxy;
    Text place = {0}, where = where_text(turn->arena, g->body->where);
    int64_t held = 0;
    while ((proxy = next_beside(g, &place)) != NULL) {
        if (!same_matter(g, proxy)) continue;
        held += text_equal(proxy->to, g->args->holder);
        if (text_equal(proxy->giver, g->args->giver))
            return refuse(turn, PROXY_GIVEN, person_called(turn, g->args->giver),
                          person_called(turn, proxy->to), proxy->number);
    }
    if (g->body->proxies.most == 0 || held < g->body->proxies.most) return true;
    return refuse_at(turn, PROXIES_FULL, where, person_called(turn, g->args->holder),
                     text_format(turn->arena, "%lld", (long long)held), g->args->of);
}

static Text proxy_given_by(const Giving *g, Text giver) {
    const DelegationState *proxy;
    Text place = {0};
    while ((proxy = next_beside(g, &place)) != NULL)
        if (text_equal(proxy->giver, giver)) return proxy->to;
    return (Text){0};
}

/* Whoever's vote would come back to them. Of those who have given theirs already none does so twice. */
static bool comes_back(const Giving *g) {
    TextList met = {0};
    Text next = g->args->holder;
    while (!text_empty(next) && !texts_have(&met, next)) {
        if (text_equal(next, g->args->giver)) return true;
        texts_push(g->turn->arena, &met, next);
        next = proxy_given_by(g, next);
    }
    return false;
}

static bool is_for_members(const Giving *g) {
    Turn *turn = g->turn;
    Text on = date_text(turn->arena, g->args->from);
    if (!holds(turn->state, g->args->of, g->args->giver, g->args->from))
        return refuse(turn, NOT_A_MEMBER, person_called(turn, g->args->giver), g->args->of, on);
    if (g->body->proxies.anyone || holds(turn->state, g->args->of, g->args->holder, g->args->from))
        return true;
    return refuse_at(turn, PROXY_NO_MEMBER, where_text(turn->arena, g->body->where),
                     person_called(turn, g->args->holder), g->args->of, on);
}

static bool is_in_time(const Giving *g) {
    Turn *turn = g->turn;
    Text from = date_text(turn->arena, g->args->from), until = date_text(turn->arena, g->args->until);
    if (g->args->from < turn->today)
        return refuse(turn, DELEGATED_BACK, from, date_text(turn->arena, turn->today));
    return g->args->from < g->args->until || refuse(turn, ENDS_BEFORE, TEXT("the proxy"), from, until);
}

bool do_PROXY(Turn *turn) {
    const ProxyArgs *args = turn->command->args;
    Giving giving = {turn, args, &turn->program->bodies[program_body(turn->program, args->of)]};
    Text giver = person_called(turn, args->giver);
    bool own = text_equal(args->giver, turn->command->actor);
    if (!own && !need_power(turn, ACT_RECORD, turn->command->actor)) return false;
    if (!giving.body->proxies.allowed)
        return refuse_at(turn, NO_PROXIES, where_text(turn->arena, giving.body->where), args->of);
    if (comes_back(&giving)) return refuse(turn, PROXY_COMES_BACK, giver, person_called(turn, args->holder));
    ProxyGiven body = {.number = next_number(turn->state, turn->program->delegation_series, turn->today),
                       .of = args->of,
                       .giver = args->giver,
                       .to = args->holder,
                       .from = args->from,
                       .until = args->until,
                       .subject = args->subject,
                       .because = args->because};
    return is_for_members(&giving) && is_in_time(&giving) && is_within_rule(&giving) &&
           emit(turn, KIND_PROXY_GIVEN, body.number, &body);
}
