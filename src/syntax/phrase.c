#include "syntax/phrase.h"

/* --- a pattern against items ---------------------------------------------------------------------------- */

/* Where a match has come to, and where it failed if it did. */
typedef struct Match {
    Diagnostics *diagnostics;
    const ItemList *items;
    size_t next;
    Phrase *phrase;
    bool number_without_unit; /* the item before `next` is a number and a duration was wanted */
} Match;

static const PhraseItem *peek(const Match *match, size_t ahead, ItemKind kind) {
    size_t at = match->next + ahead;
    if (!match->items || at >= match->items->len) return NULL;
    const PhraseItem *item = &match->items->at[at];
    return item->kind == kind ? item : NULL;
}

static PhraseArg *add_arg(Match *match, Span at) {
    PhraseArg *arg = vec_push(match->diagnostics->arena, &match->phrase->args);
    arg->at = at;
    return arg;
}

static bool read_number(Match *match, const PhraseItem *item, Number *number) {
    return number_parse(match->diagnostics->arena, item->text, number) == NUMBER_OK;
}

static bool match_number(Match *match) {
    const PhraseItem *item = peek(match, 0, ITEM_NUMBER);
    if (!item || peek(match, 1, ITEM_UNIT)) return false;
    match->next++;
    return read_number(match, item, &add_arg(match, item->at)->number);
}

/* A unit of two words is two items; together they are one stretch of the source. */
static Text unit_text(const Match *match, const PhraseItem *first, size_t *count) {
    const PhraseItem *last = first;
    for (*count = 1; peek(match, 1 + *count, ITEM_UNIT); (*count)++)
        last = peek(match, 1 + *count, ITEM_UNIT);
    return (Text){first->text.at, (size_t)(last->text.at - first->text.at) + last->text.len};
}

static bool match_duration(Match *match) {
    const PhraseItem *amount = peek(match, 0, ITEM_NUMBER), *unit = peek(match, 1, ITEM_UNIT);
    match->number_without_unit = amount && !unit;
    if (!amount || !unit) return false;
    size_t count;
    Text words = unit_text(match, unit, &count);
    Number number;
    PhraseArg *arg = add_arg(match, (Span){amount->at.file, amount->at.start, unit->at.end});
    arg->at.end = amount->at.start + (uint32_t)(words.at + words.len - amount->text.at);
    if (!unit_find(words, &arg->duration.unit) || !read_number(match, amount, &number)) return false;
    match->next += 1 + count;
    return number_to_int(number, &arg->duration.amount);
}

static bool match_name(Match *match) {
    const PhraseItem *item = peek(match, 0, ITEM_WORD);
    if (!item) return false;
    match->next++;
    add_arg(match, item->at)->name = (Name){item->text, item->at};
    return true;
}

static bool match_range(Match *match) {
    const PhraseItem *low = peek(match, 0, ITEM_NUMBER), *high = peek(match, 2, ITEM_NUMBER);
    if (!low || !peek(match, 1, ITEM_RANGE) || !high) return false;
    match->next += 3;
    PhraseArg *arg = add_arg(match, span_join(low->at, high->at));
    return read_number(match, low, &arg->low) && read_number(match, high, &arg->high);
}

static bool match_text(Match *match) {
    const PhraseItem *item = peek(match, 0, ITEM_TEXT);
    if (!item) return false;
    match->next++;
    add_arg(match, item->at)->text = item->text;
    return true;
}

static bool match_literal(Match *match, Text word) {
    const PhraseItem *item = peek(match, 0, ITEM_WORD);
    if (!item) item = peek(match, 0, ITEM_UNIT);
    if (!item || !text_equal(item->text, word)) return false;
    match->next++;
    return true;
}

static bool match_comma(Match *match) {
    if (!peek(match, 0, ITEM_COMMA)) return false;
    match->next++;
    return true;
}

static bool match_word(Match *match, Text part) {
    if (text_is(part, "<number>")) return match_number(match);
    if (text_is(part, "<duration>")) return match_duration(match);
    if (text_is(part, "<name>")) return match_name(match);
    if (text_is(part, "<range>")) return match_range(match);
    if (text_is(part, "<text>")) return match_text(match);
    return match_literal(match, part);
}

static bool match_part(Match *match, Text part) {
    if (!text_ends(part, TEXT(","))) return match_word(match, part);
    return match_word(match, text_part(part, 0, part.len - 1)) && match_comma(match);
}

static bool match_pattern(Match *match, Text pattern) {
    match->next = 0;
    match->phrase->args.len = 0;
    match->number_without_unit = false;
    Text part;
    while (text_next(&pattern, ' ', &part)) {
        if (!match_part(match, part)) return false;
    }
    return match->items ? match->next == match->items->len : match->next == 0;
}

/* --- when none fits ------------------------------------------------------------------------------------- */

/* The items as one text with single spaces, as patterns are written. */
static Text written(Arena *arena, const ItemList *items) {
    Buf buf = buf_new(arena);
    for (size_t i = 0; items && i < items->len; i++) {
        bool apart = i > 0 && items->at[i].kind != ITEM_COMMA && items->at[i].kind != ITEM_RANGE &&
                     items->at[i - 1].kind != ITEM_RANGE;
        if (apart) buf_char(&buf, ' ');
        buf_text(&buf, items->at[i].text);
    }
    return buf_done(&buf);
}

/* The patterns of a setting, and as a list in words: "a", "b" or "c". */
static size_t patterns_of(Arena *arena, SettingId setting, Text patterns[PHRASE_COUNT], Text *list) {
    Text quoted[PHRASE_COUNT];
    size_t count = 0;
    for (int id = 1; id < PHRASE_COUNT; id++) {
        if (phrase_setting((PhraseId)id) != setting) continue;
        patterns[count] = phrase_pattern((PhraseId)id);
        quoted[count] = text_format(arena, "\"%.*s\"", TEXT_ARG(patterns[count]));
        count++;
    }
    *list = text_join(arena, quoted, count, " or ");
    return count;
}

/* "30 fortnights": what was amiss is the unit, and a row that would fit otherwise says so. */
static bool report_unit(Match *match, SettingId setting) {
    for (int id = 1; id < PHRASE_COUNT; id++) {
        if (phrase_setting((PhraseId)id) != setting || match_pattern(match, phrase_pattern((PhraseId)id)))
            continue;
        const PhraseItem *word = peek(match, 1, ITEM_WORD);
        if (!match->number_without_unit || !word) continue;
        DIAGNOSE(match->diagnostics, DIAG_UNKNOWN_UNIT, word->at, word->text);
        return true;
    }
    return false;
}

static void report(Match *match, SettingId setting, Span at) {
    Arena *arena = match->diagnostics->arena;
    const ItemList *items = match->items;
    Text patterns[PHRASE_COUNT], list, given = written(arena, items);
    size_t count = patterns_of(arena, setting, patterns, &list);
    if (!items || items->len == 0) {
        DIAGNOSE(match->diagnostics, DIAG_UNEXPECTED, at, TEXT("the end of the line"), list);
        return;
    }
    Span span = span_join(items->at[0].at, items->at[items->len - 1].at);
    Diagnostic *diagnostic =
        DIAGNOSE(match->diagnostics, DIAG_UNKNOWN_PHRASE, span, given, setting_row(setting)->word, list);
    diagnostic_did_you_mean(match->diagnostics, diagnostic, given, patterns, count);
}

void phrase_match(Diagnostics *diagnostics, SettingId setting, const ItemList *items, Span at,
                  Phrase *phrase) {
    Match match = {.diagnostics = diagnostics, .items = items, .phrase = phrase};
    phrase->at = items && items->len > 0 ? span_join(items->at[0].at, items->at[items->len - 1].at) : at;
    for (int id = 1; id < PHRASE_COUNT; id++) {
        if (phrase_setting((PhraseId)id) != setting) continue;
        if (!match_pattern(&match, phrase_pattern((PhraseId)id))) continue;
        phrase->id = (PhraseId)id;
        return;
    }
    phrase->id = PHRASE_NONE;
    if (!report_unit(&match, setting)) report(&match, setting, at);
    phrase->args.len = 0;
}

/* --- before the line is read ---------------------------------------------------------------------------- */

static Text first_word(Text *line) {
    size_t start = 0, end;
    while (start < line->len && (line->at[start] == ' ' || line->at[start] == '\t')) start++;
    for (end = start; end < line->len && line->at[end] > ' ' && line->at[end] != '}';) end++;
    Text word = text_part(*line, start, end);
    *line = text_part(*line, end, line->len);
    return word;
}

static bool could_be(Text part, Text word) {
    if (text_empty(word)) return false;
    if (text_is(part, "<number>")) return is_digit(word.at[0]);
    if (text_is(part, "<name>")) return !is_digit(word.at[0]);
    return text_equal(part, word);
}

bool phrase_meant(SettingId setting, Text line) {
    Text first = first_word(&line), second = first_word(&line);
    for (int id = 1; id < PHRASE_COUNT; id++) {
        Text pattern = phrase_pattern((PhraseId)id), one, two;
        if (phrase_setting((PhraseId)id) != setting || !text_next(&pattern, ' ', &one)) continue;
        if (could_be(one, first) && text_next(&pattern, ' ', &two) && could_be(two, second)) return true;
    }
    return false;
}
