package mayday.question;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the lessons say of texts. Of the latest ones it is remembered: a question is read as a whole, in parts, and as a whole again, and
 * to work it out takes most of the time that a question takes. Safe for use by several threads.
 */
final class Impressions {
    /** More than one utterance has parts; each takes about three kilobytes. */
    private static final int MOST_REMEMBERED = 256;

    /** How much the regression's opinion weighs; 1 would take its probabilities as they are. */
    private static final double REGRESSION = 0.8;

    private final SentenceEncoder encoder;
    private final Lessons lessons;

    private final Map<String, Impression> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Impression> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Impressions(SentenceEncoder encoder, Lessons lessons) {
        this.encoder = encoder;
        this.lessons = lessons;
    }

    /** What is known of a text. */
    static final class Impression {
        private final Features features;
        private final double[] opinions;
        private final double nearest;

        private Impression(Features features, double[] opinions, double nearest) {
            this.features = features;
            this.opinions = opinions;
            this.nearest = nearest;
        }

        Features features() {
            return features;
        }

        /** Of each topic, the logarithm of how likely it is, up to a constant. */
        double[] opinions() {
            return opinions.clone();
        }

        /** How like it is to the topic that it is most like, up to 1. */
        double nearest() {
            return nearest;
        }
    }

    Impression of(String text) {
        synchronized (remembered) {
            var known = remembered.get(text);
            if (known != null) {
                return known;
            }
        }
        // Two threads may work the same out: nobody waits for another one's text.
        var made = made(text);
        synchronized (remembered) {
            remembered.put(text, made);
        }
        return made;
    }

    private Impression made(String text) {
        var features = features(text);
        var probabilities = lessons.regression().probabilities(features);
        var opinions = new double[probabilities.length];
        Arrays.setAll(opinions, i -> REGRESSION * StrictMath.log(probabilities[i] + 1e-12));
        var likeness = lessons.neighbours().likeness(features, opinions, Classifier.LIKENESS);
        var nearest = 0.0;
        for (var i = 0; i < opinions.length; i++) {
            opinions[i] += Classifier.LIKENESS * likeness[i];
            nearest = Math.max(nearest, likeness[i]);
        }
        return new Impression(features, opinions, nearest);
    }

    Features features(String text) {
        return Features.of(text, encoder);
    }
}
