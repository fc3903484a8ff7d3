/* format_tokens: a rule file cut into lines and words for the formatter, by the patterns of the scanner
 * itself. It knows nothing of declarations, so that a file with errors can be cut too; what has no meaning in
 * the language is kept as it was written. */
#ifndef BYLAW_SYNTAX_FORMAT_TOKENS_H
#define BYLAW_SYNTAX_FORMAT_TOKENS_H

#include "base/text.h"
#include "base/vec.h"

typedef enum TokenKind {
    TOKEN_WORD,
    TOKEN_NUMBER, /* 12, 7.5, 100_000, 25%, 2026-03-02 */
    TOKEN_STRING,
    TOKEN_SIGN,
    TOKEN_OTHER /* characters without a meaning */
} TokenKind;

typedef struct Token {
    Text text;
    TokenKind kind;
    bool spaced; /* something stood between it and the token before it */
} Token;

typedef struct TokenLine {
    size_t first, last; /* its tokens, half open */
    Text comment;       /* with its #, without spaces at the end; empty when there is none */
    bool blank_before;
    bool margin; /* its first token stands at the left margin */
} TokenLine;

typedef struct TokenLines {
    VEC(Token) tokens;
    VEC(TokenLine) lines; /* those with tokens or a comment */
} TokenLines;

/* False when a string is not closed on its line. */
bool tokens_cut(Arena *arena, Text text, TokenLines *out);

bool token_is(const Token *token, const char *sign); /* is it this sign? */

/* Would the two be read as something else if nothing stood between them? */
bool tokens_merge(const Token *left, const Token *right);

#endif
