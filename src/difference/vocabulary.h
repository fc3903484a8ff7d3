/* vocabulary: what stands in either edition in words that both understand. What was renamed (`was`) goes by
 * its old name, and an enum has all members that it has on one side or the other. */
#ifndef BYLAW_DIFFERENCE_VOCABULARY_H
#define BYLAW_DIFFERENCE_VOCABULARY_H

#include "model/model.h"

typedef enum Side { BEFORE, NOW, SIDES } Side;

/* An enum as both have it: the old members, then the new ones. */
typedef struct CommonEnum {
    EnumType type;
    const bool *in[SIDES]; /* of each member: is it one there? */
} CommonEnum;

typedef struct Vocabulary {
    Arena *arena;
    const Model *models[SIDES];
    Map now;      /* what the new edition declares, by its name in both: a Symbol * */
    Map enums;    /* from the name to a CommonEnum * */
    bool differs; /* something is renamed, or an enum has other members */
} Vocabulary;

Vocabulary vocabulary_of(Arena *arena, const Model *before, const Model *now);

/* What a declaration of the side is called in the other words: its `was`, if there was such a thing. */
Text common_name(const Vocabulary *vocabulary, Side side, Text name);

/* The same of what stands within a declaration: a fact, a member, a row. */
Text common_inner(const Vocabulary *vocabulary, Side side, const Symbol *symbol);

/* Copies, in the words of both. The text of a name that both have is the same. */
Expr *common_expr(const Vocabulary *vocabulary, Side side, const Expr *expr);
Cell common_cell(const Vocabulary *vocabulary, Side side, const Cell *cell);

/* What a checked expression comes to, as a key: two that have the same key mean the same, but for the names
 * in them that mean something else. */
Text meaning_key(const Vocabulary *vocabulary, Side side, const Expr *expr);
Text cell_key(const Vocabulary *vocabulary, Side side, const Cell *cell);

/* The enum that an axis is of; NULL when it is of none. */
const CommonEnum *common_enum(const Vocabulary *vocabulary, Type type);

#endif
