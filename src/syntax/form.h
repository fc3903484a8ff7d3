/* form: a YAML tree held against a form: which keys a map may have, and what stands behind each. Every
 * function reports what it finds wrong, with its place, and the caller goes on, so that one
 * run finds many. */
#ifndef BYLAW_SYNTAX_FORM_H
#define BYLAW_SYNTAX_FORM_H

#include "syntax/syntax.h"

/* The file that is read. */
typedef struct Form {
    Ast *ast; /* what is read lives in its arena; the texts of diagnostics live in their own */
    Diagnostics *diagnostics;
    uint32_t file;
} Form;

enum { FORM_KEYS_MAX = 32 };

typedef struct Keys {
    Text at[FORM_KEYS_MAX];
    size_t len;
} Keys;

typedef struct Names {
    Name *at;
    uint32_t len, cap;
} Names;

Span node_span(const Form *form, const Tree *node);
Span inner_span(const Form *form, const Tree *node); /* the text itself, without quotes around it */
Span key_span(const Form *form, const Tree *map, size_t i);

/* For sentences: a text in quotes; keys as "a, b or c" (`last` is " or "). */
Text form_quoted(const Form *form, Text text);
Text form_joined(const Form *form, const Keys *keys, const char *last);

/* "{what} must be {needed}, not {node}". The mend is the caller's to add. */
Diagnostic *wrong_shape(const Form *form, Text what, const char *needed, const Tree *node);

/* Reports each key of the map that is not among `known`. `owner` is what the map is: "a workflow". */
void check_keys(const Form *form, const Tree *map, Text owner, const Keys *known);

/* Reports that a key is not there. */
void need_key(const Form *form, const Tree *map, Text key, Text owner, Span at);

/* Read what stands behind a key; `what` is how to call it: "\"title\"". False after a report. */
bool read_text(const Form *form, const Tree *node, Text what, Name *out);
bool read_name(const Form *form, const Tree *node, Text what, Name *out);
Names read_names(const Form *form, const Tree *node, Text what); /* one name, or a list of names */

/* A key that is itself a name. */
bool read_key_name(const Form *form, const Tree *map, size_t i, Text what, Name *out);

#endif
