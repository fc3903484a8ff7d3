#include "proceedings/refusals.h"

typedef struct RefusalRow {
    Text name, rule, sentence, mend;
} RefusalRow;

static const RefusalRow rows[] = {
#define X(name, rule, sentence, mend) {TEXT_ROW(#name), TEXT_ROW(rule), TEXT_ROW(sentence), TEXT_ROW(mend)},
    REFUSALS(X)
#undef X
};

Text refusal_name(RefusalCode code) {
    return rows[code].name;
}

static const struct {
    Text code, sentence;
} laws[] = {
#define X(code, sentence) {TEXT_ROW(code), TEXT_ROW(sentence)},
    CITED_LAWS(X)
#undef X
};

Text refusal_rule(Arena *arena, const Refusal *refusal) {
    if (!text_empty(refusal->where)) return text_copy(arena, refusal->where);
    Text rule = rows[refusal->code].rule;
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++)
        if (text_equal(laws[i].code, rule))
            return text_format(arena, "%.*s (law %.*s)", TEXT_ARG(laws[i].sentence), TEXT_ARG(rule));
    return text_copy(arena, rule);
}

Text refusal_sentence(Arena *arena, const Refusal *refusal) {
    return text_fill(arena, rows[refusal->code].sentence, refusal->args, REFUSAL_ARGS);
}

Text refusal_mend(Arena *arena, const Refusal *refusal) {
    return text_fill(arena, rows[refusal->code].mend, refusal->args, REFUSAL_ARGS);
}
