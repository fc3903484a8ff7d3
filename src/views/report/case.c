/* A case as it stands. */
#include "views/report/renderers.h"
#include <string.h>

enum { WIDE_MOST = 40 };

static size_t at_most(size_t width, size_t most) {
    return width < most ? width : most;
}

void put_title(Page *page, const bylaw_node *document, const char *what) {
    put_styled(page, STYLE_STRONG, what);
    put(page, " ");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "number"));
    put(page, ", version ");
    put_count(page, bylaw_get_integer(document, "version"));
    line_end(page);
}

void put_heading(Page *page, const char *heading) {
    line_end(page);
    put_styled(page, STYLE_STRONG, heading);
    line_end(page);
}

static void put_facts(Page *page, const bylaw_node *facts) {
    if (bylaw_count(facts) == 0) return;
    put_heading(page, "Facts");
    size_t names = widest(facts, "name"), values = at_most(widest(facts, "value"), WIDE_MOST);
    for (size_t i = 0; i < bylaw_count(facts); i++) {
        const bylaw_node *fact = bylaw_item(facts, i);
        put(page, "  ");
        put(page, bylaw_get_text(fact, "name"));
        tab(page, names + 4);
        put(page, bylaw_get_text(fact, "value"));
        tab(page, names + values + 6);
        put(page, "stated by ");
        put(page, bylaw_get_text(fact, "giver"));
        put(page, ", entry ");
        put_count(page, bylaw_get_integer(fact, "entry"));
        line_end(page);
    }
}

static void put_sheets(Page *page, const bylaw_node *document) {
    const bylaw_node *sheets = bylaw_get(document, "sheets"), *totals = bylaw_get(document, "scorecards");
    if (bylaw_count(sheets) == 0) return;
    put_heading(page, "Scores");
    for (size_t i = 0; i < bylaw_count(sheets); i++) {
        const bylaw_node *sheet = bylaw_item(sheets, i);
        put(page, "  ");
        put(page, bylaw_get_text(sheet, "scorer"));
        put(page, ", ");
        put(page, bylaw_get_text(sheet, "role"));
        put(page, ": ");
        put_value(page, bylaw_get(sheet, "scores"));
        line_end(page);
    }
    for (size_t i = 0; i < bylaw_count(totals); i++) {
        const bylaw_node *total = bylaw_item(totals, i);
        put(page, "  ");
        put(page, bylaw_get_text(total, "name"));
        put(page, " comes to ");
        put(page, bylaw_get_text(total, "total"));
        put_line(page,
                 bylaw_get_bool(total, "eligible") ? ", every minimum is met" : ", a minimum is not met");
    }
}

static void put_answer(Page *page, const bylaw_node *answer, size_t width) {
    put(page, "    ");
    put(page, bylaw_get_text(answer, "principle"));
    tab(page, width + 6);
    put(page, bylaw_get_bool(answer, "met") ? "met" : "a concern");
    if (has(answer, "plan")) {
        put(page, "; planned: ");
        put(page, bylaw_get_text(answer, "plan"));
    }
    line_end(page);
}

static void put_reviews(Page *page, const bylaw_node *reviews) {
    if (bylaw_count(reviews) == 0) return;
    put_heading(page, "Reviews");
    for (size_t i = 0; i < bylaw_count(reviews); i++) {
        const bylaw_node *review = bylaw_item(reviews, i), *answers = bylaw_get(review, "answers");
        bool ended = has(review, "outcome");
        put(page, "  ");
        put(page, bylaw_get_text(review, "review"));
        put(page, ended ? ": " : ", at its step ");
        put_line(page, bylaw_get_text(review, ended ? "outcome" : "step"));
        for (size_t k = 0; k < bylaw_count(answers); k++)
            put_answer(page, bylaw_item(answers, k), widest(answers, "principle"));
    }
}

/* "hipaa  met: the signed agreement (bela)"; of what is open, what is asked for. */
static void put_ticked_item(Page *page, const bylaw_node *item, size_t width) {
    bool open = is(item, "stands", "open"), told = has(item, "evidence");
    put(page, "    ");
    put(page, bylaw_get_text(item, "item"));
    tab(page, width + 6);
    put_standing(page, item);
    if (told || (open && has(item, "asks_for"))) {
        put(page, open ? "; it is shown by: " : ": ");
        put(page, bylaw_get_text(item, told ? "evidence" : "asks_for"));
    }
    if (has(item, "giver")) {
        put(page, " (");
        put(page, bylaw_get_text(item, "giver"));
        put(page, ")");
    }
    line_end(page);
}

static void put_checklists(Page *page, const bylaw_node *checklists) {
    if (bylaw_count(checklists) == 0) return;
    put_heading(page, "Checklists");
    for (size_t i = 0; i < bylaw_count(checklists); i++) {
        const bylaw_node *checklist = bylaw_item(checklists, i), *items = bylaw_get(checklist, "items");
        bool known = has(checklist, "complete"), complete = bylaw_get_bool(checklist, "complete");
        put(page, "  ");
        put(page, bylaw_get_text(checklist, "checklist"));
        put_line(page, !known ? ": open" : complete ? ": complete" : ": not complete");
        for (size_t k = 0; k < bylaw_count(items); k++)
            put_ticked_item(page, bylaw_item(items, k), widest(items, "item"));
    }
}

static void put_step_state(Page *page, const bylaw_node *step) {
    if (!bylaw_get_bool(step, "open")) {
        put(page, has(step, "outcome") ? bylaw_get_text(step, "outcome") : "done");
        return;
    }
    put(page, "open");
    if (has(step, "due")) {
        put(page, ", due by ");
        put(page, bylaw_get_text(step, "due"));
    }
    if (!has(step, "decider")) return;
    put(page, ", for ");
    put(page, bylaw_get_text(step, "decider"));
    put(page, " to decide");
}

/* X(word, how a part of a decision stands) */
#define PART_ROWS(X)                                                                                         \
    X("carried", "carried by ")                                                                              \
    X("lost", "lost by ")                                                                                    \
    X("put", "asked by ")                                                                                    \
    X("asked", "is asked")                                                                                   \
    X("later", "is asked when others have carried")                                                          \
    X("spare", "is not needed any more")

static const char *part_sentence(const char *stands) {
#define X(word, sentence)                                                                                    \
    if (strcmp(stands, word) == 0) return sentence;
    PART_ROWS(X)
#undef X
    return stands;
}

/* Who approved in place of a body, or left it to the body. */
static void put_reviewer(Page *page, const bylaw_node *part, const char *key, const char *what) {
    if (!is(part, "stands", "carried") || has(part, "motion")) put(page, "; ");
    put(page, bylaw_get_text(part, key));
    put(page, what);
}

/* Each of several who decide; of one alone, what a reviewer did. */
static void put_parts(Page *page, const bylaw_node *parts, size_t indent) {
    size_t width = widest(parts, "decider");
    for (size_t i = 0; i < bylaw_count(parts); i++) {
        const bylaw_node *part = bylaw_item(parts, i);
        bool reviewed = has(part, "approved_by") || has(part, "referred_by") || has(part, "delegation");
        if (bylaw_count(parts) == 1 && !reviewed) continue;
        tab(page, indent);
        put(page, bylaw_get_text(part, "decider"));
        tab(page, indent + width + 2);
        put(page, part_sentence(bylaw_get_text(part, "stands")));
        put(page, bylaw_get_text(part, "motion"));
        if (has(part, "delegation")) {
            put(page, " of ");
            put(page, bylaw_get_text(part, "delegate"));
            put(page, " under delegation ");
            put(page, bylaw_get_text(part, "delegation"));
        }
        if (has(part, "approved_by")) put_reviewer(page, part, "approved_by", " in its place");
        if (has(part, "referred_by")) put_reviewer(page, part, "referred_by", " has referred it");
        line_end(page);
    }
}

static void put_recommendations(Page *page, const bylaw_node *step, size_t indent) {
    const bylaw_node *given = bylaw_get(step, "recommendations");
    for (size_t i = 0; i < bylaw_count(given); i++) {
        const bylaw_node *one = bylaw_item(given, i);
        tab(page, indent);
        put(page, bylaw_get_text(one, "named"));
        put(page, is(one, "advice", "no") ? " recommends against it, " : " recommends it, ");
        put(page, bylaw_get_text(one, "person"));
        put(page, ": ");
        put_line(page, bylaw_get_text(one, "because"));
    }
}

static void put_named(Page *page, const bylaw_node *step, const char *key, const char *label, size_t indent) {
    if (!has(step, key)) return;
    tab(page, indent);
    put(page, label);
    put_list(page, bylaw_get(step, key));
    line_end(page);
}

static void put_deciders(Page *page, const bylaw_node *step, size_t indent) {
    put_parts(page, bylaw_get(step, "parts"), indent);
    put_named(page, step, "recommends", "asked to recommend: ", indent);
    put_recommendations(page, step, indent);
    put_named(page, step, "consulted", "consulted: ", indent);
    put_named(page, step, "informed", "informed: ", indent);
}

static void put_steps(Page *page, const bylaw_node *steps) {
    if (bylaw_count(steps) == 0) return;
    put_heading(page, "Steps");
    size_t names = widest(steps, "name");
    for (size_t i = 0; i < bylaw_count(steps); i++) {
        const bylaw_node *step = bylaw_item(steps, i);
        put(page, "  ");
        put(page, bylaw_get_text(step, "name"));
        tab(page, names + 4);
        put(page, bylaw_get_text(step, "entered"));
        tab(page, names + 16);
        put_step_state(page, step);
        line_end(page);
        put_deciders(page, step, names + 16);
    }
}

static void put_recusals(Page *page, const bylaw_node *recusals) {
    if (bylaw_count(recusals) == 0) return;
    put_heading(page, "Recused");
    for (size_t i = 0; i < bylaw_count(recusals); i++) {
        const bylaw_node *recusal = bylaw_item(recusals, i);
        put(page, "  ");
        put(page, bylaw_get_text(recusal, "person"));
        put(page, has(recusal, "ground") ? ": found by the rules, " : ": ");
        put(page, bylaw_get_text(recusal, has(recusal, "ground") ? "ground" : "because"));
        if (has(recusal, "fact")) put(page, " in ");
        put_line(page, bylaw_get_text(recusal, "fact"));
    }
}

static void put_challenges(Page *page, const bylaw_node *challenges) {
    if (bylaw_count(challenges) == 0) return;
    put_heading(page, "Challenged");
    for (size_t i = 0; i < bylaw_count(challenges); i++) {
        const bylaw_node *challenge = bylaw_item(challenges, i);
        put(page, "  ");
        put(page, bylaw_get_text(challenge, "person"));
        put(page, ", by ");
        put(page, bylaw_get_text(challenge, "challenger"));
        put(page, ": ");
        put_line(page, bylaw_get_text(challenge, "because"));
    }
}

static void put_breaches(Page *page, const bylaw_node *breaches) {
    if (bylaw_count(breaches) == 0) return;
    put_heading(page, "Does not hold");
    for (size_t i = 0; i < bylaw_count(breaches); i++) {
        put(page, "  ");
        put(page, bylaw_get_text(bylaw_item(breaches, i), "invariant"));
        put(page, ": ");
        put_line(page, bylaw_get_text(bylaw_item(breaches, i), "rule"));
    }
}

/* "board, by M-2026-001: annual_value has changed, from USD 90000 to USD 120000" */
static void put_stale(Page *page, const bylaw_node *decision) {
    bool computed = has(decision, "by");
    put(page, "  ");
    put(page, bylaw_get_text(decision, "step"));
    if (computed || has(decision, "motion")) put(page, ", by ");
    put(page, bylaw_get_text(decision, computed ? "by" : "motion"));
    put(page, ": ");
    bool counted = !computed && !has(decision, "changed");
    put(page, computed ? "it comes out otherwise" : counted ? "its votes were corrected" : "");
    if (!computed && !counted) {
        put(page, bylaw_get_text(decision, "changed"));
        put(page, " has changed");
    }
    if (has(decision, "before")) {
        put(page, ", from ");
        put(page, bylaw_get_text(decision, "before"));
    }
    if (has(decision, "after")) {
        put(page, " to ");
        put(page, bylaw_get_text(decision, "after"));
    }
    line_end(page);
}

static void put_stale_decisions(Page *page, const bylaw_node *document) {
    const bylaw_node *decisions = bylaw_get(document, "decisions");
    bool found = false;
    for (size_t i = 0; i < bylaw_count(decisions); i++) {
        if (!has(bylaw_item(decisions, i), "stale")) continue;
        if (!found) put_heading(page, "No longer holds");
        found = true;
        put_stale(page, bylaw_item(decisions, i));
    }
    if (!found || bylaw_get_bool(document, "ended")) return;
    put(page, "  decide again with: bylaw reconsider ");
    put(page, bylaw_get_text(document, "number"));
    put_line(page, " --because ...");
}

static void put_conditions(Page *page, const bylaw_node *conditions) {
    if (bylaw_count(conditions) == 0) return;
    put_heading(page, "Conditions");
    render_conditions(page, conditions);
}

static void put_totals(Page *page, const bylaw_node *totals) {
    if (bylaw_count(totals) == 0) return;
    put_heading(page, "Totals");
    for (size_t i = 0; i < bylaw_count(totals); i++)
        render_total(page, bylaw_item(totals, i), bylaw_get_text(bylaw_item(totals, i), "name"), 2);
}

static void put_stands(Page *page, const bylaw_node *document) {
    bool ended = bylaw_get_bool(document, "ended"), suspended = has(document, "suspended");
    put(page, ended ? bylaw_get_text(document, "outcome") : suspended ? "suspended since " : "open");
    put_line(page, suspended && !ended ? bylaw_get_text(document, "suspended") : "");
}

/* "renews PRT-2026-001" */
static void put_links(Page *page, const bylaw_node *document) {
    const bylaw_node *links = bylaw_get(document, "links");
    for (size_t i = 0; i < bylaw_count(links); i++) {
        begin_row(page, i ? "" : "links");
        put(page, bylaw_get_text(bylaw_item(links, i), "link"));
        put(page, " ");
        put_line(page, bylaw_get_text(bylaw_item(links, i), "case"));
    }
    if (!has(document, "superseded")) return;
    begin_row(page, "");
    put(page, bylaw_get_text(document, "superseded"));
    put_line(page, " was approved in its place");
}

void render_case(Page *page, const bylaw_node *document) {
    put_title(page, document, "Case");
    begin_row(page, "stands");
    put_stands(page, document);
    put_row(page, document, "renewed", "renewed by");
    put_row(page, document, has(document, "expired") ? "expired" : "holds_until",
            has(document, "expired") ? "expired with" : "holds until");
    put_row(page, document, "workflow", "workflow");
    begin_row(page, "opened");
    put(page, bylaw_get_text(document, "opened"));
    put(page, has(document, "trigger") ? " by the trigger " : " by ");
    put_line(page, bylaw_get_text(document, has(document, "trigger") ? "trigger" : "opener"));
    put_row(page, document, "about", "about");
    put_links(page, document);
    put_row(page, document, "charter", "charter");
    put_facts(page, bylaw_get(document, "facts"));
    put_sheets(page, document);
    put_totals(page, bylaw_get(document, "totals"));
    render_measurements(page, bylaw_get(document, "measurements"));
    put_reviews(page, bylaw_get(document, "reviews"));
    put_checklists(page, bylaw_get(document, "checklists"));
    if (has(document, "evidence")) put_heading(page, "Evidence");
    render_files(page, bylaw_get(document, "evidence"));
    put_steps(page, bylaw_get(document, "steps"));
    put_recusals(page, bylaw_get(document, "recusals"));
    put_challenges(page, bylaw_get(document, "challenges"));
    put_breaches(page, bylaw_get(document, "breaches"));
    put_stale_decisions(page, document);
    put_conditions(page, bylaw_get(document, "conditions"));
    render_fallen_due(page, bylaw_get(document, "fallen_due"));
    if (bylaw_count(bylaw_get(document, "waits")) == 0) return;
    put_heading(page, "Next");
    render_waits(page, bylaw_get(document, "waits"));
}
