package mayday.evidence;

import java.util.ArrayList;
import java.util.List;
import mayday.evidence.LogPhrases.Fillings;
import mayday.evidence.LogSource.Message;
import mayday.scenario.Dependency;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.terminal.Chance;
import mayday.terminal.Instruments.Line;

/**
 * The single lines of one message: how many there are in each step, and any one of them. A line is the same whichever window or
 * search it is found by.
 */
final class LogStream {
    private final Subject subject;
    private final Message message;
    private final Samples expected;
    private final Samples replicas;
    private final List<Integer> odd;
    private final Fillings fillings;
    private final long seed;
    private final long[] lines;

    private LogStream(
            Subject subject,
            Message message,
            Samples expected,
            Samples replicas,
            List<Integer> odd,
            Fillings fillings,
            long seed) {
        this.subject = subject;
        this.message = message;
        this.expected = expected;
        this.replicas = replicas;
        this.odd = odd;
        this.fillings = fillings;
        this.seed = seed;
        this.lines = new long[expected.size()];
        for (int step = 0; step < lines.length; step++) {
            lines[step] = (long) Math.floor(expected(step) + Chance.unit(Chance.hash(seed, "lines", second(step))));
        }
    }

    /**
     * The messages of a service in a region, or of one host of it. Where some hosts differ from the others, each of those has a
     * stream of its own, and the others together have one.
     */
    static List<LogStream> of(Inquiry inquiry, Subject subject, RegionId region, Period.Covered period) {
        var node = new Subject(subject.service(), Where.in(region), 0);
        var odd = inquiry.sight().oddHosts(node, period.until());
        if (subject.host() > 0) {
            return of(inquiry, subject, region, subject.host(), List.of(), period);
        }
        if (odd.isEmpty()) {
            return of(inquiry, subject, region, 0, List.of(), period);
        }
        var streams = new ArrayList<LogStream>();
        odd.forEach(number -> streams.addAll(of(
                inquiry, new Subject(subject.service(), subject.where(), number), region, number, List.of(), period)));
        int ordinary = 1;
        while (odd.contains(ordinary)) {
            ordinary++;
        }
        streams.addAll(of(inquiry, subject, region, ordinary, odd, period));
        return streams;
    }

    /** @param odd hosts that are left out of what one of the others stands for; empty if the numbers are as they are */
    private static List<LogStream> of(
            Inquiry inquiry, Subject subject, RegionId region, int host, List<Integer> odd, Period.Covered period) {
        var node = new Subject(subject.service(), Where.in(region), 0);
        var replicas = inquiry.sight().samples(Signal.REPLICAS_READY, node, period);
        var fillings = new Fillings(names(inquiry), RequestPaths.of(subject.service(), inquiry.system()));
        var streams = new ArrayList<LogStream>();
        for (var message : LogSource.messages(inquiry, subject.service(), region, host, period)) {
            long seed = Chance.hash(
                    inquiry.circumstances().seed(),
                    subject.id() + "/" + region + "/" + message.text() + (subject.host() > 0 ? "/" + host : ""));
            var expected = odd.isEmpty()
                    ? message.expected()
                    : message.expected().with(replicas, (each, ready) -> each * Math.max(1, ready - odd.size()));
            streams.add(new LogStream(subject, message, expected, replicas, odd, fillings, seed));
        }
        return streams;
    }

    /** Names that a resolver is asked for. */
    private static List<String> names(Inquiry inquiry) {
        return inquiry.system().services().stream()
                .filter(service -> inquiry.sight().callersOf(service).stream().anyMatch(Dependency::resolvesNames))
                .map(NameAnswers::hostname)
                .toList();
    }

    Message message() {
        return message;
    }

    int steps() {
        return lines.length;
    }

    long lines(int step) {
        return lines[step];
    }

    /** All of them. */
    long lines() {
        long all = 0;
        for (long each : lines) {
            all += each;
        }
        return all;
    }

    /** How many lines are expected in a step. */
    double expected(int step) {
        return expected.value(step);
    }

    private int hosts(int step) {
        return (int) Math.max(1, replicas.value(Math.min(step, replicas.size() - 1)));
    }

    /** One of the hosts that the stream stands for. */
    private int drawn(int step, long hash) {
        int hosts = hosts(step);
        int number = 1 + Chance.below(hosts, hash);
        for (int tries = 0; odd.contains(number) && tries < hosts; tries++) {
            number = 1 + number % hosts;
        }
        return number;
    }

    private long second(int step) {
        return expected.timeOf(step).getEpochSecond();
    }

    /** A number that orders lines by chance. */
    long draw(int step, int number) {
        return Chance.hash(seed, "line", second(step), number);
    }

    /** A whole number near {@code part}: the higher or the lower one, as the fraction has it. */
    long part(int step, double part) {
        return (long) Math.floor(part + Chance.unit(Chance.hash(seed, "part", second(step))));
    }

    Line line(int step, int number) {
        long hash = draw(step, number);
        var at = expected.timeOf(step)
                .minusMillis(Chance.below((int) expected.step().toMillis(), hash >>> 5));
        int host = subject.host() > 0 ? subject.host() : drawn(step, hash >>> 9);
        var name = subject.id() + "-" + host;
        var place = subject.where().equals(Where.everywhere()) ? message.region() + "/" + name : name;
        return new Line(at, message.level(), place, LogPhrases.filled(message.text(), hash, fillings));
    }
}
