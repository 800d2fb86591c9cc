package mayday.proof;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.ChangeId;

/** The changes that a learner is shown and that nothing explains: what it would look like if they were to blame, nobody has said. */
final class Unexplained {
    /** As far back as changes are listed to who names no time. */
    private static final Duration LISTED = Duration.ofHours(24);

    private Unexplained() {}

    /** The latest first. */
    static List<ChangeId> changes(Draft draft) {
        var scenario = draft.scenario();
        var explained = scenario.suspects().stream()
                .flatMap(cause -> Stream.concat(Stream.of(cause), cause.parts().stream()))
                .flatMap(cause -> Stream.concat(cause.carriedBy().stream(), cause.blames().stream()))
                .collect(Collectors.toSet());
        var ofCauses = draft.causes().stream().map(Cause::changes).flatMap(List::stream);
        return Stream.of(scenario.system().changes().stream(), scenario.changes().stream(), ofCauses)
                .flatMap(changes -> changes)
                .filter(change -> change.ago().compareTo(LISTED) <= 0 && !explained.contains(change.id()))
                .sorted(Comparator.comparing(Change::ago))
                .map(Change::id)
                .distinct()
                .toList();
    }
}
