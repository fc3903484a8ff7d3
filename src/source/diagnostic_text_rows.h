/* Rows of DIAGNOSTIC_ROWS (diagnostic_rows.h) for what is read, before it means anything: rules and facts. */
#ifndef BYLAW_SOURCE_DIAGNOSTIC_TEXT_ROWS_H
#define BYLAW_SOURCE_DIAGNOSTIC_TEXT_ROWS_H

/* E00xx: the text itself, its words and its form (source, syntax). */
#define TEXT_DIAGNOSTICS(X)                                                                                  \
    X("E0001", NOT_UTF8, ERROR,                                                                              \
      "this file is not UTF-8 text: on line {1} byte {0} is not part of a character",                        \
      "in the program that wrote it, save it again with the encoding UTF-8")                                 \
    X("E0002", FILE_TOO_LARGE, ERROR, "this file is {0} bytes long; a rule file has at most {1}",            \
      "split it, or read the table from a data file")                                                        \
    X("E0003", TOO_DEEP, ERROR, "brackets are nested more than {0} deep here", "name the inner parts")       \
    X("E0004", BAD_CHARACTER, ERROR, "\"{0}\" has no meaning here", "")                                      \
    X("E0005", OPEN_STRING, ERROR, "this text has no closing quote on its line", "close it with \"")         \
    X("E0006", UNEXPECTED, ERROR, "unexpected {0}; expected {1}", "")                                        \
    X("E0007", UNKNOWN_DECLARATION, ERROR, "\"{0}\" starts no declaration", "")                              \
    X("E0008", UNKNOWN_SETTING, ERROR, "{1} has no setting \"{0}\"", "")                                     \
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
    X("E0017", BAD_ESCAPE, ERROR,                                                                            \
      "in a text a backslash stands only before \" and before another backslash",                            \
      "write \\\\ for a backslash")                                                                          \
    X("E0018", NOT_WHOLE, ERROR, "{0} is not whole; units of time are counted", "use a smaller unit")        \
    X("E0019", AFTER_INDEX, ERROR, "only the field of a register can follow the [ ] of a name",              \
      "write: REGISTER[KEY].FIELD")                                                                          \
    X("E0020", EMPTY_CELL, ERROR, "this cell is empty", "write - where a row does not look at a column")     \
    X("E0021", OPEN_ROW, ERROR, "this row of the table does not end with |", "close it with |")              \
    X("E0022", ROW_WIDTH, ERROR, "this row has {0} cells, but the table has {1} columns", "")                \
    X("E0023", ROW_DIVIDED, ERROR, "|| stands after cell {0} here, but after column {1} in the first row",   \
      "|| parts what a row reads from what it says, in the same place in every row")                         \
    X("E0024", SETTING_TWICE, ERROR, "\"{0}\" is said twice", "keep one of the two")                         \
    X("E0025", HEADER_TWICE, ERROR, "{0} comes too late: this line has {1} already", "")                     \
    X("E0026", NO_BLOCK, ERROR, "{0} has no block", "delete the braces and what is between them")            \
    X("E0027", NEEDS_BLOCK, ERROR, "{0} needs a block", "open it with { at the end of this line")            \
    X("E0028", UNKNOWN_COUNT, ERROR, "\"{0}\" is nothing that can be counted", "count {1}")                  \
    X("E0029", BAD_FRACTION, ERROR, "there is no fraction with 0 below the line", "")                        \
    X("E0030", DIVIDED_TWICE, ERROR, "this row has || twice",                                                \
      "keep the one between what it reads and what it says")                                                 \
    X("E0031", OPEN_BRACKET, ERROR, "this {0} is not closed", "close it with {1}")                           \
    X("E0032", NO_SUCH_INSTANT, ERROR, "there is no instant {0}",                                            \
      "an instant is written with its day, time and offset: 2026-03-31T14:30:00-04:00")                      \
    X("E0040", CSV_OPEN, ERROR, "this cell begins with a quote and has no closing one",                      \
      "close it with \"; a quote within a cell is written twice: \"\"")                                      \
    X("E0041", CSV_AFTER_QUOTE, ERROR, "the cell has ended with its quote, and more follows",                \
      "put the whole cell in quotes, and write each quote within it twice: \"\"")                            \
    X("E0042", CSV_HEADING, ERROR, "\"{0}\" is no name that the rules could use",                            \
      "say what it is in the block of the table: column \"{0}\" is NAME; or leave it out: column \"{0}\" "   \
      "is -")                                                                                                \
    X("E0043", CSV_NO_COLUMN, ERROR, "\"{1}\" has no column \"{0}\"", "")                                    \
    X("E0044", CSV_EMPTY, ERROR, "\"{0}\" has no rows",                                                      \
      "its first line names the columns, and every other is a row")                                          \
    X("E0045", ROWS_ELSEWHERE, ERROR, "the rows are read from \"{0}\"",                                      \
      "delete the table here, or the \"from\"")                                                              \
    X("E0046", NO_FILE, ERROR, "\"column\" says what a column of a file is, and {0} names no file",          \
      "write on its first line: from \"FILE.csv\"; or delete this line")                                     \
    X("E0047", COMMA_IN_NUMBER, ERROR, "\"{0}\" could be one number, or several values", "")                 \
    X("E0048", POINT_IN_NUMBER, ERROR, "the point in \"{0}\" is a decimal point, and parts no thousands",    \
      "")                                                                                                    \
    X("E0049", DOUBLED_QUOTES, ERROR, "this text has two quotes at each end", "write one")

/* E04xx: facts given to an evaluation. */
#define FACT_DIAGNOSTICS(X)                                                                                  \
    X("E0401", UNKNOWN_FACT, ERROR, "the rules have no fact \"{0}\"", "")                                    \
    X("E0402", WRONG_FACT, ERROR, "{0} is {1}; {2} is not", "")                                              \
    X("E0403", FACT_IS_COMPUTED, ERROR, "{0} is computed by the rules and cannot be stated", "leave it out") \
    X("E0404", FACTS_ARE_NO_MAP, ERROR, "facts are written as name: value, one on a line", "")               \
    X("E0405", ROWS_ARE_NO_MAP, ERROR, "what \"{0}\" holds is written as key: {{ field: value }", "")        \
    X("E0701", LINE_TOO_LONG, ERROR, "a line of facts has at most {0} bytes", "give it as a file of its own")

#endif
