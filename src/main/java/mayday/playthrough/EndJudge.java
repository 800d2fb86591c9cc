package mayday.playthrough;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Debrief.Part;
import mayday.incident.Incident;
import mayday.playthrough.Performance.Mismatch;
import mayday.scenario.Words;

/** Compares how an incident ended with what the script has. */
final class EndJudge {
    private final Incident incident;
    private final Optional<Debrief> debrief;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private EndJudge(Incident incident, Optional<Debrief> debrief) {
        this.incident = incident;
        this.debrief = debrief;
    }

    static List<Mismatch> judge(Script script, Incident incident, Optional<Debrief> debrief) {
        var judge = new EndJudge(incident, debrief);
        script.end().forEach(each -> judge.check(each.line(), each.ending()));
        return judge.mismatches;
    }

    private void check(int line, Ending ending) {
        if (ending.needsDebrief() && debrief.isEmpty()) {
            mismatch(
                    line,
                    "it ends with a debrief",
                    "the incident is still " + status() + ": close it, or wait until its time is over");
            return;
        }
        switch (ending) {
            case Ending.IsStatus(var status) -> {
                if (incident.status() != status) {
                    mismatch(line, "the incident ends " + Words.kebab(status), "it is " + status());
                }
            }
            case Ending.NeverMitigated() -> {
                if (mitigated() instanceof Elapsed.After(var length)) {
                    mismatch(line, "customers are never well again", "they were after " + words(length));
                }
            }
            case Ending.MitigatedAfter(var least, var most) -> mitigatedAfter(line, least, most);
            case Ending.Scores(var least, var most) ->
                band(line, "the score", debrief.orElseThrow().structure().score(), least, most);
            case Ending.PartScores(var part, var least, var most) ->
                debrief.orElseThrow().structure().parts().stream()
                        .filter(each -> each.id().equals(part.id()))
                        .mapToInt(Part::score)
                        .forEach(score -> band(line, part.id(), score, least, most));
        }
    }

    private Elapsed mitigated() {
        return debrief.orElseThrow().time().mitigate();
    }

    private void mitigatedAfter(int line, Duration least, Duration most) {
        var expected =
                "customers are well again after " + words(least) + (least.equals(most) ? "" : " to " + words(most));
        switch (mitigated()) {
            case Elapsed.Never() -> mismatch(line, expected, "they never were");
            case Elapsed.After(var length) -> {
                if (length.compareTo(least) < 0 || length.compareTo(most) > 0) {
                    mismatch(line, expected, "they were after " + words(length));
                }
            }
        }
    }

    private void band(int line, String what, int score, int least, int most) {
        if (score < least || score > most) {
            mismatch(
                    line,
                    what + " is " + (least == most ? Integer.toString(least) : least + " to " + most),
                    "it is " + score);
        }
    }

    private static String words(Duration length) {
        return Written.time(length);
    }

    private String status() {
        return Words.kebab(incident.status());
    }

    private void mismatch(int line, String expected, String happened) {
        mismatches.add(new Mismatch(line, expected, happened, incident.version()));
    }
}
