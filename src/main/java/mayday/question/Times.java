package mayday.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Window;

/**
 * The stretches of time that an utterance names, and what each is said of: "errors in the last hour, and deploys since yesterday". A time
 * that is only told ("the deploy was on Monday") is no question's, unless the question points at it ("what changed around then").
 *
 * @param rest the utterance without them
 * @param unknown what a question names as a time that nobody knows of: {@link TimeWindows#DEPLOY} or {@link TimeWindows#THEN}; empty if
 *     all is well
 */
record Times(String rest, List<Part> parts, String unknown) {
    Times {
        parts = List.copyOf(parts);
    }

    /** What a part of an utterance does. */
    enum Manner {
        ASKS,
        TELLS,
        /** Only names a time, which is all questions' that name none. */
        FRAMES
    }

    /**
     * What stands between two marks or conjunctions.
     *
     * @param pieces its time left out
     * @param window the first that it names, if any
     * @param sentence the number of its sentence
     */
    record Part(List<Piece> pieces, Optional<Window> window, int sentence, Manner manner) {
        Part {
            pieces = List.copyOf(pieces);
        }

        private long shared(List<Piece> question) {
            var left = new ArrayList<>(pieces);
            return question.stream().filter(left::remove).count();
        }
    }

    /** The time over which {@code question} asks, a stretch of the utterance or all of it. */
    Window of(List<Piece> question) {
        var at = -1;
        var most = 0L;
        for (var i = 0; i < parts.size(); i++) {
            var shared =
                    parts.get(i).manner() == Manner.FRAMES ? 0 : parts.get(i).shared(question);
            if (shared > most) {
                most = shared;
                at = i;
            }
        }
        return at < 0 ? ofAll() : ofPart(at);
    }

    /** The first that a question names or that is named for all of them. */
    Window ofAll() {
        return parts.stream()
                .filter(part -> part.manner() != Manner.TELLS)
                .flatMap(part -> part.window().stream())
                .findFirst()
                .orElseGet(Window.Usual::new);
    }

    private Window ofPart(int at) {
        var part = parts.get(at);
        return part.window()
                .or(() -> nearest(at, Manner.FRAMES, false))
                .or(() -> nearest(at, Manner.ASKS, true))
                .orElseGet(Window.Usual::new);
    }

    /** The window of the part nearest to that one which has such a manner, the earlier of two. */
    private Optional<Window> nearest(int at, Manner manner, boolean inSentence) {
        for (var distance = 1; distance < parts.size(); distance++) {
            for (var other : new int[] {at - distance, at + distance}) {
                if (other >= 0 && other < parts.size()) {
                    var part = parts.get(other);
                    var fits = part.manner() == manner
                            && (!inSentence || part.sentence() == parts.get(at).sentence());
                    if (fits && part.window().isPresent()) {
                        return part.window();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** When {@code window} is, as one who says "then" means it. */
    static Instant then(Window window, Instant now) {
        return switch (window) {
            case Window.Usual() -> now;
            case Window.Last(var length) -> now.minus(length);
            case Window.Since(var from) -> from;
            case Window.Between(var from, var until) ->
                Duration.between(from, until).equals(TimeWindows.AROUND.multipliedBy(2))
                        ? from.plus(TimeWindows.AROUND)
                        : from;
        };
    }
}
