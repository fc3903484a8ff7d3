/* What the tests of the rules reach, part by part, and why they do not reach the rest. */
#include "service/coverage.h"

#include "program/code.h"

typedef struct Telling {
    Arena *arena;
    const Program *program;
    const Coverage *coverage;
    Tree *things;        /* the list */
    Tree *parts;         /* of the thing that is told of */
    int64_t reached, of; /* its parts */
    int64_t all_reached, all_of;
} Telling;

/* --- guards, invariants, reviews ------------------------------------------------------------------------ */

static void note_conditions(Coverage *coverage, Frame *frame, const Index *requires, size_t count,
                            Index test) {
    Determination determination;
    for (size_t i = 0; i < count; i++) {
        evaluate(frame, requires[i], NULL, &determination);
        if (determination.unit == requires[i]) coverage_note_alone(coverage, frame, requires[i], test);
    }
}

typedef void BranchWork(void *context, const ReviewStep *step, Index condition);

/* The conditions of a review's ways on. */
static void each_branch(const Review *review, BranchWork *work, void *context) {
    for (size_t i = 0; i < review->step_count; i++)
        for (size_t k = 0; k < review->steps[i].branch_count; k++) {
            Index condition = review->steps[i].branches[k].condition;
            if (condition != NONE) work(context, &review->steps[i], condition);
        }
}

typedef struct Noting {
    Coverage *coverage;
    Frame *frame;
    Index test;
} Noting;

static void note_branch(void *context, const ReviewStep *step, Index condition) {
    const Noting *noting = context;
    (void)step;
    note_conditions(noting->coverage, noting->frame, &condition, 1, noting->test);
}

static void note_review(Coverage *coverage, Frame *frame, const Review *review, Index test) {
    if (review->applies != NONE) note_conditions(coverage, frame, &review->applies, 1, test);
    each_branch(review, note_branch, &(Noting){coverage, frame, test});
}

void coverage_note_required(Coverage *coverage, Frame *frame, Index test) {
    const Program *program = coverage->program;
    for (size_t i = 0; i < program->guards_count; i++)
        note_conditions(coverage, frame, program->guards[i].requires, program->guards[i].count, test);
    for (size_t i = 0; i < program->invariants_count; i++)
        note_conditions(coverage, frame, program->invariants[i].requires, program->invariants[i].count, test);
    for (size_t i = 0; i < program->reviews_count; i++)
        note_review(coverage, frame, &program->reviews[i], test);
}

/* --- things and their parts ----------------------------------------------------------------------------- */

static Tree *begin_thing(Telling *telling, Text name, const char *kind, const Where *where) {
    Tree *thing = tree_add_map(telling->arena, telling->things);
    tree_set_text(telling->arena, thing, "name", name);
    tree_set_text(telling->arena, thing, "kind", text_of(kind));
    where_to_tree(telling->arena, where, thing);
    telling->parts = tree_list(telling->arena);
    telling->reached = telling->of = 0;
    return thing;
}

static void end_thing(Telling *telling, Tree *thing) {
    tree_set_int(telling->arena, thing, "reached", telling->reached);
    tree_set_int(telling->arena, thing, "of", telling->of);
    tree_set(telling->arena, thing, TEXT("parts"), telling->parts);
    telling->all_reached += telling->reached;
    telling->all_of += telling->of;
}

/* `why`: what is said of it when no test reaches it. */
static Tree *add_part(Telling *telling, Text name, const char *what, TestCount count, Text why) {
    Tree *part = tree_add_map(telling->arena, telling->parts);
    bool reached = count.tests > 0;
    tree_set_text(telling->arena, part, "part", name);
    tree_set_text(telling->arena, part, "what", text_of(what));
    tree_set_bool(telling->arena, part, "reached", reached);
    tree_set_int(telling->arena, part, "tests", count.tests);
    if (!reached) tree_set_text(telling->arena, part, "why", why);
    telling->reached += reached;
    telling->of++;
    return part;
}

/* "no test asks for it", where that is so; else the other. */
static Text unless_asked(const Telling *telling, Index unit, Text other) {
    return telling->coverage->units[unit].asked.tests > 0 ? other : TEXT("no test asks for it");
}

/* --- tables and authorities ----------------------------------------------------------------------------- */

static Text test_title(const Telling *telling, Index test) {
    return telling->program->tests[test].title;
}

/* "evaluation.total is 8.3, and the row asks for < 6" */
static Text say_difference(const Telling *telling, const DecisionTable *table, size_t row,
                           const RowCover *cover) {
    const ColumnCode *column = &table->code->columns[cover->column];
    Text held = slot_value_text(telling->arena, telling->program, column->slot, cover->held);
    Text asked = table->code->written[row * table->code->column_count + (size_t)cover->column];
    Text more = cover->differing > 1
                    ? text_format(telling->arena, ", and %zu more that differ", cover->differing - 1)
                    : TEXT("");
    return text_format(telling->arena, "%.*s is %.*s, and the row asks for %.*s%.*s", TEXT_ARG(column->head),
                       TEXT_ARG(held), TEXT_ARG(asked), TEXT_ARG(more));
}

static Text why_not_row(const Telling *telling, const DecisionTable *table, size_t row,
                        const RowCover *cover) {
    Arena *arena = telling->arena;
    switch (cover->lack) {
    case LACK_UNASKED:
        return TEXT("no test asks for it");
    case LACK_DIFFERS:
        return text_format(arena, "no test fits it; the nearest is \"%.*s\", where %.*s",
                           TEXT_ARG(test_title(telling, cover->test)),
                           TEXT_ARG(say_difference(telling, table, row, cover)));
    case LACK_OPEN:
        return text_format(arena, "\"%.*s\" leaves it open: %.*s is not known there",
                           TEXT_ARG(test_title(telling, cover->test)),
                           TEXT_ARG(table->code->columns[cover->column].head));
    case LACK_SHADOWED:
        return text_format(arena, "it fits in \"%.*s\", but row %.*s goes before it",
                           TEXT_ARG(test_title(telling, cover->test)), TEXT_ARG(table->rows[cover->by].id));
    case LACK_UNUSED:
        break;
    }
    if (row == (size_t)table->code->otherwise) return TEXT("another row fits in each test that asks for it");
    return text_format(arena, "it fits in \"%.*s\", but the table comes to nothing there",
                       TEXT_ARG(test_title(telling, cover->test)));
}

static void tell_table(Telling *telling, size_t at) {
    const DecisionTable *table = &telling->program->tables[at];
    bool authority = telling->program->units[table->unit].kind == UNIT_AUTHORITY;
    Tree *thing = begin_thing(telling, table->name, authority ? "authority" : "table", &table->where);
    for (size_t r = 0; r < table->row_count; r++) {
        const RowCover *cover = &telling->coverage->rows[at][r];
        Text why = cover->hit.tests > 0 ? (Text){0} : why_not_row(telling, table, r, cover);
        where_to_tree(telling->arena, &table->rows[r].where,
                      add_part(telling, table->rows[r].id, "row", cover->hit, why));
    }
    for (size_t e = 0; e < table->exception_count; e++) {
        const TableException *exception = &table->exceptions[e];
        Text why = text_format(telling->arena, "in no test that asks for %.*s it applies: %.*s",
                               TEXT_ARG(table->name), TEXT_ARG(exception->written));
        where_to_tree(telling->arena, &exception->where,
                      add_part(telling, exception->name, "exception", telling->coverage->exceptions[at][e],
                               unless_asked(telling, table->unit, why)));
    }
    end_thing(telling, thing);
}

/* --- scorecards, definitions, conditions ---------------------------------------------------------------- */

static void tell_criterion(Telling *telling, const Scorecard *scorecard, const Criterion *criterion,
                           const CriterionCover *cover) {
    Text least = number_text(telling->arena, criterion->minimum);
    add_part(telling, criterion->name, "scored", cover->scored,
             unless_asked(telling, scorecard->unit, TEXT("no test gives a score of it")));
    if (!criterion->has_minimum) return;
    add_part(telling, criterion->name, "minimum met", cover->met,
             unless_asked(telling, scorecard->unit,
                          text_format(telling->arena, "no test scores it %.*s or more", TEXT_ARG(least))));
    add_part(telling, criterion->name, "minimum missed", cover->missed,
             unless_asked(telling, scorecard->unit,
                          text_format(telling->arena, "no test scores it below %.*s", TEXT_ARG(least))));
}

static void tell_scorecard(Telling *telling, size_t at) {
    const Scorecard *scorecard = &telling->program->scorecards[at];
    Tree *thing = begin_thing(telling, scorecard->name, "scorecard", &scorecard->where);
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        tell_criterion(telling, scorecard, &scorecard->criteria[i], &telling->coverage->criteria[at][i]);
    end_thing(telling, thing);
}

static void tell_item(Telling *telling, const Checklist *checklist, const ChecklistItem *item,
                      const ItemCover *cover) {
    Index unit = checklist->unit;
    add_part(telling, item->name, "met", cover->met,
             unless_asked(telling, unit, TEXT("no test says that it is met")));
    add_part(telling, item->name, "not met", cover->unmet,
             unless_asked(telling, unit, TEXT("no test says, where it applies, that it is not met")));
    if (item->applies == NONE) return;
    add_part(telling, item->name, "not applicable", cover->not_applicable,
             unless_asked(telling, unit,
                          text_format(telling->arena, "it applies in each test that settles whether %.*s",
                                      TEXT_ARG(item->written))));
}

static void tell_checklist(Telling *telling, size_t at) {
    const Checklist *checklist = &telling->program->checklists[at];
    const ChecklistCover *cover = &telling->coverage->checklists[at];
    Tree *thing = begin_thing(telling, checklist->name, "checklist", &checklist->where);
    if (checklist->applies != NONE) {
        add_part(telling, checklist->written, "applies", cover->applies,
                 unless_asked(telling, checklist->unit, TEXT("it applies in no test")));
        add_part(telling, checklist->written, "not applicable", cover->not_applicable,
                 unless_asked(telling, checklist->unit, TEXT("it applies in each test that settles it")));
    }
    for (size_t i = 0; i < checklist->item_count; i++)
        tell_item(telling, checklist, &checklist->items[i], &cover->items[i]);
    end_thing(telling, thing);
}

static bool is_given(const Program *program, Index slot) {
    for (size_t t = 0; t < program->tests_count; t++)
        for (size_t g = 0; g < program->tests[t].given_count; g++)
            if (program->tests[t].givens[g].slot == slot) return true;
    return false;
}

/* What a condition needs and no test gives; where all is given by some test, all that it needs. */
static Text what_it_needs(const Telling *telling, const Unit *unit) {
    TextList never = {0}, all = {0};
    for (size_t i = 0; i < unit->input_count; i++) {
        Text name = telling->program->slots[unit->inputs[i]].name;
        texts_push(telling->arena, &all, name);
        if (!is_given(telling->program, unit->inputs[i])) texts_push(telling->arena, &never, name);
    }
    if (never.len > 0)
        return text_format(telling->arena, "no test gives %.*s",
                           TEXT_ARG(text_join(telling->arena, never.at, never.len, " and ")));
    return text_format(telling->arena, "no test gives all that it needs: %.*s",
                       TEXT_ARG(text_join(telling->arena, all.at, all.len, " and ")));
}

/* The two ways that a condition can come out. */
static void tell_ways(Telling *telling, Text name, Index unit, const char *yes, const char *no) {
    const UnitCover *cover = &telling->coverage->units[unit];
    bool settled = cover->yes.tests > 0 || cover->no.tests > 0;
    Text open = what_it_needs(telling, &telling->program->units[unit]);
    add_part(telling, name, yes, cover->yes,
             unless_asked(telling, unit, settled ? TEXT("it is not so in any test") : open));
    add_part(telling, name, no, cover->no,
             unless_asked(telling, unit, settled ? TEXT("it is so in each test that settles it") : open));
}

/* What it means, on whatever days. */
static Text meanings_text(const Telling *telling, const Definition *definition) {
    TextList written = {0};
    for (size_t i = 0; i < definition->meaning_count; i++)
        texts_push(telling->arena, &written, definition->meanings[i].written);
    return text_join(telling->arena, written.at, written.len, "; ");
}

static Text meaning_text(const Telling *telling, const Meaning *meaning) {
    Buf buf = buf_new(telling->arena);
    buf_text(&buf, meaning->written);
    if (meaning->from != DATE_NONE)
        buf_format(&buf, " from %.*s", TEXT_ARG(date_text(telling->arena, meaning->from)));
    if (meaning->until != DATE_NONE)
        buf_format(&buf, " until %.*s", TEXT_ARG(date_text(telling->arena, meaning->until)));
    return buf_done(&buf);
}

/* Of a dated definition each meaning is a part of its own. */
static void tell_meanings(Telling *telling, const Definition *definition) {
    const Unit *unit = &telling->program->units[definition->unit];
    const UnitCover *cover = &telling->coverage->units[definition->unit];
    bool settled = cover->yes.tests > 0 || cover->no.tests > 0;
    for (size_t i = 0; i < definition->meaning_count; i++) {
        const Meaning *meaning = &definition->meanings[i];
        Text why = settled ? TEXT("no test reads it on one of these days") : what_it_needs(telling, unit);
        where_to_tree(telling->arena, &meaning->where,
                      add_part(telling, meaning_text(telling, meaning), "meaning",
                               telling->coverage->meanings[unit->detail][i],
                               unless_asked(telling, definition->unit, why)));
    }
}

static void tell_definition(Telling *telling, const Definition *definition) {
    const Unit *unit = &telling->program->units[definition->unit];
    Tree *thing = begin_thing(telling, definition->name, "definition", &unit->where);
    const UnitCover *cover = &telling->coverage->units[definition->unit];
    Text written = meanings_text(telling, definition);
    if (telling->program->slots[definition->slot].type.kind == TYPE_YES_NO)
        tell_ways(telling, written, definition->unit, "yes", "no");
    else if (definition->day == NONE)
        add_part(telling, written, "value", cover->no.tests > 0 ? cover->no : cover->yes,
                 unless_asked(telling, definition->unit, what_it_needs(telling, unit)));
    if (definition->day != NONE) tell_meanings(telling, definition);
    end_thing(telling, thing);
}

static void tell_required(Telling *telling, Text name, const char *kind, const Where *where,
                          const Index *requires, size_t count) {
    Tree *thing = begin_thing(telling, name, kind, where);
    for (size_t i = 0; i < count; i++)
        tell_ways(telling, telling->program->units[requires[i]].written, requires[i], "holds",
                  "does not hold");
    end_thing(telling, thing);
}

static void tell_branch(void *context, const ReviewStep *step, Index condition) {
    Telling *telling = context;
    Text name = text_format(telling->arena, "%.*s, %.*s", TEXT_ARG(step->name),
                            TEXT_ARG(telling->program->units[condition].written));
    tell_ways(telling, name, condition, "taken", "not taken");
}

/* Of which tests could reach nothing, nothing is told. */
static void tell_review(Telling *telling, const Review *review) {
    size_t told = tree_len(telling->things);
    Tree *thing = begin_thing(telling, review->name, "review", &review->where);
    if (review->applies != NONE)
        tell_ways(telling, telling->program->units[review->applies].written, review->applies, "applies",
                  "not applicable");
    each_branch(review, tell_branch, telling);
    if (telling->of > 0)
        end_thing(telling, thing);
    else
        telling->things->len = (uint32_t)told;
}

void coverage_to_tree(Arena *arena, const Coverage *coverage, Tree *document) {
    const Program *program = coverage->program;
    Telling telling = {.arena = arena, .program = program, .coverage = coverage, .things = tree_list(arena)};
    for (size_t i = 0; i < program->scorecards_count; i++) tell_scorecard(&telling, i);
    for (size_t i = 0; i < program->checklists_count; i++) tell_checklist(&telling, i);
    for (size_t i = 0; i < program->tables_count; i++) tell_table(&telling, i);
    for (size_t i = 0; i + program->totals_count < program->definitions_count; i++)
        tell_definition(&telling, &program->definitions[i]);
    for (size_t i = 0; i < program->guards_count; i++) {
        const Guard *guard = &program->guards[i];
        tell_required(&telling, guard->name, "guard", &guard->where, guard->requires, guard->count);
    }
    for (size_t i = 0; i < program->invariants_count; i++) {
        const Invariant *invariant = &program->invariants[i];
        tell_required(&telling, invariant->name, "invariant", &invariant->where, invariant->requires,
                      invariant->count);
    }
    for (size_t i = 0; i < program->reviews_count; i++) tell_review(&telling, &program->reviews[i]);
    Tree *tree = tree_set_map(arena, document, "coverage");
    tree_set_int(arena, tree, "reached", telling.all_reached);
    tree_set_int(arena, tree, "of", telling.all_of);
    tree_set(arena, tree, TEXT("things"), telling.things);
}
