/* What tellers count (law P3): of a counted ballot the totals, of a secret one also who voted. All of it is
 * entered when the ballot closes, at once: no choice is ever beside its voter, nor in the order of voting. */
#include "proceedings/motion.h"

typedef struct Counting {
    Turn *turn;
    const MotionState *motion;
    const CloseArgs *args;
    Roll *roll;
    Tally *tally;
    int64_t may_vote;
} Counting;

static VoteKind decider_votes(const Decider *decider) {
    VoteKind kind = decider->ballot ? decider->ballot->votes : VOTES_UNSAID;
    if (kind == VOTES_UNSAID && decider->body) kind = decider->body->votes;
    return kind == VOTES_UNSAID ? VOTES_NAMED : kind;
}

VoteKind votes_on(const Decider *decider, const MotionState *motion) {
    return motion->options.len > 0 ? VOTES_NAMED : decider_votes(decider);
}

Text motion_kind(State *state, const MotionState *motion) {
    Decider decider = motion_decider(state, motion);
    return vote_kind_word(votes_on(&decider, motion));
}

int64_t roll_votes(const Roll *roll, bool in_favour) {
    if (roll->tally) return in_favour ? roll->tally->in_favour : roll->tally->against;
    return in_favour ? roll->in_favour.len : roll->against.len;
}

bool somebody_voted(const Roll *roll) {
    int64_t abstaining = roll->tally ? roll->tally->abstaining : roll->abstaining.len;
    return roll_votes(roll, true) + roll_votes(roll, false) + abstaining > 0;
}

Text counted_words(Arena *arena, const Roll *roll) {
    const Tally *tally = roll->tally;
    if (!tally) return (Text){0};
    return text_format(arena, " for=%lld against=%lld abstaining=%lld --tellers NAMES%s",
                       (long long)tally->in_favour, (long long)tally->against, (long long)tally->abstaining,
                       tally->voted.len ? " --voted NAMES" : "");
}

bool refuse_uncounted(Turn *turn, const MotionState *motion, VoteKind kind) {
    return refuse(turn, VOTES_COUNTED, motion->number, vote_kind_word(kind),
                  kind == VOTES_SECRET ? TEXT(" --voted NAMES") : (Text){0});
}

/* --- the totals ----------------------------------------------------------------------------------------- */

static int64_t *total_of(Tally *tally, Text choice) {
    if (text_is(choice, "for")) return &tally->in_favour;
    if (text_is(choice, "against")) return &tally->against;
    return text_is(choice, "abstaining") ? &tally->abstaining : NULL;
}

static bool bad(const Counting *counting, Text given, const char *what, const char *mend) {
    return refuse(counting->turn, BAD_ARGUMENT, given, text_of(what), text_of(mend));
}

static bool read_total(const Counting *counting, Text choice, const Tree *value) {
    static const char write[] = "write the totals as for=7 against=4 abstaining=2";
    int64_t *total = total_of(counting->tally, choice);
    Number number;
    if (!total) return bad(counting, choice, "choice", write);
    if (value->kind != TREE_TEXT || number_parse(counting->turn->arena, value->text, &number) != NUMBER_OK ||
        !number_to_int(number, total) || *total < 0)
        return bad(counting, value->kind == TREE_TEXT ? value->text : choice, "number of votes", write);
    return true;
}

static bool too_many(const Counting *counting, Text votes) {
    return refuse(counting->turn, TOO_MANY_VOTES, counting->motion->number, votes,
                  text_format(counting->turn->arena, "%lld", (long long)counting->may_vote));
}

/* Together no more than may vote; each alone first, so that their sum is no number past all numbers. */
static bool read_totals(const Counting *counting, int64_t *sum) {
    const Tree *given = counting->args->totals;
    Arena *arena = counting->turn->arena;
    for (size_t i = 0; i < tree_len(given); i++) {
        if (!read_total(counting, given->keys[i], given->items[i])) return false;
        int64_t votes = *total_of(counting->tally, given->keys[i]);
        if (votes > counting->may_vote)
            return too_many(counting, text_format(arena, "%lld", (long long)votes));
        *sum += votes;
    }
    return *sum <= counting->may_vote || too_many(counting, text_format(arena, "%lld", (long long)*sum));
}

static bool says_all(const Counting *counting) {
    static const Text CHOICES[] = {TEXT_ROW("for"), TEXT_ROW("against"), TEXT_ROW("abstaining")};
    for (size_t i = 0; i < sizeof CHOICES / sizeof CHOICES[0]; i++)
        if (!tree_get_key(counting->args->totals, CHOICES[i]))
            return refuse(counting->turn, TOTALS_LACK, counting->motion->number, CHOICES[i]);
    return true;
}

/* --- who counted, and who voted ------------------------------------------------------------------------- */

static bool take_tellers(const Counting *counting) {
    const TextList *named = &counting->args->tellers;
    if (named->len == 0) return refuse(counting->turn, NO_TELLERS, counting->motion->number);
    if (texts_have(named, TEXT("all"))) return bad(counting, TEXT("all"), "teller", "name who counted");
    counting->tally->tellers = *named;
    return true;
}

static bool may_all_vote(const Counting *counting, const TextList *named, TextList *voters) {
    for (size_t i = 0; i < named->len; i++) {
        Text person = named->at[i];
        if (text_is(person, "all"))
            voters_left(counting->turn->state, counting->motion, counting->roll, voters);
        else if (!may_vote(counting->turn, counting->motion, counting->roll, person))
            return false;
        else
            texts_push(counting->turn->arena, voters, person);
    }
    return true;
}

/* In the order of the seats, whatever the order in which they were named. */
static bool take_voters(const Counting *counting, int64_t ballots) {
    TextList voters = {0};
    Tally *tally = counting->tally;
    Roll *roll = counting->roll;
    Arena *arena = counting->turn->arena;
    if (!may_all_vote(counting, &counting->args->voted, &voters)) return false;
    for (size_t i = 0; i < roll->present.len; i++)
        if (texts_have(&voters, roll->present.at[i])) texts_push(arena, &tally->voted, roll->present.at[i]);
    for (size_t i = 0; i < tally->voted.len; i++) texts_take(&roll->not_voting, tally->voted.at[i]);
    return tally->voted.len == ballots ||
           refuse(counting->turn, VOTERS_AND_BALLOTS, counting->motion->number,
                  text_format(arena, "%lld", (long long)ballots), text_format(arena, "%u", tally->voted.len));
}

/* --- closing -------------------------------------------------------------------------------------------- */

static bool something_counted(const CloseArgs *args) {
    return tree_len(args->totals) + args->tellers.len + args->voted.len > 0;
}

bool take_tally(Turn *turn, const MotionState *motion, const CloseArgs *args, Roll *roll) {
    Decider decider = motion_decider(turn->state, motion);
    VoteKind kind = votes_on(&decider, motion);
    TextList voters = {0};
    Counting counting = {turn, motion, args, roll, record_new(turn->arena, &Tally_record), 0};
    if (!something_counted(args)) return true;
    if (kind == VOTES_NAMED) return refuse(turn, VOTES_NAMED, motion->number);
    voters_left(turn->state, motion, roll, &voters);
    counting.may_vote = voters.len;
    counting.tally->kind = vote_kind_word(kind);
    int64_t sum = 0;
    if (!read_totals(&counting, &sum) || !says_all(&counting) || !take_tellers(&counting)) return false;
    if (kind == VOTES_COUNTED && args->voted.len > 0) return refuse(turn, VOTERS_UNNAMED, motion->number);
    if (kind == VOTES_SECRET && !take_voters(&counting, sum)) return false;
    if (kind == VOTES_COUNTED) roll->not_voting = (TextList){0};
    roll->tally = counting.tally;
    return true;
}
