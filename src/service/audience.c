/* For whom a list is read. */
#include "service/reading.h"

static bool is_post(const Program *program, Text name) {
    return program_body(program, name) != NONE || program_office(program, name) != NONE ||
           program_role(program, name) != NONE;
}

/* What is near among posts counts before what is near among people. */
static bool nobody_so_called(Reading *reading, Text who, const Refusal *refusal) {
    TextList names = {0};
    post_names(reading->arena, reading->program, &names);
    int near = text_nearest(who, names.at, names.len);
    Text mend = near < 0 ? refusal_mend(reading->arena, refusal)
                         : text_format(reading->arena, "did you mean \"%.*s\"?", TEXT_ARG(names.at[near]));
    return read_problem(
        reading, BYLAW_WANTING,
        text_format(reading->arena, "no person, body, office or role here is called \"%.*s\"", TEXT_ARG(who)),
        mend);
}

bool read_audience(Reading *reading, Audience *audience) {
    Text who = text_of(reading->options->who);
    Refusal refusal = {0};
    *audience = (Audience){0};
    if (text_empty(who)) return true;
    if (is_post(reading->program, who)) {
        audience->post = who;
        return true;
    }
    return resolve_person(reading->state, who, &audience->person, &refusal) ||
           nobody_so_called(reading, who, &refusal);
}

bool is_for_all(const Audience *audience) {
    return text_empty(audience->person) && text_empty(audience->post);
}

bool is_posts(Reading *reading, const Audience *audience, Text who) {
    return !text_empty(audience->post) && same_post(reading->state, who, audience->post);
}

bool is_theirs(Reading *reading, const Audience *audience, Text who) {
    if (is_for_all(audience)) return true;
    if (!text_empty(audience->post)) return is_posts(reading, audience, who);
    return text_equal(who, audience->person) ||
           person_has_role(reading->state, audience->person, who, reading->today) ||
           holds(reading->state, who, audience->person, reading->today);
}

bool waits_for(Reading *reading, const Audience *audience, const Waiting *waiting) {
    if (is_theirs(reading, audience, waiting->who)) return true;
    const MotionState *motion =
        text_is(waiting->code, "vote") ? state_motion(reading->state, waiting->what) : NULL;
    return motion && is_posts(reading, audience, motion->decider);
}
