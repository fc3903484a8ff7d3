/* docs/ledger.md lists every kind of entry and every command's arguments. The list is made here from the rows
 * and compared with what stands there; with BYLAW_REGENERATE=1 in the environment it is written there. */
#include "check_more.h"
#include "proceedings/kinds.h"
#include "proceedings/verbs.h"
#include <string.h>

#define PAGE  SOURCE_DIR "/docs/ledger.md"
#define BEGIN "<!-- kinds:begin -->\n"
#define END   "<!-- kinds:end -->"

static Arena *arena;

static void set_up(void) {
    arena = arena_new(0);
}

static void tear_down(void) {
    arena_free(arena);
}

/* --- the list ------------------------------------------------------------------------------------------- */

static void write_type(Buf *buf, const Field *field) {
    static const char *const types[] = {
        [FIELD_TEXT] = "text", [FIELD_TEXTS] = "texts",    [FIELD_INT] = "number", [FIELD_BOOL] = "yes",
        [FIELD_DATE] = "date", [FIELD_MOMENT] = "instant", [FIELD_TREE] = "any"};
    if (field->kind == FIELD_RECORD)
        buf_format(buf, "`%s`", field->nested->name);
    else if (field->kind == FIELD_RECORDS)
        buf_format(buf, "list of `%s`", field->nested->name);
    else
        buf_cstr(buf, types[field->kind]);
}

static void write_fields(Buf *buf, const RecordType *record) {
    for (size_t i = 0; i < record->count; i++) {
        buf_format(buf, "%s`%s` ", i ? ", " : "", record->fields[i].name);
        write_type(buf, &record->fields[i]);
    }
}

/* The records that a record's fields are made of, each once. */
static void write_nested(Buf *buf, const RecordType *record, TextList *done) {
    for (size_t i = 0; i < record->count; i++) {
        const RecordType *nested = record->fields[i].nested;
        if (!nested || texts_have(done, text_of(nested->name))) continue;
        texts_push(arena, done, text_of(nested->name));
        buf_format(buf, "| `%s` | ", nested->name);
        write_fields(buf, nested);
        buf_cstr(buf, " |\n");
        write_nested(buf, nested, done);
    }
}

static void write_kinds(Buf *buf) {
    TextList done = {0};
    buf_cstr(buf, "| kind | version | body | shown as |\n|---|---|---|---|\n");
    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++) {
        const KindRow *row = kind_row((EntryKind)kind);
        buf_format(buf, "| `%.*s` | %lld | ", TEXT_ARG(row->word), (long long)row->version);
        write_fields(buf, row->body);
        buf_format(buf, " | %.*s |\n", TEXT_ARG(row->sentence));
    }
    buf_cstr(buf, "\nMaps inside of bodies:\n\n| map | fields |\n|---|---|\n");
    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++)
        write_nested(buf, kind_row((EntryKind)kind)->body, &done);
}

static void write_verbs(Buf *buf) {
    buf_cstr(buf, "\n| `verb` | `args` | |\n|---|---|---|\n");
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        const VerbRow *row = verb_row((VerbId)verb);
        buf_format(buf, "| `%s` | ", row->word);
        write_fields(buf, row->record);
        buf_format(buf, " | %s |\n", row->sentence);
    }
}

/* --- the page ------------------------------------------------------------------------------------------- */

static Text page_text(void) {
    FILE *file = fopen(PAGE, "rb");
    ck_assert_msg(file != NULL, "%s cannot be read", PAGE);
    Buf buf = buf_new(arena);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

static void rewrite(Text before, Text list, Text after) {
    FILE *file = fopen(PAGE, "wb");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "%.*s%.*s%.*s", TEXT_ARG(before), TEXT_ARG(list), TEXT_ARG(after));
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(the_page_on_the_ledger_lists_every_kind_and_every_command) {
    Buf buf = buf_new(arena);
    write_kinds(&buf);
    write_verbs(&buf);
    Text list = buf_done(&buf), page = page_text(), rest, wanted, found;
    const char *begin = strstr(page.at, BEGIN), *end = strstr(page.at, END);
    ck_assert_msg(begin && end && begin < end, "%s has no place for the list", PAGE);
    size_t from = (size_t)(begin - page.at) + strlen(BEGIN), to = (size_t)(end - page.at);
    if (getenv("BYLAW_REGENERATE")) {
        rewrite(text_part(page, 0, from), list, text_part(page, to, page.len));
        return;
    }
    for (rest = text_part(page, from, to); text_next(&list, '\n', &wanted);) {
        ck_assert_msg(text_next(&rest, '\n', &found) && text_equal(wanted, found),
                      "%s should have this line (BYLAW_REGENERATE=1 writes it): %.*s", PAGE,
                      TEXT_ARG(wanted));
    }
    ck_assert_msg(!text_next(&rest, '\n', &found), "%s has a line too many: %.*s", PAGE, TEXT_ARG(found));
}
END_TEST

/* A sentence names fields, and a body that has none of that name would never fill it in. */
START_TEST(every_sentence_names_fields_that_its_kind_has) {
    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++) {
        const KindRow *row = kind_row((EntryKind)kind);
        Text rest = row->sentence, piece, name;
        text_next(&rest, '{', &piece);
        while (text_next(&rest, '{', &piece)) {
            ck_assert(text_next(&piece, '}', &name));
            bool found = false;
            for (size_t i = 0; i < row->body->count; i++)
                found = found || text_is(name, row->body->fields[i].name);
            ck_assert_msg(found, "%.*s has no field %.*s", TEXT_ARG(row->word), TEXT_ARG(name));
        }
    }
}
END_TEST

Suite *kinds_doc_suite(void) {
    Suite *suite = suite_create("kinds of entries on their page");
    TCase *tests = tcase_create("page");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_page_on_the_ledger_lists_every_kind_and_every_command);
    tcase_add_test(tests, every_sentence_names_fields_that_its_kind_has);
    suite_add_tcase(suite, tests);
    return suite;
}
