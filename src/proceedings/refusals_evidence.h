/* refusals_evidence: why files are not attached or discarded (proceedings/refusals.h says how rows are
 * read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_EVIDENCE_H
#define BYLAW_PROCEEDINGS_REFUSALS_EVIDENCE_H

#define EVIDENCE_REFUSALS(X)                                                                                 \
    X(NO_FILES, "", "no file was given", "name it: bylaw attach {0} agreement.pdf")                          \
    X(NOT_IN_CASE, "powers of the charter", "{0} has no part in {1}, and attaches nothing to it",            \
      "who opened it does, who does its steps, and who may record: {2}")                                     \
    X(SHOWS_NOTHING, "", "{0} has no fact and no item of a checklist \"{1}\"", "{2}")                        \
    X(CLASS_NEEDED, "evidence of the charter", "evidence has a class, and this does not say which",          \
      "say it with --class: {0}")                                                                            \
    X(NO_SUCH_CLASS, "evidence of the charter", "the charter has no class of evidence \"{0}\"", "{1}")       \
    X(NO_CLASSES, "", "the charter declares no classes of evidence, so that \"{0}\" would mean nothing",     \
      "leave out --class, or have the charter say: evidence {0} kept 7 years")                               \
    X(BAD_KEEP, "", "\"{0}\" is not how long a file can be kept",                                            \
      "write days, weeks, months or years: --keep \"7 years\"")                                              \
    X(KEPT_LONGER, "", "{0} evidence is kept for {1}, and {2} would be less", "leave out --keep")            \
    X(TOO_LARGE_INSIDE, "", "{0} has {1} bytes, and at most {2} of a file are kept in the book",             \
      "keep it beside the book: --beside")                                                                   \
    X(TOO_LARGE_BESIDE, "", "{0} has {1} bytes, and at most {2} can be kept of a file", "split it")          \
    X(NO_SUCH_EVIDENCE, "", "{0} has no evidence {1}", "see what it has with: bylaw evidence {0}")           \
    X(EVIDENCE_GONE, "", "{1} of {0} was discarded, by entry {2}", "")                                       \
    X(KEPT_STILL, "", "{1} of {0} is kept until {2}", "discard it from that day on")                         \
    X(KEPT_FOR_GOOD, "", "{1} of {0} is kept for good: nobody said for how long", "")

#endif
