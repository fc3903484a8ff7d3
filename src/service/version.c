#include "service/service.h"

#ifndef BYLAW_VERSION
#define BYLAW_VERSION "0.1.0"
#endif

static void say_version(bylaw_result *result, void *context) {
    (void)context;
    result_kind(result, BYLAW_DONE, "version");
    tree_set_text(result->arena, result->document, "version", TEXT(BYLAW_VERSION));
    tree_set_int(result->arena, result->document, "semantics", ENTRY_SEMANTICS);
    tree_set_int(result->arena, result->document, "language", LANGUAGE_VERSION);
    tree_set_text(result->arena, result->document, "library", store_library());
    tree_set_text(result->arena, result->document, "journal", store_journal());
}

bylaw_result *bylaw_version(void) {
    return result_of(say_version, NULL);
}
