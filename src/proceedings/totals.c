/* Totals over cases: where the cases are found that have one fact in common, and what they come to. */
#include "base/digest.h"
#include "base/vec.h"
#include "proceedings/turn.h"
#include "value/json.h"

/* --- where cases are found ------------------------------------------------------------------------------ */

/* purchase vendor "acme" : what cases of a group have in common; without a fact all of them: "purchase". */
static Text common_place(Arena *arena, const Program *program, const Total *total, const Tree *value) {
    Buf buf = buf_new(arena);
    buf_format(&buf, "%.*s ", TEXT_ARG(program->groups[total->group]));
    if (total->each == NONE) return buf_done(&buf);
    buf_format(&buf, "%.*s ", TEXT_ARG(program->slots[total->each].name));
    json_write(&buf, value);
    buf_char(&buf, ' ');
    return buf_done(&buf);
}

/* The place of a case among those, in the order of the days on which they were opened. */
static Text case_place(Arena *arena, Text common, const CaseState *subject) {
    return text_format(arena, "%.*s%.*s %.*s", TEXT_ARG(common), TEXT_ARG(date_text(arena, subject->opened)),
                       TEXT_ARG(subject->number));
}

/* What is stated plainly; NULL: missing, or personal. */
static Tree *plain_value(const FactState *fact) {
    Tree *value = fact ? tree_get(fact->value, "value") : NULL;
    return value && value->kind != TREE_NULL ? value : NULL;
}

static void put(State *state, const Program *program, const Total *total, const CaseState *subject,
                const Tree *value, bool there) {
    if (!value && total->each != NONE) return;
    Arena *arena = state_arena(state);
    Text place = case_place(arena, common_place(arena, program, total, value), subject);
    if (there)
        ((CountedState *)state_change(state, SPACE_COUNTED, place))->subject = subject->number;
    else
        state_remove(state, SPACE_COUNTED, place);
}

void count_case(State *state, const CaseState *subject, Text fact, bool there) {
    const Program *program = case_program(state, subject);
    if (case_matter(state, subject) != subject) return; /* what it is about is counted */
    const Workflow *workflow = program && program->totals_count ? case_workflow(state, subject) : NULL;
    for (size_t i = 0; workflow && i < program->totals_count; i++) {
        const Total *total = &program->totals[i];
        Text each = total->each == NONE ? (Text){0} : program->slots[total->each].name;
        if (total->group == workflow->group && text_equal(each, fact))
            put(state, program, total, subject, plain_value(case_fact(subject, fact)), there);
    }
}

/* --- what they come to ---------------------------------------------------------------------------------- */

typedef struct Adding {
    State *state;
    Arena *arena;
    const Program *program;
    const CaseState *asking; /* the case that is decided on */
    const Total *total;
    Frame *frame;
    Reasons reasons; /* of what one case adds */
    Summed *out;
} Adding;

static void add_entry(Arena *arena, Tree *entries, int64_t entry) {
    for (size_t i = 0; i < entries->len; i++)
        if (entries->items[i]->number == entry) return;
    if (entry != NO_ENTRY) tree_add(arena, entries, tree_int(arena, entry));
}

/* The entries of the facts, and of the rows of registers, that made what the case adds. */
static void cite(Adding *a, const CaseState *subject, Tree *part) {
    Tree *entries = tree_set_list(a->arena, part, "entries");
    const FactState *each =
        a->total->each == NONE ? NULL : case_fact(subject, a->program->slots[a->total->each].name);
    if (each) add_entry(a->arena, entries, each->entry);
    for (size_t i = 0; i < a->reasons.len; i++) {
        const Reason *reason = &a->reasons.at[i];
        const FactState *fact =
            reason->kind == REASON_SLOT ? case_fact(subject, a->program->slots[reason->index].name) : NULL;
        if (fact) add_entry(a->arena, entries, fact->entry);
        if (reason->kind == REASON_LOOKUP) add_entry(a->arena, entries, reason->row->held.entry);
    }
}

static Text of_case(const Adding *a, Text what, const CaseState *subject) {
    if (subject == a->asking) return what;
    return text_format(a->arena, "%.*s of %.*s", TEXT_ARG(what), TEXT_ARG(subject->number));
}

static void lack(Adding *a, Text name, const CaseState *subject, Index slot, const RowRead *row) {
    if (a->out->lacking.len == 0) {
        a->out->lacking_case = subject->number;
        a->out->lacking_slot = slot;
        a->out->lacking_row = row;
    }
    if (!texts_have(&a->out->lacking, name)) texts_push(a->arena, &a->out->lacking, name);
}

static void lack_all(Adding *a, const CaseState *subject, const Determination *found) {
    for (size_t i = 0; i < found->settle_count; i++)
        lack(a, of_case(a, a->program->slots[found->settle[i]].name, subject), subject, found->settle[i],
             NULL);
    for (size_t i = 0; i < found->settle_row_count; i++)
        lack(a, row_read_text(a->arena, a->program, &found->settle_rows[i]), subject, NONE,
             &found->settle_rows[i]);
    if (found->outcome != OUTCOME_UNDETERMINED)
        lack(a, of_case(a, TEXT("what can be added up"), subject), subject, NONE, NULL);
}

/* What each adds is read as of the day on which it was opened, so that it does not change with later rates.
 */
static void add_case(Adding *a, const CaseState *subject, Text as) {
    Determination found;
    Arena *arena = a->arena;
    frame_clear(a->frame);
    fill_stated(a->state, subject, a->program, a->total->group, a->total->sums, subject->opened, a->frame);
    evaluate(a->frame, a->total->sums, &a->reasons, &found);
    bool added = found.outcome == OUTCOME_DECIDED &&
                 number_add(arena, a->out->sum, found.outputs[0].number, &a->out->sum) == NUMBER_OK;
    if (!added) {
        lack_all(a, subject, &found);
        return;
    }
    Tree *part = tree_add_map(arena, a->out->parts);
    tree_set_text(arena, part, "case", subject->number);
    tree_set_text(arena, part, "as", as);
    tree_set(arena, part, TEXT("value"), value_to_tree(arena, a->total->type, found.outputs[0]));
    cite(a, subject, part);
}

/* As what the case is counted; empty: it is not. The case that is decided on comes last, or is not counted as
 * long as it is open. */
static Text counted_as(const Adding *a, const CaseState *subject) {
    const Total *total = a->total;
    if (subject == a->asking && (total->itself || !subject->ended)) return (Text){0};
    if (!subject->ended) return total->pending ? TEXT("pending") : (Text){0};
    for (size_t i = 0; i < total->outcome_count; i++)
        if (text_equal(total->outcomes[i], subject->outcome)) return subject->outcome;
    return (Text){0};
}

static void add_others(Adding *a, Text common, Date until) {
    Text first = common,
         last = text_format(a->arena, "%.*s%.*s\x7f", TEXT_ARG(common), TEXT_ARG(date_text(a->arena, until))),
         place;
    void *record;
    if (a->out->since != DATE_NONE)
        first =
            text_format(a->arena, "%.*s%.*s", TEXT_ARG(common), TEXT_ARG(date_text(a->arena, a->out->since)));
    while (state_next(a->state, SPACE_COUNTED, first, &place, &record) && text_compare(place, last) < 0) {
        const CaseState *subject = state_case(a->state, ((const CountedState *)record)->subject);
        Text as = subject ? counted_as(a, subject) : (Text){0};
        if (!text_empty(as)) add_case(a, subject, as);
        first = key_after(a->arena, place);
    }
}

Date days_back(Duration over, Date until) {
    Date before;
    over.amount = -over.amount;
    if (over.amount == 0 || !duration_after(NULL, until, over, &before)) return DATE_NONE;
    return before + 1;
}

static void close_sum(const Total *total, Summed *out) {
    if (out->lacking.len > 0) return;
    out->value = value_number(total->type.kind, out->sum);
    if (total->type.kind == TYPE_MONEY) out->value = value_money(out->sum, total->type.currency);
}

void add_up(State *state, const CaseState *subject, const Total *total, Date today, Summed *out) {
    Arena *arena = state_arena(state);
    const Program *program = case_program(state, subject);
    Adding a = {.state = state,
                .arena = arena,
                .program = program,
                .asking = subject,
                .total = total,
                .frame = frame_new(arena, program),
                .out = out};
    *out = (Summed){.sum = number_int(0),
                    .since = days_back(total->over, today),
                    .parts = tree_list(arena),
                    .lacking_slot = NONE};
    Text each = total->each == NONE ? (Text){0} : program->slots[total->each].name;
    out->each = plain_value(case_fact(subject, each));
    if (total->each != NONE && !out->each) {
        lack(&a, each, subject, total->each, NULL);
        return;
    }
    add_others(&a, common_place(arena, program, total, out->each), today);
    if (total->itself) add_case(&a, subject, TEXT("this"));
    close_sum(total, out);
}

/* --- told ----------------------------------------------------------------------------------------------- */

/* An entry has room for so many; of more it proves which they were. */
enum { PARTS_MOST = 200 };

void tell_total(Arena *arena, const Summed *summed, Tree *map) {
    if (summed->each) tree_set(arena, map, TEXT("each"), summed->each);
    if (summed->since != DATE_NONE) tree_set_text(arena, map, "since", date_text(arena, summed->since));
    tree_set_int(arena, map, "cases", (int64_t)summed->parts->len);
    if (summed->parts->len <= PARTS_MOST) {
        tree_set(arena, map, TEXT("parts"), summed->parts);
        return;
    }
    Buf buf = buf_new(arena);
    json_write(&buf, summed->parts);
    tree_set_text(arena, map, "parts_digest",
                  digest_hex(arena, hasher_sha256_of(hasher_new(arena), buf_done(&buf))));
}
