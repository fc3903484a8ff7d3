/* Documents for the suites of the report room, written as JSON with ' for ": the room reads documents through
 * the library's public readers, which are replaced here by readers of these, so that each test says in full
 * what it shows. */
#ifndef BYLAW_TESTS_DOCUMENTS_H
#define BYLAW_TESTS_DOCUMENTS_H

#include "views/report/report.h"
#include <check.h>
#include <stdio.h>
#include <string.h>

/* What the report room makes of a document; it lasts until the next call. */
const char *shown(const char *json);
const char *shown_in_colour(const char *json);

#define ck_assert_shows(json, text)                                                                          \
    do {                                                                                                     \
        const char *documents_shown = shown(json);                                                           \
        ck_assert_msg(strstr(documents_shown, text) != NULL, "this does not show \"%s\":\n%s", text,         \
                      documents_shown);                                                                      \
    } while (0)

#define ck_assert_hides(json, text)                                                                          \
    do {                                                                                                     \
        const char *documents_shown = shown(json);                                                           \
        ck_assert_msg(strstr(documents_shown, text) == NULL, "this shows \"%s\":\n%s", text,                 \
                      documents_shown);                                                                      \
    } while (0)

#endif
