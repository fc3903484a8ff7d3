/* Bodies, ballots, powers and escalations: who may act, and how a body decides. */
#include "model/check.h"

static void check_threshold(Checker *c, const Clause *clause) {
    for (size_t i = 0; clause && i < clause->comparisons.len; i++) {
        const Comparison *comparison = &clause->comparisons.at[i];
        bool based = comparison->of_count || comparison->root;
        bool votes = comparison->base == COUNT_VOTES_FOR || comparison->base == COUNT_VOTES_AGAINST ||
                     comparison->base == COUNT_VOTES_CAST || comparison->base == COUNT_MEMBERS_PRESENT;
        if (clause->setting == SETTING_QUORUM && based && votes)
            REPORT(c, QUORUM_BASE, comparison->at, count_words(comparison->base));
        if (!text_empty(comparison->including_role.text))
            find_global(c, comparison->including_role, KIND(ROLE));
    }
    check_counts(c, clause);
}

/* A meeting is called for a day, and its notice ends with one. */
static void check_notice(Checker *c, const Clause *clause) {
    const PhraseArg *arg = clause && clause->phrase.args.len ? &clause->phrase.args.at[0] : NULL;
    if (!arg) return;
    check_days(c, arg->duration, TEXT("the notice of a meeting"), arg->at);
    if (arg->duration.amount < 1) REPORT(c, COUNT_NEEDED, arg->at, TEXT("0"));
}

static bool holds_people(const Symbol *fact) {
    const Type *type = &fact->type;
    bool people = type->kind == TYPE_PERSON || (type->kind == TYPE_LIST && type->element == TYPE_PERSON);
    return people && !fact->personal;
}

/* A body is asked about cases of any group: in one of them at least the fact names people. */
static void check_conflict(Checker *c, const Clause *clause) {
    const PhraseArg *arg = clause->phrase.args.len ? &clause->phrase.args.at[0] : NULL;
    if (clause->setting != SETTING_CONFLICTED || !arg) return;
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_FACTS].len; i++) {
        Symbol *fact = map_get(&c->model->of_kind[SYMBOL_FACTS].at[i]->inner, arg->name.text);
        if (fact && fact->kind == SYMBOL_FACT && holds_people(fact)) {
            note_use(c, arg->name.at, fact);
            return;
        }
    }
    REPORT(c, NAMES_NOBODY, arg->name.at, arg->name.text);
}

/* Whether proxies count, and where, is said of such as there are. */
static void check_proxies(Checker *c, const Decl *decl) {
    bool allowed = false;
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting != SETTING_PROXIES) continue;
        PhraseId said = clause->phrase.id;
        allowed = allowed || (said != PHRASE_PROXIES_QUORUM && said != PHRASE_PROXIES_SECRET);
        if (clause->phrase.args.len > 0) check_count(c, &clause->phrase.args.at[0]);
    }
    for (size_t i = 0; i < decl->clauses.len && !allowed; i++)
        if (decl->clauses.at[i].setting == SETTING_PROXIES)
            REPORT(c, PROXIES_UNSAID, decl->clauses.at[i].at, decl->name.text);
}

void check_body(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len; i++) check_conflict(c, &decl->clauses.at[i]);
    int64_t low, high;
    const Clause *seats = decl_setting(decl, SETTING_SEATS);
    if (seats) range_of_integers(c, seats, 1, &low, &high);
    check_threshold(c, decl_setting(decl, SETTING_QUORUM));
    check_threshold(c, decl_setting(decl, SETTING_CARRIED));
    check_notice(c, decl_setting(decl, SETTING_NOTICE));
    check_proxies(c, decl);
}

/* What kind of declaration a phrase that names people asks for: "by role <name>" a role. */
static SymbolKinds kinds_of(PhraseId id) {
    static const struct {
        Text word;
        SymbolKinds kind;
    } words[] = {{TEXT_ROW("members"), KIND(BODY)}, {TEXT_ROW("role"), KIND(ROLE)}};
    Text pattern = phrase_pattern(id), word;
    while (text_next(&pattern, ' ', &word))
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
            if (text_equal(word, words[i].word)) return words[i].kind;
    return KIND(OFFICE);
}

/* Whose votes bind or advise, who can veto, who decides before the body, and how long it may be silent. */
static void check_voices(Checker *c, const Clause *clause) {
    const PhraseArg *arg = clause->phrase.args.len ? &clause->phrase.args.at[0] : NULL;
    if (!arg) return;
    switch (clause->setting) {
    case SETTING_BINDING:
    case SETTING_ADVISORY:
    case SETTING_VETO:
    case SETTING_EXPEDITED:
        find_global(c, arg->name, kinds_of(clause->phrase.id));
        break;
    case SETTING_CONSENT:
        check_days(c, arg->duration, TEXT("consent by silence"), arg->at);
        if (arg->duration.amount < 1) REPORT(c, COUNT_NEEDED, arg->at, TEXT("0"));
        break;
    default:
        break;
    }
}

void check_ballot(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len; i++) check_voices(c, &decl->clauses.at[i]);
    check_threshold(c, decl_setting(decl, SETTING_BALLOT_CARRIED));
    check_threshold(c, decl_setting(decl, SETTING_OPTION_QUORUM));
    check_threshold(c, decl_setting(decl, SETTING_OPTION_MAJORITY));
    check_choice(c, decl);
}

/* --- powers --------------------------------------------------------------------------------------------- */

static void unknown_act(Checker *c, Name act) {
    TextVec known = {0};
    for (ActId id = 0; id < ACT_COUNT; id++) *vec_push(c->arena, &known) = act_word(id);
    Text all = text_join(c->arena, known.at, known.len, ", ");
    suggest(c, REPORT(c, UNKNOWN_ACT, act.at, act.text, all), act.text, &known);
}

/* A power hangs on no case, so that an index is written out. */
static void check_holders(Checker *c, const Cell *cell) {
    Scope scope = {.constants = true};
    Value member;
    check_who(c, &scope, cell);
    for (size_t i = 0; i < cell->tests.len; i++) {
        const Expr *who = cell->tests.at[i].value, *index = who && who->symbol ? who->index : NULL;
        if (index && !expr_constant(c->arena, index, &member))
            REPORT(c, CONSTANT_NEEDED, index->at, type_called(c, index->type));
    }
}

static void check_power(Checker *c, const TableRow *row, Span first[ACT_COUNT]) {
    Name act;
    ActId id;
    check_holders(c, &row->cells.at[1]);
    if (!cell_name(c, &row->cells.at[0], TEXT("an act, such as open or record"), &act)) return;
    if (!act_find(act.text, &id)) {
        unknown_act(c, act);
        return;
    }
    if (!span_nowhere(first[id])) REPORT(c, ACT_TWICE, act.at, act.text)->other = first[id];
    first[id] = act.at;
}

void check_powers(Checker *c) {
    static const Text HEADS[] = {TEXT_ROW("act"), TEXT_ROW("who")};
    Span first[ACT_COUNT] = {0};
    for (size_t f = 0; f < c->model->ast->files.len; f++) {
        const RuleFile *file = c->model->ast->files.at[f];
        for (size_t i = 0; i < file->decls.len; i++) {
            const Table *table = file->decls.at[i]->kind == DECL_POWERS
                                     ? fixed_table(c, file->decls.at[i], HEADS, 2, 2)
                                     : NULL;
            for (size_t row = 0; table && row < table->rows.len; row++)
                check_power(c, &table->rows.at[row], first);
        }
    }
}

/* --- escalations ---------------------------------------------------------------------------------------- */

enum { LEVEL, TO, WITHIN, ON_SILENCE, LEVEL_COLUMNS };

/* In an escalation `for each ENUM`, a level's body or office is meant with the same member. */
static void check_level_to(Checker *c, const Symbol *escalation, Expr *to) {
    bool named = to->kind == EXPR_PATH && to->parts.len == 1;
    Symbol *symbol = named ? find_global(c, to->parts.at[0], KIND(BODY) | KIND(OFFICE)) : NULL;
    if (!symbol) return;
    to->symbol = symbol;
    to->type = type_of(TYPE_DECIDER);
    if (!symbol->enumeration && to->index) REPORT(c, INDEX_UNNEEDED, to->index->at, symbol->name);
    if (!symbol->enumeration) return;
    Text index = symbol->enumeration->name;
    Text mend = text_format(c->arena, "declare the escalation for each %.*s and write %.*s[%.*s]",
                            TEXT_ARG(index), TEXT_ARG(symbol->name), TEXT_ARG(index));
    if (to->index && escalation->enumeration == symbol->enumeration &&
        text_equal(expr_words(c->arena, to->index), index)) {
        to->index->symbol = map_get(&c->model->globals, index);
        note_use(c, to->index->at, to->index->symbol);
        to->index->type = type_of_enum(symbol->enumeration);
    } else {
        REPORT(c, INDEX_NEEDED, to->at, symbol->name, index)->mend = mend;
    }
}

static void check_silence(Checker *c, const Cell *cell, bool last) {
    static const Text NEEDED = TEXT_ROW("\"next\" or \"reject\"");
    Name word;
    if (!cell_name(c, cell, NEEDED, &word)) return;
    bool next = text_is(word.text, "next");
    if (!next && !text_is(word.text, "reject"))
        REPORT(c, CELL_NEEDS, word.at, NEEDED);
    else if (next && last)
        diagnose(c->out, DIAG_LAST_LEVEL, word.at, 0, NULL);
}

/* A clock of the proceedings runs to the end of a day (law P7): in hours it would have no day to end with. */
void check_days(Checker *c, Duration duration, Text what, Span at) {
    if (duration.unit == UNIT_HOURS && duration.amount) REPORT(c, HOURS_HERE, at, what);
}

static void check_level(Checker *c, const Symbol *escalation, const TableRow *row, size_t number, bool last) {
    const Cell *cells = row->cells.at;
    int64_t level = 0;
    Text wanted = text_format(c->arena, "%zu: levels are counted from 1", number);
    const Expr *count = cell_single(c, &cells[LEVEL], wanted);
    if (count && (count->kind != EXPR_LITERAL || count->value.kind != TYPE_INTEGER ||
                  !number_to_int(count->value.number, &level) ||
                  (level != (int64_t)number && !escalation->decl->lossy)))
        REPORT(c, CELL_NEEDS, cells[LEVEL].at, wanted);
    Expr *to = cell_single(c, &cells[TO], TEXT("a body or an office"));
    if (to && to->kind != EXPR_PATH) REPORT(c, CELL_NEEDS, to->at, TEXT("a body or an office"));
    if (to) check_level_to(c, escalation, to);
    const Expr *within = cell_single(c, &cells[WITHIN], TEXT("a length of time, such as 10 working days"));
    Duration length;
    if (within && (!expr_duration_constant(within, &length) || length.amount < 1))
        REPORT(c, CELL_NEEDS, within->at, TEXT("a length of time, such as 10 working days"));
    else if (within)
        check_days(c, length, TEXT("a level of an escalation"), within->at);
    check_silence(c, &cells[ON_SILENCE], last && !escalation->decl->lossy);
}

static void check_starts(Checker *c, const Decl *decl) {
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        bool appeal = clause->phrase.id == PHRASE_STARTS_APPEALED;
        if ((appeal || clause->phrase.id == PHRASE_STARTS_UNDECIDED) && clause->phrase.args.len)
            check_days(c, clause->phrase.args.at[0].duration,
                       appeal ? TEXT("the time for an appeal") : TEXT("the time until an escalation starts"),
                       clause->phrase.at);
    }
}

void check_escalation(Checker *c, Symbol *symbol) {
    static const Text HEADS[] = {TEXT_ROW("level"), TEXT_ROW("to"), TEXT_ROW("within"),
                                 TEXT_ROW("on silence")};
    const Table *table = fixed_table(c, symbol->decl, HEADS, LEVEL_COLUMNS, LEVEL_COLUMNS);
    check_starts(c, symbol->decl);
    for (size_t i = 0; table && i < table->rows.len; i++)
        check_level(c, symbol, &table->rows.at[i], i + 1, i + 1 == table->rows.len);
}
