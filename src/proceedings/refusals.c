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

Text refusal_rule(Arena *arena, const Refusal *refusal) {
    return text_copy(arena, text_empty(refusal->where) ? rows[refusal->code].rule : refusal->where);
}

static Text filled(Arena *arena, Text template, const Refusal *refusal) {
    Buf buf = buf_new(arena);
    buf_fill(&buf, template, refusal->args, REFUSAL_ARGS);
    return buf_done(&buf);
}

Text refusal_sentence(Arena *arena, const Refusal *refusal) {
    return filled(arena, rows[refusal->code].sentence, refusal);
}

Text refusal_mend(Arena *arena, const Refusal *refusal) {
    return filled(arena, rows[refusal->code].mend, refusal);
}
