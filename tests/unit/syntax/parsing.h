/* Rule texts parsed whole, and the pieces that a test looks at. */
#ifndef BYLAW_TESTS_SYNTAX_PARSING_H
#define BYLAW_TESTS_SYNTAX_PARSING_H

#include "reading.h"

/* The test's reading; each test has its own. */
static Reading parsing;

static inline void parsing_end(void) {
    arena_free(parsing.arena);
    parsing = (Reading){0};
}

/* The text is copied: whoever made it may let it go. */
static inline void parse_text(Text text) {
    parsing_end();
    parsing = reading_of(text);
    parsing.sources->files.at[0].text = text_copy(parsing.arena, text);
    parse_rules(parsing.ast, 0, parsing.diagnostics);
    diagnostics_sort(parsing.sources, parsing.diagnostics);
}

static inline Text parsing_shown(void) {
    Buf buf = buf_new(parsing.arena);
    diagnostics_write_text(&buf, parsing.sources, parsing.diagnostics);
    return buf_done(&buf);
}

/* Parses what must be right. */
static inline void parse_right(const char *text) {
    parse_text(text_of(text));
    ck_assert_msg(parsing.diagnostics->all.len == 0, "%.*s", TEXT_ARG(parsing_shown()));
}

static inline const Decl *decl_at(size_t i) {
    ck_assert_uint_lt(i, parsing.ast->files.at[0]->decls.len);
    return parsing.ast->files.at[0]->decls.at[i];
}

/* The only clause of the only declaration, which is right. */
static inline const Clause *clause_in(const char *text) {
    parse_right(text);
    ck_assert_uint_eq(decl_at(0)->clauses.len, 1);
    return &decl_at(0)->clauses.at[0];
}

static inline Text written_expr(const Expr *expr) {
    Buf buf = buf_new(parsing.arena);
    expr_write(&buf, expr);
    return buf_done(&buf);
}

#endif
