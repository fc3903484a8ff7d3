/* Votes of a named ballot (law P3): a member votes once; a change while it is open is a new entry. */
#include "proceedings/motion.h"

enum { CHOICES = 3 };

typedef struct Votes {
    Turn *turn;
    const MotionState *motion;
    const Roll *roll;
    const TextList *named[CHOICES];
    TextList votes[CHOICES];
    TextList except;
} Votes;

static bool is_all(Text person) {
    return text_is(person, "all");
}

static bool is_named(const Votes *votes, Text person) {
    for (int i = 0; i < CHOICES; i++)
        if (texts_have(&votes->votes[i], person)) return true;
    return false;
}

/* Those named one by one: each may vote, and on one choice. */
static bool take_named(Votes *votes, int choice) {
    Turn *turn = votes->turn;
    for (size_t i = 0; i < votes->named[choice]->len; i++) {
        Text person = votes->named[choice]->at[i];
        if (is_all(person) || texts_have(&votes->votes[choice], person)) continue;
        if (is_named(votes, person))
            return refuse(turn, VOTES_TWICE, person_called(turn, person), votes->motion->number);
        if (!may_vote(turn, votes->motion, votes->roll, person)) return false;
        texts_push(turn->arena, &votes->votes[choice], person);
    }
    return true;
}

/* "all" are those present who may vote, are not named otherwise and have not voted yet. */
static void take_all(Votes *votes, int choice) {
    TextList left = {0};
    voters_left(votes->turn->state, votes->motion, votes->roll, &left);
    for (size_t i = 0; i < left.len; i++)
        if (!is_named(votes, left.at[i]) && !texts_have(&votes->except, left.at[i]))
            texts_push(votes->turn->arena, &votes->votes[choice], left.at[i]);
}

static bool take_votes(Votes *votes) {
    int all = -1;
    for (int i = 0; i < CHOICES; i++) {
        if (!take_named(votes, i)) return false;
        if (!texts_have(votes->named[i], TEXT("all"))) continue;
        if (all >= 0) return refuse(votes->turn, ALL_TWICE, votes->motion->number);
        all = i;
    }
    if (votes->except.len > 0 && all < 0) return refuse(votes->turn, EXCEPT_WHOM, votes->motion->number);
    if (all >= 0) take_all(votes, all);
    if (votes->votes[0].len + votes->votes[1].len + votes->votes[2].len > 0) return true;
    if (all >= 0) return refuse(votes->turn, NOBODY_LEFT, votes->motion->number);
    return refuse(votes->turn, NOBODY_NAMED, TEXT("vote"));
}

/* Members vote for themselves, and for whom they hold a proxy; who enters the votes of others records them.
 */
static bool need_right(const Votes *votes, Voted *body) {
    for (int i = 0; i < CHOICES; i++)
        if (!take_proxies(votes->turn, votes->motion, votes->roll, &votes->votes[i], &body->by_proxy))
            return false;
    return true;
}

bool do_VOTE(Turn *turn) {
    const VoteArgs *args = turn->command->args;
    const MotionState *motion = need_open_motion(turn, args->motion);
    if (!motion) return false;
    bool chooses = motion->options.len > 0, abstains = args->abstaining.len > 0;
    if (chooses && !(abstains && text_empty(args->ranks) && text_empty(args->chosen)))
        return vote_on_options(turn, motion, args);
    if (!text_empty(args->ranks) || !text_empty(args->chosen) || args->members.len > 0)
        return refuse(turn, NOT_OPTIONS, motion->number);
    Decider decider = motion_decider(turn->state, motion);
    VoteKind kind = votes_on(&decider, motion);
    if (kind != VOTES_NAMED) return refuse_uncounted(turn, motion, kind);
    Votes votes = {.turn = turn,
                   .motion = motion,
                   .roll = motion_roll(turn->state, motion),
                   .named = {&args->in_favour, &args->against, &args->abstaining},
                   .except = args->except};
    if (!take_votes(&votes)) return false;
    Voted body = {.motion = motion->number,
                  .in_favour = votes.votes[0],
                  .against = votes.votes[1],
                  .abstaining = votes.votes[2]};
    return need_right(&votes, &body) && emit(turn, KIND_VOTED, motion->subject, &body);
}
