/* Facts, scores and answers as people write them, into the form that is entered. */
#include "proceedings/reading.h"
#include "value/json.h"

/* --- why a text is no value ----------------------------------------------------------------------------- */

static Text form_of(Type type) {
    switch (type.kind) {
    case TYPE_YES_NO:
        return TEXT("write yes or no");
    case TYPE_INTEGER:
        return TEXT("write a whole number: 12");
    case TYPE_DECIMAL:
        return TEXT("write a number: 12.5");
    case TYPE_PERCENT:
        return TEXT("write it with its percent sign: 25%");
    case TYPE_MONEY:
        return TEXT("write the currency before the amount: USD 100_000");
    case TYPE_DATE:
        return TEXT("write it as 2026-03-24");
    case TYPE_INSTANT:
        return TEXT("write it as 2026-03-24T10:00:00-05:00");
    case TYPE_DURATION:
        return TEXT("write it as 10 working days");
    case TYPE_RANGE:
        return TEXT("write its lower end, two points and its upper end: 5..10");
    case TYPE_LIST:
        return TEXT("write its items between commas, or as a list in a file");
    default:
        return (Text){0};
    }
}

static Text mend_value(Reading *reading, Type type, Text written) {
    TextList members = {0};
    if (type.kind == TYPE_MONEY)
        return text_format(reading->arena, "write the currency before the amount: %.3s 100_000",
                           type_any_currency(type) ? "USD" : type.currency);
    if (type.kind != TYPE_ENUM) return form_of(type);
    for (size_t i = 0; i < type.enumeration->count; i++)
        texts_push(reading->arena, &members, type.enumeration->members[i]);
    return text_offer(reading->arena, written, members.at, members.len);
}

/* What a value of the type is, in a sentence. */
static Text kind_called(Reading *reading, Type type) {
    enum { NAMED_MOST = 12 };
    const EnumType *members = type.kind == TYPE_ENUM ? type.enumeration : NULL;
    if (!members || members->count == 0 || members->count > NAMED_MOST)
        return type_text(reading->arena, type);
    return text_format(reading->arena, "one of %.*s",
                       TEXT_ARG(text_join(reading->arena, members->members, members->count, ", ")));
}

static Text written_form(Reading *reading, const Tree *node) {
    if (node->kind == TREE_TEXT) return node->text;
    Buf buf = buf_new(reading->arena);
    json_write(&buf, node);
    return buf_done(&buf);
}

/* --- facts ---------------------------------------------------------------------------------------------- */

typedef struct FactsGiven {
    Reading *reading;
    const Program *program;
    const Workflow *workflow;
    const CaseState *subject; /* NULL: not opened yet */
    Tree *facts;
} FactsGiven;

/* Yes and no, and the members of an enum, are read without regard to capitals and entered as declared. */
static Text as_declared(Reading *reading, Type type, Text written) {
    static const Text yes_no[] = {TEXT_ROW("yes"), TEXT_ROW("no")};
    bool words = type.kind == TYPE_YES_NO, members = type.kind == TYPE_ENUM && type.enumeration;
    const Text *names = words ? yes_no : members ? type.enumeration->members : NULL;
    size_t count = words ? 2 : members ? type.enumeration->count : 0, found = count;
    Text given = capitals(reading->arena, written);
    for (size_t i = 0; i < count; i++) {
        if (text_equal(names[i], written)) return written;
        if (!text_equal(capitals(reading->arena, names[i]), given)) continue;
        if (found < count) return written; /* members that differ by capitals alone */
        found = i;
    }
    return found < count ? names[found] : written;
}

/* "not applicable", in whatever capitals. */
static bool says_not_applicable(Reading *reading, const Tree *node) {
    return node->kind == TREE_TEXT &&
           text_is(capitals(reading->arena, text_trim(node->text)), "NOT APPLICABLE");
}

static Tree *text_as_declared(Reading *reading, Type type, const Tree *node) {
    Tree *copy = tree_text(reading->arena, as_declared(reading, type, node->text));
    copy->quoted = node->quoted;
    return copy;
}

static const Tree *items_as_declared(Reading *reading, Type element, const Tree *list) {
    Tree *copy = tree_list(reading->arena);
    for (size_t i = 0; i < list->len; i++)
        tree_add(reading->arena, copy,
                 list->items[i]->kind == TREE_TEXT ? text_as_declared(reading, element, list->items[i])
                                                   : list->items[i]);
    return copy;
}

/* "a, b" on the command line is a list, and 42 in a file is the text "42" where a text is asked for. */
static const Tree *as_asked(Reading *reading, Type type, const Tree *node) {
    if (says_not_applicable(reading, node)) return tree_text(reading->arena, TEXT("not applicable"));
    if (node->kind == TREE_INT && type.kind == TYPE_TEXT)
        return tree_text(reading->arena, text_format(reading->arena, "%lld", (long long)node->number));
    if (type.kind == TYPE_LIST && node->kind == TREE_LIST)
        return items_as_declared(reading, type_element(type), node);
    if (type.kind != TYPE_LIST) return node->kind == TREE_TEXT ? text_as_declared(reading, type, node) : node;
    if (node->kind != TREE_TEXT) return node;
    Tree *list = tree_list(reading->arena);
    Text rest = node->text, piece;
    while (text_next(&rest, ',', &piece))
        tree_add(reading->arena, list, tree_text(reading->arena, text_trim(piece)));
    return items_as_declared(reading, type_element(type), list);
}

static bool says_nothing(Value value) {
    if (!value_known(value)) return false;
    if (value.kind == TYPE_TEXT) return text_empty(text_trim(value.text));
    for (size_t i = 0; value.kind == TYPE_LIST && i < value.list.len; i++)
        if (says_nothing(value.list.at[i])) return true;
    return false;
}

static bool resolve(Reading *reading, Type type, Value *value);

static bool resolve_items(Reading *reading, Type element, Value *list) {
    Value *items = arena_array(reading->arena, Value, list->list.len);
    for (size_t i = 0; i < list->list.len; i++) {
        items[i] = list->list.at[i];
        if (!resolve(reading, element, &items[i])) return false;
    }
    list->list.at = items;
    return true;
}

/* Names of people, offices and bodies are looked up, so that replay needs no name of a person. */
static bool resolve(Reading *reading, Type type, Value *value) {
    if (!value_known(*value)) return true;
    switch (type.kind) {
    case TYPE_PERSON:
        return read_person(reading, value->text, &value->text);
    case TYPE_OFFICE:
        return read_office(reading, value->text, &value->text);
    case TYPE_BODY:
        return read_body(reading, value->text, &value->text);
    case TYPE_DECIDER:
        return read_decider(reading, value->text, &value->text);
    case TYPE_LIST:
        return resolve_items(reading, type_element(type), value);
    default:
        return true;
    }
}

static Tree *stated(Reading *reading, const Slot *slot, Value value) {
    Tree *map = tree_map(reading->arena);
    Text text = value_to_text(reading->arena, slot->type, value);
    if (!slot->personal)
        tree_set(reading->arena, map, TEXT("value"), value_to_tree(reading->arena, slot->type, value));
    else
        tree_set_text(reading->arena, map, "sealed",
                      reading->sealer->seal(reading->sealer->context, reading->arena, text));
    return map;
}

bool read_value(Reading *reading, Text name, Type type, Text where, const Tree *node, Value *value) {
    ValueError error = value_from_tree(reading->arena, type, as_asked(reading, type, node), value);
    if (error == VALUE_APPLIES) return refuse_at(&reading->turn, ALWAYS_APPLIES, where, name);
    if (error != VALUE_OK) {
        Text written = written_form(reading, node);
        return refuse_at(&reading->turn, BAD_VALUE, where, name, kind_called(reading, type), written,
                         mend_value(reading, type, written));
    }
    if (says_nothing(*value)) return refuse(&reading->turn, EMPTY_TEXT, name);
    return resolve(reading, type, value);
}

static bool read_fact(FactsGiven *given, const Slot *slot, const Tree *node) {
    Reading *reading = given->reading;
    Value value;
    if (node->kind == TREE_NULL) return true; /* nobody has said: there is nothing to enter */
    if (!read_value(reading, slot->name, slot->type, where_text(reading->arena, slot->where), node, &value))
        return false;
    tree_set(reading->arena, given->facts, slot->name, stated(reading, slot, value));
    return true;
}

static bool unknown_fact(FactsGiven *given, Text name) {
    Reading *reading = given->reading;
    TextList names = {0};
    for (size_t i = 0; i < given->program->slots_count; i++)
        if (given->program->slots[i].kind == SLOT_FACT &&
            given->program->slots[i].group == given->workflow->group)
            texts_push(reading->arena, &names, given->program->slots[i].name);
    return refuse(&reading->turn, UNKNOWN_FACT, given->program->groups[given->workflow->group], name,
                  text_offer(reading->arena, name, names.at, names.len));
}

static bool is_scorecard(const Program *program, Text name) {
    for (size_t i = 0; i < program->scorecards_count; i++)
        if (text_equal(program->scorecards[i].name, name)) return true;
    return false;
}

/* Whether a review waits for the plan for a concern of that name. */
static bool wants_plan(const FactsGiven *given, Text name) {
    TextList questions = {0};
    if (!given->subject) return false;
    open_questions(given->reading->state, given->subject, REVIEW_PLANS, &questions);
    return texts_have(&questions, name);
}

static bool read_plan(FactsGiven *given, Text name, const Tree *node) {
    bool empty = node->kind == TREE_NULL || (node->kind == TREE_TEXT && text_empty(text_trim(node->text)));
    if (empty) return refuse(&given->reading->turn, EMPTY_TEXT, name);
    Tree *plan = tree_map(given->reading->arena);
    tree_set_text(given->reading->arena, plan, "plan", written_form(given->reading, node));
    tree_set(given->reading->arena, given->facts, name, plan);
    return true;
}

/* The step whose vote chooses what the fact is; NULL: none. */
static const FlowStep *choosing_step(const FactsGiven *given, Index slot) {
    for (size_t i = 0; i < given->workflow->step_count; i++)
        if (given->workflow->steps[i].options == slot) return &given->workflow->steps[i];
    return NULL;
}

static bool read_named(FactsGiven *given, Text name, const Tree *node) {
    Index slot = program_slot(given->program, given->workflow->group, name);
    const FlowStep *chooses = slot == NONE ? NULL : choosing_step(given, slot);
    if (chooses)
        return refuse_at(&given->reading->turn, CHOSEN_FACT,
                         where_text(given->reading->arena, chooses->where), name, chooses->name);
    if (slot != NONE && given->program->slots[slot].kind == SLOT_FACT)
        return read_fact(given, &given->program->slots[slot], node);
    if (wants_plan(given, name)) return read_plan(given, name, node);
    if (is_scorecard(given->program, name) || slot != NONE)
        return refuse(&given->reading->turn, NOT_A_FACT, name);
    return unknown_fact(given, name);
}

bool read_facts(Reading *reading, const Program *program, const Workflow *workflow, const CaseState *subject,
                const Tree *given, Tree **facts) {
    FactsGiven all = {reading, program, workflow, subject, tree_map(reading->arena)};
    *facts = NULL;
    for (size_t i = 0; i < tree_len(given); i++)
        if (!read_named(&all, given->keys[i], given->items[i])) return false;
    if (tree_len(all.facts) > 0) *facts = all.facts;
    return true;
}

/* --- scores --------------------------------------------------------------------------------------------- */

/* Scores are entered in their one written form; what is no number is for the scorecard to refuse. */
static Text score_text(Reading *reading, const Tree *node) {
    Number number;
    Text written = written_form(reading, node);
    return number_parse(reading->arena, written, &number) == NUMBER_OK ? number_text(reading->arena, number)
                                                                       : written;
}

/* "evaluation.market_impact" is its criterion's name; a file may hold the sheet under the scorecard's. */
static Text last_part(Text name) {
    Text rest = name, piece = name;
    while (text_next(&rest, '.', &piece)) continue;
    return piece;
}

static void add_scores(Reading *reading, const Tree *given, Tree *scores) {
    for (size_t i = 0; i < tree_len(given); i++) {
        const Tree *node = given->items[i];
        if (node->kind == TREE_NULL) continue;
        tree_set(reading->arena, scores, last_part(given->keys[i]),
                 tree_text(reading->arena, score_text(reading, node)));
    }
}

/* A file of facts may have the sheet under the scorecard's name, among what is not scored. */
static const Tree *sheet_in(Reading *reading, const Tree *given) {
    for (size_t i = 0; i < tree_len(given); i++)
        if (given->items[i]->kind == TREE_MAP && is_scorecard(reading->turn.program, given->keys[i]))
            return given->items[i];
    return given;
}

bool read_scores(Reading *reading, const Tree *given, Tree **scores) {
    *scores = tree_map(reading->arena);
    add_scores(reading, sheet_in(reading, given), *scores);
    return tree_len(*scores) > 0 ||
           refuse(&reading->turn, NOTHING_GIVEN, TEXT("scores"), TEXT("CRITERION=SCORE"));
}

/* --- answers -------------------------------------------------------------------------------------------- */

static bool read_answer(Reading *reading, Text name, const Tree *node, Tree *answers) {
    Text text =
        node->kind == TREE_TEXT ? as_declared(reading, (Type){.kind = TYPE_YES_NO}, node->text) : (Text){0};
    bool yes = node->kind == TREE_BOOL ? node->yes : text_is(text, "yes");
    bool no = node->kind == TREE_BOOL ? !node->yes : text_is(text, "no");
    if (!yes && !no)
        return refuse(&reading->turn, BAD_VALUE, name, TEXT("answered with yes or no"),
                      written_form(reading, node), TEXT("answer yes or no"));
    tree_set(reading->arena, answers, name, tree_bool(reading->arena, yes));
    return true;
}

bool read_answers(Reading *reading, const CaseState *subject, const Tree *given, Tree **answers) {
    TextList questions = {0};
    *answers = NULL;
    open_questions(reading->state, subject, REVIEW_ANSWERS, &questions);
    Tree *read = tree_map(reading->arena);
    for (size_t i = 0; i < tree_len(given); i++) {
        if (!texts_have(&questions, given->keys[i]))
            return refuse(&reading->turn, NO_QUESTION, subject->number, given->keys[i],
                          text_offer(reading->arena, given->keys[i], questions.at, questions.len));
        if (!read_answer(reading, given->keys[i], given->items[i], read)) return false;
    }
    *answers = read;
    return true;
}

/* --- checklists ----------------------------------------------------------------------------------------- */

bool read_items(Reading *reading, const CaseState *subject, const Tree *given, Tree **items) {
    TextList asked = {0};
    asked_items(reading->state, subject, &asked);
    *items = tree_map(reading->arena);
    for (size_t i = 0; i < tree_len(given); i++) {
        Text name = last_part(given->keys[i]);
        if (!texts_have(&asked, name))
            return refuse(&reading->turn, NO_ITEM, subject->number, given->keys[i],
                          text_offer(reading->arena, name, asked.at, asked.len));
        if (!read_answer(reading, name, given->items[i], *items)) return false;
    }
    return true;
}
