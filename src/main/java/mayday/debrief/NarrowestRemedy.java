package mayday.debrief;

import java.util.ArrayList;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import mayday.incident.Incident;
import mayday.scenario.ActionKind;
import mayday.scenario.Cause;
import mayday.scenario.Change;
import mayday.scenario.OwnAction;
import mayday.scenario.OwnActionId;

/** How far the narrowest action reaches that is known to end a cause. */
public final class NarrowestRemedy {
    private NarrowestRemedy() {}

    /**
     * The blast radius of what ends the incident's cause, 1 to 4; empty if no action is known to. Of several faults at once the one that
     * takes the widest remedy decides.
     */
    public static OptionalInt radius(Incident incident) {
        return incident.cause().faults().stream()
                .flatMapToInt(fault ->
                        radii(incident, fault).boxed().sorted().limit(1).mapToInt(Integer::intValue))
                .max();
    }

    /** The blast radius of each action that ends a fault. */
    static IntStream radii(Incident incident, Cause fault) {
        var scenario = incident.scenario();
        var named = fault.undoneBy().stream()
                .mapToInt(pattern -> pattern.own().isEmpty()
                        ? pattern.kind().blastRadius()
                        : scenario.particulars()
                                .action(new OwnActionId(pattern.own()))
                                .map(OwnAction::blastRadius)
                                .orElse(pattern.kind().blastRadius()));
        var changes = new ArrayList<Change>(scenario.changes());
        changes.addAll(fault.changes());
        var kinds = new ArrayList<ActionKind>();
        for (var change : changes) {
            if (fault.carriedBy().contains(change.id())) {
                switch (change.kind()) {
                    case RELEASE -> kinds.add(ActionKind.ROLL_BACK);
                    case CONFIG -> kinds.add(ActionKind.REVERT_CONFIG);
                    case FLAG -> kinds.add(ActionKind.SET_FLAG);
                    case MIGRATION, CERTIFICATE, INFRASTRUCTURE -> {
                        // No generic action undoes these.
                    }
                }
            }
        }
        return IntStream.concat(named, kinds.stream().mapToInt(ActionKind::blastRadius));
    }
}
