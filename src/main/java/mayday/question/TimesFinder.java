package mayday.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import mayday.evidence.Window;
import mayday.question.Times.Manner;
import mayday.question.Times.Part;

/** Finds the times of utterances; {@code asks} tells how likely a stretch asks something, 0 to 1. */
record TimesFinder(Reader reader, ToDoubleFunction<List<Piece>> asks) {
    /** What ends a part, and perhaps a sentence; times are taken out before, so that no mark of theirs does. */
    private static final Pattern BOUNDARY = Pattern.compile(
            "[?!.;,:]+(?= |$)| (?:-+|\\u2013|\\u2014|/|&) | (?:and|but|so|plus|also|then|vs|versus|while|whereas|because)(?= )");

    private static final Pattern WORD = Pattern.compile("[^ ]+");
    private static final String MOMENT = "(?:time|moment|point|minute|hour|day)";
    private static final Pattern AT_THEN =
            words("(?:around|about|at|near|by|in|on|over|during) (?:that|the same|this very) (?:very |same )?" + MOMENT
                    + "|(?:around|about|back|by|near|just) then|at the time|around (?:that|there)|then(?= *$)");
    private static final Pattern BEFORE_THEN =
            words("(?:before|prior to|leading up to|until|up to) (?:(?:that|this)(?: " + MOMENT + ")?|then)");
    private static final Pattern AFTER_THEN = words("after (?:that(?: " + MOMENT + ")?|then)|since(?= *$)");

    /** Words that only say what the times are for: "looking at the last hour", "for", "compare". */
    private static final Set<String> FRAMING = Set.of(
            ("a about again all am and are at between both compare compared consider each for focus focusing focussing from "
                            + "give i in interested just let limit limited look looking me now ok okay on only over period please "
                            + "range say show so span stick take taking talking that the this time timeframe to us versus vs we "
                            + "window with")
                    .split(" "));

    /** From here on a part asks rather than tells, 0 to 1; beside a question mark elsewhere only from the other. */
    private static final double LEAST_OF_ASKED = 0.5;

    private static final double LEAST_BESIDE_A_QUESTION = 0.75;

    /** What is behind so many cuts stays together. */
    private static final int MOST = 24;

    /** @param mark what ends it; empty if only another thought begins */
    private record Cut(int from, int until, String mark, List<TimeWindows.Named> named) {
        boolean endsSentence() {
            return mark.matches(".*[?!.;].*");
        }

        boolean isQuestion() {
            return mark.contains("?");
        }

        String text(String plain) {
            return without(plain, from, until, named);
        }
    }

    Times in(String plain, Landmarks known) {
        var named = TimeWindows.in(plain, known);
        if (named.isEmpty()) {
            return new Times(plain, List.of(), "");
        }
        var cuts = cuts(plain, named);
        var pieces = cuts.stream().map(cut -> reader.pieces(cut.text(plain))).toList();
        var manners = manners(cuts, pieces);
        var parts = new ArrayList<Part>();
        var unknown = "";
        var sentence = 0;
        var earlier = Optional.<Window>empty();
        for (var i = 0; i < cuts.size(); i++) {
            var text = cuts.get(i).text(plain);
            var window = window(cuts.get(i), text, earlier, known);
            if (window.isEmpty() && !cuts.get(i).named().isEmpty() && manners.get(i) != Manner.TELLS) {
                unknown = cuts.get(i).named().getFirst().unknown();
            }
            parts.add(new Part(pieces.get(i), window, sentence, manners.get(i)));
            earlier = window.or(() -> earlier(parts));
            sentence += cuts.get(i).endsSentence() ? 1 : 0;
        }
        return new Times(without(plain, 0, plain.length(), named), parts, unknown);
    }

    private static Optional<Window> earlier(List<Part> parts) {
        return parts.reversed().stream().flatMap(part -> part.window().stream()).findFirst();
    }

    /** What it names itself, else what it points at. */
    private static Optional<Window> window(Cut cut, String text, Optional<Window> earlier, Landmarks known) {
        for (var named : cut.named()) {
            var isThen = named.unknown().equals(TimeWindows.THEN);
            var window = isThen ? sinceThen(earlier, known) : named.window();
            if (window.isPresent()) {
                return window;
            }
        }
        return earlier.flatMap(window -> pointedAt(text, window, known.now()));
    }

    private static Optional<Window> sinceThen(Optional<Window> earlier, Landmarks known) {
        return earlier.map(window -> Times.then(window, known.now()))
                .or(known::then)
                .map(Window.Since::new);
    }

    private static Optional<Window> pointedAt(String text, Window earlier, Instant now) {
        if (BEFORE_THEN.matcher(text).find()) {
            return Optional.of(TimeWindows.endingAt(Times.then(earlier, now)));
        }
        if (AFTER_THEN.matcher(text).find()) {
            return Optional.of(new Window.Since(Times.then(earlier, now)));
        }
        return AT_THEN.matcher(text).find() ? Optional.of(earlier) : Optional.empty();
    }

    /** What each part does. Only parts that name a time need a close look, and others if what these tell is no question. */
    private List<Manner> manners(List<Cut> cuts, List<List<Piece>> pieces) {
        var manners = new ArrayList<Manner>();
        var isMarked = cuts.stream().anyMatch(Cut::isQuestion);
        for (var i = 0; i < cuts.size(); i++) {
            var isTimed = !cuts.get(i).named().isEmpty();
            manners.add(
                    isTimed && frames(pieces.get(i))
                            ? Manner.FRAMES
                            : !isTimed || asks(cuts.get(i), pieces.get(i), isMarked) ? Manner.ASKS : Manner.TELLS);
        }
        var others = false;
        for (var i = 0; i < cuts.size() && manners.contains(Manner.TELLS); i++) {
            others |= manners.get(i) == Manner.ASKS && asks(cuts.get(i), pieces.get(i), false);
        }
        if (!others) {
            manners.replaceAll(manner -> manner == Manner.TELLS ? Manner.ASKS : manner);
        }
        return manners;
    }

    private boolean asks(Cut cut, List<Piece> pieces, boolean isBesideAQuestion) {
        var bare = reader.withoutCourtesies(pieces);
        var least = isBesideAQuestion ? LEAST_BESIDE_A_QUESTION : LEAST_OF_ASKED;
        return !bare.isEmpty() && (cut.isQuestion() || asks.applyAsDouble(bare) >= least);
    }

    private boolean frames(List<Piece> pieces) {
        return reader.withoutCourtesies(pieces).stream()
                .allMatch(piece -> piece instanceof Piece.Mark || FRAMING.contains(piece.read()));
    }

    private static List<Cut> cuts(String plain, List<TimeWindows.Named> named) {
        var masked = new StringBuilder(plain);
        named.forEach(each ->
                masked.replace(each.from(), each.until(), TimeWindows.TAKEN.repeat(each.until() - each.from())));
        var cuts = new ArrayList<Cut>();
        var from = 0;
        for (var boundary = BOUNDARY.matcher(masked); boundary.find() && cuts.size() < MOST; from = boundary.end()) {
            addRunOns(cuts, masked, from, boundary.start(), boundary.group(), named);
        }
        addRunOns(cuts, masked, from, masked.length(), "", named);
        return cuts;
    }

    /** A part that names a time may be two: "the deploy was on monday is the pool full". */
    private static void addRunOns(
            List<Cut> cuts, CharSequence masked, int from, int until, String mark, List<TimeWindows.Named> named) {
        var starts = new ArrayList<Integer>();
        var words = new ArrayList<Piece>();
        WORD.matcher(masked).region(from, until).results().forEach(word -> {
            starts.add(word.start());
            words.add(new Piece.Word(word.group()));
        });
        var begins = from;
        var at = 0;
        var stretches = RunOns.of(words);
        for (var i = 0; i + 1 < stretches.size(); i++) {
            at += stretches.get(i).size();
            cuts.add(cut(begins, starts.get(at), "", named));
            begins = starts.get(at);
        }
        cuts.add(cut(begins, until, mark, named));
    }

    private static Cut cut(int from, int until, String mark, List<TimeWindows.Named> named) {
        var within = named.stream()
                .filter(each -> each.from() >= from && each.from() < until)
                .toList();
        return new Cut(from, until, mark, within);
    }

    private static String without(String plain, int from, int until, List<TimeWindows.Named> named) {
        var rest = new StringBuilder();
        var at = from;
        for (var each : named) {
            rest.append(plain, at, each.from())
                    .append(' ')
                    .append(each.instead())
                    .append(' ');
            at = each.until();
        }
        return rest.append(plain, Math.min(at, until), until)
                .toString()
                .replaceAll(" +", " ")
                .strip();
    }

    private static Pattern words(String pattern) {
        return Pattern.compile("(?<![a-z0-9])(?:" + pattern + ")(?![a-z0-9])");
    }
}
