/* Metrics and triggers. */
#include "program/compile_parts.h"

/* --- metrics -------------------------------------------------------------------------------------------- */

static Cadence cadence_of(PhraseId id) {
    switch (id) {
    case PHRASE_MEASURED_DAILY:
    case PHRASE_EVERY_DAY:
        return CADENCE_DAILY;
    case PHRASE_MEASURED_WEEKLY:
    case PHRASE_EVERY_WEEK:
        return CADENCE_WEEKLY;
    case PHRASE_MEASURED_QUARTERLY:
    case PHRASE_EVERY_QUARTER:
        return CADENCE_QUARTERLY;
    case PHRASE_MEASURED_YEARLY:
    case PHRASE_EVERY_YEAR:
        return CADENCE_YEARLY;
    default:
        return CADENCE_MONTHLY;
    }
}

static void set_target(const Compiler *c, const Symbol *symbol, Metric *metric) {
    const Clause *target = decl_setting(symbol->decl, SETTING_TARGET);
    if (!target) return;
    Buf buf = buf_new(c->arena);
    CellCode *code = arena_make(c->arena, CellCode);
    *code = compile_cell(c, symbol->type, target->cell);
    cell_write(&buf, target->cell);
    metric->target = code;
    metric->target_written = buf_done(&buf);
}

static Index group_of(const Symbol *symbol) {
    return symbol->parent ? (Index)symbol->parent->index : NONE;
}

static Text text_said(const Decl *decl, SettingId setting) {
    const Clause *clause = decl_setting(decl, setting);
    return clause ? clause->text : (Text){0};
}

static Metric metric_of(const Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    Metric metric = {.name = symbol->name,
                     .type = own_type(c, symbol->type),
                     .group = group_of(symbol),
                     .for_each = own_enum(c, symbol->enumeration),
                     .slot = slot_read(c, symbol),
                     .measured = cadence_of(phrase_of(decl, SETTING_MEASURED)),
                     .unit = text_said(decl, SETTING_UNIT),
                     .direction = phrase_of(decl, SETTING_DIRECTION),
                     .where = where_of(c, decl->at, decl->source)};
    set_target(c, symbol, &metric);
    return metric;
}

static void compile_metrics(Compiler *c) {
    const Symbol *symbol;
    Metric *metrics = arena_array(c->arena, Metric, SYMBOL_COUNT(c, METRIC));
    for (EACH_SYMBOL(c, METRIC, symbol)) metrics[symbol->index] = metric_of(c, symbol);
    c->program->metrics = metrics;
    c->program->metrics_count = SYMBOL_COUNT(c, METRIC);
}

/* --- triggers ------------------------------------------------------------------------------------------- */

typedef VEC(Trigger) Triggers;

static const Symbol *global(const Compiler *c, Name name) {
    return map_get(&c->model->globals, name.text);
}

/* NONE where the rules are read without their workflows. */
static Index workflow_named(const Compiler *c, Name name) {
    const Symbol *symbol = global(c, name);
    return symbol && symbol->kind == SYMBOL_WORKFLOW ? (Index)symbol->index : NONE;
}

static int64_t count_of(const PhraseArg *arg) {
    int64_t count = 1;
    number_to_int(arg->number, &count);
    return count;
}

static void set_phrase(const Compiler *c, const Symbol *trigger, const Phrase *phrase, Cause *cause) {
    const PhraseArg *args = phrase->args.at;
    switch (phrase->id) {
    case PHRASE_WHEN_MISSES:
    case PHRASE_WHEN_MISSES_LONG:
        cause->kind = CAUSE_MISSES;
        cause->metric = (Index)global(c, args[0].name)->index;
        cause->count = phrase->args.len > 1 ? count_of(&args[1]) : 1;
        break;
    case PHRASE_WHEN_CHANGED:
        cause->kind = CAUSE_CHANGED;
        cause->slot = slot_given(c, map_get(&trigger->parent->inner, args[0].name.text));
        break;
    case PHRASE_WHEN_CASES:
        cause->kind = CAUSE_CASES;
        cause->count = count_of(&args[0]);
        cause->workflow = workflow_named(c, args[1].name);
        cause->within = args[2].duration;
        break;
    case PHRASE_EVERY_RULE:
        cause->kind = CAUSE_DAYS;
        cause->days = args[0].days.at;
        cause->day_count = args[0].days.len;
        break;
    default:
        cause->kind = CAUSE_CADENCE;
        cause->cadence = cadence_of(phrase->id);
    }
}

static void set_day(const Compiler *c, Date day, Cause *cause) {
    Date *days = arena_array(c->arena, Date, 1);
    days[0] = day;
    cause->kind = CAUSE_DAY;
    cause->days = days;
    cause->day_count = 1;
}

/* The words of a line with one space between them, however its author has aligned it. */
static Text spaced_once(Arena *arena, Text line) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < line.len; i++)
        if (line.at[i] != ' ' || (i > 0 && line.at[i - 1] != ' ')) buf_char(&buf, line.at[i]);
    return buf_done(&buf);
}

/* A condition is written as it is compiled; else the line says it. */
static Text written(const Compiler *c, const Clause *clause, Index condition) {
    if (condition == NONE) return spaced_once(c->arena, source_text(c->model->ast->sources, clause->at));
    return text_format(c->arena, "when %.*s", TEXT_ARG(c->units.at[condition].written));
}

static Cause cause_of(Compiler *c, const Symbol *trigger, const Clause *clause) {
    const Decl *decl = trigger->decl;
    Cause cause = {.metric = NONE,
                   .slot = NONE,
                   .condition = NONE,
                   .workflow = NONE,
                   .where = where_of(c, clause->at, decl->source)};
    if (clause->expr) {
        cause.kind = CAUSE_CONDITION;
        cause.condition = compile_condition(c, clause->expr, decl->source);
    } else if (clause->setting == SETTING_TRIGGER_ON) {
        set_day(c, clause->from, &cause);
    } else {
        set_phrase(c, trigger, &clause->phrase, &cause);
    }
    cause.written = written(c, clause, cause.condition);
    return cause;
}

static bool fires(SettingId setting) {
    return setting == SETTING_TRIGGER_WHEN || setting == SETTING_TRIGGER_ON ||
           setting == SETTING_TRIGGER_EVERY;
}

static Trigger trigger_of(Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *rests = decl_setting(decl, SETTING_RESTS);
    const Clause *in_force = decl_in_force(decl);
    VEC(Cause) causes = {0};
    day_begin(c, decl);
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (fires(decl->clauses.at[i].setting))
            *vec_push(c->arena, &causes) = cause_of(c, symbol, &decl->clauses.at[i]);
    return (Trigger){.name = symbol->name,
                     .because = text_said(decl, SETTING_BECAUSE),
                     .group = group_of(symbol),
                     .causes = causes.at,
                     .cause_count = causes.len,
                     .opens = workflow_named(c, decl_setting(decl, SETTING_OPENS)->names.at[0]),
                     .review = NONE,
                     .outcome = NONE,
                     .rests = rests ? rests->phrase.args.at[0].duration : (Duration){0},
                     .from = in_force ? in_force->from : DATE_NONE,
                     .until = in_force ? in_force->until : DATE_NONE,
                     .day = c->day,
                     .where = where_of(c, decl->at, decl->source)};
}

/* --- what reviews open ---------------------------------------------------------------------------------- */

static Cause cause_of_duty(const Compiler *c, const Symbol *review, const Clause *clause, const Duty *duty) {
    Cause cause = {.metric = NONE,
                   .slot = NONE,
                   .condition = NONE,
                   .workflow = NONE,
                   .times = duty->times ? count_of(duty->times) : 0,
                   .written = written(c, clause, NONE),
                   .where = where_of(c, clause->at, review->decl->source)};
    if (duty->changed) {
        cause.kind = CAUSE_CHANGED;
        cause.slot = slot_given(c, map_get(&review->parent->inner, duty->changed->name.text));
    } else if (!text_empty(duty->every->text)) {
        cause.kind = CAUSE_DAYS;
        cause.days = duty->every->days.at;
        cause.day_count = duty->every->days.len;
    } else {
        cause.kind = CAUSE_INTERVAL;
        cause.within = duty->every->duration;
    }
    return cause;
}

static Trigger trigger_of_review(const Compiler *c, const Symbol *review, const Duty *duty,
                                 const Clause *clause) {
    return (Trigger){.name = review->name,
                     .group = group_of(review),
                     .opens = workflow_named(c, duty->opens->name),
                     .review = (Index)review->index,
                     .outcome = NONE,
                     .from = DATE_NONE,
                     .until = DATE_NONE,
                     .day = NONE,
                     .where = where_of(c, clause->at, review->decl->source)};
}

static void set_causes(Compiler *c, Trigger *trigger, const Cause *causes, size_t count) {
    Cause *own = arena_array(c->arena, Cause, count);
    memcpy(own, causes, count * sizeof *own);
    trigger->causes = own;
    trigger->cause_count = count;
}

/* Each outcome that opens something is a trigger, `REVIEW.OUTCOME`; all that hold the review again are one,
 * which has its name. */
static void add_duties(Compiler *c, const Symbol *review, Triggers *triggers) {
    VEC(Cause) again = {0};
    Trigger reassessing = {0};
    Duty duty;
    for (size_t i = 0; i < review->decl->clauses.len; i++) {
        const Clause *clause = &review->decl->clauses.at[i];
        if (!duty_of(clause, &duty) || !duty.opens) continue;
        Cause cause = cause_of_duty(c, review, clause, &duty);
        Trigger trigger = trigger_of_review(c, review, &duty, clause);
        if (duty.outcome) {
            Text outcome = duty.outcome->name.text;
            trigger.name = text_format(c->arena, "%.*s.%.*s", TEXT_ARG(review->name), TEXT_ARG(outcome));
            trigger.outcome = (Index)((const Symbol *)map_get(&review->inner, outcome))->index;
            set_causes(c, &trigger, &cause, 1);
            *vec_push(c->arena, triggers) = trigger;
        } else {
            if (again.len == 0) reassessing = trigger;
            *vec_push(c->arena, &again) = cause;
        }
    }
    if (again.len == 0) return;
    set_causes(c, &reassessing, again.at, again.len);
    *vec_push(c->arena, triggers) = reassessing;
}

void compile_watching(Compiler *c) {
    const Symbol *symbol;
    Triggers triggers = {0};
    compile_metrics(c);
    for (EACH_SYMBOL(c, TRIGGER, symbol)) *vec_push(c->arena, &triggers) = trigger_of(c, symbol);
    day_begin(c, NULL);
    for (EACH_SYMBOL(c, REVIEW, symbol)) add_duties(c, symbol, &triggers);
    c->program->triggers = triggers.at;
    c->program->triggers_count = triggers.len;
}
