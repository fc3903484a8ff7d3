/* Folding: editions of the charter. */
#include "proceedings/motion.h"
#include "proceedings/posts.h"
#include "proceedings/triggers.h"

static BookState *changed_book(Applied *applied) {
    return state_change(applied->state, SPACE_BOOK, TEXT("book"));
}

/* What a post is called now leads to the name under which it is kept. */
static void remember_names(Applied *applied, const Program *last, const Program *edition) {
    State *state = applied->state;
    Arena *arena = state_arena(state);
    TextList earlier = {0}, later = {0};
    post_names(arena, last, &earlier);
    post_names(arena, edition, &later);
    for (size_t i = 0; i < later.len; i++) {
        Text before = post_before(arena, &earlier, edition, later.at[i]);
        if (text_empty(before) || text_equal(before, later.at[i])) continue;
        Text first = first_name(state, before);
        ((RenamedState *)state_change(state, SPACE_RENAMED, later.at[i]))->first = first;
    }
}

static Text last_charter(State *state) {
    const BookState *book = state_book(state);
    return book && book->editions.len > 0 ? book->editions.at[book->editions.len - 1].charter : (Text){0};
}

static void add_edition(Applied *applied, Date from) {
    const CharterAdopted *body = applied->body;
    EditionState *edition =
        record_push(state_arena(applied->state), &EditionState_record, &changed_book(applied)->editions);
    *edition = (EditionState){.charter = body->charter,
                              .edition = body->edition,
                              .from = from,
                              .until = body->until,
                              .entry = applied->entry->seq};
}

static void start_clock(State *state, Date from) {
    timer_put(state, from - 1, TEXT(""), TEXT(""), TEXT("edition"));
}

/* The first is the book's from its first entry on; of another the day has to come. */
static void apply_charter_adopted(Applied *applied) {
    const CharterAdopted *body = applied->body;
    Text before = last_charter(applied->state);
    if (text_empty(before)) {
        add_edition(applied, DATE_NONE);
        changed_book(applied)->charter = body->charter;
        watch_book(applied->state, moment_date(applied->entry->happened));
        return;
    }
    const Program *last = state_charter(applied->state, before),
                  *edition = state_charter(applied->state, body->charter);
    if (!last || !edition || body->from == DATE_NONE) {
        cannot_follow(applied, "an edition that cannot be read", body->edition);
        return;
    }
    add_edition(applied, body->from);
    remember_names(applied, last, edition);
    start_clock(applied->state, body->from);
}

static void apply_edition_began(Applied *applied) {
    const EditionBegan *body = applied->body;
    const Program *before = state_charter(applied->state, state_book(applied->state)->charter),
                  *now = state_charter(applied->state, body->charter);
    if (!before || !now || body->from == DATE_NONE) {
        cannot_follow(applied, "an edition that cannot be read", body->edition);
        return;
    }
    timer_take(applied->state, body->from - 1, TEXT(""), TEXT(""), TEXT("edition"));
    unwatch_book(applied->state, before, now);
    changed_book(applied)->charter = body->charter;
    watch_book(applied->state, body->from);
}

/* --- a case that goes on under another edition ---------------------------------------------------------- */

static void rename_fact(FactState *facts, size_t count, const RenamedFact *renamed) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(facts[i].name, renamed->was)) facts[i].name = renamed->name;
}

/* In the case, and in what was put to votes of it. */
static void rename_facts(State *state, CaseState *subject, const Migrated *body) {
    for (size_t r = 0; r < body->renamed.len; r++) {
        rename_fact(subject->facts.at, subject->facts.len, &body->renamed.at[r]);
        for (size_t i = 0; i < subject->standing.len; i++) {
            Text place = put_place(state_arena(state), subject->number, &subject->standing.at[i]);
            if (!state_object(state, SPACE_PUT, place)) continue;
            PutState *put = state_change(state, SPACE_PUT, place);
            rename_fact(put->facts.at, put->facts.len, &body->renamed.at[r]);
        }
    }
}

static void leave_facts(CaseState *subject, const TextList *left) {
    size_t kept = 0;
    for (size_t i = 0; i < subject->facts.len; i++)
        if (!texts_have(left, subject->facts.at[i].name)) subject->facts.at[kept++] = subject->facts.at[i];
    subject->facts.len = kept;
}

/* Totals find a case by what it holds. */
static void count_facts(State *state, const CaseState *subject, bool there) {
    count_case(state, subject, (Text){0}, there);
    for (size_t i = 0; i < subject->facts.len; i++)
        count_case(state, subject, subject->facts.at[i].name, there);
}

/* A deadline that is recorded as passed stays so, unless the new one is still to come. */
static void move_step(State *state, CaseState *subject, const MovedStep *moved, Date on) {
    static const char *const clocks[] = {"deadline", "undecided", "consent"};
    StepState *step = (StepState *)case_step(subject, moved->step);
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        timer_stop(state, subject->number, moved->step, clocks[i]);
    forget_decisions(subject, moved->step);
    step->due = moved->due;
    step->overdue = step->overdue && moved->due != DATE_NONE && moved->due < on;
    if (!step->overdue) timer_start(state, moved->due, subject->number, moved->step, "deadline");
}

static void apply_migrated(Applied *applied) {
    const Migrated *body = applied->body;
    State *state = applied->state;
    CaseState *subject = case_going_on(applied, body->subject);
    const Program *before = subject ? case_program(state, subject) : NULL;
    const Workflow *workflow = before ? case_workflow(state, subject) : NULL;
    if (!workflow || !state_charter(state, body->charter)) {
        cannot_follow(applied, "a case that cannot go on under this edition", body->subject);
        return;
    }
    Date on = moment_date(applied->entry->happened);
    count_facts(state, subject, false);
    leave_facts(subject, &body->left);
    rename_facts(state, subject, body);
    subject->charter = body->charter;
    for (size_t i = 0; i < body->steps.len; i++)
        if (case_step(subject, body->steps.at[i].step)) move_step(state, subject, &body->steps.at[i], on);
    count_facts(state, subject, true);
    watch_migrated(state, subject, before, before->groups[workflow->group], on);
}

static const FoldingRow foldings[] = {
    {KIND_CHARTER_ADOPTED, apply_charter_adopted},
    {KIND_EDITION_BEGAN, apply_edition_began},
    {KIND_MIGRATED, apply_migrated},
};

bool apply_editions(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
