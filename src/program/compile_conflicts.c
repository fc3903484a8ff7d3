/* Who is found to be in conflict over a case, by the rules of a body. */
#include "program/compile_parts.h"

typedef VEC(ConflictRule) ConflictVec;

static ConflictKind kind_of(PhraseId id) {
    switch (id) {
    case PHRASE_SCORERS_RECUSED:
    case PHRASE_SCORERS_TO_RECUSE:
        return CONFLICT_SCORER;
    case PHRASE_NAMED_RECUSED:
    case PHRASE_NAMED_TO_RECUSE:
        return CONFLICT_NAMED;
    default:
        return CONFLICT_REQUESTER;
    }
}

static ConflictRule rule_of(const Compiler *c, const Decl *body, const Clause *clause) {
    PhraseId id = clause->phrase.id;
    ConflictKind kind = kind_of(id);
    return (ConflictRule){.kind = kind,
                          .fact = kind == CONFLICT_NAMED ? clause->phrase.args.at[0].name.text : (Text){0},
                          .recuses = id == PHRASE_REQUESTER_RECUSED || id == PHRASE_SCORERS_RECUSED ||
                                     id == PHRASE_NAMED_RECUSED,
                          .where = where_of(c, clause->at, body->source)};
}

void compile_conflicts(const Compiler *c, const Decl *decl, Body *body) {
    ConflictVec rules = {0};
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == SETTING_CONFLICTED)
            *vec_push(c->arena, &rules) = rule_of(c, decl, &decl->clauses.at[i]);
    body->conflicts = rules.at;
    body->conflict_count = rules.len;
    body->challenged_by_vote = phrase_of(decl, SETTING_CHALLENGES) == PHRASE_CHALLENGES_VOTE;
}
