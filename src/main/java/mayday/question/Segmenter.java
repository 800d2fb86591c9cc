package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the questions in an utterance: one, or several that are joined by marks and conjunctions. */
final class Segmenter {

    /** At this likelihood, "one or the other" is one question. */
    private static final double SURE = 0.7;

    private static final Set<String> FILLERS = Set.of(
            "the",
            "of",
            "in",
            "for",
            "on",
            "at",
            "from",
            "to",
            "a",
            "an",
            "service",
            "services",
            "region",
            "regions",
            "too",
            "also",
            "only",
            "both",
            "as",
            "well",
            "one",
            "same",
            "please",
            "then",
            "with",
            "and",
            "or",
            "is",
            "are",
            "it",
            "vs",
            "versus",
            "all",
            "between",
            "what",
            "about",
            "how",
            "just");

    private final Reader reader;
    private final Classifier classifier;

    Segmenter(Reader reader, Classifier classifier) {
        this.reader = reader;
        this.classifier = classifier;
    }

    /** One reading for each question in {@code sentence}. */
    List<Reading> readings(Sentence all) {
        var sentence = all.pieces();
        var whole = reading(sentence);
        if (whole.isOnlyNames()) {
            return List.of(whole);
        }
        var joined = separate(whole, Fragments.joined(sentence));
        if (joined.size() > 1) {
            return joined;
        }
        if (whole.probability() < SURE) {
            var alternatives = separate(whole, Fragments.alternatives(sentence));
            if (alternatives.size() > 1) {
                return alternatives;
            }
        }
        return List.of(whole);
    }

    /** The sentence, or whatever stretch of it, as one question. */
    Reading reading(List<Piece> stretch) {
        var pieces = reader.withoutCourtesies(stretch);
        var mentions = Mentions.in(pieces);
        return isOnlyNames(pieces)
                ? new Reading(pieces, mentions, List.of())
                : new Reading(pieces, mentions, classifier.rank(Reader.read(pieces)));
    }

    static boolean isOnlyNames(List<Piece> pieces) {
        var names = 0;
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Word(var text) -> {
                    if (!FILLERS.contains(text)) {
                        return false;
                    }
                }
                case Piece.Mark _ -> {}
                case Piece.OneOf(var _, var noun, var _) -> names += noun.equals("cache") || noun.equals("db") ? 0 : 1;
                case Piece.OfService _, Piece.OfHost _, Piece.OfRegion _, Piece.OfTeam _, Piece.Missing _ -> names++;
            }
        }
        return names > 0;
    }

    /** The parts as questions of their own; empty unless each is clear and they differ in what they ask. */
    private List<Reading> separate(Reading whole, List<List<Piece>> parts) {
        if (parts.size() < 2) {
            return List.of();
        }
        var readings = new ArrayList<Reading>();
        for (var part : parts) {
            var reading = reading(part);
            // "right and": a single word that asks nothing is talk.
            if (reading.pieces().size() > 1 || !reading.isRefused()) {
                readings.add(reading);
            }
        }
        var merged = attached(readings);
        var topics = merged.stream().map(Reading::topic).distinct().count();
        var areClear = merged.stream().allMatch(part -> part.isClearPartOf(whole));
        return topics > 1 && topics == merged.size() && areClear ? merged : List.of();
    }

    /** Of the readings of several sentences the questions; what is doubtful beside a clear one is taken for talk. */
    static List<Reading> questions(List<Reading> readings, Reading whole) {
        var clear = readings.stream().filter(Reading::isClear).toList();
        var topics = clear.stream().map(Reading::topic).distinct().count();
        if (topics > 1) {
            var parts = clear.stream().filter(part -> part.isClearPartOf(whole)).toList();
            return parts.isEmpty() && whole.isClear() ? List.of(whole) : parts;
        }
        var isSurer = whole.isClear()
                && whole.probability() >= Reading.LIKELY_WHOLE
                && clear.stream().allMatch(part -> part.probability() < Reading.LIKELY_WHOLE);
        return isSurer ? List.of(whole) : clear;
    }

    /** Gives what is nothing but names to the question before it, or to the first one after. */
    static List<Reading> attached(List<Reading> readings) {
        var attached = new ArrayList<Reading>();
        var waiting = Mentions.NONE;
        for (var reading : readings) {
            if (!reading.isOnlyNames()) {
                attached.add(reading.with(waiting.and(reading.mentions())));
                waiting = Mentions.NONE;
            } else if (attached.isEmpty()) {
                waiting = waiting.and(reading.mentions());
            } else {
                var last = attached.removeLast();
                attached.add(last.with(last.mentions().and(reading.mentions())));
            }
        }
        return attached;
    }
}
