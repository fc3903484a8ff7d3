/* Random pairs of small tables, of every hit policy, with dated rows, exceptions, an enum whose members
 * change and a fact that becomes optional: every point is evaluated under both editions by the engine, and
 * the regions hold just the points whose outcome differs. */
#include "difference/contest.h"
#include "editions.h"
#include "engine/engine.h"

enum { ROWS_MOST = 6, ROUNDS = 40, COLUMNS = 6, VALUES_MOST = 8, RESULTS = 2 };

typedef enum ColumnKind { KIND, GOOD, COUNT, MAYBE, SIZE, DUE } ColumnKind;

/* What is tried of each column: numbers are twice what they are. */
static const struct {
    const char *name;
    size_t count;
    int values[VALUES_MOST];
} columns[COLUMNS] = {{"kind", 5, {0, 1, 2, 3, 4}},          {"good", 2, {0, 1}},
                      {"count", 7, {98, -2, 0, 2, 4, 6, 8}}, {"maybe", 6, {99, 0, 2, 4, 6, 8}},
                      {"size", 7, {-1, 0, 1, 2, 3, 4, 5}},   {"due", 5, {0, 1, 2, 3, 4}}};

static const char *const members = "abcde";
static const int MISSING = 99, NOT_APPLICABLE = 98;

typedef struct Written {
    char cells[ROWS_MOST][COLUMNS + RESULTS + 2][40];
    int rows, policy, exceptions;
    bool uses[COLUMNS], dated, otherwise, optional;
    int enumeration;
    char when[2][120], gives[2][40];
} Written;

static const char *const policies[] = {"unique",      "first",        "any",
                                       "priority",    "collect list", "collect sum",
                                       "collect min", "collect max",  "collect count"};
static const char *const enums[] = {"a, b, c", "c, a, d", "a, b, c, e"};
static const char *const enum_letters[] = {"abc", "cad", "abce"};

static uint64_t state;

static int below(int limit) {
    return (int)check_below(&state, (uint64_t)limit);
}

/* --- making --------------------------------------------------------------------------------------------- */

static char random_member(const Written *w) {
    const char *letters = enum_letters[w->enumeration];
    return letters[below((int)strlen(letters))];
}

static void number_cell(char *cell, bool optional, bool may_not_apply) {
    static const char *const FORMS[][2] = {{"", ""},    {"< ", ""},   {">= ", ""}, {"> ", ""}, {"<= ", ""},
                                           {"!= ", ""}, {"not ", ""}, {"", ", 3"}, {"", ""}};
    int low = below(4), form = below(9);
    if (optional && below(4) == 0)
        snprintf(cell, 40, "%s", below(2) ? "missing" : "< 2, missing");
    else if (may_not_apply && below(3) == 0)
        snprintf(cell, 40, "%s",
                 (const char *[]){"not applicable", "< 2, not applicable", "applicable"}[below(3)]);
    else if (below(4) == 0)
        snprintf(cell, 40, "%d%s%d", low, below(2) ? ".." : " ..< ", low + 1 + below(2));
    else
        snprintf(cell, 40, "%s%d%s", FORMS[form][0], low, FORMS[form][1]);
}

static void random_cell(const Written *w, char *cell, int column) {
    if (column == DUE || below(3) == 0)
        snprintf(cell, 40, "-");
    else if (column == KIND)
        snprintf(cell, 40, "%s%c", below(3) ? "" : "not ", random_member(w));
    else if (column == GOOD)
        snprintf(cell, 40, "%s", below(2) ? "yes" : "no");
    else
        number_cell(cell, column == MAYBE && w->optional, column == COUNT);
}

static void random_days(char *from, char *until) {
    int first = below(4), last = first + 1 + below(3);
    if (below(2))
        snprintf(from, 40, "-");
    else
        snprintf(from, 40, "2026-01-0%d", first + 1);
    if (below(2))
        snprintf(until, 40, "-");
    else
        snprintf(until, 40, "2026-01-0%d", last + 1);
}

static void random_results(const Written *w, int row) {
    char(*cells)[40] = (char(*)[40])w->cells[row];
    if (w->policy == 3)
        snprintf(cells[COLUMNS], 40, "%s", (const char *[]){"grave", "plain", "light"}[below(3)]);
    else
        snprintf(cells[COLUMNS], 40, "%d", below(3));
    snprintf(cells[COLUMNS + 1], 40, "\"%c\"", "xy"[below(8) == 0]);
}

static void random_row(Written *w, int row) {
    for (int i = 0; i < COLUMNS; i++) random_cell(w, w->cells[row][i], i);
    random_results(w, row);
    random_days(w->cells[row][COLUMNS + RESULTS], w->cells[row][COLUMNS + RESULTS + 1]);
}

static void random_condition(char *when) {
    static const char *const TESTS[] = {"good",
                                        "not good",
                                        "(count is applicable and count < 2)",
                                        "(count is not applicable or count = 3)",
                                        "size >= 1",
                                        "maybe >= 2",
                                        "maybe != 1",
                                        "(count is applicable and count in (0, 2..3))",
                                        "size < 0.5",
                                        "not maybe < 3",
                                        "count is applicable",
                                        "maybe is not missing"};
    const char *one = TESTS[below(12)], *other = TESTS[below(12)];
    bool not = below(2);
    snprintf(when, 120, "%s%s %s %s%s", not ? "not (" : "", one, below(2) ? "and" : "or", other,
             not ? ")" : "");
}

static void random_exceptions(Written *w) {
    w->exceptions = w->policy < 4 ? below(6) / 2 : 0;
    if (w->exceptions > 2) w->exceptions = 2;
    for (int i = 0; i < 2; i++) {
        random_condition(w->when[i]);
        snprintf(w->gives[i], 40, "note = \"%c\"", "yz"[below(2)]);
    }
}

static Written random_table(void) {
    Written w = {.rows = 1 + below(ROWS_MOST - 1), .policy = below(9), .optional = true};
    for (int i = 0; i < COLUMNS - 1; i++) w.uses[i] = below(3) != 0;
    w.uses[GOOD] = true;
    w.dated = below(3) == 0;
    w.otherwise = below(4) == 0;
    for (int i = 0; i < w.rows; i++) random_row(&w, i);
    random_exceptions(&w);
    return w;
}

static void change_row(Written *w, int row) {
    switch (below(4)) {
    case 0:
        random_row(w, row);
        break;
    case 1:
        random_results(w, row);
        break;
    case 2:
        random_days(w->cells[row][COLUMNS + RESULTS], w->cells[row][COLUMNS + RESULTS + 1]);
        break;
    default:
        random_cell(w, w->cells[row][1], 1);
        random_cell(w, w->cells[row][2], 2);
    }
}

static void swap_rows(Written *w, int one, int other) {
    char kept[sizeof w->cells[0]];
    memcpy(kept, w->cells[one], sizeof kept);
    memcpy(w->cells[one], w->cells[other], sizeof kept);
    memcpy(w->cells[other], kept, sizeof kept);
}

/* Members that the new enum has not are some that it has. */
static void mend_members(Written *w) {
    for (int row = 0; row < w->rows; row++) {
        char *cell = w->cells[row][KIND], *last = cell + strlen(cell) - 1;
        if (*last != '-' && !strchr(enum_letters[w->enumeration], *last))
            *last = enum_letters[w->enumeration][0];
    }
}

static Written amended(const Written *from) {
    Written w = *from;
    for (int changes = below(3); changes > 0; changes--) change_row(&w, below(w.rows));
    if (below(4) == 0) swap_rows(&w, below(w.rows), below(w.rows));
    if (below(6) == 0 && w.rows < ROWS_MOST) random_row(&w, w.rows++);
    if (below(6) == 0 && w.rows > 1) w.rows--;
    if (below(5) == 0) w.enumeration = 1 + below(2);
    if (below(8) == 0) w.dated = !w.dated;
    if (below(8) == 0) w.uses[below(COLUMNS - 1)] ^= 1;
    if (below(8) == 0) w.otherwise = !w.otherwise;
    if (below(8) == 0 && w.policy < 3) w.policy = below(3);
    if (below(4) == 0) random_exceptions(&w);
    if (w.policy > 3) w.exceptions = 0;
    w.uses[GOOD] = true;
    mend_members(&w);
    return w;
}

/* --- writing -------------------------------------------------------------------------------------------- */

static void write_row(Buf *buf, const Written *w, int row) {
    bool last = w->otherwise && row == w->rows - 1, first = true;
    buf_format(buf, "  | R%d |", row);
    for (int i = 0; i < COLUMNS; i++) {
        if (!w->uses[i]) continue;
        buf_format(buf, " %s |", last ? (first ? "otherwise" : "-") : w->cells[row][i]);
        first = false;
    }
    for (int i = 0; w->dated && i < 2; i++)
        buf_format(buf, " %s |", last ? "-" : w->cells[row][COLUMNS + RESULTS + i]);
    if (w->policy != 8) buf_format(buf, "| %s | %s |", w->cells[row][COLUMNS], w->cells[row][COLUMNS + 1]);
    buf_char(buf, '\n');
}

static void write_table(Buf *buf, const Written *w) {
    bool single = w->policy >= 5 && w->policy <= 7;
    buf_format(buf, "table t of things {\n  hit %s\n  as_of due\n  | row |", policies[w->policy]);
    for (int i = 0; i < COLUMNS; i++)
        if (w->uses[i]) buf_format(buf, " %s |", columns[i].name);
    if (w->dated) buf_cstr(buf, " from | until |");
    if (w->policy != 8)
        buf_format(buf, "| out : %s |%s", w->policy == 3 ? "level" : "integer",
                   single ? "" : " note : text |");
    buf_char(buf, '\n');
    for (int i = 0; i < w->rows; i++) {
        Written one = *w;
        Buf row = buf_new(buf->arena);
        write_row(&row, &one, i);
        Text text = buf_done(&row);
        if (single) { /* one result alone */
            size_t end = text.len;
            for (int bars = 0; end > 0 && bars < 2; end--) bars += text.at[end - 1] == '|';
            text = text_format(buf->arena, "%.*s|\n", (int)end, text.at);
        }
        buf_text(buf, text);
    }
    buf_cstr(buf, "}\n");
    for (int i = 0; i < w->exceptions; i++)
        buf_format(buf, "exception e%d to t when %s {\n  gives %s\n}\n", i, w->when[i], w->gives[i]);
}

static Text write_edition(Arena *arena, const Written *w) {
    Buf buf = buf_new(arena);
    buf_format(&buf,
               "enum kind_of { %s }\nenum level { grave, plain, light }\nfacts things {\n  kind : kind_of\n"
               "  good : yes_no\n  count : integer, where applicable\n  maybe : integer, optional\n  size : "
               "decimal\n  due : "
               "date\n}\n",
               enums[w->enumeration]);
    write_table(&buf, w);
    return buf_done(&buf);
}

/* --- asking the engine ---------------------------------------------------------------------------------- */

typedef struct Asking {
    Arena *arena;
    const Program *program;
    Frame *frame;
    Index slots[COLUMNS], unit;
    const char *letters;
} Asking;

static Asking asking(Arena *arena, const Edition *edition, const Written *w) {
    Asking asking = {
        .arena = arena, .program = edition->program, .frame = frame_new(arena, edition->program)};
    for (int i = 0; i < COLUMNS; i++)
        asking.slots[i] = program_slot(edition->program, NONE, text_of(columns[i].name));
    asking.unit = program_unit(edition->program, TEXT("t"));
    asking.letters = enum_letters[w->enumeration];
    return asking;
}

static const Date FIRST = 20454; /* 2026-01-01 */

/* False when the side knows no such member. */
static bool put(const Asking *asking, int column, int value) {
    const char *member = column == KIND ? strchr(asking->letters, members[value]) : "";
    if (!member) return false;
    Number half = number_int(value);
    ck_hold_eq(number_div(asking->arena, half, number_int(2), &half), NUMBER_OK);
    if (column == KIND)
        frame_set_member(asking->frame, asking->slots[column], (int32_t)(member - asking->letters));
    else if (column == GOOD)
        frame_set_yes_no(asking->frame, asking->slots[column], value);
    else if (column == DUE)
        frame_set(asking->frame, asking->slots[column], value_date(FIRST + value));
    else if (column == COUNT && value == NOT_APPLICABLE)
        frame_set(asking->frame, asking->slots[column], value_not_applicable());
    else if (column == MAYBE && value == MISSING)
        frame_set(asking->frame, asking->slots[column], value_missing());
    else
        frame_set_number(asking->frame, asking->slots[column], half);
    return true;
}

/* What comes out, in words. */
static void engine_says(const Asking *asking, const int *point, Buf *out) {
    Determination d;
    out->len = 0;
    for (int i = 0; i < COLUMNS; i++)
        if (!put(asking, i, columns[i].values[point[i]])) {
            buf_cstr(out, "unasked");
            return;
        }
    evaluate(asking->frame, asking->unit, NULL, &d);
    buf_format(out, "%d %d:", (int)d.outcome, (int)d.problem);
    const DecisionTable *table = &asking->program->tables[0];
    for (size_t i = 0; d.outcome == OUTCOME_DECIDED && i < table->output_count; i++) {
        value_write(out, table->outputs[i].type, d.outputs[i]);
        buf_char(out, '|');
    }
}

/* --- the regions ---------------------------------------------------------------------------------------- */

typedef struct Mapped { /* each axis: the column that it is of, and the atom of each of its values */
    int column;
    uint32_t atoms[VALUES_MOST];
} Mapped;

/* How many of the cuts a value has reached. */
static uint32_t atom_at(Arena *arena, const Axis *axis, int column, int value) {
    Number at = number_int(value);
    uint32_t atom = 0;
    if (column == DUE)
        at = number_int(FIRST + value);
    else
        ck_assert_int_eq(number_div(arena, at, number_int(2), &at), NUMBER_OK);
    for (; atom < axis->cuts.len; atom++) {
        int order = number_compare(at, axis->cuts.at[atom].at);
        if (order < 0 || (order == 0 && axis->cuts.at[atom].after)) break;
    }
    return atom;
}

static uint32_t atom_of(Arena *arena, const Axis *axis, int column, int value) {
    if (column == GOOD) return (uint32_t)value;
    if (column == MAYBE && value == MISSING) return axis->atoms - 1;
    if (column == COUNT && value == NOT_APPLICABLE) return axis_known(axis);
    if (column != KIND) return atom_at(arena, axis, column, value);
    const EnumType *type = axis->type.enumeration;
    uint32_t at = 0;
    while (at < type->count && type->members[at].at[0] != members[value]) at++;
    return at < type->count ? at : UINT32_MAX;
}

static void map_axes(Arena *arena, const Grid *grid, Mapped *mapped) {
    for (size_t i = 0; i < grid->axis_count; i++) {
        const Axis *axis = &grid->axes[i];
        mapped[i].column = 0;
        while (!text_is(axis->head->parts.at[0].text, columns[mapped[i].column].name)) mapped[i].column++;
        for (size_t v = 0; v < columns[mapped[i].column].count; v++)
            mapped[i].atoms[v] = atom_of(arena, axis, mapped[i].column, columns[mapped[i].column].values[v]);
    }
}

static bool in_set(CellSet set, uint32_t atom) {
    for (size_t i = 0; i < set.count; i++)
        if (set.runs[i].from <= atom && atom < set.runs[i].to) return true;
    return false;
}

/* How many regions hold the point. */
static int regions_with(const Regions *regions, const Mapped *mapped, const int *point) {
    int count = 0;
    for (size_t r = 0; r < regions->at.len; r++) {
        bool in = true;
        for (size_t i = 0; in && i < regions->grid->axis_count; i++)
            in = in_set(regions->at.at[r].sets[i], mapped[i].atoms[point[mapped[i].column]]);
        count += in;
    }
    return count;
}

/* --- the property --------------------------------------------------------------------------------------- */

static bool next_point(int *point) {
    for (int i = 0; i < COLUMNS; i++) {
        if (++point[i] < (int)columns[i].count) return true;
        point[i] = 0;
    }
    return false;
}

typedef struct Round {
    Arena *arena;
    Text texts[SIDES];
    Asking asking[SIDES];
    const Regions *regions;
    bool kind_read; /* some row tests it, so that it can be asked for in vain */
} Round;

static void check_point(const Round *round, const Mapped *mapped, const int *point, Buf *buf) {
    engine_says(&round->asking[BEFORE], point, &buf[BEFORE]);
    engine_says(&round->asking[NOW], point, &buf[NOW]);
    Text before = {buf[BEFORE].at, buf[BEFORE].len}, now = {buf[NOW].at, buf[NOW].len};
    bool unasked = text_is(before, "unasked") || text_is(now, "unasked");
    if (unasked && (!round->kind_read || text_equal(before, now))) return;
    int found = regions_with(round->regions, mapped, point), wanted = !text_equal(before, now);
    ck_hold_msg(found == wanted, "%d regions hold %d %d %d %d %d %d: %.*s, now %.*s\n%.*s\n%.*s", found,
                point[0], point[1], point[2], point[3], point[4], point[5], TEXT_ARG(before), TEXT_ARG(now),
                TEXT_ARG(round->texts[BEFORE]), TEXT_ARG(round->texts[NOW]));
}

static bool reads_kind(const Grid *grid, const Mapped *mapped) {
    for (size_t i = 0; i < grid->axis_count; i++)
        if (mapped[i].column == KIND) return true;
    return false;
}

static void check_all_points(Round *round) {
    Mapped mapped[GRID_AXES_MAX] = {{0}};
    int point[COLUMNS] = {0};
    Buf buf[SIDES] = {buf_new(round->arena), buf_new(round->arena)};
    map_axes(round->arena, round->regions->grid, mapped);
    round->kind_read = reads_kind(round->regions->grid, mapped);
    do check_point(round, mapped, point, buf);
    while (next_point(point));
}

static void check_pair(const Written *before, const Written *now) {
    Arena *arena = arena_new(0);
    Round round = {.arena = arena, .texts = {write_edition(arena, before), write_edition(arena, now)}};
    Edition editions[SIDES];
    for (int side = BEFORE; side < SIDES; side++) {
        editions[side] = edition_of(arena, round.texts[side].at, NULL);
        round.asking[side] = asking(arena, &editions[side], side == BEFORE ? before : now);
    }
    Vocabulary vocabulary = vocabulary_of(arena, editions[BEFORE].model, editions[NOW].model);
    Contest contest = contest_new(arena, &vocabulary);
    contest_tables(&contest, map_get(&editions[BEFORE].model->globals, TEXT("t")),
                   map_get(&editions[NOW].model->globals, TEXT("t")));
    ck_assert(!contest.unsure && !contest.space.mixed);
    round.regions = regions_find(&contest);
    ck_assert(!round.regions->unfinished);
    check_all_points(&round);
    arena_free(arena);
}

START_TEST(regions_hold_just_the_points_whose_outcome_differs) {
    state = check_seed("regions of two tables");
    for (int i = 0; i < check_rounds(ROUNDS); i++) {
        Written before = random_table(), now = amended(&before);
        check_pair(&before, &now);
        if (i % 4 == 0) check_pair(&before, &before);
    }
}
END_TEST

Suite *random_tables_suite(void) {
    Suite *suite = suite_create("random tables");
    TCase *tcase = tcase_create("regions");
    tcase_add_test(tcase, regions_hold_just_the_points_whose_outcome_differs);
    suite_add_tcase(suite, tcase);
    return suite;
}
