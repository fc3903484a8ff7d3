/* What is told of amendments, declaration by declaration. */
#include "editions.h"

#define PARTS                                                                                                \
    "enum vertical { health, finance }\n"                                                                    \
    "facts deal {\n  vertical : vertical\n  value : money USD, optional\n  urgent : yes_no\n  count : "      \
    "integer\n}\n"                                                                                           \
    "role clerk \"Clerk\"\noffice ceo \"Chief\"\noffice cto \"Technical chief\"\n"

/* Every difference and region of one change, a line each: "quorum: 3 -> 4 (example)". */
static void write_differences(Buf *buf, const Tree *change) {
    const Tree *all = tree_get(change, "differences");
    for (size_t i = 0; i < tree_len(all); i++) {
        const Tree *one = all->items[i];
        Text before = tree_get_text(one, "before"), now = tree_get_text(one, "now"),
             example = tree_get_text(one, "example");
        buf_format(buf, "%.*s: %.*s -> %.*s", TEXT_ARG(tree_get_text(one, "about")), TEXT_ARG(before),
                   TEXT_ARG(now));
        if (!text_empty(example)) buf_format(buf, " (%.*s)", TEXT_ARG(example));
        if (tree_get(one, "as_written")) buf_cstr(buf, " as written");
        buf_char(buf, '\n');
    }
}

static void write_side(Buf *buf, const Tree *side) {
    const Tree *results = tree_get(side, "results");
    if (!results) {
        buf_text(buf, tree_get_text(side, "outcome"));
        return;
    }
    for (size_t i = 0; i < tree_len(results); i++)
        buf_format(buf, "%s%.*s", i ? " " : "", TEXT_ARG(tree_get_text(results->items[i], "is")));
}

static void write_regions(Buf *buf, const Tree *change) {
    const Tree *all = tree_get(change, "regions");
    for (size_t i = 0; i < tree_len(all); i++) {
        const Tree *where = tree_get(all->items[i], "where");
        for (size_t k = 0; k < tree_len(where); k++)
            buf_format(buf, "%s%.*s %.*s", k ? "; " : "", TEXT_ARG(tree_get_text(where->items[k], "name")),
                       TEXT_ARG(tree_get_text(where->items[k], "is")));
        buf_cstr(buf, "| ");
        write_side(buf, tree_get(all->items[i], "before"));
        buf_cstr(buf, " -> ");
        write_side(buf, tree_get(all->items[i], "now"));
        buf_char(buf, '\n');
    }
}

static Text told_of(Arena *arena, const char *before, const char *now, const char *flow_before,
                    const char *flow_now) {
    Tree *document = tree_map(arena);
    Edition old = edition_of(arena, text_format(arena, "%s%s", PARTS, before).at, flow_before),
            new = edition_of(arena, text_format(arena, "%s%s", PARTS, now).at, flow_now);
    difference_find(arena, &old, &new, document);
    Buf buf = buf_new(arena);
    const Tree *changes = tree_get(document, "changes"), *reached = tree_get(document, "reached");
    for (size_t i = 0; i < tree_len(changes); i++) {
        const Tree *change = changes->items[i];
        Text was = tree_get_text(change, "was"), example = tree_get_text(change, "example");
        buf_format(&buf, "%.*s %.*s\n", TEXT_ARG(tree_get_text(change, "name")),
                   TEXT_ARG(tree_get_text(change, "how")));
        if (!text_empty(was)) buf_format(&buf, "was %.*s\n", TEXT_ARG(was));
        if (tree_get(change, "as_written")) buf_cstr(&buf, "as written\n");
        write_differences(&buf, change);
        if (!text_empty(example)) buf_format(&buf, "(%.*s)\n", TEXT_ARG(example));
        write_regions(&buf, change);
    }
    for (size_t i = 0; i < tree_len(reached); i++)
        buf_format(&buf, "%.*s rests on it\n", TEXT_ARG(tree_get_text(reached->items[i], "name")));
    return buf_done(&buf);
}

static void check_told(const char *before, const char *now, const char *wanted) {
    Arena *arena = arena_new(0);
    ck_assert_text_is(told_of(arena, before, now, NULL, NULL), wanted);
    arena_free(arena);
}

/* --- bodies and ballots --------------------------------------------------------------------------------- */

#define BODY(seats, quorum, carried)                                                                         \
    "body board {\n  seats " seats "\n  quorum " quorum "\n  carried by " carried "\n}\n"
#define USUAL "more than 1/2 of votes cast"

START_TEST(a_threshold_is_told_with_the_smallest_vote_that_it_decides_otherwise) {
    check_told(BODY("5..9", "at least 3 members", USUAL),
               BODY("5..9", "at least 3 members", "at least 3/5 of votes cast"),
               "board changed\ncarried: more than 1/2 of votes cast -> at least 3/5 of votes cast "
               "(4 for, 3 against: carried before, lost now)\n");
    check_told(BODY("5..9", "at least 3 members", "at least 2/3 of members in office"),
               BODY("5..9", "at least 3 members", "more than 1/2 of votes cast"),
               "board changed\ncarried: at least 2/3 of members in office -> more than 1/2 of votes cast "
               "(1 for, 0 against, 5 in office: lost before, carried now)\n");
}
END_TEST

START_TEST(a_quorum_is_told_with_the_fewest_that_make_one_on_one_side) {
    check_told(BODY("5..9", "at least 3 members", USUAL), BODY("5..9", "at least 4 members", USUAL),
               "board changed\nquorum: at least 3 members present -> at least 4 members present "
               "(3 present: a quorum before, no quorum now)\n");
}
END_TEST

START_TEST(thresholds_that_no_count_tells_apart_have_no_example) {
    check_told(BODY("3..4", "at least 2 members", USUAL), BODY("3..4", "more than 1 members", USUAL),
               "board changed\nquorum: at least 2 members present -> more than 1 members present\n");
}
END_TEST

START_TEST(seats_and_the_tie_are_told_as_they_read) {
    check_told(BODY("5..9", "at least 3 members", USUAL),
               "body board {\n  seats 5..7\n  quorum at least 3 members\n  carried by " USUAL
               "\n  tie chair decides\n}\n",
               "board changed\nseats: 5 .. 9 -> 5 .. 7\ntie:  -> chair decides\n");
}
END_TEST

/* --- declarations of all kinds -------------------------------------------------------------------------- */

START_TEST(order_and_spelling_are_no_change) {
    check_told("table t of deal {\n  | row | value || r : integer |\n  | A | < USD 1_000, missing || 1 |\n"
               "  | B | >= USD 1_000 || 2 |\n}\nguard g before here {\n  requires urgent\n}\n",
               "guard g before here {\n  requires urgent\n}\ntable t of deal {\n  | row | urgent | value || "
               "r : decimal "
               "|\n  | Z | - | >= USD 1000 || 2.0 |\n  | A | - | missing, < USD 1000.00 || 1 |\n}\n",
               "t changed\nresult: r : integer -> r : decimal\n");
}
END_TEST

START_TEST(to_say_what_holds_anyway_is_no_change) {
    check_told(
        BODY("5..9", "at least 3 members", USUAL) "table t of deal {\n  | row | urgent || r : integer |\n"
                                                  "  | A | - || 1 |\n}\n",
        "body board {\n  seats 5..9\n  quorum at least 3 members\n  carried by " USUAL
        "\n  tie is lost\n  kind named\n  recused stay in the quorum base\n}\n"
        "table t of deal {\n  hit unique\n  as_of case_opened\n  | row | urgent || r : integer |\n"
        "  | A | - || 1 |\n}\n",
        "");
}
END_TEST

START_TEST(what_was_renamed_is_the_same_thing_under_a_new_name) {
    check_told(
        "definition large of deal {\n  means value > USD 5\n}\nguard g before here {\n  requires large\n}\n",
        "definition big of deal was large {\n  means value > USD 5\n}\nguard g before here {\n  requires "
        "big\n}\n",
        "big changed\nwas large\ng rests on it\n");
}
END_TEST

START_TEST(facts_members_and_rows_that_were_renamed_are_the_same_things) {
    check_told(
        "enum mood { good, bad }\nfacts day {\n  mood : mood\n  rainy : yes_no\n}\n"
        "table t of day {\n  | row | mood || r : integer |\n  | A | good || 1 |\n  | B | bad || 2 |\n}\n"
        "guard g before here {\n  requires rainy or mood = bad\n}\n",
        "enum mood { fine was good, bad }\nfacts day {\n  mood : mood\n  wet : yes_no, was rainy\n}\n"
        "table t of day {\n  | row | mood || r : integer |\n  | A | fine || 1 |\n  | B | bad || 2 |\n}\n"
        "guard g before here {\n  requires wet or mood = bad\n}\n",
        "mood changed\nmember: good -> fine\nday changed\nrainy: rainy : yes_no -> wet : yes_no\n");
}
END_TEST

START_TEST(what_comes_and_goes_is_told_by_name) {
    check_told("role scout \"Scout\"\n", "office coo \"Operations\"\n", "scout gone\ncoo added\n");
}
END_TEST

START_TEST(a_condition_is_told_by_the_regions_in_which_it_differs) {
    check_told("guard g before here {\n  requires value < USD 100 or urgent\n}\n",
               "guard g before here {\n  requires urgent or value < USD 50\n}\n",
               "g changed\nrequires: value < USD 100 or urgent -> urgent or value < USD 50\n"
               "value USD 50 ..< USD 100; urgent no| yes -> no\n");
}
END_TEST

START_TEST(a_condition_that_means_the_same_in_other_words_is_no_change) {
    check_told("guard g before here {\n  requires not (urgent and count < 3)\n}\n",
               "guard g before here {\n  requires count >= 3 or not urgent\n}\n", "");
}
END_TEST

START_TEST(a_condition_that_reckons_is_compared_as_it_is_written) {
    check_told("guard g before here {\n  requires count * 2 > 3\n}\n",
               "guard g before here {\n  requires count * 3 > 3\n}\n",
               "g changed\nrequires: count * 2 > 3 -> count * 3 > 3 as written\n");
}
END_TEST

START_TEST(a_dated_definition_is_told_by_its_days) {
    check_told("definition fee of deal {\n  means USD 5\n}\n",
               "definition fee of deal {\n  means USD 5 until 2026-07-01\n  means USD 6 from 2026-07-01\n}\n",
               "fee changed\ncase_opened >= 2026-07-01| USD 5 -> USD 6\n");
}
END_TEST

START_TEST(a_new_member_could_not_be_asked_for_before) {
    check_told("enum mood { good, bad }\nfacts day {\n  mood : mood\n}\n"
               "table t of day {\n  | row | mood || r : integer |\n  | A | good || 1 |\n  | B | not good || "
               "2 |\n}\n",
               "enum mood { good, fair, bad }\nfacts day {\n  mood : mood\n}\n"
               "table t of day {\n  | row | mood || r : integer |\n  | A | good || 1 |\n  | B | not good || "
               "2 |\n}\n",
               "mood changed\nmember:  -> fair\nt changed\nmood fair| cannot be asked -> 2\n");
}
END_TEST

START_TEST(a_column_of_another_currency_is_compared_as_it_is_written) {
    check_told(
        "facts bill {\n  fee : money USD\n}\n"
        "table t of bill {\n  | row | fee || r : integer |\n  | A | < USD 5 || 1 |\n  | B | >= USD 5 || 2 "
        "|\n}\n",
        "facts bill {\n  fee : money EUR\n}\n"
        "table t of bill {\n  | row | fee || r : integer |\n  | A | < EUR 5 || 1 |\n  | B | >= EUR 5 || 2 "
        "|\n}\n",
        "bill changed\nfee: money USD -> money EUR\nt changed\nas written\nrow A, fee: < USD 5 -> < EUR 5\n"
        "row B, fee: >= USD 5 -> >= EUR 5\n");
}
END_TEST

START_TEST(an_exception_is_told_and_so_is_where_it_holds) {
    check_told("table t of deal {\n  | row | urgent || r : integer |\n  | A | - || 1 |\n}\n",
               "table t of deal {\n  | row | urgent || r : integer |\n  | A | - || 1 |\n}\n"
               "exception e to t when value > USD 9 {\n  gives r = 2\n}\n",
               "e added\nt changed\nvalue > USD 9| 1 -> 2\nvalue missing| 1 -> undetermined\n");
}
END_TEST

#define CARD(least, weights)                                                                                 \
    "scorecard merit of deal {\n  scale 1..10 whole\n  combined by mean\n  minimum applies to mean\n"        \
    "  | criterion | group | weight | minimum |\n  | use | - | " weights " | " least                         \
    " |\n  | price | - | 50% | - |\n}\n"

START_TEST(a_scorecard_is_told_with_scores_that_come_to_something_else) {
    check_told(CARD("5", "50%"), CARD("7", "50%"),
               "merit changed\ncriterion use, minimum: 5 -> 7\n"
               "(use 6, all else 10: eligible with 8 before, not eligible with 8 now)\n");
}
END_TEST

#define FLOW(next, more)                                                                                     \
    "workflow: buying\nof: deal\nstart: draft\nsteps:\n  draft: { task: Draft, by: clerk, next: " next       \
    " }\n" more "  done: { end: done }\n  lost: { end: lost }\n"

START_TEST(a_workflow_is_told_step_by_step) {
    Arena *arena = arena_new(0);
    Text told =
        told_of(arena, "", "", FLOW("done", ""),
                FLOW("look", "  look:\n    task: Look\n    by: clerk\n    within: 3 days\n    next: done\n"));
    ck_assert_text_is(told, "buying changed\nstep draft, next: done -> look\nstep look:  -> task: Look\n");
    arena_free(arena);
}
END_TEST

START_TEST(what_rests_on_a_change_is_named) {
    check_told(CARD("5", "50%") "guard g before here {\n  requires merit.eligible\n}\n",
               CARD("5", "40%") "guard g before here {\n  requires merit.eligible\n}\n",
               "merit changed\ncriterion use, weight: 50% -> 40%\n"
               "(10 in all: eligible with 10 before, eligible with 9 now)\ng rests on it\n");
}
END_TEST

#define DECIDED_BY(office)                                                                                   \
    "enum kind { buy }\nauthority who of deal {\n  | row | kind || decided_by |\n  | W1  | buy  || " office  \
    " |\n}\n"
#define MOTION                                                                                               \
    "workflow: buying\nof: deal\nstart: ask\nsteps:\n  ask:\n    motion: Buy\n    decision: buy\n    next: " \
    "{ "                                                                                                     \
    "carried: done, lost: done, rejected: done, withdrawn: done }\n  done: { end: done }\n"

START_TEST(a_workflow_rests_on_the_matrix_that_says_who_decides_its_motions) {
    Arena *arena = arena_new(0);
    Text told = told_of(arena, DECIDED_BY("ceo"), DECIDED_BY("cto"), MOTION, MOTION);
    ck_assert_msg(text_ends(told, TEXT("buying rests on it\n")), "%s", told.at);
    arena_free(arena);
}
END_TEST

/* What has no name is told without one. */
START_TEST(powers_are_one_table_wherever_they_stand) {
    check_told("powers {\n  | act | who |\n  | erase | ceo |\n}\n",
               "powers {\n  | act | who |\n  | measure | clerk |\n}\npowers {\n  | act | who |\n  | erase | "
               "cto |\n}\n",
               " changed\nact erase, who: ceo -> cto\nact measure:  -> who clerk\n");
}
END_TEST

Suite *amendments_suite(void) {
    Suite *suite = suite_create("amendments");
    TCase *votes = tcase_create("bodies"), *kinds = tcase_create("declarations");
    tcase_add_test(votes, a_threshold_is_told_with_the_smallest_vote_that_it_decides_otherwise);
    tcase_add_test(votes, a_quorum_is_told_with_the_fewest_that_make_one_on_one_side);
    tcase_add_test(votes, thresholds_that_no_count_tells_apart_have_no_example);
    tcase_add_test(votes, seats_and_the_tie_are_told_as_they_read);
    tcase_add_test(kinds, order_and_spelling_are_no_change);
    tcase_add_test(kinds, to_say_what_holds_anyway_is_no_change);
    tcase_add_test(kinds, what_was_renamed_is_the_same_thing_under_a_new_name);
    tcase_add_test(kinds, facts_members_and_rows_that_were_renamed_are_the_same_things);
    tcase_add_test(kinds, what_comes_and_goes_is_told_by_name);
    tcase_add_test(kinds, a_condition_is_told_by_the_regions_in_which_it_differs);
    tcase_add_test(kinds, a_condition_that_means_the_same_in_other_words_is_no_change);
    tcase_add_test(kinds, a_condition_that_reckons_is_compared_as_it_is_written);
    tcase_add_test(kinds, a_dated_definition_is_told_by_its_days);
    tcase_add_test(kinds, a_new_member_could_not_be_asked_for_before);
    tcase_add_test(kinds, a_column_of_another_currency_is_compared_as_it_is_written);
    tcase_add_test(kinds, an_exception_is_told_and_so_is_where_it_holds);
    tcase_add_test(kinds, a_scorecard_is_told_with_scores_that_come_to_something_else);
    tcase_add_test(kinds, a_workflow_is_told_step_by_step);
    tcase_add_test(kinds, what_rests_on_a_change_is_named);
    tcase_add_test(kinds, a_workflow_rests_on_the_matrix_that_says_who_decides_its_motions);
    tcase_add_test(kinds, powers_are_one_table_wherever_they_stand);
    suite_add_tcase(suite, votes);
    suite_add_tcase(suite, kinds);
    return suite;
}
