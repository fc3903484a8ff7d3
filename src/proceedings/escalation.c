/* Escalation: where an undecided question goes, level by level, each with its own body and clock. */
#include "proceedings/motion.h"

const Escalation *escalation_of(const Program *program, Text name) {
    Index found = text_empty(name) ? NONE : program_escalation(program, name);
    return found == NONE ? NULL : &program->escalations[found];
}

Date date_after(const Program *program, Date from, Duration duration) {
    const Calendar *calendar =
        program->working_days == NONE ? NULL : &program->calendars[program->working_days];
    Date date = DATE_NONE;
    return duration.unit != UNIT_HOURS && duration_after(calendar, from, duration, &date) ? date : DATE_NONE;
}

/* The body or office of a level; of an escalation "to_leader[health]", with the same member. */
static Text level_decider(Turn *turn, Text escalation, const EscalationLevel *level) {
    Text base, index, name;
    split_indexed(level->to.name, &name, &index);
    if (!level->indexed) return level->to.name;
    split_indexed(escalation, &base, &index);
    return indexed_name(turn->arena, name, index);
}

/* Moves the question to its next level, whose time counts from the day on which that fell due (law P7). Open
 * motions are of those who no longer decide, and end with their turn. */
bool move_up(Turn *turn, const Question *question, const char *cause, Date due) {
    const Program *program = case_program(turn->state, state_case(turn->state, question->subject));
    const Escalation *escalation = escalation_of(program, question->escalation);
    if (!escalation || (size_t)question->level >= escalation->level_count) return true;
    const EscalationLevel *level = &escalation->levels[question->level];
    Escalated body = {.subject = question->subject,
                      .step = question->step,
                      .escalation = question->escalation,
                      .level = question->level + 1,
                      .decider = level_decider(turn, question->escalation, level),
                      .cause = text_of(cause),
                      .due = due,
                      .until = date_after(program, due, level->within)};
    return withdraw_all(turn, question->subject, question->step, "escalated") &&
           emit(turn, KIND_ESCALATED, body.subject, &body);
}

/* --- what starts it ------------------------------------------------------------------------------------- */

static const char *cause_word(StartKind cause) {
    switch (cause) {
    case START_UNDECIDED:
        return "undecided";
    case START_QUORUM_LOST:
        return "quorum_lost";
    case START_OBJECTION:
        return "objection";
    case START_APPEAL:
        return "appeal";
    }
    return "";
}

static bool starts_on(const Escalation *escalation, StartKind cause, int64_t times) {
    for (size_t i = 0; escalation && i < escalation->start_count; i++) {
        const EscalationStart *start = &escalation->starts[i];
        if (start->kind == cause && (cause != START_QUORUM_LOST || times >= start->times)) return true;
    }
    return false;
}

bool escalate_on(Turn *turn, Text number, Text step, StartKind cause, Date due) {
    const CaseState *subject = state_case(turn->state, number);
    Question question;
    if (!question_at(turn->state, subject, step, &question) || question.level > 0) return true;
    const Escalation *escalation = escalation_of(case_program(turn->state, subject), question.escalation);
    if (!starts_on(escalation, cause, case_step(subject, step)->quorum_lost)) return true;
    return move_up(turn, &question, cause_word(cause), due);
}

/* --- object --------------------------------------------------------------------------------------------- */

static bool need_objectable(Turn *turn, const Question *question) {
    const Program *program = case_program(turn->state, state_case(turn->state, question->subject));
    const Escalation *escalation = escalation_of(program, question->escalation);
    if (consent_runs(state_case(turn->state, question->subject), question->step)) return true;
    if (!escalation) return refuse(turn, NO_ESCALATION, question->step);
    if (question->level > 0) return refuse(turn, GONE_UP, question->step, question->decider);
    if (starts_on(escalation, START_OBJECTION, 0)) return true;
    return refuse_at(turn, NO_OBJECTION, where_text(turn->arena, escalation->where), question->step,
                     question->escalation);
}

static bool is_asked(Turn *turn, const Question *question, Text person) {
    for (size_t i = 0; i < question->asked.len; i++)
        if (holds(turn->state, question->asked.at[i]->decider, person, turn->today)) return true;
    return false;
}

bool do_OBJECT(Turn *turn) {
    const ObjectArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    Text actor = turn->command->actor, called = person_called(turn, actor);
    Question question;
    if (!subject || !need_question(turn, args->subject, args->step, &question)) return false;
    const RecusalState *recusal = case_recusal(subject, actor);
    if (!is_asked(turn, &question, actor))
        return refuse(turn, NOT_A_MEMBER, called, question.decider, date_text(turn->arena, turn->today));
    if (recusal) return refuse(turn, TAKES_NO_PART, called, question.subject);
    if (!need_objectable(turn, &question)) return false;
    Objected body = {
        .subject = question.subject, .step = question.step, .person = actor, .because = args->because};
    return emit(turn, KIND_OBJECTED, body.subject, &body) &&
           escalate_on(turn, body.subject, body.step, START_OBJECTION, turn->today);
}

/* --- what falls due ------------------------------------------------------------------------------------- */

bool undecided_passed(Turn *turn, Text subject, Text step, Date due) {
    return escalate_on(turn, subject, step, START_UNDECIDED, due);
}

static bool reject(Turn *turn, const void *what) {
    const Question *question = what;
    return withdraw_all(turn, question->subject, question->step, "rejected") &&
           end_step(turn, question->subject, question->step, TEXT("rejected"), (Text){0});
}

static bool is_guarded(const Program *program, Text step) {
    for (size_t i = 0; i < program->guards_count; i++)
        if (text_equal(program->guards[i].before, step)) return true;
    return false;
}

/* An end that nothing guards can always be entered. */
static bool rejection_ends(const Program *program, const Workflow *workflow, const FlowStep *flow) {
    for (size_t i = 0; i < flow->next_count; i++) {
        const FlowNext *next = &flow->next[i];
        const FlowStep *to = &workflow->steps[next->to];
        if (text_is(next->outcome, "rejected") && next->condition == NONE)
            return to->kind == FLOW_END && !is_guarded(program, to->name);
    }
    return false;
}

static bool can_reject(Turn *turn, const Question *question) {
    const CaseState *subject = state_case(turn->state, question->subject);
    const Program *program = case_program(turn->state, subject);
    Refusal why;
    return rejection_ends(program, case_workflow(turn->state, subject), question->flow) ||
           would_pass(turn, reject, question, &why);
}

static Text silence_result(Turn *turn, const Question *question, const EscalationLevel *level) {
    if (level->on_silence == SILENCE_NEXT) return TEXT("next");
    return can_reject(turn, question) ? TEXT("reject") : TEXT("blocked");
}

bool level_passed(Turn *turn, Text number, Text step, Date due) {
    const CaseState *subject = state_case(turn->state, number);
    Question question;
    if (!question_at(turn->state, subject, step, &question) || question.level < 1) return true;
    const Escalation *escalation = escalation_of(case_program(turn->state, subject), question.escalation);
    Silence body = {.subject = question.subject,
                    .step = question.step,
                    .escalation = question.escalation,
                    .level = question.level,
                    .due = due,
                    .result = silence_result(turn, &question, &escalation->levels[question.level - 1])};
    if (!emit(turn, KIND_SILENCE, body.subject, &body)) return false;
    if (text_is(body.result, "next")) return move_up(turn, &question, "silence", due);
    return text_is(body.result, "blocked") || reject(turn, &question);
}
