package mayday.evidence;

import java.util.List;
import mayday.evidence.LogSource.Message;
import mayday.scenario.Dependency;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.terminal.Instruments.Line;

/**
 * The single lines of one message: how many there are in each step, and any one of them. A line is the same whichever window or
 * search it is found by.
 */
final class LogStream {
    private final Subject subject;
    private final Message message;
    private final Samples replicas;
    private final List<String> names;
    private final long seed;
    private final long[] lines;

    private LogStream(Subject subject, Message message, Samples replicas, List<String> names, long seed) {
        this.subject = subject;
        this.message = message;
        this.replicas = replicas;
        this.names = names;
        this.seed = seed;
        this.lines = new long[message.expected().size()];
        for (int step = 0; step < lines.length; step++) {
            lines[step] = (long) Math.floor(expected(step) + Chance.unit(Chance.hash(seed, "lines", second(step))));
        }
    }

    static LogStream of(Inquiry inquiry, Subject subject, Message message, Period.Covered period) {
        var node = new Subject(subject.service(), Where.in(message.region()), 0);
        long seed = Chance.hash(
                inquiry.circumstances().seed(), subject.id() + "/" + message.region() + "/" + message.text());
        return new LogStream(
                subject, message, inquiry.sight().samples(Signal.REPLICAS_READY, node, period), names(inquiry), seed);
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

    /** How many lines are expected in a step; of one host its part. */
    double expected(int step) {
        return message.expected().value(step) / (subject.host() > 0 ? hosts(step) : 1);
    }

    private int hosts(int step) {
        return (int) Math.max(1, replicas.value(Math.min(step, replicas.size() - 1)));
    }

    private long second(int step) {
        return message.expected().timeOf(step).getEpochSecond();
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
        var at = message.expected()
                .timeOf(step)
                .minusMillis(Chance.below((int) message.expected().step().toMillis(), hash >>> 5));
        int host = subject.host() > 0 ? subject.host() : 1 + Chance.below(hosts(step), hash >>> 9);
        var name = subject.id() + "-" + host;
        var place = subject.where().equals(Where.everywhere()) ? message.region() + "/" + name : name;
        return new Line(at, message.level(), place, LogPhrases.filled(message.text(), hash, names));
    }
}
