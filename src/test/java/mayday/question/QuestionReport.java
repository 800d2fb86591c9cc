package mayday.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.Words;
import org.jspecify.annotations.Nullable;

/**
 * How well a set of utterances is understood: by register, by dimension, what was taken for what, and how that changes with stricter
 * thresholds. Of a held-out set only figures are told, never the utterances: who reads them and then mends something measures nothing
 * any more.
 */
final class QuestionReport {
    /** Answers less likely than this are taken for asked back, in the operating curve. */
    private static final List<Double> CURVE = List.of(0.0, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    /** An utterance and what became of it; {@code confidence} is the least of its answers', 0 to 1. */
    private record Marked(List<String> sections, Mark mark, double confidence) {}

    /** An utterance that was misunderstood, in words, and in which half of its set it is. */
    private record Misread(String half, String text) {}

    private final List<Misread> misread = new ArrayList<>();

    private final List<Marked> marked = new ArrayList<>();
    private final Map<String, Integer> confusions = new TreeMap<>();

    /** Measures {@code understand} on {@code utterances}, adding to what was measured before. */
    QuestionReport add(Utterances utterances, Evaluations.Asked understand) {
        utterances.single().forEach(single -> {
            var understood = understand.apply(single.say());
            var mark = add(single, understood);
            noteIf(
                    mark,
                    single.say(),
                    single.register() + ": " + single.dimension() + or(single.also()) + " of " + or(single.targets()),
                    understood,
                    understand);
        });
        utterances.compound().forEach(compound -> {
            var understood = understand.apply(compound.say());
            var mark = several(understood, compound.dimensions(), Utterances.or(compound.targets()));
            add(
                    mark,
                    "(compound)",
                    understood,
                    "compound",
                    "compound by register: " + compound.register(),
                    "compound, half " + half(compound.say()));
            noteIf(
                    mark,
                    compound.say(),
                    "compound: " + compound.dimensions() + " of " + or(compound.targets()),
                    understood,
                    understand);
        });
        utterances.negative().forEach(negative -> {
            var understood = understand.apply(negative.say());
            noteIf(
                    add(negative, understood),
                    negative.say(),
                    "negative: " + negative.outcome(),
                    understood,
                    understand);
        });
        if (utterances.seedFive() != null) {
            utterances.seedFive().forEach(seed -> {
                var understood = understand.apply(seed.say());
                var mark = several(understood, seed.wanted(), Utterances.or(seed.targets()));
                add(mark, "(first five) " + seed.wanted(), understood, "first five");
            });
        }
        return this;
    }

    private static List<String> or(@Nullable List<String> list) {
        return Utterances.or(list);
    }

    static boolean isInFirstHalf(String say) {
        return half(say).equals("A");
    }

    /** Which half of a set that may be looked at an utterance is in: what is mended because of A is checked on B. */
    private static String half(String say) {
        return (say.hashCode() * 0x9E3779B9) >>> 31 == 0 ? "A" : "B";
    }

    void noteIf(Mark mark, String say, String wanted, Understanding understood, Evaluations.Asked asked) {
        if (mark == Mark.HIT) {
            return;
        }
        var got = understood.outcome() == Outcome.ANSWERED
                ? LoadedModel.read(understood)
                : Words.kebab(understood.outcome()) + " "
                        + understood.suggestions().stream()
                                .map(Understanding.Suggestion::label)
                                .toList();
        misread.add(new Misread(
                half(say),
                "%s | %s%n    say  %s%n    got  %s%n    read %s"
                        .formatted(mark, wanted, say, got, asked.interpreter().whole(say))));
    }

    /** What was misunderstood in a half of the set, {@code A} or {@code B}; in either if it is empty. */
    String errors(String half) {
        return misread.stream()
                .filter(each -> each.half().startsWith(half))
                .map(Misread::text)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Mark add(Utterances.Single single, Understanding understood) {
        var allowed = new HashSet<>(Utterances.or(single.also()));
        allowed.add(single.dimension());
        var mark = one(understood, allowed, Utterances.or(single.targets()));
        add(
                mark,
                single.dimension(),
                understood,
                "single",
                "single, half " + half(single.say()),
                "single by register: " + single.register(),
                "single by dimension: " + single.dimension());
        return mark;
    }

    private Mark add(Utterances.Negative negative, Understanding understood) {
        var isRight = Words.kebab(understood.outcome()).equals(negative.outcome());
        var mark = understood.outcome() == Outcome.ANSWERED ? Mark.WRONG : isRight ? Mark.HIT : Mark.MISSED;
        var kind = negative.kind() == null ? "neither injection nor hostile" : negative.kind();
        add(
                mark,
                "(" + negative.outcome() + ")",
                understood,
                "negative",
                "negative by outcome: " + negative.outcome(),
                "negative, half " + half(negative.say()),
                "negative by kind: " + kind);
        return mark;
    }

    /** Adds one utterance that was marked already. */
    void add(Mark mark, String wanted, Understanding understood, String... sections) {
        var confidence = understood.interpretations().stream()
                .mapToDouble(Interpretation::confidence)
                .min()
                .orElse(0);
        marked.add(new Marked(List.of(sections), mark, confidence));
        if (mark != Mark.HIT) {
            var got = understood.outcome() == Outcome.ANSWERED
                    ? new TreeSet<>(dimensions(understood)).toString()
                    : Words.kebab(understood.outcome());
            confusions.merge(
                    wanted + " -> " + got + (mark == Mark.WRONG_TARGET ? " of something else" : ""), 1, Integer::sum);
        }
    }

    /** The mark of an utterance that asks for one of {@code allowed}. */
    static Mark one(Understanding understood, Set<String> allowed, List<String> targets) {
        var asked = dimensions(understood);
        return allowed.containsAll(asked) && !asked.isEmpty()
                ? targeted(understood, targets)
                : unanswered(understood, Mark.WRONG);
    }

    /** The mark of an utterance that asks for all of {@code wanted}. */
    static Mark several(Understanding understood, List<String> named, List<String> targets) {
        var asked = dimensions(understood);
        // Changes of any kind are answered with those of each kind.
        var wanted = named.stream()
                .flatMap(each -> each.equals(Topic.WHAT_CHANGED)
                        ? Topic.WhatChanged.PARTS.stream().map(Topic.Known::name)
                        : Stream.of(each))
                .toList();
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
            interpretation.targets().forEach(target -> found.addAll(names(target, wanted)));
        }
        return wanted.isEmpty() || found.equals(Set.copyOf(wanted)) ? Mark.HIT : Mark.WRONG_TARGET;
    }

    /** A host stands in some region, whether or not one was named. */
    private static List<String> names(Target target, List<String> wanted) {
        return switch (target) {
            case Target.OfService(var service) -> List.of(service.value());
            case Target.OfNode(var service, var region) -> List.of(service.value(), region.value());
            case Target.OfRegion(var region) -> List.of(region.value());
            case Target.OfHost(var service, var region, var _) ->
                wanted.contains(region.value()) ? List.of(service.value(), region.value()) : List.of(service.value());
            case Target.OfTeam _ -> List.of();
        };
    }

    static Set<String> dimensions(Understanding understood) {
        var dimensions = new HashSet<String>();
        understood
                .interpretations()
                .forEach(each -> dimensions.add(each.dimension().id()));
        return dimensions;
    }

    /** How many utterances {@code section} has. */
    int count(String section) {
        return (int) in(section).count();
    }

    /** The share of utterances in {@code section} that were understood in full, 0 to 1. */
    double hit(String section) {
        return share(section, Mark.HIT);
    }

    /** The share of utterances in {@code section} after which something was revealed that was not asked, 0 to 1. */
    double wrong(String section) {
        return in(section).filter(each -> each.mark().revealsWrongly()).count() / (double) Math.max(1, count(section));
    }

    /** The section among those that begin so which is understood worst. */
    String worst(String beginning) {
        return sections().stream()
                .filter(section -> section.startsWith(beginning))
                .min(java.util.Comparator.comparingDouble(this::hit))
                .orElse("");
    }

    private double share(String section, Mark mark) {
        return in(section).filter(each -> each.mark() == mark).count() / (double) Math.max(1, count(section));
    }

    private Stream<Marked> in(String section) {
        return marked.stream().filter(each -> each.sections().contains(section));
    }

    private Set<String> sections() {
        var sections = new TreeSet<String>();
        marked.forEach(each -> sections.addAll(each.sections()));
        return sections;
    }

    /** Everything, for people. */
    String text() {
        return table() + curve() + confusions();
    }

    private String table() {
        var text = new StringBuilder(
                "%-46s %5s %6s %6s %6s %6s %6s%n".formatted("", "all", "hit %", "wrong", "asked", "missed", "part"));
        for (var section : sections()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-46s %5d %6.1f %6.1f %6.1f %6.1f %6.1f%n",
                    section,
                    count(section),
                    100 * hit(section),
                    100 * wrong(section),
                    100 * share(section, Mark.ASKED_BACK),
                    100 * share(section, Mark.MISSED),
                    100 * share(section, Mark.PART)));
        }
        return text.toString();
    }

    private String curve() {
        var text = new StringBuilder(
                "%noperating curve: singles, when answers less likely than this are asked back%n".formatted());
        for (var least : CURVE) {
            var answered =
                    in("single").filter(each -> each.confidence() >= least).toList();
            var all = Math.max(1.0, count("single"));
            var hits = answered.stream().filter(each -> each.mark() == Mark.HIT).count();
            var wrongs = answered.stream()
                    .filter(each -> each.mark().revealsWrongly())
                    .count();
            text.append(String.format(
                    Locale.ROOT,
                    "  %.2f  hit %5.1f %%  wrong %4.1f %%  neither %5.1f %%%n",
                    least,
                    100 * hits / all,
                    100 * wrongs / all,
                    100 * (all - hits - wrongs) / all));
        }
        return text.toString();
    }

    private String confusions() {
        var text = new StringBuilder("%nwanted -> got%n".formatted());
        confusions.forEach(
                (confusion, count) -> text.append(String.format(Locale.ROOT, "%4d  %s%n", count, confusion)));
        return text.toString();
    }
}
