/* Minutes: who was there, and of each item what was said, decided and assigned, with the arithmetic of every
 * ballot. */
#include "views/minutes/writing.h"
#include <string.h>

/* --- who was there -------------------------------------------------------------------------------------- */

enum { DAY_LENGTH = 10, HOUR_AT = 11, HOUR_LENGTH = 5 };

/* "14:30"; of a meeting that went on on another day "2026-03-24 14:30". */
static void put_time(Paper *paper, const char *moment, bool with_day) {
    if (strlen(moment) < HOUR_AT + HOUR_LENGTH) return;
    if (with_day) {
        paper->form->text(paper, moment, DAY_LENGTH);
        plain(paper, " ");
    }
    paper->form->text(paper, moment + HOUR_AT, HOUR_LENGTH);
}

static void write_stay(Paper *paper, const bylaw_node *stay, bool with_day) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(stay, "name"));
    if (bylaw_get_bool(stay, "chair")) plain(paper, ", chair");
    plain(paper, ", from ");
    put_time(paper, bylaw_get_text(stay, "from"), with_day);
    if (known(stay, "until")) plain(paper, " until ");
    put_time(paper, bylaw_get_text(stay, "until"), with_day);
    if (bylaw_get_bool(stay, "mistaken")) plain(paper, " (entered by mistake: was not there)");
    paper->form->bullet_end(paper);
}

static void write_stays(Paper *paper, const bylaw_node *document, const char *key, const char *heading) {
    const bylaw_node *stays = bylaw_get(document, key);
    if (bylaw_count(stays) == 0) return;
    paper->form->heading(paper, 3, "", heading, "");
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(stays); i++)
        write_stay(paper, bylaw_item(stays, i), known(document, "adjourned"));
    list_end(paper);
}

static void write_waiver(Paper *paper, const bylaw_node *waiver) {
    if (!waiver) return;
    named_list(paper, waiver, "waived", "Its notice was waived by");
    named(paper, "Why the notice was waived", bylaw_get_text(waiver, "because"));
}

static void write_adjourned(Paper *paper, const bylaw_node *days) {
    for (size_t i = 0; i < bylaw_count(days); i++) {
        const bylaw_node *day = bylaw_item(days, i);
        paper->form->bullet_begin(paper);
        plain(paper, "Adjourned from ");
        plain(paper, bylaw_get_text(day, "from"));
        plain(paper, " to ");
        plain(paper, bylaw_get_text(day, "to"));
        after(paper, ": ", day, "because");
        paper->form->bullet_end(paper);
    }
}

static void write_session(Paper *paper, const bylaw_node *session) {
    paper->form->bullet_begin(paper);
    plain(paper, "In closed session from ");
    put_time(paper, bylaw_get_text(session, "from"), false);
    if (known(session, "until")) plain(paper, " until ");
    put_time(paper, bylaw_get_text(session, "until"), false);
    after(paper, ", on ", session, "about");
    after(paper, ": ", session, "because");
    paper->form->bullet_end(paper);
}

static void write_roll(Paper *paper, const bylaw_node *document) {
    write_waiver(paper, bylaw_get(document, "waiver"));
    write_adjourned(paper, bylaw_get(document, "adjourned"));
    named_list(paper, document, "presided", "Presided in place of the chair");
    named_list(paper, document, "apologies", "Apologies");
    named_list(paper, document, "absent", "Absent");
    const bylaw_node *closed = bylaw_get(document, "closed");
    for (size_t i = 0; i < bylaw_count(closed); i++) write_session(paper, bylaw_item(closed, i));
    named_list(paper, document, "carried_together", "Carried together, on the consent agenda");
    list_end(paper);
    write_stays(paper, document, "attendance", "Present");
    write_stays(paper, document, "observers", "Observing, without a vote");
}

/* --- motions -------------------------------------------------------------------------------------------- */

/* "quorum: members present 4, needed more than 1/2 of members in office (4): met" */
static void write_comparison(Paper *paper, const bylaw_node *compared) {
    paper->form->bullet_begin(paper);
    plain(paper, bylaw_get_text(compared, "of"));
    after(paper, " of ", compared, "option");
    plain(paper, ": ");
    plain(paper, bylaw_get_text(compared, "counted"));
    plain(paper, " ");
    number(paper, bylaw_get_integer(compared, "count"));
    plain(paper, ", needed ");
    plain(paper, bylaw_get_text(compared, "rule"));
    if (known(compared, "base")) {
        plain(paper, ", which are ");
        number(paper, bylaw_get_integer(compared, "base_count"));
    }
    plain(paper, bylaw_get_bool(compared, "held") ? ": met" : ": not met");
    paper->form->bullet_end(paper);
}

static void write_total(Paper *paper, const bylaw_node *tally, const char *key, const char *name) {
    paper->form->bullet_begin(paper);
    plain(paper, name);
    plain(paper, ": ");
    number(paper, bylaw_get_integer(tally, key));
    paper->form->bullet_end(paper);
}

static void write_tally(Paper *paper, const bylaw_node *tally) {
    if (!tally) return;
    write_total(paper, tally, "for", "For");
    write_total(paper, tally, "against", "Against");
    write_total(paper, tally, "abstain", "Abstaining");
    named_list(paper, tally, "voted", "Voted");
    named_list(paper, tally, "tellers", "Counted by");
}

static void write_vetoes(Paper *paper, const bylaw_node *vetoes) {
    for (size_t i = 0; i < bylaw_count(vetoes); i++) {
        const bylaw_node *veto = bylaw_item(vetoes, i);
        paper->form->bullet_begin(paper);
        plain(paper, "Vetoed by ");
        plain(paper, bylaw_get_text(veto, "person"));
        after(paper, ": ", veto, "because");
        paper->form->bullet_end(paper);
    }
}

static void write_votes(Paper *paper, const bylaw_node *motion) {
    named(paper, "Moved by", bylaw_get_text(motion, "mover"));
    named_list(paper, motion, "for", "For");
    named_list(paper, motion, "against", "Against");
    named_list(paper, motion, "abstain", "Abstaining");
    named_list(paper, motion, "not_voting", "Not voting");
    named_list(paper, motion, "recused", "Recused, and not counted");
    write_tally(paper, bylaw_get(motion, "tally"));
    if (bylaw_get_bool(motion, "unopposed")) named(paper, "Unopposed", "nobody who was there objected");
    write_vetoes(paper, bylaw_get(motion, "vetoes"));
    const bylaw_node *conditions = bylaw_get(motion, "conditions");
    for (size_t i = 0; i < bylaw_count(conditions); i++) write_condition(paper, bylaw_item(conditions, i));
    const bylaw_node *comparisons = bylaw_get(motion, "comparisons");
    for (size_t i = 0; i < bylaw_count(comparisons); i++) write_comparison(paper, bylaw_item(comparisons, i));
    if (known(motion, "casting"))
        named(paper, "The chair decided the tie", bylaw_get_text(motion, "casting"));
}

/* "no_quorum" as "no quorum". */
static void put_result(Paper *paper, const char *result) {
    for (; *result; result++) paper->form->text(paper, *result == '_' ? " " : result, 1);
}

static void write_correction(Paper *paper, const bylaw_node *correction) {
    paper->form->bullet_begin(paper);
    plain(paper, "Corrected later, since ");
    plain(paper, bylaw_get_text(correction, "because"));
    after(paper, ": ", correction, "sentence");
    paper->form->bullet_end(paper);
}

static void write_motion(Paper *paper, const bylaw_node *motion) {
    const bylaw_node *then = bylaw_get(motion, "then");
    paper->form->paragraph_begin(paper);
    plain(paper, bylaw_get_text(motion, "motion"));
    after(paper, ", ", motion, "text");
    plain(paper, ": ");
    put_result(paper, bylaw_get_text(motion, "result"));
    after(paper, ": ", motion, "chosen");
    paper->form->paragraph_end(paper);
    list_begin(paper);
    write_votes(paper, motion);
    const bylaw_node *corrections = bylaw_get(motion, "corrections");
    for (size_t i = 0; i < bylaw_count(corrections); i++) write_correction(paper, bylaw_item(corrections, i));
    if (known(motion, "because")) named(paper, "Withdrawn", bylaw_get_text(motion, "because"));
    for (size_t i = 0; i < bylaw_count(then); i++) named(paper, "So", bylaw_text(bylaw_item(then, i)));
    list_end(paper);
}

/* --- items ---------------------------------------------------------------------------------------------- */

static void write_note(Paper *paper, const bylaw_node *note) {
    paper->form->paragraph_begin(paper);
    if (bylaw_get_bool(note, "closed")) plain(paper, "In closed session: ");
    if (known(note, "issue")) plain(paper, "Controverted issue: ");
    plain(paper, known(note, "text") ? bylaw_get_text(note, "text") : "(left out)");
    paper->form->paragraph_end(paper);
    if (!known(note, "resolution")) return;
    paper->form->paragraph_begin(paper);
    plain(paper, "Resolution: ");
    plain(paper, bylaw_get_text(note, "resolution"));
    paper->form->paragraph_end(paper);
}

static void write_recusals(Paper *paper, const bylaw_node *recusals) {
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(recusals); i++) {
        const bylaw_node *recusal = bylaw_item(recusals, i);
        paper->form->bullet_begin(paper);
        plain(paper, bylaw_get_text(recusal, "person"));
        plain(paper, " takes no part");
        after(paper, ": ", recusal, "because");
        after(paper, ", found by the rules: ", recusal, "ground");
        after(paper, " in ", recusal, "fact");
        after(paper, "; taken back: ", recusal, "withdrawn");
        paper->form->bullet_end(paper);
    }
    list_end(paper);
}

static void names_after(Paper *paper, const char *words, const bylaw_node *names) {
    for (size_t i = 0; i < bylaw_count(names); i++) {
        plain(paper, i == 0 ? words : ", ");
        plain(paper, bylaw_text(bylaw_item(names, i)));
    }
}

static void write_challenges(Paper *paper, const bylaw_node *challenges) {
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(challenges); i++) {
        const bylaw_node *challenge = bylaw_item(challenges, i);
        paper->form->bullet_begin(paper);
        plain(paper, bylaw_get_text(challenge, "challenger"));
        after(paper, " challenged that ", challenge, "person");
        after(paper, " takes part: ", challenge, "because");
        after(paper, "; ", challenge, "ruling");
        after(paper, " by ", challenge, "ruler");
        names_after(paper, "; for it: ", bylaw_get(challenge, "for"));
        names_after(paper, "; against it: ", bylaw_get(challenge, "against"));
        after(paper, ": ", challenge, "reason");
        paper->form->bullet_end(paper);
    }
    list_end(paper);
}

static void write_found(Paper *paper, const bylaw_node *found) {
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(found); i++) named(paper, "Found", bylaw_text(bylaw_item(found, i)));
    list_end(paper);
}

static void write_actions(Paper *paper, const bylaw_node *actions) {
    if (bylaw_count(actions) == 0) return;
    paper->form->heading(paper, 3, "", "To be done", "");
    list_begin(paper);
    for (size_t i = 0; i < bylaw_count(actions); i++) write_action(paper, bylaw_item(actions, i));
    list_end(paper);
}

static void write_separated(Paper *paper, const bylaw_node *separated) {
    paper->form->bullet_begin(paper);
    plain(paper, "Taken out of the consent agenda by ");
    plain(paper, bylaw_get_text(separated, "person"));
    after(paper, ": ", separated, "because");
    paper->form->bullet_end(paper);
}

static void write_item(Paper *paper, const bylaw_node *item, size_t place) {
    const bylaw_node *notes = bylaw_get(item, "notes"), *motions = bylaw_get(item, "motions");
    const bylaw_node *separated = bylaw_get(item, "separated");
    item_heading(paper, item, place);
    list_begin(paper);
    write_reviewers(paper, bylaw_get(item, "reviewers"));
    if (separated) write_separated(paper, separated);
    list_end(paper);
    write_recusals(paper, bylaw_get(item, "recusals"));
    write_challenges(paper, bylaw_get(item, "challenges"));
    for (size_t i = 0; i < bylaw_count(notes); i++) write_note(paper, bylaw_item(notes, i));
    for (size_t i = 0; i < bylaw_count(motions); i++) write_motion(paper, bylaw_item(motions, i));
    write_found(paper, bylaw_get(item, "found"));
    write_actions(paper, bylaw_get(item, "actions"));
}

static void write_approval(Paper *paper, const bylaw_node *document) {
    if (!known(document, "approved")) return;
    paper->form->paragraph_begin(paper);
    plain(paper, "They were approved by ");
    plain(paper, bylaw_get_text(document, "approval"));
    if (strcmp(bylaw_get_text(document, "approved"), bylaw_get_text(document, "digest")) != 0) {
        plain(paper, " with the digest ");
        plain(paper, bylaw_get_text(document, "approved"));
        plain(paper, "; what has been entered since is not approved");
    }
    plain(paper, ".");
    paper->form->paragraph_end(paper);
}

static void write_left_out(Paper *paper, const bylaw_node *document) {
    if (!known(document, "left_out")) return;
    paper->form->paragraph_begin(paper);
    plain(paper, "What was said in closed session is left out of these minutes, which are for ");
    plain(paper, strcmp(bylaw_get_text(document, "for"), "public") == 0 ? "the public"
                                                                        : bylaw_get_text(document, "for"));
    plain(paper, ": ");
    number(paper, bylaw_get_integer(document, "left_out"));
    plain(paper, " of its notes. The digest is that of the whole.");
    paper->form->paragraph_end(paper);
}

static void write_foot(Paper *paper, const bylaw_node *document) {
    paper->form->heading(paper, 2, "", "Of this record", "");
    paper->form->paragraph_begin(paper);
    plain(paper, "These minutes are made from ");
    number(paper, bylaw_get_integer(document, "entries"));
    plain(paper, " entries of the book, whose digest is ");
    plain(paper, bylaw_get_text(document, "digest"));
    plain(paper, ".");
    paper->form->paragraph_end(paper);
    write_left_out(paper, document);
    write_approval(paper, document);
}

static void write_minutes(Paper *paper, const bylaw_node *document) {
    const bylaw_node *items = bylaw_get(document, "items");
    meeting_begin(paper, document, "Minutes", bylaw_get_text(document, "status"));
    write_roll(paper, document);
    for (size_t i = 0; i < bylaw_count(items); i++) write_item(paper, bylaw_item(items, i), i + 1);
    write_foot(paper, document);
    paper->form->end(paper);
}

char *minutes_write(const bylaw_node *minutes, minutes_form form) {
    return write_document(minutes, form, write_minutes);
}
