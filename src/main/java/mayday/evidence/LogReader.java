package mayday.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mayday.terminal.Instruments.Line;
import mayday.terminal.Instruments.Lines;
import mayday.terminal.Instruments.Search;

/**
 * Looks through a whole log, within a bound: where there are more lines than that, each message's are read in a fair sample and
 * counted in proportion.
 */
final class LogReader {
    /** Lines that one search reads; with an expression that is some tenths of a second on a machine that is busy with other things. */
    static final int MOST_READ = 5_000;

    /** Of a message that is rare among many lines at least so many are read. */
    private static final int LEAST_READ = 200;

    private LogReader() {}

    /** A line that passed, and its place in a fair sample. */
    private record Passed(Line line, long draw, boolean first) {}

    static Lines read(Inquiry inquiry, Search search) {
        var period = Period.of(
                new Window.Between(search.from(), search.until()),
                inquiry.scenario().origin(),
                inquiry.now(),
                LogAnswers.USUAL_WINDOW);
        return switch (period) {
            case Period.Uncovered _ -> new Lines(List.of(), 0);
            case Period.Covered covered -> read(inquiry, search, covered);
        };
    }

    private static Lines read(Inquiry inquiry, Search search, Period.Covered period) {
        var streams = streams(inquiry, search, period);
        long all = streams.stream().mapToLong(LogStream::lines).sum();
        var passed = new ArrayList<Passed>();
        double matching = 0;
        for (var stream : streams) {
            matching += read(stream, search, all, passed);
        }
        var lines = search.newest() ? newest(streams, search) : sample(passed, search.most());
        return new Lines(lines, Math.max(Math.round(matching), lines.size()));
    }

    private static List<LogStream> streams(Inquiry inquiry, Search search, Period.Covered period) {
        var machine = search.machine();
        var subject = new Subject(machine.service(), machine.where(), machine.number());
        var streams = new ArrayList<LogStream>();
        for (var region : machine.service().regions()) {
            if (machine.where().covers(region)) {
                streams.addAll(LogStream.of(inquiry, subject, region, period));
            }
        }
        return streams;
    }

    /** Reads a message's lines, all or some of each step, and gives how many of all pass. */
    private static double read(LogStream stream, Search search, long all, List<Passed> passed) {
        if (stream.lines() == 0) {
            return 0;
        }
        long budget = all <= MOST_READ ? stream.lines() : Math.max(LEAST_READ, MOST_READ * stream.lines() / all);
        double share = Math.min(1, (double) budget / stream.lines());
        double matching = 0;
        boolean first = true;
        for (int step = 0; step < stream.steps(); step++) {
            long lines = stream.lines(step);
            long read = share >= 1 ? lines : Math.min(lines, stream.part(step, lines * share));
            long found = 0;
            for (int i = 0; i < read; i++) {
                var line = stream.line(step, i);
                if (inTime(line, search) && search.passes().test(line)) {
                    passed.add(new Passed(line, stream.draw(step, i), first));
                    first = false;
                    found++;
                }
            }
            matching += share >= 1 ? found : found / share;
        }
        return matching;
    }

    private static boolean inTime(Line line, Search search) {
        return !line.at().isBefore(search.from()) && !line.at().isAfter(search.until());
    }

    /** One of each message first, then as the draw falls; in order of time. */
    private static List<Line> sample(List<Passed> passed, int most) {
        return passed.stream()
                .sorted(Comparator.comparing((Passed each) -> !each.first()).thenComparingLong(Passed::draw))
                .limit(most)
                .map(Passed::line)
                .sorted(LogReader.byTime())
                .toList();
    }

    /** Goes back from the end, whole steps at a time, until there are enough or enough were read. */
    private static List<Line> newest(List<LogStream> streams, Search search) {
        int steps = streams.stream().mapToInt(LogStream::steps).max().orElse(0);
        var found = new ArrayList<Line>();
        long read = 0;
        for (int step = steps - 1; step >= 0 && found.size() < search.most() && read < MOST_READ; step--) {
            for (var stream : streams) {
                long lines = step < stream.steps() ? stream.lines(step) : 0;
                for (int i = 0; i < lines && read < MOST_READ; i++, read++) {
                    var line = stream.line(step, i);
                    if (inTime(line, search) && search.passes().test(line)) {
                        found.add(line);
                    }
                }
            }
        }
        found.sort(LogReader.byTime());
        return List.copyOf(found.subList(Math.max(0, found.size() - search.most()), found.size()));
    }

    private static Comparator<Line> byTime() {
        return Comparator.comparing(Line::at).thenComparing(Line::text);
    }
}
