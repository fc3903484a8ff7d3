/* Exceptions to one table that apply at once: found by the geometry of their conditions, where these compare
 * facts with constants; where they do not, it is said that it cannot be told. */
#include "model/analysis/analysis.h"
#include "model/analysis/boxes.h"
#include "model/analysis/cover.h"
#include "model/analysis/test_text.h"

/* Boxes of two conditions, one after the other. */
typedef struct Pair {
    BoxVec boxes;
    uint32_t first; /* so many are of the first */
} Pair;

static Clash boxes_clash(const void *context, uint32_t row, uint32_t other) {
    const Pair *pair = context;
    if ((row < pair->first) == (other < pair->first)) return CLASH_NONE;
    return pair->boxes.at[row].unsure || pair->boxes.at[other].unsure ? CLASH_UNSURE : CLASH_SURE;
}

static Pair pair_of(Space *space, const Symbol *one, const Symbol *other) {
    Pair pair = {.boxes = boxes_of(space, one->decl->when)};
    BoxVec more = boxes_of(space, other->decl->when);
    pair.first = pair.boxes.len;
    for (size_t i = 0; i < more.len; i++) *vec_push(space->arena, &pair.boxes) = more.at[i];
    return pair;
}

static void report_unsure(Diagnostics *out, const Symbol *one, const Symbol *other) {
    DIAGNOSE(out, DIAG_EXCEPTIONS_MAY_MEET, other->at, other->parent->name, one->name, other->name)->other =
        one->at;
}

/* The test leaves open which row fits: what its columns ask for besides is for the author to give. */
static void report_meeting(const Model *model, Diagnostics *out, const Symbol *one, const Symbol *other,
                           const Grid *grid, const CoverExample *example) {
    const Symbol *table = other->parent;
    Diagnostic *found = DIAGNOSE(out, DIAG_EXCEPTIONS_MEET, other->at, table->name, one->name, other->name,
                                 cover_example_text(model->arena, grid, example));
    found->other = one->at;
    found->test = test_text(model, table, grid, example, &table->decl->table->rows.at[0], false);
}

static void compare(const Model *model, Diagnostics *out, const Symbol *one, const Symbol *other) {
    Space space = {.arena = model->arena};
    Pair pair = pair_of(&space, one, other);
    const Grid *grid = grid_of_boxes(&space, &pair.boxes);
    CoverRule rule = {.clash = boxes_clash, .context = &pair};
    const Cover *cover = grid ? cover_find(model->arena, grid, &rule) : NULL;
    if (cover && cover->overlaps.count > 0)
        report_meeting(model, out, one, other, grid, &cover->overlaps.at[0]);
    else if (!cover || cover->unfinished || cover->unsure.count > 0)
        report_unsure(out, one, other);
}

static Days days_in_force(const Symbol *exception) {
    const Clause *in_force = decl_in_force(exception->decl);
    return in_force ? days_of(in_force) : (Days){DATE_NONE, DATE_NONE};
}

/* On no day are both in force, read as of the same one. */
static bool apart(const Model *model, const Symbol *one, const Symbol *other) {
    return decl_as_of(model, one->decl)->symbol == decl_as_of(model, other->decl)->symbol &&
           !days_meet(days_in_force(one), days_in_force(other));
}

void analyse_exceptions(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    size_t count = model->of_kind[SYMBOL_EXCEPTION].len;
    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            const Symbol *one = model->of_kind[SYMBOL_EXCEPTION].at[k];
            const Symbol *other = model->of_kind[SYMBOL_EXCEPTION].at[i];
            if (one->parent == other->parent && !apart(model, one, other))
                compare(model, diagnostics, one, other);
        }
}
