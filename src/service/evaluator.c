/* Deciding many cases through the public header: bound once, then no look-up and no allocation. */
#include "base/map.h"
#include "base/vec.h"
#include "program/code.h"
#include "service/service.h"
#include <stdlib.h>
#include <string.h>

/* How a fact is set; a fact set in another way, or to what it cannot be, is missing. */
typedef enum Setter { SET_NOT, SET_NUMBER, SET_YES, SET_MEMBER, SET_DATE } Setter;

/* What a row gives first: of many rows few are different. */
typedef struct FirstOutput {
    const char *text;
    int32_t member;
} FirstOutput;

/* What a row answers, small so that a matrix's are near each other. */
typedef struct RowAnswer {
    uint32_t id;    /* where it begins in row_ids */
    uint32_t first; /* in firsts */
} RowAnswer;

struct bylaw_evaluator {
    Arena *arena;
    Arena *facts; /* numbers past 64 bits that were set: they outlast the evaluations */
    const Program *program;
    Index unit;
    const DecisionTable *table; /* NULL: a scorecard or condition */
    Frame *frame;
    FrameSlots slots;   /* of the frame */
    const Route *route; /* to a row; NULL: each evaluation is guarded */
    char *text;         /* a copy of the first output, where it has no NUL after it */
    size_t text_room;
    const uint8_t *setters; /* of each slot */
    Reasons reasons;
    ArenaMark
        start; /* what an evaluation allocates past this (numbers past 64 bits, reasons) is given back */
    const char **members; /* of the first output's enum */
    RowAnswer *answers;   /* of each row, when it gives what stands in it */
    const char *row_ids;  /* one after another, each with its NUL */
    VEC(FirstOutput) firsts;
};

typedef struct Making {
    bylaw_evaluator *evaluator;
    Text name;
} Making;

static void name_members(bylaw_evaluator *evaluator, const DecisionTable *table) {
    const Type type = table->output_count ? table->outputs[0].type : (Type){0};
    if (type.kind != TYPE_ENUM) return;
    evaluator->members = arena_array(evaluator->arena, const char *, type.enumeration->count);
    for (size_t i = 0; i < type.enumeration->count; i++)
        evaluator->members[i] = text_copy(evaluator->arena, type.enumeration->members[i]).at;
}

static bool is_text(Value value) {
    return value.state == VALUE_KNOWN &&
           (value.kind == TYPE_TEXT || value.kind == TYPE_PERSON || value.kind == TYPE_OFFICE ||
            value.kind == TYPE_BODY || value.kind == TYPE_DECIDER);
}

static void answer_member(const bylaw_evaluator *evaluator, Value value, int32_t *member, const char **text) {
    if (value.state != VALUE_KNOWN || value.kind != TYPE_ENUM) return;
    *member = value.member;
    *text = evaluator->members[value.member];
}

/* Finds it by its text, which is that of its member where it has one. */
static uint32_t add_first(bylaw_evaluator *evaluator, Map *known, Value value) {
    FirstOutput first = {"", NONE};
    answer_member(evaluator, value, &first.member, &first.text);
    Text text = is_text(value) ? value.text : text_of(first.text);
    uint32_t *place = map_get(known, text);
    if (place) return *place;
    Text copy = text_copy(evaluator->arena, text);
    first.text = copy.at;
    place = arena_make(evaluator->arena, uint32_t);
    *place = (uint32_t)evaluator->firsts.len;
    map_set(evaluator->arena, known, copy, place);
    *vec_push(evaluator->arena, &evaluator->firsts) = first;
    return *place;
}

/* What each row answers is made once. */
static void name_rows(bylaw_evaluator *evaluator, const DecisionTable *table) {
    Map known = {0};
    Buf ids = buf_new(evaluator->arena);
    bool gives = table->output_count > 0 && !policy_collects(table->policy);
    evaluator->answers = arena_array(evaluator->arena, RowAnswer, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        Value first = gives ? table->code->outputs[i * table->output_count] : value_missing();
        evaluator->answers[i] = (RowAnswer){(uint32_t)ids.len, add_first(evaluator, &known, first)};
        buf_text(&ids, table->rows[i].id);
        buf_char(&ids, 0);
    }
    evaluator->row_ids = ids.at;
}

static Setter setter_of(Type type) {
    switch (type.kind) {
    case TYPE_YES_NO:
        return SET_YES;
    case TYPE_ENUM:
        return SET_MEMBER;
    case TYPE_DATE:
        return SET_DATE;
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
        return SET_NUMBER;
    case TYPE_MONEY: /* a number alone does not say which */
        return type_any_currency(type) ? SET_NOT : SET_NUMBER;
    default:
        return SET_NOT;
    }
}

static const uint8_t *setters_of(Arena *arena, const Program *program) {
    uint8_t *setters = arena_array(arena, uint8_t, program->slots_count);
    for (size_t i = 0; i < program->slots_count; i++) setters[i] = setter_of(program->slots[i].type);
    return setters;
}

static void make(void *context) {
    Making *making = context;
    bylaw_evaluator *evaluator = making->evaluator;
    evaluator->unit = program_unit(evaluator->program, making->name);
    if (evaluator->unit == NONE) return;
    const Unit *unit = &evaluator->program->units[evaluator->unit];
    if (unit_has_rows(unit)) evaluator->table = &evaluator->program->tables[unit->detail];
    if (evaluator->table) name_members(evaluator, evaluator->table);
    if (evaluator->table) name_rows(evaluator, evaluator->table);
    evaluator->setters = setters_of(evaluator->arena, evaluator->program);
    evaluator->frame = frame_new(evaluator->arena, evaluator->program);
    evaluator->slots = frame_slots(evaluator->frame);
    evaluator->route = route_new(evaluator->arena, evaluator->frame, evaluator->unit);
    evaluator->start = arena_mark(evaluator->arena);
}

bylaw_evaluator *bylaw_evaluator_new(const bylaw_rules *rules, const char *name) {
    bylaw_evaluator *evaluator = calloc(1, sizeof *evaluator);
    if (!evaluator) return NULL;
    evaluator->program = rules->charter.program;
    evaluator->arena = arena_new(0);
    evaluator->facts = arena_new(0);
    if (evaluator->arena && evaluator->facts &&
        arena_try(evaluator->arena, make, &(Making){evaluator, text_of(name)}) && evaluator->frame)
        return evaluator;
    bylaw_evaluator_free(evaluator);
    return NULL;
}

void bylaw_evaluator_free(bylaw_evaluator *evaluator) {
    if (!evaluator) return;
    free(evaluator->text);
    arena_free(evaluator->facts);
    arena_free(evaluator->arena);
    free(evaluator);
}

static Index group_of(const bylaw_evaluator *evaluator) {
    return evaluator->table ? evaluator->table->group : NONE;
}

int bylaw_bind(const bylaw_evaluator *evaluator, const char *fact) {
    return program_slot(evaluator->program, group_of(evaluator), text_of(fact));
}

static bool there(const bylaw_evaluator *evaluator, int fact) {
    return fact >= 0 && (size_t)fact < evaluator->program->slots_count;
}

int bylaw_member(const bylaw_evaluator *evaluator, int fact, const char *member) {
    if (!there(evaluator, fact)) return NONE;
    const EnumType *type = evaluator->program->slots[fact].type.enumeration;
    for (size_t i = 0; type && i < type->count; i++)
        if (text_is(type->members[i], member)) return (int)i;
    return NONE;
}

void bylaw_set_missing(bylaw_evaluator *evaluator, int fact) {
    if (there(evaluator, fact)) frame_set(evaluator->frame, fact, value_missing());
}

void bylaw_set_not_applicable(bylaw_evaluator *evaluator, int fact) {
    if (!there(evaluator, fact)) return;
    bool may = evaluator->program->slots[fact].type.may_not_apply;
    frame_set(evaluator->frame, fact, may ? value_not_applicable() : value_missing());
}

/* False after making it missing, where it is a fact at all. */
static bool takes(bylaw_evaluator *evaluator, int fact, Setter setter) {
    if (there(evaluator, fact) && evaluator->setters[fact] == setter) return true;
    bylaw_set_missing(evaluator, fact);
    return false;
}

typedef struct Setting {
    bylaw_evaluator *evaluator;
    int fact;
    int64_t numerator, denominator;
} Setting;

static void set_fraction(void *context) {
    const Setting *setting = context;
    Number number;
    if (number_ratio(setting->evaluator->facts, setting->numerator, setting->denominator, &number) ==
        NUMBER_OK)
        frame_set_number(setting->evaluator->frame, setting->fact, number);
    else
        frame_set(setting->evaluator->frame, setting->fact, value_missing());
}

void bylaw_set_number(bylaw_evaluator *evaluator, int fact, int64_t numerator, int64_t denominator) {
    Setting setting = {evaluator, fact, numerator, denominator};
    if (!takes(evaluator, fact, SET_NUMBER)) return;
    if (denominator == 1)
        frame_set_number(evaluator->frame, fact, number_int(numerator));
    else if (!arena_try(evaluator->facts, set_fraction, &setting))
        frame_set(evaluator->frame, fact, value_missing());
}

/* 20260302 */
static void set_day(bylaw_evaluator *evaluator, int fact, int64_t day) {
    bool four_digits = day >= 0 && day <= 99991231;
    bylaw_set_date(evaluator, fact, four_digits ? (int)(day / 10000) : 0, (int)(day / 100 % 100),
                   (int)(day % 100));
}

/* What takes more than bylaw_set_all() does itself. */
static void set_other(bylaw_evaluator *evaluator, int fact, const bylaw_value *value) {
    if (!there(evaluator, fact)) return;
    bool whole = value->denominator == 1;
    if (whole && slots_set_whole(&evaluator->slots, (size_t)fact, value->number, 1)) return;
    if (whole && evaluator->setters[fact] == SET_DATE)
        set_day(evaluator, fact, value->number);
    else if (whole || value->denominator == 0)
        bylaw_set_missing(evaluator, fact);
    else
        bylaw_set_number(evaluator, fact, value->number, value->denominator);
}

__attribute__((noinline)) static void set_each(bylaw_evaluator *evaluator, const int *facts,
                                               const bylaw_value *values, size_t count) {
    for (size_t i = 0; i < count; i++) set_other(evaluator, facts[i], &values[i]);
}

/* Takes what is whole or missing; the first value that is neither, and all after it, are set one by one. */
void bylaw_set_all(bylaw_evaluator *evaluator, const int *facts, const bylaw_value *values, size_t count) {
    const FrameSlots slots = evaluator->slots;
    for (const bylaw_value *end = values + count; values < end; values++, facts++) {
        size_t fact = (size_t)*facts; /* a negative one is as large as can be */
        uint64_t known = (uint64_t)values->denominator;
        if (fact < slots.count && known <= 1 && slots_set_whole(&slots, fact, values->number, known))
            continue;
        set_each(evaluator, facts, values, (size_t)(end - values));
        return;
    }
}

void bylaw_set_yes(bylaw_evaluator *evaluator, int fact, bool yes) {
    if (takes(evaluator, fact, SET_YES)) frame_set_yes_no(evaluator->frame, fact, yes);
}

void bylaw_set_member(bylaw_evaluator *evaluator, int fact, int member) {
    if (!takes(evaluator, fact, SET_MEMBER)) return;
    if (member >= 0 && (size_t)member < evaluator->program->slots[fact].type.enumeration->count)
        frame_set_member(evaluator->frame, fact, member);
    else
        bylaw_set_missing(evaluator, fact);
}

void bylaw_set_date(bylaw_evaluator *evaluator, int fact, int year, int month, int day) {
    Date date;
    if (!takes(evaluator, fact, SET_DATE)) return;
    bool good = date_from_civil((CivilDate){year, month, day}, &date);
    frame_set(evaluator->frame, fact, good ? value_date(date) : value_missing());
}

typedef struct Deciding {
    bylaw_evaluator *evaluator;
    bool explain;
    Determination determination;
    const char *text; /* the first output, where it is one */
} Deciding;

enum { KEPT_MEMORY = 1 << 20 };

/* Numbers past 64 bits leave memory behind; it is given back from time to time, never while in use. */
static void give_back(bylaw_evaluator *evaluator) {
    if (arena_used(evaluator->arena) < evaluator->start.total + KEPT_MEMORY) return;
    arena_rewind(evaluator->arena, evaluator->start);
    evaluator->reasons = (Reasons){0};
}

/* A copy with a NUL after it, until the next. */
static const char *ended_text(bylaw_evaluator *evaluator, Text text) {
    if (text.len >= evaluator->text_room) {
        char *room = realloc(evaluator->text, 2 * text.len + 1);
        if (!room) arena_fail(evaluator->arena);
        evaluator->text = room;
        evaluator->text_room = 2 * text.len + 1;
    }
    if (text.len > 0) memcpy(evaluator->text, text.at, text.len);
    evaluator->text[text.len] = 0;
    return evaluator->text;
}

/* Is all that it answers known of its row? */
static bool is_of_row(const bylaw_evaluator *evaluator, const Determination *d) {
    if (!evaluator->table || d->outcome != OUTCOME_DECIDED || d->row == NONE) return false;
    return d->outputs == &evaluator->table->code->outputs[(size_t)d->row * d->output_count];
}

static const Value *first_output(const Determination *d) {
    return d->outcome == OUTCOME_DECIDED && d->output_count > 0 ? &d->outputs[0] : NULL;
}

static void decide(void *context) {
    Deciding *deciding = context;
    bylaw_evaluator *evaluator = deciding->evaluator;
    Determination *determination = &deciding->determination;
    give_back(evaluator);
    evaluate(evaluator->frame, evaluator->unit, deciding->explain ? &evaluator->reasons : NULL,
             determination);
    const Value *first = is_of_row(evaluator, determination) ? NULL : first_output(determination);
    if (first && is_text(*first)) deciding->text = ended_text(evaluator, first->text);
}

static const char *row_id(const bylaw_evaluator *evaluator, Index row) {
    return evaluator->row_ids + evaluator->answers[row].id;
}

static void answer_other(const Deciding *deciding, bylaw_answer *answer) {
    static const bylaw_outcome outcomes[] = {[OUTCOME_DECIDED] = BYLAW_DECIDED,
                                             [OUTCOME_UNDETERMINED] = BYLAW_UNDETERMINED,
                                             [OUTCOME_NO_ROW] = BYLAW_NO_ROW,
                                             [OUTCOME_ERROR] = BYLAW_RULE_ERROR};
    const Determination *determination = &deciding->determination;
    const Value *first = first_output(determination);
    *answer = (bylaw_answer){outcomes[determination->outcome], NONE, "", NONE, deciding->text, 0};
    if (!first || !deciding->evaluator->table) return;
    if (determination->row != NONE) {
        answer->row = determination->row;
        answer->row_id = row_id(deciding->evaluator, answer->row);
    }
    answer_member(deciding->evaluator, *first, &answer->member, &answer->text);
}

static void answer_row(const bylaw_evaluator *evaluator, Index row, bylaw_answer *answer) {
    const FirstOutput *first = &evaluator->firsts.at[evaluator->answers[row].first];
    *answer = (bylaw_answer){BYLAW_DECIDED, row, row_id(evaluator, row), first->member, first->text, 0};
}

/* Kept out of line: what it needs of the stack is not asked of decisions on a route. */
__attribute__((noinline)) static void decide_guarded(bylaw_evaluator *evaluator, bool explain,
                                                     bylaw_answer *answer) {
    Deciding deciding;
    deciding.evaluator = evaluator;
    deciding.explain = explain;
    deciding.text = "";
    if (!arena_try(evaluator->arena, decide, &deciding)) deciding.determination.outcome = OUTCOME_ERROR;
    if (is_of_row(evaluator, &deciding.determination))
        answer_row(evaluator, deciding.determination.row, answer);
    else
        answer_other(&deciding, answer);
    if (explain) answer->reasons = evaluator->reasons.len;
}

static void decide_explained(bylaw_evaluator *evaluator, bylaw_answer *answer) {
    Index row = evaluator->route ? route_explain(evaluator->route, &evaluator->reasons) : NONE;
    if (row == NONE) {
        decide_guarded(evaluator, true, answer);
        return;
    }
    answer_row(evaluator, row, answer);
    answer->reasons = evaluator->reasons.len;
}

void bylaw_decide(bylaw_evaluator *evaluator, bool explain, bylaw_answer *answer) {
    if (explain) {
        decide_explained(evaluator, answer);
        return;
    }
    Index row = evaluator->route ? route_row(evaluator->route) : NONE;
    if (row == NONE)
        decide_guarded(evaluator, false, answer);
    else
        answer_row(evaluator, row, answer);
}
