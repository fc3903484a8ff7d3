/* Escalations that lead back to who has left the question undecided. */
#include "model/analysis/analysis.h"
#include "model/analysis/deciders.h"

enum { LEVEL_TO = 1 }; /* the column of an escalation's table */

static const Expr *level_to(const Symbol *escalation, size_t level) {
    const Table *table = escalation->decl->table;
    return level < table->rows.len ? row_says(&table->rows.at[level], LEVEL_TO) : NULL;
}

static Text level_number(const Model *model, size_t level) {
    return text_format(model->arena, "%zu", level + 1);
}

/* --- one level and another ------------------------------------------------------------------------------ */

static void check_levels(const Model *model, const Symbol *escalation, Diagnostics *out) {
    for (size_t later = 1; later < escalation->decl->table->rows.len; later++)
        for (size_t level = 0; level < later; level++) {
            const Expr *first = level_to(escalation, level), *again = level_to(escalation, later);
            if (!first || !again || first->symbol != again->symbol) continue;
            DIAGNOSE(out, DIAG_LEVEL_AGAIN, again->at, again->symbol->name, level_number(model, later),
                     level_number(model, level))
                ->other = first->at;
            break;
        }
}

/* --- who escalates to whom ------------------------------------------------------------------------------ */

typedef struct Way {
    struct Party *to;
    Span at; /* where a row of an authority names the escalation */
} Way;

typedef enum Visit { NOT_MET, ON_THE_WAY, LEFT } Visit;

/* A body or an office that decides, or is a level. */
typedef struct Party {
    const Symbol *symbol;
    VEC(Way) up;
    size_t next; /* of `up`, the one to be gone along next */
    Visit visit;
    bool told; /* in a circle that has been reported */
} Party;

typedef struct Ladder {
    const Model *model;
    Diagnostics *out;
    VEC(Party *) parties;
    Map by_name;
    const Expr *escalation; /* of the row that is looked at, as it is named there */
} Ladder;

static Party *party_of(Ladder *ladder, const Symbol *symbol) {
    Party *party = map_get(&ladder->by_name, symbol->name);
    if (party) return party;
    party = arena_make(ladder->model->arena, Party);
    party->symbol = symbol;
    map_set(ladder->model->arena, &ladder->by_name, symbol->name, party);
    *vec_push(ladder->model->arena, &ladder->parties) = party;
    return party;
}

static void add_way(Ladder *ladder, const Symbol *from, const Symbol *to) {
    Party *lower = party_of(ladder, from), *upper = party_of(ladder, to);
    for (size_t i = 0; i < lower->up.len; i++)
        if (lower->up.at[i].to == upper) return;
    *vec_push(ladder->model->arena, &lower->up) = (Way){upper, ladder->escalation->at};
}

/* Of one office for each member there are several, where their members are told apart. */
static bool same_member(const Ladder *ladder, const Expr *decider, const Expr *level) {
    const Expr *one = decider->index, *other = level->index ? ladder->escalation->index : NULL;
    if (!one || !other) return one == other;
    Arena *arena = ladder->model->arena;
    return text_equal(expr_words(arena, one), expr_words(arena, other));
}

static void climb(void *context, const Expr *decider) {
    Ladder *ladder = context;
    const Symbol *escalation = ladder->escalation->symbol, *from = decider->symbol;
    bool named =
        decider->kind == EXPR_PATH && from && (from->kind == SYMBOL_BODY || from->kind == SYMBOL_OFFICE);
    for (size_t level = 0; named && level < escalation->decl->table->rows.len; level++) {
        const Expr *to = level_to(escalation, level);
        if (!to || !to->symbol) continue;
        if (to->symbol != from)
            add_way(ladder, from, to->symbol);
        else if (same_member(ladder, decider, to))
            DIAGNOSE(ladder->out, DIAG_ESCALATES_TO_SELF, ladder->escalation->at, from->name,
                     level_number(ladder->model, level), escalation->name)
                ->other = to->at;
    }
}

static void climb_from(Ladder *ladder, const Symbol *authority) {
    Arena *arena = ladder->model->arena;
    const Table *table = authority->decl->table;
    size_t who = table_column(arena, table, TEXT("decided_by")),
           up = table_column(arena, table, TEXT("escalation"));
    for (size_t i = 0; i < table->rows.len; i++) {
        ladder->escalation = row_says(&table->rows.at[i], up);
        if (ladder->escalation && ladder->escalation->symbol)
            each_decider(row_says(&table->rows.at[i], who), climb, ladder);
    }
}

/* --- circles -------------------------------------------------------------------------------------------- */

typedef VEC(Party *) PartyVec;

/* The circle is the end of the way that was gone, from the party on that the last step leads back to. */
static void report_circle(const Ladder *ladder, const PartyVec *gone, const Way *last) {
    Buf buf = buf_new(ladder->model->arena);
    size_t from = gone->len;
    while (gone->at[from - 1] != last->to) from--;
    for (size_t i = from - 1; i < gone->len; i++) {
        gone->at[i]->told = true;
        buf_format(&buf, "%.*s to ", TEXT_ARG(gone->at[i]->symbol->name));
    }
    buf_text(&buf, last->to->symbol->name);
    DIAGNOSE(ladder->out, DIAG_ESCALATION_CIRCLE, last->at, buf_done(&buf));
}

static void go_up(const Ladder *ladder, Party *first) {
    PartyVec gone = {0};
    if (first->visit == NOT_MET) *vec_push(ladder->model->arena, &gone) = first;
    while (gone.len) {
        Party *party = gone.at[gone.len - 1];
        party->visit = ON_THE_WAY;
        if (party->next == party->up.len) {
            party->visit = LEFT;
            gone.len--;
            continue;
        }
        const Way *way = &party->up.at[party->next++];
        if (way->to->visit == NOT_MET)
            *vec_push(ladder->model->arena, &gone) = way->to;
        else if (way->to->visit == ON_THE_WAY && !way->to->told)
            report_circle(ladder, &gone, way);
    }
}

void analyse_escalations(const Model *model, Diagnostics *diagnostics) {
    if (!model->sound) return;
    Ladder ladder = {.model = model, .out = diagnostics};
    for (size_t i = 0; i < model->of_kind[SYMBOL_ESCALATION].len; i++)
        check_levels(model, model->of_kind[SYMBOL_ESCALATION].at[i], diagnostics);
    for (size_t i = 0; i < model->of_kind[SYMBOL_AUTHORITY].len; i++)
        climb_from(&ladder, model->of_kind[SYMBOL_AUTHORITY].at[i]);
    for (size_t i = 0; i < ladder.parties.len; i++) go_up(&ladder, ladder.parties.at[i]);
}
