/* Closing a choice: its votes are frozen with every step from them to the option that they come to, so that
 * it can be recomputed with pen and paper (law P4). */
#include "proceedings/choice.h"
#include "proceedings/closing.h"

typedef struct Choosing {
    const Closing *closing;
    Choice rule;
    TextList options; /* with the default last, where there is one */
    size_t fallback;  /* the default's number; how many options there are, where there is none */
    Poll poll;
    ChoiceMade *made;
    size_t option; /* that is held against the default */
} Choosing;

/* --- votes ---------------------------------------------------------------------------------------------- */

static size_t option_number(const Choosing *c, Text name) {
    size_t number = 0;
    while (number < c->options.len && !text_equal(c->options.at[number], name)) number++;
    return number;
}

static Ranking ranking_of(const Choosing *c, const VotedAlike *alike) {
    Ranking ranking = {{0}};
    for (size_t i = 0; i < alike->ranks.len; i++) {
        Text rank = alike->ranks.at[i], name;
        while (text_next(&rank, '=', &name)) {
            size_t option = option_number(c, text_trim(name));
            if (option < c->options.len) ranking.place[option] = (uint8_t)(i + 1);
        }
    }
    return ranking;
}

static void take_votes(Choosing *c) {
    Arena *arena = c->closing->turn->arena;
    const MotionState *motion = c->closing->motion;
    for (size_t i = 0; i < motion->rankings.len; i++) {
        const VotedAlike *alike = &motion->rankings.at[i];
        VotedAlike *kept = record_push(arena, &VotedAlike_record, &c->made->votes);
        for (size_t k = 0; k < alike->ranks.len; k++) texts_push(arena, &kept->ranks, alike->ranks.at[k]);
        for (size_t k = 0; k < alike->voters.len; k++) texts_push(arena, &kept->voters, alike->voters.at[k]);
        Ranking ranking = ranking_of(c, alike);
        poll_add(&c->poll, &ranking, alike->voters.len);
    }
}

static Preference preference(const Choosing *c, size_t option, size_t other) {
    return (Preference){.option = c->options.at[option],
                        .other = c->options.at[other],
                        .over = c->poll.over[option][other],
                        .under = c->poll.over[other][option]};
}

static void tell_preferences(const Choosing *c) {
    for (size_t i = 0; i < c->options.len; i++)
        for (size_t k = i + 1; k < c->options.len; k++)
            *(Preference *)record_push(c->closing->turn->arena, &Preference_record, &c->made->preferences) =
                preference(c, i, k);
}

/* --- each option against the default (A.6.2, A.6.3) ----------------------------------------------------- */

static int64_t over_with_role(const void *context, CountId counted, Text role) {
    const Choosing *c = context;
    int64_t count = 0;
    if (counted != COUNT_VOTERS_OVER) return 0;
    for (size_t i = 0; i < c->made->votes.len; i++) {
        Ranking ranking = ranking_of(c, &c->made->votes.at[i]);
        if (ranks_over(&ranking, c->option, c->fallback))
            count += having_role(c->closing, &c->made->votes.at[i].voters, role);
    }
    return count;
}

static bool option_meets(const Choosing *c, const Threshold *threshold, const char *of) {
    Closed *body = c->closing->body;
    size_t before = body->comparisons.len;
    Counts counts = counts_of(c->closing);
    counts.with_role = over_with_role;
    counts.context = c;
    counts.of[COUNT_VOTERS_OVER] = c->poll.over[c->option][c->fallback];
    counts.of[COUNT_VOTERS_BESIDE] = counts.of[COUNT_VOTERS_OVER] + c->poll.over[c->fallback][c->option];
    counts.of[COUNT_VOTES_CAST] = c->poll.ballots;
    bool met = threshold->count == 0 ||
               threshold_met(c->closing->turn->arena, threshold, &counts, of, &body->comparisons);
    for (size_t i = before; i < body->comparisons.len; i++)
        body->comparisons.at[i].option = c->options.at[c->option];
    return met;
}

/* Does the threshold hold what the bound asks for? Both count the same then, and one comparison says it. */
static bool asks_for(const Threshold *threshold, const Bound *bound) {
    for (size_t i = 0; i < threshold->count; i++) {
        const Bound *own = &threshold->bounds[i];
        if (own->counted == bound->counted && own->at_least == bound->at_least &&
            own->of_count == bound->of_count && own->root == bound->root && own->base == bound->base &&
            number_compare(own->quantity, bound->quantity) == 0)
            return true;
    }
    return false;
}

/* All are compared, whatever comes of the one before. */
static bool beats_default(const Choosing *c) {
    static const Bound more_over[] = {
        {.counted = COUNT_VOTERS_OVER,
         .quantity = {.num = 1, .den = 2},
         .of_count = true,
         .base = COUNT_VOTERS_BESIDE,
         .including_role = NONE,
         .written = TEXT_ROW("more than 1/2 of voters over or under the default")}};
    static const Threshold over = {more_over, 1};
    bool enough = option_meets(c, &c->rule.quorum, "option_quorum"),
         beaten = asks_for(&c->rule.majority, more_over) || option_meets(c, &over, "default"),
         by_majority = option_meets(c, &c->rule.majority, "option_majority");
    return enough && beaten && by_majority;
}

static OptionSet kept_options(Choosing *c) {
    bool against = c->fallback < c->options.len;
    OptionSet kept = against ? option_bit(c->fallback) : 0;
    if (c->poll.ballots == 0) return kept;
    for (c->option = 0; c->option < c->fallback; c->option++)
        if (!against || beats_default(c)) kept |= option_bit(c->option);
    return kept;
}

/* --- options against each other (A.6.4 to A.6.8) -------------------------------------------------------- */

static void name_options(const Choosing *c, OptionSet set, TextList *names) {
    for (size_t i = 0; i < c->options.len; i++)
        if (set & option_bit(i)) texts_push(c->closing->turn->arena, names, c->options.at[i]);
}

static OptionSet by_ranks(const Choosing *c, OptionSet kept) {
    Arena *arena = c->closing->turn->arena;
    ChoiceRounds rounds = {0};
    OptionSet winners = choose_ranked(arena, &c->poll, kept, &rounds);
    for (size_t i = 0; i < rounds.len; i++) {
        ChoiceStep *step = record_push(arena, &ChoiceStep_record, &c->made->steps);
        name_options(c, rounds.at[i].schwartz, &step->schwartz);
        for (size_t k = 0; k < rounds.at[i].dropped.len; k++)
            *(Preference *)record_push(arena, &Preference_record, &step->dropped) =
                preference(c, rounds.at[i].dropped.at[k].winner, rounds.at[i].dropped.at[k].loser);
    }
    return winners;
}

static OptionSet by_votes(const Choosing *c, OptionSet kept) {
    for (size_t i = 0; i < c->options.len; i++)
        *(OptionVotes *)record_push(c->closing->turn->arena, &OptionVotes_record, &c->made->named) =
            (OptionVotes){c->options.at[i], c->poll.highest[i]};
    return choose_highest(&c->poll, kept);
}

static Text method_word(ChoiceMethod method) {
    return method == CHOOSES_RANKED     ? TEXT("ranked schulze")
           : method == CHOOSES_APPROVAL ? TEXT("approval")
                                        : TEXT("plurality");
}

static Choosing choosing(const Closing *closing) {
    Arena *arena = closing->turn->arena;
    const MotionState *motion = closing->motion;
    const FlowStep *step = flow_step(closing->turn->state, closing->subject, motion->step);
    Choosing c = {.closing = closing,
                  .rule = motion_choice(&closing->decider, motion),
                  .fallback = motion->options.len,
                  .made = record_new(arena, &ChoiceMade_record)};
    for (size_t i = 0; i < motion->options.len; i++) texts_push(arena, &c.options, motion->options.at[i]);
    c.made->options = c.options;
    if (!text_empty(motion->otherwise)) texts_push(arena, &c.options, TEXT("default"));
    c.poll.count = c.options.len;
    c.made->fact = case_program(closing->turn->state, closing->subject)->slots[step->options].name;
    c.made->method = method_word(c.rule.method);
    c.made->otherwise = motion->otherwise;
    return c;
}

/* One winner is chosen, and of several the one that the chair chooses (A.6.8). */
static Text settle(const Choosing *c) {
    Closed *body = c->closing->body;
    const TextList *winners = &c->made->winners;
    body->tie = winners->len > 1;
    if (winners->len == 1) body->chosen = winners->at[0];
    if (body->tie && texts_have(winners, body->casting)) body->chosen = body->casting;
    bool some = !text_empty(body->chosen) && !text_is(body->chosen, "default");
    return some ? TEXT("carried") : TEXT("lost");
}

Text find_choice(const Closing *closing) {
    Choosing c = choosing(closing);
    closing->body->choice = c.made;
    take_votes(&c);
    tell_preferences(&c);
    OptionSet kept = kept_options(&c);
    name_options(&c, kept, &c.made->kept);
    name_options(&c, c.rule.method == CHOOSES_RANKED ? by_ranks(&c, kept) : by_votes(&c, kept),
                 &c.made->winners);
    return settle(&c);
}

/* --- the chair ------------------------------------------------------------------------------------------ */

/* "--casting lisbon, or --casting porto" */
static Text casts(Arena *arena, const TextList *winners) {
    TextList all = {0};
    for (size_t i = 0; i < winners->len; i++)
        texts_push(arena, &all, text_format(arena, "--casting %.*s", TEXT_ARG(winners->at[i])));
    return names_text(arena, &all, ", or ");
}

bool option_cast_is_right(const Closing *closing) {
    Turn *turn = closing->turn;
    const Closed *body = closing->body;
    const TextList *winners = &body->choice->winners;
    Text number = closing->motion->number;
    if (text_empty(body->casting)) {
        if (!body->tie || !chair_can_decide(closing)) return true;
        return refuse_at(turn, TIED_OPTIONS, where_text(turn->arena, closing->decider.body->where), number,
                         names_text(turn->arena, winners, " and "), casts(turn->arena, winners));
    }
    if (!body->tie) return refuse(turn, NO_TIE, number);
    if (!texts_have(winners, body->casting))
        return refuse(turn, NOT_TIED, body->casting, number, names_text(turn->arena, winners, " and "),
                      text_offer(turn->arena, body->casting, winners->at, winners->len));
    return chair_may_cast(closing);
}
