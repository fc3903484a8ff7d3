/* bylaw.h: the library's public header.
 *
 * Bylaw is governance as code: rules in a small language, workflows in YAML, committees' proceedings, and a
 * record that anyone can check. This header is all that a program sees of it; the command line program
 * `bylaw` uses nothing else.
 *
 * Conventions
 *   - Texts are UTF-8. Those given are NUL-terminated or come with a length; those answered belong to the
 *     handle or result that answered them, and are NUL-terminated.
 *   - Structs of options begin with `size`, to be set to sizeof the struct, so that they can grow: what lies
 *     beyond it is not read, and is nothing. In an array of them all have the same size.
 *   - A call that can fail answers a bylaw_result: its code, and a document (a tree of maps, lists and texts)
 *     that says what was found, decided, refused or wrong. Results own their memory until bylaw_free().
 *     NULL is answered only when there is no memory even for a result.
 *   - A handle is used by one thread at a time. The library has no global state, prints nothing, never exits,
 *     and reads neither the clock nor the environment: time, chance and the system's user are callbacks and
 *     options. */
#ifndef BYLAW_H
#define BYLAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BYLAW_API __attribute__((visibility("default")))

#ifdef __cplusplus
extern "C" {
#endif

/* --- results -------------------------------------------------------------------------------------------- */

/* The codes are the program's exit codes. */
typedef enum bylaw_code {
    BYLAW_DONE = 0,
    BYLAW_WANTING = 1, /* refused, or found wanting: errors in rules, a failed test, an unsound record */
    BYLAW_USAGE = 2,   /* the call itself makes no sense: an unknown verb or option, a missing argument */
    BYLAW_CANNOT = 3   /* files, the book, the system: what it was to work on could not be had */
} bylaw_code;

typedef struct bylaw_result bylaw_result;
typedef struct bylaw_node bylaw_node;

BYLAW_API bylaw_code bylaw_result_code(const bylaw_result *result);

/* The document. Its key "kind" says which: "check", "format", "outline", "disassembly", "names", "words",
 * "difference", "tests", "evaluation", "lines", "key", "book", "refusal", "problem", "act", "calendar",
 * "docket", "due", "case", "evidence", "outbox", "delivery", "meeting", "agenda", "minutes", "motion",
 * "person", "people", "body", "register", "history", "search", "replay", "verification", "checkpoint",
 * "receipt", "rebuild", "version". docs/json.md lists their keys, which stay stable. */
BYLAW_API const bylaw_node *bylaw_result_document(const bylaw_result *result);
BYLAW_API const char *bylaw_result_kind(const bylaw_result *result);

/* The document as JSON text, indented. */
BYLAW_API const char *bylaw_result_json(bylaw_result *result, size_t *length);
BYLAW_API void bylaw_free(bylaw_result *result);

typedef enum bylaw_node_kind {
    BYLAW_NULL,
    BYLAW_BOOL,
    BYLAW_INTEGER,
    BYLAW_TEXT,
    BYLAW_LIST,
    BYLAW_MAP
} bylaw_node_kind;

/* All of these answer something harmless for a node that is NULL or of another kind. */
BYLAW_API bylaw_node_kind bylaw_kind(const bylaw_node *node);
BYLAW_API size_t bylaw_count(const bylaw_node *list_or_map);
BYLAW_API const bylaw_node *bylaw_item(const bylaw_node *list_or_map, size_t index);
BYLAW_API const char *bylaw_item_key(const bylaw_node *map, size_t index);
BYLAW_API const bylaw_node *bylaw_get(const bylaw_node *map, const char *key);
BYLAW_API const char *bylaw_get_text(const bylaw_node *map, const char *key); /* "" when there is none */
BYLAW_API int64_t bylaw_get_integer(const bylaw_node *map, const char *key);  /* 0 when there is none */
BYLAW_API bool bylaw_get_bool(const bylaw_node *map, const char *key);
BYLAW_API const char *bylaw_text(const bylaw_node *node);
BYLAW_API int64_t bylaw_integer(const bylaw_node *node);
BYLAW_API bool bylaw_bool(const bylaw_node *node);

/* --- rules and workflows -------------------------------------------------------------------------------- */

typedef struct bylaw_rules bylaw_rules;

/* Reads and checks rule files (.bylaw) and workflows (.yaml, .yml); a folder stands for all of them in it and
 * below. The result is of kind "check"; *rules is set only when there was no error, and is freed by
 * bylaw_rules_free(). */
BYLAW_API bylaw_result *bylaw_rules_read(const char *const *paths, size_t count, bylaw_rules **rules);
BYLAW_API void bylaw_rules_free(bylaw_rules *rules);

/* The canonical form of a rule file's text: kind "format", with "text" and "changed"; kind "problem" when it
 * is no rule file, or has errors. */
BYLAW_API bylaw_result *bylaw_format(const char *name, const char *text, size_t length);

/* Everything that the rules and workflows say, as their authors wrote it: kind "outline". */
BYLAW_API bylaw_result *bylaw_rules_outline(const bylaw_rules *rules);

/* What the rules are compiled to, as text for people: kind "disassembly". Of one table, authority matrix,
 * scorecard, review or definition, or (name NULL) of all. */
BYLAW_API bylaw_result *bylaw_rules_disassemble(const bylaw_rules *rules, const char *name);

/* Rules while they are written. A draft is there even when it has errors; what an editor holds stands in
 * place of the files on the disk. It is freed by bylaw_draft_free(). */
typedef struct bylaw_draft bylaw_draft;

typedef struct bylaw_overlay {
    const char *path; /* of the file on the disk */
    const char *text;
    size_t length;
} bylaw_overlay;

/* Kind "check", as of bylaw_rules_read(). *draft is NULL only when files could not be found or read. */
BYLAW_API bylaw_result *bylaw_draft_read(const char *const *paths, size_t count,
                                         const bylaw_overlay *overlays, size_t overlay_count,
                                         bylaw_draft **draft);
BYLAW_API void bylaw_draft_free(bylaw_draft *draft);

/* Every name that a draft declares, what it is, where it stands and where it is used: kind "names". */
BYLAW_API bylaw_result *bylaw_draft_names(const bylaw_draft *draft);

/* What is found under a code of check, "W0655", with an example: kind "explanation". */
BYLAW_API bylaw_result *bylaw_explain(const char *code);

/* The words of the language: declarations with their settings and phrases, types, units, keywords, and the
 * keys of workflows: kind "words". */
BYLAW_API bylaw_result *bylaw_words(void);

/* What changes in meaning from one edition of rules to another: kind "difference". The code is BYLAW_WANTING
 * where anything does. */
BYLAW_API bylaw_result *bylaw_rules_compare(const bylaw_rules *before, const bylaw_rules *now);

/* Runs the tests written in the rules: kind "tests". */
BYLAW_API bylaw_result *bylaw_rules_test(const bylaw_rules *rules);
/* The same, with what the tests reach of the rules, and why not the rest, under the key "coverage". */
BYLAW_API bylaw_result *bylaw_rules_cover(const bylaw_rules *rules);

typedef struct bylaw_evaluate_options {
    size_t size;
    const char *name;       /* a table, an authority matrix, a scorecard, a review */
    const char *facts_name; /* what to call the facts in messages: the file's name */
    const char *facts;      /* YAML or JSON: name: value, nested by scorecard */
    size_t facts_length;
    bool explain; /* with reasons */
} bylaw_evaluate_options;

/* Kind "evaluation". */
BYLAW_API bylaw_result *bylaw_rules_evaluate(const bylaw_rules *rules, const bylaw_evaluate_options *options);

/* Facts line after line, in JSON (JSON Lines): the rules are looked into once, then each line is evaluated by
 * itself and has one line for an answer. */
typedef struct bylaw_lines bylaw_lines;

enum { BYLAW_LINE_MOST = 1 << 20 }; /* bytes that a line may have */

/* *lines is set, and the result of kind "lines", when the rules have something of the options' name; `facts`
 * and `facts_name` are not read. The rules must outlive it. */
BYLAW_API bylaw_result *bylaw_lines_new(const bylaw_rules *rules, const bylaw_evaluate_options *options,
                                        bylaw_lines **lines);
BYLAW_API void bylaw_lines_free(bylaw_lines *lines);

/* One line's facts. *answer is JSON without a line's end in it, until the next: a document of kind
 * "evaluation", or "check" where the facts are wrong, with the key "line": how many lines it has answered.
 * The code is that document's. */
BYLAW_API bylaw_code bylaw_lines_answer(bylaw_lines *lines, const char *line, size_t length,
                                        const char **answer);

/* Deciding many cases: names are bound once, then facts are filled in and decided, with no look-up and no
 * allocation on the way. */
typedef struct bylaw_evaluator bylaw_evaluator;

typedef enum bylaw_outcome {
    BYLAW_DECIDED,
    BYLAW_UNDETERMINED, /* it needs facts that are missing */
    BYLAW_NO_ROW,       /* no row fits */
    BYLAW_RULE_ERROR    /* the rule itself failed: two rows fit, a division by zero, a score off its scale */
} bylaw_outcome;

typedef struct bylaw_answer {
    bylaw_outcome outcome;
    int32_t row;        /* index of the row, or -1 */
    const char *row_id; /* "R4"; "" when there is none */
    int32_t member;     /* the first output, where it is of an enum: index of the member; else -1 */
    const char *text;   /* the first output, where it is an enum, a text, a body or an office; else "" */
    size_t reasons;     /* how many reasons were kept (decide with explain) */
} bylaw_answer;

/* NULL when the rules have nothing of that name or there is no memory. The rules must outlive it. */
BYLAW_API bylaw_evaluator *bylaw_evaluator_new(const bylaw_rules *rules, const char *name);
BYLAW_API void bylaw_evaluator_free(bylaw_evaluator *evaluator);
BYLAW_API int bylaw_bind(const bylaw_evaluator *evaluator, const char *fact); /* -1: no such fact */
BYLAW_API int bylaw_member(const bylaw_evaluator *evaluator, int fact, const char *member); /* -1: none */
BYLAW_API void bylaw_set_missing(bylaw_evaluator *evaluator, int fact);
BYLAW_API void bylaw_set_not_applicable(bylaw_evaluator *evaluator, int fact); /* one that may not apply */
BYLAW_API void bylaw_set_number(bylaw_evaluator *evaluator, int fact, int64_t numerator, int64_t denominator);
BYLAW_API void bylaw_set_yes(bylaw_evaluator *evaluator, int fact, bool yes);
BYLAW_API void bylaw_set_member(bylaw_evaluator *evaluator, int fact, int member);
BYLAW_API void bylaw_set_date(bylaw_evaluator *evaluator, int fact, int year, int month, int day);

/* One fact's value over a denominator: a number; of a yes 1 and of a no 0; of a member its index; of the
 * 2nd of March 2026 the number 20260302. The denominator is 1 where there is none, and 0 says missing. */
typedef struct bylaw_value {
    int64_t number, denominator;
} bylaw_value;

/* The same as setting each fact by itself, in one call: values[i] is of facts[i], as it was bound. */
BYLAW_API void bylaw_set_all(bylaw_evaluator *evaluator, const int *facts, const bylaw_value *values,
                             size_t count);
BYLAW_API void bylaw_decide(bylaw_evaluator *evaluator, bool explain, bylaw_answer *answer);

/* --- the host: what the library must be given ----------------------------------------------------------- */

typedef struct bylaw_host {
    size_t size;
    void *context;
    int64_t (*clock)(void *context);                          /* seconds since 1970-01-01T00:00:00Z */
    bool (*random)(void *context, void *bytes, size_t count); /* for salts; cryptographic */
    bool (*sign)(void *context, const void *message, size_t length,
                 uint8_t signature[64]);                                           /* Ed25519; may be NULL */
    void (*progress)(void *context, const char *what, uint64_t done, uint64_t of); /* may be NULL */
    const char *system_user; /* who the operating system says this is */
} bylaw_host;

/* Signing keys, for hosts that keep the key in a file (PKCS#8 PEM). */
typedef struct bylaw_key bylaw_key;
BYLAW_API bylaw_result *bylaw_key_create(const char *path, const bylaw_host *host,
                                         bylaw_key **key); /* mode 0600 */
BYLAW_API bylaw_result *bylaw_key_open(const char *path, bylaw_key **key);
BYLAW_API bool bylaw_key_sign(void *key, const void *message, size_t length, uint8_t signature[64]);
BYLAW_API void bylaw_key_public(const bylaw_key *key, uint8_t public_key[32]);
BYLAW_API void bylaw_key_free(bylaw_key *key);

/* --- the book ------------------------------------------------------------------------------------------- */

typedef struct bylaw_book bylaw_book;

typedef struct bylaw_create_options {
    size_t size;
    const char *path;         /* of the new file; must not exist */
    const char *const *rules; /* files and folders, as for bylaw_rules_read() */
    size_t rule_count;
    const char *origin;  /* the book's name in its checkpoints */
    const char *founder; /* the handle of who founds it, with the system's user as login */
    uint8_t public_key[32];
    const char *at; /* when it happened; NULL: now */
} bylaw_create_options;

/* Makes a book: its charter stored as source, its first entries, its first signed head. Kind "act". */
BYLAW_API bylaw_result *bylaw_book_create(const bylaw_create_options *options, const bylaw_host *host);

/* Opens a book; *book is set when the code is BYLAW_DONE. */
BYLAW_API bylaw_result *bylaw_book_open(const char *path, bool write, const bylaw_host *host,
                                        bylaw_book **book);
BYLAW_API void bylaw_book_close(bylaw_book *book);

/* The word nearest to what was written, for "did you mean"; NULL when none is near. */
BYLAW_API const char *bylaw_nearest(const char *word, const char *const *candidates, size_t count);

/* Verbs that change a book, with their arguments: what a program needs to read them from a command line. */
typedef enum bylaw_how { BYLAW_BY_PLACE, BYLAW_BY_PLACE_ALL, BYLAW_BY_NAME, BYLAW_BY_NAME_NEEDED } bylaw_how;

typedef struct bylaw_argument {
    const char *word; /* the option without its dashes, or the placeholder */
    bylaw_how how;
    bool flag; /* takes no value */
    bool many; /* takes all the values that follow it, up to the next option */
    bool file; /* its value names a file to be read */
    const char *sentence;
} bylaw_argument;

typedef struct bylaw_verb {
    const char *word, *sentence;
    const bylaw_argument *arguments;
    size_t argument_count;
} bylaw_verb;

BYLAW_API const bylaw_verb *bylaw_verbs(size_t *count);

typedef struct bylaw_word {
    const char *name;  /* of an option, without dashes; NULL for a word by place */
    const char *value; /* for a file: its path, which the library reads */
} bylaw_word;

typedef struct bylaw_act_options {
    size_t size;
    const char *verb;
    const bylaw_word *words;
    size_t word_count;
    const char *as; /* who acts: handle or id; NULL: the person that the system's user is */
    const char *behalf;
    const char
        *at;      /* when it happened: "2026-03-03", "2026-03-03 14:30" in the charter's zone, or RFC 3339 */
    int64_t seen; /* the version of the case or meeting that was looked at; -1: not said */
    bool dry_run; /* answers what would come of it, and enters nothing */
} bylaw_act_options;

/* Carries out one command: what fell due before it first, then it, in one durable transaction. Kind "act", or
 * "refusal" with its rule, sentence and mend. A dry run answers the same and leaves no trace. */
BYLAW_API bylaw_result *bylaw_act(bylaw_book *book, const bylaw_act_options *options);

typedef struct bylaw_bulk_options {
    size_t size;
    const bylaw_act_options *acts; /* what they say of a dry run is not looked at */
    const char *const *places;     /* where each was written, for messages: "acts.txt:12"; NULL: its number */
    size_t count;
    bool dry_run;
} bylaw_bulk_options;

/* Carries out commands in their order as bylaw_act() does, all of them in one durable transaction: kind
 * "bulk". The first that is refused answers its refusal, with its "place", and none is entered. */
BYLAW_API bylaw_result *bylaw_bulk(bylaw_book *book, const bylaw_bulk_options *options);

typedef struct bylaw_read_options {
    size_t size;
    const char
        *subject; /* a case, meeting, motion, person, register or metric; NULL: all, where that makes sense */
    const char *who; /* docket, due, calendar: only what is for this person, body, office or role; minutes:
                        for whom they are, or "public" */
    const char *at;  /* docket, calendar: the day it is read on; NULL: now */
    uint64_t seq;    /* receipt: the entry, when has_seq */
    bool has_seq;
    const char *const *keys; /* show, of a register: the key of a row, of a metric: a series; NULL: all.
                                search: words, or phrases with blanks in them */
    size_t key_count;
    bool papers;            /* agenda: with what is known of each case */
    size_t most;            /* search: so many are told; 0: 20 */
    const char *until;      /* due: the last day that is told of; NULL: thirty days ahead */
    bool expired;           /* evidence: what may be discarded */
    const char *out;        /* evidence: the new file to which the one that `keys` names is written; NULL */
    const char *due_before; /* docket: only what is due before this day; NULL: all */
    bool by_due;            /* docket: in the order due; else case by case */
} bylaw_read_options;

/* What falls due when, and what happens then by itself if nobody acts: kind "due". */
BYLAW_API bylaw_result *bylaw_due(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_docket(bylaw_book *book, const bylaw_read_options *options);
/* Meetings, and what falls due on which day: kind "calendar". */
BYLAW_API bylaw_result *bylaw_calendar(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_show(bylaw_book *book, const bylaw_read_options *options);
/* What a meeting is to deal with, and what happened at one: kinds "agenda" and "minutes". */
BYLAW_API bylaw_result *bylaw_agenda(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_minutes(bylaw_book *book, const bylaw_read_options *options);
/* The files of a case, one of them by its number ("E2"), or those of all cases whose time is up: kind
 * "evidence". */
BYLAW_API bylaw_result *bylaw_evidence(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_history(bylaw_book *book, const bylaw_read_options *options);
/* Which cases, meetings, people and rows say all of the words: kind "search". On a book that is open for
 * writing an index is kept, which grows with what was entered since; on any other it is made each time. */
BYLAW_API bylaw_result *bylaw_search(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_replay(bylaw_book *book);

/* --- messages ------------------------------------------------------------------------------------------- */

/* One message to one person. `key` is the same each time it is sent: by it a receiver knows a repeat. */
typedef struct bylaw_message {
    const char *key;     /* "example.org/partners/42/P-000003" */
    const char *email;   /* the person's address */
    const char *name;    /* and name */
    const char *subject; /* one line */
    const char *text;
    const char *json;      /* the same as a JSON object, for programs */
    int64_t time;          /* when this attempt was made, in seconds since 1970 */
    const char *signature; /* HMAC-SHA-256 of "TIME.JSON" under the options' secret, in hexadecimal */
} bylaw_message;

typedef struct bylaw_deliver_options {
    size_t size;
    /* Hands a message on; false: it could not, and `why` says the reason. Called in no transaction. */
    bool (*send)(void *context, const bylaw_message *message, char *why, size_t why_size);
    void *context;
    const char *secret; /* that a receiver shares; NULL: none */
    size_t secret_length;
    uint64_t patience; /* seconds until a second attempt; each after that waits twice as long, up to a day */
} bylaw_deliver_options;

/* Sends what waits and is due, each at least once: an attempt is in the book before it is made, and a message
 * is taken off only when it was sent. Kind "delivery". */
BYLAW_API bylaw_result *bylaw_deliver(bylaw_book *book, const bylaw_deliver_options *options);
/* What waits to be sent, and why it does: kind "outbox". */
BYLAW_API bylaw_result *bylaw_outbox(bylaw_book *book, const bylaw_read_options *options);

typedef struct bylaw_verify_options {
    size_t size;
    const char
        *verifier_key;      /* the key the book must be signed with, as the auditor knows it; NULL: its own */
    const char *checkpoint; /* a checkpoint's text that was kept, which the book must still hold to; NULL */
    bool full;              /* every file of evidence is looked at too, in the book and beside it */
} bylaw_verify_options;

/* Kind "verification": BYLAW_WANTING when something is wrong, or when what it holds is not all signed. */
BYLAW_API bylaw_result *bylaw_verify(bylaw_book *book, const bylaw_verify_options *options);
BYLAW_API bylaw_result *bylaw_checkpoint(bylaw_book *book);
BYLAW_API bylaw_result *bylaw_receipt(bylaw_book *book, const bylaw_read_options *options);
BYLAW_API bylaw_result *bylaw_rebuild(bylaw_book *book);
BYLAW_API bylaw_result *bylaw_version(void);

#ifdef __cplusplus
}
#endif
#endif
