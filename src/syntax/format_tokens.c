#include "syntax/format_tokens.h"

#include <string.h>

static bool is_word(char c) {
    return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

static char char_at(Text text, size_t at) {
    return at < text.len ? text.at[at] : '\0';
}

/* Each ends where what begins at `at` ends. */
static size_t end_of_digits(Text text, size_t at) {
    while (is_digit(char_at(text, at)) || char_at(text, at) == '_') at++;
    return at;
}

/* 2026-03-02; `at` when it is no date. */
static size_t end_of_date(Text text, size_t at) {
    size_t month = end_of_digits(text, at);
    if (month - at != 4 || char_at(text, month) != '-' || !is_digit(char_at(text, month + 1))) return at;
    size_t day = end_of_digits(text, month + 1);
    if (char_at(text, day) != '-' || !is_digit(char_at(text, day + 1))) return at;
    return end_of_digits(text, day + 1);
}

static size_t end_of_decimal(Text text, size_t at) {
    size_t end = end_of_digits(text, at);
    bool point = char_at(text, end) == '.' && is_digit(char_at(text, end + 1));
    return point ? end_of_digits(text, end + 1) : end;
}

static size_t end_of_number(Text text, size_t at) {
    size_t end = end_of_date(text, at);
    if (end > at) return end;
    end = end_of_decimal(text, at);
    if (char_at(text, end) == '/' && is_digit(char_at(text, end + 1))) end = end_of_decimal(text, end + 1);
    return end + (char_at(text, end) == '%');
}

static size_t end_of_word(Text text, size_t at) {
    while (is_word(char_at(text, at))) at++;
    return at;
}

/* `at` when it has no end on its line. */
static size_t end_of_string(Text text, size_t at) {
    for (size_t end = at + 1; end < text.len && text.at[end] != '\n'; end++) {
        if (text.at[end] == '"') return end + 1;
        if (text.at[end] == '\\') end++;
    }
    return at;
}

/* `at` when no sign begins there. Longer ones come first, those of other languages among them. */
static size_t end_of_sign(Text text, size_t at) {
    static const Text longer[] = {TEXT_ROW("..<"), TEXT_ROW(".."), TEXT_ROW("||"), TEXT_ROW("<="),
                                  TEXT_ROW(">="),  TEXT_ROW("!="), TEXT_ROW("=="), TEXT_ROW("=>"),
                                  TEXT_ROW("<>"),  TEXT_ROW(":="), TEXT_ROW("=<")};
    Text rest = text_part(text, at, text.len);
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
        if (text_starts(rest, longer[i])) return at + longer[i].len;
    return at + (strchr("|{}()[],:.=<>+-*/", text.at[at]) != NULL);
}

static size_t end_of_other(Text text, size_t at) {
    do at++;
    while (at < text.len && !is_space(text.at[at]) && !is_word(text.at[at]) &&
           !strchr("\n\"#", text.at[at]) && end_of_sign(text, at) == at);
    return at;
}

/* `at` when it is a string without an end. */
static size_t end_of_token(Text text, size_t at, TokenKind *kind) {
    char c = text.at[at];
    if (is_digit(c)) {
        size_t end = end_of_number(text, at);
        bool mixed = is_word(char_at(text, end)) && is_word(text.at[end - 1]); /* 10days */
        *kind = mixed ? TOKEN_OTHER : TOKEN_NUMBER;
        return mixed ? end_of_word(text, end) : end;
    }
    if (is_word(c)) {
        *kind = TOKEN_WORD;
        return end_of_word(text, at);
    }
    if (c == '"') {
        *kind = TOKEN_STRING;
        return end_of_string(text, at);
    }
    size_t end = end_of_sign(text, at);
    *kind = end > at ? TOKEN_SIGN : TOKEN_OTHER;
    return end > at ? end : end_of_other(text, at);
}

/* Cuts one line, without its end. */
static bool cut_line(Arena *arena, Text text, TokenLines *out, TokenLine *line) {
    bool spaced = true;
    line->first = out->tokens.len;
    line->margin = text.len > 0 && !is_space(text.at[0]);
    for (size_t at = 0; at < text.len;) {
        if (is_space(text.at[at])) {
            spaced = true;
            at++;
            continue;
        }
        if (text.at[at] == '#') {
            line->comment = text_trim(text_part(text, at, text.len));
            break;
        }
        Token token = {.spaced = spaced};
        size_t end = end_of_token(text, at, &token.kind);
        if (end == at) return false;
        token.text = text_part(text, at, end);
        *vec_push(arena, &out->tokens) = token;
        spaced = false;
        at = end;
    }
    line->last = out->tokens.len;
    return true;
}

bool tokens_cut(Arena *arena, Text text, TokenLines *out) {
    *out = (TokenLines){0};
    if (text_starts(text, TEXT("\xEF\xBB\xBF"))) text = text_part(text, 3, text.len);
    Text piece;
    bool blank = false;
    while (text_next(&text, '\n', &piece)) {
        TokenLine line = {.blank_before = blank && out->lines.len > 0};
        if (!cut_line(arena, piece, out, &line)) return false;
        blank = line.first == line.last && text_empty(line.comment);
        if (!blank) *vec_push(arena, &out->lines) = line;
    }
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
