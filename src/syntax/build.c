/* The constructors of declarations and clauses. */
#include "syntax/build.h"

#include "grammar_parser.h"

/* --- declarations --------------------------------------------------------------------------------------- */

void decl_begin(Builder *builder, DeclKind kind, Span word) {
    builder->decl = arena_make(builder->arena, Decl);
    builder->decl->kind = kind;
    builder->decl->word = builder->decl->at = word;
    builder->broken_head = false;
}

static void twice(Builder *builder, Span at, const char *what) {
    if (builder->decl->broken || builder->scan->failed) return;
    DIAGNOSE(builder->diagnostics, DIAG_HEADER_TWICE, at, span_shown(builder, at), text_of(what))->mend =
        scan_quote_mend(builder->scan, at);
}

static const struct HeaderRow {
    size_t offset;
    const char *what;
} header_rows[] = {
    [HEADER_NAME] = {offsetof(Decl, name), "a name"},
    [HEADER_OF] = {offsetof(Decl, of), "an \"of\""},
    [HEADER_BY] = {offsetof(Decl, by), "a \"by\""},
    [HEADER_BEFORE] = {offsetof(Decl, before), "a \"before\""},
    [HEADER_FOR_EACH] = {offsetof(Decl, for_each), "a \"for each\""},
    [HEADER_TO] = {offsetof(Decl, to), "a \"to\""},
    [HEADER_WAS] = {offsetof(Decl, was), "a \"was\""},
};

void decl_part(Builder *builder, HeaderPart part, Span name) {
    Name *slot = (Name *)(void *)((char *)builder->decl + header_rows[part].offset);
    if (!text_empty(slot->text))
        twice(builder, name, header_rows[part].what);
    else
        *slot = name_at(builder, name);
}

void decl_type(Builder *builder, Expr *type) {
    if (builder->decl->type)
        twice(builder, type->at, "a type");
    else
        builder->decl->type = type;
}

void decl_title(Builder *builder, Span string) {
    if (!span_nowhere(builder->decl->title_at)) {
        twice(builder, string, "a title");
        return;
    }
    builder->decl->title = string_at(builder, string);
    builder->decl->title_at = string;
}

void decl_source(Builder *builder, Span string) {
    if (!text_empty(builder->decl->source)) twice(builder, string, "a source");
    builder->decl->source = string_at(builder, string);
}

void decl_when(Builder *builder, Expr *condition) {
    builder->decl->when = condition;
}

void decl_from(Builder *builder, Span string) {
    if (!text_empty(builder->decl->from.text)) twice(builder, string, "a \"from\"");
    builder->decl->from = (Name){string_at(builder, string), string};
}

void decl_broken(Builder *builder) {
    builder->decl->broken = true;
}

/* What has a name is kept even when the rest of its first line could not be read: it can be named elsewhere.
 */
static void finish(Builder *builder, Span at) {
    const Decl *decl = builder->decl;
    builder->decl->at = at;
    if (!decl->broken || decl_titled(decl->kind) || !text_empty(decl->name.text))
        *vec_push(builder->arena, &builder->rules->decls) = builder->decl;
}

static void needs_block(Builder *builder, Span header) {
    builder->decl->lossy = true;
    if (builder->decl->broken) return;
    DIAGNOSE(builder->diagnostics, DIAG_NEEDS_BLOCK, header, decl_row(builder->decl->kind)->what);
}

void decl_end(Builder *builder, Span at) {
    bool elsewhere = !text_empty(builder->decl->from.text);
    if (decl_row(builder->decl->kind)->block != BLOCK_NOTHING && !elsewhere) needs_block(builder, at);
    finish(builder, at);
}

/* The scanner gives a { that was forgotten, and that has no width. */
static bool is_forgotten(Span brace) {
    return brace.start == brace.end;
}

void decl_end_block(Builder *builder, Span header, Span open, Span close) {
    if (is_forgotten(open)) needs_block(builder, header);
    finish(builder, span_join(header, close));
}

void decl_refuse_block(Builder *builder, Span brace) {
    DIAGNOSE(builder->diagnostics, DIAG_NO_BLOCK, brace, decl_row(builder->decl->kind)->what);
    finish(builder, span_join(builder->decl->word, brace));
}

void decl_unclosed(Builder *builder, Span header, Span brace) {
    if (is_forgotten(brace))
        needs_block(builder, header);
    else
        DIAGNOSE(builder->diagnostics, DIAG_OPEN_BLOCK, brace, (Text){0});
    finish(builder, span_join(builder->decl->word, brace));
}

/* A setting that stands between declarations: the block it belongs to was closed too early. */
static Text stray_setting(Builder *builder, Text word) {
    for (int id = 1; id < SETTING_COUNT; id++) {
        const SettingRow *row = setting_row((SettingId)id);
        if (!text_equal(row->word, word)) continue;
        return text_format(builder->arena, "\"%.*s\" is a setting of %.*s: is there a } too many above it?",
                           TEXT_ARG(word), TEXT_ARG(decl_row(row->decl)->what));
    }
    return (Text){0};
}

void decl_unknown(Builder *builder, Span word) {
    Text words[DECL_KIND_COUNT], written = span_text(builder, word);
    for (int kind = 0; kind < DECL_KIND_COUNT; kind++) words[kind] = decl_row((DeclKind)kind)->word;
    Diagnostic *diagnostic = DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_DECLARATION, word, written);
    diagnostic_did_you_mean(builder->diagnostics, diagnostic, written, words, DECL_KIND_COUNT);
    if (text_empty(diagnostic->mend)) diagnostic->mend = stray_setting(builder, written);
}

void setting_unknown(Builder *builder, Span word) {
    Text words[SETTING_COUNT], written = span_text(builder, word);
    size_t count = 0;
    for (int id = 1; id < SETTING_COUNT; id++) {
        const SettingRow *row = setting_row((SettingId)id);
        if (row->decl == builder->decl->kind) words[count++] = row->word;
    }
    Text what = decl_row(builder->decl->kind)->what;
    builder->decl->lossy = true;
    Diagnostic *diagnostic = DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_SETTING, word, written, what);
    diagnostic_did_you_mean(builder->diagnostics, diagnostic, written, words, count);
    int nearest = text_nearest(written, words, count);
    if (nearest >= 0)
        *vec_push(builder->arena, &builder->decl->lost) =
            setting_find(builder->decl->kind, words[nearest])->id;
}

void field_add(Builder *builder, Span name, Expr *type) {
    FieldDecl *field = vec_push(builder->arena, &builder->decl->fields);
    field->name = name_at(builder, name);
    field->type = type;
    field->at = type ? span_join(name, type->at) : name;
}

/* The fact of a broken line can be named all the same; that it is of no type known is reported nowhere. */
static void keep_field(Builder *builder) {
    const Decl *decl = builder->decl;
    Span name = builder->scan->lead;
    bool kept = decl->fields.len > 0 && decl->fields.at[decl->fields.len - 1].name.at.start == name.start;
    if (!kept) field_add(builder, name, NULL);
}

void line_broken(Builder *builder) {
    const Scan *scan = builder->scan;
    builder->decl->lossy = true;
    if (scan->leads == T_FIELD) keep_field(builder);
    if (scan->leads == T_ROW) row_lost(builder, &builder->row);
    if (scan->setting != SETTING_NONE)
        *vec_push(builder->arena, &builder->decl->lost) = (SettingId)scan->setting;
}

void field_attribute(Builder *builder, Span word, Span then, Expr *value) {
    FieldDecl *field = &builder->decl->fields.at[builder->decl->fields.len - 1];
    Attribute *attribute = vec_push(builder->arena, &field->attributes);
    *attribute = (Attribute){.at = word, .word = name_at(builder, word), .value = value};
    if (!span_nowhere(then)) {
        attribute->then = name_at(builder, then);
        attribute->at = span_join(word, then);
    }
    if (value) attribute->at = span_join(word, value->at);
    field->at = span_join(field->at, attribute->at);
}

void member_add(Builder *builder, Span name) {
    vec_push(builder->arena, &builder->decl->members)->name = name_at(builder, name);
}

void member_title(Builder *builder, Span string) {
    MemberDecl *member = &builder->decl->members.at[builder->decl->members.len - 1];
    if (member->title.at) twice(builder, string, "a title");
    member->title = string_at(builder, string);
}

void member_was(Builder *builder, Span name) {
    MemberDecl *member = &builder->decl->members.at[builder->decl->members.len - 1];
    if (!text_empty(member->was.text)) twice(builder, name, "a \"was\"");
    member->was = name_at(builder, name);
}

/* --- clauses -------------------------------------------------------------------------------------------- */

static const Clause *clause_of(const Decl *decl, SettingId setting) {
    for (size_t i = 0; i < decl->clauses.len; i++) {
        if (decl->clauses.at[i].setting == setting) return &decl->clauses.at[i];
    }
    return NULL;
}

Clause *clause_add(Builder *builder, int setting, Span word, Span at) {
    const SettingRow *row = setting_row((SettingId)setting);
    const Clause *before = row->many ? NULL : clause_of(builder->decl, row->id);
    if (before) DIAGNOSE(builder->diagnostics, DIAG_SETTING_TWICE, word, row->word)->other = before->word;
    Clause *clause =
        before ? arena_make(builder->arena, Clause) : vec_push(builder->arena, &builder->decl->clauses);
    clause->setting = row->id;
    clause->word = word;
    clause->at = at;
    clause->from = clause->until = DATE_NONE;
    return clause;
}

void clause_text(Builder *builder, Clause *clause, Span string) {
    clause->text = string_at(builder, string);
}

void clause_names(Clause *clause, const NameList *names) {
    MOVE(clause->names, names);
}

void clause_phrase(Builder *builder, Clause *clause, const ItemList *items) {
    phrase_match(builder->diagnostics, clause->setting, items, clause->at, &clause->phrase);
}

void clause_day(Builder *builder, Clause *clause, Span day, Span title) {
    clause->from = date_at(builder, day);
    if (!span_nowhere(title)) clause->text = string_at(builder, title);
}

void clause_days(Builder *builder, Clause *clause, Expr *expr, DaySpans days) {
    clause->expr = expr;
    clause->from = date_at(builder, days.from);
    clause->until = date_at(builder, days.until);
}

Clause *clause_heading(Builder *builder, Clause *clause, Span heading, Expr *head, Expr *type) {
    clause->text = text_trim(string_at(builder, heading));
    clause->target = head;
    clause->expr = type;
    return clause;
}

void clause_attribute(Builder *builder, Clause *clause, Span attribute) {
    *vec_push(builder->arena, &clause->names) = name_at(builder, attribute);
}

void clause_cell(Builder *builder, Clause *clause, const Cell *cell) {
    clause->cell = arena_make(builder->arena, Cell);
    *clause->cell = *cell;
}

void clause_given(Clause *clause, Expr *fact, Expr *value) {
    clause->target = fact;
    clause->expr = value;
}

void clause_expect(Builder *builder, Clause *clause, Expr *expr, Span row) {
    clause->expr = expr;
    if (!span_nowhere(row)) clause->row = name_at(builder, row);
}

void clause_step(Builder *builder, Clause *clause, Span name, const ItemList *items,
                 const BranchList *branches) {
    *vec_push(builder->arena, &clause->names) = name_at(builder, name);
    clause_phrase(builder, clause, items);
    MOVE(clause->branches, branches);
}

NameList *names_add(Builder *builder, NameList *names, Span name) {
    if (!names) names = arena_make(builder->arena, NameList);
    *vec_push(builder->arena, names) = name_at(builder, name);
    return names;
}

ItemList *items_add(Builder *builder, ItemList *items, ItemKind kind, Span at) {
    if (!items) items = arena_make(builder->arena, ItemList);
    Text text = kind == ITEM_TEXT ? string_at(builder, at) : span_text(builder, at);
    *vec_push(builder->arena, items) = (PhraseItem){kind, at, text};
    return items;
}

BranchList *branches_add(Builder *builder, BranchList *branches, Span to, Expr *when, Span at) {
    if (!branches) branches = arena_make(builder->arena, BranchList);
    *vec_push(builder->arena, branches) = (Branch){.at = at, .to = name_at(builder, to), .when = when};
    return branches;
}

/* --- thresholds ----------------------------------------------------------------------------------------- */

static CountId count_at(Builder *builder, Span at) {
    CountId count = COUNT_MEMBERS;
    Text words = span_text(builder, at);
    if (count_find(words, &count)) return count;
    Text all[COUNT_COUNT];
    Buf list = buf_new(builder->arena);
    for (int id = 0; id < COUNT_COUNT; id++) {
        all[id] = count_words((CountId)id);
        if (id > 0) buf_cstr(&list, id + 1 == COUNT_COUNT ? " or " : ", ");
        buf_text(&list, all[id]);
    }
    Diagnostic *diagnostic = DIAGNOSE(builder->diagnostics, DIAG_UNKNOWN_COUNT, at, words, buf_done(&list));
    diagnostic_did_you_mean(builder->diagnostics, diagnostic, words, all, COUNT_COUNT);
    return count;
}

static Number divided(Builder *builder, Number number, Span over) {
    Number part = number;
    NumberError error = number_div(builder->arena, number, number_at(builder, over), &part);
    if (error == NUMBER_DIVIDED_BY_ZERO) DIAGNOSE(builder->diagnostics, DIAG_BAD_FRACTION, over, (Text){0});
    if (error == NUMBER_TOO_LARGE) DIAGNOSE(builder->diagnostics, DIAG_NUMBER_TOO_LARGE, over, (Text){0});
    return part;
}

/* A comparison whose counted side is not written holds what its setting counts: see clause_thresholds(). */
enum { COUNTED_BY_SETTING = COUNT_COUNT };

static Comparison *comparison_new(Builder *builder) {
    Comparison *comparison = arena_make(builder->arena, Comparison);
    comparison->counted = (CountId)COUNTED_BY_SETTING;
    return comparison;
}

Comparison *comparison_of_number(Builder *builder, Span number, Span over, Span count, bool of) {
    Comparison *comparison = comparison_new(builder);
    bool percent = text_ends(span_text(builder, number), TEXT("%"));
    comparison->quantity = percent ? percent_at(builder, number) : number_at(builder, number);
    if (!span_nowhere(over)) comparison->quantity = divided(builder, comparison->quantity, over);
    if (span_nowhere(count)) return comparison;
    CountId named = count_at(builder, count);
    comparison->of_count = of;
    *(of ? &comparison->base : &comparison->counted) = named;
    return comparison;
}

Comparison *comparison_of_root(Builder *builder, Span number, Span over, Span count) {
    Comparison *comparison = comparison_new(builder);
    comparison->quantity = span_nowhere(number) ? number_int(1) : number_at(builder, number);
    if (!span_nowhere(over)) comparison->quantity = divided(builder, comparison->quantity, over);
    comparison->root = true;
    comparison->base = count_at(builder, count);
    return comparison;
}

Comparison *comparison_sense(Comparison *comparison, bool at_least, Span at) {
    comparison->at_least = at_least;
    comparison->at = at;
    return comparison;
}

Comparison *comparison_including(Builder *builder, Comparison *comparison, Span number, Span role) {
    comparison->including_role = name_at(builder, role);
    comparison->at = span_join(comparison->at, role);
    if (!number_to_int(number_at(builder, number), &comparison->including)) {
        DIAGNOSE(builder->diagnostics, DIAG_NOT_WHOLE, number, span_text(builder, number));
    }
    return comparison;
}

ComparisonList *comparisons_add(Builder *builder, ComparisonList *all, const Comparison *comparison) {
    if (!all) all = arena_make(builder->arena, ComparisonList);
    *vec_push(builder->arena, all) = *comparison;
    return all;
}

/* What is held against a threshold when it is not written: who is there for a quorum, who prefers an option
 * to the default, else the votes for. */
static CountId counted_in(SettingId setting) {
    if (setting == SETTING_OPTION_QUORUM || setting == SETTING_OPTION_MAJORITY) return COUNT_VOTERS_OVER;
    return setting == SETTING_QUORUM ? COUNT_MEMBERS_PRESENT : COUNT_VOTES_FOR;
}

void clause_thresholds(Clause *clause, const ComparisonList *comparisons) {
    MOVE(clause->comparisons, comparisons);
    for (size_t i = 0; i < comparisons->len; i++) {
        CountId *counted = &clause->comparisons.at[i].counted;
        bool members = *counted == COUNT_MEMBERS && clause->setting == SETTING_QUORUM;
        if (members || (int)*counted == COUNTED_BY_SETTING) *counted = counted_in(clause->setting);
    }
}
