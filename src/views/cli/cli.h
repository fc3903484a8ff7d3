/* cli: the program `bylaw`: a row and a file for each verb. It uses the library's public header and the
 * report room, and nothing else. It alone reads the clock, chance, the environment and the system's user.
 *
 * Exit codes: 0 done; 1 refused, or found wanting; 2 the call makes no sense; 3 cannot (files,
 * book, system). */
#ifndef BYLAW_VIEWS_CLI_H
#define BYLAW_VIEWS_CLI_H

#include "bylaw.h"
#include "views/report/report.h"
#include <stdio.h>

enum { WORDS_MOST = 4096, PATHS_MOST = 1024 };

/* A command line, taken apart by the rows of its verb and of the options that all verbs have. */
typedef struct Line {
    const char *verb;
    bylaw_word words[WORDS_MOST]; /* the verb's own, in order; by place: name NULL */
    size_t word_count;
    const char *book, *as, *at, *behalf, *key, *format; /* NULL where not given */
    int64_t seen;                                       /* -1 */
    bool dry_run, json;
} Line;

/* Options that every verb takes.  X(word, field, sentence) */
#define COMMON_OPTIONS(X)                                                                                    \
    X("book", book, "the book's file (else the environment's BYLAW_BOOK)")                                   \
    X("as", as, "who acts, where that is not the system's user: a person's name in the book")                \
    X("behalf", behalf, "the office or body on whose behalf it is done")                                     \
    X("at", at, "when it happened: 2026-03-03, \"2026-03-03 14:30\", or RFC 3339 (else now)")                \
    X("key", key, "the signing key's file (else the book's file with .key after it, if it is there)")

/* Options that every verb takes that changes a book.  X(word, field, sentence) */
#define ACTING_OPTIONS(X)                                                                                    \
    X("seen", seen, "the version of the case that was looked at; refused when it has moved on since")        \
    X("dry-run", dry_run, "show what would come of it, and enter nothing")

typedef struct Verb {
    const char *word, *sentence;
    const bylaw_argument *arguments; /* ends with a row whose word is NULL */
    int (*run)(const Line *line);
    const char *examples; /* lines, each an example with its purpose */
    bool on_book;         /* takes the options of all verbs that work on a book */
    bool acts;            /* and those of all verbs that change one */
} Verb;

/* X(NAME, word, BOOK or FILES it works on, sentence) for verbs that change no book; those that do are the
 * library's rows. */
#define READING_VERBS(X)                                                                                     \
    X(check, "check", FILES, "check rules and workflows, and say all that is wrong with them")               \
    X(fmt, "fmt", FILES, "write rule files (not workflows) in their canonical form")                         \
    X(test, "test", FILES, "run the tests written in the rules")                                             \
    X(evaluate, "evaluate", FILES, "evaluate a table, scorecard, authority or review on a file of facts")    \
    X(diff, "diff", FILES, "say what changes in meaning from one edition of the rules to another")           \
    X(disasm, "disasm", FILES, "show what the rules are compiled to")                                        \
    X(draw, "draw", FILES, "draw a workflow, an escalation or a review")                                     \
    X(doc, "doc", FILES, "give the rules and workflows back as a handbook")                                  \
    X(lsp, "lsp", FILES, "serve an editor: what is wrong, what a name means, what can be written")           \
    X(words, "words", FILES, "list the words of the language")                                               \
    X(names, "names", FILES, "list every name, what it is, and where it is used")                            \
    X(init, "init", BOOK, "make a new book under a charter, with its signing key")                           \
    X(bulk, "bulk", BOOK, "carry out the commands of a file: all of them, or none")                          \
    X(docket, "docket", BOOK, "list what waits for whom")                                                    \
    X(due, "due", BOOK, "list what falls due when, and what happens then")                                   \
    X(run, "run", BOOK, "apply what falls due, again and again, until it is stopped")                        \
    X(show, "show", BOOK, "show a case, meeting, motion, body, person, register or metric, or all people")   \
    X(calendar, "calendar", BOOK, "write meetings and what falls due as a calendar (iCalendar)")             \
    X(search, "search", BOOK, "find cases, meetings, people and rows by words")                              \
    X(evidence, "evidence", BOOK, "list the files of a case, or write one out")                              \
    X(outbox, "outbox", BOOK, "list the messages that wait to be sent, and why they do")                     \
    X(deliver, "deliver", BOOK, "send the messages that wait")                                               \
    X(agenda, "agenda", BOOK, "write what a meeting is to deal with")                                        \
    X(minutes, "minutes", BOOK, "write what happened at a meeting")                                          \
    X(history, "history", BOOK, "show the entries of a case or meeting, or of the whole book")               \
    X(replay, "replay", BOOK, "carry out every command again and compare every entry, byte for byte")        \
    X(verify, "verify", BOOK, "re-hash the whole record and check its signatures")                           \
    X(checkpoint, "checkpoint", BOOK, "hand out the signed head of the record")                              \
    X(receipt, "receipt", BOOK, "hand out the proof that an entry is in the record")                         \
    X(rebuild, "rebuild", BOOK, "make everything again that is made from the entries")                       \
    X(version, "version", FILES, "say which release this is and how commits are kept safe")                  \
    X(help, "help", FILES, "say what the verbs do, or how one is used")

#define X(name, word, on, sentence)                                                                          \
    int run_##name(const Line *line);                                                                        \
    extern const bylaw_argument name##_arguments[];                                                          \
    extern const char name##_examples[];
READING_VERBS(X)
#undef X

/* All verbs: the rows above, then the library's. */
size_t verb_count(void);
Verb verb_at(size_t index);
bool verb_named(const char *word, Verb *verb);
int no_such_verb(const char *word); /* says so, with a near one */

/* --- reading the line (line.c) -------------------------------------------------------------------------- */

/* False after saying on standard error what is wrong. */
bool line_read(int count, char **values, const Verb *verb, Line *line);
const char *line_word(const Line *line,
                      const char *name); /* an option's value; "" for a flag; NULL: not given */
const char *line_place(const Line *line, size_t index); /* a word by its place; NULL */
/* Cuts a line of a file into the words of a command line, in place: by blanks, "quoted" or 'quoted', and no
 * further than a # before a word. The number of words; -1: a quote is not ended; -2: too many. */
int line_split(char *text, char **words, int most);
int word_among(const char *word, const char *const *words, size_t count); /* its place; -1: it is none */
size_t line_all(const Line *line, const char *name, const char **values,
                size_t most); /* NULL: those by place */

/* --- the host and what verbs share (host.c) ------------------------------------------------------------- */

void host_fill(bylaw_host *host);
bylaw_key *host_sign_with(bylaw_host *host,
                          const char *path); /* NULL: no key there; the host then signs nothing */
/* Shows a result on standard output (problems and refusals on standard error), frees it, answers its code. */
int show_result(const Line *line, bylaw_result *result);
int complain(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));
FILE *open_input(const char *path); /* standard input for "-"; NULL after saying why */
void close_input(FILE *from);
/* A file's bytes, or standard input for "-"; malloc'ed. NULL after saying why. */
char *read_input(const char *path, size_t *length);

/* --- the book (book.c) ---------------------------------------------------------------------------------- */

const char *book_path(const Line *line); /* NULL: none is named */
/* The book of the line; NULL after saying why not, with the code in *code. */
bylaw_book *open_book(const Line *line, bool write, bylaw_host *host, bylaw_key **key, int *code);
typedef bylaw_result *ReadVerb(bylaw_book *book, const bylaw_read_options *options);
int read_book(const Line *line, ReadVerb *verb, const bylaw_read_options *options);
bylaw_read_options read_options(const Line *line); /* the first word is the subject */
typedef bylaw_result *WholeVerb(bylaw_book *book);
int on_book(const Line *line, bool write, WholeVerb *verb);

/* --- rules (rules.c) ------------------------------------------------------------------------------------ */

#define RULES_SENTENCE "rule files and workflows, or folders of them (else: rules workflows)"
/* The paths that were named, by an option or (NULL) by place; else the folders rules and workflows. */
size_t rule_paths(const Line *line, const char *option, const char **paths);
/* Rules that have no error; else NULL after showing what is wrong, with the code in *code. */
bylaw_rules *read_rules(const Line *line, const char *option, int *code);

int run_act(const Line *line);

#endif
