#include "check_more.h"
#include "value/json.h"
#include "value/record.h"

#define REASON_FIELDS(F, R, L, S) F(S, TEXT, code) F(S, DATE, due) L(S, Reason, because)
RECORD_STRUCT(Reason, REASON_FIELDS)
RECORD_FIELDS(Reason, REASON_FIELDS)

#define VOTE_FIELDS(F, R, L, S)                                                                              \
    F(S, TEXT, motion)                                                                                       \
    F(S, TEXTS, members)                                                                                     \
    F(S, INT, count)                                                                                         \
    F(S, BOOL, open)                                                                                         \
    F(S, DATE, held)                                                                                         \
    F(S, MOMENT, closed)                                                                                     \
    F(S, TREE, facts)                                                                                        \
    R(S, Reason, main) L(S, Reason, reasons)
RECORD_STRUCT(Vote, VOTE_FIELDS)
RECORD_FIELDS(Vote, VOTE_FIELDS)

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

static Text written(const Vote *vote) {
    Buf buf = buf_new(arena);
    record_write(&buf, &Vote_record, vote);
    return buf_done(&buf);
}

static Vote *full_vote(void) {
    Vote *vote = record_new(arena, &Vote_record);
    vote->motion = TEXT("M-12");
    texts_push(arena, &vote->members, TEXT("hana"));
    texts_push(arena, &vote->members, TEXT("carl"));
    vote->count = -7;
    vote->open = true;
    ck_assert(date_parse(TEXT("2026-03-02"), &vote->held));
    ck_assert(moment_parse(TEXT("2026-03-02T10:00:00-05:00"), &vote->closed));
    vote->facts = tree_list(arena);
    tree_add(arena, vote->facts, tree_int(arena, 9));
    vote->main = record_new(arena, &Reason_record);
    vote->main->code = TEXT("R4");
    Reason *first = record_push(arena, &Reason_record, &vote->reasons);
    ck_assert_int_eq(first->due, DATE_NONE);
    Reason *inner = record_push(arena, &Reason_record, &first->because);
    inner->code = TEXT("A1");
    record_push(arena, &Reason_record, &vote->reasons);
    return vote;
}

static const char full[] =
    "{\"closed\":\"2026-03-02T10:00:00-05:00\",\"count\":-7,\"facts\":[9],\"held\":\"2026-03-02\","
    "\"main\":{\"code\":\"R4\"},\"members\":[\"hana\",\"carl\"],\"motion\":\"M-12\",\"open\":true,"
    "\"reasons\":[{\"because\":[{\"code\":\"A1\"}]},{}]}";

START_TEST(a_new_record_writes_nothing) {
    Vote *vote = record_new(arena, &Vote_record);
    ck_assert_int_eq(vote->held, DATE_NONE);
    ck_assert_text_is(written(vote), "{}");
    Vote *used = full_vote();
    record_clear(&Vote_record, used);
    ck_assert_text_is(written(used), "{}");
}
END_TEST

START_TEST(a_record_is_written_as_canonical_json) {
    ck_assert_text_is(written(full_vote()), full);
}
END_TEST

START_TEST(a_record_is_read_back_as_it_was) {
    Text error = {0};
    Vote *vote = record_read(arena, &Vote_record, text_of(full), &error);
    ck_assert_msg(vote != NULL, "%.*s", TEXT_ARG(error));
    ck_assert_text_is(vote->motion, "M-12");
    ck_assert(texts_have(&vote->members, TEXT("carl")) && !texts_have(&vote->members, TEXT("dina")));
    ck_assert_int_eq(vote->count, -7);
    ck_assert(vote->open);
    ck_assert_int_eq(vote->closed.offset, -18000);
    ck_assert_text_is(vote->main->code, "R4");
    ck_assert_uint_eq(vote->reasons.len, 2);
    ck_assert_text_is(vote->reasons.at[0].because.at[0].code, "A1");
    ck_assert_int_eq(vote->reasons.at[1].due, DATE_NONE);
    ck_assert_text_is(written(vote), full);
}
END_TEST

START_TEST(what_is_absent_reads_as_zero) {
    Text error;
    Vote *vote = record_read(arena, &Vote_record, TEXT("{}"), &error);
    ck_assert_ptr_nonnull(vote);
    ck_assert(text_empty(vote->motion) && vote->count == 0 && !vote->open && !vote->main && !vote->facts);
    ck_assert(vote->held == DATE_NONE && vote->members.len == 0 && vote->reasons.len == 0);
}
END_TEST

START_TEST(what_is_no_such_record_is_refused_in_a_sentence) {
    const char *cases[][2] = {
        {"{\"motoin\":\"M-12\"}", "Vote has no field \"motoin\". Did you mean \"motion\"?"},
        {"{\"weather\":1}", "Vote has no field \"weather\"."},
        {"{\"motion\":12}", "The field \"motion\" of Vote must be a text."},
        {"{\"members\":\"hana\"}", "The field \"members\" of Vote must be a list of texts."},
        {"{\"members\":[1]}", "The field \"members\" of Vote must be a list of texts."},
        {"{\"count\":\"7\"}", "The field \"count\" of Vote must be a whole number."},
        {"{\"open\":\"yes\"}", "The field \"open\" of Vote must be true or false."},
        {"{\"held\":\"2026-02-30\"}", "The field \"held\" of Vote must be a date like \"2026-03-02\"."},
        {"{\"closed\":null}",
         "The field \"closed\" of Vote must be an instant like \"2026-03-02T10:00:00-05:00\"."},
        {"{\"main\":[]}", "The field \"main\" of Vote must be a map."},
        {"{\"main\":{\"cod\":1}}", "Reason has no field \"cod\". Did you mean \"code\"?"},
        {"{\"reasons\":{}}", "The field \"reasons\" of Vote must be a list of maps."},
        {"{\"reasons\":[{},{\"because\":[7]}]}", "Reason must be a map of its fields."},
        {"[]", "Vote must be a map of its fields."},
        {"{\"motion\":",
         "The JSON text ends too early: something that was opened is not closed. (at byte 10)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Text error = {0};
        ck_assert_ptr_null(record_read(arena, &Vote_record, text_of(cases[i][0]), &error));
        ck_assert_text_is(error, cases[i][1]);
    }
}
END_TEST

Suite *record_test_suite(void) {
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_new_record_writes_nothing);
    tcase_add_test(tests, a_record_is_written_as_canonical_json);
    tcase_add_test(tests, a_record_is_read_back_as_it_was);
    tcase_add_test(tests, what_is_absent_reads_as_zero);
    tcase_add_test(tests, what_is_no_such_record_is_refused_in_a_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
