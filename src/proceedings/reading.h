/* reading: words being read into a command's arguments; for read_*.c only. */
#ifndef BYLAW_PROCEEDINGS_READING_H
#define BYLAW_PROCEEDINGS_READING_H

#include "proceedings/turn.h"

/* `turn` is there to refuse with: nothing is emitted while a command is read. */
typedef struct Reading {
    Turn turn;
    Arena *arena;
    State *state;
    const VerbRow *verb;
    const Sealer *sealer;
} Reading;

/* --- names (read_names.c): each refuses what is not there, offering what is near ------------------------ */

bool read_case(Reading *reading, Text given, Text *number);
bool read_meeting(Reading *reading, Text given, Text *number);
bool read_topic(Reading *reading, Text given, Text *topic); /* a case by its number, or words */
bool read_motion(Reading *reading, Text given, Text *number);
bool read_delegation(Reading *reading, Text given, Text *number);
bool read_matter(Reading *reading, Text given, Text *number); /* a motion or a case */
bool read_person(Reading *reading, Text given, Text *id);
bool read_body(Reading *reading, Text given, Text *name);
bool read_office(Reading *reading, Text given, Text *name);
bool read_decider(Reading *reading, Text given, Text *name);
bool read_role(Reading *reading, Text given, Text *name);
bool read_post(Reading *reading, Text given, Text *name); /* a body, an office or a role */
bool read_workflow(Reading *reading, Text given, Text *name);
bool read_register(Reading *reading, Text given, Text *name);
bool read_metric(Reading *reading, Text given, Text *name);
bool read_step(Reading *reading, Text subject, Text given, Text *name);

/* --- what is given as name=value or in a file: into the form that is entered ---------------------------- */

/* {"name": {"value": ...}}, {"name": {"sealed": commitment}}, and in a review that waits for plans
 * {"principle": {"plan": text}}. `subject` is NULL for a case that is about to be opened. */
bool read_facts(Reading *reading, const Program *program, const Workflow *workflow, const CaseState *subject,
                const Tree *given, Tree **facts);
bool read_scores(Reading *reading, const Tree *given, Tree **scores);
/* Of open checklists, by "oauth" or "api_requirements.oauth". */
bool read_items(Reading *reading, const CaseState *subject, const Tree *given, Tree **items);
bool read_answers(Reading *reading, const CaseState *subject, const Tree *given, Tree **answers);
/* A value of a type as it is written; a person, office or body by the name that entries have. `where`: the
 * place of the rule that says the type. */
bool read_value(Reading *reading, Text name, Type type, Text where, const Tree *node, Value *value);
/* --- files of lines: {"heads": [...], "rows": [{"line": 2, "cells": [...]}]} (read_sheets.c) -------------
 */

bool is_table(const Tree *content);
int64_t line_number(const Tree *line);
bool read_heads(Reading *reading, const Tree *content, TextList *heads); /* refused: one stands there twice */
/* Reads each line, whose cells stand in `fields` under their heads; null: an empty one. Where it refuses
 * some, all of these are told of. */
typedef bool LineReader(void *context, const Tree *line, const Tree *fields);
bool read_lines(Reading *reading, const Tree *content, LineReader *read, void *context);

/* Rows of a register (read_registers.c): one as it is given by name, {"key", "values"}; and all of a file,
 * {"rows"}, or every line of it that cannot be one. */
bool read_row(Reading *reading, RegisterArgs *args);
bool read_sheet(Reading *reading, ImportArgs *args);
/* Measurements (read_measurements.c): one, with its value and its period in their written form; and all of a
 * file, {"measured"}. */
bool read_measurement(Reading *reading, MeasureArgs *args);
bool read_measurements(Reading *reading, ImportArgs *args);
bool read_people(Reading *reading, const Tree *given, Tree **people); /* read_people.c */
/* What stands in the vault of a person; what is empty is not said. */
typedef struct Profile {
    Text key, name, login, email;
} Profile;
/* The profile of a person, sealed: {"key","name","login","email"}. */
Text seal_profile(Reading *reading, const Profile *profile);

#endif
