/* files: what the service reads from the disk. */
#ifndef BYLAW_SERVICE_FILES_H
#define BYLAW_SERVICE_FILES_H

#include "service/service.h"

enum { FACTS_FILE_MAX = 64 * 1024 * 1024, FOLDERS_DEEP = 16, FILE_PIECE = 64 * 1024 };

/* Opens an ordinary file, and nothing that could be waited for, such as a pipe. -1 and a sentence otherwise;
 * what is opened is the caller's to close. */
int file_open(Arena *arena, const char *name, uint64_t *size, Text *problem);
/* What is left of an open file, piece by piece; false: errno says why, or each() did. */
bool file_pieces(int file, bool (*each)(void *context, Text piece), void *context);
Text last_name(Text path); /* "b" of "a/b" and of "a/b/" */

/* The whole of an ordinary file of at most `most` bytes; false and a sentence otherwise. */
bool file_read(Arena *arena, const char *name, size_t most, Text *text, Text *problem);

/* The same of a charter's file, or what an editor holds in its place. `disk` has a NUL behind it. */
bool charter_read(Arena *arena, const Charter *charter, Text disk, Text *text, Text *problem);

/* Are these the same file on the disk? */
bool same_file(Text one, Text other);

typedef VEC(Text) FileList;

/* The files named: each path itself, or for a folder all rule and workflow files in it and below, in the
 * order of their names. `shown` are the names they go by in a charter: "rules/governance.bylaw". */
bool files_find(Arena *arena, const char *const *paths, size_t count, FileList *found, FileList *shown,
                Text *problem);

/* The names of what is in a folder (its path with a NUL behind it), sorted. False when it cannot be read. */
bool files_beside(Arena *arena, Text folder, FileList *names);

/* By its name, a rule file or a workflow. */
bool is_charter_file(Text name);

#endif
