/* pack: records as compact bytes, written and read by the rows of their fields as their JSON is. For what is
 * kept between commands and can be made again (law R2); what is hashed stays JSON (law R6).
 *
 * A packed record is a bit for each field, lowest first, that is set where the field is not at its zero
 * value, then these fields one after another. Numbers are of variable length, lists begin with their length.
 * The same record gives the same bytes. */
#ifndef BYLAW_VALUE_PACK_H
#define BYLAW_VALUE_PACK_H

#include "value/record.h"

/* A mark of the rows by which a record is packed: of other rows, it is another. Who keeps packed records
 * keeps it beside them, since bytes do not say by which rows they were written. */
uint32_t record_mark(const RecordType *type);

void record_pack(Buf *buf, const RecordType *type, const void *record);

/* NULL when the bytes are no such record: then they were written by other rows, or damaged. Texts are views
 * of the bytes. */
void *record_unpack(Arena *arena, const RecordType *type, Text bytes);

#endif
