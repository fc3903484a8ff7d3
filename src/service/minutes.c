/* minutes: what happened at a meeting, from its entries alone: nothing is written that is not in the record.
 */
#include "service/minuting.h"
#include <stdlib.h>

Tree *list_under(Minutes *minutes, Tree *map, const char *key) {
    Tree *list = (Tree *)tree_get(map, key);
    return list ? list : tree_set_list(minutes->reading->arena, map, key);
}

static Tree *named_people(Minutes *minutes, const Tree *ids) {
    Tree *list = tree_list(minutes->reading->arena);
    for (size_t i = 0; i < tree_len(ids); i++)
        tree_add(minutes->reading->arena, list,
                 tree_text(minutes->reading->arena, called(minutes->reading->state, ids->items[i]->text)));
    return list;
}

void set_people(Minutes *minutes, Tree *map, const char *key, const Tree *ids) {
    if (tree_len(ids) > 0) tree_set(minutes->reading->arena, map, text_of(key), named_people(minutes, ids));
}

/* --- the entries ---------------------------------------------------------------------------------------- */

/* Of a meeting what it was, and not what became of it: its minutes do not change by being approved. */
static bool is_minuted(const Entry *entry) {
    static const char *const kinds[] = {"circulated",       "convened",          "attended",
                                        "adjourned",        "cancelled",         "noted",
                                        "assigned",         "reviewer_named",    "item_separated",
                                        "carried_together", "reviewer_reported", "reviewer_released",
                                        "session_closed",   "session_opened"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (text_is(entry->kind, kinds[i])) return true;
    return false;
}

/* Who takes no part, and who is challenged. */
static bool is_recusal(const Entry *entry) {
    static const char *const kinds[] = {"recused", "recusal_withdrawn", "challenged", "ruled"};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (text_is(entry->kind, kinds[i])) return true;
    return false;
}

/* Of a case what is about a motion that was put at the meeting, what closing its ballot led to, and what the
 * body found there of its conditions. */
static bool belongs(const Minutes *minutes, const Entry *entry, int64_t *closing) {
    Text motion = tree_get_text(entry->body, "motion");
    bool own = !text_empty(motion) && texts_have(&minutes->meeting->motions, motion);
    if (own && text_is(entry->kind, "closed")) *closing = entry->batch;
    if (is_found(entry)) return text_equal(tree_get_text(entry->body, "meeting"), minutes->meeting->number);
    return own || entry->batch == *closing;
}

/* Recusals are kept up to the last of what belongs: what came later the meeting did not know. */
static bool take_entries(Minutes *minutes, Text scope, bool whole) {
    Reading *reading = minutes->reading;
    EntryCursor *cursor = store_entries_of(reading->book->store, reading->arena, scope);
    uint32_t kept = minutes->entries.len;
    int64_t closing = -1;
    uint64_t seq;
    Text bytes, error = {0};
    while (text_empty(error) && entry_cursor_next(cursor, &seq, &bytes)) {
        Text copy = text_copy(reading->arena, bytes);
        const Entry *entry = entry_decode(reading->arena, copy, &error);
        bool own = entry && (whole ? is_minuted(entry) : belongs(minutes, entry, &closing));
        if (own || (entry && is_recusal(entry)))
            *vec_push(reading->arena, &minutes->entries) = (Kept){entry, copy};
        if (own) kept = minutes->entries.len;
    }
    entry_cursor_close(cursor);
    minutes->entries.len = kept;
    return text_empty(error) ||
           read_problem(reading, BYLAW_WANTING, error, TEXT("bylaw verify says what is wrong with the book"));
}

static int by_seq(const void *a, const void *b) {
    const Kept *one = a, *other = b;
    return (one->entry->seq > other->entry->seq) - (one->entry->seq < other->entry->seq);
}

/* Each case once, however many motions it had. */
static bool gather(Minutes *minutes) {
    TextList cases = {0};
    for (size_t i = 0; i < minutes->meeting->found.len; i++)
        texts_push(minutes->reading->arena, &cases, minutes->meeting->found.at[i]);
    for (size_t i = 0; i < minutes->meeting->motions.len; i++) {
        const MotionState *motion = state_motion(minutes->reading->state, minutes->meeting->motions.at[i]);
        if (motion && !texts_have(&cases, motion->subject))
            texts_push(minutes->reading->arena, &cases, motion->subject);
    }
    if (!take_entries(minutes, minutes->meeting->number, true)) return false;
    for (size_t i = 0; i < cases.len; i++)
        if (!take_entries(minutes, cases.at[i], false)) return false;
    if (minutes->entries.len > 1) qsort(minutes->entries.at, minutes->entries.len, sizeof(Kept), by_seq);
    return true;
}

/* By which what was printed is known to be of this record: anybody can reckon it out of the book. */
static Text digest_of(Minutes *minutes) {
    Arena *arena = minutes->reading->arena;
    Buf all = buf_new(arena);
    for (size_t i = 0; i < minutes->entries.len; i++) {
        buf_text(&all, minutes->entries.at[i].bytes);
        buf_char(&all, '\n');
    }
    return digest_hex(arena, hasher_sha256_of(hasher_new(arena), buf_done(&all)));
}

/* --- its business --------------------------------------------------------------------------------------- */

/* What is about the same case stands together, in the order in which the meeting came to it. */
Tree *item_of(Minutes *minutes, Text number) {
    Arena *arena = minutes->reading->arena;
    Tree *items = list_under(minutes, minutes->document, "items");
    for (size_t i = 0; i < items->len; i++)
        if (text_equal(tree_get_text(items->items[i], "case"), number)) return items->items[i];
    Tree *item = tree_add_map(arena, items);
    const CaseState *subject = state_case(minutes->reading->state, number);
    const Workflow *workflow = subject ? case_workflow(minutes->reading->state, subject) : NULL;
    tree_set_some(arena, item, "case", number);
    if (state_meeting(minutes->reading->state, number))
        tree_set_text(arena, item, "title", TEXT("Earlier minutes"));
    if (workflow) tree_set_text(arena, item, "title", workflow->title);
    if (!text_empty(number)) add_before(minutes, number, item);
    return item;
}

static void add_note(Minutes *minutes, const Entry *entry) {
    add_said(minutes, entry, item_of(minutes, tree_get_text(entry->body, "about")));
}

Tree *motion_map(Minutes *minutes, const Entry *entry) {
    Text number = tree_get_text(entry->body, "motion");
    Tree *motions = list_under(minutes, item_of(minutes, entry->scope), "motions");
    for (size_t i = 0; i < motions->len; i++)
        if (text_equal(tree_get_text(motions->items[i], "motion"), number)) return motions->items[i];
    Tree *map = tree_add_map(minutes->reading->arena, motions);
    tree_set_text(minutes->reading->arena, map, "motion", number);
    return map;
}

static void add_moved(Minutes *minutes, const Entry *entry) {
    Tree *map = motion_map(minutes, entry);
    tree_set_some(minutes->reading->arena, map, "text", tree_get_text(entry->body, "text"));
    tree_set_text(minutes->reading->arena, map, "mover",
                  called(minutes->reading->state, tree_get_text(entry->body, "mover")));
    tree_set_text(minutes->reading->arena, map, "result", TEXT("open"));
}

static void add_vetoes(Minutes *minutes, const Tree *vetoes, Tree *map) {
    for (size_t i = 0; i < tree_len(vetoes); i++) {
        Tree *veto = tree_add_map(minutes->reading->arena, list_under(minutes, map, "vetoes"));
        tree_set_text(minutes->reading->arena, veto, "person",
                      called(minutes->reading->state, tree_get_text(vetoes->items[i], "person")));
        tree_set_some(minutes->reading->arena, veto, "because", tree_get_text(vetoes->items[i], "because"));
    }
}

/* Who voted how, or what tellers counted. */
static void add_votes(Minutes *minutes, const Tree *roll, Tree *map) {
    static const char *const lists[][2] = {{"present", "present"},       {"in_favour", "for"},
                                           {"against", "against"},       {"abstaining", "abstain"},
                                           {"not_voting", "not_voting"}, {"recused", "recused"}};
    const Tree *tally = tree_get(roll, "tally");
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        set_people(minutes, map, lists[i][1], tree_get(roll, lists[i][0]));
    if (!tally) return;
    Tree *counted = tree_set_map(minutes->reading->arena, map, "tally");
    for (size_t i = 1; i <= 3; i++) {
        const Tree *votes = tree_get(tally, lists[i][0]);
        tree_set_int(minutes->reading->arena, counted, lists[i][1], votes ? votes->number : 0);
    }
    set_people(minutes, counted, "tellers", tree_get(tally, "tellers"));
    set_people(minutes, counted, "voted", tree_get(tally, "voted"));
}

static void add_closed(Minutes *minutes, const Entry *entry) {
    Tree *map = motion_map(minutes, entry);
    const Tree *comparisons = tree_get(entry->body, "comparisons");
    tree_set_text(minutes->reading->arena, map, "result", tree_get_text(entry->body, "result"));
    tree_set_some(minutes->reading->arena, map, "chosen", tree_get_text(entry->body, "chosen"));
    tree_set_some(minutes->reading->arena, map, "casting", tree_get_text(entry->body, "casting"));
    if (tree_get(entry->body, "unopposed")) tree_set_bool(minutes->reading->arena, map, "unopposed", true);
    add_votes(minutes, tree_get(entry->body, "roll"), map);
    add_presiding(minutes, entry);
    add_vetoes(minutes, tree_get(entry->body, "vetoes"), map);
    if (comparisons) tree_set(minutes->reading->arena, map, TEXT("comparisons"), (Tree *)comparisons);
    minutes->closing = entry->batch;
    minutes->then = map;
}

/* What was entered stays, and beside it stands what it should have been (law R1). */
static void add_corrected(Minutes *minutes, const Entry *entry) {
    Tree *map =
        tree_add_map(minutes->reading->arena, list_under(minutes, motion_map(minutes, entry), "corrections"));
    tree_set_some(minutes->reading->arena, map, "because", tree_get_text(entry->body, "because"));
}

static void add_counted_again(Minutes *minutes, const Entry *entry) {
    Tree *list = list_under(minutes, motion_map(minutes, entry), "corrections");
    Tree *told = describe_entry(minutes->reading->arena, minutes->reading->state, entry);
    if (list->len > 0)
        tree_set_some(minutes->reading->arena, list->items[list->len - 1], "sentence",
                      tree_get_text(told, "sentence"));
}

static void add_withdrawn(Minutes *minutes, const Entry *entry) {
    Tree *map = motion_map(minutes, entry);
    tree_set_text(minutes->reading->arena, map, "result", TEXT("withdrawn"));
    tree_set_some(minutes->reading->arena, map, "because", tree_get_text(entry->body, "because"));
}

/* As it was assigned: what has become of it since is not the meeting's. */
static void add_assigned(Minutes *minutes, const Entry *entry) {
    Arena *arena = minutes->reading->arena;
    const Tree *number = tree_get(entry->body, "number");
    Tree *item = item_of(minutes, tree_get_text(entry->body, "about"));
    Tree *map = tree_add_map(arena, list_under(minutes, item, "actions"));
    tree_set_int(arena, map, "number", number ? number->number : 0);
    tree_set_text(arena, map, "text", tree_get_text(entry->body, "text"));
    tree_set_text(arena, map, "owner", called(minutes->reading->state, tree_get_text(entry->body, "owner")));
    tree_set_some(minutes->reading->arena, map, "due", tree_get_text(entry->body, "due"));
}

void add_sentence(Minutes *minutes, const Entry *entry, Tree *map, const char *key) {
    Tree *told = describe_entry(minutes->reading->arena, minutes->reading->state, entry);
    tree_add(minutes->reading->arena, list_under(minutes, map, key),
             tree_text(minutes->reading->arena, tree_get_text(told, "sentence")));
}

/* --- its agenda ----------------------------------------------------------------------------------------- */

static void add_carried(Minutes *minutes, const Entry *entry) {
    tree_set(minutes->reading->arena, minutes->document, TEXT("carried_together"),
             (Tree *)tree_get(entry->body, "motions"));
}

/* What closing a ballot led to: the steps that follow, conditions that were set, the end of the case. */
static void add_consequence(Minutes *minutes, const Entry *entry) {
    bool caused = minutes->then && entry->batch == minutes->closing && !text_is(entry->kind, "command");
    if (!caused || is_recusal(entry)) return;
    add_sentence(minutes, entry, minutes->then, "then");
}

static void add_entry(Minutes *minutes, const Entry *entry) {
    static const struct {
        const char *kind;
        void (*add)(Minutes *minutes, const Entry *entry);
    } rows[] = {{"convened", add_convened},
                {"attended", add_attended},
                {"adjourned", add_adjourned},
                {"noted", add_note},
                {"session_closed", add_session_closed},
                {"session_opened", add_session_opened},
                {"assigned", add_assigned},
                {"moved", add_moved},
                {"condition_put", add_condition},
                {"condition_dropped", drop_condition},
                {"closed", add_closed},
                {"corrected", add_corrected},
                {"votes_corrected", add_counted_again},
                {"condition_discharged", add_found},
                {"condition_waived", add_found},
                {"condition_extended", add_found},
                {"motion_withdrawn", add_withdrawn},
                {"carried_together", add_carried}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (text_is(entry->kind, rows[i].kind)) {
            rows[i].add(minutes, entry);
            return;
        }
    add_consequence(minutes, entry);
}

/* --- the document --------------------------------------------------------------------------------------- */

void begin_meeting(Reading *reading, const MeetingState *meeting, const char *kind) {
    result_kind(reading->result, BYLAW_DONE, kind);
    Arena *arena = reading->arena;
    Tree *document = reading->result->document;
    Text base, index;
    split_indexed(meeting->body, &base, &index);
    Index body = program_body(reading->program, base);
    tree_set_text(arena, document, "number", meeting->number);
    tree_set_text(arena, document, "body", meeting->body);
    if (body != NONE) tree_set_text(arena, document, "title", reading->program->bodies[body].title);
    tree_set_text(arena, document, "on", date_text(arena, meeting->on));
    if (meeting->until != DATE_NONE)
        tree_set_text(arena, document, "until", date_text(arena, meeting->until));
    tree_set_some(arena, document, "time", meeting->time);
    tree_set_some(arena, document, "place", meeting->place);
    tree_set_some(arena, document, "cancelled", meeting->cancelled);
}

const MeetingState *meeting_asked_for(Reading *reading) {
    Text written = text_of(reading->options->subject), number;
    bool there = read_subject(reading, written, &number);
    const MeetingState *meeting = there ? state_meeting(reading->state, number) : NULL;
    if (!meeting)
        read_problem(reading, BYLAW_WANTING,
                     text_format(reading->arena, "no meeting here is called \"%.*s\"", TEXT_ARG(written)),
                     TEXT("bylaw history lists them"));
    return meeting;
}

bool minutes_digest(Reading *reading, const MeetingState *meeting, Text *digest) {
    Minutes minutes = {.reading = reading, .meeting = meeting};
    if (!gather(&minutes)) return false;
    *digest = digest_of(&minutes);
    return true;
}

/* Drafts until they are approved; what was entered of the meeting since then is not approved with them. */
static void add_status(Minutes *minutes) {
    Arena *arena = minutes->reading->arena;
    const MeetingState *meeting = minutes->meeting;
    bool approved = !text_empty(meeting->approved);
    Text digest = digest_of(minutes);
    bool same = text_equal(meeting->approved, digest);
    tree_set_text(arena, minutes->document, "status",
                  !approved ? TEXT("draft")
                  : same    ? TEXT("approved")
                            : TEXT("changed since"));
    tree_set_int(arena, minutes->document, "entries", (int64_t)minutes->entries.len);
    tree_set_text(arena, minutes->document, "digest", digest);
    if (minutes->redacted)
        tree_set_some(minutes->reading->arena, minutes->document, "for",
                      text_empty(minutes->reader) ? TEXT("public")
                                                  : called(minutes->reading->state, minutes->reader));
    if (minutes->left_out > 0) tree_set_int(arena, minutes->document, "left_out", minutes->left_out);
    tree_set_some(minutes->reading->arena, minutes->document, "approval", meeting->approval);
    tree_set_some(minutes->reading->arena, minutes->document, "approved", meeting->approved);
}

static void read_minutes(Reading *reading) {
    Minutes minutes = {.reading = reading, .meeting = meeting_asked_for(reading), .closing = -1};
    if (!minutes.meeting || !read_reader(&minutes) || !gather(&minutes)) return;
    begin_meeting(reading, minutes.meeting, "minutes");
    minutes.document = reading->result->document;
    tree_set_list(reading->arena, minutes.document, "attendance");
    tree_set_list(reading->arena, minutes.document, "items");
    for (size_t i = 0; i < minutes.entries.len; i++) add_entry(&minutes, minutes.entries.at[i].entry);
    add_absent(&minutes);
    add_status(&minutes);
}

bylaw_result *bylaw_minutes(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_minutes);
}
