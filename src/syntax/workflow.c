/* workflow: the form of a workflow file, held against the tables below: which keys there are, which a step of
 * each kind has, and what stands behind each. Whether its names exist is the model's to say. */
#include "syntax/workflow.h"

#include "syntax/form.h"

static const Text STEP_KIND_KEYS[] = {
#define X(name, key, what) TEXT_ROW(key),
    STEP_KINDS(X)
#undef X
};

Text step_kind_key(StepKind kind) {
    return STEP_KIND_KEYS[kind];
}

static const Text STEP_KIND_WHATS[] = {
#define X(name, key, what) TEXT_ROW(what),
    STEP_KINDS(X)
#undef X
};

static const struct {
    Text key;
    unsigned may, must;
} STEP_KEY_ROWS[] = {
#define X(name, key, may, must) {TEXT_ROW(key), may, must},
    STEP_KEYS(X)
#undef X
};

static const struct {
    Text key;
    bool must;
} WORKFLOW_KEY_ROWS[] = {
#define X(name, key, must) {TEXT_ROW(key), must},
    WORKFLOW_KEYS(X)
#undef X
};

static void read_duration(const Form *form, const Tree *node, Text key, Duration *duration) {
    bool read = node->kind == TREE_TEXT && duration_parse(node->text, duration);
    if (read && duration->amount > 0) return;
    *duration = (Duration){0};
    wrong_shape(form, form_quoted(form, key), "a time such as 10 working days or 4 weeks", node)->mend =
        TEXT("a whole number, and hours, days, working days, weeks, months or years");
}

/* Of an approval, which ends with a day. */
static void read_days(const Form *form, const Tree *node, Text key, Duration *duration) {
    read_duration(form, node, key, duration);
    if (duration->amount == 0 || duration->unit != UNIT_HOURS) return;
    *duration = (Duration){0};
    wrong_shape(form, form_quoted(form, key), "a time such as 60 days or 12 months", node);
}

static Expr *read_condition(const Form *form, const Tree *node) {
    if (node->kind != TREE_TEXT || text_empty(node->text)) {
        wrong_shape(form, form_quoted(form, TEXT("when")), "a condition", node);
        return NULL;
    }
    Span at = inner_span(form, node);
    if (text_equal(source_text(form->ast->sources, at), node->text))
        return parse_condition(form->ast, at, form->diagnostics);
    diagnose(form->diagnostics, DIAG_WRITTEN_CONDITION, node_span(form, node), 0, NULL);
    return NULL;
}

static Text step_called(const Form *form, Name name) {
    return text_format(form->diagnostics->arena, "the step \"%.*s\"", TEXT_ARG(name.text));
}

/* conditions: allowed */
static void read_conditions(const Form *form, const Tree *node, StepDecl *step) {
    if (node->kind == TREE_TEXT && text_is(node->text, "allowed"))
        step->conditions = node_span(form, node);
    else
        wrong_shape(form, form_quoted(form, TEXT("conditions")), "the word allowed", node)->mend =
            TEXT("write conditions: allowed, or leave it out");
}

/* --- next ----------------------------------------------------------------------------------------------- */

static void add_next(const Form *form, StepDecl *step, NextDecl next) {
    *vec_push(form->ast->arena, &step->next) = next;
}

/* next: { carried: planning, lost: declined } */
static void read_outcomes(const Form *form, const Tree *map, StepDecl *step) {
    for (size_t i = 0; i < map->len; i++) {
        Name outcome, to;
        bool named = read_key_name(form, map, i, TEXT("an outcome"), &outcome);
        if (read_name(form, map->items[i], form_quoted(form, map->keys[i]), &to) && named)
            add_next(form, step,
                     (NextDecl){.at = span_join(outcome.at, to.at), .outcome = outcome.text, .to = to});
    }
}

/* - when: recommendation.outcome = decline
 *   to: declined                                                                                           */
static void read_conditional(const Form *form, const Tree *item, StepDecl *step) {
    static const Keys known = {{TEXT_ROW("when"), TEXT_ROW("to")}, 2};
    Text owner = TEXT("an item of \"next\"");
    if (item->kind != TREE_MAP) {
        wrong_shape(form, owner, "a map with \"to\" and, if it has a condition, \"when\"", item)->mend =
            TEXT("write { to: the_step } or { when: a condition, to: the_step }");
        return;
    }
    check_keys(form, item, owner, &known);
    need_key(form, item, TEXT("to"), owner, node_span(form, item));
    const Tree *when = tree_get(item, "when"), *to = tree_get(item, "to");
    NextDecl next = {.at = node_span(form, item), .when = when ? read_condition(form, when) : NULL};
    bool understood = !when || next.when;
    if (to && read_name(form, to, form_quoted(form, TEXT("to")), &next.to) && understood)
        add_next(form, step, next);
}

static void read_next(const Form *form, const Tree *node, StepDecl *step) {
    Text what = form_quoted(form, TEXT("next"));
    NextDecl next = {.at = node_span(form, node)};
    if (node->kind == TREE_TEXT) {
        if (read_name(form, node, what, &next.to)) add_next(form, step, next);
    } else if (node->kind == TREE_MAP && node->len) {
        read_outcomes(form, node, step);
    } else if (node->kind == TREE_LIST && node->len) {
        for (size_t i = 0; i < node->len; i++) read_conditional(form, node->items[i], step);
    } else {
        wrong_shape(form, what, "a step, a map from outcomes to steps, or a list of conditions", node)->mend =
            TEXT("write next: the_step, or next: { carried: the_step, lost: another }");
    }
}

/* --- steps ---------------------------------------------------------------------------------------------- */

static void read_step_key(const Form *form, StepKey key, const Tree *node, StepDecl *step) {
    Text what = form_quoted(form, STEP_KEY_ROWS[key].key);
    Names names;
    switch (key) {
    case STEP_KEY_BY:
        names = read_names(form, node, what);
        step->by.at = names.at, step->by.len = names.len, step->by.cap = names.cap;
        return;
    case STEP_KEY_COLLECTS:
        names = read_names(form, node, what);
        step->collects.at = names.at, step->collects.len = names.len, step->collects.cap = names.cap;
        return;
    case STEP_KEY_WITHIN:
        step->within_at = inner_span(form, node);
        read_duration(form, node, STEP_KEY_ROWS[key].key, &step->within);
        return;
    case STEP_KEY_DECISION:
        read_name(form, node, what, &step->decision);
        return;
    case STEP_KEY_ONGOING:
        step->says_ongoing = true;
        if (node->kind == TREE_LIST && node->len == 0) return; /* nothing goes on */
        names = read_names(form, node, what);
        step->ongoing.at = names.at, step->ongoing.len = names.len, step->ongoing.cap = names.cap;
        return;
    case STEP_KEY_HOLDS:
        read_days(form, node, STEP_KEY_ROWS[key].key, &step->holds);
        return;
    case STEP_KEY_AHEAD:
        read_days(form, node, STEP_KEY_ROWS[key].key, &step->ahead);
        return;
    case STEP_KEY_RENEWAL:
        read_name(form, node, what, &step->renewal);
        return;
    case STEP_KEY_OPTIONS:
        read_name(form, node, what, &step->options);
        return;
    case STEP_KEY_CONDITIONS:
        read_conditions(form, node, step);
        return;
    case STEP_KEY_NEXT:
        read_next(form, node, step);
        return;
    case STEP_KEY_COUNT:
        return;
    }
}

static int kind_of_key(Text key) {
    for (int kind = 0; kind < STEP_KIND_COUNT; kind++)
        if (text_equal(key, STEP_KIND_KEYS[kind])) return kind;
    return -1;
}

static Keys all_kinds(void) {
    Keys keys = {.len = STEP_KIND_COUNT};
    for (size_t i = 0; i < STEP_KIND_COUNT; i++) keys.at[i] = STEP_KIND_KEYS[i];
    return keys;
}

/* Parallel steps lead to their join alone: a branch has no next of its own. */
static bool may_have(StepKind kind, StepKey key, bool branch) {
    return STEP_KEY_ROWS[key].may & 1u << kind && !(branch && key == STEP_KEY_NEXT);
}

static Keys keys_of(StepKind kind, bool branch) {
    Keys keys = {.at = {STEP_KIND_KEYS[kind]}, .len = 1};
    for (StepKey key = 0; key < STEP_KEY_COUNT; key++)
        if (may_have(kind, key, branch)) keys.at[keys.len++] = STEP_KEY_ROWS[key].key;
    return keys;
}

_Static_assert(STEP_KIND_COUNT + STEP_KEY_COUNT <= FORM_KEYS_MAX, "all keys of steps are listed together");

/* Every key that a step of some kind may have. */
static Keys keys_of_any(void) {
    Keys keys = all_kinds();
    for (StepKey key = 0; key < STEP_KEY_COUNT; key++) keys.at[keys.len++] = STEP_KEY_ROWS[key].key;
    return keys;
}

static void wrong_kind(const Form *form, Span at, Name name, Text has) {
    Keys kinds = all_kinds();
    DIAGNOSE(form->diagnostics, DIAG_STEP_KIND, at, name.text, has, form_joined(form, &kinds, " or "));
}

/* The one key that says what kind of step it is: its index in the map. Without exactly one the keys are
 * looked at all the same, but the step is left out. */
static bool find_kind(const Form *form, const Tree *map, Name name, size_t *found) {
    size_t kinds = 0;
    for (size_t i = 0; i < map->len; i++) {
        if (kind_of_key(map->keys[i]) < 0) continue;
        if (kinds++ == 0) {
            *found = i;
            continue;
        }
        Text has = text_format(form->diagnostics->arena, "\"%.*s\" and \"%.*s\"", TEXT_ARG(map->keys[*found]),
                               TEXT_ARG(map->keys[i]));
        wrong_kind(form, key_span(form, map, i), name, has);
    }
    if (kinds == 1) return true;
    if (kinds == 0) wrong_kind(form, name.at, name, TEXT("no kind"));
    Keys known = keys_of_any();
    check_keys(form, map, step_called(form, name), &known);
    return false;
}

static StepDecl *read_step(const Form *form, const Tree *map, size_t i, bool branch);

static void read_branches(const Form *form, const Tree *node, StepDecl *step) {
    if (node->kind != TREE_MAP || node->len == 0) {
        wrong_shape(form, form_quoted(form, TEXT("parallel")), "a map of steps", node);
        return;
    }
    for (size_t i = 0; i < node->len; i++) {
        StepDecl *inner = read_step(form, node, i, true);
        if (inner) *vec_push(form->ast->arena, &step->branches) = inner;
    }
}

/* What stands behind the key of the kind: a text for people, a name of the rules, or steps. */
static void read_subject(const Form *form, const Tree *node, StepDecl *step) {
    Text what = form_quoted(form, STEP_KIND_KEYS[step->kind]);
    switch (step->kind) {
    case STEP_TASK:
    case STEP_MOTION:
        read_text(form, node, what, &step->subject);
        return;
    case STEP_PARALLEL:
        read_branches(form, node, step);
        return;
    default:
        read_name(form, node, what, &step->subject);
    }
}

/* May a step of this kind stand inside parallel steps? */
static bool check_branch(const Form *form, const StepDecl *step, Span at) {
    if (step->kind != STEP_END && step->kind != STEP_PARALLEL) return true;
    Diagnostic *found = DIAGNOSE(form->diagnostics, DIAG_WRONG_SHAPE, at, step_called(form, step->name),
                                 TEXT("something to be done"), STEP_KIND_WHATS[step->kind]);
    found->mend = step->kind == STEP_END ? TEXT("write the end as a step of the workflow")
                                         : TEXT("write its steps beside the others");
    return false;
}

static void read_step_keys(const Form *form, const Tree *map, StepDecl *step, bool branch) {
    Text owner = step_called(form, step->name);
    Keys known = keys_of(step->kind, branch);
    check_keys(form, map, owner, &known);
    for (StepKey key = 0; key < STEP_KEY_COUNT; key++) {
        if (!may_have(step->kind, key, branch)) continue;
        Text word = STEP_KEY_ROWS[key].key;
        const Tree *node = tree_get_key(map, word);
        if (node) read_step_key(form, key, node, step);
        if (STEP_KEY_ROWS[key].must & 1u << step->kind) need_key(form, map, word, owner, step->name.at);
    }
}

/* What is renewed is said to expire, and when that is looked at. */
static void check_renewal(const Form *form, const Tree *map, const StepDecl *step) {
    Text owner = step_called(form, step->name);
    bool renewed = tree_get(map, "renewal") != NULL, ahead = tree_get(map, "ahead") != NULL;
    if (renewed || ahead) need_key(form, map, TEXT("holds"), owner, step->name.at);
    if (renewed) need_key(form, map, TEXT("ahead"), owner, step->name.at);
    if (ahead) need_key(form, map, TEXT("renewal"), owner, step->name.at);
}

static StepDecl *read_step(const Form *form, const Tree *map, size_t i, bool branch) {
    const Tree *body = map->items[i];
    StepDecl *step = arena_make(form->ast->arena, StepDecl);
    if (!read_key_name(form, map, i, TEXT("the name of a step"), &step->name)) return NULL;
    if (body->kind != TREE_MAP || body->len == 0) {
        wrong_shape(form, step_called(form, step->name), "a map of keys", body);
        return NULL;
    }
    step->at = span_join(step->name.at, node_span(form, body));
    size_t kind;
    if (!find_kind(form, body, step->name, &kind)) return NULL;
    step->kind = (StepKind)kind_of_key(body->keys[kind]);
    if (branch && !check_branch(form, step, key_span(form, body, kind))) return NULL;
    read_subject(form, body->items[kind], step);
    read_step_keys(form, body, step, branch);
    check_renewal(form, body, step);
    return step;
}

/* --- the workflow --------------------------------------------------------------------------------------- */

static void read_steps(const Form *form, const Tree *node, WorkflowDecl *workflow) {
    if (node->kind != TREE_MAP || node->len == 0) {
        wrong_shape(form, form_quoted(form, TEXT("steps")), "a map of steps", node);
        return;
    }
    for (size_t i = 0; i < node->len; i++) {
        StepDecl *step = read_step(form, node, i, false);
        if (step) *vec_push(form->ast->arena, &workflow->steps) = step;
    }
}

static void read_workflow_key(const Form *form, WorkflowKey key, const Tree *node, WorkflowDecl *workflow) {
    Text what = form_quoted(form, WORKFLOW_KEY_ROWS[key].key);
    Name text = {0};
    switch (key) {
    case WORKFLOW_KEY_WORKFLOW:
        read_name(form, node, what, &workflow->name);
        return;
    case WORKFLOW_KEY_TITLE:
        if (read_text(form, node, what, &text)) workflow->title = text.text;
        return;
    case WORKFLOW_KEY_SOURCE:
        if (read_text(form, node, what, &text)) workflow->source = text.text;
        return;
    case WORKFLOW_KEY_OF:
        read_name(form, node, what, &workflow->of);
        return;
    case WORKFLOW_KEY_START:
        read_name(form, node, what, &workflow->start);
        return;
    case WORKFLOW_KEY_STEPS:
        read_steps(form, node, workflow);
        return;
    case WORKFLOW_KEY_COUNT:
        return;
    }
}

static void read_workflow(const Form *form, const Tree *root) {
    WorkflowDecl *workflow = arena_make(form->ast->arena, WorkflowDecl);
    workflow->at = node_span(form, root);
    Text owner = TEXT("a workflow");
    Keys known = {.len = WORKFLOW_KEY_COUNT};
    for (size_t i = 0; i < WORKFLOW_KEY_COUNT; i++) known.at[i] = WORKFLOW_KEY_ROWS[i].key;
    check_keys(form, root, owner, &known);
    for (WorkflowKey key = 0; key < WORKFLOW_KEY_COUNT; key++) {
        Text word = WORKFLOW_KEY_ROWS[key].key;
        const Tree *node = tree_get_key(root, word);
        if (WORKFLOW_KEY_ROWS[key].must) need_key(form, root, word, owner, key_span(form, root, 0));
        if (node) read_workflow_key(form, key, node, workflow);
    }
    if (!text_empty(workflow->name.text)) *vec_push(form->ast->arena, &form->ast->workflows) = workflow;
}

/* Facts, people or anything else that lies in the folder: one sentence for all of it. */
static bool is_workflow(const Tree *root) {
    return root->kind != TREE_MAP || root->len == 0 || tree_get_key(root, TEXT("workflow")) ||
           tree_get_key(root, TEXT("steps"));
}

void parse_workflow(Ast *ast, uint32_t file, Diagnostics *diagnostics) {
    const Tree *root = parse_yaml(ast->arena, ast->sources, file, diagnostics);
    if (!root) return;
    Form form = {ast, diagnostics, file};
    if (!is_workflow(root))
        diagnose(diagnostics, DIAG_NO_WORKFLOW, key_span(&form, root, 0), 0, NULL);
    else if (root->kind == TREE_MAP && root->len > 0)
        read_workflow(&form, root);
    else
        wrong_shape(&form, TEXT("a workflow file"), "a map of keys", root)->mend =
            TEXT("begin with workflow: and its name");
}
