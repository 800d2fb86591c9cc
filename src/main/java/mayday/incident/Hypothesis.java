package mayday.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.EvidenceId;
import mayday.scenario.FaultClass;

/** A hypothesis as it stands. */
public record Hypothesis(
        HypothesisId id,
        String text,
        FaultClass faultClass,
        String target,
        int confidence,
        Verdict verdict,
        List<EvidenceId> because,
        List<Link> links,
        Instant statedAt,
        Instant judgedAt) {
    public Hypothesis {
        because = List.copyOf(because);
        links = List.copyOf(links);
    }

    /** Evidence that bears on it. */
    public record Link(EvidenceId evidence, Stance stance) {}

    Hypothesis revised(int to) {
        return new Hypothesis(id, text, faultClass, target, to, verdict, because, links, statedAt, judgedAt);
    }

    Hypothesis judged(Verdict next, List<EvidenceId> reasons, Instant at) {
        return new Hypothesis(id, text, faultClass, target, confidence, next, reasons, links, statedAt, at);
    }

    /** With a link, which replaces an earlier one to the same evidence. */
    Hypothesis linked(EvidenceId evidence, Stance stance) {
        var changed = new ArrayList<>(links);
        changed.removeIf(link -> link.evidence().equals(evidence));
        changed.add(new Link(evidence, stance));
        return new Hypothesis(id, text, faultClass, target, confidence, verdict, because, changed, statedAt, judgedAt);
    }
}
