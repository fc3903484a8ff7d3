/* Entering people, their roles, the holders of offices and the members of bodies. */
#include "proceedings/people.h"
#include "proceedings/turn.h"

RECORD_FIELDS(ImportedPerson, IMPORTED_PERSON_FIELDS)
RECORD_FIELDS(ImportSheet, IMPORT_SHEET_FIELDS)

static Text people_scope(void) {
    return TEXT("people");
}

/* --- people and their roles ----------------------------------------------------------------------------- */

static bool role_stands(Turn *turn, Text person, const HeldRole *role) {
    const PersonState *known = state_person(turn->state, person);
    for (size_t i = 0; known && i < known->roles.len; i++) {
        const HeldRole *held = &known->roles.at[i];
        if (text_equal(held->role, role->role) && held->from == role->from && held->until == role->until)
            return true;
    }
    return false;
}

static bool enter_person(Turn *turn, const ImportedPerson *person) {
    bool again = state_person(turn->state, person->person) != NULL;
    PersonEntered entered = {
        .person = person->person, .profile = person->profile, .again = again ? TEXT("again") : (Text){0}};
    if (!text_empty(person->profile) && !emit(turn, KIND_PERSON_ENTERED, people_scope(), &entered))
        return false;
    if (!state_person(turn->state, person->person))
        return refuse(turn, NO_SUCH_PERSON, person->person, (Text){0});
    for (size_t i = 0; i < person->roles.len; i++) {
        const HeldRole *role = &person->roles.at[i];
        if (program_role(turn->program, role->role) == NONE)
            return refuse(turn, NO_SUCH_ROLE, role->role, (Text){0});
        RoleGiven given = {person->person, role->role, role->from, role->until};
        if (!role_stands(turn, person->person, role) && !emit(turn, KIND_ROLE_GIVEN, people_scope(), &given))
            return false;
    }
    return true;
}

/* --- offices and seats: what stands already is not entered again ---------------------------------------- */

static bool term_stands(Turn *turn, Text of, const Term *term) {
    const HoldersState *holders = state_holders(turn->state, of);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *known = &holders->terms.at[i];
        if (text_equal(known->person, term->person) && known->from == term->from &&
            known->until == term->until && text_equal(known->as, term->as) &&
            text_equal(known->member, term->member))
            return true;
    }
    return false;
}

static bool enter_office(Turn *turn, const OfficeTaken *taken) {
    Term term = {.person = taken->person, .from = taken->from, .until = taken->until, .as = taken->as};
    if (program_office(turn->program, taken->office) == NONE)
        return refuse(turn, NO_SUCH_OFFICE, taken->office, (Text){0});
    if (!state_person(turn->state, taken->person))
        return refuse(turn, NO_SUCH_PERSON, taken->person, (Text){0});
    return term_stands(turn, taken->office, &term) || emit(turn, KIND_OFFICE_TAKEN, people_scope(), taken);
}

static bool enter_seat(Turn *turn, const SeatTaken *taken) {
    Term term = {.person = taken->person,
                 .from = taken->from,
                 .until = taken->until,
                 .as = taken->as,
                 .member = taken->member};
    if (program_body(turn->program, taken->body) == NONE)
        return refuse(turn, NO_SUCH_BODY, taken->body, (Text){0});
    if (!state_person(turn->state, taken->person))
        return refuse(turn, NO_SUCH_PERSON, taken->person, (Text){0});
    return term_stands(turn, taken->body, &term) || emit(turn, KIND_SEAT_TAKEN, people_scope(), taken);
}

/* The number of members grows only on the first day of a term, so those days are all there is to look at. */
bool check_seats(Turn *turn, Text name) {
    const Body *body = &turn->program->bodies[program_body(turn->program, name)];
    const HoldersState *holders = state_holders(turn->state, name);
    for (size_t i = 0; i < holders->terms.len; i++) {
        TextList members = {0};
        Date on = holders->terms.at[i].from == DATE_NONE ? DATE_FIRST : holders->terms.at[i].from;
        int64_t chairs = 0;
        holders_on(turn->state, name, on, &members);
        for (size_t m = 0; m < members.len; m++) chairs += is_chair(turn->state, name, members.at[m], on);
        if (body->seats_most > 0 && (int64_t)members.len > body->seats_most)
            return refuse_at(turn, TOO_MANY_SEATS, where_text(turn->arena, body->where), name,
                             text_format(turn->arena, "%lld", (long long)body->seats_most),
                             text_format(turn->arena, "%u", members.len), date_text(turn->arena, on));
        if (chairs > 1) return refuse(turn, TWO_CHAIRS, name, date_text(turn->arena, on));
    }
    return true;
}

static bool enter_people(Turn *turn, const Tree *given) {
    Text error = {0};
    const ImportSheet *sheet = record_from_tree(turn->arena, &ImportSheet_record, given, &error);
    if (!sheet) return refuse(turn, BAD_PEOPLE, TEXT("it"), TEXT("is no sheet of people"), error);
    for (size_t i = 0; i < sheet->people.len; i++)
        if (!enter_person(turn, &sheet->people.at[i])) return false;
    for (size_t i = 0; i < sheet->offices.len; i++)
        if (!enter_office(turn, &sheet->offices.at[i])) return false;
    for (size_t i = 0; i < sheet->members.len; i++)
        if (!enter_seat(turn, &sheet->members.at[i])) return false;
    for (size_t i = 0; i < sheet->members.len; i++)
        if (!check_seats(turn, sheet->members.at[i].body)) return false;
    return true;
}

bool do_IMPORT(Turn *turn) {
    const ImportArgs *args = turn->command->args;
    bool rows = !text_empty(args->of);
    ActId act = rows ? ACT_REGISTER : args->measured ? ACT_MEASURE : ACT_IMPORT;
    if (!need_power(turn, act, turn->command->actor)) return false;
    if (args->measured) return enter_measurements(turn, args->sheet);
    return rows ? enter_rows(turn, args->sheet)
                : enter_people(turn, args->sheet ? args->sheet : tree_map(turn->arena));
}
