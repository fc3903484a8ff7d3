/* Random tables over small domains, where every combination can be tried: what the analysis reports is so,
 * and where it reports nothing there is nothing. */
#include "analysed.h"

enum { COLUMNS = 7, ROWS_MAX = 7, VALUES_MAX = 14, PICKED_MAX = 3, ROUNDS = 1500 };

/* The values of a column that between them fall into every atom a table here can have. Numbers are tested
 * with 0 to 4 only. */
typedef struct Column {
    const char *name;
    bool ordered;
    size_t count; /* of values; the last may be missing */
    bool missing;
    const char *values[VALUES_MAX]; /* as the analysis writes them */
    int halves[VALUES_MAX];         /* ordered: twice the number; days after the first of 1970, twice */
} Column;

static const Column columns[COLUMNS] = {
    {"kind", false, 3, false, {"a", "b", "c"}, {0}},
    {"good", false, 2, false, {"no", "yes"}, {0}},
    {"word", false, 3, false, {"\"x\"", "\"y\"", "anything else"}, {0}},
    {"count", true, 7, false, {"-1", "0", "1", "2", "3", "4", "5"}, {-2, 0, 2, 4, 6, 8, 10}},
    {"maybe", true, 8, true, {"-1", "0", "1", "2", "3", "4", "5", "missing"}, {-2, 0, 2, 4, 6, 8, 10}},
    {"size",
     true,
     13,
     false,
     {"-1", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"},
     {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
    {"day",
     true,
     7,
     false,
     {"1969-12-31", "1970-01-01", "1970-01-02", "1970-01-03", "1970-01-04", "1970-01-05", "1970-01-06"},
     {-2, 0, 2, 4, 6, 8, 10}},
};

#define FACTS                                                                                                \
    CHARTER_HEAD CALENDAR_TEXT "enum kind_of { a, b, c }\n"                                                  \
                               "facts things {\n  kind : kind_of\n  good : yes_no\n  word : text\n"          \
                               "  count : integer\n  maybe : integer, optional\n  size : decimal\n"          \
                               "  day : date\n}\n"

typedef struct Random {
    uint64_t state;
    const Column *picked[PICKED_MAX];
    size_t columns, rows;
    bool first;
    bool in[ROWS_MAX][PICKED_MAX][VALUES_MAX]; /* does the cell take the value? */
    Buf text;
} Random;

static size_t below(Random *random, size_t limit) {
    return (size_t)check_below(&random->state, limit);
}

static void write_number(Random *random, const Column *column, int number) {
    if (strcmp(column->name, "day") == 0)
        buf_format(&random->text, "1970-01-%02d", number + 1);
    else
        buf_format(&random->text, "%d", number);
}

/* < 3, 1 ..< 4, 2 ... for values known by their halves. */
static void ordered_test(Random *random, const Column *column, bool *in) {
    static const char *const OPS[] = {"< ", "<= ", "> ", ">= ", "!= ", ""};
    int a = (int)below(random, 5), b = a + (int)below(random, (size_t)(5 - a));
    size_t op = below(random, 8);
    bool open = op == 7 && a < b;
    if (op < 6) buf_cstr(&random->text, OPS[op]);
    write_number(random, column, a);
    if (op >= 6) buf_cstr(&random->text, open ? " ..< " : " .. ");
    if (op >= 6) write_number(random, column, b);
    for (size_t i = 0; i < column->count - column->missing; i++) {
        int v = column->halves[i], low = 2 * a, high = 2 * b;
        bool fits[] = {v<low, v <= low, v> low, v >= low, v != low, v == low};
        in[i] |= op < 6 ? fits[op] : v >= low && (open ? v < high : v <= high);
    }
}

static void other_test(Random *random, const Column *column, bool *in) {
    bool text = strcmp(column->name, "word") == 0;
    size_t value = below(random, column->count - (text ? 1 : 0));
    bool but = below(random, 4) == 0;
    buf_format(&random->text, "%s%s", but ? "!= " : "", column->values[value]);
    for (size_t i = 0; i < column->count; i++) in[i] |= but ? i != value : i == value;
}

static void random_test(Random *random, const Column *column, bool *in) {
    bool one[VALUES_MAX] = {0}, negated = below(random, 5) == 0;
    if (negated) buf_cstr(&random->text, "not ");
    if (column->missing && below(random, 4) == 0) {
        buf_cstr(&random->text, "missing");
        one[column->count - 1] = true;
    } else if (column->ordered) {
        ordered_test(random, column, one);
    } else {
        other_test(random, column, one);
    }
    for (size_t i = 0; i < column->count; i++) {
        bool known = !column->missing || i + 1 < column->count;
        in[i] |= negated ? known && !one[i] : one[i];
    }
}

static void random_cell(Random *random, const Column *column, bool *in) {
    if (below(random, 3) == 0) {
        buf_cstr(&random->text, "-");
        for (size_t i = 0; i < column->count; i++) in[i] = true;
        return;
    }
    random_test(random, column, in);
    if (below(random, 2) == 0) return;
    buf_cstr(&random->text, ", ");
    random_test(random, column, in);
}

static void random_table(Random *random) {
    random->columns = 1 + below(random, PICKED_MAX);
    random->rows = 1 + below(random, ROWS_MAX);
    random->first = below(random, 2) == 0;
    memset(random->in, 0, sizeof random->in);
    buf_cstr(&random->text, FACTS "table t {\n");
    if (random->first) buf_cstr(&random->text, "  hit first\n");
    buf_cstr(&random->text, "  | row |");
    for (size_t c = 0, from = below(random, COLUMNS); c < random->columns; c++) {
        random->picked[c] = &columns[(from + c * 2) % COLUMNS];
        buf_format(&random->text, " %s %s", random->picked[c]->name,
                   c + 1 < random->columns ? "|" : "|| out : integer |\n");
    }
    for (size_t r = 0; r < random->rows; r++) {
        buf_format(&random->text, "  | R%zu | ", r);
        for (size_t c = 0; c < random->columns; c++) {
            random_cell(random, random->picked[c], random->in[r][c]);
            buf_cstr(&random->text, c + 1 < random->columns ? " | " : " || 1 |\n");
        }
    }
    buf_cstr(&random->text, "}\n");
}

/* --- every combination ---------------------------------------------------------------------------------- */

static bool next_point(const Random *random, size_t *point) {
    for (size_t c = 0; c < random->columns; c++) {
        if (++point[c] < random->picked[c]->count) return true;
        point[c] = 0;
    }
    return false;
}

static bool fits(const Random *random, size_t row, const size_t *point) {
    for (size_t c = 0; c < random->columns; c++)
        if (!random->in[row][c][point[c]]) return false;
    return true;
}

typedef struct Truth {
    bool gap, overlap, used[ROWS_MAX];
} Truth;

static Truth truth_of(const Random *random) {
    Truth truth = {0};
    size_t point[PICKED_MAX] = {0};
    do {
        size_t count = 0;
        for (size_t r = 0; r < random->rows; r++)
            if (fits(random, r, point) && count++ == 0) truth.used[r] = true;
        truth.gap |= count == 0;
        truth.overlap |= count > 1;
    } while (next_point(random, point));
    return truth;
}

/* Is the point in "kind = a, count = 3"? A value that no column has is none. */
static bool in_example(const Random *random, Text example, const size_t *point) {
    Text rest = text_format(checked.arena, ", %.*s,", TEXT_ARG(example));
    for (size_t c = 0; c < random->columns; c++) {
        Text name = text_format(checked.arena, ", %s = ", random->picked[c]->name);
        Text pair = text_format(checked.arena, "%s%s,", name.at, random->picked[c]->values[point[c]]);
        if (strstr(rest.at, name.at) && !strstr(rest.at, pair.at)) return false;
    }
    return true;
}

static size_t row_number(Text name) {
    int64_t number = -1;
    ck_assert(text_to_int(text_part(name, 1, name.len), &number));
    return (size_t)number;
}

static void check_example(const Random *random, const Diagnostic *found) {
    bool gap = found->code == DIAG_TABLE_GAP;
    size_t point[PICKED_MAX] = {0}, points = 0;
    do {
        if (!in_example(random, found->args[gap ? 1 : 3], point)) continue;
        points++;
        for (size_t r = 0; gap && r < random->rows; r++)
            ck_assert_msg(!fits(random, r, point), "row %zu fits\n%.*s", r, TEXT_ARG(checked_shown()));
        if (gap) continue;
        ck_assert(row_number(found->args[1]) < row_number(found->args[2]));
        ck_assert_msg(fits(random, row_number(found->args[1]), point) &&
                          fits(random, row_number(found->args[2]), point),
                      "%.*s", TEXT_ARG(checked_shown()));
    } while (next_point(random, point));
    ck_assert_msg(points > 0, "no such example\n%.*s", TEXT_ARG(checked_shown()));
}

static void check_table(const Random *random) {
    Truth truth = truth_of(random);
    bool gap = false, overlap = false, unused[ROWS_MAX] = {0};
    analyse_texts(random->text.at, NULL);
    for (size_t i = 0; i < checked.found->all.len; i++) {
        const Diagnostic *found = &checked.found->all.at[i];
        gap |= found->code == DIAG_TABLE_GAP;
        overlap |= found->code == DIAG_TABLE_OVERLAP;
        if (found->code == DIAG_ROW_UNUSED || found->code == DIAG_ROW_EMPTY)
            unused[row_number(found->args[0])] = true;
        if (found->code == DIAG_TABLE_GAP || found->code == DIAG_TABLE_OVERLAP) check_example(random, found);
    }
    const char *text = random->text.at + strlen(FACTS);
    ck_assert_msg(gap == truth.gap, "gap %d, not %d:\n%s\n%.*s", gap, truth.gap, text,
                  TEXT_ARG(checked_shown()));
    ck_assert_msg(overlap == (truth.overlap && !random->first), "overlap %d:\n%s", overlap, text);
    for (size_t r = 0; r < random->rows && random->first; r++)
        ck_assert_msg(unused[r] == !truth.used[r], "row %zu:\n%s", r, text);
    checked_end();
}

START_TEST(random_tables_are_analysed_as_trying_everything_says) {
    Random random = {.state = check_seed("random tables")};
    for (int round = 0; round < ROUNDS; round++) {
        Arena *arena = arena_new(0);
        random.text = buf_new(arena);
        random_table(&random);
        buf_done(&random.text);
        check_table(&random);
        arena_free(arena);
    }
}
END_TEST

Suite *brute_force_suite(void) {
    Suite *suite = suite_create("brute force");
    TCase *tcase = tcase_create("brute_force");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, random_tables_are_analysed_as_trying_everything_says);
    return suite;
}
