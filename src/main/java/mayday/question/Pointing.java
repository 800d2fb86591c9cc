package mayday.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import mayday.scenario.Dimension;

/**
 * Tells how likely the only thing that an utterance asks is asked of one certain thing that it does not name, whatever else it names:
 * "The pool to orders-db has room, Priya showed me. That other service, how many threads has it?" By its {@link Traits}: regression
 * trees that were learnt from utterances of which it is known ({@code ontology/pointing.json}).
 *
 * @param chance how likely what has such traits is so, 0 to 1
 */
record Pointing(ToDoubleFunction<Traits> chance) {
    /** Words that may stand for something, or tell that nothing certain is meant. */
    private static final Set<String> WORDS = Set.of(
            ("it its that this one ones other there she he his her their they them the a any which all who we our these those same whose "
                            + "every each anything anyone something what")
                    .split(" "));

    /** What things are called that have a name. */
    private static final Set<String> NOUNS = Set.of(
            ("service box host machine node pod server instance database db cache queue resolver region cluster thing job certificate cert "
                            + "record replica pool provider partner endpoint app")
                    .split(" "));

    private static final Set<String> DETERMINERS =
            Set.of("that", "this", "the", "other", "a", "same", "which", "another");

    static Pointing load() {
        return new Pointing(Trees.load("pointing.json")::probability);
    }

    /** @param at the number of the stretch that asks about {@code topic}; -1 if all of them do */
    double chance(Topic.Known topic, Said said, int at) {
        return chance.applyAsDouble(traits(topic, said, at));
    }

    /** What speaks for and against it. */
    static Traits traits(Topic.Known topic, Said said, int at) {
        var values = new LinkedHashMap<String, Double>();
        var stretches = said.stretches();
        var asking = at < 0 ? stretches : List.of(stretches.get(at));
        values.put("points", said.points());
        values.put(
                "points, stretch",
                asking.stream().mapToDouble(Stretch::points).max().orElse(said.points()));
        values.put("asked", asking.stream().mapToDouble(Stretch::asked).max().orElse(0));
        values.put(
                "chance",
                asking.stream().mapToDouble(each -> each.of(topic)).max().orElse(0));
        values.put("stretches", (double) stretches.size());
        values.put("before", (double) Math.max(at, 0));
        values.put("behind", (double) (at < 0 ? 0 : stretches.size() - 1 - at));
        add(values, "", asking);
        if (at >= 0) {
            add(values, "earlier ", stretches.subList(0, at));
            add(values, "later ", stretches.subList(at + 1, stretches.size()));
        }
        var scope = topic instanceof Topic.Of(Dimension dimension) ? Scope.of(dimension) : Scope.WHOLE;
        for (var each : Scope.values()) {
            values.put("scope " + each.name().toLowerCase(Locale.ROOT), each == scope ? 1.0 : 0.0);
        }
        if (topic instanceof Topic.Of(Dimension dimension)) {
            values.put("is " + dimension.id(), 1.0);
        }
        return new Traits(values);
    }

    private static void add(Map<String, Double> values, String where, List<Stretch> stretches) {
        var pieces = stretches.stream().flatMap(each -> each.pieces().stream()).toList();
        values.put(where + "words", (double) pieces.size());
        var before = "";
        for (var piece : pieces) {
            switch (piece) {
                case Piece.OfService _ -> count(values, where + "services");
                case Piece.OfHost _ -> count(values, where + "hosts");
                case Piece.OfRegion _ -> count(values, where + "regions");
                case Piece.OfTeam _ -> count(values, where + "teams");
                case Piece.OneOf(var services, var _, var _) ->
                    count(values, where + (services.size() > 1 ? "several" : "only one"));
                case Piece.Missing _ -> count(values, where + "missing");
                case Piece.Mark _ -> {}
                case Piece.Word(var word) -> {
                    if (WORDS.contains(word)) {
                        count(values, where + "says " + word);
                    }
                }
            }
            var word = piece.read();
            if (DETERMINERS.contains(before) && (NOUNS.contains(word) || word.equals("one"))) {
                count(values, where + "says " + before + (word.equals("one") ? " one" : " noun"));
                count(values, where + (piece instanceof Piece.Word ? "plain noun" : "name after " + before));
            }
            before = word;
        }
    }

    private static void count(Map<String, Double> values, String trait) {
        values.merge(trait, 1.0, Double::sum);
    }
}
