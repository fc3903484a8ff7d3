#include "parsing.h"
#include "syntax/scan.h"
#include <string.h>

/* What an author could write for a part of a pattern. */
static const char *example_of(Text part) {
    if (text_is(part, "<number>")) return "3";
    if (text_is(part, "<duration>")) return "10  working days";
    if (text_is(part, "<name>")) return "some_name";
    if (text_is(part, "<range>")) return "1..10";
    if (text_is(part, "<text>")) return "\"FREQ=DAILY\"";
    return NULL;
}

static void write_example(Buf *buf, Text pattern) {
    Text part;
    while (text_next(&pattern, ' ', &part)) {
        bool comma = text_ends(part, TEXT(","));
        Text word = text_part(part, 0, part.len - comma);
        const char *example = example_of(word);
        buf_text(buf, example ? text_of(example) : word);
        buf_cstr(buf, comma ? ", " : " ");
    }
}

/* A file with one declaration that has this phrase after its setting. */
static Text file_with(Arena *arena, PhraseId id) {
    const SettingRow *setting = setting_row(phrase_setting(id));
    Buf buf = buf_new(arena);
    buf_format(&buf, "%.*s x {\n  %.*s ", TEXT_ARG(decl_row(setting->decl)->word), TEXT_ARG(setting->word));
    if (setting->shape == SHAPE_STEP) buf_cstr(&buf, "first ");
    write_example(&buf, phrase_pattern(id));
    if (setting->shape == SHAPE_STEP) buf_cstr(&buf, "then done");
    buf_cstr(&buf, "\n}\n");
    return buf_done(&buf);
}

START_TEST(every_row_of_phrases_is_read_with_no_rule_of_its_own) {
    for (int id = 1; id < PHRASE_COUNT; id++) {
        Arena *arena = arena_new(0);
        const Clause *clause = clause_in(file_with(arena, (PhraseId)id).at);
        ck_assert_msg(clause->phrase.id == (PhraseId)id, "\"%.*s\" is read as another phrase",
                      TEXT_ARG(phrase_pattern((PhraseId)id)));
        parsing_end();
        arena_free(arena);
    }
    parse_right("");
}
END_TEST

START_TEST(every_row_of_settings_leads_a_line_of_its_declaration_only) {
    for (int id = 1; id < SETTING_COUNT; id++) {
        const SettingRow *row = setting_row((SettingId)id);
        ck_assert_ptr_eq(setting_find(row->decl, row->word), row);
        for (int kind = 0; kind < DECL_KIND_COUNT; kind++) {
            const SettingRow *other = setting_find((DeclKind)kind, row->word);
            ck_assert(other == NULL || other->decl == (DeclKind)kind);
        }
    }
    parse_right("");
}
END_TEST

START_TEST(the_arguments_of_a_phrase_are_kept_in_order) {
    const Clause *clause =
        clause_in("review r {\n  outcome monitored opens ethics_monitoring every 1 month\n}\n");
    ck_assert_int_eq(clause->phrase.id, PHRASE_OUTCOME_OPENS);
    ck_assert_uint_eq(clause->phrase.args.len, 3);
    ck_assert_text_is(clause->phrase.args.at[1].name.text, "ethics_monitoring");
    ck_assert_int_eq(clause->phrase.args.at[2].duration.amount, 1);
    ck_assert_int_eq(clause->phrase.args.at[2].duration.unit, UNIT_MONTHS);
    ck_assert_text_is(source_text(parsing.sources, clause->phrase.args.at[2].at), "1 month");
}
END_TEST

START_TEST(a_range_of_scores_keeps_both_ends) {
    const Clause *clause = clause_in("scorecard s {\n  scale 1..10 whole\n}\n");
    ck_assert_int_eq(clause->phrase.id, PHRASE_SCALE_WHOLE);
    ck_assert(number_equal(clause->phrase.args.at[0].low, number_int(1)));
    ck_assert(number_equal(clause->phrase.args.at[0].high, number_int(10)));
}
END_TEST

/* The only complaint about a body with this clause. */
static const Diagnostic *complaint(const char *decl, const char *clause) {
    Arena *arena = arena_new(0);
    parse_text(text_format(arena, "%s x {\n  %s\n}\n", decl, clause));
    arena_free(arena);
    ck_assert_uint_eq(parsing.diagnostics->all.len, 1);
    return &parsing.diagnostics->all.at[0];
}

START_TEST(an_unknown_phrase_is_told_what_could_follow_and_what_was_meant) {
    const Diagnostic *one = complaint("body", "meets quartely");
    ck_assert_int_eq(one->code, DIAG_UNKNOWN_PHRASE);
    ck_assert_text_is(reading_mend(&parsing, 0), "did you mean \"quarterly\"?");
    ck_assert_text_is(one->args[2], "\"as needed\", \"weekly\", \"monthly\", \"quarterly\" or \"yearly\"");
}
END_TEST

START_TEST(a_setting_without_its_phrase_is_told_what_could_follow) {
    const Diagnostic *one = complaint("body", "tie");
    ck_assert_int_eq(one->code, DIAG_UNEXPECTED);
    ck_assert_ptr_nonnull(strstr(reading_sentence(&parsing, 0).at, "\"chair decides\""));
}
END_TEST

START_TEST(an_unknown_unit_of_time_is_named) {
    const Diagnostic *one = complaint("ballot", "open at least 2 fortnights");
    ck_assert_int_eq(one->code, DIAG_UNKNOWN_UNIT);
    ck_assert_text_is(one->args[0], "fortnights");
}
END_TEST

START_TEST(a_duration_of_more_than_a_number_holds_is_refused) {
    complaint("ballot", "open at least 99999999999999999999 hours");
}
END_TEST

/* "working days" is two words: each is asked by itself. */
static void assert_small_letters(Text words) {
    Text word;
    while (text_next(&words, ' ', &word))
        ck_assert_msg(in_small_letters(word), "\"%.*s\" is not", TEXT_ARG(word));
}

START_TEST(every_word_of_the_language_is_of_small_letters) {
    Text word;
    for (size_t i = 0; scan_keyword(i, &word); i++) assert_small_letters(word);
#define X(name, one, many) assert_small_letters(TEXT(one)), assert_small_letters(TEXT(many));
    UNITS(X)
#undef X
#define X(name, words) assert_small_letters(TEXT(words));
    ROUNDINGS(X)
    AGGREGATES(X)
#undef X
    ck_assert(!in_small_letters(TEXT("r1")) && !in_small_letters(TEXT("Ok")));
}
END_TEST

Suite *parse_phrases_suite(void) {
    Suite *suite = suite_create("parse_phrases");
    TCase *cases = tcase_create("parse_phrases");
    tcase_add_checked_fixture(cases, NULL, parsing_end);
    tcase_add_test(cases, every_row_of_phrases_is_read_with_no_rule_of_its_own);
    tcase_add_test(cases, every_row_of_settings_leads_a_line_of_its_declaration_only);
    tcase_add_test(cases, the_arguments_of_a_phrase_are_kept_in_order);
    tcase_add_test(cases, a_range_of_scores_keeps_both_ends);
    tcase_add_test(cases, an_unknown_phrase_is_told_what_could_follow_and_what_was_meant);
    tcase_add_test(cases, a_setting_without_its_phrase_is_told_what_could_follow);
    tcase_add_test(cases, an_unknown_unit_of_time_is_named);
    tcase_add_test(cases, a_duration_of_more_than_a_number_holds_is_refused);
    tcase_add_test(cases, every_word_of_the_language_is_of_small_letters);
    suite_add_tcase(suite, cases);
    return suite;
}
