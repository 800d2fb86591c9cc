package mayday.debrief;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.debrief.Debrief.Finding;
import mayday.debrief.Debrief.Part;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Matter;
import mayday.incident.Recorded;

/** What hints cost: as much as was told before they were taken, off the part of the score that they helped. */
final class HintPrices {
    private HintPrices() {}

    /** A hint and what it takes off a part. */
    private record Charge(long sequence, PartName part, int points, boolean sent) {}

    /** The parts with the hints that helped them. */
    static List<Part> charge(Incident incident, List<Part> parts) {
        var charges = incident.history().stream().flatMap(HintPrices::charge).toList();
        return charges.isEmpty()
                ? parts
                : parts.stream().map(part -> charged(part, charges)).toList();
    }

    /** A facilitator's hint is about where to look next: it helps what is learnt. One that costs nothing is not spoken of. */
    private static Stream<Charge> charge(Recorded recorded) {
        return switch (recorded.event()) {
            case Event.HintTaken taken ->
                Stream.of(new Charge(recorded.sequence(), partOf(taken.matter()), taken.points(), false));
            case Event.HintSent sent
            when sent.points() > 0 ->
                Stream.of(new Charge(recorded.sequence(), PartName.INFORMATION_GAIN, sent.points(), true));
            case Event.Public _, Event.Secret _ -> Stream.of();
        };
    }

    private static Part charged(Part part, List<Charge> charges) {
        var helped = charges.stream()
                .filter(each -> part.id().equals(each.part().id()))
                .toList();
        if (helped.isEmpty()) {
            return part;
        }
        var points = helped.stream().mapToInt(Charge::points).sum();
        var findings = new ArrayList<>(part.findings());
        findings.add(new Finding(
                FindingKind.HINT_TAKEN,
                words(helped),
                -points,
                0,
                helped.stream().map(Charge::sequence).toList(),
                "The same without a hint keeps these points."));
        return new Part(part.id(), part.title(), Math.max(0, part.score() - points), part.weight(), findings);
    }

    private static String words(List<Charge> helped) {
        var many = helped.size() > 1;
        if (helped.stream().anyMatch(Charge::sent)) {
            return many
                    ? helped.size() + " hints helped here, the facilitator's among them, each at its price."
                    : "A hint from the facilitator helped here, at its price.";
        }
        return many
                ? helped.size() + " hints helped here; their prices were told before."
                : "A hint helped here; its price was told before.";
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
