package mayday.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mayday.evidence.Evidence.Log;
import mayday.terminal.Chance;
import mayday.terminal.Instruments.Line;

/** Excerpts of logs: lines in proportion to how often each message is written, and every message at least once. */
final class LogAnswers {
    static final Duration USUAL_WINDOW = Duration.ofMinutes(5);

    /** Lines of an excerpt. */
    static final int LINES = 48;

    /** Lines of one message and step that are looked at for an excerpt. */
    private static final int CANDIDATES = 8;

    /** The same of all steps together: in a long window fewer of each step are enough. */
    private static final int MOST_CANDIDATES = 400;

    /** Longer messages are cut when they are quoted in the text. */
    private static final int MOST_QUOTED = 140;

    private LogAnswers() {}

    static Reply logs(Inquiry inquiry) {
        return inquiry.aboutOurs(
                List.of(inquiry.paged()),
                USUAL_WINDOW,
                "its logs are not ours to read. Its callers' logs say how calls to it end.",
                (subjects, period) -> {
                    var reply = Reply.words("");
                    for (var subject : subjects.subList(0, Math.min(2, subjects.size()))) {
                        var excerpt = excerpt(inquiry, subject, period);
                        reply = reply.adding(words(subject, excerpt, period));
                        if (excerpt.log().entries().isEmpty()) {
                            continue;
                        }
                        reply = reply.and(new Exhibit(
                                subject.words() + " logs",
                                "Log excerpt · " + subject.where().words(),
                                excerpt.log()));
                    }
                    return subjects.size() > 2 ? reply.adding("Ask for the others one by one.") : reply;
                });
    }

    /** The lines of one message: how many there are, and the first candidates for the excerpt. */
    private static final class Group {
        private final String level;
        private final String text;
        private long lines;
        private final List<Candidate> candidates = new ArrayList<>();

        private Group(String level, String text) {
            this.level = level;
            this.text = text;
        }
    }

    /** A line with the place in the queue in which lines of its message come into the excerpt. */
    private record Candidate(double order, LogStream stream, int step, int number) {
        /** Only lines that are shown are written out. */
        Line line() {
            return stream.line(step, number);
        }
    }

    private record Excerpt(Log log, List<Group> groups) {}

    private static Excerpt excerpt(Inquiry inquiry, Subject subject, Period.Covered period) {
        var groups = new LinkedHashMap<String, Group>();
        for (var region : subject.service().regions()) {
            if (subject.where().covers(region)) {
                LogStream.of(inquiry, subject, region, period).forEach(stream -> gather(stream, groups));
            }
        }
        var written = groups.values().stream()
                .filter(group -> group.lines > 0)
                .sorted(Comparator.comparingLong((Group group) -> -group.lines).thenComparing(group -> group.text))
                .limit(LINES)
                .toList();
        var entries = new ArrayList<Log.Entry>();
        for (var place : places(written).entrySet()) {
            place.getKey().candidates.stream()
                    .sorted(Comparator.comparingDouble(Candidate::order))
                    .limit(place.getValue())
                    .map(Candidate::line)
                    .forEach(line -> entries.add(new Log.Entry(line.at(), line.level(), line.host(), line.text())));
        }
        entries.sort(Comparator.comparing(Log.Entry::at).thenComparing(Log.Entry::text));
        long all = written.stream().mapToLong(group -> group.lines).sum();
        return new Excerpt(new Log(entries, Math.max(all, entries.size())), written);
    }

    /**
     * The lines of a message, each with an order drawn as the arrivals of a Poisson process with the message's rate:
     * the first of all steps together are then a fair sample, and the same lines come first whichever window is asked
     * for.
     */
    private static void gather(LogStream stream, Map<String, Group> groups) {
        var message = stream.message();
        var group = groups.computeIfAbsent(
                message.level() + message.text(), _ -> new Group(message.level(), message.text()));
        int candidates = Math.clamp(MOST_CANDIDATES / stream.steps(), 1, CANDIDATES);
        group.lines += stream.lines();
        for (int step = 0; step < stream.steps(); step++) {
            double order = 0;
            for (int i = 0; i < Math.min(stream.lines(step), candidates); i++) {
                order -= StrictMath.log(1 - Chance.unit(stream.draw(step, i))) / stream.expected(step);
                group.candidates.add(new Candidate(order, stream, step, i));
            }
        }
    }

    /** How many lines of each message are shown: one at least, the rest in proportion. */
    private static Map<Group, Integer> places(List<Group> groups) {
        long all = groups.stream().mapToLong(group -> group.lines).sum();
        int free = LINES - groups.size();
        var places = new LinkedHashMap<Group, Integer>();
        for (var group : groups) {
            long share = all == 0 ? 0 : (group.lines - 1) * free / all;
            places.put(group, 1 + (int) Math.min(share, free));
        }
        return places;
    }

    private static String words(Subject subject, Excerpt excerpt, Period.Covered period) {
        var length = Figures.duration(Duration.between(period.from(), period.until()));
        long all = excerpt.log().matching();
        if (all == 0) {
            return subject.words() + " wrote nothing in " + length + ".";
        }
        var troubles = excerpt.groups().stream()
                .filter(group -> !group.level.equals("INFO"))
                .toList();
        if (troubles.isEmpty()) {
            return "%s wrote about %s lines in %s, no error or warning among them."
                    .formatted(subject.words(), Figures.count((double) all), length);
        }
        long errors = troubles.stream()
                .filter(group -> group.level.equals("ERROR"))
                .mapToLong(group -> group.lines)
                .sum();
        long warnings = troubles.stream().mapToLong(group -> group.lines).sum() - errors;
        var most = troubles.getFirst();
        return "%s wrote about %s lines in %s: %s errors, %s warnings. The most frequent of these (%s): \"%s\"."
                .formatted(
                        subject.words(),
                        Figures.count((double) all),
                        length,
                        Figures.count((double) errors),
                        Figures.count((double) warnings),
                        Figures.count((double) most.lines),
                        quoted(most.text));
    }

    private static String quoted(String text) {
        var general = LogPhrases.generalised(text);
        return general.length() <= MOST_QUOTED ? general : general.substring(0, MOST_QUOTED - 1) + "…";
    }
}
