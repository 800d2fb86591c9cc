package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mayday.evidence.Window;
import mayday.incident.Outcome;

/** Which topics an utterance asks about, and by which of its stretches. */
record Decisions(Said said, List<Decision> decisions) {
    /** So likely is a question that overrules a plain rule which takes it for an order, or for one about something that is not there; 0 to 1. */
    private static final double LEAST_OF_NO_ORDER = 0.85;

    private static final double LEAST_OF_NOT_ABSENT = 0.9;

    /** So likely is a question although its own words claim something, 0 to 1. */
    private static final double LEAST_OF_NO_CLAIM = 0.98;

    /** So likely may everything together be nothing that is answered where a question overrules a claim, 0 to 1. */
    private static final double MOST_REFUSED_OF_NO_CLAIM = 0.04;

    /** From here on a stretch asks rather than tells, 0 to 1. */
    private static final double LEAST_OF_ASKED = 0.5;

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

    /**
     * Whether something is asked so surely that plain rules are mistaken which refuse the utterance: "I'm taking over from Priya, who
     * restarted half of it. What have people done up to now?"
     */
    boolean overrule(Outcome refusal) {
        return decisions.stream().anyMatch(each -> overrules(each, refusal));
    }

    private boolean overrules(Decision decision, Outcome refusal) {
        // Who orders or claims something names it as an author does who asks about it.
        if (readings(decision).anyMatch(Reading::isAuthored)) {
            return refusal == Outcome.TOO_VAGUE;
        }
        return switch (refusal) {
            case NO_ANSWER_KEY, TOO_VAGUE, OFF_TOPIC -> true;
            case ACTION -> decision.probability() >= LEAST_OF_NO_ORDER && !said.orders();
            // Who claims something names it as clearly as who asks about it.
            case HYPOTHESIS ->
                Chances.in(said.all()).refused() <= MOST_REFUSED_OF_NO_CLAIM
                        && (decision.probability() >= LEAST_OF_NO_CLAIM
                                || !said.isClaimed(decision.place().stretch()));
            case ABSENT ->
                decision.probability() >= LEAST_OF_NOT_ABSENT
                        && !said.namesWhatIsMissing(decision.place().stretch());
            case ANSWERED, ASK_BACK -> false;
        };
    }

    /** The questions, in the order in which they were asked, names given to what they belong to. */
    List<Reading> readings(Times times, Pointing pointing) {
        return decisions.stream()
                .flatMap(each -> readings(each).map(reading -> reading.over(time(each.place(), times))))
                .map(reading -> decisions.size() == 1 ? reading.pointing(pointing(pointing)) : reading)
                .toList();
    }

    private double pointing(Pointing pointing) {
        var only = decisions.getFirst();
        return pointing.chance(only.topic(), said, only.place().stretch());
    }

    private Window time(Place place, Times times) {
        return place.equals(Place.ALL) ? times.ofAll() : times.of(at(place).pieces());
    }

    /** As plain rules found it, perhaps of one thing after another; else as its stretch reads. */
    private Stream<Reading> readings(Decision decision) {
        var byRules = said.clear().stream()
                .filter(each -> Chances.known(each.topic()).equals(decision.topic()))
                .toList();
        var found = byRules.isEmpty() ? List.of(inItsPlace(decision.place())) : byRules;
        var isAlone = decisions.size() == 1 && found.size() == 1;
        return found.stream()
                .map(each -> each.asking(decision.topic(), decision.probability()))
                .map(each -> isAlone ? each.with(about(decision.place().stretch(), each.mentions())) : each);
    }

    /** "Ledger is fine, pgbouncer is fine. Settlement memory?": where what asks names something, what is only told names nothing. */
    private Mentions about(int at, Mentions all) {
        if (at < 0) {
            return all;
        }
        var stretch = said.stretches().get(at);
        return stretch.asked() >= LEAST_OF_ASKED && !Pronouns.isIn(stretch.pieces())
                ? named(at).orElse(all)
                : all;
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
