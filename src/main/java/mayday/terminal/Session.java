package mayday.terminal;

import java.time.Instant;
import java.util.List;
import mayday.scenario.Dependency;
import mayday.scenario.Platform;
import mayday.scenario.RegionId;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;

/**
 * One command at one instant.
 *
 * @param here the host that it is about
 * @param loggedIn whether it runs there, rather than on the console
 */
record Session(Instruments instruments, Machine here, boolean loggedIn, Fleet fleet) {
    /** Where commands run that need no host of the system's. */
    static final String CONSOLE = "console";

    Session(Instruments instruments, Machine here, boolean loggedIn) {
        this(instruments, here, loggedIn, new Fleet(instruments.system()));
    }

    /** The same about another host. */
    Session about(Machine machine) {
        return new Session(instruments, machine, loggedIn, fleet);
    }

    /** Where it runs, as its prompt says. */
    String host() {
        return loggedIn ? here.hostName() : CONSOLE + "." + region();
    }

    SimulatedSystem system() {
        return instruments.system();
    }

    Platform platform() {
        return system().platform();
    }

    Instant now() {
        return instruments.now();
    }

    RegionId region() {
        return here.region();
    }

    Where where() {
        return Where.in(region());
    }

    List<Dependency> callsFrom(Machine machine) {
        return system().dependenciesOf(machine.id());
    }

    List<Dependency> callsTo(Machine machine) {
        return system().dependencies().stream()
                .filter(edge -> edge.to().equals(machine.id()))
                .toList();
    }

    /** How many replicas answer in a place, at least one. */
    int ready(Machine machine) {
        return (int)
                Math.max(1, Math.round(instruments.lately(mayday.scenario.Signal.REPLICAS_READY, machine.fleet())));
    }

    Printed.Output output(List<String> lines, String words) {
        return new Printed.Output(host(), lines, words);
    }

    Printed.Output onConsole(List<String> lines, String words) {
        return new Printed.Output(CONSOLE + "." + region(), lines, words);
    }

    /** A number below {@code bound} that is the same for this host whenever it is asked for. */
    int drawn(String what, int bound) {
        return Chance.below(bound, Chance.hash(instruments.seed(), here.hostName() + "/" + region() + "/" + what));
    }

    /** From 0 to 1; another one each second. */
    double chance(String what, long... more) {
        var all = new long[more.length + 1];
        all[0] = now().getEpochSecond();
        System.arraycopy(more, 0, all, 1, more.length);
        return Chance.unit(Chance.hash(instruments.seed(), here.hostName() + "/" + region() + "/" + what, all));
    }

    /** A whole number that is {@code expected} on average: the fraction decides how often it is the higher one. */
    long whole(double expected, String what, long... more) {
        double known = Double.isFinite(expected) ? Math.max(0, expected) : 0;
        return (long) Math.floor(known + chance(what, more));
    }
}
