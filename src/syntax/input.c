#include "syntax/input.h"

static void too_large(Text text, uint32_t file, Diagnostics *diagnostics) {
    Arena *arena = diagnostics->arena;
    DIAGNOSE(diagnostics, DIAG_FILE_TOO_LARGE, ((Span){file, 0, 1}), text_format(arena, "%zu", text.len),
             text_format(arena, "%d", RULE_FILE_MAX));
}

bool input_readable(const Sources *sources, uint32_t file, Diagnostics *diagnostics) {
    Text text = sources->files.at[file].text;
    if (text.len > RULE_FILE_MAX) {
        too_large(text, file, diagnostics);
        return false;
    }
    size_t bad;
    if (text_valid_utf8(text, &bad)) return true;
    Span at = {file, (uint32_t)bad, (uint32_t)bad + 1};
    Text byte = text_format(diagnostics->arena, "0x%02X", (unsigned char)text.at[bad]);
    Place place = source_place(sources, at);
    DIAGNOSE(diagnostics, DIAG_NOT_UTF8, at, byte, text_format(diagnostics->arena, "%u", place.line));
    return false;
}
