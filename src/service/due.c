/* due: what falls due when, and what happens then by itself; from the clocks, meetings, terms and action
 * items. */
#include "base/vec.h"
#include "service/reading.h"
#include <stdlib.h>

enum { AHEAD_DAYS = 30 };

typedef struct Due {
    Date on;
    Text code, subject, step, sentence;
    TextList who, then;
} Due;

typedef struct Dues {
    Reading *reading;
    Date until; /* the last day that is told of */
    Audience audience;
    VEC(Due) all;
} Dues;

/* --- for whom ------------------------------------------------------------------------------------------- */

static bool is_meant(const Dues *dues, const Due *due) {
    if (due->on > dues->until) return false;
    for (size_t i = 0; i < due->who.len; i++)
        if (is_theirs(dues->reading, &dues->audience, due->who.at[i])) return true;
    return is_for_all(&dues->audience);
}

static void add_due(Dues *dues, const Due *due) {
    if (is_meant(dues, due)) *vec_push(dues->reading->arena, &dues->all) = *due;
}

/* Whom a step of a case waits for now. */
static void name_waiting(const Dues *dues, Text number, Text step, TextList *who) {
    State *state = dues->reading->state;
    const CaseState *subject = text_empty(number) ? NULL : state_case(state, number);
    WaitingList waiting = {0};
    if (!subject || subject->ended) return;
    case_waits(state, subject, dues->reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (text_equal(waiting.at[i].step, step) && !texts_have(who, waiting.at[i].who))
            texts_push(dues->reading->arena, who, waiting.at[i].who);
}

/* --- clocks --------------------------------------------------------------------------------------------- */

/* What has not happened yet is said otherwise than what has. X(KIND, sentence) */
#define COMING(X)                                                                                            \
    X(DEADLINE_PASSED, "{step} is to be done by the end of this day, and is overdue after it")               \
    X(ESCALATED, "{step} goes up to {decider}: {cause}")                                                     \
    X(SILENCE, "{escalation} level {level} passes in silence: {result}")                                     \
    X(CONDITION_LAPSED,                                                                                      \
      "condition {number} is to be met by the end of this day, and lapses after it[: what "                  \
      "was carried at {falls} falls, and {to} follows]")                                                     \
    X(EXPIRED, "what was approved in {subject} expires with this day, if it is not renewed")                 \
    X(RENEWAL_BEGUN, "what was approved in {subject} is to be renewed[ in {opens}]")                         \
    X(TRIGGERED, "the trigger {trigger} opens {opens}: {cause}")                                             \
    X(STEP_ENTERED, "the step {step} begins")                                                                \
    X(STEP_ENDED, "the step {step} ends: {outcome}")                                                         \
    X(CASE_OPENED, "{subject} is opened")                                                                    \
    X(CASE_ENDED, "{subject} ends: {outcome}")                                                               \
    X(EDITION_BEGAN, "edition {edition} of the charter comes into force")

static Text coming_sentence(EntryKind kind) {
    static const struct {
        EntryKind kind;
        Text sentence;
    } rows[] = {
#define X(name, sentence) {KIND_##name, TEXT_ROW(sentence)},
        COMING(X)
#undef X
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind) return rows[i].sentence;
    return kind_row(kind)->sentence;
}

static Text effect_sentence(Reading *reading, const Effect *effect, const Tree *body) {
    return fill_sentence(reading->arena, reading->state, coming_sentence(effect->kind), body);
}

/* Whom a question waits for then: to whom it will have gone up by that, else whom it waits for now. */
static void name_asked(const Dues *dues, const Batch *batch, size_t at, Due *due) {
    for (size_t i = at; i > 0; i--) {
        const Effect *effect = &batch->effects.at[i - 1];
        const Escalated *body = effect->kind == KIND_ESCALATED ? effect->body : NULL;
        if (!body || !text_equal(body->subject, due->subject) || !text_equal(body->step, due->step)) continue;
        texts_push(dues->reading->arena, &due->who, body->decider);
        return;
    }
    name_waiting(dues, due->subject, due->step, &due->who);
}

static Due due_of(const Dues *dues, const Batch *batch, size_t at) {
    Reading *reading = dues->reading;
    const Effect *effect = &batch->effects.at[at];
    const Tree *body = record_to_tree(reading->arena, kind_row(effect->kind)->body, effect->body);
    Due due = {.on = effect->on,
               .code = kind_row(effect->kind)->word,
               .subject = effect->scope,
               .step = tree_get_text(body, "step"),
               .sentence = effect_sentence(reading, effect, body)};
    Text decider = tree_get_text(body, "decider");
    name_asked(dues, batch, at, &due);
    if (!text_empty(decider) && !texts_have(&due.who, decider)) texts_push(reading->arena, &due.who, decider);
    return due;
}

/* What comes of one clock stands together. */
static void add_clocks(Dues *dues, const Batch *batch) {
    Reading *reading = dues->reading;
    for (size_t i = 1; i < batch->effects.len;) {
        const Effect *first = &batch->effects.at[i];
        Due due = due_of(dues, batch, i);
        for (i++; i < batch->effects.len; i++) {
            const Effect *effect = &batch->effects.at[i];
            if (effect->cause != first->cause || effect->on != first->on) break;
            const Tree *body = record_to_tree(reading->arena, kind_row(effect->kind)->body, effect->body);
            texts_push(reading->arena, &due.then, effect_sentence(reading, effect, body));
        }
        add_due(dues, &due);
    }
}

/* --- what has a day and no clock ------------------------------------------------------------------------ */

static void add_meetings(Dues *dues, Text body) {
    Reading *reading = dues->reading;
    const HoldersState *holders = state_holders(reading->state, body);
    for (size_t i = 0; holders && i < holders->drafts.len; i++) {
        const MeetingState *meeting = state_meeting(reading->state, holders->drafts.at[i]);
        if (!meeting || meeting->on < reading->today) continue;
        Due due = {.on = meeting->on,
                   .code = TEXT("meeting"),
                   .subject = meeting->number,
                   .sentence = text_format(reading->arena, "%.*s meets%s%.*s", TEXT_ARG(meeting->body),
                                           text_empty(meeting->time) ? "" : " at ", TEXT_ARG(meeting->time))};
        texts_push(reading->arena, &due.who, meeting->body);
        add_due(dues, &due);
    }
}

static void add_terms(Dues *dues, Text post) {
    Reading *reading = dues->reading;
    const HoldersState *holders = state_holders(reading->state, post);
    for (size_t i = 0; holders && i < holders->terms.len; i++) {
        const Term *term = &holders->terms.at[i];
        bool ends = term->until != DATE_NONE && term->until >= reading->today &&
                    !term_on(reading->state, post, term->person, term->until);
        if (!ends) continue;
        Due due = {.on = term->until,
                   .code = TEXT("term"),
                   .subject = post,
                   .sentence = text_format(reading->arena, "%.*s is no longer in %.*s",
                                           TEXT_ARG(called(reading->state, term->person)), TEXT_ARG(post))};
        texts_push(reading->arena, &due.who, term->person);
        texts_push(reading->arena, &due.who, post);
        add_due(dues, &due);
    }
}

static void add_posts(Dues *dues) {
    TextList names = {0};
    post_names(dues->reading->arena, dues->reading->program, &names);
    for (size_t i = 0; i < names.len; i++) {
        if (program_body(dues->reading->program, names.at[i]) != NONE) add_meetings(dues, names.at[i]);
        add_terms(dues, names.at[i]);
    }
}

static void add_actions_due(Dues *dues) {
    Reading *reading = dues->reading;
    Text place = {0};
    const OpenActionState *open;
    for (; state_next_action(reading->state, place, &place, &open);
         place = key_after(reading->arena, place)) {
        const MeetingState *meeting = state_meeting(reading->state, open->meeting);
        bool there = meeting && open->number >= 1 && open->number <= (int64_t)meeting->actions.len;
        const ActionState *action = there ? &meeting->actions.at[open->number - 1] : NULL;
        if (!action || action->due == DATE_NONE) continue;
        Due due = {.on = action->due,
                   .code = TEXT("action"),
                   .subject = meeting->number,
                   .sentence =
                       text_format(reading->arena, "%.*s: %.*s",
                                   TEXT_ARG(called(reading->state, action->owner)), TEXT_ARG(action->text))};
        texts_push(reading->arena, &due.who, action->owner);
        add_due(dues, &due);
    }
}

/* Answers to a question that is put between meetings count until a day. */
static void add_circulated(Dues *dues, const StepState *step) {
    Reading *reading = dues->reading;
    for (size_t i = 0; i < step->parts.len; i++) {
        Text number = step->parts.at[i].motion;
        const MotionState *motion = text_empty(number) ? NULL : state_motion(reading->state, number);
        bool open = motion && text_empty(motion->result) && !text_empty(motion->meeting);
        const MeetingState *meeting = open ? state_meeting(reading->state, motion->meeting) : NULL;
        if (!meeting || meeting->until == DATE_NONE) continue;
        Due due = {.on = meeting->until,
                   .code = TEXT("ballot"),
                   .subject = motion->number,
                   .sentence = text_format(reading->arena, "answers on %.*s count until the end of this day",
                                           TEXT_ARG(motion->number))};
        texts_push(reading->arena, &due.who, motion->decider);
        add_due(dues, &due);
    }
}

static void add_ballots(Dues *dues) {
    Reading *reading = dues->reading;
    Text from = {0}, number;
    for (; state_next_open_case(reading->state, from, &number); from = key_after(reading->arena, number)) {
        const CaseState *subject = state_case(reading->state, number);
        for (size_t i = 0; subject && i < subject->steps.len; i++)
            if (subject->steps.at[i].open) add_circulated(dues, &subject->steps.at[i]);
    }
}

/* --- the document --------------------------------------------------------------------------------------- */

static int by_day(const void *a, const void *b) {
    const Due *one = a, *other = b;
    if (one->on != other->on) return (one->on > other->on) - (one->on < other->on);
    int order = text_compare(one->subject, other->subject);
    return order ? order : text_compare(one->sentence, other->sentence);
}

static void describe_due(const Dues *dues, const Due *due, Tree *map) {
    Reading *reading = dues->reading;
    tree_set_text(reading->arena, map, "on", date_text(reading->arena, due->on));
    tree_set_text(reading->arena, map, "code", due->code);
    tree_set_text(reading->arena, map, "subject", due->subject);
    tree_set_some(reading->arena, map, "step", due->step);
    set_names(reading, map, "who", &due->who);
    tree_set_text(reading->arena, map, "sentence", due->sentence);
    set_names(reading, map, "then", &due->then);
    tree_set_bool(reading->arena, map, "past", due->on < reading->today);
}

static bool try_advance(Reading *reading, Date until, Batch *batch) {
    Moment by;
    Text problem;
    Refusal refusal = {0};
    Text day = date_text(reading->arena, until + 1);
    if (!zone_read(reading->arena, reading->program->time_zone, day, &by, &problem))
        return read_problem(reading, BYLAW_USAGE, problem, (Text){0});
    return forecast(reading->state, by, batch, &refusal) ||
           read_problem(reading, BYLAW_CANNOT, refusal_sentence(reading->arena, &refusal),
                        refusal_mend(reading->arena, &refusal));
}

void add_fallen_due(Reading *reading, Text subject, Tree *document) {
    Batch batch = {0};
    Tree *list = NULL;
    if (!try_advance(reading, reading->today - 1, &batch)) return;
    for (size_t i = 1; i < batch.effects.len; i++) {
        const Effect *effect = &batch.effects.at[i];
        bool first = i == 1 || effect->cause != batch.effects.at[i - 1].cause;
        if (!first || (!text_empty(subject) && !text_equal(effect->scope, subject))) continue;
        const KindRow *kind = kind_row(effect->kind);
        const Tree *body = record_to_tree(reading->arena, kind->body, effect->body);
        if (!list) list = tree_set_list(reading->arena, document, "fallen_due");
        Text sentence = fill_sentence(reading->arena, reading->state, kind->sentence, body);
        tree_add(reading->arena, list,
                 tree_text(reading->arena, text_format(reading->arena, "%.*s: %.*s", TEXT_ARG(effect->scope),
                                                       TEXT_ARG(sentence))));
    }
}

static bool read_until(Reading *reading, Date *until) {
    Text written = text_of(reading->options->until);
    *until = reading->today + AHEAD_DAYS;
    if (text_empty(written) || (date_parse(written, until) && *until >= reading->today)) return true;
    return read_problem(reading, BYLAW_USAGE,
                        text_format(reading->arena, "\"%.*s\" is no day to come", TEXT_ARG(written)),
                        TEXT("write it as 2026-03-24"));
}

static void read_due(Reading *reading) {
    Dues dues = {.reading = reading};
    Batch batch = {0};
    if (!read_until(reading, &dues.until) || !read_audience(reading, &dues.audience) ||
        !try_advance(reading, dues.until, &batch))
        return;
    add_clocks(&dues, &batch);
    add_posts(&dues);
    add_actions_due(&dues);
    add_ballots(&dues);
    if (dues.all.len > 1) qsort(dues.all.at, dues.all.len, sizeof *dues.all.at, by_day);
    result_kind(reading->result, BYLAW_DONE, "due");
    Tree *document = reading->result->document;
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    tree_set_text(reading->arena, document, "until", date_text(reading->arena, dues.until));
    Tree *list = tree_set_list(reading->arena, document, "items");
    for (size_t i = 0; i < dues.all.len; i++)
        describe_due(&dues, &dues.all.at[i], tree_add_map(reading->arena, list));
}

bylaw_result *bylaw_due(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_due);
}
