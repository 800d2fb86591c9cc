package mayday.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import mayday.fuzz.Tree.Entries;
import mayday.fuzz.Tree.Entry;
import mayday.fuzz.Tree.Items;
import mayday.fuzz.Tree.Word;
import tools.jackson.databind.JsonNode;

/** Damages what somebody wrote: keys and values are dropped, doubled, swapped and retyped, figures become absurd, texts odd. */
public final class Damage {
    /** Hardly anybody means them, and everybody can write them. */
    public static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e308",
            "-1e308",
            "1e-320",
            "9223372036854775807",
            "-9223372036854775809",
            "99999999999999999999999999",
            "2147483648",
            "NaN",
            "Infinity",
            "0x7f",
            "1_000",
            "null",
            "true",
            "~",
            "99999999 h",
            "0 s",
            "1 ns",
            "-5 min",
            "100.0001 %",
            "no-such-thing",
            "checkout",
            "everywhere",
            "../../etc/passwd",
            "{{name}}",
            "{{#a}}{{/b}}",
            "${7*7}",
            "error-rate > 1e400 && !true ? 1 : (",
            "a".repeat(5_000),
            "((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))",
            "<script>alert(1)</script>",
            "'; drop table event; --",
            "%s%n%x",
            "\u202Etxet\u202C",
            "\uFEFF",
            "e\u0301\u0301\u0301\u0301",
            "\uD83D\uDE00\uD83C\uDFF4\u200D\u2620\uFE0F",
            "\uD800",
            "\uFFFF",
            "\u0000",
            "line\nline\r\nline",
            "İıſK");

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final List<String> FIGURES =
            List.of("0", "1", "2", "3", "7", "60", "99", "1000", "0.5", "0.001", "86400", "1000000");

    /** What means something in YAML and JSON. */
    private static final String MARKS = "{}[]:,\"'#&*!|>-\t\n ?%@`";

    private static final int DEEP = 60;
    private static final int MANY = 300;

    private final Random random;

    public Damage(Random random) {
        this.random = random;
    }

    /** {@code times} injuries to a copy. */
    Tree of(Tree whole, int times) {
        var tree = whole.copy();
        for (var i = 0; i < times; i++) {
            injure(tree);
        }
        return tree;
    }

    /** A JSON document with {@code times} injuries. */
    public String json(JsonNode whole, int times) {
        return of(Tree.ofJson(whole), times).json();
    }

    private void injure(Tree tree) {
        var places = new ArrayList<Tree>();
        collect(tree, places);
        var place = one(places.stream().filter(each -> !(each instanceof Word)).toList());
        var other = one(places).copy();
        switch (place) {
            case Items(var all) when !all.isEmpty() -> injureItems(all, other);
            case Entries(var all) when !all.isEmpty() -> injureEntries(all, other);
            case Items(var all) -> all.add(other);
            case Entries(var all) -> all.add(new Entry(one(ODD), other));
            case Word _ -> {}
        }
    }

    private void injureItems(List<Tree> all, Tree other) {
        var at = random.nextInt(all.size());
        switch (random.nextInt(8)) {
            case 0 -> all.remove(at);
            case 1 -> all.add(at, all.get(at).copy());
            case 2 -> all.add(other);
            case 3 -> all.set(at, all.set(random.nextInt(all.size()), all.get(at)));
            case 4 -> {
                for (var i = 0; i < MANY; i++) {
                    all.add(all.get(at).copy());
                }
            }
            default -> all.set(at, changed(all.get(at), other));
        }
    }

    private void injureEntries(List<Entry> all, Tree other) {
        var at = random.nextInt(all.size());
        var entry = all.get(at);
        switch (random.nextInt(12)) {
            case 0 -> all.remove(at);
            case 1 -> all.add(entry);
            case 2 -> all.set(at, new Entry(one(all).key(), entry.value()));
            case 3 -> all.set(at, new Entry(random.nextBoolean() ? one(ODD) : entry.key() + "s", entry.value()));
            case 4 -> all.set(at, new Entry(entry.key(), one(all).value().copy()));
            case 5 -> all.add(new Entry("k" + random.nextInt(100), other));
            default -> all.set(at, new Entry(entry.key(), changed(entry.value(), other)));
        }
    }

    /** Half of the words only get another figure: what is nearly right comes furthest. */
    private Tree changed(Tree value, Tree other) {
        if (value instanceof Word(var text, var quoted) && random.nextInt(3) > 0) {
            return new Word(figured(text), quoted);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Items(new ArrayList<>(List.of(value)));
            case 1 -> new Entries(new ArrayList<>(List.of(new Entry("value", value))));
            case 2 -> new Word(one(ODD), random.nextBoolean());
            case 3 -> deep(value);
            case 4 -> Word.of("x");
            default -> other;
        };
    }

    private String figured(String text) {
        var figures = FIGURE.matcher(text);
        return figures.find() ? figures.replaceFirst(one(FIGURES)) : one(ODD);
    }

    private Tree deep(Tree value) {
        var deep = value;
        for (var i = random.nextInt(DEEP); i > 0; i--) {
            deep = new Items(new ArrayList<>(List.of(deep)));
        }
        return deep;
    }

    /** As a bad editor, a bad disk or a bad wire leaves it. */
    public String bytes(String text, int times) {
        var damaged = new StringBuilder(text);
        for (var i = 0; i < times && !damaged.isEmpty(); i++) {
            var at = random.nextInt(damaged.length());
            var until = Math.min(damaged.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(6)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(256));
                case 1 -> damaged.setCharAt(at, MARKS.charAt(random.nextInt(MARKS.length())));
                case 2 -> damaged.delete(at, until);
                case 3 -> damaged.insert(at, damaged.substring(at, until).repeat(1 + random.nextInt(3)));
                case 4 -> damaged.insert(at, one(ODD));
                default -> damaged.setLength(random.nextInt(4) == 0 ? at : damaged.length());
            }
        }
        return damaged.toString();
    }

    private static void collect(Tree tree, List<Tree> into) {
        into.add(tree);
        switch (tree) {
            case Word _ -> {}
            case Items(var all) -> all.forEach(each -> collect(each, into));
            case Entries(var all) -> all.forEach(each -> collect(each.value(), into));
        }
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
