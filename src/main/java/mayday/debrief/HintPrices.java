package mayday.debrief;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.HintOffer;
import mayday.incident.Incident;
import mayday.incident.Matter;
import mayday.incident.Recorded;

/** What hints cost: as much as was told before they were taken, off the part of the score that they helped. */
final class HintPrices {
    private HintPrices() {}

    /** The parts with the hints that helped them. */
    static List<Part> charge(Incident incident, List<Part> parts) {
        var taken = HintOffer.taken(incident);
        return taken.isEmpty()
                ? parts
                : parts.stream().map(part -> charged(part, taken)).toList();
    }

    private static Part charged(Part part, List<Recorded> taken) {
        var helped = taken.stream()
                .filter(each -> part.id()
                        .equals(partOf(((Event.HintTaken) each.event()).matter())
                                .id()))
                .toList();
        if (helped.isEmpty()) {
            return part;
        }
        var points = helped.stream()
                .mapToInt(each -> ((Event.HintTaken) each.event()).points())
                .sum();
        var findings = new ArrayList<>(part.findings());
        findings.add(new Finding(
                FindingKind.HINT_TAKEN,
                helped.size() == 1
                        ? "A hint helped here; its price was told before."
                        : helped.size() + " hints helped here; their prices were told before.",
                -points,
                0,
                helped.stream().map(Recorded::sequence).toList(),
                "The same without a hint keeps these points."));
        return new Part(part.id(), part.title(), Math.max(0, part.score() - points), part.weight(), findings);
    }

    /** The part that a hint about {@code matter} helps. */
    private static PartName partOf(Matter matter) {
        return switch (matter) {
            case Matter.Ask(var dimension) ->
                ScopeFirst.settles(dimension) ? PartName.SCOPE_FIRST : PartName.INFORMATION_GAIN;
            case Matter.Tell() -> PartName.COMMUNICATION;
            case Matter.Look(), Matter.Act() -> PartName.MITIGATION_JUDGEMENT;
            case Matter.Weigh() -> PartName.HYPOTHESES;
        };
    }

    /** In words: {@code 30 s, 5 points}. */
    static String price(Event.HintTaken hint) {
        var points = hint.points() + " points";
        return hint.cost().equals(Duration.ZERO) ? points : Clock.length(hint.cost()) + ", " + points;
    }
}
