/* Numbers of cases, meetings, motions and people: given in order, gapless; those in a series
 * within a year. */
#include "proceedings/turn.h"

Text person_number(Arena *arena, int64_t n) {
    return text_format(arena, "P-%06lld", (long long)n);
}

Text number_in_year(Arena *arena, Text series, int year, int64_t n) {
    return text_format(arena, "%.*s-%04d-%03lld", TEXT_ARG(series), year, (long long)n);
}

Text next_number(State *state, Text series, Date on) {
    Arena *arena = state_arena(state);
    int year = date_to_civil(on).year;
    const SeriesState *found =
        state_object(state, SPACE_SERIES, text_format(arena, "%.*s-%04d", TEXT_ARG(series), year));
    return number_in_year(arena, series, year, (found ? found->last : 0) + 1);
}

/* "PRT-2026" and 1 of "PRT-2026-001". */
static bool split_number(Text number, Text *series, int64_t *n) {
    size_t dash = number.len;
    while (dash > 0 && number.at[dash - 1] != '-') dash--;
    if (dash == 0) return false;
    *series = text_part(number, 0, dash - 1);
    return text_to_int(text_part(number, dash, number.len), n);
}

bool take_number(Applied *applied, Text number) {
    Text key = {0};
    int64_t n = 0;
    SeriesState *series =
        split_number(number, &key, &n) ? state_change(applied->state, SPACE_SERIES, key) : NULL;
    if (!series || n != series->last + 1) {
        applied->error = text_format(state_arena(applied->state),
                                     "the number %.*s does not come next in its series", TEXT_ARG(number));
        return false;
    }
    series->last = n;
    return true;
}

static bool all_digits(Text text) {
    for (size_t i = 0; i < text.len; i++)
        if (!is_digit(text.at[i])) return false;
    return text.len > 0;
}

Text capitals(Arena *arena, Text text) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        buf_char(&buf, c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c);
    }
    return buf_done(&buf);
}

/* A series is of letters, so that "prt-1", "PRT-001" and "PRT-2026-1" can be told apart. */
Text whole_number(Arena *arena, Text given, Date day) {
    Text rest = capitals(arena, text_trim(given)), series = {0}, year = {0};
    int64_t n = 0, in_year = date_to_civil(day).year;
    text_next(&rest, '-', &series);
    Text whole = rest;
    if (text_next(&whole, '-', &year) && whole.at) {
        if (year.len != 4 || !all_digits(year) || !text_to_int(year, &in_year)) return given;
        rest = whole;
    }
    if (text_empty(series) || !all_digits(rest) || !text_to_int(rest, &n)) return given;
    return number_in_year(arena, series, (int)in_year, n);
}
