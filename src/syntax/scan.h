/* scan: what the scanner (grammar/bylaw.l) knows of the line it is in, and the choices it makes from the rows
 * of words.h: which words lead a line, which are keywords there, and where a line ends. Its patterns are in
 * the grammar; whatever needs more than a pattern is here.
 *
 * A newline ends a clause, except inside ( ) and [ ] and after a comma; blank lines and comments vanish. A
 * token is a kind and a span: its text is a view into the source, made only where a node needs it. */
#ifndef BYLAW_SYNTAX_SCAN_H
#define BYLAW_SYNTAX_SCAN_H

#include "source/diagnostic.h"
#include "syntax/words.h"

/* Where the scanner is; a bit each, so that a keyword's row can name all the places it is one. */
enum {
    AT_FILE = 1 << 0,        /* between declarations */
    AT_HEADER = 1 << 1,      /* in the line that begins a declaration */
    AT_BLOCK = 1 << 2,       /* at the start of a line of a block */
    AT_FIELD = 1 << 3,       /* in a line of a FIELDS block */
    AT_MEMBERS = 1 << 4,     /* in a line of a MEMBERS block */
    AT_TABLE = 1 << 5,       /* in a row of a table */
    AT_ALONE = 1 << 6,       /* in a condition or a cell that stands alone */
    AT_BRANCHES = 1 << 7,    /* in a STEP, after "then" */
    AT_CONDITIONED = 1 << 8, /* in a header, after "when" */
    AT_SHAPES = 1 << 9       /* in a clause of the first shape; the others follow */
};
#define AT_SHAPE(shape) ((unsigned)AT_SHAPES << SHAPE_##shape)

typedef struct Scan {
    Text text; /* the whole file */
    uint32_t file;
    uint32_t next;              /* where in it the next token begins */
    int first;                  /* the token that says what is parsed; 0 once it was given */
    unsigned place;             /* one of AT_... */
    DeclKind decl;              /* the declaration that the line belongs to */
    Span open;                  /* the { of its block; nowhere outside one */
    int brackets;               /* open ( and [ */
    Span bracket;               /* the outermost of them */
    int skipped;                /* open { of what is skipped */
    int last;                   /* the last token */
    int before;                 /* the one before it */
    int leads;                  /* the token that leads the line */
    Span lead;                  /* its place */
    int setting;                /* its SettingId; SETTING_NONE when it is none */
    Span unit;                  /* the words of a unit so far */
    int froms, tos;             /* words "from" and "to" that are still to come: days from ... to ... */
    int firsts, whoses, covers; /* of: first in ... from ... whose ... covers ... */
    bool line_start;            /* nothing stands on this line yet */
    bool head_read;             /* the table's first row was read */
    bool failed;                /* something is wrong in this clause, and was reported */
    bool plain; /* the formatter's: each token for itself, no word means anything, all lines end */
    Diagnostics *diagnostics;
} Scan;

/* What stands there in the file. */
static inline Text scan_text(const Scan *scan, Span at) {
    return text_part(scan->text, at.start, at.end);
}

/* Is the scanner in the line that begins a declaration? */
static inline bool scan_in_header(const Scan *scan) {
    return scan->place == AT_HEADER || scan->place == AT_CONDITIONED;
}

/* The words that are keywords somewhere, one after another; false past the last. */
bool scan_keyword(size_t index, Text *word);

/* Notes a token and gives it back. */
static inline int scan_took(Scan *scan, int token) {
    scan->before = scan->last;
    scan->last = token;
    scan->line_start = false;
    return token;
}

/* The token that a newline is: T_NEWLINE where something ends; 0 where it means nothing; { where the brace
 * after a declaration's first line was forgotten. */
int scan_newline(Scan *scan, Span at);

/* The mend of a token that stands right against the text before it: a quote is missing. Empty when it does
 * not. */
Text scan_quote_mend(const Scan *scan, Span at);

/* A word: the token of the row that it leads, of the keyword that it is here, or a plain word. For a leading
 * word *value is its DeclKind or SettingId. */
int scan_word(Scan *scan, Span at, int *value);

/* A vertical bar that starts a row of the table, or separates cells. */
int scan_bar(Scan *scan);

int scan_open_bracket(Scan *scan, int bracket, Span at);
int scan_close_bracket(Scan *scan, int bracket);
int scan_open_brace(Scan *scan, Span at);
int scan_close_brace(Scan *scan);

/* Must the clause end before this token, though no newline was met? (A } ends it; so does a | that leads a
 * line while a bracket is open.) */
bool scan_ends_before(Scan *scan, Span at, char c);

/* The token at the end of the text: each once, first a missing newline, then a missing }, then 0. */
int scan_end(Scan *scan);

/* Is the word reserved everywhere, and no name? */
bool scan_reserved(Text word);

/* Text without its closing quote: the span is cut to what was meant. */
int scan_open_string(Scan *scan, Span *at);

/* Characters that mean nothing; what an author may have meant is the mend. */
int scan_bad(Scan *scan, Span at);

/* A number in which commas or points may part thousands: refused where it could be read in two ways. */
int scan_number(Scan *scan, Span at);
int scan_doubled_quotes(Scan *scan, Span at); /* ""as in CSV"" */

/* Reports the first thing that is wrong in a clause: what follows from it would only be noise. NULL when
 * something was reported of it before. */
Diagnostic *scan_report(Scan *scan, DiagnosticCode code, Span at, Text argument);

/* Something was reported of this clause: no bracket keeps it open any more, and no more is said of it. */
void scan_failed(Scan *scan);

/* Does a declaration begin here, at the left margin? For finding the way back after an error. */
bool scan_declares(const Scan *scan, Span at);

#endif
