/* words: every word of the language that is not reserved, in one table: declarations, settings, phrases and
 * units. The scanner, the parser, the formatter, the docs and later completion read these rows, so that a
 * new setting or phrase is a row here and no new grammar rule.
 *
 * How the grammar uses them: at the start of a line the scanner looks the word up (outside a block among the
 * declarations, inside one among that declaration's settings) and answers the token of the row's *shape*. So
 * the grammar has one rule for each shape of argument, and words are keywords only where they lead a line.
 * Reserved everywhere are only: and or not in missing yes no otherwise. */
#ifndef BYLAW_SYNTAX_WORDS_H
#define BYLAW_SYNTAX_WORDS_H

#include "syntax/notice_groups.h"
#include "value/date.h"
#include "value/number.h"

/* X(NAME, word, what it is in a sentence, what stands in its block) */
#define DECLARATIONS(X)                                                                                      \
    X(CHARTER, "charter", "a charter", SETTINGS)                                                             \
    X(IMPORT, "import", "an import", NOTHING)                                                                \
    X(CALENDAR, "calendar", "a calendar", SETTINGS)                                                          \
    X(ENUM, "enum", "an enum", MEMBERS)                                                                      \
    X(FACTS, "facts", "a group of facts", FIELDS)                                                            \
    X(REGISTER, "register", "a register", FIELDS)                                                            \
    X(DEFINITION, "definition", "a definition", SETTINGS)                                                    \
    X(TOTAL, "total", "a total", SETTINGS)                                                                   \
    X(ROLE, "role", "a role", NOTHING)                                                                       \
    X(OFFICE, "office", "an office", NOTHING)                                                                \
    X(POWERS, "powers", "the powers", SETTINGS)                                                              \
    X(DELEGATION, "delegation", "a delegation", SETTINGS)                                                    \
    X(BODY, "body", "a body", SETTINGS)                                                                      \
    X(BALLOT, "ballot", "a ballot", SETTINGS)                                                                \
    X(AUTHORITY, "authority", "an authority matrix", SETTINGS)                                               \
    X(ESCALATION, "escalation", "an escalation", SETTINGS)                                                   \
    X(EXCEPTION, "exception", "an exception", SETTINGS)                                                      \
    X(SCORECARD, "scorecard", "a scorecard", SETTINGS)                                                       \
    X(TABLE, "table", "a decision table", SETTINGS)                                                          \
    X(CHECKLIST, "checklist", "a checklist", SETTINGS)                                                       \
    X(REVIEW, "review", "a review", SETTINGS)                                                                \
    X(GUARD, "guard", "a guard", SETTINGS)                                                                   \
    X(INVARIANT, "invariant", "an invariant", SETTINGS)                                                      \
    X(METRIC, "metric", "a metric", SETTINGS)                                                                \
    X(TRIGGER, "trigger", "a trigger", SETTINGS)                                                             \
    X(ACCEPT, "accept", "an accepted warning", NOTHING)                                                      \
    X(TEST, "test", "a test", SETTINGS)

typedef enum DeclKind {
#define X(name, word, what, block) DECL_##name,
    DECLARATIONS(X)
#undef X
        DECL_KIND_COUNT
} DeclKind;

typedef enum BlockKind { BLOCK_NOTHING, BLOCK_SETTINGS, BLOCK_FIELDS, BLOCK_MEMBERS } BlockKind;

/* The shapes of a setting's argument; the grammar has a rule for each.
 *   TEXT       "a quoted text"
 *   NAME       a name                      NAMES  names, separated by commas
 *   PHRASE     words, numbers, dates, names and commas, matched against the PHRASES rows of the setting
 *   RANGE      2026..2030, monday..friday, 5..9, each side a number or a word
 *   PAIRS      cases PRT, meetings MTG
 *   RENAMES    new_name was old_name, another was other
 *   DAY        2026-12-25 "Christmas Day"
 *   DATES      from 2026-01-01 until 2027-01-01 (either half may be left out)
 *   WHEN       when CONDITION
 *   CONDITION  an expression that is yes or no; or one of the PHRASES rows of the setting, where it has some
 *   VALUE      an expression of any type
 *   DATED      the same, with the days on which it holds: USD 50_000 until 2026-07-01
 *   CELL       what a cell of a table says: >= 99.9%, 6 ..< 8
 *   THRESHOLD  more than 1/2 of votes cast and at least 3 members present including 1 with role external
 *   HEADING    "Annual value" is annual_value, "Who" is decided_by : decider, "Remarks" is -
 *   GIVEN      fact.name = value          EXPECT  CONDITION, or NAME = VALUE, with  by ROW
 *   STEP       a review's step: name, what happens (a phrase), then where its outcomes lead            */
#define SHAPES(X)                                                                                            \
    X(TEXT)                                                                                                  \
    X(NAME)                                                                                                  \
    X(NAMES)                                                                                                 \
    X(PHRASE)                                                                                                \
    X(RANGE)                                                                                                 \
    X(PAIRS)                                                                                                 \
    X(RENAMES)                                                                                               \
    X(DAY)                                                                                                   \
    X(DATES)                                                                                                 \
    X(WHEN)                                                                                                  \
    X(CONDITION)                                                                                             \
    X(VALUE)                                                                                                 \
    X(DATED)                                                                                                 \
    X(CELL)                                                                                                  \
    X(THRESHOLD)                                                                                             \
    X(HEADING)                                                                                               \
    X(GIVEN)                                                                                                 \
    X(EXPECT)                                                                                                \
    X(STEP)

typedef enum Shape {
#define X(name) SHAPE_##name,
    SHAPES(X)
#undef X
        SHAPE_COUNT
} Shape;

/* What several declarations say alike. */
#define AS_OF_SENTENCE    "the day as of which it is read; else the day the case was opened"
#define RENAMED_SENTENCE  "what names in it were called in an earlier edition"
#define IN_FORCE_SENTENCE "the days on which it holds"

/* X(DECLARATION, NAME, word, SHAPE, many?, sentence for help and hover) */
#define SETTINGS(X)                                                                                          \
    X(CHARTER, LANGUAGE, "language", PHRASE, ONE, "the version of this language the rules are written in")   \
    X(CHARTER, EDITION, "edition", TEXT, ONE, "the name of this edition of the rules")                       \
    X(CHARTER, IN_FORCE, "in_force", DATES, ONE, "the days on which the edition holds")                      \
    X(CHARTER, TIME_ZONE, "time_zone", TEXT, ONE, "the IANA time zone in which days begin and end")          \
    X(CHARTER, WORKING_DAYS, "working_days", PHRASE, ONE, "the calendar that counts working days")           \
    X(CHARTER, SERIES, "series", PAIRS, ONE, "the letters before the numbers of cases, meetings and so on")  \
    X(CHARTER, EVIDENCE, "evidence", PHRASE, MANY, "a class of evidence, and how long its files are kept")   \
    X(CHARTER, NOTICES, "notices", NAMES, ONE, "what people are told of by message")                         \
    X(CALENDAR, WEEK, "week", RANGE, ONE, "the working days of a week")                                      \
    X(CALENDAR, LISTED, "listed", RANGE, ONE, "the years whose holidays are all listed")                     \
    X(CALENDAR, HOLIDAY, "holiday", DAY, MANY, "a day that is no working day")                               \
    X(DEFINITION, DEFINITION_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                     \
    X(DEFINITION, MEANS, "means", DATED, MANY, "the value that the name stands for, and when")               \
    X(TOTAL, SUMS, "sums", VALUE, ONE, "what is added up, of each case")                                     \
    X(TOTAL, OVER, "over", PHRASE, ONE, "how far back it reaches")                                           \
    X(TOTAL, COUNTING, "counting", NAMES, ONE, "which cases are counted")                                    \
    X(BODY, MANDATE, "mandate", TEXT, ONE, "what the body is for")                                           \
    X(BODY, SEATS, "seats", RANGE, ONE, "how few and how many members it may have")                          \
    X(BODY, QUORUM, "quorum", THRESHOLD, ONE, "who must be there for a motion to be decided")                \
    X(BODY, CARRIED, "carried", THRESHOLD, ONE, "what carries a motion")                                     \
    X(BODY, RECUSED, "recused", PHRASE, ONE, "whether a recused member counts in the base of the quorum")    \
    X(BODY, CONFLICTED, "conflicted", PHRASE, MANY, "who is found to be in conflict over a case")            \
    X(BODY, CHALLENGES, "challenges", PHRASE, ONE, "who rules on whether a member is in conflict")           \
    X(BODY, TIE, "tie", PHRASE, ONE, "what happens to as many votes for as against")                         \
    X(BODY, BODY_KIND, "kind", PHRASE, ONE, "whether votes are named, counted or secret")                    \
    X(BODY, MEETS, "meets", PHRASE, ONE, "how often the body meets")                                         \
    X(BODY, NOTICE, "notice", PHRASE, ONE, "how long before it meets it has to be convened")                 \
    X(BODY, CIRCULATION, "circulation", PHRASE, ONE, "whether the body decides between meetings too")        \
    X(BODY, PROXIES, "proxies", PHRASE, MANY, "whether others vote for members who are not there")           \
    X(BALLOT, OPEN, "open", PHRASE, ONE, "how long votes may be given")                                      \
    X(BALLOT, BALLOT_KIND, "kind", PHRASE, ONE, "whether votes are named, counted or secret")                \
    X(BALLOT, BALLOT_CARRIED, "carried", THRESHOLD, ONE, "what carries a motion put to this ballot")         \
    X(BALLOT, BINDING, "binding", PHRASE, MANY, "of those who decide, whose votes bind; the others advise")  \
    X(BALLOT, ADVISORY, "advisory", PHRASE, MANY, "who may vote besides, to advise")                         \
    X(BALLOT, VETO, "veto", PHRASE, MANY, "who can make a motion lost, whatever the votes")                  \
    X(BALLOT, EXPEDITED, "expedited", PHRASE, MANY, "who can approve it before the body, or refer it to it") \
    X(BALLOT, UNOPPOSED, "unopposed", PHRASE, ONE, "what to do when nobody at the meeting objects")          \
    X(BALLOT, CONSENT, "consent", PHRASE, ONE, "how long a body's silence has to last to carry a motion")    \
    X(BALLOT, CHOICE, "choice", PHRASE, ONE, "how one of several options is chosen")                         \
    X(BALLOT, OPTION_QUORUM, "option_quorum", THRESHOLD, ONE,                                                \
      "how many must prefer an option to the default")                                                       \
    X(BALLOT, OPTION_MAJORITY, "option_majority", THRESHOLD, ONE, "by how much an option must beat it")      \
    X(DELEGATION, DELEGATION_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                     \
    X(DELEGATION, DELEGATED_BY, "from", NAME, ONE, "the body or office whose authority it is")               \
    X(DELEGATION, DELEGATED_TO, "to", NAMES, ONE, "the offices and roles that it can be given to")           \
    X(DELEGATION, DELEGATED_WHEN, "when", CONDITION, MANY, "what a question has to be for it")               \
    X(DELEGATION, LASTS, "lasts", PHRASE, ONE, "how long it can be given for")                               \
    X(ESCALATION, STARTS, "starts", PHRASE, MANY, "what moves an undecided question up")                     \
    X(SCORECARD, SCALE, "scale", PHRASE, ONE, "the scores that may be given")                                \
    X(SCORECARD, COMBINED, "combined", PHRASE, ONE, "how several people's scores become one")                \
    X(SCORECARD, MINIMUM, "minimum", PHRASE, ONE, "what a criterion's minimum is held against")              \
    X(SCORECARD, SCORECARD_RENAMED, "renamed", RENAMES, MANY, RENAMED_SENTENCE)                              \
    X(TABLE, HIT, "hit", PHRASE, ONE, "what holds when several rows fit")                                    \
    X(TABLE, TABLE_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                               \
    X(TABLE, TABLE_COLUMN, "column", HEADING, MANY, "what a column of the file is called in the rules")      \
    X(TABLE, TABLE_RENAMED, "renamed", RENAMES, MANY, RENAMED_SENTENCE)                                      \
    X(AUTHORITY, AUTHORITY_HIT, "hit", PHRASE, ONE, "what holds when several rows fit")                      \
    X(AUTHORITY, AUTHORITY_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                       \
    X(AUTHORITY, AUTHORITY_COLUMN, "column", HEADING, MANY, "what a column of the file is called here")      \
    X(AUTHORITY, AUTHORITY_RENAMED, "renamed", RENAMES, MANY, RENAMED_SENTENCE)                              \
    X(EXCEPTION, EXCEPTION_IN_FORCE, "in_force", DATES, ONE, IN_FORCE_SENTENCE)                              \
    X(EXCEPTION, EXCEPTION_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                       \
    X(EXCEPTION, GIVES, "gives", GIVEN, MANY, "a result that holds instead of the row's")                    \
    X(CHECKLIST, CHECKLIST_APPLIES, "applies", WHEN, ONE, "when it is needed; else it is not applicable")    \
    X(CHECKLIST, CHECKLIST_RENAMED, "renamed", RENAMES, MANY, RENAMED_SENTENCE)                              \
    X(REVIEW, APPLIES, "applies", WHEN, ONE, "when the review is needed; else it is not applicable")         \
    X(REVIEW, REVIEW_STEP, "step", STEP, MANY, "a step of the review and where it leads")                    \
    X(REVIEW, OUTCOME, "outcome", PHRASE, MANY, "a way the review can end")                                  \
    X(REVIEW, REASSESS, "reassess", PHRASE, MANY, "when the review is held again")                           \
    X(REVIEW, REVIEW_RENAMED, "renamed", RENAMES, MANY, RENAMED_SENTENCE)                                    \
    X(GUARD, GUARD_IN_FORCE, "in_force", DATES, ONE, IN_FORCE_SENTENCE)                                      \
    X(GUARD, GUARD_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                               \
    X(GUARD, REQUIRES, "requires", CONDITION, MANY, "what must hold when the step is entered")               \
    X(INVARIANT, INVARIANT_IN_FORCE, "in_force", DATES, ONE, IN_FORCE_SENTENCE)                              \
    X(INVARIANT, INVARIANT_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                       \
    X(INVARIANT, INVARIANT_REQUIRES, "requires", CONDITION, MANY, "what must hold all along")                \
    X(METRIC, TARGET, "target", CELL, ONE, "what is aimed at; a measurement that does not fit misses it")    \
    X(METRIC, MEASURED, "measured", PHRASE, ONE, "how often it is measured: its periods")                    \
    X(METRIC, UNIT, "unit", TEXT, ONE, "what is counted")                                                    \
    X(METRIC, DIRECTION, "direction", PHRASE, ONE, "which way is good")                                      \
    X(TRIGGER, TRIGGER_IN_FORCE, "in_force", DATES, ONE, IN_FORCE_SENTENCE)                                  \
    X(TRIGGER, TRIGGER_AS_OF, "as_of", VALUE, ONE, AS_OF_SENTENCE)                                           \
    X(TRIGGER, TRIGGER_WHEN, "when", CONDITION, MANY, "what happens that it fires on")                       \
    X(TRIGGER, TRIGGER_ON, "on", DAY, MANY, "a day on which it fires")                                       \
    X(TRIGGER, TRIGGER_EVERY, "every", PHRASE, MANY, "a cadence on which it fires")                          \
    X(TRIGGER, OPENS, "opens", NAME, ONE, "the workflow of the case that it opens")                          \
    X(TRIGGER, BECAUSE, "because", TEXT, ONE, "why, in words")                                               \
    X(TRIGGER, RESTS, "rests", PHRASE, ONE, "how long it does not fire again for the same subject")          \
    X(TEST, GIVEN, "given", GIVEN, MANY, "a fact of the example")                                            \
    X(TEST, EXPECT, "expect", EXPECT, MANY, "what must come out")

typedef enum SettingId {
    SETTING_NONE,
#define X(decl, name, word, shape, many, sentence) SETTING_##name,
    SETTINGS(X)
#undef X
        SETTING_COUNT
} SettingId;

/* Phrases that a setting of shape PHRASE or CONDITION (or a step) may be followed by. In a pattern <number>,
 * <duration>, <name>, <range> and <text> stand for an argument; all else is literal.
 * X(SETTING, NAME, pattern) */
#define PHRASES(X)                                                                                           \
    X(LANGUAGE, LANGUAGE_VERSION, "<number>")                                                                \
    X(WORKING_DAYS, CALENDAR_NAME, "by <name>")                                                              \
    X(EVIDENCE, EVIDENCE_FOR_TIME, "<name> kept <duration>")                                                 \
    X(EVIDENCE, EVIDENCE_FOR_GOOD, "<name> kept for good")                                                   \
    X(OVER, OVER_TIME, "<duration>")                                                                         \
    X(RECUSED, RECUSED_LEAVE, "leave the quorum base")                                                       \
    X(RECUSED, RECUSED_STAY, "stay in the quorum base")                                                      \
    X(CONFLICTED, REQUESTER_RECUSED, "requester is recused")                                                 \
    X(CONFLICTED, REQUESTER_TO_RECUSE, "requester must be recused")                                          \
    X(CONFLICTED, SCORERS_RECUSED, "scorers are recused")                                                    \
    X(CONFLICTED, SCORERS_TO_RECUSE, "scorers must be recused")                                              \
    X(CONFLICTED, NAMED_RECUSED, "named in <name> is recused")                                               \
    X(CONFLICTED, NAMED_TO_RECUSE, "named in <name> must be recused")                                        \
    X(CHALLENGES, CHALLENGES_CHAIR, "ruled by chair")                                                        \
    X(CHALLENGES, CHALLENGES_VOTE, "ruled by vote")                                                          \
    X(TIE, TIE_LOST, "is lost")                                                                              \
    X(TIE, TIE_CHAIR, "chair decides")                                                                       \
    X(TIE, TIE_CHAIR_UNVOTED, "chair decides if the chair has not voted")                                    \
    X(MEETS, MEETS_AS_NEEDED, "as needed")                                                                   \
    X(MEETS, MEETS_WEEKLY, "weekly")                                                                         \
    X(MEETS, MEETS_MONTHLY, "monthly")                                                                       \
    X(MEETS, MEETS_QUARTERLY, "quarterly")                                                                   \
    X(MEETS, MEETS_YEARLY, "yearly")                                                                         \
    X(NOTICE, NOTICE_TIME, "<duration>")                                                                     \
    X(CIRCULATION, CIRCULATION_ALLOWED, "allowed")                                                           \
    X(PROXIES, PROXIES_MEMBERS, "allowed to members")                                                        \
    X(PROXIES, PROXIES_MEMBERS_MOST, "allowed to members, at most <number>")                                 \
    X(PROXIES, PROXIES_ANYONE, "allowed to anyone")                                                          \
    X(PROXIES, PROXIES_ANYONE_MOST, "allowed to anyone, at most <number>")                                   \
    X(PROXIES, PROXIES_QUORUM, "count in the quorum")                                                        \
    X(PROXIES, PROXIES_SECRET, "vote in secret ballots")                                                     \
    X(OPEN, OPEN_AT_LEAST, "at least <duration>")                                                            \
    X(BODY_KIND, BODY_NAMED, "named")                                                                        \
    X(BODY_KIND, BODY_COUNTED, "counted")                                                                    \
    X(BODY_KIND, BODY_SECRET, "secret")                                                                      \
    X(BALLOT_KIND, BALLOT_NAMED, "named")                                                                    \
    X(BALLOT_KIND, BALLOT_COUNTED, "counted")                                                                \
    X(BALLOT_KIND, BALLOT_SECRET, "secret")                                                                  \
    X(BINDING, BINDING_MEMBERS, "members of <name>")                                                         \
    X(BINDING, BINDING_ROLE, "role <name>")                                                                  \
    X(BINDING, BINDING_OFFICE, "office <name>")                                                              \
    X(ADVISORY, ADVISORY_MEMBERS, "members of <name>")                                                       \
    X(ADVISORY, ADVISORY_ROLE, "role <name>")                                                                \
    X(ADVISORY, ADVISORY_OFFICE, "office <name>")                                                            \
    X(VETO, VETO_MEMBERS, "by members of <name>")                                                            \
    X(VETO, VETO_ROLE, "by role <name>")                                                                     \
    X(VETO, VETO_OFFICE, "by office <name>")                                                                 \
    X(VETO, VETO_MEMBERS_REASON, "by members of <name> with reason")                                         \
    X(VETO, VETO_ROLE_REASON, "by role <name> with reason")                                                  \
    X(VETO, VETO_OFFICE_REASON, "by office <name> with reason")                                              \
    X(EXPEDITED, EXPEDITED_MEMBERS, "by members of <name>")                                                  \
    X(EXPEDITED, EXPEDITED_ROLE, "by role <name>")                                                           \
    X(EXPEDITED, EXPEDITED_OFFICE, "by office <name>")                                                       \
    X(UNOPPOSED, UNOPPOSED_CARRIED, "is carried")                                                            \
    X(UNOPPOSED, UNOPPOSED_TOGETHER, "is carried on the consent agenda")                                     \
    X(CONSENT, CONSENT_SILENCE, "after <duration> of silence")                                               \
    X(CHOICE, CHOICE_RANKED, "ranked schulze")                                                               \
    X(CHOICE, CHOICE_RANKED_DEFAULT, "ranked schulze, default <text>")                                       \
    X(CHOICE, CHOICE_PLURALITY, "plurality")                                                                 \
    X(CHOICE, CHOICE_PLURALITY_DEFAULT, "plurality, default <text>")                                         \
    X(CHOICE, CHOICE_APPROVAL, "approval")                                                                   \
    X(CHOICE, CHOICE_APPROVAL_DEFAULT, "approval, default <text>")                                           \
    X(LASTS, LASTS_AT_MOST, "at most <duration>")                                                            \
    X(STARTS, STARTS_UNDECIDED, "when undecided for <duration>")                                             \
    X(STARTS, STARTS_QUORUM_LOST, "when quorum lost <number> times")                                         \
    X(STARTS, STARTS_OBJECTION, "when objection")                                                            \
    X(STARTS, STARTS_APPEALED, "when appealed within <duration>")                                            \
    X(SCALE, SCALE_WHOLE, "<range> whole")                                                                   \
    X(SCALE, SCALE_ANY, "<range>")                                                                           \
    X(COMBINED, COMBINED_MEAN, "by mean")                                                                    \
    X(COMBINED, COMBINED_LOWEST, "by lowest")                                                                \
    X(MINIMUM, MINIMUM_MEAN, "applies to mean")                                                              \
    X(MINIMUM, MINIMUM_EACH, "applies to each score")                                                        \
    X(HIT, HIT_UNIQUE, "unique")                                                                             \
    X(HIT, HIT_FIRST, "first")                                                                               \
    X(HIT, HIT_ANY, "any")                                                                                   \
    X(HIT, HIT_PRIORITY, "priority")                                                                         \
    X(HIT, HIT_LIST, "collect list")                                                                         \
    X(HIT, HIT_SUM, "collect sum")                                                                           \
    X(HIT, HIT_MIN, "collect min")                                                                           \
    X(HIT, HIT_MAX, "collect max")                                                                           \
    X(HIT, HIT_COUNT, "collect count")                                                                       \
    X(AUTHORITY_HIT, AUTHORITY_UNIQUE, "unique")                                                             \
    X(AUTHORITY_HIT, AUTHORITY_FIRST, "first")                                                               \
    X(AUTHORITY_HIT, AUTHORITY_ANY, "any")                                                                   \
    X(REVIEW_STEP, STEP_ANSWERS, "answers each principle")                                                   \
    X(REVIEW_STEP, STEP_VOTE, "by vote")                                                                     \
    X(REVIEW_STEP, STEP_PLANS, "plans for each concern")                                                     \
    X(OUTCOME, OUTCOME_NAME, "<name>")                                                                       \
    X(OUTCOME, OUTCOME_OPENS, "<name> opens <name> every <duration>")                                        \
    X(OUTCOME, OUTCOME_OPENS_TIMES, "<name> opens <name> every <duration>, <number> times")                  \
    X(OUTCOME, OUTCOME_OPENS_RULE, "<name> opens <name> every <text>")                                       \
    X(OUTCOME, OUTCOME_OPENS_RULE_TIMES, "<name> opens <name> every <text>, <number> times")                 \
    X(REASSESS, REASSESS_EVERY, "every <duration>")                                                          \
    X(REASSESS, REASSESS_CHANGED, "when <name> changed")                                                     \
    X(REASSESS, REASSESS_EVERY_OPENS, "every <duration> opens <name>")                                       \
    X(REASSESS, REASSESS_RULE_OPENS, "every <text> opens <name>")                                            \
    X(REASSESS, REASSESS_CHANGED_OPENS, "when <name> changed opens <name>")                                  \
    X(MEASURED, MEASURED_DAILY, "daily")                                                                     \
    X(MEASURED, MEASURED_WEEKLY, "weekly")                                                                   \
    X(MEASURED, MEASURED_MONTHLY, "monthly")                                                                 \
    X(MEASURED, MEASURED_QUARTERLY, "quarterly")                                                             \
    X(MEASURED, MEASURED_YEARLY, "yearly")                                                                   \
    X(DIRECTION, HIGHER_IS_BETTER, "higher is better")                                                       \
    X(DIRECTION, LOWER_IS_BETTER, "lower is better")                                                         \
    X(TRIGGER_WHEN, WHEN_MISSES, "<name> misses target")                                                     \
    X(TRIGGER_WHEN, WHEN_MISSES_LONG, "<name> misses target for <number> consecutive periods")               \
    X(TRIGGER_WHEN, WHEN_CHANGED, "<name> changed")                                                          \
    X(TRIGGER_WHEN, WHEN_CASES, "<number> cases of <name> within <duration>")                                \
    X(TRIGGER_EVERY, EVERY_DAY, "day")                                                                       \
    X(TRIGGER_EVERY, EVERY_WEEK, "week")                                                                     \
    X(TRIGGER_EVERY, EVERY_MONTH, "month")                                                                   \
    X(TRIGGER_EVERY, EVERY_QUARTER, "quarter")                                                               \
    X(TRIGGER_EVERY, EVERY_YEAR, "year")                                                                     \
    X(TRIGGER_EVERY, EVERY_RULE, "<text>")                                                                   \
    X(RESTS, RESTS_FOR, "<duration>")

typedef enum PhraseId {
    PHRASE_NONE,
#define X(setting, name, pattern) PHRASE_##name,
    PHRASES(X)
#undef X
        PHRASE_COUNT
} PhraseId;

/* What holds when several rows of a table fit, as a phrase of "hit" says it.  X(NAME, words) */
#define HIT_POLICIES(X)                                                                                      \
    X(UNIQUE, "unique")     /* no two may; the rule where nothing is said */                                 \
    X(FIRST, "first")       /* the first of them */                                                          \
    X(ANY, "any")           /* all of them, for their results are the same */                                \
    X(PRIORITY, "priority") /* the one whose first result stands first in its enum */                        \
    X(LIST, "collect list") /* all of them: from here on every row that fits has its part in the result */   \
    X(SUM, "collect sum")                                                                                    \
    X(MIN, "collect min")                                                                                    \
    X(MAX, "collect max")                                                                                    \
    X(COUNT, "collect count")

typedef enum HitPolicy {
#define X(name, words) POLICY_##name,
    HIT_POLICIES(X)
#undef X
} HitPolicy;

/* How votes are given (law P3), as a phrase of "kind" says it.  X(NAME, word) */
#define VOTE_KINDS(X)                                                                                        \
    X(NAMED, "named")     /* each vote beside its member; the rule where nothing is said */                  \
    X(COUNTED, "counted") /* only the totals of the tellers */                                               \
    X(SECRET, "secret")   /* the totals, and who voted */

typedef enum VoteKind {
    VOTES_UNSAID,
#define X(name, word) VOTES_##name,
    VOTE_KINDS(X)
#undef X
        VOTE_KIND_COUNT
} VoteKind;

/* What a threshold counts (law P1).  X(NAME, words) */
#define COUNTS(X)                                                                                            \
    X(VOTES_FOR, "votes for")                                                                                \
    X(VOTES_AGAINST, "votes against")                                                                        \
    X(VOTES_CAST, "votes cast")                                                                              \
    X(MEMBERS_PRESENT, "members present")                                                                    \
    X(MEMBERS_IN_OFFICE, "members in office")                                                                \
    X(MEMBERS, "members") /* in a quorum: those present; "at least 3 members" */                             \
    X(SEATS, "seats")                                                                                        \
    X(VOTERS_OVER, "voters over the default") /* of an option of a choice: who prefer it to the default */   \
    X(VOTERS_BESIDE, "voters over or under the default") /* who do not hold them equal */

typedef enum CountId {
#define X(name, words) COUNT_##name,
    COUNTS(X)
#undef X
        COUNT_COUNT
} CountId;

/* What one can be chosen from is at most so many. */
enum { OPTIONS_MOST = 20 };

/* X(DurationUnit of value/date.h, singular, plural) */
#define UNITS(X)                                                                                             \
    X(HOURS, "hour", "hours")                                                                                \
    X(DAYS, "day", "days")                                                                                   \
    X(WORKING_DAYS, "working day", "working days")                                                           \
    X(WEEKS, "week", "weeks")                                                                                \
    X(MONTHS, "month", "months")                                                                             \
    X(YEARS, "year", "years")

/* X(Rounding of value/number.h, words) */
#define ROUNDINGS(X)                                                                                         \
    X(HALF_EVEN, "half even")                                                                                \
    X(HALF_UP, "half up")                                                                                    \
    X(HALF_DOWN, "half down")                                                                                \
    X(UP, "up")                                                                                              \
    X(DOWN, "down")

/* What can be made of all that a list holds.  X(NAME, word) */
#define AGGREGATES(X)                                                                                        \
    X(COUNT, "count")                                                                                        \
    X(SUM, "sum")                                                                                            \
    X(LOWEST, "lowest")                                                                                      \
    X(HIGHEST, "highest")

typedef enum Aggregate {
#define X(name, word) AGGREGATE_##name,
    AGGREGATES(X)
#undef X
} Aggregate;

/* Acts that the powers of a charter give to roles, offices and bodies. What a workflow's step, a body's
 * membership or a chair already entitles to needs no power.
 * X(NAME, word, sentence, whose holders have it where no row gives it) */
#define ACTS(X)                                                                                              \
    X(OPEN, "open", "open a case", OPEN)                                                                     \
    X(RECORD, "record", "enter what another person did", RECORD)                                             \
    X(CONVENE, "convene", "convene a meeting", CONVENE)                                                      \
    X(IMPORT, "import", "enter people, offices and members", IMPORT)                                         \
    X(REGISTER, "register", "enter rows of a register", REGISTER)                                            \
    X(MEASURE, "measure", "enter what was measured", MEASURE)                                                \
    X(SUSPEND, "suspend", "suspend a case, and go on with it", RECORD)                                       \
    X(REOPEN, "reopen", "take up again what has ended or lapsed", RECORD)                                    \
    X(CORRECT, "correct", "correct what was entered wrongly", RECORD)                                        \
    X(DISCARD, "discard", "discard evidence whose time is up", RECORD)                                       \
    X(RATIFY, "ratify", "put a new edition of the rules in force", RATIFY)                                   \
    X(ERASE, "erase", "erase personal data", ERASE)

typedef enum ActId {
#define X(name, word, sentence, stands_in) ACT_##name,
    ACTS(X)
#undef X
        ACT_COUNT
} ActId;

typedef struct SettingRow {
    DeclKind decl;
    SettingId id;
    Text word;
    Shape shape;
    bool many;
    Text sentence;
} SettingRow;

typedef struct DeclRow {
    Text word, what;
    BlockKind block;
} DeclRow;

const DeclRow *decl_row(DeclKind kind);
const SettingRow *setting_row(SettingId id);
bool decl_find(Text word, DeclKind *kind);
bool decl_titled(DeclKind kind); /* it has a text in quotes where others have a name */
const SettingRow *setting_find(DeclKind decl, Text word); /* NULL when that declaration has no such setting */
Text phrase_pattern(PhraseId id);                         /* "every <duration>" */
SettingId phrase_setting(PhraseId id);
HitPolicy hit_policy(PhraseId id); /* of a phrase of "hit"; UNIQUE when it is none */
bool policy_collects(HitPolicy policy);
VoteKind vote_kind(PhraseId id); /* of a phrase of "kind"; UNSAID when it is none */
Text vote_kind_word(VoteKind kind);
/* Small letters alone, as in each word of the language? A name with a digit or a capital, as rows have, need
 * not be looked up. */
bool in_small_letters(Text word);
Text count_words(CountId id);
bool count_find(Text words, CountId *id); /* words as an author spaced them */
bool unit_find(Text words, DurationUnit *unit);
bool unit_begins(Text words);                  /* may these words be, or begin, the name of a unit? */
bool rounding_find(Text words, Rounding *how); /* words as an author spaced them */
bool rounding_begins(Text word);               /* is it one of those words? */
Text rounding_words(Rounding how);
bool aggregate_find(Text word, Aggregate *what);
Text aggregate_word(Aggregate what);
Text act_word(ActId id);
Text act_sentence(ActId id); /* "open a case" */
/* The act whose holders have this power where no row gives it; its own: nobody has. */
ActId act_stand_in(ActId id);
bool act_find(Text word, ActId *id);

#endif
