#include "base/digest.h"

Text hex_encode(Arena *arena, Text bytes) {
    static const char digits[] = "0123456789abcdef";
    if (bytes.len > SIZE_MAX / 4) arena_fail(arena);
    char *hex = arena_alloc(arena, bytes.len * 2 + 1);
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        hex[2 * i] = digits[byte >> 4];
        hex[2 * i + 1] = digits[byte & 15];
    }
    return (Text){hex, bytes.len * 2};
}

static int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/* `hex` has two digits for each of the bytes. */
static bool hex_into(Text hex, uint8_t *bytes) {
    for (size_t i = 0; i < hex.len / 2; i++) {
        int high = hex_digit(hex.at[2 * i]), low = hex_digit(hex.at[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

bool hex_decode(Arena *arena, Text hex, Text *bytes) {
    if (hex.len % 2 != 0) return false;
    char *out = arena_alloc(arena, hex.len / 2 + 1);
    *bytes = (Text){out, hex.len / 2};
    return hex_into(hex, (uint8_t *)out);
}

bool digest_from_hex(Text hex, Digest *out) {
    return hex.len == (size_t)DIGEST_SIZE * 2 && hex_into(hex, out->bytes);
}

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Text base64_encode(Arena *arena, Text bytes) {
    if (bytes.len > SIZE_MAX / 4) arena_fail(arena);
    size_t len = (bytes.len + 2) / 3 * 4;
    char *out = arena_alloc(arena, len + 1), *at = out;
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t group = (uint32_t)(unsigned char)bytes.at[i] << 16;
        if (left > 1) group |= (uint32_t)(unsigned char)bytes.at[i + 1] << 8;
        if (left > 2) group |= (uint32_t)(unsigned char)bytes.at[i + 2];
        *at++ = base64_digits[group >> 18];
        *at++ = base64_digits[group >> 12 & 63];
        *at++ = left > 1 ? base64_digits[group >> 6 & 63] : '=';
        *at++ = left > 2 ? base64_digits[group & 63] : '=';
    }
    return (Text){out, len};
}

static int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (is_digit(c)) return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* The bits of four digits, the last `padding` of which are "=" and stand for nothing. */
static bool base64_group(const char *four, size_t padding, uint32_t *group) {
    *group = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = i < 4 - padding ? base64_digit(four[i]) : 0;
        if (digit < 0) return false;
        *group = *group << 6 | (uint32_t)digit;
    }
    return (*group & ((1U << 8 * padding) - 1)) == 0; /* one text for the same bytes, no other */
}

bool base64_decode(Arena *arena, Text text, Text *bytes) {
    if (text.len % 4 != 0) return false;
    size_t padding = text_ends(text, TEXT("==")) ? 2 : text_ends(text, TEXT("=")) ? 1 : 0;
    char *out = arena_alloc(arena, text.len / 4 * 3 + 1), *at = out;
    for (size_t i = 0; i < text.len; i += 4) {
        size_t missing = i + 4 == text.len ? padding : 0;
        uint32_t group;
        if (!base64_group(text.at + i, missing, &group)) return false;
        for (size_t byte = 0; byte < 3 - missing; byte++) *at++ = (char)(group >> (16 - 8 * byte) & 0xFF);
    }
    *at = '\0';
    *bytes = (Text){out, (size_t)(at - out)};
    return true;
}
