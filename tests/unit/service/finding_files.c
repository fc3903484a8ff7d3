#include "../scratch.h"
#include "service/files.h"
#include <sys/stat.h>

static void make(const char *name, const char *content) {
    scratch_write(scratch_path(name), text_of(content));
}

static void make_folder(const char *name) {
    ck_assert_int_eq(mkdir(scratch_path(name).at, 0700), 0);
}

static bool reads(const char *name, size_t most, Text *text, Text *problem) {
    *problem = (Text){0};
    return file_read(scratch_arena, scratch_path(name).at, most, text, problem);
}

static void is_refused(const char *name, size_t most, const char *why) {
    Text text, problem;
    ck_assert_msg(!reads(name, most, &text, &problem), "%s was read", name);
    ck_assert_msg(strstr(problem.at, why) && strstr(problem.at, name), "\"%s\" should say \"%s\"", problem.at,
                  why);
}

START_TEST(a_file_is_read_whole_up_to_its_bound) {
    Text text, problem;
    make("a.yaml", "12345");
    ck_assert(reads("a.yaml", 5, &text, &problem));
    ck_assert_text_is(text, "12345");
    is_refused("a.yaml", 4, "has 5 bytes; at most 4 can be read");
    make("empty.yaml", "");
    ck_assert(reads("empty.yaml", 0, &text, &problem));
    ck_assert_uint_eq(text.len, 0);
}
END_TEST

START_TEST(what_is_no_file_that_can_be_read_is_refused_by_name) {
    is_refused("missing.yaml", 100, "there is no such file");
    make_folder("folder");
    is_refused("folder", 100, "is a folder");
    ck_assert_int_eq(mkfifo(scratch_path("pipe").at, 0600), 0);
    is_refused("pipe", 100, "is no ordinary file");
    Text text, problem = {0};
    ck_assert(!file_read(scratch_arena, "/dev/zero", 100, &text, &problem));
    ck_assert_ptr_nonnull(strstr(problem.at, "is no ordinary file"));
    make("secret", "x");
    ck_assert_int_eq(chmod(scratch_path("secret").at, 0), 0);
    if (geteuid() != 0) is_refused("secret", 100, "ermission");
}
END_TEST

static bool finds(const char *const *names, size_t count, FileList *shown, Text *problem) {
    const char *paths[8];
    FileList found = {0};
    *shown = (FileList){0};
    for (size_t i = 0; i < count; i++) paths[i] = scratch_path(names[i]).at;
    bool good = files_find(scratch_arena, paths, count, &found, shown, problem);
    for (size_t i = 0; good && i < found.len; i++) ck_assert(scratch_exists(found.at[i]));
    ck_assert_uint_eq(found.len, shown->len);
    return good;
}

START_TEST(a_folder_stands_for_its_rules_and_workflows_by_name_and_nothing_else) {
    static const char *const names[] = {"rules"};
    static const char *const wanted[] = {"rules/B.bylaw", "rules/a.bylaw", "rules/deep/c.yml",
                                         "rules/z.yaml"};
    make_folder("rules");
    make_folder("rules/deep");
    make_folder("rules/.git");
    make("rules/z.yaml", "");
    make("rules/a.bylaw", "");
    make("rules/B.bylaw", "");
    make("rules/deep/c.yml", "");
    make("rules/README.md", "");
    make("rules/a.bylaw~", "");
    make("rules/.hidden.bylaw", "");
    make("rules/.git/x.bylaw", "");
    FileList shown;
    Text problem;
    ck_assert(finds(names, 1, &shown, &problem));
    ck_assert_uint_eq(shown.len, 4);
    for (size_t i = 0; i < 4; i++) ck_assert_text_is(shown.at[i], wanted[i]);
}
END_TEST

START_TEST(a_file_named_alone_goes_by_its_folder_and_its_name_whatever_its_ending) {
    static const char *const names[] = {"rules/a.bylaw", "rules/notes.txt"};
    make_folder("rules");
    make("rules/a.bylaw", "");
    make("rules/notes.txt", "");
    FileList shown;
    Text problem;
    ck_assert(finds(names, 2, &shown, &problem));
    ck_assert_text_is(shown.at[0], "rules/a.bylaw");
    ck_assert_text_is(shown.at[1], "rules/notes.txt");
}
END_TEST

START_TEST(nothing_to_be_found_is_said) {
    static const char *const missing[] = {"nowhere"}, *const empty[] = {"rules"};
    FileList shown;
    Text problem;
    ck_assert(!finds(missing, 1, &shown, &problem));
    ck_assert_ptr_nonnull(strstr(problem.at, "there is no such file or folder"));
    make_folder("rules");
    make("rules/README.md", "");
    ck_assert(!finds(empty, 1, &shown, &problem));
    ck_assert_ptr_nonnull(strstr(problem.at, "no rule file (.bylaw) and no workflow (.yaml)"));
    ck_assert(!finds(NULL, 0, &shown, &problem));
}
END_TEST

START_TEST(folders_in_folders_without_end_are_refused) {
    static const char *const names[] = {"rules"};
    make_folder("rules");
    ck_assert_int_eq(symlink(".", scratch_path("rules/again").at), 0);
    make("rules/a.bylaw", "");
    FileList shown;
    Text problem;
    ck_assert(!finds(names, 1, &shown, &problem));
    ck_assert_ptr_nonnull(strstr(problem.at, "nested too deep"));
}
END_TEST

START_TEST(a_dangling_link_in_a_folder_is_passed_over) {
    static const char *const names[] = {"rules"};
    make_folder("rules");
    make("rules/a.bylaw", "");
    ck_assert_int_eq(symlink("nowhere", scratch_path("rules/b.bylaw").at), 0);
    FileList shown;
    Text problem;
    ck_assert(finds(names, 1, &shown, &problem));
    ck_assert_uint_eq(shown.len, 1);
}
END_TEST

START_TEST(two_files_of_one_name_do_not_make_a_charter) {
    Charter charter = {0};
    Text problem = {0}, mend = {0};
    make_folder("one");
    make_folder("two");
    make_folder("one/rules");
    make_folder("two/rules");
    make("one/rules/a.bylaw", "");
    make("two/rules/a.bylaw", "");
    const char *paths[] = {scratch_path("one/rules").at, scratch_path("two/rules").at};
    ck_assert(!charter_files(scratch_arena, paths, 2, &charter, &problem, &mend));
    ck_assert_ptr_nonnull(strstr(problem.at, "two files would both be rules/a.bylaw"));
    ck_assert_ptr_nonnull(strstr(mend.at, "rename one of them"));
}
END_TEST

START_TEST(a_charter_is_named_by_what_is_in_its_files_and_not_by_where_they_lie) {
    make_folder("one");
    make_folder("two");
    make_folder("one/rules");
    make_folder("two/rules");
    make("one/rules/a.bylaw", "enum x { a }\n");
    make("two/rules/a.bylaw", "enum x { a }\n");
    const char *names[] = {"one/rules", "two/rules", "one/rules/a.bylaw"};
    Text first = {0};
    for (size_t i = 0; i < 3; i++) {
        Charter charter = {0};
        Text problem = {0}, mend = {0};
        const char *path = scratch_path(names[i]).at;
        ck_assert(charter_files(scratch_arena, &path, 1, &charter, &problem, &mend));
        charter_build(scratch_arena, &charter);
        if (i == 0) first = charter.name;
        ck_assert_text_eq(charter.name, first);
    }
    ck_assert_uint_eq(first.len, 64);
}
END_TEST

Suite *finding_files_suite(void) {
    Suite *suite = suite_create("finding files");
    TCase *tests = tcase_create("files");
    tcase_add_checked_fixture(tests, scratch_set_up, scratch_tear_down);
    tcase_add_test(tests, a_file_is_read_whole_up_to_its_bound);
    tcase_add_test(tests, what_is_no_file_that_can_be_read_is_refused_by_name);
    tcase_add_test(tests, a_folder_stands_for_its_rules_and_workflows_by_name_and_nothing_else);
    tcase_add_test(tests, a_file_named_alone_goes_by_its_folder_and_its_name_whatever_its_ending);
    tcase_add_test(tests, nothing_to_be_found_is_said);
    tcase_add_test(tests, folders_in_folders_without_end_are_refused);
    tcase_add_test(tests, a_dangling_link_in_a_folder_is_passed_over);
    tcase_add_test(tests, two_files_of_one_name_do_not_make_a_charter);
    tcase_add_test(tests, a_charter_is_named_by_what_is_in_its_files_and_not_by_where_they_lie);
    suite_add_tcase(suite, tests);
    return suite;
}
