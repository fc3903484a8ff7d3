/* text: length-delimited UTF-8, and a buffer to build it. Texts made by these functions live in an arena
 * and are followed by a NUL (which is not counted), so that they can be given to C libraries. */
#ifndef BYLAW_BASE_TEXT_H
#define BYLAW_BASE_TEXT_H

#include "base/arena.h"
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

typedef struct Text {
    const char *at; /* NULL only when len is 0 */
    size_t len;     /* bytes */
} Text;

#define TEXT(literal) ((Text){"" literal, sizeof(literal) - 1})
#define TEXT_ROW(literal)                                                                                    \
    { "" literal, sizeof(literal) - 1 }           /* for static tables */
#define TEXT_ARG(text) (int)(text).len, (text).at /* for "%.*s" */

static inline bool text_empty(Text text) {
    return text.len == 0;
}

static inline bool text_equal(Text a, Text b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

/* Not copied; NULL gives the empty text. */
static inline Text text_of(const char *nul_terminated) {
    return nul_terminated ? (Text){nul_terminated, strlen(nul_terminated)} : TEXT("");
}

/* Here, so that the length of a word that is written in the code costs nothing. */
static inline bool text_is(Text a, const char *b) {
    return text_equal(a, text_of(b));
}

/* The bytes from `from` up to `to`, as far as there are any. */
static inline Text text_part(Text text, size_t from, size_t to) {
    if (to > text.len) to = text.len;
    return from >= to ? TEXT("") : (Text){text.at + from, to - from};
}

static inline bool is_digit(char c) { /* ASCII */
    return c >= '0' && c <= '9';
}

bool text_starts(Text text, Text with);
bool text_ends(Text text, Text with);
int text_compare(Text a, Text b); /* by bytes: the order of code points, on every machine */
Text text_trim(Text text);        /* without spaces, tabs, CR and LF at both ends */
Text text_copy(Arena *arena, Text text);
Text text_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "a, b and c" when what stands before the last is " and ". */
Text text_join(Arena *arena, const Text *texts, size_t count, const char *before_last);

/* Cuts `*rest` at the first `separator`; false when `*rest` is used up (its `at` is NULL). */
bool text_next(Text *rest, char separator, Text *piece);

/* Reads a whole decimal integer (optional '-'); false when it is none or does not fit. */
bool text_to_int(Text text, int64_t *out);

/* The index of the candidate nearest to `word` by edit distance (Damerau, adjacent swaps count one), or
 * -1 when none is near enough to offer as "did you mean" (more than a third of the word differs). The
 * first of equally near ones. */
int text_nearest(Text word, const Text *candidates, size_t count);

/* What to offer in place of a word that is none of the candidates: did you mean "x"? or, where none is near,
 * there are: a, b. Empty when there are no candidates, or too many to name them all. */
Text text_offer(Arena *arena, Text word, const Text *candidates, size_t count);

/* Valid UTF-8 without NUL? The offset of the first bad byte goes to *bad (may be NULL). */
bool text_valid_utf8(Text text, size_t *bad);

typedef struct Buf {
    Arena *arena;
    char *at;
    size_t len, cap;
} Buf;

Buf buf_new(Arena *arena);
void buf_text(Buf *buf, Text text);
void buf_cstr(Buf *buf, const char *text);
void buf_char(Buf *buf, char c);
void buf_int(Buf *buf, int64_t n);
void buf_repeat(Buf *buf, char c, size_t times);
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vformat(Buf *buf, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
Text buf_done(Buf *buf); /* NUL after it; the buffer can go on */

/* Writes `template` with {0}, {1} ... replaced by the arguments; "{{" is a brace. A missing one is "?". */
void buf_fill(Buf *buf, Text template, const Text *args, size_t count);
Text text_fill(Arena *arena, Text template, const Text *args, size_t count);

#endif
