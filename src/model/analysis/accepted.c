/* Warnings that are accepted are told no more, but counted; an acceptance of what is not found is a warning.
 */
#include "model/analysis/analysis.h"

static bool lies_in(Span at, Span whole) {
    return at.file == whole.file && at.start >= whole.start && at.end <= whole.end;
}

/* Rows that are read from a file stand in it. */
static bool lies_in_decl(Span at, const Decl *decl) {
    bool file = decl->table && decl->table->at.file != decl->at.file && at.file == decl->table->at.file;
    return file || lies_in(at, decl->at);
}

static bool is_called(const Decl *decl, Text name) {
    bool nameless = decl->kind == DECL_POWERS || decl->kind == DECL_CHARTER;
    return nameless ? text_equal(decl_row(decl->kind)->word, name)
                    : decl->kind != DECL_ACCEPT && text_equal(decl->name.text, name);
}

static bool lies_in_called(const Ast *ast, Span at, Text name) {
    for (size_t f = 0; f < ast->files.len; f++)
        for (size_t i = 0; i < ast->files.at[f]->decls.len; i++) {
            const Decl *decl = ast->files.at[f]->decls.at[i];
            if (is_called(decl, name) && lies_in_decl(at, decl)) return true;
        }
    for (size_t i = 0; i < ast->workflows.len; i++)
        if (text_equal(ast->workflows.at[i]->name.text, name) && lies_in(at, ast->workflows.at[i]->at))
            return true;
    return false;
}

/* Takes out what it accepts; how many those were. */
static size_t take_accepted(const Ast *ast, const Decl *accept, Diagnostics *out) {
    size_t kept = 0, found = out->all.len;
    for (size_t i = 0; i < found; i++) {
        const Diagnostic *diagnostic = &out->all.at[i];
        bool accepted = text_equal(diagnostic_code(diagnostic->code), accept->name.text) &&
                        lies_in_called(ast, diagnostic->at, accept->of.text);
        if (!accepted) out->all.at[kept++] = *diagnostic;
    }
    for (size_t i = kept; i < found; i++) out->all.at[i] = (Diagnostic){0};
    out->all.len = kept;
    return found - kept;
}

void analyse_accepted(const Model *model, Diagnostics *diagnostics) {
    const Ast *ast = model->ast;
    for (size_t f = 0; f < ast->files.len; f++)
        for (size_t i = 0; i < ast->files.at[f]->decls.len; i++) {
            const Decl *decl = ast->files.at[f]->decls.at[i];
            if (decl->kind != DECL_ACCEPT) continue;
            size_t taken = take_accepted(ast, decl, diagnostics);
            diagnostics->accepted += taken;
            if (taken == 0)
                DIAGNOSE(diagnostics, DIAG_ACCEPTS_NOTHING, decl->name.at, decl->name.text, decl->of.text);
        }
}
