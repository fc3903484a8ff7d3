/* Folding: editions of the charter. */
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

static const FoldingRow foldings[] = {
    {KIND_CHARTER_ADOPTED, apply_charter_adopted},
    {KIND_EDITION_BEGAN, apply_edition_began},
};

bool apply_editions(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
