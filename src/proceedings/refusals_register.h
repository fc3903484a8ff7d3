/* refusals_register: why rows of registers and measurements are refused (proceedings/refusals.h says how rows
 * are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_REGISTER_H
#define BYLAW_PROCEEDINGS_REFUSALS_REGISTER_H

#define REGISTER_REFUSALS(X)                                                                                 \
    X(NO_SUCH_REGISTER, "", "the charter has no register \"{0}\"", "{1}")                                    \
    X(NO_SUCH_FIELD, "", "the register {0} has no field \"{1}\"", "{2}")                                     \
    X(KEY_NOT_GIVEN, "", "this does not say which row of {0} is meant: {1} is its key", "give {1}=...")      \
    X(ROW_SAYS_NOTHING, "", "nothing is said of {0}", "give a field: {1}=...; or end the row with --ends")   \
    X(ROW_ENDS, "", "{0} cannot end and hold something from the same day on",                                \
      "give its key alone with --ends")                                                                      \
    X(ROW_INCOMPLETE, "", "from {1} on {0} would not hold {2}, and a row holds all that is not optional",    \
      "give {2} too")                                                                                        \
    X(NOT_OPTIONAL, "", "{0} is not optional, so that no row can leave it out", "give its value")            \
    X(ENDS_BEFORE, "", "{0} would end on {2}, before it begins on {1}", "the day of --until is not in it")   \
    X(NO_FIRST_DAY, "", "this does not say from when on it holds",                                           \
      "give --from DAY, or fill the column valid_from")                                                      \
    X(NO_TABLE, "", "rows of a register are read from a CSV file", "its first line names the fields: {0}")   \
    X(HEAD_TWICE, "", "two columns are called \"{0}\"", "keep one of them")                                  \
    X(CELLS_LACK, "", "it has {0}, but the first line names {1}",                                            \
      "a text that has a comma stands in quotes")                                                            \
    X(ROW_TWICE, "", "{0} from {1} on stands in line {2} too", "keep one of the two")                        \
    X(LINES_REFUSED, "", "{0} of {1} cannot be entered, so none was", "mend them, and import the file again")

#define METRIC_REFUSALS(X)                                                                                   \
    X(NO_SUCH_METRIC, "", "the charter has no metric \"{0}\"", "{1}")                                        \
    X(NO_SUCH_PERIOD, "", "{0} is measured {1}, and \"{2}\" is no such period",                              \
      "write it as {3}, or give a day in it")                                                                \
    X(PERIOD_AHEAD, "", "the period {1} of {0} has not begun", "it is measured when it has")                 \
    X(OF_WHICH_CASE, "", "{0} is measured of a case, and this does not say of which",                        \
      "name the case: --case CASE; in a file in the column case")                                            \
    X(OF_NO_CASE, "", "{0} is measured of the organisation, and of no case", "leave out the case")           \
    X(OF_OTHER_CASES, "", "{0} is measured of cases of {1}, and {2} is none", "")                            \
    X(FOR_WHICH_MEMBER, "", "{0} is measured for each {1}, and this does not say for which", "name it: {2}") \
    X(FOR_NO_MEMBER, "", "{0} is measured as a whole, and not for \"{1}\"", "leave it out")                  \
    X(NO_SUCH_MEMBER, "", "{0} is measured for each {1}, and \"{2}\" is none", "{3}")                        \
    X(MEASURED_TWICE, "", "{0} stands in line {1} too", "keep one of the two")                               \
    X(NO_MEASUREMENTS, "", "measurements are read from a CSV file",                                          \
      "its first line names the columns: metric, period, value, and where they are needed case, for, "       \
      "source")                                                                                              \
    X(MEASUREMENTS_MEANT, "",                                                                                \
      "the columns of this file are those of measurements, and it was read as people",                       \
      "say so: bylaw import FILE --measurements")                                                            \
    X(NO_SUCH_COLUMN, "", "a file of measurements has no column \"{0}\"", "{1}")                             \
    X(COLUMN_LACKS, "", "the first line names no column \"{0}\"", "a measurement has {1}")

#endif
