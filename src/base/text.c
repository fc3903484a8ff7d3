#include "base/text.h"

bool text_starts(Text text, Text with) {
    return text.len >= with.len && text_equal(text_part(text, 0, with.len), with);
}

bool text_ends(Text text, Text with) {
    return text.len >= with.len && text_equal(text_part(text, text.len - with.len, text.len), with);
}

int text_compare(Text a, Text b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared == 0 ? 0 : memcmp(a.at, b.at, shared);
    if (order != 0) return order < 0 ? -1 : 1;
    return (a.len > b.len) - (a.len < b.len);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

Text text_trim(Text text) {
    size_t from = 0, to = text.len;
    while (from < to && is_blank(text.at[from])) from++;
    while (to > from && is_blank(text.at[to - 1])) to--;
    return text_part(text, from, to);
}

Text text_copy(Arena *arena, Text text) {
    char *copy = arena_alloc(arena, text.len + 1);
    if (text.len != 0) memcpy(copy, text.at, text.len);
    return (Text){copy, text.len};
}

Text text_format(Arena *arena, const char *format, ...) {
    Buf buf = buf_new(arena);
    va_list args;
    va_start(args, format);
    buf_vformat(&buf, format, args);
    va_end(args);
    return buf_done(&buf);
}

Text text_join(Arena *arena, const Text *texts, size_t count, const char *before_last) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_cstr(&buf, i + 1 == count ? before_last : ", ");
        buf_text(&buf, texts[i]);
    }
    return buf_done(&buf);
}

Text text_fill(Arena *arena, Text template, const Text *args, size_t count) {
    Buf buf = buf_new(arena);
    buf_fill(&buf, template, args, count);
    return buf_done(&buf);
}

bool text_next(Text *rest, char separator, Text *piece) {
    if (!rest->at) return false;
    const char *cut = rest->len == 0 ? NULL : memchr(rest->at, separator, rest->len);
    if (!cut) {
        *piece = *rest;
        *rest = (Text){NULL, 0};
        return true;
    }
    size_t len = (size_t)(cut - rest->at);
    *piece = (Text){rest->at, len};
    *rest = (Text){cut + 1, rest->len - len - 1};
    return true;
}

bool text_to_int(Text text, int64_t *out) {
    bool negative = text.len != 0 && text.at[0] == '-';
    size_t first = negative ? 1 : 0;
    int64_t n = 0;
    if (text.len == first) return false;
    for (size_t i = first; i < text.len; i++) {
        int digit = text.at[i] - '0';
        if (digit < 0 || digit > 9) return false;
        if (__builtin_mul_overflow(n, 10, &n)) return false;
        if (__builtin_add_overflow(n, negative ? -digit : digit, &n)) return false;
    }
    *out = n;
    return true;
}

/* How many bytes the well-formed character at `s` has, of `left`; 0 when there is none
 * (Unicode, table 3-7). */
static size_t utf8_length(const unsigned char *s, size_t left) {
    unsigned char c = s[0], low = 0x80, high = 0xBF;
    if (c == 0) return 0;
    if (c < 0x80) return 1;
    size_t length = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
    if (length == 0 || length > left) return 0;
    if (c == 0xE0) low = 0xA0;
    if (c == 0xED) high = 0x9F;
    if (c == 0xF0) low = 0x90;
    if (c == 0xF4) high = 0x8F;
    if (s[1] < low || s[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((s[i] & 0xC0) != 0x80) return 0;
    return length;
}

/* Eight bytes that are all ASCII and none of them NUL. */
static bool plain_word(const char *s) {
    const uint64_t ones = 0x0101010101010101, tops = ones << 7;
    uint64_t word;
    memcpy(&word, s, sizeof word);
    return ((word | (word - ones)) & tops) == 0;
}

bool text_valid_utf8(Text text, size_t *bad) {
    size_t at = 0;
    while (at < text.len) {
        if (text.len - at >= 8 && plain_word(text.at + at)) {
            at += 8;
            continue;
        }
        size_t length = utf8_length((const unsigned char *)text.at + at, text.len - at);
        if (length == 0) {
            if (bad) *bad = at;
            return false;
        }
        at += length;
    }
    return true;
}
