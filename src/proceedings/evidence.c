/* Evidence: files that are attached to a case under a number, with a class and a time for which they are
 * kept. Entries hold what a file is called, its size and its digest; its bytes are the service's to keep. */
#include "proceedings/evidence.h"
#include "base/vec.h"

/* --- where it stands ------------------------------------------------------------------------------------ */

Text evidence_series(State *state, Text subject) {
    return text_format(state_arena(state), "evidence %.*s", TEXT_ARG(subject));
}

Text evidence_place(State *state, Text subject, int64_t number) {
    return text_format(state_arena(state), "%.*s %06lld", TEXT_ARG(subject), (long long)number);
}

Text kept_until_place(State *state, const EvidenceState *evidence) {
    Arena *arena = state_arena(state);
    return text_format(arena, "%.*s %.*s %06lld", TEXT_ARG(date_text(arena, evidence->until)),
                       TEXT_ARG(evidence->subject), (long long)evidence->number);
}

Text evidence_called(Arena *arena, int64_t number) {
    return text_format(arena, "E%lld", (long long)number);
}

/* "E2" or "e2". */
static bool evidence_number(Text called, int64_t *number) {
    Text digits = text_part(called, 1, called.len);
    bool led = called.len > 1 && (called.at[0] == 'E' || called.at[0] == 'e');
    return led && is_digit(digits.at[0]) && text_to_int(digits, number) && *number > 0;
}

const EvidenceState *state_evidence(State *state, Text subject, Text called) {
    int64_t number = 0;
    if (!evidence_number(text_trim(called), &number)) return NULL;
    return state_object(state, SPACE_EVIDENCE, evidence_place(state, subject, number));
}

const EvidenceState *next_evidence(State *state, Text subject, int64_t number) {
    return state_object(state, SPACE_EVIDENCE, evidence_place(state, subject, number + 1));
}

const EvidenceState *next_expired(State *state, Text from, Date today, Text *place) {
    void *record;
    Text rest, piece;
    if (!state_next(state, SPACE_KEPT_UNTIL, from, place, &record)) return NULL;
    rest = *place;
    const EvidenceState *found = NULL;
    if (text_next(&rest, ' ', &piece)) found = state_object(state, SPACE_EVIDENCE, rest);
    return found && found->until <= today ? found : NULL;
}

bool check_evidence(Turn *turn, const CaseState *subject, Text named) {
    int64_t number = 0;
    Text called = text_trim(named);
    if (!evidence_number(called, &number)) return true;
    const EvidenceState *evidence = state_evidence(turn->state, subject->number, called);
    if (!evidence) return refuse(turn, NO_SUCH_EVIDENCE, subject->number, called);
    if (evidence->discarded == 0) return true;
    return refuse(turn, EVIDENCE_GONE, subject->number, called,
                  text_format(turn->arena, "%lld", (long long)evidence->discarded));
}

/* --- attaching ------------------------------------------------------------------------------------------ */

/* What all files of one command have in common. */
typedef struct Attaching {
    const CaseState *subject;
    const AttachArgs *args;
    Text class;
    Date until;
} Attaching;

static bool may_attach(Turn *turn, const CaseState *subject) {
    if (takes_part(turn, subject) || has_power(turn, ACT_RECORD, turn->command->actor)) return true;
    return refuse(turn, NOT_IN_CASE, person_called(turn, turn->command->actor), subject->number,
                  power_names(turn, ACT_RECORD));
}

static void add_items(Turn *turn, const Program *program, Index group, TextList *names) {
    for (size_t i = 0; i < program->checklists_count; i++)
        for (size_t k = 0; program->checklists[i].group == group && k < program->checklists[i].item_count;
             k++)
            texts_push(turn->arena, names, program->checklists[i].items[k].name);
}

/* Everything of the case that a file can show. */
static bool check_shown(Turn *turn, const Attaching *attaching) {
    const Program *program = case_program(turn->state, attaching->subject);
    Index group = case_workflow(turn->state, attaching->subject)->group;
    TextList names = {0};
    for (size_t i = 0; i < program->slots_count; i++)
        if (program->slots[i].kind == SLOT_FACT && program->slots[i].group == group)
            texts_push(turn->arena, &names, program->slots[i].name);
    add_items(turn, program, group, &names);
    Text shows = attaching->args->shows;
    return text_empty(shows) || texts_have(&names, shows) ||
           refuse(turn, SHOWS_NOTHING, attaching->subject->number, shows,
                  text_offer(turn->arena, shows, names.at, names.len));
}

static bool find_class(Turn *turn, const Program *program, Text given, const EvidenceClass **class) {
    TextList names = {0};
    Index found = program_evidence(program, given);
    for (size_t i = 0; i < program->evidence_count; i++)
        texts_push(turn->arena, &names, program->evidence[i].name);
    if (text_empty(given) && names.len == 1) found = 0;
    if (text_empty(given) && names.len > 1)
        return refuse(turn, CLASS_NEEDED, names_text(turn->arena, &names, " or "));
    if (!text_empty(given) && names.len == 0) return refuse(turn, NO_CLASSES, given);
    if (!text_empty(given) && found == NONE)
        return refuse(turn, NO_SUCH_CLASS, given, text_offer(turn->arena, given, names.at, names.len));
    *class = found == NONE ? NULL : &program->evidence[found];
    return true;
}

/* No longer than days can be counted counts as for good. */
static Date day_after(Date from, Duration kept) {
    Date until = DATE_NONE;
    return duration_after(NULL, from, kept, &until) ? until : DATE_NONE;
}

static bool read_keep(Turn *turn, Text given, Duration *kept) {
    bool good = duration_parse(text_trim(given), kept) && kept->unit != UNIT_HOURS &&
                kept->unit != UNIT_WORKING_DAYS && kept->amount > 0;
    return good || refuse(turn, BAD_KEEP, given);
}

static Text duration_text(Arena *arena, Duration duration) {
    Buf buf = buf_new(arena);
    duration_write(&buf, duration);
    return buf_done(&buf);
}

/* What is asked for may be longer than the class has it, never less. */
static bool find_until(Turn *turn, const EvidenceClass *class, Text keep, Date *until) {
    Duration asked;
    *until = class && !class->for_good ? day_after(turn->today, class->kept) : DATE_NONE;
    if (text_empty(keep)) return true;
    if (!read_keep(turn, keep, &asked)) return false;
    Date longer = day_after(turn->today, asked);
    bool less = class && (class->for_good || longer < *until) && longer != DATE_NONE;
    Text where = class ? where_text(turn->arena, class->where) : (Text){0};
    if (less)
        return refuse_at(turn, KEPT_LONGER, where, class->name,
                         class->for_good ? TEXT("good") : duration_text(turn->arena, class->kept), keep);
    *until = longer;
    return true;
}

static Text whole_text(Arena *arena, int64_t number) {
    return text_format(arena, "%lld", (long long)number);
}

static bool check_size(Turn *turn, const AttachArgs *args, Text name, int64_t size) {
    int64_t most = args->beside ? EVIDENCE_MOST : EVIDENCE_INSIDE_MOST;
    if (size <= most) return true;
    if (size <= EVIDENCE_MOST)
        return refuse(turn, TOO_LARGE_INSIDE, name, whole_text(turn->arena, size),
                      whole_text(turn->arena, most));
    return refuse(turn, TOO_LARGE_BESIDE, name, whole_text(turn->arena, size),
                  whole_text(turn->arena, EVIDENCE_MOST));
}

static bool attach(Turn *turn, const Attaching *attaching, const Tree *file) {
    Text number = attaching->subject->number;
    const SeriesState *series = state_object(turn->state, SPACE_SERIES, evidence_series(turn->state, number));
    const Tree *size = tree_get(file, "size");
    Attached body = {.subject = number,
                     .number = (series ? series->last : 0) + 1,
                     .name = tree_get_text(file, "name"),
                     .digest = tree_get_text(file, "digest"),
                     .size = size && size->kind == TREE_INT ? size->number : 0,
                     .shows = attaching->args->shows,
                     .class = attaching->class,
                     .kept = attaching->args->beside ? TEXT(KEPT_BESIDE) : TEXT(KEPT_IN),
                     .until = attaching->until};
    return check_size(turn, attaching->args, body.name, body.size) &&
           emit(turn, KIND_ATTACHED, number, &body);
}

static const CaseState *need_case(Turn *turn, Text number) {
    const CaseState *subject = state_case(turn->state, number);
    if (!subject) refuse(turn, NO_SUCH_CASE, number, TEXT("bylaw docket lists the open cases"));
    return subject;
}

/* Of a case that has ended, too: what shows that its conditions are met comes later. */
bool do_ATTACH(Turn *turn) {
    const AttachArgs *args = turn->command->args;
    const EvidenceClass *class = NULL;
    Attaching attaching = {.subject = need_case(turn, args->subject), .args = args};
    if (!attaching.subject || !need_going_on(turn, attaching.subject)) return false;
    if (tree_len(args->files) == 0) return refuse(turn, NO_FILES, args->subject);
    if (!may_attach(turn, attaching.subject) || !check_shown(turn, &attaching) ||
        !find_class(turn, case_program(turn->state, attaching.subject), args->class, &class) ||
        !find_until(turn, class, args->keep, &attaching.until))
        return false;
    if (class) attaching.class = class->name;
    for (size_t i = 0; i < tree_len(args->files); i++)
        if (!attach(turn, &attaching, args->files->items[i])) return false;
    return true;
}

/* --- discarding ----------------------------------------------------------------------------------------- */

static bool is_needed_elsewhere(Turn *turn, const EvidenceState *evidence) {
    const ContentState *content = state_object(turn->state, SPACE_CONTENT, evidence->digest);
    return content && (evidence->beside ? content->beside : content->inside) > 1;
}

bool do_DISCARD(Turn *turn) {
    const DiscardArgs *args = turn->command->args;
    const CaseState *subject = need_case(turn, args->subject);
    if (!subject || !need_power(turn, ACT_DISCARD, turn->command->actor)) return false;
    const EvidenceState *evidence = state_evidence(turn->state, subject->number, args->evidence);
    if (!evidence) return refuse(turn, NO_SUCH_EVIDENCE, subject->number, args->evidence);
    if (!check_evidence(turn, subject, args->evidence)) return false;
    if (evidence->until == DATE_NONE) return refuse(turn, KEPT_FOR_GOOD, subject->number, args->evidence);
    if (turn->today < evidence->until)
        return refuse(turn, KEPT_STILL, subject->number, args->evidence,
                      date_text(turn->arena, evidence->until));
    Discarded body = {.subject = subject->number,
                      .number = evidence->number,
                      .name = evidence->name,
                      .digest = evidence->digest,
                      .kept = evidence->beside ? TEXT(KEPT_BESIDE) : TEXT(KEPT_IN),
                      .gone = !is_needed_elsewhere(turn, evidence),
                      .because = args->because};
    return emit(turn, KIND_DISCARDED, subject->number, &body);
}
