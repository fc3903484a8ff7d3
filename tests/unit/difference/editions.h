/* Two editions of rules, checked and compiled from text. */
#ifndef BYLAW_TESTS_DIFFERENCE_EDITIONS_H
#define BYLAW_TESTS_DIFFERENCE_EDITIONS_H

#include "difference/difference.h"
#include "program/charter.h"

static inline Edition edition_of(Arena *arena, const char *rules, const char *workflow) {
    Sources *sources = sources_new(arena);
    Ast *ast = ast_new(arena, sources);
    Diagnostics *diagnostics = diagnostics_new(arena);
    parse_rules(ast, sources_add(sources, TEXT("rules.bylaw"), text_format(arena, "%s%s", CHARTER, rules)),
                diagnostics);
    if (workflow)
        parse_workflow(ast, sources_add(sources, TEXT("flow.yaml"), text_of(workflow)), diagnostics);
    const Model *model = model_check(arena, ast, diagnostics);
    Buf buf = buf_new(arena);
    diagnostics_write_text(&buf, sources, diagnostics);
    ck_assert_msg(diagnostics->errors == 0, "%.*s", TEXT_ARG(buf_done(&buf)));
    return (Edition){model, compile(arena, model), sources};
}

#endif
