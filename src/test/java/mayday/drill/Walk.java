package mayday.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import mayday.evidence.EvidenceId;
import mayday.evidence.Interpretation;
import mayday.evidence.Target;
import mayday.evidence.Window;
import mayday.incident.ActionId;
import mayday.incident.ActionMenu;
import mayday.incident.ActionRequest;
import mayday.incident.ClockMode;
import mayday.incident.Command;
import mayday.incident.Decider;
import mayday.incident.HintOffer;
import mayday.incident.HintStep;
import mayday.incident.HypothesisId;
import mayday.incident.Incident;
import mayday.incident.Inject;
import mayday.incident.Matter;
import mayday.incident.MessageId;
import mayday.incident.Outcome;
import mayday.incident.Participant;
import mayday.incident.QuestionId;
import mayday.incident.Stance;
import mayday.incident.Terms;
import mayday.incident.Understanding;
import mayday.incident.Verdict;
import mayday.scenario.Audience;
import mayday.scenario.CauseId;
import mayday.scenario.Dimension;
import mayday.scenario.FaultClass;
import mayday.scenario.Scenario;
import mayday.scenario.Service;
import mayday.scenario.Severity;
import mayday.scenario.Tool;
import mayday.terminal.Chance;

/**
 * A seeded walk through an incident: moves of every kind at odd moments, the wrong ones among them. They are made up while the incident
 * goes on, so that they name what there is by then.
 */
final class Walk {
    /** Enough to deal every dimension and most actions once. */
    private static final int MOVES = 70;

    private static final Participant SAM = new Participant("p-sam", "Sam");
    private static final Participant FAY = new Participant("f-fay", "Fay");

    /** A move, and the incident time at which it is made. */
    record Move(Command command, Instant at) {}

    /** What to walk through. */
    record Way(Scenario scenario, CauseId cause, ClockMode clock) {
        private static final int SEEDS = 1_000_000;

        /** By its name, so that it is the same walk whatever others there are; the incident's as well. */
        long seed() {
            return Chance.below(SEEDS, Chance.hash(SEEDS, scenario.id() + "/" + cause + "/" + clock));
        }

        @Override
        public String toString() {
            return scenario.id() + " / " + cause + ", " + clock + " clock, seed " + seed();
        }
    }

    final Incident opened;
    final List<Move> moves = new ArrayList<>();
    /** After the last move, and after its time has run out where nobody closed it. */
    final Incident ended;

    private final Way way;
    private final Scenario scenario;
    private final Random random;
    /** Apart, so that what those who play do does not hang on it. */
    private final Random facilitator;

    private final List<Dimension> dimensions;
    private final List<ActionMenu.Item> actions;
    private Incident incident;

    Walk(Way way) {
        this.way = way;
        scenario = way.scenario();
        random = new Random(way.seed());
        facilitator = new Random(~way.seed());
        dimensions = new ArrayList<>(List.of(Dimension.values()));
        actions = new ArrayList<>(ActionMenu.of(scenario).items());
        Collections.shuffle(dimensions, random);
        Collections.shuffle(actions, random);
        opened = Decider.open(scenario, way.seed(), way.cause(), way.clock(), Instant.EPOCH, SAM, terms(way))
                .after();
        incident = opened;
        walk();
        ended = incident;
    }

    @Override
    public String toString() {
        return way.toString();
    }

    /** Every level of the coach has its turn, and every other walk has hints. */
    private static Terms terms(Way way) {
        var levels = Terms.Coaching.values();
        var turn = (int) (way.seed() / 2);
        return new Terms(Terms.DEFAULT_RUBRIC, turn % 2 == 0, levels[turn % levels.length]);
    }

    private void walk() {
        var live = opened.opened().mode() == ClockMode.LIVE;
        var stride = scenario.limit().toMillis() / MOVES;
        var at = scenario.pagedAt();
        for (var move = 0; move < MOVES && !incident.isOver(); move++) {
            at = live ? at.plusMillis(random.nextLong(2 * stride)) : incident.now();
            make(command(move), at);
            if (facilitator.nextInt(15) == 0) {
                make(inject(), live ? at : incident.now());
            }
            if (live && facilitator.nextInt(12) == 0) {
                facilitate(at);
            }
        }
        if (random.nextBoolean()) {
            make(new Command.Close(SAM, "It was the release, or the weather."), live ? at : incident.now());
        }
        make(new Command.Observe(), incident.endsAt().plusSeconds(1));
    }

    /** Throws something in, now or later; a further fault at most once, when there is one that is none yet. */
    private Command inject() {
        var minutes = Duration.ofMinutes(facilitator.nextInt(1, 9));
        var inject = switch (facilitator.nextInt(4)) {
            case 0 ->
                new Inject.Message("Kenji", "How is it?", facilitator.nextBoolean() ? List.of() : List.of(minutes));
            case 1 -> new Inject.Alert("Disk > 90 %");
            case 2 -> new Inject.ToolOutage(Tool.values()[facilitator.nextInt(Tool.values().length)], minutes);
            default ->
                new Inject.Fault(scenario.causes()
                        .get(facilitator.nextInt(scenario.causes().size()))
                        .id());
        };
        var arrival = facilitator.nextBoolean()
                ? new Inject.Arrival.Now()
                : new Inject.Arrival.At(incident.now().plus(minutes).plusMillis(facilitator.nextInt(60_000)));
        return new Command.Inject(FAY, inject, arrival);
    }

    /** Somebody stops the clock, and perhaps adds a minute; who moves meanwhile, however late, is refused. */
    private void facilitate(Instant at) {
        make(new Command.PauseClock(FAY), at);
        make(new Command.Acknowledge(SAM), at.plusSeconds(300));
        if (facilitator.nextBoolean()) {
            make(new Command.ExtendTime(FAY, Duration.ofMinutes(1)), at);
        }
        make(new Command.ResumeClock(FAY, Instant.EPOCH.plusSeconds(600)), at);
    }

    private void make(Command command, Instant at) {
        moves.add(new Move(command, at));
        incident = Decider.decide(scenario, incident, command, at).after();
    }

    private Command command(int move) {
        var hypothesis = hypothesis();
        return switch (random.nextInt(31)) {
            case 0 -> new Command.Acknowledge(SAM);
            case 1 ->
                new Command.StateHypothesis(
                        SAM, "a hunch", any(FaultClass.class), service().id().value(), random.nextInt(-1, 102));
            case 2 -> new Command.ReviseHypothesis(SAM, hypothesis, random.nextInt(101));
            case 3 -> new Command.JudgeHypothesis(SAM, hypothesis, any(Verdict.class), List.of(evidence()));
            case 4 -> new Command.LinkEvidence(SAM, hypothesis, evidence(), any(Stance.class));
            case 5 -> new Command.PinEvidence(SAM, evidence(), random.nextBoolean());
            case 6 -> new Command.DeclareSeverity(SAM, any(Severity.class));
            case 7 -> new Command.PostUpdate(SAM, any(Audience.class), "Looking into it, move " + move);
            case 8 -> new Command.Escalate(SAM, any(scenario.system().teams()).id(), "Please look.");
            case 9 -> new Command.Wait(SAM, Duration.ofSeconds(random.nextLong(1, 200)));
            case 11 ->
                new Command.CancelAction(
                        SAM,
                        new ActionId(
                                "A" + random.nextInt(1, 2 + incident.actions().size())));
            case 10, 12, 13, 14, 15, 16, 17 -> act();
            case 18 ->
                new Command.Reply(
                        SAM, new MessageId("M" + random.nextInt(1, 4)), "In ten minutes, move " + move, List.of());
            case 19 -> new Command.TakeFallback(SAM, new QuestionId("Q" + random.nextInt(1, 9)));
            case 20 -> new Command.TakeHint(SAM, any(matters()), any(HintStep.class), "Look there, at move " + move);
            default -> ask(move);
        };
    }

    /** That of the last hint, so that some are gone on with, and others. */
    private List<Matter> matters() {
        var going = HintOffer.of(incident) instanceof HintOffer.Next next
                ? next.matter().stream().toList()
                : List.<Matter>of();
        return going.isEmpty() ? List.of(new Matter.Ask(any(Dimension.class)), new Matter.Tell()) : going;
    }

    private Command ask(int move) {
        if (random.nextInt(8) == 0) {
            return new Command.Ask(SAM, "hm?", Understanding.refused(any(Outcome.class), "What do you mean?"));
        }
        var parts = new ArrayList<Interpretation>();
        for (var part = random.nextInt(1, 4); part > 0; part--) {
            // Dealt like cards, so that none is left out.
            Collections.rotate(dimensions, 1);
            parts.add(new Interpretation(dimensions.getFirst(), targets(), window(), random.nextDouble(), ""));
        }
        return new Command.Ask(SAM, "question " + move, Understanding.answered(parts));
    }

    private List<Target> targets() {
        var service = service();
        var region = any(service.regions());
        return switch (random.nextInt(6)) {
            case 0 -> List.of();
            case 1 -> List.of(new Target.OfService(service.id()));
            case 2 -> List.of(new Target.OfNode(service.id(), region));
            case 3 -> List.of(new Target.OfRegion(region), new Target.OfService(service.id()));
            case 4 -> List.of(new Target.OfHost(service.id(), region, random.nextInt(1, 4)));
            default -> List.of(new Target.OfTeam(any(scenario.system().teams()).id()));
        };
    }

    private Window window() {
        var now = incident.now();
        return switch (random.nextInt(4)) {
            case 0 -> new Window.Last(Duration.ofMinutes(random.nextLong(1, 90)));
            case 1 -> new Window.Since(now.minusSeconds(random.nextLong(1, 5_000)));
            case 2 -> new Window.Between(now.minusSeconds(random.nextLong(2_000, 9_000)), now.minusSeconds(1_000));
            default -> new Window.Usual();
        };
    }

    /** The next of the menu with a target and arguments by chance. */
    private Command act() {
        Collections.rotate(actions, 1);
        var item = actions.getFirst();
        var target = item.needsTarget() ? any(item.targets()) : "";
        var arguments = new HashMap<String, String>();
        for (var argument : item.arguments()) {
            arguments.put(argument.name(), value(argument));
        }
        return switch (ActionRequest.parse(scenario, item.kind().id(), target, arguments)) {
            case ActionRequest.Parsed(var action) -> new Command.Act(SAM, action, "");
            // A region where it does not run: the usual one will do.
            case ActionRequest.Rejected _ -> new Command.Acknowledge(SAM);
        };
    }

    private String value(ActionMenu.Argument argument) {
        return switch (argument) {
            case ActionMenu.Argument.Choice choice -> any(choice.choices());
            case ActionMenu.Argument.Whole whole ->
                Integer.toString(random.nextInt(whole.least(), Math.min(whole.most(), 40) + 1));
        };
    }

    private Service service() {
        return any(scenario.system().services());
    }

    /** One that was stated, or one that never was. */
    private HypothesisId hypothesis() {
        return new HypothesisId(
                "H" + random.nextInt(1, 2 + incident.board().hypotheses().size()));
    }

    private EvidenceId evidence() {
        return new EvidenceId(
                "E" + random.nextInt(1, 2 + incident.board().cards().size()));
    }

    private <E extends Enum<E>> E any(Class<E> words) {
        return any(List.of(words.getEnumConstants()));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
