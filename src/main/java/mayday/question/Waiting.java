package mayday.question;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mayday.incident.Limits;
import mayday.incident.Understanding;
import mayday.incident.Understanding.Argument;
import mayday.incident.Understanding.Offer;

/** Understands that time shall pass: {@code wait 2 minutes}, {@code give it a minute}, {@code fast forward 10m}. */
final class Waiting {
    private static final String LENGTH =
            "(?:for |by )?(?:about |another |a further )?(" + Instants.LENGTH + ")(?: more)?";
    private static final Pattern ORDER = Pattern.compile("^(?:"
            + "(?:wait|hold on|hang on|sit tight|sleep|pause|stand by|give (?:it|that|them)|skip(?: ahead| forward)?|fast[ -]?forward|advance(?: the clock| time)?|move the clock(?: on)?) "
            + LENGTH
            + "|let (?:about |another )?(" + Instants.LENGTH + ") (?:pass|go by|elapse)"
            + "|wait(?: a (?:bit|while|little|moment))?|let (?:some )?time pass|fast[ -]?forward)$");

    private Waiting() {}

    /** What is offered for {@code order}, without what stands before its verb; with how long, where that can be waited for at once. */
    static Optional<Offer> order(String order) {
        var said = ORDER.matcher(order);
        if (!said.find()) {
            return Optional.empty();
        }
        var written = Optional.ofNullable(said.group(1)).or(() -> Optional.ofNullable(said.group(2)));
        var seconds = written.map(length -> Instants.length(length).toSeconds())
                .filter(length -> length >= 1 && length <= Limits.LONGEST_WAIT.toSeconds());
        return Optional.of(new Offer(
                Understanding.WAIT,
                "",
                "",
                seconds.map(length -> List.of(new Argument("seconds", Long.toString(length))))
                        .orElse(List.of())));
    }
}
