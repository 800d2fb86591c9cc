package mayday.web.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.evidence.ErrorBudget;
import mayday.evidence.EvidenceId;
import mayday.incident.Card;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.scenario.Scenario;

/**
 * The views of one room, made one after the other as its incident goes on: what has not changed since the last one is taken over from it, the
 * same objects, so that what was made of them need not be made again. For one thread.
 */
public final class ViewedRoom {
    private final IncidentId id;
    private Optional<Scenery> scenery = Optional.empty();
    private Optional<Transcript> transcript = Optional.empty();
    private Map<EvidenceId, Kept> cards = Map.of();
    private final Map<EvidenceId, ErrorBudget> budgets = new HashMap<>();
    private Optional<Seen> seen = Optional.empty();
    private long edition = 0;

    /** What is the same in all incidents of its scenario. */
    private record Scenery(MapDrawing.Layout layout, List<RoomView.MenuEntry> menu) {
        static Scenery of(Scenario scenario) {
            return new Scenery(new MapDrawing.Layout(scenario.system()), RoomView.menu(scenario));
        }
    }

    /** What was made of a card. */
    private record Kept(Card card, EvidenceView evidence, CardBody body, RoomView.CardView view) {}

    /**
     * The last view.
     *
     * @param version of the incident
     * @param from incident time from which its map is right, until (exclusive) what is known about a service fades
     */
    private record Seen(long version, RoomView view, Instant from, Instant until) {
        boolean holds(Incident incident, Instant now) {
            return version == incident.version() && !now.isBefore(from) && now.isBefore(until);
        }
    }

    public ViewedRoom(IncidentId id) {
        this.id = id;
    }

    /** The room of {@code incident}, which is the one of this id, at {@code now}, incident time. */
    public RoomView at(Incident incident, Instant now) {
        var view = seen.filter(last -> last.holds(incident, now))
                .map(last -> last.view().at(incident, now))
                .orElseGet(() -> anew(incident, now));
        seen = Optional.of(new Seen(incident.version(), view, now, MapDrawing.sameUntil(incident, now)));
        return view;
    }

    /** Another number as soon as a view differs from the last one in more than its clock and how far actions have come. */
    public long edition() {
        return edition;
    }

    private RoomView anew(Incident incident, Instant now) {
        edition++;
        var around = scenery.orElseGet(() -> Scenery.of(incident.scenario()));
        scenery = Optional.of(around);
        if (seen.filter(last -> last.version() > incident.version()).isPresent()) {
            // Not what was seen before: nothing of that can be taken over.
            transcript = Optional.empty();
            cards = Map.of();
            budgets.clear();
        }
        var hypotheses =
                incident.board().hypotheses().stream().map(HypothesisView::of).toList();
        cards = cards(incident, hypotheses);
        var kept = List.copyOf(cards.values());
        var view = IncidentView.of(
                id,
                incident,
                now,
                turns(incident),
                kept.stream().map(Kept::evidence).toList(),
                hypotheses);
        return RoomView.of(
                view,
                kept.reversed().stream().map(Kept::view).toList(),
                around.layout().drawn(incident, view.clock().now()),
                around.menu(),
                incident,
                (evidence, slo) ->
                        budgets.computeIfAbsent(evidence.id(), _ -> BudgetBar.spent(incident, evidence, slo)));
    }

    private List<Turn> turns(Incident incident) {
        var going = transcript.orElseGet(() -> Transcript.begun(incident));
        var grown = going.grown(incident);
        if (grown.isEmpty()) {
            going = Transcript.begun(incident);
            grown = going.grown(incident);
        }
        transcript = Optional.of(going);
        return grown.orElseThrow();
    }

    /** In the order of the board. */
    private Map<EvidenceId, Kept> cards(Incident incident, List<HypothesisView> hypotheses) {
        var made = new LinkedHashMap<EvidenceId, Kept>();
        for (var card : incident.board().cards()) {
            var before = Optional.ofNullable(cards.get(card.evidence().id()));
            var body = before.map(Kept::body).orElseGet(() -> CardBody.of(card.evidence()));
            var view = RoomView.card(card, body, hypotheses);
            var evidence = before.filter(each -> each.card().pinned() == card.pinned())
                    .map(Kept::evidence)
                    .orElseGet(() -> EvidenceView.of(card));
            made.put(
                    card.evidence().id(),
                    new Kept(
                            card,
                            evidence,
                            body,
                            before.map(Kept::view).filter(view::isAs).orElse(view)));
        }
        return made;
    }
}
