#include "model/check.h"

static const Text SYMBOL_WHATS[] = {
#define X(name, what) TEXT_ROW(what),
    SYMBOL_KINDS(X)
#undef X
};

Text symbol_what(SymbolKind kind) {
    return kind < SYMBOL_KIND_COUNT ? SYMBOL_WHATS[kind] : TEXT("nothing");
}

Text quoted(Checker *c, Text word) {
    return text_format(c->arena, "\"%.*s\"", TEXT_ARG(word));
}

Text decl_called(Checker *c, const Decl *decl) {
    Text word = decl_row(decl->kind)->word;
    Text name = text_empty(decl->name.text) ? decl->title : decl->name.text;
    if (text_empty(name)) return text_format(c->arena, "the %.*s", TEXT_ARG(word));
    return text_format(c->arena, "%.*s \"%.*s\"", TEXT_ARG(word), TEXT_ARG(name));
}

Span decl_place(const Decl *decl) {
    if (!text_empty(decl->name.text)) return decl->name.at;
    return span_nowhere(decl->title_at) ? decl->word : decl->title_at;
}

static bool span_within(Span inner, Span outer) {
    return inner.file == outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

bool decl_failed(const Checker *c, const Decl *decl) {
    bool elsewhere = !text_empty(decl->from.text) && decl->table && decl->table->columns.len;
    if (decl->lossy || decl->broken) return true;
    for (size_t i = 0; i < c->out->all.len; i++) {
        const Diagnostic *found = &c->out->all.at[i];
        if (diagnostic_severity(found->code) != SEVERITY_ERROR) continue;
        if (span_within(found->at, decl->at)) return true;
        if (elsewhere && found->at.file == decl->table->columns.at[0].at.file) return true;
    }
    return false;
}

/* "working days by company" */
Text duration_called(Checker *c, Type type) {
    const Symbol *const *calendars = (const Symbol *const *)c->model->of_kind[SYMBOL_CALENDAR].at;
    Buf buf = buf_new(c->arena);
    unit_write(&buf, type.unit, false);
    if (type.unit == UNIT_WORKING_DAYS && type.calendar >= 0)
        buf_format(&buf, " by %.*s", TEXT_ARG(calendars[type.calendar]->name));
    return buf_done(&buf);
}

Text type_called(Checker *c, Type type) {
    switch (type.kind) {
    case TYPE_NONE:
        return TEXT("nothing");
    case TYPE_YES_NO:
        return TEXT("yes or no");
    case TYPE_INTEGER:
        return TEXT("a whole number");
    case TYPE_DECIMAL:
        return TEXT("a number");
    case TYPE_PERCENT:
        return TEXT("a percentage");
    case TYPE_TEXT:
        return TEXT("a text");
    case TYPE_DATE:
        return TEXT("a date");
    case TYPE_INSTANT:
        return TEXT("an instant");
    case TYPE_DURATION:
        return duration_called(c, type);
    case TYPE_PERSON:
        return TEXT("a person");
    case TYPE_OFFICE:
        return TEXT("an office");
    case TYPE_BODY:
        return TEXT("a body");
    case TYPE_DECIDER:
        return TEXT("a body, an office or a person");
    case TYPE_ENUM:
        return text_format(c->arena, "one of \"%.*s\"", TEXT_ARG(type.enumeration->name));
    default:
        return type_text(c->arena, type);
    }
}

void suggest(Checker *c, Diagnostic *diagnostic, Text word, const TextVec *candidates) {
    diagnostic_did_you_mean(c->out, diagnostic, word, candidates->at, candidates->len);
    if (text_empty(diagnostic_mend(c->arena, diagnostic)))
        diagnostic->mend = text_offer(c->arena, word, candidates->at, candidates->len);
}

void candidates_of(Checker *c, TextVec *candidates, const Map *names, SymbolKinds kinds) {
    for (size_t i = 0; i < names->len; i++) {
        const Symbol *symbol = names->items[i].value;
        if (kinds & KIND_BIT(symbol->kind)) *vec_push(c->arena, candidates) = symbol->name;
    }
}
