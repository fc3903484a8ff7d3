/* lsp: the language server: rules and workflows as they are typed, for editors (Language Server Protocol
 * 3.17, over standard input and output). It knows the library's documents and nothing of rules: what is
 * wrong, what a name means and where it is used are the library's answers (bylaw_draft_read(),
 * bylaw_draft_names()), what can be written where comes from the words of the language (bylaw_words()). */
#ifndef BYLAW_VIEWS_LSP_H
#define BYLAW_VIEWS_LSP_H

#include "bylaw.h"
#include <stdio.h>

/* Serves until the client says exit, or its stream ends. The rules are those below `paths`; with none, the
 * folders rules and workflows of the client's workspace, or all of it where it has neither. Answers
 * BYLAW_DONE after an orderly shutdown, else BYLAW_CANNOT. */
int lsp_serve(FILE *in, FILE *out, const char *const *paths, size_t count);

/* The words of the language (the document "words") as a TextMate grammar, in JSON; to be freed by free().
 * NULL: there is no memory. */
char *textmate_write(const bylaw_node *words);

#endif
