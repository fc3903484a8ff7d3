#include "sample.h"

/* Every field set to something, so that none is forgotten. */
static Entry full_entry(void) {
    Entry entry;
    record_clear(&Entry_record, &entry);
    for (size_t i = 0; i < Entry_record.count; i++) {
        const Field *field = &Entry_record.fields[i];
        void *at = (char *)&entry + field->offset;
        if (field->kind == FIELD_TEXT) *(Text *)at = text_of(field->name);
        if (field->kind == FIELD_INT) *(int64_t *)at = (int64_t)i + 1;
        if (field->kind == FIELD_MOMENT) *(Moment *)at = sample_time(i);
        if (field->kind == FIELD_TREE) *(Tree **)at = tree_map(scratch_arena);
    }
    return entry;
}

static Text encode(const Entry *entry) {
    Text bytes;
    ck_assert(entry_encode(scratch_arena, entry, &bytes));
    return bytes;
}

START_TEST(an_entry_is_canonical_json_with_its_keys_in_order) {
    Entry entry = full_entry();
    tree_set_text(scratch_arena, entry.body, "z", TEXT("a \"quote\", a tab\t, \xc3\xa9, /"));
    tree_set_int(scratch_arena, entry.body, "a", -7);
    ck_assert_text_is(
        encode(&entry),
        "{\"actor\":\"actor\",\"auth\":\"auth\",\"batch\":8,\"batch_count\":10,\"batch_index\":9,"
        "\"behalf\":\"behalf\",\"body\":{\"a\":-7,\"z\":\"a \\\"quote\\\", a tab\\t, \xc3\xa9, /\"},"
        "\"charter\":\"charter\",\"happened\":\"2026-03-02T10:11:00-05:00\",\"kind\":\"kind\","
        "\"recorded\":\"2026-03-02T10:10:00-05:00\",\"recorder\":\"recorder\",\"scope\":\"scope\","
        "\"scope_version\":7,\"semantics\":4,\"seq\":1,\"signature\":\"signature\",\"version\":3}");
}
END_TEST

START_TEST(an_entry_comes_back_as_it_was) {
    Entry entry = full_entry();
    Text bytes = encode(&entry), error;
    Entry *read = entry_decode(scratch_arena, bytes, &error);
    ck_assert_msg(read != NULL, "%s", error.at);
    ck_assert_text_eq(encode(read), bytes);
    ck_assert_text_is(read->signature, "signature");
}
END_TEST

START_TEST(the_envelope_is_what_decoding_says) {
    Entry entry = full_entry();
    tree_set_text(scratch_arena, entry.body, "seq", TEXT("}]\\\",\"seq\":99"));
    tree_add(scratch_arena, tree_set_list(scratch_arena, entry.body, "list"),
             tree_text(scratch_arena, TEXT("]}")));
    Envelope envelope;
    ck_assert(entry_envelope(encode(&entry), &envelope));
    ck_assert_int_eq(envelope.seq, entry.seq);
    ck_assert_int_eq(envelope.scope_version, entry.scope_version);
    ck_assert_int_eq(envelope.batch, entry.batch);
    ck_assert_int_eq(envelope.batch_index, entry.batch_index);
    ck_assert_int_eq(envelope.batch_count, entry.batch_count);
    ck_assert_text_eq(envelope.kind, entry.kind);
    ck_assert_text_eq(envelope.charter, entry.charter);
    ck_assert_text_eq(envelope.scope, entry.scope);
    ck_assert_int_eq(moment_compare(envelope.recorded, entry.recorded), 0);
}
END_TEST

START_TEST(fields_without_a_value_are_left_out) {
    Entry entry, *read;
    Text error;
    Envelope envelope;
    record_clear(&Entry_record, &entry);
    ck_assert(!entry_encode(scratch_arena, &entry, &(Text){0}));
    entry.kind = TEXT("command");
    entry.batch_count = 1;
    ck_assert_text_is(encode(&entry), "{\"batch_count\":1,\"kind\":\"command\"}");
    ck_assert(entry_envelope(encode(&entry), &envelope));
    ck_assert_int_eq(envelope.seq, 0);
    read = entry_decode(scratch_arena, TEXT("{\"kind\":\"command\"}"), &error);
    ck_assert_ptr_nonnull(read);
    ck_assert_ptr_null(read->body);
}
END_TEST

START_TEST(only_the_one_form_is_an_entry) {
    static const char *const bad[] = {
        "",
        "{",
        "[]",
        "{}x",
        " {}",
        "{ }",
        "{}", /* without a kind */
        "{\"seq\":1}",
        "{\"kind\":\"a\",}",
        "{\"kind\":\"a\",\"batch\":1}",    /* not in order */
        "{\"kind\":\"a\",\"kind\":\"b\"}", /* twice */
        "{\"kind\":\"\"}",                 /* empty, and written */
        "{\"seq\":0}",                     /* zero, and written */
        "{\"seq\":01}",
        "{\"seq\":1.0}",
        "{\"seq\":1e2}",
        "{\"seq\":9007199254740993}", /* past 53 bits */
        "{\"seq\":\"1\"}",
        "{\"kind\":\"\\u0061\"}", /* an escape that need not be */
        "{\"actor\":\"a\\/b\"}",
        "{\"actor\":\"\\u001F\"}", /* upper-case digits */
        "{\"recorded\":\"2026-03-02T10:00:00Z\"}",
        "{\"recorded\":\"2026-02-30T10:00:00+00:00\"}",
        "{\"colour\":\"red\"}",
        "{\"body\":{\"b\":1,\"a\":2}}",
        "{\"body\":{\"a\":1 }}",
        "{\"actor\":\"\xff\"}",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        Text error = TEXT("");
        ck_assert_msg(entry_decode(scratch_arena, text_of(bad[i]), &error) == NULL, "%s", bad[i]);
        ck_assert_msg(!text_empty(error), "%s", bad[i]);
    }
}
END_TEST

START_TEST(the_texts_that_bind_an_entry_need_no_escape) {
    static const char *const bad[] = {"a\"b", "a\\b", "a\nb"};
    for (size_t i = 0; i < 3; i++) {
        Text bytes;
        Entry entry = full_entry();
        entry.scope = text_of(bad[i]);
        ck_assert(!entry_encode(scratch_arena, &entry, &bytes));
    }
}
END_TEST

START_TEST(an_entry_has_at_most_65535_bytes) {
    Entry entry = full_entry();
    Text bytes;
    entry.actor = TEXT("");
    size_t rest = encode(&entry).len + strlen("\"actor\":\"\",");
    char *long_text = memset(arena_alloc(scratch_arena, ENTRY_MAX), 'x', ENTRY_MAX);
    entry.actor = (Text){long_text, ENTRY_MAX - rest};
    ck_assert_uint_eq(encode(&entry).len, ENTRY_MAX);
    entry.actor.len++;
    ck_assert(!entry_encode(scratch_arena, &entry, &bytes));
}
END_TEST

/* Whatever bytes: nothing reads past them, and what decodes also has an envelope. */
START_TEST(damaged_entries_harm_nothing) {
    uint64_t seed = check_seed("damaged_entries_harm_nothing");
    Entry entry = full_entry();
    Text good = encode(&entry);
    for (int round = 0; round < 3000; round++) {
        Arena *arena = arena_new(0);
        char *bytes = (char *)text_copy(arena, good).at;
        Text text = {bytes, 1 + check_below(&seed, good.len)}, error;
        for (uint64_t i = check_below(&seed, 3); i > 0; i--)
            bytes[check_below(&seed, text.len)] = (char)check_random(&seed);
        Envelope envelope;
        bool has_envelope = entry_envelope(text, &envelope);
        if (entry_decode(arena, text, &error)) ck_assert_msg(has_envelope, "%.*s", TEXT_ARG(text));
        arena_free(arena);
    }
}
END_TEST

Suite *entries_suite(void) {
    Suite *suite = suite_create("entries");
    TCase *tests = tcase_create("entries");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, an_entry_is_canonical_json_with_its_keys_in_order);
    tcase_add_test(tests, an_entry_comes_back_as_it_was);
    tcase_add_test(tests, the_envelope_is_what_decoding_says);
    tcase_add_test(tests, fields_without_a_value_are_left_out);
    tcase_add_test(tests, only_the_one_form_is_an_entry);
    tcase_add_test(tests, the_texts_that_bind_an_entry_need_no_escape);
    tcase_add_test(tests, an_entry_has_at_most_65535_bytes);
    tcase_add_test(tests, damaged_entries_harm_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
