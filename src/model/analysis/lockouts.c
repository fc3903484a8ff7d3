/* Lock-outs: rules by which nobody could ever again enter people or change the rules. Whoever may enter
 * people can fill every position but their own when it has lost its last holder; a new edition can give any
 * power to others. So what is looked for is the loss of one position after which nobody is left to do either,
 * or after which all others, which nobody fills any more, are lost one after another. */
#include "model/analysis/analysis.h"
#include "model/analysis/powers.h"

typedef VEC(const Expr *) Positions; /* roles, offices and bodies, each once */

/* As it is written: "leader[health]". */
static Text name_of(const Model *model, const Expr *position) {
    return source_text(model->ast->sources, position->at);
}

static bool is_among(const Model *model, const Positions *positions, const Expr *who) {
    for (size_t i = 0; i < positions->len; i++)
        if (text_equal(name_of(model, positions->at[i]), name_of(model, who))) return true;
    return false;
}

static void add_holders(const Model *model, ActId act, Positions *positions) {
    const Cell *who = power_holders(model, act);
    for (size_t i = 0; who && i < who->tests.len; i++) {
        const Expr *one = who->tests.at[i].value;
        if (one && one->symbol && !is_among(model, positions, one)) *vec_push(model->arena, positions) = one;
    }
}

/* NULL: there are several. */
static const Expr *only_one(const Positions *positions) {
    return positions->len == 1 ? positions->at[0] : NULL;
}

static Text is_empty(const Expr *position) {
    if (position->symbol->kind == SYMBOL_OFFICE) return TEXT("nobody holds that office");
    return position->symbol->kind == SYMBOL_BODY ? TEXT("that body has no members")
                                                 : TEXT("nobody has that role");
}

/* Those who could still help by a new edition, until they too are gone: "board" and "ceo". */
static Text who_is_lost_too(const Model *model, const Expr *first, const Positions *ratifying) {
    Text *names = arena_array(model->arena, Text, ratifying->len);
    size_t count = 0;
    for (size_t i = 0; i < ratifying->len; i++) {
        Text name = name_of(model, ratifying->at[i]);
        if (!text_equal(name, name_of(model, first)))
            names[count++] = text_format(model->arena, "\"%.*s\"", TEXT_ARG(name));
    }
    if (count == 0) return (Text){0};
    return text_format(model->arena,
                       "; then %.*s can still put in force an edition that gives the power to others, but "
                       "is not filled again either, and with the last holder there nobody can",
                       TEXT_ARG(text_join(model->arena, names, count, " and ")));
}

void analyse_lockouts(const Model *model, Diagnostics *diagnostics) {
    Positions importing = {0}, ratifying = {0}, all = {0};
    if (!model->sound || model->ast->workflows.len == 0) return;
    add_holders(model, ACT_IMPORT, &importing);
    add_holders(model, ACT_RATIFY, &ratifying);
    add_holders(model, ACT_IMPORT, &all);
    add_holders(model, ACT_RATIFY, &all);
    const Expr *one = only_one(&importing);
    if (!one) return;
    Text name = name_of(model, one);
    if (ratifying.len && only_one(&all))
        DIAGNOSE(diagnostics, DIAG_ALL_BY_ONE, one->at, name, is_empty(one));
    else if (one->symbol->kind != SYMBOL_ROLE) /* which any number of people have */
        DIAGNOSE(diagnostics, DIAG_FILLED_BY_ITSELF, one->at, name, is_empty(one),
                 who_is_lost_too(model, one, &ratifying));
}
