package mayday.evidence;

import static mayday.evidence.Shop.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Body;
import mayday.scenario.Dimension;
import mayday.scenario.RegionId;
import mayday.scenario.ServiceId;

/** Asks a known history, at ten minutes after the page unless told otherwise. */
record Telling(KnownHistory history, Circumstances circumstances) {
    static final Instant NOW = Shop.PAGED_AT.plusSeconds(600);

    static Telling of(KnownHistory history) {
        return new Telling(history, at(NOW));
    }

    static Telling of(KnownHistory history, Circumstances circumstances) {
        return new Telling(history, circumstances);
    }

    Answer ask(Dimension dimension, Target... targets) {
        return ask(Shop.about(dimension, targets));
    }

    Answer ask(Interpretation interpretation) {
        return Answers.answer(circumstances, history, interpretation, 1);
    }

    String text(Dimension dimension, Target... targets) {
        return ask(dimension, targets).text();
    }

    static Target service(ServiceId id) {
        return new Target.OfService(id);
    }

    static Target node(ServiceId id, RegionId region) {
        return new Target.OfNode(id, region);
    }

    static Target host(ServiceId id, RegionId region, int number) {
        return new Target.OfHost(id, region, number);
    }

    /** The only body of this kind in an answer. */
    static <B extends Body> B only(Class<B> kind, Answer answer) {
        var bodies = answer.evidence().stream()
                .map(Evidence::body)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        if (bodies.size() != 1) {
            throw new AssertionError(bodies.size() + " of " + kind + " in " + answer);
        }
        return bodies.getFirst();
    }

    /** Everything that a reader can read in an answer. */
    static List<String> everyWord(Answer answer) {
        var words = new ArrayList<String>();
        words.add(answer.text());
        for (var evidence : answer.evidence()) {
            words.add(evidence.title());
            words.add(evidence.source());
            words.add(evidence.body().toString());
        }
        return words;
    }
}
