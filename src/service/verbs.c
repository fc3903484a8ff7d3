/* The verbs that change a book, as programs see them: the rows of proceedings/verbs.h and no others. */
#include "service/service.h"

#define HOW_FIRST  BYLAW_BY_PLACE
#define HOW_SECOND BYLAW_BY_PLACE
#define HOW_REST   BYLAW_BY_PLACE_ALL
#define HOW_OPTION BYLAW_BY_NAME
#define HOW_MUST   BYLAW_BY_NAME_NEEDED
#define ARGUMENT(S, kind, field, word, how, sentence)                                                        \
    {word,                                                                                                   \
     HOW_##how,                                                                                              \
     ARG_##kind == ARG_FLAG,                                                                                 \
     ARG_##kind == ARG_PERSONS || ARG_##kind == ARG_RULES,                                                   \
     ARG_##kind == ARG_FILE,                                                                                 \
     sentence},

#define X(name, word, type, args, sentence)                                                                  \
    static const bylaw_argument type##_arguments[] = {                                                       \
        args(ARGUMENT, type){NULL, 0, false, false, false, NULL}};
VERBS(X)
#undef X

const bylaw_verb *bylaw_verbs(size_t *count) {
    static const bylaw_verb verbs[] = {
#define X(name, word, type, args, sentence)                                                                  \
    {word, sentence, type##_arguments, sizeof type##_arguments / sizeof type##_arguments[0] - 1},
        VERBS(X)
#undef X
    };
    *count = sizeof verbs / sizeof verbs[0];
    return verbs;
}

enum { NEAREST_MOST = 256 };

const char *bylaw_nearest(const char *word, const char *const *candidates, size_t count) {
    Text texts[NEAREST_MOST];
    size_t few = count < NEAREST_MOST ? count : NEAREST_MOST;
    for (size_t i = 0; i < few; i++) texts[i] = text_of(candidates[i]);
    int near = text_nearest(text_of(word), texts, few);
    return near < 0 ? NULL : candidates[near];
}
