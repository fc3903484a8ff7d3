/* Votes on options (law P3): a member votes once; a change while it is open is a new entry. */
#include "proceedings/choice.h"
#include "proceedings/motion.h"

typedef struct OptionVote {
    Turn *turn;
    const MotionState *motion;
    const EnumType *options; /* with their titles */
    Choice choice;
    size_t count; /* of options, with the default */
    uint8_t place[OPTIONS_PUT];
    TextList voters, ranks;
} OptionVote;

static Text option_name(const OptionVote *vote, size_t option) {
    return option < vote->motion->options.len ? vote->motion->options.at[option] : TEXT("default");
}

/* --- options as they are written ------------------------------------------------------------------------ */

static bool is_meant(const OptionVote *vote, size_t option, Text given) {
    bool declared = vote->options && option < vote->options->count;
    Text title = declared ? vote->options->titles[option] : vote->choice.otherwise;
    Text wanted = capitals(vote->turn->arena, given);
    return text_equal(capitals(vote->turn->arena, option_name(vote, option)), wanted) ||
           text_equal(capitals(vote->turn->arena, title), wanted);
}

static bool no_such_option(const OptionVote *vote, Text given) {
    TextList names = {0};
    for (size_t i = 0; i < vote->count; i++) texts_push(vote->turn->arena, &names, option_name(vote, i));
    return refuse(vote->turn, NO_SUCH_OPTION, vote->motion->number, given,
                  text_offer(vote->turn->arena, given, names.at, names.len));
}

static bool place_option(OptionVote *vote, Text given, uint8_t place) {
    size_t option = 0;
    while (option < vote->count && !is_meant(vote, option, given)) option++;
    if (option == vote->count) return no_such_option(vote, given);
    if (vote->place[option]) return refuse(vote->turn, OPTION_TWICE, option_name(vote, option));
    vote->place[option] = place;
    return true;
}

/* "lisbon, porto = tallinn", the highest first. */
static bool read_ranks(OptionVote *vote, Text given) {
    Text rank, name;
    for (uint8_t place = 1; text_next(&given, ',', &rank); place++)
        while (text_next(&rank, '=', &name))
            if (!place_option(vote, text_trim(name), place)) return false;
    return true;
}

/* Options that are chosen are all equal, over those that are not. */
static bool read_chosen(OptionVote *vote, Text given) {
    Text name;
    size_t count = 0;
    for (; text_next(&given, ',', &name); count++)
        if (!place_option(vote, text_trim(name), 1)) return false;
    return count == 1 || vote->choice.method != CHOOSES_PLURALITY ||
           refuse(vote->turn, ONE_OPTION, vote->motion->number, option_name(vote, 0));
}

/* In one written form: equal options in the order in which they are put. */
static void write_ranks(OptionVote *vote) {
    for (size_t place = 1; place <= vote->count; place++) {
        Buf buf = buf_new(vote->turn->arena);
        for (size_t i = 0; i < vote->count; i++) {
            if (vote->place[i] != place) continue;
            if (buf.len > 0) buf_cstr(&buf, " = ");
            buf_text(&buf, option_name(vote, i));
        }
        if (buf.len > 0) texts_push(vote->turn->arena, &vote->ranks, buf_done(&buf));
    }
}

/* --- whose vote it is ----------------------------------------------------------------------------------- */

static void take_all(OptionVote *vote, const Roll *roll, const TextList *except) {
    TextList left = {0};
    voters_left(vote->turn->state, vote->motion, roll, &left);
    for (size_t i = 0; i < left.len; i++)
        if (!texts_have(&vote->voters, left.at[i]) && !texts_have(except, left.at[i]))
            texts_push(vote->turn->arena, &vote->voters, left.at[i]);
}

static bool take_member(OptionVote *vote, const Roll *roll, Text person) {
    if (text_is(person, "all") || texts_have(&vote->voters, person)) return true;
    if (!may_vote(vote->turn, vote->motion, roll, person)) return false;
    texts_push(vote->turn->arena, &vote->voters, person);
    return true;
}

static bool take_members(OptionVote *vote, const VoteArgs *args) {
    Turn *turn = vote->turn;
    const Roll *roll = motion_roll(turn->state, vote->motion);
    bool all = texts_have(&args->members, TEXT("all"));
    if (args->members.len == 0 && !take_member(vote, roll, turn->command->actor)) return false;
    for (size_t i = 0; i < args->members.len; i++)
        if (!take_member(vote, roll, args->members.at[i])) return false;
    if (args->except.len > 0 && !all) return refuse(turn, EXCEPT_WHOM, vote->motion->number);
    if (all) take_all(vote, roll, &args->except);
    return vote->voters.len > 0 || refuse(turn, NOBODY_LEFT, vote->motion->number);
}

/* --- vote ----------------------------------------------------------------------------------------------- */

static Text option_form(const OptionVote *vote) {
    return vote->choice.method == CHOOSES_RANKED     ? TEXT("--ranks \"FIRST, SECOND = AS_GOOD\"")
           : vote->choice.method == CHOOSES_APPROVAL ? TEXT("--choose \"ONE, ANOTHER\"")
                                                     : TEXT("--choose OPTION");
}

/* Ranks where options are ranked, else what is chosen; and nothing of for and against. */
static bool is_in_form(const OptionVote *vote, const VoteArgs *args) {
    bool ranked = vote->choice.method == CHOOSES_RANKED;
    Text asked = ranked ? args->ranks : args->chosen, other = ranked ? args->chosen : args->ranks;
    bool plain = args->in_favour.len == 0 && args->against.len == 0 && text_empty(other);
    if (args->abstaining.len > 0) return refuse(vote->turn, ABSTAINS_APART, vote->motion->number);
    if (plain && !text_empty(text_trim(asked))) return true;
    return refuse(vote->turn, VOTE_ON_OPTIONS, vote->motion->number,
                  names_text(vote->turn->arena, &vote->motion->options, ", "), option_form(vote));
}

static const EnumType *options_of(Turn *turn, const MotionState *motion) {
    const CaseState *subject = state_case(turn->state, motion->subject);
    const FlowStep *step = flow_step(turn->state, subject, motion->step);
    const Program *program = case_program(turn->state, subject);
    return step->options == NONE ? NULL : program->slots[step->options].type.enumeration;
}

bool vote_on_options(Turn *turn, const MotionState *motion, const VoteArgs *args) {
    Decider decider = motion_decider(turn->state, motion);
    OptionVote vote = {.turn = turn,
                       .motion = motion,
                       .options = options_of(turn, motion),
                       .choice = motion_choice(&decider, motion),
                       .count = motion->options.len + !text_empty(motion->otherwise)};
    if (!is_in_form(&vote, args)) return false;
    bool ranked = vote.choice.method == CHOOSES_RANKED;
    if (!(ranked ? read_ranks(&vote, args->ranks) : read_chosen(&vote, args->chosen))) return false;
    if (!take_members(&vote, args)) return false;
    write_ranks(&vote);
    Ranked body = {.motion = motion->number, .voters = vote.voters, .ranks = vote.ranks};
    const Roll *roll = motion_roll(turn->state, motion);
    return take_proxies(turn, motion, roll, &vote.voters, &body.by_proxy) &&
           emit(turn, KIND_RANKED, motion->subject, &body);
}
