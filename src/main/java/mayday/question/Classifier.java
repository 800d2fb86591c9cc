package mayday.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells what a text is about: every topic with its probability, the likeliest first. Safe for use by several threads. */
final class Classifier {
    private final SentenceEncoder encoder;
    private final Lessons lessons;

    Classifier(SentenceEncoder encoder, Lessons lessons) {
        this.encoder = encoder;
        this.lessons = lessons;
    }

    /** A topic and how likely it is, 0 to 1. */
    record Ranked(Topic topic, double probability) {}

    /** A classifier that knows {@code more} beside all that this one knows. */
    Classifier with(List<Example> more) {
        return more.isEmpty() ? this : new Classifier(encoder, lessons.with(encoder, more));
    }

    List<Ranked> rank(String text) {
        var probabilities = lessons.regression().probabilities(Features.of(text, encoder));
        var ranked = new ArrayList<Ranked>();
        for (var i = 0; i < lessons.topics().size(); i++) {
            ranked.add(new Ranked(lessons.topics().get(i), probabilities[i]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        return ranked;
    }
}
