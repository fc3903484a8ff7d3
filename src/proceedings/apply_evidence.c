/* Folding: files of evidence, when they may be discarded, and by how many attachments bytes are needed. */
#include "proceedings/evidence.h"

static void need_content(State *state, const EvidenceState *evidence, int by) {
    ContentState *content = state_change(state, SPACE_CONTENT, evidence->digest);
    if (evidence->beside)
        content->beside += by;
    else
        content->inside += by;
    if (content->inside == 0 && content->beside == 0) state_remove(state, SPACE_CONTENT, evidence->digest);
}

static void apply_attached(Applied *applied) {
    const Attached *body = applied->body;
    State *state = applied->state;
    SeriesState *series = state_change(state, SPACE_SERIES, evidence_series(state, body->subject));
    if (!state_case(state, body->subject) || body->number != series->last + 1) {
        cannot_follow(applied, "evidence out of turn of", body->subject);
        return;
    }
    series->last = body->number;
    EvidenceState *evidence =
        state_change(state, SPACE_EVIDENCE, evidence_place(state, body->subject, body->number));
    *evidence = (EvidenceState){.subject = body->subject,
                                .number = body->number,
                                .name = body->name,
                                .digest = body->digest,
                                .size = body->size,
                                .shows = body->shows,
                                .class = body->class,
                                .beside = text_is(body->kept, KEPT_BESIDE),
                                .attached = moment_date(applied->entry->happened),
                                .until = body->until,
                                .giver = applied->entry->actor,
                                .entry = applied->entry->seq};
    need_content(state, evidence, 1);
    if (body->until == DATE_NONE) return;
    Text day = kept_until_place(state, evidence);
    ((SeriesState *)state_change(state, SPACE_KEPT_UNTIL, day))->last = body->number;
}

static void apply_discarded(Applied *applied) {
    const Discarded *body = applied->body;
    State *state = applied->state;
    Text place = evidence_place(state, body->subject, body->number);
    const EvidenceState *known = state_object(state, SPACE_EVIDENCE, place);
    if (!known || known->discarded) {
        cannot_follow(applied, "evidence that is not there", place);
        return;
    }
    EvidenceState *evidence = state_change(state, SPACE_EVIDENCE, place);
    evidence->discarded = applied->entry->seq;
    need_content(state, evidence, -1);
    if (evidence->until != DATE_NONE)
        state_remove(state, SPACE_KEPT_UNTIL, kept_until_place(state, evidence));
}

static const FoldingRow foldings[] = {
    {KIND_ATTACHED, apply_attached},
    {KIND_DISCARDED, apply_discarded},
};

bool apply_evidence(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
