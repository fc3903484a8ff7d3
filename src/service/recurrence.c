/* Recurrences (RFC 5545), which libical reads: no room below may ask it (law L6), so the days are found when
 * a charter is read, as far as the charter and its calendar reach, and the rules hold the days. */
#include "service/service.h"
#include <libical/ical.h>

/* libical does not look whether it got memory; what a rule takes is less than this. */
enum { DAYS_MOST = 4096, RULE_MEMORY = 256 * 1024 };

/* As a time at midnight: of dates proper, libical 3.0 gives the first ones twice. */
static struct icaltimetype ical_day(Date date) {
    CivilDate civil = date_to_civil(date);
    struct icaltimetype day = icaltime_null_time();
    day.year = civil.year;
    day.month = civil.month;
    day.day = civil.day;
    return day;
}

static bool is_of_days(const struct icalrecurrencetype *rule) {
    return rule->freq == ICAL_DAILY_RECURRENCE || rule->freq == ICAL_WEEKLY_RECURRENCE ||
           rule->freq == ICAL_MONTHLY_RECURRENCE || rule->freq == ICAL_YEARLY_RECURRENCE;
}

static void free_iterator(void *iterator) {
    icalrecur_iterator_free(iterator);
}

/* NULL, or what is wrong with the rule. */
static const char *list_days(Arena *arena, Text rule, Date from, Date until, PhraseArg *arg) {
    arena_need(arena, RULE_MEMORY);
    struct icalrecurrencetype read =
        icalrecurrencetype_from_string(text_format(arena, "%.*s", TEXT_ARG(rule)).at);
    if (read.freq == ICAL_NO_RECURRENCE) return "RFC 5545 has no such rule";
    if (!is_of_days(&read)) return "it recurs within a day";
    if (icaltime_is_null_time(read.until))
        read.until = ical_day(until); /* what never comes is not sought for ever */
    icalrecur_iterator *iterator = icalrecur_iterator_new(read, ical_day(from));
    if (!iterator) return "its parts do not go together";
    arena_on_free(arena, free_iterator, iterator);
    for (;;) {
        struct icaltimetype next = icalrecur_iterator_next(iterator);
        Date day;
        if (icaltime_is_null_time(next) ||
            !date_from_civil((CivilDate){next.year, next.month, next.day}, &day) || day >= until)
            return arg->days.len ? NULL : "no day of the charter's is one of its";
        if (arg->days.len == DAYS_MOST) return "it has more than 4,096 days";
        *vec_push(arena, &arg->days) = day;
    }
}

/* From the first day of the charter up to its end, or to the last day that its calendar lists. */
static bool days_reached(const Model *model, Date *from, Date *until) {
    const Clause *in_force = model->charter ? decl_setting(model->charter, SETTING_IN_FORCE) : NULL;
    const Clause *by = model->charter ? decl_setting(model->charter, SETTING_WORKING_DAYS) : NULL;
    const Symbol *calendar =
        by && by->phrase.args.len ? map_get(&model->globals, by->phrase.args.at[0].name.text) : NULL;
    const Clause *listed = calendar && calendar->decl ? decl_setting(calendar->decl, SETTING_LISTED) : NULL;
    int64_t last;
    if (!in_force || in_force->from == DATE_NONE || !listed || !listed->expr || !listed->expr->right)
        return false;
    if (listed->expr->right->kind != EXPR_LITERAL ||
        !number_to_int(listed->expr->right->value.number, &last) || last > 9998 ||
        !date_from_civil((CivilDate){(int)last + 1, 1, 1}, until))
        return false;
    *from = in_force->from;
    if (in_force->until != DATE_NONE && in_force->until < *until) *until = in_force->until;
    return true;
}

/* What a trigger, or a review, says to recur; NULL: the clause says nothing of that kind. */
static PhraseArg *recurring(const Clause *clause) {
    Duty duty;
    if (clause->phrase.id == PHRASE_EVERY_RULE && clause->phrase.args.len) return &clause->phrase.args.at[0];
    return duty_of(clause, &duty) && duty.every && !text_empty(duty.every->text) ? duty.every : NULL;
}

static void read_recurrences(Arena *arena, Charter *charter, const Decl *decl, Date from, Date until) {
    for (size_t i = 0; i < decl->clauses.len; i++) {
        PhraseArg *arg = recurring(&decl->clauses.at[i]);
        if (!arg) continue;
        const char *wrong = list_days(arena, arg->text, from, until, arg);
        if (wrong) DIAGNOSE(charter->diagnostics, DIAG_NO_RECURRENCE, arg->at, text_of(wrong));
    }
}

void charter_read_recurrences(Arena *arena, Charter *charter, const Model *model) {
    Date from, until;
    if (!days_reached(model, &from, &until)) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_TRIGGER].len; i++)
        read_recurrences(arena, charter, model->of_kind[SYMBOL_TRIGGER].at[i]->decl, from, until);
    for (size_t i = 0; i < model->of_kind[SYMBOL_REVIEW].len; i++)
        read_recurrences(arena, charter, model->of_kind[SYMBOL_REVIEW].at[i]->decl, from, until);
}
