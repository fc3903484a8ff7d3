/* history: the entries of a case, a meeting, or the whole book, in words. */
#include "service/reading.h"

typedef struct History {
    Reading *reading;
    Tree *list;
    Text motion; /* only the entries of this motion; empty: all */
} History;

static bool is_wanted(const History *history, const Entry *entry) {
    return text_empty(history->motion) || text_equal(tree_get_text(entry->body, "motion"), history->motion);
}

static bool add_entry(History *history, Text bytes) {
    Text error;
    const Entry *entry =
        entry_decode(history->reading->arena, text_copy(history->reading->arena, bytes), &error);
    if (!entry)
        return read_problem(history->reading, BYLAW_WANTING, error,
                            TEXT("bylaw verify says what is wrong with the book"));
    if (is_wanted(history, entry))
        tree_add(history->reading->arena, history->list,
                 describe_entry(history->reading->arena, history->reading->state, entry));
    return true;
}

/* The cursor's bytes last until its next step, and describing an entry may read the store:
 * bytes are copied. */
static bool add_all(History *history, EntryCursor *cursor) {
    uint64_t seq;
    Text bytes;
    bool good = true;
    while (good && entry_cursor_next(cursor, &seq, &bytes)) good = add_entry(history, bytes);
    entry_cursor_close(cursor);
    return good;
}

static void read_history(Reading *reading) {
    bylaw_book *book = reading->book;
    Text number = {0}, written = text_of(reading->options->subject);
    bool scope = text_is(written, "people") || text_is(written, "book") ||
                 program_register(reading->program, written) != NONE;
    if (!text_empty(written) && !read_subject(reading, written, &number) && !scope) {
        read_problem(
            reading, BYLAW_WANTING,
            text_format(reading->arena, "no case, meeting or motion here is called \"%.*s\"",
                        TEXT_ARG(written)),
            TEXT("bylaw docket lists the open cases; bylaw history without a name shows everything"));
        return;
    }
    if (text_empty(number)) number = written;
    const MotionState *motion = state_motion(reading->state, number);
    if (motion) number = motion->subject;
    History history = {reading, tree_list(reading->arena), motion ? motion->number : (Text){0}};
    EntryCursor *cursor = text_empty(number)
                              ? store_entries(book->store, reading->arena, 0, ledger_size(book->ledger))
                              : store_entries_of(book->store, reading->arena, number);
    if (!add_all(&history, cursor)) return;
    result_kind(reading->result, BYLAW_DONE, "history");
    tree_set_some(reading->arena, reading->result->document, "scope", number);
    tree_set(reading->arena, reading->result->document, TEXT("entries"), history.list);
}

bylaw_result *bylaw_history(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_history);
}
