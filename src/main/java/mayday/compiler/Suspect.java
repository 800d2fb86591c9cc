package mayday.compiler;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mayday.scenario.Action;
import mayday.scenario.FaultClass;
import mayday.scenario.Service;
import mayday.scenario.ServiceId;
import mayday.scenario.ServiceKind;
import mayday.scenario.Where;
import mayday.scenario.Words;

/**
 * A cause to begin a scenario with: a sort of fault at a service. What it does can be made stronger, until customers feel it.
 *
 * @param service that is at fault
 */
public record Suspect(FaultClass fault, Service service) {
    /** The sorts of faults that a new scenario can begin with. */
    public static final List<FaultClass> FAULTS = List.of(
            FaultClass.BAD_RELEASE,
            FaultClass.CONFIG_CHANGE,
            FaultClass.FLAG_CHANGE,
            FaultClass.DATABASE,
            FaultClass.CERTIFICATE,
            FaultClass.FALSE_ALARM);

    /** Shares of requests that fail. */
    private static final List<String> FAILING = List.of("20 %", "35 %", "60 %", "90 %");

    /** How many times longer work takes. */
    private static final List<String> SLOWER = List.of("4", "10", "25", "60", "150", "400");

    private static final List<String> AS_IT_IS = List.of("");

    /** How long somebody who waits for it to be over has to wait. */
    static final Duration RECOVERY = Duration.ofMinutes(15);

    /** Why it cannot be this service; empty if it can. */
    public String flaw() {
        if (!FAULTS.contains(fault)) {
            return "a new scenario cannot begin with " + Words.kebab(fault);
        }
        if (service.kind() == ServiceKind.THIRD_PARTY) {
            return service.id() + " is somebody else's, and nobody here can mend it";
        }
        var isDatabase = service.kind() == ServiceKind.DATABASE;
        if (fault == FaultClass.DATABASE && !isDatabase) {
            return service.id() + " is no database";
        }
        var isOurs = service.kind() == ServiceKind.SERVICE || service.kind() == ServiceKind.EDGE;
        return fault == FaultClass.DATABASE || isOurs
                ? ""
                : service.id() + " is a " + Words.kebab(service.kind()) + "; name a service";
    }

    /** How strong it can be made, the mildest first. */
    List<String> strengths() {
        return switch (fault) {
            case BAD_RELEASE, FALSE_ALARM -> FAILING;
            case CONFIG_CHANGE, FLAG_CHANGE, DATABASE -> SLOWER;
            default -> AS_IT_IS;
        };
    }

    String id() {
        return Words.kebab(fault) + "-" + name();
    }

    private ServiceId name() {
        return service.id();
    }

    /** What ends it; nothing where it ends by itself. */
    Optional<Action> remedy() {
        return switch (fault) {
            case BAD_RELEASE -> Optional.of(new Action.RollBack(name(), Where.everywhere()));
            case CONFIG_CHANGE -> Optional.of(new Action.RevertConfig(name()));
            case FLAG_CHANGE -> Optional.of(new Action.SetFlag(flag(), false));
            case DATABASE -> Optional.of(new Action.FailOver(name()));
            case CERTIFICATE -> Optional.of(new Action.RenewCertificate(name()));
            default -> Optional.empty();
        };
    }

    private String flag() {
        return name() + "-fast-path";
    }

    private String change() {
        return name() + "-"
                + switch (fault) {
                    case BAD_RELEASE -> "next-release";
                    case CONFIG_CHANGE -> "new-settings";
                    default -> "fast-path";
                };
    }

    /** The entry under {@code changes}, made whichever cause is true; empty if no change carries it. */
    String changeText() {
        var what = switch (fault) {
            case BAD_RELEASE ->
                "release: " + YamlText.scalar(nextVersion()) + ", what: Work of the week, by: pipeline, at: \"13:56\"";
            case CONFIG_CHANGE ->
                "config: limits, what: Limits moved to the shared settings, by: " + YamlText.scalar(onCall())
                        + ", at: \"13:57\"";
            case FLAG_CHANGE -> "flag: " + flag() + ", what: Next step of the roll-out, by: growth, at: \"13:58\"";
            default -> "";
        };
        return what.isEmpty() ? "" : "  " + change() + ": { service: " + name() + ", " + what + " }\n";
    }

    private String onCall() {
        return "team " + service.owner();
    }

    /** The version after the one that runs: its last number is one more. */
    private String nextVersion() {
        var version = service.version();
        var digits = version.length();
        while (digits > 0 && Character.isDigit(version.charAt(digits - 1))) {
            digits--;
        }
        var last = version.substring(digits);
        return last.isEmpty() || last.length() > 9
                ? version + ".1"
                : version.substring(0, digits) + (Integer.parseInt(last) + 1);
    }

    /** The entry under {@code causes}. */
    String causeText(String strength) {
        return """
                  %s:
                    title: %s
                    explanation: %s
                    fault: { class: %s, target: %s }
                    begins: "14:00"
                %s    states:
                      %s:
                %s\
                """.formatted(
                        id(),
                        YamlText.scalar(title()),
                        YamlText.scalar(explanation()),
                        Words.kebab(fault),
                        name(),
                        ending(),
                        state(),
                        effects(strength))
                .indent(0);
    }

    private String ending() {
        return switch (fault) {
            case BAD_RELEASE, CONFIG_CHANGE, FLAG_CHANGE -> "    carried-by: " + change() + "\n";
            case DATABASE -> "    undone-by: fail over " + name() + "\n";
            case CERTIFICATE -> "    undone-by: renew certificate " + name() + "\n";
            default -> "";
        };
    }

    private String title() {
        return switch (fault) {
            case BAD_RELEASE -> "The new release of " + name() + " fails";
            case CONFIG_CHANGE -> "The new settings of " + name() + " make it slow";
            case FLAG_CHANGE -> "The flag " + flag() + " burns the processors of " + name();
            case DATABASE -> "The storage of " + name() + " is slow";
            case CERTIFICATE -> "The certificate of " + name() + " expired";
            default -> "A blip at " + name() + " that is over by itself";
        };
    }

    private String explanation() {
        return switch (fault) {
            case BAD_RELEASE -> "The new release throws where the old one did not. Rolling it back ended it.";
            case CONFIG_CHANGE -> "Since the settings moved, each request waits for a lock. Reverting them ended it.";
            case FLAG_CHANGE ->
                "Behind the flag everything is computed anew for each request. Turning it off ended it.";
            case DATABASE -> "Its disk answers late, and whoever calls it waits. Failing over to the standby ended it.";
            case CERTIFICATE -> "Nobody who calls it trusts it any more. Renewing the certificate ended it.";
            default -> "It was short, and there was nothing to mend. The right end was to look, and to close.";
        };
    }

    private String state() {
        return switch (fault) {
            case BAD_RELEASE -> "failing";
            case CONFIG_CHANGE -> "waiting";
            case FLAG_CHANGE -> "burning";
            case DATABASE -> "stalled";
            case CERTIFICATE -> "expired";
            default -> "blip";
        };
    }

    private String effects(String strength) {
        var effect = switch (fault) {
            case BAD_RELEASE -> "error-ratio: " + strength + ", ramp: 1m";
            case CONFIG_CHANGE, DATABASE -> "times: { service-time: " + strength + " }, ramp: 1m";
            case FLAG_CHANGE -> "times: { service-time: " + strength + ", cpu-time: " + strength + " }, ramp: 1m";
            case CERTIFICATE -> "certificate-days: -1d";
            default -> "error-ratio: " + strength;
        };
        var lines = "        effects: [{ service: " + name() + ", " + effect + " }]\n";
        return fault == FaultClass.FALSE_ALARM
                ? lines + "        after: { 7m: over }\n      over: {}\n"
                : lines + "        logs: [{ service: " + name() + ", " + log() + " }]\n";
    }

    private String log() {
        return switch (fault) {
            case BAD_RELEASE -> "share: 90 %, text: \"unhandled exception: field is null\"";
            case CONFIG_CHANGE -> "level: warn, per: minute, text: \"waited for the settings lock\"";
            case FLAG_CHANGE -> "level: warn, per: minute, text: \"slow request on the fast path\"";
            case DATABASE -> "level: warn, per: minute, text: \"storage did not confirm a write in time\"";
            default -> "level: warn, per: minute, text: \"peer closed the connection during the handshake\"";
        };
    }

    /** In few words: {@code bad-release at checkout}. */
    public String words() {
        return (Words.kebab(fault) + " at " + name()).toLowerCase(Locale.ROOT);
    }
}
