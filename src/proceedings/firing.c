/* A trigger fires: it opens a case of its workflow, about the case for which it fired. Where both are of the
 * same group of facts, these are carried over, each still its giver's. */
#include "proceedings/motion.h"
#include "proceedings/triggers.h"

typedef struct Firing {
    Turn *turn;
    const Program *program; /* whose trigger it is */
    const Trigger *trigger;
    Text subject; /* empty: it is about no case */
    Date on;
    Text cause; /* as its author wrote it */
    Tree *read;
} Firing;

/* --- whether it may ------------------------------------------------------------------------------------- */

/* The day as of which its days are read; DATE_NONE: not known. */
static Date day_read(const Firing *firing) {
    const Program *program = firing->program;
    Index day = firing->trigger->day;
    bool opened = day == NONE || day == program->case_opened;
    if (day == program->today || text_empty(firing->subject)) return firing->on;
    if (opened) return state_case(firing->turn->state, firing->subject)->opened;
    const Slot *slot = &program->slots[day];
    Frame *frame = frame_new(firing->turn->arena, program);
    Unit facts = {.inputs = &day, .input_count = 1};
    const Unit *unit = slot->kind == SLOT_COMPUTED ? &program->units[slot->owner] : &facts;
    fill_frame(firing->turn->state, state_case(firing->turn->state, firing->subject), unit, firing->on,
               frame);
    Determination found;
    if (slot->kind == SLOT_COMPUTED) evaluate(frame, slot->owner, NULL, &found);
    Value value = frame_get(frame, day);
    return value_known(value) ? value.date : DATE_NONE;
}

static bool is_in_force(const Firing *firing) {
    const Trigger *trigger = firing->trigger;
    if (trigger->from == DATE_NONE && trigger->until == DATE_NONE) return true;
    Date day = day_read(firing);
    return day != DATE_NONE && covers(trigger->from, trigger->until, day);
}

static bool pass(const Firing *firing, const char *why, Text refusal) {
    TriggerPassed body = {.trigger = firing->trigger->name,
                          .subject = firing->subject,
                          .on = firing->on,
                          .cause = firing->cause,
                          .read = firing->read,
                          .why = text_of(why),
                          .refusal = refusal};
    Text scope = text_empty(firing->subject) ? body.trigger : firing->subject;
    return emit(firing->turn, KIND_TRIGGER_PASSED, scope, &body);
}

/* --- opening -------------------------------------------------------------------------------------------- */

/* What is stated of the case, where the other is of the same group; NULL: nothing. */
Tree *facts_carried(Turn *turn, const CaseState *subject, const Workflow *workflow) {
    const Workflow *own = subject ? case_workflow(turn->state, subject) : NULL;
    Text group = turn->program->groups[workflow->group];
    if (!own || !text_equal(case_program(turn->state, subject)->groups[own->group], group)) return NULL;
    Tree *facts = tree_map(turn->arena);
    for (size_t i = 0; i < subject->facts.len; i++) {
        const FactState *fact = &subject->facts.at[i];
        if (program_slot(turn->program, workflow->group, fact->name) != NONE)
            tree_set(turn->arena, facts, fact->name, fact->value);
    }
    return tree_len(facts) > 0 ? facts : NULL;
}

static bool open_case(const Firing *firing, const Workflow *workflow, Text number) {
    Turn *turn = firing->turn;
    bool another_day = firing->on != moment_date(turn->command->happened);
    const CaseState *about = text_empty(firing->subject) ? NULL : state_case(turn->state, firing->subject);
    CaseOpened opened = {.subject = number,
                         .workflow = workflow->name,
                         .trigger = firing->trigger->name,
                         .about = firing->subject,
                         .opened = another_day ? firing->on : DATE_NONE};
    FactsStated stated = {
        .subject = number, .facts = facts_carried(turn, about, workflow), .carried_from = firing->subject};
    return emit(turn, KIND_CASE_OPENED, number, &opened) &&
           (!stated.facts || emit(turn, KIND_FACTS_STATED, number, &stated)) &&
           enter_step(turn, number, workflow->start);
}

typedef struct Fired {
    const Firing *firing;
    const Workflow *workflow;
} Fired;

static bool fire(const Firing *firing, const Workflow *workflow) {
    Turn *turn = firing->turn;
    Text number = next_number(turn->state, turn->program->case_series, firing->on);
    Triggered body = {.trigger = firing->trigger->name,
                      .subject = firing->subject,
                      .on = firing->on,
                      .cause = firing->cause,
                      .read = firing->read,
                      .because = firing->trigger->because,
                      .opens = number};
    Text scope = text_empty(firing->subject) ? body.trigger : firing->subject;
    return emit(turn, KIND_TRIGGERED, scope, &body) && open_case(firing, workflow, number);
}

/* Tried with a turn of its own. */
static bool try_fire(Turn *turn, const void *what) {
    const Fired *fired = what;
    Firing firing = *fired->firing;
    firing.turn = turn;
    return fire(&firing, fired->workflow);
}

static bool can_open(const Firing *firing, const Workflow *workflow, Text *refused) {
    Refusal why;
    if (would_pass(firing->turn, try_fire, &(Fired){firing, workflow}, &why)) return true;
    *refused = refusal_name(why.code);
    return false;
}

/* What the review had come to: {"ethics": {"value": "monitored", "entry": 12}}; NULL of what is no review's.
 */
static Tree *come_to(const Firing *firing, const TriggerState *stands) {
    Index review = firing->trigger->review;
    Arena *arena = firing->turn->arena;
    if (review == NONE || !stands) return NULL;
    Tree *read = tree_map(arena), *one = tree_map(arena);
    tree_set_text(arena, one, "value", stands->came_to);
    tree_set_int(arena, one, "entry", stands->come_by);
    tree_set(arena, read, firing->program->reviews[review].name, one);
    return read;
}

bool trigger_fell_due(Turn *turn, Text subject, Text name, Date due) {
    const Program *program = watching_program(turn->state, subject);
    Index index = program ? program_trigger(program, name) : NONE;
    if (index == NONE) return refuse(turn, DAMAGED, TEXT("a trigger that the charter has not"));
    Firing firing = {.turn = turn,
                     .program = program,
                     .trigger = &program->triggers[index],
                     .subject = subject,
                     .on = due + 1};
    const TriggerState *stands = trigger_state(turn->state, firing.trigger, subject);
    const Cause *day = cause_on_day(program, firing.trigger, stands, firing.on);
    bool pending = stands && stands->pending == firing.on;
    firing.cause = pending ? stands->cause : day ? day->written : (Text){0};
    firing.read = pending ? stands->read : come_to(&firing, stands);
    turn_to(turn, firing.on);
    Index opens = firing.trigger->opens;
    Index workflow = opens == NONE ? NONE : program_workflow(turn->program, program->workflows[opens].name);
    Text refused = TEXT("NO_SUCH_WORKFLOW");
    if (!is_in_force(&firing)) return pass(&firing, "not in force", (Text){0});
    if (workflow == NONE || !can_open(&firing, &turn->program->workflows[workflow], &refused))
        return pass(&firing, "refused", refused);
    return fire(&firing, &turn->program->workflows[workflow]);
}
