/* The rows of DIAGNOSTIC_ROWS: X(code, name, severity, sentence, mend). Codes are permanent. */
#ifndef BYLAW_SOURCE_DIAGNOSTIC_ROWS_H
#define BYLAW_SOURCE_DIAGNOSTIC_ROWS_H

#include "source/diagnostic_delegation_rows.h"
#include "source/diagnostic_text_rows.h"

#define DIAGNOSTIC_ROWS(X)                                                                                   \
    TEXT_DIAGNOSTICS(X)                                                                                      \
    MODEL_DIAGNOSTICS(X)                                                                                     \
    TABLE_DIAGNOSTICS(X)                                                                                     \
    WORKFLOW_DIAGNOSTICS(X)                                                                                  \
    CHOICE_DIAGNOSTICS(X)                                                                                    \
    FACT_DIAGNOSTICS(X)                                                                                      \
    DELEGATION_DIAGNOSTICS(X)                                                                                \
    REGISTER_DIAGNOSTICS(X)                                                                                  \
    WATCH_DIAGNOSTICS(X) WHOLE_DIAGNOSTICS(X) BALLOT_DIAGNOSTICS(X) DATED_DIAGNOSTICS(X)

/* E0825..: choices among options (model, model/analysis). */
#define CHOICE_DIAGNOSTICS(X)                                                                                \
    X("E0825", UNCOUNTED, ERROR, "{0} are not counted by \"{1}\"", "it counts {2}")                          \
    X("E0826", CHOICE_CARRIED, ERROR,                                                                        \
      "nothing carries a choice, and \"{0}\" chooses one of several options",                                \
      "delete this, or say by how much an option must beat the default: option_majority")                    \
    X("E0827", NO_DEFAULT, ERROR, "\"{0}\" holds options against the default, and \"{1}\" has none",         \
      "write: choice ranked schulze, default \"None of the above\"")                                         \
    X("E0828", NOT_OPTIONS, ERROR, "\"{0}\" is {1}, and no options are chosen from",                         \
      "name a fact that is one of an enum, whose members are the options")                                   \
    X("E0829", OPTIONS_COUNT, ERROR, "\"{0}\" has {1} options, and a choice is among 2 to {2}", "")          \
    X("E0830", OPTION_WORD, ERROR, "an option cannot be called \"{0}\": a choice ends so without one",       \
      "choose another name for the member of \"{1}\"")                                                       \
    X("E0831", NO_CHOICE, ERROR, "the row {0} of \"{1}\" puts these options to {2}, which chooses none",     \
      "name a ballot in that row that says: choice ranked schulze, default \"None of the above\"")           \
    X("E0832", NO_OPTIONS, ERROR, "the ballot \"{0}\" chooses one of several options, and here are none",    \
      "write in this step: options: FACT")                                                                   \
    X("E0833", CHOICE_JOINT, ERROR,                                                                          \
      "the row {0} of \"{1}\" has several deciders, who cannot choose one option together",                  \
      "let one of them choose, or a body")                                                                   \
    X("E0834", CHOSEN_STATED, ERROR, "\"{0}\" is chosen by vote at the step \"{1}\", and nobody states it",  \
      "delete it here")                                                                                      \
    X("E0835", CHOICE_COUNTED, ERROR, "options are voted on by name, and votes here are {0}",                \
      "write in the ballot \"{1}\": kind named")                                                             \
    X("E0836", NOT_OF_CHOICE, ERROR,                                                                         \
      "\"{0}\" is about votes for or against, and \"{1}\" chooses one of several options",                   \
      "delete one of the two")                                                                               \
    X("E0840", CHOICE_CONDITIONAL, ERROR,                                                                    \
      "conditions are for what is carried, and at the step \"{0}\" one of several options is chosen",        \
      "delete one of the two")

/* E01xx: names, types, settings (model). */
#define MODEL_DIAGNOSTICS(X)                                                                                 \
    X("E0101", UNKNOWN_NAME, ERROR, "nothing is named \"{0}\"; {1} is needed here", "")                      \
    X("E0102", DECLARED_TWICE, ERROR, "\"{0}\" is declared twice", "rename one of them")                     \
    X("E0103", WRONG_KIND_OF_NAME, ERROR, "\"{0}\" is {1}, but {2} is needed here", "")                      \
    X("E0104", UNKNOWN_MEMBER, ERROR, "\"{0}\" is no member of \"{1}\"", "")                                 \
    X("E0105", AMBIGUOUS_NAME, ERROR, "\"{0}\" can mean {1} or {2} here", "")                                \
    X("E0106", SETTING_NEEDED, ERROR, "{0} does not say \"{1}\": {2}", "")                                   \
    X("E0107", PART_NEEDED, ERROR, "{0} needs {1} on its first line", "")                                    \
    X("E0108", PART_UNKNOWN, ERROR, "{0} has no place for {1} on its first line", "delete it")               \
    X("E0109", TITLE_NEEDED, ERROR, "a {0} has a title in quotes", "write: {0} \"...\" {")                   \
    X("E0110", NO_CHARTER, ERROR, "none of these files has a charter",                                       \
      "write: charter \"Title\" { and in it edition, in_force, time_zone, working_days, series")             \
    X("E0111", SECOND_CHARTER, ERROR, "there is a charter already",                                          \
      "keep one of the two: all files together are one charter")                                             \
    X("E0112", UNKNOWN_LANGUAGE, ERROR,                                                                      \
      "these rules are written in language {0}; this program reads language {1}", "write: language {1}")     \
    X("E0113", EMPTY_TEXT, ERROR, "\"{0}\" says nothing", "write it between the quotes")                     \
    X("E0114", FROM_NEEDED, ERROR, "an edition is in force from a day on",                                   \
      "write: in_force from 2026-01-01")                                                                     \
    X("E0115", ENDS_EARLY, ERROR, "this ends on {0}, before it has begun on {1}", "exchange the two days")   \
    X("E0116", UNKNOWN_SERIES, ERROR,                                                                        \
      "\"{0}\" is no series; there are cases, meetings, motions and delegations", "")                        \
    X("E0117", SERIES_NEEDED, ERROR, "\"series\" does not say how {0} are numbered",                         \
      "write: cases C, meetings MTG, motions M")                                                             \
    X("E0118", BAD_PREFIX, ERROR, "\"{0}\" cannot begin a number", "use one to eight capital letters")       \
    X("E0119", SAME_PREFIX, ERROR,                                                                           \
      "two series begin with \"{0}\", so that their numbers could not be told apart", "choose another")      \
    X("E0120", RANGE_NEEDED, ERROR, "\"{0}\" is a range of {1}",                                             \
      "write the lower one, .. and the higher one")                                                          \
    X("E0121", RANGE_REVERSED, ERROR,                                                                        \
      "the range of \"{0}\" must begin at {1} or above, and not end before it begins", "")                   \
    X("E0122", HOLIDAY_NOT_LISTED, ERROR, "{0} is not in the listed years {1}",                              \
      "widen \"listed\", or delete the holiday")                                                             \
    X("E0123", UNKNOWN_WEEKDAY, ERROR, "\"{0}\" is no day of the week", "")                                  \
    X("E0124", MEMBERS_NEEDED, ERROR, "the enum \"{0}\" has no members", "write them between the braces")    \
    X("E0125", FIELDS_NEEDED, ERROR, "\"{0}\" has no {1}", "write: name : text")                             \
    X("E0126", UNKNOWN_TYPE, ERROR, "\"{0}\" is no type",                                                    \
      "use yes_no, integer, decimal, percent, money USD, text, date, instant, hours, days, "                 \
      "working_days, months, an enum, person, office, body, decider, or list of one of these")               \
    X("E0127", CURRENCY_NEEDED, ERROR, "\"{0}\" does not say which money",                                   \
      "write: money and the three letters of the currency, as in money USD; or money of any currency")       \
    X("E0128", UNKNOWN_ATTRIBUTE, ERROR, "\"{0}\" is nothing that can be said of {1}", "use {2}")            \
    X("E0910", MATERIAL_AMOUNT, ERROR,                                                                       \
      "how far \"{0}\" may change before an approval no longer holds is not said",                           \
      "write: material beyond 10%, or an amount of its own type")                                            \
    X("E0911", MATERIAL_OF, ERROR, "how far \"{0}\" has changed cannot be said: it {1}",                     \
      "delete \"material beyond\": any change of it counts")                                                 \
    X("E0129", GROUP_NEEDED, ERROR, "{0} does not say which group of facts it is of", "")                    \
    X("E0130", WRONG_TYPE, ERROR, "this is {0}, but {1} is needed here", "")                                 \
    X("E0131", TYPES_DIFFER, ERROR, "{0} cannot be compared with {1}", "")                                   \
    X("E0132", NOT_ORDERED, ERROR, "{0} has no order: it can be the same or not, but not more or less",      \
      "use = or !=, or list the values")                                                                     \
    X("E0133", NO_ARITHMETIC, ERROR, "{0} {1} {2} has no meaning", "")                                       \
    X("E0134", TWO_CURRENCIES, ERROR, "{0} and {1} are two currencies",                                      \
      "give both amounts in one of them, or convert one by a register of rates: AMOUNT in USD at RATES")     \
    X("E0135", UNITS_DIFFER, ERROR,                                                                          \
      "{0} and {1} are two units of time, and neither is always so many of the other",                       \
      "use the same unit on both sides")                                                                     \
    X("E0136", DIVIDED_BY_ZERO, ERROR, "nothing can be divided by 0", "")                                    \
    X("E0137", MISSING_HERE, ERROR, "\"missing\" is not a value here",                                       \
      "ask whether a fact is missing: name is missing")                                                      \
    X("E0138", MISSING_NEEDS_OPTIONAL, ERROR, "\"{0}\" is not optional, so it has no \"missing\" to test",   \
      "declare the fact as optional, or delete the test")                                                    \
    X("E0139", RANGE_HERE, ERROR, "a range stands only in a table, or in the list after \"in\"",             \
      "write: x >= a and x <= b")                                                                            \
    X("E0140", RANGE_EMPTY, ERROR, "nothing lies in this range", "write the lower end first")                \
    X("E0141", LIST_HERE, ERROR, "a list stands only after \"in\", or where a list is given", "")            \
    X("E0142", NOT_A_VALUE, ERROR, "\"{0}\" is {1}, which has no value of its own", "")                      \
    X("E0143", UNKNOWN_PART, ERROR, "\"{0}\" has no \"{1}\"", "")                                            \
    X("E0144", OTHER_GROUP, ERROR, "\"{0}\" is of \"{1}\", not of \"{2}\"",                                  \
      "name something that is of the same group of facts")                                                   \
    X("E0145", INDEX_NEEDED, ERROR, "there is one \"{0}\" for each \"{1}\", and this does not say which",    \
      "")                                                                                                    \
    X("E0146", INDEX_UNNEEDED, ERROR, "there is only one \"{0}\"", "delete the brackets")                    \
    X("E0147", CONSTANT_NEEDED, ERROR, "{0} is needed here, written out and not computed", "")               \
    X("E0148", NEEDS_PERCENT, ERROR, "a percentage is written with its %",                                   \
      "write %: 25% is the number 0.25")                                                                     \
    X("E0149", CYCLE, ERROR, "\"{0}\" needs its own result: {1}", "")                                        \
    X("E0150", WAS_STILL_THERE, ERROR, "\"{0}\" is declared still, so it was not renamed",                   \
      "delete \"was\", or the old declaration")                                                              \
    X("E0151", TABLE_NEEDED, ERROR, "{0} needs a table with rows", "begin it with: {1}")                     \
    X("E0152", WRONG_COLUMNS, ERROR, "the table of {0} has other columns", "its first row is: {1}")          \
    X("E0153", CELL_NEEDS, ERROR, "this cell needs {0}", "")                                                 \
    X("E0154", UNKNOWN_ACT, ERROR, "\"{0}\" is no act", "acts are {1}")                                      \
    X("E0155", ACT_TWICE, ERROR, "\"{0}\" has a row already",                                                \
      "name everybody who may in one row, separated by commas")                                              \
    X("E0156", QUORUM_BASE, ERROR,                                                                           \
      "a quorum cannot be a part of \"{0}\": it is counted before anybody votes",                            \
      "use members in office, or seats")                                                                     \
    X("E0157", LAST_LEVEL, ERROR, "there is no next level after the last", "write: reject")                  \
    X("E0158", NOT_APPLICABLE_STEP, ERROR,                                                                   \
      "\"not_applicable\" is what a review comes to when it is not needed; no step leads there",             \
      "use \"applies\"")                                                                                     \
    X("E0159", OTHERWISE_NEEDED, ERROR, "{0} has a condition, so that nothing may fit", "")                  \
    X("E0160", OTHERWISE_EARLY, ERROR, "\"{0}\" has no condition, so that what follows can never be chosen", \
      "put it last")                                                                                         \
    X("E0161", STEP_UNREACHED, ERROR, "no way leads to the step \"{0}\"",                                    \
      "lead to it from another step, or delete it")                                                          \
    X("E0162", STEP_ENDLESS, ERROR, "from the step \"{0}\" no way leads to an outcome", "")                  \
    X("E0163", NOT_GIVEN, ERROR, "\"{0}\" is {1}: it comes out, and cannot be given", "")                    \
    X("E0164", GIVEN_TWICE, ERROR, "\"{0}\" is given twice", "keep one of the two")                          \
    X("E0165", ROW_OF_TABLE, ERROR, "\"by {0}\" needs the result of one table before it",                    \
      "write: expect TABLE.RESULT = VALUE by {0}")                                                           \
    X("E0166", NEVER_MET, ERROR, "with at most {1} seats \"{0}\" can never meet this",                       \
      "ask for less, or give it more seats")                                                                 \
    X("E0167", WEIGHTS, ERROR, "the weights of \"{0}\" sum to {1}, {2} {3} than 100%", "")                   \
    X("E0168", MINIMUM_OFF_SCALE, ERROR, "the minimum {0} is not on the scale {1}..{2}", "")                 \
    X("E0169", UNKNOWN_ZONE, ERROR, "no time zone \"{0}\" is known",                                         \
      "write a name of the IANA time zones, such as \"Europe/Berlin\"; if it is one, this machine lacks "    \
      "its "                                                                                                 \
      "data")                                                                                                \
    X("E0170", OFF_SCALE, ERROR, "the score {0} is not on the scale {1}..{2} of \"{3}\"", "")                \
    X("E0171", HOURS_HERE, ERROR, "{0} ends with a day, and hours end within one",                           \
      "count in days, working days, weeks, months or years")                                                 \
    X("E0172", PERSONAL_RESULT, ERROR, "this would put \"{0}\", which is personal, into the record",         \
      "compare it with something: whether that holds may be a result")                                       \
    X("E0173", OWN_WORD, ERROR, "\"{0}\" is a word of the language: {1}", "choose another name")             \
    X("E0174", HOW_ROUNDED, ERROR, "this does not say how it is rounded",                                    \
      "write after the places: half even, half up, half down, up or down")                                   \
    X("E0175", NO_ROUNDING, ERROR, "\"{0}\" is not a way to round",                                          \
      "write half even, half up, half down, up or down")                                                     \
    X("E0176", NOT_ROUNDED, ERROR, "{0} cannot be rounded", "numbers, percentages, money and hours can be")  \
    X("E0177", ROUNDED_PLACES, ERROR, "{0} is not a number of places after the point",                       \
      "write a whole number up to 306")                                                                      \
    X("E0178", ROOT_HERE, ERROR, "a square root stands only as one whole side of a comparison",              \
      "compare with it, and keep all else in its brackets or on the other side: a > square root of (b + 1)") \
    X("E0179", LIST_NEEDED, ERROR, "{0} is said of a list, and this is {1}", "name a list")                  \
    X("E0180", FILE_UNREADABLE, ERROR, "this file cannot be read: {0}", "")                                  \
    X("E0181", FILE_ABSOLUTE, ERROR, "\"{0}\" is no path from the folder of this file",                      \
      "write it from this folder: \"common.bylaw\", \"../shared/common.bylaw\"")                             \
    X("E0182", FILE_KIND, ERROR, "\"{0}\" is neither a rule file nor a workflow",                            \
      "import files whose names end in .bylaw or .yaml")                                                     \
    X("E0183", FILE_DOUBLE, ERROR, "this file is another one than the {0} that belongs to the charter",      \
      "rename one of the two")                                                                               \
    X("E0184", NOT_APPLICABLE_HERE, ERROR, "\"not applicable\" is not a value here",                         \
      "ask whether it applies: name is applicable")                                                          \
    X("E0185", ALWAYS_APPLIES, ERROR, "\"{0}\" always applies, so \"not applicable\" says nothing of it",    \
      "declare it with \"where applicable\" behind its type, or delete this")                                \
    X("E0186", MAY_NOT_APPLY, ERROR, "\"{0}\" may not apply, and nothing here says what then holds",         \
      "ask for it first: {0} is applicable and ..., or: {0} is not applicable or ...")                       \
    X("E0187", NOT_APPLICABLE_UNSAID, ERROR,                                                                 \
      "\"{0}\" may not apply, and no row of \"{1}\" says what then holds",                                   \
      "add not applicable to the cell of the row that is meant: < 100, not applicable")                      \
    X("E0188", NOT_APPLICABLE_TEXT, ERROR, "no text is ever \"not applicable\", so this is never so",        \
      "write it without quotes, of what is there where applicable: not applicable")                          \
    X("E0890", WAS_TWICE, ERROR, "both this and \"{1}\" were called \"{0}\"", "delete one of the two")       \
    X("E0891", RESULT_NOT_LEFT_OUT, ERROR, "\"{0}\" cannot be left out, so no exception leaves it out",      \
      "declare it as optional in the table: {0} : TYPE, optional")                                           \
    X("E0892", NOT_A_WARNING, ERROR, "\"{0}\" is no warning, so that it cannot be accepted", "")             \
    X("W0730", ACCEPTS_NOTHING, WARNING, "{0} is accepted of \"{1}\", and no such thing is found there",     \
      "delete it")                                                                                           \
    X("W0190", NOT_MET_BY_FEWEST, WARNING, "with only {1} seats \"{0}\" can never meet this",                \
      "raise the lowest number of seats")                                                                    \
    X("W0191", ROUNDED_WHOLE, WARNING, "this is whole already, and stays as it is", "delete what rounds it") \
    X("W0193", EXCEPTIONS_MAY_MEET, WARNING,                                                                 \
      "the conditions of the exceptions \"{1}\" and \"{2}\" to \"{0}\" do not show whether both can apply",  \
      "where both do, nothing is decided: say in one of them that the other does not hold")                  \
    X("E0194", ANY_CURRENCY, ERROR, "{0} can be in any currency", "say in which: {1}")                       \
    X("E0195", NOT_RATES, ERROR, "\"{0}\" is no register of rates: {1}",                                     \
      "give it the fields from : text, key; to : text, key; rate : decimal")                                 \
    X("E0196", TOTAL_SPAN, ERROR, "a total reaches back by days, weeks, months or years, not by {0}",        \
      "write: over 12 months")                                                                               \
    X("E0197", NOT_COUNTED, ERROR, "no case of \"{1}\" can be \"{0}\", so that none is counted",             \
      "write this, pending, or an outcome of its workflows")                                                 \
    X("E0198", SUMS_BEYOND, ERROR, "\"{0}\" cannot be added up over cases: it is {1}",                       \
      "add up facts, definitions made of facts, and what registers hold")                                    \
    X("E0199", TOTAL_KEY, ERROR, "there is no total for each \"{0}\": it is {1}",                            \
      "name a fact by which cases can be told apart in the record: a text, an enum, a person")

/* E02xx: decision tables and authorities (model/analysis). */
#define TABLE_DIAGNOSTICS(X)                                                                                 \
    X("E0201", TABLE_GAP, ERROR, "no row of \"{0}\" fits when {1}",                                          \
      "add a row for it, or end the table with an otherwise row")                                            \
    X("E0202", TABLE_OVERLAP, ERROR, "rows {1} and {2} of \"{0}\" both fit when {3}",                        \
      "narrow one of the rows, or write: hit first")                                                         \
    X("E0203", ROW_COLUMN_NEEDED, ERROR, "the rows of {0} have no names", "make the first column: row")      \
    X("E0204", OUTPUT_NEEDED, ERROR, "{0} has no result", "write || before the columns that are results")    \
    X("E0205", OUTPUT_NAME, ERROR, "\"{0}\" is no name for a result", "use one word")                        \
    X("E0206", OUTPUT_TYPE, ERROR, "the result \"{0}\" has no type", "write: {0} : TYPE")                    \
    X("E0207", COLUMN_TWICE, ERROR, "\"{0}\" is a column already", "test it in one column")                  \
    X("E0208", COLUMN_OF_LIST, ERROR, "\"{0}\" is a list, which no cell can test", "")                       \
    X("E0209", OTHERWISE_TESTS, ERROR, "a row that is \"otherwise\" tests nothing",                          \
      "write - or otherwise here")                                                                           \
    X("E0210", OTHERWISE_LAST, ERROR, "\"otherwise\" stands in the last row", "move the row to the end")     \
    X("E0211", AUTHORITY_COLUMN, ERROR, "\"{0}\" is no result of an authority matrix",                       \
      "use decided_by, reviewed, ballot, escalation, recommends, consulted or informed")                     \
    X("E0212", DECIDED_BY_NEEDED, ERROR, "\"{0}\" does not say who decides",                                 \
      "add the column decided_by after ||")                                                                  \
    X("E0213", TWO_CASE_INPUTS, ERROR,                                                                       \
      "a motion gives one kind of decision, but \"{0}\" and \"{1}\" are columns", "make one of them a fact") \
    X("E0214", UNKNOWN_CADENCE, ERROR, "\"{0}\" is not a way to say how often", "use {1}")                   \
    X("E0215", ROW_EMPTY, ERROR,                                                                             \
      "the row \"{0}\" of \"{1}\" can never fit: nothing that \"{2}\" can be passes its test",               \
      "widen the test, or delete the row")                                                                   \
    X("E0216", ROW_UNUSED, ERROR, "the row \"{0}\" of \"{1}\" is never used: wherever it fits, {2}",         \
      "delete it, or narrow the others")                                                                     \
    X("E0217", TABLE_TOO_LARGE, ERROR, "\"{0}\" is too large to be searched for gaps and overlaps",          \
      "split the table, by its first column for example")                                                    \
    X("E0218", MISSING_UNSAID, ERROR, "\"{0}\" can be missing, and no row of \"{1}\" says what then holds",  \
      "add missing to the cell of the row that is meant: < 100, missing")                                    \
    X("E0230", NOT_COLLECTED, ERROR, "{2} cannot be made of \"{0}\", which is {1}",                          \
      "collect another way, or give the result another type")                                                \
    X("E0231", COUNT_ALONE, ERROR, "{0} counts its rows, and its only result is \"count\"",                  \
      "delete the columns after ||")                                                                         \
    X("E0232", ONE_RESULT, ERROR, "{0} makes {1} of its rows, and that is one result",                       \
      "keep one column after ||, or write: hit collect list")                                                \
    X("E0233", PRIORITY_ENUM, ERROR,                                                                         \
      "under \"hit priority\" the first result chooses the row by its enum, and \"{0}\" is none",            \
      "make its type an enum that names first what goes first")                                              \
    X("E0234", RESULTS_DIFFER, ERROR,                                                                        \
      "rows {1} and {2} of \"{0}\" both fit when {3}, and their results are not the same",                   \
      "give both the same results, or narrow one of them")                                                   \
    X("E0235", EXCEPTIONS_MEET, ERROR, "the exceptions \"{1}\" and \"{2}\" to \"{0}\" both apply when {3}",  \
      "narrow the condition of one of them: where two apply at once, nobody is given one of two answers")    \
    X("E0240", EXCEPTION_TO_MANY, ERROR,                                                                     \
      "\"{0}\" gathers the results of many rows, and an exception is to the results of one",                 \
      "leave the rows out that are meant, by a column of their own")                                         \
    X("E0260", DECIDERS_HERE, ERROR, "only deciders are joined by then, or counted as in 2 of (a, b)",       \
      "conditions are joined by and, or")                                                                    \
    X("E0261", NAMED_TWICE, ERROR, "\"{0}\" is named twice here", "name it once")                            \
    X("E0262", SOME_OF_DECIDERS, ERROR, "{0} of {1} deciders cannot be asked for",                           \
      "write a whole number from 1 to {1}")                                                                  \
    X("E0263", MANY_DECIDERS, ERROR, "one decision has more than {0} deciders", "have a body decide")        \
    X("E0264", DECIDERS_OR, ERROR, "deciders are not joined by or", "")                                      \
    X("E0265", LINE_OF_PEOPLE, ERROR, "{0} leads from no person to another",                                 \
      "name a register whose one key is a person, and a field of it that is a person: employees.manager")    \
    X("E0266", NO_LIMIT, ERROR, "\"{0}\" is {1}, which covers nothing",                                      \
      "name a field that is a number, an amount of money, or a length of time")                              \
    X("E0270", IN_WHAT, ERROR, "{0} is neither a list nor a range, and nothing is in it",                    \
      "compare with =, or name a list")                                                                      \
    X("E0271", RANGE_ELEMENT, ERROR, "{0} has no order, so there is no range of it", "use a list")           \
    X("E0272", NO_AGGREGATE, ERROR, "there is no {0} of a {1}", "")                                          \
    X("W0290", RESULTS_MAY_DIFFER, WARNING,                                                                  \
      "rows {1} and {2} of \"{0}\" both fit when {3}; whether their results are the same is known only "     \
      "when they are computed",                                                                              \
      "write both results in the same way, or narrow one of the rows")

/* E03xx: workflows. */
#define WORKFLOW_DIAGNOSTICS(X)                                                                              \
    X("E0301", UNKNOWN_STEP, ERROR, "there is no step \"{0}\" in this workflow", "")                         \
    X("E0302", YAML_NOT_READ, ERROR, "{0} is not read here: {1}",                                            \
      "write the value itself where it is needed")                                                           \
    X("E0303", YAML_KEY_TWICE, ERROR, "the key \"{0}\" stands twice in this map", "keep one of the two")     \
    X("E0304", YAML_TOO_DEEP, ERROR, "this is nested more than {0} deep", "")                                \
    X("E0305", UNKNOWN_KEY, ERROR, "{0} has no key \"{1}\"", "")                                             \
    X("E0306", MISSING_KEY, ERROR, "{0} needs the key \"{1}\"", "")                                          \
    X("E0307", WRONG_SHAPE, ERROR, "{0} must be {1}, not {2}", "")                                           \
    X("E0308", STEP_KIND, ERROR, "the step \"{0}\" has {1}; a step has exactly one of {2}", "")              \
    X("E0309", WRITTEN_CONDITION, ERROR, "a condition stands on one line and without \\ or doubled quotes",  \
      "put it in double quotes, or in none")                                                                 \
    X("E0310", STEP_INSIDE, ERROR, "\"{0}\" is inside the parallel steps of \"{1}\"; they start together",   \
      "lead to \"{1}\"")                                                                                     \
    X("E0311", UNKNOWN_OUTCOME, ERROR, "the step \"{0}\" cannot come to \"{1}\"; it can come to {2}", "")    \
    X("E0312", UNKNOWN_DECISION, ERROR, "no authority matrix of \"{1}\" decides on \"{0}\"", "")             \
    X("E0313", TWO_AUTHORITIES, ERROR, "two authority matrices decide on \"{0}\": \"{1}\" and \"{2}\"",      \
      "keep the decision in one of them")                                                                    \
    X("E0314", OPEN_BRACE, ERROR, "a { is not closed in \"{0}\"", "write a fact in braces: {{name}")         \
    X("E0315", BRANCH_KIND, ERROR,                                                                           \
      "\"{0}\" cannot be one of parallel steps: what follows would depend on how it ends",                   \
      "put it before or after them; tasks and scorings can be parallel")                                     \
    X("E0316", OUTCOME_UNHANDLED, ERROR, "nothing says what follows when the step \"{0}\" comes to \"{1}\"", \
      "")                                                                                                    \
    X("E0317", JOIN_PLAIN, ERROR, "when the parallel steps of \"{0}\" are all done, one step follows",       \
      "write: next: STEP")                                                                                   \
    X("E0318", FLOW_UNREACHED, ERROR, "no way leads from the start to the step \"{0}\"",                     \
      "lead to it from another step, or delete it")                                                          \
    X("E0319", FLOW_ENDLESS, ERROR, "from the step \"{0}\" no way leads to an end",                          \
      "lead from it, or from a step after it, to an end")                                                    \
    X("E0320", MOTION_EMPTY, ERROR, "the braces name no fact", "write one in them: {{name}, or delete them") \
    X("E0321", NO_WORKFLOW, ERROR,                                                                           \
      "this YAML file is no workflow, which begins with workflow: and its name",                             \
      "keep only rules and workflows in this folder: facts are given with --facts, people by bylaw import")

/* E050x: registers (model). */
#define REGISTER_DIAGNOSTICS(X)                                                                              \
    X("E0501", KEY_NEEDED, ERROR, "the register \"{0}\" has no key",                                         \
      "write after what names a row: {1}, key")                                                              \
    X("E0502", KEY_TYPE, ERROR, "the key \"{0}\" cannot be {1}", "{2}")                                      \
    X("E0503", REGISTER_NAME, ERROR, "a register cannot be called \"{0}\": a book calls its own so",         \
      "choose another name")                                                                                 \
    X("E0504", KEY_COUNT, ERROR, "a row of \"{0}\" is named by {1}", "write: {2}")                           \
    X("E0505", FIELD_NEEDED, ERROR, "this does not say which field of \"{0}\" is read", "write: {1}")        \
    X("E0506", KEY_FIELD, ERROR, "\"{0}\" is a key of \"{1}\": it names the row and is not read from it",    \
      "read another field")                                                                                  \
    X("E0507", KEY_PERSONAL, ERROR, "\"{0}\" is personal, and the record would show it as a key",            \
      "look up by something that is not personal")

/* E018x, E028x: what is dated, results that may be left out (model). */
#define DATED_DIAGNOSTICS(X)                                                                                 \
    X("E0280", AS_OF_NO_DAY, ERROR, "rules are read as of a day that has a name, and this is {0}",           \
      "name a fact or a definition that is a date, or write: as_of today")                                   \
    X("E0281", NOT_IN_FORCE, ERROR, "on {1} nothing says what \"{0}\" means",                                \
      "let one value begin on the day on which the one before it ends")                                      \
    X("E0282", TWICE_IN_FORCE, ERROR, "on {1} two lines say what \"{0}\" means",                             \
      "let the earlier one end on the day on which the later one begins")                                    \
    X("E0283", RESULT_MAY_BE_MISSING, ERROR,                                                                 \
      "\"{0}\" can be left out, and this does not say what then holds",                                      \
      "ask for it too: {0} = missing or ...")                                                                \
    X("E0284", RESULT_NOT_OPTIONAL, ERROR, "the result \"{0}\" cannot be optional: {1}",                     \
      "delete \"optional\"")                                                                                 \
    X("W0192", NEVER_IN_FORCE, WARNING, "this holds on none of the days on which the charter is in force",   \
      "delete it, or correct its days")

/* E051x: metrics and triggers (model, service). */
#define WATCH_DIAGNOSTICS(X)                                                                                 \
    X("E0510", TRIGGER_IDLE, ERROR, "{0} does not say what it fires on",                                     \
      "write: when METRIC misses target, when FACT changed, on 2026-09-01, or every month")                  \
    X("E0511", TARGET_NEEDED, ERROR, "\"{0}\" has no target that could be missed",                           \
      "write in it: target and what is aimed at, such as target >= 99%")                                     \
    X("E0893", KEPT_SPAN, ERROR, "evidence is kept for days, weeks, months or years, not for {0}",           \
      "write: evidence confidential kept 7 years")                                                           \
    X("E0894", UNKNOWN_NOTICE, ERROR, "nobody can be told of \"{0}\"", "")                                   \
    X("E0512", COUNT_NEEDED, ERROR, "a whole number from 1 on is needed here, not {0}", "")                  \
    X("E0513", NO_RECURRENCE, ERROR, "this is no recurrence of days: {0}",                                   \
      "write a rule of RFC 5545: \"FREQ=MONTHLY;BYDAY=1MO\" is the first Monday of each month")              \
    X("E0870", ONGOING_IDLE, ERROR, "no trigger or review of {1} opens \"{0}\", so that it never goes on",   \
      "name a workflow that one of them opens for these cases, or leave it out")                             \
    X("W0514", DAY_NOT_IN_FORCE, WARNING,                                                                    \
      "the charter is not in force on {0}, so that nothing happens then", "choose a day on which it is")

/* E080x, W070x: how votes are given, and what else decides (model/analysis/ballots.c). */
#define BALLOT_DIAGNOSTICS(X)                                                                                \
    X("E0800", ROLE_OF_COUNTED, ERROR,                                                                       \
      "votes are {0} here, so that nobody knows whether one who votes for it has the role {1}",              \
      "ask in the quorum who is there, or write: kind named")                                                \
    X("E0801", CHAIR_OF_COUNTED, ERROR,                                                                      \
      "votes are counted here, so that nobody knows whether the chair of \"{0}\" has voted",                 \
      "write: tie chair decides, or tie is lost, or kind secret")                                            \
    X("E0802", ADVICE_COUNTED, ERROR,                                                                        \
      "votes are {0} here, so that those which advise cannot be told from those which decide",               \
      "write: kind named")                                                                                   \
    X("E0803", ADVISES_AND_BINDS, ERROR,                                                                     \
      "the members of \"{0}\" decide here, so that their votes are no advice",                               \
      "delete the line, or say whose votes bind: binding members of BODY")                                   \
    X("E0804", CONSENT_OF_SEVERAL, ERROR,                                                                    \
      "\"{0}\" decides with others here, and silence carries only what one body is asked",                   \
      "name another ballot, or let \"{0}\" decide alone")                                                    \
    X("E0860", NAMES_NOBODY, ERROR,                                                                          \
      "no group of facts has a fact \"{0}\" that is a person or a list of persons, and not personal",        \
      "name one that is: sponsor : person")                                                                  \
    X("E0816", CIRCULATION_COUNTED, ERROR,                                                                   \
      "\"{0}\" is asked between meetings, where votes are given by name, and here they are {1}",             \
      "write: kind named; or delete the line")

/* E06xx: what the rules come to as a whole (model/analysis). */
#define WHOLE_DIAGNOSTICS(X)                                                                                 \
    X("E0601", FLOW_STUCK, ERROR,                                                                            \
      "a case can come to the step \"{0}\" and never end: {1}, no way to an end is open",                    \
      "give the step a way on that no guard closes then, or change the guard")                               \
    X("E0602", REASSESSED_TWICE, ERROR, "\"{0}\" is held again in \"{1}\", and here in \"{2}\"",             \
      "name the same workflow after each reassess")                                                          \
    X("E0603", NOT_REASSESSED, ERROR, "no step of the workflow \"{0}\" holds the review \"{1}\" again",      \
      "name a workflow that has a step with review: {1}")                                                    \
    X("W0733", REASSESSED_NOWHERE, WARNING,                                                                  \
      "\"{0}\" is to be held again then, but nothing is opened in which it would be",                        \
      "write behind it: opens WORKFLOW, and name one that has a step with review: {0}")                      \
    X("W0732", RUNS_ON, WARNING,                                                                             \
      "a case can end at the step \"{0}\" after the review \"{1}\" has begun to open \"{2}\": nothing "      \
      "says whether that goes on, so that it stops",                                                         \
      "write at this end: ongoing: [{2}], or ongoing: [] where nothing is to go on")                         \
    X("W0641", DECIDER_MISSING, WARNING,                                                                     \
      "\"{0}\" can be missing, and then nobody decides what the row {1} of \"{2}\" is for",                  \
      "add a row for missing that names somebody else, or declare it without optional")                      \
    X("W0642", OPENS_AND_DECIDES, WARNING,                                                                   \
      "only \"{0}\" may open a case, and nobody decides on their own request",                               \
      "give others the power to open too, or let somebody else decide")                                      \
    X("W0643", BALLOT_OF_ONE, WARNING,                                                                       \
      "the ballot \"{0}\" is of no use here: an office or a person decides alone, and no body votes",        \
      "write - in its place, or let a body decide")                                                          \
    X("W0644", LEVEL_AGAIN, WARNING, "level {1} asks \"{0}\" again, who kept silent at level {2}",           \
      "name somebody else, or delete the level")                                                             \
    X("W0645", ESCALATES_TO_SELF, WARNING,                                                                   \
      "what \"{0}\" leaves undecided goes back to \"{0}\", at level {1} of \"{2}\"",                         \
      "name another escalation, or delete the level")                                                        \
    X("W0646", ESCALATION_CIRCLE, WARNING, "questions escalate in a circle: from {0}",                       \
      "let one of them escalate to somebody who is above all of them")                                       \
    X("W0647", POWER_OF_NOBODY, WARNING, "nobody has the power to {1}: {2}",                                 \
      "add a row to the powers: | {0} | ROLE |")                                                             \
    X("W0648", LOCKED_OUT, WARNING, "nobody has the power to {1}: {2}",                                      \
      "add a row to the powers: | {0} | ROLE |")                                                             \
    X("W0731", FILLED_BY_ITSELF, WARNING,                                                                    \
      "only \"{0}\" may enter people: while {1}, nobody can be entered there, nor into any other office, "   \
      "seat or role, once the founder of the book is gone{2}",                                               \
      "give the power to a role or to several: | import | {0}, ROLE |")                                      \
    X("W0734", ALL_BY_ONE, WARNING,                                                                          \
      "\"{0}\" alone may enter people and put a new edition in force: while {1}, nobody can be entered "     \
      "there and nobody can give the power to others, so that the rules can never be used or changed again " \
      "once the founder of the book is gone",                                                                \
      "give one of the two powers to others too: | import | {0}, ROLE |")                                    \
    X("W0735", DEFAULT_LIKE_OPTION, WARNING,                                                                 \
      "the default \"{0}\" reads like the option \"{1}\", and who chooses it wants none of the options",     \
      "write other words, such as: default \"None of the above\"")                                           \
    X("W0649", NO_POWERS, WARNING,                                                                           \
      "these rules give nobody any power: who opens cases, enters people, and puts a new edition in force, " \
      "is not said",                                                                                         \
      "add: powers { and in it a table, | act | who |, with rows such as | open | ROLE |")                   \
    X("W0650", NEVER_USED, WARNING, "\"{0}\" is {1} that nothing uses",                                      \
      "name it where it is meant, or delete it")                                                             \
    X("W0651", SPELLED_TWICE, WARNING, "\"{0}\" and \"{1}\" look like two spellings of one thing",           \
      "use one of the two everywhere, or give them names that are told apart")                               \
    X("W0652", WAY_NEVER, WARNING,                                                                           \
      "the way from the step \"{0}\" to \"{1}\" is never taken: what it asks for cannot come about",         \
      "change what it asks for, or delete it")                                                               \
    X("W0653", FLOW_TOO_LARGE, WARNING,                                                                      \
      "the workflow \"{0}\" has more than {1} states, so that it was not searched for cases that can never " \
      "end",                                                                                                 \
      "make two workflows of it")                                                                            \
    X("W0654", REVIEW_OUTCOME_NEVER, WARNING, "no step of the review \"{1}\" leads to the outcome \"{0}\"",  \
      "lead to it from a step, or delete it")                                                                \
    X("W0655", CAN_BE_SPLIT, WARNING,                                                                        \
      "\"{0}\" decides who approves, each case by itself: a request can be split into smaller ones that go " \
      "to others",                                                                                           \
      "add up the cases, in a total of {2} with: sums {0}, over 12 months, counting pending, this; and "     \
      "make the total a column of \"{1}\" too")

#endif
