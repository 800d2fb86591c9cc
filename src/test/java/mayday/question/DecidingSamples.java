package mayday.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/** Utterances of which it is known what they ask, from which {@link LearnDeciding} learns: everything that may be looked at for that. */
final class DecidingSamples {
    private static final int WORDINGS = 30;

    /** What is refused whatever it names. Who asks back, or says that something is absent, has understood what is asked. */
    private static final Set<String> ASK_NOTHING =
            Set.of("action", "hypothesis", "too-vague", "no-answer-key", "off-topic");

    /** A text that teaches its topic, as it is read, and which half of all of them it is in. */
    record Spoken(String text, Topic.Known topic, int half) {}

    private static final String COMMAND = "command";

    /** Sets about each system, and which of their texts teach. */
    private record Source(String name, Predicate<String> isTaken) {
        static Source all(String name) {
            return new Source(name, _ -> true);
        }

        /** Only what may be looked at. */
        static Source firstHalf(String name) {
            return new Source(name, QuestionReport::isInFirstHalf);
        }

        Utterances of(String system) {
            return Utterances.named(name + system).that(isTaken);
        }
    }

    private static final List<Source> COMMANDS = List.of(Source.firstHalf("commands-"), Source.all("commands-2-"));

    private static final List<Source> TEACHING = List.of(
            Source.all("deciding-a-"),
            Source.all("deciding-b-"),
            Source.all("deciding-d-"),
            Source.all("deciding-e-"),
            Source.all("deciding-f-"),
            Source.all("deciding-n-"),
            Source.all("deciding-u-"),
            Source.firstHalf("naming-"),
            Source.firstHalf("unnamed-"));

    /** Of these nothing is taught. */
    private static final List<Source> UNTAUGHT =
            List.of(Source.firstHalf("development-4-"), Source.firstHalf("development-5-"));

    /** By the name of a system, a scenario about it. */
    private static final Map<String, String> SCENARIOS = new TreeMap<>(
            Map.of("storefront", "elevated-500s", "streaming", "elevated-500s-streaming", "payments", "queue-backlog"));

    /** An utterance, and which topics it asks about; {@code several} if it asks more than one thing. */
    record Sample(Said said, Set<Topic.Known> asked, boolean asksNothing, boolean several) {}

    private static int half(String say) {
        return Utterances.isDrawn(say, 2) ? 0 : 1;
    }

    /** The texts that teach their topic, too. */
    static List<Spoken> spoken() {
        var model = QuestionModel.load();
        var spoken = new ArrayList<Spoken>();
        var said = new HashMap<String, Topic>();
        Phrasings.of(Taught.load().speaking(List.of(), List.of()))
                .forEach(example -> said.putIfAbsent(key(example.phrasing()), example.topic()));
        SCENARIOS.forEach((system, scenario) -> {
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario));
            TEACHING.forEach(source -> addSpoken(spoken, source.of(system), asked.interpreter()::read));
            COMMANDS.forEach(source -> addSpoken(spoken, source.of(system), asked.interpreter()::readAsTyped));
        });
        spoken.removeIf(each -> isSaidElsewhere(each, said));
        return spoken;
    }

    private static void addSpoken(List<Spoken> spoken, Utterances utterances, UnaryOperator<String> read) {
        utterances
                .single()
                .forEach(single -> spoken.add(new Spoken(
                        read.apply(single.say()), Topic.Known.named(single.dimension()), half(single.say()))));
        utterances.negative().stream()
                .filter(negative -> ASK_NOTHING.contains(negative.outcome()))
                .forEach(negative -> spoken.add(new Spoken(
                        read.apply(negative.say()), Topic.Known.named(negative.outcome()), half(negative.say()))));
    }

    /** What an utterance is about. */
    enum About {
        /** One thing that it does not name. */
        ONE,
        ANY,
        NAMED
    }

    /** The utterances that are about one thing that they do not name, about anything, or about what they name, as they are read. */
    static List<String> naming(About what) {
        var model = QuestionModel.load();
        var texts = new ArrayList<String>();
        SCENARIOS.forEach((system, scenario) -> {
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario));
            for (var source : TEACHING) {
                var utterances = source.of(system);
                switch (what) {
                    case ONE ->
                        utterances.negative().stream()
                                .filter(each -> "target".equals(each.missing()) && !COMMAND.equals(each.register()))
                                .forEach(each -> texts.add(asked.interpreter().read(each.say())));
                    case ANY ->
                        utterances.single().stream()
                                .filter(each -> Utterances.or(each.targets()).isEmpty())
                                .forEach(each -> texts.add(asked.interpreter().read(each.say())));
                    case NAMED ->
                        utterances.single().stream()
                                .filter(each -> !Utterances.or(each.targets()).isEmpty())
                                .forEach(each -> texts.add(asked.interpreter().read(each.say())));
                }
            }
        });
        return texts;
    }

    /** An utterance that asks one thing, and whether it asks it of one thing that it does not name, or describes in words that nobody knows. */
    record Pointing(Said said, Decisions.Decision decision, boolean pointsAtOne) {}

    /** All utterances of which it is known, and that are understood to ask one thing. */
    static List<Pointing> pointing() {
        var model = QuestionModel.load();
        var deciding = Deciding.load();
        var samples = new ArrayList<Pointing>();
        SCENARIOS.forEach((system, scenario) -> {
            var decided = new ArrayList<Decisions>();
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario), said -> {
                decided.add(deciding.of(said));
                return decided.getLast();
            });
            for (var source :
                    Stream.concat(TEACHING.stream(), UNTAUGHT.stream()).toList()) {
                var utterances = source.of(system);
                utterances
                        .single()
                        .forEach(each ->
                                addPointing(samples, each.say(), Utterances.or(each.targets()), false, asked, decided));
                utterances.negative().stream()
                        .filter(each -> "target".equals(each.missing()) && !COMMAND.equals(each.register()))
                        .forEach(each -> addPointing(samples, each.say(), List.of(), true, asked, decided));
            }
        });
        return samples;
    }

    private static void addPointing(
            List<Pointing> samples,
            String say,
            List<String> targets,
            boolean isAskedBack,
            Evaluations.Asked asked,
            List<Decisions> decided) {
        decided.clear();
        var understood = asked.apply(say);
        decided.stream()
                .findFirst()
                .filter(each -> each.decisions().size() == 1)
                .ifPresent(each -> {
                    // "The service that prints the labels": who knows of no such name can only ask back.
                    var isUnknown = !targets.isEmpty()
                            && each.said().all().mentions().isEmpty()
                            && understood.interpretations().stream()
                                    .noneMatch(answer -> answer.targets().size() == 1);
                    samples.add(new Pointing(each.said(), each.decisions().getFirst(), isAskedBack || isUnknown));
                });
    }

    /** Whether the same is taught of something else: it would teach nothing. */
    private static boolean isSaidElsewhere(Spoken spoken, Map<String, Topic> said) {
        return !said.computeIfAbsent(key(spoken.text()), _ -> spoken.topic()).equals(spoken.topic());
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9{}]+", " ");
    }

    /** A text of which it is known what it asks; {@code half} is the one of all of them that it is in. */
    private record Labelled(String say, Set<Topic.Known> asked, boolean asksNothing, boolean several, int half) {}

    /** All that may be looked at for it, about one system. */
    private static List<Labelled> labelled(String system) {
        var labelled = new ArrayList<Labelled>();
        TEACHING.forEach(source -> add(labelled, source.of(system)));
        UNTAUGHT.forEach(source -> add(labelled, source.of(system)));
        // Their singles are taught, so that of these too much is known.
        if (Utterances.exists("development-2-" + system)) {
            addCompounds(labelled, Source.all("development-2-").of(system));
        }
        addCompounds(labelled, Source.firstHalf("development-3-").of(system));
        addFirstFive(labelled);
        return labelled;
    }

    /** What is asked by texts about one system of which nothing is taught, by text. */
    static Map<String, Set<Topic.Known>> untaught(String system) {
        var asked = new LinkedHashMap<String, Set<Topic.Known>>();
        var labelled = new ArrayList<Labelled>();
        for (var source : UNTAUGHT) {
            var utterances = source.of(system);
            add(labelled, utterances);
            utterances.negative().forEach(each -> asked.put(each.say(), Set.of()));
        }
        TEACHING.forEach(source -> addCompounds(labelled, source.of(system)));
        labelled.forEach(each -> asked.putIfAbsent(each.say(), each.asked()));
        return asked;
    }

    /** The samples of one half of all texts, read with a model that was not taught it. */
    static List<Sample> of(QuestionModel model, int half) {
        var samples = new ArrayList<Sample>();
        SCENARIOS.forEach((system, scenario) -> {
            var found = new ArrayList<Said>();
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario), said -> {
                found.add(said);
                return new Decisions(said, List.of());
            });
            labelled(system).stream()
                    .filter(each -> each.half() == half)
                    .forEach(each -> said(each.say(), asked, found)
                            .ifPresent(said ->
                                    samples.add(new Sample(said, each.asked(), each.asksNothing(), each.several()))));
        });
        return samples;
    }

    /** What was said as the classifier reads it, with all that it asks, by half. */
    static Map<Integer, List<AskedTogether.Whole>> wholes() {
        var model = QuestionModel.load();
        var wholes = new TreeMap<Integer, List<AskedTogether.Whole>>();
        SCENARIOS.forEach((system, scenario) -> {
            var asked = Evaluations.asking(model, Evaluations.shipped(scenario));
            labelled(system)
                    .forEach(each -> wholes.computeIfAbsent(each.half(), _ -> new ArrayList<>())
                            .add(new AskedTogether.Whole(asked.interpreter().read(each.say()), each.asked())));
        });
        return wholes;
    }

    private static void add(List<Labelled> labelled, Utterances utterances) {
        utterances.single().forEach(single -> {
            var topics = new ArrayList<>(Utterances.or(single.also()));
            topics.add(single.dimension());
            labelled.add(new Labelled(single.say(), topics(topics), false, false, half(single.say())));
        });
        addCompounds(labelled, utterances);
        utterances.negative().stream()
                .filter(negative -> ASK_NOTHING.contains(negative.outcome()))
                .forEach(negative ->
                        labelled.add(new Labelled(negative.say(), Set.of(), true, false, half(negative.say()))));
    }

    private static void addCompounds(List<Labelled> labelled, Utterances utterances) {
        utterances
                .compound()
                .forEach(compound -> labelled.add(new Labelled(
                        compound.say(), topics(compound.dimensions()), false, true, half(compound.say()))));
    }

    /** What everybody asks first, all of it in one message. */
    private static void addFirstFive(List<Labelled> labelled) {
        Map<String, List<String>> wordings = Utterances.table("first-five", new TypeReference<>() {});
        var dimensions = wordings.keySet().stream().sorted().toList();
        for (var i = 0; i < WORDINGS; i++) {
            var row = i;
            var together = wordings.values().stream()
                    .map(each -> each.get(row))
                    .map(words -> words.matches(".*[?.]") ? words : words + "?")
                    .collect(Collectors.joining(" "));
            labelled.add(new Labelled(together, topics(dimensions), false, true, 0));
        }
    }

    private static Optional<Said> said(String words, Evaluations.Asked asked, List<Said> found) {
        found.clear();
        asked.apply(words);
        return found.stream().findFirst();
    }

    private static Set<Topic.Known> topics(List<String> names) {
        var topics = names.stream().map(Topic.Known::named).collect(Collectors.toCollection(HashSet::new));
        // Whoever asks for changes of any kind asks for each kind, and the other way round.
        if (topics.contains(new Topic.WhatChanged()) || topics.containsAll(Topic.WhatChanged.PARTS)) {
            topics.add(new Topic.WhatChanged());
            topics.addAll(Topic.WhatChanged.PARTS);
        }
        return topics;
    }
}
