/* The handbook's partner as a table of commands, told through the public header in a world where the clock
 * stands still and chance is a seeded sequence: what the suites of the service share. */
#ifndef BYLAW_TESTS_SERVICE_STORY_H
#define BYLAW_TESTS_SERVICE_STORY_H

#include "../check_more.h"
#include "service/book.h"
#include <string.h>

#define PEOPLE SOURCE_DIR "/tests/data/people.yaml"
#define CASE   "PRT-2026-001"

/* The two halves of a checked fixture: a fresh folder, an arena, and the world. */
void story_set_up(void);
void story_tear_down(void);

extern Arena *story_arena;
const char *story_path(const char *name); /* of a file in the folder */
Text story_read(const char *path);
void story_write(const char *path, Text content);

/* What the library is given. */
typedef struct World {
    int64_t now;
    uint64_t chance;
    bylaw_key *key; /* NULL: nobody signs */
    bylaw_host host;
} World;

enum { WORLD_NOW = 1780315200 }; /* 2026-06-01T12:00:00Z */

extern World world; /* its key is kept from one founding to the next, and freed by the tearing down */
void world_begin(uint64_t seed);

/* A new book under the repository's rules and workflow, with its key beside it; it must be made. */
void world_found(const char *path);
bylaw_book *world_open(const char *path, bool write); /* it must open */

enum { DEED_WORDS = 16 };

/* A command: "--name=value" is an option, everything else stands by place. */
typedef struct Deed {
    const char *verb, *as, *at;
    const char *words[DEED_WORDS];
} Deed;

/* init, import, open, submit, three scorings, answer, convene, attend, recuse, move, vote, close and three
 * tasks, each of them a step of the story after the founding. */
enum { STORY_STEPS = 15, STORY_IMPORTED = 1, STORY_OPENED = 2, STORY_SCORED = 6, STORY_MOVED = 11 };
extern const Deed story[STORY_STEPS];

bylaw_result *deed_try(bylaw_book *book, const Deed *deed, int64_t seen);
void deed_do(bylaw_book *book, const Deed *deed); /* must be done */

/* A founded book with the first `steps` of the story in it, at the path; all is closed again. */
void story_told(const char *path, size_t steps);

/* The whole book, so that two can be compared: entries; and what stands. */
Text book_entries(const char *path);
Text book_standing(const char *path);
uint64_t book_size(const char *path);

/* The result must have the code; it is freed. Answers its JSON. */
Text result_ends(bylaw_result *result, bylaw_code code);
/* A result that could not be done says why, in a sentence. */
void result_explains(bylaw_result *result);

#define ck_assert_says(text, part)                                                                           \
    do {                                                                                                     \
        Text says_text = (text);                                                                             \
        ck_assert_msg(strstr(says_text.at, (part)) != NULL, "\"%s\" should be said in: %s", (part),          \
                      says_text.at);                                                                         \
    } while (0)

#endif
