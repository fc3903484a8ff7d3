/* The one table of verbs. */
#include "views/cli/cli.h"
#include <string.h>

static const Verb reading_verbs[] = {
#define ON_BOOK  true
#define ON_FILES false
#define X(name, word, on, sentence)                                                                          \
    {word, sentence, name##_arguments, run_##name, name##_examples, ON_##on, false},
    READING_VERBS(X)
#undef X
};
enum { READING_COUNT = sizeof reading_verbs / sizeof reading_verbs[0] };

/* X(word, examples) */
#define ACT_EXAMPLES(X)                                                                                      \
    X("import", "bylaw import people.yaml\nbylaw import terms.csv\n")                                        \
    X("appoint", "bylaw appoint hana --to partnership_review_board --from 2026-07-01 --chair\n"              \
                 "bylaw appoint ida --to cto --from 2026-07-01 --succeeds goran\n"                           \
                 "bylaw appoint bela --to ethics_review_panel --from 2026-07-01 --alternate-for farah\n")    \
    X("release", "bylaw release farah --from partnership_review_board --on 2026-07-01 --because "            \
                 "\"she has resigned\"\n")                                                                   \
    X("ratify",                                                                                              \
      "bylaw ratify --rules rules workflows --as ceo\nbylaw ratify --rules rules workflows --in MTG-4\n")    \
    X("migrate", "bylaw migrate --all --dry-run\nbylaw migrate PRT-1 PRT-4\n")                               \
    X("register", "bylaw register employees id=ana grade=7 --from 2026-07-01\nbylaw register employees "     \
                  "id=ana --ends --from 2027-01-01\n")                                                       \
    X("measure", "bylaw measure api_reliability 99.95% --case PRT-1 --period 2026-09\n"                      \
                 "bylaw import september.csv --measurements\n")                                              \
    X("open", "bylaw open partnership_approval --as amara\n"                                                 \
              "bylaw open partnership_approval --renews PRT-1 --as amara\n")                                 \
    X("submit", "bylaw submit PRT-1 name=MedData vertical=health --as amara\nbylaw submit PRT-1 --step "     \
                "roadmap --as bela\n")                                                                       \
    X("score", "bylaw score PRT-1 strategic_alignment=9 market_impact=9 --as carl\nbylaw score PRT-1 "       \
               "--scores sheet.yaml --as carl\n")                                                            \
    X("answer", "bylaw answer PRT-1 privacy=yes fairness=no --as iris\n")                                    \
    X("tick", "bylaw tick PRT-1 hipaa=yes gdpr=no --evidence \"the signed agreement\" --as bela\n")          \
    X("attach", "bylaw attach PRT-1 agreement.pdf --as-evidence-for hipaa --class confidential --as bela\n"  \
                "bylaw attach PRT-1 recording.mp4 --class restricted --keep \"10 years\" --beside\n")        \
    X("discard", "bylaw discard PRT-1 E2 --because \"its seven years are over\"\n")                          \
    X("convene", "bylaw convene partnership_review_board --on 2026-03-24\n")                                 \
    X("attend",                                                                                              \
      "bylaw attend MTG-1 emil farah goran\nbylaw attend MTG-1 all\nbylaw attend MTG-1 --left goran\n")      \
    X("cancel", "bylaw cancel MTG-1 --because \"the chair is ill\"\n")                                       \
    X("adjourn", "bylaw adjourn MTG-1 --to 2026-03-26\n")                                                    \
    X("circulate", "bylaw circulate PRT-1 --until 2026-03-20\n")                                             \
    X("approve", "bylaw approve MTG-1 --in MTG-2\n")                                                         \
    X("note", "bylaw note MTG-1 \"The budget was presented.\"\nbylaw note MTG-1 \"Whether consent covers "   \
              "reuse\" --about PRT-1 --issue --resolved \"A new form is asked for.\"\n")                     \
    X("assign", "bylaw assign MTG-1 \"Write to the partner\" --to farah --due 2026-04-01 --about PRT-1\n")   \
    X("done", "bylaw done MTG-1 1 --note \"sent\"\n")                                                        \
    X("recuse", "bylaw recuse carl --from PRT-1 --because \"he scored the case\"\n"                          \
                "bylaw recuse carl --from PRT-1 --withdraw --because \"it was another case\"\n")             \
    X("challenge", "bylaw challenge carl --in PRT-1 --because \"his firm sells it\" --as farah\n")           \
    X("ruling", "bylaw ruling carl upheld --in PRT-1 --as emil\n"                                            \
                "bylaw ruling carl dismissed --in PRT-1 --for goran --against farah,hana\n")                 \
    X("recommend", "bylaw recommend PRT-1 yes --because \"the terms are sound\" --as bela\n")                \
    X("expedite", "bylaw expedite PRT-1 approve --because \"minimal risk\" --as iris\nbylaw expedite PRT-1 " \
                  "refer --because \"the panel should see it\" --as iris\n")                                 \
    X("move", "bylaw move PRT-1 --in MTG-1 --as emil\nbylaw move PRT-1 --under D-1 --as carl\n")             \
    X("vote", "bylaw vote M-12 --for all --except carl --abstain hana\n")                                    \
    X("veto",                                                                                                \
      "bylaw veto M-12 --because \"it leaks keys\" --as iris\nbylaw veto M-12 --withdraw --as iris\n")       \
    X("close", "bylaw close M-12\n")                                                                         \
    X("condition",                                                                                           \
      "bylaw condition M-12 \"A signed data agreement\" --owner amara --due 2026-05-01 --evidence \"the "    \
      "signed copy\" --discharged-by ethics_review_panel\n")                                                 \
    X("drop", "bylaw drop M-12 2\n")                                                                         \
    X("discharge", "bylaw discharge PRT-1 1 --evidence \"the copy of April 20\" --in MTG-3\n")               \
    X("waive", "bylaw waive PRT-1 1 --because \"no data leaves the house\" --in MTG-3\n")                    \
    X("extend", "bylaw extend PRT-1 1 --until 2026-06-01 --because \"they asked for it\" --in MTG-3\n")      \
    X("withdraw", "bylaw withdraw M-12 --because \"the partner asked for time\"\n"                           \
                  "bylaw withdraw PRT-1 --because \"the partner has gone\"\n")                               \
    X("delegate", "bylaw delegate small_purchases --to cfo --from 2026-03-01 --until 2026-09-01 --as emil\n" \
                  "bylaw delegate small_purchases --in MTG-1 --from 2026-03-01 --until 2026-09-01\n")        \
    X("proxy", "bylaw proxy farah --for hana --in partnership_review_board --from 2026-03-10 --until "       \
               "2026-03-11 --as hana\n")                                                                     \
    X("revoke", "bylaw revoke D-1 --because \"the audit found mistakes\" --as emil\n")                       \
    X("suspend", "bylaw suspend PRT-1 --because \"a court looks at it\"\n")                                  \
    X("resume", "bylaw resume PRT-1 --because \"the court has ruled\"\n")                                    \
    X("reopen", "bylaw reopen PRT-1 --because \"the file was not before us\"\n"                              \
                "bylaw reopen PRT-1 --condition 1 --because \"it was signed in time\"\n")                    \
    X("appeal", "bylaw appeal PRT-1 --because \"the report was not read\" --as amara\n")                     \
    X("correct", "bylaw correct PRT-1 vertical=finance --because \"the wrong line of the form\"\n"           \
                 "bylaw correct M-12 --against farah --because \"misheard\"\n")                              \
    X("object", "bylaw object PRT-1 --because \"the board lacks the competence\" --as farah\n")              \
    X("reconsider", "bylaw reconsider PRT-1 --because \"the value has changed\"\n")                          \
    X("advance", "bylaw advance\n")

static const char *act_examples(const char *word) {
#define X(verb, examples)                                                                                    \
    if (strcmp(word, verb) == 0) return examples;
    ACT_EXAMPLES(X)
#undef X
    return "";
}

/* `init` needs a key before there is a book, so it is the program's own. */
static bool is_act(const bylaw_verb *verb) {
    return strcmp(verb->word, "init") != 0;
}

size_t verb_count(void) {
    size_t count;
    const bylaw_verb *acts = bylaw_verbs(&count);
    size_t all = READING_COUNT;
    for (size_t i = 0; i < count; i++) all += is_act(&acts[i]);
    return all;
}

Verb verb_at(size_t index) {
    if (index < READING_COUNT) return reading_verbs[index];
    size_t count;
    const bylaw_verb *acts = bylaw_verbs(&count);
    index -= READING_COUNT;
    for (size_t i = 0; i < count; i++)
        if (is_act(&acts[i]) && index-- == 0)
            return (Verb){acts[i].word, acts[i].sentence,           acts[i].arguments,
                          run_act,      act_examples(acts[i].word), true,
                          true};
    return (Verb){0};
}

bool verb_named(const char *word, Verb *verb) {
    for (size_t i = 0; i < verb_count(); i++) {
        *verb = verb_at(i);
        if (strcmp(verb->word, word) == 0) return true;
    }
    return false;
}

enum { VERBS_MOST = 256 };

int no_such_verb(const char *word) {
    const char *words[VERBS_MOST];
    size_t count = 0;
    for (; count < verb_count() && count < VERBS_MOST; count++) words[count] = verb_at(count).word;
    const char *near = word[0] == '-' ? NULL : bylaw_nearest(word, words, count);
    if (near) return complain(BYLAW_USAGE, "there is no verb \"%s\"; did you mean \"%s\"?", word, near);
    if (word[0] == '-')
        return complain(BYLAW_USAGE, "the verb comes first, then its options: bylaw docket --book FILE");
    return complain(BYLAW_USAGE, "there is no verb \"%s\"; \"bylaw help\" lists them", word);
}
