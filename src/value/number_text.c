#include "value/natural.h"

/* One digit or more, with single underscores between digits. */
static bool are_digits(Text text) {
    if (text.len == 0 || text.at[0] == '_' || text.at[text.len - 1] == '_') return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_digit(text.at[i]) && (text.at[i] != '_' || text.at[i - 1] == '_')) return false;
    return true;
}

/* n with the digits put after its own; false when that does not fit. */
static bool append_digits(Natural *n, Text digits) {
    for (size_t i = 0; i < digits.len; i++)
        if (digits.at[i] != '_' && !natural_scale(n, 10, (uint64_t)(digits.at[i] - '0'))) return false;
    return true;
}

static size_t count_digits(Text digits) {
    size_t count = 0;
    for (size_t i = 0; i < digits.len; i++) count += digits.at[i] != '_';
    return count;
}

/* Zeros at the end of a fraction say nothing, and could make a number look too large. */
static Text without_zeros(Text fraction) {
    while (fraction.len > 0 && (fraction.at[fraction.len - 1] == '0' || fraction.at[fraction.len - 1] == '_'))
        fraction.len--;
    return fraction;
}

static NumberError parse_decimal(Ratio *ratio, Text whole, Text fraction) {
    fraction = without_zeros(fraction);
    if (!append_digits(&ratio->num, whole) || !append_digits(&ratio->num, fraction)) return NUMBER_TOO_LARGE;
    if (count_digits(fraction) >= NUMBER_BITS) return NUMBER_TOO_LARGE;
    natural_scale_power(&ratio->den, 10, count_digits(fraction));
    return NUMBER_OK;
}

static NumberError parse_fraction(Ratio *ratio, Text num, Text den) {
    ratio->den.len = 0;
    if (!append_digits(&ratio->num, num) || !append_digits(&ratio->den, den)) return NUMBER_TOO_LARGE;
    return natural_is(&ratio->den, 0) ? NUMBER_DIVIDED_BY_ZERO : NUMBER_OK;
}

/* Not in lowest terms, and perhaps of more bits than a number may have. */
static NumberError parse_ratio(Text text, Ratio *ratio) {
    ratio->negative = text_starts(text, TEXT("-"));
    natural_set(&ratio->num, 0);
    natural_set(&ratio->den, 1);
    text = text_part(text, ratio->negative ? 1 : 0, text.len);
    Text rest = text, first;
    if (text_next(&rest, '/', &first) && rest.at)
        return are_digits(first) && are_digits(rest) ? parse_fraction(ratio, first, rest) : NUMBER_MALFORMED;
    rest = text;
    bool pointed = text_next(&rest, '.', &first) && rest.at;
    if (!are_digits(first) || (pointed && !are_digits(rest))) return NUMBER_MALFORMED;
    return parse_decimal(ratio, first, pointed ? rest : TEXT(""));
}

/* Digits with at most one point among them, few enough for 64 bits. */
static bool parse_short(Arena *arena, Text text, Number *out) {
    bool negative = text_starts(text, TEXT("-"));
    size_t first = negative ? 1 : 0, point = text.len;
    int64_t num = 0, den = 1;
    if (text.len > 18 || text.len == first) return false;
    for (size_t i = first; i < text.len; i++) {
        if (text.at[i] == '.' && i > first && i + 1 < text.len && point == text.len) {
            point = i;
            continue;
        }
        if (!is_digit(text.at[i])) return false;
        num = num * 10 + (text.at[i] - '0');
        if (i > point) den *= 10;
    }
    return number_ratio(arena, negative ? -num : num, den, out) == NUMBER_OK;
}

NumberError number_parse(Arena *arena, Text text, Number *out) {
    if (parse_short(arena, text, out)) return NUMBER_OK;
    Ratio ratio;
    NumberError error = parse_ratio(text, &ratio);
    return error == NUMBER_OK ? ratio_store(arena, &ratio, out) : error;
}

NumberError number_parse_percent(Arena *arena, Text text, Number *out) {
    Number hundredfold;
    if (parse_short(arena, text, &hundredfold)) return number_div(arena, hundredfold, number_int(100), out);
    Ratio ratio;
    NumberError error = parse_ratio(text, &ratio);
    if (error != NUMBER_OK) return error;
    if (!natural_scale(&ratio.den, 100, 0)) return NUMBER_TOO_LARGE;
    return ratio_store(arena, &ratio, out);
}

/* num / (2^twos * 5^fives) is num * 2^(places - twos) * 5^(places - fives) / 10^places. */
static void write_decimal(Buf *buf, Natural *num, size_t twos, size_t fives) {
    size_t places = twos > fives ? twos : fives;
    natural_scale_power(num, 2, places - twos);
    natural_scale_power(num, 5, places - fives);
    Text digits = natural_digits(buf->arena, num, places + 1);
    buf_text(buf, text_part(digits, 0, digits.len - places));
    buf_char(buf, '.');
    buf_text(buf, text_part(digits, digits.len - places, digits.len));
}

/* Of what is in lowest terms; `ratio` is used up. */
static void write_ratio(Buf *buf, Ratio *ratio) {
    Natural rest = ratio->den;
    size_t twos = natural_take_out(&rest, 2), fives = natural_take_out(&rest, 5);
    if (ratio->negative) buf_char(buf, '-');
    if (natural_is(&rest, 1) && twos + fives > 0) {
        write_decimal(buf, &ratio->num, twos, fives);
        return;
    }
    buf_text(buf, natural_digits(buf->arena, &ratio->num, 1));
    if (natural_is(&rest, 1)) return;
    buf_char(buf, '/');
    buf_text(buf, natural_digits(buf->arena, &ratio->den, 1));
}

void number_write(Buf *buf, Number n) {
    if (n.den == 1) {
        buf_int(buf, n.num);
        return;
    }
    Ratio ratio;
    ratio_load(&ratio, n);
    write_ratio(buf, &ratio);
}

/* A hundredfold may have more bits than a number has: it is not made one. */
void number_write_percent(Buf *buf, Number n) {
    Ratio ratio;
    ratio_load(&ratio, n);
    natural_scale(&ratio.num, 100, 0);
    ratio_reduce(&ratio);
    write_ratio(buf, &ratio);
}

Text number_text(Arena *arena, Number n) {
    Buf buf = buf_new(arena);
    number_write(&buf, n);
    return buf_done(&buf);
}
