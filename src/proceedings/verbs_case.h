/* verbs_case: the commands of cases and their steps (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_CASE_H
#define BYLAW_PROCEEDINGS_VERBS_CASE_H

#define OPEN_ARGS(A, S)                                                                                      \
    A(S, WORKFLOW, workflow, "WORKFLOW", FIRST, "the workflow the case follows")                             \
    A(S, VALUES, facts, "NAME=VALUE", REST, "facts that are known already")                                  \
    A(S, FILE, file, "facts", OPTION, "a file of facts, in YAML or JSON")                                    \
    A(S, OTHER, amends, "amends", OPTION, "the case that this one amends")                                   \
    A(S, OTHER, renews, "renews", OPTION, "the case whose approval this one renews")                         \
    A(S, OTHER, supersedes, "supersedes", OPTION, "the case that is superseded when this one is approved")   \
    A(S, OTHER, appeals, "appeals", OPTION, "the case that this one is an appeal against")

#define SUBMIT_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, NAME, step, "step", OPTION, "the task that is done by this; needed where several are open")         \
    A(S, VALUES, facts, "NAME=VALUE", REST, "facts, or the mitigation plan for each concern")                \
    A(S, FILE, file, "facts", OPTION, "a file of facts, in YAML or JSON")                                    \
    A(S, TEXT, note, "note", OPTION, "what was done, in words")

#define SCORE_ARGS(A, S)                                                                                     \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, VALUES, scores, "CRITERION=SCORE", REST, "a score for each criterion")                              \
    A(S, FILE, file, "scores", OPTION, "a file of scores, in YAML or JSON")

#define ANSWER_ARGS(A, S)                                                                                    \
    A(S, CASE, subject, "CASE", FIRST, "the case under review")                                              \
    A(S, VALUES, answers, "PRINCIPLE=yes|no", REST, "yes: the principle is met; no: there is a concern")     \
    A(S, TEXT, note, "note", OPTION, "the grounds, in words")

#define TICK_ARGS(A, S)                                                                                      \
    A(S, CASE, subject, "CASE", FIRST, "the case")                                                           \
    A(S, VALUES, items, "ITEM=yes|no", REST, "yes: the requirement is met; no: it is not")                   \
    A(S, TEXT, evidence, "evidence", OPTION, "what shows it")                                                \
    A(S, TEXT, note, "note", OPTION, "the grounds, in words")

#define CASE_VERBS(X)                                                                                        \
    X(OPEN, "open", OpenArgs, OPEN_ARGS, "open a case")                                                      \
    X(SUBMIT, "submit", SubmitArgs, SUBMIT_ARGS, "state facts, or say that a task is done")                  \
    X(SCORE, "score", ScoreArgs, SCORE_ARGS, "score a case")                                                 \
    X(ANSWER, "answer", AnswerArgs, ANSWER_ARGS, "answer a review's questions")                              \
    X(TICK, "tick", TickArgs, TICK_ARGS, "say which requirements of a checklist are met")

#endif
