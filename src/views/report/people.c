/* People, and who is in a body or an office. */
#include "views/report/renderers.h"

/* ", chair, from 2026-01-01, until 2027-01-01 (entry 17)" */
static void put_term(Page *page, const bylaw_node *term) {
    if (has(term, "as")) {
        put(page, ", ");
        put(page, bylaw_get_text(term, "as"));
    }
    if (has(term, "for")) {
        put(page, " for ");
        put(page, bylaw_get_text(term, "for"));
    }
    if (has(term, "from")) {
        put(page, ", from ");
        put(page, bylaw_get_text(term, "from"));
    }
    if (has(term, "until")) {
        put(page, ", until ");
        put(page, bylaw_get_text(term, "until"));
    }
    put(page, " (entry ");
    put_count(page, bylaw_get_integer(term, "entry"));
    put(page, ")");
    line_end(page);
}

void render_person(Page *page, const bylaw_node *document) {
    const bylaw_node *posts = bylaw_get(document, "posts");
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "name"));
    if (has(document, "day")) put(page, " on ");
    put_line(page, bylaw_get_text(document, "day"));
    put_row(page, document, "id", "id");
    put_row(page, document, "key", "called");
    for (size_t i = 0; i < bylaw_count(posts); i++) {
        begin_row(page, i ? "" : "is in");
        put(page, bylaw_get_text(bylaw_item(posts, i), "post"));
        put_term(page, bylaw_item(posts, i));
    }
}

void render_people(Page *page, const bylaw_node *document) {
    const bylaw_node *people = bylaw_get(document, "people");
    size_t ids = widest(people, "id"), keys = widest(people, "key"), names = widest(people, "name");
    for (size_t i = 0; i < bylaw_count(people); i++) {
        const bylaw_node *person = bylaw_item(people, i), *roles = bylaw_get(person, "roles");
        put(page, bylaw_get_text(person, "id"));
        tab(page, ids + 2);
        put(page, bylaw_get_text(person, "key"));
        tab(page, ids + keys + 4);
        put(page, bylaw_get_text(person, "name"));
        if (bylaw_count(roles)) tab(page, ids + keys + names + 6);
        put_value(page, roles);
        line_end(page);
    }
}

static void put_places(Page *page, const bylaw_node *places) {
    for (size_t i = 0; i < bylaw_count(places); i++) {
        const bylaw_node *member = bylaw_item(places, i);
        put(page, "  ");
        put(page, bylaw_get_text(member, "id"));
        put(page, "  ");
        put(page, bylaw_get_text(member, "name"));
        put_term(page, member);
    }
}

/* "D-2026-001  small_purchases, to cfo, from 2026-02-01, until 2026-08-01 (entry 12)" */
static void put_delegations(Page *page, const bylaw_node *delegations) {
    for (size_t i = 0; i < bylaw_count(delegations); i++) {
        const bylaw_node *one = bylaw_item(delegations, i);
        put(page, "  ");
        put(page, bylaw_get_text(one, "number"));
        put(page, "  ");
        put(page, has(one, "rule") ? bylaw_get_text(one, "rule") : "proxy");
        put(page, " to ");
        put(page, bylaw_get_text(one, "to"));
        put_term(page, one);
    }
}

void render_delegation(Page *page, const bylaw_node *document) {
    put_title(page, document, "Delegation");
    put_row(page, document, "rule", "by");
    put_row(page, document, "of", "of");
    put_row(page, document, "for", "for");
    put_row(page, document, "case", "in case");
    put_row(page, document, "to", "to");
    put_row(page, document, "from", "from");
    put_row(page, document, "until", "until");
    put_row(page, document, "meeting", "decided at");
    put_row(page, document, "revoked", "revoked");
    put_row(page, document, "because", "because");
    begin_row(page, "holds");
    put(page, bylaw_get_bool(document, "holds") ? "yes, on " : "no, not on ");
    put(page, bylaw_get_text(document, "day"));
    line_end(page);
}

void render_body(Page *page, const bylaw_node *document) {
    put_styled(page, STYLE_STRONG, bylaw_get_text(document, "name"));
    put(page, " on ");
    put_line(page, bylaw_get_text(document, "day"));
    if (bylaw_count(bylaw_get(document, "members")) == 0) put_line(page, "  nobody is in office");
    put_places(page, bylaw_get(document, "members"));
    put_places(page, bylaw_get(document, "others"));
    put_delegations(page, bylaw_get(document, "delegations"));
    render_notes(page, bylaw_get(document, "notes"));
    render_conditions(page, bylaw_get(document, "conditions"));
}
