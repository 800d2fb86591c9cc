package mayday.evidence;

import java.time.Instant;
import java.util.List;
import mayday.evidence.History.Theft;
import mayday.scenario.Signal;
import mayday.terminal.Instruments.Taken;

/** Who takes the cores of a host that the service does not get: a process that has a name, or the machine underneath. */
final class Thefts {
    private Thefts() {}

    /**
     * What is measured, shared out as the effects in force have it. What no effect in force explains is a thing of the
     * minute before.
     */
    static List<Taken> of(Inquiry inquiry, Subject host, Instant now) {
        var sight = inquiry.sight();
        double measured = sight.lately(Signal.CPU_STOLEN, host, now)
                * host.service().capacity().cores();
        if (measured <= 0) {
            return List.of();
        }
        boolean odd = sight.oddHosts(new Subject(host.service(), host.where(), 0), now)
                .contains(host.host());
        var thefts = at(inquiry, host, odd, now);
        if (thefts.isEmpty()) {
            thefts = at(inquiry, host, odd, now.minus(Sight.NOW));
        }
        double all = thefts.stream().mapToDouble(Theft::cores).sum();
        if (all <= 0) {
            return List.of(new Taken("", measured));
        }
        return thefts.stream()
                .map(theft -> new Taken(theft.process(), measured * theft.cores() / all))
                .toList();
    }

    private static List<Theft> at(Inquiry inquiry, Subject host, boolean odd, Instant at) {
        return inquiry.history().thefts(host.id(), host.where(), at).stream()
                .filter(theft -> !theft.onOddHosts() || odd)
                .toList();
    }
}
