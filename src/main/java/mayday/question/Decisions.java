package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which topics an utterance asks about, and by which of its stretches. */
record Decisions(Said said, List<Decision> decisions) {
    Decisions {
        decisions = List.copyOf(decisions);
    }

    /** A topic that is asked about, and how likely it is; 0 to 1. */
    record Decision(Topic.Known topic, double probability, Place place) {}

    /**
     * Where in an utterance something stands.
     *
     * @param stretch the number of a stretch; -1 for all of them
     * @param runOn the number of what it may consist of; -1 for all of it
     */
    record Place(int stretch, int runOn) {
        static final Place ALL = new Place(-1, -1);
    }

    /** Takes an utterance and tells what it asks about. */
    interface Maker {
        Decisions of(Said said);
    }

    /** The questions, in the order in which they were asked, names given to what they belong to. */
    List<Reading> readings() {
        return decisions.stream().flatMap(this::readings).toList();
    }

    /** As plain rules found it, perhaps of one thing after another; else as its stretch reads. */
    private Stream<Reading> readings(Decision decision) {
        var byRules = said.clear().stream()
                .filter(each -> Chances.known(each.topic()).equals(decision.topic()))
                .toList();
        var found = byRules.isEmpty() ? List.of(inItsPlace(decision.place())) : byRules;
        return found.stream().map(each -> each.asking(decision.topic(), decision.probability()));
    }

    private Reading inItsPlace(Place place) {
        return decisions.size() == 1 || place.equals(Place.ALL)
                ? said.whole()
                : at(place).with(named(place.stretch()));
    }

    private Reading at(Place place) {
        var stretch = said.stretches().get(place.stretch());
        return place.runOn() < 0 ? stretch.reading() : stretch.runOn().get(place.runOn());
    }

    /** What the stretch of that number names, and what is named before it, if nothing was asked yet, and behind it. */
    private Mentions named(int at) {
        var stretches = said.stretches();
        var mentions = stretches.get(at).reading().mentions();
        for (var i = at + 1; i < stretches.size() && stretches.get(i).isOnlyNames(); i++) {
            mentions = mentions.and(stretches.get(i).reading().mentions());
        }
        var before = new ArrayList<Mentions>();
        for (var i = at - 1; i >= 0 && stretches.get(i).isOnlyNames(); i--) {
            before.addFirst(stretches.get(i).reading().mentions());
        }
        var isFirst = at - before.size() == 0;
        for (var earlier : before) {
            mentions = isFirst ? earlier.and(mentions) : mentions;
        }
        return mentions;
    }
}
