package mayday.review;

import mayday.scenario.Cause;
import mayday.scenario.FaultClass;

/** Whether a claim names what was true. */
final class Naming {
    private Naming() {}

    /** The kind of fault and where it is. A false alarm is nowhere: its kind is enough. Of several faults at once one is enough. */
    static boolean isRight(Cause cause, FaultClass faultClass, String target) {
        return isTrue(cause, faultClass, target) && (faultClass == FaultClass.FALSE_ALARM || !target.isEmpty());
    }

    /** The kind of fault and, if it says where, the right place. */
    static boolean isTrue(Cause cause, FaultClass faultClass, String target) {
        return cause.faults().stream()
                .map(Cause::fault)
                .anyMatch(fault -> fault.faultClass() == faultClass
                        && (target.isEmpty() || fault.target().value().equals(target)));
    }
}
