package mayday.evidence;

import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Where;

/**
 * A service that a question is about, and where.
 *
 * @param host number of the replica that was asked for, from 1; 0 if none was
 */
record Subject(Service service, Where where, int host) {

    ServiceId id() {
        return service.id();
    }

    boolean isResolver() {
        return service.kind() == ServiceKind.RESOLVER;
    }

    boolean isThirdParty() {
        return service.kind() == ServiceKind.THIRD_PARTY;
    }

    /** The host on which a command is run: the one that was asked for, or the first. */
    String hostName() {
        return service.id() + "-" + Math.max(1, host);
    }

    /** {@code checkout's}, {@code profiles'}. */
    String possessive() {
        var words = words();
        return words + (words.endsWith("s") ? "'" : "'s");
    }

    /** {@code checkout}, {@code checkout in eu-west} or {@code checkout-3}. */
    String words() {
        if (host > 0) {
            return hostName();
        }
        return switch (where) {
            case Where.Everywhere() -> service.id().value();
            case Where.In(var region) -> service.id() + " in " + region;
        };
    }
}
