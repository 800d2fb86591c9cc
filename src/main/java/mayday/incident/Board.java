package mayday.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mayday.evidence.Evidence;
import mayday.evidence.EvidenceId;
import mayday.evidence.Observation;
import mayday.scenario.ServiceId;

/**
 * What the learner knows and believes.
 *
 * @param cards evidence in order of revelation
 * @param observations the latest word on each service that was asked about
 */
public record Board(List<Card> cards, Map<ServiceId, Observation> observations, List<Hypothesis> hypotheses) {
    static final Board EMPTY = new Board(List.of(), Map.of(), List.of());

    public Board {
        cards = List.copyOf(cards);
        observations = Map.copyOf(observations);
        hypotheses = List.copyOf(hypotheses);
    }

    public Optional<Evidence> evidence(EvidenceId id) {
        return cards.stream()
                .map(Card::evidence)
                .filter(evidence -> evidence.id().equals(id))
                .findFirst();
    }

    public Optional<Hypothesis> hypothesis(HypothesisId id) {
        return hypotheses.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    Board revealed(List<Evidence> evidence, List<Observation> seen) {
        var moreCards = new ArrayList<>(cards);
        evidence.forEach(each -> moreCards.add(new Card(each, false)));
        var latest = new HashMap<>(observations);
        seen.forEach(each -> latest.put(each.service(), each));
        return new Board(moreCards, latest, hypotheses);
    }

    Board pinned(EvidenceId id, boolean pinned) {
        var changed = cards.stream()
                .map(card -> card.evidence().id().equals(id) ? new Card(card.evidence(), pinned) : card)
                .toList();
        return new Board(changed, observations, hypotheses);
    }

    Board stated(Hypothesis hypothesis) {
        var more = new ArrayList<>(hypotheses);
        more.add(hypothesis);
        return new Board(cards, observations, more);
    }

    Board changed(HypothesisId id, UnaryOperator<Hypothesis> change) {
        var changed = hypotheses.stream()
                .map(each -> each.id().equals(id) ? change.apply(each) : each)
                .toList();
        return new Board(cards, observations, changed);
    }
}
