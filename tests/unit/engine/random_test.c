/* Compiled tables with their index against a plain scan of the same rows, which reads the tests one by one as
 * they would be written and knows nothing of sets and trees. */
#include "hand.h"

enum { COLUMNS_MOST = 4, ROWS_MOST = 24, TESTS_MOST = 3, MEMBERS = 5, VALUES = 8 };

typedef enum Domain { DOMAIN_ENUM, DOMAIN_YES_NO, DOMAIN_NUMBER, DOMAIN_TEXT, DOMAIN_COUNT } Domain;
typedef enum Form { FORM_VALUE, FORM_BELOW, FORM_FROM, FORM_RANGE, FORM_MISSING } Form;

typedef struct PlainTest {
    Form form;
    bool negated, open;
    int low, high;
} PlainTest;

typedef struct PlainCell {
    size_t count; /* 0: - */
    PlainTest tests[TESTS_MOST];
} PlainCell;

typedef struct PlainTable {
    HitPolicy policy;
    size_t columns, rows;
    int otherwise;
    Domain domains[COLUMNS_MOST];
    bool optional[COLUMNS_MOST];
    PlainCell cells[ROWS_MOST][COLUMNS_MOST];
} PlainTable;

enum { MISSING = -1 }; /* as a plain value */

/* --- making --------------------------------------------------------------------------------------------- */

static int values_of(Domain domain) {
    return domain == DOMAIN_YES_NO ? 2 : domain == DOMAIN_ENUM ? MEMBERS : VALUES;
}

static PlainTest random_test_of(uint64_t *seed, const PlainTable *table, size_t column) {
    int values = values_of(table->domains[column]);
    PlainTest test = {.negated = check_below(seed, 4) == 0, .open = check_below(seed, 2) == 0};
    bool ordered = table->domains[column] == DOMAIN_NUMBER;
    if (table->optional[column] && check_below(seed, 4) == 0)
        test.form = FORM_MISSING;
    else if (ordered)
        test.form = (Form)check_below(seed, FORM_MISSING);
    test.low = (int)check_below(seed, (uint64_t)values);
    test.high = test.low + (int)check_below(seed, (uint64_t)(values - test.low));
    return test;
}

static PlainTable random_table(uint64_t *seed) {
    PlainTable table = {.policy = check_below(seed, 2) == 0 ? POLICY_UNIQUE : POLICY_FIRST,
                        .columns = 1 + check_below(seed, COLUMNS_MOST),
                        .rows = 1 + check_below(seed, ROWS_MOST)};
    for (size_t c = 0; c < table.columns; c++) {
        table.domains[c] = (Domain)check_below(seed, DOMAIN_COUNT);
        table.optional[c] = check_below(seed, 3) == 0;
    }
    for (size_t r = 0; r < table.rows; r++)
        for (size_t c = 0; c < table.columns; c++) {
            PlainCell *cell = &table.cells[r][c];
            cell->count = check_below(seed, 3) == 0 ? 0 : 1 + check_below(seed, TESTS_MOST);
            for (size_t i = 0; i < cell->count; i++) cell->tests[i] = random_test_of(seed, &table, c);
        }
    table.otherwise = check_below(seed, 3) == 0 ? (int)table.rows - 1 : NONE;
    return table;
}

/* --- the plain scan ------------------------------------------------------------------------------------- */

static bool tests_missing(const PlainTable *table, size_t column) {
    for (size_t r = 0; r < table->rows; r++)
        for (size_t i = 0; i < table->cells[r][column].count; i++)
            if (table->cells[r][column].tests[i].form == FORM_MISSING) return true;
    return false;
}

/* y, n or ? */
static char plain_test(const PlainTest *test, int value, bool missing_known) {
    bool in = false;
    if (value == MISSING) {
        if (test->form == FORM_MISSING) return test->negated ? 'n' : 'y';
        return missing_known ? 'n' : '?';
    }
    switch (test->form) {
    case FORM_VALUE:
        in = value == test->low;
        break;
    case FORM_BELOW:
        in = test->open ? value < test->low : value <= test->low;
        break;
    case FORM_FROM:
        in = test->open ? value > test->low : value >= test->low;
        break;
    case FORM_RANGE:
        in = value >= test->low && (test->open ? value < test->high : value <= test->high);
        break;
    case FORM_MISSING:
        break;
    }
    return in != test->negated ? 'y' : 'n';
}

static char plain_cell(const PlainTable *table, size_t row, size_t column, int value) {
    const PlainCell *cell = &table->cells[row][column];
    char any = cell->count == 0 ? 'y' : 'n';
    for (size_t i = 0; i < cell->count; i++) {
        char one = plain_test(&cell->tests[i], value, tests_missing(table, column));
        if (one == 'y') return 'y';
        if (one == '?') any = '?';
    }
    return any;
}

static char plain_row(const PlainTable *table, size_t row, const int *values) {
    char all = 'y';
    for (size_t c = 0; c < table->columns; c++) {
        char one = plain_cell(table, row, c, values[c]);
        if (one == 'n') return 'n';
        if (one == '?') all = '?';
    }
    return all;
}

typedef struct Answer {
    Outcome outcome;
    int row;
} Answer;

static Answer plain_answer(const PlainTable *table, const int *values) {
    int hits = 0, open = 0, row = NONE;
    for (size_t r = 0; r < table->rows; r++) {
        char is = (int)r == table->otherwise ? 'n' : plain_row(table, r, values);
        if (is == 'n') continue;
        if (is == 'y' && hits++ == 0) row = (int)r;
        if (is == '?') open++;
        if (table->policy == POLICY_FIRST) break;
    }
    if (hits > 1) return (Answer){OUTCOME_ERROR, row};
    if (hits == 1) return (Answer){OUTCOME_DECIDED, row};
    if (open > 0) return (Answer){OUTCOME_UNDETERMINED, NONE};
    return (Answer){table->otherwise == NONE ? OUTCOME_NO_ROW : OUTCOME_DECIDED, table->otherwise};
}

/* --- the same as the engine runs it --------------------------------------------------------------------- */

static Value value_for(Domain domain, int plain) {
    static const char *const WORDS[] = {"a", "ab", "b", "ba", "c", "ca", "d", "e"};
    if (plain == MISSING) return value_missing();
    switch (domain) {
    case DOMAIN_ENUM:
        return value_member(plain);
    case DOMAIN_YES_NO:
        return value_yes_no(plain == 1);
    case DOMAIN_TEXT:
        return value_text(text_of(WORDS[plain]));
    default:
        return decimal(plain, 3);
    }
}

static CellCode interval_set(Arena *arena, Domain domain, const PlainTest *test) {
    Value low = value_for(domain, test->low), high = value_for(domain, test->high);
    Interval one = {.low = low, .high = low, .has_low = true, .has_high = true};
    if (test->form == FORM_BELOW) one.has_low = false, one.high_open = test->open;
    if (test->form == FORM_FROM) one.has_high = false, one.low_open = test->open;
    if (test->form == FORM_RANGE) one.high = high, one.high_open = test->open;
    return set_of_intervals(arena, &one, test->form == FORM_MISSING ? 0 : 1);
}

static CellCode test_set(Arena *arena, Domain domain, const PlainTest *test) {
    bool in[MEMBERS] = {false};
    bool of_members = domain == DOMAIN_ENUM || domain == DOMAIN_YES_NO;
    size_t count = of_members ? (size_t)values_of(domain) : 0;
    if (of_members && test->form == FORM_VALUE) in[test->low] = true;
    CellCode set = of_members ? set_of_members(arena, count, in) : interval_set(arena, domain, test);
    set.missing = test->form == FORM_MISSING;
    return test->negated ? set_negated(arena, &set, count) : set;
}

/* Any of its tests. */
static CellCode cell_set(Arena *arena, Domain domain, const PlainCell *cell) {
    bool in[MEMBERS] = {false}, missing = false;
    Interval intervals[4 * TESTS_MOST];
    size_t len = 0;
    if (cell->count == 0) return (CellCode){.kind = SET_ANY};
    for (size_t i = 0; i < cell->count; i++) {
        CellCode set = test_set(arena, domain, &cell->tests[i]);
        missing |= set.missing;
        for (int m = 0; set.kind == SET_MEMBERS && m < MEMBERS; m++) in[m] |= set.bits >> m & 1;
        for (uint32_t k = 0; set.kind == SET_INTERVALS && k < set.count; k++)
            intervals[len++] = set.intervals[k];
    }
    bool of_members = domain == DOMAIN_ENUM || domain == DOMAIN_YES_NO;
    CellCode set = of_members ? set_of_members(arena, (size_t)values_of(domain), in)
                              : set_of_intervals(arena, intervals, len);
    set.missing = missing;
    return set;
}

static Index engine_table(Hand *hand, const PlainTable *table, Index *slots) {
    static const TypeKind TYPES[] = {TYPE_ENUM, TYPE_YES_NO, TYPE_DECIMAL, TYPE_TEXT};
    ColumnCode *columns = arena_array(hand->arena, ColumnCode, table->columns);
    CellCode *cells = arena_array(hand->arena, CellCode, table->rows * table->columns);
    for (size_t c = 0; c < table->columns; c++) {
        bool of_members = table->domains[c] == DOMAIN_ENUM || table->domains[c] == DOMAIN_YES_NO;
        slots[c] = hand_slot(hand, "fact", SLOT_FACT, TYPES[table->domains[c]]);
        columns[c] = (ColumnCode){slots[c], tests_missing(table, c),
                                  of_members ? (size_t)values_of(table->domains[c]) : 0, TEXT("fact")};
        for (size_t r = 0; r < table->rows; r++)
            cells[r * table->columns + c] = cell_set(hand->arena, table->domains[c], &table->cells[r][c]);
    }
    return hand_table(hand,
                      (HandTable){.name = "random",
                                  .policy = table->policy,
                                  .columns = columns,
                                  .column_count = table->columns,
                                  .row_count = table->rows,
                                  .cells = cells,
                                  .otherwise = table->otherwise,
                                  .output_count = 1,
                                  .outputs = arena_array(hand->arena, Value, table->rows),
                                  .indexed = true},
                      0, NULL);
}

static void check_settling(const PlainTable *table, const int *values, const Index *slots,
                           const Determination *d) {
    ck_assert_uint_gt(d->settle_count, 0);
    for (size_t i = 0; i < d->settle_count; i++) {
        size_t c = 0;
        while (c < table->columns && slots[c] != d->settle[i]) c++;
        ck_assert_uint_lt(c, table->columns);
        ck_assert_int_eq(values[c], MISSING);
    }
}

/* Without a guard it comes out the same. */
static void check_in_place(Frame *frame, Index unit, const Determination *wanted) {
    Determination out;
    ck_assert(evaluate_in_place(frame, unit, &out));
    ck_assert_int_eq(out.outcome, wanted->outcome);
    ck_assert_int_eq(out.problem, wanted->problem);
    ck_assert_int_eq(out.row, wanted->row);
    ck_assert_int_eq(out.other_row, wanted->other_row);
    ck_assert_uint_eq(out.settle_count, wanted->settle_count);
}

static void check_case(const PlainTable *table, Frame *frame, Index unit, const Index *slots,
                       const int *values) {
    Determination out;
    Answer wanted = plain_answer(table, values);
    for (size_t c = 0; c < table->columns; c++)
        frame_set(frame, slots[c], value_for(table->domains[c], values[c]));
    evaluate(frame, unit, NULL, &out);
    ck_assert_msg(out.outcome == wanted.outcome && out.row == wanted.row, "outcome %d row %d, not %d row %d",
                  (int)out.outcome, (int)out.row, (int)wanted.outcome, wanted.row);
    if (out.outcome == OUTCOME_UNDETERMINED) check_settling(table, values, slots, &out);
    check_in_place(frame, unit, &out);
}

START_TEST(every_table_answers_as_a_plain_scan_of_its_rows) {
    uint64_t seed = check_seed("tables");
    for (int round = 0; round < 500; round++) {
        PlainTable table = random_table(&seed);
        Hand *hand = hand_new();
        Index slots[COLUMNS_MOST];
        Index unit = engine_table(hand, &table, slots);
        Frame *frame = frame_new(hand->arena, hand_program(hand));
        for (int i = 0; i < 40; i++) {
            int values[COLUMNS_MOST];
            for (size_t c = 0; c < table.columns; c++) {
                bool missing = check_below(&seed, 6) == 0;
                values[c] =
                    missing ? MISSING : (int)check_below(&seed, (uint64_t)values_of(table.domains[c]));
            }
            check_case(&table, frame, unit, slots, values);
        }
        hand_free(hand);
    }
}
END_TEST

/* Every member of a large enum with an amount in one of twenty ranges: one row for each. */
START_TEST(a_table_of_thousands_of_rows_finds_each_of_them) {
    enum { KINDS = 100, RANGES = 20, STEP = 50 };
    Hand *hand = hand_new();
    Index kind = hand_slot(hand, "kind", SLOT_FACT, TYPE_ENUM),
          amount = hand_slot(hand, "amount", SLOT_FACT, TYPE_INTEGER);
    ColumnCode columns[] = {{kind, false, KINDS, TEXT("kind")}, {amount, false, 0, TEXT("amount")}};
    CellCode *cells = arena_array(hand->arena, CellCode, KINDS * RANGES * 2);
    for (int k = 0; k < KINDS; k++)
        for (int r = 0; r < RANGES; r++) {
            bool in[KINDS] = {false};
            in[k] = true;
            cells[(k * RANGES + r) * 2] = set_of_members(hand->arena, KINDS, in);
            cells[(k * RANGES + r) * 2 + 1] = from_below(hand, whole(r * STEP), whole(r * STEP + STEP));
        }
    Index unit = hand_table(hand,
                            (HandTable){.name = "matrix",
                                        .columns = columns,
                                        .column_count = 2,
                                        .row_count = KINDS * RANGES,
                                        .cells = cells,
                                        .otherwise = NONE,
                                        .output_count = 1,
                                        .outputs = arena_array(hand->arena, Value, KINDS * RANGES),
                                        .indexed = true},
                            0, NULL);
    ck_assert_uint_gt(hand->tables.at[0].code->index_words, KINDS / 2);
    Frame *frame = frame_new(hand->arena, hand_program(hand));
    for (int i = 0; i < KINDS * RANGES; i++) {
        Determination out;
        frame_set_member(frame, kind, i / RANGES);
        frame_set_number(frame, amount, number_int(i % RANGES * STEP + i % 2 * (STEP - 1)));
        evaluate(frame, unit, NULL, &out);
        ck_assert_int_eq(out.row, i);
    }
    hand_free(hand);
}
END_TEST

Suite *random_test_suite(void) {
    Suite *suite = suite_create("random tables");
    TCase *tests = tcase_create("random tables");
    tcase_add_test(tests, every_table_answers_as_a_plain_scan_of_its_rows);
    tcase_add_test(tests, a_table_of_thousands_of_rows_finds_each_of_them);
    suite_add_tcase(suite, tests);
    return suite;
}
