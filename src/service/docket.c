/* docket: what every open case waits for. */
#include "service/reading.h"

/* Whether something that waits for a role, office or body waits for this person. */
static bool concerns(Reading *reading, const Waiting *waiting, Text person) {
    return text_equal(waiting->who, person) ||
           person_has_role(reading->state, person, waiting->who, reading->today) ||
           holds(reading->state, waiting->who, person, reading->today);
}

void add_case_waits(Reading *reading, const CaseState *subject, Text person, Tree *list) {
    WaitingList waiting = {0};
    case_waits(reading->state, subject, reading->today, &waiting);
    for (size_t i = 0; i < waiting.len; i++)
        if (text_empty(person) || concerns(reading, &waiting.at[i], person))
            tree_add(reading->arena, list,
                     describe_waiting(reading->arena, reading->state, &waiting.at[i], reading->today));
}

static void read_docket(Reading *reading) {
    Text person = {0}, number = {0};
    Text who = text_of(reading->options->who);
    Refusal refusal = {0};
    if (!text_empty(who) && !resolve_person(reading->state, who, &person, &refusal)) {
        read_problem(reading, BYLAW_WANTING, refusal_sentence(reading->arena, &refusal),
                     refusal_mend(reading->arena, &refusal));
        return;
    }
    result_kind(reading->result, BYLAW_DONE, "docket");
    tree_set_text(reading->arena, reading->result->document, "day",
                  date_text(reading->arena, reading->today));
    Tree *list = tree_set_list(reading->arena, reading->result->document, "waits");
    int64_t cases = 0;
    for (Text from = {0}; state_next_open_case(reading->state, from, &number); cases++) {
        const CaseState *subject = state_case(reading->state, number);
        if (subject) add_case_waits(reading, subject, person, list);
        from = text_format(reading->arena, "%.*s%c", TEXT_ARG(number), 1);
    }
    tree_set_int(reading->arena, reading->result->document, "open_cases", cases);
}

bylaw_result *bylaw_docket(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_docket);
}
