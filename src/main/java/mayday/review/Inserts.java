package mayday.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mayday.evidence.Evidence;
import mayday.incident.Hypothesis;
import mayday.incident.Incident;
import mayday.scenario.Words;

/** What of a run can be inserted into its post-mortem. */
public final class Inserts {
    private Inserts() {}

    /** The timeline, the hypotheses if there are any, and each piece of evidence; of very much evidence the latest. */
    public static List<Insert> of(Incident incident, Facts facts) {
        var inserts = new ArrayList<Insert>();
        inserts.add(new Insert(
                "timeline",
                "timeline",
                "Timeline, " + Numbers.counted(Chronicle.lines(incident, facts).size(), "moment"),
                Chronicle.text(incident, facts),
                Section.TIMELINE));
        var hypotheses = incident.board().hypotheses();
        if (!hypotheses.isEmpty()) {
            var lines = hypotheses.stream().map(Inserts::line).collect(Collectors.joining("\n"));
            inserts.add(new Insert(
                    "hypotheses", "hypotheses", "Hypotheses with final confidence", lines, Section.ROOT_CAUSE));
        }
        var cards = incident.board().cards();
        cards.subList(Math.max(0, cards.size() - Limits.INSERTS), cards.size()).stream()
                .map(card -> evidence(card.evidence()))
                .forEach(inserts::add);
        return inserts;
    }

    public static Optional<Insert> find(List<Insert> inserts, String id) {
        return inserts.stream().filter(insert -> insert.id().equals(id)).findFirst();
    }

    private static Insert evidence(Evidence evidence) {
        return new Insert(
                evidence.id().value(),
                evidence.body().kind(),
                evidence.id() + " " + evidence.title(),
                evidence.id() + " " + evidence.title() + ", " + evidence.source() + ", as of "
                        + Numbers.at(evidence.asOf()) + " UTC",
                Section.ROOT_CAUSE);
    }

    private static String line(Hypothesis hypothesis) {
        return hypothesis.id() + " " + words(hypothesis) + ": "
                + Words.kebab(hypothesis.verdict()).replace('-', ' ') + ", " + hypothesis.confidence() + " %";
    }

    /** A hypothesis in the writer's words, or in those of its class and target. */
    static String words(Hypothesis hypothesis) {
        var formal =
                hypothesis.faultClass().title() + (hypothesis.target().isBlank() ? "" : " at " + hypothesis.target());
        return hypothesis.text().isBlank() ? formal : Chronicle.quoted(hypothesis.text());
    }
}
