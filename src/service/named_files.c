/* Files that rule files name: imports, and the data that tables are read from. A path is read from the folder
 * of the file that names it, in the charter and on the disk alike; so a charter that a book keeps, where all
 * files have their paths in the charter only, follows it just so. */
#include "service/files.h"

typedef struct Naming {
    Arena *arena;
    Charter *charter;
    const CharterFile *from;
    Text written;
    Span at;
} Naming;

static Text folder_of(Text path) {
    size_t end = path.len;
    while (end > 0 && path.at[end - 1] != '/') end--;
    return text_part(path, 0, end);
}

/* "rules/" and "../shared/./a.bylaw" are "shared/a.bylaw"; what climbs out of the charter keeps its "..". */
static Text path_from(Arena *arena, Text folder, Text written) {
    VEC(Text) parts = {0};
    Text rest = text_format(arena, "%.*s%.*s", TEXT_ARG(folder), TEXT_ARG(written)), part;
    while (text_next(&rest, '/', &part)) {
        bool climbs = text_is(part, ".."), inside = parts.len && !text_is(parts.at[parts.len - 1], "..");
        if (text_empty(part) || text_is(part, ".")) continue;
        if (climbs && inside)
            parts.len--;
        else
            *vec_push(arena, &parts) = part;
    }
    Buf path = buf_new(arena);
    for (size_t i = 0; i < parts.len; i++) buf_format(&path, "%s%.*s", i ? "/" : "", TEXT_ARG(parts.at[i]));
    return buf_done(&path);
}

static Text disk_path(const Naming *naming) {
    return text_format(naming->arena, "%.*s%.*s", TEXT_ARG(folder_of(naming->from->disk)),
                       TEXT_ARG(naming->written));
}

static Diagnostic *report(const Naming *naming, DiagnosticCode code, Text what) {
    return DIAGNOSE(naming->charter->diagnostics, code, naming->at, what);
}

/* --- files that are in the charter already -------------------------------------------------------------- */

static bool find(const Charter *charter, Text path, uint32_t *file) {
    for (size_t i = 0; i < charter->files.len; i++) {
        *file = (uint32_t)i;
        if (text_equal(charter->files.at[i].path, path)) return true;
    }
    return false;
}

static bool is_meant(const Naming *naming, const CharterFile *found) {
    bool meant = text_empty(naming->from->disk) || same_file(disk_path(naming), found->disk);
    if (!meant) report(naming, DIAG_FILE_DOUBLE, found->path);
    return meant;
}

/* --- files from the disk -------------------------------------------------------------------------------- */

/* Of "rules/comon.bylaw" the file there that is named nearly so. */
static void suggest(const Naming *naming, Diagnostic *diagnostic, Text disk) {
    Arena *arena = naming->arena;
    Text folder = folder_of(disk), written = folder_of(naming->written);
    FileList names = {0};
    if (!files_beside(arena, text_empty(folder) ? TEXT("./") : text_copy(arena, folder), &names)) return;
    for (size_t i = 0; i < names.len; i++)
        names.at[i] = text_format(arena, "%.*s%.*s", TEXT_ARG(written), TEXT_ARG(names.at[i]));
    diagnostic_did_you_mean(naming->charter->diagnostics, diagnostic, naming->written, names.at, names.len);
}

static bool add_from_disk(const Naming *naming, Text path, uint32_t *file) {
    Text disk = disk_path(naming), text, problem;
    if (text_empty(naming->from->disk)) {
        report(naming, DIAG_FILE_UNREADABLE, text_format(naming->arena, "%.*s is not kept", TEXT_ARG(path)));
        return false;
    }
    if (!charter_read(naming->arena, naming->charter, disk, &text, &problem)) {
        suggest(naming, report(naming, DIAG_FILE_UNREADABLE, problem), disk);
        return false;
    }
    *file = (uint32_t)naming->charter->files.len;
    *vec_push(naming->arena, &naming->charter->files) = (CharterFile){path, text, disk};
    sources_add(naming->charter->sources, path, text);
    return true;
}

bool charter_named_file(Arena *arena, Charter *charter, uint32_t from, Text written, Span at,
                        uint32_t *file) {
    CharterFile source = charter->files.at[from];
    Naming naming = {arena, charter, &source, written, at};
    if (text_starts(written, TEXT("/")) || text_empty(text_trim(written))) {
        report(&naming, DIAG_FILE_ABSOLUTE, written);
        return false;
    }
    Text path = path_from(arena, folder_of(source.path), written);
    if (find(charter, path, file)) return is_meant(&naming, &charter->files.at[*file]);
    return add_from_disk(&naming, path, file);
}

void charter_follow_imports(Arena *arena, Charter *charter, const RuleFile *rules) {
    for (size_t i = 0; i < rules->decls.len; i++) {
        const Decl *decl = rules->decls.at[i];
        uint32_t file;
        if (decl->kind != DECL_IMPORT || span_nowhere(decl->title_at)) continue;
        if (is_charter_file(decl->title))
            charter_named_file(arena, charter, rules->file, decl->title, decl->title_at, &file);
        else
            DIAGNOSE(charter->diagnostics, DIAG_FILE_KIND, decl->title_at, decl->title);
    }
}

void charter_read_tables(Arena *arena, Charter *charter, Ast *ast, const RuleFile *rules) {
    for (size_t i = 0; i < rules->decls.len; i++) {
        Decl *decl = rules->decls.at[i];
        uint32_t file;
        if (span_nowhere(decl->from.at)) continue;
        if (charter_named_file(arena, charter, rules->file, decl->from.text, decl->from.at, &file))
            parse_table_file(ast, decl, file, charter->diagnostics);
        else
            decl->lossy = true;
    }
}
