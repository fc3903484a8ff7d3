/* Agendas: what waits for a meeting's body in the order due, in the order that its clerk gives it, and what
 * of it is carried together where nobody objects. */
#include "proceedings/motion.h"
#include <stdlib.h>

/* --- what waits for the body ---------------------------------------------------------------------------- */

/* What the body itself is asked for: to decide, or to answer a review's questions. */
static bool is_business(const Waiting *waiting) {
    static const char *const codes[] = {"motion", "silence", "answer", "count", "close"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        if (text_is(waiting->code, codes[i])) return true;
    return false;
}

/* Of a case and a step what comes first: a review's questions are one item. */
static bool is_listed(const WaitingList *list, const Waiting *waiting) {
    const Waiting *last = list->len > 0 ? &list->at[list->len - 1] : NULL;
    return last && text_equal(last->subject, waiting->subject) && text_equal(last->step, waiting->step);
}

static void take_case(State *state, const MeetingState *meeting, Text number, Date today, WaitingList *list) {
    const CaseState *subject = state_case(state, number);
    WaitingList waiting = {0};
    if (subject && !subject->ended) case_waits(state, subject, today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (same_post(state, waiting.at[i].who, meeting->body) && is_business(&waiting.at[i]) &&
            !is_listed(list, &waiting.at[i]))
            *vec_push(state_arena(state), list) = waiting.at[i];
}

/* What has no day comes last. */
static int by_due(const void *a, const void *b) {
    const Waiting *one = a, *other = b;
    if (one->due == DATE_NONE || other->due == DATE_NONE) {
        int order = (one->due == DATE_NONE) - (other->due == DATE_NONE);
        return order ? order : text_compare(one->subject, other->subject);
    }
    return one->due != other->due ? (one->due > other->due) - (one->due < other->due)
                                  : text_compare(one->subject, other->subject);
}

static void list_business(State *state, const MeetingState *meeting, Date today, WaitingList *list) {
    Text number = {0};
    for (Text from = {0}; state_next_open_case(state, from, &number);
         from = key_after(state_arena(state), number))
        take_case(state, meeting, number, today, list);
    if (list->len > 1) qsort(list->at, list->len, sizeof *list->at, by_due);
}

/* --- its order ------------------------------------------------------------------------------------------ */

static const PlacedState *placed_as(const MeetingState *meeting, Text subject, Text text) {
    for (size_t i = 0; i < meeting->placed.len; i++)
        if (text_equal(meeting->placed.at[i].subject, subject) &&
            text_equal(meeting->placed.at[i].text, text))
            return &meeting->placed.at[i];
    return NULL;
}

static const BallotRule *ballot_of(State *state, const MeetingState *meeting, const Waiting *waiting) {
    const CaseState *subject = state_case(state, waiting->subject);
    Question question;
    if (!question_at(state, subject, waiting->step, &question)) return NULL;
    const Program *program = case_program(state, subject);
    return decider_named(program, post_in(state, program, meeting->body), question.ballot).ballot;
}

/* What nobody has taken out, and the clerk or the rules have put there; once put to the vote it is apart. */
static bool goes_together(State *state, const MeetingState *meeting, const Waiting *waiting) {
    const PlacedState *placed = placed_as(meeting, waiting->subject, (Text){0});
    const BallotRule *ballot = ballot_of(state, meeting, waiting);
    bool put = !text_is(waiting->code, "motion") && !text_is(waiting->code, "silence");
    if (put || !ballot || !ballot->unopposed) return false;
    return placed && !text_empty(placed->consent) ? text_is(placed->consent, "together")
                                                  : ballot->consent_agenda;
}

static void add_business(State *state, const MeetingState *meeting, const Waiting *waiting,
                         AgendaItems *out) {
    *vec_push(state_arena(state), out) = (AgendaItem){
        .subject = waiting->subject, .waiting = *waiting, .together = goes_together(state, meeting, waiting)};
}

/* An item of the clerk's: all that its case waits for, or nothing but its name. */
static void add_placed(State *state, const MeetingState *meeting, const PlacedState *placed,
                       const WaitingList *business, AgendaItems *out) {
    size_t before = out->len;
    for (size_t i = 0; i < business->len && text_empty(placed->text); i++)
        if (text_equal(business->at[i].subject, placed->subject))
            add_business(state, meeting, &business->at[i], out);
    if (out->len == before)
        *vec_push(state_arena(state), out) =
            (AgendaItem){.subject = placed->subject, .text = placed->text, .waiting = {.due = DATE_NONE}};
}

static void add_all_placed(State *state, const MeetingState *meeting, const char *stands,
                           const WaitingList *business, AgendaItems *out) {
    for (size_t i = 0; i < meeting->placed.len; i++)
        if (text_is(meeting->placed.at[i].stands, stands))
            add_placed(state, meeting, &meeting->placed.at[i], business, out);
}

void agenda_of(State *state, const MeetingState *meeting, Date today, AgendaItems *out) {
    WaitingList business = {0};
    list_business(state, meeting, today, &business);
    add_all_placed(state, meeting, "first", &business, out);
    for (size_t i = 0; i < business.len; i++) {
        const PlacedState *placed = placed_as(meeting, business.at[i].subject, (Text){0});
        if (!placed || text_empty(placed->stands)) add_business(state, meeting, &business.at[i], out);
    }
    add_all_placed(state, meeting, "last", &business, out);
}

/* --- what the clerk says of it -------------------------------------------------------------------------- */

/* A meeting to come, or one that goes on. */
static const MeetingState *need_agenda(Turn *turn, Text number, bool as_chair, const char *doing) {
    const MeetingState *meeting = need_convened(turn, number);
    if (!meeting || !need_seat_or_record(turn, NULL, meeting->body, as_chair, doing)) return NULL;
    if (meeting->until == DATE_NONE) return meeting;
    refuse(turn, NOT_A_MEETING, meeting->number);
    return NULL;
}

/* A case by its number, else words. */
static void split_topic(Turn *turn, Text item, Text *subject, Text *text) {
    bool is_case = state_case(turn->state, item) != NULL;
    *subject = is_case ? item : (Text){0};
    *text = is_case ? (Text){0} : item;
}

static bool need_number(Turn *turn, Text given, int64_t *place) {
    if (text_empty(given)) return true;
    return (text_to_int(given, place) && *place >= 1) || refuse(turn, NOT_A_PLACE, given);
}

/* The body is asked to decide it now, and its ballot lets it be carried without votes. */
static bool need_consent_item(Turn *turn, const MeetingState *meeting, Text subject) {
    const PlacedState *placed = placed_as(meeting, subject, (Text){0});
    WaitingList waiting = {0};
    if (text_empty(subject)) return refuse(turn, WORDS_TOGETHER, (Text){0});
    if (placed && text_is(placed->consent, "apart")) return refuse(turn, TAKEN_OUT, subject, meeting->number);
    take_case(turn->state, meeting, subject, turn->today, &waiting);
    if (waiting.len == 0) return refuse(turn, NOT_BEFORE_BODY, subject, meeting->body);
    const BallotRule *ballot = ballot_of(turn->state, meeting, &waiting.at[0]);
    if (ballot && ballot->unopposed) return true;
    return refuse_at(turn, CONSENT_WANTS_VOTES, ballot ? where_text(turn->arena, ballot->where) : (Text){0},
                     subject);
}

bool do_ITEM(Turn *turn) {
    const ItemArgs *args = turn->command->args;
    const MeetingState *meeting = need_agenda(turn, args->meeting, true, "make the agenda");
    if (!meeting) return false;
    ItemPlaced body = {.meeting = meeting->number};
    split_topic(turn, args->item, &body.subject, &body.text);
    ItemJoined joined = {.meeting = body.meeting, .subject = body.subject};
    bool moves = !args->consent || !text_empty(args->place);
    if (text_empty(text_trim(args->item))) return refuse(turn, EMPTY_TEXT, TEXT("item"));
    if (!need_number(turn, args->place, &body.place)) return false;
    if (args->consent && !need_consent_item(turn, meeting, body.subject)) return false;
    return (!moves || emit(turn, KIND_ITEM_PLACED, body.meeting, &body)) &&
           (!args->consent || emit(turn, KIND_ITEM_JOINED, body.meeting, &joined));
}

static const AgendaItem *item_about(const AgendaItems *items, Text subject, Text text) {
    for (size_t i = 0; i < items->len; i++)
        if (text_equal(items->at[i].subject, subject) && text_equal(items->at[i].text, text))
            return &items->at[i];
    return NULL;
}

bool do_STRIKE(Turn *turn) {
    const StrikeArgs *args = turn->command->args;
    const MeetingState *meeting = need_agenda(turn, args->meeting, true, "make the agenda");
    AgendaItems items = {0};
    if (!meeting) return false;
    ItemStruck body = {.meeting = meeting->number, .because = args->because};
    split_topic(turn, args->item, &body.subject, &body.text);
    agenda_of(turn->state, meeting, turn->today, &items);
    if (!item_about(&items, body.subject, body.text))
        return refuse(turn, NOT_ON_AGENDA, meeting->number, args->item);
    return emit(turn, KIND_ITEM_STRUCK, body.meeting, &body);
}

/* --- what is carried together --------------------------------------------------------------------------- */

/* Any member may have it decided by itself, and need not say why. */
bool do_SEPARATE(Turn *turn) {
    const SeparateArgs *args = turn->command->args;
    const MeetingState *meeting =
        need_agenda(turn, args->meeting, false, "take it out of the consent agenda");
    AgendaItems items = {0};
    if (!meeting) return false;
    agenda_of(turn->state, meeting, turn->today, &items);
    const AgendaItem *item = item_about(&items, args->subject, (Text){0});
    if (!item || !item->together) return refuse(turn, NOT_TOGETHER, args->subject, meeting->number);
    ItemSeparated body = {.meeting = meeting->number,
                          .subject = args->subject,
                          .person = turn->command->actor,
                          .because = args->because};
    return emit(turn, KIND_ITEM_SEPARATED, body.meeting, &body);
}

/* Moved and closed as any motion; none is lost by being carried with others. */
static bool carry_item(Turn *turn, Text meeting, const AgendaItem *item, TextList *motions) {
    Text number = next_number(turn->state, turn->program->motion_series, turn->today);
    MoveArgs move = {.subject = item->subject, .meeting = meeting, .step = item->waiting.step};
    CloseArgs close = {.motion = number, .unopposed = true};
    if (!carry_out(turn, do_MOVE, &move) || !carry_out(turn, do_CLOSE, &close)) return false;
    const MotionState *motion = state_motion(turn->state, number);
    texts_push(turn->arena, motions, number);
    return text_is(motion->result, "carried") ||
           refuse(turn, NOT_CARRIED, item->subject, meeting, motion->result);
}

bool do_CARRY(Turn *turn) {
    const CarryArgs *args = turn->command->args;
    const MeetingState *meeting = need_meeting_now(turn, args->meeting);
    AgendaItems items = {0};
    if (!meeting || !need_agenda(turn, args->meeting, true, "carry the consent agenda")) return false;
    CarriedTogether body = {.meeting = meeting->number};
    agenda_of(turn->state, meeting, turn->today, &items);
    for (size_t i = 0; i < items.len; i++)
        if (items.at[i].together && !carry_item(turn, body.meeting, &items.at[i], &body.motions))
            return false;
    if (body.motions.len == 0) return refuse(turn, NOTHING_TOGETHER, body.meeting);
    return emit(turn, KIND_CARRIED_TOGETHER, body.meeting, &body);
}
