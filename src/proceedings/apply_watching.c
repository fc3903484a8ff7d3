/* Folding: what was measured. */
#include "proceedings/triggers.h"

static void apply_measured(Applied *applied) {
    const Measured *body = applied->body;
    State *state = applied->state;
    Arena *arena = state_arena(state);
    MeasuredState *measured =
        state_change(state, SPACE_MEASURED,
                     measured_place(arena, body->metric, body->subject, body->member, body->period));
    *measured = (MeasuredState){.period = body->period,
                                .value = body->value,
                                .target = body->target,
                                .came_to = body->came_to,
                                .source = body->source,
                                .entry = applied->entry->seq,
                                .giver = applied->entry->actor,
                                .corrects = body->corrects};
    MetricSeriesState *series =
        state_change(state, SPACE_METRIC, series_place(arena, body->metric, body->subject, body->member));
    series->subject = body->subject;
    series->member = body->member;
    if (series->last == DATE_NONE || series->last < body->period) series->last = body->period;
    watch_measured(state, body, moment_date(applied->entry->happened));
}

static const FoldingRow foldings[] = {{KIND_MEASURED, apply_measured}};

bool apply_watching(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
