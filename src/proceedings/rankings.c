/* Votes on options as they stand: who has voted alike stands together. */
#include "proceedings/motion.h"

bool has_ranked(const MotionState *motion, Text person) {
    for (size_t i = 0; i < motion->rankings.len; i++)
        if (texts_have(&motion->rankings.at[i].voters, person)) return true;
    return false;
}

static bool same_ranks(const TextList *a, const TextList *b) {
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++) same = text_equal(a->at[i], b->at[i]);
    return same;
}

void ranking_add(Arena *arena, MotionState *motion, const TextList *ranks, Text person) {
    VotedAlike *alike = NULL;
    for (size_t i = 0; i < motion->rankings.len && !alike; i++)
        if (same_ranks(&motion->rankings.at[i].ranks, ranks)) alike = &motion->rankings.at[i];
    if (!alike) {
        alike = record_push(arena, &VotedAlike_record, &motion->rankings);
        alike->ranks = *ranks;
    }
    texts_push(arena, &alike->voters, person);
}

void ranking_take(MotionState *motion, Text person) {
    size_t kept = 0;
    for (size_t i = 0; i < motion->rankings.len; i++) {
        VotedAlike alike = motion->rankings.at[i];
        texts_take(&alike.voters, person);
        if (alike.voters.len > 0) motion->rankings.at[kept++] = alike;
    }
    motion->rankings.len = (uint32_t)kept;
}
