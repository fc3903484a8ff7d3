/* Scorecards: with scores that come to something else. */
#include "difference/compare.h"
#include "engine/engine.h"

typedef struct Card {
    const Program *program;
    const Scorecard *scorecard;
    Frame *frame;
} Card;

typedef struct Scoring {
    const Amendment *c;
    Card cards[SIDES];
    int64_t low, high; /* on both scales */
} Scoring;

/* All criteria have one score, and one of them another. */
typedef struct Sheet {
    int64_t all, other;
    Text criterion;
} Sheet;

typedef struct Scored {
    bool decided, eligible;
    Number total;
} Scored;

static Scored total_of(const Scoring *scoring, Side side, const Sheet *sheet) {
    const Card *card = &scoring->cards[side];
    Determination determination;
    frame_clear(card->frame);
    for (size_t i = 0; i < card->scorecard->criterion_count; i++) {
        const Criterion *criterion = &card->scorecard->criteria[i];
        bool other = text_equal(criterion->name, sheet->criterion);
        frame_set_number(card->frame, criterion->score_slot, number_int(other ? sheet->other : sheet->all));
    }
    evaluate(card->frame, card->scorecard->unit, NULL, &determination);
    return (Scored){determination.outcome == OUTCOME_DECIDED, determination.eligible, determination.total};
}

static const char *eligible_word(bool eligible) {
    return eligible ? "eligible" : "not eligible";
}

static Text example_text(const Scoring *scoring, const Sheet *sheet, const Scored *before,
                         const Scored *now) {
    Buf buf = buf_new(scoring->c->arena);
    if (sheet->all != sheet->other)
        buf_format(&buf, "%.*s %lld, all else %lld", TEXT_ARG(sheet->criterion), (long long)sheet->other,
                   (long long)sheet->all);
    else
        buf_format(&buf, "%lld in all", (long long)sheet->all);
    Text totals[SIDES] = {number_text(scoring->c->arena, before->total),
                          number_text(scoring->c->arena, now->total)};
    buf_format(&buf, ": %s with %.*s before, %s with %.*s now", eligible_word(before->eligible),
               TEXT_ARG(totals[BEFORE]), eligible_word(now->eligible), TEXT_ARG(totals[NOW]));
    return buf_done(&buf);
}

/* What becomes eligible, or is no more, tells more than another total. */
static void try_sheet(const Scoring *scoring, const Sheet *sheet, Text *by_eligible, Text *by_total) {
    Scored before = total_of(scoring, BEFORE, sheet), now = total_of(scoring, NOW, sheet);
    if (!before.decided || !now.decided) return;
    if (before.eligible != now.eligible && text_empty(*by_eligible))
        *by_eligible = example_text(scoring, sheet, &before, &now);
    if (!number_equal(before.total, now.total) && text_empty(*by_total))
        *by_total = example_text(scoring, sheet, &before, &now);
}

static Text find_example(const Scoring *scoring) {
    Text by_eligible = {0}, by_total = {0};
    for (int side = NOW; side >= BEFORE; side--) {
        const Scorecard *card = scoring->cards[side].scorecard;
        for (size_t i = 0; i < card->criterion_count; i++)
            for (int64_t all = scoring->high; all >= scoring->low; all--)
                for (int64_t other = scoring->high; other >= scoring->low && text_empty(by_eligible); other--)
                    try_sheet(scoring, &(Sheet){all, other, card->criteria[i].name}, &by_eligible, &by_total);
    }
    return text_empty(by_eligible) ? by_total : by_eligible;
}

static Card card_of(const Amendment *c, Side side, Text name) {
    const Program *program = c->editions[side]->program;
    Index unit = program_unit(program, name);
    return (Card){program, &program->scorecards[program->units[unit].detail], frame_new(c->arena, program)};
}

static bool whole_bounds(Scoring *scoring) {
    const Scorecard *before = scoring->cards[BEFORE].scorecard, *now = scoring->cards[NOW].scorecard;
    Number low = number_compare(before->low, now->low) < 0 ? now->low : before->low;
    Number high = number_compare(before->high, now->high) < 0 ? before->high : now->high;
    enum { SCALE_MOST = 100 };
    return number_to_int(low, &scoring->low) && number_to_int(high, &scoring->high) &&
           scoring->high - scoring->low <= SCALE_MOST;
}

void compare_scores(Change *change, const DeclPair *pair) {
    const Amendment *c = change->c;
    compare_written_rows(change, pair);
    if (!change->found) return;
    Scoring scoring = {.c = c,
                       .cards = {card_of(c, BEFORE, pair->of[BEFORE]->name.text),
                                 card_of(c, NOW, pair->of[NOW]->name.text)}};
    Text example = whole_bounds(&scoring) ? find_example(&scoring) : (Text){0};
    tree_set_some(c->arena, change->map, "example", example);
}
