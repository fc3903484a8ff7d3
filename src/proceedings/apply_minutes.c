/* Folding: what was said and assigned at a meeting. What was said changes nothing: it stands in its entry. */
#include "proceedings/motion.h"

/* What has no day comes last. */
static Text action_key(State *state, Date due, Text meeting, int64_t number) {
    Arena *arena = state_arena(state);
    Text day = due == DATE_NONE ? TEXT("undated") : date_text(arena, due);
    return text_format(arena, "%.*s %.*s %lld", TEXT_ARG(day), TEXT_ARG(meeting), (long long)number);
}

static void apply_assigned(Applied *applied) {
    const Assigned *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    if (body->number != (int64_t)meeting->actions.len + 1) {
        cannot_follow(applied, "an action item whose number is not the next", body->meeting);
        return;
    }
    ActionState *action = record_push(state_arena(applied->state), &ActionState_record, &meeting->actions);
    *action = (ActionState){.text = body->text, .owner = body->owner, .due = body->due, .about = body->about};
    Text key = action_key(applied->state, body->due, body->meeting, body->number);
    OpenActionState *open = state_change(applied->state, SPACE_OPEN_ACTION, key);
    *open = (OpenActionState){.meeting = body->meeting, .number = body->number};
}

static void apply_action_done(Applied *applied) {
    const ActionDone *body = applied->body;
    MeetingState *meeting = changed_meeting(applied, body->meeting);
    if (!meeting) return;
    if (body->number < 1 || body->number > (int64_t)meeting->actions.len) {
        cannot_follow(applied, "an action item that nobody was given", body->meeting);
        return;
    }
    ActionState *action = &meeting->actions.at[body->number - 1];
    action->done = true;
    state_remove(applied->state, SPACE_OPEN_ACTION,
                 action_key(applied->state, action->due, body->meeting, body->number));
}

static const FoldingRow foldings[] = {
    {KIND_NOTED, NULL}, {KIND_ASSIGNED, apply_assigned}, {KIND_ACTION_DONE, apply_action_done}};

bool apply_minutes(Applied *applied) {
    return fold_by(foldings, sizeof foldings / sizeof *foldings, applied);
}
