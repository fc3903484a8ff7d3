/* Registers: rows entered by name and from files, what they hold on a day, and rules that read them. */
#include "fixture.h"
#include <string.h>

static const char RULES[] = "register employees \"Employees\" {\n"
                            "  id : person, key\n  manager : person, optional\n  grade : integer\n"
                            "  approval_limit : money USD\n}\n"
                            "register rates {\n  from : text, key\n  to : text, key\n  rate : decimal\n}\n"
                            "powers {\n  | act | who |\n  | register | clerk |\n}\n"
                            "facts purchase {\n  requester : person\n  amount : money USD\n}\n"
                            "table within_limit of purchase {\n"
                            "  | row | amount || ok : yes_no |\n"
                            "  | W1 | - || amount <= employees[requester].approval_limit |\n}\n"
                            "guard still_within_limit before bought {\n  as_of today\n"
                            "  requires amount <= employees[requester].approval_limit\n}\n";

static const char WORKFLOW[] = "workflow: buying\ntitle: Buying\nof: purchase\nstart: asking\nsteps:\n"
                               "  asking:\n    task: Say what is bought\n    by: business_development\n"
                               "    collects: [requester, amount]\n    next: checking\n"
                               "  checking:\n    evaluate: within_limit\n    next:\n"
                               "      - when: within_limit.ok\n        to: bought\n      - to: refused\n"
                               "  bought: { end: approved }\n  refused: { end: declined }\n";

static Arena *arena;
static Book *book;
static size_t rows_read; /* of registers, out of what is kept */
static bool (*kept_get)(void *context, Arena *arena, Text space, Text key, Text *bytes);

static bool counting_get(void *context, Arena *into, Text space, Text key, Text *bytes) {
    rows_read += text_is(space, "register");
    return kept_get(context, into, space, key, bytes);
}

static void set_up(void) {
    arena = arena_new(0);
    book = book_with(arena, RULES, WORKFLOW);
    allow(book, "founder", "2026-01-05",
          "import '{people: [{key: dina, name: Dina, roles: [clerk]}, "
          "{key: amara, name: Amara, roles: [business_development]}, {key: bela, name: Bela}, "
          "{key: carl, name: Carl}]}'");
    kept_get = book->source.get;
    book->source.get = counting_get;
}

static void tear_down(void) {
    arena_free(arena);
}

static void yes(const char *when, const char *line) {
    allow(book, "dina", when, line);
}

static void no(const char *code, const char *when, const char *line) {
    forbid(book, code, "dina", when, line);
}

static void says(Text text, const char *part) {
    ck_assert_msg(strstr(text_copy(arena, text).at, part) != NULL, "%.*s", TEXT_ARG(text));
}

static Date day(const char *written) {
    Date date = DATE_NONE;
    ck_assert(date_parse(text_of(written), &date));
    return date;
}

/* What a field of amara's row holds on a day, and by which entry; "nothing" and -1 where nothing was said. */
static Text held(const char *who, const char *field, const char *on, int64_t *entry) {
    State *state = book_state(book);
    TextList key = {0};
    Text id;
    HeldValue found;
    ck_assert(state_find_person(state, text_of(who), &id));
    texts_push(arena, &key, id);
    const RegisterRowState *row = state_row(state, TEXT("employees"), &key);
    *entry = -1;
    if (!row_holds(row, text_of(field), day(on), &found)) return TEXT("nothing");
    *entry = found.entry;
    if (!found.value || found.value->kind == TREE_NULL) return TEXT("missing");
    return text_copy(arena, found.value->text);
}

static void holds_on(const char *field, const char *on, const char *value) {
    int64_t entry;
    ck_assert_text_is(held("amara", field, on, &entry), value);
}

/* --- one row -------------------------------------------------------------------------------------------- */

START_TEST(a_row_holds_from_its_first_day_on) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    holds_on("approval_limit", "2026-01-31", "nothing");
    holds_on("approval_limit", "2026-02-01", "USD 5000");
    holds_on("grade", "2030-01-01", "7");
    says(last_body(book, KIND_REGISTERED), "\"key\":[\"P-000003\"]");
}
END_TEST

START_TEST(a_change_is_a_new_entry_and_leaves_what_held_before) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara approval_limit='USD 8000' --from 2026-06-01");
    holds_on("approval_limit", "2026-05-31", "USD 5000");
    holds_on("approval_limit", "2026-06-01", "USD 8000");
    holds_on("grade", "2026-06-01", "7");
}
END_TEST

START_TEST(what_holds_until_a_day_gives_way_to_what_held_before) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07",
        "register employees id=amara approval_limit='USD 9000' --from 2026-07-01 --until 2026-08-01");
    holds_on("approval_limit", "2026-07-31", "USD 9000");
    holds_on("approval_limit", "2026-08-01", "USD 5000");
}
END_TEST

START_TEST(what_is_entered_late_of_an_earlier_day_does_not_undo_what_began_later) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara grade=6 approval_limit='USD 3000' --from 2025-01-01");
    holds_on("approval_limit", "2026-01-31", "USD 3000");
    holds_on("approval_limit", "2026-02-01", "USD 5000");
}
END_TEST

START_TEST(a_dated_row_entered_again_is_corrected) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07",
        "register employees id=amara approval_limit='USD 4000' --from 2026-02-01 --until 2026-03-01");
    holds_on("approval_limit", "2026-02-01", "USD 4000");
    holds_on("grade", "2026-02-28", "7");
    holds_on("grade", "2026-03-01", "nothing");
}
END_TEST

START_TEST(a_row_that_ends_holds_nothing_from_that_day_on) {
    int64_t entry;
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara --ends --from 2026-09-01");
    holds_on("grade", "2026-08-31", "7");
    ck_assert_text_is(held("amara", "grade", "2026-09-01", &entry), "missing");
    ck_assert_int_eq(entry, (int64_t)book->entries.len - 1);
    yes("2026-01-08", "register employees id=amara grade=8 approval_limit='USD 1' --from 2027-01-01");
    holds_on("grade", "2027-01-01", "8");
}
END_TEST

START_TEST(a_field_that_is_optional_can_be_said_to_be_missing) {
    yes("2026-01-06",
        "register employees id=amara manager=bela grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara manager=missing --from 2026-03-01");
    holds_on("manager", "2026-02-28", "P-000004");
    holds_on("manager", "2026-03-01", "missing");
    no("NOT_OPTIONAL", "2026-01-07", "register employees id=amara grade=missing --from 2026-03-01");
}
END_TEST

START_TEST(what_was_said_of_the_same_days_is_not_entered_again) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara grade=7 approval_limit='USD 6000' --from 2026-02-01");
    ck_assert_uint_eq(count_entries(book, KIND_REGISTERED), 2);
    says(last_body(book, KIND_REGISTERED), "\"values\":{\"approval_limit\":\"USD 6000\"}");
    yes("2026-01-07", "register employees id=amara grade=7 --from 2026-02-01");
    ck_assert_uint_eq(count_entries(book, KIND_REGISTERED), 2);
}
END_TEST

/* Else what is entered later, of days between, would reach beyond. */
START_TEST(what_is_said_from_a_day_on_holds_though_days_before_it_change_later) {
    int64_t entry;
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara grade=7 --from 2026-05-01");
    yes("2026-01-08", "register employees id=amara grade=8 --from 2026-03-01");
    ck_assert(text_is(held("amara", "grade", "2026-04-01", &entry), "8"));
    ck_assert(text_is(held("amara", "grade", "2026-06-01", &entry), "7"));
}
END_TEST

START_TEST(a_row_of_several_keys_is_known_by_all_of_them) {
    yes("2026-01-06", "register rates from=EUR to=USD rate=1.08 --from 2026-01-01");
    yes("2026-01-06", "register rates from=USD to=EUR rate=0.92 --from 2026-01-01");
    ck_assert_uint_eq(count_entries(book, KIND_REGISTERED), 2);
    no("KEY_NOT_GIVEN", "2026-01-06", "register rates from=USD rate=0.92 --from 2026-01-01");
}
END_TEST

START_TEST(a_row_that_cannot_be_is_refused_with_what_would_mend_it) {
    no("NO_SUCH_REGISTER", "2026-01-06", "register employes id=amara --from 2026-01-01");
    says(mend_of(book), "employees");
    no("NO_SUCH_FIELD", "2026-01-06", "register employees id=amara grad=7 --from 2026-01-01");
    says(mend_of(book), "grade");
    no("NO_SUCH_PERSON", "2026-01-06", "register employees id=amarra grade=7 --from 2026-01-01");
    no("BAD_VALUE", "2026-01-06", "register employees id=amara grade=high --from 2026-01-01");
    no("ROW_SAYS_NOTHING", "2026-01-06", "register employees id=amara --from 2026-01-01");
    no("ROW_ENDS", "2026-01-06", "register employees id=amara grade=7 --ends --from 2026-01-01");
    no("ROW_INCOMPLETE", "2026-01-06", "register employees id=amara grade=7 --from 2026-01-01");
    says(sentence_of(book), "approval_limit");
    no("ENDS_BEFORE", "2026-01-06",
       "register employees id=amara grade=7 approval_limit='USD 5' --from 2026-01-01 --until 2026-01-01");
    no("MISSING_ARGUMENT", "2026-01-06", "register employees id=amara grade=7");
    forbid(book, "NO_POWER", "amara", "2026-01-06",
           "register employees id=amara grade=7 approval_limit='USD 5' --from 2026-01-01");
}
END_TEST

/* --- files ---------------------------------------------------------------------------------------------- */

#define FILE_OF(heads, rows) "'{heads: [" heads "], rows: [" rows "]}'"
#define HEADS                "id, manager, grade, approval_limit, valid_from"

START_TEST(a_file_of_rows_is_entered_whole) {
    yes("2026-01-06", "import --register employees " FILE_OF(
                          HEADS, "{line: 2, cells: [amara, bela, 7, USD 5_000, 2026-02-01]}, "
                                 "{line: 3, cells: [bela, \"\", 9, USD 20_000, \"\"]}") " --from 2026-01-01");
    holds_on("approval_limit", "2026-02-01", "USD 5000");
    holds_on("manager", "2026-02-01", "P-000004");
    int64_t entry;
    ck_assert_text_is(held("bela", "manager", "2026-01-01", &entry), "missing");
    ck_assert_text_is(held("bela", "grade", "2026-01-01", &entry), "9");
}
END_TEST

static void line_refused(size_t i, int64_t line, const char *sentence) {
    const Tree *lines = book->refusal.lines;
    ck_assert_uint_lt(i, tree_len(lines));
    ck_assert_int_eq(tree_get(lines->items[i], "line")->number, line);
    says(tree_get_text(lines->items[i], "sentence"), sentence);
}

START_TEST(every_line_that_is_refused_is_told_of_and_none_is_entered) {
    no("LINES_REFUSED", "2026-01-06",
       "import --register employees " FILE_OF(HEADS,
                                              "{line: 2, cells: [amara, bela, 7, USD 5_000, 2026-02-01]}, "
                                              "{line: 3, cells: [nobody, \"\", 9, USD 1, 2026-02-01]}, "
                                              "{line: 4, cells: [bela, \"\", nine, USD 1, 2026-02-01]}, "
                                              "{line: 5, cells: [bela, \"\", 9, \"\", 2026-02-01]}, "
                                              "{line: 6, cells: [bela, \"\", 9, USD 1, \"\"]}, "
                                              "{line: 7, cells: [bela, \"\", 9, USD 1, 2026-02-30]}, "
                                              "{line: 8, cells: [bela, 9, USD 1]}, "
                                              "{line: 9, cells: [amara, \"\", 9, USD 1, 2026-02-01]}"));
    ck_assert_uint_eq(tree_len(book->refusal.lines), 7);
    line_refused(0, 3, "nobody here is called \"nobody\"");
    line_refused(1, 4, "grade is integer");
    line_refused(2, 5, "approval_limit is not optional");
    line_refused(3, 6, "from when on");
    line_refused(4, 7, "2026-02-30");
    line_refused(5, 8, "3 cells");
    line_refused(6, 9, "line 2");
    says(sentence_of(book), "7 lines of 8 cannot be entered, so none was");
    ck_assert_uint_eq(count_entries(book, KIND_REGISTERED), 0);
}
END_TEST

START_TEST(a_file_whose_first_line_names_no_fields_is_refused) {
    no("NO_SUCH_FIELD", "2026-01-06", "import --register employees " FILE_OF("id, salary", ""));
    no("HEAD_TWICE", "2026-01-06", "import --register employees " FILE_OF("id, grade, grade", ""));
    no("KEY_NOT_GIVEN", "2026-01-06", "import --register employees " FILE_OF("grade", ""));
    no("NO_TABLE", "2026-01-06", "import --register employees '{people: []}'");
    no("NO_TABLE", "2026-01-06", "import --register employees '{heads: [[id]], rows: []}'");
    no("NO_TABLE", "2026-01-06", "import --register employees '{heads: [id], rows: [3, {cells: 4}]}'");
    forbid(book, "NO_POWER", "amara", "2026-01-06", "import --register employees " FILE_OF(HEADS, ""));
}
END_TEST

START_TEST(a_file_imported_again_enters_only_what_is_new) {
    const char *line = "import --register employees " FILE_OF(
        HEADS, "{line: 2, cells: [amara, bela, 7, USD 5_000, 2026-02-01]}, "
               "{line: 3, cells: [bela, \"\", 9, USD 20_000, 2026-02-01]}");
    yes("2026-01-06", line);
    yes("2026-01-07", line);
    ck_assert_uint_eq(count_entries(book, KIND_REGISTERED), 2);
}
END_TEST

/* --- rules that read them ------------------------------------------------------------------------------- */

static const Tree *determination(void) {
    return tree_get(json_of(book, last_body(book, KIND_DETERMINED)), "reasons");
}

static void buy(const char *when, const char *amount) {
    allow(book, "amara", when, text_format(arena, "open buying requester=amara amount='USD %s'", amount).at);
}

START_TEST(a_rule_reads_what_held_on_the_day_and_names_its_entry) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara approval_limit='USD 8000' --from 2026-06-01");
    int64_t entry;
    held("amara", "approval_limit", "2026-03-02", &entry);
    buy("2026-03-02", "6000");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "declined");
    const Tree *facts = tree_get(determination(), "facts"), *read = NULL;
    for (size_t i = 0; i < tree_len(facts); i++)
        if (text_is(tree_get_text(facts->items[i], "how"), "registered")) read = facts->items[i];
    ck_assert_ptr_nonnull(read);
    ck_assert_text_is(tree_get_text(read, "fact"), "employees[P-000003].approval_limit");
    ck_assert_text_is(tree_get_text(read, "on"), "2026-03-02");
    ck_assert_int_eq(tree_get(read, "entry")->number, entry);
    buy("2026-06-02", "6000");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->outcome, "approved");
}
END_TEST

/* The table reads the limit as of the day the case was opened, the guard as of today. */
START_TEST(a_register_is_read_as_of_the_day_the_case_was_opened_unless_another_is_named) {
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 8000' --from 2026-02-01");
    yes("2026-01-07", "register employees id=amara approval_limit='USD 5000' --from 2026-06-01");
    allow(book, "amara", "2026-03-02", "open buying requester=amara");
    forbid(book, "GUARDED", "amara", "2026-06-02", "submit PRT-2026-001 amount='USD 6000'");
    allow(book, "amara", "2026-05-31", "submit PRT-2026-001 amount='USD 6000'");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "approved");
    allow(book, "amara", "2026-06-02", "open buying requester=amara");
    allow(book, "amara", "2026-06-02", "submit PRT-2026-002 amount='USD 6000'");
    ck_assert_text_is(book_case(book, "PRT-2026-002")->outcome, "declined");
}
END_TEST

START_TEST(a_row_that_is_not_there_is_asked_for_by_its_command) {
    forbid(book, "UNDETERMINED", "amara", "2026-03-02", "open buying requester=amara amount='USD 5'");
    says(sentence_of(book), "employees[P-000003].approval_limit");
    says(mend_of(book), "bylaw register employees id=amara approval_limit=... --from 2026-03-02");
}
END_TEST

START_TEST(a_command_reads_only_the_rows_it_needs) {
    Buf rows = buf_new(arena);
    for (int i = 0; i < 300; i++)
        buf_format(&rows, "%s{line: %d, cells: [c%d, d, %d]}", i ? ", " : "", i + 2, i, i);
    yes("2026-01-06",
        text_format(arena,
                    "import --register rates '{heads: [from, to, rate], rows: [%s]}' --from 2026-01-01",
                    buf_done(&rows).at)
            .at);
    yes("2026-01-06", "register employees id=amara grade=7 approval_limit='USD 5000' --from 2026-02-01");
    rows_read = 0;
    buy("2026-03-02", "6000");
    ck_assert_uint_eq(rows_read, 1);
}
END_TEST

START_TEST(registers_are_rebuilt_and_replayed) {
    yes("2026-01-06", "import --register employees " FILE_OF(
                          HEADS, "{line: 2, cells: [amara, bela, 7, USD 5_000, 2026-02-01]}, "
                                 "{line: 3, cells: [bela, \"\", 9, USD 20_000, 2026-02-01]}"));
    yes("2026-01-07", "register employees id=amara approval_limit='USD 8000' --from 2026-06-01");
    yes("2026-01-08", "register employees id=amara approval_limit='USD 7000' --from 2026-04-01");
    yes("2026-01-08", "register employees id=amara --ends --from 2027-01-01");
    buy("2026-03-02", "6000");
    check_rebuild(book);
    check_replay(book);
}
END_TEST

/* --- a plain model: what every entry says, read anew for each question ---------------------------------- */

enum { FIELDS = 2, ROUNDS = 60, DAYS = 40 };

typedef struct Said {
    Date from, until;
    int value[FIELDS]; /* -1: not said */
} Said;

/* The last first day that covers the day and says something of the field; of one first day all that was said,
 * the last of it counting, until the day that was said last. */
static int plainly(const Said *said, size_t count, int field, Date on) {
    Date best = DATE_NONE;
    int value = -1;
    for (size_t i = 0; i < count; i++) {
        Date until = said[i].until;
        int latest = -1;
        for (size_t k = 0; k < count; k++) {
            if (said[k].from != said[i].from) continue;
            until = said[k].until;
            if (said[k].value[field] >= 0) latest = said[k].value[field];
        }
        if (latest < 0 || !covers(said[i].from, until, on) || (best != DATE_NONE && said[i].from < best))
            continue;
        best = said[i].from;
        value = latest;
    }
    return value;
}

START_TEST(what_held_on_a_day_is_what_a_plain_reading_of_all_entries_says) {
    uint64_t seed = check_seed("what_held_on_a_day_is_what_a_plain_reading_of_all_entries_says");
    Said said[ROUNDS];
    Date first = day("2026-02-01");
    for (size_t i = 0; i < ROUNDS; i++) {
        Said *one = &said[i];
        one->from = first + (Date)check_below(&seed, DAYS);
        one->until = check_below(&seed, 3) ? DATE_NONE : one->from + 1 + (Date)check_below(&seed, DAYS);
        one->value[0] = (int)check_below(&seed, 100);
        one->value[1] = i > 0 && check_below(&seed, 2) ? -1 : (int)check_below(&seed, 100);
        Buf line = buf_new(arena);
        buf_format(&line, "register employees id=amara grade=%d", one->value[0]);
        if (one->value[1] >= 0) buf_format(&line, " approval_limit='USD %d'", one->value[1]);
        buf_format(&line, " --from %s", date_text(arena, one->from).at);
        if (one->until != DATE_NONE) buf_format(&line, " --until %s", date_text(arena, one->until).at);
        if (!act(book, "dina", "2026-01-06", buf_done(&line).at)) one->from = one->until = DATE_LAST;
        for (Date on = first; on < first + 2 * DAYS; on += 7) {
            int64_t entry;
            int grade = plainly(said, i + 1, 0, on);
            Text found = held("amara", "grade", date_text(arena, on).at, &entry);
            Text wanted = grade < 0 ? TEXT("nothing") : text_format(arena, "%d", grade);
            ck_assert_msg(text_equal(found, wanted), "on %s: %s, not %s", date_text(arena, on).at, found.at,
                          wanted.at);
        }
    }
}
END_TEST

Suite *registering_suite(void) {
    Suite *suite = suite_create("registering");
    TCase *tests = tcase_create("rows");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_row_holds_from_its_first_day_on);
    tcase_add_test(tests, a_change_is_a_new_entry_and_leaves_what_held_before);
    tcase_add_test(tests, what_holds_until_a_day_gives_way_to_what_held_before);
    tcase_add_test(tests, what_is_entered_late_of_an_earlier_day_does_not_undo_what_began_later);
    tcase_add_test(tests, a_dated_row_entered_again_is_corrected);
    tcase_add_test(tests, a_row_that_ends_holds_nothing_from_that_day_on);
    tcase_add_test(tests, a_field_that_is_optional_can_be_said_to_be_missing);
    tcase_add_test(tests, what_was_said_of_the_same_days_is_not_entered_again);
    tcase_add_test(tests, what_is_said_from_a_day_on_holds_though_days_before_it_change_later);
    tcase_add_test(tests, a_row_of_several_keys_is_known_by_all_of_them);
    tcase_add_test(tests, a_row_that_cannot_be_is_refused_with_what_would_mend_it);
    tcase_add_test(tests, a_file_of_rows_is_entered_whole);
    tcase_add_test(tests, every_line_that_is_refused_is_told_of_and_none_is_entered);
    tcase_add_test(tests, a_file_whose_first_line_names_no_fields_is_refused);
    tcase_add_test(tests, a_file_imported_again_enters_only_what_is_new);
    tcase_add_test(tests, a_rule_reads_what_held_on_the_day_and_names_its_entry);
    tcase_add_test(tests, a_register_is_read_as_of_the_day_the_case_was_opened_unless_another_is_named);
    tcase_add_test(tests, a_row_that_is_not_there_is_asked_for_by_its_command);
    tcase_add_test(tests, a_command_reads_only_the_rows_it_needs);
    tcase_add_test(tests, registers_are_rebuilt_and_replayed);
    tcase_add_test(tests, what_held_on_a_day_is_what_a_plain_reading_of_all_entries_says);
    suite_add_tcase(suite, tests);
    return suite;
}
