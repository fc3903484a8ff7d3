/* Compiled tables with their index against a plain scan of the same rows, which reads the tests one by one as
 * they would be written and knows nothing of sets and trees. */
#include "hand.h"

enum { COLUMNS_MOST = 4, ROWS_MOST = 24, TESTS_MOST = 3, MEMBERS = 5, VALUES = 8, RESULTS = 3, OUTPUTS = 2 };

typedef enum Domain {
    DOMAIN_ENUM,
    DOMAIN_YES_NO,
    DOMAIN_NUMBER,
    DOMAIN_TEXT,
    DOMAIN_DAY,
    DOMAIN_COUNT
} Domain;
typedef enum Form { FORM_VALUE, FORM_BELOW, FORM_FROM, FORM_RANGE, FORM_MISSING, FORM_NOT_APPLICABLE } Form;

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
    bool may_not_apply[COLUMNS_MOST]; /* of any other column what does not apply is an error */
    bool tests_missing[COLUMNS_MOST]; /* a cell of the column does */
    PlainCell cells[ROWS_MOST][COLUMNS_MOST];
    size_t outputs;
    int results[ROWS_MOST][OUTPUTS];
} PlainTable;

enum { MISSING = -1, NOT_APPLICABLE = -2 }; /* as plain values */

/* --- making --------------------------------------------------------------------------------------------- */

static int values_of(Domain domain) {
    return domain == DOMAIN_YES_NO ? 2 : domain == DOMAIN_ENUM ? MEMBERS : VALUES;
}

static PlainTest random_test_of(uint64_t *seed, const PlainTable *table, size_t column) {
    int values = values_of(table->domains[column]);
    PlainTest test = {.negated = check_below(seed, 4) == 0, .open = check_below(seed, 2) == 0};
    bool ordered = table->domains[column] == DOMAIN_NUMBER || table->domains[column] == DOMAIN_DAY;
    if (table->optional[column] && check_below(seed, 4) == 0)
        test.form = FORM_MISSING;
    else if (table->may_not_apply[column] && check_below(seed, 4) == 0)
        test.form = FORM_NOT_APPLICABLE;
    else if (ordered)
        test.form = (Form)check_below(seed, FORM_MISSING);
    test.low = (int)check_below(seed, (uint64_t)values);
    test.high = test.low + (int)check_below(seed, (uint64_t)(values - test.low));
    return test;
}

/* What makes one value of one has one result, and what counts has none. */
static void random_results(uint64_t *seed, PlainTable *table) {
    bool one = policy_collects(table->policy) && table->policy != POLICY_LIST;
    table->outputs = table->policy == POLICY_COUNT ? 0 : one ? 1 : OUTPUTS;
    for (size_t r = 0; r < table->rows; r++)
        for (size_t i = 0; i < table->outputs; i++)
            table->results[r][i] = check_below(seed, 4) ? 1 : (int)check_below(seed, RESULTS);
}

static bool tests_missing(const PlainTable *table, size_t column) {
    for (size_t r = 0; r < table->rows; r++)
        for (size_t i = 0; i < table->cells[r][column].count; i++)
            if (table->cells[r][column].tests[i].form == FORM_MISSING) return true;
    return false;
}

static PlainTable random_table(uint64_t *seed) {
    PlainTable table = {.policy = (HitPolicy)check_below(seed, POLICY_COUNT + 1),
                        .columns = 1 + check_below(seed, COLUMNS_MOST),
                        .rows = 1 + check_below(seed, ROWS_MOST)};
    for (size_t c = 0; c < table.columns; c++) {
        table.domains[c] = (Domain)check_below(seed, DOMAIN_COUNT);
        table.optional[c] = check_below(seed, 3) == 0;
        table.may_not_apply[c] = check_below(seed, 3) == 0;
    }
    for (size_t r = 0; r < table.rows; r++)
        for (size_t c = 0; c < table.columns; c++) {
            PlainCell *cell = &table.cells[r][c];
            cell->count = check_below(seed, 3) == 0 ? 0 : 1 + check_below(seed, TESTS_MOST);
            for (size_t i = 0; i < cell->count; i++) cell->tests[i] = random_test_of(seed, &table, c);
        }
    for (size_t c = 0; c < table.columns; c++) table.tests_missing[c] = tests_missing(&table, c);
    table.otherwise = check_below(seed, 3) == 0 ? (int)table.rows - 1 : NONE;
    random_results(seed, &table);
    return table;
}

/* --- the plain scan ------------------------------------------------------------------------------------- */

/* y, n, ? or, where the fact does not apply, e */
static char plain_test(const PlainTest *test, int value, bool missing_known, bool may_not_apply) {
    bool in = false;
    if (value == NOT_APPLICABLE && !may_not_apply) return 'e';
    if (value == NOT_APPLICABLE) return test->form == FORM_NOT_APPLICABLE && !test->negated ? 'y' : 'n';
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
    case FORM_NOT_APPLICABLE:
        break;
    }
    return in != test->negated ? 'y' : 'n';
}

static char plain_cell(const PlainTable *table, size_t row, size_t column, int value) {
    const PlainCell *cell = &table->cells[row][column];
    char any = cell->count == 0 ? 'y' : 'n';
    for (size_t i = 0; i < cell->count; i++) {
        char one =
            plain_test(&cell->tests[i], value, table->tests_missing[column], table->may_not_apply[column]);
        if (one == 'y') return 'y';
        if (one != 'n') any = one;
    }
    return any;
}

static char plain_row(const PlainTable *table, size_t row, const int *values) {
    char all = 'y';
    for (size_t c = 0; c < table->columns; c++) {
        char one = plain_cell(table, row, c, values[c]);
        if (one == 'n') return 'n';
        if (one == '?' || (one == 'e' && all == 'y')) all = one;
    }
    return all;
}

typedef struct Answer {
    Outcome outcome;
    int row;
    size_t row_count;
    int rows[ROWS_MOST]; /* collected */
} Answer;

/* What stands for each row: y, n, ? or e. */
typedef struct Shades {
    char at[ROWS_MOST];
    int yes, unknown, error;
} Shades;

static Shades shades_of(const PlainTable *table, const int *values) {
    Shades shades = {0};
    for (size_t r = 0; r < table->rows; r++) {
        char is = (int)r == table->otherwise ? 'n' : plain_row(table, r, values);
        shades.at[r] = is;
        shades.yes += is == 'y';
        shades.unknown += is == '?';
        shades.error += is == 'e';
    }
    return shades;
}

/* When no row fits for certain. */
static Answer nothing_fits(const PlainTable *table, const Shades *shades) {
    if (shades->unknown) return (Answer){OUTCOME_UNDETERMINED, NONE, 0, {0}};
    if (shades->error) return (Answer){OUTCOME_ERROR, NONE, 0, {0}};
    return (Answer){table->otherwise == NONE ? OUTCOME_NO_ROW : OUTCOME_DECIDED, table->otherwise, 0, {0}};
}

static bool plain_agree(const PlainTable *table, size_t one, size_t other) {
    return memcmp(table->results[one], table->results[other], sizeof table->results[one]) == 0;
}

/* Where several fit they must agree; under `unique` they never do. */
static Answer plain_hit(const PlainTable *table, const Shades *shades) {
    Answer answer = {OUTCOME_DECIDED, NONE, 0, {0}};
    for (size_t r = 0; r < table->rows; r++) {
        if (shades->at[r] != 'y') continue;
        if (answer.row == NONE)
            answer.row = (int)r;
        else if (table->policy == POLICY_UNIQUE || !plain_agree(table, (size_t)answer.row, r))
            answer.outcome = OUTCOME_ERROR;
    }
    return answer.row == NONE ? nothing_fits(table, shades) : answer;
}

/* Only rows that are not out and of which none goes before count: the others are as good as out. */
static Shades first_ones(const PlainTable *table, const Shades *shades) {
    Shades first = {0};
    int best = -1;
    for (size_t r = 0; r < table->rows; r++) {
        int rank = table->policy == POLICY_FIRST ? (int)r : table->results[r][0];
        if (shades->at[r] != 'n' && (best < 0 || rank < best)) best = rank;
    }
    for (size_t r = 0; r < table->rows; r++) {
        int rank = table->policy == POLICY_FIRST ? (int)r : table->results[r][0];
        first.at[r] = rank == best ? shades->at[r] : 'n';
        first.unknown += first.at[r] == '?';
        first.error += first.at[r] == 'e';
    }
    return first;
}

static Answer plain_collected(const PlainTable *table, const Shades *shades) {
    Answer answer = {OUTCOME_DECIDED, NONE, 0, {0}};
    if (shades->unknown || shades->error) return nothing_fits(table, shades);
    for (size_t r = 0; r < table->rows; r++)
        if (shades->at[r] == 'y') answer.rows[answer.row_count++] = (int)r;
    if (answer.row_count == 0 && table->otherwise != NONE) answer.rows[answer.row_count++] = table->otherwise;
    bool of_nothing = table->policy == POLICY_MIN || table->policy == POLICY_MAX;
    if (answer.row_count == 0 && of_nothing) answer.outcome = OUTCOME_NO_ROW;
    return answer;
}

static Answer plain_answer(const PlainTable *table, const int *values) {
    Shades shades = shades_of(table, values);
    if (policy_collects(table->policy)) return plain_collected(table, &shades);
    if (table->policy == POLICY_FIRST || table->policy == POLICY_PRIORITY)
        shades = first_ones(table, &shades);
    return plain_hit(table, &shades);
}

/* --- the same as the engine runs it --------------------------------------------------------------------- */

static Value value_for(Domain domain, int plain) {
    static const char *const WORDS[] = {"a", "ab", "b", "ba", "c", "ca", "d", "e"};
    if (plain == MISSING) return value_missing();
    if (plain == NOT_APPLICABLE) return value_not_applicable();
    switch (domain) {
    case DOMAIN_ENUM:
        return value_member(plain);
    case DOMAIN_YES_NO:
        return value_yes_no(plain == 1);
    case DOMAIN_TEXT:
        return value_text(text_of(WORDS[plain]));
    case DOMAIN_DAY:
        return value_date(20454 + 2 * plain);
    default:
        return decimal(plain - 3, 3);
    }
}

static CellCode interval_set(Arena *arena, Domain domain, const PlainTest *test) {
    Value low = value_for(domain, test->low), high = value_for(domain, test->high);
    Interval one = {.low = low, .high = low, .has_low = true, .has_high = true};
    if (test->form == FORM_BELOW) one.has_low = false, one.high_open = test->open;
    if (test->form == FORM_FROM) one.has_high = false, one.low_open = test->open;
    if (test->form == FORM_RANGE) one.high = high, one.high_open = test->open;
    return set_of_intervals(arena, &one, test->form >= FORM_MISSING ? 0 : 1);
}

static CellCode test_set(Arena *arena, Domain domain, const PlainTest *test) {
    bool in[MEMBERS] = {false};
    bool of_members = domain == DOMAIN_ENUM || domain == DOMAIN_YES_NO;
    size_t count = of_members ? (size_t)values_of(domain) : 0;
    if (of_members && test->form == FORM_VALUE) in[test->low] = true;
    CellCode set = of_members ? set_of_members(arena, count, in) : interval_set(arena, domain, test);
    set.missing = test->form == FORM_MISSING;
    set.not_applicable = test->form == FORM_NOT_APPLICABLE;
    return test->negated ? set_negated(arena, &set, count) : set;
}

/* Any of its tests. */
static CellCode cell_set(Arena *arena, Domain domain, const PlainCell *cell) {
    bool in[MEMBERS] = {false}, missing = false, not_applicable = false;
    Interval intervals[4 * TESTS_MOST];
    size_t len = 0;
    if (cell->count == 0) return (CellCode){.kind = SET_ANY};
    for (size_t i = 0; i < cell->count; i++) {
        CellCode set = test_set(arena, domain, &cell->tests[i]);
        missing |= set.missing;
        not_applicable |= set.not_applicable;
        for (int m = 0; set.kind == SET_MEMBERS && m < MEMBERS; m++) in[m] |= set.bits >> m & 1;
        for (uint32_t k = 0; set.kind == SET_INTERVALS && k < set.count; k++)
            intervals[len++] = set.intervals[k];
    }
    bool of_members = domain == DOMAIN_ENUM || domain == DOMAIN_YES_NO;
    CellCode set = of_members ? set_of_members(arena, (size_t)values_of(domain), in)
                              : set_of_intervals(arena, intervals, len);
    set.missing = missing;
    set.not_applicable = not_applicable;
    return set;
}

/* Whole numbers, or under `priority` members of an enum. */
static const Value *engine_outputs(Hand *hand, const PlainTable *table) {
    Value *outputs = arena_array(hand->arena, Value, table->rows * table->outputs);
    for (size_t r = 0; r < table->rows; r++)
        for (size_t i = 0; i < table->outputs; i++) {
            int result = table->results[r][i];
            outputs[r * table->outputs + i] =
                table->policy == POLICY_PRIORITY ? value_member(result) : whole(result);
        }
    return outputs;
}

static Index engine_table(Hand *hand, const PlainTable *table, Index *slots) {
    static const TypeKind TYPES[] = {TYPE_ENUM, TYPE_YES_NO, TYPE_DECIMAL, TYPE_TEXT, TYPE_DATE};
    static const uint16_t OVER[] = {1, 2, 20, UINT16_MAX}; /* the numbers are over 1 and over 3 */
    ColumnCode *columns = arena_array(hand->arena, ColumnCode, table->columns);
    CellCode *cells = arena_array(hand->arena, CellCode, table->rows * table->columns);
    for (size_t c = 0; c < table->columns; c++) {
        bool of_members = table->domains[c] == DOMAIN_ENUM || table->domains[c] == DOMAIN_YES_NO;
        slots[c] = hand_slot(hand, "fact", SLOT_FACT, TYPES[table->domains[c]]);
        columns[c] = (ColumnCode){.slot = slots[c],
                                  .kind = TYPES[table->domains[c]],
                                  .missing = table->tests_missing[c],
                                  .not_applicable = table->may_not_apply[c],
                                  .over = OVER[table->rows % 4],
                                  .member_count = of_members ? (size_t)values_of(table->domains[c]) : 0,
                                  .head = TEXT("fact")};
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
                                  .output_count = table->outputs,
                                  .output_type = table->policy == POLICY_PRIORITY ? TYPE_ENUM : TYPE_INTEGER,
                                  .outputs = engine_outputs(hand, table),
                                  .indexed = true},
                      0, NULL);
}

static void check_settling(const PlainTable *table, const int *values, const Index *slots,
                           const Determination *d) {
    ck_hold(d->settle_count > 0);
    for (size_t i = 0; i < d->settle_count; i++) {
        size_t c = 0;
        while (c < table->columns && slots[c] != d->settle[i]) c++;
        ck_hold(c < table->columns);
        ck_hold_eq(values[c], MISSING);
    }
}

static int64_t number_in(Value value) {
    int64_t number = 0;
    ck_hold(number_to_int(value.number, &number));
    return number;
}

static void check_list(const PlainTable *table, const Answer *wanted, size_t output, Value list) {
    ck_hold_eq(list.list.len, wanted->row_count);
    for (size_t i = 0; i < wanted->row_count; i++)
        ck_hold_eq(number_in(list.list.at[i]), table->results[wanted->rows[i]][output]);
}

static void check_collected(const PlainTable *table, const Answer *wanted, const Determination *out) {
    int sum = 0, least = RESULTS, most = -1;
    ck_hold_eq(out->row_count, wanted->row_count);
    for (size_t i = 0; i < wanted->row_count; i++) {
        int result = table->results[wanted->rows[i]][0];
        ck_hold_eq(out->rows[i], wanted->rows[i]);
        sum += result;
        if (result < least) least = result;
        if (result > most) most = result;
    }
    for (size_t i = 0; table->policy == POLICY_LIST && i < table->outputs; i++)
        check_list(table, wanted, i, out->outputs[i]);
    if (table->policy == POLICY_LIST) return;
    int all[] = {sum, [POLICY_MIN - POLICY_SUM] = least, [POLICY_MAX - POLICY_SUM] = most,
                 [POLICY_COUNT - POLICY_SUM] = (int)wanted->row_count};
    ck_hold_eq(number_in(out->outputs[0]), all[table->policy - POLICY_SUM]);
}

/* The reasons are complete (law L7): with the facts they name and no others it comes out the same. Where
 * missing is a value of the column, a fact that is left out would be another fact. */
static void check_reasons(const PlainTable *table, Frame *frame, Frame *again, Index unit,
                          const Index *slots) {
    Determination out, same;
    Reasons reasons = {0};
    evaluate(frame, unit, &reasons, &out);
    frame_clear(again);
    for (size_t c = 0; c < table->columns; c++)
        if (table->tests_missing[c]) frame_set(again, slots[c], frame_get(frame, slots[c]));
    for (size_t i = 0; i < reasons.len; i++)
        if (reasons.at[i].kind == REASON_SLOT) frame_set(again, reasons.at[i].index, reasons.at[i].value);
    evaluate(again, unit, NULL, &same);
    ck_hold_eq(same.outcome, out.outcome);
    ck_hold_eq(same.row, out.row);
    ck_hold_eq(same.row_count, out.row_count);
}

static Outcome check_case(const PlainTable *table, Frame *frame, Index unit, const Route *route,
                          const Index *slots, const int *values) {
    Determination out;
    Answer wanted = plain_answer(table, values);
    for (size_t c = 0; c < table->columns; c++)
        frame_set(frame, slots[c], value_for(table->domains[c], values[c]));
    evaluate(frame, unit, NULL, &out);
    ck_hold_msg(out.outcome == wanted.outcome && out.row == wanted.row,
                "policy %d: outcome %d row %d, not %d row %d", (int)table->policy, (int)out.outcome,
                (int)out.row, (int)wanted.outcome, wanted.row);
    if (out.outcome == OUTCOME_UNDETERMINED) check_settling(table, values, slots, &out);
    if (out.outcome == OUTCOME_DECIDED && policy_collects(table->policy))
        check_collected(table, &wanted, &out);
    if (route) ck_hold_eq(route_row(route), out.outcome == OUTCOME_DECIDED ? out.row : NONE);
    return wanted.outcome;
}

START_TEST(every_table_answers_as_a_plain_scan_of_its_rows) {
    uint64_t seed = check_seed("tables");
    int rounds = check_rounds(400);
    for (int round = 0; round < rounds; round++) {
        PlainTable table = random_table(&seed);
        Hand *hand = hand_new();
        Index slots[COLUMNS_MOST];
        Index unit = engine_table(hand, &table, slots);
        Frame *frame = frame_new(hand->arena, hand_program(hand)),
              *again = frame_new(hand->arena, &hand->program);
        const Route *route = route_new(hand->arena, frame, unit);
        for (int i = 0; i < 40; i++) {
            int values[COLUMNS_MOST];
            for (size_t c = 0; c < table.columns; c++) {
                uint64_t state = check_below(&seed, 24);
                bool none = state == 0 || (state == 23 && table.may_not_apply[c]);
                values[c] = none        ? NOT_APPLICABLE
                            : state < 5 ? MISSING
                                        : (int)check_below(&seed, (uint64_t)values_of(table.domains[c]));
            }
            if (check_case(&table, frame, unit, route, slots, values) == OUTCOME_DECIDED)
                check_reasons(&table, frame, again, unit, slots);
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
    ColumnCode columns[] = {
        {.slot = kind, .kind = TYPE_ENUM, .over = 1, .member_count = KINDS, .head = TEXT("kind")},
        {.slot = amount, .kind = TYPE_INTEGER, .over = 1, .head = TEXT("amount")}};
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
