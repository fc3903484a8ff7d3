/* input: what every reader of this room asks of a file before it looks at its words. */
#ifndef BYLAW_SYNTAX_INPUT_H
#define BYLAW_SYNTAX_INPUT_H

#include "syntax/syntax.h"

/* Is the file UTF-8 without NUL, and no longer than RULE_FILE_MAX? If not, a diagnostic says so. */
bool input_readable(const Sources *sources, uint32_t file, Diagnostics *diagnostics);

#endif
