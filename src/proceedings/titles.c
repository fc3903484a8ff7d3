/* What is put to the vote, in words: it is entered with a motion, so it holds nothing personal. */
#include "proceedings/turn.h"

/* A longer text is cut: what is put has to fit its entry. */
enum { FACT_MOST = 200 };

static Text cut(Arena *arena, Text text) {
    size_t end = FACT_MOST;
    if (text.len <= FACT_MOST) return text;
    while (end > 0 && ((unsigned char)text.at[end] & 0xC0) == 0x80) end--;
    return text_format(arena, "%.*s...", TEXT_ARG(text_part(text, 0, end)));
}

static Text fact_words(State *state, const CaseState *subject, Text name) {
    const Program *program = case_program(state, subject);
    const Workflow *workflow = case_workflow(state, subject);
    const FactState *fact = case_fact(subject, name);
    Index slot = program_slot(program, workflow->group, name);
    const Tree *plain = fact ? tree_get(fact->value, "value") : NULL;
    Value value;
    if (fact && !plain) return TEXT("(kept in the vault)");
    if (!plain || slot == NONE) return TEXT("?");
    Type type = program->slots[slot].type;
    if (!entered_value(state_arena(state), type, plain, &value)) return TEXT("?");
    return cut(state_arena(state), value_to_text(state_arena(state), type, value));
}

static Text fill_facts(State *state, const CaseState *subject, Text title) {
    Buf buf = buf_new(state_arena(state));
    Text plain, name;
    while (text_next(&title, '{', &plain)) {
        buf_text(&buf, plain);
        if (text_next(&title, '}', &name)) buf_text(&buf, fact_words(state, subject, name));
    }
    return buf_done(&buf);
}

/* --- reviews -------------------------------------------------------------------------------------------- */

static Text concerns_question(State *state, const CaseState *subject, const Review *review) {
    Arena *arena = state_arena(state);
    TextList concerns = {0};
    for (size_t i = 0; i < review->principle_count; i++) {
        const AnswerState *answer = review_answer(subject, review, review->principles[i].name);
        if (answer && !answer->met) texts_push(arena, &concerns, review->principles[i].name);
    }
    if (concerns.len == 0) return text_format(arena, "is a concern of %.*s upheld?", TEXT_ARG(review->name));
    return text_format(arena, "%s about %.*s upheld?",
                       concerns.len == 1 ? "is the concern" : "are the concerns",
                       TEXT_ARG(names_text(arena, &concerns, " and ")));
}

Text motion_title(State *state, const CaseState *subject, const FlowStep *step) {
    if (step->kind != FLOW_REVIEW) return fill_facts(state, subject, step->title);
    const ReviewStep *at = review_step(state, subject, step);
    if (at && at->kind == REVIEW_PLANS) return TEXT("are the plans accepted?");
    return concerns_question(state, subject, review_of(state, subject, step));
}
