#include "service/files.h"
#include <stdlib.h>

enum { WORKFLOW_FILE_MAX = RULE_FILE_MAX };

static int by_path(const void *a, const void *b) {
    return text_compare(((const CharterFile *)a)->path, ((const CharterFile *)b)->path);
}

static bool no_doubles(Arena *arena, const Charter *charter, Text *problem) {
    for (size_t i = 1; i < charter->files.len; i++) {
        Text path = charter->files.at[i].path;
        if (!text_equal(path, charter->files.at[i - 1].path)) continue;
        *problem = text_format(arena, "two files would both be %.*s in the charter", TEXT_ARG(path));
        return false;
    }
    return true;
}

static bool all_readable(Arena *arena, const Charter *charter, Text *problem) {
    for (size_t i = 0; i < charter->files.len; i++) {
        Text path = charter->files.at[i].path;
        if (is_charter_file(path)) continue;
        *problem =
            text_format(arena, "%.*s is neither a rule file (.bylaw) nor a workflow (.yaml)", TEXT_ARG(path));
        return false;
    }
    return true;
}

bool charter_files(Arena *arena, const char *const *paths, size_t count, Charter *charter, Text *problem,
                   Text *mend) {
    FileList found = {0}, shown = {0};
    *mend = TEXT("name the rule files, or a folder that holds them");
    if (!files_find(arena, paths, count, &found, &shown, problem)) return false;
    for (size_t i = 0; i < found.len; i++) {
        CharterFile *file = vec_push(arena, &charter->files);
        file->path = shown.at[i];
        file->disk = found.at[i];
        if (!charter_read(arena, charter, found.at[i], &file->text, problem)) return false;
    }
    if (!all_readable(arena, charter, problem)) return false;
    qsort(charter->files.at, charter->files.len, sizeof(CharterFile), by_path);
    *mend = TEXT("rename one of them, or name each file once");
    return no_doubles(arena, charter, problem);
}

/* The manifest names every file by its digest and its path, in the order of the paths' bytes; its own digest
 * is the charter's name (docs/ledger.md). */
static void name_charter(Arena *arena, Charter *charter) {
    Hasher *hasher = hasher_new(arena);
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < charter->files.len; i++) {
        const CharterFile *file = &charter->files.at[i];
        buf_text(&buf, digest_hex(arena, hasher_sha256_of(hasher, file->text)));
        buf_format(&buf, "  %.*s\n", TEXT_ARG(file->path));
    }
    charter->manifest = buf_done(&buf);
    charter->name = digest_hex(arena, hasher_sha256_of(hasher, charter->manifest));
}

static bool is_rules(Text path) {
    return text_ends(path, TEXT(".bylaw"));
}

static bool is_workflow(Text path) {
    return text_ends(path, TEXT(".yaml")) || text_ends(path, TEXT(".yml"));
}

/* The model cannot see what zones there are; an hour at which nobody decides shows whether there is one. */
static void check_zone(Arena *arena, const Charter *charter, const Model *model) {
    const Clause *zone = model->charter ? decl_setting(model->charter, SETTING_TIME_ZONE) : NULL;
    Moment moment;
    if (!zone || text_empty(text_trim(zone->text)) || zone_moment(arena, zone->text, 0, &moment)) return;
    DIAGNOSE(charter->diagnostics, DIAG_UNKNOWN_ZONE, zone->at, zone->text);
}

/* Imports add files to the end of the list while it is gone through. A file has the same index in `files` and
 * in `sources` until all are read; then they are put in order, so that what was imported and what was named
 * make the same charter. */
static Ast *read_files(Arena *arena, Charter *charter) {
    charter->sources = sources_new(arena);
    charter->diagnostics = diagnostics_new(arena);
    Ast *ast = ast_new(arena, charter->sources);
    for (size_t i = 0; i < charter->files.len; i++)
        sources_add(charter->sources, charter->files.at[i].path, charter->files.at[i].text);
    for (size_t i = 0; i < charter->files.len; i++) {
        Text path = charter->files.at[i].path;
        if (is_workflow(path)) parse_workflow(ast, (uint32_t)i, charter->diagnostics);
        if (!is_rules(path)) continue;
        parse_rules(ast, (uint32_t)i, charter->diagnostics);
        charter_follow_imports(arena, charter, ast->files.at[ast->files.len - 1]);
        charter_read_tables(arena, charter, ast, ast->files.at[ast->files.len - 1]);
    }
    qsort(charter->files.at, charter->files.len, sizeof(CharterFile), by_path);
    ast_sort(ast);
    return ast;
}

/* A file that cannot be read takes its names with it: that they are missing elsewhere is no news. */
static bool lost_a_file(const Diagnostics *found) {
    for (size_t i = 0; i < found->all.len; i++) {
        DiagnosticCode code = found->all.at[i].code;
        if (code == DIAG_NOT_UTF8 || code == DIAG_FILE_TOO_LARGE) return true;
    }
    return false;
}

void charter_build(Arena *arena, Charter *charter) {
    Ast *ast = read_files(arena, charter);
    name_charter(arena, charter);
    bool lost = lost_a_file(charter->diagnostics);
    Model *model = model_check(arena, ast, lost ? diagnostics_new(arena) : charter->diagnostics);
    charter->model = model;
    check_zone(arena, charter, model);
    charter_read_recurrences(arena, charter, model);
    if (charter->diagnostics->errors == 0) analyse(model, charter->diagnostics);
    diagnostics_sort(charter->sources, charter->diagnostics);
    if (charter->diagnostics->errors == 0) charter->program = compile(arena, model);
}
