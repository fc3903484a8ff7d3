/* The charter itself, and calendars. */
#include "model/check.h"

static void check_language(Checker *c, const Clause *clause) {
    int64_t version = 0;
    if (!clause || clause->phrase.args.len == 0) return;
    if (number_to_int(clause->phrase.args.at[0].number, &version) && version == LANGUAGE_VERSION) return;
    REPORT(c, UNKNOWN_LANGUAGE, clause->phrase.at, number_text(c->arena, clause->phrase.args.at[0].number),
           text_format(c->arena, "%d", LANGUAGE_VERSION));
}

static void check_text(Checker *c, const Clause *clause) {
    if (clause && text_empty(text_trim(clause->text)))
        REPORT(c, EMPTY_TEXT, clause->at, setting_row(clause->setting)->word);
}

static void check_in_force(Checker *c, const Clause *clause) {
    if (!clause) return;
    if (clause->from == DATE_NONE)
        diagnose(c->out, DIAG_FROM_NEEDED, clause->at, 0, NULL);
    else
        check_days_of(c, c->model->charter, days_of(clause), clause->at);
}

static void check_working_days(Checker *c, const Clause *clause) {
    if (clause && clause->phrase.args.len) find_global(c, clause->phrase.args.at[0].name, KIND(CALENDAR));
}

/* --- series --------------------------------------------------------------------------------------------- */

static const Text SERIES[] = {TEXT_ROW("cases"), TEXT_ROW("meetings"), TEXT_ROW("motions"),
                              TEXT_ROW("delegations")};
enum { SERIES_COUNT = sizeof SERIES / sizeof SERIES[0], SERIES_OF_DELEGATIONS = SERIES_COUNT - 1 };

static size_t series_named(Text word) {
    size_t i = 0;
    while (i < SERIES_COUNT && !text_equal(SERIES[i], word)) i++;
    return i;
}

static bool is_prefix(Text word) {
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] < 'A' || word.at[i] > 'Z') return false;
    return word.len > 0 && word.len <= 8;
}

static void check_pair(Checker *c, Name key, Name letters, Name seen[SERIES_COUNT]) {
    size_t series = series_named(key.text);
    if (series == SERIES_COUNT) {
        TextVec known = {0};
        for (size_t i = 0; i < SERIES_COUNT; i++) *vec_push(c->arena, &known) = SERIES[i];
        suggest(c, REPORT(c, UNKNOWN_SERIES, key.at, key.text), key.text, &known);
        return;
    }
    if (!is_prefix(letters.text)) REPORT(c, BAD_PREFIX, letters.at, letters.text);
    for (size_t i = 0; i < SERIES_COUNT; i++)
        if (text_equal(seen[i].text, letters.text))
            REPORT(c, SAME_PREFIX, letters.at, letters.text)->other = seen[i].at;
    if (!text_empty(seen[series].text)) REPORT(c, DECLARED_TWICE, key.at, key.text);
    seen[series] = letters;
}

/* Proxies are numbered like delegations. */
static bool delegates(const Checker *c) {
    for (size_t i = 0; i < c->model->of_kind[SYMBOL_BODY].len; i++)
        if (decl_setting(c->model->of_kind[SYMBOL_BODY].at[i]->decl, SETTING_PROXIES)) return true;
    return c->model->of_kind[SYMBOL_DELEGATION].len > 0;
}

/* Delegations are numbered D where nothing is said, which another series may have taken. */
static void check_delegation_series(Checker *c, const Clause *clause, const Name seen[SERIES_COUNT]) {
    if (!delegates(c) || !text_empty(seen[SERIES_OF_DELEGATIONS].text)) return;
    for (size_t i = 0; i < SERIES_OF_DELEGATIONS; i++)
        if (text_is(seen[i].text, DELEGATION_SERIES))
            REPORT(c, SERIES_NEEDED, clause->at, SERIES[SERIES_OF_DELEGATIONS])->mend =
                TEXT("write behind the others: delegations DEL");
}

static void check_series(Checker *c, const Clause *clause) {
    Name seen[SERIES_COUNT] = {0};
    if (!clause) return;
    for (size_t i = 0; i + 1 < clause->names.len; i += 2)
        check_pair(c, clause->names.at[i], clause->names.at[i + 1], seen);
    for (size_t i = 0; i < SERIES_OF_DELEGATIONS; i++)
        if (text_empty(seen[i].text)) REPORT(c, SERIES_NEEDED, clause->at, SERIES[i]);
    check_delegation_series(c, clause, seen);
}

/* --- evidence ------------------------------------------------------------------------------------------- */

static void check_kept(Checker *c, const PhraseArg *kept) {
    DurationUnit unit = kept->duration.unit;
    if (unit == UNIT_HOURS || unit == UNIT_WORKING_DAYS) {
        Buf buf = buf_new(c->arena);
        unit_write(&buf, unit, false);
        REPORT(c, KEPT_SPAN, kept->at, buf_done(&buf));
    } else if (kept->duration.amount < 1) {
        REPORT(c, COUNT_NEEDED, kept->at, text_format(c->arena, "%lld", (long long)kept->duration.amount));
    }
}

static void check_evidence(Checker *c, const Decl *charter) {
    Map classes = {0};
    for (size_t i = 0; i < charter->clauses.len; i++) {
        const Clause *clause = &charter->clauses.at[i];
        if (clause->setting != SETTING_EVIDENCE || clause->phrase.args.len == 0) continue;
        const Name *name = &clause->phrase.args.at[0].name;
        const Name *earlier = map_get(&classes, name->text);
        if (earlier) REPORT(c, DECLARED_TWICE, name->at, name->text)->other = earlier->at;
        map_set(c->arena, &classes, name->text, (void *)name);
        if (clause->phrase.id == PHRASE_EVIDENCE_FOR_TIME) check_kept(c, &clause->phrase.args.at[1]);
    }
}

static void check_notices(Checker *c, const Clause *clause) {
    TextVec known = {0};
    for (int i = 0; i < NOTICE_GROUP_COUNT; i++) *vec_push(c->arena, &known) = notice_word((NoticeGroup)i);
    for (size_t i = 0; clause && i < clause->names.len; i++) {
        const Name *name = &clause->names.at[i];
        NoticeGroup group;
        if (!notice_find(name->text, &group))
            suggest(c, REPORT(c, UNKNOWN_NOTICE, name->at, name->text), name->text, &known);
    }
}

void find_charter(Checker *c) {
    Decl *first = NULL;
    for (size_t f = 0; f < c->model->ast->files.len; f++) {
        const RuleFile *file = c->model->ast->files.at[f];
        for (size_t i = 0; i < file->decls.len; i++) {
            Decl *decl = file->decls.at[i];
            if (decl->kind != DECL_CHARTER) continue;
            if (first) diagnose(c->out, DIAG_SECOND_CHARTER, decl->word, 0, NULL)->other = first->word;
            if (!first) first = decl;
        }
    }
    c->model->charter = first;
}

void check_charter(Checker *c) {
    const Decl *charter = c->model->charter;
    if (!charter) {
        diagnose(c->out, DIAG_NO_CHARTER, (Span){0}, 0, NULL);
        return;
    }
    if (text_empty(text_trim(charter->title)) && !charter->broken)
        REPORT(c, TITLE_NEEDED, charter->word, TEXT("charter"));
    check_language(c, decl_setting(charter, SETTING_LANGUAGE));
    check_text(c, decl_setting(charter, SETTING_EDITION));
    check_text(c, decl_setting(charter, SETTING_TIME_ZONE));
    check_in_force(c, decl_setting(charter, SETTING_IN_FORCE));
    check_working_days(c, decl_setting(charter, SETTING_WORKING_DAYS));
    check_series(c, decl_setting(charter, SETTING_SERIES));
    check_evidence(c, charter);
    check_notices(c, decl_setting(charter, SETTING_NOTICES));
}

/* --- calendars ------------------------------------------------------------------------------------------ */

static void check_weekday(Checker *c, const Expr *expr) {
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    if (expr->kind == EXPR_PATH && weekday_named(expr->parts.at[0].text) >= 0) return;
    TextVec known = {0};
    Text word = expr_words(c->arena, expr);
    for (size_t i = 0; i < 7; i++) *vec_push(c->arena, &known) = text_of(DAYS[i]);
    suggest(c, REPORT(c, UNKNOWN_WEEKDAY, expr->at, word), word, &known);
}

static void check_week(Checker *c, const Clause *clause) {
    if (!clause || !clause->expr || clause->expr->kind != EXPR_RANGE) return;
    if (clause->expr->half_open)
        REPORT(c, RANGE_NEEDED, clause->at, TEXT("week"), TEXT("two days of the week"));
    check_weekday(c, clause->expr->left);
    check_weekday(c, clause->expr->right);
}

static void check_holiday(Checker *c, const Clause *clause, int64_t first, int64_t last) {
    if (clause->from == DATE_NONE) return;
    int year = date_to_civil(clause->from).year;
    if (first <= year && year <= last) return;
    REPORT(c, HOLIDAY_NOT_LISTED, clause->at, date_text(c->arena, clause->from),
           text_format(c->arena, "%lld..%lld", (long long)first, (long long)last));
}

void check_calendar(Checker *c, const Decl *decl) {
    int64_t first = 1, last = 9999;
    const Clause *listed = decl_setting(decl, SETTING_LISTED);
    Map days = {0};
    check_week(c, decl_setting(decl, SETTING_WEEK));
    if (listed && range_of_integers(c, listed, 1, &first, &last) && last > 9999)
        REPORT(c, RANGE_NEEDED, listed->at, TEXT("listed"), TEXT("two years up to 9999"));
    for (size_t i = 0; i < decl->clauses.len; i++) {
        const Clause *clause = &decl->clauses.at[i];
        if (clause->setting != SETTING_HOLIDAY) continue;
        check_holiday(c, clause, first, last);
        Text day = date_text(c->arena, clause->from);
        const Clause *earlier = clause->from == DATE_NONE ? NULL : map_get(&days, day);
        if (earlier) REPORT(c, DECLARED_TWICE, clause->at, day)->other = earlier->at;
        map_set(c->arena, &days, day, (void *)clause);
    }
}
