/* Scores: a step asks for one sheet of each role in its `by`, each from another person (law P8). Somebody who
 * has several of the roles fills the first that is open; scoring again while the step is open replaces one's
 * own sheet. */
#include "proceedings/turn.h"

static const SheetState *sheet_of(const CaseState *subject, Text step, Text scorer) {
    for (size_t i = 0; i < subject->sheets.len; i++) {
        const SheetState *sheet = &subject->sheets.at[i];
        if (text_equal(sheet->step, step) && text_equal(sheet->scorer, scorer)) return sheet;
    }
    return NULL;
}

bool role_scored(const CaseState *subject, Text step, Text role) {
    for (size_t i = 0; i < subject->sheets.len; i++)
        if (text_equal(subject->sheets.at[i].step, step) && text_equal(subject->sheets.at[i].role, role))
            return true;
    return false;
}

/* The role for which the actor scores; empty: none is open for them. */
static Text role_for(Turn *turn, const CaseState *subject, const FlowStep *step) {
    const Program *program = case_program(turn->state, subject);
    const SheetState *own = sheet_of(subject, step->name, turn->command->actor);
    if (own) return own->role;
    for (size_t i = 0; i < step->by_count; i++)
        if (!role_scored(subject, step->name, step->by[i].name) &&
            person_is(turn->state, program, subject, &step->by[i], turn->command->actor, turn->today))
            return step->by[i].name;
    return (Text){0};
}

static bool refuse_scorer(Turn *turn, const CaseState *subject, const FlowStep *step) {
    TextList open = {0};
    for (size_t i = 0; i < step->by_count; i++)
        if (!role_scored(subject, step->name, step->by[i].name))
            texts_push(turn->arena, &open, step->by[i].name);
    return refuse_at(turn, NOT_A_SCORER, where_text(turn->arena, step->where),
                     person_called(turn, turn->command->actor), step->name,
                     names_text(turn->arena, &open, " and "));
}

/* --- the sheet ------------------------------------------------------------------------------------------ */

static bool check_score(Turn *turn, const Scorecard *scorecard, const Criterion *criterion,
                        const Tree *given) {
    Number score;
    Text written = given->kind == TREE_TEXT ? given->text : (Text){0};
    bool good = number_parse(turn->arena, written, &score) == NUMBER_OK &&
                number_compare(score, scorecard->low) >= 0 && number_compare(score, scorecard->high) <= 0 &&
                (!scorecard->whole || number_is_whole(score));
    if (good) return true;
    Text scale =
        text_format(turn->arena, "%s from %.*s to %.*s", scorecard->whole ? "whole numbers" : "numbers",
                    TEXT_ARG(number_text(turn->arena, scorecard->low)),
                    TEXT_ARG(number_text(turn->arena, scorecard->high)));
    return refuse_at(turn, OFF_SCALE, where_text(turn->arena, scorecard->where), criterion->name, written,
                     scale);
}

static const Criterion *criterion_of(const Scorecard *scorecard, Text name) {
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        if (text_equal(scorecard->criteria[i].name, name)) return &scorecard->criteria[i];
    return NULL;
}

static bool check_names(Turn *turn, const Scorecard *scorecard, const Tree *scores) {
    TextList names = {0};
    for (size_t i = 0; i < scorecard->criterion_count; i++)
        texts_push(turn->arena, &names, scorecard->criteria[i].name);
    for (size_t i = 0; i < tree_len(scores); i++)
        if (!criterion_of(scorecard, scores->keys[i]))
            return refuse(turn, UNKNOWN_CRITERION, scorecard->name, scores->keys[i],
                          text_offer(turn->arena, scores->keys[i], names.at, names.len));
    return true;
}

/* A sheet is whole: every criterion has its score. */
static bool check_sheet(Turn *turn, const Scorecard *scorecard, const Tree *scores) {
    TextList missing = {0};
    if (!check_names(turn, scorecard, scores)) return false;
    for (size_t i = 0; i < scorecard->criterion_count; i++) {
        const Criterion *criterion = &scorecard->criteria[i];
        const Tree *given = tree_get_key(scores, criterion->name);
        if (!given)
            texts_push(turn->arena, &missing, criterion->name);
        else if (!check_score(turn, scorecard, criterion, given))
            return false;
    }
    if (missing.len == 0) return true;
    return refuse_at(turn, SCORES_MISSING, where_text(turn->arena, scorecard->where), scorecard->name,
                     names_text(turn->arena, &missing, " and "));
}

/* --- score ---------------------------------------------------------------------------------------------- */

/* The open score step that asks the actor; where none does, one that is open at all, to say who is asked. */
static const FlowStep *score_step(Turn *turn, const CaseState *subject) {
    const Workflow *workflow = case_workflow(turn->state, subject);
    const FlowStep *any = NULL;
    for (size_t i = 0; i < workflow->step_count; i++) {
        const FlowStep *step = &workflow->steps[i];
        const StepState *open = step->kind == FLOW_SCORE ? case_step(subject, step->name) : NULL;
        if (!open || !open->open) continue;
        if (!text_empty(role_for(turn, subject, step))) return step;
        any = step;
    }
    return any;
}

static bool all_scored(const CaseState *subject, const FlowStep *step) {
    for (size_t i = 0; i < step->by_count; i++)
        if (!role_scored(subject, step->name, step->by[i].name)) return false;
    return true;
}

bool do_SCORE(Turn *turn) {
    const ScoreArgs *args = turn->command->args;
    const CaseState *subject = need_open_case(turn, args->subject);
    if (!subject) return false;
    const FlowStep *step = score_step(turn, subject);
    if (!step) return refuse(turn, NO_OPEN_SCORING, subject->number);
    Text role = role_for(turn, subject, step);
    if (text_empty(role)) return refuse_scorer(turn, subject, step);
    const Scorecard *scorecard = &case_program(turn->state, subject)->scorecards[step->detail];
    if (!check_sheet(turn, scorecard, args->scores)) return false;
    Scored scored = {.subject = subject->number,
                     .step = step->name,
                     .scorer = turn->command->actor,
                     .role = role,
                     .scores = args->scores};
    if (!emit(turn, KIND_SCORED, subject->number, &scored)) return false;
    return !all_scored(subject, step) ||
           end_step(turn, subject->number, step->name, TEXT("scored"), (Text){0});
}
