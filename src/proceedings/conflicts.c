/* Conflicts that the rules of a body find in what is known of a case: who asked for it, who scored it, who is
 * named in it. When the case is put to the body, they are recused, or it is said that they have to be. */
#include "base/vec.h"
#include "proceedings/ballots.h"
#include "proceedings/motion.h"

/* --- what is found -------------------------------------------------------------------------------------- */

static bool has_scored(const CaseState *subject, Text person) {
    for (size_t i = 0; i < subject->sheets.len; i++)
        if (text_equal(subject->sheets.at[i].scorer, person)) return true;
    return false;
}

static bool names(const Value *value, Text person) {
    if (!value_known(*value)) return false;
    if (value->kind != TYPE_LIST) return text_equal(value->text, person);
    for (size_t i = 0; i < value->list.len; i++)
        if (text_equal(value->list.at[i].text, person)) return true;
    return false;
}

static bool is_named(State *state, const CaseState *subject, Text fact, Text person) {
    const FactState *stated = case_fact(subject, fact);
    const Program *program = stated ? case_program(state, subject) : NULL;
    Index slot = program ? program_slot(program, case_workflow(state, subject)->group, fact) : NONE;
    Value value;
    if (slot == NONE) return false;
    Type type = program->slots[slot].type;
    bool people = type.kind == TYPE_PERSON || (type.kind == TYPE_LIST && type.element == TYPE_PERSON);
    return people && fact_value(state, program, slot, stated, &value) && names(&value, person);
}

static bool is_found(State *state, const CaseState *subject, const ConflictRule *rule, Text person) {
    switch (rule->kind) {
    case CONFLICT_REQUESTER:
        return text_equal(case_opener(state, subject), person);
    case CONFLICT_SCORER:
        return has_scored(subject, person);
    case CONFLICT_NAMED:
        return is_named(state, subject, rule->fact, person);
    }
    return false;
}

const ConflictRule *conflict_of(State *state, const CaseState *subject, const Body *body, Text person) {
    for (size_t i = 0; body && i < body->conflict_count; i++)
        if (is_found(state, subject, &body->conflicts[i], person)) return &body->conflicts[i];
    return NULL;
}

static Text ground_word(const ConflictRule *rule) {
    static const Text words[] = {[CONFLICT_REQUESTER] = TEXT_ROW("requester"),
                                 [CONFLICT_SCORER] = TEXT_ROW("scorer"),
                                 [CONFLICT_NAMED] = TEXT_ROW("named")};
    return words[rule->kind];
}

Text conflict_words(Arena *arena, const ConflictRule *rule) {
    Text word = ground_word(rule);
    if (rule->kind != CONFLICT_NAMED) return word;
    return text_format(arena, "%.*s in %.*s", TEXT_ARG(word), TEXT_ARG(rule->fact));
}

/* --- when a case is put --------------------------------------------------------------------------------- */

/* Who could be counted: members, and their alternates. */
static void who_may_sit(State *state, Text body, Date on, TextList *out) {
    const HoldersState *holders = state_holders(state, body);
    holders_on(state, body, on, out);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        Text person = holders->terms.at[i].person;
        if (is_alternate(state, body, person, on) && !texts_have(out, person))
            texts_push(state_arena(state), out, person);
    }
}

bool recuse(Turn *turn, const Recused *body) {
    if (!emit(turn, KIND_RECUSED, body->subject, body)) return false;
    remark_quorum(turn, body->subject);
    return true;
}

static bool recuse_by(Turn *turn, Text subject, const ConflictRule *rule, Text person) {
    Recused body = {.subject = subject, .person = person, .ground = ground_word(rule), .fact = rule->fact};
    if (rule->recuses) return recuse(turn, &body);
    remark(turn, TO_BE_RECUSED, person_called(turn, person), subject, conflict_words(turn->arena, rule));
    return true;
}

bool recuse_conflicted(Turn *turn, Text number) {
    const MotionState *motion = state_motion(turn->state, number);
    Decider decider = motion_decider(turn->state, motion);
    TextList people = {0};
    if (!decider.body || decider.body->conflict_count == 0) return true;
    who_may_sit(turn->state, decider.name, motion_day(turn->state, motion), &people);
    for (size_t i = 0; i < people.len; i++) {
        const CaseState *subject = motion_case(turn->state, motion);
        const ConflictRule *rule = conflict_of(turn->state, subject, decider.body, people.at[i]);
        if (!rule || case_recusal(subject, people.at[i])) continue;
        if (!recuse_by(turn, subject->number, rule, people.at[i])) return false;
    }
    return true;
}

/* --- when votes are given, and counted ------------------------------------------------------------------ */

bool need_no_conflict(Turn *turn, const MotionState *motion, Text person) {
    const CaseState *subject = motion_case(turn->state, motion);
    Decider decider = motion_decider(turn->state, motion);
    const ConflictRule *rule = conflict_of(turn->state, subject, decider.body, person);
    if (!rule || case_recusal(subject, person)) return true;
    return refuse_at(turn, IN_CONFLICT, where_text(turn->arena, rule->where), person_called(turn, person),
                     subject->number, conflict_words(turn->arena, rule));
}

bool need_settled(Turn *turn, const MotionState *motion, const Roll *roll) {
    const CaseState *subject = motion_case(turn->state, motion);
    for (size_t i = 0; i < roll->present.len; i++)
        if (!need_no_conflict(turn, motion, roll->present.at[i])) return false;
    for (size_t i = 0; i < subject->challenges.len; i++) {
        Text person = subject->challenges.at[i].person;
        if (texts_have(&roll->in_office, person) || texts_have(&roll->present, person))
            return refuse(turn, CHALLENGE_STANDS, person_called(turn, person), subject->number);
    }
    return true;
}

/* --- what recusals leave -------------------------------------------------------------------------------- */

typedef struct Quorum {
    Turn *turn;
    Decider decider;
    TextList members, left; /* in office, and of them who may take part */
} Quorum;

static int64_t left_with_role(const void *context, CountId counted, Text role) {
    const Quorum *quorum = context;
    int64_t count = 0;
    (void)counted;
    for (size_t i = 0; i < quorum->left.len; i++)
        count += person_has_role(quorum->turn->state, quorum->left.at[i], role, quorum->turn->today);
    return count;
}

/* Were all there who may take part; `lacks`: the comparison that fails even then. */
static bool can_meet(const Quorum *quorum, const Program *program, Text *lacks) {
    const Body *body = quorum->decider.body;
    Closed tried = {0};
    Counts counts = {.roles = program->roles, .with_role = left_with_role, .context = quorum};
    counts.of[COUNT_MEMBERS] = counts.of[COUNT_MEMBERS_PRESENT] = quorum->left.len;
    counts.of[COUNT_MEMBERS_IN_OFFICE] = body->recused_leave ? quorum->left.len : quorum->members.len;
    counts.of[COUNT_SEATS] = body->seats_most;
    if (threshold_met(quorum->turn->arena, &body->quorum, &counts, "quorum", &tried.comparisons)) return true;
    for (size_t i = tried.comparisons.len; i-- > 0;)
        if (!tried.comparisons.at[i].held) *lacks = tried.comparisons.at[i].rule;
    return false;
}

static void remark_quorum_of(Turn *turn, const CaseState *subject, Text body) {
    const Program *program = case_program(turn->state, subject);
    Quorum quorum = {.turn = turn, .decider = decider_named(program, body, (Text){0})};
    Text lacks = {0};
    if (!quorum.decider.body) return;
    holders_on(turn->state, body, turn->today, &quorum.members);
    for (size_t i = 0; i < quorum.members.len; i++)
        if (!case_recusal(subject, quorum.members.at[i]))
            texts_push(turn->arena, &quorum.left, quorum.members.at[i]);
    if (quorum.left.len == quorum.members.len || can_meet(&quorum, program, &lacks)) return;
    remark(turn, NO_QUORUM_LEFT, body, subject->number, text_format(turn->arena, "%u", quorum.left.len),
           text_format(turn->arena, "%u", quorum.members.len), lacks);
}

void remark_quorum(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    for (size_t i = 0; i < subject->steps.len; i++) {
        Question question;
        if (!question_at(turn->state, subject, subject->steps.at[i].name, &question)) continue;
        for (size_t k = 0; k < question.asked.len; k++)
            remark_quorum_of(turn, subject, question.asked.at[k]->decider);
    }
}
