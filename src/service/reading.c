#include "service/reading.h"

typedef struct ReadCall {
    bylaw_book *book;
    const bylaw_read_options *options;
    ReadVerb *read;
} ReadCall;

bool read_problem(Reading *reading, bylaw_code code, Text sentence, Text mend) {
    result_problem(reading->result, code, sentence, mend);
    return false;
}

static bool resolve_day(Reading *reading) {
    Moment moment;
    Text zone = reading->program->time_zone, problem;
    if (!zone_moment(reading->arena, zone, reading->book->host.clock(reading->book->host.context), &moment))
        return read_problem(reading, BYLAW_CANNOT, TEXT("this system has no data on the charter's time zone"),
                            TEXT("install the package tzdata"));
    if (reading->options->at &&
        !zone_read(reading->arena, zone, text_of(reading->options->at), &moment, &problem))
        return read_problem(reading, BYLAW_USAGE, problem, (Text){0});
    reading->today = moment_date(moment);
    const Program *program = program_on(reading->state, reading->today);
    if (program) reading->program = program;
    return true;
}

static bool begin(Reading *reading) {
    bylaw_book *book = reading->book;
    book->failed = false;
    book->sealed.len = 0;
    if (!store_begin(book->store, STORE_READ) || !ledger_load(book->ledger)) return false;
    StateSource source;
    book_source(book, &source);
    reading->state = state_new(reading->arena, &source);
    const BookState *state = state_book(reading->state);
    reading->program = state ? state_charter(reading->state, state->charter) : NULL;
    return !book_failed(book, reading->state);
}

static void say_read(bylaw_result *result, void *context) {
    const ReadCall *call = context;
    Reading reading = {
        .book = call->book, .options = call->options, .result = result, .arena = result->arena};
    if (!begin(&reading)) {
        result_store_problem(result, call->book);
    } else if (!reading.program) {
        read_problem(
            &reading, BYLAW_CANNOT, TEXT("the book's charter cannot be had from the book"),
            TEXT("bylaw verify says what is wrong with it; bylaw rebuild makes its projections again"));
    } else if (resolve_day(&reading)) {
        call->read(&reading);
        if (book_failed(call->book, reading.state)) result_store_problem(result, call->book);
    }
}

bylaw_result *read_book(bylaw_book *book, const bylaw_read_options *options, ReadVerb *read) {
    bylaw_read_options taken;
    options_take(&taken, sizeof taken, options);
    return result_on(book, say_read, &(ReadCall){book, &taken, read});
}

bool read_subject(Reading *reading, Text written, Text *number) {
    *number = whole_number(reading->arena, written, reading->today);
    return state_case(reading->state, *number) || state_meeting(reading->state, *number) ||
           state_motion(reading->state, *number) || state_delegation(reading->state, *number);
}
