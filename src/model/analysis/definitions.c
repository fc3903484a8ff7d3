/* On every day on which the charter is in force, a definition means one thing. */
#include "model/analysis/analysis.h"

/* How far the lines of a definition have been followed, by the days on which they begin to hold. */
typedef struct Following {
    const Model *model;
    const Symbol *symbol;
    Diagnostics *out;
    Days asked;         /* the charter's own */
    const Clause *last; /* the line that holds longest so far; NULL: none yet */
} Following;

static bool holds_for_ever(const Clause *clause) {
    return clause && clause->until == DATE_NONE;
}

/* The days from the last line's end until another begins (DATE_NONE: none does): on which of those that are
 * asked for is there nothing? */
static void find_gap(const Following *f, Date until) {
    Date from = f->last ? f->last->until : DATE_NONE;
    if (from < f->asked.from) from = f->asked.from;
    if (until == DATE_NONE || (f->asked.until != DATE_NONE && f->asked.until < until)) until = f->asked.until;
    if (until != DATE_NONE && from >= until) return;
    DIAGNOSE(f->out, DIAG_NOT_IN_FORCE, f->symbol->at, f->symbol->name, date_text(f->model->arena, from));
}

/* A day that two lines share, one of the charter's where there is one. */
static Date shared_day(const Following *f, const Clause *one, const Clause *two) {
    Date day = one->from > two->from ? one->from : two->from;
    if (day < f->asked.from && days_hold(days_of(one), f->asked.from) &&
        days_hold(days_of(two), f->asked.from))
        return f->asked.from;
    if (day != DATE_NONE) return day;
    return (two->until == DATE_NONE || (one->until != DATE_NONE && one->until < two->until) ? one : two)
               ->until -
           1;
}

static void follow(Following *f, const Clause *clause) {
    bool overlaps = f->last && (holds_for_ever(f->last) || clause->from < f->last->until);
    if (overlaps)
        DIAGNOSE(f->out, DIAG_TWICE_IN_FORCE, clause->at, f->symbol->name,
                 date_text(f->model->arena, shared_day(f, f->last, clause)))
            ->other = f->last->at;
    else if (clause->from != DATE_NONE)
        find_gap(f, clause->from);
    bool longer = !f->last || holds_for_ever(clause) || clause->until > f->last->until;
    if (longer && !holds_for_ever(f->last)) f->last = clause;
}

void analyse_definitions(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    for (size_t i = 0; i < model->of_kind[SYMBOL_DEFINITION].len; i++) {
        const Symbol *symbol = model->of_kind[SYMBOL_DEFINITION].at[i];
        Meanings meanings = decl_meanings(model->arena, symbol->decl);
        Following f = {model, symbol, diagnostics, charter_days(model), NULL};
        for (size_t k = 0; k < meanings.len; k++) follow(&f, meanings.at[k]);
        if (!holds_for_ever(f.last)) find_gap(&f, DATE_NONE);
    }
}
