/* The first batch of a book: the book itself, its charter, and its founder, who is the first person. The
 * founder's profile comes sealed: {"sealed": commitment}. */
#include "proceedings/turn.h"

bool do_INIT(Turn *turn) {
    const InitArgs *args = turn->command->args;
    const Program *program = turn->program;
    Text founder = turn->command->actor;
    if (state_book(turn->state)) return refuse(turn, BOOK_STANDS, args->origin);
    BookOpened opened = {.origin = args->origin, .key = args->key, .founder = founder};
    CharterAdopted adopted = {.charter = turn->command->charter,
                              .title = program->title,
                              .edition = program->edition,
                              .language = program->language,
                              .from = program->from,
                              .until = program->until};
    PersonEntered entered = {.person = founder, .profile = tree_get_text(args->founder, "sealed")};
    return emit(turn, KIND_BOOK_OPENED, TEXT("book"), &opened) &&
           emit(turn, KIND_CHARTER_ADOPTED, TEXT("book"), &adopted) &&
           emit(turn, KIND_PERSON_ENTERED, TEXT("people"), &entered);
}
