/* What a code of check says, as its page does. */
#include "service/explanation.h"
#include "service/service.h"

/* Where the line after `from` begins that begins with "## "; the end of the page where there is none. */
static size_t next_section(Text page, size_t from) {
    for (size_t i = from; i + 4 < page.len; i++)
        if (page.at[i] == '\n' && text_starts(text_part(page, i + 1, page.len), TEXT("## "))) return i + 1;
    return page.len;
}

static Text section_of(Text page, Text code) {
    for (size_t at = next_section(page, 0); at < page.len; at = next_section(page, at)) {
        Text section = text_part(page, at, next_section(page, at));
        Text rest = section, heading;
        text_next(&rest, '\n', &heading);
        if (text_equal(text_trim(text_part(heading, 2, heading.len)), code)) return section;
    }
    return (Text){0};
}

static void say_no_such_code(bylaw_result *result, Text code) {
    Text codes[DIAG_COUNT];
    for (DiagnosticCode i = 0; i < DIAG_COUNT; i++) codes[i] = diagnostic_code(i);
    Text sentence = text_format(result->arena, "check finds nothing under the code \"%.*s\"", TEXT_ARG(code));
    Text offer = text_offer(result->arena, code, codes, DIAG_COUNT);
    Text mend = TEXT("a code looks like E0102 or W0655; docs/diagnostics.md lists them");
    result_problem(result, BYLAW_USAGE, sentence, text_empty(offer) ? mend : offer);
}

static void say_explanation(bylaw_result *result, void *context) {
    Text page = {(const char *)diagnostics_page, diagnostics_page_length};
    Text code = text_of(context), section = section_of(page, code);
    if (text_empty(section)) {
        say_no_such_code(result, code);
        return;
    }
    result_kind(result, BYLAW_DONE, "explanation");
    tree_set_text(result->arena, result->document, "code", code);
    Text text = text_format(result->arena, "%.*s\n", TEXT_ARG(text_trim(section)));
    tree_set_text(result->arena, result->document, "text", text);
}

bylaw_result *bylaw_explain(const char *code) {
    return result_of(say_explanation, (void *)(uintptr_t)code);
}
