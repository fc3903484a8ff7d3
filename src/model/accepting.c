/* Warnings that an author accepts: which, of what, and why. What they are found in is held against them when
 * all has been found (model/analysis/accepted.c). */
#include "model/check.h"

static void not_a_warning(Checker *c, Name code) {
    TextVec codes = {0};
    for (DiagnosticCode i = 0; i < DIAG_COUNT; i++)
        if (diagnostic_severity(i) == SEVERITY_WARNING) *vec_push(c->arena, &codes) = diagnostic_code(i);
    DiagnosticCode error;
    Diagnostic *found = REPORT(c, NOT_A_WARNING, code.at, code.text);
    if (diagnostic_find(code.text, &error))
        found->mend = TEXT("mend what is wrong: an error cannot be accepted");
    else
        suggest(c, found, code.text, &codes);
}

/* What has no name of its own is called by its word: powers, charter. */
static bool names_declaration(Checker *c, Text name) {
    return text_is(name, "powers") || text_is(name, "charter") || map_get(&c->model->globals, name);
}

void check_accept(Checker *c, const Decl *decl) {
    DiagnosticCode code;
    bool known = diagnostic_find(decl->name.text, &code);
    if (!text_empty(decl->name.text) && (!known || diagnostic_severity(code) != SEVERITY_WARNING))
        not_a_warning(c, decl->name);
    if (decl->broken) return;
    if (text_empty(decl->title))
        REPORT(c, PART_NEEDED, decl->word, decl_row(decl->kind)->what, TEXT("the reason in quotes"));
    if (text_empty(decl->of.text))
        REPORT(c, PART_NEEDED, decl->word, decl_row(decl->kind)->what, TEXT("of NAME"));
    else if (!names_declaration(c, decl->of.text))
        REPORT(c, UNKNOWN_NAME, decl->of.at, decl->of.text, TEXT("a declaration or a workflow"));
}
