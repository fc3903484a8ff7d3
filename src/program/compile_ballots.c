/* Whom a ballot names besides what carries a motion: whose votes bind or advise, who can veto, who decides
 * before the body. */
#include "program/compile_parts.h"

typedef VEC(Who) WhoVec;
typedef VEC(VetoRule) VetoVec;

static Who who_of(const Compiler *c, const Clause *clause) {
    return who_named(c, clause->phrase.args.at[0].name.text, (Text){0});
}

static WhoList whos_of(const Compiler *c, const Decl *decl, SettingId setting) {
    WhoVec whos = {0};
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == setting)
            *vec_push(c->arena, &whos) = who_of(c, &decl->clauses.at[i]);
    return (WhoList){whos.at, whos.len};
}

static void compile_vetoes(const Compiler *c, const Decl *decl, BallotRule *rule) {
    VetoVec vetoes = {0};
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == SETTING_VETO)
            *vec_push(c->arena, &vetoes) = (VetoRule){
                who_of(c, clause), text_ends(phrase_pattern(clause->phrase.id), TEXT("with reason"))};
    }
    rule->vetoes = vetoes.at;
    rule->veto_count = vetoes.len;
}

void compile_voices(const Compiler *c, const Decl *decl, BallotRule *rule) {
    const Clause *consent = decl_setting(decl, SETTING_CONSENT);
    rule->binding = whos_of(c, decl, SETTING_BINDING);
    rule->advisory = whos_of(c, decl, SETTING_ADVISORY);
    rule->expedited = whos_of(c, decl, SETTING_EXPEDITED);
    rule->consent = consent ? consent->phrase.args.at[0].duration : (Duration){0};
    rule->consent_agenda = phrase_of(decl, SETTING_UNOPPOSED) == PHRASE_UNOPPOSED_TOGETHER;
    rule->unopposed = rule->consent_agenda || phrase_of(decl, SETTING_UNOPPOSED) == PHRASE_UNOPPOSED_CARRIED;
    compile_vetoes(c, decl, rule);
}
