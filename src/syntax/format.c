/* format: the canonical form of a rule file (its rules are in syntax/syntax.h). Where lines begin and end is
 * the author's; what stands between the words of a line follows from the words and lines alone, hardly ever
 * from the spaces that were there. So formatting what was formatted changes nothing, and no word is joined or
 * torn. */
#include "syntax/format_tokens.h"
#include "syntax/syntax.h"

#include <string.h>

/* Columns, and steps of indentation: bounds that keep the result in proportion to the file. */
enum { WIDEST = 120, DEEPEST = 8, STEP = 2, HANG = 4 };

/* Lines whose pieces stand in the same columns. */
typedef struct Group {
    VEC(size_t) widths;
} Group;

typedef struct Piece {
    size_t first, last; /* tokens */
    size_t width;
} Piece;

typedef struct Line {
    size_t depth;      /* open blocks around it */
    size_t brackets;   /* open brackets around a line that goes on */
    bool goes_on;      /* the line before it does not end where it ends */
    bool margin;       /* it stands at the left margin, come what may */
    const Group *hang; /* goes_on: it stands under the second column of these; NULL: a fixed step in */
    Group *group;      /* NULL: it stands alone */
    size_t piece, pieces;
} Line;

typedef struct Block {
    Group *clauses, *table;
    BlockKind kind;
    DeclKind decl; /* DECL_KIND_COUNT: none that is known */
} Block;

typedef struct Formatter {
    Arena *arena;
    TokenLines cut;
    VEC(Line) lines; /* one for each of cut.lines */
    VEC(Piece) pieces;
    VEC(Block) blocks; /* those that are open */
    Group *run;        /* of declarations that fill a line each */
    Group stray_rows;  /* rows outside of any block */
    Text decl_word;    /* the leading word of the declaration that began last */
    size_t brackets;
    bool after_comma;
    const Group *hang;
} Formatter;

static const Token *token(const Formatter *f, size_t at) {
    return &f->cut.tokens.at[at];
}

/* --- what stands between two words ---------------------------------------------------------------------- */

static bool is_bracket(const Token *at) {
    return token_is(at, "(") || token_is(at, ")") || token_is(at, "[") || token_is(at, "]");
}

/* Can a value end with this token? Then a - behind it subtracts. */
static bool ends_value(const Token *at) {
    static const Text joining[] = {TEXT_ROW("and"), TEXT_ROW("or"), TEXT_ROW("not"), TEXT_ROW("in")};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        if (text_equal(at->text, joining[i])) return false;
    return at->kind != TOKEN_SIGN || token_is(at, ")") || token_is(at, "]");
}

/* Does the - at `at` belong to what follows it? Behind a word ("when -x") the author's spaces tell. */
static bool negates(const Formatter *f, size_t at, const Piece *piece) {
    if (!token_is(token(f, at), "-")) return false;
    if (at == piece->first || !ends_value(token(f, at - 1))) return true;
    return at + 1 < piece->last && token(f, at)->spaced && !token(f, at + 1)->spaced;
}

static bool opens_index(const Token *left, const Token *right) {
    return token_is(right, "[") && (left->kind == TOKEN_WORD || token_is(left, "]"));
}

/* Is the token at `at` in a fraction, 1/2, as the author wrote it? */
static bool in_fraction(const Formatter *f, size_t at, const Piece *piece) {
    size_t line = token_is(token(f, at), "/") ? at : at - 1;
    if (line <= piece->first || line + 1 >= piece->last || !token_is(token(f, line), "/")) return false;
    const Token *over = token(f, line - 1), *under = token(f, line + 1);
    return over->kind == TOKEN_NUMBER && under->kind == TOKEN_NUMBER && !token(f, line)->spaced &&
           !under->spaced;
}

/* Do the tokens at - 1 and `at` stand close together? */
static bool is_tight(const Formatter *f, size_t at, const Piece *piece) {
    const Token *left = token(f, at - 1), *right = token(f, at);
    bool pointed = left->kind == TOKEN_NUMBER && token_is(right, "."); /* what follows may make it 12.7 */
    if (left->kind == TOKEN_OTHER || right->kind == TOKEN_OTHER || pointed) return !right->spaced;
    if (tokens_merge(left, right)) return false;
    if (token_is(right, ",") || token_is(right, ")") || token_is(right, "]")) return true;
    if (token_is(left, "(") || token_is(left, "[") || opens_index(left, right)) return true;
    if (token_is(left, ".") || token_is(right, ".") || token_is(left, "..") || token_is(right, ".."))
        return true;
    return negates(f, at - 1, piece) || in_fraction(f, at, piece);
}

static void measure(const Formatter *f, Piece *piece) {
    for (size_t at = piece->first; at < piece->last; at++)
        piece->width += display_width(token(f, at)->text) + (at > piece->first && !is_tight(f, at, piece));
}

/* --- pieces: what stands in a column of its own --------------------------------------------------------- */

static void add_piece(Formatter *f, Line *line, size_t first, size_t last) {
    Piece piece = {first, last, 0};
    measure(f, &piece);
    *vec_push(f->arena, &f->pieces) = piece;
    line->pieces++;
}

static bool is_bar(const Token *at) {
    return token_is(at, "|") || token_is(at, "||");
}

/* Every piece but a line's last widens its column; bars stand in columns of their own and widen none, so
 * that one row with a bar too many leaves the others in order. */
static void widen(Formatter *f, const Line *line) {
    Group *group = line->group;
    for (size_t i = 0; group && i + 1 < line->pieces; i++) {
        const Piece *piece = &f->pieces.at[line->piece + i];
        if (i == group->widths.len) *vec_push(f->arena, &group->widths) = 0;
        bool widens = piece->width <= WIDEST && piece->first < piece->last && !is_bar(token(f, piece->first));
        if (widens && piece->width > group->widths.at[i]) group->widths.at[i] = piece->width;
    }
}

static size_t find_sign(const Formatter *f, size_t first, size_t last, const char *sign) {
    while (first < last && !token_is(token(f, first), sign)) first++;
    return first;
}

static size_t find_word(const Formatter *f, size_t first, size_t last, const char *word) {
    while (first < last && !(token(f, first)->kind == TOKEN_WORD && text_is(token(f, first)->text, word)))
        first++;
    return first;
}

static void cut_row(Formatter *f, Line *line, size_t first, size_t last) {
    for (size_t at = first; at < last;) {
        size_t cell = at + 1;
        add_piece(f, line, at, cell);
        for (at = cell; at < last && !is_bar(token(f, at));) at++;
        if (cell < last) add_piece(f, line, cell, at);
    }
}

/* A field's name; its colon and type. */
static void cut_field(Formatter *f, Line *line, size_t first, size_t last) {
    size_t colon = find_sign(f, first, last, ":");
    if (colon > first && colon < last) {
        add_piece(f, line, first, colon);
        first = colon;
    }
    add_piece(f, line, first, last);
}

/* A member's name; its title. */
static void cut_member(Formatter *f, Line *line, size_t first, size_t last) {
    if (last - first > 1 && token(f, first)->kind == TOKEN_WORD && token(f, first + 1)->kind == TOKEN_STRING)
        add_piece(f, line, first, first + 1), first++;
    add_piece(f, line, first, last);
}

/* Behind a setting's word: a fact and its value; a step's name, what happens in it, where it leads. */
static void cut_argument(Formatter *f, Line *line, Shape shape, size_t first, size_t last) {
    size_t cut[2] = {last, last};
    if (shape == SHAPE_GIVEN) cut[0] = find_sign(f, first, last, "=");
    if (shape == SHAPE_STEP) {
        cut[0] = first + 1;
        cut[1] = find_word(f, first + 1, last, "then");
    }
    for (size_t i = 0; i < 2; i++) {
        if (cut[i] <= first || cut[i] >= last) continue;
        add_piece(f, line, first, cut[i]);
        first = cut[i];
    }
    add_piece(f, line, first, last);
}

static void cut_setting(Formatter *f, Line *line, DeclKind decl, size_t first, size_t last) {
    if (last - first < 2 || token(f, first)->kind != TOKEN_WORD) {
        add_piece(f, line, first, last);
        return;
    }
    const SettingRow *row = decl == DECL_KIND_COUNT ? NULL : setting_find(decl, token(f, first)->text);
    add_piece(f, line, first, first + 1);
    cut_argument(f, line, row ? row->shape : SHAPE_TEXT, first + 1, last);
}

/* A declaration that fills one line: its word; its name; its title or block. */
static void cut_declaration(Formatter *f, Line *line, size_t first, size_t last) {
    for (size_t i = 0; i < 2 && last - first > 1; i++) {
        const Token *next = token(f, first + 1);
        bool column = i == 0 || next->kind == TOKEN_STRING || token_is(next, "{");
        if (token(f, first)->kind != TOKEN_WORD || !column) break;
        add_piece(f, line, first, first + 1);
        first++;
    }
    add_piece(f, line, first, last);
}

/* --- lines and blocks ----------------------------------------------------------------------------------- */

static Block *innermost(Formatter *f) {
    return f->blocks.len ? &f->blocks.at[f->blocks.len - 1] : NULL;
}

static void open_block(Formatter *f) {
    Block block = {.clauses = arena_make(f->arena, Group),
                   .table = arena_make(f->arena, Group),
                   .kind = BLOCK_SETTINGS,
                   .decl = DECL_KIND_COUNT};
    if (f->blocks.len == 0 && decl_find(f->decl_word, &block.decl)) block.kind = decl_row(block.decl)->block;
    *vec_push(f->arena, &f->blocks) = block;
}

/* Keeps count of what the line opens and closes. */
static void follow_brackets(Formatter *f, const TokenLine *cut) {
    for (size_t at = cut->first; at < cut->last; at++) {
        const Token *here = token(f, at);
        if (token_is(here, "{")) open_block(f);
        if (token_is(here, "}") && f->blocks.len) f->blocks.len--;
        if (token_is(here, "{") || token_is(here, "}")) f->brackets = 0;
        if (!is_bracket(here)) continue;
        if (token_is(here, "(") || token_is(here, "["))
            f->brackets++;
        else if (f->brackets)
            f->brackets--;
    }
}

static bool fills_one_line(const Formatter *f, const TokenLine *cut) {
    size_t open = 0;
    for (size_t at = cut->first; at < cut->last; at++) {
        open += token_is(token(f, at), "{");
        if (token_is(token(f, at), "}") && open) open--;
    }
    return open == 0;
}

/* How many of them does the line begin with? They close what was open around it. */
static size_t leading(const Formatter *f, const TokenLine *cut, const char *one, const char *other) {
    size_t at = cut->first;
    while (at < cut->last && (token_is(token(f, at), one) || token_is(token(f, at), other))) at++;
    return at - cut->first;
}

static size_t less(size_t from, size_t take) {
    return from > take ? from - take : 0;
}

static void lay_continuation(Formatter *f, const TokenLine *cut, Line *line) {
    line->goes_on = true;
    line->hang = f->hang;
    line->brackets = less(f->brackets, leading(f, cut, ")", "]"));
    add_piece(f, line, cut->first, cut->last);
}

/* Does a declaration begin here, at the left margin? The scanner finds its way back there when a block is not
 * closed, so such a line stays at the margin whatever is open around it. */
static bool declares(const Formatter *f, const TokenLine *cut, DeclKind *kind) {
    if (!cut->margin || cut->last - cut->first < 2 || !decl_find(token(f, cut->first)->text, kind))
        return false;
    const Token *word = token(f, cut->first), *next = word + 1;
    size_t gap = (size_t)(next->text.at - word->text.at) - word->text.len;
    bool named = next->kind == TOKEN_WORD && next->text.at[0] != '_';
    if (gap == 0 || memchr(word->text.at + word->text.len, '\r', gap)) return false;
    return named || token_is(next, "{") || (decl_titled(*kind) && next->kind == TOKEN_STRING);
}

static void lay_top(Formatter *f, const TokenLine *cut, Line *line) {
    if (!token_is(token(f, cut->first), "{")) f->decl_word = token(f, cut->first)->text;
    f->hang = NULL;
    if (!fills_one_line(f, cut)) {
        f->run = NULL;
        add_piece(f, line, cut->first, cut->last);
        return;
    }
    if (!f->run || cut->blank_before) f->run = arena_make(f->arena, Group);
    line->group = f->run;
    cut_declaration(f, line, cut->first, cut->last);
}

static void lay_in_block(Formatter *f, const Block *block, const TokenLine *cut, Line *line) {
    line->group = block->clauses;
    f->hang = block->kind == BLOCK_MEMBERS ? NULL : block->clauses;
    if (block->kind == BLOCK_FIELDS)
        cut_field(f, line, cut->first, cut->last);
    else if (block->kind == BLOCK_MEMBERS)
        cut_member(f, line, cut->first, cut->last);
    else
        cut_setting(f, line, block->decl, cut->first, cut->last);
}

static void lay_row(Formatter *f, const Block *block, const TokenLine *cut, Line *line) {
    line->group = block ? block->table : &f->stray_rows;
    f->brackets = 0;
    f->hang = NULL;
    cut_row(f, line, cut->first, cut->last);
}

static bool goes_on(const Formatter *f, const Block *block) {
    bool members = block && block->kind == BLOCK_MEMBERS;
    return f->brackets > 0 || (f->after_comma && !members);
}

/* Decides where a line with words stands. */
static void lay_words(Formatter *f, const TokenLine *cut, Line *line) {
    DeclKind kind;
    bool declared = declares(f, cut, &kind);
    if (declared && !goes_on(f, innermost(f))) f->blocks.len = 0;
    const Block *block = innermost(f);
    const Token *first = token(f, cut->first);
    if (is_bar(first)) {
        lay_row(f, block, cut, line);
    } else if (token_is(first, "}")) {
        f->run = NULL;
        add_piece(f, line, cut->first, cut->last);
    } else if (goes_on(f, block)) {
        lay_continuation(f, cut, line);
    } else if (block) {
        lay_in_block(f, block, cut, line);
    } else {
        lay_top(f, cut, line);
    }
    line->depth = less(f->blocks.len, leading(f, cut, "}", "}"));
    line->margin = declared;
    follow_brackets(f, cut);
    f->after_comma = token_is(token(f, cut->last - 1), ",");
}

static void lay_line(Formatter *f, const TokenLine *cut) {
    Line line = {.piece = f->pieces.len};
    if (cut->first < cut->last) {
        lay_words(f, cut, &line);
        widen(f, &line);
    } else {
        f->run = NULL;
        line.depth = f->blocks.len;
    }
    *vec_push(f->arena, &f->lines) = line;
}

/* --- writing -------------------------------------------------------------------------------------------- */

static size_t at_most(size_t n, size_t most) {
    return n < most ? n : most;
}

static size_t indent_of(const Line *line) {
    if (line->margin) return 0;
    size_t indent = STEP * at_most(line->depth, DEEPEST);
    if (!line->goes_on) return indent;
    size_t hang = line->hang && line->hang->widths.len ? line->hang->widths.at[0] + 1 : HANG;
    return indent + hang + STEP * at_most(line->brackets, DEEPEST);
}

/* The spaces that fill a piece's column. */
static size_t padding(const Formatter *f, const Line *line, size_t i) {
    if (!line->group || i + 1 >= line->pieces) return 0;
    return less(line->group->widths.at[i], f->pieces.at[line->piece + i].width);
}

static size_t line_width(const Formatter *f, const Line *line) {
    size_t width = indent_of(line) + line->pieces - 1;
    for (size_t i = 0; i < line->pieces; i++)
        width += f->pieces.at[line->piece + i].width + padding(f, line, i);
    return width;
}

static void write_piece(const Formatter *f, Buf *buf, const Piece *piece) {
    for (size_t at = piece->first; at < piece->last; at++) {
        if (at > piece->first && !is_tight(f, at, piece)) buf_char(buf, ' ');
        buf_text(buf, token(f, at)->text);
    }
}

static void write_words(const Formatter *f, Buf *buf, const Line *line) {
    buf_repeat(buf, ' ', indent_of(line));
    for (size_t i = 0; i < line->pieces; i++) {
        if (i > 0) buf_char(buf, ' ');
        write_piece(f, buf, &f->pieces.at[line->piece + i]);
        buf_repeat(buf, ' ', padding(f, line, i));
    }
}

static bool continues_run(const Formatter *f, size_t i) {
    const TokenLine *cut = &f->cut.lines.at[i];
    return !cut->blank_before && cut->first < cut->last && f->lines.at[i].depth == f->lines.at[i - 1].depth;
}

/* The column of the comments behind the run of lines that begins at `i`; the run's end goes to *end. */
static size_t comment_column(const Formatter *f, size_t i, size_t *end) {
    size_t column = 0;
    for (*end = i; *end < f->lines.len && (*end == i || continues_run(f, *end)); ++*end) {
        if (text_empty(f->cut.lines.at[*end].comment)) continue;
        size_t width = line_width(f, &f->lines.at[*end]);
        if (width > column && width <= 2 * WIDEST) column = width;
    }
    return column + 2;
}

static void write_line(const Formatter *f, Buf *buf, size_t i, size_t column) {
    const TokenLine *cut = &f->cut.lines.at[i];
    const Line *line = &f->lines.at[i];
    if (cut->blank_before) buf_char(buf, '\n');
    if (cut->first == cut->last) {
        buf_repeat(buf, ' ', indent_of(line));
    } else {
        write_words(f, buf, line);
        size_t gap = less(column, line_width(f, line));
        if (!text_empty(cut->comment)) buf_repeat(buf, ' ', gap > 2 ? gap : 2);
    }
    buf_text(buf, cut->comment);
    buf_char(buf, '\n');
}

static Text write_lines(const Formatter *f) {
    Buf buf = buf_new(f->arena);
    size_t run_end = 0, column = 0;
    for (size_t i = 0; i < f->lines.len; i++) {
        bool words = f->cut.lines.at[i].first < f->cut.lines.at[i].last;
        if (words && i >= run_end) column = comment_column(f, i, &run_end);
        write_line(f, &buf, i, column);
    }
    return buf_done(&buf);
}

bool format_rules(Arena *arena, Text text, Text *formatted) {
    *formatted = text;
    Formatter *f = arena_make(arena, Formatter);
    f->arena = arena;
    if (text.len > RULE_FILE_MAX || !text_valid_utf8(text, NULL) || !tokens_cut(arena, text, &f->cut))
        return false;
    for (size_t i = 0; i < f->cut.lines.len; i++) lay_line(f, &f->cut.lines.at[i]);
    *formatted = write_lines(f);
    return true;
}
