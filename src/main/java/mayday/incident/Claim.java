package mayday.incident;

import java.time.Instant;
import mayday.scenario.FaultClass;

/** Something that an update or a reply says about the incident, and that is true or not. */
public sealed interface Claim {
    /** It is over. */
    record Fixed() implements Claim {}

    /** Customers are not hurt. */
    record NoImpact() implements Claim {}

    /** Customers are hurt. */
    record CustomersHurt() implements Claim {}

    /**
     * The cause is known.
     *
     * @param faultClass {@link FaultClass#OTHER} if the kind was not said
     * @param target a service or region by name; empty if none was said
     */
    record RootCause(FaultClass faultClass, String target) implements Claim {}

    /** It will be over by then. */
    record Eta(Instant by) implements Claim {}

    /** There will be news by then. */
    record NextUpdate(Instant at) implements Claim {}

    /** In plain words, such as {@code it is fixed}. */
    default String words() {
        return switch (this) {
            case Fixed() -> "it is fixed";
            case NoImpact() -> "customers are not hurt";
            case CustomersHurt() -> "customers are hurt";
            case RootCause(var faultClass, var target) ->
                "the cause is "
                        + (faultClass == FaultClass.OTHER ? "known" : faultClass.title())
                        + (target.isEmpty() ? "" : ", " + target);
            case Eta(var by) -> "it is over by " + Wording.clock(by);
            case NextUpdate(var at) -> "there is news by " + Wording.clock(at);
        };
    }
}
