/* registers: dated data, declared in the rules and changed by entries. */
#ifndef BYLAW_PROGRAM_REGISTERS_H
#define BYLAW_PROGRAM_REGISTERS_H

#include "program/where.h"
#include "value/value.h"

typedef struct RegisterField {
    Text name;
    Type type;
    bool key; /* it names the row, with the other keys; else it is read from it */
    bool optional;
} RegisterField;

/* Dated data that entries change. A row is named by its keys, in the order of their fields. */
typedef struct Register {
    Text name, title;
    const RegisterField *fields; /* as declared */
    size_t field_count;
    const Index *keys; /* those of the fields that are keys */
    size_t key_count;
    Where where;
} Register;

/* What a test says that a row holds. */
typedef struct RegisterValue {
    Index in, field;   /* the register, and the field in it */
    const Value *keys; /* as many as it has */
    Value value;
} RegisterValue;

#endif
