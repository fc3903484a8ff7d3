/* Messages that wait to be sent, and what became of sending them. */
#include "views/report/renderers.h"

void render_outbox(Page *page, const bylaw_node *document) {
    const bylaw_node *messages = bylaw_get(document, "messages");
    if (bylaw_count(messages) == 0) put_line(page, "No message waits to be sent.");
    for (size_t i = 0; i < bylaw_count(messages); i++) {
        const bylaw_node *message = bylaw_item(messages, i);
        put(page, bylaw_get_text(message, "person"));
        tab(page, widest(messages, "person") + 2);
        put_line(page, bylaw_get_text(message, "subject"));
        if (!has(message, "attempts")) continue;
        put(page, "  tried ");
        put_counted(page, bylaw_get_integer(message, "attempts"), "time", "times");
        put(page, ", next after ");
        put(page, bylaw_get_text(message, "again"));
        put(page, ": ");
        put_line(page, bylaw_get_text(message, "why"));
    }
}

void render_delivery(Page *page, const bylaw_node *document) {
    put_counted(page, bylaw_get_integer(document, "sent"), "message was sent", "messages were sent");
    if (bylaw_get_integer(document, "failed") == 0) {
        line_end(page);
        return;
    }
    put(page, ", ");
    put_count(page, bylaw_get_integer(document, "failed"));
    put_line(page, " could not be: bylaw outbox says why");
}
