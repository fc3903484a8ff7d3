/* The outline: a charter's rules and workflows as a document, as their authors wrote them, for what shows
 * them again in another form (a handbook, pictures). It knows clauses, tables and steps, and no declaration
 * by its kind, so that a new one is in it at once. */
#include "service/service.h"

typedef struct Outline {
    Arena *arena;
    const Sources *sources;
} Outline;

/* What stands in a source as one line: without comments, and with one space where there are several. */
static Text plain(const Outline *o, Span span) {
    Text text = source_text(o->sources, span);
    Buf buf = buf_new(o->arena);
    bool quoted = false, space = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (!quoted && c == '#')
            while (i + 1 < text.len && text.at[i + 1] != '\n') i++;
        bool blank = !quoted && (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '#');
        if (!blank && space && buf.len) buf_char(&buf, ' ');
        if (!blank) buf_char(&buf, c);
        space = blank;
        if (c == '"' && (i == 0 || text.at[i - 1] != '\\')) quoted = !quoted;
    }
    return buf_done(&buf);
}

static void add_text(const Outline *o, Tree *list, Text text) {
    tree_add(o->arena, list, tree_text(o->arena, text));
}

static void set_place(const Outline *o, Tree *map, Span at) {
    Place place = source_place(o->sources, at);
    tree_set_text(o->arena, map, "path", place.path);
    tree_set_int(o->arena, map, "line", place.line);
}

/* --- declarations --------------------------------------------------------------------------------------- */

static void outline_parts(const Outline *o, Tree *map, const Decl *decl) {
    const struct {
        const char *word;
        Text name;
    } parts[] = {{"of", decl->of.text},         {"by", decl->by.text},
                 {"before", decl->before.text}, {"for_each", decl->for_each.text},
                 {"to", decl->to.text},         {"from", decl->from.text},
                 {"was", decl->was.text}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        tree_set_some(o->arena, map, parts[i].word, parts[i].name);
    if (decl->type) tree_set_text(o->arena, map, "type", plain(o, decl->type->at));
    if (decl->when) tree_set_text(o->arena, map, "when", plain(o, decl->when->at));
}

/* A review's step says what happens, then where it leads. */
static void outline_branches(const Outline *o, Tree *map, const Clause *clause) {
    if (clause->branches.len == 0) return;
    tree_set_text(o->arena, map, "step", clause->names.len ? clause->names.at[0].text : (Text){0});
    Tree *next = tree_set_list(o->arena, map, "next");
    for (size_t i = 0; i < clause->branches.len; i++) {
        const Branch *branch = &clause->branches.at[i];
        Tree *way = tree_add_map(o->arena, next);
        tree_set_text(o->arena, way, "to", branch->to.text);
        if (branch->when) tree_set_text(o->arena, way, "when", plain(o, branch->when->at));
    }
}

static void outline_settings(const Outline *o, Tree *map, const Decl *decl) {
    if (decl->clauses.len == 0) return;
    Tree *settings = tree_set_list(o->arena, map, "settings");
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        const SettingRow *row = setting_row(clause->setting);
        Tree *setting = tree_add_map(o->arena, settings);
        tree_set_text(o->arena, setting, "word", row->word);
        Span argument = {clause->at.file, clause->word.end, clause->at.end};
        tree_set_text(o->arena, setting, "says", plain(o, argument));
        tree_set_text(o->arena, setting, "about", row->sentence);
        outline_branches(o, setting, clause);
    }
}

static void outline_fields(const Outline *o, Tree *map, const Decl *decl) {
    if (decl->fields.len == 0) return;
    Tree *fields = tree_set_list(o->arena, map, "fields");
    for (size_t i = 0; i < decl->fields.len; i++) {
        const FieldDecl *field = &decl->fields.at[i];
        Tree *item = tree_add_map(o->arena, fields);
        tree_set_text(o->arena, item, "name", field->name.text);
        tree_set_text(o->arena, item, "type", plain(o, field->type->at));
        Tree *attributes = tree_set_list(o->arena, item, "attributes");
        for (size_t k = 0; k < field->attributes.len; k++)
            add_text(o, attributes, plain(o, field->attributes.at[k].at));
    }
}

static void outline_members(const Outline *o, Tree *map, const Decl *decl) {
    if (decl->members.len == 0) return;
    Tree *members = tree_set_list(o->arena, map, "members");
    for (size_t i = 0; i < decl->members.len; i++) {
        Tree *item = tree_add_map(o->arena, members);
        tree_set_text(o->arena, item, "name", decl->members.at[i].name.text);
        tree_set_some(o->arena, item, "title", decl->members.at[i].title);
        tree_set_some(o->arena, item, "was", decl->members.at[i].was.text);
    }
}

static void outline_table(const Outline *o, Tree *map, const Table *table) {
    if (!table) return;
    Tree *out = tree_set_map(o->arena, map, "table");
    Tree *columns = tree_set_list(o->arena, out, "columns"), *rows = tree_set_list(o->arena, out, "rows");
    for (size_t i = 0; i < table->columns.len; i++) {
        Tree *column = tree_add_map(o->arena, columns);
        tree_set_text(o->arena, column, "head", plain(o, table->columns.at[i].at));
        tree_set_bool(o->arena, column, "result", table->columns.at[i].output);
    }
    for (size_t i = 0; i < table->rows.len; i++) {
        Tree *row = tree_list(o->arena);
        for (size_t k = 0; k < table->rows.at[i].cells.len; k++)
            add_text(o, row, plain(o, table->rows.at[i].cells.at[k].at));
        tree_add(o->arena, rows, row);
    }
}

static void outline_decl(const Outline *o, Tree *list, const Decl *decl) {
    Tree *map = tree_add_map(o->arena, list);
    tree_set_text(o->arena, map, "declares", decl_row(decl->kind)->word);
    tree_set_text(o->arena, map, "what", decl_row(decl->kind)->what);
    tree_set_some(o->arena, map, "name", decl->name.text);
    tree_set_some(o->arena, map, "title", decl->title);
    tree_set_some(o->arena, map, "source", decl->source);
    set_place(o, map, decl->at);
    outline_parts(o, map, decl);
    outline_settings(o, map, decl);
    outline_fields(o, map, decl);
    outline_members(o, map, decl);
    outline_table(o, map, decl->table);
}

/* The comment that a file begins with says what it is about. */
static Text first_comment(const Outline *o, Text text) {
    Buf buf = buf_new(o->arena);
    Text rest = text, line;
    while (text_next(&rest, '\n', &line) && text_starts(line, TEXT("#"))) {
        if (buf.len) buf_char(&buf, ' ');
        buf_text(&buf, text_trim(text_part(line, 1, line.len)));
    }
    return buf_done(&buf);
}

static void outline_file(const Outline *o, Tree *list, const RuleFile *file) {
    const SourceFile *source = &o->sources->files.at[file->file];
    Tree *map = tree_add_map(o->arena, list);
    tree_set_text(o->arena, map, "path", source->path);
    tree_set_some(o->arena, map, "about", first_comment(o, source->text));
    Tree *declarations = tree_set_list(o->arena, map, "declarations");
    for (size_t i = 0; i < file->decls.len; i++) outline_decl(o, declarations, file->decls.at[i]);
}

/* --- workflows ------------------------------------------------------------------------------------------ */

static Text duration_text(const Outline *o, Duration duration) {
    Buf buf = buf_new(o->arena);
    duration_write(&buf, duration);
    return buf_done(&buf);
}

static void set_names(const Outline *o, Tree *map, const char *key, const Name *names, size_t count) {
    if (count == 0) return;
    Tree *list = tree_set_list(o->arena, map, key);
    for (size_t i = 0; i < count; i++) add_text(o, list, names[i].text);
}

static void outline_next(const Outline *o, Tree *map, const StepDecl *step) {
    Tree *list = tree_set_list(o->arena, map, "next");
    for (size_t i = 0; i < step->next.len; i++) {
        const NextDecl *next = &step->next.at[i];
        Tree *way = tree_add_map(o->arena, list);
        tree_set_text(o->arena, way, "to", next->to.text);
        tree_set_some(o->arena, way, "outcome", next->outcome);
        if (next->when) tree_set_text(o->arena, way, "when", plain(o, next->when->at));
    }
}

static void outline_step(const Outline *o, Tree *list, const StepDecl *step, Text parent) {
    Tree *map = tree_add_map(o->arena, list);
    tree_set_text(o->arena, map, "name", step->name.text);
    tree_set_text(o->arena, map, "step", step_kind_key(step->kind));
    tree_set_some(o->arena, map, "subject", step->subject.text);
    tree_set_some(o->arena, map, "parent", parent);
    set_names(o, map, "by", step->by.at, step->by.len);
    set_names(o, map, "collects", step->collects.at, step->collects.len);
    if (step->within.amount) tree_set_text(o->arena, map, "within", duration_text(o, step->within));
    tree_set_some(o->arena, map, "decision", step->decision.text);
    tree_set_some(o->arena, map, "options", step->options.text);
    if (step_conditional(step)) tree_set_text(o->arena, map, "conditions", TEXT("allowed"));
    if (step->holds.amount) tree_set_text(o->arena, map, "holds", duration_text(o, step->holds));
    tree_set_some(o->arena, map, "renewal", step->renewal.text);
    if (step->ahead.amount) tree_set_text(o->arena, map, "ahead", duration_text(o, step->ahead));
    set_names(o, map, "ongoing", step->ongoing.at, step->ongoing.len);
    outline_next(o, map, step);
    for (size_t i = 0; i < step->branches.len; i++) /* parallel steps hold none of their kind: one level */
        outline_step(o, list, step->branches.at[i], step->name.text);
}

static void outline_workflow(const Outline *o, Tree *list, const WorkflowDecl *workflow) {
    Tree *map = tree_add_map(o->arena, list);
    tree_set_text(o->arena, map, "name", workflow->name.text);
    tree_set_some(o->arena, map, "title", workflow->title);
    tree_set_some(o->arena, map, "source", workflow->source);
    tree_set_text(o->arena, map, "of", workflow->of.text);
    tree_set_text(o->arena, map, "start", workflow->start.text);
    set_place(o, map, workflow->at);
    Tree *steps = tree_set_list(o->arena, map, "steps");
    for (size_t i = 0; i < workflow->steps.len; i++) outline_step(o, steps, workflow->steps.at[i], (Text){0});
}

static void outline_ast(const Outline *o, Tree *document, const Ast *ast) {
    Tree *files = tree_set_list(o->arena, document, "files");
    for (size_t i = 0; i < ast->files.len; i++) outline_file(o, files, ast->files.at[i]);
    Tree *workflows = tree_set_list(o->arena, document, "workflows");
    for (size_t i = 0; i < ast->workflows.len; i++) outline_workflow(o, workflows, ast->workflows.at[i]);
}

static void say_outline(bylaw_result *result, void *context) {
    const Charter *charter = &((const bylaw_rules *)context)->charter;
    Outline outline = {result->arena, charter->sources};
    result_kind(result, BYLAW_DONE, "outline");
    tree_set_text(result->arena, result->document, "charter", charter->name);
    tree_set_text(result->arena, result->document, "title", charter->program->title);
    tree_set_text(result->arena, result->document, "edition", charter->program->edition);
    outline_ast(&outline, result->document, charter->model->ast);
}

bylaw_result *bylaw_rules_outline(const bylaw_rules *rules) {
    return result_of(say_outline, (void *)(uintptr_t)rules);
}
