/* Choices in a book: what is voted on options, and what it comes to, recomputed from its entry alone. */
#include "paths.h"
#include "question.h"

#define CHOICE_RULES                                                                                         \
    "enum asking { pick }\n"                                                                                 \
    "ballot ranks {\n"                                                                                       \
    "  choice          ranked schulze, default \"None of these\"\n"                                          \
    "  option_quorum   at least 2 voters over the default including 1 with role business_development\n"      \
    "  option_majority more than 1/2 of votes cast\n"                                                        \
    "}\n"                                                                                                    \
    "authority picks of partnership {\n"                                                                     \
    "  | row | asking || decided_by               | ballot |\n"                                              \
    "  | P1  | pick   || partnership_review_board | ranks  |\n"                                              \
    "}\n"                                                                                                    \
    "exception shared to picks when annual_value > USD 5 {\n"                                                \
    "  gives decided_by = cto and ceo\n"                                                                     \
    "}\n"

#define CHOICE_WORKFLOW                                                                                      \
    "workflow: choosing\n"                                                                                   \
    "title: One of several\n"                                                                                \
    "source: local policy\n"                                                                                 \
    "of: partnership\n"                                                                                      \
    "start: ask\n"                                                                                           \
    "steps:\n"                                                                                               \
    "  ask:\n"                                                                                               \
    "    motion: Where {name} belongs\n"                                                                     \
    "    decision: pick\n"                                                                                   \
    "    options: vertical\n"                                                                                \
    "    next: { health: again, education: again, chosen: granted, default: denied, lost: denied, "          \
    "rejected: denied, "                                                                                     \
    "withdrawn: denied }\n"                                                                                  \
    "  again: { task: Look again, by: business_development, next: ask }\n"                                   \
    "  granted: { end: granted }\n"                                                                          \
    "  denied: { end: denied }\n"

static void set_up(void) {
    book = book_with(arena_new(0), CHOICE_RULES, CHOICE_WORKFLOW);
    allow(book, "founder", "2026-01-05", QUESTION_PEOPLE);
}

static void put_to_the_board(void) {
    allow(book, "amara", "2026-03-02", "open choosing name=MedData annual_value='USD 1'");
    in_the_board("all");
}

static const char *fact_of(const char *number, const char *name) {
    const FactState *fact = case_fact(book_case(book, number), text_of(name));
    return fact ? tree_get_text(fact->value, "value").at : "";
}

START_TEST(the_option_that_was_chosen_is_a_fact_given_by_who_chose_it) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks 'finance, education' --member all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_text_is(last_closed()->chosen, "finance");
    const FactState *fact = case_fact(book_case(book, "PRT-2026-001"), TEXT("vertical"));
    ck_assert_text_is(tree_get_text(fact->value, "value"), "finance");
    ck_assert_text_is(fact->giver, "partnership_review_board");
    ck_assert_text_is(book_case(book, "PRT-2026-001")->outcome, "granted");
}
END_TEST

START_TEST(an_option_fails_its_quorum_without_somebody_of_the_role) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks finance --member emil,farah,goran");
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks 'default, finance' --member hana");
    close_and_expect("2026-03-10", "close M-1", "lost");
    ck_assert_text_is(last_closed()->chosen, "default");
    ck_assert_str_eq(fact_of("PRT-2026-001", "vertical"), "");
}
END_TEST

START_TEST(a_choice_that_is_made_again_takes_the_place_of_the_first) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks health --member all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    ck_assert_str_eq(fact_of("PRT-2026-001", "vertical"), "health");
    allow(book, "amara", "2026-03-10", "submit PRT-1 --step again");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-2 --ranks default --member all");
    close_and_expect("2026-03-10", "close M-2", "lost");
    ck_assert_str_eq(fact_of("PRT-2026-001", "vertical"), "");
}
END_TEST

START_TEST(a_choice_is_not_unsettled_by_what_it_chooses) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks health --member all");
    close_and_expect("2026-03-10", "close M-1", "carried");
    allow(book, "amara", "2026-03-10", "submit PRT-1 --step again");
    move_in_meeting();
    allow(book, "dina", "2026-03-10", "vote M-2 --ranks education --member all");
    close_and_expect("2026-03-10", "close M-2", "carried");
    ck_assert_str_eq(fact_of("PRT-2026-001", "vertical"), "education");
    ck_assert_uint_eq(count_entries(book, KIND_STALE), 0);
}
END_TEST

START_TEST(all_who_abstain_choose_nothing) {
    put_to_the_board();
    allow(book, "dina", "2026-03-10", "vote M-1 --ranks health --member emil");
    allow(book, "dina", "2026-03-10", "vote M-1 --abstain emil,hana");
    ck_assert_uint_eq(motion_numbered("M-2026-001")->rankings.len, 0);
    close_and_expect("2026-03-10", "close M-1", "lost");
    ck_assert_text_is(last_closed()->chosen, "default");
}
END_TEST

START_TEST(several_do_not_choose_one_option_together) {
    forbid(book, "CHOICE_OF_SEVERAL", "amara", "2026-03-02", "open choosing name=M annual_value='USD 6'");
}
END_TEST

START_TEST(a_question_for_or_against_takes_no_ranks) {
    forget_question();
    ask("strategic_partnership");
    in_the_board("all");
    forbid(book, "NOT_OPTIONS", "dina", "2026-03-10", "vote M-1 --ranks health --member emil");
    forbid(book, "NOT_OPTIONS", "dina", "2026-03-10", "vote M-1 --for emil --member emil");
}
END_TEST

/* --- recomputed from the entry alone -------------------------------------------------------------------- */

static const char *const options[] = {"health", "finance", "education", "default"};
enum { OPTIONS = 4, DEFAULT = 3 };

static size_t option_named(Text name) {
    size_t i = 0;
    while (i < OPTIONS && !text_is(name, options[i])) i++;
    ck_assert_uint_lt(i, OPTIONS);
    return i;
}

static Text random_ranks(uint64_t *seed) {
    Buf buf = buf_new(book->arena);
    uint64_t place[OPTIONS];
    for (size_t i = 0; i < OPTIONS; i++) place[i] = check_below(seed, OPTIONS);
    for (uint64_t at = 1; at < OPTIONS; at++)
        for (size_t i = 0, among = 0; i < OPTIONS; i++)
            if (place[i] == at) buf_format(&buf, "%s%s", among++ ? " = " : buf.len ? ", " : "", options[i]);
    return buf_done(&buf);
}

static void vote_by_chance(uint64_t *seed, const char *motion) {
    static const char *const board[] = {"emil", "farah", "goran", "hana", "carl"};
    for (size_t i = 0; i < 5; i++) {
        Text ranks = random_ranks(seed);
        const char *line =
            ranks.len
                ? text_format(book->arena, "vote %s --ranks '%s' --member %s", motion, ranks.at, board[i]).at
                : text_format(book->arena, "vote %s --abstain %s", motion, board[i]).at;
        allow(book, "dina", "2026-03-10", line);
    }
}

/* Only what the entry says of votes goes into it. */
static Poll poll_of(const ChoiceMade *made) {
    Poll poll = {.count = OPTIONS};
    for (size_t i = 0; i < made->votes.len; i++) {
        uint8_t place[OPTIONS] = {0};
        for (size_t k = 0; k < made->votes.at[i].ranks.len; k++) {
            Text rank = made->votes.at[i].ranks.at[k], name;
            while (text_next(&rank, '=', &name)) place[option_named(text_trim(name))] = (uint8_t)(k + 1);
        }
        for (size_t a = 0; a < OPTIONS; a++)
            for (size_t b = 0; b < OPTIONS; b++)
                if (place[a] && (!place[b] || place[a] < place[b]))
                    poll.over[a][b] += made->votes.at[i].voters.len;
        poll.ballots += made->votes.at[i].voters.len;
    }
    return poll;
}

static bool hana_prefers(const ChoiceMade *made, size_t option) {
    ChoiceMade hers = {0};
    for (size_t i = 0; i < made->votes.len; i++)
        if (texts_have(&made->votes.at[i].voters, id_of("hana")))
            *(VotedAlike *)record_push(book->arena, &VotedAlike_record, &hers.votes) = made->votes.at[i];
    return poll_of(&hers).over[option][DEFAULT] > 0;
}

static void check_choice(const Closed *closed) {
    Poll poll = poll_of(closed->choice);
    OptionSet kept = option_bit(DEFAULT), winners;
    for (size_t i = 0; i < DEFAULT; i++)
        if (poll.over[i][DEFAULT] >= 2 && 2 * poll.over[i][DEFAULT] > poll.ballots &&
            poll.over[i][DEFAULT] > poll.over[DEFAULT][i] && hana_prefers(closed->choice, i))
            kept |= option_bit(i);
    winners = winners_by_paths(&poll, kept);
    ck_assert_uint_eq(closed->choice->preferences.len, OPTIONS * (OPTIONS - 1) / 2);
    for (size_t i = 0; i < closed->choice->preferences.len; i++) {
        const Preference *pair = &closed->choice->preferences.at[i];
        ck_assert_int_eq(pair->over, poll.over[option_named(pair->option)][option_named(pair->other)]);
    }
    for (size_t i = 0; i < OPTIONS; i++)
        ck_assert_int_eq(texts_have(&closed->choice->winners, text_of(options[i])), winners >> i & 1);
    ck_assert_int_eq(closed->tie, (winners & (winners - 1)) != 0);
}

START_TEST(a_choice_can_be_recomputed_from_its_entry_alone) {
    uint64_t seed = check_seed("a_choice_can_be_recomputed_from_its_entry_alone");
    allow(book, "dina", "2026-03-04", "convene partnership_review_board --on 2026-03-10");
    allow(book, "dina", "2026-03-10", "attend MTG-1 all");
    for (int round = 1; round <= check_rounds(12); round++) {
        const char *motion = text_format(book->arena, "M-%d", round).at;
        allow(book, "amara", "2026-03-10", "open choosing name=MedData annual_value='USD 1'");
        allow(book, "dina", "2026-03-10", text_format(book->arena, "move PRT-%d --in MTG-1", round).at);
        vote_by_chance(&seed, motion);
        if (!act(book, "dina", "2026-03-10", text_format(book->arena, "close %s", motion).at)) {
            Text among = book->refusal.args[2], first;
            ck_assert_int_eq(book->refusal.code, REFUSAL_TIED_OPTIONS);
            ck_assert(text_next(&among, ',', &first));
            allow(book, "dina", "2026-03-10",
                  text_format(book->arena, "close %s %.*s", motion, TEXT_ARG(first)).at);
        }
        check_choice(last_closed());
    }
    check_rebuild(book);
    check_replay(book);
}
END_TEST

Suite *choosing_suite(void) {
    Suite *suite = suite_create("choosing");
    TCase *tests = tcase_create("choices in a book");
    tcase_add_checked_fixture(tests, set_up, forget_question);
    tcase_add_test(tests, the_option_that_was_chosen_is_a_fact_given_by_who_chose_it);
    tcase_add_test(tests, an_option_fails_its_quorum_without_somebody_of_the_role);
    tcase_add_test(tests, a_choice_that_is_made_again_takes_the_place_of_the_first);
    tcase_add_test(tests, a_choice_is_not_unsettled_by_what_it_chooses);
    tcase_add_test(tests, all_who_abstain_choose_nothing);
    tcase_add_test(tests, several_do_not_choose_one_option_together);
    tcase_add_test(tests, a_question_for_or_against_takes_no_ranks);
    tcase_add_test(tests, a_choice_can_be_recomputed_from_its_entry_alone);
    suite_add_tcase(suite, tests);
    return suite;
}
