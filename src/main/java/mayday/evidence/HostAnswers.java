package mayday.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Evidence.Line;
import mayday.scenario.DependencySignal;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** Processor, memory, disk and network: a chart, and what the command on a host prints. */
final class HostAnswers {
    private static final String NO_HOSTS = "its hosts are not ours to look at.";

    /** Below this a loss of packets is not worth a word. */
    private static final double NOTICED_LOSS = 0.001;

    /** So much above the mean a host or a core is worth a word. */
    private static final double UNEVEN = 0.15;

    private HostAnswers() {}

    static Reply cpu(Inquiry inquiry) {
        return withCommand(inquiry, Signal.CPU, "top -bn1");
    }

    static Reply memory(Inquiry inquiry) {
        return withCommand(inquiry, Signal.MEMORY, "free -m");
    }

    static Reply disk(Inquiry inquiry) {
        return withCommand(inquiry, Signal.DISK_USED, "df -h");
    }

    private static Reply withCommand(Inquiry inquiry, Signal signal, String command) {
        return inquiry.aboutOurs(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, NO_HOSTS, (subjects, period) -> {
            var reply = MetricAnswers.charted(inquiry, signal, subjects, period)
                    .adding(limits(signal, subjects))
                    .adding(signal == Signal.CPU ? uneven(inquiry, subjects, period.until()) : "");
            if (subjects.size() > 1) {
                return reply;
            }
            var subject = subjects.getFirst();
            var host = signal == Signal.CPU && subject.host() == 0
                    ? busiest(inquiry, subject, period.until()).orElse(subject)
                    : subject;
            return reply.and(CommandAnswers.shown(inquiry, host, period, command));
        });
    }

    /** Which host is much busier than the others, and whether one core is: a mean hides both. */
    private static String uneven(Inquiry inquiry, List<Subject> subjects, Instant until) {
        if (subjects.size() > 1) {
            return "";
        }
        var subject = subjects.getFirst();
        var sight = inquiry.sight();
        double mean = sight.lately(Signal.CPU, subject, until);
        var remarks = new ArrayList<String>();
        if (subject.host() == 0) {
            busiest(inquiry, subject, until)
                    .filter(host -> sight.lately(Signal.CPU, host, until) > mean + UNEVEN)
                    .ifPresent(host -> remarks.add("The busiest host: %s, %s."
                            .formatted(
                                    host.words() + " in " + host.where().words(),
                                    Figures.percent(sight.lately(Signal.CPU, host, until)))));
        }
        double core = sight.lately(Signal.CPU_BUSIEST_CORE, subject, until);
        if (core > mean + UNEVEN && core > 0.5) {
            remarks.add("The busiest core of a host: " + Figures.percent(core) + ".");
        }
        return String.join(" ", remarks);
    }

    private static Optional<Subject> busiest(Inquiry inquiry, Subject subject, Instant until) {
        var sight = inquiry.sight();
        return subject.service().regions().stream()
                .filter(subject.where()::covers)
                .map(region -> new Subject(subject.service(), Where.in(region), 0))
                .flatMap(node -> sight.oddHosts(node, until).stream()
                        .map(number -> new Subject(node.service(), node.where(), number)))
                .max(Comparator.comparingDouble(host -> sight.lately(Signal.CPU, host, until)));
    }

    static Exhibit command(Evidence.Output output, Subject subject) {
        var program = output.command().split(" ")[0];
        return new Exhibit(
                program + " on " + output.host(), "Command · " + subject.where().words(), output);
    }

    private static String limits(Signal signal, List<Subject> subjects) {
        if (signal != Signal.MEMORY || subjects.size() > 1) {
            return "";
        }
        return "A replica is killed at "
                + Figures.gib(subjects.getFirst().service().capacity().memoryLimitGib()) + ".";
    }

    static Reply network(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, (subjects, period) -> {
            if (subjects.size() > 1 || subjects.getFirst().isThirdParty()) {
                return MetricAnswers.charted(inquiry, Signal.NETWORK_LOSS, subjects, period);
            }
            return paths(inquiry, subjects.getFirst(), period);
        });
    }

    /** Loss on the way to one service and from it to what it calls. */
    private static Reply paths(Inquiry inquiry, Subject subject, Period.Covered period) {
        var sight = inquiry.sight();
        var lines = new ArrayList<Line>();
        lines.add(Charts.line("to " + subject.id(), sight.samples(Signal.NETWORK_LOSS, subject, period)));
        double inbound = sight.lately(Signal.NETWORK_LOSS, subject, period.until());
        var lossy = new ArrayList<String>();
        var edges = inquiry.system().dependenciesOf(subject.id());
        for (var edge : edges) {
            var loss = sight.samples(DependencySignal.LOSS, edge, subject.where(), period.from(), period.until());
            double now = loss.lately(Sight.NOW);
            if (now >= NOTICED_LOSS) {
                lossy.add(Figures.percent(now) + " to " + edge.to());
            }
            lines.add(Charts.line(subject.id() + " to " + edge.to(), loss));
        }
        lines.subList(1, lines.size())
                .sort(Comparator.comparingDouble(HostAnswers::latest).reversed());
        var outbound = edges.isEmpty()
                ? "."
                : lossy.isEmpty()
                        ? ", and none worth a word on the way to what it calls."
                        : "; from it " + Figures.list(lossy) + ".";
        return Reply.showing(
                        "Packets lost on the way to %s %s: %s%s"
                                .formatted(
                                        subject.words(),
                                        MetricAnswers.at(inquiry, period),
                                        Figures.percent(inbound),
                                        outbound),
                        new Exhibit(
                                subject.words() + " packet loss",
                                Charts.source(List.of(subject)),
                                Charts.chart(Signal.Unit.RATIO, lines)))
                .and(CommandAnswers.shown(inquiry, subject, period, "ss -s"));
    }

    private static double latest(Line line) {
        return line.points().getLast().value();
    }

    /** One replica of a subject, for what a command on one host prints. */
    static Subject asHost(Subject subject) {
        return subject.host() > 0 ? subject : new Subject(subject.service(), subject.where(), 1);
    }
}
