package mayday.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mayday.player.Remedies;
import mayday.scenario.Action;
import mayday.scenario.Cause;
import mayday.scenario.Scenario;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.Words;
import mayday.studio.Preview;

/**
 * The states of a cause, and how a signal goes under it if an action is done at a minute, or nothing is.
 *
 * @param chosen what was chosen, as the form sends it
 * @param at the time of the action, {@code 14:19}
 * @param told why the action was not taken, or how it was; empty without an action
 */
public record PreviewView(
        Asked chosen,
        List<Choice> causes,
        List<Choice> signals,
        List<Choice> services,
        List<Choice> actions,
        int lastMinute,
        String at,
        List<StatesDrawing> machines,
        ChartDrawing chart,
        List<Band> bands,
        List<String> mark,
        String told,
        List<List<Number>> points) {
    private static final int LEFT = 44;
    private static final int RIGHT = 420;

    /** The width of a letter of a label. */
    private static final double LETTER = 6;

    public PreviewView {
        causes = List.copyOf(causes);
        signals = List.copyOf(signals);
        services = List.copyOf(services);
        actions = List.copyOf(actions);
        machines = List.copyOf(machines);
        bands = List.copyOf(bands);
        mark = List.copyOf(mark);
        points = List.copyOf(points);
    }

    /**
     * What somebody wants to see; what is empty or unknown is chosen for them.
     *
     * @param action number of one of the cause's remedies, from 0; empty for none
     */
    public record Asked(String cause, String signal, String service, String action, int minute) {
        public static final Asked USUAL = new Asked("", "", "", "", 13);
    }

    /**
     * A stretch during which a fault was in a state.
     *
     * @param label the state, if there is room for it
     */
    public record Band(String x, String width, String health, String state, String label, String since) {}

    public static PreviewView of(Scenario scenario, Asked asked) {
        var cause = scenario.suspects().stream()
                .filter(each -> each.id().value().equals(asked.cause()))
                .findFirst()
                .orElse(scenario.causes().getFirst());
        var signal = Words.parse(Signal.class, asked.signal()).orElse(usualSignal(scenario));
        var service = scenario.system()
                .find(new ServiceId(asked.service()))
                .map(each -> each.id())
                .orElse(scenario.mitigated().service());
        var remedies = Remedies.of(scenario, cause);
        var number = number(asked.action(), remedies.size());
        var minute = Math.clamp(asked.minute(), 0, Preview.LAST_MINUTE);
        var action = number.map(remedies::get);
        var preview = Preview.of(scenario, cause, new Preview.Shown(signal, service), action, minute);
        var title = signal.title() + " of " + service;
        var lines = List.of(SliDrawing.line(title, preview.series()));
        var actsAt = scenario.pagedAt().plus(Duration.ofMinutes(minute));
        var chosen = new Asked(
                cause.id().value(),
                Words.kebab(signal),
                service.value(),
                number.map(each -> Integer.toString(each)).orElse(""),
                minute);
        return new PreviewView(
                chosen,
                suspects(scenario),
                Arrays.stream(Signal.values())
                        .map(each -> new Choice(Words.kebab(each), each.title()))
                        .toList(),
                scenario.system().services().stream()
                        .map(each -> new Choice(each.id().value(), each.id().value()))
                        .toList(),
                actions(remedies),
                Preview.LAST_MINUTE,
                Format.minute(actsAt),
                StatesDrawing.of(cause),
                ChartDrawing.preview(title + " under " + cause.id(), signal.unit(), lines, preview.until()),
                bands(cause, preview, lines),
                preview.actsAt().map(at -> Format.point(ChartDrawing.previewX(lines, preview.until(), at))).stream()
                        .toList(),
                told(action, preview, Format.minute(actsAt)),
                SliDrawing.points(preview.series()));
    }

    private static Signal usualSignal(Scenario scenario) {
        return scenario.mitigated().signal();
    }

    private static Optional<Integer> number(String typed, int most) {
        return typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) < most
                ? Optional.of(Integer.parseInt(typed))
                : Optional.empty();
    }

    private static List<Choice> suspects(Scenario scenario) {
        return Stream.concat(
                        scenario.causes().stream()
                                .map(each ->
                                        new Choice(each.id().value(), each.id().value())),
                        scenario.redHerrings().stream()
                                .map(each -> new Choice(each.id().value(), each.id() + " (red herring)")))
                .toList();
    }

    private static List<Choice> actions(List<Action> remedies) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "nothing"));
        for (var at = 0; at < remedies.size(); at++) {
            choices.add(new Choice(Integer.toString(at), words(remedies.get(at))));
        }
        return choices;
    }

    /** {@code roll-back checkout in eu-west}. */
    static String words(Action action) {
        var target = action.target();
        var where = action.where();
        var place = where.equals(mayday.scenario.Where.everywhere()) ? "" : " in " + where.words();
        var way = action instanceof Action.SetFlag(var _, var on) ? (on ? " on" : " off") : "";
        return Format.id(action) + (target.isEmpty() ? "" : " " + target) + way + place;
    }

    private static String told(Optional<Action> action, Preview preview, String at) {
        if (action.isEmpty()) {
            return "";
        }
        return preview.refusal()
                .map(refusal -> words(action.get()) + " is refused at " + at + ": " + refusal.reason())
                .orElse("if " + words(action.get()) + " at " + at);
    }

    private static List<Band> bands(Cause cause, Preview preview, List<mayday.evidence.Evidence.Line> lines) {
        var bands = new ArrayList<Band>();
        // Of several faults at once the first one's states: two rows of bands over each other say nothing.
        var first = cause.faults().getFirst().id().value();
        var passages = preview.passages().stream()
                .filter(each -> each.fault().equals(first))
                .toList();
        for (var at = 0; at < passages.size(); at++) {
            var passage = passages.get(at);
            var until = at + 1 < passages.size() ? passages.get(at + 1).enteredAt() : preview.until();
            var x = clamp(ChartDrawing.previewX(lines, preview.until(), passage.enteredAt()));
            var end = clamp(ChartDrawing.previewX(lines, preview.until(), until));
            if (end > x) {
                var quiet = cause.faults()
                        .getFirst()
                        .state(passage.state())
                        .effects()
                        .isEmpty();
                bands.add(new Band(
                        Format.point(x),
                        Format.point(end - x),
                        quiet ? "ok" : "bad",
                        passage.state().value(),
                        end - x > LETTER * passage.state().value().length()
                                ? passage.state().value()
                                : "",
                        Format.clock(passage.enteredAt())));
            }
        }
        return bands;
    }

    private static double clamp(double x) {
        return Math.clamp(x, LEFT, RIGHT);
    }
}
