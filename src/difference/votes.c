/* Quorums and what carries: with the smallest count at which the result differs. */
#include "difference/compare.h"
#include "proceedings/ballots.h"

enum { PEOPLE_MOST = 25 };

/* A meeting of some body: who could come, who is there, and how they vote. */
typedef struct Meeting {
    int64_t in_office, present, in_favour, cast;
} Meeting;

typedef struct Voting {
    const Amendment *c;
    Threshold thresholds[SIDES];
    int64_t least, most; /* seats */
    const char *met, *unmet;
    bool votes; /* they are counted, and not who is there */
} Voting;

/* Who holds which role is no matter here: as many as are asked for. */
static int64_t all_with_role(const void *context, CountId counted, Text role) {
    (void)context, (void)counted, (void)role;
    return INT64_MAX;
}

static bool is_met(const Voting *voting, Side side, const Meeting *meeting) {
    Arena *arena = voting->c->arena;
    VEC(Compared) comparisons = {0};
    Counts counts = {.roles = voting->c->editions[side]->program->roles, .with_role = all_with_role};
    counts.of[COUNT_VOTES_FOR] = meeting->in_favour;
    counts.of[COUNT_VOTES_AGAINST] = meeting->cast - meeting->in_favour;
    counts.of[COUNT_VOTES_CAST] = meeting->cast;
    counts.of[COUNT_MEMBERS] = counts.of[COUNT_MEMBERS_PRESENT] = meeting->present;
    counts.of[COUNT_MEMBERS_IN_OFFICE] = counts.of[COUNT_SEATS] = meeting->in_office;
    ArenaMark mark = arena_mark(arena);
    bool met = threshold_met(arena, &voting->thresholds[side], &counts, "", &comparisons);
    arena_rewind(arena, mark);
    return met;
}

static bool differs(const Voting *voting, const Meeting *meeting) {
    return is_met(voting, BEFORE, meeting) != is_met(voting, NOW, meeting);
}

/* --- the smallest --------------------------------------------------------------------------------------- */

/* With so many there, the most votes for first. */
static bool find_votes(const Voting *voting, Meeting *meeting) {
    for (meeting->in_favour = meeting->cast; meeting->in_favour >= 0; meeting->in_favour--)
        if (differs(voting, meeting)) return true;
    return false;
}

static bool find_meeting(const Voting *voting, Meeting *meeting) {
    int64_t least = voting->votes ? meeting->cast : 0;
    for (meeting->in_office = voting->least; meeting->in_office <= voting->most; meeting->in_office++)
        for (meeting->present = least; meeting->present <= meeting->in_office; meeting->present++)
            if (voting->votes ? find_votes(voting, meeting) : differs(voting, meeting)) return true;
    return false;
}

static bool find_smallest(const Voting *voting, Meeting *meeting) {
    *meeting = (Meeting){0};
    if (!voting->votes) return find_meeting(voting, meeting);
    for (meeting->cast = 1; meeting->cast <= voting->most; meeting->cast++)
        if (find_meeting(voting, meeting)) return true;
    return false;
}

/* --- telling it ----------------------------------------------------------------------------------------- */

static bool counts_any(const Voting *voting, CountId count) {
    for (int side = BEFORE; side < SIDES; side++)
        for (size_t i = 0; i < voting->thresholds[side].count; i++) {
            const Bound *bound = &voting->thresholds[side].bounds[i];
            if (bound->counted == count || ((bound->of_count || bound->root) && bound->base == count))
                return true;
        }
    return false;
}

/* "5 for, 4 against": and of those there, and of all, only what is counted. */
static Text example_text(const Voting *voting, const Meeting *meeting) {
    Buf buf = buf_new(voting->c->arena);
    if (voting->votes)
        buf_format(&buf, "%lld for, %lld against", (long long)meeting->in_favour,
                   (long long)(meeting->cast - meeting->in_favour));
    if (!voting->votes || counts_any(voting, COUNT_MEMBERS_PRESENT) || counts_any(voting, COUNT_MEMBERS))
        buf_format(&buf, "%s%lld present", buf.len ? ", " : "", (long long)meeting->present);
    if (counts_any(voting, COUNT_MEMBERS_IN_OFFICE) || counts_any(voting, COUNT_SEATS))
        buf_format(&buf, "%s%lld in office", buf.len ? ", " : "", (long long)meeting->in_office);
    bool before = is_met(voting, BEFORE, meeting);
    buf_format(&buf, ": %s before, %s now", before ? voting->met : voting->unmet,
               before ? voting->unmet : voting->met);
    return buf_done(&buf);
}

static void compare_threshold(Change *change, const DeclPair *pair, SettingId setting, const Voting *voting) {
    const Clause *before = decl_setting(pair->of[BEFORE], setting),
                 *now = decl_setting(pair->of[NOW], setting);
    if (!before || !now) return;
    Text was = clause_reading(change->c, BEFORE, before, false),
         is = clause_reading(change->c, NOW, now, false);
    Meeting meeting;
    if (text_equal(was, is)) return;
    Tree *said = change_say(change, setting_row(setting)->word, was, is);
    if (find_smallest(voting, &meeting))
        tree_set_text(change->c->arena, said, "example", example_text(voting, &meeting));
}

static int64_t smaller(int64_t one, int64_t other) {
    return one < other ? one : other;
}

static void compare_bodies(Change *change, const DeclPair *pair, const Body *before, const Body *now) {
    int64_t most = before->seats_most > now->seats_most ? before->seats_most : now->seats_most;
    Voting voting = {.c = change->c,
                     .least = smaller(before->seats_least, now->seats_least),
                     .most = smaller(most, PEOPLE_MOST)};
    Voting quorum = voting;
    quorum.thresholds[BEFORE] = before->quorum;
    quorum.thresholds[NOW] = now->quorum;
    quorum.met = "a quorum";
    quorum.unmet = "no quorum";
    compare_threshold(change, pair, SETTING_QUORUM, &quorum);
    voting.thresholds[BEFORE] = before->carried;
    voting.thresholds[NOW] = now->carried;
    voting.votes = true;
    voting.met = "carried";
    voting.unmet = "lost";
    compare_threshold(change, pair, SETTING_CARRIED, &voting);
}

/* A ballot is any body's. */
static void compare_ballots(Change *change, const DeclPair *pair, const BallotRule *before,
                            const BallotRule *now) {
    Voting voting = {.c = change->c,
                     .thresholds = {before->carried, now->carried},
                     .least = 1,
                     .most = PEOPLE_MOST,
                     .met = "carried",
                     .unmet = "lost",
                     .votes = true};
    compare_threshold(change, pair, SETTING_BALLOT_CARRIED, &voting);
}

void compare_votes(Change *change, const DeclPair *pair) {
    const Program *programs[SIDES] = {change->c->editions[BEFORE]->program,
                                      change->c->editions[NOW]->program};
    Text names[SIDES] = {pair->of[BEFORE]->name.text, pair->of[NOW]->name.text};
    if (pair->of[NOW]->kind == DECL_BODY)
        compare_bodies(change, pair, &programs[BEFORE]->bodies[program_body(programs[BEFORE], names[BEFORE])],
                       &programs[NOW]->bodies[program_body(programs[NOW], names[NOW])]);
    else
        compare_ballots(change, pair,
                        &programs[BEFORE]->ballots[program_ballot(programs[BEFORE], names[BEFORE])],
                        &programs[NOW]->ballots[program_ballot(programs[NOW], names[NOW])]);
}
