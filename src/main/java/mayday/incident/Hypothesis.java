package mayday.incident;

import java.time.Instant;
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
}
