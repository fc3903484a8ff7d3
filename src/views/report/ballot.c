/* A closed ballot: its roll and its arithmetic, so that anybody can recompute it with pen and paper. */
#include "views/report/renderers.h"
#include <string.h>

enum { LABEL = BALLOT_LABEL };

void put_who(Page *page, const bylaw_node *entry, const char *id) {
    const bylaw_node *names = bylaw_get(entry, "names");
    const char *name = bylaw_get_text(names, id);
    put(page, *name ? name : id);
}

static void put_people(Page *page, const bylaw_node *entry, const bylaw_node *people, const char *label,
                       size_t indent) {
    if (bylaw_count(people) == 0) return;
    begin_row_at(page, indent, label, indent + LABEL);
    put_count(page, (int64_t)bylaw_count(people));
    put(page, ": ");
    for (size_t i = 0; i < bylaw_count(people); i++) {
        if (i) put(page, ", ");
        put_who(page, entry, bylaw_text(bylaw_item(people, i)));
    }
    line_end(page);
}

/* The author's own words without those that the sign says already. */
static const char *bound_of(const char *rule) {
    static const char *const leads[] = {"more than ", "at least "};
    for (size_t i = 0; i < 2; i++)
        if (strncmp(rule, leads[i], strlen(leads[i])) == 0) return rule + strlen(leads[i]);
    return rule;
}

static void put_needed(Page *page, const bylaw_node *compared) {
    if (*bylaw_get_text(compared, "base")) {
        put(page, bound_of(bylaw_get_text(compared, "rule")));
        put(page, " ");
        put_count(page, bylaw_get_integer(compared, "base_count"));
        put(page, " = ");
    }
    put(page, bylaw_get_text(compared, "needed"));
}

/* "votes for 3 > 1/2 of votes cast 4 = 2: yes" */
void put_counted_bound(Page *page, const bylaw_node *compared, const char *label, size_t indent) {
    bool held = bylaw_get_bool(compared, "held");
    begin_row_at(page, indent, label, indent + LABEL);
    put(page, bylaw_get_text(compared, "counted"));
    put(page, " ");
    put_count(page, bylaw_get_integer(compared, "count"));
    put(page, " ");
    put(page, bylaw_get_text(compared, "relation"));
    put(page, " ");
    put_needed(page, compared);
    put(page, ": ");
    put_styled(page, held ? STYLE_GOOD : STYLE_BAD, held ? "yes" : "no");
    line_end(page);
}

/* What tellers found, where no vote stands beside its member. */
static void put_tally(Page *page, const bylaw_node *entry, size_t indent) {
    static const char *const rows[][2] = {
        {"in_favour", "for"}, {"against", "against"}, {"abstaining", "abstaining"}};
    const bylaw_node *tally = bylaw_get(bylaw_get(bylaw_get(entry, "body"), "roll"), "tally");
    if (!tally) return;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        begin_row_at(page, indent, rows[i][1], indent + LABEL);
        put_count(page, bylaw_get_integer(tally, rows[i][0]));
        line_end(page);
    }
    put_people(page, entry, bylaw_get(tally, "voted"), "voted", indent);
    put_people(page, entry, bylaw_get(tally, "tellers"), "counted by", indent);
}

/* "veto          Ana Lee: it leaks keys" */
static void put_vetoes(Page *page, const bylaw_node *entry, size_t indent) {
    const bylaw_node *vetoes = bylaw_get(bylaw_get(entry, "body"), "vetoes");
    for (size_t i = 0; i < bylaw_count(vetoes); i++) {
        const bylaw_node *veto = bylaw_item(vetoes, i);
        begin_row_at(page, indent, "veto", indent + LABEL);
        put_who(page, entry, bylaw_get_text(veto, "person"));
        if (has(veto, "because")) put(page, ": ");
        put(page, bylaw_get_text(veto, "because"));
        line_end(page);
    }
}

/* "stands in     Fred Ost for Hana Sato, alternate" */
static void put_stand_ins(Page *page, const bylaw_node *entry, size_t indent) {
    const bylaw_node *all = bylaw_get(bylaw_get(bylaw_get(entry, "body"), "roll"), "standing_in");
    for (size_t i = 0; i < bylaw_count(all); i++) {
        const bylaw_node *in = bylaw_item(all, i);
        begin_row_at(page, indent, i ? "" : "stands in", indent + LABEL);
        put_who(page, entry, bylaw_get_text(in, "person"));
        put(page, " for ");
        put_who(page, entry, bylaw_get_text(in, "member"));
        put(page, ", ");
        put_line(page, bylaw_get_text(in, "as"));
    }
}

/* X(key, label) */
#define ROLL_ROWS(X)                                                                                         \
    X("in_office", "in office")                                                                              \
    X("recused", "recused")                                                                                  \
    X("present", "present")                                                                                  \
    X("in_favour", "for")                                                                                    \
    X("against", "against")                                                                                  \
    X("abstaining", "abstaining")                                                                            \
    X("not_voting", "not voting")                                                                            \
    X("advice_for", "advice: for")                                                                           \
    X("advice_against", "advice: no")                                                                        \
    X("advice_abstaining", "advice: none")

void render_ballot(Page *page, const bylaw_node *entry, size_t indent) {
    const bylaw_node *body = bylaw_get(entry, "body"), *comparisons = bylaw_get(body, "comparisons");
    for (size_t i = 0; i < bylaw_count(comparisons); i++)
        if (!has(bylaw_item(comparisons, i), "option"))
            put_counted_bound(page, bylaw_item(comparisons, i),
                              bylaw_get_text(bylaw_item(comparisons, i), "of"), indent);
#define X(key, label) put_people(page, entry, bylaw_get(bylaw_get(body, "roll"), key), label, indent);
    ROLL_ROWS(X)
#undef X
    put_stand_ins(page, entry, indent);
    put_tally(page, entry, indent);
    if (bylaw_get_bool(body, "unopposed")) {
        begin_row_at(page, indent, "unopposed", indent + LABEL);
        put_line(page, "nobody who was there objected");
    }
    put_vetoes(page, entry, indent);
    if (has(body, "choice")) {
        render_choice(page, entry, indent);
        return;
    }
    if (!bylaw_get_bool(body, "tie")) return;
    begin_row_at(page, indent, "tie", indent + LABEL);
    put_line(page, is(body, "casting", "for")       ? "the chair decided for it"
                   : is(body, "casting", "against") ? "the chair decided against it"
                                                    : "nobody decided it");
}
