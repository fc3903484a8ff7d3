/* One thing spelled two ways: names of one kind that differ by a letter, by case, by underscores, or as one
 * differs from many. */
#include "model/analysis/analysis.h"

/* Short names differ by a letter as a matter of course: cfo, ceo. */
enum { LETTERS_LEAST = 8 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Apart from case, underscores and the s of many at the end, are they the same? */
static bool reads_alike(Text a, Text b) {
    size_t i = 0, k = 0;
    while (i < a.len || k < b.len) {
        if (i < a.len && a.at[i] == '_')
            i++;
        else if (k < b.len && b.at[k] == '_')
            k++;
        else if (i < a.len && k < b.len && lower(a.at[i]) == lower(b.at[k]))
            i++, k++;
        else
            break;
    }
    bool a_ends = i == a.len, b_ends = k == b.len;
    bool a_many = i + 1 == a.len && lower(a.at[i]) == 's', b_many = k + 1 == b.len && lower(b.at[k]) == 's';
    return (a_ends && b_ends) || (a_ends && b_many) || (b_ends && a_many);
}

/* A letter more, less, other than the last, or two exchanged; numbers tell things apart. */
static bool is_slip(Text a, Text b) {
    size_t from = 0, end = 0;
    if (a.len < LETTERS_LEAST || b.len < LETTERS_LEAST) return false;
    while (from < a.len && from < b.len && a.at[from] == b.at[from]) from++;
    while (end < a.len - from && end < b.len - from && a.at[a.len - 1 - end] == b.at[b.len - 1 - end]) end++;
    size_t in_a = a.len - from - end, in_b = b.len - from - end;
    if ((in_a && is_digit(a.at[from])) || (in_b && is_digit(b.at[from]))) return false;
    if (in_a == 2 && in_b == 2) return a.at[from] == b.at[from + 1] && a.at[from + 1] == b.at[from];
    return in_a <= 1 && in_b <= 1 && end > 0;
}

/* Members are compared within their enum, criteria within their scorecard; facts of all groups. */
static bool are_compared(const Symbol *a, const Symbol *b) {
    return a->kind == SYMBOL_FACT || a->kind == SYMBOL_DEFINITION || a->parent == b->parent;
}

static void check_pair(const Symbol *first, const Symbol *later, Diagnostics *out) {
    if (!are_compared(first, later) || text_equal(first->name, later->name)) return;
    if (!reads_alike(first->name, later->name) && !is_slip(first->name, later->name)) return;
    DIAGNOSE(out, DIAG_SPELLED_TWICE, later->at, later->name, first->name)->other = first->at;
}

void analyse_spelling(const Model *model, Diagnostics *diagnostics) {
    static const SymbolKind KINDS[] = {SYMBOL_FACT,     SYMBOL_DEFINITION, SYMBOL_ENUM,       SYMBOL_MEMBER,
                                       SYMBOL_ROLE,     SYMBOL_OFFICE,     SYMBOL_BODY,       SYMBOL_BALLOT,
                                       SYMBOL_TABLE,    SYMBOL_TOTAL,      SYMBOL_ESCALATION, SYMBOL_METRIC,
                                       SYMBOL_CRITERION};
    if (!model->sound) return;
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++) {
        Symbol *const *all = model->of_kind[KINDS[k]].at;
        for (size_t i = 0; i < model->of_kind[KINDS[k]].len; i++)
            for (size_t before = 0; before < i; before++) check_pair(all[before], all[i], diagnostics);
    }
}
