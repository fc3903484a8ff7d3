/* Bodies, ballots and delegations in the disassembly: what is held against what, and who votes, after all
 * defaults. */
#include "program/disassembly.h"

/* --- thresholds ----------------------------------------------------------------------------------------- */

/* "votes for > 1/2 of the square root of seats, of them 1 with role 2 external" */
static void list_bound(const Listing *list, int depth, const Bound *bound) {
    bool based = bound->of_count || bound->root;
    list_line(list, depth);
    buf_format(list->buf, "%.*s %s ", TEXT_ARG(count_words(bound->counted)), bound->at_least ? ">=" : ">");
    buf_text(list->buf, number_text(list->buf->arena, bound->quantity));
    if (bound->root) buf_cstr(list->buf, " of the square root");
    if (based) buf_format(list->buf, " of %.*s", TEXT_ARG(count_words(bound->base)));
    if (bound->including_role == NONE) return;
    buf_format(list->buf, ", of them %lld with role %d %.*s", (long long)bound->including,
               bound->including_role, TEXT_ARG(list->program->roles[bound->including_role].name));
}

static void list_threshold(const Listing *list, const char *word, const Threshold *threshold) {
    if (threshold->count == 0) return;
    list_line(list, 1);
    buf_cstr(list->buf, word);
    for (size_t i = 0; i < threshold->count; i++) list_bound(list, 2, &threshold->bounds[i]);
}

static void list_votes(const Listing *list, VoteKind votes, const char *unsaid) {
    list_line(list, 1);
    buf_cstr(list->buf, "votes are ");
    if (votes == VOTES_UNSAID)
        buf_cstr(list->buf, unsaid);
    else
        buf_text(list->buf, vote_kind_word(votes));
}

static void list_length(const Listing *list, const char *word, Duration length) {
    if (length.amount == 0) return;
    list_line(list, 1);
    buf_format(list->buf, "%s ", word);
    duration_write(list->buf, length);
}

/* --- bodies --------------------------------------------------------------------------------------------- */

static const char *tie_words(TieRule tie) {
    switch (tie) {
    case TIE_IS_LOST:
        break;
    case TIE_CHAIR_DECIDES:
        return "the chair decides";
    case TIE_CHAIR_DECIDES_IF_UNVOTED:
        return "the chair decides, unless they have voted";
    }
    return "it is lost";
}

static void list_conflicts(const Listing *list, const Body *body) {
    static const char *const found[] = {[CONFLICT_REQUESTER] = "whoever asked for the case",
                                        [CONFLICT_SCORER] = "whoever scored the case",
                                        [CONFLICT_NAMED] = "whoever is named in "};
    for (size_t i = 0; i < body->conflict_count; i++) {
        const ConflictRule *rule = &body->conflicts[i];
        list_line(list, 1);
        buf_format(list->buf, "%s%.*s %s", found[rule->kind], TEXT_ARG(rule->fact),
                   rule->recuses ? "is recused" : "has to be recused before the vote");
    }
    if (!body->challenged_by_vote) return;
    list_line(list, 1);
    buf_cstr(list->buf, "the other members rule on challenges");
}

static void list_head(const Listing *list, const char *kind, Index index, Text name, const Where *where) {
    buf_format(list->buf, "%s %d: %.*s   %.*s:%u", kind, index, TEXT_ARG(name), TEXT_ARG(where->path),
               (unsigned)where->line);
}

static void list_proxies(const Listing *list, const ProxyRule *rule) {
    if (!rule->allowed) return;
    list_line(list, 1);
    buf_format(list->buf, "%s votes for members who are not there", rule->anyone ? "anyone" : "a member");
    if (rule->most > 0) buf_format(list->buf, ", each for at most %lld", (long long)rule->most);
    buf_cstr(list->buf, rule->in_quorum ? ", who count in the quorum" : ", who do not count in the quorum");
    if (rule->in_secret) buf_cstr(list->buf, "; in secret ballots too");
}

void disassemble_body(Buf *buf, const Program *program, Index index) {
    const Listing list = {buf, program};
    const Body *body = &program->bodies[index];
    list_head(&list, "body", index, body->name, &body->where);
    for (size_t i = 0; body->for_each && i < body->for_each->count; i++) {
        if (i == 0) list_line(&list, 1);
        buf_format(buf, "%s%.*s[%.*s]", i ? ", " : "one for each: ", TEXT_ARG(body->name),
                   TEXT_ARG(body->for_each->members[i]));
    }
    list_line(&list, 1);
    buf_format(buf, "seats %lld to %lld", (long long)body->seats_least, (long long)body->seats_most);
    list_threshold(&list, "quorum", &body->quorum);
    list_threshold(&list, "carried", &body->carried);
    list_line(&list, 1);
    buf_format(buf, "who is recused %s the base of the quorum", body->recused_leave ? "leaves" : "stays in");
    list_conflicts(&list, body);
    list_line(&list, 1);
    buf_format(buf, "in a tie %s", tie_words(body->tie));
    list_votes(&list, body->votes, "named");
    list_proxies(&list, &body->proxies);
    list_length(&list, "notice of a meeting", body->notice);
    buf_char(buf, '\n');
}

/* --- ballots -------------------------------------------------------------------------------------------- */

static void list_who(const Listing *list, const Who *who) {
    static const char *const kinds[] = {
        [WHO_ROLE] = "role", [WHO_OFFICE] = "office", [WHO_BODY] = "members of body"};
    buf_format(list->buf, "%s %d %.*s", kinds[who->kind], who->index, TEXT_ARG(who->name));
}

static void list_all(const Listing *list, const char *word, const WhoList *all) {
    for (size_t i = 0; i < all->count; i++) {
        if (i == 0) list_line(list, 1);
        buf_cstr(list->buf, i ? ", " : word);
        list_who(list, &all->at[i]);
    }
}

static void list_vetoes(const Listing *list, const BallotRule *ballot) {
    for (size_t i = 0; i < ballot->veto_count; i++) {
        list_line(list, 1);
        buf_cstr(list->buf, "veto by ");
        list_who(list, &ballot->vetoes[i].by);
        buf_cstr(list->buf, ballot->vetoes[i].with_reason ? ", with a reason" : "");
    }
}

static void list_choice(const Listing *list, const Choice *choice) {
    static const char *const methods[] = {
        [CHOOSES_RANKED] = "options are ranked, Schulze's method chooses",
        [CHOOSES_PLURALITY] = "each names one option, the most named is chosen",
        [CHOOSES_APPROVAL] = "each names options, the most named is chosen"};
    if (choice->method == CHOOSES_NOTHING) return;
    list_line(list, 1);
    buf_cstr(list->buf, methods[choice->method]);
    if (!text_empty(choice->otherwise)) {
        list_line(list, 1);
        buf_format(list->buf, "default: %.*s", TEXT_ARG(choice->otherwise));
    }
    list_threshold(list, "quorum of an option", &choice->quorum);
    list_threshold(list, "majority of an option", &choice->majority);
}

void disassemble_ballot(Buf *buf, const Program *program, Index index) {
    const Listing list = {buf, program};
    const BallotRule *ballot = &program->ballots[index];
    list_head(&list, "ballot", index, ballot->name, &ballot->where);
    list_length(&list, "open at least", ballot->open);
    list_threshold(&list, "carried", &ballot->carried);
    list_choice(&list, &ballot->choice);
    list_votes(&list, ballot->votes, "as the body has them");
    list_all(&list, "binding: ", &ballot->binding);
    list_all(&list, "advising: ", &ballot->advisory);
    list_all(&list, "expedited by ", &ballot->expedited);
    list_vetoes(&list, ballot);
    list_length(&list, "carried by silence after", ballot->consent);
    if (ballot->unopposed) {
        list_line(&list, 1);
        buf_cstr(buf, "carried without votes where nobody objects");
        if (ballot->consent_agenda) buf_cstr(buf, ", on the consent agenda");
    }
    buf_char(buf, '\n');
}

/* --- delegations ---------------------------------------------------------------------------------------- */

void disassemble_delegation(Buf *buf, const Program *program, Index index) {
    const Listing list = {buf, program};
    const Delegation *delegation = &program->delegations[index];
    list_head(&list, "delegation", index, delegation->name, &delegation->where);
    list_all(&list, "from ", &(WhoList){&delegation->from, 1});
    list_all(&list, "to ", &delegation->to);
    for (size_t i = 0; i < delegation->bound_count; i++) {
        list_line(&list, 1);
        buf_format(buf, "when unit %d", delegation->bounds[i]);
    }
    list_length(&list, "given for at most", delegation->lasts);
    buf_char(buf, '\n');
}
