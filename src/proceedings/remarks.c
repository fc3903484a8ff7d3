#include "proceedings/remarks.h"
#include "proceedings/turn.h"

typedef struct RemarkRow {
    Text name, sentence, mend;
} RemarkRow;

static const RemarkRow rows[] = {
#define X(name, sentence, mend) {TEXT_ROW(#name), TEXT_ROW(sentence), TEXT_ROW(mend)},
    REMARKS(X)
#undef X
};

Text remark_name(RemarkCode code) {
    return rows[code].name;
}

Text remark_sentence(Arena *arena, const Remark *remark) {
    return text_fill(arena, rows[remark->code].sentence, remark->args, REMARK_ARGS);
}

Text remark_mend(Arena *arena, const Remark *remark) {
    return text_fill(arena, rows[remark->code].mend, remark->args, REMARK_ARGS);
}

void remark_with(Turn *turn, RemarkCode code, size_t count, const Text *args) {
    Remark *remark = vec_push(turn->arena, &turn->batch->remarks);
    *remark = (Remark){.code = code};
    for (size_t i = 0; i < count && i < REMARK_ARGS; i++) remark->args[i] = args[i];
}
