package mayday.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.evidence.Evidence.Line;
import mayday.scenario.Signal;

/** What kinds of errors a service gives, as shares of its requests. */
final class ErrorTypeAnswers {
    /** The kinds, and what each means. */
    private enum Kind {
        OWN(Signal.ERROR_OWN, "a failure of its own"),
        REJECTED(Signal.ERROR_REJECTED, "turned away because it was full"),
        TIMEOUT(Signal.ERROR_TIMEOUT, "a call of its timed out"),
        DEPENDENCY(Signal.ERROR_DEPENDENCY, "something it calls failed"),
        NAME(Signal.ERROR_NAME_RESOLUTION, "a name could not be resolved"),
        TLS(Signal.ERROR_TLS, "no trusted TLS connection");

        private final Signal signal;
        private final String words;

        Kind(Signal signal, String words) {
            this.signal = signal;
            this.words = words;
        }
    }

    private record Share(Kind kind, int status, double now, double usual) {
        String words() {
            return status + ", " + kind.words;
        }
    }

    private ErrorTypeAnswers() {}

    static Reply errorTypes(Inquiry inquiry) {
        return inquiry.aboutServices(List.of(inquiry.paged()), Inquiry.USUAL_WINDOW, (subjects, period) -> {
            var reply = Reply.words("");
            var seen = new ArrayList<Observation>();
            for (var subject : subjects) {
                reply = one(inquiry, subject, period, reply);
                if (!subject.isThirdParty()) {
                    double ratio = inquiry.sight().lately(Signal.ERROR_RATIO, subject, period.until());
                    seen.add(Judgement.byErrors(subject, ratio, period.until()));
                }
            }
            return reply.observing(ScopeAnswers.oncePerService(seen));
        });
    }

    private static Reply one(Inquiry inquiry, Subject subject, Period.Covered period, Reply before) {
        var sight = inquiry.sight();
        var shares = new ArrayList<Share>();
        for (var kind : Kind.values()) {
            shares.add(new Share(
                    kind,
                    Statuses.of(inquiry, subject, kind.signal, period.until()),
                    sight.lately(kind.signal, subject, period.until()),
                    sight.usual(kind.signal, subject, period.until())));
        }
        shares.sort(Comparator.comparingDouble(Share::now).reversed());
        double all = shares.stream().mapToDouble(Share::now).sum();
        var lines = shares.stream()
                .map(share ->
                        Charts.line(share.kind().signal.title(), sight.samples(share.kind().signal, subject, period)))
                .toList();
        return before.adding(words(inquiry, subject, period, shares, all))
                .and(exhibit(subject, shares, all))
                .and(chart(subject, lines));
    }

    private static Exhibit exhibit(Subject subject, List<Share> shares, double all) {
        var rows = shares.stream()
                .map(share -> List.of(
                        share.kind().signal.title(),
                        share.words(),
                        Figures.percent(share.now()),
                        all > 0 ? Figures.percent(share.now() / all) : "–",
                        Figures.percent(share.usual())))
                .toList();
        return new Exhibit(
                subject.words() + " errors by kind",
                "Metrics · " + subject.where().words(),
                ScopeAnswers.table(
                        List.of("Kind", "What the caller gets", "Of requests", "Of errors", "Usually"), rows));
    }

    private static Exhibit chart(Subject subject, List<Line> lines) {
        return new Exhibit(
                subject.words() + " errors by kind, over time",
                Charts.source(List.of(subject)),
                Charts.chart(Signal.Unit.RATIO, lines));
    }

    private static String words(
            Inquiry inquiry, Subject subject, Period.Covered period, List<Share> shares, double all) {
        if (all < 0.0001) {
            return subject.words() + " has hardly any errors " + MetricAnswers.at(inquiry, period) + ".";
        }
        var main = shares.stream()
                .filter(share -> share.now() >= 0.05 * all)
                .map(share -> "%s %s"
                        .formatted(
                                Figures.percent(share.now() / all),
                                share.kind().signal.title()))
                .toList();
        return "Of the errors of %s %s (%s of its requests): %s. Mostly %s."
                .formatted(
                        subject.words(),
                        MetricAnswers.at(inquiry, period),
                        Figures.percent(all),
                        Figures.list(main),
                        shares.getFirst().words());
    }
}
