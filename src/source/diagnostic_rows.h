/* The rows of DIAGNOSTIC_ROWS: X(code, name, severity, sentence, mend). Codes are permanent. */
#ifndef BYLAW_SOURCE_DIAGNOSTIC_ROWS_H
#define BYLAW_SOURCE_DIAGNOSTIC_ROWS_H

#define DIAGNOSTIC_ROWS(X) TEXT_DIAGNOSTICS(X) MODEL_DIAGNOSTICS(X) TABLE_DIAGNOSTICS(X) WORKFLOW_DIAGNOSTICS(X) FACT_DIAGNOSTICS(X)

/* E00xx: the text itself, its words and its form (source, syntax). */
#define TEXT_DIAGNOSTICS(X)                                                                                  \
    X("E0001", NOT_UTF8, ERROR, "this file is not UTF-8 text: byte {0} is not part of a character",          \
      "save the file as UTF-8")                                                                              \
    X("E0002", FILE_TOO_LARGE, ERROR, "this file is {0} bytes long; a rule file has at most {1}",            \
      "split it, or read the table from a data file")                                                        \
    X("E0003", TOO_DEEP, ERROR, "brackets are nested more than {0} deep here", "name the inner parts")       \
    X("E0004", BAD_CHARACTER, ERROR, "\"{0}\" has no meaning here", "")                                      \
    X("E0005", OPEN_STRING, ERROR, "this text has no closing quote on its line", "close it with \"")         \
    X("E0006", UNEXPECTED, ERROR, "unexpected {0}; expected {1}", "")                                        \
    X("E0007", UNKNOWN_DECLARATION, ERROR, "\"{0}\" starts no declaration", "")                              \
    X("E0008", UNKNOWN_SETTING, ERROR, "{1} has no setting \"{0}\"", "")                                   \
    X("E0009", UNKNOWN_PHRASE, ERROR, "\"{0}\" is not a way to say this; \"{1}\" is followed by {2}", "")    \
    X("E0010", UNKNOWN_UNIT, ERROR, "\"{0}\" is no unit of time",                                            \
      "use hours, days, working days, weeks, months or years")                                               \
    X("E0011", NUMBER_TOO_LARGE, ERROR, "this number has more than 1,024 bits", "")                          \
    X("E0012", NO_SUCH_DAY, ERROR, "there is no day {0}", "a date is written year-month-day: 2026-03-31")    \
    X("E0013", OPEN_BLOCK, ERROR, "this block is not closed", "close it with } on a line of its own")        \
    X("E0014", BAD_YAML, ERROR, "this is not YAML: {0}", "")                                                 \
    X("E0015", BAD_JSON, ERROR, "this is not JSON: {0}", "")                                                 \
    X("E0016", TOO_LONG, ERROR, "more than {0} operators follow one another here",                           \
      "make a table of it, or list the values: x in (a, b, c)")                                              \
    X("E0017", BAD_ESCAPE, ERROR, "in a text a backslash stands only before \" and before another backslash", \
      "write \\\\ for a backslash")                                                                          \
    X("E0018", NOT_WHOLE, ERROR, "{0} is not whole; units of time are counted", "use a smaller unit")        \
    X("E0019", AFTER_INDEX, ERROR, "nothing can follow the [ ] of a name", "")                               \
    X("E0020", EMPTY_CELL, ERROR, "this cell is empty", "write - where a row does not look at a column")     \
    X("E0021", OPEN_ROW, ERROR, "this row of the table does not end with |", "close it with |")              \
    X("E0022", ROW_WIDTH, ERROR, "this row has {0} cells, but the table has {1} columns", "")                \
    X("E0023", ROW_DIVIDED, ERROR, "|| stands after cell {0} here, but after column {1} in the first row",   \
      "|| parts what a row reads from what it says, in the same place in every row")                         \
    X("E0024", SETTING_TWICE, ERROR, "\"{0}\" is said twice", "keep one of the two")                         \
    X("E0025", HEADER_TWICE, ERROR, "\"{0}\" comes too late: this line has {1} already", "")                 \
    X("E0026", NO_BLOCK, ERROR, "{0} has no block", "delete the braces and what is between them")            \
    X("E0027", NEEDS_BLOCK, ERROR, "{0} needs a block", "open it with { at the end of this line")            \
    X("E0028", UNKNOWN_COUNT, ERROR, "\"{0}\" is nothing that can be counted", "count {1}")                  \
    X("E0029", BAD_FRACTION, ERROR, "there is no fraction with 0 below the line", "")                        \
    X("E0030", DIVIDED_TWICE, ERROR, "this row has || twice", "keep the one between what it reads and what it says")

/* E01xx: names, types, settings (model). */
#define MODEL_DIAGNOSTICS(X)                                                                                 \
    X("E0101", UNKNOWN_NAME, ERROR, "nothing is named \"{0}\"", "")                                          \
    X("E0102", DECLARED_TWICE, ERROR, "\"{0}\" is declared twice", "rename one of them")                     \
    X("E0103", WRONG_KIND_OF_NAME, ERROR, "\"{0}\" is {1}, but {2} is needed here", "")

/* E02xx: decision tables and authorities (model/analysis). */
#define TABLE_DIAGNOSTICS(X)                                                                                 \
    X("E0201", TABLE_GAP, ERROR, "no row of \"{0}\" fits when {1}", "")                                      \
    X("E0202", TABLE_OVERLAP, ERROR, "rows {1} and {2} of \"{0}\" both fit when {3}", "")

/* E03xx: workflows. */
#define WORKFLOW_DIAGNOSTICS(X)                                                                              \
    X("E0301", UNKNOWN_STEP, ERROR, "there is no step \"{0}\" in this workflow", "")                         \
    X("E0302", YAML_NOT_READ, ERROR, "{0} is not read here: {1}",                                            \
      "write the value itself where it is needed")                                                           \
    X("E0303", YAML_KEY_TWICE, ERROR, "the key \"{0}\" stands twice in this map",                            \
      "keep one of the two")                                                                                 \
    X("E0304", YAML_TOO_DEEP, ERROR, "this is nested more than {0} deep", "")                                \
    X("E0305", UNKNOWN_KEY, ERROR, "{0} has no key \"{1}\"", "")                                             \
    X("E0306", MISSING_KEY, ERROR, "{0} needs the key \"{1}\"", "")                                          \
    X("E0307", WRONG_SHAPE, ERROR, "{0} must be {1}, not {2}", "")                                           \
    X("E0308", STEP_KIND, ERROR, "the step \"{0}\" has {1}; a step has exactly one of {2}", "")              \
    X("E0309", WRITTEN_CONDITION, ERROR, "a condition stands on one line and without \\ or doubled quotes",  \
      "put it in double quotes, or in none")

/* E04xx: facts given to an evaluation. */
#define FACT_DIAGNOSTICS(X)                                                                                  \
    X("E0401", UNKNOWN_FACT, ERROR, "the rules have no fact \"{0}\"", "")                                    \
    X("E0402", WRONG_FACT, ERROR, "{0} is {1}; {2} is not", "{3}")                                           \
    X("E0403", FACT_IS_COMPUTED, ERROR, "{0} is computed by the rules and cannot be stated", "leave it out") \
    X("E0404", FACTS_ARE_NO_MAP, ERROR, "facts are written as name: value, one on a line", "")

#endif
