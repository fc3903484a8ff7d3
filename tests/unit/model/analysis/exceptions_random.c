/* Random conditions of two exceptions over small domains, where every combination can be tried: they are said
 * to meet just where both hold at once, and what is shown as an example is one. */
#include "analysed.h"
#include <stdio.h>

enum { FACTS = 5, NODES_MAX = 16, VALUES_MAX = 17, ROUNDS = 400, MISSING = 1000 };

typedef enum FactKind { KIND, GOOD, COUNT, MAYBE, SIZE } FactKind;

/* Values that between them fall into every stretch there can be; numbers are twice what they are. */
static const struct {
    const char *name;
    size_t count;
    int values[VALUES_MAX];
} facts[FACTS] = {{"kind", 3, {0, 1, 2}},
                  {"good", 2, {0, 1}},
                  {"count", 9, {-2, 0, 2, 4, 6, 8, 10, 12, 14}},
                  {"maybe", 10, {-2, 0, 2, 4, 6, 8, 10, 12, 14, MISSING}},
                  {"size", 17, {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}}};

#define RULES                                                                                                \
    CHARTER_HEAD CALENDAR_TEXT                                                                               \
        "enum kind_of { a, b, c }\n"                                                                         \
        "facts things {\n  kind : kind_of\n  good : yes_no\n  count : integer\n"                             \
        "  maybe : integer, optional\n  size : decimal\n}\n"                                                 \
        "table t of things {\n  | row | good || r : yes_no |\n  | R1 | - || yes |\n}\n"

typedef enum NodeOp { NODE_AND, NODE_OR, NODE_NOT, NODE_TEST } NodeOp;
typedef enum Test { EQUAL, UNEQUAL, BELOW, ABOVE, AMONG, IS_MISSING, TEST_COUNT } Test;

typedef struct Node {
    NodeOp op;
    size_t left, right;
    FactKind fact;
    Test test;
    int low, high; /* as in facts; AMONG: from low to high */
} Node;

typedef struct Condition {
    Node nodes[NODES_MAX];
    size_t len;
    Buf text;
} Condition;

static uint64_t state;

static size_t below(size_t limit) {
    return (size_t)check_below(&state, limit);
}

/* --- making --------------------------------------------------------------------------------------------- */

static bool is_number(FactKind fact) {
    return fact >= COUNT;
}

static Node random_test(void) {
    Node node = {.op = NODE_TEST, .fact = (FactKind)below(FACTS), .test = (Test)below(TEST_COUNT)};
    size_t range = node.fact == KIND ? 3 : node.fact == GOOD ? 2 : 5;
    int step = is_number(node.fact) ? 2 : 1;
    node.low = step * (int)below(range);
    node.high = node.low + step * (int)below(3);
    if (!is_number(node.fact) && node.test != EQUAL) node.test = UNEQUAL;
    if (node.test == IS_MISSING && node.fact != MAYBE) node.test = BELOW;
    return node;
}

static size_t random_node(Condition *c, int depth) {
    size_t at = c->len++;
    NodeOp op = depth > 0 && c->len + 2 < NODES_MAX ? (NodeOp)below(4) : NODE_TEST;
    if (op == NODE_TEST) {
        c->nodes[at] = random_test();
        return at;
    }
    size_t left = random_node(c, depth - 1), right = op == NODE_NOT ? left : random_node(c, depth - 1);
    c->nodes[at] = (Node){.op = op, .left = left, .right = right};
    return at;
}

static void write_value(Buf *buf, FactKind fact, int value) {
    if (fact == KIND)
        buf_char(buf, (char)('a' + value));
    else if (fact == GOOD)
        buf_cstr(buf, value ? "yes" : "no");
    else if (value == MISSING)
        buf_cstr(buf, "missing");
    else
        buf_format(buf, value % 2 ? "%s%d.5" : "%s%d", value < 0 ? "-" : "",
                   (value < 0 ? -value : value) / 2);
}

static void write_test(Buf *buf, const Node *node) {
    static const char *const OPS[] = {"=", "!=", "<", ">"};
    const char *name = facts[node->fact].name;
    if (node->test == IS_MISSING) {
        buf_format(buf, "%s %s missing", name, node->low ? "=" : "!=");
    } else if (node->test == AMONG) {
        buf_format(buf, "%s in (4, %d..%d)", name, node->low / 2, node->high / 2);
    } else {
        buf_format(buf, "%s %s ", name, OPS[node->test]);
        write_value(buf, node->fact, node->low);
    }
}

static void write_node(Buf *buf, const Condition *c, size_t at) {
    const Node *node = &c->nodes[at];
    if (node->op == NODE_TEST) {
        write_test(buf, node);
        return;
    }
    buf_cstr(buf, node->op == NODE_NOT ? "not (" : "(");
    write_node(buf, c, node->left);
    if (node->op != NODE_NOT) {
        buf_cstr(buf, node->op == NODE_AND ? " and " : " or ");
        write_node(buf, c, node->right);
    }
    buf_char(buf, ')');
}

/* --- trying: no is -1, yes is 1, and what is not known 0 --------------------------------------------------
 */

static int try_test(const Node *node, int value) {
    bool yes = false;
    if (node->test == IS_MISSING) return (value == MISSING) == (node->low != 0) ? 1 : -1;
    if (value == MISSING) return 0;
    if (node->test == EQUAL) yes = value == node->low;
    if (node->test == UNEQUAL) yes = value != node->low;
    if (node->test == BELOW) yes = value < node->low;
    if (node->test == ABOVE) yes = value > node->low;
    if (node->test == AMONG) yes = value == 8 || (value >= node->low && value <= node->high);
    return yes ? 1 : -1;
}

static int try_node(const Condition *c, size_t at, const int *values) {
    const Node *node = &c->nodes[at];
    if (node->op == NODE_TEST) return try_test(node, values[node->fact]);
    int left = try_node(c, node->left, values), right = try_node(c, node->right, values);
    if (node->op == NODE_NOT) return -left;
    if (node->op == NODE_AND) return left < right ? left : right;
    return left > right ? left : right;
}

typedef bool Each(void *context, const int *values);

/* False as soon as one is. */
static bool each_combination(Each *each, void *context) {
    size_t at[FACTS] = {0};
    for (;;) {
        int values[FACTS];
        size_t fact = 0;
        for (size_t i = 0; i < FACTS; i++) values[i] = facts[i].values[at[i]];
        if (!each(context, values)) return false;
        while (fact < FACTS && ++at[fact] == facts[fact].count) at[fact++] = 0;
        if (fact == FACTS) return true;
    }
}

typedef struct Trial {
    const Condition *one, *other;
    Text example; /* as the analysis writes it */
    size_t tried;
} Trial;

static bool not_both(void *context, const int *values) {
    const Trial *trial = context;
    return try_node(trial->one, 0, values) < 1 || try_node(trial->other, 0, values) < 1;
}

/* Are the values those of the example, as far as it names any? */
static bool is_example(const Trial *trial, const int *values) {
    Text rest = trial->example, part;
    while (text_next(&rest, ',', &part)) {
        bool found = false;
        for (size_t i = 0; i < FACTS && !found; i++) {
            Buf buf = buf_new(checked.arena);
            buf_format(&buf, "%s = ", facts[i].name);
            write_value(&buf, (FactKind)i, values[i]);
            found = text_equal(text_trim(part), buf_done(&buf));
        }
        if (!found) return false;
    }
    return true;
}

static bool holds_where_shown(void *context, const int *values) {
    Trial *trial = context;
    if (!text_is(trial->example, "anything is given") && !is_example(trial, values)) return true;
    trial->tried++;
    return !not_both(trial, values);
}

static Text example_of(Text message) {
    const char *words = strstr(message.at, " both apply when ");
    ck_assert_ptr_nonnull(words);
    Text example = text_of(words + strlen(" both apply when "));
    return example;
}

static void check_round(Arena *arena) {
    Condition one = {.len = 0}, other = {.len = 0};
    Buf buf = buf_new(arena);
    random_node(&one, 2);
    random_node(&other, 2);
    buf_cstr(&buf, RULES "exception e to t when ");
    write_node(&buf, &one, 0);
    buf_cstr(&buf, " {\n  gives r = no\n}\nexception f to t when ");
    write_node(&buf, &other, 0);
    buf_cstr(&buf, " {\n  gives r = no\n}\n");
    Text rules = buf_done(&buf);
    analyse_by(analyse_exceptions, rules.at, NULL);
    Trial trial = {.one = &one, .other = &other};
    bool apart = each_combination(not_both, &trial);
    ck_assert_msg(checked.found->all.len == (apart ? 0 : 1), "%s", rules.at);
    if (!apart) {
        const Diagnostic *found = &checked.found->all.at[0];
        ck_assert_int_eq(found->code, DIAG_EXCEPTIONS_MEET);
        trial.example = example_of(diagnostic_sentence(checked.arena, found));
        ck_assert_msg(each_combination(holds_where_shown, &trial) && trial.tried > 0, "%.*s\n%s",
                      TEXT_ARG(trial.example), rules.at);
    }
    checked_end();
}

START_TEST(exceptions_meet_just_where_both_conditions_hold) {
    state = check_seed("exceptions that meet");
    for (int i = 0; i < check_rounds(ROUNDS); i++) {
        Arena *arena = arena_new(0);
        check_round(arena);
        arena_free(arena);
    }
}
END_TEST

Suite *exceptions_random_suite(void) {
    Suite *suite = suite_create("exceptions at random");
    TCase *tcase = tcase_create("exceptions at random");
    suite_add_tcase(suite, tcase);
    tcase_add_test(tcase, exceptions_meet_just_where_both_conditions_hold);
    return suite;
}
