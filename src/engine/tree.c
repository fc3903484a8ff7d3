#include "engine/frame.h"

/* The type a value is written by: a criterion may hold several people's scores as a list. */
static Type written_type(const Slot *slot, Value value) {
    Type type = slot->type;
    if (value_known(value) && value.kind == TYPE_LIST && type.kind != TYPE_LIST) {
        type.element = type.kind;
        type.kind = TYPE_LIST;
    }
    return type;
}

Text slot_value_text(Arena *arena, const Program *program, Index slot, Value value) {
    return value_to_text(arena, written_type(&program->slots[slot], value), value);
}

static Tree *slot_value_tree(Arena *arena, const Program *program, Index slot, Value value) {
    return value_to_tree(arena, written_type(&program->slots[slot], value), value);
}

static Text unit_kind_word(UnitKind kind) {
    switch (kind) {
    case UNIT_CONDITION:
        return TEXT("condition");
    case UNIT_DEFINITION:
        return TEXT("definition");
    case UNIT_SCORECARD:
        return TEXT("scorecard");
    case UNIT_CHECKLIST:
        return TEXT("checklist");
    case UNIT_TABLE:
        return TEXT("table");
    case UNIT_AUTHORITY:
        break;
    }
    return TEXT("authority");
}

static Text outcome_word(Outcome outcome) {
    switch (outcome) {
    case OUTCOME_DECIDED:
        return TEXT("decided");
    case OUTCOME_UNDETERMINED:
        return TEXT("undetermined");
    case OUTCOME_NO_ROW:
        return TEXT("no_row");
    case OUTCOME_ERROR:
        break;
    }
    return TEXT("error");
}

static Text problem_word(Problem problem) {
    switch (problem) {
    case PROBLEM_NONE:
        break;
    case PROBLEM_TOO_LARGE:
        return TEXT("too_large");
    case PROBLEM_DIVIDED_BY_ZERO:
        return TEXT("divided_by_zero");
    case PROBLEM_TWO_ROWS:
        return TEXT("two_rows");
    case PROBLEM_TWO_EXCEPTIONS:
        return TEXT("two_exceptions");
    case PROBLEM_OFF_SCALE:
        return TEXT("off_scale");
    case PROBLEM_NOT_APPLICABLE:
        return TEXT("not_applicable");
    case PROBLEM_LINE:
        return TEXT("line");
    case PROBLEM_NEGATIVE_ROOT:
        return TEXT("negative_root");
    case PROBLEM_NO_SUCH_TIME:
        return TEXT("no_such_time");
    case PROBLEM_NOT_IN_FORCE:
        return TEXT("not_in_force");
    }
    return TEXT("");
}

static Text slot_kind_word(SlotKind kind) {
    switch (kind) {
    case SLOT_FACT:
        return TEXT("stated");
    case SLOT_SCORE:
        return TEXT("scored");
    case SLOT_ITEM:
        return TEXT("answered");
    case SLOT_REVIEW:
    case SLOT_REVIEW_FACT:
        return TEXT("reviewed");
    case SLOT_STEP:
        return TEXT("given by the step");
    case SLOT_DAY:
        return TEXT("given by the day");
    case SLOT_CALENDAR:
        return TEXT("listed");
    case SLOT_TOTAL:
        return TEXT("added up");
    case SLOT_METRIC:
        return TEXT("measured");
    case SLOT_COMPUTED:
        break;
    }
    return TEXT("computed");
}

Text item_standing_word(ItemStanding standing) {
    static const Text words[] = {
#define X(name, word) TEXT_ROW(word),
        ITEM_STANDINGS(X)
#undef X
    };
    return words[standing];
}

void where_to_tree(Arena *arena, const Where *where, Tree *map) {
    tree_set_text(arena, map, "path", where->path);
    tree_set_int(arena, map, "line", where->line);
    tree_set_some(arena, map, "source", where->source);
}

static void set_where(Arena *arena, Tree *map, const Where *where) {
    where_to_tree(arena, where, tree_set_map(arena, map, "where"));
}

static void set_unit(Arena *arena, Tree *map, const Unit *unit) {
    tree_set_text(arena, map, "unit", unit->kind == UNIT_CONDITION ? unit->written : unit->name);
    tree_set_text(arena, map, "kind", unit_kind_word(unit->kind));
}

/* --- the steps: each unit that was evaluated, with what it rests on ------------------------------------- */

typedef struct Steps {
    Arena *arena;
    const Program *program;
    const Unit *unit; /* the one whose reasons are read */
    Text written;     /* of a condition or a definition: its expression */
    Tree *list, *step, *row, *score;
} Steps;

static Tree *list_of(Arena *arena, Tree *map, const char *key) {
    Tree *list = tree_get(map, key);
    return list ? list : tree_set_list(arena, map, key);
}

static Index value_slot(const Program *program, const Unit *unit, Value value) {
    if (unit->kind == UNIT_DEFINITION) return program->definitions[unit->detail].slot;
    if (unit->kind == UNIT_CHECKLIST && value.kind == TYPE_YES_NO)
        return program->checklists[unit->detail].complete_slot;
    if (unit->kind == UNIT_CHECKLIST) return program->checklists[unit->detail].open_slot;
    if (unit->kind != UNIT_SCORECARD) return program->tables[unit->detail].outputs[0].slot;
    const Scorecard *scorecard = &program->scorecards[unit->detail];
    return value.kind == TYPE_YES_NO ? scorecard->eligible_slot : scorecard->total_slot;
}

static void add_unit(Steps *s, const Reason *reason) {
    s->unit = &s->program->units[reason->index];
    s->step = tree_add_map(s->arena, s->list);
    set_unit(s->arena, s->step, s->unit);
    const Meaning *meaning = s->unit->kind == UNIT_DEFINITION ? reason->meaning : NULL;
    set_where(s->arena, s->step, meaning ? &meaning->where : &s->unit->where);
    s->written = meaning ? meaning->written : s->unit->written;
    if (meaning) tree_set_text(s->arena, s->step, "means", s->written);
    if (!value_known(reason->value)) return;
    if (s->unit->kind == UNIT_CONDITION) {
        tree_set_bool(s->arena, s->step, "value", reason->value.yes);
        return;
    }
    Index slot = value_slot(s->program, s->unit, reason->value);
    tree_set(s->arena, s->step, TEXT("value"), slot_value_tree(s->arena, s->program, slot, reason->value));
}

static void add_row(Steps *s, const Reason *reason) {
    s->row = tree_add_map(s->arena, list_of(s->arena, s->step, "rows"));
    tree_set_text(s->arena, s->row, "row", *reason->detail);
    set_where(s->arena, s->row, &s->program->tables[s->unit->detail].rows[reason->index].where);
}

static void add_exception(Steps *s, const Reason *reason) {
    const TableException *exception = &s->program->tables[s->unit->detail].exceptions[reason->index];
    Tree *map = tree_add_map(s->arena, list_of(s->arena, s->step, "exceptions"));
    tree_set_text(s->arena, map, "exception", exception->name);
    tree_set_text(s->arena, map, "when", exception->written);
    if (value_known(reason->value)) tree_set_bool(s->arena, map, "applies", reason->yes);
    set_where(s->arena, map, &exception->where);
}

static void add_column(Steps *s, const Reason *reason) {
    const ColumnCode *column = &s->program->tables[s->unit->detail].code->columns[reason->index];
    Tree *test = tree_add_map(s->arena, list_of(s->arena, s->row, "tests"));
    tree_set_text(s->arena, test, "column", column->head);
    tree_set(s->arena, test, TEXT("value"),
             slot_value_tree(s->arena, s->program, column->slot, reason->value));
    tree_set_text(s->arena, test, "test", *reason->detail);
}

static Text weighted_text(Arena *arena, const Criterion *criterion, Number score) {
    Number weighted = number_int(0);
    number_mul(arena, criterion->weight, score, &weighted);
    return number_text(arena, weighted);
}

/* weight 25% x score 9 = 9/4, each number as its text */
static void add_criterion(Steps *s, const Reason *reason) {
    const Criterion *criterion = &s->program->scorecards[s->unit->detail].criteria[reason->index];
    s->score = tree_add_map(s->arena, list_of(s->arena, s->step, "scores"));
    tree_set_text(s->arena, s->score, "criterion", criterion->name);
    tree_set_text(s->arena, s->score, "weight", number_text(s->arena, criterion->weight));
    set_where(s->arena, s->score, &criterion->where);
    if (!value_known(reason->value)) return;
    tree_set_text(s->arena, s->score, "combined", number_text(s->arena, reason->value.number));
    tree_set_text(s->arena, s->score, "weighted", weighted_text(s->arena, criterion, reason->value.number));
}

static void add_minimum(Steps *s, const Reason *reason) {
    const Criterion *criterion = &s->program->scorecards[s->unit->detail].criteria[reason->index];
    tree_set_text(s->arena, s->score, "minimum", number_text(s->arena, criterion->minimum));
    if (value_known(reason->value)) tree_set_bool(s->arena, s->score, "met", reason->yes);
}

static void add_item(Steps *s, const Reason *reason) {
    const ChecklistItem *item = &s->program->checklists[s->unit->detail].items[reason->index];
    Tree *map = tree_add_map(s->arena, list_of(s->arena, s->step, "items"));
    tree_set_text(s->arena, map, "item", item->name);
    tree_set_text(s->arena, map, "requirement", item->requirement);
    tree_set_some(s->arena, map, "evidence", item->evidence);
    tree_set_text(s->arena, map, "stands", item_standing_word((ItemStanding)reason->value.member));
    if (item->applies != NONE) tree_set_text(s->arena, map, "applies_when", item->written);
    set_where(s->arena, map, &item->where);
}

static void add_comparison(Steps *s, const Reason *reason) {
    Tree *comparison = tree_add_map(s->arena, list_of(s->arena, s->step, "comparisons"));
    tree_set_text(s->arena, comparison, "written", *reason->detail);
    if (value_known(reason->value)) tree_set_bool(s->arena, comparison, "held", reason->yes);
    if (reason->personal) tree_set_bool(s->arena, comparison, "personal", true);
}

/* A fact of yes or no that a condition names by itself is a comparison like the others. */
static void add_plain_fact(Steps *s, const Reason *reason) {
    const Slot *slot = &s->program->slots[reason->index];
    bool condition = s->unit->kind == UNIT_CONDITION || s->unit->kind == UNIT_DEFINITION ||
                     s->unit->kind == UNIT_CHECKLIST;
    bool plain = condition && reason->depth == 1 && slot->type.kind == TYPE_YES_NO;
    if (!plain || text_equal(s->written, slot->name)) return;
    Reason fact = *reason;
    fact.detail = &slot->name;
    fact.yes = value_known(reason->value) && reason->value.yes;
    fact.personal = slot->personal;
    add_comparison(s, &fact);
}

static void add_steps(Arena *arena, const Program *program, Index unit, Tree *list, const Reasons *reasons) {
    Steps s = {.arena = arena, .program = program, .unit = &program->units[unit], .list = list};
    for (size_t i = 0; i < reasons->len; i++) {
        const Reason *reason = &reasons->at[i];
        switch (reason->kind) {
        case REASON_UNIT:
            add_unit(&s, reason);
            break;
        case REASON_ROW:
            add_row(&s, reason);
            break;
        case REASON_EXCEPTION:
            add_exception(&s, reason);
            break;
        case REASON_COLUMN:
            add_column(&s, reason);
            break;
        case REASON_CRITERION:
            add_criterion(&s, reason);
            break;
        case REASON_MINIMUM:
            add_minimum(&s, reason);
            break;
        case REASON_ITEM:
            add_item(&s, reason);
            break;
        case REASON_COMPARE:
            add_comparison(&s, reason);
            break;
        case REASON_SLOT:
            add_plain_fact(&s, reason);
            break;
        case REASON_LOOKUP: /* among the facts */
            break;
        }
    }
}

/* --- the facts ------------------------------------------------------------------------------------------ */

static void add_fact(Arena *arena, const Program *program, Tree *fact, const Reason *reason) {
    const Slot *slot = &program->slots[reason->index];
    tree_set_text(arena, fact, "fact", slot->name);
    tree_set(arena, fact, TEXT("value"), slot_value_tree(arena, program, reason->index, reason->value));
    if (reason->value.state == VALUE_NOT_APPLICABLE) tree_set_bool(arena, fact, "not_applicable", true);
    tree_set_text(arena, fact, "how", slot_kind_word(slot->kind));
}

static void add_row_read(Arena *arena, const Program *program, Tree *fact, const RowRead *row) {
    const Register *in = &program->registers[row->in];
    tree_set_text(arena, fact, "fact", row_read_text(arena, program, row));
    tree_set(arena, fact, TEXT("value"), value_to_tree(arena, in->fields[row->field].type, row->held.value));
    tree_set_text(arena, fact, "how", TEXT("registered"));
    Tree *keys = tree_set_list(arena, fact, "key");
    for (size_t i = 0; i < in->key_count; i++)
        tree_add(arena, keys, value_to_tree(arena, in->fields[in->keys[i]].type, row->keys[i]));
    if (row->on != DATE_NONE) tree_set_text(arena, fact, "on", date_text(arena, row->on));
    if (row->held.entry != NO_ENTRY) tree_set_int(arena, fact, "entry", row->held.entry);
}

/* Every fact that was used, once. */
static void add_facts(Arena *arena, const Program *program, Tree *list, const Reasons *reasons) {
    for (size_t i = 0; i < reasons->len; i++) {
        const Reason *reason = &reasons->at[i];
        bool row = reason->kind == REASON_LOOKUP;
        if ((!row && reason->kind != REASON_SLOT) || !is_first_mention(program, reasons, i)) continue;
        Tree *fact = tree_add_map(arena, list);
        if (row)
            add_row_read(arena, program, fact, reason->row);
        else
            add_fact(arena, program, fact, reason);
    }
}

/* --- a line that led to nobody -------------------------------------------------------------------------- */

static Text line_end_word(LineEnd end) {
    switch (end) {
    case LINE_COVERS:
        return TEXT("covers");
    case LINE_ENDS:
        return TEXT("ends");
    case LINE_UNSAID:
        return TEXT("unsaid");
    case LINE_CIRCLES:
        return TEXT("circles");
    case LINE_TOO_LONG:
        break;
    }
    return TEXT("too_long");
}

static void set_line(Arena *arena, const Program *program, const LineWalk *walk, Tree *map) {
    if (!walk) return;
    const Register *in = &program->registers[walk->in];
    const RegisterField *limit = &in->fields[walk->limit];
    Tree *line = tree_set_map(arena, map, "line");
    tree_set_text(arena, line, "register", in->name);
    tree_set_text(arena, line, "above", in->fields[walk->above].name);
    tree_set_text(arena, line, "limit", limit->name);
    tree_set(arena, line, TEXT("covered"), value_to_tree(arena, limit->type, walk->covered));
    tree_set_text(arena, line, "from", walk->from);
    tree_set_text(arena, line, "at", walk->at);
    tree_set_text(arena, line, "end", line_end_word(walk->end));
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void set_decided(Arena *arena, const Program *program, const Unit *unit, const Determination *d,
                        Tree *map) {
    if (unit->kind == UNIT_CONDITION) {
        tree_set_bool(arena, map, "yes", d->yes);
    } else if (unit->kind == UNIT_DEFINITION) {
        Index slot = program->definitions[unit->detail].slot;
        tree_set(arena, map, TEXT("value"), slot_value_tree(arena, program, slot, d->outputs[0]));
    } else if (unit->kind == UNIT_CHECKLIST) {
        tree_set_bool(arena, map, "complete", d->yes);
    } else if (unit->kind == UNIT_SCORECARD) {
        tree_set_text(arena, map, "total", number_text(arena, d->total));
        tree_set_bool(arena, map, "eligible", d->eligible);
    } else {
        Tree *outputs = tree_set_map(arena, map, "outputs");
        const DecisionTable *table = &program->tables[unit->detail];
        for (size_t i = 0; i < d->output_count; i++)
            tree_set(arena, outputs, table->outputs[i].name,
                     value_to_tree(arena, table->outputs[i].type, d->outputs[i]));
    }
}

static Text row_id(const Program *program, const Determination *d, Index row) {
    return program->tables[program->units[d->unit].detail].rows[row].id;
}

/* `rows` NULL: nothing is said. */
static void set_row_ids(Arena *arena, const Program *program, const Determination *d, Tree *map,
                        const char *key, const Index *rows, size_t count) {
    if (!rows) return;
    Tree *list = tree_set_list(arena, map, key);
    for (size_t i = 0; i < count; i++) tree_add(arena, list, tree_text(arena, row_id(program, d, rows[i])));
}

/* The rows; they are the unit's own unless an earlier unit of its plan ended it. */
static void set_rows(Arena *arena, const Program *program, const Unit *unit, const Determination *d,
                     Tree *map) {
    if (!unit_has_rows(unit)) return;
    if (d->row != NONE) tree_set_text(arena, map, "row", row_id(program, d, d->row));
    if (d->other_row != NONE) tree_set_text(arena, map, "other_row", row_id(program, d, d->other_row));
    const TableException *exceptions = program->tables[unit->detail].exceptions;
    if (d->exception != NONE) tree_set_text(arena, map, "exception", exceptions[d->exception].name);
    if (d->other_exception != NONE)
        tree_set_text(arena, map, "other_exception", exceptions[d->other_exception].name);
    set_row_ids(arena, program, d, map, "rows", d->rows, d->row_count);
}

Text determination_rows(Arena *arena, const Program *program, const Determination *d) {
    if (!unit_has_rows(&program->units[d->unit])) return (Text){0};
    Buf buf = buf_new(arena);
    if (d->row != NONE) buf_text(&buf, row_id(program, d, d->row));
    for (size_t i = 0; i < d->row_count; i++) {
        if (i > 0) buf_cstr(&buf, ", ");
        buf_text(&buf, row_id(program, d, d->rows[i]));
    }
    return buf_done(&buf);
}

Text determination_exception(const Program *program, const Determination *d) {
    if (d->exception == NONE) return (Text){0};
    return program->tables[program->units[d->unit].detail].exceptions[d->exception].name;
}

bool determination_has_row(const Determination *d, Index row) {
    bool found = d->row == row && row != NONE;
    for (size_t i = 0; i < d->row_count && !found; i++) found = d->rows[i] == row;
    return found;
}

TextList settle_names(Arena *arena, const Program *program, const Determination *d) {
    TextList names = {0};
    for (size_t i = 0; i < d->settle_count; i++) texts_push(arena, &names, program->slots[d->settle[i]].name);
    for (size_t i = 0; i < d->settle_row_count; i++)
        texts_push(arena, &names, row_read_text(arena, program, &d->settle_rows[i]));
    return names;
}

Tree *determination_tree(Arena *arena, const Program *program, Index index, const Determination *d,
                         const Reasons *reasons) {
    const Unit *unit = &program->units[d->unit];
    Tree *map = tree_map(arena);
    set_unit(arena, map, &program->units[index]);
    tree_set_text(arena, map, "outcome", outcome_word(d->outcome));
    if (d->unit != index) tree_set_text(arena, map, "ended_in", unit->name);
    if (d->outcome == OUTCOME_ERROR) tree_set_text(arena, map, "problem", problem_word(d->problem));
    set_rows(arena, program, unit, d, map);
    if (d->outcome == OUTCOME_DECIDED) set_decided(arena, program, unit, d, map);
    set_where(arena, map, d->where);
    if (d->outcome == OUTCOME_UNDETERMINED) {
        TextList names = settle_names(arena, program, d);
        Tree *settle = tree_set_list(arena, map, "settle");
        for (size_t i = 0; i < names.len; i++) tree_add(arena, settle, tree_text(arena, names.at[i]));
        set_row_ids(arena, program, d, map, "possible_rows", d->possible, d->possible_count);
    }
    set_line(arena, program, d->line, map);
    if (!reasons) return map;
    add_facts(arena, program, tree_set_list(arena, map, "facts"), reasons);
    add_steps(arena, program, index, tree_set_list(arena, map, "steps"), reasons);
    if (d->outcome == OUTCOME_DECIDED)
        tree_set(arena, map, TEXT("would_change"), would_change(arena, program, index, d, reasons));
    return map;
}
