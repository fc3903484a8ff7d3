#include "store/private.h"

bool store_delivery_put(Store *store, Text key, const Delivery *delivery) {
    sqlite3_stmt *statement = store_statement(store, NULL, STATEMENT_DELIVERY_PUT);
    if (!statement) return false;
    store_bind_text(store, statement, 1, key);
    store_bind_int(store, statement, 2, delivery->attempts);
    store_bind_int(store, statement, 3, delivery->next);
    store_bind_int(store, statement, 4, delivery->sent);
    store_bind_text(store, statement, 5, delivery->why);
    return store_done(store, statement);
}

bool store_delivery(Store *store, Arena *arena, Text key, Delivery *out) {
    *out = (Delivery){0};
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_DELIVERY);
    if (!statement) return false;
    store_bind_text(store, statement, 1, key);
    if (!store_row(store, statement)) return false;
    *out = (Delivery){store_int(statement, 0), store_int(statement, 1), store_int(statement, 2) == 1,
                      store_copy(store, statement, 3)};
    return true;
}

bool store_delivered_after(Store *store, Arena *arena, Text after, Text *key) {
    sqlite3_stmt *statement = store_statement(store, arena, STATEMENT_DELIVERED_AFTER);
    if (!statement) return false;
    store_bind_text(store, statement, 1, after);
    if (!store_row(store, statement)) return false;
    *key = store_copy(store, statement, 0);
    return true;
}
