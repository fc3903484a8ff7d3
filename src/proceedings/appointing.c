/* Terms that begin and end by command: who joins a body, takes an office or a role, and who leaves it. */
#include "base/vec.h"
#include "proceedings/turn.h"

typedef VEC(Term) TermList;

/* The person's terms in the post that the test keeps; a copy, since entering changes what stands. */
typedef bool TermTest(const Term *term, Date on);

static bool covers_day(const Term *term, Date on) {
    return covers(term->from, term->until, on);
}

static bool lasts(const Term *term, Date on) {
    return term->until == DATE_NONE || on < term->until;
}

static bool is_chaired(const Term *term, Date on) {
    return covers_day(term, on) && text_is(term->as, "chair");
}

/* Of everybody where no person is named. */
static void find_terms(Turn *turn, Text post, Text person, Date on, TermTest *test, TermList *out) {
    const HoldersState *holders = state_holders(turn->state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        if ((text_empty(person) || text_equal(term->person, person)) && test(term, on))
            *vec_push(turn->arena, out) = *term;
    }
}

static bool end_terms(Turn *turn, Text post, const TermList *terms, Date on, Text because) {
    for (size_t i = 0; i < terms->len; i++) {
        const Term *term = &terms->at[i];
        Released body = {term->person, post, term->member, term->from, on, because};
        if (!emit(turn, KIND_RELEASED, TEXT("people"), &body)) return false;
    }
    return true;
}

static bool need_terms(Turn *turn, Text post, Text person, Date on, TermTest *test, TermList *out) {
    find_terms(turn, post, person, on, test, out);
    return out->len > 0 ||
           refuse(turn, NOT_IN_POST, person_called(turn, person), post, date_text(turn->arena, on));
}

/* --- appoint -------------------------------------------------------------------------------------------- */

static bool begin_term(Turn *turn, Text post, const Term *term) {
    RoleGiven given = {term->person, post, term->from, term->until};
    OfficeTaken office = {term->person, post, term->as, term->from, term->until};
    SeatTaken seat = {term->person, post, term->as, term->member, term->from, term->until};
    if (program_role(turn->program, post) != NONE) return emit(turn, KIND_ROLE_GIVEN, TEXT("people"), &given);
    if (program_body(turn->program, post) == NONE)
        return emit(turn, KIND_OFFICE_TAKEN, TEXT("people"), &office);
    return emit(turn, KIND_SEAT_TAKEN, TEXT("people"), &seat);
}

/* Who was chair keeps the seat. */
static bool hand_over_chair(Turn *turn, Text body, Date on) {
    TermList chairs = {0};
    find_terms(turn, body, (Text){0}, on, is_chaired, &chairs);
    if (!end_terms(turn, body, &chairs, on, TEXT("somebody else takes the chair"))) return false;
    for (size_t i = 0; i < chairs.len; i++) {
        Term seat = {.person = chairs.at[i].person, .from = on, .until = chairs.at[i].until};
        if (!begin_term(turn, body, &seat)) return false;
    }
    return true;
}

static Text place_of(const AppointArgs *args) {
    if (!text_empty(args->alternate)) return TEXT("alternate");
    if (args->chair) return TEXT("chair");
    if (args->deputy) return TEXT("deputy");
    return args->observer ? TEXT("observer") : (Text){0};
}

/* A body has all of these places, an office a deputy, a role none. */
static bool has_place(Turn *turn, const AppointArgs *args) {
    int named = args->chair + args->deputy + args->observer + !text_empty(args->alternate);
    bool body = program_body(turn->program, args->to) != NONE,
         role = program_role(turn->program, args->to) != NONE;
    if (named > 1) return refuse(turn, ONE_PLACE, person_called(turn, args->person), args->to);
    if (named == 0 || body || (args->deputy && !role)) return true;
    return refuse(turn, NO_SUCH_PLACE, args->to, place_of(args));
}

/* An alternate is one for a member, and is none. */
static bool is_alternate_for(Turn *turn, const AppointArgs *args) {
    Text on = date_text(turn->arena, args->from);
    if (text_empty(args->alternate)) return true;
    if (!holds(turn->state, args->to, args->alternate, args->from))
        return refuse(turn, NOT_A_MEMBER, person_called(turn, args->alternate), args->to, on);
    if (!holds(turn->state, args->to, args->person, args->from)) return true;
    return refuse(turn, SITS_THERE, person_called(turn, args->person), args->to, on);
}

static bool is_right(Turn *turn, const AppointArgs *args) {
    if (!has_place(turn, args) || !is_alternate_for(turn, args)) return false;
    if (args->until == DATE_NONE || args->from < args->until) return true;
    return refuse(turn, ENDS_BEFORE, TEXT("the term"), date_text(turn->arena, args->from),
                  date_text(turn->arena, args->until));
}

/* An alternate can be one for several members; in all else a person has one place in a post. */
static void find_before(Turn *turn, const AppointArgs *args, const Term *term, TermList *out) {
    TermList all = {0};
    find_terms(turn, args->to, args->person, args->from, covers_day, &all);
    for (size_t i = 0; i < all.len; i++)
        if (text_empty(term->member) || text_equal(all.at[i].member, term->member))
            *vec_push(turn->arena, out) = all.at[i];
}

/* A term that runs already ends where the new one begins, which keeps its end where none is given. */
static bool take_over(Turn *turn, const AppointArgs *args, Term *term) {
    TermList before = {0}, left = {0};
    find_before(turn, args, term, &before);
    if (before.len > 0 && term->until == DATE_NONE) term->until = before.at[0].until;
    if (before.len > 0 && before.at[0].until == term->until && text_equal(before.at[0].as, term->as))
        return refuse(turn, ENTERED_ALREADY, person_called(turn, args->person), args->to,
                      date_text(turn->arena, args->from));
    if (!text_empty(args->succeeds) &&
        !need_terms(turn, args->to, args->succeeds, args->from, covers_day, &left))
        return false;
    if (text_equal(args->succeeds, args->person)) left.len = 0; /* a term ends once */
    if (!end_terms(turn, args->to, &left, args->from, TEXT("somebody else follows"))) return false;
    return end_terms(turn, args->to, &before, args->from, TEXT("another term begins")) &&
           (!args->chair || hand_over_chair(turn, args->to, args->from));
}

bool do_APPOINT(Turn *turn) {
    const AppointArgs *args = turn->command->args;
    Term term = {.person = args->person,
                 .from = args->from,
                 .until = args->until,
                 .as = place_of(args),
                 .member = args->alternate};
    if (!need_power(turn, ACT_IMPORT, turn->command->actor) || !is_right(turn, args)) return false;
    if (!take_over(turn, args, &term) || !begin_term(turn, args->to, &term)) return false;
    return program_body(turn->program, args->to) == NONE || check_seats(turn, args->to);
}

/* --- release -------------------------------------------------------------------------------------------- */

bool do_RELEASE(Turn *turn) {
    const ReleaseArgs *args = turn->command->args;
    TermList terms = {0};
    return need_power(turn, ACT_IMPORT, turn->command->actor) &&
           need_terms(turn, args->post, args->person, args->on, lasts, &terms) &&
           end_terms(turn, args->post, &terms, args->on, args->because);
}
