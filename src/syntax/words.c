#include "syntax/words.h"

enum { ONE = 0, MANY = 1 };

static const DeclRow decls[] = {
#define X(name, word, what, block) {TEXT_ROW(word), TEXT_ROW(what), BLOCK_##block},
    DECLARATIONS(X)
#undef X
};

static const SettingRow settings[] = {[SETTING_NONE] = {.id = SETTING_NONE},
#define X(decl, name, word, shape, many, sentence)                                                           \
    [SETTING_##name] = {DECL_##decl, SETTING_##name, TEXT_ROW(word), SHAPE_##shape, many, TEXT_ROW(sentence)},
                                      SETTINGS(X)
#undef X
};

typedef struct PhraseRow {
    SettingId setting;
    Text pattern;
} PhraseRow;

static const PhraseRow phrases[] = {[PHRASE_NONE] = {.setting = SETTING_NONE},
#define X(setting, name, pattern) [PHRASE_##name] = {SETTING_##setting, TEXT_ROW(pattern)},
                                    PHRASES(X)
#undef X
};

static const Text policies[] = {
#define X(name, words) TEXT_ROW(words),
    HIT_POLICIES(X)
#undef X
};

static const Text counts[] = {
#define X(name, words) TEXT_ROW(words),
    COUNTS(X)
#undef X
};

typedef struct UnitRow {
    DurationUnit unit;
    Text one, many;
} UnitRow;

static const UnitRow units[] = {
#define X(name, one, many) {UNIT_##name, TEXT_ROW(one), TEXT_ROW(many)},
    UNITS(X)
#undef X
};

static const Text roundings[] = {
#define X(name, words) [ROUND_##name] = TEXT_ROW(words),
    ROUNDINGS(X)
#undef X
};

static const Text aggregates[] = {
#define X(name, word) TEXT_ROW(word),
    AGGREGATES(X)
#undef X
};

static const struct {
    Text word, sentence;
    ActId stand_in;
} acts[] = {
#define X(name, word, sentence, stands_in) {TEXT_ROW(word), TEXT_ROW(sentence), ACT_##stands_in},
    ACTS(X)
#undef X
};

static const Text vote_kinds[] = {{0},
#define X(name, word) TEXT_ROW(word),
                                  VOTE_KINDS(X)
#undef X
};

#define LENGTH(rows) (sizeof(rows) / sizeof(rows)[0])

const DeclRow *decl_row(DeclKind kind) {
    return &decls[kind];
}

const SettingRow *setting_row(SettingId id) {
    return &settings[id];
}

bool decl_find(Text word, DeclKind *kind) {
    for (size_t i = 0; i < LENGTH(decls); i++) {
        if (!text_equal(decls[i].word, word)) continue;
        *kind = (DeclKind)i;
        return true;
    }
    return false;
}

bool decl_titled(DeclKind kind) {
    return kind == DECL_CHARTER || kind == DECL_IMPORT || kind == DECL_TEST;
}

const SettingRow *setting_find(DeclKind decl, Text word) {
    for (size_t i = 1; i < LENGTH(settings); i++) {
        if (settings[i].decl == decl && text_equal(settings[i].word, word)) return &settings[i];
    }
    return NULL;
}

Text phrase_pattern(PhraseId id) {
    return phrases[id].pattern;
}

SettingId phrase_setting(PhraseId id) {
    return phrases[id].setting;
}

HitPolicy hit_policy(PhraseId id) {
    for (size_t i = 0; i < LENGTH(policies); i++) {
        if (text_equal(policies[i], phrases[id].pattern)) return (HitPolicy)i;
    }
    return POLICY_UNIQUE;
}

bool policy_collects(HitPolicy policy) {
    return policy >= POLICY_LIST;
}

VoteKind vote_kind(PhraseId id) {
    for (size_t i = 1; i < LENGTH(vote_kinds); i++) {
        if (text_equal(vote_kinds[i], phrases[id].pattern)) return (VoteKind)i;
    }
    return VOTES_UNSAID;
}

Text vote_kind_word(VoteKind kind) {
    return vote_kinds[kind];
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* How many bytes of `row` the words cover; blanks of any number match its single ones. -1: they differ. */
static int words_cover(Text words, Text row) {
    size_t at = 0;
    for (size_t i = 0; i < words.len; i++) {
        if (is_blank(words.at[i]) && i > 0 && is_blank(words.at[i - 1])) continue;
        char c = is_blank(words.at[i]) ? ' ' : words.at[i];
        if (at >= row.len || row.at[at] != c) return -1;
        at++;
    }
    return (int)at;
}

static bool words_are(Text words, Text row) {
    return words_cover(words, row) == (int)row.len;
}

/* Nearly every word is asked, and differs in its first letter. */
static bool words_begin(Text words, Text row) {
    if (text_empty(words) || words.at[0] != row.at[0]) return false;
    int covered = words_cover(words, row);
    return covered == (int)row.len || (covered > 0 && row.at[covered] == ' ');
}

Text count_words(CountId id) {
    return counts[id];
}

bool count_find(Text words, CountId *id) {
    for (size_t i = 0; i < LENGTH(counts); i++) {
        if (!words_are(words, counts[i])) continue;
        *id = (CountId)i;
        return true;
    }
    return false;
}

bool unit_find(Text words, DurationUnit *unit) {
    for (size_t i = 0; i < LENGTH(units); i++) {
        if (!words_are(words, units[i].one) && !words_are(words, units[i].many)) continue;
        *unit = units[i].unit;
        return true;
    }
    return false;
}

bool in_small_letters(Text word) {
    size_t i = 0;
    while (i < word.len && word.at[i] >= 'a' && word.at[i] <= 'z') i++;
    return i == word.len;
}

bool unit_begins(Text words) {
    for (size_t i = 0; i < LENGTH(units); i++) {
        if (words_begin(words, units[i].one) || words_begin(words, units[i].many)) return true;
    }
    return false;
}

bool rounding_find(Text words, Rounding *how) {
    for (size_t i = 0; i < LENGTH(roundings); i++) {
        if (!words_are(words, roundings[i])) continue;
        *how = (Rounding)i;
        return true;
    }
    return false;
}

bool rounding_begins(Text word) {
    Rounding how;
    return text_is(word, "half") || text_is(word, "even") || rounding_find(word, &how);
}

Text rounding_words(Rounding how) {
    return roundings[how];
}

bool aggregate_find(Text word, Aggregate *what) {
    for (size_t i = 0; i < LENGTH(aggregates); i++) {
        if (!text_equal(aggregates[i], word)) continue;
        *what = (Aggregate)i;
        return true;
    }
    return false;
}

Text aggregate_word(Aggregate what) {
    return aggregates[what];
}

Text act_word(ActId id) {
    return acts[id].word;
}

Text act_sentence(ActId id) {
    return acts[id].sentence;
}

ActId act_stand_in(ActId id) {
    return acts[id].stand_in;
}

bool act_find(Text word, ActId *id) {
    for (size_t i = 0; i < LENGTH(acts); i++) {
        if (!text_equal(acts[i].word, word)) continue;
        *id = (ActId)i;
        return true;
    }
    return false;
}

static const Text notice_words[] = {
#define X(name, word) TEXT_ROW(word),
    NOTICE_GROUPS(X)
#undef X
};

Text notice_word(NoticeGroup group) {
    return notice_words[group];
}

bool notice_find(Text word, NoticeGroup *group) {
    for (int i = 0; i < NOTICE_GROUP_COUNT; i++) {
        if (!text_equal(word, notice_words[i])) continue;
        *group = (NoticeGroup)i;
        return true;
    }
    return false;
}
