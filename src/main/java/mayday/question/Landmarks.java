package mayday.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Points in time that a learner may refer to without saying when they were. Only what was shown is among them: who speaks of a deploy
 * that nobody has told him of is asked which one.
 *
 * @param deploys releases that the learner was shown, the newest first
 * @param then what {@code since then} means, if anything was said that it can mean
 */
record Landmarks(Instant now, Instant pagedAt, List<Deploy> deploys, Optional<Instant> then) {
    Landmarks {
        deploys = List.copyOf(deploys);
    }

    /** Nothing was said yet. */
    static Landmarks atTheStart(Instant now, Instant pagedAt) {
        return new Landmarks(now, pagedAt, List.of(), Optional.empty());
    }

    /** A release of a service. */
    record Deploy(Instant at, String service) {}

    /** The newest deploy that was shown, of {@code service} unless that is empty. */
    Optional<Instant> deploy(String service) {
        return deploys.stream()
                .filter(deploy -> service.isEmpty() || deploy.service().equals(service))
                .map(Deploy::at)
                .findFirst();
    }
}
