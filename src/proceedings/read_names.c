#include "proceedings/reading.h"

/* --- numbers -------------------------------------------------------------------------------------------- */

/* Numbers are near to all others, and a wrong one is no help: the one that differs by a digit is offered,
 * where there is but one. */
static Text near_number(Reading *reading, StateSpace space, Text number, Text otherwise) {
    Text near = {0};
    size_t found = 0;
    for (size_t i = 0; i < number.len; i++) {
        for (char digit = '0'; is_digit(number.at[i]) && digit <= '9'; digit++) {
            Text other = text_format(reading->arena, "%.*s%c%.*s", (int)i, number.at, digit,
                                     TEXT_ARG(text_part(number, i + 1, number.len)));
            if (digit == number.at[i] || !state_object(reading->state, space, other)) continue;
            near = other;
            found++;
        }
    }
    if (found != 1) return otherwise;
    return text_format(reading->arena, "did you mean \"%.*s\"?", TEXT_ARG(near));
}

static bool read_number(Reading *reading, StateSpace space, RefusalCode code, Text given, Text *number) {
    *number = whole_number(reading->arena, given, reading->turn.today);
    if (state_object(reading->state, space, *number)) return true;
    Text lists = space == SPACE_CASE         ? TEXT("bylaw docket lists the open cases")
                 : space == SPACE_DELEGATION ? TEXT("bylaw show BODY lists what a body has delegated")
                                             : TEXT("bylaw history lists them");
    Text args[] = {*number, near_number(reading, space, *number, lists)};
    return refuse_with(&reading->turn, code, (Text){0}, 2, args);
}

bool read_case(Reading *reading, Text given, Text *number) {
    return read_number(reading, SPACE_CASE, REFUSAL_NO_SUCH_CASE, given, number);
}

bool read_meeting(Reading *reading, Text given, Text *number) {
    return read_number(reading, SPACE_MEETING, REFUSAL_NO_SUCH_MEETING, given, number);
}

bool read_motion(Reading *reading, Text given, Text *number) {
    return read_number(reading, SPACE_MOTION, REFUSAL_NO_SUCH_MOTION, given, number);
}

bool read_delegation(Reading *reading, Text given, Text *number) {
    return read_number(reading, SPACE_DELEGATION, REFUSAL_NO_SUCH_DELEGATION, given, number);
}

/* By their series; what is in neither is called no motion. */
bool read_matter(Reading *reading, Text given, Text *number) {
    Text whole = whole_number(reading->arena, given, reading->turn.today);
    Text cases = text_format(reading->arena, "%.*s-", TEXT_ARG(reading->turn.program->case_series));
    return text_starts(whole, cases) ? read_case(reading, given, number)
                                     : read_motion(reading, given, number);
}

/* What reads like the number of a case has to be one. */
bool read_topic(Reading *reading, Text given, Text *topic) {
    Text whole = whole_number(reading->arena, given, reading->turn.today);
    Text cases = text_format(reading->arena, "%.*s-", TEXT_ARG(reading->turn.program->case_series));
    *topic = text_copy(reading->arena, given);
    bool numbered = text_starts(whole, cases) && whole.len > cases.len && is_digit(whole.at[cases.len]);
    return !numbered || read_case(reading, given, topic);
}

/* --- people --------------------------------------------------------------------------------------------- */

bool read_person(Reading *reading, Text given, Text *id) {
    return resolve_person(reading->state, given, id, reading->turn.refusal);
}

/* --- what the charter names ----------------------------------------------------------------------------- */

static bool charter_has(Reading *reading, RefusalCode code, bool found, Text given, const TextList *names) {
    return found || refuse_with(&reading->turn, code, (Text){0}, 2,
                                (Text[]){given, text_offer(reading->arena, given, names->at, names->len)});
}

/* As it was given, which must be one of them. */
static bool read_among(Reading *reading, RefusalCode code, Text given, const TextList *names, Text *name) {
    *name = given;
    return charter_has(reading, code, texts_have(names, given), given, names);
}

/* Each index of an indexed name, else the name alone. */
static void push_indexed(Arena *arena, TextList *names, Text name, const EnumType *for_each) {
    if (!for_each) texts_push(arena, names, name);
    for (size_t i = 0; for_each && i < for_each->count; i++)
        texts_push(arena, names, indexed_name(arena, name, for_each->members[i]));
}

void body_names(Arena *arena, const Program *program, TextList *names) {
    for (size_t i = 0; i < program->bodies_count; i++)
        push_indexed(arena, names, program->bodies[i].name, program->bodies[i].for_each);
}

void office_names(Arena *arena, const Program *program, TextList *names) {
    for (size_t i = 0; i < program->offices_count; i++)
        push_indexed(arena, names, program->offices[i].name, program->offices[i].for_each);
}

Text offer_decider(Turn *turn, Text given) {
    TextList names = {0};
    office_names(turn->arena, turn->program, &names);
    body_names(turn->arena, turn->program, &names);
    return text_offer(turn->arena, given, names.at, names.len);
}

bool read_body(Reading *reading, Text given, Text *name) {
    TextList names = {0};
    body_names(reading->arena, reading->turn.program, &names);
    return read_among(reading, REFUSAL_NO_SUCH_BODY, given, &names, name);
}

bool read_office(Reading *reading, Text given, Text *name) {
    TextList names = {0};
    office_names(reading->arena, reading->turn.program, &names);
    return read_among(reading, REFUSAL_NO_SUCH_OFFICE, given, &names, name);
}

/* A body, an office or a person: one of them, for a fact stands for one. */
bool read_decider(Reading *reading, Text given, Text *name) {
    TextList names = {0};
    body_names(reading->arena, reading->turn.program, &names);
    office_names(reading->arena, reading->turn.program, &names);
    *name = given;
    if (texts_have(&names, given) || state_find_person(reading->state, given, name)) return true;
    return charter_has(reading, REFUSAL_NO_SUCH_DECIDER, false, given, &names);
}

bool read_role(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->roles_count; i++)
        texts_push(reading->arena, &names, program->roles[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_ROLE, given, &names, name);
}

bool read_post(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    body_names(reading->arena, program, &names);
    office_names(reading->arena, program, &names);
    for (size_t i = 0; i < program->roles_count; i++)
        texts_push(reading->arena, &names, program->roles[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_POST, given, &names, name);
}

bool read_workflow(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->workflows_count; i++)
        texts_push(reading->arena, &names, program->workflows[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_WORKFLOW, given, &names, name);
}

bool read_register(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->registers_count; i++)
        texts_push(reading->arena, &names, program->registers[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_REGISTER, given, &names, name);
}

bool read_metric(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->metrics_count; i++)
        texts_push(reading->arena, &names, program->metrics[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_METRIC, given, &names, name);
}

bool read_step(Reading *reading, Text subject, Text given, Text *name) {
    const CaseState *found = state_case(reading->state, subject);
    const Workflow *workflow = found ? case_workflow(reading->state, found) : NULL;
    TextList names = {0};
    for (size_t i = 0; workflow && i < workflow->step_count; i++)
        texts_push(reading->arena, &names, workflow->steps[i].name);
    return read_among(reading, REFUSAL_NO_SUCH_STEP, given, &names, name);
}
