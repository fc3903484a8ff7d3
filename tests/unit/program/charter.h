/* Charters compiled from text, for the tests of the rooms that run them. */
#ifndef BYLAW_TESTS_PROGRAM_CHARTER_H
#define BYLAW_TESTS_PROGRAM_CHARTER_H

#include "check_more.h"
#include "program/compile.h"
#include "syntax/syntax.h"
#include <string.h>

/* What every charter needs, so that a test writes only what it is about. */
#define CHARTER                                                                                              \
    "charter \"Test\" {\n  language 1\n  edition \"1\"\n  in_force from 2026-01-01\n"                        \
    "  time_zone \"Europe/Berlin\"\n  working_days by office\n  series cases C, meetings MTG, motions "      \
    "M\n}\n"                                                                                                 \
    "calendar office {\n  week monday..friday\n  listed 2026..2030\n  holiday 2026-12-25 \"Christmas\"\n"    \
    "  holiday 2026-01-01 \"New Year\"\n}\n"

typedef struct CharterFile {
    const char *path;
    Text text;
} CharterFile;

static inline Text whole_file(Arena *arena, const char *path) {
    FILE *file = fopen(text_format(arena, "%s/%s", SOURCE_DIR, path).at, "rb");
    ck_assert_msg(file != NULL, "cannot read %s", path);
    Buf buf = buf_new(arena);
    for (int c = fgetc(file); c != EOF; c = fgetc(file)) buf_char(&buf, (char)c);
    fclose(file);
    return buf_done(&buf);
}

static inline const Program *compile_files(Arena *arena, const CharterFile *files, size_t count) {
    Sources *sources = sources_new(arena);
    Ast *ast = ast_new(arena, sources);
    Diagnostics *diagnostics = diagnostics_new(arena);
    for (size_t i = 0; i < count; i++) {
        uint32_t file = sources_add(sources, text_of(files[i].path), files[i].text);
        if (text_ends(text_of(files[i].path), TEXT(".yaml")))
            parse_workflow(ast, file, diagnostics);
        else
            parse_rules(ast, file, diagnostics);
    }
    const Model *model = model_check(arena, ast, diagnostics);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    ck_assert_msg(diagnostics->errors == 0, "%.*s", TEXT_ARG(buf_done(&buf)));
    return compile(arena, model);
}

/* CHARTER and these rules. */
static inline const Program *compile_rules(Arena *arena, const char *rules) {
    Text text = text_format(arena, "%s%s", CHARTER, rules);
    return compile_files(arena, &(CharterFile){"rules.bylaw", text}, 1);
}

/* The handbook's rules and workflows, as this repository has them. */
static inline const Program *compile_handbook(Arena *arena) {
    static const char *const PATHS[] = {"rules/charter.bylaw",
                                        "rules/evaluation.bylaw",
                                        "rules/governance.bylaw",
                                        "rules/integration.bylaw",
                                        "workflows/partnership-approval.yaml",
                                        "workflows/technical-integration.yaml",
                                        "workflows/ethics-monitoring.yaml",
                                        "workflows/ethics-reassessment.yaml"};
    enum { COUNT = sizeof PATHS / sizeof PATHS[0] };
    CharterFile files[COUNT];
    for (size_t i = 0; i < COUNT; i++) files[i] = (CharterFile){PATHS[i], whole_file(arena, PATHS[i])};
    return compile_files(arena, files, COUNT);
}

static inline Index slot_of(const Program *program, const char *name) {
    Index slot = program_slot(program, NONE, text_of(name));
    ck_assert_msg(slot != NONE, "no slot \"%s\"", name);
    return slot;
}

#endif
