/* Editions of the charter: which is in force on a day, and how a new one comes to be. */
#include "proceedings/motion.h"
#include "proceedings/posts.h"

/* --- which is in force ---------------------------------------------------------------------------------- */

static const EditionState *edition_on(State *state, Date on) {
    const BookState *book = state_book(state);
    const EditionState *found = NULL;
    for (size_t i = 0; book && i < book->editions.len; i++)
        if (i == 0 || book->editions.at[i].from <= on) found = &book->editions.at[i];
    return found;
}

Text charter_on(State *state, Date on) {
    const EditionState *edition = edition_on(state, on);
    return edition ? edition->charter : (Text){0};
}

const Program *program_on(State *state, Date on) {
    const EditionState *edition = edition_on(state, on);
    return edition ? state_charter(state, edition->charter) : NULL;
}

/* --- that it follows the last --------------------------------------------------------------------------- */

static Text day_of(Turn *turn, const EditionState *known) {
    return known->from == DATE_NONE ? TEXT("the beginning") : date_text(turn->arena, known->from);
}

static bool is_unknown(Turn *turn, Text charter, const Program *edition) {
    const BookState *book = state_book(turn->state);
    for (size_t i = 0; i < book->editions.len; i++) {
        const EditionState *known = &book->editions.at[i];
        if (text_equal(known->charter, charter))
            return refuse(turn, EDITION_KNOWN, known->edition, day_of(turn, known));
        if (text_equal(known->edition, edition->edition))
            return refuse(turn, EDITION_NAMED, known->edition, day_of(turn, known));
    }
    return true;
}

static bool is_to_come(Turn *turn, const Program *edition) {
    const BookState *book = state_book(turn->state);
    const EditionState *last = &book->editions.at[book->editions.len - 1];
    Text begins = date_text(turn->arena, edition->from);
    if (edition->from < turn->today)
        return refuse(turn, EDITION_PASSED, edition->edition, begins, date_text(turn->arena, turn->today));
    return last->from == DATE_NONE || last->from < edition->from ||
           refuse(turn, EDITION_OLDER, edition->edition, begins, last->edition, day_of(turn, last));
}

static bool is_not_put(Turn *turn) {
    const BookState *book = state_book(turn->state);
    const MotionState *put = text_empty(book->put) ? NULL : state_motion(turn->state, book->put);
    const Program *edition = put ? state_charter(turn->state, put->charter) : NULL;
    return !put || refuse(turn, EDITION_PUT, edition ? edition->edition : put->charter, put->number);
}

/* --- that nobody and nothing is left behind ------------------------------------------------------------- */

static void people_in(Turn *turn, Text post, Date on, TextList *names) {
    const HoldersState *holders = state_holders(turn->state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        Text called = person_called(turn, term->person);
        if ((term->until == DATE_NONE || on < term->until) && !texts_have(names, called))
            texts_push(turn->arena, names, called);
    }
}

/* Whoever is in a post on the first day of the new edition must find it there. */
static bool is_empty(Turn *turn, Text post, Date on) {
    TextList people = {0};
    people_in(turn, post, on, &people);
    return people.len == 0 || refuse(turn, POST_GONE, post, names_text(turn->arena, &people, " and "),
                                     date_text(turn->arena, on));
}

/* A name that stood for something else in this book cannot come to stand for this. */
static bool is_free(Turn *turn, Text post, Text before) {
    const RenamedState *known = state_object(turn->state, SPACE_RENAMED, post);
    bool same = text_empty(before) || text_equal(before, post) ||
                (known && text_equal(known->first, first_name(turn->state, before)));
    if (same || (!known && !state_object(turn->state, SPACE_OFFICE, post))) return true;
    return refuse(turn, POST_TAKEN, post, before);
}

static bool posts_follow(Turn *turn, const Program *last, const Program *edition) {
    TextList earlier = {0}, later = {0}, kept = {0};
    post_names(turn->arena, last, &earlier);
    post_names(turn->arena, edition, &later);
    for (size_t i = 0; i < later.len; i++) {
        Text before = post_before(turn->arena, &earlier, edition, later.at[i]);
        if (!is_free(turn, later.at[i], before)) return false;
        texts_push(turn->arena, &kept, before);
    }
    for (size_t i = 0; i < earlier.len; i++)
        if (!texts_have(&kept, earlier.at[i]) && !is_empty(turn, earlier.at[i], edition->from)) return false;
    return true;
}

static bool has_rows(Turn *turn, Text of) {
    Text place;
    const RegisterRowState *row;
    return state_next_row(turn->state, of, (Text){0}, &place, &row);
}

static bool has_series(Turn *turn, const Metric *metric) {
    Text place;
    const MetricSeriesState *series;
    return state_next_series(turn->state, metric, (Text){0}, &place, &series);
}

/* Rows of registers and measurements are found by the names under which they were entered. */
static bool rows_follow(Turn *turn, const Program *last, const Program *edition) {
    for (size_t i = 0; i < edition->renamed_count; i++) {
        Text rest = edition->renamed[i].name, base = {0};
        text_next(&rest, '.', &base);
        bool inner = rest.at != NULL;
        Text was = inner ? base : edition->renamed[i].was;
        Index in = program_register(last, was), metric = inner ? NONE : program_metric(last, was);
        bool gone =
            !inner || (in != NONE && register_field(&last->registers[in], edition->renamed[i].was) != NONE);
        if ((in != NONE && gone && program_register(edition, base) != NONE && has_rows(turn, was)) ||
            (metric != NONE && has_series(turn, &last->metrics[metric])))
            return refuse(turn, ROWS_BEHIND, was);
    }
    return true;
}

/* --- ratify --------------------------------------------------------------------------------------------- */

static Text ratifying_bodies(Turn *turn, const Power *power) {
    TextList names = {0};
    for (size_t i = 0; power && i < power->count; i++)
        if (power->who[i].kind == WHO_BODY) texts_push(turn->arena, &names, power->who[i].name);
    return names_text(turn->arena, &names, " or ");
}

/* A body ratifies by a vote: that somebody sits in it is not enough. */
static bool may_alone(Turn *turn) {
    const Power *power = power_over(turn->program, ACT_RATIFY);
    Text actor = turn->command->actor;
    if (!need_power(turn, ACT_RATIFY, actor)) return false;
    bool held = false, bodies = false;
    for (size_t i = 0; power && i < power->count; i++) {
        bool body = power->who[i].kind == WHO_BODY;
        held |= !body && person_is(turn->state, turn->program, NULL, &power->who[i], actor, turn->today);
        bodies |= body && person_is(turn->state, turn->program, NULL, &power->who[i], actor, turn->today);
    }
    return held || !bodies ||
           refuse_at(turn, BODY_RATIFIES, where_text(turn->arena, power->where), person_called(turn, actor),
                     ratifying_bodies(turn, power));
}

static bool may_as_body(Turn *turn, const MeetingState *meeting) {
    const Power *power = power_over(turn->program, ACT_RATIFY);
    for (size_t i = 0; power && i < power->count; i++) {
        Text base, index;
        split_indexed(post_in(turn->state, turn->program, meeting->body), &base, &index);
        if (power->who[i].kind == WHO_BODY && (text_equal(power->who[i].name, base) ||
                                               same_post(turn->state, power->who[i].name, meeting->body)))
            return true;
    }
    return refuse_at(turn, OTHER_RATIFIES, power ? where_text(turn->arena, power->where) : (Text){0},
                     meeting->number, meeting->body, power_names(turn, ACT_RATIFY));
}

static bool put_edition(Turn *turn, Text number, Text charter, const Program *edition) {
    const MeetingState *meeting = need_meeting(turn, number);
    if (!meeting || !may_as_body(turn, meeting) ||
        !need_seat_or_record(turn, NULL, meeting->body, false, "put it to the vote"))
        return false;
    Text begins = date_text(turn->arena, edition->from);
    Moved body = {.motion = next_number(turn->state, turn->program->motion_series, turn->today),
                  .subject = meeting->number,
                  .decider = meeting->body,
                  .meeting = meeting->number,
                  .mover = turn->command->actor,
                  .charter = charter,
                  .text =
                      text_format(turn->arena, "Ratify edition %.*s of %.*s, in force from %.*s",
                                  TEXT_ARG(edition->edition), TEXT_ARG(edition->title), TEXT_ARG(begins))};
    return emit(turn, KIND_MOVED, body.subject, &body);
}

static bool begin_edition(Turn *turn, const EditionState *edition) {
    EditionBegan body = {.charter = edition->charter, .edition = edition->edition, .from = edition->from};
    return emit(turn, KIND_EDITION_BEGAN, TEXT("book"), &body);
}

bool adopt_edition(Turn *turn, Text charter, Text motion) {
    const Program *edition = state_charter(turn->state, charter);
    if (!edition) return refuse(turn, DAMAGED, TEXT("a charter that was put to the vote cannot be read"));
    CharterAdopted body = {.charter = charter,
                           .title = edition->title,
                           .edition = edition->edition,
                           .language = edition->language,
                           .from = edition->from < turn->today ? turn->today : edition->from,
                           .until = edition->until,
                           .motion = motion};
    if (!emit(turn, KIND_CHARTER_ADOPTED, TEXT("book"), &body)) return false;
    return body.from > turn->today || begin_edition(turn, edition_on(turn->state, body.from));
}

bool do_RATIFY(Turn *turn) {
    const RatifyArgs *args = turn->command->args;
    const Program *edition = state_charter(turn->state, args->charter);
    const BookState *book = state_book(turn->state);
    const Program *last = state_charter(turn->state, book->editions.at[book->editions.len - 1].charter);
    if (!edition || !last) return refuse(turn, DAMAGED, TEXT("its charter cannot be read"));
    if (text_empty(args->meeting) && !may_alone(turn)) return false;
    if (!is_not_put(turn) || !is_unknown(turn, args->charter, edition) || !is_to_come(turn, edition))
        return false;
    if (!posts_follow(turn, last, edition) || !rows_follow(turn, last, edition)) return false;
    return text_empty(args->meeting) ? adopt_edition(turn, args->charter, (Text){0})
                                     : put_edition(turn, args->meeting, args->charter, edition);
}

/* A clock runs out with the end of its day, and the edition begins with the next. */
bool edition_fell_due(Turn *turn, Text subject, Text step, Date due) {
    (void)subject, (void)step;
    const EditionState *edition = edition_on(turn->state, due + 1);
    turn_to(turn, due + 1);
    return begin_edition(turn, edition);
}
