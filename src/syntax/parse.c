#include "syntax/parse.h"
#include "syntax/input.h"
#include "syntax/scanner.h"

#include "grammar_parser.h"

Parse *parse_new(Ast *ast, Text text, Diagnostics *diagnostics) {
    Parse *parse = arena_make(ast->arena, Parse);
    parse->scan.text = text;
    parse->scan.diagnostics = parse->builder.diagnostics = diagnostics;
    parse->builder.arena = ast->arena;
    parse->builder.scan = &parse->scan;
    return parse;
}

void parse_part(Parse *parse, Span part, int first, unsigned place) {
    parse->scan = (Scan){.text = parse->scan.text,
                         .file = part.file,
                         .first = first,
                         .place = place,
                         .line_start = true,
                         .diagnostics = parse->scan.diagnostics};
    if (parse->scanner)
        scanner_move(parse->scanner, &parse->scan, part);
    else
        parse->scanner = scanner_over(&parse->scan, part);
    grammar_parse(&parse->builder, parse->scanner);
}

void parse_rules(Ast *ast, uint32_t file, Diagnostics *diagnostics) {
    RuleFile *rules = arena_make(ast->arena, RuleFile);
    rules->file = file;
    *vec_push(ast->arena, &ast->files) = rules;
    if (!input_readable(ast->sources, file, diagnostics)) return;
    Text text = ast->sources->files.at[file].text;
    Parse *parse = parse_new(ast, text, diagnostics);
    parse->builder.rules = rules;
    parse_part(parse, (Span){file, 0, (uint32_t)text.len}, T_RULES, AT_FILE);
}

Expr *parse_condition(Ast *ast, Span at, Diagnostics *diagnostics) {
    size_t errors = diagnostics->errors;
    Parse *parse = parse_new(ast, ast->sources->files.at[at.file].text, diagnostics);
    parse_part(parse, at, T_CONDITION_ALONE, AT_ALONE);
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
