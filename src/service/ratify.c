/* ratify: rules that become a new edition of a book's charter, kept in it as source (law R5). */
#include "difference/difference.h"
#include "service/act.h"

static bool has_errors(Acting *acting, const Charter *charter) {
    Buf buf = buf_new(acting->arena);
    buf_cstr(&buf, "the rules have errors, so they are no edition:\n");
    diagnostics_write_text(&buf, charter->sources, charter->diagnostics);
    return act_problem(acting, BYLAW_WANTING, buf_done(&buf),
                       TEXT("mend them; bylaw check shows what is left"));
}

bool act_read_rules(Acting *acting, const char *const *paths, size_t count, Text *name) {
    bylaw_book *book = acting->book;
    Text problem, mend;
    Charter *charter = arena_make(book->arena, Charter);
    if (!charter_files(book->arena, paths, count, charter, &problem, &mend))
        return act_problem(acting, BYLAW_CANNOT, problem, mend);
    charter_build(book->arena, charter);
    if (!charter->program) return has_errors(acting, charter);
    *name = charter->name;
    return book_keep_charter(book, charter) || act_failed(acting);
}

/* --- what changes with it ------------------------------------------------------------------------------- */

/* The edition that a ratified one follows. */
static const Charter *charter_before(Acting *acting, Text charter) {
    const BookState *book = state_book(acting->state);
    size_t at = book->editions.len;
    while (at > 0 && text_equal(book->editions.at[at - 1].charter, charter)) at--;
    return at == 0 ? NULL : book_charter(acting->book, book->editions.at[at - 1].charter);
}

/* Of each declaration its name and how it changes; what in it changes is what bylaw diff says. */
static void add_changes(Arena *arena, const Tree *found, Tree *list) {
    static const char *const kept[] = {"declares", "what", "name", "was", "how"};
    for (size_t i = 0; i < tree_len(found); i++) {
        Tree *change = tree_add_map(arena, list);
        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++) {
            const Tree *value = tree_get(found->items[i], kept[k]);
            if (value) tree_set_text(arena, change, kept[k], value->text);
        }
    }
}

void say_edition(Acting *acting) {
    Arena *arena = acting->arena;
    const CommandBody *command = acting->batch.effects.at[0].body;
    Text name = tree_get_text(command->args, "charter");
    const Charter *before = charter_before(acting, name), *now = book_charter(acting->book, name);
    if (!before || !now) return;
    Tree *found = tree_map(arena);
    Edition old = {before->model, before->program, before->sources},
            new = {now->model, now->program, now->sources};
    difference_find(arena, &old, &new, found);
    Tree *edition = tree_set_map(arena, acting->result->document, "edition");
    tree_set_text(arena, edition, "charter", name);
    tree_set_text(arena, edition, "edition", now->program->edition);
    tree_set_text(arena, edition, "follows", before->program->edition);
    add_changes(arena, tree_get(found, "changes"), tree_set_list(arena, edition, "changes"));
}
