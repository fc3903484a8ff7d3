/* What declarations say outside of their tables: their first line, their settings, fields and members. */
#include "difference/compare.h"
#include "syntax/syntax.h"
#include <stdlib.h>

/* --- how a clause reads --------------------------------------------------------------------------------- */

typedef struct Reading {
    const Amendment *c;
    Side side;
    bool key;
    Buf buf;
} Reading;

static void read_expr(Reading *r, const Expr *expr) {
    if (r->key)
        buf_text(&r->buf, meaning_key(&r->c->vocabulary, r->side, expr));
    else
        expr_write(&r->buf, expr);
}

static void read_name(Reading *r, Text name) {
    buf_text(&r->buf, r->key ? common_name(&r->c->vocabulary, r->side, name) : name);
}

static void read_argument(Reading *r, Text kind, const PhraseArg *argument) {
    if (text_is(kind, "number"))
        number_write(&r->buf, argument->number);
    else if (text_is(kind, "duration"))
        duration_write(&r->buf, argument->duration);
    else if (text_is(kind, "name"))
        read_name(r, argument->name.text);
    else if (text_is(kind, "text"))
        buf_format(&r->buf, "\"%.*s\"", TEXT_ARG(argument->text));
    else
        buf_format(&r->buf, "%.*s..%.*s", TEXT_ARG(number_text(r->c->arena, argument->low)),
                   TEXT_ARG(number_text(r->c->arena, argument->high)));
}

/* The pattern of a phrase with what stood in its places. */
static void read_phrase(Reading *r, const Phrase *phrase) {
    Text rest = phrase_pattern(phrase->id), word;
    for (size_t at = 0, count = 0; text_next(&rest, ' ', &word); count++) {
        if (count) buf_char(&r->buf, ' ');
        bool comma = text_ends(word, TEXT(","));
        if (!text_starts(word, TEXT("<")) || at == phrase->args.len) {
            buf_text(&r->buf, word);
            continue;
        }
        read_argument(r, text_part(word, 1, word.len - 1 - comma), &phrase->args.at[at++]);
        buf_cstr(&r->buf, comma ? "," : "");
    }
}

static void read_days(Reading *r, Date from, Date until) {
    if (from != DATE_NONE) buf_format(&r->buf, " from %.*s", TEXT_ARG(date_text(r->c->arena, from)));
    if (until != DATE_NONE) buf_format(&r->buf, " until %.*s", TEXT_ARG(date_text(r->c->arena, until)));
}

static void read_names(Reading *r, const Clause *clause, const char *between) {
    for (size_t i = 0; i < clause->names.len; i++) {
        if (i) buf_cstr(&r->buf, i % 2 ? between : ", ");
        read_name(r, clause->names.at[i].text);
    }
}

static void read_step(Reading *r, const Clause *clause) {
    if (clause->names.len) read_name(r, clause->names.at[0].text);
    buf_char(&r->buf, ' ');
    read_phrase(r, &clause->phrase);
    for (size_t i = 0; i < clause->branches.len; i++) {
        const Branch *branch = &clause->branches.at[i];
        buf_format(&r->buf, "%s%.*s", i ? ", " : " then ", TEXT_ARG(branch->to.text));
        buf_cstr(&r->buf, branch->when ? " when " : " otherwise");
        if (branch->when) read_expr(r, branch->when);
    }
}

static void read_threshold(Reading *r, const Clause *clause) {
    for (size_t i = 0; i < clause->comparisons.len; i++) {
        if (i) buf_cstr(&r->buf, " and ");
        comparison_write(&r->buf, &clause->comparisons.at[i]);
    }
}

static void read_cell(Reading *r, const Clause *clause) {
    if (clause->cell && r->key)
        buf_text(&r->buf, cell_key(&r->c->vocabulary, r->side, clause->cell));
    else if (clause->cell)
        cell_write(&r->buf, clause->cell);
}

static void read_value(Reading *r, const Clause *clause) {
    if (clause->target) {
        read_expr(r, clause->target);
        buf_cstr(&r->buf, " = ");
    }
    if (clause->expr)
        read_expr(r, clause->expr);
    else if (clause->phrase.id != PHRASE_NONE)
        read_phrase(r, &clause->phrase);
}

static void read_clause(Reading *r, const Clause *clause) {
    switch (setting_row(clause->setting)->shape) {
    case SHAPE_TEXT:
        buf_format(&r->buf, "\"%.*s\"", TEXT_ARG(clause->text));
        break;
    case SHAPE_NAME:
    case SHAPE_NAMES:
        read_names(r, clause, ", ");
        break;
    case SHAPE_PAIRS:
        read_names(r, clause, " ");
        break;
    case SHAPE_DAY:
        buf_format(&r->buf, "%.*s \"%.*s\"", TEXT_ARG(date_text(r->c->arena, clause->from)),
                   TEXT_ARG(clause->text));
        break;
    case SHAPE_DATES:
        read_days(r, clause->from, clause->until);
        break;
    case SHAPE_DATED:
        read_value(r, clause);
        read_days(r, clause->from, clause->until);
        break;
    case SHAPE_CELL:
        read_cell(r, clause);
        break;
    case SHAPE_THRESHOLD:
        read_threshold(r, clause);
        break;
    case SHAPE_STEP:
        read_step(r, clause);
        break;
    default:
        read_value(r, clause);
        break;
    }
}

Text clause_reading(const Amendment *c, Side side, const Clause *clause, bool key) {
    Reading r = {c, side, key, buf_new(c->arena)};
    read_clause(&r, clause);
    return text_trim(buf_done(&r.buf));
}

/* --- settings ------------------------------------------------------------------------------------------- */

/* What is told elsewhere by what it means; and what a column of a file is called means nothing itself. */
static bool has_its_own_file(SettingId id) {
    switch (id) {
    case SETTING_MEANS:
    case SETTING_REQUIRES:
    case SETTING_INVARIANT_REQUIRES:
    case SETTING_APPLIES:
    case SETTING_CHECKLIST_APPLIES:
    case SETTING_DELEGATED_WHEN:
    case SETTING_QUORUM:
    case SETTING_CARRIED:
    case SETTING_BALLOT_CARRIED:
    case SETTING_TABLE_COLUMN:
    case SETTING_AUTHORITY_COLUMN:
        return true;
    default:
        return false;
    }
}

/* What holds as well where nothing is said. */
static bool is_usual(const Clause *clause) {
    switch (clause->phrase.id) {
    case PHRASE_RECUSED_STAY:
    case PHRASE_TIE_LOST:
    case PHRASE_CHALLENGES_CHAIR:
    case PHRASE_BODY_NAMED:
    case PHRASE_HIT_UNIQUE:
    case PHRASE_AUTHORITY_UNIQUE:
        return true;
    default:
        return setting_row(clause->setting)->shape == SHAPE_VALUE && clause->expr && clause->expr->symbol &&
               text_is(clause->expr->symbol->path, "case_opened");
    }
}

typedef struct Said {
    Text key, written;
    bool told;
} Said;

typedef VEC(Said) SaidVec;

static SaidVec said_of(const Amendment *c, Side side, const Decl *decl, SettingId id) {
    SaidVec all = {0};
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting == id && !is_usual(clause))
            *vec_push(c->arena, &all) =
                (Said){clause_reading(c, side, clause, true), clause_reading(c, side, clause, false), false};
    }
    return all;
}

/* What both sides say is no difference, in whatever order they say it. */
static void leave_out_common(SaidVec *before, SaidVec *now) {
    for (size_t i = 0; i < before->len; i++)
        for (size_t k = 0; k < now->len && !before->at[i].told; k++)
            if (!now->at[k].told && text_equal(before->at[i].key, now->at[k].key))
                before->at[i].told = now->at[k].told = true;
}

static Text next_untold(const SaidVec *said, size_t *at) {
    while (*at < said->len && said->at[*at].told) (*at)++;
    return *at < said->len ? said->at[(*at)++].written : (Text){0};
}

/* Where one of each is left, the one has become the other; else each is told by itself. */
static void tell_left(Change *change, Text word, const SaidVec *before, const SaidVec *now, bool many) {
    size_t old = 0, new = 0;
    for (;;) {
        Text was = next_untold(before, &old),
             is = many && !text_empty(was) ? (Text){0} : next_untold(now, &new);
        if (text_empty(was) && text_empty(is)) return;
        change_say(change, word, was, is);
    }
}

static void compare_setting(Change *change, const DeclPair *pair, const SettingRow *row) {
    SaidVec before = said_of(change->c, BEFORE, pair->of[BEFORE], row->id);
    SaidVec now = said_of(change->c, NOW, pair->of[NOW], row->id);
    leave_out_common(&before, &now);
    tell_left(change, row->word, &before, &now, row->many && row->shape != SHAPE_STEP);
}

/* --- the first line ------------------------------------------------------------------------------------- */

static void compare_part(Change *change, const char *about, Text before, Text now) {
    if (!text_equal(common_name(&change->c->vocabulary, NOW, now), before) && !text_equal(now, before))
        change_say(change, text_of(about), before, now);
}

static Text expr_text(const Amendment *c, Side side, const Expr *expr, bool key) {
    if (!expr) return (Text){0};
    return key ? meaning_key(&c->vocabulary, side, expr) : expr_written(c->arena, expr);
}

static void compare_expr(Change *change, const char *about, const Expr *before, const Expr *now) {
    const Text keys[SIDES] = {expr_text(change->c, BEFORE, before, true),
                              expr_text(change->c, NOW, now, true)};
    const Text written[SIDES] = {expr_text(change->c, BEFORE, before, false),
                                 expr_text(change->c, NOW, now, false)};
    change_say_unlike(change, text_of(about), keys, written);
}

static void compare_first_line(Change *change, const Decl *before, const Decl *now) {
    const struct {
        const char *word;
        Text before, now;
    } parts[] = {{"title", before->title, now->title},
                 {"of", before->of.text, now->of.text},
                 {"by", before->by.text, now->by.text},
                 {"before", before->before.text, now->before.text},
                 {"for each", before->for_each.text, now->for_each.text},
                 {"to", before->to.text, now->to.text},
                 {"source", before->source, now->source}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        compare_part(change, parts[i].word, parts[i].before, parts[i].now);
    compare_expr(change, "type", before->type, now->type);
    compare_expr(change, "when", before->when, now->when);
}

/* --- fields and members --------------------------------------------------------------------------------- */

/* By its name in both editions. */
static const FieldDecl *field_named(const Amendment *c, Side side, const Decl *decl, Text name) {
    for (size_t i = 0; i < decl->fields.len; i++)
        if (text_equal(common_inner(&c->vocabulary, side, decl->fields.at[i].symbol), name))
            return &decl->fields.at[i];
    return NULL;
}

/* "material beyond 10%" */
static Text attribute_text(const Amendment *c, const Attribute *attribute) {
    Buf buf = buf_new(c->arena);
    buf_text(&buf, attribute->word.text);
    if (!text_empty(attribute->then.text)) buf_format(&buf, " %.*s", TEXT_ARG(attribute->then.text));
    if (attribute->value) buf_format(&buf, " %.*s", TEXT_ARG(expr_written(c->arena, attribute->value)));
    return buf_done(&buf);
}

static int compare_texts(const void *a, const void *b) {
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* "money USD, optional": its attributes in the order of the alphabet, for their order says nothing. */
static Text field_text(const Amendment *c, Side side, const FieldDecl *field, bool key) {
    if (!field) return (Text){0};
    size_t count = 1;
    Text *parts = arena_array(c->arena, Text, field->attributes.len + 1);
    Text type = expr_written(c->arena, field->type);
    parts[0] = key ? common_name(&c->vocabulary, side, type) : type;
    for (size_t i = 0; i < field->attributes.len; i++)
        if (!text_is(field->attributes.at[i].word.text, "was"))
            parts[count++] = attribute_text(c, &field->attributes.at[i]);
    qsort(parts + 1, count - 1, sizeof *parts, compare_texts);
    return text_join(c->arena, parts, count, ", ");
}

/* Of what is called otherwise than before: "sender : text". */
static Text named_field_text(const Amendment *c, Side side, const FieldDecl *field) {
    return text_format(c->arena, "%.*s : %.*s", TEXT_ARG(field->name.text),
                       TEXT_ARG(field_text(c, side, field, false)));
}

static void compare_field(Change *change, Text name, const FieldDecl *before, const FieldDecl *now) {
    if (before && now && !text_equal(before->name.text, now->name.text)) {
        change_say(change, name, named_field_text(change->c, BEFORE, before),
                   named_field_text(change->c, NOW, now));
        return;
    }
    const Text keys[SIDES] = {field_text(change->c, BEFORE, before, true),
                              field_text(change->c, NOW, now, true)};
    const Text written[SIDES] = {field_text(change->c, BEFORE, before, false),
                                 field_text(change->c, NOW, now, false)};
    change_say_unlike(change, name, keys, written);
}

static void compare_fields(Change *change, const Decl *before, const Decl *now) {
    for (size_t i = 0; i < before->fields.len; i++) {
        Text name = before->fields.at[i].name.text;
        compare_field(change, name, &before->fields.at[i], field_named(change->c, NOW, now, name));
    }
    for (size_t i = 0; i < now->fields.len; i++) {
        Text name = common_inner(&change->c->vocabulary, NOW, now->fields.at[i].symbol);
        if (!field_named(change->c, BEFORE, before, name))
            compare_field(change, name, NULL, &now->fields.at[i]);
    }
}

/* The member's name in both editions. */
static Text member_common(const Amendment *c, Side side, const Decl *decl, const MemberDecl *member) {
    const Symbol *symbol = map_get(&decl->symbol->inner, member->name.text);
    return symbol ? common_inner(&c->vocabulary, side, symbol) : member->name.text;
}

static const MemberDecl *member_named(const Amendment *c, Side side, const Decl *decl, Text name) {
    for (size_t i = 0; i < decl->members.len; i++)
        if (text_equal(member_common(c, side, decl, &decl->members.at[i]), name)) return &decl->members.at[i];
    return NULL;
}

static Text member_text(const Amendment *c, const MemberDecl *member) {
    if (!member) return (Text){0};
    if (text_empty(member->title)) return member->name.text;
    return text_format(c->arena, "%.*s \"%.*s\"", TEXT_ARG(member->name.text), TEXT_ARG(member->title));
}

static void compare_member(Change *change, const MemberDecl *before, const MemberDecl *now) {
    const Text texts[SIDES] = {member_text(change->c, before), member_text(change->c, now)};
    change_say_unlike(change, TEXT("member"), texts, texts);
}

static void compare_members(Change *change, const Decl *before, const Decl *now) {
    for (size_t i = 0; i < before->members.len; i++)
        compare_member(change, &before->members.at[i],
                       member_named(change->c, NOW, now, before->members.at[i].name.text));
    for (size_t i = 0; i < now->members.len; i++)
        if (!member_named(change->c, BEFORE, before, member_common(change->c, NOW, now, &now->members.at[i])))
            compare_member(change, NULL, &now->members.at[i]);
}

void compare_settings(Change *change, const DeclPair *pair) {
    const Decl *before = pair->of[BEFORE], *now = pair->of[NOW];
    compare_first_line(change, before, now);
    for (int id = SETTING_NONE + 1; id < SETTING_COUNT; id++) {
        const SettingRow *row = setting_row((SettingId)id);
        if (row->decl == before->kind && !has_its_own_file((SettingId)id)) compare_setting(change, pair, row);
    }
    compare_fields(change, before, now);
    compare_members(change, before, now);
}
