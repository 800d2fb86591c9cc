package mayday.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one question of a scenario's author is phrased, and how like a text is to that.
 *
 * @param plain what asks for its dimension and nothing particular of it
 * @param middle the middle of the meanings of its phrasings, of length 1
 * @param words the stems of all words in its phrasings
 */
record OwnPhrasings(
        Topic.Authored topic, List<Phrasing> phrasings, List<Phrasing> plain, List<Double> middle, Set<String> words) {
    /** So many phrasings count. */
    private static final int NEAREST = 3;

    /**
     * One of them, or a text to compare with them.
     *
     * @param kind of each topic that the ontology has, the root of how likely it asks about it
     * @param amount how much its stems tell
     */
    record Phrasing(Features features, List<Double> kind, Set<String> stems, double amount) {
        static Phrasing of(OwnQuestions.Seen text, Rarity rarity) {
            var stems = Rarity.stems(text.text());
            return new Phrasing(
                    text.features(),
                    text.known().values().stream().map(Math::sqrt).toList(),
                    stems,
                    rarity.of(stems));
        }

        /** How much of what it tells is in {@code others}, too; 0 to 1. */
        double shared(Set<String> others, Rarity rarity) {
            return amount > 0 ? rarity.ofCommon(stems, others) / amount : 0;
        }
    }

    static OwnPhrasings of(Topic.Authored topic, List<Phrasing> phrasings, List<Phrasing> plain) {
        var middle = new double[SentenceEncoder.DIMENSIONS];
        phrasings.forEach(
                each -> Arrays.setAll(middle, i -> middle[i] + each.features().dense()[i]));
        var square = Arrays.stream(middle).map(each -> each * each).sum();
        var length = Math.sqrt(Math.max(square, 1e-9));
        return new OwnPhrasings(
                topic,
                phrasings,
                plain,
                Arrays.stream(middle).map(each -> each / length).boxed().toList(),
                phrasings.stream().flatMap(each -> each.stems().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * How like a text is to them, each up to 1.
     *
     * @param nearest to the one that it is most like
     * @param mean to the {@value OwnPhrasings#NEAREST} that it is most like
     * @param meaning how like its meaning is to the middle of all their meanings
     * @param kind how like what the ontology takes it for is to what it takes their likest for, 0 to 1
     * @param told how much of what the text tells is in any of them
     * @param asked how much of what one of them tells is in the text
     * @param plain to what asks for the dimension and nothing particular of it
     */
    record Likeness(double nearest, double mean, double meaning, double kind, double told, double asked, double plain) {
        void addTo(Map<String, Double> values) {
            values.put("nearest", nearest);
            values.put("mean", mean);
            values.put("middle", meaning);
            values.put("kind", kind);
            values.put("kind and meaning", kind * meaning);
            values.put("told", told);
            values.put("asked", asked);
            values.put("told and asked", told * asked);
            values.put("plain", plain);
            values.put("beyond plain", nearest - plain);
        }
    }

    Likeness likeness(Phrasing text, Rarity rarity) {
        var likest = phrasings.stream()
                .map(each -> (double) Neighbours.alike(text.features(), each.features()))
                .sorted(Comparator.reverseOrder())
                .limit(NEAREST)
                .toList();
        var meaning = 0.0;
        for (var i = 0; i < middle.size(); i++) {
            meaning += middle.get(i) * text.features().dense()[i];
        }
        return new Likeness(
                likest.getFirst(),
                likest.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                meaning,
                phrasings.stream()
                        .mapToDouble(each -> alikeInKind(text, each))
                        .max()
                        .orElse(0),
                text.shared(words, rarity),
                phrasings.stream()
                        .mapToDouble(each -> each.shared(text.stems(), rarity))
                        .max()
                        .orElse(0),
                plain.stream()
                        .mapToDouble(each -> Neighbours.alike(text.features(), each.features()))
                        .max()
                        .orElse(0));
    }

    /** The Bhattacharyya coefficient of what two texts may ask. */
    private static double alikeInKind(Phrasing one, Phrasing other) {
        var sum = 0.0;
        for (var i = 0; i < one.kind().size(); i++) {
            sum += one.kind().get(i) * other.kind().get(i);
        }
        return sum;
    }
}
