/* What comes out where some rows fit and some exceptions hold, as the language says it of each hit policy. */
#include "difference/contest.h"
#include <stdlib.h>

/* What holds on one side in one place: rows by their order, each once. */
typedef struct Holding {
    Arena *arena;
    const Contest *contest;
    const Rule *rule;
    RowList fit, may; /* `may` without those that fit */
    bool *excepts, *excepts_not;
    Asked *asked;
} Holding;

static int compare_rows(const void *a, const void *b) {
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

static bool has_row(const RowList *rows, uint32_t row) {
    for (size_t i = 0; i < rows->len; i++)
        if (rows->at[i] == row) return true;
    return false;
}

static void add_row(Arena *arena, RowList *rows, uint32_t row) {
    if (!has_row(rows, row)) *vec_push(arena, rows) = row;
}

static void sort_rows(RowList *rows) {
    if (rows->len > 1) qsort(rows->at, rows->len, sizeof *rows->at, compare_rows);
}

static void came_to(const Holding *h, Came came) {
    static const Text words[] = {
#define X(name, word) TEXT_ROW(word),
        CAME(X)
#undef X
    };
    h->asked->outcome = (Answer){.came = came, .key = words[came]};
}

/* --- what a row, or all of several, give ---------------------------------------------------------------- */

static void give(const Holding *h, const Text *keys, const Text *written) {
    Buf buf = buf_new(h->arena);
    buf_cstr(&buf, "=");
    for (size_t i = 0; i < h->contest->result_count; i++) {
        buf_text(&buf, keys[i]);
        buf_char(&buf, '\n');
    }
    h->asked->outcome = (Answer){CAME_DECIDED, buf_done(&buf), keys, written};
}

static void give_row(const Holding *h, uint32_t row) {
    give(h, h->rule->rows.at[row].keys, h->rule->rows.at[row].written);
}

static void except(const Holding *h, uint32_t row, uint32_t at) {
    const RuleException *exception = &h->rule->exceptions.at[at];
    Text *keys = arena_array(h->arena, Text, h->contest->result_count);
    Text *written = arena_array(h->arena, Text, h->contest->result_count);
    for (size_t i = 0; i < h->contest->result_count; i++) {
        bool gives = !text_empty(exception->keys[i]);
        keys[i] = gives ? exception->keys[i] : h->rule->rows.at[row].keys[i];
        written[i] = gives ? exception->written[i] : h->rule->rows.at[row].written[i];
    }
    h->asked->exception = exception->name;
    give(h, keys, written);
}

/* Of two that apply neither holds; one of which it is not known leaves the table open. */
static void decide_by(const Holding *h, uint32_t row) {
    uint32_t found = NO_RULE_ROW;
    bool open = false, two = false;
    add_row(h->arena, &h->asked->rows, row);
    for (uint32_t i = 0; i < h->rule->exceptions.len; i++) {
        two |= h->excepts[i] && found != NO_RULE_ROW;
        if (h->excepts[i] && found == NO_RULE_ROW) found = i;
        open |= !h->excepts[i] && !h->excepts_not[i];
    }
    if (two)
        came_to(h, CAME_TWO_EXCEPTIONS);
    else if (open)
        came_to(h, CAME_UNDETERMINED);
    else if (found != NO_RULE_ROW)
        except(h, row, found);
    else
        give_row(h, row);
}

/* --- one row decides ------------------------------------------------------------------------------------ */

static uint32_t least_rank(const Holding *h, const RowList *rows, uint32_t least) {
    for (size_t i = 0; i < rows->len; i++)
        if (h->rule->rows.at[rows->at[i]].rank < least) least = h->rule->rows.at[rows->at[i]].rank;
    return least;
}

static RowList of_rank(const Holding *h, const RowList *rows, uint32_t rank) {
    RowList of = {0};
    for (size_t i = 0; i < rows->len; i++)
        if (h->rule->rows.at[rows->at[i]].rank == rank) *vec_push(h->arena, &of) = rows->at[i];
    return of;
}

static bool agree(const Holding *h, uint32_t one, uint32_t other) {
    for (size_t i = 0; i < h->contest->result_count; i++)
        if (!text_equal(h->rule->rows.at[one].keys[i], h->rule->rows.at[other].keys[i])) return false;
    return h->rule->policy != POLICY_UNIQUE;
}

static void decide_one(const Holding *h) {
    uint32_t rank = least_rank(h, &h->may, least_rank(h, &h->fit, UINT32_MAX));
    RowList fit = of_rank(h, &h->fit, rank), may = of_rank(h, &h->may, rank);
    for (size_t i = 1; i < fit.len; i++) {
        if (agree(h, fit.at[0], fit.at[i])) continue;
        add_row(h->arena, &h->asked->rows, fit.at[0]);
        add_row(h->arena, &h->asked->rows, fit.at[i]);
        came_to(h, CAME_TWO_ROWS);
        return;
    }
    if (fit.len)
        decide_by(h, fit.at[0]);
    else if (may.len)
        came_to(h, CAME_UNDETERMINED);
    else if (h->rule->otherwise != NO_RULE_ROW)
        decide_by(h, h->rule->otherwise);
    else
        came_to(h, h->rule->open ? CAME_UNDETERMINED : CAME_NO_ROW);
}

/* --- all rows have their part --------------------------------------------------------------------------- */

static Text joined(const Holding *h, const RowList *rows, size_t result, bool keys) {
    Buf buf = buf_new(h->arena);
    for (size_t i = 0; i < rows->len; i++) {
        const RuleRow *row = &h->rule->rows.at[rows->at[i]];
        if (i) buf_cstr(&buf, ", ");
        buf_text(&buf, keys ? row->keys[result] : row->written[result]);
    }
    return rows->len ? buf_done(&buf) : TEXT("nothing");
}

static int compare_texts(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* What is worked out case by case is told by its parts, in whatever order. */
static Text parts_of(const Holding *h, const RowList *rows) {
    Text *parts = arena_array(h->arena, Text, rows->len);
    for (size_t i = 0; i < rows->len; i++) parts[i] = h->rule->rows.at[rows->at[i]].keys[0];
    if (rows->len) qsort(parts, rows->len, sizeof *parts, compare_texts);
    return text_join(h->arena, parts, rows->len, ", ");
}

static bool combined(const Holding *h, const RowList *rows, Value *value) {
    HitPolicy policy = h->rule->policy;
    *value = value_number((TypeKind)h->rule->first.kind, number_int(0));
    if (value->kind == TYPE_MONEY) *value = value_money(value->number, h->rule->first.currency);
    for (size_t i = 0; i < rows->len; i++) {
        Value one = h->rule->rows.at[rows->at[i]].first;
        if (!value_known(one)) return false;
        int order = policy == POLICY_SUM || i == 0 ? 0 : value_compare(one, *value);
        bool takes = i == 0 || (policy == POLICY_MIN ? order < 0 : order > 0);
        if (policy == POLICY_SUM &&
            number_add(h->arena, value->number, one.number, &value->number) != NUMBER_OK)
            return false;
        if (policy != POLICY_SUM && takes) *value = one;
    }
    return true;
}

static Text combined_text(const Holding *h, const RowList *rows) {
    Value value;
    if (h->rule->policy == POLICY_COUNT) return text_format(h->arena, "%u", rows->len);
    if (!combined(h, rows, &value)) return parts_of(h, rows);
    if (value_is_number(&value) && value.kind != TYPE_MONEY && value.kind != TYPE_DURATION)
        return number_text(h->arena, value.number);
    return value_to_text(h->arena, h->rule->first, value);
}

static void collect(const Holding *h) {
    RowList rows = h->fit;
    HitPolicy policy = h->rule->policy;
    if (h->may.len) {
        came_to(h, CAME_UNDETERMINED);
        return;
    }
    if (!rows.len && h->rule->otherwise != NO_RULE_ROW) add_row(h->arena, &rows, h->rule->otherwise);
    h->asked->rows = rows;
    if (!rows.len && (policy == POLICY_MIN || policy == POLICY_MAX)) {
        came_to(h, CAME_NO_ROW);
        return;
    }
    Text *keys = arena_array(h->arena, Text, h->contest->result_count);
    Text *written = arena_array(h->arena, Text, h->contest->result_count);
    for (size_t i = 0; i < h->contest->result_count; i++) {
        keys[i] = policy == POLICY_LIST ? joined(h, &rows, i, true) : combined_text(h, &rows);
        written[i] = policy == POLICY_LIST ? joined(h, &rows, i, false) : keys[i];
    }
    give(h, keys, written);
}

/* --- asking --------------------------------------------------------------------------------------------- */

static void hold(Holding *h, const Claim *claim) {
    if (claim->kind == CLAIM_FITS) add_row(h->arena, &h->fit, claim->at);
    if (claim->kind == CLAIM_EXCEPTS) h->excepts[claim->at] = true;
    if (claim->kind == CLAIM_EXCEPTS_NOT) h->excepts_not[claim->at] = true;
}

void ask(const Contest *contest, Side side, const Claim *const *claims, size_t count, Asked *asked) {
    const Rule *rule = &contest->rules[side];
    Holding h = {.arena = asked->arena, .contest = contest, .rule = rule, .asked = asked};
    bool unasked = false;
    h.excepts = arena_array(h.arena, bool, rule->exceptions.len);
    h.excepts_not = arena_array(h.arena, bool, rule->exceptions.len);
    for (size_t i = 0; i < count; i++) {
        if (claims[i]->side != side) continue;
        unasked |= claims[i]->kind == CLAIM_UNASKED;
        hold(&h, claims[i]);
    }
    for (size_t i = 0; i < count; i++)
        if (claims[i]->side == side && claims[i]->kind == CLAIM_MAY_FIT && !has_row(&h.fit, claims[i]->at))
            add_row(h.arena, &h.may, claims[i]->at);
    sort_rows(&h.fit);
    if (unasked)
        came_to(&h, CAME_UNASKED);
    else if (policy_collects(rule->policy))
        collect(&h);
    else
        decide_one(&h);
}
