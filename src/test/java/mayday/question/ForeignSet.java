package mayday.question;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.incident.Outcome;
import mayday.incident.Understanding;
import mayday.scenario.AuthoredId;
import mayday.scenario.AuthoredQuestion;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The labelled questions about three systems that Mayday was not built on, read by way of {@code question-eval-mapping.yaml}, which
 * says how its intents compare with our dimensions.
 */
final class ForeignSet {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record File(List<Foreign> scenarios) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Foreign(
            String id,
            Map<String, List<String>> entities,
            List<Intent> intents,
            List<Utterance> utterances,
            List<Utterance> confirm) {}

    private record Intent(
            String id, String kind, Map<String, String> slots, String canonical, List<String> phrasings) {}

    private record Utterance(
            String text,
            String type,
            String sub,
            List<String> gold,
            @JsonProperty("exact_overlap_with_training") boolean isTraining) {}

    private static final String OWN = "own";

    private record Mapping(
            Map<String, Sorts> systems, Map<String, Object> intents, Map<String, List<String>> answerable) {}

    /** @param paged the service that the page is about */
    record Sorts(String paged, Map<String, String> sorts) {}

    private final Mapping mapping = YAMLMapper.shared().readValue(open("question-eval-mapping.yaml"), Mapping.class);
    private final File file = JsonMapper.shared().readValue(open("question-eval.json"), File.class);

    /** Which of the set's intents are questions of the scenario's author, with the phrasings that the set has for training. */
    enum Authored {
        /** Those that none of our dimensions answers: what is left says how far the ontology alone carries. */
        OWN_ONLY,
        /** All of them, as an author may phrase questions of built-in dimensions: what the set was made for. */
        ALL
    }

    /** How well the part that may be looked at is understood, and how well the other; of each one text of {@code of}. */
    QuestionReport measured(QuestionModel model, int of, Authored authored) {
        var report = new QuestionReport();
        for (var foreign : file.scenarios()) {
            var asking = Evaluations.asking(model, scenario(foreign, authored));
            share(foreign.utterances(), of)
                    .forEach(each -> measure(report, foreign, each, asking.apply(each.text()), ""));
            share(foreign.confirm(), of)
                    .forEach(each -> measure(report, foreign, each, asking.apply(each.text()), "confirm "));
        }
        return report;
    }

    private Scenario scenario(Foreign foreign, Authored authored) {
        var sorts = sorts(foreign);
        var parts = foreign.entities().entrySet().stream()
                .map(entity -> new ForeignSystem.Part(
                        entity.getKey(), sorts.sorts().getOrDefault(entity.getKey(), "service"), entity.getValue()))
                .toList();
        return ForeignSystem.scenario(foreign.id(), parts, sorts.paged(), questions(foreign, authored));
    }

    private static Stream<Utterance> share(List<Utterance> utterances, int of) {
        return utterances.stream().filter(each -> Utterances.isDrawn(each.text(), of));
    }

    /** Intents without a mapping. */
    List<String> unmapped() {
        var unmapped = new ArrayList<String>();
        for (var foreign : file.scenarios()) {
            for (var intent : foreign.intents()) {
                var name = foreign.id() + "/" + intent.id();
                if (!mapping.intents().containsKey(name)) {
                    unmapped.add(name);
                }
            }
        }
        return unmapped;
    }

    private Sorts sorts(Foreign foreign) {
        var sorts = mapping.systems().get(foreign.id());
        if (sorts == null) {
            throw new IllegalStateException("no sorts for " + foreign.id());
        }
        return sorts;
    }

    private void measure(
            QuestionReport report, Foreign foreign, Utterance utterance, Understanding understood, String part) {
        if (utterance.isTraining()) {
            return;
        }
        if (utterance.type().equals("negative")) {
            var right = mapping.answerable().get(utterance.text());
            var mark = right == null
                    ? understood.outcome() == Outcome.ANSWERED ? Mark.WRONG : Mark.HIT
                    : QuestionReport.one(understood, Set.copyOf(right), List.of());
            var section = part + (right == null ? "negative" : "answerable here");
            report.add(mark, "(" + utterance.sub() + ")", understood, section, section + ": " + utterance.sub());
            return;
        }
        var wanted = utterance.gold().stream()
                .map(gold -> wanted(foreign, gold, about(foreign, utterance), understood))
                .toList();
        var isAnyRight = utterance.type().equals("ambiguous");
        var mark = mark(understood, wanted, isAnyRight);
        var section = part + utterance.type();
        report.add(
                mark,
                utterance.gold().toString(),
                understood,
                section,
                section + " by register: " + utterance.sub(),
                section + " by system: " + foreign.id());
    }

    /** The interpretations that answer an intent. */
    private record Wanted(List<Interpretation> answers) {}

    private Wanted wanted(Foreign foreign, String gold, Set<String> about, Understanding understood) {
        var intent = foreign.intents().stream()
                .filter(each -> each.id().equals(gold))
                .findFirst()
                .orElseThrow();
        return new Wanted(understood.interpretations().stream()
                .filter(each -> isOf(foreign, intent, each) && isAbout(about, intent, each))
                .toList());
    }

    /** The services that an utterance is about. */
    private Set<String> about(Foreign foreign, Utterance utterance) {
        var about = new HashSet<String>();
        foreign.intents().stream()
                .filter(intent -> utterance.gold().contains(intent.id()))
                .forEach(intent -> about.addAll(intent.slots().values()));
        return about;
    }

    private boolean isOf(Foreign foreign, Intent intent, Interpretation answer) {
        var dimensions = mapping.intents().get(foreign.id() + "/" + intent.id());
        return answer.authored().isEmpty()
                ? dimensions instanceof List<?> list
                        && list.contains(answer.dimension().id())
                : answer.authored().equals(intent.id());
    }

    /** An intent of one service must be answered of it, or of what the answer chooses; in passing of others that were asked about. */
    private static boolean isAbout(Set<String> about, Intent intent, Interpretation answer) {
        var wanted = intent.slots().values();
        var answered = answer.targets().stream()
                .map(target -> target instanceof Target.OfService(var service) ? service.value() : target.words())
                .toList();
        return wanted.isEmpty()
                || (about.containsAll(answered) && (answered.isEmpty() || answered.containsAll(wanted)));
    }

    private static Mark mark(Understanding understood, List<Wanted> wanted, boolean isAnyRight) {
        if (understood.outcome() != Outcome.ANSWERED) {
            return understood.outcome() == Outcome.ASK_BACK ? Mark.ASKED_BACK : Mark.MISSED;
        }
        var right = new HashSet<Interpretation>();
        wanted.forEach(each -> right.addAll(each.answers()));
        if (!right.containsAll(understood.interpretations())) {
            return Mark.WRONG;
        }
        var answered = wanted.stream().filter(each -> !each.answers().isEmpty()).count();
        return isAnyRight || answered == wanted.size() ? Mark.HIT : Mark.PART;
    }

    private List<AuthoredQuestion> questions(Foreign foreign, Authored authored) {
        return foreign.intents().stream()
                .flatMap(intent -> switch (mapping.intents().getOrDefault(foreign.id() + "/" + intent.id(), "")) {
                    case List<?> dimensions
                    when authored == Authored.ALL -> Stream.of(question(intent, dimension(dimensions.getFirst())));
                    case String own when own.equals(OWN) -> Stream.of(question(intent, Dimension.CUSTOMER_IMPACT));
                    default -> Stream.empty();
                })
                .toList();
    }

    private static Dimension dimension(Object id) {
        return Words.parse(Dimension.class, id.toString()).orElseThrow();
    }

    private static AuthoredQuestion question(Intent intent, Dimension dimension) {
        var asks = new ArrayList<>(intent.phrasings());
        asks.addFirst(intent.canonical());
        var services = intent.slots().values().stream().map(ServiceId::new).toList();
        return new AuthoredQuestion(new AuthoredId(intent.id()), dimension, services, asks, List.of());
    }

    private static InputStream open(String name) {
        var in = ForeignSet.class.getResourceAsStream("/questions/" + name);
        if (in == null) {
            throw new UncheckedIOException(new IOException("the test resources lack /questions/" + name));
        }
        return in;
    }
}
