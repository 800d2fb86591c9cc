package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.incident.Hypothesis;
import mayday.incident.Stance;
import mayday.scenario.Words;

/**
 * A hypothesis on the board.
 *
 * @param title the learner's words, or the fault class and target in words
 * @param status {@code open}, {@code ruled-out} or {@code confirmed}
 */
public record HypothesisView(
        String id,
        String title,
        String text,
        String faultClass,
        String target,
        int confidence,
        String status,
        List<String> because,
        List<String> supporting,
        List<String> contradicting,
        Instant statedAt,
        Instant judgedAt) {
    public HypothesisView {
        because = List.copyOf(because);
        supporting = List.copyOf(supporting);
        contradicting = List.copyOf(contradicting);
    }

    public static HypothesisView of(Hypothesis hypothesis) {
        return new HypothesisView(
                hypothesis.id().value(),
                Phrases.hypothesis(hypothesis),
                hypothesis.text(),
                Words.kebab(hypothesis.faultClass()),
                hypothesis.target(),
                hypothesis.confidence(),
                Words.kebab(hypothesis.verdict()),
                hypothesis.because().stream().map(Object::toString).toList(),
                linked(hypothesis, Stance.FOR),
                linked(hypothesis, Stance.AGAINST),
                hypothesis.statedAt(),
                hypothesis.judgedAt());
    }

    private static List<String> linked(Hypothesis hypothesis, Stance stance) {
        return hypothesis.links().stream()
                .filter(link -> link.stance() == stance)
                .map(link -> link.evidence().value())
                .toList();
    }

    public boolean ruledOut() {
        return status.equals("ruled-out");
    }

    public boolean confirmed() {
        return status.equals("confirmed");
    }
}
