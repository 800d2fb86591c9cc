package mayday.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.scenario.ActionPattern;
import mayday.scenario.Cause;
import mayday.scenario.CauseState;
import mayday.scenario.Condition;
import mayday.scenario.StateId;
import mayday.scenario.Transition;

/**
 * The states of a fault and what leads from one to another, laid out for SVG, and the same in sentences.
 *
 * @param told each way in a sentence
 */
public record StatesDrawing(String fault, int width, int height, List<Node> nodes, List<Way> ways, List<String> told) {
    private static final int ACROSS = 2;
    private static final int NODE_WIDTH = 108;
    private static final int NODE_HEIGHT = 40;
    private static final int STEP_X = 314;
    private static final int STEP_Y = 96;
    private static final int TOP = 26;
    private static final int MOST_LABEL = 34;

    public StatesDrawing {
        nodes = List.copyOf(nodes);
        ways = List.copyOf(ways);
        told = List.copyOf(told);
    }

    /**
     * A state.
     *
     * @param look {@code hot} if it disturbs the system, {@code end} if it does not
     */
    public record Node(int x, int y, String name, String note, String look) {
        public int middle() {
            return x + NODE_WIDTH / 2;
        }

        public int width() {
            return NODE_WIDTH;
        }

        public int height() {
            return NODE_HEIGHT;
        }
    }

    /** An arrow with its label, shortened, and all of it. */
    public record Way(String path, String label, int labelX, int labelY, String anchor, String all) {}

    private record Edge(StateId from, StateId to, String why) {}

    /** The machines of a cause: one for each of its faults. */
    public static List<StatesDrawing> of(Cause cause) {
        return cause.faults().stream().map(StatesDrawing::ofFault).toList();
    }

    private static StatesDrawing ofFault(Cause fault) {
        var edges = edges(fault);
        var states = new ArrayList<>(fault.states().stream().map(CauseState::id).toList());
        if (edges.stream().anyMatch(edge -> edge.to().equals(Cause.UNDONE))) {
            states.add(Cause.UNDONE);
        }
        var nodes = new LinkedHashMap<StateId, Node>();
        for (var at = 0; at < states.size(); at++) {
            nodes.put(states.get(at), node(fault, states.get(at), at));
        }
        var rows = (states.size() + ACROSS - 1) / ACROSS;
        var height = TOP + (rows - 1) * STEP_Y + NODE_HEIGHT + 26;
        return new StatesDrawing(
                fault.id().value(),
                STEP_X + NODE_WIDTH + 8,
                height,
                List.copyOf(nodes.values()),
                ways(edges, nodes),
                edges.stream().map(StatesDrawing::told).toList());
    }

    /** Along the first row to the right, along the next one back, and so on. */
    private static Node node(Cause fault, StateId id, int at) {
        var row = at / ACROSS;
        var column = row % 2 == 0 ? at % ACROSS : ACROSS - 1 - at % ACROSS;
        var state = fault.state(id);
        var quiet = state.effects().isEmpty();
        var count = state.effects().size();
        var note = quiet ? "no effect" : count == 1 ? "1 effect" : count + " effects";
        return new Node(
                4 + column * STEP_X,
                TOP + row * STEP_Y,
                id.value(),
                state.terminal() ? note + ", for good" : note,
                quiet ? "end" : "hot");
    }

    private static List<Edge> edges(Cause fault) {
        var edges = new ArrayList<Edge>();
        for (var state : fault.states()) {
            for (var transition : state.transitions()) {
                for (var to : transition.target().states()) {
                    edges.add(new Edge(state.id(), to, why(transition, to)));
                }
                if (transition.target() instanceof Transition.Target.Stay) {
                    edges.add(new Edge(state.id(), state.id(), why(transition, state.id())));
                }
            }
        }
        var undone = new ArrayList<String>();
        fault.carriedBy().forEach(change -> undone.add("undo " + change.value()));
        fault.undoneBy().forEach(pattern -> undone.add(words(pattern)));
        if (!undone.isEmpty()) {
            for (var state : fault.states()) {
                if (!state.terminal()) {
                    edges.add(new Edge(state.id(), Cause.UNDONE, String.join(" or ", undone)));
                }
            }
        }
        return edges;
    }

    private static String why(Transition transition, StateId to) {
        var why = switch (transition.trigger()) {
            case Transition.Trigger.After(var delay) -> "after " + length(delay);
            case Transition.Trigger.When(var condition) -> "when " + words(condition);
            case Transition.Trigger.On(var action) -> words(action);
        };
        return why
                + switch (transition.target()) {
                    case Transition.Target.Drawn(var shares) ->
                        shares.stream()
                                .filter(share -> share.state().equals(to))
                                .map(share -> " (" + Math.round(share.chance() * 100) + " %)")
                                .findFirst()
                                .orElse("");
                    case Transition.Target.If _ -> " (if)";
                    case Transition.Target.Stay _, Transition.Target.To _ -> "";
                };
    }

    private static String words(Condition condition) {
        var lasts = condition.sustained().isZero() ? "" : " for " + length(condition.sustained());
        return switch (condition) {
            case Condition.Threshold bar ->
                bar.service() + " " + bar.signal().title()
                        + (bar.comparison() == Condition.Comparison.ABOVE ? " > " : " < ")
                        + Format.value(bar.signal().unit(), bar.threshold()) + lasts;
            case Condition.Formula _ -> "a formula holds" + lasts;
        };
    }

    private static String length(Duration delay) {
        return delay.toSeconds() % 60 == 0 ? delay.toMinutes() + " min" : delay.toSeconds() + " s";
    }

    /** An action as authors write it. */
    public static String words(ActionPattern pattern) {
        var words = new StringBuilder(pattern.own().isEmpty() ? pattern.kind().id() : pattern.own());
        if (!pattern.target().isEmpty()) {
            words.append(' ').append(pattern.target());
        }
        pattern.in().forEach(region -> words.append(" in ").append(region.value()));
        pattern.bounds()
                .forEach(bound -> words.append(' ')
                        .append(bound.argument())
                        .append(' ')
                        .append(bound.relation().sign())
                        .append(' ')
                        .append(bound.value()));
        return words.toString();
    }

    private static String told(Edge edge) {
        return edge.from().equals(edge.to())
                ? edge.from() + " stays: " + edge.why()
                : edge.from() + " to " + edge.to() + ": " + edge.why();
    }

    private static List<Way> ways(List<Edge> edges, Map<StateId, Node> nodes) {
        var ways = new ArrayList<Way>();
        var labelled = new HashSet<String>();
        for (var edge : edges) {
            var from = nodes.get(edge.from());
            var to = nodes.get(edge.to());
            if (from != null && to != null) {
                // What undoes a cause undoes it in each of its states: to read it once is enough.
                var label = labelled.add(edge.to() + " " + edge.why()) ? shortened(edge.why()) : "";
                ways.add(way(label, told(edge), from, to));
            }
        }
        return ways;
    }

    private static String shortened(String why) {
        return why.length() > MOST_LABEL ? why.substring(0, MOST_LABEL - 1) + "…" : why;
    }

    private static Way way(String label, String all, Node from, Node to) {
        if (from.equals(to)) {
            var x = from.middle() + 20;
            return new Way(
                    "M" + (x - 16) + " " + from.y() + "c0-18 32-18 32-2", label, x - 24, from.y() - 8, "end", all);
        }
        var middle = from.y() + NODE_HEIGHT / 2;
        if (from.y() == to.y() && Math.abs(from.x() - to.x()) == STEP_X) {
            var right = to.x() > from.x();
            var start = right ? from.x() + NODE_WIDTH + 2 : from.x() - 2;
            var end = right ? to.x() - 3 : to.x() + NODE_WIDTH + 3;
            // There and back beside each other.
            var line = right ? middle - 7 : middle + 7;
            return new Way(
                    "M" + start + " " + line + "H" + end,
                    label,
                    (start + end) / 2,
                    right ? line - 5 : line + 12,
                    "middle",
                    all);
        }
        if (from.y() == to.y()) {
            var bottom = from.y() + NODE_HEIGHT + 2;
            return new Way(
                    "M" + from.middle() + " " + bottom + "C" + from.middle() + " " + (bottom + 26) + " " + to.middle()
                            + " " + (bottom + 26) + " " + to.middle() + " " + (bottom + 2),
                    label,
                    (from.middle() + to.middle()) / 2,
                    bottom + 17,
                    "middle",
                    all);
        }
        var down = to.y() > from.y();
        var start = down ? from.y() + NODE_HEIGHT + 2 : from.y() - 2;
        var end = down ? to.y() - 3 : to.y() + NODE_HEIGHT + 3;
        return new Way(
                "M" + from.middle() + " " + start + "L" + to.middle() + " " + end,
                label,
                (from.middle() + to.middle()) / 2 + 6,
                (start + end) / 2 + 3,
                "start",
                all);
    }
}
