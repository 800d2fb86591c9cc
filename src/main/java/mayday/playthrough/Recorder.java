package mayday.playthrough;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mayday.debrief.Debrief;
import mayday.debrief.Debrief.Elapsed;
import mayday.debrief.Debriefs;
import mayday.evidence.Evidence;
import mayday.evidence.Interpretation;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.incident.Outcome;
import mayday.incident.Recorded;
import mayday.incident.Status;
import mayday.playthrough.Expectation.Shown;
import mayday.playthrough.Performance.Scene;
import mayday.playthrough.Step.Check;
import mayday.question.Interpreter;
import mayday.scenario.AuthoredEvidence;
import mayday.scenario.AuthoredId;
import mayday.scenario.Scenario;

/**
 * Makes a script of an incident that was played: its moves are those that were made; what must follow is what follows when they are
 * made again, so that the script passes. Pure.
 */
public final class Recorder {
    /** How much the score may move before the script fails: small changes of how runs are judged are no news. */
    private static final int POINTS_AROUND = 10;

    private static final Duration AROUND = Duration.ofMinutes(1);
    private static final int NOTE_CHARACTERS = 110;

    private final List<Recorded> events;
    private final Scenario scenario;
    private final Interpreter interpreter;
    private final List<AuthoredEvidence> authored;

    private Recorder(List<Recorded> events, Scenario scenario, Interpreter interpreter) {
        this.events = List.copyOf(events);
        this.scenario = scenario;
        this.interpreter = interpreter;
        this.authored = scenario.questions().stream()
                .flatMap(question -> question.answers().stream())
                .flatMap(answer -> answer.reveals().stream())
                .distinct()
                .toList();
    }

    /**
     * The script of {@code events}, which begin with an opening.
     *
     * @param scenario as it is now; it may have changed since
     */
    public static Recording record(List<Recorded> events, Scenario scenario, Interpreter interpreter) {
        return new Recorder(events, scenario, interpreter).recording();
    }

    private Recording recording() {
        var opened = (Event.IncidentOpened) events.getFirst().event();
        var moves = PlayedMoves.of(events, opened.mode(), scenario.pagedAt());
        var kept = moves.subList(0, Math.min(moves.size(), Script.MOST_STEPS));
        var bare = script(
                opened, kept.stream().map(move -> new Step(0, move, List.of())).toList(), List.of());
        var played = Rehearsal.play(bare, scenario, interpreter);
        var steps = new ArrayList<Step>();
        var before = Status.OPEN;
        for (var scene : played.scenes()) {
            steps.add(new Step(0, scene.step().move(), checks(scene, before)));
            before = scene.after().status();
        }
        return new Recording(
                script(opened, steps, end(played.after())),
                remarks(opened, moves.size(), played),
                played.scenes().stream().map(Recorder::note).toList());
    }

    private Script script(Event.IncidentOpened opened, List<Step> steps, List<Ending.At> end) {
        return new Script(
                "",
                "Played under the cause " + opened.cause(),
                scenario.id(),
                opened.cause(),
                opened.seed(),
                opened.mode(),
                opened.terms(),
                steps,
                end);
    }

    private List<Check> checks(Scene scene, Status before) {
        var expectations = new ArrayList<Expectation>();
        events(scene, Event.QuestionAsked.class).forEach(asked -> understood(asked, expectations));
        scene.refusal().ifPresent(refusal -> expectations.add(new Expectation.Refused(refusal.id())));
        revealed(scene).forEach(shown -> expectations.add(new Expectation.Reveals(shown)));
        states(scene, expectations);
        var status = scene.after().status();
        if (status != before && !status.isOver()) {
            expectations.add(new Expectation.IsStatus(status));
        }
        return expectations.stream().map(each -> new Check(0, each)).toList();
    }

    private static void understood(Event.QuestionAsked asked, List<Expectation> expectations) {
        var understood = asked.understoodAs();
        if (understood.outcome() != Outcome.ANSWERED) {
            expectations.add(new Expectation.Became(understood.outcome()));
            return;
        }
        var readings = understood.interpretations();
        expectations.add(new Expectation.Asks(
                readings.stream().map(Interpretation::dimension).distinct().toList()));
        var targets = readings.stream()
                .flatMap(read -> read.targets().stream())
                .map(Named::target)
                .distinct()
                .toList();
        if (!targets.isEmpty()) {
            expectations.add(new Expectation.IsAbout(targets));
        }
        readings.stream()
                .map(Interpretation::authored)
                .filter(Predicate.not(String::isEmpty))
                .distinct()
                .limit(1)
                .forEach(each -> expectations.add(new Expectation.IsQuestion(new AuthoredId(each))));
    }

    private Set<Shown> revealed(Scene scene) {
        var shown = new LinkedHashSet<Shown>();
        events(scene, Event.QuestionAnswered.class)
                .flatMap(answered -> answered.evidence().stream())
                .map(this::shown)
                .forEach(shown::add);
        return shown;
    }

    private Shown shown(Evidence evidence) {
        return authored.stream()
                .filter(each -> Exhibits.isAuthored(evidence, each))
                .<Shown>map(Shown.Authored::new)
                .findFirst()
                .orElseGet(() -> new Shown.OfKind(evidence.body().kind()));
    }

    /** The states that were entered in this step, the last of each fault. */
    private static void states(Scene scene, List<Expectation> expectations) {
        for (var fault : scene.after().cause().faults()) {
            events(scene, Event.CauseAdvanced.class)
                    .filter(each -> each.cause().equals(fault.id()))
                    .reduce((_, later) -> later)
                    .ifPresent(each -> expectations.add(new Expectation.InState(fault.id(), each.to())));
        }
    }

    private static List<Ending.At> end(Incident after) {
        var endings = new ArrayList<Ending>();
        endings.add(new Ending.IsStatus(after.status()));
        if (after.isOver()) {
            var debrief = Debriefs.of(after);
            endings.add(mitigated(debrief));
            var score = debrief.structure().score();
            endings.add(new Ending.Scores(Math.max(0, score - POINTS_AROUND), Math.min(100, score + POINTS_AROUND)));
        }
        return endings.stream().map(each -> new Ending.At(0, each)).toList();
    }

    private static Ending mitigated(Debrief debrief) {
        return switch (debrief.time().mitigate()) {
            case Elapsed.Never() -> new Ending.NeverMitigated();
            case Elapsed.After(var length) -> {
                var least = Duration.ofMinutes(length.minus(AROUND).toMinutes());
                yield new Ending.MitigatedAfter(
                        least.isNegative() ? Duration.ZERO : least,
                        Duration.ofMinutes(length.plus(AROUND).toMinutes() + 1));
            }
        };
    }

    private List<String> remarks(Event.IncidentOpened opened, int moves, Performance played) {
        var remarks = new ArrayList<String>();
        if (!opened.revision().equals(scenario.revision())) {
            remarks.add("The scenario has changed since this was played: what must follow is what follows now.");
        }
        if (moves > Script.MOST_STEPS) {
            remarks.add("Only the first " + Script.MOST_STEPS + " of " + moves + " moves are here.");
        }
        if (played.scenes().size() < Math.min(moves, Script.MOST_STEPS)) {
            remarks.add("It ends where a move is refused that was made when this was played.");
        }
        var then = readings(events);
        var now = readings(played.after().history());
        IntStream.range(0, Math.min(then.size(), now.size()))
                .filter(i -> !understood(then.get(i)).equals(understood(now.get(i))))
                .mapToObj(i -> "\"" + oneLine(then.get(i).words()) + "\" is understood otherwise today.")
                .forEach(remarks::add);
        return remarks;
    }

    /** What a playthrough says of how a question was understood: how sure the reading was moves with every new question of the scenario. */
    private static List<Expectation> understood(Event.QuestionAsked asked) {
        var expectations = new ArrayList<Expectation>();
        understood(asked, expectations);
        return expectations;
    }

    private static List<Event.QuestionAsked> readings(List<Recorded> events) {
        return events.stream()
                .map(Recorded::event)
                .filter(Event.QuestionAsked.class::isInstance)
                .map(Event.QuestionAsked.class::cast)
                .toList();
    }

    /** What came of it in a line: the first sentence of the first thing that was answered or reported. */
    private static String note(Scene scene) {
        return scene.events().stream()
                .map(Recorded::event)
                .filter(event -> event instanceof Event.QuestionAnswered
                        || event instanceof Event.ActionCompleted
                        || event instanceof Event.ReplyReceived
                        || event instanceof Event.ApprovalGiven
                        || event instanceof Event.ApprovalRefused)
                .map(Spoken::text)
                .map(Recorder::oneLine)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .map(Recorder::cut)
                .orElse("");
    }

    private static String cut(String text) {
        if (text.length() <= NOTE_CHARACTERS) {
            return text;
        }
        var end = text.lastIndexOf(' ', NOTE_CHARACTERS);
        return text.substring(0, end > 0 ? end : NOTE_CHARACTERS) + " ...";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static <E extends Event> Stream<E> events(Scene scene, Class<E> type) {
        return scene.events().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
