#include "proceedings/kinds.h"

RECORD_FIELDS(Veto, VETO_FIELDS)
RECORD_FIELDS(Tally, TALLY_FIELDS)
RECORD_FIELDS(StandIn, STAND_IN_FIELDS)
RECORD_FIELDS(VotedAlike, VOTED_ALIKE_FIELDS)
RECORD_FIELDS(Preference, PREFERENCE_FIELDS)
RECORD_FIELDS(OptionVotes, OPTION_VOTES_FIELDS)
RECORD_FIELDS(ChoiceStep, CHOICE_STEP_FIELDS)
RECORD_FIELDS(ChoiceMade, CHOICE_MADE_FIELDS)
RECORD_FIELDS(Roll, ROLL_FIELDS)
RECORD_FIELDS(Compared, COMPARED_FIELDS)
RECORD_FIELDS(DeciderPart, DECIDER_PART_FIELDS)
RECORD_FIELDS(ClockMoved, CLOCK_MOVED_FIELDS)
RECORD_FIELDS(PartDecided, PART_DECIDED_FIELDS)

#define X(name, word, version, type, fields, sentence) RECORD_FIELDS(type, fields)
ENTRY_KINDS(X)
#undef X

static const KindRow kinds[] = {
#define X(name, word, version, type, fields, sentence)                                                       \
    {KIND_##name, TEXT_ROW(word), version, &type##_record, TEXT_ROW(sentence)},
    ENTRY_KINDS(X)
#undef X
};

const KindRow *kind_row(EntryKind kind) {
    return &kinds[kind];
}

const KindRow *kind_find(Text word, int64_t version) {
    for (size_t i = 0; i < ENTRY_KIND_COUNT; i++)
        if (kinds[i].version == version && text_equal(kinds[i].word, word)) return &kinds[i];
    return NULL;
}
