/* Rule files that import others: what makes up a charter, and by which paths. */
#include "../scratch.h"
#include "service/service.h"
#include <sys/stat.h>

static Charter charter;

static void make(const char *name, const char *content) {
    scratch_write(scratch_path(name), text_of(content));
}

static void make_folders(void) {
    scratch_set_up();
    ck_assert_int_eq(mkdir(scratch_path("rules").at, 0700), 0);
    ck_assert_int_eq(mkdir(scratch_path("shared").at, 0700), 0);
}

/* The charter of some of the files, by their names in the folder. */
static void build(const char *const *names, size_t count) {
    const char *paths[4];
    Text problem, mend;
    charter = (Charter){0};
    for (size_t i = 0; i < count; i++) paths[i] = scratch_path(names[i]).at;
    ck_assert(charter_files(scratch_arena, paths, count, &charter, &problem, &mend));
    charter_build(scratch_arena, &charter);
}

#define BUILD(...)                                                                                           \
    build((const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

/* What is wrong besides that there is no charter declaration. */
static Text found(void) {
    Buf buf = buf_new(scratch_arena);
    diagnostics_write_text(&buf, charter.sources, charter.diagnostics);
    return buf_done(&buf);
}

static void assert_found(DiagnosticCode code, const char *says) {
    for (size_t i = 0; i < charter.diagnostics->all.len; i++)
        if (charter.diagnostics->all.at[i].code == code && strstr(found().at, says)) return;
    ck_abort_msg("%s with \"%s\" is not among these:\n%s", diagnostic_code(code).at, says, found().at);
}

static void assert_files(const char *paths) {
    Buf all = buf_new(scratch_arena);
    for (size_t i = 0; i < charter.files.len; i++)
        buf_format(&all, "%s%.*s", i ? " " : "", TEXT_ARG(charter.files.at[i].path));
    ck_assert_text_is(buf_done(&all), paths);
}

START_TEST(an_imported_file_is_part_of_the_charter_as_if_it_had_been_named) {
    make("rules/main.bylaw", "import \"common.bylaw\"\nimport \"../shared/roles.bylaw\"\n");
    make("rules/common.bylaw", "enum colour { red }\n");
    make("shared/roles.bylaw", "import \"../rules/./common.bylaw\"\nrole clerk\n");
    BUILD("rules/main.bylaw");
    assert_files("rules/common.bylaw rules/main.bylaw shared/roles.bylaw");
    ck_assert_uint_eq(charter.diagnostics->errors, 1); /* there is no charter declaration */
    Text name = charter.name;
    BUILD("shared/roles.bylaw", "rules/main.bylaw", "rules/common.bylaw");
    ck_assert_text_eq(charter.name, name);
    BUILD("rules");
    ck_assert_text_eq(charter.name, name);
}
END_TEST

START_TEST(files_may_import_each_other_and_themselves) {
    make("rules/a.bylaw", "import \"b.bylaw\"\nenum colour { red }\n");
    make("rules/b.bylaw", "import \"a.bylaw\"\nimport \"b.bylaw\"\nimport \"a.bylaw\"\n");
    BUILD("rules/b.bylaw");
    assert_files("rules/a.bylaw rules/b.bylaw");
    ck_assert_uint_eq(charter.diagnostics->errors, 1);
}
END_TEST

START_TEST(a_workflow_is_imported_like_rules) {
    make("rules/a.bylaw", "import \"../shared/flow.yaml\"\n");
    make("shared/flow.yaml", "workflow: flow\nstart: 7\n");
    BUILD("rules/a.bylaw");
    assert_files("rules/a.bylaw shared/flow.yaml");
    ck_assert_ptr_nonnull(strstr(found().at, "shared/flow.yaml:2"));
}
END_TEST

START_TEST(what_is_wrong_is_listed_by_the_paths_of_files_in_whichever_order_they_were_read) {
    make("rules/b.bylaw", "import \"a.bylaw\"\nrole\n");
    make("rules/a.bylaw", "role\n");
    BUILD("rules/b.bylaw");
    const char *first = strstr(found().at, "rules/a.bylaw:1"),
               *second = strstr(found().at, "rules/b.bylaw:2");
    ck_assert(first && second && first < second);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_said_with_the_name_nearest_to_it) {
    make("rules/a.bylaw", "import \"../shared/rolls.bylaw\"\n");
    make("shared/roles.bylaw", "");
    BUILD("rules/a.bylaw");
    assert_found(DIAG_FILE_UNREADABLE, "did you mean \"../shared/roles.bylaw\"?");
    assert_found(DIAG_FILE_UNREADABLE, "rules/a.bylaw:1:8");
}
END_TEST

START_TEST(paths_are_read_from_the_folder_of_the_file_and_from_nowhere_else) {
    make("rules/a.bylaw", "import \"/etc/rules.bylaw\"\n");
    BUILD("rules/a.bylaw");
    assert_found(DIAG_FILE_ABSOLUTE, "../shared/common.bylaw");
}
END_TEST

START_TEST(only_rules_and_workflows_are_imported) {
    make("rules/a.bylaw", "import \"people.csv\"\n");
    make("rules/people.csv", "a,b\n");
    BUILD("rules/a.bylaw");
    assert_found(DIAG_FILE_KIND, "people.csv");
    assert_files("rules/a.bylaw");
}
END_TEST

START_TEST(two_files_of_one_path_are_told_apart) {
    ck_assert_int_eq(mkdir(scratch_path("other").at, 0700), 0);
    ck_assert_int_eq(mkdir(scratch_path("other/rules").at, 0700), 0);
    make("rules/a.bylaw", "");
    make("rules/c.bylaw", "");
    make("other/rules/a.bylaw", "");
    make("other/rules/b.bylaw", "import \"a.bylaw\"\n");
    BUILD("rules/a.bylaw", "other/rules/b.bylaw");
    assert_found(DIAG_FILE_DOUBLE, "rules/a.bylaw");
}
END_TEST

START_TEST(a_charter_without_a_disk_has_all_that_it_imports_or_says_what_is_lost) {
    make("rules/a.bylaw", "import \"b.bylaw\"\n");
    make("rules/b.bylaw", "");
    BUILD("rules/a.bylaw");
    Charter kept = {0};
    for (size_t i = 0; i < charter.files.len; i++)
        *vec_push(scratch_arena, &kept.files) =
            (CharterFile){charter.files.at[i].path, charter.files.at[i].text, {0}};
    charter_build(scratch_arena, &kept);
    ck_assert_text_eq(kept.name, charter.name);
    ck_assert_uint_eq(kept.diagnostics->errors, 1);
    charter = (Charter){0};
    *vec_push(scratch_arena, &charter.files) = kept.files.at[0];
    charter_build(scratch_arena, &charter);
    assert_found(DIAG_FILE_UNREADABLE, "rules/b.bylaw is not kept");
}
END_TEST

Suite *importing_files_suite(void) {
    Suite *suite = suite_create("importing files");
    TCase *tests = tcase_create("imports");
    tcase_add_checked_fixture(tests, make_folders, scratch_tear_down);
    tcase_add_test(tests, an_imported_file_is_part_of_the_charter_as_if_it_had_been_named);
    tcase_add_test(tests, files_may_import_each_other_and_themselves);
    tcase_add_test(tests, a_workflow_is_imported_like_rules);
    tcase_add_test(tests, what_is_wrong_is_listed_by_the_paths_of_files_in_whichever_order_they_were_read);
    tcase_add_test(tests, a_file_that_is_not_there_is_said_with_the_name_nearest_to_it);
    tcase_add_test(tests, paths_are_read_from_the_folder_of_the_file_and_from_nowhere_else);
    tcase_add_test(tests, only_rules_and_workflows_are_imported);
    tcase_add_test(tests, two_files_of_one_path_are_told_apart);
    tcase_add_test(tests, a_charter_without_a_disk_has_all_that_it_imports_or_says_what_is_lost);
    suite_add_tcase(suite, tests);
    return suite;
}
