/* One thing spelled two ways: names of one kind that differ by a letter, by case, by underscores, or as one
 * differs from many. */
#include "model/analysis/spelling.h"
#include "model/analysis/analysis.h"

/* Short names differ by a letter as a matter of course: cfo, ceo. */
enum { LETTERS_LEAST = 8 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

void write_folded(Buf *buf, Text name) {
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] != '_' && name.at[i] != ' ') buf_char(buf, lower(name.at[i]));
}

/* Members are compared within their enum, criteria within their scorecard, items within their checklist, and
 * facts of all groups. */
static bool is_inner(const Symbol *symbol) {
    return symbol->kind == SYMBOL_MEMBER || symbol->kind == SYMBOL_CRITERION || symbol->kind == SYMBOL_ITEM;
}

/* A name without case, underscores and the s of many at its end: what is the same then reads alike. */
static Text folded(Arena *arena, const Symbol *symbol) {
    Buf buf = buf_new(arena);
    if (is_inner(symbol)) buf_format(&buf, "%.*s.", TEXT_ARG(symbol->parent->name));
    write_folded(&buf, symbol->name);
    Text all = buf_done(&buf);
    return text_ends(all, TEXT("s")) ? text_part(all, 0, all.len - 1) : all;
}

/* Of long names: a letter more, less, other than the last, or two exchanged; numbers tell things apart. */
static bool is_slip(Text a, Text b) {
    size_t from = 0, end = 0;
    if (a.len < LETTERS_LEAST || b.len < LETTERS_LEAST || a.len > b.len + 1 || b.len > a.len + 1)
        return false;
    while (from < a.len && from < b.len && a.at[from] == b.at[from]) from++;
    while (end < a.len - from && end < b.len - from && a.at[a.len - 1 - end] == b.at[b.len - 1 - end]) end++;
    size_t in_a = a.len - from - end, in_b = b.len - from - end;
    if ((in_a && is_digit(a.at[from])) || (in_b && is_digit(b.at[from]))) return false;
    if (in_a == 2 && in_b == 2) return a.at[from] == b.at[from + 1] && a.at[from + 1] == b.at[from];
    return in_a <= 1 && in_b <= 1 && end > 0;
}

static bool are_compared(const Symbol *a, const Symbol *b) {
    return !is_inner(a) || a->parent == b->parent;
}

typedef VEC(const Symbol *) SymbolList;

static void report(const Symbol *first, const Symbol *later, Diagnostics *out) {
    if (!text_equal(first->name, later->name))
        DIAGNOSE(out, DIAG_SPELLED_TWICE, later->at, later->name, first->name)->other = first->at;
}

static void check_slips(const SymbolList *earlier, const Symbol *alike, const Symbol *later,
                        Diagnostics *out) {
    for (size_t i = 0; i < earlier->len; i++)
        if (earlier->at[i] != alike && are_compared(earlier->at[i], later) &&
            is_slip(earlier->at[i]->name, later->name))
            report(earlier->at[i], later, out);
}

static void check_kind(const Model *model, SymbolKind kind, Diagnostics *out) {
    Map forms = {0};
    SymbolList lengthy = {0};
    for (size_t i = 0; i < model->of_kind[kind].len; i++) {
        Symbol *symbol = model->of_kind[kind].at[i];
        Text form = folded(model->arena, symbol);
        const Symbol *alike = map_get(&forms, form);
        if (alike)
            report(alike, symbol, out);
        else
            map_set(model->arena, &forms, form, symbol);
        if (symbol->name.len < LETTERS_LEAST) continue;
        check_slips(&lengthy, alike, symbol, out);
        *vec_push(model->arena, &lengthy) = symbol;
    }
}

void analyse_spelling(const Model *model, Diagnostics *diagnostics) {
    static const SymbolKind KINDS[] = {SYMBOL_FACT,      SYMBOL_DEFINITION, SYMBOL_ENUM,       SYMBOL_MEMBER,
                                       SYMBOL_ROLE,      SYMBOL_OFFICE,     SYMBOL_BODY,       SYMBOL_BALLOT,
                                       SYMBOL_TABLE,     SYMBOL_TOTAL,      SYMBOL_ESCALATION, SYMBOL_METRIC,
                                       SYMBOL_CRITERION, SYMBOL_ITEM};
    if (!model->sound) return;
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++) check_kind(model, KINDS[k], diagnostics);
}
