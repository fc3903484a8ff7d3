#include "base/text.h"
#include <string.h>

enum {
    LONGEST_WORD = 63, /* a longer one is no slip of the pen */
    NAMED_MOST = 12
};

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* The edit distance, where the swap of two neighbours counts one (optimal string alignment). */
static size_t distance(Text a, Text b) {
    size_t rows[3][LONGEST_WORD + 1];
    size_t *last = rows[0], *row = rows[1], *older = rows[2];
    for (size_t j = 0; j <= b.len; j++) row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *oldest = older;
        older = last, last = row, row = oldest;
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = a.at[i - 1] == b.at[j - 1];
            row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                row[j] = least(row[j], older[j - 2] + 1);
        }
    }
    return row[b.len];
}

int text_nearest(Text word, const Text *candidates, size_t count) {
    size_t best = word.len / 3 + 1;
    int nearest = -1;
    if (word.len > LONGEST_WORD) return -1;
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].len > LONGEST_WORD) continue;
        size_t apart = distance(word, candidates[i]);
        if (apart >= best) continue;
        best = apart;
        nearest = (int)i;
    }
    return nearest;
}

Text text_offer(Arena *arena, Text word, const Text *candidates, size_t count) {
    int near = text_nearest(word, candidates, count);
    if (near >= 0) return text_format(arena, "did you mean \"%.*s\"?", TEXT_ARG(candidates[near]));
    if (count == 0 || count > NAMED_MOST) return (Text){0};
    Text all = text_join(arena, candidates, count, ", ");
    return text_format(arena, "there %s: %.*s", count == 1 ? "is" : "are", TEXT_ARG(all));
}
