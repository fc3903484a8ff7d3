/* Random tables over small domains, where every combination can be tried: what the analysis reports is so,
 * and where it reports nothing there is nothing. */
#include "analysed.h"

enum { COLUMNS = 9, ROWS_MAX = 7, VALUES_MAX = 14, PICKED_MAX = 3, ROUNDS = 1500 };

/* The values of a column that between them fall into every atom a table here can have. Numbers are tested
 * with 0 to 4 only. */
typedef struct Column {
    const char *name;
    bool ordered;
    size_t count;                   /* of values */
    size_t states;                  /* how many of them, the last ones, are "not applicable" and "missing" */
    const char *values[VALUES_MAX]; /* as the analysis writes them */
    int halves[VALUES_MAX];         /* ordered: twice the number; days after the first of 1970, twice */
} Column;

static const Column columns[COLUMNS] = {
    {"kind", false, 3, 0, {"a", "b", "c"}, {0}},
    {"good", false, 2, 0, {"no", "yes"}, {0}},
    {"word", false, 3, 0, {"\"x\"", "\"y\"", "anything else"}, {0}},
    {"count", true, 7, 0, {"-1", "0", "1", "2", "3", "4", "5"}, {-2, 0, 2, 4, 6, 8, 10}},
    {"maybe", true, 8, 1, {"-1", "0", "1", "2", "3", "4", "5", "missing"}, {-2, 0, 2, 4, 6, 8, 10}},
    {"aside", true, 8, 1, {"-1", "0", "1", "2", "3", "4", "5", "not applicable"}, {-2, 0, 2, 4, 6, 8, 10}},
    {"either",
     true,
     9,
     2,
     {"-1", "0", "1", "2", "3", "4", "5", "not applicable", "missing"},
     {-2, 0, 2, 4, 6, 8, 10}},
    {"size",
     true,
     13,
     0,
     {"-1", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"},
     {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
    {"day",
     true,
     7,
     0,
     {"1969-12-31", "1970-01-01", "1970-01-02", "1970-01-03", "1970-01-04", "1970-01-05", "1970-01-06"},
     {-2, 0, 2, 4, 6, 8, 10}},
};

#define FACTS                                                                                                \
    CHARTER_HEAD CALENDAR_TEXT "enum kind_of { a, b, c }\n"                                                  \
                               "facts things {\n  kind : kind_of\n  good : yes_no\n  word : text\n"          \
                               "  count : integer\n  maybe : integer, optional\n  size : decimal\n"          \
                               "  aside : integer, where applicable\n"                                       \
                               "  either : integer, optional, where applicable\n"                            \
                               "  day : date\n}\n"

/* What a row may give; the last is computed, and may be any of the others. */
static const char *const RESULTS[] = {"1", "2", "1.0", "size"};
enum { COMPUTED = 3 };

typedef struct Random {
    uint64_t state;
    const Column *picked[PICKED_MAX];
    size_t columns, rows;
    HitPolicy policy;
    size_t results[ROWS_MAX][2];               /* places among RESULTS or, of what ranks, among the members */
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
    for (size_t i = 0; i < column->count - column->states; i++) {
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

/* "missing" or "not applicable"; which value of the column it is. */
static size_t random_state(Random *random, const Column *column) {
    size_t state = column->count - 1 - below(random, column->states);
    buf_cstr(&random->text, column->values[state]);
    return state;
}

static void random_test(Random *random, const Column *column, bool *in) {
    bool one[VALUES_MAX] = {0}, negated = below(random, 5) == 0;
    if (negated) buf_cstr(&random->text, "not ");
    if (column->states && below(random, 4) == 0) {
        one[random_state(random, column)] = true;
    } else if (column->ordered) {
        ordered_test(random, column, one);
    } else {
        other_test(random, column, one);
    }
    for (size_t i = 0; i < column->count; i++) {
        bool known = i < column->count - column->states;
        in[i] |= negated ? known && !one[i] : one[i];
    }
}

/* 3, 1 ..< 4, a, missing */
static void random_item(Random *random, const Column *column, bool *in) {
    int a = (int)below(random, 5), b = a + (int)below(random, (size_t)(5 - a));
    if (column->states && below(random, 4) == 0) {
        random_state(random, column);
    } else if (column->ordered) {
        write_number(random, column, a);
        if (a < b) buf_cstr(&random->text, " ..< ");
        if (a < b) write_number(random, column, b);
        for (size_t i = 0; i < column->count - column->states; i++) {
            int v = column->halves[i];
            in[i] |= v == 2 * a || (v >= 2 * a && v < 2 * b);
        }
    } else {
        size_t value = below(random, column->count - (strcmp(column->name, "word") == 0));
        buf_cstr(&random->text, column->values[value]);
        in[value] = true;
    }
}

/* not (a, b): all known values but these. */
static void random_list(Random *random, const Column *column, bool *in) {
    bool listed[VALUES_MAX] = {0};
    buf_cstr(&random->text, "not (");
    random_item(random, column, listed);
    buf_cstr(&random->text, ", ");
    random_item(random, column, listed);
    buf_cstr(&random->text, ")");
    for (size_t i = 0; i < column->count - column->states; i++) in[i] |= !listed[i];
}

static void random_cell(Random *random, const Column *column, bool *in) {
    if (below(random, 3) == 0) {
        buf_cstr(&random->text, "-");
        for (size_t i = 0; i < column->count; i++) in[i] = true;
        return;
    }
    if (below(random, 4) == 0)
        random_list(random, column, in);
    else
        random_test(random, column, in);
    if (below(random, 2) == 0) return;
    buf_cstr(&random->text, ", ");
    random_test(random, column, in);
}

static void random_results(Random *random, size_t row) {
    bool priority = random->policy == POLICY_PRIORITY;
    size_t *results = random->results[row];
    results[0] = below(random, priority ? 3 : 4);
    results[1] = below(random, 3) ? 0 : below(random, 4);
    if (policy_collects(random->policy) || below(random, 2)) results[1] = 0;
    buf_format(&random->text, "|| %s | %s |\n",
               priority ? columns[0].values[results[0]] : RESULTS[results[0]], RESULTS[results[1]]);
}

static void write_head(Random *random) {
    static const char *const HITS[] = {
#define X(name, words) words,
        HIT_POLICIES(X)
#undef X
    };
    bool priority = random->policy == POLICY_PRIORITY;
    buf_format(&random->text, FACTS "table t {\n  hit %s\n  | row ", HITS[random->policy]);
    for (size_t c = 0, from = below(random, COLUMNS); c < random->columns; c++) {
        random->picked[c] = &columns[(from + c * 2) % COLUMNS];
        buf_format(&random->text, "| %s ", random->picked[c]->name);
    }
    buf_format(&random->text, "|| out : %s | also : decimal |\n", priority ? "kind_of" : "decimal");
}

static void random_table(Random *random) {
    random->columns = 1 + below(random, PICKED_MAX);
    random->rows = 1 + below(random, ROWS_MAX);
    random->policy = (HitPolicy)below(random, POLICY_LIST + 1);
    memset(random->in, 0, sizeof random->in);
    write_head(random);
    for (size_t r = 0; r < random->rows; r++) {
        buf_format(&random->text, "  | R%zu | ", r);
        for (size_t c = 0; c < random->columns; c++) {
            random_cell(random, random->picked[c], random->in[r][c]);
            buf_cstr(&random->text, c + 1 < random->columns ? " | " : " ");
        }
        random_results(random, r);
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
    bool gap, overlap, unsure, used[ROWS_MAX];
} Truth;

static size_t rank_of(const Random *random, size_t row) {
    return random->policy == POLICY_FIRST      ? row
           : random->policy == POLICY_PRIORITY ? random->results[row][0]
                                               : 0;
}

/* Does the row hold there, fitting before all others? */
static bool holds(const Random *random, size_t row, const size_t *point) {
    if (!fits(random, row, point)) return false;
    for (size_t r = 0; r < random->rows; r++)
        if (rank_of(random, r) < rank_of(random, row) && fits(random, r, point)) return false;
    return true;
}

typedef enum Agreement { AGREE, MAY_DIFFER, DIFFER } Agreement;

/* 1 and 1.0 are one number. */
static Agreement result_agreement(size_t one, size_t other) {
    if (one == other || (one % 2 == 0 && other % 2 == 0)) return AGREE;
    return one == COMPUTED || other == COMPUTED ? MAY_DIFFER : DIFFER;
}

static Agreement agreement(const Random *random, size_t one, size_t other) {
    if (random->policy == POLICY_UNIQUE) return DIFFER;
    if (random->policy == POLICY_LIST) return AGREE;
    const size_t *a = random->results[one], *b = random->results[other];
    Agreement first = random->policy == POLICY_PRIORITY ? AGREE : result_agreement(a[0], b[0]);
    Agreement second = result_agreement(a[1], b[1]);
    return first > second ? first : second;
}

static void add_point(const Random *random, const size_t *point, Truth *truth) {
    size_t count = 0;
    for (size_t r = 0; r < random->rows; r++) {
        if (!holds(random, r, point)) continue;
        count++;
        truth->used[r] = true;
        for (size_t other = 0; other < r; other++) {
            if (!holds(random, other, point)) continue;
            truth->overlap |= agreement(random, r, other) == DIFFER;
            truth->unsure |= agreement(random, r, other) == MAY_DIFFER;
        }
    }
    truth->gap |= count == 0 && random->policy != POLICY_LIST;
}

static Truth truth_of(const Random *random) {
    Truth truth = {0};
    size_t point[PICKED_MAX] = {0};
    do add_point(random, point, &truth);
    while (next_point(random, point));
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

static void check_pair(const Random *random, const Diagnostic *found, const size_t *point) {
    size_t one = row_number(found->args[1]), other = row_number(found->args[2]);
    ck_assert_uint_lt(one, other);
    ck_assert_msg(holds(random, one, point) && holds(random, other, point), "%.*s",
                  TEXT_ARG(checked_shown()));
    ck_assert_int_eq(agreement(random, one, other),
                     found->code == DIAG_RESULTS_MAY_DIFFER ? MAY_DIFFER : DIFFER);
}

static void check_example(const Random *random, const Diagnostic *found) {
    bool gap = found->code == DIAG_TABLE_GAP;
    size_t point[PICKED_MAX] = {0}, points = 0;
    do {
        if (!in_example(random, found->args[gap ? 1 : 3], point)) continue;
        points++;
        for (size_t r = 0; gap && r < random->rows; r++)
            ck_assert_msg(!fits(random, r, point), "row %zu fits\n%.*s", r, TEXT_ARG(checked_shown()));
        if (!gap) check_pair(random, found, point);
    } while (next_point(random, point));
    ck_assert_msg(points > 0, "no such example\n%.*s", TEXT_ARG(checked_shown()));
}

static bool is_pair(DiagnosticCode code) {
    return code == DIAG_TABLE_OVERLAP || code == DIAG_RESULTS_DIFFER || code == DIAG_RESULTS_MAY_DIFFER;
}

static Truth what_was_found(const Random *random) {
    Truth found = {0};
    for (size_t r = 0; r < random->rows; r++) found.used[r] = true;
    for (size_t i = 0; i < checked.found->all.len; i++) {
        const Diagnostic *one = &checked.found->all.at[i];
        found.gap |= one->code == DIAG_TABLE_GAP;
        found.unsure |= one->code == DIAG_RESULTS_MAY_DIFFER;
        found.overlap |= is_pair(one->code) && one->code != DIAG_RESULTS_MAY_DIFFER;
        if (one->code == DIAG_ROW_UNUSED || one->code == DIAG_ROW_EMPTY)
            found.used[row_number(one->args[0])] = false;
        if (one->code == DIAG_TABLE_GAP || is_pair(one->code)) check_example(random, one);
    }
    return found;
}

static void check_table(const Random *random) {
    Truth truth = truth_of(random);
    analyse_texts(random->text.at, NULL);
    Truth found = what_was_found(random);
    const char *text = random->text.at + strlen(FACTS);
    ck_assert_msg(found.gap == truth.gap, "gap %d, not %d:\n%s\n%.*s", found.gap, truth.gap, text,
                  TEXT_ARG(checked_shown()));
    ck_assert_msg(found.overlap == truth.overlap, "overlap %d:\n%s", found.overlap, text);
    ck_assert_msg(found.overlap || found.unsure == truth.unsure, "unsure %d:\n%s", found.unsure, text);
    bool ranked = random->policy == POLICY_FIRST || random->policy == POLICY_PRIORITY;
    for (size_t r = 0; r < random->rows && ranked; r++)
        ck_assert_msg(found.used[r] == truth.used[r], "row %zu:\n%s", r, text);
    ck_assert_pastes(random->text.at);
    checked_end();
}

START_TEST(random_tables_are_analysed_as_trying_everything_says) {
    Random random = {.state = check_seed("random tables")};
    int rounds = check_rounds(ROUNDS);
    for (int round = 0; round < rounds; round++) {
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
