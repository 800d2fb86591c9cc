package mayday.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.evidence.Evidence;
import mayday.incident.Event;
import mayday.question.Landmarks.Deploy;
import mayday.scenario.ChangeKind;
import mayday.scenario.Words;

/**
 * What a learner was told in answer to a question, as far as later questions may refer to it.
 *
 * @param time the first time of day that the answer names, as written; empty if it names none
 * @param deploys releases that the answer shows, the newest first
 */
record Heard(String time, List<Deploy> deploys) {
    /** A list of changes is no longer than this for whoever refers to one of them. */
    private static final int MOST_DEPLOYS = 40;

    private static final Pattern TIME =
            Pattern.compile("(?<![0-9:-])(?:(\\d{1,2} [A-Z][a-z]{2}) )?(\\d{2}:\\d{2})(?::\\d{2})?(?![0-9:])");
    static final Heard NOTHING = new Heard("", List.of());

    Heard {
        deploys = List.copyOf(deploys);
    }

    static Heard of(Event.QuestionAnswered answered) {
        var deploys = new ArrayList<Deploy>();
        for (var evidence : answered.evidence()) {
            if (evidence.body() instanceof Evidence.Changes(var items)) {
                items.stream()
                        .filter(item -> item.kind().equals(Words.kebab(ChangeKind.RELEASE)))
                        .limit(MOST_DEPLOYS)
                        .forEach(item -> deploys.add(new Deploy(item.at(), item.service())));
            }
        }
        var time = TIME.matcher(answered.text());
        var written = time.find() ? (time.group(1) == null ? "" : time.group(1) + " ") + time.group(2) : "";
        return new Heard(written, deploys);
    }

    /** The instant that the answer names first. */
    Optional<Instant> instant(Instant now) {
        return time.isEmpty() ? Optional.empty() : TimeWindows.instant(time.toLowerCase(java.util.Locale.ROOT), now);
    }
}
