package mayday.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the questions in an utterance: one, or several that are joined by marks and conjunctions. */
final class Segmenter {

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

    private static final Set<String> ONLY = Set.of("only", "just");

    /** From here on a whole is likely one question, 0 to 1. */
    private static final double SURE_WHOLE = 0.9;

    /** What a part needs beside such a whole to be another one. */
    private static final double BESIDE_SURE_WHOLE = 0.86;

    /** From here on a query that is one for sure asks what it likeliest does, 0 to 1. */
    private static final double LEAST_OF_QUERY = 0.4;

    /** What lines for a machine need to be taken for a question, 0 to 1. */
    private static final double LEAST_OF_LINES = 0.5;

    /** From here on a remark asks, whatever its wording. */
    private static final double SURE = 0.9;

    private final Reader reader;
    private final Classifier classifier;
    private final Thresholds thresholds;

    Segmenter(Reader reader, Classifier classifier, Thresholds thresholds) {
        this.reader = reader;
        this.classifier = classifier;
        this.thresholds = thresholds;
    }

    /** A stretch of a sentence and how it reads. */
    private record Part(List<Piece> pieces, Separator before, Reading reading, boolean isRequest, boolean goesOn) {

        Part within(Reading whole) {
            return new Part(pieces, before, reading.within(whole), isRequest, goesOn);
        }

        boolean standsAfter(Separator separator, Reading whole) {
            return !reading.isOnlyNames() && reading.isClear() && reading.probability() >= least(separator, whole);
        }

        /** "Which services and vendors does it need": before what does not begin as questions do, it has to be surer. */
        boolean standsBefore(Part next, Reading whole) {
            var separator = next.before();
            var least = Sentence.opens(next.pieces()) || separator.endsSentence()
                    ? 0
                    : separator.least(
                            next.pieces().subList(0, Math.min(2, next.pieces().size())));
            return standsAfter(separator, whole) && reading.probability() >= least;
        }

        private double least(Separator separator, Reading whole) {
            var isElse = whole.isClear() && !whole.topic().equals(reading.topic());
            var least = separator.least(reading.pieces());
            return isElse && !separator.endsSentence() && whole.probability() >= SURE_WHOLE
                    ? Math.max(least, BESIDE_SURE_WHOLE)
                    : least;
        }

        /** "Customers say that it is slow, since when": what is told, unless it asks in a sentence of its own. */
        boolean isContext() {
            var asksByItself =
                    !goesOn && (before.endsSentence() || before == Separator.ALSO) && reading.probability() >= SURE;
            return !isRequest && !reading.isOnlyNames() && !asksByItself;
        }
    }

    /**
     * One reading for each question in {@code sentences}. What is not sure enough to stand for itself belongs to its neighbour, and what
     * is only told is context to what is asked.
     */
    List<Reading> readings(List<Sentence> sentences) {
        var parts = parts(sentences);
        var whole = wholeOf(parts);
        var said = parts.stream().map(Part::reading).toList();
        if (parts.size() > 1) {
            parts.replaceAll(part -> part.within(whole));
        }
        var isAsked =
                IntStream.range(0, parts.size()).anyMatch(i -> parts.get(i).isRequest() && stands(parts, i, whole));
        if (isAsked) {
            parts.removeIf(Part::isContext);
        }
        while (parts.size() > 1) {
            var weakest = weakest(parts, whole);
            if (weakest < 0) {
                break;
            }
            merge(parts, weakest, whole);
        }
        return Overlooked.with(attached(parts.stream().map(Part::reading).toList()), said, whole);
    }

    /** One reading for each of several lines for a machine, or one for all; none unless they are clear. */
    List<Reading> lines(List<List<Piece>> lines) {
        var readings = lines.stream().map(this::reading).toList();
        if (readings.stream()
                .allMatch(each -> each.isClear() && each.probability() >= Separator.AND.least(each.pieces()))) {
            return readings;
        }
        var whole = reading(lines.stream().flatMap(List::stream).toList());
        return whole.isClear() && whole.probability() >= LEAST_OF_LINES ? List.of(whole) : List.of();
    }

    /** One reading of a query for what is collected of everything; none unless it stands out. */
    List<Reading> collected(List<Piece> query) {
        var reading = reading(query);
        return !reading.isOnlyNames() && Reading.asks(reading.topic()) && reading.probability() >= LEAST_OF_QUERY
                ? List.of(reading.ofEverything())
                : List.of();
    }

    private List<Part> parts(List<Sentence> sentences) {
        var parts = new ArrayList<Part>();
        var before = Separator.STOP;
        var asked = false;
        var named = List.<Piece>of();
        for (var sentence : sentences) {
            var between = isOneMore(sentence, asked) ? Fragments.stronger(before, Separator.AND) : before;
            for (var fragment : Fragments.of(sentence.pieces(), between)) {
                var reading = reading(Pronouns.withNameFor(fragment.pieces(), named));
                named = Pronouns.names(fragment.pieces(), named);
                parts.add(new Part(
                        fragment.pieces(),
                        fragment.before(),
                        sentence.isQuestion() ? reading.asQuestion() : reading,
                        sentence.isRequest(),
                        sentence.goesOn()));
            }
            asked = sentence.isPlainQuestion();
            before = sentence.isQuestion() ? Separator.QUESTION : sentence.goesOn() ? Separator.COMMA : Separator.STOP;
        }
        return parts;
    }

    /** "Which names fail, and since when": what surely asks by itself and follows another question is one more. */
    private boolean isOneMore(Sentence sentence, boolean asked) {
        return asked
                && sentence.isJoined()
                && sentence.isPlainQuestion()
                && reading(sentence.pieces()).probability() >= SURE;
    }

    private Reading wholeOf(List<Part> parts) {
        return parts.size() == 1
                ? parts.getFirst().reading()
                : reading(parts.stream().flatMap(part -> part.pieces().stream()).toList());
    }

    /** The first part has nothing before it: what divides it from the next one counts. */
    private static boolean stands(List<Part> parts, int at, Reading whole) {
        if (parts.size() == 1) {
            return parts.getFirst().reading().isClear();
        }
        return at > 0
                ? parts.get(at).standsAfter(parts.get(at).before(), whole)
                : parts.getFirst().standsBefore(parts.get(1), whole);
    }

    /** The number of the part that least stands for itself; -1 if all do, names apart. */
    private static int weakest(List<Part> parts, Reading whole) {
        var weakest = -1;
        for (var i = 0; i < parts.size(); i++) {
            var reading = parts.get(i).reading();
            if (!reading.isOnlyNames()
                    && (!stands(parts, i, whole) || repeats(parts, i))
                    && (weakest < 0
                            || reading.probability()
                                    < parts.get(weakest).reading().probability())) {
                weakest = i;
            }
        }
        return weakest;
    }

    /** Whether it asks what the part before asks, and not of something else. */
    private static boolean repeats(List<Part> parts, int at) {
        if (at == 0 || parts.get(at - 1).reading().isOnlyNames()) {
            return false;
        }
        var earlier = parts.get(at - 1).reading();
        var reading = parts.get(at).reading();
        return (earlier.topic().equals(reading.topic()) || Pronouns.mayMeanTheSame(earlier, reading))
                && (reading.mentions().isEmpty()
                        || earlier.mentions().isEmpty()
                        || reading.mentions().equals(earlier.mentions()));
    }

    /** Makes one of a part and the one before; of the first and the next. */
    private void merge(List<Part> parts, int at, Reading whole) {
        var first = Math.max(0, at - 1);
        var one = parts.get(first);
        var other = parts.remove(first + 1);
        var pieces = new ArrayList<>(one.pieces());
        pieces.add(new Piece.Word(other.before().word()));
        pieces.addAll(other.pieces());
        var isRequest = one.isRequest() || other.isRequest();
        var merged = new Part(pieces, one.before(), reading(pieces), isRequest, other.goesOn());
        parts.set(first, parts.size() > 1 ? merged.within(whole) : merged);
    }

    /** The sentence, or whatever stretch of it, as one question. */
    Reading reading(List<Piece> stretch) {
        var pieces = reader.withoutCourtesies(stretch);
        return isOnlyNames(pieces) && !asksWhereElse(pieces)
                ? new Reading(pieces, Mentions.in(pieces), List.of(), thresholds)
                : classified(pieces);
    }

    /** "Since when, and only Virginia". */
    private static boolean asksWhereElse(List<Piece> pieces) {
        return pieces.size() == 2
                && ONLY.contains(pieces.getFirst().read())
                && pieces.getLast() instanceof Piece.OfRegion;
    }

    /** As {@link #reading}, names alone too: "only eu-west" and "resolver" ask something. */
    Reading classified(List<Piece> pieces) {
        var mentions = Mentions.in(pieces);
        var reading = new Reading(pieces, mentions, classifier.rank(Reader.read(pieces), mentions), thresholds);
        return Sentence.opens(pieces) ? reading.asQuestion() : reading;
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
