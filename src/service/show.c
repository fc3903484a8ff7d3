/* show: one case, meeting, motion, body, person or metric as it stands. */
#include "service/reading.h"

Tree *people_of(Reading *reading, const TextList *people) {
    Tree *list = tree_list(reading->arena);
    for (size_t i = 0; i < people->len; i++)
        tree_add(reading->arena, list, tree_text(reading->arena, called(reading->state, people->at[i])));
    return list;
}

static void set_date(Reading *reading, Tree *map, const char *key, Date date) {
    if (date != DATE_NONE) tree_set_text(reading->arena, map, key, date_text(reading->arena, date));
}

/* Does the fact name people, whose entries have their ids? */
static bool names_people(Reading *reading, const CaseState *subject, Text name) {
    const Program *program = case_program(reading->state, subject);
    const Workflow *workflow = case_workflow(reading->state, subject);
    Index slot = program && workflow ? program_slot(program, workflow->group, name) : NONE;
    TypeKind kind = slot == NONE ? TYPE_NONE : program->slots[slot].type.kind;
    return kind == TYPE_PERSON || kind == TYPE_DECIDER;
}

/* A personal fact is shown while the vault has it. */
static Text fact_text(Reading *reading, const CaseState *subject, const FactState *fact) {
    Text sealed = tree_get_text(fact->value, "sealed"), value = {0};
    if (!text_empty(sealed)) return state_unseal(reading->state, sealed, &value) ? value : TEXT("(erased)");
    const Tree *tree = tree_get(fact->value, "value");
    if (!tree) tree = fact->value;
    if (!tree || tree->kind == TREE_NULL) return TEXT("missing");
    if (tree->kind == TREE_BOOL) return tree->yes ? TEXT("yes") : TEXT("no");
    if (tree->kind != TREE_TEXT) return TEXT("(several)");
    return names_people(reading, subject, fact->name) ? called(reading->state, tree->text) : tree->text;
}

static void show_facts(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "facts");
    for (size_t i = 0; i < subject->facts.len; i++) {
        const FactState *fact = &subject->facts.at[i];
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "name", fact->name);
        tree_set_text(reading->arena, map, "value", fact_text(reading, subject, fact));
        tree_set_int(reading->arena, map, "entry", fact->entry);
        tree_set_text(reading->arena, map, "giver", called(reading->state, fact->giver));
    }
}

static void show_steps(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "steps");
    for (size_t i = 0; i < subject->steps.len; i++) {
        const StepState *step = &subject->steps.at[i];
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "name", step->name);
        tree_set_bool(reading->arena, map, "open", step->open);
        set_date(reading, map, "entered", step->entered);
        set_date(reading, map, "due", step->due);
        tree_set_some(reading->arena, map, "outcome", step->outcome);
        show_deciders(reading, step, map);
    }
}

/* What each scorecard of the case comes to so far. */
static void show_scorecards(Reading *reading, const CaseState *subject, Tree *document) {
    const Program *program = case_program(reading->state, subject);
    Tree *list = tree_set_list(reading->arena, document, "scorecards");
    if (!program || subject->sheets.len == 0) return;
    Frame *frame = frame_new(reading->arena, program);
    for (size_t i = 0; i < program->scorecards_count; i++) {
        Determination found;
        frame_clear(frame);
        fill_frame(reading->state, subject, &program->units[program->scorecards[i].unit], reading->today,
                   frame);
        evaluate(frame, program->scorecards[i].unit, NULL, &found);
        if (found.outcome != OUTCOME_DECIDED) continue;
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "name", program->scorecards[i].name);
        tree_set_text(reading->arena, map, "total", number_text(reading->arena, found.total));
        tree_set_bool(reading->arena, map, "eligible", found.eligible);
    }
}

static void show_sheets(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "sheets");
    for (size_t i = 0; i < subject->sheets.len; i++) {
        const SheetState *sheet = &subject->sheets.at[i];
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "scorer", called(reading->state, sheet->scorer));
        tree_set_text(reading->arena, map, "role", sheet->role);
        tree_set(reading->arena, map, TEXT("scores"), sheet->scores);
        tree_set_int(reading->arena, map, "entry", sheet->entry);
    }
}

static void show_answers(Reading *reading, const ReviewState *review, Tree *map) {
    Tree *list = tree_set_list(reading->arena, map, "answers");
    for (size_t i = 0; i < review->answers.len; i++) {
        const AnswerState *answer = &review->answers.at[i];
        Tree *item = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, item, "principle", answer->principle);
        tree_set_bool(reading->arena, item, "met", answer->met);
        tree_set_some(reading->arena, item, "plan", answer->plan);
    }
}

static void show_reviews(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "reviews");
    for (size_t i = 0; i < subject->reviews.len; i++) {
        const ReviewState *review = &subject->reviews.at[i];
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "review", review->review);
        tree_set_some(reading->arena, map, "step", review->step);
        tree_set_some(reading->arena, map, "outcome", review->outcome);
        show_answers(reading, review, map);
    }
}

static void show_item(Reading *reading, const CaseState *subject, const Checklist *checklist, Frame *frame,
                      size_t at, Tree *map) {
    const ChecklistItem *item = &checklist->items[at];
    const TickState *tick = case_tick(subject, checklist->name, item->name);
    tree_set_text(reading->arena, map, "item", item->name);
    tree_set_text(reading->arena, map, "requirement", item->requirement);
    tree_set_text(reading->arena, map, "stands", item_standing_word(item_standing(frame, checklist, at)));
    if (item->applies != NONE) tree_set_text(reading->arena, map, "applies_when", item->written);
    tree_set_some(reading->arena, map, "asks_for", item->evidence);
    if (!tick) return;
    tree_set_some(reading->arena, map, "evidence", tick->evidence);
    tree_set_some(reading->arena, map, "note", tick->note);
    tree_set_text(reading->arena, map, "giver", called(reading->state, tick->giver));
    tree_set_int(reading->arena, map, "entry", tick->entry);
}

/* Of each checklist that the case has come to, how its items stand. */
static void show_checklists(Reading *reading, const CaseState *subject, Tree *document) {
    const Workflow *workflow = case_workflow(reading->state, subject);
    Tree *list = tree_set_list(reading->arena, document, "checklists");
    for (size_t i = 0; workflow && i < workflow->step_count; i++) {
        const FlowStep *step = &workflow->steps[i];
        if (step->kind != FLOW_CHECKLIST || !case_step(subject, step->name)) continue;
        const Checklist *checklist = &case_program(reading->state, subject)->checklists[step->detail];
        Determination found;
        Frame *frame = checklist_frame(reading->state, subject, checklist, reading->today, &found);
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "checklist", checklist->name);
        if (found.outcome == OUTCOME_DECIDED) tree_set_bool(reading->arena, map, "complete", found.yes);
        Tree *items = tree_set_list(reading->arena, map, "items");
        for (size_t k = 0; k < checklist->item_count; k++)
            show_item(reading, subject, checklist, frame, k, tree_add_map(reading->arena, items));
    }
}

static void show_recusals(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "recusals");
    for (size_t i = 0; i < subject->recusals.len; i++) {
        const RecusalState *recusal = &subject->recusals.at[i];
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "person", called(reading->state, recusal->person));
        tree_set_some(reading->arena, map, "because", recusal->because);
        tree_set_some(reading->arena, map, "ground", recusal->ground);
        tree_set_some(reading->arena, map, "fact", recusal->fact);
    }
}

static void show_challenges(Reading *reading, const CaseState *subject, Tree *document) {
    for (size_t i = 0; i < subject->challenges.len; i++) {
        const ChallengeState *challenge = &subject->challenges.at[i];
        Tree *list = i == 0 ? tree_set_list(reading->arena, document, "challenges")
                            : (Tree *)tree_get(document, "challenges");
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "person", called(reading->state, challenge->person));
        tree_set_text(reading->arena, map, "challenger", called(reading->state, challenge->challenger));
        tree_set_text(reading->arena, map, "because", challenge->because);
    }
}

static void show_breaches(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = tree_set_list(reading->arena, document, "breaches");
    for (size_t i = 0; i < subject->breaches.len; i++) {
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "invariant", subject->breaches.at[i].invariant);
        tree_set_text(reading->arena, map, "rule", subject->breaches.at[i].rule);
        tree_set_int(reading->arena, map, "entry", subject->breaches.at[i].entry);
    }
}

/* What was decided in it, and whether that still holds. */
static void show_decisions(Reading *reading, const CaseState *subject, Tree *document) {
    Arena *arena = reading->arena;
    Tree *list = tree_set_list(arena, document, "decisions");
    for (size_t i = 0; i < subject->standing.len; i++) {
        const StandingState *standing = &subject->standing.at[i];
        Tree *map = tree_add_map(arena, list);
        tree_set_text(arena, map, "step", standing->step);
        tree_set_some(arena, map, "motion", standing->motion);
        tree_set_some(arena, map, "by", standing->unit);
        tree_set_text(arena, map, "outcome", standing->outcome);
        tree_set_some(arena, map, "row", standing->row);
        tree_set_int(arena, map, "entry", standing->entry);
        if (standing->stale == 0) continue;
        tree_set_int(arena, map, "stale", standing->stale);
        tree_set_some(arena, map, "changed", standing->fact);
        tree_set_some(arena, map, "before", standing->before);
        tree_set_some(arena, map, "after", standing->after);
    }
}

/* As this case says it, and as those that name it do. */
static void show_links(Reading *reading, const CaseState *subject, Tree *document) {
    Tree *list = subject->links.len ? tree_set_list(reading->arena, document, "links") : NULL;
    for (size_t i = 0; i < subject->links.len; i++) {
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "link", subject->links.at[i].link);
        tree_set_text(reading->arena, map, "case", subject->links.at[i].other);
    }
    if (!text_empty(subject->superseded))
        tree_set_text(reading->arena, document, "superseded", subject->superseded);
}

/* Until when what was approved holds, and what becomes of it; of a case that goes on nothing. */
static void show_expiry(Reading *reading, const CaseState *subject, Tree *document) {
    const ExpiryState *expiry = subject->ended ? subject->expiry : NULL;
    if (!expiry || expiry->stopped) return;
    set_date(reading, document, "holds_until", expiry->until);
    set_date(reading, document, "expired", expiry->expired);
    tree_set_some(reading->arena, document, "renewed", expiry->renewed);
}

void describe_case(Reading *reading, const CaseState *subject, Tree *document) {
    tree_set_text(reading->arena, document, "number", subject->number);
    tree_set_int(reading->arena, document, "version", state_scope_version(reading->state, subject->number));
    tree_set_text(reading->arena, document, "workflow", subject->workflow);
    tree_set_text(reading->arena, document, "charter", subject->charter);
    tree_set_text(reading->arena, document, "opener", called(reading->state, subject->opener));
    tree_set_some(reading->arena, document, "trigger", subject->trigger);
    tree_set_some(reading->arena, document, "about", subject->about);
    set_date(reading, document, "opened", subject->opened);
    tree_set_bool(reading->arena, document, "ended", subject->ended);
    if (subject->ended) tree_set_text(reading->arena, document, "outcome", subject->outcome);
    set_date(reading, document, "suspended", subject->suspended);
    show_links(reading, subject, document);
    show_expiry(reading, subject, document);
    show_facts(reading, subject, document);
    show_sheets(reading, subject, document);
    show_scorecards(reading, subject, document);
    show_totals(reading, subject, document);
    show_measurements(reading, subject, document);
    show_reviews(reading, subject, document);
    show_checklists(reading, subject, document);
    show_evidence(reading, subject, document);
    show_steps(reading, subject, document);
    show_recusals(reading, subject, document);
    show_challenges(reading, subject, document);
    show_breaches(reading, subject, document);
    show_decisions(reading, subject, document);
    show_conditions(reading, subject, document);
    add_case_waits(reading, subject, &(Audience){0}, tree_set_list(reading->arena, document, "waits"));
}

static void show_case(Reading *reading, const CaseState *subject) {
    result_kind(reading->result, BYLAW_DONE, "case");
    describe_case(reading, subject, reading->result->document);
    add_fallen_due(reading, subject->number, reading->result->document);
}

static void show_meeting(Reading *reading, const MeetingState *meeting) {
    begin_meeting(reading, meeting, "meeting");
    Tree *document = reading->result->document;
    tree_set_int(reading->arena, document, "version", state_scope_version(reading->state, meeting->number));
    set_names(reading, document, "motions", &meeting->motions);
    tree_set(reading->arena, document, TEXT("present"), people_of(reading, &meeting->present));
    set_names(reading, document, "apologies", &meeting->apologies);
    set_names(reading, document, "observers", &meeting->observers);
    set_names(reading, document, "motions", &meeting->motions);
    set_names(reading, document, "told", &meeting->told);
    set_names(reading, document, "delegated", &meeting->delegated);
    TextList members = {0};
    holders_on(reading->state, meeting->body, meeting->on, &members);
    tree_set(reading->arena, document, TEXT("in_office"), people_of(reading, &members));
    add_actions(reading, meeting, tree_set_list(reading->arena, document, "actions"));
}

/* How votes are given, and of a ballot that was counted what the tellers found. */
static void show_tally(Reading *reading, const MotionState *motion, Tree *document) {
    const Tally *tally = motion->tally;
    tree_set_text(reading->arena, document, "votes", motion_kind(reading->state, motion));
    if (!tally) return;
    Tree *map = tree_set_map(reading->arena, document, "tally");
    tree_set_int(reading->arena, map, "for", tally->in_favour);
    tree_set_int(reading->arena, map, "against", tally->against);
    tree_set_int(reading->arena, map, "abstain", tally->abstaining);
    set_names(reading, map, "voted", &tally->voted);
    set_names(reading, map, "tellers", &tally->tellers);
}

/* The votes that decide, those that advise, and vetoes. */
static void show_voices(Reading *reading, const MotionState *motion, Tree *document) {
    const Roll *roll = motion_roll(reading->state, motion);
    tree_set(reading->arena, document, TEXT("for"), people_of(reading, &roll->in_favour));
    tree_set(reading->arena, document, TEXT("against"), people_of(reading, &roll->against));
    tree_set(reading->arena, document, TEXT("abstain"), people_of(reading, &roll->abstaining));
    set_names(reading, document, "advice_for", &roll->advice_for);
    set_names(reading, document, "advice_against", &roll->advice_against);
    set_names(reading, document, "advice_abstaining", &roll->advice_abstaining);
    Tree *list = NULL;
    for (size_t i = 0; i < motion->vetoes.len; i++) {
        if (!list) list = tree_set_list(reading->arena, document, "vetoes");
        Tree *map = tree_add_map(reading->arena, list);
        tree_set_text(reading->arena, map, "person", called(reading->state, motion->vetoes.at[i].person));
        if (!text_empty(motion->vetoes.at[i].because))
            tree_set_text(reading->arena, map, "because", motion->vetoes.at[i].because);
    }
}

/* How it was reckoned; who voted how stands among the rankings. */
static void show_choice(Reading *reading, const MotionState *motion, Tree *document) {
    ChoiceMade made = *motion->choice;
    made.votes.len = 0;
    tree_set_some(reading->arena, document, "chosen", motion->chosen);
    tree_set(reading->arena, document, TEXT("choice"),
             record_to_tree(reading->arena, &ChoiceMade_record, &made));
}

/* What a choice is among, and the votes on it: who ranks the options alike stands together. */
static void show_options(Reading *reading, const MotionState *motion, Tree *document) {
    set_names(reading, document, "options", &motion->options);
    tree_set_some(reading->arena, document, "default", motion->otherwise);
    Tree *list = tree_set_list(reading->arena, document, "rankings");
    for (size_t i = 0; i < motion->rankings.len; i++) {
        Tree *map = tree_add_map(reading->arena, list);
        set_names(reading, map, "ranks", &motion->rankings.at[i].ranks);
        set_names(reading, map, "voters", &motion->rankings.at[i].voters);
    }
    if (motion->choice) show_choice(reading, motion, document);
}

static void show_motion(Reading *reading, const MotionState *motion) {
    result_kind(reading->result, BYLAW_DONE, "motion");
    Tree *document = reading->result->document;
    tree_set_text(reading->arena, document, "number", motion->number);
    tree_set_text(reading->arena, document, "case", motion->subject);
    tree_set_int(reading->arena, document, "version", state_scope_version(reading->state, motion->subject));
    tree_set_text(reading->arena, document, "step", motion->step);
    tree_set_text(reading->arena, document, "decider", called(reading->state, motion->decider));
    if (!text_empty(motion->delegation)) {
        tree_set_text(reading->arena, document, "delegation", motion->delegation);
        tree_set_text(reading->arena, document, "delegator", motion->delegator);
    }
    tree_set_some(reading->arena, document, "text", motion->text);
    tree_set_some(reading->arena, document, "meeting", motion->meeting);
    tree_set_text(reading->arena, document, "mover", called(reading->state, motion->mover));
    set_names(reading, document, "recommended", &motion->recommended);
    set_names(reading, document, "advised_against", &motion->advised_against);
    set_names(reading, document, "silent", &motion->silent);
    show_put_conditions(reading, motion, document);
    if (motion->options.len > 0) show_options(reading, motion, document);
    show_voices(reading, motion, document);
    show_tally(reading, motion, document);
    tree_set_text(reading->arena, document, "result",
                  text_empty(motion->result) ? TEXT("open") : motion->result);
    if (!text_empty(motion->corrected))
        tree_set_text(reading->arena, document, "corrected", motion->corrected);
}

static void read_show(Reading *reading) {
    Text written = text_of(reading->options->subject), number, person;
    if (text_is(written, "people")) {
        show_people(reading);
    } else if (show_register(reading, written) || show_metric(reading, written)) {
        return;
    } else if (read_subject(reading, written, &number)) {
        const CaseState *subject = state_case(reading->state, number);
        const MeetingState *meeting = state_meeting(reading->state, number);
        if (subject)
            show_case(reading, subject);
        else if (meeting)
            show_meeting(reading, meeting);
        else if (state_delegation(reading->state, number))
            show_delegation(reading, state_delegation(reading->state, number));
        else
            show_motion(reading, state_motion(reading->state, number));
    } else if (!show_post(reading, written)) {
        const PersonState *found =
            state_find_person(reading->state, written, &person) ? state_person(reading->state, person) : NULL;
        if (found)
            show_person(reading, found);
        else
            read_problem(reading, BYLAW_WANTING,
                         text_format(reading->arena,
                                     "no case, meeting, motion, register, metric, body, office or person "
                                     "here is called \"%.*s\"",
                                     TEXT_ARG(written)),
                         TEXT("bylaw docket lists the open cases, bylaw show people the people"));
    }
}

bylaw_result *bylaw_show(bylaw_book *book, const bylaw_read_options *options) {
    return read_book(book, options, read_show);
}
