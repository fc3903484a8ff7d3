/* Opening a case, stating facts, and doing tasks. */
#include "proceedings/turn.h"

/* --- open ----------------------------------------------------------------------------------------------- */

static bool in_force(Turn *turn) {
    const Program *program = turn->program;
    if (program->from != DATE_NONE && turn->today < program->from)
        return refuse(turn, NOT_IN_FORCE, program->title, date_text(turn->arena, program->from),
                      TEXT("from"));
    if (program->until != DATE_NONE && turn->today >= program->until)
        return refuse(turn, NOT_IN_FORCE, program->title, date_text(turn->arena, program->until),
                      TEXT("until"));
    return true;
}

bool do_OPEN(Turn *turn) {
    const OpenArgs *args = turn->command->args;
    Index workflow = program_workflow(turn->program, args->workflow);
    if (workflow == NONE) return refuse(turn, NO_SUCH_WORKFLOW, args->workflow, (Text){0});
    if (!in_force(turn) || !need_power(turn, ACT_OPEN, turn->command->actor)) return false;
    Text number = next_number(turn->state, turn->program->case_series, turn->today);
    CaseOpened opened = {
        .subject = number, .workflow = args->workflow, .opener = turn->command->actor, .opened = DATE_NONE};
    if (!emit(turn, KIND_CASE_OPENED, number, &opened)) return false;
    FactsStated stated = {.subject = number, .facts = args->facts};
    if (tree_len(args->facts) > 0 && !emit(turn, KIND_FACTS_STATED, number, &stated)) return false;
    if (!link_case(turn, number, args)) return false;
    return enter_step(turn, number, turn->program->workflows[workflow].start);
}

/* --- submit --------------------------------------------------------------------------------------------- */

typedef struct Submission {
    const CaseState *subject;
    const Workflow *workflow;
    const Program *program; /* the case's */
    const FlowStep *task;   /* that is done by it; NULL: facts alone */
    Tree *facts, *plans;
} Submission;

static bool is_by(Turn *turn, const Submission *s, const FlowStep *step) {
    return person_is_among(turn->state, s->program, s->subject, step->by, step->by_count,
                           turn->command->actor, turn->today);
}

static bool is_open_task(const Submission *s, const FlowStep *step) {
    const StepState *open = step->kind == FLOW_TASK ? case_step(s->subject, step->name) : NULL;
    return open && open->open;
}

static bool collects(const Submission *s, const FlowStep *step, Text fact) {
    for (size_t i = 0; i < step->collect_count; i++)
        if (text_equal(s->program->slots[step->collects[i]].name, fact)) return true;
    return false;
}

static bool collects_given(const Submission *s, const FlowStep *step) {
    for (size_t i = 0; i < tree_len(s->facts); i++)
        if (collects(s, step, s->facts->keys[i])) return true;
    return false;
}

static bool named_task(Turn *turn, Submission *s, Text name) {
    const FlowStep *step = flow_step(turn->state, s->subject, name);
    if (!step || !is_open_task(s, step)) return refuse(turn, STEP_NOT_OPEN, name, s->subject->number);
    if (!is_by(turn, s, step))
        return refuse_at(turn, NOT_FOR_YOU, where_text(turn->arena, step->where),
                         person_called(turn, turn->command->actor), name,
                         who_names(turn->arena, step->by, step->by_count));
    s->task = step;
    return true;
}

/* Without --step: the one open task of the actor's, where facts are given one that collects them. Facts that
 * no such task collects are stated and nothing more. */
static bool find_task(Turn *turn, Submission *s) {
    TextList open = {0}, own = {0};
    if (tree_len(s->facts) == 0 && tree_len(s->plans) > 0) return true;
    for (size_t i = 0; i < s->workflow->step_count; i++) {
        const FlowStep *step = &s->workflow->steps[i];
        if (!is_open_task(s, step)) continue;
        texts_push(turn->arena, &open, step->name);
        if (!is_by(turn, s, step) || (tree_len(s->facts) > 0 && !collects_given(s, step))) continue;
        texts_push(turn->arena, &own, step->name);
        s->task = step;
    }
    if (own.len > 1)
        return refuse(turn, SEVERAL_TASKS, s->subject->number, names_text(turn->arena, &own, " and "),
                      own.at[0]);
    if (own.len == 1 || tree_len(s->facts) > 0) return true;
    if (open.len == 0) return refuse(turn, NO_OPEN_TASK, s->subject->number);
    return refuse(turn, NOT_YOUR_TASK, person_called(turn, turn->command->actor),
                  names_text(turn->arena, &open, " and "), s->subject->number);
}

/* Facts may be stated by whom the workflow asks for them, and by who opened the case. */
static bool may_state(Turn *turn, const Submission *s, Text fact) {
    TextList asked = {0};
    if (text_equal(case_opener(turn->state, s->subject), turn->command->actor)) return true;
    for (size_t i = 0; i < s->workflow->step_count; i++) {
        const FlowStep *step = &s->workflow->steps[i];
        if (!collects(s, step, fact)) continue;
        if (is_by(turn, s, step)) return true;
        texts_push(turn->arena, &asked, who_names(turn->arena, step->by, step->by_count));
    }
    texts_push(turn->arena, &asked, TEXT("who opened the case"));
    return refuse(turn, NOT_YOURS_TO_STATE, person_called(turn, turn->command->actor), fact,
                  names_text(turn->arena, &asked, " or "));
}

bool takes_part(Turn *turn, const CaseState *subject) {
    const Workflow *workflow = case_workflow(turn->state, subject);
    const Program *program = case_program(turn->state, subject);
    if (text_equal(case_opener(turn->state, subject), turn->command->actor)) return true;
    for (size_t i = 0; workflow && i < workflow->step_count; i++)
        if (person_is_among(turn->state, program, subject, workflow->steps[i].by, workflow->steps[i].by_count,
                            turn->command->actor, turn->today))
            return true;
    return false;
}

/* Plans are for those to make who take part in the case. */
static bool may_plan(Turn *turn, const Submission *s) {
    TextList asked = {0};
    if (takes_part(turn, s->subject)) return true;
    texts_push(turn->arena, &asked, TEXT("who takes part in the case"));
    return refuse(turn, NOT_YOURS_TO_STATE, person_called(turn, turn->command->actor), s->plans->keys[0],
                  asked.at[0]);
}

static bool state_facts(Turn *turn, const Submission *s, Text note) {
    for (size_t i = 0; i < tree_len(s->facts); i++)
        if (!may_state(turn, s, s->facts->keys[i])) return false;
    if (tree_len(s->facts) == 0) return true;
    FactsStated stated = {.subject = s->subject->number,
                          .step = s->task ? s->task->name : (Text){0},
                          .facts = s->facts,
                          .note = note};
    return emit(turn, KIND_FACTS_STATED, s->subject->number, &stated);
}

/* The task ends when nothing is missing any more; facts alone may leave it open. */
static bool end_task(Turn *turn, const Submission *s, Text note) {
    TextList missing = {0};
    Text number = s->subject->number;
    if (!s->task) return true;
    facts_missing(turn->state, s->subject, s->task, &missing);
    if (missing.len == 0)
        return end_step(turn, number, s->task->name, TEXT("done"), tree_len(s->facts) > 0 ? (Text){0} : note);
    if (tree_len(s->facts) > 0) return true;
    return refuse_at(turn, FACTS_MISSING, where_text(turn->arena, s->task->where), s->task->name,
                     names_text(turn->arena, &missing, " and "), number, missing.at[0]);
}

/* Given facts are {"value": ...} or {"sealed": ...}; the plan for a concern is {"plan": ...}. */
static void split_given(Turn *turn, const Tree *given, Submission *s) {
    s->facts = tree_map(turn->arena);
    s->plans = tree_map(turn->arena);
    for (size_t i = 0; i < tree_len(given); i++) {
        Tree *plan = tree_get(given->items[i], "plan");
        tree_set(turn->arena, plan ? s->plans : s->facts, given->keys[i], plan ? plan : given->items[i]);
    }
}

bool do_SUBMIT(Turn *turn) {
    const SubmitArgs *args = turn->command->args;
    Submission s = {.subject = need_open_case(turn, args->subject)};
    if (!s.subject) return false;
    s.workflow = case_workflow(turn->state, s.subject);
    s.program = case_program(turn->state, s.subject);
    split_given(turn, args->facts, &s);
    if (!(text_empty(args->step) ? find_task(turn, &s) : named_task(turn, &s, args->step))) return false;
    if (!state_facts(turn, &s, args->note) || !end_task(turn, &s, args->note)) return false;
    if (tree_len(s.plans) > 0 && !(may_plan(turn, &s) && plan_for(turn, s.subject, s.plans))) return false;
    return s.subject->ended || end_done_steps(turn, s.subject->number);
}
