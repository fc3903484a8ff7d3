/* What changes in meaning from one set of rules to another. */
#include "difference/difference.h"
#include "service/service.h"

typedef struct Comparing {
    const bylaw_rules *before, *now;
} Comparing;

static Edition edition_of(const Charter *charter) {
    return (Edition){charter->model, charter->program, charter->sources};
}

static void say_edition(Arena *arena, Tree *document, const char *key, const Charter *charter) {
    Tree *map = tree_set_map(arena, document, key);
    tree_set_text(arena, map, "charter", charter->name);
    tree_set_text(arena, map, "title", charter->program->title);
    tree_set_text(arena, map, "edition", charter->program->edition);
}

static void say_difference(bylaw_result *result, void *context) {
    const Comparing *comparing = context;
    const Charter *before = &comparing->before->charter, *now = &comparing->now->charter;
    Edition old = edition_of(before), new = edition_of(now);
    result_kind(result, BYLAW_DONE, "difference");
    say_edition(result->arena, result->document, "before", before);
    say_edition(result->arena, result->document, "now", now);
    if (difference_find(result->arena, &old, &new, result->document) > 0) result->code = BYLAW_WANTING;
}

bylaw_result *bylaw_rules_compare(const bylaw_rules *before, const bylaw_rules *now) {
    return result_of(say_difference, &(Comparing){before, now});
}
