/* Deciding many cases through the public header: bound once, then no look-up and no allocation. */
#include "service/service.h"
#include <stdlib.h>
#include <string.h>

/* How a fact is set; a fact set in another way, or to what it cannot be, is missing. */
typedef enum Setter { SET_NOT, SET_NUMBER, SET_YES, SET_MEMBER, SET_DATE } Setter;

struct bylaw_evaluator {
    Arena *arena;
    Arena *facts; /* numbers past 64 bits that were set: they outlast the evaluations */
    const Program *program;
    Index unit;
    const DecisionTable *table; /* NULL: a scorecard or condition */
    Frame *frame;
    char *text; /* a copy of the first output, where it has no NUL after it */
    size_t text_room;
    const uint8_t *setters; /* of each slot */
    Reasons reasons;
    ArenaMark
        start; /* what an evaluation allocates past this (numbers past 64 bits, reasons) is given back */
    const char **row_ids;
    const char **members; /* of the first output's enum */
};

typedef struct Making {
    bylaw_evaluator *evaluator;
    Text name;
} Making;

static const char **nul_ended(Arena *arena, size_t count) {
    return arena_array(arena, const char *, count + 1);
}

static void name_rows(bylaw_evaluator *evaluator) {
    const DecisionTable *table = evaluator->table;
    evaluator->row_ids = nul_ended(evaluator->arena, table->row_count);
    for (size_t i = 0; i < table->row_count; i++)
        evaluator->row_ids[i] = text_copy(evaluator->arena, table->rows[i].id).at;
    const Type type = table->output_count ? table->outputs[0].type : (Type){0};
    if (type.kind != TYPE_ENUM) return;
    evaluator->members = nul_ended(evaluator->arena, type.enumeration->count);
    for (size_t i = 0; i < type.enumeration->count; i++)
        evaluator->members[i] = text_copy(evaluator->arena, type.enumeration->members[i]).at;
}

static Setter setter_of(TypeKind kind) {
    switch (kind) {
    case TYPE_YES_NO:
        return SET_YES;
    case TYPE_ENUM:
        return SET_MEMBER;
    case TYPE_DATE:
        return SET_DATE;
    case TYPE_INTEGER:
    case TYPE_DECIMAL:
    case TYPE_PERCENT:
    case TYPE_MONEY:
        return SET_NUMBER;
    default:
        return SET_NOT;
    }
}

static const uint8_t *setters_of(Arena *arena, const Program *program) {
    uint8_t *setters = arena_array(arena, uint8_t, program->slots_count);
    for (size_t i = 0; i < program->slots_count; i++) setters[i] = setter_of(program->slots[i].type.kind);
    return setters;
}

static void make(void *context) {
    Making *making = context;
    bylaw_evaluator *evaluator = making->evaluator;
    evaluator->unit = program_unit(evaluator->program, making->name);
    if (evaluator->unit == NONE) return;
    const Unit *unit = &evaluator->program->units[evaluator->unit];
    if (unit->kind == UNIT_TABLE || unit->kind == UNIT_AUTHORITY)
        evaluator->table = &evaluator->program->tables[unit->detail];
    if (evaluator->table) name_rows(evaluator);
    evaluator->setters = setters_of(evaluator->arena, evaluator->program);
    evaluator->frame = frame_new(evaluator->arena, evaluator->program);
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

static bool is_text(Value value) {
    return value.state == VALUE_KNOWN &&
           (value.kind == TYPE_TEXT || value.kind == TYPE_PERSON || value.kind == TYPE_OFFICE ||
            value.kind == TYPE_BODY || value.kind == TYPE_DECIDER) &&
           value.text.len > 0;
}

/* A text with a NUL after it. Every text is a part of one that has it, so that one more byte can be read. */
static const char *ended_text(bylaw_evaluator *evaluator, Text text) {
    if (text.at[text.len] == 0) return text.at;
    if (text.len >= evaluator->text_room) {
        char *room = realloc(evaluator->text, 2 * text.len);
        if (!room) arena_fail(evaluator->arena);
        evaluator->text = room;
        evaluator->text_room = 2 * text.len;
    }
    memcpy(evaluator->text, text.at, text.len);
    evaluator->text[text.len] = 0;
    return evaluator->text;
}

static void decide(void *context) {
    Deciding *deciding = context;
    Determination *determination = &deciding->determination;
    give_back(deciding->evaluator);
    evaluate(deciding->evaluator->frame, deciding->evaluator->unit,
             deciding->explain ? &deciding->evaluator->reasons : NULL, determination);
    if (determination->outcome == OUTCOME_DECIDED && determination->output_count > 0 &&
        is_text(determination->outputs[0]))
        deciding->text = ended_text(deciding->evaluator, determination->outputs[0].text);
}

static void answer_row(const Deciding *deciding, bylaw_answer *answer) {
    const bylaw_evaluator *evaluator = deciding->evaluator;
    const Determination *determination = &deciding->determination;
    answer->row = determination->row;
    answer->row_id = evaluator->row_ids[determination->row];
    if (determination->output_count == 0) return;
    Value first = determination->outputs[0];
    if (first.kind == TYPE_ENUM && first.state == VALUE_KNOWN) {
        answer->member = first.member;
        answer->text = evaluator->members[first.member];
    } else {
        answer->text = deciding->text;
    }
}

void bylaw_decide(bylaw_evaluator *evaluator, bool explain, bylaw_answer *answer) {
    static const bylaw_outcome outcomes[] = {[OUTCOME_DECIDED] = BYLAW_DECIDED,
                                             [OUTCOME_UNDETERMINED] = BYLAW_UNDETERMINED,
                                             [OUTCOME_NO_ROW] = BYLAW_NO_ROW,
                                             [OUTCOME_ERROR] = BYLAW_RULE_ERROR};
    Deciding deciding = {evaluator, explain, {.outcome = OUTCOME_ERROR, .problem = PROBLEM_TOO_LARGE}, ""};
    if (!arena_try(evaluator->arena, decide, &deciding)) deciding.determination.outcome = OUTCOME_ERROR;
    *answer = (bylaw_answer){outcomes[deciding.determination.outcome], NONE, "", NONE, "", 0};
    if (evaluator->table && deciding.determination.outcome == OUTCOME_DECIDED) answer_row(&deciding, answer);
    if (explain) answer->reasons = evaluator->reasons.len;
}
