/* Roles, offices, bodies, ballots, powers and escalations. */
#include "program/compile_parts.h"

static void compile_roles(Compiler *c) {
    const Symbol *symbol;
    Role *roles = arena_array(c->arena, Role, SYMBOL_COUNT(c, ROLE));
    for (EACH_SYMBOL(c, ROLE, symbol)) roles[symbol->index] = (Role){symbol->name, symbol->decl->title};
    c->program->roles = roles;
    c->program->roles_count = SYMBOL_COUNT(c, ROLE);
}

static void compile_offices(Compiler *c) {
    const Symbol *symbol;
    Office *offices = arena_array(c->arena, Office, SYMBOL_COUNT(c, OFFICE));
    for (EACH_SYMBOL(c, OFFICE, symbol))
        offices[symbol->index] =
            (Office){symbol->name, symbol->decl->title, own_enum(c, symbol->enumeration)};
    c->program->offices = offices;
    c->program->offices_count = SYMBOL_COUNT(c, OFFICE);
}

/* --- thresholds ----------------------------------------------------------------------------------------- */

static Index role_named(const Compiler *c, Text name) {
    const Symbol *symbol = text_empty(name) ? NULL : map_get(&c->model->globals, name);
    return symbol ? (Index)symbol->index : NONE;
}

static Bound bound_of(const Compiler *c, const Comparison *comparison) {
    Buf buf = buf_new(c->arena);
    comparison_write(&buf, comparison);
    return (Bound){.counted = comparison->counted,
                   .at_least = comparison->at_least,
                   .quantity = comparison->quantity,
                   .of_count = comparison->of_count,
                   .root = comparison->root,
                   .base = comparison->base,
                   .including = comparison->including,
                   .including_role = role_named(c, comparison->including_role.text),
                   .written = buf_done(&buf)};
}

static Threshold threshold_of(const Compiler *c, const Clause *clause) {
    size_t count = clause ? clause->comparisons.len : 0;
    Bound *bounds = arena_array(c->arena, Bound, count);
    for (size_t i = 0; i < count; i++) bounds[i] = bound_of(c, &clause->comparisons.at[i]);
    return (Threshold){bounds, count};
}

/* --- bodies and ballots --------------------------------------------------------------------------------- */

static TieRule tie_of(const Decl *decl) {
    switch (phrase_of(decl, SETTING_TIE)) {
    case PHRASE_TIE_CHAIR:
        return TIE_CHAIR_DECIDES;
    case PHRASE_TIE_CHAIR_UNVOTED:
        return TIE_CHAIR_DECIDES_IF_UNVOTED;
    default:
        return TIE_IS_LOST;
    }
}

static ProxyRule proxies_of(const Decl *decl) {
    ProxyRule rule = {0};
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting != SETTING_PROXIES) continue;
        PhraseId said = clause->phrase.id;
        bool anyone = said == PHRASE_PROXIES_ANYONE || said == PHRASE_PROXIES_ANYONE_MOST;
        if (said == PHRASE_PROXIES_QUORUM) rule.in_quorum = true;
        if (said == PHRASE_PROXIES_SECRET) rule.in_secret = true;
        if (anyone || said == PHRASE_PROXIES_MEMBERS || said == PHRASE_PROXIES_MEMBERS_MOST)
            rule.allowed = true;
        if (anyone) rule.anyone = true;
        if (clause->phrase.args.len > 0) number_to_int(clause->phrase.args.at[0].number, &rule.most);
    }
    return rule;
}

static Body body_of(const Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    const Clause *mandate = decl_setting(decl, SETTING_MANDATE), *seats = decl_setting(decl, SETTING_SEATS);
    const Clause *notice = decl_setting(decl, SETTING_NOTICE);
    Body body = {.name = symbol->name,
                 .title = decl->title,
                 .mandate = mandate ? mandate->text : (Text){0},
                 .for_each = own_enum(c, symbol->enumeration),
                 .quorum = threshold_of(c, decl_setting(decl, SETTING_QUORUM)),
                 .carried = threshold_of(c, decl_setting(decl, SETTING_CARRIED)),
                 .recused_leave = phrase_of(decl, SETTING_RECUSED) == PHRASE_RECUSED_LEAVE,
                 .tie = tie_of(decl),
                 .votes = vote_kind(phrase_of(decl, SETTING_BODY_KIND)),
                 .meets = phrase_of(decl, SETTING_MEETS),
                 .circulates = phrase_of(decl, SETTING_CIRCULATION) == PHRASE_CIRCULATION_ALLOWED,
                 .proxies = proxies_of(decl),
                 .notice = notice ? notice->phrase.args.at[0].duration : (Duration){0},
                 .where = where_of(c, decl->at, decl->source)};
    compile_conflicts(c, decl, &body);
    number_to_int(seats->expr->left->value.number, &body.seats_least);
    number_to_int(seats->expr->right->value.number, &body.seats_most);
    return body;
}

static void compile_bodies(Compiler *c) {
    const Symbol *symbol;
    Body *bodies = arena_array(c->arena, Body, SYMBOL_COUNT(c, BODY));
    for (EACH_SYMBOL(c, BODY, symbol)) bodies[symbol->index] = body_of(c, symbol);
    c->program->bodies = bodies;
    c->program->bodies_count = SYMBOL_COUNT(c, BODY);
}

static ChoiceMethod method_of(const Decl *decl) {
    switch (phrase_of(decl, SETTING_CHOICE)) {
    case PHRASE_CHOICE_RANKED:
    case PHRASE_CHOICE_RANKED_DEFAULT:
        return CHOOSES_RANKED;
    case PHRASE_CHOICE_PLURALITY:
    case PHRASE_CHOICE_PLURALITY_DEFAULT:
        return CHOOSES_PLURALITY;
    case PHRASE_CHOICE_APPROVAL:
    case PHRASE_CHOICE_APPROVAL_DEFAULT:
        return CHOOSES_APPROVAL;
    default:
        return CHOOSES_NOTHING;
    }
}

static void compile_ballots(Compiler *c) {
    const Symbol *symbol;
    BallotRule *ballots = arena_array(c->arena, BallotRule, SYMBOL_COUNT(c, BALLOT));
    for (EACH_SYMBOL(c, BALLOT, symbol)) {
        const Decl *decl = symbol->decl;
        const Clause *open = decl_setting(decl, SETTING_OPEN);
        ballots[symbol->index] =
            (BallotRule){.name = symbol->name,
                         .open = open ? open->phrase.args.at[0].duration : (Duration){0},
                         .votes = vote_kind(phrase_of(decl, SETTING_BALLOT_KIND)),
                         .carried = threshold_of(c, decl_setting(decl, SETTING_BALLOT_CARRIED)),
                         .choice = {.method = method_of(decl),
                                    .otherwise = ballot_default(decl),
                                    .quorum = threshold_of(c, decl_setting(decl, SETTING_OPTION_QUORUM)),
                                    .majority = threshold_of(c, decl_setting(decl, SETTING_OPTION_MAJORITY))},
                         .where = where_of(c, decl->at, decl->source)};
        compile_voices(c, decl, &ballots[symbol->index]);
    }
    c->program->ballots = ballots;
    c->program->ballots_count = SYMBOL_COUNT(c, BALLOT);
}

/* --- powers --------------------------------------------------------------------------------------------- */

static Power power_of(const Compiler *c, const Decl *decl, const TableRow *row) {
    const Cell *who = &row->cells.at[1];
    Power power = {.count = who->tests.len, .where = where_of(c, row->at, decl->source)};
    Who *all = arena_array(c->arena, Who, who->tests.len);
    for (size_t i = 0; i < who->tests.len; i++) {
        const Expr *expr = who->tests.at[i].value;
        all[i] =
            who_named(c, expr->parts.at[0].text, expr->index ? expr_words(c->arena, expr->index) : (Text){0});
    }
    act_find(cell_word(c, &row->cells.at[0]), &power.act);
    power.who = all;
    return power;
}

static void compile_powers(Compiler *c) {
    VEC(Power) powers = {0};
    const Decl *decl;
    for (size_t at = 0; (decl = next_decl(c, DECL_POWERS, &at)) != NULL;)
        for (size_t i = 0; decl->table && i < decl->table->rows.len; i++)
            *vec_push(c->arena, &powers) = power_of(c, decl, &decl->table->rows.at[i]);
    c->program->powers = powers.at;
    c->program->powers_count = powers.len;
}

void compile_people(Compiler *c) {
    compile_roles(c);
    compile_offices(c);
    compile_bodies(c);
    compile_ballots(c);
    compile_powers(c);
}

/* --- escalations ---------------------------------------------------------------------------------------- */

enum { LEVEL_NUMBER, LEVEL_TO, LEVEL_WITHIN, LEVEL_ON_SILENCE };

static EscalationStart start_of(const Phrase *phrase) {
    EscalationStart start = {.kind = START_OBJECTION};
    if (phrase->id == PHRASE_STARTS_UNDECIDED || phrase->id == PHRASE_STARTS_APPEALED) {
        start.kind = phrase->id == PHRASE_STARTS_APPEALED ? START_APPEAL : START_UNDECIDED;
        start.after = phrase->args.at[0].duration;
    } else if (phrase->id == PHRASE_STARTS_QUORUM_LOST) {
        start.kind = START_QUORUM_LOST;
        number_to_int(phrase->args.at[0].number, &start.times);
    }
    return start;
}

static EscalationLevel level_of(const Compiler *c, const Decl *decl, const TableRow *row) {
    const Cell *cells = row->cells.at;
    const Expr *to = cell_value(&cells[LEVEL_TO]);
    Duration within = {0};
    expr_duration_constant(cell_value(&cells[LEVEL_WITHIN]), &within);
    bool next = text_is(cell_word(c, &cells[LEVEL_ON_SILENCE]), "next");
    return (EscalationLevel){.to = who_named(c, to->parts.at[0].text, (Text){0}),
                             .indexed = to->index != NULL,
                             .within = within,
                             .on_silence = next ? SILENCE_NEXT : SILENCE_REJECT,
                             .where = where_of(c, row->at, decl->source)};
}

static Escalation escalation_of(const Compiler *c, const Symbol *symbol) {
    const Decl *decl = symbol->decl;
    VEC(EscalationStart) starts = {0};
    for (size_t i = 0; i < decl->clauses.len; i++)
        if (decl->clauses.at[i].setting == SETTING_STARTS)
            *vec_push(c->arena, &starts) = start_of(&decl->clauses.at[i].phrase);
    size_t count = decl->table->rows.len;
    EscalationLevel *levels = arena_array(c->arena, EscalationLevel, count);
    for (size_t i = 0; i < count; i++) levels[i] = level_of(c, decl, &decl->table->rows.at[i]);
    return (Escalation){.name = symbol->name,
                        .for_each = own_enum(c, symbol->enumeration),
                        .starts = starts.at,
                        .start_count = starts.len,
                        .levels = levels,
                        .level_count = count,
                        .where = where_of(c, decl->at, decl->source)};
}

void compile_escalations(Compiler *c) {
    const Symbol *symbol;
    Escalation *escalations = arena_array(c->arena, Escalation, SYMBOL_COUNT(c, ESCALATION));
    for (EACH_SYMBOL(c, ESCALATION, symbol)) escalations[symbol->index] = escalation_of(c, symbol);
    c->program->escalations = escalations;
    c->program->escalations_count = SYMBOL_COUNT(c, ESCALATION);
}
