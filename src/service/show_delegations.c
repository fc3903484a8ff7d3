/* show: what is delegated: one delegation, and those of a body or an office. */
#include "proceedings/delegations.h"
#include "service/reading.h"

static void describe_delegation(Reading *reading, const DelegationState *delegation, Tree *map) {
    Arena *arena = reading->arena;
    tree_set_text(arena, map, "number", delegation->number);
    tree_set_some(reading->arena, map, "rule", delegation->rule);
    tree_set_text(arena, map, "of", delegation->of);
    tree_set_some(reading->arena, map, "for", called(reading->state, delegation->giver));
    tree_set_some(reading->arena, map, "case", delegation->subject);
    tree_set_text(arena, map, "to", called(reading->state, delegation->to));
    tree_set_text(arena, map, "from", date_text(arena, delegation->from));
    tree_set_text(arena, map, "until", date_text(arena, delegation->until));
    tree_set_some(reading->arena, map, "meeting", delegation->meeting);
    if (delegation->revoked != DATE_NONE) {
        tree_set_text(arena, map, "revoked", date_text(arena, delegation->revoked));
        tree_set_text(arena, map, "because", delegation->because);
    }
    tree_set_int(arena, map, "entry", delegation->entry);
}

void show_delegation(Reading *reading, const DelegationState *delegation) {
    result_kind(reading->result, BYLAW_DONE, "delegation");
    Tree *document = reading->result->document;
    describe_delegation(reading, delegation, document);
    tree_set_int(reading->arena, document, "version",
                 state_scope_version(reading->state, delegation->number));
    tree_set_text(reading->arena, document, "day", date_text(reading->arena, reading->today));
    tree_set_bool(reading->arena, document, "holds", delegation_runs(delegation, reading->today));
    set_names(reading, document, "motions", &delegation->motions);
}

void show_delegated(Reading *reading, Text of, Tree *document) {
    const DelegationState *delegation;
    Text place = {0};
    Tree *list = NULL;
    while (state_next_delegation(reading->state, of, reading->today, place, &place, &delegation)) {
        place = key_after(reading->arena, place);
        if (!list) list = tree_set_list(reading->arena, document, "delegations");
        describe_delegation(reading, delegation, tree_add_map(reading->arena, list));
    }
}
