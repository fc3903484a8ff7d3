#include "engine/frame.h"

static bool on_scale(const Scorecard *scorecard, Number score) {
    return number_compare(score, scorecard->low) >= 0 && number_compare(score, scorecard->high) <= 0 &&
           (!scorecard->whole || number_is_whole(score));
}

/* --- several people's scores ---------------------------------------------------------------------------- */

/* What is no score among several: the first error, else whether one is missing. */
static Truth check_list(const Scorecard *scorecard, const Value *scores, Problem *problem) {
    Truth result = scores->list.len == 0 ? TRUTH_UNKNOWN : TRUTH_YES;
    for (size_t i = 0; i < scores->list.len; i++) {
        const Value *score = &scores->list.at[i];
        if (score->state == VALUE_MISSING) {
            result = TRUTH_UNKNOWN;
        } else if (score->state != VALUE_KNOWN || !on_scale(scorecard, score->number)) {
            *problem = score->state == VALUE_KNOWN ? PROBLEM_OFF_SCALE : PROBLEM_NOT_APPLICABLE;
            return TRUTH_ERROR;
        }
    }
    return result;
}

static NumberError mean(Arena *arena, const Value *scores, Number *out) {
    Number sum = number_int(0);
    for (size_t i = 0; i < scores->list.len; i++) {
        NumberError error = number_add(arena, sum, scores->list.at[i].number, &sum);
        if (error != NUMBER_OK) return error;
    }
    if (sum.den == 1) return number_ratio(arena, sum.num, (int64_t)scores->list.len, out);
    return number_div(arena, sum, number_int((int64_t)scores->list.len), out);
}

static Number lowest(const Value *scores) {
    Number low = scores->list.at[0].number;
    for (size_t i = 1; i < scores->list.len; i++)
        if (number_less(scores->list.at[i].number, low)) low = scores->list.at[i].number;
    return low;
}

static Truth combine_list(Frame *frame, const Scorecard *scorecard, const Value *scores, Number *out,
                          Problem *problem) {
    Truth result = check_list(scorecard, scores, problem);
    if (result != TRUTH_YES) return result;
    if (scorecard->combine == COMBINE_LOWEST) {
        *out = lowest(scores);
    } else if (mean(frame->arena, scores, out) != NUMBER_OK) {
        *problem = PROBLEM_TOO_LARGE;
        return TRUTH_ERROR;
    }
    return TRUTH_YES;
}

/* The combined score of a criterion: YES when there is one. */
static Truth combine(Frame *frame, const Scorecard *scorecard, const Criterion *criterion, Number *out,
                     Problem *problem) {
    const Value *given = &frame->slots[criterion->score_slot];
    if (given->state == VALUE_MISSING) return TRUTH_UNKNOWN;
    *problem = PROBLEM_NOT_APPLICABLE;
    if (given->state != VALUE_KNOWN) return TRUTH_ERROR;
    if (given->kind == TYPE_LIST) return combine_list(frame, scorecard, given, out, problem);
    *problem = PROBLEM_OFF_SCALE;
    if (!on_scale(scorecard, given->number)) return TRUTH_ERROR;
    *out = given->number;
    return TRUTH_YES;
}

/* --- minimums ------------------------------------------------------------------------------------------- */

/* One score that is too low decides, whoever's scores are still missing. */
Truth each_meets(const Frame *frame, const Criterion *criterion) {
    const Value *given = &frame->slots[criterion->score_slot];
    const Value *scores = given->kind == TYPE_LIST ? given->list.at : given;
    size_t count = given->kind == TYPE_LIST ? given->list.len : 1;
    for (size_t i = 0; i < count; i++)
        if (scores[i].state == VALUE_KNOWN && number_less(scores[i].number, criterion->minimum))
            return TRUTH_NO;
    return frame->slots[criterion->combined_slot].state == VALUE_KNOWN ? TRUTH_YES : TRUTH_UNKNOWN;
}

static Truth eligible(const Frame *frame, const Scorecard *scorecard) {
    Truth all = TRUTH_YES;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        Truth one = criterion_meets(frame, scorecard, &scorecard->criteria[i]);
        if (one == TRUTH_NO) return TRUTH_NO;
        if (one == TRUTH_UNKNOWN) all = TRUTH_UNKNOWN;
    }
    return all;
}

/* --- the total ------------------------------------------------------------------------------------------ */

/* Over the common denominator, in 64 bits: nearly always. False when it does not fit. */
static bool small_total(const Frame *frame, const Scorecard *scorecard, Number *total) {
    int64_t den = 1, sum = 0;
    if (scorecard->denominator == 0) return false;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        Number score = frame->slots[scorecard->criteria[i].combined_slot].number;
        if (score.den == 0) return false;
        if (score.den > den) den = score.den;
    }
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        Number score = frame->slots[criterion->combined_slot].number;
        int64_t times = score.den == den ? 1 : den / score.den, part;
        if (times * score.den != den || __builtin_mul_overflow(score.num, times, &part) ||
            __builtin_mul_overflow(part, criterion->share, &part) || __builtin_add_overflow(sum, part, &sum))
            return false;
    }
    if (__builtin_mul_overflow(den, scorecard->denominator, &den)) return false;
    return number_ratio(frame->arena, sum, den, total) == NUMBER_OK;
}

static NumberError any_total(const Frame *frame, const Scorecard *scorecard, Number *total) {
    Number sum = number_int(0), part;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        Number score = frame->slots[criterion->combined_slot].number;
        NumberError error = number_mul(frame->arena, criterion->weight, score, &part);
        if (error == NUMBER_OK) error = number_add(frame->arena, sum, part, &sum);
        if (error != NUMBER_OK) return error;
    }
    *total = sum;
    return NUMBER_OK;
}

/* Combines each criterion's scores; the worst of how they came out. */
static Truth combine_all(Frame *frame, const Scorecard *scorecard, UnitState *state) {
    Truth worst = TRUTH_YES;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        Number score = number_int(0);
        Problem problem;
        Truth one = combine(frame, scorecard, &scorecard->criteria[i], &score, &problem);
        Value *slot = &frame->slots[scorecard->criteria[i].combined_slot];
        if (one == TRUTH_YES) {
            set_decimal(frame, slot, score);
            continue;
        }
        *slot = (Value){0};
        if (worst == TRUTH_ERROR) continue;
        worst = one;
        state->problem = one == TRUTH_ERROR ? problem : PROBLEM_NONE;
        state->criterion = (Index)i;
    }
    return worst;
}

/* sum / denominator in lowest terms. */
static Number plain_total(const PlainSheet *sheet, int64_t sum) {
    int64_t whole = sum / sheet->denominator, rest = sum - whole * sheet->denominator;
    const Reduction *reduction = &sheet->reductions[rest < 0 ? -rest : rest];
    return (Number){.num = whole * reduction->denominator + (rest < 0 ? -reduction->rest : reduction->rest),
                    .den = reduction->denominator};
}

bool scorecard_evaluate_plain(const Frame *frame, const FrameSheet *sheet) {
    int64_t sum;
    bool met;
    if (!sheet->plain || !plain_sum(sheet, &sum, &met)) return false;
    for (const FrameScore *of = sheet->scores, *end = of + sheet->count; of < end; of++)
        set_decimal(frame, of->combined, number_int(of->given->number.num));
    set_decimal(frame, sheet->total, plain_total(sheet->plain, sum));
    set_yes_no(sheet->eligible, met);
    return true;
}

static void evaluate_any(Frame *frame, const Scorecard *scorecard, UnitState *state) {
    Value *total = &frame->slots[scorecard->total_slot];
    Truth complete = combine_all(frame, scorecard, state);
    Number sum;
    *total = (Value){0};
    frame_set_truth(frame, scorecard->eligible_slot, eligible(frame, scorecard));
    if (complete == TRUTH_YES && !small_total(frame, scorecard, &sum) &&
        any_total(frame, scorecard, &sum) != NUMBER_OK) {
        complete = TRUTH_ERROR;
        state->problem = PROBLEM_TOO_LARGE;
        state->criterion = NONE;
    }
    if (complete == TRUTH_YES)
        set_decimal(frame, total, sum);
    else
        state->outcome = complete == TRUTH_ERROR ? OUTCOME_ERROR : OUTCOME_UNDETERMINED;
}

void scorecard_evaluate(Frame *frame, const Unit *unit, UnitState *state) {
    const Scorecard *scorecard = &frame->program->scorecards[unit->detail];
    if (!scorecard_evaluate_plain(frame, &frame->sheets[unit->detail])) evaluate_any(frame, scorecard, state);
}
