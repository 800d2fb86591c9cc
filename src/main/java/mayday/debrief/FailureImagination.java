package mayday.debrief;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mayday.incident.Event;
import mayday.incident.Incident;
import mayday.scenario.FaultClass;

/**
 * What somebody thought could be broken before they touched anything.
 *
 * @param classes of the hypotheses that were written down before the first action
 * @param moves the sequences of those
 */
record FailureImagination(Set<FaultClass> classes, List<Long> moves) {

    static FailureImagination of(Incident incident) {
        var classes = EnumSet.noneOf(FaultClass.class);
        var moves = new ArrayList<Long>();
        for (var recorded : incident.history()) {
            if (recorded.event() instanceof Event.ActionStarted) {
                break;
            }
            // "Something else" names nothing that could be broken.
            if (recorded.event() instanceof Event.HypothesisStated stated && stated.faultClass() != FaultClass.OTHER) {
                classes.add(stated.faultClass());
                moves.add(recorded.sequence());
            }
        }
        return new FailureImagination(classes, moves);
    }

    Reading classes(int enough) {
        return reading(
                classes.size(),
                enough,
                classes.isEmpty()
                        ? "Before the first action no kind of fault that it could be had been written down"
                        : "Before the first action you had written down "
                                + count(classes.size(), "kind", "kinds") + " of fault that it could be ("
                                + classes.stream().map(FaultClass::title).collect(Collectors.joining(", ")) + ")");
    }

    Reading layers(int enough) {
        var layers = classes.stream()
                .flatMap(each -> Layer.of(each).stream())
                .distinct()
                .sorted()
                .toList();
        return reading(
                layers.size(),
                enough,
                layers.isEmpty()
                        ? "So you had thought of no layer of the system that could be broken"
                        : "They lay in " + count(layers.size(), "layer", "layers") + " of the system ("
                                + layers.stream().map(Layer::title).collect(Collectors.joining(", ")) + ")");
    }

    private Reading reading(int number, int enough, String text) {
        return new Reading.Scored(
                text + "; " + enough + " " + (enough == 1 ? "is" : "are") + " asked for.",
                Measuring.percent(Math.min(1, (double) number / enough)),
                moves);
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
