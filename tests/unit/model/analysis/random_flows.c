/* Random small workflows with guards, run in every way they could go: the ways that are never taken and the
 * steps where a case is stuck are those that the analysis tells, and so are the ends after which something
 * that a review opens would run on. */
#include "analysed.h"

enum { STEPS = 6, WAYS = 4, BRANCHES = 3, GUARDS = 2, ROUNDS = 1500 };

/* What is known of the review. */
typedef enum Known { NOT_HELD, CLEARED, REFUSED, NOT_APPLICABLE, KNOWN_COUNT } Known;

/* Conditions, and whether each may be yes and may be no, by what is known. */
static const struct {
    const char *written;
    bool yes[KNOWN_COUNT], no[KNOWN_COUNT];
} conditions[] = {
    {"advice.grade = low", {true, true, true, true}, {true, true, true, true}},
    {"ethics = refused", {false, false, true, false}, {false, true, false, true}},
    {"ethics in (cleared, not_applicable)", {false, true, false, true}, {false, false, true, false}},
    {"not ethics = cleared", {false, false, true, true}, {false, true, false, false}},
    {"ethics != cleared and ethics != refused", {false, false, false, true}, {false, true, true, false}},
    {"personal_data or ethics = cleared", {true, true, true, true}, {false, false, true, true}},
    {"ethics = cleared and personal_data", {false, true, false, false}, {true, true, true, true}},
};
enum { CONDITIONS = sizeof conditions / sizeof conditions[0] };

typedef enum Kind { TASK, CHOICE, REVIEW, MOTION, PARALLEL, KINDS, END } Kind;

typedef enum Said { NOTHING, NONE_GOES_ON, IT_GOES_ON, SAID_COUNT } Said;

typedef struct Step {
    Kind kind;
    Said said; /* END: of what goes on */
    size_t condition, branches;
    size_t to[WAYS], ways;
} Step;

typedef struct Guard {
    size_t before, condition;
} Guard;

typedef struct RandomFlow {
    uint64_t seed;
    Step steps[STEPS];
    size_t count, guards;
    Guard guard[GUARDS];
    bool monitored, held_again; /* what the review opens: after cleared, and after any outcome */
} RandomFlow;

/* --- writing one ---------------------------------------------------------------------------------------- */

static size_t below(RandomFlow *flow, size_t limit) {
    return (size_t)check_below(&flow->seed, limit);
}

static bool is_held(const RandomFlow *flow) {
    for (size_t i = 0; i < flow->count; i++)
        if (flow->steps[i].kind == REVIEW) return true;
    return false;
}

static void random_flow(RandomFlow *flow) {
    static const size_t ways[] = {
        [TASK] = 1, [CHOICE] = 2, [REVIEW] = 3, [MOTION] = 4, [PARALLEL] = 1, [END] = 0};
    flow->count = 3 + below(flow, STEPS - 2);
    for (size_t i = 0; i < flow->count; i++) {
        Step *step = &flow->steps[i];
        bool end = i + 1 == flow->count || (i + 2 == flow->count && below(flow, 2));
        step->kind = end ? END : (Kind)below(flow, KINDS);
        step->said = (Said)below(flow, SAID_COUNT);
        step->condition = below(flow, CONDITIONS);
        step->branches = 1 + below(flow, BRANCHES);
        step->ways = ways[step->kind];
        for (size_t k = 0; k < step->ways; k++) /* mostly onwards */
            step->to[k] =
                below(flow, 4) ? i + 1 + below(flow, flow->count - i - 1) : below(flow, flow->count);
    }
    flow->monitored = below(flow, 2);
    flow->held_again = below(flow, 2) && is_held(flow);
    flow->guards = below(flow, GUARDS + 1);
    for (size_t i = 0; i < flow->guards; i++)
        flow->guard[i] = (Guard){below(flow, flow->count), below(flow, CONDITIONS)};
}

static Text name_of(Arena *arena, size_t step) {
    return step ? text_format(arena, "s%zu", step) : TEXT("first");
}

static void write_outcomes(Buf *buf, const Step *step, const char *const *outcomes) {
    for (size_t k = 0; k < step->ways; k++)
        buf_format(buf, "%s %s: %s", k ? "," : " next: {", outcomes[k], name_of(buf->arena, step->to[k]).at);
    buf_cstr(buf, " } }\n");
}

static void write_parallel(Buf *buf, const RandomFlow *flow, size_t i) {
    const Step *step = &flow->steps[i];
    for (size_t k = 0; k < step->branches; k++)
        buf_format(buf, "%s b%zu_%zu: { task: B, by: clerk }", k ? "," : "{ parallel: {", i, k);
    buf_format(buf, " }, next: %s }\n", name_of(buf->arena, step->to[0]).at);
}

static void write_step(Buf *buf, const RandomFlow *flow, size_t i) {
    static const char *const of_review[WAYS] = {"cleared", "refused", "not_applicable", ""},
                             *const of_motion[WAYS] = {"carried", "lost", "rejected", "withdrawn"};
    const Step *step = &flow->steps[i];
    buf_format(buf, "  %s: ", name_of(buf->arena, i).at);
    switch (step->kind) {
    case TASK:
        buf_format(buf, "{ task: T, by: clerk, next: %s }\n", name_of(buf->arena, step->to[0]).at);
        break;
    case CHOICE:
        buf_format(buf, "{ evaluate: advice, next: [ { when: \"%s\", to: %s }, { to: %s } ] }\n",
                   conditions[step->condition].written, name_of(buf->arena, step->to[0]).at,
                   name_of(buf->arena, step->to[1]).at);
        break;
    case REVIEW:
        buf_cstr(buf, "{ review: ethics,");
        write_outcomes(buf, step, of_review);
        break;
    case MOTION:
        buf_cstr(buf, "{ motion: M, decision: partner,");
        write_outcomes(buf, step, of_motion);
        break;
    case PARALLEL:
        write_parallel(buf, flow, i);
        break;
    default:
        buf_cstr(buf, "{ end: over");
        if (step->said == NONE_GOES_ON) buf_cstr(buf, ", ongoing: []");
        if (step->said == IT_GOES_ON && (flow->monitored || flow->held_again))
            buf_cstr(buf, ", ongoing: [flow]");
        buf_cstr(buf, " }\n");
    }
}

/* The review is the charter's last declaration. */
static Text rules_of(Arena *arena, const RandomFlow *flow) {
    Buf buf = buf_new(arena);
    size_t head = (size_t)(strstr(CHARTER_TEXT, "  outcome cleared\n") - CHARTER_TEXT);
    buf_text(&buf, (Text){CHARTER_TEXT, head});
    buf_format(&buf, "  outcome cleared%s\n  outcome refused\n  reassess every 12 months%s\n}\n",
               flow->monitored ? " opens flow every 3 months" : "", flow->held_again ? " opens flow" : "");
    for (size_t i = 0; i < flow->guards; i++)
        buf_format(&buf, "guard g%zu before %s {\n  requires %s\n}\n", i,
                   name_of(arena, flow->guard[i].before).at, conditions[flow->guard[i].condition].written);
    return buf_done(&buf);
}

static Text flow_of(Arena *arena, const RandomFlow *flow) {
    Buf buf = buf_new(arena);
    buf_cstr(&buf, FLOW_HEAD);
    for (size_t i = 0; i < flow->count; i++) write_step(&buf, flow, i);
    return buf_done(&buf);
}

/* --- running it in every way ---------------------------------------------------------------------------- */

enum { MASKS = 1 << BRANCHES };
typedef struct State { /* the step, which of its parallel steps are done, and what is known */
    size_t step, done;
    Known known;
} State;

typedef bool Marks[STEPS][MASKS][KNOWN_COUNT];

typedef struct Truth {
    const RandomFlow *flow;
    Marks comes, ends, moves;
    bool taken[STEPS][WAYS], more;
} Truth;

static bool may_enter(const RandomFlow *flow, size_t step, Known known) {
    for (size_t i = 0; i < flow->guards; i++)
        if (flow->guard[i].before == step && !conditions[flow->guard[i].condition].yes[known]) return false;
    return true;
}

static void raise(Truth *truth, bool *mark, bool by) {
    truth->more |= by && !*mark;
    *mark |= by;
}

static void move(Truth *truth, State from, State to) {
    bool *comes = &truth->comes[from.step][from.done][from.known],
         *ends = &truth->ends[from.step][from.done][from.known];
    truth->moves[from.step][from.done][from.known] = true;
    raise(truth, &truth->comes[to.step][to.done][to.known], *comes);
    raise(truth, ends, truth->ends[to.step][to.done][to.known]);
}

static void take(Truth *truth, State from, size_t way, Known known) {
    State to = {truth->flow->steps[from.step].to[way], 0, known};
    if (!may_enter(truth->flow, to.step, known)) return;
    truth->taken[from.step][way] |= truth->comes[from.step][from.done][from.known];
    move(truth, from, to);
}

static void go_on(Truth *truth, State at) {
    const Step *step = &truth->flow->steps[at.step];
    switch (step->kind) {
    case CHOICE:
        if (conditions[step->condition].yes[at.known]) take(truth, at, 0, at.known);
        if (conditions[step->condition].no[at.known]) take(truth, at, 1, at.known);
        break;
    case REVIEW:
        for (size_t k = 0; k < step->ways; k++) take(truth, at, k, (Known)(CLEARED + k));
        break;
    case PARALLEL:
        for (size_t k = 0; k < step->branches; k++)
            if (!(at.done >> k & 1)) move(truth, at, (State){at.step, at.done | 1u << k, at.known});
        if (at.done + 1 == (size_t)1 << step->branches) take(truth, at, 0, at.known);
        break;
    default:
        for (size_t k = 0; k < step->ways; k++) take(truth, at, k, at.known);
    }
}

static void run(Truth *truth) {
    truth->comes[0][0][NOT_HELD] = true;
    for (size_t i = 0; i < truth->flow->count; i++)
        for (size_t known = 0; known < KNOWN_COUNT; known++)
            truth->ends[i][0][known] = truth->flow->steps[i].kind == END;
    for (truth->more = true; truth->more;) {
        truth->more = false;
        for (size_t i = 0; i < truth->flow->count; i++)
            for (size_t done = 0; done < MASKS; done++)
                for (size_t known = 0; known < KNOWN_COUNT; known++)
                    go_on(truth, (State){i, done, (Known)known});
    }
}

/* --- what is told of it --------------------------------------------------------------------------------- */

static size_t count_found(DiagnosticCode code, Text first, Text second) {
    size_t count = 0;
    for (size_t i = 0; i < checked.found->all.len; i++) {
        const Diagnostic *found = &checked.found->all.at[i];
        count += found->code == code && text_equal(found->args[0], first) &&
                 (text_empty(second) || text_equal(found->args[1], second));
    }
    return count;
}

static bool is_structural(void) {
    for (size_t i = 0; i < checked.found->all.len; i++) {
        DiagnosticCode code = checked.found->all.at[i].code;
        if (code == DIAG_FLOW_UNREACHED || code == DIAG_FLOW_ENDLESS) return true;
    }
    return false;
}

static bool comes_to(const Truth *truth, size_t step) {
    bool comes = false;
    for (size_t i = 0; i < MASKS * KNOWN_COUNT; i++) comes |= (&truth->comes[step][0][0])[i];
    return comes;
}

static bool is_stuck(const Truth *truth, size_t step, bool standing) {
    bool stuck = false;
    for (size_t i = 0; i < MASKS * KNOWN_COUNT; i++)
        stuck |= (&truth->comes[step][0][0])[i] && !(&truth->ends[step][0][0])[i] &&
                 (&truth->moves[step][0][0])[i] != standing;
    return stuck;
}

static void compare_ways(const Truth *truth, const char *texts) {
    for (size_t i = 0; i < truth->flow->count; i++)
        for (size_t to = 0; to < truth->flow->count; to++) {
            size_t never = 0;
            for (size_t k = 0; k < truth->flow->steps[i].ways; k++)
                never += truth->flow->steps[i].to[k] == to && !truth->taken[i][k] && comes_to(truth, i);
            size_t told = count_found(DIAG_WAY_NEVER, name_of(checked.arena, i), name_of(checked.arena, to));
            ck_assert_msg(told == never, "%zu to %zu: %zu, not %zu\n%s", i, to, told, never, texts);
        }
}

static bool runs_on(const Truth *truth, size_t end, bool cleared) {
    const bool *comes = truth->comes[end][0];
    const Step *step = &truth->flow->steps[end];
    bool settled = step->said == NONE_GOES_ON || step->said == IT_GOES_ON;
    return step->kind == END && !settled && (comes[CLEARED] || (!cleared && comes[REFUSED]));
}

static void compare_running_on(const Truth *truth, const char *texts) {
    for (size_t i = 0; i < truth->flow->count; i++) {
        size_t on = (truth->flow->monitored && runs_on(truth, i, true)) +
                    (size_t)(truth->flow->held_again && runs_on(truth, i, false));
        size_t told = count_found(DIAG_RUNS_ON, name_of(checked.arena, i), TEXT("ethics"));
        ck_assert_msg(told == on, "after %zu runs on: %zu, not %zu\n%s", i, told, on, texts);
    }
}

static void compare_stuck(const Truth *truth, const char *texts) {
    bool standing = false, any = false, told = false;
    for (size_t i = 0; i < truth->flow->count; i++) {
        standing |= is_stuck(truth, i, true);
        any |= is_stuck(truth, i, true) || is_stuck(truth, i, false);
    }
    for (size_t i = 0; i < truth->flow->count; i++) {
        bool here = count_found(DIAG_FLOW_STUCK, name_of(checked.arena, i), (Text){0}) > 0;
        told |= here;
        ck_assert_msg(here == is_stuck(truth, i, standing), "stuck at %zu: %d\n%s", i, here, texts);
    }
    ck_assert_msg(told == any, "stuck %d\n%s", any, texts);
}

START_TEST(random_workflows_are_found_sound_as_running_them_says) {
    RandomFlow flow = {.seed = check_seed("random workflows")};
    int rounds = check_rounds(ROUNDS), compared = 0;
    for (int i = 0; i < rounds; i++) {
        Arena *arena = arena_new(0);
        random_flow(&flow);
        Text rules = rules_of(arena, &flow), workflow = flow_of(arena, &flow);
        check_texts(rules.at, workflow.at);
        ck_assert_right();
        analyse_workflows(checked.model, checked.found);
        if (!is_structural()) {
            Truth *truth = arena_make(arena, Truth);
            truth->flow = &flow;
            run(truth);
            Text texts = text_format(arena, "%s\n%s\n%.*s", strstr(rules.at, "  outcome cleared"),
                                     workflow.at, TEXT_ARG(checked_shown()));
            compare_ways(truth, texts.at);
            compare_stuck(truth, texts.at);
            compare_running_on(truth, texts.at);
            compared++;
        }
        checked_end();
        arena_free(arena);
    }
    ck_assert_int_gt(compared, rounds / 10);
}
END_TEST

Suite *random_flows_suite(void) {
    Suite *suite = suite_create("random flows");
    TCase *tcase = tcase_create("random_flows");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, random_workflows_are_found_sound_as_running_them_says);
    return suite;
}
