/* phrase: matches what an author wrote after a setting against the rows of PHRASES, so that a new phrase is a
 * row and no new rule of the grammar. */
#ifndef BYLAW_SYNTAX_PHRASE_H
#define BYLAW_SYNTAX_PHRASE_H

#include "source/diagnostic.h"
#include "syntax/ast.h"

typedef enum ItemKind {
    ITEM_WORD,
    ITEM_NUMBER,
    ITEM_UNIT,
    ITEM_RANGE,
    ITEM_TEXT,
    ITEM_COMMA,
    ITEM_OTHER
} ItemKind;

typedef struct PhraseItem {
    ItemKind kind;
    Span at;
    Text text;
} PhraseItem;

typedef VEC(PhraseItem) ItemList;

/* Fills in the phrase of a setting; when no row fits, reports what could have been written (at `at`, the
 * place of the whole clause when no item is there) and leaves PHRASE_NONE. */
void phrase_match(Diagnostics *diagnostics, SettingId setting, const ItemList *items, Span at,
                  Phrase *phrase);

/* Of a setting that is followed by a condition or a phrase: does the line behind its word begin like one of
 * its phrases? Two words tell: no condition has a name and a word, or a number and a word, side by side. */
bool phrase_meant(SettingId setting, Text line);

#endif
