/* What a choice among options came to: who voted how, each option against the default, all pairs, and the
 * steps to the winner; so that anybody can recompute it with pen and paper. */
#include "views/report/renderers.h"
#include <string.h>

typedef struct Options {
    const bylaw_node *choice, *names;
    size_t count; /* with the default, which is the last */
} Options;

static Options options_of(const bylaw_node *choice) {
    Options o = {.choice = choice, .names = bylaw_get(choice, "options")};
    o.count = bylaw_count(o.names) + has(choice, "otherwise");
    return o;
}

static const char *option_at(const Options *o, size_t i) {
    return i < bylaw_count(o->names) ? bylaw_text(bylaw_item(o->names, i)) : "default";
}

static void put_texts(Page *page, const bylaw_node *list, const char *between) {
    for (size_t i = 0; i < bylaw_count(list); i++) {
        if (i) put(page, between);
        put(page, bylaw_text(bylaw_item(list, i)));
    }
}

/* "2: lisbon, porto = tallinn (Ana Lima, Bo Berg)" */
static void put_votes(Page *page, const bylaw_node *entry, const Options *o, size_t indent) {
    const bylaw_node *votes = bylaw_get(o->choice, "votes");
    for (size_t i = 0; i < bylaw_count(votes); i++) {
        const bylaw_node *voters = bylaw_get(bylaw_item(votes, i), "voters");
        begin_row_at(page, indent, i ? "" : "voted", indent + BALLOT_LABEL);
        put_count(page, (int64_t)bylaw_count(voters));
        put(page, ": ");
        put_texts(page, bylaw_get(bylaw_item(votes, i), "ranks"), ", ");
        put(page, " (");
        for (size_t k = 0; k < bylaw_count(voters); k++) {
            if (k) put(page, ", ");
            put_who(page, entry, bylaw_text(bylaw_item(voters, k)));
        }
        put(page, ")");
        line_end(page);
    }
}

static void put_against_default(Page *page, const bylaw_node *entry, size_t indent) {
    const bylaw_node *comparisons = bylaw_get(bylaw_get(entry, "body"), "comparisons");
    for (size_t i = 0; i < bylaw_count(comparisons); i++) {
        const bylaw_node *compared = bylaw_item(comparisons, i);
        if (has(compared, "option"))
            put_counted_bound(page, compared, bylaw_get_text(compared, "option"), indent);
    }
}

/* --- pairs ---------------------------------------------------------------------------------------------- */

static int64_t how_many_over(const Options *o, const char *one, const char *other) {
    const bylaw_node *pairs = bylaw_get(o->choice, "preferences");
    for (size_t i = 0; i < bylaw_count(pairs); i++) {
        const bylaw_node *pair = bylaw_item(pairs, i);
        if (is(pair, "option", one) && is(pair, "other", other)) return bylaw_get_integer(pair, "over");
        if (is(pair, "option", other) && is(pair, "other", one)) return bylaw_get_integer(pair, "under");
    }
    return 0;
}

/* To the right edge of a column. */
static void put_right(Page *page, size_t edge, const char *text) {
    tab(page, edge - wide(text));
    put(page, text);
}

/* How many voters rank the option of the row over that of the column. */
static void put_pairs(Page *page, const Options *o, size_t indent) {
    size_t first = indent + BALLOT_LABEL;
    for (size_t row = 0; row <= o->count; row++) {
        const char *name = row ? option_at(o, row - 1) : "";
        size_t edge = first;
        begin_row_at(page, indent, row ? "" : "over", first);
        for (size_t i = 0; i < o->count; i++)
            if (wide(option_at(o, i)) > edge - first) edge = first + wide(option_at(o, i));
        put(page, name);
        for (size_t column = 0; column < o->count; column++) {
            const char *other = option_at(o, column);
            char digits[24];
            edge += 2 + (wide(other) > 3 ? wide(other) : 3);
            snprintf(digits, sizeof digits, "%lld", (long long)how_many_over(o, name, other));
            put_right(page, edge, !row ? other : row == column + 1 ? "-" : digits);
        }
        line_end(page);
    }
}

/* --- to the winner -------------------------------------------------------------------------------------- */

static void put_dropped(Page *page, const bylaw_node *dropped) {
    for (size_t i = 0; i < bylaw_count(dropped); i++) {
        const bylaw_node *defeat = bylaw_item(dropped, i);
        put(page, i ? ", " : "; the weakest defeats are dropped: ");
        put(page, bylaw_get_text(defeat, "option"));
        put(page, " over ");
        put(page, bylaw_get_text(defeat, "other"));
        put(page, " ");
        put_count(page, bylaw_get_integer(defeat, "over"));
        put(page, ":");
        put_count(page, bylaw_get_integer(defeat, "under"));
    }
}

static void put_steps(Page *page, const Options *o, size_t indent) {
    const bylaw_node *steps = bylaw_get(o->choice, "steps");
    for (size_t i = 0; i < bylaw_count(steps); i++) {
        begin_row_at(page, indent, i ? "" : "undefeated", indent + BALLOT_LABEL);
        put_texts(page, bylaw_get(bylaw_item(steps, i), "schwartz"), ", ");
        put_dropped(page, bylaw_get(bylaw_item(steps, i), "dropped"));
        line_end(page);
    }
}

static void put_named(Page *page, const Options *o, size_t indent) {
    const bylaw_node *named = bylaw_get(o->choice, "named");
    if (bylaw_count(named) == 0) return;
    begin_row_at(page, indent, "named by", indent + BALLOT_LABEL);
    for (size_t i = 0; i < bylaw_count(named); i++) {
        put(page, i ? ", " : "");
        put(page, bylaw_get_text(bylaw_item(named, i), "option"));
        put(page, " ");
        put_count(page, bylaw_get_integer(bylaw_item(named, i), "votes"));
    }
    line_end(page);
}

void render_reckoning(Page *page, const bylaw_node *choice, size_t indent) {
    Options o = options_of(choice);
    put_pairs(page, &o, indent);
    put_named(page, &o, indent);
    put_steps(page, &o, indent);
}

static void put_tie(Page *page, const bylaw_node *body, const Options *o, size_t indent) {
    if (!bylaw_get_bool(body, "tie")) return;
    begin_row_at(page, indent, "tie", indent + BALLOT_LABEL);
    put_texts(page, bylaw_get(o->choice, "winners"), " and ");
    put(page, has(body, "casting") ? "; the chair chose " : "; nobody decided it");
    put(page, bylaw_get_text(body, "casting"));
    line_end(page);
}

void render_choice(Page *page, const bylaw_node *entry, size_t indent) {
    const bylaw_node *body = bylaw_get(entry, "body");
    Options o = options_of(bylaw_get(body, "choice"));
    put_votes(page, entry, &o, indent);
    put_against_default(page, entry, indent);
    render_reckoning(page, o.choice, indent);
    put_tie(page, body, &o, indent);
}
