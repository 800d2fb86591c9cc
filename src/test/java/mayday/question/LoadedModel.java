package mayday.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mayday.incident.Understanding;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;

/** The model, loaded once for all tests, and ways to ask the test shop. */
final class LoadedModel {
    static final QuestionModel MODEL = QuestionModel.load();
    static final ScenarioInterpreters INTERPRETERS = new ScenarioInterpreters(CompletableFuture.completedFuture(MODEL));
    static final Instant NOW = Storefront.PAGED_AT.plus(Duration.ofMinutes(2));

    private static final Reader NAMELESS = new Reader(Ontology.wordLists());

    private LoadedModel() {}

    /** What {@code words} are understood as when nothing was said before. */
    static Understanding ask(String words) {
        return ask(Storefront.scenario(), words);
    }

    static Understanding ask(Scenario scenario, String words) {
        return interpreter(scenario).understand(words, saying());
    }

    /** The pieces of {@code words}, as no system has names for them. */
    static List<Piece> pieces(String words) {
        return NAMELESS.pieces(words);
    }

    /** What the last of {@code words} is understood as after the others were. */
    static Understanding askInTurn(String... words) {
        var turns = new ArrayList<Conversation.Turn>();
        var understood = ask(words[0]);
        for (var each : words) {
            understood = interpreter(Storefront.scenario())
                    .understand(each, saying(turns.toArray(Conversation.Turn[]::new)));
            turns.add(new Conversation.Turn(each, understood));
        }
        return understood;
    }

    static Conversation saying(Conversation.Turn... turns) {
        return new Conversation(List.of(turns), new ServiceId("edge"), Storefront.PAGED_AT, NOW);
    }

    static ScenarioInterpreter interpreter(Scenario scenario) {
        return (ScenarioInterpreter) INTERPRETERS.of(scenario);
    }

    /** An answered understanding in short: {@code error-rate[checkout] latency[]}. */
    static String read(Understanding understanding) {
        var read = new ArrayList<String>();
        for (var interpretation : understanding.interpretations()) {
            var targets = interpretation.targets().stream()
                    .map(target -> target.words())
                    .toList();
            var own = interpretation.authored().isEmpty() ? "" : " (" + interpretation.authored() + ")";
            read.add(interpretation.dimension().id() + own + targets);
        }
        return String.join(" ", read);
    }
}
