/* Records in their two forms, packed and as JSON: read as they were written, and harmless whatever they are.
 */
#include "check_more.h"
#include "value/json.h"
#include "value/pack.h"

#define BRANCH_FIELDS(F, R, L, S) F(S, TEXT, name) F(S, DATE, grown) L(S, Branch, branches)
RECORD_STRUCT(Branch, BRANCH_FIELDS)
RECORD_FIELDS(Branch, BRANCH_FIELDS)

#define PLANT_FIELDS(F, R, L, S)                                                                             \
    F(S, TEXT, name)                                                                                         \
    F(S, TEXTS, names)                                                                                       \
    F(S, INT, height)                                                                                        \
    F(S, BOOL, green)                                                                                        \
    F(S, DATE, sown)                                                                                         \
    F(S, MOMENT, seen)                                                                                       \
    F(S, TREE, notes)                                                                                        \
    R(S, Branch, trunk)                                                                                      \
    F(S, BOOL, tended) L(S, Branch, branches)
RECORD_STRUCT(Plant, PLANT_FIELDS)
RECORD_FIELDS(Plant, PLANT_FIELDS)

#define CUTTING_FIELDS(F, R, L, S) F(S, TEXT, name) F(S, INT, height)
RECORD_STRUCT(Cutting, CUTTING_FIELDS)
RECORD_FIELDS(Cutting, CUTTING_FIELDS)
#define PLAIN_BRANCH_FIELDS(F, R, L, S) F(S, TEXT, name) F(S, DATE, grown)
RECORD_STRUCT(PlainBranch, PLAIN_BRANCH_FIELDS)
RECORD_FIELDS(PlainBranch, PLAIN_BRANCH_FIELDS)

static Arena *arena;
static void setup(void) {
    arena = arena_new(0);
}
static void teardown(void) {
    arena_free(arena);
}

static Text json_of(const Plant *plant) {
    Buf buf = buf_new(arena);
    record_write(&buf, &Plant_record, plant);
    return buf_done(&buf);
}

static Text packed(const Plant *plant) {
    Buf buf = buf_new(arena);
    record_pack(&buf, &Plant_record, plant);
    return buf_done(&buf);
}

/* --- chance --------------------------------------------------------------------------------------------- */

static uint64_t chance;

static uint64_t below(uint64_t most) {
    return check_below(&chance, most);
}

static Text random_text(void) {
    static const char *const pieces[] = {"a",        "PRT-2026-001", "\"", "\\",
                                         "\xc3\xa9", "\xe2\x82\xac", " ",  "\n"};
    Buf buf = buf_new(arena);
    for (uint64_t left = below(6); left > 0; left--) buf_cstr(&buf, pieces[below(8)]);
    return buf_done(&buf);
}

/* Without escapes: with them the short way of JSON leaves it to the long one. */
static Text random_key(void) {
    return text_format(arena, "\xc3\xa9%x", (unsigned)below(64));
}

static int64_t random_int(void) {
    int64_t n = (int64_t)(check_random(&chance) >> (11 + below(53)));
    return below(2) ? n : -n;
}

static Date random_date(void) {
    return below(3) == 0 ? DATE_NONE : (Date)(DATE_FIRST + (int64_t)below(DATE_LAST - DATE_FIRST + 1));
}

static Tree *random_tree(int depth) {
    Tree *tree = NULL;
    switch (below(depth > 0 ? 6 : 4)) {
    case 0:
        return tree_null(arena);
    case 1:
        return tree_bool(arena, below(2));
    case 2:
        return tree_int(arena, random_int());
    case 3:
        return tree_text(arena, random_text());
    case 4:
        tree = tree_list(arena);
        for (uint64_t left = below(4); left > 0; left--) tree_add(arena, tree, random_tree(depth - 1));
        return tree;
    default:
        tree = tree_map(arena);
        for (uint64_t left = below(4); left > 0; left--)
            tree_set(arena, tree, random_key(), random_tree(depth - 1));
        return tree;
    }
}

static void random_branch(Branch *branch, int depth) {
    branch->name = random_text();
    branch->grown = random_date();
    for (uint64_t left = depth > 0 ? below(3) : 0; left > 0; left--)
        random_branch(record_push(arena, &Branch_record, &branch->branches), depth - 1);
}

static Plant *random_plant(void) {
    Plant *plant = record_new(arena, &Plant_record);
    plant->name = random_text();
    for (uint64_t left = below(3); left > 0; left--) texts_push(arena, &plant->names, random_text());
    plant->height = below(2) ? random_int() : 0;
    plant->green = below(2);
    plant->sown = random_date();
    if (below(2)) plant->seen = (Moment){random_int() % 60000000000, (int32_t)below(1000) * 60 - 30000};
    if (below(2)) plant->notes = random_tree(3);
    if (below(2)) random_branch(plant->trunk = record_new(arena, &Branch_record), 3);
    for (uint64_t left = below(3); left > 0; left--)
        random_branch(record_push(arena, &Branch_record, &plant->branches), 2);
    return plant;
}

/* --- what is packed is read back ------------------------------------------------------------------------ */

START_TEST(what_is_unpacked_is_what_was_packed) {
    chance = check_seed("packed records");
    for (int round = check_rounds(1000); round > 0; round--) {
        Plant *plant = random_plant();
        Text bytes = packed(plant);
        Plant *read = record_unpack(arena, &Plant_record, bytes);
        ck_hold(read != NULL);
        ck_hold(text_equal(json_of(read), json_of(plant)) && text_equal(packed(read), bytes));
        if (round % 100 == 0) teardown(), setup();
    }
}
END_TEST

START_TEST(a_field_at_its_zero_value_takes_no_room) {
    Plant *plant = record_new(arena, &Plant_record);
    ck_assert_text_eq(packed(plant), ((Text){"\0\0", 2}));
    plant->green = true;
    plant->name = TEXT("oak");
    ck_assert_text_eq(packed(plant), ((Text){"\x09\0\3oak\0", 7}));
}
END_TEST

START_TEST(keys_are_packed_in_one_order) {
    Plant *plant = record_new(arena, &Plant_record), *other = record_new(arena, &Plant_record);
    plant->notes = tree_map(arena);
    tree_set_int(arena, plant->notes, "a", 1);
    tree_set_int(arena, plant->notes, "b", 2);
    other->notes = tree_map(arena);
    tree_set_int(arena, other->notes, "b", 2);
    tree_set_int(arena, other->notes, "a", 1);
    ck_assert_text_eq(packed(plant), packed(other));
}
END_TEST

/* --- what is no packed record --------------------------------------------------------------------------- */

static void is_refused(Text bytes) {
    ck_assert_ptr_null(record_unpack(arena, &Plant_record, bytes));
}

START_TEST(what_is_cut_off_or_goes_on_is_refused) {
    chance = check_seed("cut records");
    for (int round = check_rounds(50); round > 0; round--) {
        Text bytes = packed(random_plant());
        for (size_t len = 0; len < bytes.len; len++)
            ck_hold(record_unpack(arena, &Plant_record, text_part(bytes, 0, len)) == NULL);
        ck_hold(record_unpack(arena, &Plant_record, (Text){bytes.at, bytes.len + 1}) == NULL);
        teardown(), setup();
    }
}
END_TEST

START_TEST(what_no_plant_can_be_is_refused) {
    is_refused((Text){"\1\0\1\xff\0", 5});                          /* no UTF-8 */
    is_refused((Text){"\1\0\1\0\0", 5});                            /* a NUL */
    is_refused((Text){"\1\0\1aa", 5});                              /* a text that does not end */
    is_refused((Text){"\2\0\xff\xff\xff\xff\x0f", 7});              /* more names than bytes */
    is_refused((Text){"\4\0\x80\x80\x80\x80\x80\x80\x80\x20", 10}); /* a number of more than 53 bits */
    is_refused((Text){"\x10\0\xff\xff\xff\xff\x0f", 7});            /* no date */
    is_refused((Text){"\x20\0\2\x80\x80\1", 6});                    /* no offset of a place */
    is_refused((Text){"\x40\0\7", 3});                              /* no kind of tree */
    is_refused((Text){"\x40\0\5\2\1a\0\0\1a\0\0", 12});             /* a key twice */
    is_refused((Text){"\0\4", 2});                                  /* a field that there is not */
}
END_TEST

START_TEST(what_is_nested_too_deep_is_refused) {
    Buf lists = buf_new(arena), branches = buf_new(arena);
    buf_text(&lists, (Text){"\x40\0", 2});
    for (int i = 0; i < 100000; i++) buf_text(&lists, TEXT("\4\1"));
    is_refused(buf_done(&lists));
    buf_text(&branches, (Text){"\0\2\1", 3});
    for (int i = 0; i < 100000; i++) buf_text(&branches, TEXT("\4\1"));
    is_refused(buf_done(&branches));
}
END_TEST

START_TEST(whatever_bytes_there_are_they_do_no_harm) {
    chance = check_seed("hostile records");
    for (int round = check_rounds(5000); round > 0; round--) {
        Text bytes = packed(random_plant());
        char *spoilt = arena_alloc(arena, bytes.len + 1);
        memcpy(spoilt, bytes.at, bytes.len);
        for (uint64_t left = 1 + below(4); left > 0; left--)
            spoilt[below(bytes.len)] = (char)check_random(&chance);
        Plant *read = record_unpack(arena, &Plant_record, (Text){spoilt, bytes.len});
        Plant *again = read ? record_unpack(arena, &Plant_record, packed(read)) : NULL;
        if (read) ck_hold(again && text_equal(json_of(read), json_of(again)));
        if (round % 100 == 0) teardown(), setup();
    }
}
END_TEST

/* --- the short way of JSON ------------------------------------------------------------------------------ */

static Plant *the_long_way(Text json) {
    Text error;
    JsonError fault;
    Tree *tree = json_read(arena, json, &fault);
    return tree ? record_from_tree(arena, &Plant_record, tree, &error) : NULL;
}

START_TEST(what_was_written_is_read_the_short_way) {
    chance = check_seed("records as JSON");
    for (int round = check_rounds(1000); round > 0; round--) {
        Text json = json_of(random_plant());
        Plant *read = record_scan(arena, &Plant_record, json);
        ck_hold_msg(read != NULL, "not read: %.*s", TEXT_ARG(json));
        ck_hold(text_equal(json_of(read), json));
        if (round % 100 == 0) teardown(), setup();
    }
}
END_TEST

START_TEST(what_the_short_way_takes_the_long_way_takes_as_the_same) {
    static const char signs[] = "\"\\{}[],:0-1truefalsn\x1fu00 \xc3\xa9";
    chance = check_seed("hostile JSON");
    for (int round = check_rounds(5000); round > 0; round--) {
        Text json = text_copy(arena, json_of(random_plant()));
        char *spoilt = arena_alloc(arena, json.len + 1);
        memcpy(spoilt, json.at, json.len);
        for (uint64_t left = 1 + below(3); left > 0; left--)
            spoilt[below(json.len)] = signs[below(sizeof signs - 1)];
        Plant *read = record_scan(arena, &Plant_record, (Text){spoilt, json.len});
        Plant *slowly = read ? the_long_way((Text){spoilt, json.len}) : NULL;
        if (read)
            ck_hold_msg(slowly && text_equal(json_of(read), json_of(slowly)), "%.*s", (int)json.len, spoilt);
        if (round % 100 == 0) teardown(), setup();
    }
}
END_TEST

START_TEST(other_rows_have_another_mark) {
    uint32_t mark = record_mark(&Plant_record);
    ck_assert_uint_ne(mark, 0);
    ck_assert_uint_eq(mark, record_mark(&Plant_record));
    ck_assert_uint_ne(record_mark(&Branch_record), record_mark(&PlainBranch_record));
    Field fields[] = {Cutting_fields[0], Cutting_fields[1]},
          turned[] = {Cutting_fields[1], Cutting_fields[0]};
    RecordType same = {"Cutting", sizeof(Cutting), fields, 2},
               swapped = {"Cutting", sizeof(Cutting), turned, 2};
    ck_assert_uint_eq(record_mark(&same), record_mark(&Cutting_record));
    ck_assert_uint_ne(record_mark(&swapped), record_mark(&Cutting_record));
    fields[1].kind = FIELD_DATE;
    ck_assert_uint_ne(record_mark(&same), record_mark(&Cutting_record));
    fields[1] = (Field){"width", FIELD_INT, fields[1].offset, NULL};
    ck_assert_uint_ne(record_mark(&same), record_mark(&Cutting_record));
}
END_TEST

Suite *record_forms_test_suite(void) {
    Suite *suite = suite_create("record forms");
    TCase *tests = tcase_create("record forms");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, what_is_unpacked_is_what_was_packed);
    tcase_add_test(tests, a_field_at_its_zero_value_takes_no_room);
    tcase_add_test(tests, keys_are_packed_in_one_order);
    tcase_add_test(tests, what_is_cut_off_or_goes_on_is_refused);
    tcase_add_test(tests, what_no_plant_can_be_is_refused);
    tcase_add_test(tests, what_is_nested_too_deep_is_refused);
    tcase_add_test(tests, whatever_bytes_there_are_they_do_no_harm);
    tcase_add_test(tests, what_was_written_is_read_the_short_way);
    tcase_add_test(tests, what_the_short_way_takes_the_long_way_takes_as_the_same);
    tcase_add_test(tests, other_rows_have_another_mark);
    suite_add_tcase(suite, tests);
    return suite;
}
