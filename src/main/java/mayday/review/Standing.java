package mayday.review;

import java.util.List;

/** What an ended incident counts for. */
public enum Standing {
    /** Impact ended and the cause was named by somebody who had not been shown it. */
    SOLVED,
    /** The learner had been shown the answer before, so this is study, however well it went. */
    STUDIED,
    NOT_SOLVED,
    /** A guide led through it step by step, so it is neither solved nor not. */
    GUIDED,
    /** Its debrief has not been worked out yet. */
    NOT_JUDGED;

    /**
     * What {@code one} counts for among {@code all} that the same learner has ended. The answer was shown if an incident of the same
     * scenario and cause had ended before this one did: its debrief could be read.
     */
    static Standing of(Played one, List<Played> all) {
        if (one.guided()) {
            return GUIDED;
        }
        var shown = all.stream()
                .anyMatch(other -> !other.id().equals(one.id())
                        && other.scenario().equals(one.scenario())
                        && other.cause().equals(one.cause())
                        && other.endedAt().isBefore(one.endedAt()));
        if (shown) {
            return STUDIED;
        }
        return one.result().stream()
                .findFirst()
                .map(result -> result.ended() && result.named() ? SOLVED : NOT_SOLVED)
                .orElse(NOT_JUDGED);
    }
}
