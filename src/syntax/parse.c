#include "syntax/build.h"
#include "syntax/input.h"
#include "syntax/scanner.h"

#include "grammar_parser.h"

/* A part of a source file and what is to be made of it. */
typedef struct Parse {
    Scan scan;
    Builder builder;
} Parse;

static void parse_part(Parse *parse, Ast *ast, Span part, int first, unsigned place,
                       Diagnostics *diagnostics) {
    parse->scan = (Scan){.text = ast->sources->files.at[part.file].text,
                         .file = part.file,
                         .first = first,
                         .place = place,
                         .line_start = true,
                         .diagnostics = diagnostics};
    parse->builder.arena = ast->arena;
    parse->builder.diagnostics = diagnostics;
    parse->builder.scan = &parse->scan;
    grammar_parse(&parse->builder, scanner_over(&parse->scan, part));
}

void parse_rules(Ast *ast, uint32_t file, Diagnostics *diagnostics) {
    RuleFile *rules = arena_make(ast->arena, RuleFile);
    rules->file = file;
    *vec_push(ast->arena, &ast->files) = rules;
    if (!input_readable(ast->sources, file, diagnostics)) return;
    Parse *parse = arena_make(ast->arena, Parse);
    parse->builder.rules = rules;
    Span whole = {file, 0, (uint32_t)ast->sources->files.at[file].text.len};
    parse_part(parse, ast, whole, T_RULES, AT_FILE, diagnostics);
}

Expr *parse_condition(Ast *ast, Span at, Diagnostics *diagnostics) {
    size_t errors = diagnostics->errors;
    Parse *parse = arena_make(ast->arena, Parse);
    parse_part(parse, ast, at, T_CONDITION_ALONE, AT_CONDITION, diagnostics);
    return diagnostics->errors == errors ? parse->builder.condition : NULL;
}

Ast *ast_new(Arena *arena, Sources *sources) {
    Ast *ast = arena_make(arena, Ast);
    ast->arena = arena;
    ast->sources = sources;
    return ast;
}

static bool comes_before(const Ast *ast, uint32_t one, uint32_t other) {
    return text_compare(ast->sources->files.at[one].path, ast->sources->files.at[other].path) < 0;
}

/* By insertion: nearly all are in order, since only what was imported comes late. */
#define SORT_BY_PATH(ast, T, list, file_of)                                                                  \
    for (size_t i = 1; i < (list).len; i++) {                                                                \
        T *moved = (list).at[i];                                                                             \
        size_t to = i;                                                                                       \
        for (; to > 0 && comes_before(ast, moved->file_of, (list).at[to - 1]->file_of); to--)                \
            (list).at[to] = (list).at[to - 1];                                                               \
        (list).at[to] = moved;                                                                               \
    }

void ast_sort(Ast *ast) {
    SORT_BY_PATH(ast, RuleFile, ast->files, file)
    SORT_BY_PATH(ast, WorkflowDecl, ast->workflows, at.file)
}
