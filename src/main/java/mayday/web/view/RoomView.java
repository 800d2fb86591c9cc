package mayday.web.view;

import java.time.Instant;
import java.util.List;
import mayday.incident.ActionMenu;
import mayday.incident.Card;
import mayday.incident.Incident;
import mayday.incident.IncidentId;
import mayday.scenario.Scenario;

/**
 * An incident room, ready for its templates.
 *
 * @param cards newest first
 * @param open hypotheses that are not ruled out
 * @param unthoughtOf what the open hypotheses leave of 100
 */
public record RoomView(
        IncidentView incident,
        Asked errorBudget,
        Asked customerImpact,
        MapDrawing map,
        List<CardView> cards,
        List<HypothesisView> open,
        List<HypothesisView> ruledOut,
        int unthoughtOf,
        List<MenuEntry> menu) {
    public RoomView {
        cards = List.copyOf(cards);
        open = List.copyOf(open);
        ruledOut = List.copyOf(ruledOut);
        menu = List.copyOf(menu);
    }

    /** Something that the header shows once it was asked about. */
    public sealed interface Asked {
        record Never() implements Asked {}

        /**
         * The newest answer.
         *
         * @param evidence id of the card that holds it; empty if there is none
         */
        record AsOf(Instant at, String text, String evidence) implements Asked {}

        /** The newest answer, drawn. */
        record Budget(BudgetBar bar) implements Asked {}
    }

    /**
     * A card of the evidence board.
     *
     * @param links what it speaks for and against
     */
    public record CardView(
            String id,
            String kind,
            String title,
            String source,
            Instant asOf,
            boolean pinned,
            CardBody body,
            List<LinkView> links) {
        public CardView {
            links = List.copyOf(links);
        }

        /** Whether another view of the same piece of evidence shows the same. */
        boolean isAs(CardView other) {
            return id.equals(other.id) && pinned == other.pinned && links.equals(other.links);
        }
    }

    /** A link from a card to a hypothesis. */
    public record LinkView(String hypothesis, String title, boolean supports) {}

    /** A row of the action palette. */
    public record MenuEntry(String id, String title, String icon, String takes, int blastRadius, String blastWords) {}

    /** The room of {@code incident} at {@code now}, incident time. */
    public static RoomView of(IncidentId id, Incident incident, Instant now) {
        return new ViewedRoom(id).at(incident, now);
    }

    /** @param cards newest first */
    static RoomView of(
            IncidentView view,
            List<CardView> cards,
            MapDrawing map,
            List<MenuEntry> menu,
            Incident incident,
            BudgetBar.Budgets budgets) {
        var open = view.hypotheses().stream().filter(each -> !each.ruledOut()).toList();
        return new RoomView(
                view,
                LastAnswer.errorBudget(incident, budgets),
                LastAnswer.customerImpact(incident),
                map,
                cards,
                open,
                view.hypotheses().stream().filter(HypothesisView::ruledOut).toList(),
                Math.max(
                        0,
                        100 - open.stream().mapToInt(HypothesisView::confidence).sum()),
                menu);
    }

    /** The same of the same incident at another moment, at which its map is the same. */
    RoomView at(Incident same, Instant now) {
        return new RoomView(
                incident.at(same, now), errorBudget, customerImpact, map, cards, open, ruledOut, unthoughtOf, menu);
    }

    public static CardView card(Card card, IncidentView incident) {
        return card(card, CardBody.of(card.evidence()), incident.hypotheses());
    }

    static CardView card(Card card, CardBody body, List<HypothesisView> hypotheses) {
        var evidence = card.evidence();
        var id = evidence.id().value();
        var links = hypotheses.stream()
                .filter(each ->
                        each.supporting().contains(id) || each.contradicting().contains(id))
                .map(each ->
                        new LinkView(each.id(), each.title(), each.supporting().contains(id)))
                .toList();
        return new CardView(
                id,
                evidence.body().kind(),
                evidence.title(),
                evidence.source(),
                evidence.asOf(),
                card.pinned(),
                body,
                links);
    }

    static List<MenuEntry> menu(Scenario scenario) {
        return ActionMenu.of(scenario).items().stream().map(RoomView::entry).toList();
    }

    private static MenuEntry entry(ActionMenu.Item item) {
        return new MenuEntry(
                item.id(),
                item.title(),
                Icons.of(item.kind()),
                Format.takes(item.takes()),
                item.blastRadius(),
                item.blastWords());
    }

    /** Evidence cards of one sort, for the board's filter: {@code all}, {@code chart}, {@code log}, {@code command}, {@code pinned}. */
    public long count(String sort) {
        return cards.stream().filter(card -> shows(sort, card)).count();
    }

    public static boolean shows(String sort, CardView card) {
        return sort.equals("all") || card.kind().equals(sort) || (sort.equals("pinned") && card.pinned());
    }

    public List<IncidentView.ActionView> running() {
        return incident.actions().stream()
                .filter(IncidentView.ActionView::running)
                .toList();
    }

    /** Whether an answer is on its way. */
    public boolean waiting() {
        return incident.transcript().stream().anyMatch(turn -> turn instanceof Turn.Question asked && asked.pending());
    }

    /** The newest question, if it asks back, so that its chips can be picked by number: its sequence, or 0. */
    public long asksBack() {
        for (var turn : incident.transcript().reversed()) {
            if (turn instanceof Turn.Question asked) {
                return asked.suggestions().isEmpty() || incident.over() ? 0 : asked.sequence();
            }
        }
        return 0;
    }
}
