#include "service/outbox.h"
#include "proceedings/notices.h"
#include "service/reading.h"
#include "value/json.h"

enum { DAY = 86400 };

/* --- a message ------------------------------------------------------------------------------------------ */

static const Entry *entry_of(bylaw_book *book, Arena *arena, const OutboxState *waiting) {
    Text bytes, error;
    if (!store_entry(book->store, (uint64_t)waiting->entry, &bytes)) return NULL;
    return entry_decode(arena, text_copy(arena, bytes), &error);
}

/* One line, whatever names and words are filled in. */
static Text one_line(Arena *arena, Text text) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < text.len; i++)
        buf_char(&buf, (unsigned char)text.at[i] < ' ' || text.at[i] == 0x7f ? ' ' : text.at[i]);
    return buf_done(&buf);
}

static Text subject_of(Arena *arena, State *state, const Entry *entry) {
    const KindRow *kind = kind_find(entry->kind, entry->version);
    const NoticeRow *row = kind ? notice_row(kind->kind) : NULL;
    return row ? one_line(arena, fill_sentence(arena, state, row->subject, entry->body)) : entry->kind;
}

static Text text_about(Arena *arena, State *state, const Entry *entry) {
    const KindRow *kind = kind_find(entry->kind, entry->version);
    Buf buf = buf_new(arena);
    if (kind) buf_text(&buf, one_line(arena, fill_sentence(arena, state, kind->sentence, entry->body)));
    buf_format(&buf, ".\n\nEntered on %.*s, as entry %lld of the record.\n",
               TEXT_ARG(date_text(arena, moment_date(entry->happened))), (long long)entry->seq);
    if (!text_empty(entry->scope)) buf_format(&buf, "More: bylaw show %.*s\n", TEXT_ARG(entry->scope));
    return buf_done(&buf);
}

/* False: the person has no address, or none any more. */
static bool compose(bylaw_book *book, Arena *arena, State *state, const OutboxState *waiting,
                    bylaw_message *message) {
    const Entry *entry = entry_of(book, arena, waiting);
    Text email = state_person_name(state, waiting->person, "email");
    if (!entry || text_empty(email) || text_equal(email, waiting->person)) return false;
    *message = (bylaw_message){.key = text_format(arena, "%.*s/%lld/%.*s", TEXT_ARG(book->origin),
                                                  (long long)waiting->entry, TEXT_ARG(waiting->person))
                                          .at,
                               .email = email.at,
                               .name = one_line(arena, called(state, waiting->person)).at,
                               .subject = subject_of(arena, state, entry).at,
                               .text = text_about(arena, state, entry).at};
    return true;
}

/* The same as JSON, and the receiver's proof that it comes from who has the secret, and when. */
static void sign_message(Arena *arena, const bylaw_deliver_options *options, uint64_t now,
                         bylaw_message *message) {
    Tree *map = tree_map(arena);
    Buf buf = buf_new(arena), proven = buf_new(arena);
    tree_set_text(arena, map, "key", text_of(message->key));
    tree_set_text(arena, map, "email", text_of(message->email));
    tree_set_text(arena, map, "name", text_of(message->name));
    tree_set_text(arena, map, "subject", text_of(message->subject));
    tree_set_text(arena, map, "text", text_of(message->text));
    json_write(&buf, map);
    message->json = buf_done(&buf).at;
    message->time = (int64_t)now;
    buf_format(&proven, "%lld.%s", (long long)now, message->json);
    Text secret = {options->secret, options->secret_length};
    message->signature = digest_hex(arena, digest_hmac(arena, secret, buf_done(&proven))).at;
}

/* --- sending -------------------------------------------------------------------------------------------- */

typedef struct Delivering {
    bylaw_book *book;
    const bylaw_deliver_options *options;
    bylaw_result *result;
    Arena *arena;
    uint64_t now;
    Text place; /* of the message at hand */
    Delivery delivery;
    bylaw_message message;
    bool addressed;
    int64_t sent, failed;
} Delivering;

static uint64_t wait_after(uint64_t patience, uint64_t attempts) {
    uint64_t wait = patience;
    for (uint64_t i = 1; i < attempts && wait < DAY; i++) wait *= 2;
    return wait < DAY ? wait : DAY;
}

/* The next that is due; none: NULL. */
static const OutboxState *next_due(Delivering *d, State *state) {
    Text from = text_empty(d->place) ? d->place : key_after(d->arena, d->place);
    const OutboxState *waiting = next_outbox(state, from, &d->place);
    while (waiting && store_delivery(d->book->store, d->arena, d->place, &d->delivery) &&
           d->delivery.next > d->now)
        waiting = next_outbox(state, key_after(d->arena, d->place), &d->place);
    return waiting;
}

/* That it is tried is in the book first: whoever else delivers passes it by, and after a crash it is tried
 * again when its time has come. */
static bool take_one(Delivering *d, bool *more) {
    bylaw_book *book = d->book;
    StateSource source;
    if (!store_begin(book->store, STORE_WRITE)) return false;
    book_source(book, &source);
    State *state = state_new(d->arena, &source);
    const OutboxState *waiting = next_due(d, state);
    *more = waiting != NULL;
    if (!waiting) {
        bool good = !book_failed(book, state);
        store_rollback(book->store);
        return good;
    }
    d->addressed = compose(book, d->arena, state, waiting, &d->message);
    if (d->addressed) sign_message(d->arena, d->options, d->now, &d->message);
    d->delivery.attempts++;
    d->delivery.next = d->now + wait_after(d->options->patience, d->delivery.attempts);
    d->delivery.why = TEXT("it was being sent when that was cut off");
    return !book_failed(book, state) && store_delivery_put(book->store, d->place, &d->delivery) &&
           store_commit(book->store);
}

static bool settle(Delivering *d, bool sent, const char *why) {
    Store *store = d->book->store;
    d->delivery.sent = sent;
    d->delivery.why = sent ? TEXT("") : text_copy(d->arena, text_of(why));
    d->sent += sent;
    d->failed += !sent;
    return store_begin(store, STORE_WRITE) && store_delivery_put(store, d->place, &d->delivery) &&
           (!sent || store_put(store, space_row(SPACE_OUTBOX)->word, d->place, (Text){0})) &&
           store_commit(store);
}

enum { WHY_SIZE = 256 };

static bool send_one(Delivering *d) {
    char why[WHY_SIZE] = "";
    if (!d->addressed) return settle(d, false, "nobody has entered an address (email) for this person");
    bool sent = d->options->send(d->options->context, &d->message, why, sizeof why);
    return settle(d, sent, why);
}

static void say_delivered(bylaw_result *result, void *context) {
    Delivering *d = context;
    bool more = true, good = true;
    d->result = result;
    d->arena = result->arena;
    d->now = (uint64_t)d->book->host.clock(d->book->host.context);
    d->book->failed = false;
    while (good && more) {
        good = take_one(d, &more);
        if (good && more) good = send_one(d);
    }
    if (!good) {
        result_store_problem(result, d->book);
        return;
    }
    result_kind(result, d->failed ? BYLAW_WANTING : BYLAW_DONE, "delivery");
    tree_set_int(result->arena, result->document, "sent", d->sent);
    tree_set_int(result->arena, result->document, "failed", d->failed);
}

bylaw_result *bylaw_deliver(bylaw_book *book, const bylaw_deliver_options *options) {
    bylaw_deliver_options taken;
    options_take(&taken, sizeof taken, options);
    return result_on(book, say_delivered, &(Delivering){.book = book, .options = &taken});
}

bool outbox_forget_sent(bylaw_book *book, Arena *arena) {
    Text key = {0};
    bool good = true;
    while (good && store_delivered_after(book->store, arena, key, &key))
        good = store_put(book->store, space_row(SPACE_OUTBOX)->word, key, (Text){0});
    return good && store_error(book->store)->problem == STORE_OK;
}

/* --- what waits ----------------------------------------------------------------------------------------- */

static void add_waiting(Reading *reading, const OutboxState *waiting, Text place, Tree *list) {
    Arena *arena = reading->arena;
    Delivery delivery;
    Tree *map = tree_add_map(arena, list);
    const Entry *entry = entry_of(reading->book, arena, waiting);
    tree_set_int(arena, map, "entry", waiting->entry);
    tree_set_text(arena, map, "person", called(reading->state, waiting->person));
    if (entry) tree_set_text(arena, map, "subject", subject_of(arena, reading->state, entry));
    if (!store_delivery(reading->book->store, arena, place, &delivery)) return;
    Moment again = {0};
    tree_set_int(arena, map, "attempts", (int64_t)delivery.attempts);
    tree_set_text(arena, map, "why", delivery.why);
    if (zone_moment(arena, reading->program->time_zone, (int64_t)delivery.next, &again))
        tree_set_text(arena, map, "again", moment_text(arena, again));
}

static void read_outbox(Reading *reading) {
    Text place = {0};
    result_kind(reading->result, BYLAW_DONE, "outbox");
    Tree *list = tree_set_list(reading->arena, reading->result->document, "messages");
    const OutboxState *waiting = next_outbox(reading->state, place, &place);
    while (waiting) {
        add_waiting(reading, waiting, place, list);
        waiting = next_outbox(reading->state, key_after(reading->arena, place), &place);
    }
}

bylaw_result *bylaw_outbox(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_outbox);
}
