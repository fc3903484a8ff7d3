/* A member challenges that another takes part in deciding a case. The challenged answers by a recusal, or the
 * chair of the body rules on it, or where its rules say so the other members by vote. Until then nothing is
 * closed in which they would be counted. */
#include "proceedings/motion.h"

static const ChallengeState *challenge_of(const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->challenges.len; i++)
        if (text_equal(subject->challenges.at[i].person, person)) return &subject->challenges.at[i];
    return NULL;
}

/* --- challenge ------------------------------------------------------------------------------------------ */

/* An alternate may come to sit there too. */
static bool sits_in(Turn *turn, const CaseState *subject, const PartState *part, Text person) {
    if (!decider_named(case_program(turn->state, subject), part->decider, (Text){0}).body) return false;
    return holds(turn->state, part->decider, person, turn->today) ||
           is_alternate(turn->state, part->decider, person, turn->today);
}

bool seat_in_question(Turn *turn, const CaseState *subject, Text person, Question *out,
                      const PartState **part) {
    for (size_t i = 0; i < subject->steps.len; i++) {
        if (!question_at(turn->state, subject, subject->steps.at[i].name, out)) continue;
        for (size_t k = 0; k < out->asked.len; k++) {
            *part = out->asked.at[k];
            if (sits_in(turn, subject, *part, person)) return true;
        }
    }
    refuse(turn, NOT_ASKED_HERE, person_called(turn, person), subject->number);
    return false;
}

bool do_CHALLENGE(Turn *turn) {
    const ChallengeArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    Text actor = turn->command->actor, called = person_called(turn, args->person);
    Question question;
    const PartState *part = NULL;
    if (!subject || !seat_in_question(turn, subject, args->person, &question, &part)) return false;
    if (text_equal(actor, args->person)) return refuse(turn, OWN_CHALLENGE, called, subject->number);
    if (!sits_in(turn, subject, part, actor))
        return refuse(turn, NOT_A_COLLEAGUE, person_called(turn, actor), part->decider);
    if (case_recusal(subject, args->person)) return refuse(turn, TAKES_NO_PART, called, subject->number);
    const ChallengeState *stands = challenge_of(subject, args->person);
    if (stands)
        return refuse(turn, CHALLENGED_ALREADY, called, subject->number,
                      person_called(turn, stands->challenger));
    Challenged body = {subject->number, args->person, actor, args->because};
    return emit(turn, KIND_CHALLENGED, body.subject, &body);
}

/* --- ruling --------------------------------------------------------------------------------------------- */

typedef struct Ruling {
    Turn *turn;
    const RulingArgs *args;
    const CaseState *subject;
    Decider decider;
    Text called;
} Ruling;

/* The chair; a deputy where the chair is the one who is challenged. */
static bool may_rule(const Ruling *r) {
    Turn *turn = r->turn;
    Text actor = turn->command->actor, body = r->decider.name;
    bool chair = is_chair(turn->state, body, r->args->person, turn->today);
    bool presiding = presides(turn, r->subject, body, actor) ||
                     (chair && is_deputy(turn->state, body, actor, turn->today));
    if (text_equal(actor, r->args->person))
        return refuse(turn, RULING_OF_OTHERS, r->called, r->subject->number);
    return presiding || refuse(turn, NOT_YOUR_RULING, r->called, r->subject->number, body);
}

static bool may_all_vote(const Ruling *r, const TextList *voters, const TextList *others) {
    Turn *turn = r->turn;
    for (size_t i = 0; i < voters->len; i++) {
        Text person = voters->at[i], called = person_called(turn, person);
        if (text_equal(person, r->args->person))
            return refuse(turn, RULING_OF_OTHERS, called, r->subject->number);
        if (texts_have(others, person)) return refuse(turn, VOTES_TWICE, called, r->subject->number);
        if (case_recusal(r->subject, person)) return refuse(turn, TAKES_NO_PART, called, r->subject->number);
        if (!holds(turn->state, r->decider.name, person, turn->today))
            return refuse(turn, NOT_A_MEMBER, called, r->decider.name, date_text(turn->arena, turn->today));
    }
    return true;
}

/* Upheld by more votes for it than against; in a tie nobody is put out. */
static bool votes_agree(const Ruling *r) {
    const RulingArgs *args = r->args;
    Arena *arena = r->turn->arena;
    Text found = args->in_favour.len > args->against.len ? TEXT("upheld") : TEXT("dismissed");
    if (text_equal(found, args->ruling)) return true;
    return refuse(r->turn, RULED_OTHERWISE, r->called, text_format(arena, "%u", args->in_favour.len),
                  text_format(arena, "%u", args->against.len), found);
}

/* A chair without a deputy does not rule on a challenge of themselves: then the others do. */
static bool others_rule(const Ruling *r) {
    return r->decider.body->challenged_by_vote ||
           is_chair(r->turn->state, r->decider.name, r->args->person, r->turn->today);
}

static bool need_ruler(const Ruling *r) {
    Turn *turn = r->turn;
    const RulingArgs *args = r->args;
    Text where = where_text(turn->arena, r->decider.body->where), body = r->decider.name;
    bool voted = args->in_favour.len + args->against.len > 0;
    if (!voted && r->decider.body->challenged_by_vote)
        return refuse_at(turn, RULED_BY_VOTE, where, r->called, r->subject->number, body);
    if (!voted) return may_rule(r);
    if (!others_rule(r)) return refuse_at(turn, RULED_BY_CHAIR, where, r->called, r->subject->number, body);
    return need_seat_or_record(turn, r->subject, body, true, "enter the votes on a challenge") &&
           may_all_vote(r, &args->in_favour, &args->against) &&
           may_all_vote(r, &args->against, &args->in_favour) && votes_agree(r);
}

static bool enter_ruling(const Ruling *r) {
    Turn *turn = r->turn;
    const RulingArgs *args = r->args;
    bool voted = args->in_favour.len + args->against.len > 0;
    Text ground = challenge_of(r->subject, args->person)->because, actor = turn->command->actor;
    Ruled ruled = {.subject = r->subject->number,
                   .person = args->person,
                   .ruling = args->ruling,
                   .body = voted ? r->decider.name : (Text){0},
                   .ruler = voted ? (Text){0} : actor,
                   .in_favour = args->in_favour,
                   .against = args->against,
                   .because = args->because};
    Recused recused = {.subject = r->subject->number,
                       .person = args->person,
                       .because = ground,
                       .ruled_by = voted ? r->decider.name : actor};
    if (!emit(turn, KIND_RULED, ruled.subject, &ruled)) return false;
    return !text_is(args->ruling, "upheld") || recuse(turn, &recused);
}

bool do_RULING(Turn *turn) {
    const RulingArgs *args = turn->command->args;
    Ruling r = {.turn = turn, .args = args, .subject = need_open_case(turn, args->subject), .called = {0}};
    Question question;
    const PartState *part = NULL;
    if (!r.subject) return false;
    r.called = person_called(turn, args->person);
    if (!challenge_of(r.subject, args->person))
        return refuse(turn, NO_CHALLENGE, r.called, r.subject->number);
    if (!text_is(args->ruling, "upheld") && !text_is(args->ruling, "dismissed"))
        return refuse(turn, NO_RULING, args->ruling);
    if (!seat_in_question(turn, r.subject, args->person, &question, &part)) return false;
    r.decider = decider_named(case_program(turn->state, r.subject), part->decider, (Text){0});
    return need_ruler(&r) && enter_ruling(&r);
}
