/* Measurements as people write them: one by name, or many in a file. */
#include "proceedings/people.h"
#include "proceedings/reading.h"

/* --- of what it was measured ---------------------------------------------------------------------------- */

/* A case of the metric's group, or what that is about; none where the metric is the organisation's. */
static bool fits_case(Reading *reading, const Metric *metric, Text *subject) {
    if (text_empty(*subject))
        return metric->group == NONE || refuse(&reading->turn, OF_WHICH_CASE, metric->name);
    if (metric->group == NONE) return refuse(&reading->turn, OF_NO_CASE, metric->name);
    Text group = reading->turn.program->groups[metric->group];
    const CaseState *found = state_case(reading->state, *subject);
    const Workflow *workflow = case_workflow(reading->state, found);
    if (!workflow || !text_equal(case_program(reading->state, found)->groups[workflow->group], group))
        return refuse(&reading->turn, OF_OTHER_CASES, metric->name, group, *subject);
    *subject = case_matter(reading->state, found)->number;
    return true;
}

static bool fits_member(Reading *reading, const Metric *metric, Text member) {
    TextList members = {0};
    if (!metric->for_each)
        return text_empty(member) || refuse(&reading->turn, FOR_NO_MEMBER, metric->name, member);
    for (size_t i = 0; i < metric->for_each->count; i++)
        texts_push(reading->arena, &members, metric->for_each->members[i]);
    if (text_empty(member))
        return refuse(&reading->turn, FOR_WHICH_MEMBER, metric->name, metric->for_each->name,
                      names_text(reading->arena, &members, " or "));
    return texts_have(&members, member) ||
           refuse(&reading->turn, NO_SUCH_MEMBER, metric->name, metric->for_each->name, member,
                  text_offer(reading->arena, member, members.at, members.len));
}

static bool fits_period(Reading *reading, const Metric *metric, Text written, Date *period) {
    Text own =
        period_text(reading->arena, metric->measured, period_of(metric->measured, reading->turn.today));
    if (!period_parse(text_trim(written), metric->measured, period))
        return refuse(&reading->turn, NO_SUCH_PERIOD, metric->name, text_of(cadence_word(metric->measured)),
                      written, own);
    return *period <= reading->turn.today || refuse(&reading->turn, PERIOD_AHEAD, metric->name,
                                                    period_text(reading->arena, metric->measured, *period));
}

/* --- one ------------------------------------------------------------------------------------------------ */

static bool read_all(Reading *reading, const Metric *metric, Text period, const Tree *value,
                     Measured *given) {
    Value read;
    Text where = where_text(reading->arena, metric->where);
    if (!fits_case(reading, metric, &given->subject) || !fits_member(reading, metric, given->member) ||
        !fits_period(reading, metric, period, &given->period) ||
        !read_value(reading, metric->name, metric->type, where, value, &read))
        return false;
    given->value = value_to_tree(reading->arena, metric->type, read);
    return true;
}

static const Metric *metric_named(const Reading *reading, Text name) {
    return &reading->turn.program->metrics[program_metric(reading->turn.program, name)];
}

bool read_measurement(Reading *reading, MeasureArgs *args) {
    const Metric *metric = metric_named(reading, args->metric);
    Measured given = {.metric = args->metric, .subject = args->subject, .member = args->member};
    Value value;
    if (!read_all(reading, metric, args->period, tree_text(reading->arena, args->value), &given) ||
        value_from_tree(reading->arena, metric->type, given.value, &value) != VALUE_OK)
        return false;
    args->subject = given.subject;
    args->value = value_to_text(reading->arena, metric->type, value);
    args->period = period_text(reading->arena, metric->measured, given.period);
    return true;
}

/* --- a file --------------------------------------------------------------------------------------------- */

typedef struct File {
    Reading *reading;
    MeasuredSheet *sheet;
    Map lines; /* from a place to the line that says what was measured there */
} File;

static bool check_heads(Reading *reading, const Tree *content) {
    static const Text known[] = {TEXT_ROW("metric"), TEXT_ROW("period"), TEXT_ROW("value"),
                                 TEXT_ROW("case"),   TEXT_ROW("for"),    TEXT_ROW("source")};
    enum { KNOWN = sizeof known / sizeof *known, NEEDED = 3 };
    TextList heads = {0}, names = {0};
    if (!read_heads(reading, content, &heads)) return false;
    for (size_t i = 0; i < KNOWN; i++) texts_push(reading->arena, &names, known[i]);
    for (size_t i = 0; i < heads.len; i++)
        if (!texts_have(&names, heads.at[i]))
            return refuse(&reading->turn, NO_SUCH_COLUMN, heads.at[i],
                          text_offer(reading->arena, heads.at[i], names.at, names.len));
    names.len = NEEDED;
    for (size_t i = 0; i < NEEDED; i++)
        if (!texts_have(&heads, known[i]))
            return refuse(&reading->turn, COLUMN_LACKS, known[i],
                          names_text(reading->arena, &names, " and "));
    return true;
}

/* Empty where the cell is, or where there is no such column. */
static Text cell_text(const Tree *fields, const char *head) {
    return text_trim(tree_get_text(fields, head));
}

/* "api_reliability of PRT-2026-001 for 2026-09" */
static Text called(const File *file, const Measured *given) {
    Arena *arena = file->reading->arena;
    Buf buf = buf_new(arena);
    buf_text(&buf, given->metric);
    if (!text_empty(given->member)) buf_format(&buf, " for %.*s", TEXT_ARG(given->member));
    if (!text_empty(given->subject)) buf_format(&buf, " of %.*s", TEXT_ARG(given->subject));
    buf_cstr(&buf, " in ");
    period_write(&buf, metric_named(file->reading, given->metric)->measured, given->period);
    return buf_done(&buf);
}

static bool stands_once(File *file, const Measured *given, const Tree *line) {
    Arena *arena = file->reading->arena;
    Text place = measured_place(arena, given->metric, given->subject, given->member, given->period);
    const Tree *other = map_get(&file->lines, place);
    if (other)
        return refuse(&file->reading->turn, MEASURED_TWICE, called(file, given),
                      text_format(arena, "%lld", (long long)line_number(other)));
    map_set(arena, &file->lines, place, (void *)(uintptr_t)line);
    return true;
}

static bool read_line(void *context, const Tree *line, const Tree *fields) {
    File *file = context;
    Reading *reading = file->reading;
    Text subject = cell_text(fields, "case"), value = cell_text(fields, "value");
    Measured given = {.member = cell_text(fields, "for"), .source = cell_text(fields, "source")};
    if (!read_metric(reading, cell_text(fields, "metric"), &given.metric)) return false;
    if (!text_empty(subject) && !read_case(reading, subject, &given.subject)) return false;
    if (!read_all(reading, metric_named(reading, given.metric), cell_text(fields, "period"),
                  tree_text(reading->arena, value), &given) ||
        !stands_once(file, &given, line))
        return false;
    *(Measured *)record_push(reading->arena, &Measured_record, &file->sheet->measured) = given;
    return true;
}

bool read_measurements(Reading *reading, ImportArgs *args) {
    File file = {.reading = reading, .sheet = record_new(reading->arena, &MeasuredSheet_record)};
    if (!is_table(args->sheet)) return refuse(&reading->turn, NO_MEASUREMENTS, (Text){0});
    if (!check_heads(reading, args->sheet) || !read_lines(reading, args->sheet, read_line, &file))
        return false;
    args->sheet = record_to_tree(reading->arena, &MeasuredSheet_record, file.sheet);
    return true;
}
