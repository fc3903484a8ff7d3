/* Measurements: what was measured of a case or of the organisation, period by period. */
#include "proceedings/people.h"
#include "proceedings/turn.h"
#include "value/json.h"

RECORD_FIELDS(MeasuredSheet, MEASURED_SHEET_FIELDS)

/* --- what stands ---------------------------------------------------------------------------------------- */

/* No name has a space in it, so the parts cannot be taken for one another. */
Text series_place(Arena *arena, Text metric, Text subject, Text member) {
    return text_format(arena, "%.*s %.*s %.*s", TEXT_ARG(metric), TEXT_ARG(subject), TEXT_ARG(member));
}

Text measured_place(Arena *arena, Text metric, Text subject, Text member, Date period) {
    return text_format(arena, "%.*s %.*s", TEXT_ARG(series_place(arena, metric, subject, member)),
                       TEXT_ARG(date_text(arena, period)));
}

const MeasuredState *state_measured(State *state, const Metric *metric, Text subject, Text member,
                                    Date period) {
    if (period == DATE_NONE) return NULL;
    return state_object(state, SPACE_MEASURED,
                        measured_place(state_arena(state), metric->name, subject, member, period));
}

const MeasuredState *last_measured(State *state, const Metric *metric, Text subject, Text member) {
    const MetricSeriesState *series =
        state_object(state, SPACE_METRIC, series_place(state_arena(state), metric->name, subject, member));
    return series ? state_measured(state, metric, subject, member, series->last) : NULL;
}

int64_t periods_missed(State *state, const Metric *metric, Text subject, Text member, Date period,
                       int64_t most) {
    int64_t count = 0;
    for (; count < most; count++, period = period_before(metric->measured, period)) {
        const MeasuredState *measured = state_measured(state, metric, subject, member, period);
        if (!measured || !text_is(measured->came_to, "missed")) break;
    }
    return count;
}

bool state_next_series(State *state, const Metric *metric, Text from, Text *place,
                       const MetricSeriesState **series) {
    Text first = text_format(state_arena(state), "%.*s ", TEXT_ARG(metric->name));
    void *record;
    if (!state_next(state, SPACE_METRIC, text_empty(from) ? first : from, place, &record)) return false;
    *series = record;
    return text_starts(*place, first);
}

bool state_next_measured(State *state, const Metric *metric, const MetricSeriesState *series, Text from,
                         Text *place, const MeasuredState **measured) {
    Arena *arena = state_arena(state);
    Text first = text_format(arena, "%.*s ",
                             TEXT_ARG(series_place(arena, metric->name, series->subject, series->member)));
    void *record;
    if (!state_next(state, SPACE_MEASURED, text_empty(from) ? first : from, place, &record)) return false;
    *measured = record;
    return text_starts(*place, first);
}

/* --- entering ------------------------------------------------------------------------------------------- */

/* What stands already is not entered again; another value corrects it (law R1). */
static bool enter_measured(Turn *turn, const Measured *given) {
    Index index = program_metric(turn->program, given->metric);
    if (index == NONE) return refuse(turn, NO_SUCH_METRIC, given->metric, (Text){0});
    const Metric *metric = &turn->program->metrics[index];
    const MeasuredState *stands =
        state_measured(turn->state, metric, given->subject, given->member, given->period);
    Value value;
    if (value_from_tree(turn->arena, metric->type, given->value, &value) != VALUE_OK)
        return refuse(turn, DAMAGED, TEXT("a measurement that is none of its metric"));
    if (stands && json_same(turn->arena, stands->value, given->value)) return true;
    Measured body = *given;
    body.unit = metric->unit;
    body.target = metric->target_written;
    if (metric->target) body.came_to = on_target(metric, &value) ? TEXT("met") : TEXT("missed");
    body.corrects = stands ? stands->entry : 0;
    return emit(turn, KIND_MEASURED, text_empty(given->subject) ? given->metric : given->subject, &body);
}

bool enter_measurements(Turn *turn, const Tree *given) {
    Text error = {0};
    const MeasuredSheet *sheet =
        given ? record_from_tree(turn->arena, &MeasuredSheet_record, given, &error) : NULL;
    if (!sheet) return refuse(turn, DAMAGED, error);
    for (size_t i = 0; i < sheet->measured.len; i++)
        if (!enter_measured(turn, &sheet->measured.at[i])) return false;
    return true;
}

bool do_MEASURE(Turn *turn) {
    const MeasureArgs *args = turn->command->args;
    Index index = program_metric(turn->program, args->metric);
    Value value;
    Measured given = {
        .metric = args->metric, .subject = args->subject, .member = args->member, .source = args->source};
    if (!need_power(turn, ACT_MEASURE, turn->command->actor)) return false;
    if (index == NONE) return refuse(turn, NO_SUCH_METRIC, args->metric, (Text){0});
    const Metric *metric = &turn->program->metrics[index];
    if (!period_parse(args->period, metric->measured, &given.period) ||
        value_parse(turn->arena, metric->type, args->value, &value) != VALUE_OK)
        return refuse(turn, DAMAGED, TEXT("a measurement that is none of its metric"));
    given.value = value_to_tree(turn->arena, metric->type, value);
    return enter_measured(turn, &given);
}
