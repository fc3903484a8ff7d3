/* Who may act: roles, offices and bodies against people. */
#include "proceedings/turn.h"

static bool is_member(const EnumType *type, Text name) {
    for (size_t i = 0; i < type->count; i++)
        if (text_equal(type->members[i], name)) return true;
    return false;
}

const EnumType *who_for_each(const Program *program, const Who *who) {
    if (who->kind == WHO_OFFICE) return program->offices[who->index].for_each;
    return who->kind == WHO_BODY ? program->bodies[who->index].for_each : NULL;
}

Text indexed_by_case(State *state, const Program *program, const CaseState *subject, Text name,
                     const EnumType *for_each) {
    Text base, index;
    split_indexed(name, &base, &index);
    if (!for_each || is_member(for_each, index)) return name;
    const Workflow *workflow = subject ? case_workflow(state, subject) : NULL;
    for (size_t i = 0; workflow && i < subject->facts.len; i++) {
        const FactState *fact = &subject->facts.at[i];
        Index slot = program_slot(program, workflow->group, fact->name);
        if (slot == NONE || program->slots[slot].type.enumeration != for_each) continue;
        if (!text_empty(index) && !text_equal(index, fact->name)) continue;
        Text member = tree_get_text(fact->value, "value");
        return indexed_name(state_arena(state), base, member);
    }
    return base;
}

static bool holds_any(State *state, Text base, const EnumType *for_each, Text person, Date on) {
    for (size_t i = 0; i < for_each->count; i++) {
        Text name = indexed_name(state_arena(state), base, for_each->members[i]);
        if (holds(state, name, person, on)) return true;
    }
    return false;
}

bool person_is(State *state, const Program *program, const CaseState *subject, const Who *who, Text person,
               Date on) {
    if (who->kind == WHO_ROLE) return person_has_role(state, person, program->roles[who->index].name, on);
    const EnumType *for_each = who_for_each(program, who);
    Text name = indexed_by_case(state, program, subject, who->name, for_each), base, index;
    split_indexed(name, &base, &index);
    if (for_each && text_empty(index)) return holds_any(state, base, for_each, person, on);
    return holds(state, name, person, on);
}

bool person_is_among(State *state, const Program *program, const CaseState *subject, const Who *who,
                     size_t count, Text person, Date on) {
    for (size_t i = 0; i < count; i++)
        if (person_is(state, program, subject, &who[i], person, on)) return true;
    return false;
}

/* --- powers --------------------------------------------------------------------------------------------- */

const Power *power_over(const Program *program, ActId act) {
    for (size_t i = 0; i < program->powers_count; i++)
        if (program->powers[i].act == act) return &program->powers[i];
    return act_stand_in(act) == act ? NULL : power_over(program, act_stand_in(act));
}

static bool somebody_is(Turn *turn, const Who *who) {
    TextList found = {0};
    const EnumType *for_each = who_for_each(turn->program, who);
    Text base, index;
    split_indexed(who->name, &base, &index);
    holders_on(turn->state, who->name, turn->today, &found);
    for (size_t i = 0; for_each && text_empty(index) && i < for_each->count; i++) {
        Text name = indexed_name(turn->arena, base, for_each->members[i]);
        holders_on(turn->state, name, turn->today, &found);
    }
    return found.len > 0;
}

Text power_names(Turn *turn, ActId act) {
    const Power *power = power_over(turn->program, act);
    return power ? who_names(turn->arena, power->who, power->count) : TEXT("nobody");
}

/* While nobody holds the power to import or to ratify, the founder of the book may: else nobody could ever be
 * entered, and no rule be mended. */
static bool founder_may(Turn *turn, const Power *power, ActId act, Text person) {
    const BookState *book = state_book(turn->state);
    if ((act != ACT_IMPORT && act != ACT_RATIFY) || !book || !text_equal(book->founder, person)) return false;
    for (size_t i = 0; power && i < power->count; i++)
        if (somebody_is(turn, &power->who[i])) return false;
    return true;
}

bool need_power(Turn *turn, ActId act, Text person) {
    const Power *power = power_over(turn->program, act);
    if (founder_may(turn, power, act, person)) return true;
    if (power &&
        person_is_among(turn->state, turn->program, NULL, power->who, power->count, person, turn->today))
        return true;
    return refuse_at(turn, NO_POWER, power ? where_text(turn->arena, power->where) : (Text){0},
                     person_called(turn, person), act_sentence(act), power_names(turn, act));
}

bool has_power(Turn *turn, ActId act, Text person) {
    Refusal put_aside;
    Turn asking = *turn;
    asking.refusal = &put_aside;
    return need_power(&asking, act, person);
}
