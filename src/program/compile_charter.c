/* The charter itself, its calendars and its enums. */
#include "program/compile_parts.h"
#include <stdlib.h>

void compile_enums(Compiler *c) {
    const Symbol *symbol;
    size_t count = SYMBOL_COUNT(c, ENUM) + SYMBOL_COUNT(c, REVIEW), len = 0;
    EnumType *enums = arena_array(c->arena, EnumType, count);
    for (EACH_SYMBOL(c, ENUM, symbol)) enums[len++] = *symbol->enumeration;
    for (EACH_SYMBOL(c, REVIEW, symbol)) enums[len++] = *symbol->enumeration;
    c->program->enums = enums;
    c->program->enums_count = len;
}

static void compile_groups(Compiler *c) {
    const Symbol *symbol;
    Text *groups = arena_array(c->arena, Text, SYMBOL_COUNT(c, FACTS));
    for (EACH_SYMBOL(c, FACTS, symbol)) groups[symbol->index] = symbol->name;
    c->program->groups = groups;
    c->program->groups_count = SYMBOL_COUNT(c, FACTS);
}

/* --- calendars ------------------------------------------------------------------------------------------ */

static int compare_dates(const void *left, const void *right) {
    Date a = *(const Date *)left, b = *(const Date *)right;
    return (a > b) - (a < b);
}

static void set_holidays(const Compiler *c, const Decl *decl, Calendar *calendar) {
    Date *days = arena_array(c->arena, Date, decl->clauses.len);
    size_t count = 0;
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_HOLIDAY && calendar->works[date_weekday(clause->from)])
            days[count++] = clause->from;
    }
    if (count > 1) qsort(days, count, sizeof *days, compare_dates);
    calendar->holidays = days;
    calendar->holiday_count = count;
}

static int weekday_of(const Expr *expr) {
    return weekday_named(expr->parts.at[0].text);
}

/* A week may run over its end: sunday..thursday. */
static void set_week(const Expr *range, Calendar *calendar) {
    int day = weekday_of(range->left), last = weekday_of(range->right);
    for (; day != last; day = (day + 1) % 7) calendar->works[day] = true;
    calendar->works[last] = true;
}

static int whole_of(const Expr *literal) {
    int64_t whole = 0;
    number_to_int(literal->value.number, &whole);
    return (int)whole;
}

static Calendar calendar_of(const Compiler *c, const Symbol *symbol) {
    const Expr *listed = decl_setting(symbol->decl, SETTING_LISTED)->expr;
    Calendar calendar = {
        .name = symbol->name, .first_year = whole_of(listed->left), .last_year = whole_of(listed->right)};
    set_week(decl_setting(symbol->decl, SETTING_WEEK)->expr, &calendar);
    set_holidays(c, symbol->decl, &calendar);
    return calendar;
}

static void compile_calendars(Compiler *c) {
    const Symbol *symbol;
    Calendar *calendars = arena_array(c->arena, Calendar, SYMBOL_COUNT(c, CALENDAR));
    for (EACH_SYMBOL(c, CALENDAR, symbol)) calendars[symbol->index] = calendar_of(c, symbol);
    c->program->calendars = calendars;
    c->program->calendars_count = SYMBOL_COUNT(c, CALENDAR);
}

/* --- evidence ------------------------------------------------------------------------------------------- */

static EvidenceClass evidence_of(const Compiler *c, const Clause *clause) {
    const PhraseArg *args = clause->phrase.args.at;
    EvidenceClass class = {.name = args[0].name.text,
                           .for_good = clause->phrase.id == PHRASE_EVIDENCE_FOR_GOOD,
                           .where = where_of(c, clause->at, (Text){0})};
    if (!class.for_good) class.kept = args[1].duration;
    return class;
}

static void compile_evidence(Compiler *c) {
    const Decl *charter = c->model->charter;
    EvidenceClass *classes = arena_array(c->arena, EvidenceClass, charter->clauses.len);
    size_t count = 0;
    for (size_t i = 0; i < charter->clauses.len; i++)
        if (charter->clauses.at[i].setting == SETTING_EVIDENCE)
            classes[count++] = evidence_of(c, &charter->clauses.at[i]);
    c->program->evidence = classes;
    c->program->evidence_count = count;
}

static void compile_notices(Compiler *c) {
    const Clause *clause = decl_setting(c->model->charter, SETTING_NOTICES);
    NoticeGroup group;
    for (size_t i = 0; clause && i < clause->names.len; i++)
        if (notice_find(clause->names.at[i].text, &group)) c->program->notices[group] = true;
}

/* --- the charter ---------------------------------------------------------------------------------------- */

static void set_series(Program *program, const Clause *clause) {
    for (size_t i = 0; i + 1 < clause->names.len; i += 2) {
        Text key = clause->names.at[i].text, letters = clause->names.at[i + 1].text;
        if (text_is(key, "cases")) program->case_series = letters;
        if (text_is(key, "meetings")) program->meeting_series = letters;
        if (text_is(key, "motions")) program->motion_series = letters;
        if (text_is(key, "delegations")) program->delegation_series = letters;
    }
}

void compile_charter(Compiler *c) {
    const Decl *charter = c->model->charter;
    const Clause *in_force = decl_setting(charter, SETTING_IN_FORCE);
    Program *program = c->program;
    program->title = charter->title;
    program->edition = decl_setting(charter, SETTING_EDITION)->text;
    number_to_int(decl_setting(charter, SETTING_LANGUAGE)->phrase.args.at[0].number, &program->language);
    program->from = in_force->from;
    program->until = in_force->until;
    program->time_zone = decl_setting(charter, SETTING_TIME_ZONE)->text;
    program->delegation_series = TEXT(DELEGATION_SERIES);
    set_series(program, decl_setting(charter, SETTING_SERIES));
    Name calendar = decl_setting(charter, SETTING_WORKING_DAYS)->phrase.args.at[0].name;
    program->working_days = (Index)((const Symbol *)map_get(&c->model->globals, calendar.text))->index;
    compile_groups(c);
    compile_calendars(c);
    compile_evidence(c);
    compile_notices(c);
}
