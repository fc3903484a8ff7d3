/* verbs_book: the commands of the book, its people, registers and measurements (proceedings/verbs.h says how
 * rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_BOOK_H
#define BYLAW_PROCEEDINGS_VERBS_BOOK_H

#define INIT_ARGS(A, S)                                                                                      \
    A(S, TEXT, charter, "charter", OPTION, "the charter's name; set by the program")                         \
    A(S, TEXT, origin, "origin", OPTION, "the name of the book in its checkpoints")                          \
    A(S, TEXT, key, "verifier-key", OPTION, "the public key of its checkpoints; set by the program")         \
    A(S, VALUES, founder, "founder", OPTION, "who founds the book; set by the program")

#define IMPORT_ARGS(A, S)                                                                                    \
    A(S, FILE, sheet, "FILE", FIRST,                                                                         \
      "people, offices and members, in YAML or CSV; rows of a register or measurements, in CSV: its first "  \
      "line names the fields")                                                                               \
    A(S, REGISTER, of, "register", OPTION, "the register whose rows the file holds")                         \
    A(S, FLAG, measured, "measurements", OPTION,                                                             \
      "the file holds measurements: metric, period, value, and where needed case, for, source")              \
    A(S, DATE, from, "from", OPTION, "the first day of rows; else their column valid_from says it")          \
    A(S, DATE, until, "until", OPTION, "the day from which rows hold no more; else their column valid_until")

#define APPOINT_ARGS(A, S)                                                                                   \
    A(S, PERSON, person, "PERSON", FIRST, "who is appointed")                                                \
    A(S, POST, to, "to", MUST, "the body, office or role")                                                   \
    A(S, DATE, from, "from", MUST, "the first day of the term")                                              \
    A(S, DATE, until, "until", OPTION, "the day from which it is over")                                      \
    A(S, FLAG, chair, "chair", OPTION, "as chair of the body; who was chair stays a member")                 \
    A(S, FLAG, deputy, "deputy", OPTION,                                                                     \
      "as deputy of the chair, being a member, or of who holds the office")                                  \
    A(S, FLAG, observer, "observer", OPTION, "to be there without a vote")                                   \
    A(S, PERSON, alternate, "alternate-for", OPTION, "to sit in the place of a member who is not there")     \
    A(S, PERSON, succeeds, "succeeds", OPTION, "who leaves on that day")

#define RELEASE_ARGS(A, S)                                                                                   \
    A(S, PERSON, person, "PERSON", FIRST, "who leaves")                                                      \
    A(S, POST, post, "from", MUST, "the body, office or role")                                               \
    A(S, DATE, on, "on", MUST, "the first day without them")                                                 \
    A(S, TEXT, because, "because", MUST, "why")

#define REGISTER_ARGS(A, S)                                                                                  \
    A(S, REGISTER, of, "REGISTER", FIRST, "the register")                                                    \
    A(S, VALUES, row, "FIELD=VALUE", REST, "the key of a row, and what it holds from a day on")              \
    A(S, FLAG, ends, "ends", OPTION, "the row holds nothing any more")                                       \
    A(S, DATE, from, "from", MUST, "the first day on which this holds")                                      \
    A(S, DATE, until, "until", OPTION, "the day from which it holds no more")

#define MEASURE_ARGS(A, S)                                                                                   \
    A(S, METRIC, metric, "METRIC", FIRST, "the metric")                                                      \
    A(S, TEXT, value, "VALUE", SECOND, "what was measured")                                                  \
    A(S, CASE, subject, "case", OPTION, "the case of which it was measured")                                 \
    A(S, NAME, member, "for", OPTION, "of a metric for each member of an enum: the member")                  \
    A(S, TEXT, period, "period", MUST, "the period: 2026-09, 2026-W38, 2026-Q3, 2026, or a day in it")       \
    A(S, TEXT, source, "source", OPTION, "where the value comes from, in words")

#define BOOK_VERBS(X)                                                                                        \
    X(INIT, "init", InitArgs, INIT_ARGS, "make a new book under a charter")                                  \
    X(IMPORT, "import", ImportArgs, IMPORT_ARGS,                                                             \
      "enter people, offices and members of bodies, rows of a register, or measurements")                    \
    X(APPOINT, "appoint", AppointArgs, APPOINT_ARGS,                                                         \
      "enter that somebody joins a body, or takes an office or role")                                        \
    X(RELEASE, "release", ReleaseArgs, RELEASE_ARGS,                                                         \
      "enter that somebody leaves a body, an office or a role")                                              \
    X(REGISTER, "register", RegisterArgs, REGISTER_ARGS, "enter what a row of a register holds")             \
    X(MEASURE, "measure", MeasureArgs, MEASURE_ARGS, "enter what was measured in a period")

#endif
