package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mayday.evidence.Evidence.Line;
import mayday.scenario.ChangeKind;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;
import mayday.terminal.Chance;

/** How many replicas there are and should be, and the pods. */
final class ScalingAnswers {
    private ScalingAnswers() {}

    static Reply scaling(Inquiry inquiry) {
        return inquiry.aboutOurs(
                List.of(inquiry.paged()),
                Inquiry.USUAL_WINDOW,
                "its replicas are not ours to see.",
                (subjects, period) -> reply(inquiry, subjects, period));
    }

    private static Reply reply(Inquiry inquiry, List<Subject> subjects, Period.Covered period) {
        var sight = inquiry.sight();
        var lines = new ArrayList<Line>();
        var words = new ArrayList<String>();
        for (var subject : subjects) {
            var ready = sight.samples(Signal.REPLICAS_READY, subject, period);
            var wanted = sight.samples(Signal.REPLICAS_WANTED, subject, period);
            lines.add(Charts.line(subject.words() + " ready", ready));
            lines.add(Charts.line(subject.words() + " wanted", wanted));
            double usual = sight.usual(Signal.REPLICAS_READY, subject, period.until());
            words.add("%s: %s of %s wanted replicas ready %s, %s around %s."
                    .formatted(
                            subject.words(),
                            Figures.count(ready.value(ready.size() - 1)),
                            Figures.count(wanted.value(wanted.size() - 1)),
                            MetricAnswers.at(inquiry, period),
                            Figures.count(usual),
                            Figures.clock(sight.usualTime(period.until()))));
        }
        var title = subjects.size() == 1 ? subjects.getFirst().words() + " replicas" : "replicas";
        var reply = Reply.showing(
                String.join(" ", words),
                new Exhibit(title, Charts.source(subjects), Charts.chart(Signal.Unit.COUNT, lines)));
        return subjects.size() == 1 ? reply.and(listed(inquiry, subjects.getFirst(), period)) : reply;
    }

    /** The list of replicas as the platform's own command prints it, where most are missing. */
    private static Optional<Exhibit> listed(Inquiry inquiry, Subject subject, Period.Covered period) {
        var service = subject.service();
        var region = service.regions().stream()
                .filter(subject.where()::covers)
                .max(Comparator.comparingInt(each -> missing(inquiry, subject, each, period.until())))
                .orElse(service.primaryRegion());
        var command = switch (inquiry.system().platform().runsOn()) {
            case KUBERNETES -> "kubectl get pods -l app=" + service.id();
            case EC2_AUTO_SCALING ->
                "aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names " + service.id()
                        + " --output table";
            case BARE_HOSTS -> "";
        };
        var there = new Subject(service, Where.in(region), subject.host());
        return command.isEmpty() ? Optional.empty() : CommandAnswers.onConsole(inquiry, there, period, command);
    }

    private static int missing(Inquiry inquiry, Subject subject, RegionId region, Instant until) {
        var there = new Subject(subject.service(), Where.in(region), 0);
        return last(inquiry, Signal.REPLICAS_WANTED, there, until) - last(inquiry, Signal.REPLICAS_READY, there, until);
    }

    private static int last(Inquiry inquiry, Signal signal, Subject subject, Instant until) {
        var samples = inquiry.sight().samples(signal, subject, until.minus(Sight.NOW), until);
        return (int) Math.round(samples.value(samples.size() - 1));
    }

    /** Since when a replica has run: since it was wanted beyond the usual number, or since its last release. */
    static Instant bornAt(Inquiry inquiry, Subject host, Instant until) {
        var there = new Subject(host.service(), host.where(), 0);
        int usual = (int) Math.round(inquiry.sight().usual(Signal.REPLICAS_WANTED, there, until));
        return host.host() > usual ? scaledAt(inquiry, there, until) : born(inquiry, there, host.host(), until);
    }

    /** Since its service's last release or, if there was none, for some weeks. */
    private static Instant born(Inquiry inquiry, Subject node, int number, Instant until) {
        var hash = Chance.hash(inquiry.circumstances().seed(), node.words(), number);
        var weeksAgo = until.minus(Duration.ofHours(24 * 6L + Chance.below(24 * 20, hash)));
        return ChangeAnswers.latest(inquiry, node.id(), ChangeKind.RELEASE, until, weeksAgo);
    }

    /** When more replicas were wanted than usual for the first time. */
    private static Instant scaledAt(Inquiry inquiry, Subject node, Instant until) {
        var wanted = inquiry.sight()
                .samples(Signal.REPLICAS_WANTED, node, inquiry.sight().begin(), until);
        double usual = inquiry.sight().usual(Signal.REPLICAS_WANTED, node, until);
        for (int i = wanted.size() - 1; i >= 0; i--) {
            if (wanted.value(i) <= usual) {
                return wanted.timeOf(i);
            }
        }
        return wanted.start();
    }
}
