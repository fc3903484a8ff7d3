/* refusals_ballot: why votes and closings are refused (proceedings/refusals.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_REFUSALS_BALLOT_H
#define BYLAW_PROCEEDINGS_REFUSALS_BALLOT_H

#define BALLOT_REFUSALS(X)                                                                                   \
    X(VOTES_COUNTED, "P3", "the ballot on {0} is {1}: its votes enter the book as totals, when it closes",   \
      "close it with: bylaw close {0} for=7 against=4 abstaining=2 --tellers NAMES{2}")                      \
    X(VOTES_NAMED, "P3", "the ballot on {0} is named: each vote is entered beside its member",               \
      "enter them with: bylaw vote {0}; then close it without totals")                                       \
    X(TOTALS_LACK, "P3", "the totals on {0} do not say how many votes were {1}",                             \
      "what nobody counted is not 0; give all three: bylaw close {0} for=7 against=4 abstaining=2")          \
    X(NO_TELLERS, "P3", "nobody is named who counted the votes on {0}", "name them with: --tellers NAMES")   \
    X(TOO_MANY_VOTES, "P3", "{1} votes are counted on {0}, and only {2} may vote",                           \
      "count again; who is there is entered with: bylaw attend")                                             \
    X(VOTERS_UNNAMED, "P3", "the ballot on {0} is counted: nobody enters who voted", "leave out --voted")    \
    X(VOTES_WANTED, "the ballot's own rule", "{0} is not carried without votes: its ballot does not say so", \
      "leave out --unopposed, and enter the votes")                                                          \
    X(OPPOSED, "the ballot's own rule", "{0} is opposed: {1}", "close it with its votes")                    \
    X(NOT_EXPEDITED, "the ballot's own rule", "the rules let nobody decide {0} in place of who is asked",    \
      "")                                                                                                    \
    X(NOT_YOUR_REVIEW, "the ballot's own rule", "{1} is not for {0} to expedite, but for {2}", "")           \
    X(REFERRED, "", "{2} has referred {0} to {1}, and {1} decides it", "")                                   \
    X(NO_VETO_HERE, "the ballot's own rule", "nobody can veto {0}: its ballot knows no veto", "")            \
    X(NOT_YOUR_VETO, "the ballot's own rule", "a veto on {1} is not for {0}, but for {2}", "")               \
    X(VETO_UNREASONED, "the ballot's own rule", "a veto on {0} needs its reason", "give it with: --because") \
    X(VETOED_ALREADY, "", "{0} has vetoed {1} already", "take it back with: bylaw veto {1} --withdraw")      \
    X(NO_VETO, "", "{0} has not vetoed {1}", "")                                                             \
    X(VOTERS_AND_BALLOTS, "P3", "{1} ballots are counted on {0}, and {2} are named as having voted",         \
      "count again, and name all who voted with: --voted NAMES")

#endif
