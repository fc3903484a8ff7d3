#include "proceedings/reading.h"

/* Enough to offer a near name from; more would only cost time. */
enum { NEAR_MOST = 1000 };

static Text near_key(Reading *reading, StateSpace space, const char *prefix, Text given) {
    TextList names = {0};
    Text key = text_of(prefix);
    void *record;
    size_t skip = key.len;
    while (names.len < NEAR_MOST && state_next(reading->state, space, key, &key, &record)) {
        if (!text_starts(key, text_of(prefix))) break;
        texts_push(reading->arena, &names, text_part(key, skip, key.len));
        key = key_after(reading->arena, key);
    }
    return text_offer(reading->arena, given, names.at, names.len);
}

bool read_case(Reading *reading, Text given, Text *number) {
    *number = whole_number(reading->arena, given, reading->turn.today);
    if (state_case(reading->state, *number)) return true;
    return refuse(&reading->turn, NO_SUCH_CASE, *number, near_key(reading, SPACE_OPEN_CASE, "", *number));
}

bool read_meeting(Reading *reading, Text given, Text *number) {
    *number = whole_number(reading->arena, given, reading->turn.today);
    if (state_meeting(reading->state, *number)) return true;
    return refuse(&reading->turn, NO_SUCH_MEETING, *number, near_key(reading, SPACE_MEETING, "", *number));
}

bool read_motion(Reading *reading, Text given, Text *number) {
    *number = whole_number(reading->arena, given, reading->turn.today);
    if (state_motion(reading->state, *number)) return true;
    return refuse(&reading->turn, NO_SUCH_MOTION, *number, near_key(reading, SPACE_MOTION, "", *number));
}

/* --- people --------------------------------------------------------------------------------------------- */

bool read_person(Reading *reading, Text given, Text *id) {
    if (state_find_person(reading->state, given, id)) return true;
    return refuse(&reading->turn, NO_SUCH_PERSON, given, near_key(reading, SPACE_HANDLE, "key ", given));
}

/* --- what the charter names ----------------------------------------------------------------------------- */

static bool charter_has(Reading *reading, RefusalCode code, bool found, Text given, const TextList *names) {
    return found || refuse_with(&reading->turn, code, (Text){0}, 2,
                                (Text[]){given, text_offer(reading->arena, given, names->at, names->len)});
}

/* Each index of an indexed name, else the name alone. */
static void push_indexed(Reading *reading, TextList *names, Text name, const EnumType *for_each) {
    if (!for_each) texts_push(reading->arena, names, name);
    for (size_t i = 0; for_each && i < for_each->count; i++)
        texts_push(reading->arena, names, indexed_name(reading->arena, name, for_each->members[i]));
}

bool read_body(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->bodies_count; i++)
        push_indexed(reading, &names, program->bodies[i].name, program->bodies[i].for_each);
    *name = given;
    return charter_has(reading, REFUSAL_NO_SUCH_BODY, texts_have(&names, given), given, &names);
}

bool read_office(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->offices_count; i++)
        push_indexed(reading, &names, program->offices[i].name, program->offices[i].for_each);
    *name = given;
    return charter_has(reading, REFUSAL_NO_SUCH_OFFICE, texts_have(&names, given), given, &names);
}

bool read_role(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->roles_count; i++)
        texts_push(reading->arena, &names, program->roles[i].name);
    *name = given;
    return charter_has(reading, REFUSAL_NO_SUCH_ROLE, texts_have(&names, given), given, &names);
}

bool read_workflow(Reading *reading, Text given, Text *name) {
    const Program *program = reading->turn.program;
    TextList names = {0};
    for (size_t i = 0; i < program->workflows_count; i++)
        texts_push(reading->arena, &names, program->workflows[i].name);
    *name = given;
    return charter_has(reading, REFUSAL_NO_SUCH_WORKFLOW, texts_have(&names, given), given, &names);
}

bool read_step(Reading *reading, Text subject, Text given, Text *name) {
    const CaseState *found = state_case(reading->state, subject);
    const Workflow *workflow = found ? case_workflow(reading->state, found) : NULL;
    TextList names = {0};
    for (size_t i = 0; workflow && i < workflow->step_count; i++)
        texts_push(reading->arena, &names, workflow->steps[i].name);
    *name = given;
    return charter_has(reading, REFUSAL_NO_SUCH_STEP, texts_have(&names, given), given, &names);
}
