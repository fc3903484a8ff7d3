/* verbs_edition: the commands of editions of the charter (proceedings/verbs.h says how rows are read). */
#ifndef BYLAW_PROCEEDINGS_VERBS_EDITION_H
#define BYLAW_PROCEEDINGS_VERBS_EDITION_H

#define RATIFY_ARGS(A, S)                                                                                    \
    A(S, RULES, charter, "rules", MUST, "rule files and workflows of the new edition, or folders of them")   \
    A(S, MEETING, meeting, "in", OPTION, "the meeting whose body is to ratify it; by whom else it is at once")

#define MIGRATE_ARGS(A, S)                                                                                   \
    A(S, CASES, cases, "CASE", REST, "the cases that are to go on under the edition in force")               \
    A(S, FLAG, all, "all", OPTION, "every open case of an earlier edition that can; of the others why not")

#define EDITION_VERBS(X)                                                                                     \
    X(RATIFY, "ratify", RatifyArgs, RATIFY_ARGS,                                                             \
      "put a new edition of the charter in force, or to the vote of the body that ratifies")                 \
    X(MIGRATE, "migrate", MigrateArgs, MIGRATE_ARGS, "let open cases go on under the edition in force")

#endif
