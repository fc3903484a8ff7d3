#include "service/act.h"
#include "service/refused.h"

bool act_problem(Acting *acting, bylaw_code code, Text sentence, Text mend) {
    result_problem(acting->result, code, sentence, mend);
    return false;
}

bool act_failed(Acting *acting) {
    result_store_problem(acting->result, acting->book);
    return false;
}

static void say_batch(Acting *acting, const Batch *batch, int64_t first, Tree *list) {
    for (size_t i = 1; i < batch->effects.len; i++) {
        const Effect *effect = &batch->effects.at[i];
        const KindRow *kind = kind_row(effect->kind);
        Entry entry = {.seq = first + (int64_t)i,
                       .kind = kind->word,
                       .version = kind->version,
                       .scope = effect->scope,
                       .recorded = acting->around.recorded,
                       .happened = acting->around.happened,
                       .actor = acting->around.actor,
                       .body = record_to_tree(acting->arena, kind->body, effect->body)};
        tree_add(acting->arena, list, describe_entry(acting->arena, acting->state, &entry));
    }
}

/* What had fallen due was applied before the command, so that a refusal may speak of it; with the refusal it
 * is dropped, and the book does not hold it yet. */
static void say_dropped(Acting *acting) {
    int64_t end = (int64_t)ledger_size(acting->book->ledger);
    Tree *list = tree_set_list(acting->arena, acting->result->document, "fell_due");
    say_batch(acting, &acting->advanced, end - (int64_t)acting->advanced.effects.len, list);
}

bool act_refused(Acting *acting, const Refusal *refusal) {
    result_refusal(acting->result, refusal);
    bool logged = !acting->dry_run && log_refused(acting, refusal);
    if (acting->dry_run) tree_set_bool(acting->arena, acting->result->document, "dry_run", true);
    tree_set_bool(acting->arena, acting->result->document, "logged", logged);
    if (acting->came_due) say_dropped(acting);
    return false;
}

static void say_remarks(Arena *arena, const Batch *batch, Tree *list) {
    for (size_t i = 0; i < batch->remarks.len; i++) {
        const Remark *remark = &batch->remarks.at[i];
        Text mend = remark_mend(arena, remark);
        Tree *map = tree_add_map(arena, list);
        tree_set_text(arena, map, "code", remark_name(remark->code));
        tree_set_text(arena, map, "sentence", remark_sentence(arena, remark));
        tree_set_some(arena, map, "mend", mend);
    }
}

Tree *act_remarks(Arena *arena, const Acting *acting) {
    Tree *list = tree_list(arena);
    say_remarks(arena, &acting->advanced, list);
    say_remarks(arena, &acting->batch, list);
    return list;
}

static void say_case(Acting *acting, const CaseState *subject) {
    Tree *document = acting->result->document;
    tree_set_text(acting->arena, document, "case", subject->number);
    tree_set_bool(acting->arena, document, "ended", subject->ended);
    if (subject->ended) tree_set_text(acting->arena, document, "outcome", subject->outcome);
    WaitingList waiting = {0};
    Date today = moment_date(acting->around.happened);
    case_waits(acting->state, subject, today, &waiting);
    Tree *list = tree_set_list(acting->arena, document, "waits");
    for (size_t i = 0; i < waiting.len; i++)
        tree_add(acting->arena, list, describe_waiting(acting->arena, acting->state, &waiting.at[i], today));
}

static void say_unmoved(Acting *acting, Tree *document) {
    Tree *list = NULL;
    for (size_t i = 0; i < acting->batch.unmoved.len; i++) {
        const Unmoved *unmoved = &acting->batch.unmoved.at[i];
        if (!list) list = tree_set_list(acting->arena, document, "unmoved");
        Tree *map = tree_add_map(acting->arena, list);
        tree_set_text(acting->arena, map, "case", unmoved->subject);
        tree_set_text(acting->arena, map, "sentence", refusal_sentence(acting->arena, &unmoved->refusal));
        Text mend = refusal_mend(acting->arena, &unmoved->refusal);
        tree_set_some(acting->arena, map, "mend", mend);
    }
}

void act_say(Acting *acting) {
    Arena *arena = acting->arena;
    result_kind(acting->result, BYLAW_DONE, "act");
    Tree *document = acting->result->document;
    tree_set_text(arena, document, "verb", text_of(acting->verb->word));
    if (acting->dry_run) tree_set_bool(arena, document, "dry_run", true);
    Batch *main = &acting->batch;
    int64_t end = (int64_t)ledger_size(acting->book->ledger);
    int64_t first = end - (int64_t)main->effects.len;
    Tree *advanced = tree_set_list(arena, document, "fell_due");
    say_batch(acting, &acting->advanced, first - (int64_t)acting->advanced.effects.len, advanced);
    Tree *entries = tree_set_list(arena, document, "entries");
    say_batch(acting, main, first, entries);
    Tree *remarks = act_remarks(arena, acting);
    if (tree_len(remarks) > 0) tree_set(arena, document, TEXT("remarks"), remarks);
    tree_set_bool(arena, document, "signed", acting->book->host.sign != NULL);
    if (main->effects.len == 0) return;
    say_unmoved(acting, document);
    if (acting->verb->id == VERB_RATIFY) say_edition(acting);
    Text scope = main->effects.at[0].scope;
    tree_set_text(arena, document, "scope", scope);
    tree_set_int(arena, document, "version", state_scope_version(acting->state, scope));
    const CaseState *subject = state_case(acting->state, scope);
    if (subject) say_case(acting, subject);
}
