package mayday.compiler;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mayday.compiler.Token.Kind;
import mayday.compiler.Value.Text;
import mayday.scenario.Input;
import mayday.scenario.Signal;

/**
 * A formula in the author's notation rewritten to CEL, with the way back: every input is a variable ({@code x0}, {@code x1} numbers,
 * {@code b2} true or false), every figure a decimal number in the unit that we count in.
 */
final class CelText {

    /** Inputs of one formula. */
    static final int MOST_INPUTS = 16;

    /** Days until a certificate expires are days; in a formula all times are seconds. */
    private static final double SECONDS_A_DAY = 86_400;

    private static final List<Measure> MEASURES =
            List.of(Measure.NUMBER, Measure.RATIO, Measure.SECONDS, Measure.GIB, Measure.PER_SECOND);

    private final Text text;
    private final InputReader reader;
    private final Problems problems;
    private final StringBuilder cel = new StringBuilder();

    /** Where each word begins: in CEL, and in the author's text. */
    private final TreeMap<Integer, Integer> places = new TreeMap<>();

    private final Map<Integer, Unit> figures = new TreeMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private boolean readable = true;

    private CelText(Text text, InputReader reader, Problems problems) {
        this.text = text;
        this.reader = reader;
        this.problems = problems;
    }

    /** The formula, rewritten; empty, with the reasons among the problems, if a word of it means nothing. */
    static Optional<CelText> of(Text text, InputReader reader, Problems problems) {
        var rewritten = new CelText(text, reader, problems);
        rewritten.rewrite(Token.of(text.text()));
        return rewritten.readable ? Optional.of(rewritten) : Optional.empty();
    }

    String cel() {
        return cel.toString();
    }

    List<Input> inputs() {
        return inputs;
    }

    /** What an input has to be multiplied with. */
    static double scale(Input input) {
        var inDays = input instanceof Input.OfService(var _, var _, var signal) && signal.unit() == Signal.Unit.DAYS;
        return inDays ? SECONDS_A_DAY : 1;
    }

    /** The name of an input in CEL. */
    static String name(Input input, int index) {
        return (input.isTruth() ? "b" : "x") + index;
    }

    /** The place in the author's file of a character of the CEL text. */
    Place placeOf(int offset) {
        var word = places.floorEntry(Math.max(0, offset));
        return word == null ? text.place() : text.at(word.getValue());
    }

    /** The author's word at a character of the CEL text; empty at its end. */
    String wordAt(int offset) {
        if (offset >= cel.length() || places.isEmpty()) {
            return "";
        }
        var word = places.floorEntry(offset);
        var next = places.higherEntry(offset);
        var until = next == null ? text.text().length() : next.getValue();
        return word == null ? "" : text.text().substring(word.getValue(), until).strip();
    }

    /** The unit of a figure that stands at a character of the CEL text. */
    Unit unitOfFigure(int offset) {
        var figure = figures.get(offset);
        // The minus of a negative number is part of it.
        return figure != null ? figure : figures.getOrDefault(offset + 1, Unit.PLAIN);
    }

    Unit unitOfInput(String name) {
        return Unit.of(inputs.get(Integer.parseInt(name.substring(1))));
    }

    private void rewrite(List<Token> words) {
        for (var i = 0; i < words.size(); ) {
            var word = words.get(i);
            switch (word.kind()) {
                case SIGN -> add(word, word.text());
                case FIGURE -> figure(word);
                case STRANGE, QUOTED -> {
                    strange(word);
                    return;
                }
                case NAME -> {
                    if (word.text().equals("true") || word.text().equals("false")) {
                        add(word, word.text());
                    } else {
                        i = input(words, i);
                        continue;
                    }
                }
            }
            i++;
        }
    }

    private int input(List<Token> words, int i) {
        var read = reader.read(text, words, i);
        if (read.input().isEmpty()) {
            readable = false;
            return read.next();
        }
        var input = read.input().get();
        if (!inputs.contains(input)) {
            inputs.add(input);
        }
        if (inputs.size() > MOST_INPUTS) {
            problems.error(text.place(), "too-many", "a condition looks at no more than " + MOST_INPUTS + " things");
            readable = false;
            return words.size();
        }
        add(words.get(i), name(input, inputs.indexOf(input)));
        return read.next();
    }

    private void add(Token word, String written) {
        places.put(cel.length(), word.at());
        cel.append(written).append(' ');
    }

    private void figure(Token word) {
        for (var measure : MEASURES) {
            var value = measure.parse(word.text());
            if (value.isPresent()) {
                figures.put(cel.length(), Unit.of(measure));
                add(word, decimal(value.get()));
                return;
            }
        }
        strange(word);
    }

    private static String decimal(BigDecimal value) {
        var plain = value.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private void strange(Token word) {
        readable = false;
        problems.error(
                text.at(word.at()),
                "bad-condition",
                "`" + (word.kind() == Kind.QUOTED ? "\"" + word.text() + "\"" : word.text())
                        + "` has no meaning in a condition",
                ConditionReader.EXAMPLES);
    }
}
