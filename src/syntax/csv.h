/* csv: a file of comma-separated values (RFC 4180) cut into records and cells, each with its place. Cells are
 * parted by commas, or by semicolons where the first record has one; blanks around them do not count, and
 * records that are empty or have nothing but empty cells are left out. */
#ifndef BYLAW_SYNTAX_CSV_H
#define BYLAW_SYNTAX_CSV_H

#include "syntax/syntax.h"

typedef struct CsvRecord {
    Span at;
    uint32_t first, count; /* of the cells */
} CsvRecord;

typedef struct Csv {
    Text text; /* the file; in it a quoted cell's "" is one ", and what follows in the cell stands closer */
    VEC(Span) cells; /* what each says, without quotes; empty where start is end */
    VEC(CsvRecord) records;
} Csv;

/* Cuts one file of `sources`. False after a diagnostic: the file is no text, or a quote is not closed. */
bool csv_read(Arena *arena, const Sources *sources, uint32_t file, Csv *csv, Diagnostics *diagnostics);

Text csv_text(const Csv *csv, Span cell);

#endif
