/* Folding: the book, people, roles, offices and seats. */
#include "proceedings/turn.h"

static void apply_book_opened(Applied *applied) {
    const BookOpened *body = applied->body;
    BookState *book = state_change(applied->state, SPACE_BOOK, TEXT("book"));
    book->origin = body->origin;
    book->key = body->key;
    book->founder = body->founder;
}

/* --- people --------------------------------------------------------------------------------------------- */

static Text handle_key(Arena *arena, const char *kind, Text name) {
    return text_format(arena, "%s %.*s", kind, TEXT_ARG(name));
}

static void set_handle(State *state, Text key, Text person) {
    HandleState *handle = state_change(state, SPACE_HANDLE, key);
    if (text_empty(handle->person))
        handle->person = person;
    else if (!text_equal(handle->person, person) && !texts_have(&handle->others, person))
        texts_push(state_arena(state), &handle->others, person);
}

static void drop_handle(State *state, Text key, Text person) {
    if (!state_object(state, SPACE_HANDLE, key)) return;
    HandleState *handle = state_change(state, SPACE_HANDLE, key);
    if (text_equal(handle->person, person)) {
        handle->person = handle->others.len > 0 ? handle->others.at[0] : (Text){0};
        person = handle->person;
    }
    texts_take(&handle->others, person);
    if (text_empty(handle->person)) state_remove(state, SPACE_HANDLE, key);
}

/* Handles are made from the profile in the vault: what was erased has none. */
static void each_handle(State *state, const PersonState *person, bool set) {
    static const char *const kinds[] = {"key", "login", "name"};
    Arena *arena = state_arena(state);
    const Tree *profile = text_empty(person->profile) ? NULL : state_sealed_tree(state, person->profile);
    if (!profile) return;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        Text name = tree_get_text(profile, kinds[i]);
        if (text_empty(name)) continue;
        Text key = handle_key(arena, kinds[i], name);
        if (set)
            set_handle(state, key, person->id);
        else
            drop_handle(state, key, person->id);
    }
}

static void apply_person_entered(Applied *applied) {
    const PersonEntered *body = applied->body;
    State *state = applied->state;
    if (!state_person(state, body->person)) {
        BookState *book = state_change(state, SPACE_BOOK, TEXT("book"));
        if (!text_equal(body->person, person_number(state_arena(state), book->people + 1))) {
            cannot_follow(applied, "a person out of turn", body->person);
            return;
        }
        book->people++;
    }
    PersonState *person = state_change(state, SPACE_PERSON, body->person);
    each_handle(state, person, false);
    person->id = body->person;
    person->profile = body->profile;
    each_handle(state, person, true);
}

/* --- terms: one is known by its person, first day and member; entered again, it is changed -------------- */

static void enter_term(Applied *applied, Text of, Term term) {
    State *state = applied->state;
    term.entry = applied->entry->seq;
    if (!state_person(state, term.person)) {
        cannot_follow(applied, "nobody has this number", term.person);
        return;
    }
    HoldersState *holders = change_holders(state, of);
    for (size_t i = 0; i < holders->terms.len; i++) {
        Term *known = &holders->terms.at[i];
        if (!text_equal(known->person, term.person) || known->from != term.from ||
            !text_equal(known->member, term.member))
            continue;
        *known = term;
        return;
    }
    *(Term *)record_push(state_arena(state), &Term_record, &holders->terms) = term;
}

static HeldRole *held_role(State *state, PersonState *person, const RoleGiven *body) {
    for (size_t i = 0; i < person->roles.len; i++) {
        HeldRole *held = &person->roles.at[i];
        if (same_post(state, held->role, body->role) && held->from == body->from) return held;
    }
    return record_push(state_arena(state), &HeldRole_record, &person->roles);
}

static void apply_role_given(Applied *applied) {
    const RoleGiven *body = applied->body;
    enter_term(applied, body->role, (Term){.person = body->person, .from = body->from, .until = body->until});
    if (!text_empty(applied->error)) return;
    PersonState *person = state_change(applied->state, SPACE_PERSON, body->person);
    *held_role(applied->state, person, body) = (HeldRole){body->role, body->from, body->until};
}

static void apply_office_taken(Applied *applied) {
    const OfficeTaken *body = applied->body;
    enter_term(applied, body->office,
               (Term){.person = body->person,
                      .from = body->from,
                      .until = body->until,
                      .as = body->as,
                      .aside = !text_empty(body->as)});
}

static void apply_seat_taken(Applied *applied) {
    const SeatTaken *body = applied->body;
    enter_term(applied, body->body,
               (Term){.person = body->person,
                      .from = body->from,
                      .until = body->until,
                      .as = body->as,
                      .member = body->member,
                      .aside = text_is(body->as, "observer") || text_is(body->as, "alternate")});
}

/* --- terms that end ------------------------------------------------------------------------------------- */

/* What would end before it begins is gone. False: there is none that began on that day. */
static bool end_term(HoldersState *holders, const Released *body) {
    for (size_t i = 0; i < holders->terms.len; i++) {
        Term *term = &holders->terms.at[i];
        if (!text_equal(term->person, body->person) || term->from != body->from ||
            !text_equal(term->member, body->member))
            continue;
        term->until = body->on;
        if (term->from == DATE_NONE || term->from < body->on) return true;
        for (size_t k = i + 1; k < holders->terms.len; k++) holders->terms.at[k - 1] = holders->terms.at[k];
        holders->terms.len--;
        return true;
    }
    return false;
}

static void end_role(State *state, PersonState *person, const Released *body) {
    for (size_t i = 0; i < person->roles.len; i++) {
        HeldRole *held = &person->roles.at[i];
        if (same_post(state, held->role, body->post) && held->from == body->from) held->until = body->on;
    }
}

static void apply_released(Applied *applied) {
    const Released *body = applied->body;
    State *state = applied->state;
    if (!state_person(state, body->person) || !state_holders(state, body->post) ||
        !end_term(change_holders(state, body->post), body))
        cannot_follow(applied, "a term that nobody entered", body->person);
    else
        end_role(state, state_change(state, SPACE_PERSON, body->person), body);
}

static const FoldingRow foldings[] = {
    {KIND_BOOK_OPENED, apply_book_opened}, {KIND_PERSON_ENTERED, apply_person_entered},
    {KIND_ROLE_GIVEN, apply_role_given},   {KIND_OFFICE_TAKEN, apply_office_taken},
    {KIND_SEAT_TAKEN, apply_seat_taken},   {KIND_RELEASED, apply_released},
};

bool apply_registry(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
