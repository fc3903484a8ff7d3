/* The reporting line: from person to person, until the limit of one covers what is asked. */
#include "engine/frame.h"

typedef struct Walking {
    Frame *frame;
    const LineCode *line;
    Date on;
    LineVisit *visit;
    void *context;
    LineWalk walk;
    Text met[LINE_PEOPLE_MOST + 1];
} Walking;

static Value read_of(const Walking *w, Index field) {
    w->frame->keys[0] = value_text(w->walk.at);
    w->frame->keys[0].kind = TYPE_PERSON;
    RowRead row = {w->line->in, field, w->frame->keys, w->on, {value_missing(), NO_ENTRY}};
    const Registry *registry = &w->frame->registry;
    if (registry->held) row.held = registry->held(registry->context, row.in, row.keys, field, row.on);
    if (w->visit) w->visit(w->context, &row);
    return row.held.value;
}

static bool was_met(const Walking *w, Text person) {
    for (int32_t i = 0; i <= w->walk.people; i++)
        if (text_equal(w->met[i], person)) return true;
    return false;
}

/* Goes one person up. False at the line's end. */
static bool go_up(Walking *w) {
    Value above = read_of(w, w->line->above);
    w->walk.end = LINE_ENDS;
    if (above.state != VALUE_KNOWN) return false;
    w->walk.at = above.text;
    w->walk.end = LINE_CIRCLES;
    if (was_met(w, above.text)) return false;
    w->walk.end = LINE_TOO_LONG;
    if (w->walk.people == LINE_PEOPLE_MOST) return false;
    w->met[++w->walk.people] = above.text;
    return true;
}

/* Who the line is from is not asked: nobody decides on their own request (law P8). */
static void walk_up(Walking *w) {
    w->met[0] = w->walk.from;
    while (go_up(w)) {
        Value limit = read_of(w, w->line->limit);
        w->walk.end = LINE_UNSAID;
        if (limit.state != VALUE_KNOWN) return;
        w->walk.end = LINE_COVERS;
        if (code_compare(&limit, &w->walk.covered) >= 0) return;
    }
}

static Value found(const LineWalk *walk) {
    if (walk->end == LINE_CIRCLES || walk->end == LINE_TOO_LONG) return error_value(PROBLEM_LINE);
    if (walk->end != LINE_COVERS) return value_missing();
    Value person = value_text(walk->at);
    person.kind = TYPE_PERSON;
    return person;
}

Value line_first(Frame *frame, const LineCode *line, Value from, LineVisit *visit, void *context,
                 LineWalk *out) {
    Value lacking, covered = frame->registers[line->covered];
    Value on = frame->registry.dated ? frame->registers[line->on] : value_date(DATE_NONE);
    if (value_lacks(from, covered, &lacking) || value_lacks(on, on, &lacking)) return lacking;
    Walking w = {.frame = frame, .line = line, .on = on.date, .visit = visit, .context = context};
    w.walk = (LineWalk){.in = line->in, .above = line->above, .limit = line->limit, .covered = covered};
    w.walk.from = w.walk.at = from.text;
    walk_up(&w);
    if (out) *out = w.walk;
    return found(&w.walk);
}
