package mayday.compiler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mayday.compiler.EvidenceFiles.Found;
import mayday.compiler.Value.Text;
import mayday.evidence.Evidence.Chart;
import mayday.recording.Broken;
import mayday.recording.Format;
import mayday.recording.Recording;
import mayday.recording.Recordings;
import mayday.recording.SeriesNames;
import mayday.scenario.Recorded;
import mayday.scenario.Recorded.Curve;
import mayday.scenario.Recorded.Line;
import mayday.scenario.Recorded.Reading;

/** Reads evidence that was recorded: which file, what of it, and how its clock goes with the scenario's. */
final class RecordedReader {
    /** The simulated history begins so long before the page. */
    private static final Duration HISTORY = Duration.ofHours(2);

    private static final Recorded NOTHING = new Recorded.Log(List.of());

    private final EvidenceFiles files;
    private final Moments moments;
    private final Duration limit;
    private final Problems problems;

    RecordedReader(EvidenceFiles files, Moments moments, Duration limit, Problems problems) {
        this.files = files;
        this.moments = moments;
        this.limit = limit;
        this.problems = problems;
    }

    /** What was recorded, on the scenario's clock; of use only if no error was found. */
    Recorded read(Value value) {
        var fields = Fields.of(value, "recording", problems);
        var file = fields.name("file");
        var format =
                fields.find("format").map(written -> new Scalars(problems).choice(written, "format", Format.class));
        var at = instant(fields.name("at"));
        var is = fields.has("is") ? moments.ago(fields.name("is")) : Duration.ZERO;
        var time = fields.find("time")
                .map(written -> new Scalars(problems).line(written, "time").text())
                .orElse("");
        var choice = new Choice(
                fields.choiceOr("unit", RecordedUnit.COUNT),
                fields.lines("names").stream().map(Text::text).toList(),
                fields.lines("series"),
                fields.placeOf("series"));
        var recorded = files.find(file)
                .flatMap(found -> recording(found, format, at, time))
                .map(recording -> shifted(recording, new Shift(at, is), choice, file));
        fields.end();
        return recorded.orElse(NOTHING);
    }

    /** What of a file's series is shown, and how. */
    private record Choice(RecordedUnit unit, List<String> labels, List<Text> series, Place place) {}

    /**
     * How the clock of the recording goes with the scenario's.
     *
     * @param at empty if it was not said, which is a problem already
     */
    private record Shift(Optional<Instant> at, Duration beforePage) {
        Duration afterPage(Instant recorded) {
            return Duration.between(at.orElse(recorded), recorded).minus(beforePage);
        }
    }

    private Optional<Instant> instant(Text text) {
        if (Scalars.isUnusable(text)) {
            return Optional.empty();
        }
        var at = Recordings.instant(text.text());
        if (at.isEmpty()) {
            problems.error(
                    text.place(),
                    "bad-moment",
                    "`" + text.text() + "` is no instant of a recording",
                    "write its day and time, UTC, like `2024-05-01 12:04:30`");
        }
        return at;
    }

    private Optional<Recording> recording(Found file, Optional<Format> format, Optional<Instant> at, String time) {
        var text = FileText.clean(file.path(), file.text(), problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var head = text.get().substring(0, Math.min(text.get().length(), Format.HEAD_CHARACTERS));
        try {
            return Optional.of(
                    Recordings.read(format.orElseGet(() -> Format.guess(file.path(), head)), text.get(), at, time));
        } catch (Broken broken) {
            problems.error(
                    new Place(file.path(), broken.line(), broken.column()),
                    broken.isOfTimes() ? "recording-time" : "bad-recording",
                    broken.why(),
                    broken.mending());
            return Optional.empty();
        }
    }

    private Recorded shifted(Recording recording, Shift shift, Choice choice, Text file) {
        var recorded = switch (recording) {
            case Recording.Metrics metrics -> series(metrics, shift, choice, file);
            case Recording.Log(var entries) ->
                new Recorded.Log(entries.stream()
                        .map(entry -> new Line(shift.afterPage(entry.at()), entry.level(), entry.host(), entry.text()))
                        .toList());
        };
        if (!recorded.isEmpty() && recorded.between(HISTORY.negated(), limit).isEmpty()) {
            var span = Recordings.span(recording);
            problems.error(
                    file.place(),
                    "recording-elsewhen",
                    "nothing of this was recorded during the incident: it goes from %s to %s"
                            .formatted(span.from(), span.until()),
                    "let `at` be the instant of the recording that is the page, or name another moment of the scenario with `is`");
        }
        return recorded;
    }

    private Recorded series(Recording.Metrics metrics, Shift shift, Choice choice, Text file) {
        var named = SeriesNames.of(metrics.series(), choice.labels());
        var chosen = chosen(named, metrics, choice, file);
        var curves = new ArrayList<Curve>();
        var below = false;
        for (var series : chosen.entrySet()) {
            var readings = new ArrayList<Reading>();
            for (var sample : series.getValue().samples()) {
                var number = choice.unit().convert(sample.value());
                below |= number < 0;
                readings.add(new Reading(shift.afterPage(sample.at()), Math.max(0, number)));
            }
            curves.add(new Curve(series.getKey(), readings));
        }
        if (below) {
            problems.warning(
                    file.place(),
                    "recorded-below-zero",
                    "some numbers of this are below zero, and charts begin at zero",
                    "record a quantity that is never negative; what is below is drawn as zero");
        }
        return new Recorded.Series(choice.unit().shown(), curves);
    }

    /** The series that are shown, in order. */
    private Map<String, Recording.Series> chosen(
            Map<String, Recording.Series> named, Recording.Metrics metrics, Choice choice, Text file) {
        var chosen = new LinkedHashMap<String, Recording.Series>();
        var known = Known.of("recorded series", named.keySet());
        for (var name : choice.series()) {
            known.check(name, problems);
            Optional.ofNullable(named.get(name.text())).ifPresent(series -> chosen.put(name.text(), series));
        }
        if (choice.series().isEmpty()) {
            chosen.putAll(named);
        }
        if (chosen.size() > Chart.MOST_LINES) {
            problems.error(
                    choice.series().isEmpty() ? file.place() : choice.place(),
                    "too-many-series",
                    "a chart has at most %d lines, and this has %d"
                            .formatted(
                                    Chart.MOST_LINES,
                                    Math.max(chosen.size(), choice.series().isEmpty() ? metrics.all() : 0)),
                    "choose with `series`, such as `series: ["
                            + String.join(", ", named.keySet().stream().limit(2).toList()) + "]`");
        }
        return chosen;
    }
}
