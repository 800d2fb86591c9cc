package mayday.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mayday.evidence.Evidence.Line;
import mayday.evidence.Evidence.Output;
import mayday.scenario.ChangeKind;
import mayday.scenario.RegionId;
import mayday.scenario.Signal;
import mayday.scenario.Where;

/** How many replicas there are and should be, and the pods. */
final class ScalingAnswers {
    /** Longer pod lists are cut. */
    private static final int MOST_PODS = 40;

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
        return subjects.size() == 1 ? reply.and(pods(inquiry, subjects.getFirst(), period.until())) : reply;
    }

    private static Exhibit pods(Inquiry inquiry, Subject subject, Instant until) {
        var service = subject.service();
        var row = "%-24s %-7s %-18s %-10s %-8s %s";
        var lines = new ArrayList<String>();
        lines.add(row.formatted("NAME", "READY", "STATUS", "RESTARTS", "AGE", "REGION"));
        int left = 0;
        for (var region : service.regions()) {
            if (!subject.where().covers(region)) {
                continue;
            }
            var pods = podsIn(inquiry, subject, region, until);
            int room = Math.max(0, MOST_PODS + 1 - lines.size());
            pods.stream()
                    .limit(room)
                    .forEach(pod -> lines.add(row.formatted(
                            pod.name(), pod.ready() ? "1/1" : "0/1", pod.status(), pod.restarts(), pod.age(), region)));
            left += Math.max(0, pods.size() - room);
        }
        if (left > 0) {
            lines.add("… and " + left + " more");
        }
        var output = new Output("console", "kubectl get pods -l app=" + service.id() + " -L region", lines);
        return new Exhibit(
                "kubectl get pods " + service.id(),
                "Command · " + subject.where().words(),
                output);
    }

    private record Pod(String name, boolean ready, String status, int restarts, String age) {}

    private static List<Pod> podsIn(Inquiry inquiry, Subject subject, RegionId region, Instant until) {
        var there = new Subject(subject.service(), Where.in(region), 0);
        int ready = last(inquiry, Signal.REPLICAS_READY, there, until);
        int wanted = Math.max(ready, last(inquiry, Signal.REPLICAS_WANTED, there, until));
        int usual = (int) Math.round(inquiry.sight().usual(Signal.REPLICAS_WANTED, there, until));
        var restarts = inquiry.history().restarts(subject.id(), there.where(), until);
        var pods = new ArrayList<Pod>();
        for (int number = 1; number <= wanted; number++) {
            if (subject.host() > 0 && subject.host() != number) {
                continue;
            }
            var born = number > usual ? scaledAt(inquiry, there, until) : born(inquiry, there, number, until);
            boolean up = number <= ready;
            pods.add(new Pod(
                    subject.id() + "-" + number,
                    up,
                    up ? "Running" : "ContainerCreating",
                    restarts.size(),
                    age(born, until)));
        }
        return pods;
    }

    private static int last(Inquiry inquiry, Signal signal, Subject subject, Instant until) {
        var samples = inquiry.sight().samples(signal, subject, until.minus(Sight.NOW), until);
        return (int) Math.round(samples.value(samples.size() - 1));
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

    /** As kubectl writes ages: {@code 45s}, {@code 12m}, {@code 5h}, {@code 12d}. */
    static String age(Instant born, Instant until) {
        var age = Duration.between(born, until);
        if (age.toMinutes() < 2) {
            return age.toSeconds() + "s";
        }
        if (age.toMinutes() < 120) {
            return age.toMinutes() + "m";
        }
        return age.toHours() < 48 ? age.toHours() + "h" : age.toDays() + "d";
    }
}
