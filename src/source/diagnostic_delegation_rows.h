/* E085x, W0745..: who decides or votes in the place of others (model, model/analysis). */
#ifndef BYLAW_SOURCE_DIAGNOSTIC_DELEGATION_ROWS_H
#define BYLAW_SOURCE_DIAGNOSTIC_DELEGATION_ROWS_H

#define DELEGATION_DIAGNOSTICS(X)                                                                            \
    X("E0850", DELEGATED_TO_ITSELF, ERROR, "\"{0}\" has this authority already, and delegates it to itself", \
      "name somebody else behind to")                                                                        \
    X("E0851", DELEGATED_IN_A_CIRCLE, ERROR,                                                                 \
      "what \"{0}\" delegates comes back to it: \"{1}\" delegates to \"{0}\" in turn",                       \
      "delete one of the two delegations: each answers for what it delegates")                               \
    X("E0852", PROXIES_UNSAID, ERROR,                                                                        \
      "nobody votes for another member of \"{0}\", so that this says nothing",                               \
      "delete it, or say to whom proxies can be given: proxies allowed to members, at most 2")               \
    X("W0745", NOTHING_TO_DELEGATE, WARNING,                                                                 \
      "no authority matrix of \"{1}\" lets \"{0}\" decide, so that there is nothing to delegate",            \
      "name whom a matrix names in decided_by, or delete the delegation")

#endif
