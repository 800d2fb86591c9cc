package mayday.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How well utterances that the ontology's author has not seen are understood. It tells figures only, never the utterances: who reads
 * them and then mends the ontology measures nothing any more.
 */
final class QuestionReport {

    /** A set of utterances with what they should be understood as. */
    record Utterances(
            List<Single> single,
            List<Compound> compound,
            List<Negative> negative,
            @JsonProperty("seed-five") List<Seed> seedFive) {}

    /** @param also dimensions that may be answered in its place */
    record Single(
            String say,
            String register,
            String dimension,
            @Nullable List<String> also,
            @Nullable List<String> targets) {}

    record Compound(
            String say, List<String> dimensions, @Nullable List<String> targets) {}

    record Negative(String say, String outcome, @Nullable String missing) {}

    record Seed(
            String say,
            String register,
            @Nullable String dimension,
            @Nullable List<String> dimensions,
            @Nullable List<String> targets) {}

    /** What became of an utterance. */
    enum Mark {
        /** Everything that was asked was revealed, and nothing else. */
        RIGHT,
        /** A part of what was asked was revealed, and nothing else. */
        PART,
        ASKED_BACK,
        /** Nothing was revealed. */
        MISSED,
        /** Something was revealed that was not asked. */
        WRONG,
        /** The dimension is right, and what it is about is not. */
        WRONG_TARGET
    }

    private final ScenarioInterpreter interpreter;
    private final Map<String, Map<Mark, Integer>> marks = new TreeMap<>();
    private final Map<String, Integer> confusions = new TreeMap<>();
    private final Conversation nothingSaid = new Conversation(
            List.of(),
            new mayday.scenario.ServiceId("edge"),
            Storefront.PAGED_AT,
            Storefront.PAGED_AT.plus(Duration.ofMinutes(2)));

    private QuestionReport(ScenarioInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Measures the interpreter of the test shop on {@code utterances}. */
    static QuestionReport of(QuestionModel model, Utterances utterances) {
        var interpreters = new TrainedInterpreters(CompletableFuture.completedFuture(model));
        var report = new QuestionReport((ScenarioInterpreter) interpreters.of(Storefront.scenario()));
        utterances.single().forEach(report::mark);
        utterances.compound().forEach(report::mark);
        utterances.negative().forEach(report::mark);
        utterances.seedFive().forEach(report::mark);
        return report;
    }

    static Utterances read(InputStream yaml) throws IOException {
        try (yaml) {
            return YAMLMapper.shared().readValue(yaml, Utterances.class);
        }
    }

    /** The share of utterances in {@code section} that got {@code mark}, 0 to 1. */
    double share(String section, Mark mark) {
        var counts = marks.getOrDefault(section, Map.of());
        var all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : counts.getOrDefault(mark, 0) / (double) all;
    }

    /** A table of all sections, and which topics were taken for which. */
    String table() {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-44s %5s %6s %5s %5s %6s %5s %6s%n",
                "",
                "all",
                "right",
                "part",
                "asked",
                "missed",
                "wrong",
                "target"));
        marks.forEach((section, counts) -> {
            var all = counts.values().stream().mapToInt(Integer::intValue).sum();
            text.append(String.format(
                    Locale.ROOT,
                    "%-44s %5d %5.1f%% %5d %5d %6d %5d %6d%n",
                    section,
                    all,
                    100 * share(section, Mark.RIGHT),
                    counts.getOrDefault(Mark.PART, 0),
                    counts.getOrDefault(Mark.ASKED_BACK, 0),
                    counts.getOrDefault(Mark.MISSED, 0),
                    counts.getOrDefault(Mark.WRONG, 0),
                    counts.getOrDefault(Mark.WRONG_TARGET, 0)));
        });
        text.append(String.format("%ntaken for%n"));
        confusions.forEach(
                (confusion, count) -> text.append(String.format(Locale.ROOT, "%4d  %s%n", count, confusion)));
        return text.toString();
    }

    private void mark(Single single) {
        var allowed = new HashSet<>(or(single.also()));
        allowed.add(single.dimension());
        var understood = interpreter.understand(single.say(), nothingSaid);
        var asked = dimensions(understood);
        var mark = allowed.containsAll(asked) && !asked.isEmpty()
                ? targeted(understood, or(single.targets()))
                : unanswered(understood, Mark.WRONG);
        count(mark, "single", "single by register: " + single.register(), "single by dimension: " + single.dimension());
        confuse(single.dimension(), understood, mark);
    }

    private void mark(Compound compound) {
        var understood = interpreter.understand(compound.say(), nothingSaid);
        var mark = several(understood, compound.dimensions(), or(compound.targets()));
        count(mark, "compound");
        confuse("(compound)", understood, mark);
    }

    private void mark(Seed seed) {
        var understood = interpreter.understand(seed.say(), nothingSaid);
        var wanted = seed.dimension() == null ? or(seed.dimensions()) : List.of(seed.dimension());
        var mark = several(understood, wanted, or(seed.targets()));
        count(mark, "seed-five", "seed-five by register: " + seed.register());
        confuse("(seed) " + String.join("+", wanted), understood, mark);
    }

    private void mark(Negative negative) {
        var understood = interpreter.understand(negative.say(), nothingSaid);
        var outcome = mayday.scenario.Words.kebab(understood.outcome());
        var mark = understood.outcome() == Outcome.ANSWERED
                ? Mark.WRONG
                : outcome.equals(negative.outcome()) ? Mark.RIGHT : Mark.MISSED;
        count(mark, "negative", "negative by outcome: " + negative.outcome());
        confuse("(" + negative.outcome() + ")", understood, mark);
    }

    private static Mark several(Understanding understood, List<String> wanted, List<String> targets) {
        var asked = dimensions(understood);
        if (asked.equals(Set.copyOf(wanted))) {
            return targeted(understood, targets);
        }
        return asked.isEmpty() || !wanted.containsAll(asked) ? unanswered(understood, Mark.WRONG) : Mark.PART;
    }

    private static Mark unanswered(Understanding understood, Mark answered) {
        return switch (understood.outcome()) {
            case ANSWERED -> answered;
            case ASK_BACK -> Mark.ASKED_BACK;
            case TOO_VAGUE, ACTION, HYPOTHESIS, ABSENT, NO_ANSWER_KEY, OFF_TOPIC -> Mark.MISSED;
        };
    }

    /** Where targets are wanted, exactly these; where none are, any that the answer chose. */
    private static Mark targeted(Understanding understood, List<String> wanted) {
        var found = new HashSet<String>();
        for (var interpretation : understood.interpretations()) {
            interpretation.targets().forEach(target -> found.addAll(names(target)));
        }
        return wanted.isEmpty() || found.equals(Set.copyOf(wanted)) ? Mark.RIGHT : Mark.WRONG_TARGET;
    }

    private static List<String> names(Target target) {
        return switch (target) {
            case Target.OfService(var service) -> List.of(service.value());
            case Target.OfNode(var service, var region) -> List.of(service.value(), region.value());
            case Target.OfRegion(var region) -> List.of(region.value());
            case Target.OfHost(var service, var _, var _) -> List.of(service.value());
            case Target.OfTeam _ -> List.of();
        };
    }

    private static Set<String> dimensions(Understanding understood) {
        var dimensions = new HashSet<String>();
        understood.interpretations().stream()
                .map(Interpretation::dimension)
                .forEach(dimension -> dimensions.add(dimension.id()));
        return dimensions;
    }

    private void count(Mark mark, String... sections) {
        for (var section : sections) {
            marks.computeIfAbsent(section, _ -> new TreeMap<>()).merge(mark, 1, Integer::sum);
        }
    }

    private void confuse(String wanted, Understanding understood, Mark mark) {
        if (mark != Mark.RIGHT) {
            var got = understood.outcome() == Outcome.ANSWERED
                    ? new ArrayList<>(new java.util.TreeSet<>(dimensions(understood))).toString()
                    : mayday.scenario.Words.kebab(understood.outcome());
            confusions.merge(
                    wanted + " -> " + got + (mark == Mark.WRONG_TARGET ? " of something else" : ""), 1, Integer::sum);
        }
    }

    private static List<String> or(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    /** Prints the report of a file with utterances, by default the held-out ones. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(heldOut(QuestionModel.load()).table());
    }

    static QuestionReport heldOut(QuestionModel model) throws IOException {
        var file = QuestionReport.class.getResourceAsStream("/questions/held-out.yaml");
        if (file == null) {
            throw new IllegalStateException("the test resources lack /questions/held-out.yaml");
        }
        return of(model, read(file));
    }
}
