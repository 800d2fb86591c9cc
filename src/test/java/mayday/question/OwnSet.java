package mayday.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What people ask about a system whose scenario has many questions of its author's, who phrased each of them in a few ways; the heads of
 * the files say how one is written.
 */
record OwnSet(
        String system,
        String paged,
        Map<String, Part> services,
        Map<String, Question> questions,
        List<Utterance> utterances) {
    /** The systems that may be looked at, and from which the weights are learnt. */
    static final List<String> TEACHING = List.of("airline", "hospital", "rides");

    /** A system that only measures. */
    static final String UNSEEN = "game";

    record Part(String sort, List<String> aliases) {}

    record Question(String kind, String dimension, String service, List<String> asks) {}

    /**
     * One text; exactly one of {@code is}, {@code dimension} and {@code outcome} is there.
     *
     * @param is the author's question that is asked
     * @param dimension what is asked and is no question of the author's
     * @param service what it is asked of, if of one
     * @param outcome what it is instead of a question
     */
    record Utterance(
            String say,
            String register,
            @Nullable String is,
            @Nullable String dimension,
            @Nullable String service,
            @Nullable String outcome) {

        Optional<String> question() {
            return Optional.ofNullable(is);
        }
    }

    static OwnSet of(String system) {
        return Utterances.table("own-" + system, new TypeReference<OwnSet>() {});
    }

    /** The same, whose author has added only every {@code of}th question, from the one of that number on. */
    OwnSet withPart(int first, int of) {
        var ids = List.copyOf(questions.keySet());
        var part = new LinkedHashMap<String, Question>();
        IntStream.range(0, ids.size())
                .filter(i -> i % of == first)
                .forEach(i -> part.put(ids.get(i), Objects.requireNonNull(questions.get(ids.get(i)))));
        return new OwnSet(system, paged, services, part, utterances);
    }

    Scenario scenario() {
        var parts = services.entrySet().stream()
                .map(each -> new ForeignSystem.Part(
                        each.getKey(), each.getValue().sort(), each.getValue().aliases()))
                .toList();
        return ForeignSystem.scenario(
                system,
                parts,
                paged,
                questions.entrySet().stream()
                        .map(each -> authored(each.getKey(), each.getValue()))
                        .toList());
    }

    private static AuthoredQuestion authored(String id, Question question) {
        var services = question.service().isEmpty() ? List.<ServiceId>of() : List.of(new ServiceId(question.service()));
        return new AuthoredQuestion(
                new AuthoredId(id),
                Words.parse(Dimension.class, question.dimension()).orElseThrow(),
                services,
                question.asks(),
                List.of());
    }

    /** Adds how well they are understood to {@code report}; of each {@code of} utterances one. */
    void measure(QuestionReport report, QuestionModel model, int of) {
        var asking = Evaluations.asking(model, scenario());
        utterances.stream().filter(each -> Utterances.isDrawn(each.say(), of)).forEach(each -> {
            var understood = asking.apply(each.say());
            var mark = mark(each, understood);
            var section = section(each);
            report.add(mark, "(" + section + ")", understood, section, section + " by register: " + each.register());
            report.noteIf(mark, each.say(), wanted(each), understood, asking);
        });
    }

    private String section(Utterance utterance) {
        if (utterance.outcome() != null) {
            return "negative";
        }
        var question = utterance.question().map(questions::get);
        return question.map(each -> "own, kind " + each.kind()).orElse("built-in");
    }

    private static String wanted(Utterance utterance) {
        return utterance.is() + " " + utterance.dimension() + " " + utterance.service() + " " + utterance.outcome();
    }

    private static Mark mark(Utterance utterance, Understanding understood) {
        if (understood.outcome() != Outcome.ANSWERED) {
            return utterance.outcome() != null
                    ? Mark.HIT
                    : understood.outcome() == Outcome.ASK_BACK ? Mark.ASKED_BACK : Mark.MISSED;
        }
        var answers = understood.interpretations();
        return answers.size() == 1 && isRight(utterance, answers.getFirst()) ? Mark.HIT : Mark.WRONG;
    }

    private static boolean isRight(Utterance utterance, Interpretation answer) {
        if (utterance.is() != null) {
            return answer.authored().equals(utterance.is());
        }
        return answer.authored().isEmpty()
                && answer.dimension().id().equals(utterance.dimension())
                && isOf(utterance.service(), answer.targets());
    }

    private static boolean isOf(@Nullable String service, List<Target> targets) {
        return service == null
                || service.isEmpty()
                || Set.copyOf(targets).contains(new Target.OfService(new ServiceId(service)));
    }
}
