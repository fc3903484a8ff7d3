/* Rules as an author writes them, compiled, and a frame for their facts. */
#ifndef BYLAW_TESTS_ENGINE_MADE_H
#define BYLAW_TESTS_ENGINE_MADE_H

#include "engine/engine.h"
#include "program/charter.h"

#define FACTS                                                                                                \
    "enum colour { red, green, blue }\n"                                                                     \
    "facts f {\n  colour : colour, optional\n  a : yes_no\n  b : yes_no\n  n : integer, optional\n"          \
    "  x : decimal\n  share : percent\n  paid : money USD\n  due : date\n  note : text\n"                    \
    "  ends : date, where applicable\n  seal : colour, optional, where applicable\n}\n"

typedef struct Made {
    Arena *arena;
    const Program *program;
    Frame *frame;
} Made;

static inline Made made(const char *rules) {
    Arena *arena = arena_new(0);
    const Program *program = compile_rules(arena, text_format(arena, "%s%s", FACTS, rules).at);
    return (Made){arena, program, frame_new(arena, program)};
}

static inline void give(const Made *made, const char *fact, const char *written) {
    Index slot = slot_of(made->program, fact);
    Value value;
    ck_assert_int_eq(value_parse(made->arena, made->program->slots[slot].type, text_of(written), &value),
                     VALUE_OK);
    frame_set(made->frame, slot, value);
}

/* What a table or authority comes to. */
static inline Determination evaluated(const Made *made, const char *unit, Reasons *reasons) {
    Determination out;
    evaluate(made->frame, program_unit(made->program, text_of(unit)), reasons, &out);
    return out;
}

/* The result of that name, as it is written. */
static inline Text result_of(const Made *made, const char *name) {
    Index slot = slot_of(made->program, name);
    return slot_value_text(made->arena, made->program, slot, frame_get(made->frame, slot));
}

/* --- the condition of a guard --------------------------------------------------------------------------- */

/* The guard g's, with `rules` before it. */
static inline Made made_condition(const char *rules, const char *written) {
    Arena *arena = arena_new(0);
    Made it = made(text_format(arena, "%sguard g before here {\n requires %s\n}\n", rules, written).at);
    arena_free(arena);
    return it;
}

/* y, n, ? undetermined, ! an error */
static inline char answer(const Made *made) {
    Determination out;
    evaluate(made->frame, made->program->guards[0].requires[0], NULL, &out);
    if (out.outcome == OUTCOME_DECIDED) return out.yes ? 'y' : 'n';
    return out.outcome == OUTCOME_UNDETERMINED ? '?' : '!';
}

/* The condition with a fact; NULL: which is missing. */
static inline void check_condition(const char *rules, const char *written, const char *fact,
                                   const char *value, char wanted) {
    Made it = made_condition(rules, written);
    if (value) give(&it, fact, value);
    ck_assert_msg(answer(&it) == wanted, "%s with %s %s is %c", written, fact, value ? value : "missing",
                  answer(&it));
    arena_free(it.arena);
}

/* --- near misses ---------------------------------------------------------------------------------------- */

/* "fact when to -> row", of each near miss */
static inline Text changes_of(const Made *made, const char *unit_name) {
    Reasons reasons = {0};
    Determination out;
    Index unit = program_unit(made->program, text_of(unit_name));
    evaluate(made->frame, unit, &reasons, &out);
    const Tree *changes =
        tree_get(determination_tree(made->arena, made->program, unit, &out, &reasons), "would_change");
    Buf buf = buf_new(made->arena);
    for (size_t i = 0; i < tree_len(changes); i++) {
        const Tree *change = changes->items[i];
        buf_format(&buf, "%s%.*s %.*s %.*s -> %.*s", i ? "; " : "", TEXT_ARG(tree_get_text(change, "fact")),
                   TEXT_ARG(tree_get_text(change, "when")), TEXT_ARG(tree_get_text(change, "to")),
                   TEXT_ARG(tree_get_text(change, "row")));
    }
    return buf_done(&buf);
}

#endif
