#include "syntax/format_tokens.h"
#include "syntax/scanner.h"

#include "grammar_parser.h"
#include <string.h>

static bool is_word(char c) {
    return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

typedef struct Cutter {
    Arena *arena;
    Text text;
    TokenLines *out;
    TokenLine line; /* the one that is read */
    size_t at;      /* in the text: behind the last token */
    bool blank;     /* the line before it was empty */
} Cutter;

static TokenKind kind_of(int scanned) {
    switch (scanned) {
    case T_WORD:
        return TOKEN_WORD;
    case T_NUMBER:
    case T_PERCENT:
    case T_DATE:
    case T_INSTANT:
        return TOKEN_NUMBER;
    case T_STRING:
        return TOKEN_STRING;
    case T_GRAMMAR_error:
        return TOKEN_OTHER;
    default:
        return TOKEN_SIGN;
    }
}

/* What stands between the last token and the next is blank space, and at the end of a line a comment. */
static bool pass_gap(Cutter *cutter, size_t to) {
    Text gap = text_part(cutter->text, cutter->at, to);
    const char *comment = gap.len > 0 ? memchr(gap.at, '#', gap.len) : NULL;
    if (comment) cutter->line.comment = text_trim(text_part(gap, (size_t)(comment - gap.at), gap.len));
    cutter->at = to;
    return gap.len > 0;
}

static void take_token(Cutter *cutter, TokenKind kind, size_t start, size_t end) {
    bool first = cutter->out->tokens.len == cutter->line.first;
    bool spaced = pass_gap(cutter, start);
    if (first) cutter->line.margin = !spaced;
    Token token = {text_part(cutter->text, start, end), kind, first || spaced};
    *vec_push(cutter->arena, &cutter->out->tokens) = token;
    cutter->at = end;
}

/* An amount is one token to the parser: the currency, blank space, and the number. */
static void take_money(Cutter *cutter, Span at) {
    size_t number = at.start + 3;
    take_token(cutter, TOKEN_WORD, at.start, number);
    while (!is_digit(cutter->text.at[number])) number++;
    take_token(cutter, TOKEN_NUMBER, number, at.end);
}

static void end_line(Cutter *cutter, Span at) {
    TokenLines *out = cutter->out;
    TokenLine *line = &cutter->line;
    pass_gap(cutter, at.start);
    cutter->at = at.end;
    line->last = out->tokens.len;
    cutter->blank = line->first == line->last && text_empty(line->comment);
    if (!cutter->blank) *vec_push(cutter->arena, &out->lines) = *line;
    *line = (TokenLine){.first = out->tokens.len, .blank_before = cutter->blank && out->lines.len > 0};
}

bool tokens_cut(Arena *arena, Text text, TokenLines *out) {
    *out = (TokenLines){0};
    if (text_starts(text, TEXT("\xEF\xBB\xBF"))) text = text_part(text, 3, text.len);
    Diagnostics unheard = {.arena = arena};
    Scan scan = {.text = text, .line_start = true, .failed = true, .plain = true, .diagnostics = &unheard};
    void *scanner = scanner_over(&scan, (Span){0, 0, (uint32_t)text.len});
    Cutter cutter = {.arena = arena, .text = text, .out = out};
    int scanned;
    Span at;
    while ((scanned = scanner_next(scanner, &at)) != T_END) {
        if (scanned == T_GRAMMAR_error && text.at[at.start] == '"') return false;
        if (scanned == T_NEWLINE)
            end_line(&cutter, at);
        else if (scanned == T_MONEY)
            take_money(&cutter, at);
        else
            take_token(&cutter, kind_of(scanned), at.start, at.end);
    }
    end_line(&cutter, at);
    return true;
}

bool token_is(const Token *token, const char *sign) {
    return token->kind == TOKEN_SIGN && text_is(token->text, sign);
}

bool tokens_merge(const Token *left, const Token *right) {
    char last = left->text.at[left->text.len - 1], first = right->text.at[0];
    if (is_word(last) && is_word(first)) return true;
    if (token_is(left, ".")) return first == '.' || is_digit(first);
    return token_is(left, "..") && first == '<';
}
