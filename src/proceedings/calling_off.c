/* A meeting that does not take place, or goes on on another day: what is put there and not decided is free
 * to be put again; what it has decided stays. */
#include "proceedings/motion.h"

/* A meeting that the actor may call off. */
static const MeetingState *need_own(Turn *turn, Text number) {
    const MeetingState *meeting = need_convened(turn, number);
    return meeting && may_convene(turn, meeting->body) ? meeting : NULL;
}

static bool need_undecided(Turn *turn, const MeetingState *meeting) {
    for (size_t i = 0; i < meeting->motions.len; i++) {
        const MotionState *motion = state_motion(turn->state, meeting->motions.at[i]);
        if (!text_empty(motion->result) && !text_is(motion->result, "withdrawn"))
            return refuse(turn, MEETING_DECIDED, meeting->number, motion->number);
    }
    return true;
}

/* The questions stay open, wherever a motion that is withdrawn would lead. */
static bool free_motions(Turn *turn, const MeetingState *meeting, const char *because) {
    for (size_t i = 0; i < meeting->motions.len; i++) {
        const MotionState *motion = state_motion(turn->state, meeting->motions.at[i]);
        if (text_empty(motion->result) &&
            !withdraw_motion(turn, motion->number, motion->subject, text_of(because)))
            return false;
    }
    return true;
}

bool do_CANCEL(Turn *turn) {
    const CancelArgs *args = turn->command->args;
    const MeetingState *meeting = need_own(turn, args->meeting);
    if (!meeting || !need_undecided(turn, meeting)) return false;
    Cancelled body = {.meeting = meeting->number, .because = args->because};
    return free_motions(turn, meeting, "cancelled") && emit(turn, KIND_CANCELLED, body.meeting, &body);
}

bool do_ADJOURN(Turn *turn) {
    const AdjournArgs *args = turn->command->args;
    const MeetingState *meeting = need_own(turn, args->meeting);
    if (!meeting) return false;
    if (meeting->until != DATE_NONE) return refuse(turn, NOT_A_MEETING, meeting->number);
    if (args->to <= meeting->on)
        return refuse(turn, ADJOURNED_BACK, meeting->number, date_text(turn->arena, meeting->on));
    Adjourned body = {.meeting = meeting->number,
                      .from = meeting->on,
                      .to = args->to,
                      .place = args->place,
                      .because = args->because};
    return free_motions(turn, meeting, "adjourned") && emit(turn, KIND_ADJOURNED, body.meeting, &body);
}
