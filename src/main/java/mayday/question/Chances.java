package mayday.question;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How likely a stretch asks about each topic, 0 to 1, the likeliest of an author's questions counted to the dimension that it belongs to; the likeliest
 * first, and nothing for what is only names.
 */
record Chances(Map<Topic.Known, Double> of) {
    Chances {
        of = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    static Chances in(Reading reading) {
        var chances = new LinkedHashMap<Topic.Known, Double>();
        var counted = new HashSet<Topic.Known>();
        for (var ranked : reading.ranked()) {
            // Of an author's questions that belong to one dimension only one is asked.
            if (ranked.topic() instanceof Topic.Known || counted.add(known(ranked.topic()))) {
                chances.merge(known(ranked.topic()), ranked.probability(), Double::sum);
            }
        }
        return new Chances(chances);
    }

    /** The dimension of an author's question; every other topic itself. */
    static Topic.Known known(Topic topic) {
        return switch (topic) {
            case Topic.Known known -> known;
            case Topic.Authored(var question) -> new Topic.Of(question.dimension());
        };
    }

    double of(Topic.Known topic) {
        return of.getOrDefault(topic, 0.0);
    }

    /** The likeliest other question. */
    double another(Topic.Known topic) {
        return of.entrySet().stream()
                .filter(each -> Reading.asks(each.getKey()) && !each.getKey().equals(topic))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** How likely it asks nothing that is answered. */
    double refused() {
        return of.entrySet().stream()
                .filter(each -> !Reading.asks(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** The likeliest of what is not answered. */
    double likeliestRefusal() {
        return of.entrySet().stream()
                .filter(each -> !Reading.asks(each.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    Optional<Topic.Known> likeliest() {
        return of.keySet().stream().findFirst();
    }
}
