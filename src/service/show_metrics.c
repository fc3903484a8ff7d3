/* What was measured: of a case, each metric's last; of a metric, its series, and of one of these each period.
 */
#include "service/reading.h"

static Text shown_value(Reading *reading, const Metric *metric, const Tree *value) {
    Value read;
    if (value_from_tree(reading->arena, metric->type, value, &read) != VALUE_OK) return TEXT("missing");
    return value_to_text(reading->arena, metric->type, read);
}

static void set_measured(Reading *reading, const Metric *metric, const MeasuredState *measured, Tree *map) {
    Arena *arena = reading->arena;
    tree_set_text(arena, map, "period", period_text(arena, metric->measured, measured->period));
    tree_set_text(arena, map, "value", shown_value(reading, metric, measured->value));
    tree_set_some(reading->arena, map, "unit", metric->unit);
    tree_set_some(reading->arena, map, "target", measured->target);
    tree_set_some(reading->arena, map, "came_to", measured->came_to);
    tree_set_some(reading->arena, map, "source", measured->source);
    tree_set_int(arena, map, "entry", measured->entry);
    tree_set_text(arena, map, "giver", called(reading->state, measured->giver));
    if (measured->corrects) tree_set_int(arena, map, "corrects", measured->corrects);
}

enum { MISSED_MOST = 999 };

/* How often the target was missed one after another, where that is more than once. */
static void set_last(Reading *reading, const Metric *metric, const MetricSeriesState *series, Tree *map) {
    const MeasuredState *last = last_measured(reading->state, metric, series->subject, series->member);
    if (!last) return;
    int64_t missed =
        periods_missed(reading->state, metric, series->subject, series->member, last->period, MISSED_MOST);
    set_measured(reading, metric, last, map);
    if (missed > 1) tree_set_int(reading->arena, map, "missed_in_a_row", missed);
}

/* --- of a case ------------------------------------------------------------------------------------------ */

static void show_of_case(Reading *reading, const CaseState *subject, const Metric *metric, Text member,
                         Tree *list) {
    MetricSeriesState series = {.subject = subject->number, .member = member};
    if (!last_measured(reading->state, metric, series.subject, member)) return;
    Tree *map = tree_add_map(reading->arena, list);
    tree_set_text(reading->arena, map, "metric", metric->name);
    tree_set_some(reading->arena, map, "for", member);
    set_last(reading, metric, &series, map);
}

void show_measurements(Reading *reading, const CaseState *subject, Tree *document) {
    const Program *program = case_program(reading->state, subject);
    const Workflow *workflow = case_workflow(reading->state, subject);
    if (!workflow || program->metrics_count == 0) return;
    Tree *list = tree_set_list(reading->arena, document, "measurements");
    for (size_t i = 0; i < program->metrics_count; i++) {
        const Metric *metric = &program->metrics[i];
        if (metric->group != workflow->group) continue;
        if (!metric->for_each) show_of_case(reading, subject, metric, (Text){0}, list);
        for (size_t m = 0; metric->for_each && m < metric->for_each->count; m++)
            show_of_case(reading, subject, metric, metric->for_each->members[m], list);
    }
}

/* --- of a metric ---------------------------------------------------------------------------------------- */

/* "PRT-1", "health", or both; what is named of a series must be its own. */
static bool is_asked(Reading *reading, const MetricSeriesState *series) {
    for (size_t i = 0; i < reading->options->key_count; i++) {
        Text key = text_of(reading->options->keys[i]);
        Text number = whole_number(reading->arena, key, reading->today);
        if (!text_equal(number, series->subject) && !text_equal(key, series->member)) return false;
    }
    return true;
}

static void show_periods(Reading *reading, const Metric *metric, const MetricSeriesState *series, Tree *map) {
    const MeasuredState *measured;
    Text place = {0};
    Tree *list = tree_set_list(reading->arena, map, "periods");
    while (state_next_measured(reading->state, metric, series, place, &place, &measured)) {
        set_measured(reading, metric, measured, tree_add_map(reading->arena, list));
        place = key_after(reading->arena, place);
    }
}

static void show_series(Reading *reading, const Metric *metric, const MetricSeriesState *series, bool whole,
                        Tree *list) {
    Tree *map = tree_add_map(reading->arena, list);
    tree_set_some(reading->arena, map, "case", series->subject);
    tree_set_some(reading->arena, map, "for", series->member);
    set_last(reading, metric, series, map);
    if (whole) show_periods(reading, metric, series, map);
}

bool show_metric(Reading *reading, Text name) {
    Index index = program_metric(reading->program, name);
    if (index == NONE) return false;
    const Metric *metric = &reading->program->metrics[index];
    const MetricSeriesState *series;
    Text place = {0};
    result_kind(reading->result, BYLAW_DONE, "metric");
    Tree *document = reading->result->document;
    tree_set_text(reading->arena, document, "name", metric->name);
    tree_set_text(reading->arena, document, "measured", text_of(cadence_word(metric->measured)));
    tree_set_some(reading->arena, document, "target", metric->target_written);
    tree_set_some(reading->arena, document, "unit", metric->unit);
    Tree *list = tree_set_list(reading->arena, document, "series");
    bool one = metric->group == NONE && !metric->for_each;
    while (state_next_series(reading->state, metric, place, &place, &series)) {
        if (is_asked(reading, series))
            show_series(reading, metric, series, one || reading->options->key_count > 0, list);
        place = key_after(reading->arena, place);
    }
    return true;
}
