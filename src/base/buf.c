#include "base/text.h"
#include <stdio.h>
#include <string.h>

Buf buf_new(Arena *arena) {
    return (Buf){.arena = arena};
}

/* Room for `more` bytes and a NUL. */
static void buf_reserve(Buf *buf, size_t more) {
    if (more < buf->cap - buf->len) return;
    if (more > SIZE_MAX / 8) arena_fail(buf->arena);
    size_t cap = buf->cap == 0 ? 64 : buf->cap * 2;
    while (cap - buf->len <= more) cap *= 2;
    buf->at = arena_grow(buf->arena, buf->at, buf->cap, cap);
    buf->cap = cap;
}

void buf_text(Buf *buf, Text text) {
    if (text.len == 0) return;
    buf_reserve(buf, text.len);
    memcpy(buf->at + buf->len, text.at, text.len);
    buf->len += text.len;
}

void buf_cstr(Buf *buf, const char *text) {
    buf_text(buf, text_of(text));
}

void buf_char(Buf *buf, char c) {
    buf_reserve(buf, 1);
    buf->at[buf->len++] = c;
}

void buf_int(Buf *buf, int64_t n) {
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;
    do digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) != 0);
    if (n < 0) digits[--at] = '-';
    buf_text(buf, (Text){digits + at, sizeof digits - at});
}

void buf_repeat(Buf *buf, char c, size_t times) {
    buf_reserve(buf, times);
    memset(buf->at + buf->len, c, times);
    buf->len += times;
}

void buf_format(Buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vformat(buf, format, args);
    va_end(args);
}

void buf_vformat(Buf *buf, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    buf_reserve(buf, 1);
    int len = vsnprintf(buf->at + buf->len, buf->cap - buf->len, format, args);
    if (len > 0 && (size_t)len >= buf->cap - buf->len) {
        buf_reserve(buf, (size_t)len);
        len = vsnprintf(buf->at + buf->len, buf->cap - buf->len, format, again);
    }
    va_end(again);
    if (len < 0) arena_fail(buf->arena);
    buf->len += (size_t)len;
}

Text buf_done(Buf *buf) {
    buf_reserve(buf, 0);
    buf->at[buf->len] = '\0';
    return (Text){buf->at, buf->len};
}

/* The number of the place "{12}" that `rest` begins with; false when it begins with none. */
static bool place_number(Text rest, size_t *number, size_t *length) {
    const char *close = memchr(rest.at, '}', rest.len);
    int64_t n;
    if (!close || !text_to_int((Text){rest.at + 1, (size_t)(close - rest.at) - 1}, &n) || n < 0) return false;
    *number = (size_t)n;
    *length = (size_t)(close - rest.at) + 1;
    return true;
}

void buf_fill(Buf *buf, Text template, const Text *args, size_t count) {
    for (size_t at = 0; at < template.len;) {
        Text rest = text_part(template, at, template.len);
        size_t number, length = 1;
        if (rest.at[0] != '{') {
            buf_char(buf, rest.at[0]);
        } else if (place_number(rest, &number, &length)) {
            buf_text(buf, number < count ? args[number] : TEXT("?"));
        } else {
            buf_char(buf, '{');
            length = text_starts(rest, TEXT("{{")) ? 2 : 1;
        }
        at += length;
    }
}
