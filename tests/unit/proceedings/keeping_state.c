/* The state as a memo over what is kept: walks, changes, and what is gone. */
#include "fixture.h"
#include "proceedings/turn.h"

static Arena *arena;
static Book shelf; /* only its kept objects are used */
static StateSource source;

static bool get(void *context, Arena *into, Text space, Text key, Text *bytes) {
    (void)context;
    for (size_t i = 0; i < shelf.objects.len; i++) {
        if (!text_equal(shelf.objects.at[i].space, space) || !text_equal(shelf.objects.at[i].key, key))
            continue;
        *bytes = text_copy(into, shelf.objects.at[i].value);
        return true;
    }
    return false;
}

/* The kept objects of these tests stand in order. */
static bool next(void *context, Arena *into, Text space, Text from, Text *key, Text *bytes) {
    (void)context;
    for (size_t i = 0; i < shelf.objects.len; i++) {
        const KeptObject *object = &shelf.objects.at[i];
        if (!text_equal(object->space, space) || text_compare(object->key, from) < 0) continue;
        *key = text_copy(into, object->key);
        *bytes = text_copy(into, object->value);
        return true;
    }
    return false;
}

/* Keeps an object, given as the JSON of its record. */
static void keep(StateSpace space, const char *key, const char *json) {
    Text error = {0};
    const void *record = record_read(arena, space_row(space)->type, text_of(json), &error);
    ck_assert_msg(record != NULL, "%.*s", TEXT_ARG(error));
    *vec_push(arena, &shelf.objects) = (KeptObject){
        space_row(space)->word, text_of(key), state_kept_form(state_new(arena, &source), space, record)};
}

static void set_up(void) {
    arena = arena_new(0);
    shelf = (Book){.arena = arena};
    source = (StateSource){.get = get, .next = next};
}

static void tear_down(void) {
    arena_free(arena);
}

static Text walked(State *state) {
    Buf buf = buf_new(arena);
    Text number;
    for (Text from = {0}; state_next_open_case(state, from, &number); from = key_after(arena, number))
        buf_format(&buf, "%.*s ", TEXT_ARG(number));
    return buf_done(&buf);
}

static void note_change(void *context, Text space, Text key, Text value) {
    buf_format(context, "%.*s %.*s=%.*s\n", TEXT_ARG(space), TEXT_ARG(key),
               TEXT_ARG(kept_json(arena, space, value)));
}

static Text changes(State *state) {
    Buf buf = buf_new(arena);
    state_changes(state, note_change, &buf);
    return buf_done(&buf);
}

START_TEST(a_walk_sees_what_is_kept_and_what_was_made_in_order) {
    keep(SPACE_OPEN_CASE, "PRT-2026-001", "{}");
    keep(SPACE_OPEN_CASE, "PRT-2026-003", "{}");
    State *state = state_new(arena, &source);
    state_change(state, SPACE_OPEN_CASE, TEXT("PRT-2026-004"));
    state_change(state, SPACE_OPEN_CASE, TEXT("PRT-2026-002"));
    ck_assert_text_is(walked(state), "PRT-2026-001 PRT-2026-002 PRT-2026-003 PRT-2026-004 ");
}
END_TEST

START_TEST(a_walk_does_not_see_what_is_gone) {
    keep(SPACE_OPEN_CASE, "PRT-2026-001", "{}");
    keep(SPACE_OPEN_CASE, "PRT-2026-002", "{}");
    State *state = state_new(arena, &source);
    state_change(state, SPACE_OPEN_CASE, TEXT("PRT-2026-003"));
    state_remove(state, SPACE_OPEN_CASE, TEXT("PRT-2026-001"));
    state_remove(state, SPACE_OPEN_CASE, TEXT("PRT-2026-003"));
    ck_assert_text_is(walked(state), "PRT-2026-002 ");
    state_change(state, SPACE_OPEN_CASE, TEXT("PRT-2026-003"));
    ck_assert_text_is(walked(state), "PRT-2026-002 PRT-2026-003 ");
}
END_TEST

START_TEST(changes_come_by_space_and_key_whatever_their_order) {
    keep(SPACE_SERIES, "PRT-2025", "{\"last\":7}");
    State *state = state_new(arena, &source);
    ((SeriesState *)state_change(state, SPACE_SERIES, TEXT("PRT-2026")))->last = 2;
    ((SeriesState *)state_change(state, SPACE_SERIES, TEXT("MTG-2026")))->last = 1;
    ((BookState *)state_change(state, SPACE_BOOK, TEXT("book")))->people = 3;
    state_remove(state, SPACE_SERIES, TEXT("PRT-2025"));
    ck_assert_text_is(changes(state), "book book={\"people\":3}\nseries MTG-2026={\"last\":1}\n"
                                      "series PRT-2025=\nseries PRT-2026={\"last\":2}\n");
}
END_TEST

START_TEST(reading_changes_nothing_and_what_came_and_went_leaves_no_trace) {
    keep(SPACE_SERIES, "PRT-2026", "{\"last\":7}");
    State *state = state_new(arena, &source);
    ck_assert_int_eq(((SeriesState *)state_object(state, SPACE_SERIES, TEXT("PRT-2026")))->last, 7);
    ck_assert_ptr_null(state_object(state, SPACE_SERIES, TEXT("PRT-2027")));
    state_change(state, SPACE_TIMER, TEXT("2026-03-16 PRT-2026-001 board deadline"));
    state_remove(state, SPACE_TIMER, TEXT("2026-03-16 PRT-2026-001 board deadline"));
    ck_assert_text_is(changes(state), "");
}
END_TEST

/* Of what is kept, a byte is changed. */
static void spoil(size_t object, size_t byte) {
    char *copy = arena_alloc(arena, shelf.objects.at[object].value.len);
    memcpy(copy, shelf.objects.at[object].value.at, shelf.objects.at[object].value.len);
    copy[byte] = (char)(copy[byte] ^ 0x40);
    shelf.objects.at[object].value.at = copy;
}

START_TEST(what_is_kept_and_cannot_be_read_is_said_and_not_taken_for_nothing) {
    keep(SPACE_SERIES, "PRT-2026", "{\"last\":7}");
    spoil(0, sizeof(uint32_t));
    State *state = state_new(arena, &source);
    ck_assert_ptr_null(state_object(state, SPACE_SERIES, TEXT("PRT-2026")));
    ck_assert_text_is(state_problem(state), "what is kept of series \"PRT-2026\" is damaged");
}
END_TEST

START_TEST(what_other_rows_have_written_is_not_read) {
    keep(SPACE_SERIES, "PRT-2026", "{\"last\":7}");
    spoil(0, 0);
    State *state = state_new(arena, &source);
    ck_assert_ptr_null(state_object(state, SPACE_SERIES, TEXT("PRT-2026")));
    ck_assert_text_is(state_problem(state),
                      "what is kept of series \"PRT-2026\" was written by another release");
}
END_TEST

START_TEST(numbers_are_gapless_within_a_year) {
    State *state = state_new(arena, &source);
    Date day = DATE_NONE, new_year = DATE_NONE;
    ck_assert(date_parse(TEXT("2026-12-31"), &day) && date_parse(TEXT("2027-01-01"), &new_year));
    EntryContext entry = {0};
    Applied applied = {.state = state, .entry = &entry};
    ck_assert_text_is(next_number(state, TEXT("PRT"), day), "PRT-2026-001");
    ck_assert(take_number(&applied, TEXT("PRT-2026-001")));
    ck_assert_text_is(next_number(state, TEXT("PRT"), day), "PRT-2026-002");
    ck_assert_text_is(next_number(state, TEXT("PRT"), new_year), "PRT-2027-001");
    ck_assert(!take_number(&applied, TEXT("PRT-2026-003")));
    ck_assert(!text_empty(applied.error));
}
END_TEST

START_TEST(numbers_past_three_digits_go_on) {
    keep(SPACE_SERIES, "PRT-2026", "{\"last\":999}");
    State *state = state_new(arena, &source);
    Date day;
    ck_assert(date_parse(TEXT("2026-12-31"), &day));
    ck_assert_text_is(next_number(state, TEXT("PRT"), day), "PRT-2026-1000");
}
END_TEST

Suite *keeping_state_suite(void) {
    Suite *suite = suite_create("proceedings: state");
    TCase *tests = tcase_create("state");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_walk_sees_what_is_kept_and_what_was_made_in_order);
    tcase_add_test(tests, a_walk_does_not_see_what_is_gone);
    tcase_add_test(tests, changes_come_by_space_and_key_whatever_their_order);
    tcase_add_test(tests, reading_changes_nothing_and_what_came_and_went_leaves_no_trace);
    tcase_add_test(tests, what_is_kept_and_cannot_be_read_is_said_and_not_taken_for_nothing);
    tcase_add_test(tests, what_other_rows_have_written_is_not_read);
    tcase_add_test(tests, numbers_are_gapless_within_a_year);
    tcase_add_test(tests, numbers_past_three_digits_go_on);
    suite_add_tcase(suite, tests);
    return suite;
}
