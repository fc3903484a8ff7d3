/* What stands: the docket, cases, meetings, motions, bodies and people. */
#include "views/report/renderers.h"
#include <string.h>

/* --- what is waited for --------------------------------------------------------------------------------- */

static void put_due(Page *page, const bylaw_node *wait) {
    if (!has(wait, "due")) return;
    bool overdue = bylaw_get_bool(wait, "overdue");
    put(page, ", ");
    put_styled(page, overdue ? STYLE_BAD : STYLE_PLAIN, overdue ? "overdue, was due by " : "due by ");
    put(page, bylaw_get_text(wait, "due"));
}

static void put_wait(Page *page, const bylaw_node *wait, size_t step_width) {
    size_t start = page->column;
    put(page, bylaw_get_text(wait, "step"));
    tab(page, start + step_width + 2);
    put(page, bylaw_get_text(wait, "sentence"));
    put_due(page, wait);
    line_end(page);
}

void render_waits(Page *page, const bylaw_node *waits) {
    size_t step_width = widest(waits, "step");
    for (size_t i = 0; i < bylaw_count(waits); i++) {
        put(page, "  ");
        put_wait(page, bylaw_item(waits, i), step_width);
    }
}

/* Each case is named once. */
static void put_docket_rows(Page *page, const bylaw_node *waits) {
    size_t case_width = widest(waits, "case"), step_width = widest(waits, "step");
    const char *before = "";
    for (size_t i = 0; i < bylaw_count(waits); i++) {
        const char *number = bylaw_get_text(bylaw_item(waits, i), "case");
        put(page, "  ");
        if (strcmp(number, before) != 0) put(page, number);
        tab(page, case_width + 4);
        put_wait(page, bylaw_item(waits, i), step_width);
        before = number;
    }
}

/* What is to be said of bodies: "council has 2 of at least 3 members". */
void render_notes(Page *page, const bylaw_node *notes) {
    for (size_t i = 0; i < bylaw_count(notes); i++) {
        put(page, "  ");
        put(page, bylaw_get_text(bylaw_item(notes, i), "body"));
        put(page, " ");
        put_line(page, bylaw_get_text(bylaw_item(notes, i), "sentence"));
    }
}

enum { COMING_MOST = 20 };

/* "2026-09-01  calendar_review opens handbook_review: every quarter" */
static void put_coming(Page *page, const bylaw_node *coming) {
    size_t count = bylaw_count(coming);
    if (count) put_heading(page, "Opens by itself");
    for (size_t i = 0; i < count && i < COMING_MOST; i++) {
        const bylaw_node *one = bylaw_item(coming, i);
        put(page, "  ");
        put(page, bylaw_get_text(one, "on"));
        put(page, "  ");
        put(page, bylaw_get_text(one, "trigger"));
        put(page, " opens ");
        put(page, bylaw_get_text(one, "opens"));
        if (has(one, "case")) put(page, " for ");
        put(page, bylaw_get_text(one, "case"));
        put(page, ": ");
        put_line(page, bylaw_get_text(one, "cause"));
    }
    if (count > COMING_MOST) put_line(page, "  and more later");
}

/* "condition 1  A signed agreement: open, due by 2026-05-01" */
static void put_condition(Page *page, const bylaw_node *condition) {
    const char *number = bylaw_get_text(condition, "case");
    put(page, "  ");
    put(page, number);
    put(page, *number ? " " : "");
    put(page, "condition ");
    put_count(page, bylaw_get_integer(condition, "number"));
    put(page, "  ");
    put(page, bylaw_get_text(condition, "text"));
    put(page, ": ");
    bool open = !has(condition, "stands") || is(condition, "stands", "open");
    if (!open) put_styled(page, STYLE_STRONG, bylaw_get_text(condition, "stands"));
    put(page, open ? bylaw_get_text(condition, "owner") : "");
    if (open || is(condition, "stands", "lapsed")) put_due(page, condition);
    put(page, has(condition, "shown") ? ", as shown by: " : "");
    put(page, bylaw_get_text(condition, "shown"));
    put(page, has(condition, "because") ? ", because: " : "");
    put(page, bylaw_get_text(condition, "because"));
    line_end(page);
    if (!open) return;
    put(page, "    ");
    put(page, bylaw_get_text(condition, "discharged_by"));
    put(page, " discharges it on: ");
    put_line(page, bylaw_get_text(condition, "evidence"));
}

void render_conditions(Page *page, const bylaw_node *conditions) {
    for (size_t i = 0; i < bylaw_count(conditions); i++) put_condition(page, bylaw_item(conditions, i));
}

/* "MTG-2026-001 1  Ana Lee: write to the partner, due by 2026-04-01" */
static void put_actions(Page *page, const bylaw_node *actions) {
    for (size_t i = 0; i < bylaw_count(actions); i++) {
        const bylaw_node *action = bylaw_item(actions, i);
        put(page, "  ");
        put(page, bylaw_get_text(action, "meeting"));
        put(page, " ");
        put_count(page, bylaw_get_integer(action, "number"));
        put(page, "  ");
        put(page, bylaw_get_text(action, "owner"));
        put(page, ": ");
        put(page, bylaw_get_text(action, "text"));
        if (bylaw_get_bool(action, "done"))
            put_styled(page, STYLE_GOOD, ", done");
        else
            put_due(page, action);
        line_end(page);
    }
}

void render_docket(Page *page, const bylaw_node *document) {
    const bylaw_node *waits = bylaw_get(document, "waits"), *conditions = bylaw_get(document, "conditions");
    put_styled(page, STYLE_STRONG, "Docket of ");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "day"));
    put(page, ": ");
    put_counted(page, bylaw_get_integer(document, "open_cases"), "open case", "open cases");
    line_end(page);
    if (bylaw_count(waits) + bylaw_count(bylaw_get(document, "actions")) + bylaw_count(conditions) == 0)
        put_line(page, "  nothing waits");
    put_docket_rows(page, waits);
    put_actions(page, bylaw_get(document, "actions"));
    render_conditions(page, conditions);
    render_notes(page, bylaw_get(document, "bodies"));
    put_coming(page, bylaw_get(document, "triggers"));
    render_fallen_due(page, bylaw_get(document, "fallen_due"));
}

/* --- rows that several share ---------------------------------------------------------------------------- */

static void put_names(Page *page, const bylaw_node *document, const char *key, const char *label) {
    begin_row(page, label);
    put_list(page, bylaw_get(document, key));
    line_end(page);
}

static void put_some(Page *page, const bylaw_node *document, const char *key, const char *label) {
    if (has(document, key)) put_names(page, document, key, label);
}

/* --- meetings and motions ------------------------------------------------------------------------------- */

void render_meeting(Page *page, const bylaw_node *document) {
    put_title(page, document, "Meeting");
    put_row(page, document, "body", "of");
    put_row(page, document, "on", "on");
    put_row(page, document, "until", "asked until");
    put_row(page, document, "time", "begins at");
    put_row(page, document, "place", "at");
    put_row(page, document, "cancelled", "cancelled");
    put_some(page, document, "motions", "motions");
    put_names(page, document, "in_office", "in office");
    put_names(page, document, "present", "present");
    put_some(page, document, "apologies", "apologies");
    put_some(page, document, "observers", "observing");
    put_some(page, document, "motions", "motions");
    put_some(page, document, "told", "is told of");
    put_some(page, document, "delegated", "delegated here");
    put_actions(page, bylaw_get(document, "actions"));
}

enum { CHOICE_INDENT = 4 };

static void put_options(Page *page, const bylaw_node *document) {
    const bylaw_node *rankings = bylaw_get(document, "rankings");
    put_names(page, document, "options", "options");
    put_row(page, document, "default", "default");
    for (size_t i = 0; i < bylaw_count(rankings); i++) {
        begin_row(page, i ? "" : "voted");
        put_list(page, bylaw_get(bylaw_item(rankings, i), "ranks"));
        put(page, ": ");
        put_list(page, bylaw_get(bylaw_item(rankings, i), "voters"));
        line_end(page);
    }
    put_names(page, document, "abstain", "abstaining");
}

static void put_total(Page *page, const bylaw_node *tally, const char *key, const char *label) {
    begin_row(page, label);
    put_count(page, bylaw_get_integer(tally, key));
    line_end(page);
}

/* Of a ballot that is counted there is nothing to show before it closes, and then what the tellers found. */
static void put_votes(Page *page, const bylaw_node *document) {
    const bylaw_node *tally = bylaw_get(document, "tally");
    if (!is(document, "votes", "named")) put_row(page, document, "votes", "votes");
    if (tally) {
        put_total(page, tally, "for", "for");
        put_total(page, tally, "against", "against");
        put_total(page, tally, "abstain", "abstaining");
        put_some(page, tally, "voted", "voted");
        put_some(page, tally, "tellers", "counted by");
    } else if (is(document, "votes", "named")) {
        put_names(page, document, "for", "for");
        put_names(page, document, "against", "against");
        put_names(page, document, "abstain", "abstaining");
    }
}

static void put_vetoes(Page *page, const bylaw_node *document) {
    const bylaw_node *vetoes = bylaw_get(document, "vetoes");
    for (size_t i = 0; i < bylaw_count(vetoes); i++) {
        begin_row(page, "vetoed by");
        put(page, bylaw_get_text(bylaw_item(vetoes, i), "person"));
        if (has(bylaw_item(vetoes, i), "because")) put(page, ": ");
        put(page, bylaw_get_text(bylaw_item(vetoes, i), "because"));
        line_end(page);
    }
}

void render_motion(Page *page, const bylaw_node *document) {
    put_title(page, document, "Motion");
    put_row(page, document, "text", "asks");
    put_row(page, document, "case", "on case");
    put_row(page, document, "step", "at its step");
    put_row(page, document, "decider", "put to");
    put_row(page, document, "delegation", "under");
    put_row(page, document, "delegator", "in place of");
    put_row(page, document, "meeting", "at meeting");
    put_row(page, document, "mover", "moved by");
    put_some(page, document, "recommended", "recommended by");
    put_some(page, document, "advised_against", "advised against by");
    put_some(page, document, "silent", "nothing said by");
    if (has(document, "options"))
        put_options(page, document);
    else
        put_votes(page, document);
    put_some(page, document, "advice_for", "advice for");
    put_some(page, document, "advice_against", "advice against");
    put_some(page, document, "advice_abstaining", "advice of neither");
    put_vetoes(page, document);
    render_conditions(page, bylaw_get(document, "conditions"));
    put_row(page, document, "result", "result");
    put_row(page, document, "chosen", "chosen");
    if (has(document, "choice")) render_reckoning(page, bylaw_get(document, "choice"), CHOICE_INDENT);
}
