package mayday.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mayday.compiler.Library;
import mayday.compiler.Problem;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.Scenario;
import mayday.scenario.ScenarioId;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** A scenario of {@code features/}, compiled from its file and played with moves as a learner makes them. */
final class Played {
    private static final Library LIBRARY = Library.read(Path.of("src/test/resources/features"));
    private static final Participant SAM = new Participant("p1", "Sam");
    private static final Instant PAGED = Instant.parse("2026-03-10T14:06:00Z");

    private final Scenario scenario;
    private Incident incident;
    private Instant now;

    private Played(Scenario scenario, CauseId cause, long seed, ClockMode mode) {
        this.scenario = scenario;
        incident = Decider.open(scenario, seed, cause, mode, Instant.EPOCH, SAM).after();
        now = incident.now();
    }

    static Played of(String feature, String cause) {
        return of(feature, cause, 7);
    }

    static Played of(String feature, String cause, long seed) {
        return new Played(scenario(feature), new CauseId(cause), seed, ClockMode.PRACTICE);
    }

    /** On a live clock, under the scenario's last cause. */
    static Played live(String feature) {
        var scenario = scenario(feature);
        return new Played(scenario, scenario.causes().getLast().id(), 7, ClockMode.LIVE);
    }

    private static Scenario scenario(String feature) {
        assertThat(LIBRARY.problems())
                .filteredOn(problem -> problem.file().startsWith(feature))
                .extracting(Problem::rendered)
                .isEmpty();
        return LIBRARY.find(new ScenarioId(feature)).orElseThrow();
    }

    static Instant minute(int minutes) {
        return PAGED.plus(Duration.ofMinutes(minutes));
    }

    Incident incident() {
        return incident;
    }

    Instant now() {
        return incident.now();
    }

    Played act(String kind, String target) {
        return act(kind, target, Map.of());
    }

    Played act(String kind, String target, Map<String, String> arguments) {
        var read = ActionRequest.parse(scenario, kind, target, arguments);
        assertThat(read).isInstanceOf(ActionRequest.Parsed.class);
        return submit(new Command.Act(SAM, ((ActionRequest.Parsed) read).action(), ""));
    }

    /** Why an action is refused. */
    String refused(String kind, String target, Map<String, String> arguments) {
        var read = ActionRequest.parse(scenario, kind, target, arguments);
        if (read instanceof ActionRequest.Rejected(var _, var refusal)) {
            return refusal.reason();
        }
        var decision = Decider.decide(
                scenario, incident, new Command.Act(SAM, ((ActionRequest.Parsed) read).action(), ""), now);
        return ((Decision.Refused) decision).refusal().reason();
    }

    Played waits(int minutes) {
        var step = Duration.ofMinutes(minutes);
        if (incident.opened().mode() == ClockMode.LIVE) {
            return observes(step);
        }
        for (var left = step; left.isPositive(); left = left.minus(Limits.LONGEST_WAIT)) {
            submit(new Command.Wait(SAM, left.compareTo(Limits.LONGEST_WAIT) < 0 ? left : Limits.LONGEST_WAIT));
        }
        return this;
    }

    Played waitsUntil(Instant then) {
        var left = Duration.between(incident.now(), then);
        return left.isPositive() ? submit(new Command.Wait(SAM, left)) : this;
    }

    static ServiceId service(String id) {
        return new ServiceId(id);
    }

    Played does(Command command) {
        return submit(command);
    }

    Played closes(String statement) {
        return submit(new Command.Close(SAM, statement));
    }

    Played observes(Duration later) {
        now = now.plus(later);
        return submit(new Command.Observe());
    }

    Played ask(String words, Dimension dimension, ServiceId... services) {
        var targets = Stream.of(services)
                .map(service -> (Target) new Target.OfService(service))
                .toList();
        return asks(words, new Interpretation(dimension, targets, new Window.Usual(), 1, ""));
    }

    Played asksAuthored(String question) {
        return asks(question, new Interpretation(Dimension.DB_HEALTH, List.of(), new Window.Usual(), 1, question));
    }

    private Played asks(String words, Interpretation interpretation) {
        return submit(new Command.Ask(SAM, words, Understanding.answered(List.of(interpretation))));
    }

    private Played submit(Command command) {
        var decision = Decider.decide(scenario, incident, command, now);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        incident = decision.after();
        now = now.isAfter(incident.now()) ? now : incident.now();
        return this;
    }

    /** Where a fault stands. */
    String state(String fault) {
        return incident.world()
                .latest(new CauseId(fault))
                .orElseThrow()
                .state()
                .id()
                .value();
    }

    double errors(Instant at) {
        return incident.world().trajectory().at(Signal.ERROR_RATIO, new ServiceId("door"), Where.everywhere(), at);
    }

    double signal(Signal signal, ServiceId service, Where where) {
        return signal(signal, service, where, incident.now());
    }

    double signal(Signal signal, ServiceId service, Where where, Instant at) {
        return incident.world().trajectory().at(signal, service, where, at);
    }

    /** What agents did, in words. */
    List<String> others() {
        return incident.world().others().stream()
                .map(each -> Reports.title(each.action()))
                .toList();
    }

    List<String> reports() {
        return events(Event.ActionCompleted.class)
                .map(Event.ActionCompleted::report)
                .toList();
    }

    List<String> messages() {
        return events(Event.MessageReceived.class)
                .map(each -> each.from() + ": " + each.text())
                .toList();
    }

    List<String> answers() {
        return events(Event.QuestionAnswered.class)
                .map(Event.QuestionAnswered::text)
                .toList();
    }

    private <E extends Event> Stream<E> events(Class<E> type) {
        return incident.history().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
