#include "ledger/entry.h"

RECORD_FIELDS(Entry, ENTRY_FIELDS)

/* Texts by which entries are found and bound; they are written as they are, without an escape. */
static bool plain(Text text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] < ' ' || text.at[i] == '"' || text.at[i] == '\\') return false;
    return true;
}

bool entry_encode(Arena *arena, const Entry *entry, Text *bytes) {
    if (text_empty(entry->kind) || !plain(entry->kind) || !plain(entry->scope) || !plain(entry->charter))
        return false;
    Buf buf = buf_new(arena);
    record_write(&buf, &Entry_record, entry);
    *bytes = buf_done(&buf);
    return bytes->len <= ENTRY_MAX && text_valid_utf8(*bytes, NULL);
}

Entry *entry_decode(Arena *arena, Text bytes, Text *error) {
    if (bytes.len > ENTRY_MAX) {
        *error = text_format(arena, "It is longer than the %d bytes that an entry may have.", ENTRY_MAX);
        return NULL;
    }
    Entry *entry = record_read(arena, &Entry_record, bytes, error);
    Text again;
    if (!entry || (entry_encode(arena, entry, &again) && text_equal(again, bytes))) return entry;
    *error = TEXT("It is not written in the one form that an entry has.");
    return NULL;
}
