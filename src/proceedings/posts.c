/* Bodies, offices and roles by their names. An edition may call one otherwise than an earlier edition did
 * (`was`); what is known of it is kept under its first name. */
#include "proceedings/posts.h"

void post_names(Arena *arena, const Program *program, TextList *names) {
    body_names(arena, program, names);
    office_names(arena, program, names);
    for (size_t i = 0; i < program->roles_count; i++) texts_push(arena, names, program->roles[i].name);
}

/* --- across editions ------------------------------------------------------------------------------------ */

Text first_name(State *state, Text post) {
    const BookState *book = state_book(state);
    if (!book || book->editions.len < 2) return post;
    const RenamedState *renamed = state_object(state, SPACE_RENAMED, post);
    return renamed ? renamed->first : post;
}

bool same_post(State *state, Text one, Text other) {
    return text_equal(one, other) || text_equal(first_name(state, one), first_name(state, other));
}

HoldersState *change_holders(State *state, Text post) {
    return state_change(state, SPACE_OFFICE, first_name(state, post));
}

Text post_in(State *state, const Program *program, Text post) {
    TextList names = {0};
    const BookState *book = state_book(state);
    if (!book || book->editions.len < 2) return post;
    post_names(state_arena(state), program, &names);
    if (texts_have(&names, post)) return post;
    for (size_t i = 0; i < names.len; i++)
        if (same_post(state, names.at[i], post)) return names.at[i];
    return post;
}

/* --- from one edition to the next ----------------------------------------------------------------------- */

static Text was_or_is(const Program *later, Text name) {
    Text was = program_was(later, name);
    return text_empty(was) ? name : was;
}

static const EnumType *index_enum(const Program *program, Text base) {
    Index body = program_body(program, base), office = program_office(program, base);
    if (body != NONE) return program->bodies[body].for_each;
    return office == NONE ? NULL : program->offices[office].for_each;
}

Text post_before(Arena *arena, const TextList *earlier, const Program *later, Text post) {
    Text base, index;
    if (texts_have(earlier, post)) return post;
    split_indexed(post, &base, &index);
    const EnumType *type = index_enum(later, base);
    Text member = type ? text_format(arena, "%.*s.%.*s", TEXT_ARG(type->name), TEXT_ARG(index)) : index;
    Text was = type ? program_was(later, member) : (Text){0};
    Text name = indexed_name(arena, was_or_is(later, base), text_empty(was) ? index : was);
    return texts_have(earlier, name) ? name : (Text){0};
}
