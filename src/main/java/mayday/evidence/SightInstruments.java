package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.scenario.ChangeKind;
import mayday.scenario.Dependency;
import mayday.scenario.DependencySignal;
import mayday.scenario.Effect.DependencyParameter;
import mayday.scenario.ServiceId;
import mayday.scenario.Signal;
import mayday.scenario.SimulatedSystem;
import mayday.scenario.Where;
import mayday.terminal.Instruments;
import mayday.terminal.Machine;

/** The numbers of the history, as programs on our machines read them: the same that answers in words and charts are made of. */
record SightInstruments(Inquiry inquiry, Instant now) implements Instruments {

    private Sight sight() {
        return inquiry.sight();
    }

    private static Subject subject(Machine machine) {
        return new Subject(machine.service(), machine.where(), machine.number());
    }

    @Override
    public SimulatedSystem system() {
        return inquiry.system();
    }

    @Override
    public long seed() {
        return inquiry.circumstances().seed();
    }

    @Override
    public Instant begin() {
        return inquiry.scenario().origin();
    }

    /** What is counted in ones, and what runs down, is read as it stands. */
    @Override
    public double lately(Signal signal, Machine machine) {
        if (signal != Signal.REPLICAS_READY && signal != Signal.REPLICAS_WANTED && signal != Signal.CERTIFICATE_DAYS) {
            return sight().lately(signal, subject(machine), now);
        }
        var where = signal == Signal.CERTIFICATE_DAYS ? Where.everywhere() : machine.where();
        var samples = inquiry.history().samples(signal, machine.id(), where, now.minus(Sight.NOW), now);
        return samples.value(samples.size() - 1);
    }

    @Override
    public double mean(Signal signal, Machine machine, Duration length) {
        return sight().samples(signal, subject(machine), now.minus(length), now).mean();
    }

    @Override
    public List<Double> means(Signal signal, Machine machine, Instant from, Duration period, int most) {
        if (!from.isBefore(now)) {
            return List.of();
        }
        return means(sight().samples(signal, subject(machine), from.plusMillis(1), now), period, most);
    }

    @Override
    public List<Double> means(
            DependencySignal signal, Dependency edge, Where where, Instant from, Duration period, int most) {
        if (!from.isBefore(now)) {
            return List.of();
        }
        return means(sight().samples(signal, edge, where, from.plusMillis(1), now), period, most);
    }

    private static List<Double> means(Samples samples, Duration period, int most) {
        int each = (int) Math.max(1, samples.steps(period));
        var means = new ArrayList<Double>();
        for (int i = 0; i + each <= samples.size() && means.size() < most; i += each) {
            means.add(samples.mean(i, each));
        }
        return means;
    }

    @Override
    public double usual(Signal signal, Machine machine) {
        return sight().usual(signal, subject(machine), now);
    }

    @Override
    public double lately(DependencySignal signal, Dependency edge, Where where) {
        return sight().lately(signal, edge, where, now);
    }

    @Override
    public double current(DependencyParameter parameter, Dependency edge, Where where) {
        return inquiry.history().current(parameter, edge, where, now);
    }

    @Override
    public List<Taken> taken(Machine machine) {
        return Thefts.of(inquiry, subject(machine), now);
    }

    @Override
    public int status(Signal kind, Machine machine) {
        return Statuses.of(inquiry, subject(machine), kind, now);
    }

    @Override
    public List<Instant> restarts(Machine machine) {
        return inquiry.history().restarts(machine.id(), machine.where(), now);
    }

    @Override
    public Instant bornAt(Machine machine) {
        var restarts = restarts(machine);
        var released = ScalingAnswers.bornAt(inquiry, subject(machine), now);
        return restarts.isEmpty() || restarts.getLast().isBefore(released) ? released : restarts.getLast();
    }

    @Override
    public List<Release> releases(ServiceId service) {
        return ChangeAnswers.made(inquiry, service, ChangeKind.RELEASE, now).stream()
                .map(made -> new Release(made.at(), made.what(), made.by()))
                .toList();
    }

    @Override
    public Lines lines(Search search) {
        return LogReader.read(inquiry, search);
    }
}
